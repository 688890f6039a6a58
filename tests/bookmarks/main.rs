//! The worker's list and its file: what DESIGN.md promises as "her bookmarks survive anything".

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may fail by panicking, in its helpers too"
)]

mod apart;
mod cli;
mod damage;
mod faults;
mod kills;
mod list;
mod merging;
mod own_ids;
mod storms;
mod support;
