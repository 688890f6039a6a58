use std::num::NonZeroU16;

use proptest::prelude::*;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::*;

const AREA: Rect = Rect::new(0, 0, 24, 5);

fn encoded(shown: &Buffer, next: &Buffer) -> String {
    let mut bytes = Vec::new();
    encode(&mut bytes, shown, next).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn picture(words: &[(u16, u16, &str, Style)]) -> Buffer {
    let mut buffer = Buffer::empty(AREA);
    for (x, y, text, style) in words {
        let room = usize::from(AREA.width - x);
        buffer.set_stringn(*x, *y, text, room, *style);
    }
    normalize(&mut buffer);
    buffer
}

fn plain(words: &[(u16, u16, &str)]) -> Buffer {
    let words: Vec<_> = words
        .iter()
        .map(|(x, y, text)| (*x, *y, *text, Style::new()))
        .collect();
    picture(&words)
}

#[test]
fn each_change_takes_its_shortest_way() {
    for (shown, next, bytes) in [
        (plain(&[]), plain(&[]), ""),
        (
            plain(&[]),
            plain(&[(0, 0, "one"), (0, 1, "two")]),
            "\x1b[Hone\r\ntwo",
        ),
        (
            plain(&[]),
            plain(&[(0, 0, "one"), (3, 1, "two")]),
            "\x1b[Hone\r\n   two",
        ),
        (
            plain(&[(0, 0, "a bad end")]),
            plain(&[(0, 0, "a")]),
            "\x1b[1;3H\x1b[K",
        ),
        (
            plain(&[(0, 0, "a to z")]),
            plain(&[(0, 0, "b to c")]),
            "\x1b[Hb to c",
        ),
        (
            plain(&[(0, 0, "a far from z")]),
            plain(&[(0, 0, "b far from c")]),
            "\x1b[Hb\x1b[10Cc",
        ),
        (plain(&[(0, 0, "a")]), plain(&[(0, 0, "a\u{a0}")]), ""),
        (plain(&[(0, 3, "ab")]), plain(&[(0, 3, "a")]), "\x1b[4;2H "),
    ] {
        assert_eq!(encoded(&shown, &next), bytes);
    }
}

#[test]
fn a_row_is_written_anew_where_that_is_shorter() {
    let long = plain(&[(0, 2, "many letters all through")]);
    let next = plain(&[(0, 2, "two"), (20, 2, "words")]);
    assert_eq!(encoded(&long, &next), "\x1b[3H\x1b[Ktwo\x1b[17Cword");
}

#[test]
fn a_colour_on_a_blank_is_not_sent() {
    let bold = Style::new().fg(Color::Red).add_modifier(Modifier::BOLD);
    assert_eq!(encoded(&plain(&[]), &picture(&[(0, 0, "   ", bold)])), "");
    let reversed = Style::new().add_modifier(Modifier::REVERSED);
    assert_eq!(
        encoded(&plain(&[]), &picture(&[(0, 0, " ", reversed)])),
        "\x1b[H\x1b[7m \x1b[m"
    );
}

#[test]
fn bold_words_stay_bold_over_the_blank_between() {
    let bold = Style::new().add_modifier(Modifier::BOLD);
    let words = picture(&[(0, 0, "two words", bold)]);
    assert_eq!(encoded(&plain(&[]), &words), "\x1b[H\x1b[1mtwo words\x1b[m");
}

fn styles() -> impl Strategy<Value = Style> {
    let colours = prop::sample::select(vec![
        Color::Reset,
        Color::Red,
        Color::LightCyan,
        Color::Indexed(99),
    ]);
    let modifiers = prop::sample::select(vec![
        Modifier::empty(),
        Modifier::BOLD,
        Modifier::DIM,
        Modifier::BOLD | Modifier::UNDERLINED,
        Modifier::REVERSED,
        Modifier::ITALIC,
    ]);
    (colours.clone(), colours, modifiers).prop_map(|(foreground, background, modifier)| {
        Style::reset()
            .fg(foreground)
            .bg(background)
            .add_modifier(modifier)
    })
}

fn pictures() -> impl Strategy<Value = Buffer> {
    let word = (0..AREA.width, 0..AREA.height, "[a-c é漢]{1,12}", styles());
    prop::collection::vec(word, 0..12).prop_map(|words| {
        let words: Vec<_> = words
            .iter()
            .map(|(x, y, text, style)| (*x, *y, text.as_str(), *style))
            .collect();
        picture(&words)
    })
}

/// Returns a cell of the terminal as ratatui's type.
fn seen(screen: &vt100::Screen, x: u16, y: u16) -> Cell {
    let seen = screen.cell(y, x).unwrap();
    let mut cell = Cell::default();
    if seen.has_contents() {
        cell.set_symbol(seen.contents());
    }
    let colour = |colour| match colour {
        vt100::Color::Default => Color::Reset,
        vt100::Color::Idx(1) => Color::Red,
        vt100::Color::Idx(14) => Color::LightCyan,
        vt100::Color::Idx(index) => Color::Indexed(index),
        vt100::Color::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
    };
    (cell.fg, cell.bg) = (colour(seen.fgcolor()), colour(seen.bgcolor()));
    for (has, modifier) in [
        (seen.bold(), Modifier::BOLD),
        (seen.dim(), Modifier::DIM),
        (seen.underline(), Modifier::UNDERLINED),
        (seen.inverse(), Modifier::REVERSED),
        (seen.italic(), Modifier::ITALIC),
    ] {
        cell.modifier.set(modifier, has);
    }
    cell
}

fn assert_shows(screen: &vt100::Screen, picture: &Buffer) {
    let mut shown = Buffer::empty(AREA);
    for position in AREA.positions() {
        shown[position] = seen(screen, position.x, position.y);
    }
    normalize(&mut shown);
    for position in AREA.positions() {
        // The second half of a wide character has no attributes of its own.
        if !screen
            .cell(position.y, position.x)
            .unwrap()
            .is_wide_continuation()
        {
            assert_eq!(shown[position], picture[position], "at {position}");
        }
    }
}

proptest! {
    #[test]
    fn every_picture_is_shown_after_any_other(pictures in prop::collection::vec(pictures(), 1..6)) {
        let rows = NonZeroU16::new(AREA.height).unwrap();
        let columns = NonZeroU16::new(AREA.width).unwrap();
        let mut terminal = vt100::Parser::new(rows, columns, 0);
        let mut shown = Buffer::empty(AREA);
        for next in pictures {
            terminal.process(encoded(&shown, &next).as_bytes());
            assert_shows(terminal.screen(), &next);
            shown = next;
        }
    }
}
