//! What comes in: keys, pasted text, torn sequences.

use super::program;
use super::support::Terminal;

/// Waits until that is in the search field; behind it stands how much was found.
#[track_caller]
fn wait_for_query(terminal: &Terminal, query: &str) {
    terminal.wait_for(&format!("the query {query:?}"), |screen| {
        let contents = screen.contents();
        let field = contents
            .lines()
            .find_map(|line| line.strip_prefix("> Search: "));
        let words = field.and_then(|field| field.strip_suffix(" found"));
        words
            .and_then(|words| words.rsplit_once(' '))
            .is_some_and(|(words, _)| words.trim() == query)
    });
}

/// The Directory, with the search field in focus.
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
    terminal.wait_for("paste on", vt100::Screen::bracketed_paste);
    terminal.send("\x1b[200~sexual\rassault\x1b[201~");
    wait_for_query(&terminal, "sexual assault");
    terminal.send("\r");
    terminal.wait_for("paste off", |screen| !screen.bracketed_paste());
}

#[test]
fn letters_that_come_all_at_once_are_all_read() {
    let mut terminal = searching();
    // More than is read at a time, less than a terminal holds: a paste where there is no bracketed one.
    terminal.send(&("police court ".repeat(250) + "\x15zebra"));
    wait_for_query(&terminal, "zebra");
}
