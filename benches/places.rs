//! Cost of the places: reading them at the first search, and recognition at each keystroke.

use std::hint::black_box;
use std::time::{Duration, Instant};

use havre::directory::Region;
use havre::places::Places;

/// Queries of about 60 letters, without and with a place.
const QUERIES: &[(&str, &str)] = &[
    (
        "no place, English",
        "she told her boss that he keeps the money and all of their",
    ),
    (
        "no place, French",
        "il a pris tout mon argent et ses amis m'attendaient dehors",
    ),
    (
        "a place",
        "shelter for women with two kids in halifax tonight please",
    ),
    (
        "a misspelt place",
        "shelter for women with two kids in drumondville tonight x",
    ),
];

#[expect(clippy::print_stdout, reason = "results of the measurement")]
fn main() {
    let parsed = median(25, || drop(black_box(Places::read())));
    println!("{:<20} {parsed:?}", "parse the data");
    let read = median(25, || {
        let prepared = Places::default();
        black_box(prepared.areas().count());
        drop(prepared);
    });
    println!("{:<20} {read:?}", "read as prepared");
    let places = Places::embedded();
    for (name, query) in QUERIES {
        let cost = median(25, || {
            for _ in 0..1_000 {
                black_box(places.recognize(black_box(query), Region::Ns, None));
            }
        });
        println!("{name:<20} {:?}", cost / 1_000);
    }
}

/// Returns the median of several runs.
fn median(runs: usize, mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[runs / 2]
}
