//! Output to the terminal: none while idle, one write a frame.

use std::fs;
use std::thread;
use std::time::Duration;

use super::program;
use super::support::{Process, Setup, contains, find_tool};

#[test]
fn idle_it_writes_nothing_and_never_wakes() {
    let terminal = program::start();
    let written = terminal.settled();
    let process = terminal.process();
    let woken = process.wake_ups();
    // Not a wait for an event: the duration of the observation.
    thread::sleep(Duration::from_secs(10));
    assert_eq!(process.wake_ups(), woken, "wake-ups");
    assert_eq!(terminal.settled(), written, "bytes");
}

#[test]
fn a_key_that_changes_nothing_writes_nothing() {
    let mut terminal = program::start();
    let written = terminal.settled();
    terminal.send("\x1b[H\x1b[H");
    assert_eq!(terminal.settled(), written);
}

#[test]
fn without_colour_attributes_stay() {
    let terminal = program::painted(program::setup().env("NO_COLOR", "1"));
    terminal.wait_for("the open tab reversed and no colour anywhere", |screen| {
        let cells = (0..24).flat_map(|row| (0..80).map(move |column| (row, column)));
        screen.cell(1, 9).unwrap().inverse()
            && cells
                .map(|(row, column)| screen.cell(row, column).unwrap())
                .all(|cell| {
                    cell.fgcolor() == vt100::Color::Default
                        && cell.bgcolor() == vt100::Color::Default
                })
    });
}

#[test]
fn copying_reaches_the_terminals_clipboard() {
    let mut terminal = program::start();
    terminal.send("4988\x1b[B");
    terminal.wait_for_text(">  9-8-8: ");
    terminal.send("y");
    terminal.wait_for_bytes("\x1b]52;c;OTg4");
    assert!(!contains(&terminal.output(), FORGET), "not yet");
    terminal.send("\x03");
    terminal.wait_for_end();
    terminal.wait_for_bytes(FORGET);
}

/// Asks the terminal to clear its clipboard.
const FORGET: &str = "\x1b]52;c;!\x07";

#[test]
fn clipboard_without_a_copy_is_not_cleared() {
    let mut terminal = program::start();
    terminal.send("q");
    terminal.wait_for_end();
    terminal.settled();
    assert!(!contains(&terminal.output(), "\x1b]52"));
}

#[test]
fn a_frame_is_one_write() {
    let Some(strace) = find_tool("strace") else {
        return;
    };
    let log = tempfile::NamedTempFile::new().unwrap();
    let log_path = log.path().to_str().unwrap();
    let arguments = ["-f", "-e", "trace=write", "-o", log_path, program::PATH];
    let setup = Setup::of(strace).args(arguments).args(program::ARGUMENTS);
    let mut terminal = program::painted(setup);
    let second = program::second();
    for (key, selected) in [("\x1b[B", second.as_str()), ("\x1b[A", program::FIRST)].repeat(3) {
        terminal.send(key);
        terminal.wait_for_text(selected);
    }
    terminal.send("q");
    assert_eq!(terminal.wait_for_end(), 0);
    let log = fs::read_to_string(log.path()).unwrap();
    let writes = log.lines().filter(|line| line.contains("write(1")).count();
    // Entering, the first frame, six more, leaving.
    assert_eq!(writes, 1 + 1 + 6 + 1, "{log}");
}

#[test]
fn a_key_postpones_the_cover_and_a_new_size_does_not() {
    let data = tempfile::tempdir().unwrap();
    let settings = r#"{"version": 1, "idle_minutes": 60}"#;
    fs::write(data.path().join("settings.json"), settings).unwrap();
    let folder = ["--data-dir", data.path().to_str().unwrap()];
    let mut terminal = program::painted(program::setup().args(folder));
    let second = program::second();
    terminal.send("j");
    terminal.wait_for_text(&second);
    let before = time_left(terminal.process());
    terminal.resize(100, 30);
    terminal.wait_for("the new size painted", |screen| {
        screen.contents().lines().count() == 30
    });
    let resized = time_left(terminal.process());
    assert!(resized < before, "{resized:?} of {before:?}");
    terminal.send("k");
    // The list is narrower beside the reader.
    terminal.wait_for_text("> Immediate danger");
    let pressed = time_left(terminal.process());
    assert!(pressed > resized, "{pressed:?} after {resized:?}");
}

/// Returns the remaining time of its timer.
#[track_caller]
fn time_left(process: Process) -> Duration {
    let folder = fs::read_dir(format!("/proc/{}/fdinfo", process.0)).unwrap();
    let timer = folder
        .map(|file| fs::read_to_string(file.unwrap().path()).unwrap_or_default())
        .find(|file| file.contains("it_value:"));
    let timer = timer.expect("a timer");
    let (_, value) = timer.split_once("it_value: (").unwrap();
    let (seconds, rest) = value.split_once(", ").unwrap();
    let (nanoseconds, _) = rest.split_once(')').unwrap();
    Duration::new(seconds.parse().unwrap(), nanoseconds.parse().unwrap())
}
