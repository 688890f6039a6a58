//! Search finds the right contact, in the right order.

#![expect(
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails; the tables are printed"
)]

#[path = "../fixtures/mod.rs"]
mod fixtures;

mod by_name;
mod everything;
mod feared;
mod led_by_needs;
mod lives_at_risk;
mod men;
mod near_and_callable;
mod properties;
mod ranking;
mod relevance;
mod towns_and_communities;
mod two_themes;
