//! Messages of the program, from the Fluent files.

use std::sync::OnceLock;

use fluent_bundle::FluentValue;

use super::Language;
use super::entry::{self, Entry};

/// Argument for a placeholder of a message.
pub type Argument<'a> = FluentValue<'a>;

/// Messages of one language. Each is parsed on first use, and those without placeholders are never
/// parsed: a screen shows few of them.
#[derive(Debug)]
pub struct Messages {
    language: Language,
    /// Entries, sorted by id: every session keeps some 2,000, and a hash map of them took 0.27 MB
    /// instead of 0.05.
    entries: Vec<Entry>,
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

    fn find(language: Language, text: &'static str) -> Self {
        let mut entries: Vec<Entry> = entry::all(text).collect();
        entries.sort_by_cached_key(Entry::id);
        entries.shrink_to_fit();
        Self { language, entries }
    }

    /// Returns the language of these messages.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Returns true if there is a message with that id.
    pub fn has(&self, id: &str) -> bool {
        self.entry(id).is_some()
    }

    fn entry(&self, id: &str) -> Option<&Entry> {
        let found = self.entries.binary_search_by(|entry| entry.id().cmp(id));
        Some(&self.entries[found.ok()?])
    }

    /// Returns a message without placeholders.
    pub fn text(&self, id: &str) -> String {
        self.format(id, &[])
    }

    /// Returns a message with its placeholders filled. An unknown id is returned unchanged: a test
    /// keeps that from being released.
    pub fn format(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.entry(id)
            .and_then(|entry| entry.say(self.language, arguments))
            .unwrap_or_else(|| id.to_owned())
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
