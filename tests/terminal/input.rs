//! Input: keys, pasted text, interrupted sequences.

use super::program;
use super::support::{Setup, Terminal};

/// Waits until this text is in the search field, followed by the number of hits.
#[track_caller]
fn wait_for_query(terminal: &Terminal, query: &str) {
    terminal.wait_for(&format!("the query {query:?}"), |screen| {
        let contents = screen.contents();
        let field = contents
            .lines()
            .find_map(|line| line.strip_prefix("  Search: "));
        let words = field.and_then(|field| field.strip_suffix(" found"));
        words
            .and_then(|words| words.rsplit_once(' '))
            .is_some_and(|(words, _)| words.trim() == query)
    });
}

/// Opens the Directory with the search field in focus.
fn searching() -> Terminal {
    let mut terminal = program::start();
    terminal.send("4");
    wait_for_query(&terminal, "");
    terminal
}

#[test]
fn a_torn_sequence_is_one_step_back_and_nothing_else() {
    let mut terminal = searching();
    terminal.send("shelter");
    wait_for_query(&terminal, "shelter");
    terminal.send("\x1b");
    wait_for_query(&terminal, "");
    for part in ["[", "1;", "5B", "x"] {
        terminal.send(part);
        terminal.settled();
    }
    wait_for_query(&terminal, "x");
}

#[test]
fn an_unknown_sequence_is_swallowed() {
    let mut terminal = searching();
    terminal.send("\x1b[999z\x1b[?1;2c\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[Ix");
    wait_for_query(&terminal, "x");
}

#[test]
fn pasted_text_goes_into_the_field_without_its_line_ends() {
    let mut terminal = searching();
    terminal.send("\x1b[200~sexual\rassault\x1b[201~");
    wait_for_query(&terminal, "sexual assault");
}

#[test]
fn a_torn_arrow_does_not_empty_the_search() {
    let mut terminal = searching();
    terminal.send("shelter");
    wait_for_query(&terminal, "shelter");
    let up = "\x1b[A";
    terminal.send(&up[..1]);
    terminal.send(&up[1..]);
    terminal.send("s");
    wait_for_query(&terminal, "shelters");
}

#[test]
fn control_h_is_backspace() {
    let mut terminal = searching();
    terminal.send("zebras\x08");
    wait_for_query(&terminal, "zebra");
}

#[test]
fn a_command_that_reads_the_terminal_says_that_it_waits() {
    let arguments = ["--lang", "en", "import", "-"];
    let mut terminal = Setup::of(program::PATH).args(arguments).start();
    terminal.wait_for_text("then press Enter and Ctrl-D");
    terminal.send("Name,Phone\rQuill Desk,902-555-0123\r\x04");
    terminal.wait_for_text("1 taken in");
    terminal.wait_for_end();
}

/// E-mail whose letters are keys that change the list, write a note, and leave.
const MAIL: &str = "b\rn\rBob saw her at the motel, room 12\rtnight\rb\rq\rq\r";

#[track_caller]
fn assert_nothing_was_done(terminal: &Terminal) {
    let files = std::fs::read_dir(terminal.home()).unwrap();
    let files: Vec<_> = files.map(|file| file.unwrap().file_name()).collect();
    let list = terminal.home().join(".local/share/havre/bookmarks.json");
    assert!(!list.exists(), "{files:?}");
}

/// Opens a contact's card.
fn reading() -> Terminal {
    let mut terminal = program::start();
    terminal.send("4kids help phone\r");
    terminal.wait_for_text("b bookmark");
    terminal
}

#[test]
fn pasted_text_outside_a_field_does_nothing_and_says_so() {
    let mut terminal = reading();
    terminal.send(&format!("\x1b[200~{MAIL}\x1b[201~"));
    terminal.wait_for_text("Pasted text is ignored here.");
    assert_nothing_was_done(&terminal);
    terminal.send("\x03");
    assert_eq!(terminal.wait_for_end(), 0);
}

#[test]
fn text_faster_than_anybody_types_is_a_paste_too() {
    let mut terminal = reading();
    terminal.send(MAIL);
    // Input that follows at once belongs to it; a key ends it.
    terminal.send("bnb\r");
    terminal.wait_for_text("Pasted text is ignored here.");
    terminal.send("\x1b[A");
    terminal.settled();
    assert_nothing_was_done(&terminal);
    terminal.send("\x03");
    assert_eq!(terminal.wait_for_end(), 0);
}

#[test]
fn text_typed_ahead_reaches_the_search() {
    for keys in ["4toronto", "2/toronto", "/toronto", "4/toronto"] {
        let mut terminal = program::start();
        terminal.send(&format!("{keys}\x1b[B"));
        terminal.wait_for("the results", |screen| {
            let contents = screen.contents();
            contents.contains("  Search: toronto") && contents.contains("b bookmark")
        });
        let mut terminal = program::start();
        terminal.send(&format!("{keys}\r"));
        terminal.wait_for("the first hit", |screen| {
            let contents = screen.contents();
            contents.contains("Esc back") && !contents.contains("  Search: toronto")
        });
    }
}

#[test]
fn a_key_that_repeats_over_a_slow_link_is_no_paste() {
    let mut terminal = program::start();
    let second = program::second();
    terminal.send("jjjjjjjjjjjjjjjjjjjjjjjjjjjjjjkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkj");
    terminal.wait_for_text(&second);
    assert!(!terminal.contents().contains("ignored"));
}

#[test]
fn letters_that_come_all_at_once_are_all_read() {
    let mut terminal = searching();
    // More than one read, less than the terminal's buffer: a paste without bracketed paste.
    terminal.send(&("police court ".repeat(250) + "\x15zebra"));
    wait_for_query(&terminal, "zebra");
}

/// The first letter of a sentence typed on a list is `q`: the program stays, and searches for it.
#[test]
fn a_word_that_begins_with_q_ends_nothing() {
    let mut terminal = program::start();
    terminal.send("2");
    terminal.wait_for_text("[2 ");
    terminal.send("qu");
    terminal.wait_for_text("Search: qu");
    terminal.send("elqu'un veut mourir");
    terminal.wait_for_text("988");
}

/// Keys that follow each other as fast as a hurried hand presses them stay keys.
#[test]
fn two_fast_letters_on_a_bookmark_are_two_commands() {
    for keys in ["bu", "bb"] {
        let mut terminal = program::start();
        terminal.send("4\x1b[Bb");
        terminal.wait_for_text("Bookmarked");
        terminal.send("5");
        terminal.wait_for_text("[5 Bookmarks]");
        terminal.send(keys);
        terminal.wait_for("the bookmark is back", |screen| {
            let contents = screen.contents();
            contents.contains("[5 Bookmarks]") && contents.contains("Back again")
        });
        assert!(!terminal.contents().contains("Search:"), "{keys}");
    }
}
