//! Interpreters of a service, and the number of their languages.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Help in languages that the staff does not speak, according to a source.
///
/// Written `true`, or with the number of languages: `{"over": 170}`, `{"about": 40}`,
/// `{"exactly": 14}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Form", into = "Form")]
pub enum Interpretation {
    /// Interpreters, if the source does not name the languages.
    Available,
    /// Help in a number of languages.
    Languages(LanguageCount),
}

/// A number of languages, as exact as its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LanguageCount {
    /// More than this many.
    Over(u16),
    /// About this many.
    About(u16),
    /// Exactly this many.
    Exactly(u16),
}

impl LanguageCount {
    /// Returns the number alone.
    pub const fn number(self) -> u16 {
        match self {
            Self::Over(number) | Self::About(number) | Self::Exactly(number) => number,
        }
    }
}

/// Form in the file.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
enum Form {
    /// Interpreters.
    Available(#[schemars(extend("const" = true))] bool),
    /// Help in a number of languages.
    Languages(LanguageCount),
}

impl JsonSchema for Interpretation {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Interpretation".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Form::json_schema(generator)
    }
}

impl TryFrom<Form> for Interpretation {
    type Error = &'static str;

    fn try_from(form: Form) -> Result<Self, Self::Error> {
        match form {
            Form::Available(true) => Ok(Self::Available),
            Form::Available(false) => Err("`true`, or leave the field out"),
            Form::Languages(count) => Ok(Self::Languages(count)),
        }
    }
}

impl From<Interpretation> for Form {
    fn from(interpretation: Interpretation) -> Self {
        match interpretation {
            Interpretation::Available => Self::Available(true),
            Interpretation::Languages(count) => Self::Languages(count),
        }
    }
}
