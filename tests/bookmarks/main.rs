//! Bookmarks and their file: they survive damage, kills, full disks and old copies.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may fail by panicking, in its helpers too"
)]

mod apart;
mod cli;
mod copies;
mod damage;
mod faults;
mod git;
mod hostile;
mod kills;
mod list;
mod marks;
mod merging;
mod notes;
mod own_ids;
mod storms;
mod support;
mod syncing;
#[path = "../support/tools.rs"]
mod tools;
