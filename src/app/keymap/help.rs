//! Rows of the help screen, from the table of keys.

use super::table::BINDINGS;
use super::{Command, Context, Key, KeyCode, Section};
use crate::document::Document;
use crate::document::pages::help;
use crate::document::pages::help::Keys;
use crate::i18n::Messages;

/// Row of the help screen.
#[derive(Clone, Debug)]
pub struct HelpRow {
    /// Section of the row.
    pub section: Section,
    /// Names of the keys, separated by spaces.
    pub keys: String,
    /// Id of the message about their effect.
    pub sentence: &'static str,
}

/// Screen from which help was opened.
#[derive(Clone, Debug)]
pub struct Here {
    /// Context of the focus on that screen.
    pub context: Context,
    /// Name of the screen; empty if it has none.
    pub name: String,
}

/// Most important commands, each with the id of its sentence.
const FIRST: [(&[Command], &str); 6] = [
    (&[Command::Open], "keys-first-open"),
    (&[Command::Back], "keys-back"),
    (&[Command::Search], "keys-first-search"),
    (&[Command::Copy], "keys-first-number"),
    (&[Command::Cover], "keys-cover"),
    (&[Command::ClearAndQuit], "keys-clear-and-quit"),
];

/// Greatest number of contexts of a key that counts as the screen's own.
const FEW: usize = 12;

/// Greatest number of keys for one effect among those of the screen.
const SHOWN: usize = 2;

/// Lays out the help screen: the six most important keys, those of the screen, then all. `ascii` is
/// true for terminals with ASCII only.
pub fn compose(messages: &Messages, width: u16, ascii: bool, here: Option<&Here>) -> Document {
    let first = help::Section {
        title: messages.text("keys-first"),
        keys: FIRST.map(|row| first_row(row, messages, ascii)).into(),
    };
    let own = here.map(|here| help::Section {
        title: match here.name.as_str() {
            "" => messages.text("keys-here"),
            name => messages.format("keys-here-named", &[("name", name.into())]),
        },
        keys: own_rows(here.context, messages, ascii),
    });
    let own = own.filter(|section| !section.keys.is_empty());
    let first: Vec<help::Section> = std::iter::once(first).chain(own).collect();
    let rows = rows(messages, ascii);
    let sections = Section::ALL.map(|section| {
        let rows = rows.iter().filter(|row| row.section == section);
        help::Section {
            title: messages.text(section.message_id()),
            keys: rows.map(|row| entry(row, messages)).collect(),
        }
    });
    help::compose(&first, &sections, messages, width)
}

/// Returns a row of the most important keys: the first key of each command with a sentence.
fn first_row((commands, sentence): (&[Command], &str), messages: &Messages, ascii: bool) -> Keys {
    let key = |command: &Command| {
        let mut rows = BINDINGS.iter().filter(|row| row.help.is_some());
        let row = rows.find(|row| row.command == *command);
        row.and_then(|row| row.keys.first())
    };
    let keys: Vec<Key> = commands.iter().filter_map(key).copied().collect();
    Keys {
        names: names(&keys, messages, ascii),
        sentence: messages.text(sentence),
    }
}

/// Returns the keys of a screen, without those of nearly all screens.
fn own_rows(context: Context, messages: &Messages, ascii: bool) -> Vec<Keys> {
    let told = |command| FIRST.iter().any(|(first, _)| first.contains(&command));
    let bindings = BINDINGS.iter().filter(|row| {
        row.contexts.contains(&context) && row.contexts.len() < FEW && !told(row.command)
    });
    let mut rows: Vec<(&str, Vec<&[Key]>)> = Vec::new();
    for binding in bindings {
        let Some(sentence) = binding.help.map(|(_, id)| id).or(binding.footer) else {
            continue;
        };
        match rows.iter_mut().find(|(known, _)| *known == sentence) {
            Some((_, keys)) => keys.push(binding.keys),
            None => rows.push((sentence, vec![binding.keys])),
        }
    }
    let row = |(sentence, bindings): (&str, Vec<&[Key]>)| {
        // The list of all keys below has the others.
        let shown = if bindings.len() > 1 { 1 } else { SHOWN };
        let shown = |keys: &[Key]| keys.iter().take(shown).copied().collect::<Vec<Key>>();
        let mut keys: Vec<Key> = bindings.into_iter().flat_map(shown).collect();
        if ends_of_digits(&keys).is_none() {
            keys.truncate(SHOWN);
        }
        Keys {
            names: names(&keys, messages, ascii),
            sentence: messages.text(sentence),
        }
    };
    rows.into_iter().map(row).collect()
}

