//! Page of a single number: in large digits, to be copied by hand or read at a distance, and as a
//! code to scan with a phone.

use qrcodegen::{QrCode, QrCodeEcc};

use crate::directory::phone::{self, parted};
use crate::document::Size;
use crate::document::{Composer, Document, Piece, Role, Row, Span};
use crate::i18n::Messages;

/// Rows of a large digit.
const HEIGHT: usize = 5;
/// Light modules around a code. ISO/IEC 18004 requires four; cameras read codes with two, and a low
/// screen has no room for more.
pub(in crate::document) const QUIET: i32 = 2;

/// Height of large digits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Height {
    /// A row for each row of the shape.
    Whole,
    /// Two rows of the shape in one row of half blocks.
    Half,
}

/// Lays out a number: in plain text on its own row, and in large digits, lower ones where the whole
/// number would not fit.
pub fn large(text: &str, messages: &Messages, room: Size, ascii: bool) -> Document {
    let width = room.width;
    let mut composer = Composer::new(width);
    composer.paragraph(0, vec![Piece::new(text, Role::Title)]);
    composer.blank();
    let mut document = composer.finish();
    document.rows.push(Row::default());
    let (number, extension) = parted(text);
    let is_dialled = phone::uri(number, extension).is_some();
    if is_dialled {
        let most = usize::from(room.height).saturating_sub(document.rows.len());
        let whole = digits(number, usize::from(width), Height::Whole, ascii);
        // A low window has no room for a number in two lines.
        let drawn = if whole.len() > most + 1 && !ascii {
            digits(number, usize::from(width), Height::Half, ascii)
        } else {
            whole
        };
        document.rows.extend(drawn);
    }
    if let Some(extension) = extension.filter(|_| is_dialled) {
        let words = messages.format("phone-extension", &[("number", extension.into())]);
        let mut composer = Composer::new(width);
        composer.paragraph(0, vec![Piece::text(words)]);
        document.rows.extend(composer.finish().rows);
        document.rows.push(Row::default());
        document
            .rows
            .extend(digits(extension, usize::from(width), Height::Whole, ascii));
    }
    document.rows.push(Row::default());
    let mut hint = Composer::new(width);
    hint.paragraph(
        0,
        vec![Piece::text(messages.text(if is_dialled {
            "number-select"
        } else if text.contains(['/', '@']) {
            "address-select"
        } else {
            "number-unclear"
        }))],
    );
    document.rows.extend(hint.finish().rows);
    document
}

/// Draws the digits large, broken after dashes into several lines where they do not fit.
fn digits(text: &str, width: usize, height: Height, ascii: bool) -> Vec<Row> {
    let mark = if ascii { "#" } else { "█" };
    let mut rows = Vec::new();
    for line in lines(text, ((width + 1) / 4).max(1)) {
        let shapes: Vec<_> = line.chars().filter_map(shape).collect();
        let drawn = (0..HEIGHT).map(|y| shapes.iter().map(|shape| shape[y]).collect::<Vec<_>>());
        let drawn: Vec<String> = drawn.map(|parts| parts.join(" ")).collect();
        let drawn = match height {
            Height::Whole => drawn.iter().map(|row| row.replace('#', mark)).collect(),
            Height::Half => halves(&drawn),
        };
        rows.extend(drawn.into_iter().map(|row| Row {
            spans: vec![Span::new(row, Role::Text)],
            ..Row::default()
        }));
        rows.push(Row::default());
    }
    rows
}

/// Splits a number into lines of at most `most` characters with a shape, after a dash if there is
/// one.
fn lines(text: &str, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for part in text.split_inclusive('-') {
        let part: Vec<char> = part.chars().filter(|one| shape(*one).is_some()).collect();
        for piece in part.chunks(most) {
            let piece: String = piece.iter().collect();
            match lines.last_mut() {
                Some(last) if last.len() + piece.len() <= most => last.push_str(&piece),
                _ => lines.push(piece),
            }
        }
    }
    lines
}

/// Draws pairs of rows in one row of half blocks.
fn halves(rows: &[String]) -> Vec<String> {
    let pair = |pair: &[String]| {
        let lower = pair.get(1).map_or("", String::as_str).chars();
        let lower = lower.chain(std::iter::repeat(' '));
        let cells = pair[0].chars().zip(lower);
        let cell = |cell| match cell {
            ('#', '#') => '█',
            ('#', _) => '▀',
            (_, '#') => '▄',
            _ => ' ',
        };
        cells.map(cell).collect()
    };
    rows.chunks(2).map(pair).collect()
}

