//! Contacts and topics of one need, best first.

use std::cmp::Reverse;

use rustc_hash::FxHashSet;

use super::candidate::Candidate;
use super::people::{few, filters_of, is_for_few, names_young};
use super::{Lead, names_where};
use crate::directory::contact::names_a_community;
use crate::directory::{Audience, Category, Region};
use crate::needs::{Gravity, Need, OWN_TOWN_KM, Recognized, Tier, finds};
use crate::search::hits::Hits;
use crate::search::nearby::Nearness;
use crate::search::query::query_filters::{ImpliedFilter, QueryFilter};
use crate::search::rank::order::MatchQuality;

impl Lead<'_> {
    /// Returns contacts of a need, best first, with its topics among them.
    pub(super) fn serving(
        &self,
        number: usize,
        recognized: &Recognized,
        hits: &Hits,
    ) -> Vec<Candidate> {
        let needs = self.needs;
        let Some(need) = needs.at(recognized.need) else {
            return Vec::new();
        };
        let region = self.vantage.region;
        let shared = self.serving_others(number, hits);
        let candidate = |listed: usize, document: u32| {
            let is_shared = shared.contains(&document);
            self.candidate(document, (number, listed), need, (is_shared, hits))
        };
        let listed = self.documents(needs.contacts(recognized.need, region));
        let nearby = self.nearby(need);
        let mut contacts: Vec<Candidate> = listed
            .into_iter()
            .chain(nearby)
            .enumerate()
            .map(|(listed, document)| candidate(listed, document))
            .collect();
        let mut seen = FxHashSet::default();
        contacts.retain(|one| seen.insert(one.document) && !self.answers_elsewhere(one));
        let own = contacts
            .iter()
            .position(|one| one.nearness != Nearness::Canada);
        for one in contacts.iter_mut().take(own.unwrap_or(0)) {
            one.leads = true;
            if one.tier == Tier::Canada && !one.only_finds {
                one.tier = Tier::RegionWide;
            }
        }
        let mut filters = filters_of(need, &self.filters);
        if need.offers_beds() && !self.has_no_place() {
            // A bed in the town comes before a line in the language.
            filters.retain(|one| !matches!(one.filter, ImpliedFilter::Language(_)));
        }
        let keys = contacts
            .into_iter()
            .map(|one| (self.key(need, hits, &filters, &one), one));
        let mut keyed: Vec<_> = keys.collect();
        keyed.sort_by_key(|(key, _)| *key);
        let mut contacts: Vec<Candidate> = keyed.into_iter().map(|(_, one)| one).collect();
        self.promote_open_line(&filters, &mut contacts);
        self.promote_line_in_language(hits, &filters, &mut contacts);
        self.promote_general_contact(need, &mut contacts);
        self.promote_nearest_office(need, &mut contacts);
        self.drop_far_houses(need, &mut contacts);
        self.promote_named_line(need, hits, &mut contacts);
        let (topics, at) = self.topics_among(need, recognized.need, &contacts, hits);
        let topics = topics.into_iter().enumerate();
        let mut topics = topics.map(|(listed, document)| candidate(listed, document));
        let first = topics.next();
        contacts.extend(topics);
        contacts.splice(at..at, first);
        contacts
    }

    /// Returns true for the emergency number of another community than the worker's, where each has
    /// its own.
    fn answers_elsewhere(&self, one: &Candidate) -> bool {
        let attributes = self.index.documents.attributes(one.document);
        let is_911 = self.vantage.region.emergency().is_911();
        !is_911
            && !self.has_no_place()
            && attributes.offers(Category::Emergency)
            && attributes.is_local()
            && !matches!(one.nearness, Nearness::Serves(_))
    }

    /// Moves the first contact of the region for everybody before one for a community that the text
    /// does not name, if it offers the service to be called first as well.
    fn promote_general_contact(&self, need: &Need, contacts: &mut [Candidate]) {
        let attributes = |one: &Candidate| self.index.documents.attributes(one.document);
        let leads = |one: &Candidate| need.lead.is_none_or(|lead| attributes(one).offers(lead));
        let for_all = |one: &Candidate| {
            let here = !one.for_others && one.tier <= Tier::RegionWide;
            here && leads(one) && attributes(one).has_phone()
        };
        if contacts.first().is_some_and(|first| first.for_others)
            && let Some(at) = contacts.iter().position(for_all)
        {
            contacts[..=at].rotate_right(1);
        }
    }

    /// Moves the nearest office of the service to be called first before the others: of two offices
    /// in reach, one belongs to another town, perhaps across a river.
    fn promote_nearest_office(&self, need: &Need, contacts: &mut [Candidate]) {
        let is_office = |one: &Candidate| {
            let attributes = self.index.documents.attributes(one.document);
            let leads = need.lead.is_some_and(|lead| attributes.offers(lead));
            leads && attributes.is_local()
        };
        let km = |one: &Candidate| match one.nearness {
            Nearness::Serves(km) if is_office(one) => Some(km),
            _ => None,
        };
        let offices = contacts.iter().enumerate();
        let mut offices = offices.filter_map(|(at, one)| Some((at, km(one)?)));
        let Some(first) = offices.next() else {
            return;
        };
        let nearer =
            |near: (usize, f32), one: (usize, f32)| if one.1 < near.1 { one } else { near };
        let (nearest, km) = offices.fold(first, nearer);
        let is_of_town = km <= OWN_TOWN_KM && !contacts[nearest].for_others;
        contacts[first.0..=nearest].rotate_right(1);
        if is_of_town || need.lead != Some(Category::ChildProtection) {
            return;
        }
        // The directory may lack the office of the town: the contact that finds it comes first.
        let finder = contacts.iter().position(|one| {
            let attributes = self.index.documents.attributes(one.document);
            let offers = |service| attributes.offers(service);
            !attributes.is_local() && finds(one.tier, offers, attributes.always_open())
        });
        if let Some(finder) = finder.filter(|finder| *finder > first.0) {
            contacts[first.0..=finder].rotate_right(1);
        }
    }

    /// Removes contacts for a bed in other parts of the region, if others are left.
    fn drop_far_houses(&self, need: &Need, contacts: &mut Vec<Candidate>) {
        let is_far = |one: &Candidate| one.tier >= Tier::OtherPart;
        if need.offers_beds() && !self.has_no_place() && !contacts.iter().all(is_far) {
            contacts.retain(|one| !is_far(one));
        }
    }

    /// Returns contacts that offer the service of the need and are not in the region's matrix:
    /// those near the town, and those for a small group named in the text.
    fn nearby(&self, need: &Need) -> Vec<u32> {
        let mut few = self.filters.iter().filter_map(few);
        let few = few.next();
        let of_people = few.map_or_else(Vec::new, |few| {
            self.index.serving_people(few, self.vantage.region)
        });
        let candidates = if self.has_no_place() {
            of_people
        } else {
            // A line of the whole region for the people named is a call away from every town.
            let is_line = |document: &u32| {
                let nearness = self.index.nearness(*document, self.vantage);
                nearness == Nearness::Region
            };
            let mut near = self.index.serving_near(self.vantage);
            near.extend(of_people.into_iter().filter(is_line));
            near.sort_unstable();
            near.dedup();
            near
        };
        let service = |document: u32| {
            let attributes = self.index.documents.attributes(document);
            let is_for = |audience| attributes.serves(audience);
            let other = need.audience.is_some_and(is_for);
            let offers = |service| attributes.offers(service);
            let is_named = few.is_some_and(is_for);
            let is_of_another = !is_named && need.is_of_another_task(offers);
            let service = need.service(offers).filter(|_| !is_of_another);
            service.or(other.then_some(need.services.len()))
        };
        let candidates = candidates.into_iter();
        let mut found: Vec<(usize, u32)> = candidates
            .filter(|document| self.passes(*document))
            .filter_map(|document| Some((service(document)?, document)))
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(_, document)| document).collect()
    }

    /// Returns true if the first contact serves a part of the region and no town is known, so that
    /// another contact may serve the worker's town.
    pub(super) fn is_by_town(&self, first: Option<&Candidate>) -> bool {
        self.has_no_place() && first.is_some_and(|first| first.tier == Tier::ByTown)
    }

    /// Returns true if neither the text nor the settings name a town.
    pub(super) fn has_no_place(&self) -> bool {
        self.vantage.places.is_empty()
    }

    /// Returns true if authorities come last.
    pub(super) fn is_wary(&self, need: &Need) -> bool {
        need.wary || self.wary || self.circumstances.refuses_police
    }

    /// Returns the contacts of the other likely needs.
    fn serving_others(&self, number: usize, hits: &Hits) -> FxHashSet<u32> {
        let region = self.vantage.region;
        let needs = hits.needs.iter().enumerate();
        let others = needs.filter(|(other, need)| *other != number && need.is_likely());
        others
            .flat_map(|(_, need)| self.documents(self.needs.contacts(need.need, region)))
            .collect()
    }

    /// Returns the sort key of a contact of the need. Contacts are ordered by:
    ///
    /// 1. Callable contacts, and contacts requested by name, or by town and kind; if the need can
    ///    wait, those without a phone near the town come before callable ones far away.
    /// 2. Contacts without risk for the person, for the people concerned, and always open if a life is at
    ///    risk.
    /// 3. The service that must be called first, then contacts that find the right one.
    /// 4. The query's filters; contacts for a group named in the text before those for everybody,
    ///    unless far away; legal help last, if the need is another that cannot wait.
    /// 5. The tier: at hand, the whole region, elsewhere in it by distance, Canada; then contacts for
    ///    everybody before those for a group that is not named, or in other languages.
    /// 6. The match of the query's words, then the match of another need.
    /// 7. Words of the query in the name; the distance; the order of the matrix.
    fn key(
        &self,
        need: &Need,
        hits: &Hits,
        filters: &[QueryFilter],
        candidate: &Candidate,
    ) -> impl Ord + Copy + use<> {
        let attributes = self.index.documents.attributes(candidate.document);
        let tier = candidate.tier;
        let is_about = |audience| attributes.serves(audience);
        let is_silent = !attributes.has_phone();
        let is_elsewhere = tier == Tier::OtherPart;
        let kilometres = candidate.kilometres();
        let is_far = tier >= Tier::Canada && self.vantage.region != Region::Ca;
        let is_by_town = self.is_by_town(Some(candidate));
        let unstated = self.unstated(candidate, filters, is_for_few);
        // Without a town, a house of one town is far from most people of its audience.
        let is_astray = is_by_town
            && (need.gravity == Gravity::Life || need.offers_beds() && self.circumstances.is_man);
        let is_only_legal = need.is_only_legal(|service| attributes.offers(service));
        // A line that leads to one house for another purpose knows of no other bed.
        let is_astray = is_astray
            || need.offers_beds()
                && attributes.is_stand_in()
                && !attributes.offers(Category::DomesticViolence);
        let is_only_for_young =
            !names_young(filters) && need.is_only_for_young(|audience| attributes.serves(audience));
        (
            (
                self.silence(need, hits, candidate),
                self.is_wary(need) && attributes.is_authority(),
                need.audience.is_some_and(|audience| !is_about(audience)),
                need.gravity == Gravity::Life && !attributes.always_open(),
                need.rank_of_lead(
                    tier,
                    |service| attributes.offers(service),
                    attributes.always_open(),
                ),
            ),
            (
                self.misses(candidate, filters),
                is_far || unstated > 0 || is_only_legal || is_only_for_young || is_astray,
                need.tier_by_hours(
                    tier,
                    candidate.for_others,
                    attributes.always_open() || names_where(hits),
                ),
                if is_elsewhere { kilometres } else { 0 },
                candidate.for_others,
            ),
            (
                self.unstated(candidate, &self.filters, |_| true),
                is_by_town && attributes.is_authority(),
                // A better match of the words makes no town the worker's.
                if is_by_town {
                    MatchQuality::Not
                } else {
                    candidate.quality
                },
                !candidate.leads,
                self.breadth(candidate, filters),
                is_silent,
                !candidate.is_shared,
            ),
            (Reverse(candidate.named), kilometres, candidate.listed),
        )
    }

    /// Returns the rank of a contact by its phone: 0 if it can be called. A call to a far town does
    /// not replace a near service with a website, unless somebody is being harmed.
    fn silence(&self, need: &Need, hits: &Hits, candidate: &Candidate) -> u8 {
        let attributes = self.index.documents.attributes(candidate.document);
        let is_silent = !attributes.has_phone() && !is_asked_for(need, hits, candidate);
        let tier = candidate.tier;
        let can_wait = need.gravity == Gravity::Later && !self.has_no_place();
        match is_silent {
            true if can_wait && tier <= Tier::ByTown && tier != Tier::RegionWide => 1,
            true => 3,
            false if can_wait && tier >= Tier::OtherPart => 2,
            false => 0,
        }
    }

    /// Returns true if a contact is for a group that neither the need nor the text names, or answers
    /// in other languages than the worker's. A rare word of its name names its group.
    pub(super) fn is_for_others(&self, need: &Need, document: u32, hits: &Hits) -> bool {
        let attributes = self.index.documents.attributes(document);
        let languages = &self.index.documents.languages;
        let filters = &self.filters;
        let names_group = |filter: &QueryFilter| match filter.filter {
            ImpliedFilter::Audience(audience) => {
                !audience.is_of_many() && attributes.serves(audience)
            }
            _ => false,
        };
        let names_language = |filter: &QueryFilter| match &filter.filter {
            ImpliedFilter::Language(language) => attributes.speaks(language, languages),
            _ => false,
        };
        let is_named = || {
            need.audience.is_some_and(|one| attributes.serves(one))
                || filters
                    .iter()
                    .any(|filter| names_group(filter) || names_language(filter))
                || attributes.is_of_a_community() && names_a_community(&self.query.text)
                || attributes.serves(Audience::Indigenous) && self.is_in_indigenous_town()
                || self.is_named_by_own_word(document, hits)
        };
        let is_for_newcomers = need.is_only_for_newcomers(
            |service| attributes.offers(service),
            |audience| attributes.serves(audience),
        );
        (attributes.is_for_a_group() || is_for_newcomers) && !is_named()
            || attributes.is_in_others(self.language, languages)
                && !filters.iter().any(names_language)
    }

    /// Returns the number of audiences of a contact if the text names a small group: contacts for
    /// that group alone come first.
    fn breadth(&self, candidate: &Candidate, filters: &[QueryFilter]) -> u32 {
        if filters.iter().any(|filter| few(filter).is_some()) {
            self.index
                .documents
                .attributes(candidate.document)
                .breadth()
        } else {
            0
        }
    }

    pub(super) fn is_topic(&self, candidate: &Candidate) -> bool {
        self.index
            .documents
            .attributes(candidate.document)
            .is_topic()
    }
}

/// Returns true if the text requests this contact: every word matches, and the text names a town
/// served by the contact, or a rare word of its name.
fn is_asked_for(need: &Need, hits: &Hits, candidate: &Candidate) -> bool {
    let mut filters = hits.query_filters.iter();
    let names_town = filters.any(|one| matches!(one.filter, ImpliedFilter::Place(_)));
    let is_there = matches!(candidate.nearness, Nearness::Serves(_));
    need.gravity != Gravity::Life
        && candidate.quality == MatchQuality::Closely
        && (names_town && is_there || candidate.named > 0)
}
