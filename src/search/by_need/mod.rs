//! Hits for a recognized need: its contacts and topics rank before hits that only share words with
//! the query.
//!
//! 1. If a life is at risk, 911 or 988 comes first, whatever else matches.
//! 2. A question about facts ("do I have to report") is answered by the guide first.
//! 3. A contact whose name was typed comes next.
//! 4. Then the contacts of the need, as `serving` sorts them; two likely needs take turns.
//! 5. Topics of the guide follow the first contacts. For people whom an authority may harm they
//!    come before every authority; for needs such as compensation one comes first.
//! 6. The first hit of the words stands among the first of these, the others follow.
//!
//! `serving` orders the contacts of one need, `lines` raises two of them, `topics` puts its topics among
//! them; `words` selects the hits of the words that may stand among these; `question` recognizes questions
//! about facts.

mod candidate;
mod emergencies;
mod lines;
mod noise;
mod people;
mod question;
mod serving;
mod topics;
mod words;

use std::ops::Range;

use super::by_name::NamedContacts;
use super::hits::{FoundBy, Hit, Hits};
use super::index::Index;
use super::index::documents::locations::Vantage;
use super::nearby::Nearness;
use super::query::Query;
use super::query::query_filters::{ImpliedFilter, QueryFilter};
use super::rank::order::Fit;
use super::text::stop_words::is_stop_word;
use super::text::words::words;
use crate::directory::Category;
use crate::i18n::Language;
use crate::i18n::folding::fold;
use crate::needs::{Circumstances, Gravity, Needs, Recognized};
use candidate::Candidate;
use people::filters_for_person;

/// Confidence in a need up to which a text with a town and a service in it ("surrey police") asks
/// for that before 911.
const IN_DOUBT: f32 = 0.6;
/// Number of contacts before a topic found by the words that is not one of the need.
const BEFORE_TOPIC: usize = 2;
/// Confidence in a need from which its contacts and topics rank before hits of the words.
const SURE: f32 = 0.7;

impl Index {
    /// Returns the needs in a text, without the words of filters and places. Stop words alone
    /// beside these ("just Punjabi") are no need.
    pub(super) fn needs_in(&self, text: &str, query_filters: &[QueryFilter]) -> Vec<Recognized> {
        let mut left = text.to_owned().into_bytes();
        let mut filters = query_filters.iter();
        let has_filters = filters.any(is_no_part_of_a_need);
        for filter in query_filters.iter().filter(|one| is_no_part_of_a_need(one)) {
            left[filter.words.clone()].fill(b' ');
        }
        // Whole characters were replaced by spaces, so the text is still UTF-8.
        let left = String::from_utf8(left).unwrap_or_default();
        let is_stop = |word: Range<usize>| is_stop_word(&fold(&left[word]).text);
        match self.needs {
            Some(needs) if !has_filters || !words(&left).all(is_stop) => needs.recognize(&left),
            _ => Vec::new(),
        }
    }

    /// Removes 911, and contacts with that number, from the hits where 911 does not work. For a
    /// recognized need the local emergency number leads; without a need, no word may lead to 911.
    pub(super) fn drop_unanswered(&self, hits: &mut Hits, vantage: &Vantage) {
        if vantage.region.emergency().is_911() {
            return;
        }
        let is_unanswered = |hit: &Hit| self.documents.attributes(hit.document).dials_911();
        if let Fit::Named(count) = &mut hits.reading.fit {
            let named = hits.hits.iter().take(*count);
            *count -= named.filter(|hit| is_unanswered(hit)).count();
        }
        let before = hits.hits.len();
        hits.hits.retain(|hit| !is_unanswered(hit));
        hits.total = hits.total.saturating_sub(before - hits.hits.len());
    }

