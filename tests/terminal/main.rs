//! Promises of `havre::terminal`, tested with the real program in a real pseudo-terminal.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "the helpers of tests fail like tests"
)]

#[path = "../support/mod.rs"]
mod support;

mod bytes;
mod confined;
mod doctor;
mod ends;
mod frames;
mod hang_up;
mod input;
mod keeps;
mod kinds;
mod leaves;
mod moved;
mod private;
mod program;
#[cfg(debug_assertions)]
mod progress;
mod renewed;
mod sizes;
mod ssh;
mod stops;
mod terminfo;
