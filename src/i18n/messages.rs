//! The program's own words, out of the Fluent files.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::Language;

/// What a message can be given to fill its placeholders with.
pub type Argument<'a> = FluentValue<'a>;

/// The messages of one language.
pub struct Messages {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

const ENGLISH: &str = include_str!("../../assets/i18n/en-CA.ftl");
const FRENCH: &str = include_str!("../../assets/i18n/fr-CA.ftl");

impl Messages {
    /// The messages of that language, parsed once.
    pub fn of(language: Language) -> &'static Self {
        static ENGLISH_MESSAGES: OnceLock<Messages> = OnceLock::new();
        static FRENCH_MESSAGES: OnceLock<Messages> = OnceLock::new();
        match language {
            Language::En => ENGLISH_MESSAGES.get_or_init(|| Self::parse(language, ENGLISH)),
            Language::Fr => FRENCH_MESSAGES.get_or_init(|| Self::parse(language, FRENCH)),
        }
    }

    fn parse(language: Language, text: &str) -> Self {
        let locale = match language {
            Language::En => "en-CA",
            Language::Fr => "fr-CA",
        };
        // What cannot be parsed is skipped here and refused by `tests/messages.rs`.
        let resource = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let mut bundle = FluentBundle::new_concurrent(vec![
            locale.parse::<LanguageIdentifier>().unwrap_or_default(),
        ]);
        // The isolation marks are bidirectional control characters: garbage in many terminals.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    /// Which language these are.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Whether there is a message of that id.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// The message of that id, without placeholders to fill.
    pub fn text(&self, id: &str) -> String {
        self.format(id, &[])
    }

    /// The message of that id with its placeholders filled. An id that there is not is shown as
    /// it is: a test keeps that from ever being released.
    pub fn format(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(id)
            .and_then(|message| message.value())
        else {
            return id.to_owned();
        };
        let mut filled = FluentArgs::new();
        for (name, value) in arguments {
            filled.set(*name, value.clone());
        }
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&filled), &mut errors)
            .into_owned()
    }

    /// A date of the data (`2026-11-12`) as that language writes it: « 12 novembre 2026 ». What is
    /// no such date is returned as it is.
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
        formatter
            .debug_tuple("Messages")
            .field(&self.language)
            .finish()
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
