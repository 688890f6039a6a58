//! Service of the directory, in the format of `assets/directory/*.json` and of the worker's own
//! file.

mod community;
mod language;
mod location;
mod numbers;
mod origin;

#[cfg(test)]
mod tests;

use std::sync::Arc;

pub use community::names_a_community;
pub use language::LanguageCode;
pub use origin::{Origin, Replaced, Trust};

use jiff::ToSpan;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::hours::zone::PlaceClock;
use super::name::{OneOrBoth, one_or_both};
use super::{Audience, Category, Doubt, Interpretation, Name, Region, doubt};
use crate::i18n::{Language, Messages, Text};

/// A service: its name, numbers, audience, and the sources of these facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Stable slug, never reused: bookmarks and guide links refer to it.
    pub id: String,
    /// The service's own name, in the languages in which it gives it.
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
    /// Part of the region served; absent if it serves all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Text>,
    /// Towns where the service is, or that it names as its own, the main one first; empty if no
    /// source says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    /// Distance from its places within which it serves people, in kilometres, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serves_km: Option<u16>,
    /// True if the service has places and also serves the whole region.
    #[serde(default, skip_serializing_if = "is_false")]
    pub whole_region: bool,
    /// Phone numbers, the one to call first at the head; empty if none was found.
    pub phones: Vec<Phone>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Address of the website, with the scheme: one for both languages, or one for each; empty if
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
    /// Time zone of its places; not a field of the files.
    #[serde(skip)]
    #[schemars(skip)]
    pub clock: PlaceClock,
    /// Opening hours, as text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Text>,
    /// True if open 24 hours a day, 7 days a week.
    pub always_open: bool,
    /// Languages named by its sources; empty if they name none.
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
    /// Day on which the sources were read, `YYYY-MM-DD`.
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
    /// Pack of the contact; `None` for the embedded directory and for the worker's own contacts.
    /// Not a field of the files.
    #[serde(skip)]
    #[schemars(skip)]
    pub origin: Option<Arc<Origin>>,
}

impl Contact {
    /// Prefix of the ids of the worker's own contacts; no id of the directory has it.
    pub const OWN_ID_PREFIX: &'static str = "own-";

    /// Returns the pack that replaced a number of the contact and the numbers before, in words; `None`
    /// if none did.
    pub fn words_of_replaced_number(&self, messages: &Messages) -> Option<String> {
        let (origin, replaced) = self.replaced_number()?;
        let was = match &replaced.numbers[..] {
            [] => messages.text("packs-numbers-none"),
            numbers => numbers.join(", "),
        };
        let words = [("pack", origin.pack.clone().into()), ("was", was.into())];
        Some(messages.format("doubt-replaced-number", &words))
    }

    /// Returns the name of the pack that replaced a number of the contact; `None` if none did.
    pub fn number_of_pack(&self) -> Option<&str> {
        self.replaced_number()
            .map(|(origin, _)| origin.pack.as_str())
    }

    /// Returns true if the contact is the worker's own.
    pub fn is_own(&self) -> bool {
        self.id.starts_with(Self::OWN_ID_PREFIX)
    }

    /// Returns the name in a language, else in the other one.
    pub fn name(&self, language: Language) -> &str {
        self.name.get(language).0
    }

    /// Returns the organization in that language, or in the only language it has.
    pub fn organization(&self, language: Language) -> &str {
        self.organization.get(language).0
    }

    /// Returns the website's address for a language, else for the other one; `None` if there is
    /// none.
    pub fn website(&self, language: Language) -> Option<&str> {
        (!self.website.is_empty()).then(|| self.website.get(language).0)
    }

    /// Returns the short description to show beside the name in a language; `None` if the name
    /// needs none.
    pub fn gloss(&self, language: Language) -> Option<&str> {
        let shown = language == Language::Fr && self.name.fr.is_none();
        self.gloss
            .as_ref()
            .filter(|_| shown)
            .map(|gloss| gloss.fr.as_str())
    }

    /// Returns the words that lead a row or a card: the name; for a reader of the other language, the
    /// translation of the name if it has one. A capital letter tells it from a description.
    pub fn title(&self, language: Language) -> &str {
        let translated = self.gloss(language).filter(|gloss| is_title(gloss));
        translated.unwrap_or(self.name(language))
    }

    /// Returns the words beside [`Self::title`]: the name that it translates, or the description.
    pub fn beside_title(&self, language: Language) -> Option<&str> {
        let gloss = self.gloss(language)?;
        Some(if is_title(gloss) {
            self.name(language)
        } else {
            gloss
        })
    }

