//! Faults of contacts with their messages.

use crate::directory::Region;
use crate::i18n::Messages;
use crate::i18n::typography::Flaw;

/// Fault of a field of a contact, or of a file of contacts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The text has a flaw.
    Text(Flaw),
    /// A list or a name that must not be empty is empty.
    Missing,
    /// A value occurs twice in a list.
    Twice(String),
    /// Not a stable slug: small letters, digits and single hyphens.
    Slug,
    /// The id does not begin with the region served.
    IdRegion(Region),
    /// Another record already has the id; with its position.
    IdTaken(String),
    /// The region differs from the file's name.
    FileRegion(Region),
    /// The file is not named after a region.
    FileName,
    /// Not a number that can be dialled in Canada.
    Phone,
    /// Not digits alone.
    Extension,
    /// More digits than any extension has.
    LongExtension,
    /// Not the shape of an e-mail address.
    Email,
    /// Not an address with `https://` or `http://`.
    Address,
    /// Neither one e-mail address nor one web address.
    CorrectionsTo,
    /// A date that does not exist, or is not written `YYYY-MM-DD`.
    Date,
    /// A language code that has no name in the messages.
    Language,
    /// A shelter's address, which must stay secret.
    ShelterAddress,
    /// Hours with another meaning in French than in English.
    HoursDiffer,
    /// `always_open` and the hours disagree.
    AlwaysOpen,
    /// A number's label repeats its hours.
    LabelHours,
    /// A gloss beside a name that is already French.
    Gloss,
    /// An English word in the French.
    EnglishWord(String),
    /// The address of a page in the other language.
    OtherLanguage,
    /// A year that no source can have, or a year with a reason that takes none.
    Year(i16),
    /// An implausible number of interpreted languages.
    LanguageCount,
    /// An implausible distance.
    Distance,
    /// A distance from places, or the whole region, without places.
    NoPlaces,
    /// Unknown town in the region.
    UnknownPlace(String),
    /// A source with neither an address nor a title.
    Source,
    /// Not a contact: the parser's message.
    Unreadable(String),
}

impl Fault {
    /// Returns true for faults that no pack may have: a secret address, control characters, a value
    /// of the wrong kind.
    pub fn is_harmful(&self) -> bool {
        matches!(
            self,
            Self::Text(Flaw::Forbidden(_))
                | Self::Slug
                | Self::Extension
                | Self::Email
                | Self::Address
                | Self::Date
                | Self::Language
                | Self::ShelterAddress
        )
    }

    /// Returns the message for the fault.
    pub fn say(&self, messages: &Messages) -> String {
        let filled = |id, name, value: &str| messages.filled(id, name, value);
        match self {
            Self::Text(flaw) => flaw.say(messages),
            Self::Missing => messages.text("fault-missing"),
            Self::Twice(value) => filled("fault-twice", "value", value),
            Self::Slug => messages.text("fault-slug"),
            Self::IdRegion(region) => filled("fault-id-region", "start", &region.slug()),
            Self::IdTaken(place) => filled("fault-id-taken", "place", place),
            Self::FileRegion(region) => filled("fault-file-region", "region", region.code()),
            Self::FileName => messages.text("fault-file-name"),
            Self::Phone => messages.text("fault-phone"),
            Self::Extension => messages.text("fault-extension"),
            Self::LongExtension => messages.text("fault-long-extension"),
            Self::Email => messages.text("fault-email"),
            Self::Address => messages.text("fault-address"),
            Self::CorrectionsTo => messages.text("fault-corrections-to"),
            Self::Date => messages.text("fault-date"),
            Self::Language => messages.text("fault-language"),
            Self::ShelterAddress => messages.text("fault-shelter-address"),
            Self::HoursDiffer => messages.text("fault-hours-differ"),
            Self::AlwaysOpen => messages.text("fault-always-open"),
            Self::LabelHours => messages.text("fault-label-hours"),
            Self::Gloss => messages.text("fault-gloss"),
            Self::EnglishWord(word) => filled("fault-english-word", "word", word),
            Self::OtherLanguage => messages.text("fault-other-language"),
            Self::Year(year) => filled("fault-year", "year", &year.to_string()),
            Self::LanguageCount => messages.text("fault-language-count"),
            Self::Distance => messages.text("fault-distance"),
            Self::NoPlaces => messages.text("fault-no-places"),
            Self::UnknownPlace(place) => filled("fault-unknown-place", "place", place),
            Self::Source => messages.text("fault-source"),
            Self::Unreadable(reason) => unreadable(reason, messages),
        }
    }
}

/// Returns the parser's message in the worker's words, where it is one of the usual; else as it is.
fn unreadable(reason: &str, messages: &Messages) -> String {
    for (start, id) in [
        ("unknown variant `", "fault-unknown-value"),
        ("unknown field `", "fault-unknown-field"),
        ("missing field `", "fault-missing-field"),
    ] {
        let named = reason.strip_prefix(start);
        if let Some((name, expected)) = named.and_then(|rest| rest.split_once('`')) {
            let expected = expected.split('`').skip(1).step_by(2);
            let expected: Vec<&str> = expected.collect();
            let words = [
                ("name", name.to_owned().into()),
                ("expected", expected.join(", ").into()),
            ];
            return messages.format(id, &words);
        }
    }
    messages.filled("fault-unreadable", "reason", reason)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn the_usual_messages_of_the_parser_are_said_in_both_languages() {
        #[derive(Debug, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Record {
            #[expect(dead_code, reason = "it is read alone")]
            kind: Kind,
        }
        #[derive(Debug, serde::Deserialize)]
        #[serde(rename_all = "lowercase")]
        enum Kind {
            Police,
            Shelter,
        }
        for (json, en, fr) in [
            (
                r#"{"kind":"shelterz"}"#,
                "“shelterz” is none of: police, shelter",
                "« shelterz » n’est aucun de : police, shelter",
            ),
            (
                "{}",
                "the field “kind” is missing",
                "il manque le champ « kind »",
            ),
            (
                r#"{"other":1}"#,
                "there is no field “other”",
                "il n’y a pas de champ « other »",
            ),
        ] {
            let error = serde_json::from_str::<Record>(json).unwrap_err();
            for (language, expected) in [(Language::En, en), (Language::Fr, fr)] {
                let said = Fault::Unreadable(error.to_string()).say(Messages::of(language));
                assert_eq!(said.replace('\u{a0}', " "), expected);
            }
        }
    }
}
