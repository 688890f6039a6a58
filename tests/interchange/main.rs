//! Facts that come in and go out as files: packs, and the formats of the field.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod hsds;
mod machine;
mod packs;
