//! Command line: words, results and exit codes, help and the manual page.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails"
)]

#[path = "../fixtures/mod.rs"]
mod fixtures;
#[path = "../support/tools.rs"]
mod tools;

mod contract;
mod dead_numbers;
mod desk;
mod doctor;
mod exchange;
mod linear;
mod manual;
mod now;
mod output;
mod pages;
mod read;
mod refused;
mod search;
