//! Contacts entered by the worker, such as a local detachment or shelter.

use std::hash::BuildHasher;

use jiff::Timestamp;
use rustc_hash::FxBuildHasher;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::saved::SavedPhone;
use crate::clock;
use crate::directory::check::is_phone;
use crate::directory::hours::zone::PlaceClock;
use crate::directory::{Audience, Category, Contact, LanguageCode, Name, Phone, Region, hours};
use crate::i18n::typography::{is_obeyed, printable};
use crate::i18n::{Language, Text};

/// Content of the form for an own contact, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OwnContact {
    /// Name of the service.
    pub name: String,
    /// Numbers, the one to call first at the head.
    #[serde(default)]
    pub phones: Vec<SavedPhone>,
    /// Kind of service.
    #[schemars(with = "String")]
    pub category: Category,
    /// Further kinds of service.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub also: Vec<Category>,
    /// Region served.
    #[schemars(with = "String")]
    pub region: Region,
    /// Town of the service, or served by it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// Languages spoken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<LanguageCode>,
    /// Opening hours as text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hours: String,
    /// Address of the website; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub website: String,
    /// Description as text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Fields of newer programs, preserved.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

impl OwnContact {
    /// Prefix of the ids of own contacts; no id of the directory has it.
    pub const ID_PREFIX: &'static str = Contact::OWN_ID_PREFIX;

    /// Returns the id of a contact created at `now`: one that is not taken. Without a plausible
    /// clock it is made of the content, so that two machines do not give one id to two contacts.
    pub fn new_id(&self, now: Timestamp, is_taken: impl Fn(&str) -> bool) -> String {
        let mut number = now.as_nanosecond();
        if now == clock::UNKNOWN {
            let content = serde_json::to_string(self).unwrap_or_default();
            number = FxBuildHasher.hash_one(content).into();
        }
        loop {
            let id = format!("{}{number}", Self::ID_PREFIX);
            if !is_taken(&id) {
                return id;
            }
            number += 1;
        }
    }

    /// Returns true for an id as own contacts have it.
    pub fn is_id(id: &str) -> bool {
        let rest = id.strip_prefix(Self::ID_PREFIX);
        rest.is_some_and(|rest| {
            let fits = |byte: u8| byte.is_ascii_hexdigit() && !byte.is_ascii_uppercase();
            (1..=32).contains(&rest.len()) && rest.bytes().all(fits)
        })
    }

    /// Returns the problems that keep the contact from being saved. A contact needs a number or an
    /// address, and control characters are refused.
    pub fn problems(&self) -> Vec<OwnProblem> {
        let mut problems = Vec::new();
        if self.name.trim().is_empty() {
            problems.push(OwnProblem::NameMissing);
        }
        if self.phones.is_empty() && self.website.trim().is_empty() {
            problems.push(OwnProblem::NoWayToReach);
        }
        if !self.phones.iter().all(|phone| is_phone(&phone.number)) {
            problems.push(OwnProblem::PhoneNotDialable);
        }
        let scheme = ["https://", "http://"];
        if !self.website.is_empty() && !scheme.iter().any(|scheme| self.website.starts_with(scheme))
        {
            problems.push(OwnProblem::WebsiteWithoutScheme);
        }
        let words = [
            &self.name,
            &self.place,
            &self.hours,
            &self.website,
            &self.description,
        ];
        if words.iter().any(|text| text.contains(is_obeyed)) {
            problems.push(OwnProblem::ControlCharacters);
        }
        problems
    }

    /// Returns the contact as it may be given to others: without the address of a secret place. `None` if its
    /// place is no secret.
    pub(super) fn without_secret(&self) -> Option<Self> {
        let mut contact = self.as_typed("", clock::UNKNOWN);
        if !contact.keep_own_secret() {
            return None;
        }
        let text = |text: Option<&Text>| text.map_or_else(String::new, |text| text.en.clone());
        Some(Self {
            name: contact.name(Language::En).to_owned(),
            phones: contact.phones.iter().map(SavedPhone::from).collect(),
            place: contact.places.first().cloned().unwrap_or_default(),
            hours: text(contact.hours.as_ref()),
            website: contact.website(Language::En).unwrap_or_default().to_owned(),
            description: contact.description.en,
            ..self.clone()
        })
    }

    /// Returns the texts that the worker typed.
    pub(super) fn into_texts(self) -> Vec<String> {
        let phones = self.phones.into_iter().map(|phone| phone.number);
        let others = [
            self.name,
            self.place,
            self.hours,
            self.website,
            self.description,
        ];
        phones.chain(others).collect()
    }

    /// Converts the contact to the form that the directory's screens and the search use. The texts
    /// are the same in both languages, because the worker wrote them in one; `edited` is the time
    /// of the last edit. No text has the address of a secret place.
    pub fn to_contact(&self, id: &str, edited: Timestamp) -> Contact {
        let mut contact = self.as_typed(id, edited);
        contact.keep_own_secret();
        contact
    }

    /// Returns its kinds of service, the main one first.
    pub fn kinds(&self) -> Vec<Category> {
        let also = self.also.iter().filter(|also| **also != self.category);
        std::iter::once(&self.category)
            .chain(also)
            .copied()
            .collect()
    }

