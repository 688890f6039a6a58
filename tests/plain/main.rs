//! Plain mode: the functions of the screen in lines, and the additional promises of lines.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "the helpers of tests fail like tests"
)]

#[path = "../support/mod.rs"]
mod support;

mod answers;
mod dialled;
mod fields;
mod handing_over;
mod journeys;
mod needs;
mod once;
mod own_list;
mod program;
mod promises;
mod steps;
mod table;
mod talk;
mod towns;
mod wording;
