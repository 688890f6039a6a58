//! Text as a series of codes to scan with a phone.

use qrcodegen::{QrCode, QrCodeEcc};

use super::number::{QUIET, half_rows, payload, wide_rows};
use crate::document::{Composer, Document, Link, PageAction, Piece, Size};
use crate::i18n::Messages;

/// Capacity in bytes of the code versions 1 to 15 (ISO/IEC 18004, level L).
const CAPACITY: [usize; 15] = [
    17, 32, 53, 78, 106, 134, 154, 192, 230, 271, 321, 367, 425, 458, 520,
];

/// Lays out text as a series of codes that each fit into the window: the code with this index, and
/// a link to the next.
pub fn compose(text: &str, index: usize, messages: &Messages, room: Size, ascii: bool) -> Document {
    let mut composer = Composer::new(room.width);
    let Some(capacity) = capacity(room, ascii) else {
        composer.paragraph(0, vec![Piece::text(messages.text("code-no-room"))]);
        return composer.finish();
    };
    let parts = parts(text, capacity);
    let index = index.min(parts.len() - 1);
    let count = [("place", (index + 1).into()), ("count", parts.len().into())];
    let mut head = vec![Piece::text(messages.format("code-part", &count))];
    if parts.len() > 1 {
        let next = PageAction::Code((index + 1) % parts.len());
        head.push(Piece::text(" "));
        head.push(composer.link(&messages.text("code-next"), Link::Do(next)));
    }
    composer.paragraph(0, head);
    let mut document = composer.finish();
    if let Ok(code) = QrCode::encode_text(&parts[index], QrCodeEcc::Low) {
        document.rows.extend(if ascii {
            wide_rows(&code)
        } else {
            half_rows(&code)
        });
    }
    document
}

/// Returns true if a code fits into the window.
pub fn fits(room: Size, ascii: bool) -> bool {
    capacity(room, ascii).is_some()
}

/// Returns true if [`super::number::code`] draws the code of a text in this room.
pub fn number_fits(text: &str, messages: &Messages, room: Size, ascii: bool) -> bool {
    let Some(version) = payload(text).and_then(|payload| version_of(payload.len())) else {
        return false;
    };
    let modules = 17 + 4 * version + 2 * usize::try_from(QUIET).unwrap_or(0);
    let mut composer = Composer::new(room.width);
    composer.paragraph(0, vec![Piece::text(messages.text("code-warning"))]);
    composer.paragraph(0, vec![Piece::text(text)]);
    let above = composer.finish().rows.len();
    let (width, rows) = if ascii {
        (2 * modules, modules)
    } else {
        (modules, modules.div_ceil(2))
    };
    width <= usize::from(room.width) && above + rows <= usize::from(room.height)
}

/// Returns the version of the smallest code for this number of bytes; `None` if no code is that large.
fn version_of(bytes: usize) -> Option<usize> {
    let index = CAPACITY.iter().position(|capacity| bytes <= *capacity)?;
    Some(index + 1)
}

/// Returns the capacity in bytes of the largest code that fits into the window below a row of
/// words; `None` if not even the smallest fits.
fn capacity(room: Size, ascii: bool) -> Option<usize> {
    let rows = usize::from(room.height.saturating_sub(1));
    let width = usize::from(room.width);
    let (width, rows) = if ascii {
        (width / 2, rows)
    } else {
        (width, rows * 2)
    };
    let quiet = 2 * usize::try_from(QUIET).unwrap_or(0);
    let modules = width.min(rows).checked_sub(quiet + 17)?;
    let version = (modules / 4).min(CAPACITY.len());
    CAPACITY.get(version.checked_sub(1)?).copied()
}

/// Splits text between words, or within a word that is longer than a part. Never returns an empty
/// list.
fn parts(text: &str, most: usize) -> Vec<String> {
    let mut parts = vec![String::new()];
    for word in text.split_inclusive(char::is_whitespace) {
        let last = parts.last().map_or(0, String::len);
        if last > 0 && last + word.len() > most {
            parts.push(String::new());
        }
        for character in word.chars() {
            let last = parts.last().map_or(0, String::len);
            if last + character.len_utf8() > most {
                parts.push(String::new());
            }
            if let Some(part) = parts.last_mut() {
                part.push(character);
            }
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Role;
    use crate::i18n::Language;

    #[test]
    fn a_text_is_parted_into_codes_that_fit_and_say_it_all() {
        let text = "Example House (ns-example): number not in service. ".repeat(9) + "épelé";
        for (width, height, ascii) in [
            (78, 20, false),
            (38, 9, false),
            (78, 24, true),
            (158, 46, false),
        ] {
            let room = Size { width, height };
            let Some(most) = capacity(room, ascii) else {
                let document = compose(&text, 0, Messages::of(Language::En), room, ascii);
                assert!(
                    document.rows[0].text().contains("window"),
                    "{width}x{height}"
                );
                continue;
            };
            let parts = parts(&text, most);
            assert_eq!(parts.concat(), text);
            for index in 0..parts.len() {
                let document = compose(&text, index, Messages::of(Language::Fr), room, ascii);
                assert!(
                    document.rows.len() <= usize::from(height),
                    "{width}x{height}"
                );
                assert_eq!(document.links.len(), usize::from(parts.len() > 1));
                let code = document.rows.iter().flat_map(|row| &row.spans);
                let drawn = code.filter(|span| span.role == Role::Code).count();
                assert!(drawn > 0, "{width}x{height}");
            }
        }
    }
}
