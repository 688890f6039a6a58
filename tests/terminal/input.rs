//! What comes in: keys, pasted text, torn sequences.

use super::program;

#[test]
fn a_torn_sequence_is_an_escape_and_nothing_else() {
    let mut terminal = program::start();
    terminal.send("\x1b");
    terminal.wait_for_text("Esc");
    terminal.send("[");
    terminal.settled();
    terminal.send("B");
    terminal.settled();
    terminal.wait_for("still the Esc", |screen| screen.contents().contains("Esc"));
    terminal.send("\x1b[B");
    terminal.wait_for_text("> line 1");
}

#[test]
fn an_unknown_sequence_is_swallowed() {
    let mut terminal = program::start();
    terminal.send("\x1b[999z\x1b[?1;2c\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[I\x1b[B");
    terminal.wait_for_text("> line 1");
    terminal.wait_for_text("Down");
}

#[test]
fn pasted_text_comes_as_one_piece_while_it_is_asked_for() {
    let mut terminal = program::start();
    terminal.send("t");
    terminal.wait_for("paste on", vt100::Screen::bracketed_paste);
    terminal.send("\x1b[200~two\rlines\x1b[201~");
    terminal.wait_for_text(r#"pasted "two\rlines""#);
    terminal.send("T");
    terminal.wait_for("paste off", |screen| !screen.bracketed_paste());
}
