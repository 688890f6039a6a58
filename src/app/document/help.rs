//! The help screen, out of the table of keys.

use unicode_width::UnicodeWidthStr;

use super::{Composer, Document, Link, Piece, Role};
use crate::app::action::Key;
use crate::app::keymap::{BINDINGS, Section};
use crate::i18n::Messages;

/// Lays the help screen out; with `ascii`, for a terminal that shows nothing else.
pub fn compose(messages: &Messages, width: u16, focused: Option<usize>, ascii: bool) -> Document {
    let mut composer = Composer::new(width, focused);
    composer.paragraph(
        0,
        vec![Piece::new(messages.text("keys-title"), Role::Title)],
    );
    composer.blank();
    composer.paragraph(0, vec![Piece::text(messages.text("keys-introduction"))]);
    composer.blank();
    let glossary = composer.link(&messages.text("keys-glossary"), Link::Glossary);
    composer.paragraph(0, vec![glossary]);
    let settings = composer.link(&messages.text("keys-settings-page"), Link::Settings);
    composer.paragraph(0, vec![settings]);
    composer.blank();
    let rows = rows(messages, ascii);
    let column = rows
        .iter()
        .map(|row| row.keys.width())
        .max()
        .unwrap_or(0)
        .min(usize::from(width) / 3)
        + 2;
    for section in Section::ALL {
        composer.paragraph(
            0,
            vec![Piece::new(
                messages.text(section.message_id()),
                Role::Heading,
            )],
        );
        for row in rows.iter().filter(|row| row.section == section) {
            let gap = "\u{a0}".repeat(column.saturating_sub(row.keys.width()).max(2));
            // The keys of a row stay together, as one word.
            let keys = row.keys.replace(' ', "\u{a0}");
            composer.paragraph(
                column,
                vec![
                    Piece::new(keys, Role::Key),
                    Piece::text(gap),
                    Piece::text(messages.text(row.sentence)),
                ],
            );
        }
        composer.blank();
    }
    composer.paragraph(0, vec![Piece::text(messages.text("keys-cannot-clear"))]);
    composer.finish()
}

/// The name of a key, as the screen writes it. In ASCII alone an arrow would look like a letter, which
/// is a key as well: there it is a word.
pub fn key_name(key: Key, messages: &Messages, ascii: bool) -> String {
    use crate::app::action::KeyCode;
    let spelled = key.code.spelled_id().filter(|_| ascii);
    let name = match (spelled.or(key.code.message_id()), key.code) {
        (Some(id), _) => messages.text(id),
        (None, KeyCode::Character(character)) if key.control => character.to_uppercase().collect(),
        (None, KeyCode::Character(character)) => character.to_string(),
        (None, KeyCode::Function(number)) => format!("F{number}"),
        (None, _) => String::new(),
    };
    if key.control {
        format!("Ctrl-{name}")
    } else {
        name
    }
}

/// One row of the help screen.
#[derive(Clone, Debug)]
pub struct HelpRow {
    /// The heading that it stands under.
    pub section: Section,
    /// The keys, with spaces between them.
    pub keys: String,
    /// Id of the message that says what they do.
    pub sentence: &'static str,
}

/// One row a sentence; bindings that share one are joined.
pub fn rows(messages: &Messages, ascii: bool) -> Vec<HelpRow> {
    let mut rows: Vec<(Section, Vec<Key>, &'static str)> = Vec::new();
    for binding in BINDINGS {
        let Some((section, sentence)) = binding.help else {
            continue;
        };
        let found = rows.iter().position(|row| row.2 == sentence);
        let place = found.unwrap_or_else(|| {
            rows.push((section, Vec::new(), sentence));
            rows.len() - 1
        });
        for key in binding.keys {
            if !rows[place].1.contains(key) {
                rows[place].1.push(*key);
            }
        }
    }
    rows.into_iter()
        .map(|(section, keys, sentence)| HelpRow {
            section,
            keys: keys
                .iter()
                .map(|key| key_name(*key, messages, ascii))
                .collect::<Vec<_>>()
                .join(" "),
            sentence,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn in_ascii_an_arrow_is_a_word_and_no_letter() {
        for (language, up) in [
            (Language::En, "Up k Down j"),
            (Language::Fr, "Haut k Bas j"),
        ] {
            let rows = rows(Messages::of(language), true);
            let moving = rows.iter().find(|row| row.sentence == "keys-rows");
            assert_eq!(moving.map(|row| row.keys.as_str()), Some(up));
            let arrows = |row: &HelpRow| row.keys.contains(['↑', '↓', '←', '→']);
            assert!(!rows.iter().any(arrows), "{rows:?}");
        }
    }
}
