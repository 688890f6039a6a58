//! Parts of a contact as stored in the worker's file. Unlike the directory's own types, these keep
//! unknown fields of newer programs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::directory::check::is_phone;
use crate::directory::{Name, Phone, PhoneKind, phone};
use crate::i18n::{Language, Text};

/// Name of a service in one of the two languages, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SavedName {
    /// English name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    /// French name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fr: Option<String>,
    /// Fields of newer programs, preserved.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

impl SavedName {
    /// Returns the name in `language`, else in the other one, else an empty string.
    pub fn get(&self, language: Language) -> &str {
        let (own, other) = match language {
            Language::En => (&self.en, &self.fr),
            Language::Fr => (&self.fr, &self.en),
        };
        own.as_deref().or(other.as_deref()).unwrap_or_default()
    }
}

impl From<&Name> for SavedName {
    fn from(name: &Name) -> Self {
        Self {
            en: name.en.clone(),
            fr: name.fr.clone(),
            rest: Map::new(),
        }
    }
}

/// Text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SavedText {
    /// English.
    pub en: String,
    /// French.
    pub fr: String,
    /// Fields of newer programs, preserved.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

impl SavedText {
    /// Creates a text with the same words in both languages.
    pub fn shared(words: &str) -> Self {
        Self {
            en: words.to_owned(),
            fr: words.to_owned(),
            rest: Map::new(),
        }
    }

    /// Returns the text in a language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Fr => &self.fr,
        }
    }
}

impl From<&Text> for SavedText {
    fn from(text: &Text) -> Self {
        Self {
            en: text.en.clone(),
            fr: text.fr.clone(),
            rest: Map::new(),
        }
    }
}

impl From<&SavedText> for Text {
    fn from(text: &SavedText) -> Self {
        Self {
            en: text.en.clone(),
            fr: text.fr.clone(),
        }
    }
}

/// Number of a contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SavedPhone {
    /// Number as dialled.
    pub number: String,
    /// Extension to ask for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<String>,
    /// Kind of line.
    #[schemars(with = "String", extend("enum" = ["voice", "text", "tty", "fax"]))]
    pub kind: PhoneKind,
    /// Label of the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<SavedText>,
    /// Hours of that line, as text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<SavedText>,
    /// Fields of newer programs, preserved.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

impl From<&Phone> for SavedPhone {
    fn from(phone: &Phone) -> Self {
        Self {
            number: phone.number.clone(),
            extension: phone.extension.clone(),
            kind: phone.kind,
            label: phone.label.as_ref().map(SavedText::from),
            hours: phone.hours.as_ref().map(SavedText::from),
            rest: Map::new(),
        }
    }
}

impl From<&SavedPhone> for Phone {
    /// Parses the notation of another program like a typed number: its digits alone could be
    /// another number.
    fn from(phone: &SavedPhone) -> Self {
        let read = (!is_phone(&phone.number) && phone.extension.is_none())
            .then(|| phone::only(&phone.number))
            .flatten();
        let (number, extension) = read.map_or_else(
            || (phone.number.clone(), phone.extension.clone()),
            |read| (read.number, read.extension),
        );
        Self {
            number,
            extension,
            kind: phone.kind,
            label: phone.label.as_ref().map(Text::from),
            hours: phone.hours.as_ref().map(Text::from),
            places: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_another_program_is_parsed_and_never_reduced_to_digits() {
        let read = |number: &str| {
            let json = serde_json::json!({"number": number, "kind": "voice"});
            let saved: SavedPhone = serde_json::from_value(json).unwrap();
            Phone::from(&saved)
        };
        let phone = read("902-555-0199 local 212");
        assert_eq!(phone.dialled(), "902-555-0199 x212");
        assert!(phone.is_dialled());
        let phone = read("902-555-0199 212");
        assert_eq!(phone.number, "902-555-0199 212");
        assert!(!phone.is_dialled());
    }
}