    fn as_typed(&self, id: &str, edited: Timestamp) -> Contact {
        let both = |words: &str| Text {
            en: one_line(words),
            fr: one_line(words),
        };
        let some = |words: &str| Some(one_line(words)).filter(|words| !words.is_empty());
        let name = one_line(&self.name);
        Contact {
            id: id.to_owned(),
            name: Name::shared(&name),
            gloss: None,
            organization: Name::shared(&name),
            categories: self.kinds(),
            terms: Vec::new(),
            region: self.region,
            area: some(&self.place).map(|place| both(&place)),
            places: some(&self.place).into_iter().collect(),
            serves_km: None,
            whole_region: false,
            clock: PlaceClock::Unsaid,
            phones: self.phones.iter().map(Phone::from).collect(),
            email: None,
            website: some(&self.website)
                .map_or_else(Name::default, |website| Name::shared(&website)),
            chat: None,
            address: None,
            hours: some(&self.hours).map(|hours| both(&hours)),
            always_open: hours::parse(&self.hours).is_some_and(|hours| hours.is_always()),
            languages: self.languages.clone(),
            interpretation: None,
            // The form does not ask for the audience: no filter hides the contact, and the card
            // omits the line.
            serves: vec![Audience::All],
            police_report_needed: None,
            confidential: None,
            free: None,
            description: both(&self.description),
            sources: Vec::new(),
            checked: jiff::tz::Offset::UTC.to_datetime(edited).date().to_string(),
            doubt: Vec::new(),
            notes: None,
            origin: None,
        }
    }
}

/// Returns a text of a list, which anyone may have written, on one line without invisible characters.
fn one_line(text: &str) -> String {
    printable(text).trim().to_owned()
}

/// Problem that keeps an own contact from being saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnProblem {
    /// The name is missing.
    NameMissing,
    /// Both phone number and website are missing.
    NoWayToReach,
    /// A number is not in the directory's notation.
    PhoneNotDialable,
    /// The website does not begin with `https://` or `http://`.
    WebsiteWithoutScheme,
    /// A text has control characters.
    ControlCharacters,
}

impl OwnProblem {
    /// Returns the id of the message with the solution.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::NameMissing => "bookmarks-own-name-missing",
            Self::NoWayToReach => "bookmarks-own-no-way-to-reach",
            Self::PhoneNotDialable => "bookmarks-own-phone-not-dialable",
            Self::WebsiteWithoutScheme => "bookmarks-own-website-without-scheme",
            Self::ControlCharacters => "bookmarks-own-control-characters",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;

    fn filled() -> OwnContact {
        let form = r#"{"name": "Detachment", "category": "police", "region": "NS",
            "phones": [{"number": "902-555-0123", "kind": "voice"}]}"#;
        serde_json::from_str(form).unwrap()
    }

    #[test]
    fn missing_fields_of_a_form_are_reported() {
        use OwnProblem as P;
        assert_eq!(filled().problems(), []);
        let with = |edit: fn(&mut OwnContact)| {
            let mut contact = filled();
            edit(&mut contact);
            contact.problems()
        };
        assert_eq!(with(|own| own.name = "  ".into()), [P::NameMissing]);
        assert_eq!(with(|own| own.phones.clear()), [P::NoWayToReach]);
        assert_eq!(
            with(|own| own.website = "x.ca".into()),
            [P::WebsiteWithoutScheme]
        );
        assert_eq!(
            with(|own| own.hours = "\u{1b}[2J".into()),
            [P::ControlCharacters]
        );
        for number in [
            "",
            "12",
            "90 25550123",
            "902-555-0123-4567",
            "902--555",
            "call",
        ] {
            let mut contact = filled();
            contact.phones[0].number = number.into();
            assert_eq!(contact.problems(), [P::PhoneNotDialable], "{number}");
        }
    }

    #[test]
    fn every_directory_number_passes_and_no_directory_id_has_the_own_prefix() {
        for contact in Assets::embedded().contacts().unwrap() {
            assert!(
                !contact.id.starts_with(OwnContact::ID_PREFIX),
                "{}",
                contact.id
            );
            for phone in &contact.phones {
                assert!(is_phone(&phone.number), "{}: {}", contact.id, phone.number);
            }
        }
    }

    #[test]
    fn it_becomes_a_contact_as_the_directory_has_them() {
        let edited = "2026-11-12T01:00:00Z".parse().unwrap();
        let contact = filled().to_contact("own-1", edited);
        assert_eq!(contact.phones[0].number, "902-555-0123");
        assert_eq!(contact.checked, "2026-11-12");
        assert_eq!((&contact.area, contact.places.len()), (&None, 0));
        let in_town = OwnContact {
            place: "Sydney".into(),
            languages: vec![LanguageCode("en".into())],
            ..filled()
        };
        let there = in_town.to_contact("own-1", edited);
        assert_eq!(there.places, ["Sydney"]);
        assert_eq!(there.area.unwrap().fr, "Sydney");
        assert_eq!(there.languages, in_town.languages);
        assert!(
            contact.is_authority(),
            "a police contact of hers needs consent like any"
        );
    }
}
