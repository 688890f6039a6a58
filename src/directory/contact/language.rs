//! Language of a service.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A language spoken by a service: two small letters (ISO 639-1).
#[derive(
    Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct LanguageCode(pub String);

impl LanguageCode {
    /// Returns the id of the message of the language's name.
    pub fn message_id(&self) -> String {
        format!("language-{}", self.0)
    }

    /// Returns true for a language of First Nations, Inuit or Métis: who speaks it is no newcomer.
    pub fn is_indigenous(&self) -> bool {
        ["cr", "iu", "oj"].contains(&self.0.as_str())
    }
}