    /// Puts the contacts and topics of the recognized needs before the hits of the words.
    pub(super) fn lead_with_needs(
        &self,
        query: &Query,
        hits: &mut Hits,
        vantage: &Vantage,
        (language, named, circumstances): (Language, &NamedContacts, Circumstances),
    ) {
        let Some(needs) = self.needs.filter(|_| !hits.needs.is_empty()) else {
            return;
        };
        let asks = asks_for_something_there(needs, hits);
        if asks {
            hits.needs.swap(0, 1);
        }
        let mut lead = Lead {
            index: self,
            needs,
            query,
            vantage,
            language,
            wary: circumstances.accuses_police
                || hits.leading_needs().any(|(_, need)| is_wary(needs, need)),
            fears_tips: hits
                .leading_needs()
                .any(|(_, need)| fears_tips(needs, need)),
            filters: filters_for_person(circumstances, &hits.query_filters),
            circumstances,
            hits: Vec::new(),
        };
        if asks {
            // "surrey police" may describe danger, but names the service.
            lead.add_serving(hits);
        }
        lead.add_emergencies(hits);
        if named.by_number {
            lead.add_contacts(&named.documents);
        } else if !lead.is_life_at_risk(hits) {
            let leads = |document: &u32| !lead.is_feared(*document);
            let named: Vec<u32> = named.documents.iter().copied().filter(leads).collect();
            lead.add_contacts(&named);
        }
        lead.add_answer(hits);
        lead.add_contact_named_in_full(hits);
        lead.add_named(hits);
        lead.add_serving(hits);
        if !lead.is_life_at_risk(hits) {
            lead.promote_topic_of_sign(hits);
        }
        lead.promote_contact_of_sign();
        lead.promote_emergencies(hits);
        lead.drop_noise(hits);
        lead.drop_elsewhere(hits);
        let first = std::mem::take(&mut lead.hits);
        // A service that exists here is not replaced by one in another province.
        let far = |hit: &Hit| self.nearness(hit.document, vantage) == Nearness::OtherRegion;
        hits.hits
            .sort_by_cached_key(|hit| (lead.is_feared(hit.document), far(hit)));
        hits.put_first(first);
    }
}

/// Returns true if the text names a town or a region, and its likely need can wait: the text then
/// asks for a service in that place.
fn asks_for_something_there(needs: &Needs, hits: &Hits) -> bool {
    let in_doubt = hits.needs.first();
    let is_life = |need: &Recognized| {
        let need = needs.at(need.need);
        need.is_some_and(|need| need.gravity == Gravity::Life)
    };
    let other = hits.needs.get(1).filter(|need| need.is_likely());
    let other = other.and_then(|other| needs.at(other.need));
    in_doubt.is_some_and(|need| need.confidence <= IN_DOUBT && is_life(need))
        && other.is_some_and(|need| need.gravity == Gravity::Later)
        && names_where(hits)
}

fn is_wary(needs: &Needs, recognized: &Recognized) -> bool {
    let need = needs.at(recognized.need);
    need.is_some_and(|need| need.wary)
}

/// Returns true if the person may fear a tip to an authority, because the need is immigration
/// status.
fn fears_tips(needs: &Needs, recognized: &Recognized) -> bool {
    let need = needs.at(recognized.need);
    need.is_some_and(|need| need.wary && need.services.contains(&Category::Immigration))
}

/// Returns true if the text names a town or a region.
fn names_where(hits: &Hits) -> bool {
    hits.query_filters.iter().any(|filter| {
        matches!(
            filter.filter,
            ImpliedFilter::Place(_) | ImpliedFilter::Region(_)
        )
    })
}

/// Returns true for filters whose words are removed before needs are recognized; words for an
/// audience stay, as do Indigenous languages.
fn is_no_part_of_a_need(filter: &QueryFilter) -> bool {
    match &filter.filter {
        ImpliedFilter::Audience(_) => false,
        ImpliedFilter::Language(language) => !language.is_indigenous(),
        _ => true,
    }
}

/// Hits at the head of the list.
struct Lead<'l> {
    index: &'l Index,
    needs: &'l Needs,
    query: &'l Query,
    vantage: &'l Vantage,
    /// Language of the screen.
    language: Language,
    /// Facts in the text besides its needs: refused authorities come last, and accused ones are not
    /// listed for their words.
    circumstances: Circumstances,
    /// Words of the query taken as filters, and the people implied by signs.
    filters: Vec<QueryFilter>,
    /// True if an authority may harm the person in one of the needs: authorities come last.
    wary: bool,
    /// True if the person may fear a tip to an authority.
    fears_tips: bool,
    hits: Vec<Hit>,
}

