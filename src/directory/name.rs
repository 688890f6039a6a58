//! A name or an address in one of the two languages, or both.

use std::fmt;

use schemars::JsonSchema;
use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::i18n::Language;

/// A name or an address in one of the two languages, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    /// French.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fr: Option<String>,
}

impl Name {
    /// Creates a name with the same words in both languages.
    pub fn shared(words: &str) -> Self {
        Self {
            en: Some(words.to_owned()),
            fr: Some(words.to_owned()),
        }
    }

    /// Returns the name in `language`, else the other one, and its language. Empty if there is
    /// neither.
    pub fn get(&self, language: Language) -> (&str, Language) {
        let (own, other) = match language {
            Language::En => (&self.en, &self.fr),
            Language::Fr => (&self.fr, &self.en),
        };
        match (own, other) {
            (Some(name), _) => (name, language),
            (None, Some(name)) => (name, language.other()),
            (None, None) => ("", language),
        }
    }

    /// Returns true if there is no name in either language.
    pub fn is_empty(&self) -> bool {
        self.en.is_none() && self.fr.is_none()
    }

    /// Returns the existing names, each once, English first, with the field of each.
    pub fn each(&self) -> impl Iterator<Item = (Language, &str)> {
        let french = self
            .fr
            .as_deref()
            .filter(|fr| self.en.as_deref() != Some(fr));
        let english = self.en.as_deref().map(|name| (Language::En, name));
        english
            .into_iter()
            .chain(french.map(|name| (Language::Fr, name)))
    }
}

/// JSON Schema of a [`Name`] parsed by [`one_or_both`].
#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "describes the format; nothing of it is built")]
pub(super) enum OneOrBoth {
    /// One text for both languages.
    One(String),
    /// One for each language.
    Both(Name),
}

/// Serializes a [`Name`] as one plain text if it is the same in both languages.
pub(super) mod one_or_both {
    use super::{
        Deserialize, Deserializer, MapAccess, MapAccessDeserializer, Name, Serialize, Serializer,
        Visitor, fmt,
    };

    pub(in super::super) fn serialize<S: Serializer>(
        name: &Name,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match (&name.en, &name.fr) {
            (Some(en), Some(fr)) if en == fr => en.serialize(serializer),
            _ => name.serialize(serializer),
        }
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Name, D::Error> {
        struct Form;

        impl<'de> Visitor<'de> for Form {
            type Value = Name;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a text, or one in `en` and one in `fr`")
            }

            fn visit_str<E>(self, text: &str) -> Result<Name, E> {
                Ok(Name::shared(text))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Name, A::Error> {
                Name::deserialize(MapAccessDeserializer::new(map))
            }
        }

        deserializer.deserialize_any(Form)
    }
}
