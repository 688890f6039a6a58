//! Codes on the screen, decoded from an image of the cells as a phone's camera would.

use super::journey::{From, Journey};
use havre::i18n::Language;
use havre::ui::{Glyphs, Look, Theme, view};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

/// Width of a cell in pixels.
const WIDE: usize = 8;
const HIGH: usize = 16;

const LOOKS: [Look; 3] = [Look::Colours, Look::Mono, Look::HighContrast];

/// Returns the brightness of a colour, on a terminal with this background and text.
fn light(colour: Color, other: u8) -> u8 {
    match colour {
        Color::Reset => other,
        Color::Black => 0,
        Color::White => 229,
        Color::Red | Color::Blue | Color::Magenta => 70,
        Color::Green | Color::Cyan | Color::Yellow => 170,
        other => panic!("{other:?} is not one that the theme uses"),
    }
}

/// Returns the brightness of a pixel of a cell, on a dark terminal.
fn pixel(cell: &Cell, x: usize, y: usize) -> u8 {
    let mut sides = (light(cell.fg, 229), light(cell.bg, 0));
    if cell.modifier.contains(Modifier::REVERSED) {
        sides = (sides.1, sides.0);
    }
    let inked = match cell.symbol() {
        " " | "\u{a0}" => false,
        "█" => true,
        "▀" => y < HIGH / 2,
        "▄" => y >= HIGH / 2,
        // Any letter: strokes with space around them.
        _ => (3..13).contains(&y) && (x == 2 || x == 5 || y == 5 || y == 10),
    };
    if inked { sides.0 } else { sides.1 }
}

/// Returns all decoded codes of a screen.
fn scanned(buffer: &Buffer) -> Vec<String> {
    let (columns, rows) = (
        usize::from(buffer.area.width),
        usize::from(buffer.area.height),
    );
    let mut picture =
        rqrr::PreparedImage::prepare_from_greyscale(columns * WIDE, rows * HIGH, |x, y| {
            let place = (y / HIGH) * columns + x / WIDE;
            pixel(&buffer.content[place], x % WIDE, y % HIGH)
        });
    let codes = picture.detect_grids();
    codes.iter().map(|code| code.decode().unwrap().1).collect()
}

/// Returns the screen with the code of the first contact found by this text.
fn shown(search: &str, from: From, ascii: bool, look: Look) -> (Journey, Buffer) {
    let mut journey = Journey::start(From { ascii, ..from });
    journey.keys(&format!("/{search}<enter>o"));
    let glyphs = if ascii {
        Glyphs::ASCII
    } else {
        Glyphs::UNICODE
    };
    let size = journey.app.size();
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.width, size.height));
    view(&journey.app, Theme::new(look, glyphs), &mut buffer);
    (journey, buffer)
}

#[test]
fn a_phone_reads_the_number_from_half_blocks_and_from_ascii_in_every_look() {
    for look in LOOKS {
        for (size, ascii) in [((80, 24), false), ((40, 20), false), ((80, 32), true)] {
            let from = From {
                size,
                ..From::default()
            };
            let (_, buffer) = shown("trafficking hotline", from, ascii, look);
            assert_eq!(
                scanned(&buffer),
                ["tel:18339001010"],
                "{look:?} {size:?} {ascii}"
            );
            let blocks = buffer
                .content
                .iter()
                .filter(|cell| cell.symbol() == "▀")
                .count();
            assert_eq!(blocks == 0, ascii, "half blocks where they may be");
        }
    }
}

#[test]
fn other_text_than_a_code_is_not_read() {
    let (mut journey, _) = shown("trafficking hotline", From::default(), false, Look::Colours);
    journey.keys("<esc>");
    assert_eq!(scanned(&journey.frame().0), [""; 0]);
}

#[test]
fn the_code_comes_with_the_warning_in_both_languages() {
    for (language, warning) in [
        (Language::En, "A phone may be watched: ask first."),
        (
            Language::Fr,
            "Un téléphone peut être surveillé : demandez d’abord à la personne.",
        ),
    ] {
        let from = From {
            language,
            ..From::default()
        };
        let (mut journey, buffer) = shown("trafficking hotline", from, false, Look::Colours);
        assert_eq!(scanned(&buffer).len(), 1);
        journey.sees(warning, "consent first");
    }
}

#[test]
fn code_without_room_is_replaced_by_advice() {
    let from = From {
        size: (40, 12),
        ..From::default()
    };
    let (mut journey, buffer) = shown("trafficking hotline", from, false, Look::Colours);
    assert_eq!(scanned(&buffer), [""; 0]);
    journey
        .sees("A phone may be watched", "the warning all the same")
        .sees("rows taller", "how much is missing")
        .sees("press Y", "and another way");
    journey
        .keys("Y")
        .sees("1-833-900-1010", "which works from here");
}
