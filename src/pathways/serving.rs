//! Whom to call from where the worker is, at this hour.

use crate::directory::hours::Asking;
use crate::directory::{Category, Contact, Directory, Region, reach};
use crate::needs::{Gravity, Need, Needs};
use crate::places::{PlaceId, Places};

use super::{Authorities, Consent, Leaf, Source};

/// The most contacts that a leaf shows.
pub const MOST_CALLS: usize = 5;

/// A local service of another part of the region, but within so many kilometres, is offered before
/// those of all Canada.
const NEAR_KM: f32 = 100.0;

/// Where the worker is, and when.
#[derive(Clone, Copy, Debug)]
pub struct Here<'a> {
    /// All contacts.
    pub directory: &'a Directory,
    /// The needs and the contacts that serve them.
    pub needs: &'a Needs,
    /// All places.
    pub places: &'a Places,
    /// The worker's region; [`Region::Ca`] if she chose none.
    pub region: Region,
    /// Her town; `None` if she named none.
    pub town: Option<PlaceId>,
    /// Her clock.
    pub asking: Asking<'a>,
}

/// The group in which a contact stands, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    /// It is for a life at risk.
    First,
    /// It serves her town.
    Town,
    /// It serves all of her region, or leads the list.
    Region,
    /// It serves a part of her region that may be hers.
    Local,
    /// It serves all of Canada.
    Canada,
    /// It serves another part of her region.
    OtherPart,
}

