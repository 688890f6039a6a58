//! Persistence: the real program, ended and restarted.

use std::path::Path;

use super::program;
use super::support::Terminal;

/// Returns the colour of the danger line.
fn colour_of_danger(screen: &vt100::Screen) -> Option<vt100::Color> {
    screen.cell(0, 1).map(vt100::Cell::fgcolor)
}

#[test]
fn a_theme_is_in_force_at_once_and_there_at_the_next_start() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().to_str().unwrap();
    let start = || program::painted(program::setup().args(["--data-dir", folder]));

    let mut terminal = start();
    terminal.wait_for("danger in red", |screen| {
        colour_of_danger(screen) == Some(vt100::Color::Idx(1))
    });
    terminal.send(",\x1b[B\x1b[B\x1b[B\x1b[D");
    terminal.wait_for_text("Saved. Look: no colours");
    terminal.wait_for("danger without a colour", |screen| {
        colour_of_danger(screen) == Some(vt100::Color::Default)
    });
    assert_on_disk(&data.path().join("settings.json"), "\"theme\": \"mono\"");
    terminal.send("\x03");
    assert_eq!(terminal.wait_for_end(), 0);

    let again = start();
    again.wait_for("no colour from the first frame on", |screen| {
        colour_of_danger(screen) == Some(vt100::Color::Default)
    });
}

#[test]
fn a_bookmark_is_there_at_the_next_start() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().to_str().unwrap();
    let start = || program::painted(program::setup().args(["--data-dir", folder]));

    let mut terminal = start();
    terminal.send("4988");
    terminal.wait_for_text("9-8-8: Suicid");
    terminal.send("\r");
    terminal.wait_for_text("b bookmark");
    terminal.send("b");
    terminal.wait_for_text("Bookmarked: ");
    assert_on_disk(&data.path().join("bookmarks.json"), "\"ca-988\"");
    terminal.send("\x03");
    assert_eq!(terminal.wait_for_end(), 0);

    let mut again = start();
    again.send("5");
    again.wait_for_text(">  9-8-8: ");
    again.send("q");
    assert_eq!(again.wait_for_end(), 0);
}

#[test]
fn frame_after_a_resize_has_the_present_time() {
    let data = tempfile::tempdir().unwrap();
    let open = || {
        let folder = ["--data-dir", data.path().to_str().unwrap()];
        program::painted(program::setup().args(folder))
    };
    let (mut waiting, mut working) = (open(), open());
    waiting.send("5");
    waiting.wait_for_text("[5 Bookmarks");
    working.send("4kids help phone\r");
    working.wait_for_text("b bookmark");
    working.send("b");
    working.wait_for_text("*");
    waiting.resize(100, 30);
    waiting.wait_for_text("Kids Help Phone");
    for mut terminal in [waiting, working] {
        terminal.send("\x03");
        assert_eq!(terminal.wait_for_end(), 0);
    }
}

/// Runs a command of the program on the same folder, as another session.
fn bookmarks(folder: &str, arguments: &[&str]) -> String {
    let ended = std::process::Command::new(program::PATH)
        .args(["--data-dir", folder, "bookmarks"])
        .args(arguments)
        .output()
        .unwrap();
    assert!(ended.status.success(), "{ended:?}");
    String::from_utf8(ended.stdout).unwrap()
}

#[test]
fn a_key_never_acts_on_another_contact_than_the_one_shown() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().to_str().unwrap();
    for id in ["ca-988", "ca-kids-help-phone", "ca-mcsc"] {
        bookmarks(folder, &["add", id]);
    }
    let mut terminal = program::painted(program::setup().args(["--data-dir", folder]));
    terminal.send("5");
    terminal.wait_for_text(">  9-8-8: ");
    terminal.send("\x1b[B");
    terminal.wait_for_text(">  Kids");
    bookmarks(folder, &["remove", "ca-kids-help-phone"]);
    terminal.send("b");
    terminal.wait_for_text("has just changed");
    let list = bookmarks(folder, &["list"]);
    assert!(
        list.contains("Missing Children"),
        "it was never meant: {list}"
    );
    // An entry above the meant one is removed: the meant one stays selected.
    bookmarks(folder, &["remove", "ca-988"]);
    terminal.send("b");
    terminal.wait_for_text("Bookmark removed: ");
    terminal.send("q");
    assert_eq!(terminal.wait_for_end(), 0);
}

