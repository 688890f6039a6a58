//! Ctrl-Z and `fg`, and stops by other programs.

use rustix::process::Signal;

use super::program;
use super::support::{Setup, Terminal};

/// Starts an interactive shell with job control, and returns its line settings at the prompt.
fn prompt() -> (Terminal, String) {
    let terminal = Setup::of("/bin/sh")
        .args(["-i"])
        .env("PS1", "ready> ")
        .start();
    terminal.wait_for_text("ready>");
    let settings = terminal.settings();
    (terminal, settings)
}

/// Returns the program as typed.
fn command() -> String {
    format!("{} {}", program::PATH, program::ARGUMENTS.join(" "))
}

#[track_caller]
fn wait_for_prompt(terminal: &Terminal) {
    terminal.wait_for("the shell's prompt", |screen| {
        !screen.alternate_screen() && screen.contents().trim_end().ends_with("ready>")
    });
}

/// Starts the program with a command, stops it, continues, quits, and checks the terminal each
/// time.
fn stop_and_go_on(command: &str) {
    let (mut terminal, settings) = prompt();
    terminal.send(&format!("{command}\n"));
    program::wait_until_painted(&terminal);
    for _ in 0..2 {
        terminal.send("\x1a");
        wait_for_prompt(&terminal);
        assert_eq!(terminal.settings(), settings, "line settings while stopped");
        terminal.send("fg\n");
        program::wait_until_painted(&terminal);
        assert_ne!(terminal.settings(), settings, "raw again");
    }
    terminal.send("q");
    wait_for_prompt(&terminal);
    assert_eq!(terminal.settings(), settings, "line settings at the end");
    terminal.send("exit\n");
    terminal.wait_for_end();
}

#[test]
fn control_z_and_fg_under_a_shell() {
    stop_and_go_on(&command());
}

#[test]
fn control_z_and_fg_under_a_wrapper_script() {
    stop_and_go_on(&format!("sh -c '{}; true'", command()));
}

#[test]
fn control_z_without_a_shell_to_return_to_changes_nothing() {
    let mut terminal = program::start();
    let settings = terminal.settings();
    terminal.send("\x1a\x1b[B");
    terminal.wait_for_text(&program::second());
    assert_eq!(terminal.settings(), settings);
    terminal.send("q");
    assert_eq!(terminal.wait_for_end(), 0);
}

#[test]
fn stopped_and_continued_by_another_it_paints_everything_and_still_knows_the_settings() {
    let (mut terminal, settings) = prompt();
    terminal.send(&format!("{}\n", command()));
    program::wait_until_painted(&terminal);
    let process = terminal.process().child();
    process.signal(Signal::STOP);
    process.wait_until_stopped();
    terminal.wait_for_text("ready>");
    terminal.send("fg\n");
    program::wait_until_painted(&terminal);
    terminal.send("q");
    wait_for_prompt(&terminal);
    assert_eq!(terminal.settings(), settings, "line settings at the end");
    terminal.send("exit\n");
    terminal.wait_for_end();
}
