//! Tests of the harness itself, with a shell as the program: it sees the screen, and it can fail.

use std::time::Duration;

use rustix::process::Signal;

use super::{Process, Setup, contains, find_tool, report};

fn shell(script: &str) -> Setup {
    Setup::of("/bin/sh").args(["-c", script])
}

#[test]
#[should_panic(expected = "waited in vain for \"never\"; the screen:\n  |here")]
fn missing_text_fails_and_shows_the_screen() {
    let terminal = shell("echo here; read end")
        .patience(Duration::from_millis(300))
        .start();
    terminal.wait_for_text("never");
}

#[test]
#[should_panic(expected = "still running")]
fn endless_program_fails() {
    let mut terminal = shell("read end")
        .patience(Duration::from_millis(300))
        .start();
    terminal.wait_for_end();
}

#[test]
fn a_program_gets_its_environment_keys_and_size_and_its_status_is_read() {
    let script = "echo $GREETING; stty size; read key; stty size; exit $key";
    let mut terminal = shell(script)
        .env("GREETING", "bonjour")
        .size(100, 30)
        .start();
    terminal.wait_for("greeting and size", |screen| {
        screen.contents() == "bonjour\n30 100"
    });
    terminal.resize(50, 20);
    terminal.send("7\n");
    terminal.wait_for_bytes("20 50");
    assert_eq!(terminal.wait_for_end(), 7, "{}", terminal.contents());
    assert!(contains(&terminal.output(), "bonjour\r\n"));
    assert_eq!(terminal.settled(), terminal.output().len());
    assert_eq!(
        std::fs::read_dir(terminal.home()).unwrap().count(),
        0,
        "an empty home"
    );
}

#[test]
fn changed_line_settings_show() {
    let mut terminal = shell("read a; stty raw; echo raw; read b; stty sane").start();
    let before = terminal.settings();
    terminal.send("\n");
    terminal.wait_for_text("raw");
    assert_ne!(terminal.settings(), before);
}

#[test]
fn processes_are_found_watched_and_signalled() {
    let mut terminal = shell("trap '' HUP; sleep 1000; echo; exit 3").start();
    let sleeper = terminal.process().child();
    sleeper.signal(Signal::STOP);
    sleeper.wait_until_stopped();
    assert!(
        sleeper
            .processor_time()
            .is_some_and(|used| used < Duration::from_secs(1))
    );
    assert_eq!(
        sleeper.wake_ups(),
        sleeper.wake_ups(),
        "the stopped do not wake"
    );
    let memory = sleeper.memory();
    assert!(memory.private > 0 && memory.private <= memory.shared_in_part);
    let own = Process::numbered(std::process::id());
    assert_eq!(sleeper.may_gain_rights(), own.may_gain_rights());
    sleeper.signal(Signal::KILL);
    assert!(sleeper.wait_until_ended() < Duration::from_secs(1));
    assert_eq!(terminal.wait_for_end(), 3);
    assert_eq!(Process::numbered(u32::MAX >> 1).processor_time(), None);
}

#[test]
fn a_stalled_terminal_takes_nothing_and_a_closed_one_hangs_up() {
    let mut terminal = shell("read a; echo late; exec sleep 1000").start();
    terminal.stall();
    terminal.send("\n");
    terminal.hang_up();
    assert!(!contains(&terminal.output(), "late"));
    terminal.process().wait_until_ended();
}

#[test]
fn a_program_gets_stuck_on_a_stalled_terminal() {
    let mut terminal = shell("while read key; do echo $LONG; done")
        .env("LONG", &"x".repeat(9000))
        .start();
    let process = terminal.process();
    terminal.stick(process, "\n");
}

#[test]
fn tools_are_found_or_missed_aloud() {
    assert!(find_tool("sh").is_some());
    report("");
}

#[test]
fn a_file_is_written_below_the_home_of_the_program() {
    let mut terminal = shell("cat folder/a; read end; exit $end")
        .file("folder/a", "written")
        .start();
    terminal.wait_for_text("written");
    terminal.send("3\n");
    assert_eq!(terminal.wait_for_end(), 3, "{}", terminal.contents());
}