impl<'a> Here<'a> {
    /// Returns the contacts to call for a leaf, at most [`MOST_CALLS`]: in the leaf's order, and within
    /// each of its rules those that answer now first. A local service of another part of the region is
    /// shown only if the rule finds no other. Authorities are among them only where the leaf
    /// always shows them, or consent was given.
    pub fn calls(&self, leaf: &Leaf, consent: Consent) -> Vec<&'a Contact> {
        let allowed = match leaf.authorities {
            Authorities::Always => true,
            Authorities::Never => false,
            Authorities::Consent => consent == Consent::Given,
        };
        let sources = match consent {
            Consent::Refused if !leaf.refused.is_empty() => &leaf.refused,
            _ => &leaf.calls,
        };
        let mut calls: Vec<&Contact> = Vec::new();
        for source in sources {
            let found = self.of_source(source).into_iter();
            let found = found
                .filter(|contact| allowed || !contact.is_authority())
                .filter(|contact| contact.main_phone().is_some())
                .filter(|contact| {
                    !contact
                        .categories
                        .iter()
                        .any(|one| leaf.without.contains(one))
                })
                .filter(|contact| calls.iter().all(|call| call.id != contact.id));
            let mut found: Vec<&Contact> = found.collect();
            let far = |contact: &&Contact| self.nearness(contact) == Nearness::OtherPart;
            if !found.iter().all(far) {
                found.retain(|contact| !far(contact));
            }
            found.truncate(source.limit());
            calls.extend(found);
        }
        calls.truncate(MOST_CALLS);
        calls
    }

    /// Returns the contacts that serve a need, best first: those that offer a service of the need
    /// before others, near before the whole region before all of Canada, in the order of the matrix; if
    /// it is urgent, those known to be closed come last. A contact that cannot be called comes after
    /// all that can.
    pub fn serving(&self, need: usize) -> Vec<&'a Contact> {
        let Some(found) = self.needs.at(need) else {
            return Vec::new();
        };
        let listed = self.needs.contacts(need, self.region).into_iter();
        let listed: Vec<&Contact> = listed.filter_map(|id| self.directory.get(id)).collect();
        let own = listed.iter().position(|one| one.region != Region::Ca);
        let leading = own.unwrap_or(0);
        let offers = |contact: &Contact| {
            found
                .services
                .iter()
                .any(|one| contact.categories.contains(one))
        };
        let rank = |(position, contact): (usize, &'a Contact)| {
            let leads = position < leading;
            let nearness = match self.nearness(contact) {
                _ if leads && found.gravity == Gravity::Life => Nearness::First,
                Nearness::Canada if leads => Nearness::Region,
                other => other,
            };
            (leads || offers(contact), nearness, contact)
        };
        let mut ranked: Vec<_> = listed.iter().copied().enumerate().map(rank).collect();
        let local = self.local(found).into_iter();
        let local = local.filter(|contact| listed.iter().all(|one| one.id != contact.id));
        ranked.extend(local.map(|contact| (true, Nearness::Town, contact)));
        ranked.sort_by_key(|(fits, nearness, contact)| {
            (
                contact.main_phone().is_none(),
                found.wary && contact.is_authority(),
                !fits,
                *nearness,
                self.km_apart(contact),
            )
        });
        let mut contacts: Vec<_> = ranked.into_iter().map(|(.., contact)| contact).collect();
        if found.gravity != Gravity::Later {
            self.put_closed_last(&mut contacts);
        }
        contacts
    }

    /// Returns the contacts of a category that serve her region or all of Canada.
    fn of_category(&self, category: Category) -> Vec<&'a Contact> {
        let contacts = self.directory.contacts().iter();
        let mut found: Vec<&Contact> = contacts
            .filter(|contact| contact.categories.contains(&category))
            .filter(|contact| [self.region, Region::Ca].contains(&contact.region))
            .collect();
        found.sort_by_key(|contact| self.nearness(contact));
        self.put_closed_last(&mut found);
        found
    }

    fn of_source(&self, source: &Source) -> Vec<&'a Contact> {
        match source {
            Source::Emergency { .. } => {
                let contact = self.directory.get(self.region.emergency().contact);
                contact.into_iter().collect()
            }
            Source::Contact { contact, regions } => {
                let here = regions.is_empty() || regions.contains(&self.region);
                let contact = self.directory.get(contact).filter(|_| here);
                contact.into_iter().collect()
            }
            Source::Need { need, .. } => {
                let need = self.needs.place(need);
                need.map_or_else(Vec::new, |need| self.serving(need))
            }
            Source::Category {
                category, audience, ..
            } => {
                let mut found = self.of_category(*category);
                found.retain(|contact| {
                    audience.is_empty() || contact.serves.iter().any(|one| audience.contains(one))
                });
                found
            }
        }
    }

    /// Returns services of her town for a need that the matrix of the whole region may not name.
    fn local(&self, need: &Need) -> Vec<&'a Contact> {
        if self.town.is_none() {
            return Vec::new();
        }
        let contacts = self.directory.contacts().iter();
        let service = |contact: &Contact| {
            let offers = |category: &Category| contact.categories.contains(category);
            need.services.iter().position(offers)
        };
        let mut found: Vec<(usize, &Contact)> = contacts
            .filter(|contact| contact.region == self.region)
            .filter_map(|contact| Some((service(contact)?, contact)))
            .filter(|(_, contact)| self.nearness(contact) == Nearness::Town)
            .collect();
        found.sort_by_key(|(service, _)| *service);
        found.into_iter().map(|(_, contact)| contact).collect()
    }

    fn nearness(&self, contact: &Contact) -> Nearness {
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

    /// Returns the kilometres from her town to the nearest place of a contact.
    fn km(&self, contact: &Contact) -> Option<f32> {
        let town = self.town?;
        let places = contact.places.iter();
        let places = places.filter_map(|name| self.places.find(name, contact.region));
        let distances = places.map(|place| self.places.distance_km(town, place));
        distances.min_by(f32::total_cmp)
    }

    /// Returns the distance in steps of a few kilometres, which outweigh no better fit; 0 if unknown.
    fn km_apart(&self, contact: &Contact) -> u16 {
        const STEP_KM: f32 = 4.0;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "distances within Canada are below ten thousand kilometres"
        )]
        let steps = (self.km(contact).unwrap_or(0.0) / STEP_KM) as u16;
        steps
    }

    /// Moves contacts known to be closed behind the others.
    fn put_closed_last(&self, contacts: &mut [&'a Contact]) {
        contacts.sort_by_key(|contact| {
            reach::first_answer(contact, self.asking).is_open() == Some(false)
        });
    }
}

impl Source {
    fn limit(&self) -> usize {
        match self {
            Self::Need { limit, .. } | Self::Category { limit, .. } => limit.unwrap_or(MOST_CALLS),
            Self::Emergency { .. } | Self::Contact { .. } => 1,
        }
    }
}
