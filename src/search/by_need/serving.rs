//! What serves one need, best first.

use std::cmp::{Ordering, Reverse};

use rustc_hash::FxHashSet;

use super::Lead;
use crate::directory::{Audience, Category};
use crate::needs::{Need, Recognized};
use crate::search::hits::Hits;
use crate::search::nearby::Nearness;
use crate::search::query::query_filters::{ImpliedFilter, QueryFilter};

/// So many contacts of a need stand before its topics.
const BEFORE_TOPICS: usize = 3;
/// So many topics of a need are shown.
const TOPICS: usize = 3;

/// One contact or topic of a need.
pub(super) struct Candidate {
    pub(super) document: u32,
    /// The need's number in [`Hits::needs`].
    pub(super) need: usize,
    nearness: Nearness,
    /// Position in the list of the need before sorting.
    listed: usize,
    /// A national contact that the matrix puts before the region's own.
    leads: bool,
    /// Number of words of the query in its name.
    named: usize,
}

impl Lead<'_> {
    /// What serves one need, best first: contacts with its topics among them.
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
        let candidate = |listed: usize, document: u32| Candidate {
            document,
            need: number,
            nearness: self.index.nearness(document, self.vantage),
            listed,
            leads: false,
            named: self.words_in_name(document, hits),
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
        contacts.retain(|one| seen.insert(one.document));
        let own = contacts
            .iter()
            .position(|one| one.nearness != Nearness::Canada);
        for one in contacts.iter_mut().take(own.unwrap_or(0)) {
            one.leads = true;
        }
        contacts.sort_by(|one, other| self.order(need, &hits.query_filters, one, other));
        let topics = needs.topics(recognized.need, region);
        let topics = topics
            .into_iter()
            .filter_map(|topic| self.index.topics.get(&topic.to_string()));
        let topics = topics
            .take(TOPICS)
            .enumerate()
            .map(|(listed, document)| candidate(listed, *document));
        let mut topics = topics;
        let first = topics.next();
        contacts.extend(topics);
        let at = self.before_topics(need, &contacts);
        contacts.splice(at..at, first);
        contacts
    }

    /// Local services near the town that do what the need asks for, whom the matrix of the whole
    /// region does not name.
    fn nearby(&self, need: &Need) -> Vec<u32> {
        if self.vantage.places.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(usize, u32)> = (0..self.index.documents.count())
            .filter_map(|document| {
                let attributes = self.index.documents.attributes[document as usize];
                let offers = |category: &Category| attributes.offers(*category);
                let is_for = |audience| attributes.serves(audience);
                let service = match need.services.iter().position(offers) {
                    Some(service) => service,
                    None if need.audience.is_some_and(is_for) => need.services.len(),
                    None => return None,
                };
                let serves = matches!(
                    self.index.nearness(document, self.vantage),
                    Nearness::Serves(_)
                );
                (serves && self.passes(document)).then_some((service, document))
            })
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(_, document)| document).collect()
    }

    /// How many contacts stand before the topics.
    fn before_topics(&self, need: &Need, contacts: &[Candidate]) -> usize {
        let first_authority = contacts.iter().position(|one| self.is_authority(one));
        let most = match first_authority {
            Some(first) if need.wary => first.min(BEFORE_TOPICS),
            _ => BEFORE_TOPICS,
        };
        most.min(contacts.len())
    }

    fn order(
        &self,
        need: &Need,
        filters: &[QueryFilter],
        one: &Candidate,
        other: &Candidate,
    ) -> Ordering {
        let key = |candidate: &Candidate| {
            (
                !self.can_be_called(candidate),
                need.wary && self.is_authority(candidate),
                need.audience
                    .is_some_and(|audience| !self.is_for(candidate, audience)),
                self.misses(candidate, filters),
                self.tier(candidate),
                // One word may be in any name; two or more tell which service is meant.
                Reverse(if candidate.named > 1 {
                    candidate.named
                } else {
                    0
                }),
            )
        };
        let km = |candidate: &Candidate| match candidate.nearness {
            // A few kilometres more or less do not outweigh what fits better.
            Nearness::Serves(km) | Nearness::OtherPart(Some(km)) => (km / 4.0).floor(),
            _ => 0.0,
        };
        key(one)
            .cmp(&key(other))
            .then(km(one).total_cmp(&km(other)))
            .then(one.listed.cmp(&other.listed))
    }

    fn can_be_called(&self, candidate: &Candidate) -> bool {
        self.index.documents.attributes[candidate.document as usize].has_phone()
    }

    fn is_for(&self, candidate: &Candidate, audience: Audience) -> bool {
        self.index.documents.attributes[candidate.document as usize].serves(audience)
    }

    fn is_authority(&self, candidate: &Candidate) -> bool {
        self.index.documents.attributes[candidate.document as usize].is_authority()
    }

    /// How many of the query's filters a contact misses; of several that the same words imply, it
    /// need pass only one. The order of a language is stated, interpreter, not stated.
    fn misses(&self, candidate: &Candidate, filters: &[QueryFilter]) -> u32 {
        let attributes = self.index.documents.attributes[candidate.document as usize];
        let languages = &self.index.documents.languages;
        let misses = |filter: &ImpliedFilter| match filter {
            ImpliedFilter::Language(language) if attributes.speaks(language, languages) => 0,
            ImpliedFilter::Language(_) if attributes.has_interpreters() => 1,
            ImpliedFilter::Language(_) => 2,
            ImpliedFilter::Audience(audience) => u32::from(!attributes.helps(*audience)),
            ImpliedFilter::AlwaysOpen => u32::from(!attributes.always_open()),
            ImpliedFilter::Region(_) | ImpliedFilter::Place(_) | ImpliedFilter::OpenNow => 0,
        };
        let alternatives = filters.chunk_by(|one, other| one.words == other.words);
        alternatives
            .filter_map(|filters| filters.iter().map(|filter| misses(&filter.filter)).min())
            .sum()
    }

    /// In which group of a need's contacts one stands.
    fn tier(&self, candidate: &Candidate) -> u8 {
        const NEAR_KM: f32 = 100.0;
        let attributes = self.index.documents.attributes[candidate.document as usize];
        match candidate.nearness {
            Nearness::Serves(_) => 0,
            // Which part of the region is not known: what serves all of it comes first.
            Nearness::Region if self.vantage.places.is_empty() && attributes.is_local() => 2,
            Nearness::Region => 1,
            Nearness::Canada if candidate.leads => 1,
            Nearness::OtherPart(Some(km)) if km <= NEAR_KM => 2,
            Nearness::Canada => 3,
            Nearness::OtherPart(_) => 4,
            Nearness::OtherRegion => 5,
        }
    }
}
