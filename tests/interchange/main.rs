//! Import and export: packs, and the formats of other programs.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod distrust;
mod export;
mod facts;
mod forms;
mod hsds;
mod killed;
mod machine;
mod overriding;
mod own;
mod packs;
mod pages;
mod piped;
mod prepared;
mod printed;
mod round;
mod secret;
mod sheets;
mod tables;
mod team;
mod traps;
mod trust;

#[path = "../support/tools.rs"]
mod tools;
