//! One service of the directory, as `assets/directory/*.json` and the worker's own file write it.

use serde::{Deserialize, Serialize};

use super::{Audience, Category, Region};
use crate::i18n::{Language, Text};

/// A service that a worker can reach: who, how, for whom, and where those facts come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Stable slug, never reused: bookmarks and guide links point at it.
    pub id: String,
    /// The service's own name, in the languages that it gives it in.
    pub name: Name,
    /// Who runs the service.
    pub organization: String,
    /// What it offers; never empty.
    pub categories: Vec<Category>,
    /// Where it serves.
    pub region: Region,
    /// The part of the region that it serves, where it is not all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Text>,
    /// Its numbers, the one to call first at the head; empty where none was found.
    pub phones: Vec<Phone>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Address of its website, with the scheme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// Where to chat with it: an address, or words on how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chat: Option<String>,
    /// Public street or postal address; never a shelter's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// When it answers, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Text>,
    /// It answers 24 hours a day, 7 days a week.
    pub always_open: bool,
    /// Languages that its sources name; empty where they name none.
    pub languages: Vec<LanguageCode>,
    /// Whom it serves; never empty.
    pub serves: Vec<Audience>,
    /// Whether a report to police is needed first, where a source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub police_report_needed: Option<bool>,
    /// Whether it is confidential, where a source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidential: Option<bool>,
    /// Whether it is free, where a source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub free: Option<bool>,
    /// What it does, in one or two sentences.
    pub description: Text,
    /// Where the facts come from; never empty.
    pub sources: Vec<Source>,
    /// The day on which the sources were read, `YYYY-MM-DD`.
    pub checked: String,
    /// Tell the worker to confirm first: the sources are old, single, or contradict each other.
    pub confirm: bool,
    /// For those who keep the directory; not shown on the card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
}

impl Contact {
    /// How the ids begin of contacts that the worker wrote down herself; none of the directory's does.
    pub const OWN_ID_PREFIX: &'static str = "own-";

    /// Whether the worker wrote it down herself.
    pub fn is_own(&self) -> bool {
        self.id.starts_with(Self::OWN_ID_PREFIX)
    }

    /// The name in that language, or the one that there is.
    pub fn name(&self, language: Language) -> &str {
        self.name.get(language).0
    }

    /// The number to call first: the first voice line, else the first that a person can reach
    /// (a fax line never).
    pub fn main_phone(&self) -> Option<&Phone> {
        self.phones
            .iter()
            .find(|phone| phone.kind == PhoneKind::Voice)
            .or_else(|| {
                self.phones
                    .iter()
                    .find(|phone| phone.kind != PhoneKind::Fax)
            })
    }

    /// Whether the card must carry the consent line: police and tip lines (DESIGN.md).
    pub fn needs_consent(&self) -> bool {
        self.categories
            .iter()
            .any(|category| category.needs_consent())
    }
}

/// A service's name in one of the two languages, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// English name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    /// French name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fr: Option<String>,
}

impl Name {
    /// The name in `language`, else the other one, and the language it is in.
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
}

/// One number of a contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phone {
    /// As it is dialled: digits and hyphens, a leading `1-`, `#` or `*` where it has one.
    pub number: String,
    /// Extension to ask for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<String>,
    /// What answers there.
    pub kind: PhoneKind,
    /// Which line it is, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// When that line answers, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Text>,
}

impl Phone {
    /// The number with its extension, in the short form that people and telephones read in either
    /// language: `418-555-0123 x301`.
    pub fn dialled(&self) -> String {
        match &self.extension {
            Some(extension) => format!("{} x{extension}", self.number),
            None => self.number.clone(),
        }
    }
}

/// What answers at a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the variants are the words of the data format")]
pub enum PhoneKind {
    Voice,
    Text,
    Tty,
    Fax,
}

impl PhoneKind {
    /// Id of the message that names the kind.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Voice => "phone-voice",
            Self::Text => "phone-text",
            Self::Tty => "phone-tty",
            Self::Fax => "phone-fax",
        }
    }
}

/// Where some of a contact's facts come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Address of the page that was read; none for a paper, which has its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The title, where there is no address or it says too little.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Which facts the page supports, in words.
    pub supports: Vec<String>,
    /// The page's own date, `YYYY-MM-DD`, where it gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

/// A language that a service speaks: two small letters (ISO 639-1).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LanguageCode(pub String);

impl LanguageCode {
    /// Id of the message that names the language.
    pub fn message_id(&self) -> String {
        format!("language-{}", self.0)
    }
}
