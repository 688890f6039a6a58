//! Languages: bilingual texts of the data, and the program's own messages.
//!
//! Every text of the program is a Fluent message of `assets/i18n/en-CA.ftl` and `fr-CA.ftl`; none
//! is in the code.

pub mod collation;
pub mod edits;
pub mod english;
mod entry;
pub mod folding;
mod messages;
pub mod typography;
mod wrapping;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use messages::{Argument, Messages};
pub use wrapping::wrapped;

/// Language of havre.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English, as written in Canada.
    #[default]
    En,
    /// French, as written in Canada.
    Fr,
}

impl Language {
    /// Both languages, English first.
    pub const ALL: [Self; 2] = [Self::En, Self::Fr];

    /// Returns the other language.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::En => Self::Fr,
            Self::Fr => Self::En,
        }
    }

    /// Returns the ISO 639-1 code: `en` or `fr`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }

    /// Returns the language of a code such as `fr`, or of a locale such as `fr_CA.UTF-8`; `None`
    /// for other languages.
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.split(['_', '-', '.', '@']).next()?;
        Self::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(primary))
    }

    /// Returns the language of the environment, in the order of POSIX (XBD 8.2): the first of
    /// `LC_ALL`, `LC_MESSAGES` and `LANG` that is set and not empty decides. English for any other
    /// language.
    pub fn from_environment(variable: impl Fn(&str) -> Option<String>) -> Self {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .find_map(|name| variable(name).filter(|value| !value.is_empty()))
            .and_then(|locale| Self::from_code(&locale))
            .unwrap_or_default()
    }
}

/// Text of the data in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// English.
    pub en: String,
    /// French.
    pub fr: String,
}

impl Text {
    /// Returns the text in a language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Fr => &self.fr,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_locale_variable_set_decides() {
        let from = |pairs: &[(&str, &str)]| {
            Language::from_environment(|name| {
                pairs
                    .iter()
                    .find(|(key, _)| *key == name)
                    .map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(from(&[("LANG", "fr_CA.UTF-8")]), Language::Fr);
        assert_eq!(
            from(&[("LC_ALL", "en_CA"), ("LANG", "fr_CA")]),
            Language::En
        );
        assert_eq!(from(&[("LC_ALL", ""), ("LANG", "fr")]), Language::Fr);
        assert_eq!(from(&[("LC_MESSAGES", "C"), ("LANG", "fr")]), Language::En);
        assert_eq!(from(&[]), Language::En);
    }
}
