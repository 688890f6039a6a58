//! Rules on a contact's places and area.

use super::contact::ContactChecker;
use super::{Fault, Problem};
use crate::directory::{Contact, Region};
use crate::i18n::Language;

/// Greatest distance of a service's reach from its places, in kilometres.
const FURTHEST: u16 = 1500;

/// Returns the places of a contact and its numbers that are unknown in its region.
pub fn unknown_places(contact: &Contact, known: impl Fn(&str, Region) -> bool) -> Vec<Problem> {
    let unknown = named(contact).filter(|(_, place)| !known(place, contact.region));
    let problem = |(field, place): (String, &str)| Problem {
        field,
        fault: Fault::UnknownPlace(place.to_owned()),
    };
    unknown.map(problem).collect()
}

/// Returns each place of a contact and its numbers, with its field.
fn named(contact: &Contact) -> impl Iterator<Item = (String, &str)> {
    let phones = contact.phones.iter().enumerate();
    let lists = phones.map(|(index, phone)| (format!("phones[{index}].places"), &phone.places));
    let lists = std::iter::once(("places".to_owned(), &contact.places)).chain(lists);
    lists.flat_map(|(field, places)| {
        let places = places.iter().enumerate();
        places.map(move |(index, place)| (format!("{field}[{index}]"), place.as_str()))
    })
}

impl ContactChecker {
    pub(super) fn places(&mut self, contact: &Contact) {
        for (field, place) in named(contact) {
            self.text(&field, place, Language::En);
        }
        self.distinct("places", &contact.places, ToString::to_string);
        for (index, phone) in contact.phones.iter().enumerate() {
            let field = format!("phones[{index}].places");
            self.distinct(&field, &phone.places, ToString::to_string);
        }
        let nowhere = contact.places.is_empty();
        if let Some(distance) = contact.serves_km {
            let sane = (1..=FURTHEST).contains(&distance);
            self.when(!sane, "serves_km", Fault::Distance);
            self.when(nowhere, "serves_km", Fault::NoPlaces);
        }
        let whole = nowhere && contact.whole_region;
        self.when(whole, "whole_region", Fault::NoPlaces);
    }
}