    /// Returns true if it is a pilot project that may have ended.
    pub fn may_have_ended(&self) -> bool {
        self.doubt
            .iter()
            .any(|one| one.reason == doubt::Reason::PilotEnded)
    }

    /// Returns true if nothing says when it was checked: [`Self::checked`] is the day of its import.
    pub fn is_undated(&self) -> bool {
        self.doubt.iter().any(|one| one.is_undated())
    }

    /// Returns true if it comes from a file of another program that does not say whom it serves.
    pub fn is_audience_unsaid(&self) -> bool {
        self.serves == [Audience::All] && self.origin.as_ref().is_some_and(|one| one.imported)
    }

    /// Returns true if its number is that of another service, which refers callers.
    pub fn has_number_of_another(&self) -> bool {
        let mut reasons = self.doubt.iter();
        reasons.any(|one| one.reason == doubt::Reason::StandIn)
    }

    /// Returns the label of a number that is another service's: that of the first voice line of a contact
    /// without one of its own. `None` for other numbers.
    pub fn line_of_another<'c>(&'c self, number: &Phone) -> Option<&'c Text> {
        let mut voices = self.phones.iter();
        let first = voices.find(|phone| phone.kind == PhoneKind::Voice)?;
        let is_another = self.has_number_of_another() && first.number == number.number;
        first
            .label
            .as_ref()
            .filter(|_| is_another && !first.is_vital())
    }

    /// Returns the service that answers a number of another: what the number's label names first
    /// (`211` of "211, to be connected"). `None` for other numbers.
    pub fn via<'c>(&'c self, number: &Phone, language: Language) -> Option<&'c str> {
        let label = self.line_of_another(number)?.get(language);
        let end = label.find([':', ',', ';', '(']).unwrap_or(label.len());
        Some(label[..end].trim_end())
    }

    /// Returns true if the worker must confirm first, at any date.
    pub fn must_confirm(&self) -> bool {
        !self.doubt.is_empty() || self.replaced_number().is_some()
    }

    /// Returns true if there is a reason to confirm the contact first on that day.
    pub fn is_doubtful(&self, today: Date) -> bool {
        self.must_confirm() || self.checked_long_ago(today)
    }

    /// Returns true if this number of the contact is to be confirmed first on that day: 911 and 988 never
    /// are, and a number that was kept as text always is.
    pub fn is_number_doubtful(&self, number: &Phone, today: Date) -> bool {
        !number.is_dialled() || !number.is_vital() && self.is_doubtful(today)
    }

    /// Returns the pack and the replaced record of a contact with a number that the replaced record
    /// does not have; `None` for other contacts.
    pub fn replaced_number(&self) -> Option<(&Origin, &Replaced)> {
        let origin = self.origin.as_deref()?;
        let replaced = origin.replaces.as_ref()?;
        let is_known = |number| replaced.numbers.contains(number);
        let is_other = !self.numbers().iter().all(is_known);
        is_other.then_some((origin, replaced))
    }

    /// Returns true if the sources were read over twelve months before `today`. Always false for an
    /// own contact, which was edited and not checked.
    pub fn checked_long_ago(&self, today: Date) -> bool {
        let checked = self.checked.parse::<Date>();
        let limit = checked.map(|day| day.saturating_add(12.months()));
        !self.is_own() && !self.is_undated() && limit.is_ok_and(|limit| limit < today)
    }

    /// Returns the hours of one of its numbers, else its own, in words; `None` if unknown.
    pub fn said_hours(&self, number: Option<&Phone>, messages: &Messages) -> Option<String> {
        let number = number.and_then(|phone| phone.hours.as_ref());
        let hours = number.or(self.hours.as_ref());
        let hours = hours.map(|hours| hours.get(messages.language()).to_owned());
        hours
            .filter(|hours| !hours.is_empty())
            .or_else(|| self.always_open.then(|| messages.text("state-always")))
    }

    /// Returns the address that may leave the program; `None` if there is none, and always `None`
    /// for shelters and confidential services.
    pub fn public_address(&self) -> Option<&str> {
        self.address.as_deref().filter(|_| !self.is_hidden())
    }
}

impl Contact {
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
    /// Towns of the number, if the contact has other numbers for other towns; empty if it is for
    /// all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
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
    /// Returns the id of the message of its name.
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
    /// Address of the page; none for a document on paper, which has a title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Title, if there is no address or it says too little.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Facts that the page supports.
    pub supports: Vec<String>,
    /// Date stated by the page, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

/// Returns true if a description is written as a title.
fn is_title(gloss: &str) -> bool {
    gloss.starts_with(char::is_uppercase)
}
