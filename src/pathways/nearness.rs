//! Order of contacts by their distance from the worker, and by audience.

use crate::directory::{Audience, Category, Contact, Region};

use super::serving::Here;

/// Distance in kilometres within which a local service of another part of the region ranks above
/// those of all Canada.
const NEAR_KM: f32 = 100.0;

/// Rank of a contact by its distance, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Nearness {
    /// Needed for a life at risk.
    First,
    /// Serves the worker's town.
    Town,
    /// Serves the whole region, or precedes all others.
    Region,
    /// Serves a part of the region that may be the worker's.
    Local,
    /// Serves all of Canada.
    Canada,
    /// Serves another part of the region.
    OtherPart,
}

impl<'a> Here<'a> {
    /// Returns the contacts of a category in the region and in all of Canada.
    fn offering(&self, category: Category) -> Vec<&'a Contact> {
        let regions = [self.region, Region::Ca];
        self.directory.of_regions(&regions, Some(&[category]))
    }

    /// Returns the contacts of a category that serve the region or all of Canada.
    pub(super) fn of_category(&self, category: Category) -> Vec<&'a Contact> {
        let mut found = self.offering(category);
        found.sort_by_key(|contact| self.nearness(contact));
        self.put_unanswered_last(&mut found);
        found
    }

    /// Returns the contacts of a category that help the worker, best first: those for everybody
    /// before those of a group, callable ones before others; then those that serve her town, the
    /// whole region, a part of it, all of Canada, in each the nearest first. Contacts of another
    /// part of the region, then those with a number reported as wrong, come last.
    pub fn nearest(&self, category: Category) -> Vec<&'a Contact> {
        let mut found = self.offering(category);
        found.sort_by_cached_key(|contact| {
            let nearness = self.nearness(contact);
            (
                self.is_reported(contact),
                nearness == Nearness::OtherPart,
                is_for_some(contact),
                number(contact).is_none(),
                nearness,
                self.km_apart(contact),
            )
        });
        found
    }

    pub(super) fn nearness(&self, contact: &Contact) -> Nearness {
        if contact.region == Region::Ca {
            return Nearness::Canada;
        }
        match self.km(contact) {
            Some(km) if km <= contact.reach_km() => Nearness::Town,
            _ if !contact.is_local() => Nearness::Region,
            _ if self.town.is_none() => Nearness::Local,
            Some(km) if km <= NEAR_KM => Nearness::Local,
            _ => Nearness::OtherPart,
        }
    }

    /// Returns the distance in kilometres from the worker's town to the nearest place of a contact.
    fn km(&self, contact: &Contact) -> Option<f32> {
        let town = self.town?;
        let places = contact.places.iter();
        let places = places.filter_map(|name| self.places.find(name, contact.region));
        let distances = places.map(|place| self.places.distance_km(town, place));
        distances.min_by(f32::total_cmp)
    }

    /// Returns the distance in steps of a few kilometres, too coarse to outweigh a better fit; 0 if
    /// unknown.
    pub(super) fn km_apart(&self, contact: &Contact) -> u16 {
        const STEP_KM: f32 = 4.0;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "distances within Canada are below ten thousand kilometres"
        )]
        let steps = (self.km(contact).unwrap_or(0.0) / STEP_KM) as u16;
        steps
    }
}

/// Returns true if a contact serves a particular group only.
pub(super) fn is_for_some(contact: &Contact) -> bool {
    Audience::are_a_group(|audience| contact.serves.contains(&audience))
}

/// Returns the number to call first.
pub(super) fn number(contact: &Contact) -> Option<&str> {
    contact.main_phone().map(|phone| phone.number.as_str())
}