fn names(keys: &[Key], messages: &Messages, ascii: bool) -> String {
    if let Some((first, last)) = ends_of_digits(keys) {
        let first = key_name(first, messages, ascii);
        let dash = if ascii { '-' } else { '–' };
        return format!("{first}{dash}{last}");
    }
    let names: Vec<String> = keys
        .iter()
        .map(|key| key_name(*key, messages, ascii))
        .collect();
    names.join(" ")
}

/// Returns the lowest of several digits, as a key, and the highest; `None` if other keys are among
/// them.
fn ends_of_digits(keys: &[Key]) -> Option<(Key, char)> {
    let digit = |key: &Key| match key.code {
        KeyCode::Character(digit) if digit.is_ascii_digit() => Some((digit, *key)),
        _ => None,
    };
    let digits: Vec<(char, Key)> = keys.iter().map(digit).collect::<Option<_>>()?;
    let first = digits.iter().min_by_key(|(digit, _)| *digit)?;
    let last = digits.iter().map(|(digit, _)| *digit).max()?;
    (digits.len() > 1).then_some((first.1, last))
}

fn entry(row: &HelpRow, messages: &Messages) -> Keys {
    Keys {
        names: row.keys.clone(),
        sentence: messages.text(row.sentence),
    }
}

/// Returns the name of a key as shown on the screen. In ASCII an arrow would look like a letter,
/// which is also a key: it is spelled out.
pub fn key_name(key: Key, messages: &Messages, ascii: bool) -> String {
    let spelled = key.code.spelled_id().filter(|_| ascii);
    let name = match (spelled.or(key.code.message_id()), key.code) {
        (Some(id), _) => messages.text(id),
        (None, KeyCode::Character(character)) if key.control || key.alt => {
            character.to_uppercase().collect()
        }
        (None, KeyCode::Character(character)) => character.to_string(),
        (None, KeyCode::Function(number)) => format!("F{number}"),
        (None, _) => String::new(),
    };
    match (key.control, key.alt) {
        (true, _) => format!("Ctrl-{name}"),
        (false, true) => format!("Alt-{name}"),
        (false, false) => name,
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
        let index = found.unwrap_or_else(|| {
            rows.push((section, Vec::new(), sentence));
            rows.len() - 1
        });
        for key in binding.keys {
            if !rows[index].1.contains(key) {
                rows[index].1.push(*key);
            }
        }
    }
    rows.into_iter()
        .map(|(section, keys, sentence)| HelpRow {
            section,
            keys: names(&keys, messages, ascii),
            sentence,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn several_digits_are_a_range() {
        let messages = Messages::of(Language::En);
        let listed = rows(messages, false);
        let keys = |sentence| {
            let row = listed.iter().find(|row| row.sentence == sentence);
            row.map(|row| row.keys.as_str())
        };
        assert_eq!(keys("keys-answer"), Some("1–9"));
        assert_eq!(keys("keys-tabs"), Some("0–5"));
        assert_eq!(keys("keys-tabs-anywhere"), Some("Alt-0–5"));
    }

    #[test]
    fn in_ascii_an_arrow_is_a_word_and_no_letter() {
        for (language, up) in [
            (Language::En, "Up k Ctrl-P Down j Ctrl-N"),
            (Language::Fr, "Haut k Ctrl-P Bas j Ctrl-N"),
        ] {
            let rows = rows(Messages::of(language), true);
            let moving = rows.iter().find(|row| row.sentence == "keys-rows");
            assert_eq!(moving.map(|row| row.keys.as_str()), Some(up));
            let arrows = |row: &HelpRow| row.keys.contains(['↑', '↓', '←', '→']);
            assert!(!rows.iter().any(arrows), "{rows:?}");
        }
    }
}
