//! Screens: drives the real `App` by keys and reads the drawn cells, on the fixture directory.

#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails"
)]

#[path = "../support/journey.rs"]
mod journey;

mod answers;
mod codes;
mod columns;
mod contrast;
mod copying;
mod equals;
mod first_page;
mod frame;
mod handing_over;
mod in_doubt;
mod journeys;
mod keys;
mod languages;
mod lists;
mod meanwhile;
mod narrow;
mod needs_on_screen;
mod offers;
mod offices;
mod open_now;
mod own_errors;
mod own_list;
mod packs;
mod pictures;
mod properties;
mod reported;
mod restored;
mod searching;
mod small_windows;
mod snapshots;
mod taken_over;
mod tasks;
mod tour;
mod towns;
