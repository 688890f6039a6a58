//! The worker's own contacts: the local detachment's direct line, the shelter down the street.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::saved::SavedPhone;
use crate::directory::check::is_phone;
use crate::directory::hours::zone::PlaceClock;
use crate::directory::{Audience, Category, Contact, LanguageCode, Name, Phone, Region, hours};
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
    /// The town where it is or that it serves.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// Languages that it speaks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<LanguageCode>,
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
    pub const ID_PREFIX: &'static str = Contact::OWN_ID_PREFIX;

    /// An id for a contact that she writes down now.
    pub fn new_id(now: Timestamp) -> String {
        format!("{}{}", Self::ID_PREFIX, now.as_nanosecond())
    }

    /// What keeps it from being saved; empty where nothing does. A contact that no number and no
    /// address leads to is of no use, and what a terminal would obey is not written down.
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
        if words.iter().any(|text| text.chars().any(char::is_control)) {
            problems.push(OwnProblem::ControlCharacters);
        }
        problems
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
            name: Name::shared(&self.name),
            gloss: None,
            organization: Name::shared(&self.name),
            categories: vec![self.category],
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
            // She is not asked whom it serves: no filter hides it, and the card does not say.
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

/// What can keep a contact of her own from being saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnProblem {
    /// It has no name.
    NameMissing,
    /// It has neither a phone number nor a website.
    NoWayToReach,
    /// A number is not written as the directory writes them.
    PhoneNotDialable,
    /// The website does not begin with `https://` or `http://`.
    WebsiteWithoutScheme,
    /// A text has characters that a terminal would obey.
    ControlCharacters,
}

impl OwnProblem {
    /// Id of the message that says what to do.
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
    fn a_form_says_what_it_lacks() {
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
    fn every_number_of_the_directory_would_pass_and_no_id_looks_like_one_of_hers() {
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
        assert_eq!(contact.main_phone().unwrap().number, "902-555-0123");
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
            contact.needs_consent(),
            "a police contact of hers needs consent like any"
        );
    }
}
