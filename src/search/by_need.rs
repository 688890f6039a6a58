//! Hits for a recognized need: the contacts and topics that serve it, before what merely shares
//! words with the query.
//!
//! 1. Where a life is at risk, 911 or 988 comes first, whatever else matches.
//! 2. A contact whose whole name was typed comes next.
//! 3. Then the contacts of the need, in the order of the matrix and of [`Nearness`]; two likely needs
//!    take turns. What has no phone comes after what can be called.
//! 4. Topics of the guide follow the first contacts. For people whom an authority may harm they come
//!    before every authority.
//! 5. Hits of the words follow.

use std::cmp::Ordering;

use rustc_hash::FxHashSet;

use super::hits::{FoundBy, Hit, Hits};
use super::index::Index;
use super::index::locations::Vantage;
use super::index::postings::Posting;
use super::nearby::Nearness;
use super::query::Query;
use super::query::query_filters::{ImpliedFilter, QueryFilter};
use super::query::word_match::List;
use super::rank::MatchKind;
use super::rank::order::Fit;
use crate::directory::{Audience, Category};
use crate::needs::{Need, Needs, Recognized};

/// So many contacts of a need stand before its topics.
const BEFORE_TOPICS: usize = 3;
/// A text that names a town and something in it ("surrey police") asks for that before 911 if the need is
/// no surer than this.
const IN_DOUBT: f32 = 0.6;
/// From this confidence in a need on, what serves it stands before hits of the words.
const SURE: f32 = 0.75;
/// A service no farther away than this is in the town.
const IN_TOWN_KM: f32 = 25.0;
/// A word in the names of no more documents than this is part of a name.
const FEW_NAMES: usize = 4;
/// So many topics of a need are shown.
const TOPICS: usize = 3;

/// One contact or topic of a need.
struct Candidate {
    document: u32,
    /// The need's number in [`Hits::needs`].
    need: usize,
    nearness: Nearness,
    /// Position in the list of the need before sorting.
    listed: usize,
    /// A national contact that the matrix puts before the region's own.
    leads: bool,
}

impl Index {
    /// The needs that a text tells of, the words of filters and places left out.
    pub(super) fn needs_in(&self, text: &str, query_filters: &[QueryFilter]) -> Vec<Recognized> {
        let mut left = text.to_owned().into_bytes();
        for filter in query_filters
            .iter()
            .filter(|filter| is_no_part_of_a_need(filter))
        {
            left[filter.words.clone()].fill(b' ');
        }
        // Whole characters were replaced by spaces.
        String::from_utf8(left).map_or_else(
            |_| Vec::new(),
            |text| {
                self.needs
                    .map_or_else(Vec::new, |needs| needs.recognize(&text))
            },
        )
    }

    /// Puts what serves the recognized needs before the hits of the words.
    pub(super) fn lead_with_needs(&self, query: &Query, hits: &mut Hits, vantage: &Vantage) {
        let Some(needs) = self.needs.filter(|_| !hits.needs.is_empty()) else {
            return;
        };
        let mut lead = Lead {
            index: self,
            needs,
            query,
            vantage,
            hits: Vec::new(),
        };
        let in_doubt = hits
            .needs
            .first()
            .is_none_or(|need| need.confidence <= IN_DOUBT);
        if in_doubt && !vantage.places.is_empty() {
            lead.add_named(hits);
        }
        lead.add_emergencies(&hits.needs);
        lead.add_named(hits);
        lead.add_serving(hits);
        let taken = lead.hits;
        let known = |hit: &Hit| taken.iter().any(|lead| lead.document == hit.document);
        let before = hits.hits.len();
        hits.hits.retain(|hit| !known(hit));
        hits.total = hits.total.saturating_sub(before - hits.hits.len()) + taken.len();
        hits.hits.splice(0..0, taken);
    }
}

/// What a filter's words say is no part of what is happening; whom a service is for is.
fn is_no_part_of_a_need(filter: &QueryFilter) -> bool {
    !matches!(filter.filter, ImpliedFilter::Audience(_))
}

/// The hits that lead the list.
struct Lead<'l> {
    index: &'l Index,
    needs: &'l Needs,
    query: &'l Query,
    vantage: &'l Vantage,
    hits: Vec<Hit>,
}

