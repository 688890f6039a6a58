//! Bytes written for each step at 80×24. One TCP segment has 1,448 bytes.

use super::program;
use super::support::{Setup, Terminal};

/// End of every frame.
const FRAME_END: &[u8] = b"\x1b[?2026l";

fn frames(output: &[u8]) -> usize {
    output
        .windows(FRAME_END.len())
        .filter(|bytes| *bytes == FRAME_END)
        .count()
}

/// Returns the number of bytes of the frame for these keys.
#[track_caller]
fn cost(terminal: &mut Terminal, keys: &str) -> usize {
    let before = terminal.output().len();
    terminal.send(keys);
    terminal.wait_for_output("a frame", |output| frames(&output[before..]) > 0);
    terminal.output().len() - before
}

/// Opens the Directory with its list in focus.
fn directory() -> Terminal {
    let mut terminal = program::start();
    cost(&mut terminal, "4");
    cost(&mut terminal, "\t");
    terminal
}

#[test]
fn the_first_frame() {
    let terminal = program::start();
    let written = terminal.settled();
    assert!(written <= 3_600, "{written}");
}

#[test]
fn the_first_frame_of_the_first_page() {
    for language in ["en", "fr"] {
        let arguments = ["--lang", language, "--region", "NS/Halifax"];
        let terminal = Setup::of(program::PATH).args(arguments).start();
        terminal.wait_for("the first page", |screen| {
            screen.alternate_screen() && screen.contents().contains("[0 ")
        });
        let written = terminal.settled();
        assert!(written <= 3_600, "{language}: {written}");
    }
}

#[test]
fn a_step_on_the_first_page() {
    let arguments = ["--lang", "en", "--region", "NS/Halifax"];
    let mut terminal = Setup::of(program::PATH).args(arguments).start();
    terminal.wait_for_text("[0 Now]");
    terminal.settled();
    for step in 1..16 {
        let written = cost(&mut terminal, "\x1b[B");
        assert!(written <= 260, "step {step}: {written}");
    }
}

#[test]
fn a_step_among_topics() {
    let mut terminal = program::start();
    for step in 1..10 {
        let written = cost(&mut terminal, "\x1b[B");
        assert!(written <= 260, "step {step}: {written}");
    }
}

#[test]
fn a_step_among_contacts() {
    let mut terminal = directory();
    for step in 1..15 {
        let written = cost(&mut terminal, "\x1b[B");
        assert!(written <= 260, "step {step}: {written}");
    }
}

#[test]
fn another_tab() {
    let mut terminal = program::start();
    for tab in ["2", "3", "4", "5", "1", "4"] {
        let written = cost(&mut terminal, tab);
        assert!(written <= 1_800, "tab {tab}: {written}");
    }
}

#[test]
fn a_typed_letter() {
    let mut terminal = program::start();
    cost(&mut terminal, "4");
    for letter in ["h", "a", "l", "i", "f", "a", "x"] {
        let written = cost(&mut terminal, letter);
        assert!(written <= 1_440, "{letter}: {written}");
    }
}

#[test]
fn a_walk_down_the_directory() {
    let mut terminal = directory();
    let steps = 200;
    let written: usize = (0..steps).map(|_| cost(&mut terminal, "\x1b[B")).sum();
    assert!(written / steps <= 900, "{} on average", written / steps);
}

#[test]
fn keys_that_queue_up_cost_few_frames() {
    let mut terminal = directory();
    let before = terminal.settled();
    terminal.send(&"\x1b[B".repeat(50));
    terminal.wait_for_output("a frame", |output| frames(&output[before..]) > 0);
    terminal.settled();
    let drawn = frames(&terminal.output()[before..]);
    assert!((1..=3).contains(&drawn), "{drawn} frames");
}
