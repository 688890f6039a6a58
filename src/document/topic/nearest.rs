//! Nearest contacts of the kinds of help in a topic that names no contact.

use super::Reader;
use super::calls::Call;
use crate::directory::{Category, Contact, Region, reach};
use crate::guide::{Inline, Target, Topic};

/// Number of kinds of help.
const KINDS: usize = 2;

/// Greatest distance in kilometres of a service at hand.
const AT_HAND_KM: u16 = 60;

/// Returns the nearest contact of the first two kinds of help in a topic's line of contacts, or two
/// of its only kind.
pub(super) fn of<'a>(topic: &Topic, reader: Reader<'a>) -> Vec<Call<'a>> {
    let kinds = kinds(topic);
    let each = if kinds.len() == 1 { KINDS } else { 1 };
    let mut calls: Vec<Call<'_>> = Vec::new();
    for kind in kinds {
        for _ in 0..each {
            let contacts = reader.here.nearest(kind).into_iter();
            let offered = contacts
                .filter(|contact| kind == Category::PoliceBasedVs || !contact.is_authority())
                .filter(|contact| calls.iter().all(|call| !call.leads_to(contact, None)));
            let best = offered.min_by_key(|contact| rank(contact, &calls, reader));
            calls.extend(best.map(|contact| Call::of_kind(contact, kind, reader)));
        }
    }
    calls
}

/// Returns the rank of a contact of a kind among those sorted by their distance: a number that stands
/// there for another kind comes last, and of those at hand, one without a number of its own.
fn rank(contact: &Contact, calls: &[Call<'_>], reader: Reader<'_>) -> (bool, u8, bool) {
    let line = reach::line_now(contact, reader.here.asking).map(|(phone, _)| phone);
    let is_known = line.is_some() && calls.iter().any(|call| call.leads_to(contact, line));
    let is_stand_in =
        contact.has_number_of_another() || contact.categories.first() == Some(&Category::Directory);
    let distance = match reader.here.km_away(contact) {
        // Without a town, a local service may be far away.
        _ if reader.here.town.is_none() => u8::from(contact.is_local()),
        Some(km) => 2 * u8::from(km > AT_HAND_KM),
        None => u8::from(contact.region == Region::Ca),
    };
    (is_known, distance, is_stand_in || line.is_none())
}

/// Returns the kinds of help of a topic without a contact of its own. Kinds that need consent are
/// left to the text, except in the topic about them, which names them first.
fn kinds(topic: &Topic) -> Vec<Category> {
    let named = topic.contacts.iter().filter_map(|inline| match inline {
        Inline::Link {
            target: Target::Category(category),
            ..
        } => Some(*category),
        _ => None,
    });
    let named: Vec<Category> = named.collect();
    let about_police = named.first() == Some(&Category::PoliceBasedVs);
    let is_offered = |category: &Category| match category {
        Category::Emergency | Category::Police | Category::TipLine | Category::Immigration => false,
        Category::PoliceBasedVs => about_police,
        _ => true,
    };
    let offered = named.into_iter().filter(is_offered);
    offered.take(KINDS).collect()
}