/// Returns the shape of a character, three columns wide.
const fn shape(character: char) -> Option<[&'static str; HEIGHT]> {
    Some(match character {
        '0' => ["###", "# #", "# #", "# #", "###"],
        '1' => [" # ", "## ", " # ", " # ", "###"],
        '2' => ["###", "  #", "###", "#  ", "###"],
        '3' => ["###", "  #", " ##", "  #", "###"],
        '4' => ["# #", "# #", "###", "  #", "  #"],
        '5' => ["###", "#  ", "###", "  #", "###"],
        '6' => ["###", "#  ", "###", "# #", "###"],
        '7' => ["###", "  #", "  #", "  #", "  #"],
        '8' => ["###", "# #", "###", "# #", "###"],
        '9' => ["###", "# #", "###", "  #", "###"],
        '-' => ["   ", "   ", "###", "   ", "   "],
        '#' => ["# #", "###", "# #", "###", "# #"],
        '*' => ["   ", "# #", " # ", "# #", "   "],
        _ => return None,
    })
}

/// Lays out a code to scan: a number to call, or a website to open. In a window too small for the
/// whole code it states the size that is needed.
pub fn code(text: &str, messages: &Messages, room: Size, ascii: bool) -> Document {
    let line = |piece| {
        let mut composer = Composer::new(room.width);
        composer.paragraph(0, vec![piece]);
        composer.finish().rows
    };
    let mut rows = line(Piece::new(messages.text("code-warning"), Role::Warning));
    rows.extend(line(Piece::text(text)));
    let payload = payload(text);
    if payload.is_none() {
        rows.extend(line(Piece::text(messages.text("number-unclear"))));
    }
    let code = payload.and_then(|payload| QrCode::encode_text(&payload, QrCodeEcc::Low).ok());
    if let Some(code) = code {
        let drawn = if ascii {
            wide_rows(&code)
        } else {
            half_rows(&code)
        };
        let missing = lacking(room, rows.len() + drawn.len(), &code, ascii);
        match missing {
            None => rows.extend(drawn),
            Some((columns, lines)) => {
                let sides = [("columns", columns.into()), ("rows", lines.into())];
                let said = messages.format("code-room", &sides);
                rows.extend(line(Piece::text(said)));
            }
        }
    }
    Document {
        rows,
        links: Vec::new(),
    }
}

/// Returns the missing columns and rows of a window that is too small for the code.
fn lacking(room: Size, height: usize, code: &QrCode, ascii: bool) -> Option<(usize, usize)> {
    let width = range(code).count() * if ascii { 2 } else { 1 };
    let columns = width.saturating_sub(usize::from(room.width));
    let rows = height.saturating_sub(usize::from(room.height));
    (columns + rows > 0).then_some((columns, rows))
}

/// Returns the content of the code: a `tel:` URI (RFC 3966) or the address; `None` if the number to
/// dial is ambiguous.
pub fn payload(text: &str) -> Option<String> {
    if text.contains("://") {
        return Some(text.to_owned());
    }
    let (number, extension) = parted(text);
    phone::uri(number, extension)
}

fn range(code: &QrCode) -> std::ops::Range<i32> {
    -QUIET..code.size() + QUIET
}

/// Draws two rows of modules in one row of half blocks.
pub(in crate::document) fn half_rows(code: &QrCode) -> Vec<Row> {
    let row = |y: i32| {
        let cell = |x: i32| match (code.get_module(x, y), code.get_module(x, y + 1)) {
            (true, true) => '█',
            (true, false) => '▀',
            (false, true) => '▄',
            (false, false) => ' ',
        };
        range(code).map(cell).collect::<String>()
    };
    range(code).step_by(2).map(|y| code_row(row(y))).collect()
}

/// Draws a module as two columns of light or dark background, by colour or reversed video, where
/// half blocks are missing. Letters as modules would not be readable for a camera.
pub(in crate::document) fn wide_rows(code: &QrCode) -> Vec<Row> {
    let row = |y: i32| {
        let modules: Vec<bool> = range(code).map(|x| code.get_module(x, y)).collect();
        let spans = modules
            .chunk_by(|one, other| one == other)
            .map(|alike| match alike {
                [true, ..] => Span::new("  ".repeat(alike.len()), Role::CodeDark),
                _ => Span::new("  ".repeat(alike.len()), Role::Code),
            });
        Row {
            spans: spans.collect(),
            ..Row::default()
        }
    };
    range(code).map(row).collect()
}

