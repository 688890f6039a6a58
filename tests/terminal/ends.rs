//! Exits: each restores the terminal.

use rustix::process::Signal;

use super::program;
use super::support::{Terminal, contains};

/// Ctrl-L.
const REPAINT: &str = "\x0c";

/// Starts the program in a terminal with earlier output.
fn after_something() -> (Terminal, String) {
    let (terminal, settings) = after_something_with(&[]);
    program::wait_until_painted(&terminal);
    assert_ne!(terminal.settings(), settings, "raw mode");
    terminal.wait_for("paste on", vt100::Screen::bracketed_paste);
    (terminal, settings)
}

fn after_something_with(arguments: &[&'static str]) -> (Terminal, String) {
    let arguments = arguments.iter().copied();
    let mut terminal = program::script(r#"echo before; read go; exec "$0" "$@""#)
        .args(arguments)
        .start();
    terminal.wait_for_text("before");
    let settings = terminal.settings();
    terminal.send("\n");
    (terminal, settings)
}

#[track_caller]
fn assert_given_back(terminal: &Terminal, settings: &str) {
    terminal.settled();
    assert_eq!(terminal.settings(), settings, "line settings");
    terminal.wait_for("the screen from before", |screen| {
        screen.contents().starts_with("before")
            && !screen.alternate_screen()
            && !screen.hide_cursor()
            && !screen.bracketed_paste()
    });
}

#[test]
fn quitting_gives_the_terminal_back() {
    let (mut terminal, settings) = after_something();
    terminal.send("\x03");
    assert_eq!(terminal.wait_for_end(), 0);
    assert_given_back(&terminal, &settings);
}

#[test]
fn a_signal_gives_the_terminal_back_and_is_told_in_the_status() {
    for (signal, status) in [(Signal::TERM, 143), (Signal::INT, 130), (Signal::QUIT, 131)] {
        let (mut terminal, settings) = after_something();
        terminal.process().signal(signal);
        assert_eq!(terminal.wait_for_end(), status);
        assert_given_back(&terminal, &settings);
    }
}

#[test]
fn a_hang_up_signal_without_a_hang_up_still_gives_the_terminal_back() {
    let (mut terminal, settings) = after_something();
    terminal.process().signal(Signal::HUP);
    assert_eq!(terminal.wait_for_end(), 129);
    assert_given_back(&terminal, &settings);
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_in_any_thread_gives_the_terminal_back_and_says_so_once() {
    for thread in ["screen", "worker"] {
        let (mut terminal, settings) = after_something_with(&["--panic", thread]);
        assert_eq!(terminal.wait_for_end(), 101);
        terminal.wait_for_bytes("911");
        assert_given_back(&terminal, &settings);
        let contents = terminal.contents();
        assert_eq!(
            contents
                .matches("havre stopped because of a defect.")
                .count(),
            1,
            "{contents}"
        );
        assert!(
            !contents.contains("rehearsed"),
            "what was said may be about a client: {contents}"
        );
    }
}

#[test]
fn a_signal_ends_the_program_even_when_its_output_is_stuck() {
    for (signal, status) in [(Signal::TERM, 143), (Signal::HUP, 129)] {
        let (mut terminal, settings) = after_something();
        terminal.stick(terminal.process(), REPAINT);
        terminal.process().signal(signal);
        assert_eq!(terminal.wait_for_end(), status);
        assert_eq!(terminal.settings(), settings, "line settings");
    }
}

#[test]
fn clearing_the_screen_on_the_way_out_is_one_write_that_ends_everything() {
    let (mut terminal, settings) = after_something();
    let painted = terminal.settled();
    terminal.send("\x18");
    assert_eq!(terminal.wait_for_end(), 0);
    assert_given_back(&terminal, &settings);
    let output = terminal.output();
    let last = &output[painted..];
    assert!(
        contains(last, "\x1b[2J") && contains(last, "\x1b[3J\x1b[?1049l\x1b[3J"),
        "{last:?}"
    );
}

#[test]
fn without_a_terminal_lines_are_written_and_no_escape_code() {
    let mut terminal =
        program::script(r#""$0" "$@" | cat; "$0" "$@" </dev/null; echo over"#).start();
    // Input is answered through the pipe as well, until its end.
    terminal.wait_for_text("1. Immediate danger");
    terminal.send("\x04");
    terminal.wait_for_text("over");
    terminal.wait_for_end();
    assert!(
        !contains(&terminal.output(), "\x1b"),
        "{}",
        terminal.contents()
    );
}

#[test]
fn the_window_title_the_mouse_and_the_focus_are_left_alone_and_nothing_is_asked() {
    let mut terminal = program::start();
    terminal.send("4toronto\t\x1b[By\x1b[B123q");
    terminal.wait_for_end();
    let output = terminal.output();
    for sequence in [
        "\x1b]0",
        "\x1b]1",
        "\x1b]2",
        "\x1b[?100",
        "\x1b[?101",
        "\x1b[22;0t",
        "\x1b[>",
    ] {
        assert!(!contains(&output, sequence), "{sequence:?}");
    }
    for question in [
        "\x1b[c", "\x1b[0c", "\x1b[6n", "\x1b[?6n", "\x1b[?u", "?\x1b\\", "$p",
    ] {
        assert!(!contains(&output, question), "{question:?}");
    }
}
