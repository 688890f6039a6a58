//! Facts that come in and go out as files: packs, and the formats of the field.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod export;
mod hsds;
mod killed;
mod machine;
mod packs;
mod pages;
mod sheets;
mod traps;
