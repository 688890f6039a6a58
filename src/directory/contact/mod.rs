//! One service of the directory, as `assets/directory/*.json` and the worker's own file write it.

#[cfg(test)]
mod tests;

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::hours::zone::PlaceClock;
use super::name::{OneOrBoth, one_or_both};
use super::packs::Origin;
use super::{Audience, Category, Doubt, Interpretation, Name, Region, doubt, phone};
use crate::i18n::{Language, Messages, Text};

/// A service: its name, numbers, audience, and the sources of these facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Stable slug, never reused: bookmarks and guide links point at it.
    pub id: String,
    /// The service's own name, in the languages that it gives it in.
    pub name: Name,
    /// Short description in French beside a name that is English alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gloss: Option<Gloss>,
    /// Organization that runs the service: one text for both languages, or one for each.
    #[serde(with = "one_or_both")]
    #[schemars(with = "OneOrBoth")]
    pub organization: Name,
    /// Kinds of service; never empty, except in a pack.
    pub categories: Vec<Category>,
    /// Kinds of service in the publisher's own terms, where no category fits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<String>,
    /// Region served.
    pub region: Region,
    /// The part of the region that it serves, where it is not all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Text>,
    /// The towns where it is or that it names as its own, the main one at the head; empty where
    /// nothing says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    /// Distance from its places within which it serves people, in kilometres, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serves_km: Option<u16>,
    /// The service has places, and also serves the whole region.
    #[serde(default, skip_serializing_if = "is_false")]
    pub whole_region: bool,
    /// Its numbers, the one to call first at the head; empty where none was found.
    pub phones: Vec<Phone>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Address of its website, with the scheme: one for both languages, or one for each; empty where
    /// none was found.
    #[serde(default, with = "one_or_both", skip_serializing_if = "Name::is_empty")]
    #[schemars(with = "OneOrBoth")]
    pub website: Name,
    /// Chat: an address, or directions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chat: Option<String>,
    /// Public street or postal address; never a shelter's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The time that its places keep; no field of the files.
    #[serde(skip)]
    #[schemars(skip)]
    pub clock: PlaceClock,
    /// Opening hours, as text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Text>,
    /// Open 24 hours a day, 7 days a week.
    pub always_open: bool,
    /// Languages that its sources name; empty where they name none.
    pub languages: Vec<LanguageCode>,
    /// Interpreters, if a source mentions them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interpretation: Option<Interpretation>,
    /// People served; never empty.
    pub serves: Vec<Audience>,
    /// True if a report to police is needed first; `None` if no source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub police_report_needed: Option<bool>,
    /// True if the service is confidential; `None` if no source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidential: Option<bool>,
    /// True if the service is free; `None` if no source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub free: Option<bool>,
    /// Description, in one or two sentences.
    pub description: Text,
    /// Sources of the facts; never empty.
    pub sources: Vec<Source>,
    /// The day on which the sources were read, `YYYY-MM-DD`.
    pub checked: String,
    /// Reasons to confirm first; empty if there are none. An older file has `confirm` in place of
    /// this field, `true` or `false`.
    #[serde(
        default,
        alias = "confirm",
        deserialize_with = "doubt::list_or_flag",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub doubt: Vec<Doubt>,
    /// Notes for the maintainers of the directory; not shown on the card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
    /// The pack that it comes from; `None` for the directory inside the program and for the worker's
    /// own contacts. No field of the files.
    #[serde(skip)]
    #[schemars(skip)]
    pub origin: Option<Arc<Origin>>,
}

impl Contact {
    /// Prefix of the ids of the worker's own contacts; no id of the directory has it.
    pub const OWN_ID_PREFIX: &'static str = "own-";

    /// Returns true if the contact is the worker's own.
    pub fn is_own(&self) -> bool {
        self.id.starts_with(Self::OWN_ID_PREFIX)
    }

    /// The name in that language, or the one that there is.
    pub fn name(&self, language: Language) -> &str {
        self.name.get(language).0
    }

    /// Returns the organization in that language, or in the only language it has.
    pub fn organization(&self, language: Language) -> &str {
        self.organization.get(language).0
    }

    /// Returns the website's address for that language, or the one that there is; `None` where
    /// none was found.
    pub fn website(&self, language: Language) -> Option<&str> {
        (!self.website.is_empty()).then(|| self.website.get(language).0)
    }

    /// Returns the short description to show beside the name in that language; `None` where the
    /// name needs none.
    pub fn gloss(&self, language: Language) -> Option<&str> {
        let shown = language == Language::Fr && self.name.fr.is_none();
        self.gloss
            .as_ref()
            .filter(|_| shown)
            .map(|gloss| gloss.fr.as_str())
    }

