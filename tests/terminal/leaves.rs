//! Ctrl-X: obeyed at once, whatever the main thread does.

use super::program;
use super::support::{Setup, Terminal, contains};

/// Clears the scrollback: no other exit writes it.
const CLEARED: &str = "\x1b[3J";

#[track_caller]
fn assert_leaves_at_once(mut terminal: Terminal) {
    terminal.send("\x18");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.settled();
    assert!(contains(&terminal.output(), CLEARED), "cleared");
    terminal.wait_for("an empty screen", |screen| {
        !screen.alternate_screen() && screen.contents().trim().is_empty()
    });
}

/// Starts the program with a hanging main thread.
#[cfg(debug_assertions)]
fn hanging() -> Terminal {
    program::painted(program::setup().args(["--panic", "never"]))
}

#[cfg(debug_assertions)]
#[test]
fn while_the_main_thread_hangs() {
    assert_leaves_at_once(hanging());
}

/// Head of a pack.
const HEADER: &str = r#"{"havre_pack":1,"name":"large","publisher":"Example Society","licence":"CC0-1.0","date":"2026-11-20"}"#;

/// Record of a pack; `%` stands for a number.
const RECORD: &str = r#"{"id":"large-%","name":{"en":"Quillberry House %"},"organization":"Quillberry Society","categories":["counselling"],"region":"CA","phones":[{"number":"902-555-0123","kind":"voice"}],"always_open":true,"languages":[],"serves":["all"],"description":{"en":"Listens.","fr":"À l’écoute."},"sources":[{"title":"A letter","supports":["phone"]}],"checked":"2026-11-01"}"#;

#[test]
fn while_a_large_pack_is_prepared_before_the_first_screen() {
    let records = (0..40_000).map(|number| RECORD.replace('%', &number.to_string()));
    let lines: Vec<String> = std::iter::once(HEADER.to_owned()).chain(records).collect();
    // The signal reaches the shell, too.
    let script = "trap : QUIT; \"$0\"; echo \"ended with $?\"";
    let mut terminal = Setup::of("/bin/sh")
        .args(["-c", script, program::PATH])
        .file(
            ".local/share/havre/directory.d/large.jsonl",
            &lines.join("\n"),
        )
        .start();
    terminal.wait_for_text("Preparing the search");
    terminal.send("\x18");
    terminal.wait_for_text("ended with 131");
    assert_eq!(terminal.wait_for_end(), 0);
    assert!(
        !contains(&terminal.output(), "\x1b[?1049h"),
        "before a session"
    );
}

#[cfg(debug_assertions)]
#[test]
fn in_the_middle_of_every_sequence() {
    for opened in [
        "\x1b",
        "\x1b[",
        "\x1b[<",
        "\x1b[1;",
        "\x1b[200~",
        "\x1b[200~text",
        "\x1b]52;",
        "\x1bP",
    ] {
        let mut terminal = hanging();
        terminal.send(opened);
        assert_leaves_at_once(terminal);
    }
}

#[cfg(debug_assertions)]
#[test]
fn the_cover_key_blanks_the_screen_while_the_main_thread_hangs() {
    let mut terminal = hanging();
    terminal.send("\x1b[20~");
    terminal.wait_for("a blank screen", |screen| {
        screen.alternate_screen() && screen.contents().trim().is_empty()
    });
    assert_leaves_at_once(terminal);
}

#[test]
fn the_cover_covers_until_its_key_is_pressed() {
    let mut terminal = program::start();
    terminal.send("\x1b[20~");
    terminal.wait_for("the cover", |screen| {
        !screen.contents().contains(program::FIRST)
    });
    terminal.settled();
    terminal.send("j\r");
    terminal.settled();
    terminal.wait_for("the cover still, which names its key alone", |screen| {
        screen.contents().trim() == "F9"
    });
    terminal.send("\x1b[20~");
    program::wait_until_painted(&terminal);
}

#[test]
fn behind_two_hundred_thousand_keys() {
    let mut terminal = program::start();
    for _ in 0..100 {
        terminal.send(&"\x1b[B\x1b[A".repeat(1000));
    }
    // A program that processes the keys in order would not get past this one.
    terminal.send("q");
    assert_leaves_at_once(terminal);
}

/// Opens a contact's card, with a change that the files never answer.
#[cfg(debug_assertions)]
fn unanswered() -> Terminal {
    let mut terminal = program::painted(program::setup().args(["--panic", "files"]));
    terminal.send("4kids help phone\r");
    terminal.wait_for_text("b bookmark");
    terminal.send("b");
    terminal.wait_for_text("Not saved yet");
    terminal
}

#[cfg(debug_assertions)]
#[test]
fn while_the_files_never_answer() {
    let mut terminal = unanswered();
    // The screen still reacts.
    terminal.send("?");
    terminal.wait_for_text("The six keys that matter");
    assert_leaves_at_once(terminal);
}

#[test]
fn while_another_holds_the_lock() {
    let data = tempfile::tempdir().unwrap();
    let lock = std::fs::File::create(data.path().join("bookmarks.lock")).unwrap();
    lock.lock().unwrap();
    let folder = ["--data-dir", data.path().to_str().unwrap()];
    let mut terminal = program::painted(program::setup().args(folder));
    terminal.send("4kids help phone\r");
    terminal.wait_for_text("b bookmark");
    terminal.send("b");
    assert_leaves_at_once(terminal);
}

#[cfg(debug_assertions)]
#[test]
fn leaving_with_unanswered_files_asks_once_and_names_the_loss() {
    let mut terminal = unanswered();
    terminal.send("\x03");
    terminal.wait_for_text("If you leave now, this is not done: saving your change to");
    terminal.send("\x03");
    assert_eq!(terminal.wait_for_end(), 1);
}

#[cfg(debug_assertions)]
#[test]
fn leaving_before_a_page_to_hand_over_is_written_asks_once() {
    let mut terminal = program::painted(program::setup().args(["--panic", "files"]));
    terminal.send("4kids help phone\r");
    terminal.wait_for_text("b bookmark");
    terminal.send("c\r");
    terminal.wait_for_text(">Write it to the file card.txt<");
    terminal.send("\r");
    terminal.wait_for_text("Not saved yet");
    terminal.send("\x03");
    terminal.wait_for_text("If you leave now, this is not done: writing the file card.txt.");
    terminal.send("\x03");
    assert_eq!(terminal.wait_for_end(), 1);
}
