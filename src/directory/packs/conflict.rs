//! Hours of a record that contradict each other: only one of them is used, and the editor of a pack must know
//! which.

use serde::Serialize;

use crate::directory::{Contact, Name, Phone, hours, stable_hash};
use crate::i18n::Text;

/// Record with contradicting hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Conflict {
    /// Id of the record.
    pub id: String,
    /// Name of the record.
    pub name: Name,
    /// Hours of the record.
    pub hours: Text,
    /// Field that contradicts them.
    #[serde(flatten)]
    pub with: Against,
}

/// Field that contradicts the hours of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "conflict", rename_all = "kebab-case")]
pub enum Against {
    /// Hours of a number, which were the record's before these were edited. Those of the number are used.
    Number {
        /// The number, as dialled.
        number: String,
        /// Its hours.
        its: Text,
    },
    /// `always_open` is true, but the hours are not 24/7. Filters and the order of hits use `always_open`.
    AlwaysOpen,
    /// The hours are 24/7, but `always_open` is false.
    NotAlwaysOpen,
    /// The hours in the other language mean something else. The English ones tell whether it is open.
    Languages,
}

/// Facts about the hours of a record of the older directory, as hashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct HoursFacts {
    /// The record's own hours.
    pub own: u64,
    /// All others: those of the numbers, and `always_open`.
    others: u64,
    /// True if a number has the record's own hours.
    are_repeated: bool,
}

impl HoursFacts {
    pub fn of(contact: &Contact) -> Self {
        let text = |text: &Option<Text>| {
            let words = text.as_ref();
            words.map_or_else(String::new, |text| format!("{}\n{}", text.en, text.fr))
        };
        let mut others = String::new();
        for phone in contact.phones.iter().filter(|phone| phone.hours.is_some()) {
            others += &phone.dialled();
            others += &text(&phone.hours);
        }
        others += if contact.always_open { "1" } else { "0" };
        Self {
            own: stable_hash(&text(&contact.hours)),
            others: stable_hash(&others),
            are_repeated: contact.phones.iter().any(|phone| repeats(contact, phone)),
        }
    }
}

/// Adds the contradictions in a new or changed record; `was` are the facts of the one that it replaces.
pub(super) fn find(contact: &Contact, was: Option<HoursFacts>, found: &mut Vec<Conflict>) {
    let Some(own) = &contact.hours else { return };
    let now = HoursFacts::of(contact);
    if was == Some(now) {
        return;
    }
    let mut add = |with| {
        found.push(Conflict {
            id: contact.id.clone(),
            name: contact.name.clone(),
            hours: own.clone(),
            with,
        });
    };
    let is_left_behind = was.is_some_and(|was| was.are_repeated && was.own != now.own);
    let others = contact.phones.iter().filter(|_| is_left_behind);
    let mut is_of_number = false;
    for phone in others.filter(|phone| !repeats(contact, phone)) {
        if let Some(its) = phone.hours.clone() {
            is_of_number = true;
            let number = phone.dialled();
            add(Against::Number { number, its });
        }
    }
    let always = |text: &Text| hours::parse(&text.en).is_some_and(|hours| hours.is_always());
    let mut phones = contact
        .phones
        .iter()
        .filter_map(|phone| phone.hours.as_ref());
    match (contact.always_open, always(own)) {
        (true, false) if is_of_number || !phones.any(always) => add(Against::AlwaysOpen),
        (false, true) => add(Against::NotAlwaysOpen),
        _ => {}
    }
    let has_both = !own.en.is_empty() && !own.fr.is_empty();
    if has_both && hours::parse(&own.en) != hours::parse(&own.fr) {
        add(Against::Languages);
    }
}

/// Returns true if a number states the hours of its record.
fn repeats(contact: &Contact, phone: &Phone) -> bool {
    phone.hours.is_some() && phone.hours == contact.hours
}
