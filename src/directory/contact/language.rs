//! Language of a service.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Languages of First Nations, Inuit and Métis among those with a name in the messages.
const INDIGENOUS: [&str; 17] = [
    "atj", "bla", "chp", "cr", "crg", "den", "dgr", "gwi", "iks", "ikt", "iu", "mic", "moe", "moh",
    "nsk", "oj", "pqm",
];

/// A language spoken by a service: two small letters (ISO 639-1), or three (ISO 639-3) for one without these.
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
        INDIGENOUS.contains(&self.0.as_str())
    }
}