#[test]
fn argument_becomes_a_setting_once_it_is_chosen() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().to_str().unwrap();
    let mut terminal =
        program::painted(program::setup().args(["--data-dir", folder, "--theme", "mono"]));
    terminal.send(",\x1b[B\x1b[B\x1b[B\r");
    terminal.wait_for_text(">  4  no colours");
    terminal.send("\r");
    terminal.wait_for_text("Saved. Look: no colours");
    assert_on_disk(&data.path().join("settings.json"), "\"theme\": \"mono\"");
    terminal.send("\x03");
    assert_eq!(terminal.wait_for_end(), 0);
}

/// Panics unless a change reported on the screen is already in the file.
fn assert_on_disk(file: &Path, text: &str) {
    let on_disk = std::fs::read_to_string(file).unwrap();
    assert!(
        on_disk.contains(text),
        "it is on disk when the screen says so: {on_disk}"
    );
}

/// Tries to bookmark a contact and to leave, and waits for the warning about lost changes.
#[track_caller]
fn change_in_vain_and_leave(terminal: &mut Terminal) {
    program::wait_until_painted(terminal);
    terminal.send("4kids help phone\r");
    terminal.wait_for_text("b bookmark");
    terminal.send("b");
    terminal.wait_for_text("Not saved");
    terminal.send("\x03");
    terminal.wait_for_text("If you leave now, this is not done: saving your change to");
}

#[test]
fn leaving_with_an_unsaved_change_tries_again_and_asks_once() {
    // No file can grow: the disk is full, and its signal must not kill the program.
    let limited = r#"ulimit -f 0; echo before; read go; exec "$0" "$@""#;
    let mut terminal = program::script(limited).start();
    terminal.wait_for_text("before");
    let settings = terminal.settings();
    terminal.send("\n");
    change_in_vain_and_leave(&mut terminal);
    terminal.send("\x03");
    assert_eq!(terminal.wait_for_end(), 1);
    assert_eq!(terminal.settings(), settings);
}

#[test]
fn a_change_that_can_be_saved_after_all_is_saved_at_the_end() {
    let data = tempfile::tempdir().unwrap();
    let lock = std::fs::File::create(data.path().join("bookmarks.lock")).unwrap();
    lock.lock().unwrap();
    let folder = ["--data-dir", data.path().to_str().unwrap()];
    let mut terminal = program::setup().args(folder).start();
    change_in_vain_and_leave(&mut terminal);
    drop(lock);
    terminal.send("\x03");
    assert_eq!(terminal.wait_for_end(), 0);
    assert_on_disk(
        &data.path().join("bookmarks.json"),
        "\"ca-kids-help-phone\"",
    );
}

/// Tries to write a page to hand over while another session holds the lock.
fn write_in_vain(data: &Path) -> (Terminal, std::fs::File) {
    let lock = std::fs::File::create(data.join("exchange.lock")).unwrap();
    lock.lock().unwrap();
    let folder = ["--data-dir", data.to_str().unwrap()];
    let mut terminal = program::painted(program::setup().args(folder));
    terminal.send("4kids help phone\r");
    terminal.wait_for_text("b bookmark");
    terminal.send("c\r");
    terminal.wait_for_text(">Write it to the file card.txt<");
    terminal.send("\r");
    terminal.wait_for_text("Not saved yet");
    (terminal, lock)
}

/// Returns the names in the folder of exchanged files.
fn exchanged(data: &Path) -> Vec<String> {
    let names = std::fs::read_dir(data.join("exchange")).unwrap();
    let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.collect()
}

#[test]
fn a_page_is_said_to_be_written_once_it_is_and_written_once() {
    let data = tempfile::tempdir().unwrap();
    let (mut terminal, lock) = write_in_vain(data.path());
    terminal.send("\r");
    drop(lock);
    terminal.wait_for_text("Written: card.txt");
    assert_eq!(exchanged(data.path()), ["card.txt"]);
    terminal.send("\x03");
    assert_eq!(terminal.wait_for_end(), 0);
}

#[test]
fn a_page_that_cannot_be_written_leaves_nothing_half_written() {
    let data = tempfile::tempdir().unwrap();
    let (mut terminal, _lock) = write_in_vain(data.path());
    terminal.wait_for_text("It was not written: another session is using the file");
    assert!(exchanged(data.path()).is_empty());
    terminal.send("\x03");
    assert_eq!(terminal.wait_for_end(), 0);
}