impl Lead<'_> {
    fn add(&mut self, document: u32, found_by: FoundBy) {
        if self.hits.iter().all(|hit| hit.document != document) {
            let hit = Hit::of(document);
            self.hits.push(Hit { found_by, ..hit });
        }
    }

    fn add_contacts(&mut self, documents: &[u32]) {
        for document in documents {
            self.add(*document, FoundBy::Words);
        }
    }

    /// Returns the documents of these ids that pass the filters.
    fn documents<'i>(&self, ids: impl IntoIterator<Item = &'i str>) -> Vec<u32> {
        let ids = ids.into_iter();
        let found = ids.filter_map(|id| self.index.serving(id));
        found.filter(|document| self.passes(*document)).collect()
    }

    fn passes(&self, document: u32) -> bool {
        self.index.passes(document, self.query, self.vantage)
    }

    /// Moves the topic of a sign into the first rows: behind the first contact, and before any
    /// other topic. A topic that is the first hit of the words was requested, and comes first.
    fn promote_topic_of_sign(&mut self, hits: &Hits) {
        let topic = self.circumstances.topic;
        let topic = topic.and_then(|topic| self.index.topics.get(topic).copied());
        let Some(document) = topic.filter(|document| self.passes(*document)) else {
            return;
        };
        let need = self
            .hits
            .first()
            .map_or(FoundBy::Need(0), |first| first.found_by);
        self.hits.retain(|hit| hit.document != document);
        let hit = Hit {
            found_by: need,
            ..Hit::of(document)
        };
        let is_topic = |hit: &Hit| self.index.documents.attributes(hit.document).is_topic();
        let is_asked_for = hits
            .hits
            .first()
            .is_some_and(|hit| hit.document == document);
        let leads = self.hits.first().is_some_and(|first| !is_topic(first)) && !is_asked_for;
        self.hits.insert(usize::from(leads), hit);
    }

    /// Returns true for an authority that the text accuses, and for a tip line that the person may
    /// fear: naming it is no request for its number.
    pub(super) fn is_feared(&self, document: u32) -> bool {
        let attributes = || self.index.documents.attributes(document);
        let offers_tips = || attributes().offers(Category::TipLine);
        let is_feared = self.circumstances.accuses_police || self.fears_tips && offers_tips();
        is_feared && attributes().is_authority()
    }

    pub(super) fn is_authority(&self, document: u32) -> bool {
        self.index.documents.attributes(document).is_authority()
    }

    /// Adds the contacts and topics of the likely needs in turns, with the first hit of the words
    /// after the first contact.
    fn add_serving(&mut self, hits: &Hits) {
        let mut lists: Vec<std::vec::IntoIter<Candidate>> = self
            .needs_in_turn(hits)
            .map(|(number, need)| self.still_to_add(self.serving(number, need, hits)))
            .collect();
        // Contacts come before topics.
        lists.sort_by_key(|list| {
            list.as_slice()
                .first()
                .is_some_and(|one| self.is_topic(one))
        });
        let mut words = self
            .named_in_passing(hits)
            .or_else(|| self.close_match_of_all_words(hits))
            .or_else(|| self.topic_asked_for(hits))
            .or_else(|| self.first_of_words(hits));
        let first = hits.needs.first().map_or(0.0, |need| need.confidence);
        let is_sure = first >= SURE || self.is_life_at_risk(hits);
        let strays = words.is_some_and(|document| {
            let attributes = self.index.documents.attributes(document);
            attributes.is_topic() && !self.is_about_a_need(document, hits)
        });
        if !(is_sure || strays && first > IN_DOUBT) {
            self.add_of_words(&mut words);
        }
        let mut before_words = if strays { BEFORE_TOPIC } else { 1 };
        while lists.iter().any(|list| list.len() > 0) {
            for list in &mut lists {
                let is_new =
                    |one: &Candidate| self.hits.iter().all(|hit| hit.document != one.document);
                if let Some(candidate) = list.find(is_new) {
                    self.add(candidate.document, FoundBy::Need(candidate.need));
                    if !self.is_topic(&candidate) {
                        before_words = before_words.saturating_sub(1);
                    }
                    if before_words == 0 {
                        self.add_of_words(&mut words);
                    }
                }
            }
        }
        self.add_of_words(&mut words);
    }

    /// Returns the needs whose contacts take turns: the likely ones, and in any case the next one
    /// after a life at risk: the help for the time after the emergency must be listed below 911.
    fn needs_in_turn<'h>(&self, hits: &'h Hits) -> impl Iterator<Item = (usize, &'h Recognized)> {
        let next = usize::from(self.is_life_at_risk(hits));
        let needs = hits.needs.iter().enumerate();
        needs.filter(move |(number, need)| *number <= next || need.is_likely())
    }

    /// Returns the candidates that are not yet in the list.
    fn still_to_add(&self, mut candidates: Vec<Candidate>) -> std::vec::IntoIter<Candidate> {
        let leads = |one: &Candidate| self.hits.iter().any(|hit| hit.document == one.document);
        candidates.retain(|one| !leads(one));
        candidates.into_iter()
    }

    fn is_life_at_risk(&self, hits: &Hits) -> bool {
        let first = hits.needs.first().and_then(|need| self.needs.at(need.need));
        first.is_some_and(|need| need.gravity == Gravity::Life)
    }

    fn add_of_words(&mut self, document: &mut Option<u32>) {
        let leads = |document: &u32| !self.is_feared(*document);
        if let Some(document) = document.take().filter(leads) {
            self.add(document, FoundBy::Words);
        }
    }
}
