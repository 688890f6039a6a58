//! What goes over the wire: nothing while idle, one write a frame.

use std::fs;
use std::process::Command;
use std::thread;
use std::time::Duration;

use super::program;
use super::support::{Setup, contains};

#[test]
fn idle_it_writes_nothing_and_never_wakes() {
    let terminal = program::start();
    let written = terminal.settled();
    let process = terminal.process();
    let woken = process.wake_ups();
    // Not a wait for something: the length of the observation.
    thread::sleep(Duration::from_secs(3));
    assert_eq!(process.wake_ups(), woken, "wake-ups");
    assert_eq!(terminal.settled(), written, "bytes");
}

#[test]
fn a_key_that_changes_nothing_writes_nothing() {
    let mut terminal = program::start();
    terminal.send("\x1b[A");
    terminal.wait_for_text("Up");
    let written = terminal.settled();
    terminal.send("\x1b[A\x1b[A");
    assert_eq!(terminal.settled(), written);
}

#[test]
fn without_colour_the_selected_row_stays_reversed() {
    let terminal = program::painted(program::setup().env("NO_COLOR", "1"));
    terminal.wait_for("reverse video", |screen| {
        screen.cell(0, 0).unwrap().inverse()
    });
    assert!(!contains(&terminal.output(), "\x1b[m"), "an empty SGR");
}

#[test]
fn copying_reaches_the_terminals_clipboard() {
    let mut terminal = program::start();
    terminal.send("y");
    terminal.wait_for_bytes("\x1b]52;c;MS04MDAtMjIyLTg0Nzc=");
}

#[test]
fn a_frame_is_one_write() {
    if Command::new("strace").arg("-V").output().is_err() {
        assert!(std::env::var_os("CI").is_none(), "strace is missing");
        eprintln!("NOT TESTED: strace is missing");
        return;
    }
    let log = tempfile::NamedTempFile::new().unwrap();
    let log_path = log.path().to_str().unwrap();
    let program_path = program::path();
    let arguments = [
        "-f",
        "-e",
        "trace=write",
        "-o",
        log_path,
        program_path.to_str().unwrap(),
    ];
    let mut terminal = program::painted(Setup::of("strace").args(arguments));
    for row in 1..=5 {
        terminal.send("\x1b[B");
        terminal.wait_for_text(&format!("> line {row}"));
    }
    terminal.send("q");
    assert_eq!(terminal.wait_for_end(), 0);
    let log = fs::read_to_string(log.path()).unwrap();
    let writes = log.lines().filter(|line| line.contains("write(1")).count();
    // Switching over, the first frame, five more, switching back.
    assert_eq!(writes, 1 + 1 + 5 + 1, "{log}");
}
