//! The worker's own contacts: the local detachment's direct line, the shelter down the street.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::saved::SavedPhone;
use crate::directory::{Audience, Category, Contact, Name, Phone, Region};
use crate::i18n::Text;

/// A contact as she fills it in, in her own language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OwnContact {
    /// The service's name.
    pub name: String,
    /// Its numbers, the one to call first at the head.
    #[serde(default)]
    pub phones: Vec<SavedPhone>,
    /// What it offers.
    #[schemars(with = "String")]
    pub category: Category,
    /// Where it serves.
    #[schemars(with = "String")]
    pub region: Region,
    /// When it answers, in her words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hours: String,
    /// Address of its website; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub website: String,
    /// What it does, in her words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Fields of newer programs, kept.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

impl OwnContact {
    /// How the ids of her own contacts begin; no contact of the directory has one such.
    pub const ID_PREFIX: &'static str = "own-";

    /// An id for a contact that she writes down now.
    pub fn new_id(now: Timestamp) -> String {
        format!("{}{}", Self::ID_PREFIX, now.as_nanosecond())
    }

    /// The contact as the directory's screens and the search take it. Her words stand in both
    /// languages, because she wrote them in one; `edited` is when she last edited it.
    pub fn to_contact(&self, id: &str, edited: Timestamp) -> Contact {
        let both = |words: &str| Text {
            en: words.to_owned(),
            fr: words.to_owned(),
        };
        let some = |words: &str| (!words.is_empty()).then(|| words.to_owned());
        Contact {
            id: id.to_owned(),
            name: Name {
                en: Some(self.name.clone()),
                fr: Some(self.name.clone()),
            },
            organization: self.name.clone(),
            categories: vec![self.category],
            region: self.region,
            area: None,
            phones: self.phones.iter().map(Phone::from).collect(),
            email: None,
            website: some(&self.website),
            chat: None,
            address: None,
            hours: some(&self.hours).map(|hours| both(&hours)),
            always_open: false,
            languages: Vec::new(),
            serves: vec![Audience::All],
            police_report_needed: None,
            confidential: None,
            free: None,
            description: both(&self.description),
            sources: Vec::new(),
            checked: jiff::tz::Offset::UTC.to_datetime(edited).date().to_string(),
            confirm: false,
            notes: None,
        }
    }
}
