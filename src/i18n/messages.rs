//! Messages of the program, from the Fluent files.

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use fluent_bundle::FluentValue;

use super::Language;
use super::entry::{self, Entry, Parsed};

/// Argument for a placeholder of a message.
pub type Argument<'a> = FluentValue<'a>;

/// Messages of one language. Each is parsed on first use, and those without placeholders are never
/// parsed: a screen shows few of them.
pub struct Messages {
    language: Language,
    /// Fluent file.
    file: &'static str,
    /// Positions of the messages in the file, sorted by id. Every session keeps some 2,000: these
    /// take 8 KB, a list of their texts and parsed forms took 65, a hash map 270.
    starts: Vec<u32>,
    /// Parsed messages, by position.
    parsed: Mutex<BTreeMap<u32, Parsed>>,
}

const ENGLISH: &str = include_str!("../../assets/i18n/en-CA.ftl");
const FRENCH: &str = include_str!("../../assets/i18n/fr-CA.ftl");

impl Messages {
    /// Returns the messages of a language, loaded once.
    pub fn of(language: Language) -> &'static Self {
        static ENGLISH_MESSAGES: OnceLock<Messages> = OnceLock::new();
        static FRENCH_MESSAGES: OnceLock<Messages> = OnceLock::new();
        match language {
            Language::En => ENGLISH_MESSAGES.get_or_init(|| Self::find(language, ENGLISH)),
            Language::Fr => FRENCH_MESSAGES.get_or_init(|| Self::find(language, FRENCH)),
        }
    }

    fn find(language: Language, file: &'static str) -> Self {
        let starts = entry::starts(file).filter_map(|start| u32::try_from(start).ok());
        let mut starts: Vec<u32> = starts.collect();
        starts.sort_by_cached_key(|start| entry_at(file, *start).id());
        starts.shrink_to_fit();
        Self {
            language,
            file,
            starts,
            parsed: Mutex::default(),
        }
    }

    /// Returns the language of these messages.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Returns true if there is a message with that id.
    pub fn has(&self, id: &str) -> bool {
        self.start(id).is_some()
    }

    /// Returns the position of a message in the file.
    fn start(&self, id: &str) -> Option<u32> {
        let starts = &self.starts;
        let found = starts.binary_search_by(|start| entry_at(self.file, *start).id().cmp(id));
        starts.get(found.ok()?).copied()
    }

    /// Returns a message without placeholders.
    pub fn text(&self, id: &str) -> String {
        self.format(id, &[])
    }

    /// Returns a message with its placeholders filled. An unknown id is returned unchanged: a test
    /// keeps that from being released.
    pub fn format(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.said(id, arguments).unwrap_or_else(|| id.to_owned())
    }

    fn said(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> Option<String> {
        let start = self.start(id)?;
        let entry = entry_at(self.file, start);
        if let Some(text) = entry.plain() {
            return Some(text.to_owned());
        }
        let mut parsed = self.parsed.lock().unwrap_or_else(PoisonError::into_inner);
        let parsed = parsed.entry(start);
        let parsed = parsed.or_insert_with(|| entry.parse(self.language));
        entry.format(parsed, arguments)
    }

    /// Returns the message with that id, with one text filled in.
    pub fn filled(&self, id: &str, name: &str, value: &str) -> String {
        self.format(id, &[(name, value.to_owned().into())])
    }

    /// Formats a date in that language, in words if it is unknown.
    pub fn date_of(&self, date: Option<jiff::civil::Date>) -> String {
        date.map_or_else(
            || self.text("date-unknown"),
            |date| self.date(&date.to_string()),
        )
    }

    /// Formats a date of the data (`2026-11-12`) in that language: « 12 novembre 2026 ». Any other
    /// text is returned unchanged.
    pub fn date(&self, date: &str) -> String {
        let Ok(date) = date.parse::<jiff::civil::Date>() else {
            return date.to_owned();
        };
        let month = self.text(&format!("month-{}", date.month()));
        self.format(
            "date",
            &[
                ("day", date.day().into()),
                ("month", month.into()),
                ("year", date.year().to_string().into()),
            ],
        )
    }
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = formatter.debug_struct("Messages");
        shown
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

fn entry_at(file: &'static str, start: u32) -> Entry {
    Entry::first(&file[start as usize..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_each_language_writes_them() {
        assert_eq!(
            Messages::of(Language::En).date("2026-11-12"),
            "12 November 2026"
        );
        assert_eq!(
            Messages::of(Language::Fr).date("2026-11-12"),
            "12 novembre 2026"
        );
        assert_eq!(
            Messages::of(Language::Fr).date("2026-03-01"),
            "1er mars 2026"
        );
        assert_eq!(Messages::of(Language::En).date("last week"), "last week");
    }
}
