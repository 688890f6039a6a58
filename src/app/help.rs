//! Rows of the help screen, out of the table of keys.

use super::keymap::{BINDINGS, Key, KeyCode, Section};
use crate::document::Document;
use crate::document::help::{self, Keys};
use crate::i18n::Messages;

/// One row of the help screen.
#[derive(Clone, Debug)]
pub struct HelpRow {
    /// Section that the row belongs to.
    pub section: Section,
    /// Names of the keys, separated by spaces.
    pub keys: String,
    /// Id of the message that says what the keys do.
    pub sentence: &'static str,
}

/// Lays out the help screen; `ascii` is set on terminals without other characters.
pub fn compose(messages: &Messages, width: u16, ascii: bool) -> Document {
    let rows = rows(messages, ascii);
    let sections = Section::ALL.map(|section| {
        let rows = rows.iter().filter(|row| row.section == section);
        help::Section {
            title: messages.text(section.message_id()),
            keys: rows.map(|row| entry(row, messages)).collect(),
        }
    });
    help::compose(&sections, messages, width)
}

fn entry(row: &HelpRow, messages: &Messages) -> Keys {
    Keys {
        names: row.keys.clone(),
        sentence: messages.text(row.sentence),
    }
}

/// Returns the name of a key as the screen writes it. In ASCII an arrow would look like a letter, which
/// is a key as well: there it is a word.
pub fn key_name(key: Key, messages: &Messages, ascii: bool) -> String {
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

/// Returns one row for each sentence; bindings with the same sentence share a row.
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
