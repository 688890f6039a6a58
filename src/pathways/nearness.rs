//! Order of contacts by their distance from the worker, and by audience.

use std::cmp::Reverse;

use crate::directory::{Audience, Category, Contact, Region, reach};
use crate::needs::{Need, OWN_TOWN_KM, Tier};
use crate::places::{PlaceId, whole_km};

use super::serving::Here;
use super::territory::Territory;

impl<'a> Here<'a> {
    /// Returns the contacts of a category in the region and in all of Canada, without those reached
    /// by 911 where 911 does not answer.
    fn offering(&self, category: Category) -> Vec<&'a Contact> {
        let regions = [self.region, Region::Ca];
        let mut found = self.directory.of_regions(&regions, Some(&[category]));
        if !self.region.emergency().is_911() {
            found.retain(|contact| !contact.dials_911());
        }
        found
    }

    /// Returns the contacts of a category that serve the region or all of Canada. If the worker's
    /// town is not known, contacts of one town are left out if others are left.
    pub(super) fn of_category(&self, category: Category) -> Vec<&'a Contact> {
        let mut found = self.offering(category);
        let is_of_a_town = |contact: &&Contact| self.tier(contact) == Tier::ByTown;
        if self.town.is_none() && !found.iter().all(is_of_a_town) {
            found.retain(|contact| !is_of_a_town(contact));
        }
        found.sort_by_key(|contact| self.tier(contact));
        self.put_unanswered_last(&mut found);
        found
    }

    /// Returns the contacts of a category that help the worker, best first: contacts for everybody
    /// before those for a group, callable contacts before others; then contacts that serve the
    /// worker's town, the whole region, a part of it, all of Canada, the nearest first in each. If
    /// the town is not known, contacts not known to be closed come first, then contacts without a
    /// doubt, then contacts of larger towns. The police of another town, contacts of another part
    /// of the region, and contacts with a number reported as wrong come last, in this order.
    pub fn nearest(&self, category: Category) -> Vec<&'a Contact> {
        let mut found = self.offering(category);
        found.sort_by_cached_key(|contact| {
            let tier = self.tier(contact);
            (
                self.is_reported(contact),
                tier == Tier::OtherPart,
                is_for_some(contact),
                !contact.has_phone(),
                self.is_police_elsewhere(contact),
                tier,
                self.km_apart(contact),
                self.town.is_none().then(|| self.by_size(contact)),
            )
        });
        found
    }

    /// Returns true for a police service with its seat in another town than the worker's, if that
    /// town is known: the regional police find the right service.
    fn is_police_elsewhere(&self, contact: &Contact) -> bool {
        let is_police = contact.categories.first() == Some(&Category::Police);
        let Some(town) = self.town.filter(|_| is_police) else {
            return false;
        };
        let seat = self.towns(contact).next();
        seat.is_some_and(|seat| self.places.distance_km(town, seat) > OWN_TOWN_KM)
    }

    /// Returns the distance in kilometres to a contact that serves a part of the region; `None` if
    /// it serves the whole region or more, or the town is not known.
    pub fn km_away(&self, contact: &Contact) -> Option<u16> {
        let local = Some(contact).filter(|contact| contact.is_local());
        local.and_then(|contact| self.km(contact)).map(whole_km)
    }

    /// Returns the rank of a contact if the town is not known: contacts not known to be closed
    /// first, then contacts that need no confirmation, then contacts of larger towns.
    fn by_size(&self, contact: &Contact) -> (bool, bool, Reverse<u32>) {
        let answer = reach::first_answer(contact, self.asking);
        let people = self
            .towns(contact)
            .map(|town| self.places.place(town).population);
        let people = people.max().unwrap_or_default();
        let is_closed = answer.is_open() == Some(false);
        (is_closed, contact.must_confirm(), Reverse(people))
    }

    /// Returns the group of a contact by its distance.
    pub(super) fn tier(&self, contact: &Contact) -> Tier {
        if contact.region == Region::Ca {
            return Tier::Canada;
        }
        match self.territory(contact) {
            Some(Territory::Own) => return Tier::InTown,
            Some(Territory::Other) => return Tier::OtherPart,
            Some(Territory::Unknown) => return Tier::ByTown,
            None => {}
        }
        match self.km_of_nearest(contact) {
            Some(km) if km <= contact.reach_km() => Tier::InTown,
            _ if !contact.is_local() => Tier::RegionWide,
            _ if self.town.is_none() => Tier::ByTown,
            km => Tier::of_other_part(km),
        }
    }

    /// Returns the group of a contact for a need.
    pub(super) fn tier_for(&self, need: &Need, contact: &Contact) -> Tier {
        match self.tier(contact) {
            Tier::InTown => {
                let km = if need.offers_beds() {
                    self.km(contact)
                } else {
                    self.km_of_nearest(contact)
                };
                let offers = |service| contact.categories.contains(&service);
                need.tier_of_serving(km.unwrap_or_default(), offers)
            }
            other => other,
        }
    }

    /// Returns the places of a contact.
    pub(super) fn towns(&self, contact: &Contact) -> impl Iterator<Item = PlaceId> {
        let places = contact.places.iter();
        places.filter_map(|name| self.places.find(name, contact.region))
    }

    /// Returns the distance in kilometres from the worker's town to the nearest place of a contact.
    fn km_of_nearest(&self, contact: &Contact) -> Option<f32> {
        let town = self.town?;
        let distances = self
            .towns(contact)
            .map(|place| self.places.distance_km(town, place));
        distances.min_by(f32::total_cmp)
    }

    /// Returns the distance in kilometres from the worker's town to a house, or to the nearest place
    /// of another service.
    fn km(&self, contact: &Contact) -> Option<f32> {
        let town = self.town?;
        let seat = contact
            .house_town()
            .and_then(|seat| self.places.find(seat, contact.region));
        match seat {
            Some(seat) => Some(self.places.distance_km(town, seat)),
            None => self.km_of_nearest(contact),
        }
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
    contact.is_of_a_community()
        || Audience::are_a_group(|audience| contact.serves.contains(&audience))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use crate::pathways::Pathways;
    use crate::pathways::tests::{NIGHT, here};

    /// Returns the contact for a bed on the first page.
    fn bed(region: Region, town: Option<&str>) -> String {
        let here = here(region, town, NIGHT);
        let calls = here.call_now(Pathways::embedded().unwrap().now());
        let mut calls = calls.into_iter();
        let bed = calls.find(|call| call.kind.need == "shelter");
        bed.unwrap().contact.id.clone()
    }

    #[test]
    fn a_bed_is_the_nearest_one() {
        let halifax = bed(Region::Ns, Some("Halifax"));
        assert_eq!(halifax, "ns-bryony-house");
        assert_eq!(bed(Region::On, None), "on-awhl");
        let toronto = bed(Region::On, Some("Toronto"));
        assert_ne!(toronto, "on-halton-womens-place");
    }

    #[test]
    fn a_bed_in_another_town_or_in_doubt_comes_after_the_line_for_the_whole_region() {
        for town in ["Toronto", "Kenora"] {
            assert_eq!(bed(Region::On, Some(town)), "on-awhl", "{town}");
        }
        let here = here(Region::On, Some("Hamilton"), NIGHT);
        let hamilton = here.directory.get(&bed(Region::On, Some("Hamilton")));
        assert!(!hamilton.unwrap().must_confirm());
        assert_ne!(
            bed(Region::On, Some("Ottawa")),
            "on-awhl",
            "a house is there"
        );
    }

    #[test]
    fn the_only_house_of_a_region_has_the_bed_also_if_it_must_be_confirmed() {
        for town in [None, Some("Whitehorse")] {
            let bed = bed(Region::Yt, town);
            assert_eq!(bed, "yt-kaushees-place", "{town:?}");
        }
    }

    #[test]
    fn calls_now_omit_the_armed_forces_own_line() {
        let now = Pathways::embedded().unwrap().now();
        for language in Language::ALL {
            let here = Here {
                language,
                ..here(Region::Ca, None, NIGHT)
            };
            let calls = here.call_now(now);
            assert!(!calls.is_empty());
            assert!(calls.iter().all(|call| call.contact.id != "ca-smsrc"));
        }
    }

    #[test]
    fn a_number_that_is_open_for_one_kind_of_help_is_open_for_all() {
        let here = here(Region::Nb, Some("Moncton"), NIGHT);
        let calls = here.call_now(Pathways::embedded().unwrap().now());
        let of_211 = calls
            .iter()
            .filter(|call| call.phone.is_some_and(|phone| phone.number == "211"));
        let ids: Vec<_> = of_211
            .map(|call| {
                assert_eq!(call.answer.is_open(), Some(true), "{}", call.contact.id);
                call.contact.id.as_str()
            })
            .collect();
        assert!(ids.contains(&"nb-victim-services"), "{ids:?}");
    }

    #[test]
    fn a_house_a_days_drive_away_has_no_bed_for_tonight() {
        let here = here(Region::On, Some("Kenora"), NIGHT);
        let need = here.needs.place("shelter").unwrap();
        let serving = here.serving(need);
        let at = |id: &str| serving.iter().position(|one| one.id == id).unwrap();
        assert!(at("on-awhl") < at("on-beendigen"));
    }

    #[test]
    fn without_a_town_those_that_answer_come_first_then_those_where_most_people_live() {
        let here = here(Region::Bc, None, NIGHT);
        for category in [Category::CommunityVs, Category::PoliceBasedVs] {
            let nearest = here.nearest(category);
            let callable = |one: &&&Contact| one.has_phone() && !is_for_some(one);
            let local: Vec<&Contact> = nearest
                .iter()
                .filter(callable)
                .filter(|one| here.tier(one) == Tier::ByTown)
                .copied()
                .collect();
            let keys = local.iter().map(|one| here.by_size(one));
            assert!(keys.is_sorted(), "{category:?}");
            let (closed, _, Reverse(people)) = here.by_size(local[0]);
            assert!(!closed && people > 100_000, "{category:?}: {}", local[0].id);
            let everywhere = nearest
                .iter()
                .position(|one| here.tier(one) == Tier::RegionWide);
            let first = nearest.iter().position(|one| one.id == local[0].id);
            assert!(everywhere.is_none() || everywhere < first, "{category:?}");
        }
    }
}