    /// Returns true if the worker must confirm first, at any date.
    pub fn must_confirm(&self) -> bool {
        !self.doubt.is_empty()
    }

    /// Returns true if the sources were read over twelve months before `today`. Always false for an
    /// own contact, which was edited and not checked.
    pub fn checked_long_ago(&self, today: Date) -> bool {
        let checked = self.checked.parse::<Date>();
        let limit = checked.map(|day| day.saturating_add(12.months()));
        !self.is_own() && limit.is_ok_and(|limit| limit < today)
    }

    /// The number to call first: the first voice line, else the first that a person can reach
    /// (a fax line never). Text that cannot be dialled stands last.
    pub fn main_phone(&self) -> Option<&Phone> {
        let voice = |phone: &&Phone| phone.kind == PhoneKind::Voice;
        let reached = |phone: &&Phone| phone.kind != PhoneKind::Fax;
        let dialled = || self.phones.iter().filter(|phone| phone.is_dialled());
        dialled()
            .find(voice)
            .or_else(|| dialled().find(reached))
            .or_else(|| self.phones.iter().find(reached))
    }

    /// Returns when the number to call first answers, in words; `None` where that is not known.
    pub fn said_hours(&self, messages: &Messages) -> Option<String> {
        let number = self.main_phone().and_then(|phone| phone.hours.as_ref());
        let hours = number.or(self.hours.as_ref());
        let hours = hours.map(|hours| hours.get(messages.language()).to_owned());
        hours
            .filter(|hours| !hours.is_empty())
            .or_else(|| self.always_open.then(|| messages.text("state-always")))
    }

    /// Returns the address that may leave the program; `None` if there is none, and always `None`
    /// for shelters and confidential services.
    pub fn public_address(&self) -> Option<&str> {
        let hidden =
            self.categories.contains(&Category::Shelter) || self.confidential == Some(true);
        self.address.as_deref().filter(|_| !hidden)
    }
}

impl Contact {
    /// Kilometres within which a service helps people, unless its record says otherwise.
    pub const USUAL_REACH_KM: u16 = 50;

    /// Returns the kilometres within which it helps people around its places.
    pub fn reach_km(&self) -> f32 {
        f32::from(self.serves_km.unwrap_or(Self::USUAL_REACH_KM))
    }

    /// Returns true for a contact that acts on reports: police, tip lines, and immigration
    /// authorities. A call can harm a person who did not ask for it. A charity's line that also
    /// takes tips, a clinic that also advises on immigration, and the emergency number are not
    /// authorities.
    pub fn is_authority(&self) -> bool {
        let Some(first) = self.categories.first() else {
            return false;
        };
        match first {
            Category::Police
            | Category::PoliceBasedVs
            | Category::TipLine
            | Category::Immigration => true,
            Category::Emergency => false,
            _ => self.categories.contains(&Category::Police),
        }
    }

    /// Returns true if it serves only a part of its region.
    pub fn is_local(&self) -> bool {
        !self.whole_region && (self.area.is_some() || !self.places.is_empty())
    }
}

/// A short description for readers who do not know the language of the name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gloss {
    /// In French.
    pub fr: String,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature that serde asks for"
)]
fn is_false(flag: &bool) -> bool {
    !flag
}

/// One number of a contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Phone {
    /// Number as dialled: digits and hyphens, optionally with a leading `1-`, `#` or `*`.
    pub number: String,
    /// Extension to ask for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<String>,
    /// Kind of line.
    pub kind: PhoneKind,
    /// Label of the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// Hours of that line, as text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Text>,
    /// The towns that the number is for, where the contact has others for other towns; empty where
    /// it is for all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
}

impl Phone {
    /// Returns true if the number can be dialled as it is. In a contact of the worker's own it may be
    /// text that was kept because it is not clear: shown, and never dialled.
    pub fn is_dialled(&self) -> bool {
        phone::uri(&self.number, self.extension.as_deref()).is_some()
    }

    /// The number with its extension, in the short form that people and telephones read in either
    /// language: `418-555-0123 x301`.
    pub fn dialled(&self) -> String {
        match &self.extension {
            Some(extension) => format!("{} x{extension}", self.number),
            None => self.number.clone(),
        }
    }
}

/// Kind of line behind a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
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

/// Source of some of a contact's facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Address of the page that was read; none for a paper, which has its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The title, where there is no address or it says too little.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Facts that the page supports.
    pub supports: Vec<String>,
    /// The page's own date, `YYYY-MM-DD`, where it gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

/// A language spoken by a service: two small letters (ISO 639-1).
#[derive(
    Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct LanguageCode(pub String);

impl LanguageCode {
    /// Id of the message that names the language.
    pub fn message_id(&self) -> String {
        format!("language-{}", self.0)
    }
}
