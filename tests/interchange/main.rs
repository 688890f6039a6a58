//! Import and export: packs, and the formats of other programs.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod hsds;
mod machine;
mod packs;