fn code_row(text: String) -> Row {
    Row {
        spans: vec![Span::new(text, Role::Code)],
        ..Row::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    const ROOM: Size = Size {
        width: 60,
        height: 27,
    };

    #[test]
    fn a_code_that_does_not_fit_as_a_whole_is_left_out_and_says_so() {
        for (language, ascii, room, said) in [
            (Language::En, true, ROOM, None),
            (
                Language::En,
                true,
                Size { height: 26, ..ROOM },
                Some("1 row"),
            ),
            (
                Language::En,
                true,
                Size { width: 48, ..ROOM },
                Some("2 columns"),
            ),
            (
                Language::Fr,
                true,
                Size {
                    width: 49,
                    height: 20,
                },
                Some("1 colonne et de 8 rangées"),
            ),
            (
                Language::En,
                false,
                Size {
                    width: 25,
                    height: 17,
                },
                None,
            ),
            (
                Language::En,
                false,
                Size {
                    width: 25,
                    height: 12,
                },
                Some("4 rows taller"),
            ),
        ] {
            let document = code("988", Messages::of(language), room, ascii);
            let text: Vec<_> = document.rows.iter().map(Row::text).collect();
            let drawn = document.rows.iter().flat_map(|row| &row.spans);
            let drawn = drawn.filter(|span| span.role == Role::Code).count() > 0;
            let text = text.join(" ");
            assert_eq!(drawn, said.is_none(), "{text}");
            assert!(said.is_none_or(|said| text.contains(said)), "{text}");
        }
    }

    #[test]
    fn the_number_stands_alone_on_its_row() {
        let document = large("1-800-222-8477", Messages::of(Language::En), ROOM, false);
        assert_eq!(document.rows[0].text(), "1-800-222-8477");
        assert!(
            document.rows[2].text().starts_with(" █ "),
            "and large below"
        );
    }

    #[test]
    fn a_number_fits_a_low_window_whole() {
        let room = Size {
            width: 38,
            height: 9,
        };
        let document = large("1-800-222-8477", Messages::of(Language::En), room, false);
        let rows: Vec<String> = document.rows.iter().map(Row::text).collect();
        assert!(rows[2].starts_with("▄█"), "{}", rows.join("\n"));
        assert!(
            rows[8].contains('▀'),
            "the last digits: {}",
            rows.join("\n")
        );
        assert_eq!(lines("1-855-225-0220", 9), ["1-855-", "225-0220"]);
        assert_eq!(
            lines("1-855-225-0220", 3),
            ["1-", "855", "-", "225", "-", "022", "0"]
        );
    }

    #[test]
    fn a_number_is_called_and_an_address_is_opened() {
        let is = |text, said: &str| assert_eq!(payload(text).as_deref(), Some(said));
        is("1-800-222-8477", "tel:18002228477");
        is("#9191", "tel:#9191");
        is("418-555-0123 x301", "tel:4185550123;ext=301");
        is("https://988.ca", "https://988.ca");
    }

    #[test]
    fn unclear_number_is_shown_without_large_digits_and_code() {
        let messages = Messages::of(Language::En);
        let text = "902-555-0199 212";
        assert_eq!(payload(text), None);
        for document in [
            code(text, messages, ROOM, true),
            large(text, messages, ROOM, false),
        ] {
            let rows: Vec<_> = document.rows.iter().map(Row::text).collect();
            let said = rows.join(" ");
            assert!(said.contains(text), "{said}");
            assert!(said.contains(&messages.text("number-unclear")), "{said}");
            assert!(!said.contains('█'), "{said}");
        }
    }

    #[test]
    fn the_code_is_the_one_that_the_library_makes() {
        let document = code("988", Messages::of(Language::En), ROOM, true);
        let modules = |row: &Row| -> Vec<bool> {
            let spans = row.spans.iter();
            let span = |span: &Span| vec![span.role == Role::CodeDark; span.text.len() / 2];
            spans.flat_map(span).collect()
        };
        let rows: Vec<_> = document.rows[2..].iter().map(modules).collect();
        let expected = QrCode::encode_text("tel:988", QrCodeEcc::Low).unwrap();
        for (y, row) in (-QUIET..).zip(&rows) {
            for (x, module) in (-QUIET..).zip(row) {
                assert_eq!(*module, expected.get_module(x, y), "at {x},{y}");
            }
            assert_eq!(row.len(), 21 + 4);
        }
        assert_eq!(rows.len(), 21 + 4, "a version 1 code and its quiet rows");
    }
}