impl Lead<'_> {
    fn add(&mut self, document: u32, found_by: FoundBy) {
        if self.hits.iter().all(|hit| hit.document != document) {
            let hit = self.index.hit(document);
            self.hits.push(Hit { found_by, ..hit });
        }
    }

    /// The numbers of documents with these ids that pass the filters.
    fn documents<'i>(&self, ids: impl IntoIterator<Item = &'i str>) -> Vec<u32> {
        let ids = ids.into_iter();
        let found = ids.filter_map(|id| self.index.serving(id));
        found.filter(|document| self.passes(*document)).collect()
    }

    fn passes(&self, document: u32) -> bool {
        let attributes = self.index.documents.attributes[document as usize];
        attributes.passes(&self.query.filters, &self.index.documents.languages)
    }

    fn add_emergencies(&mut self, needs: &[Recognized]) {
        for (number, need) in needs.iter().enumerate() {
            if number == 0 || need.is_likely() {
                let ids = self.needs.emergency(need.need, self.vantage.region);
                for document in self.documents(ids) {
                    self.add(document, FoundBy::Need(number));
                }
            }
        }
    }

    /// Adds the first hits of the words where the query tells their names.
    fn add_named(&mut self, hits: &Hits) {
        if let Fit::Named(count) = hits.fit {
            for hit in hits.hits.iter().take(count) {
                self.add(hit.document, FoundBy::Words);
            }
        }
    }

    /// Adds what serves the likely needs in turns, and the first hit of the words among it.
    fn add_serving(&mut self, hits: &Hits) {
        let mut lists: Vec<std::vec::IntoIter<Candidate>> = hits
            .needs
            .iter()
            .enumerate()
            .filter(|(number, need)| *number == 0 || need.is_likely())
            .map(|(number, need)| self.serving(number, need, &hits.query_filters).into_iter())
            .collect();
        let mut words = self
            .named_in_passing(hits)
            .or_else(|| self.first_of_words(hits));
        let is_sure = hits
            .needs
            .first()
            .is_some_and(|need| need.confidence >= SURE);
        if !is_sure {
            self.add_of_words(&mut words);
        }
        while lists.iter().any(|list| list.len() > 0) {
            for list in &mut lists {
                if let Some(candidate) = list.next() {
                    self.add(candidate.document, FoundBy::Need(candidate.need));
                    self.add_of_words(&mut words);
                }
            }
        }
    }

    fn add_of_words(&mut self, document: &mut Option<u32>) {
        if let Some(document) = document.take() {
            self.add(document, FoundBy::Words);
        }
    }

    /// The best hit that has a rare word of the query in its name, a word that no need is told by:
    /// the name of an agency in a sentence.
    fn named_in_passing(&self, hits: &Hits) -> Option<u32> {
        let names: Vec<&[Posting]> = hits
            .matches
            .iter()
            .filter(|word| !word.is_filter && !self.needs.is_told_by(&word.word.text))
            .flat_map(|word| &word.sources)
            .filter_map(|source| match source.list {
                List::Stored(list) if source.kind == MatchKind::Exact => {
                    Some(self.index.lists.names(list))
                }
                _ => None,
            })
            .filter(|names| names.len() <= FEW_NAMES)
            .collect();
        let is_named = |hit: &&Hit| {
            let has = |names: &&[Posting]| names.iter().any(|one| one.document() == hit.document);
            names.iter().any(has) && self.is_here(hit.document)
        };
        hits.hits.iter().find(is_named).map(|hit| hit.document)
    }

    /// Whether a document helps where the worker is.
    fn is_here(&self, document: u32) -> bool {
        !matches!(
            self.index.nearness(document, self.vantage),
            Nearness::OtherPart(_) | Nearness::OtherRegion
        )
    }

    /// The first hit of the words, if it may stand among what serves the need: a topic, or a service
    /// that matches every word closely, helps here and can be called.
    fn first_of_words(&self, hits: &Hits) -> Option<u32> {
        let first = hits.hits.first()?.document;
        let attributes = self.index.documents.attributes[first as usize];
        if attributes.is_topic() {
            return (hits.fit != Fit::Loose || self.vantage.places.is_empty()).then_some(first);
        }
        let fits = match self.index.nearness(first, self.vantage) {
            Nearness::Serves(km) => km < IN_TOWN_KM,
            Nearness::Region | Nearness::Canada => hits.fit == Fit::Close,
            Nearness::OtherPart(_) | Nearness::OtherRegion => false,
        };
        (fits && attributes.has_phone()).then_some(first)
    }

    /// What serves one need, best first: contacts with its topics among them.
    fn serving(
        &self,
        number: usize,
        recognized: &Recognized,
        filters: &[QueryFilter],
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
        contacts.sort_by(|one, other| self.order(need, filters, one, other));
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
            )
        };
        let km = |candidate: &Candidate| match candidate.nearness {
            // Ten kilometres more or less do not outweigh what fits better.
            Nearness::Serves(km) | Nearness::OtherPart(Some(km)) => (km / 10.0).floor(),
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

    /// How many of the query's filters a contact misses; the order of a language is stated,
    /// interpreter, not stated.
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
        filters.iter().map(|filter| misses(&filter.filter)).sum()
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
