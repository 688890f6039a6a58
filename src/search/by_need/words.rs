//! Hits of the words that may be listed among the contacts of a need.

use std::borrow::Cow;

use super::people::{filters_of, names_young};
use super::{Lead, names_where};
use crate::directory::Region;
use crate::i18n::Language;
use crate::i18n::folding::fold;
use crate::needs::{IN_TOWN_KM, Need};
use crate::search::hits::{FoundBy, Hit, Hits};
use crate::search::index::lists::postings::Posting;
use crate::search::nearby::Nearness;
use crate::search::query::word_match::{List, WordMatch};
use crate::search::rank::MatchKind;
use crate::search::rank::order::{Fit, MatchQuality};
use crate::search::text::words::words;

/// Greatest number of names with a word that is part of a name.
const FEW_NAMES: usize = 4;
/// Least number of words of a name that the text has in full.
const NAME: usize = 3;
/// Number of first hits searched for a name that the text has in full.
const MOST_NAMED: usize = 20;
/// Greatest number of names with a rare word.
const RARE: usize = 8;

impl Lead<'_> {
    /// Adds the first hits whose names the query contains. Words in many names do not count: "rape
    /// crisis" names no single centre.
    pub(super) fn add_named(&mut self, hits: &Hits) {
        let Fit::Named(count) = hits.reading.fit else {
            return;
        };
        let mut words = hits.matches.iter().filter(|word| !word.is_filter);
        let is_name = words.any(|word| self.is_rare_in_names(word));
        let located = !self.vantage.places.is_empty();
        let mut words = hits.matches.iter();
        let untold = words.any(|word| !self.needs.is_told_by(&word.word.text));
        let mut named: Vec<u32> = hits
            .hits
            .iter()
            .take(count)
            .map(|hit| hit.document)
            .collect();
        if self.vantage.region == Region::Ca {
            // Without a province in the query, services of the whole country come first.
            named.sort_by_key(|document| {
                self.index.nearness(*document, self.vantage) != Nearness::Canada
            });
        }
        let serves = |document: &u32| {
            matches!(
                self.index.nearness(*document, self.vantage),
                Nearness::Serves(_)
            )
        };
        if located && named.iter().any(serves) {
            named.retain(serves);
        }
        let mut words = hits.matches.iter().filter(|word| !word.is_filter);
        let has_own = words.any(|word| !self.needs.is_told_by(&word.word.text));
        if located && !has_own {
            // A kind of service and a town name no service: the nearest comes first.
            named.retain(|document| !self.index.documents.attributes(*document).is_local());
        }
        if self.is_life_at_risk(hits) {
            named.retain(|document| !self.index.documents.attributes(*document).is_topic());
        }
        let first = hits.needs.first().and_then(|need| self.needs.at(need.need));
        if let Some(need) = first.filter(|_| !has_own) {
            named.retain(|document| !self.is_unsuitable(need, *document));
        }
        for document in named {
            // Words that describe needs do not name a service elsewhere.
            let fits = self.is_here(document) || untold && !located;
            let fits = fits && !self.is_feared(document);
            if is_name && fits && self.is_meant(document, hits) {
                self.add(document, FoundBy::Words);
            }
        }
    }

    /// Adds the contact of the region whose name, without its addition behind a dash, is the whole text:
    /// « Violence sexuelle N.B. » asks for that service and no other. Names of several contacts and of
    /// one or two words are kinds of services.
    pub(super) fn add_contact_named_in_full(&mut self, hits: &Hits) {
        fn folded(text: &str) -> impl Iterator<Item = String> {
            words(text).map(|word| fold(&text[word]).text)
        }
        let typed: Vec<String> = folded(&self.query.text).collect();
        if typed.len() < NAME || self.is_life_at_risk(hits) {
            return;
        }
        let is_told = |hit: &&Hit| {
            let mut names = Language::ALL
                .into_iter()
                .map(|one| self.index.documents.name(hit.document, one));
            let is_name = |name: Cow<'_, str>| {
                let name = name.split(" – ").next().unwrap_or_default();
                folded(name).eq(typed.iter().map(String::as_str))
            };
            self.is_near(hit.document) && names.any(is_name)
        };
        let mut told = hits.hits.iter().take(MOST_NAMED).filter(is_told);
        if let (Some(one), None) = (told.next(), told.next()) {
            let document = one.document;
            self.add(document, FoundBy::Words);
        }
    }

    /// Returns the best hit with a rare word of the query in its name, except words that describe
    /// needs: the name of an agency within a sentence.
    pub(super) fn named_in_passing(&self, hits: &Hits) -> Option<u32> {
        let names: Vec<Cow<'_, [Posting]>> = hits
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
            let has =
                |names: &Cow<'_, [Posting]>| names.iter().any(|one| one.document() == hit.document);
            names.iter().any(has) && self.is_near(hit.document)
        };
        let mut candidates = hits.hits.iter().filter(is_named).map(|hit| hit.document);
        let first = candidates.next()?;
        let serves = |document: &u32| self.serves_a_need(*document, hits);
        Some(
            candidates
                .find(serves)
                .filter(|_| !serves(&first))
                .unwrap_or(first),
        )
    }

    /// Returns true if a topic is about a likely need.
    pub(super) fn is_about_a_need(&self, document: u32, hits: &Hits) -> bool {
        let likely = hits.needs.iter().filter(|need| need.is_likely());
        let mut topics = likely.flat_map(|need| self.needs.topics(need.need, self.vantage.region));
        topics.any(|topic| self.index.topics.get(&topic.to_string()) == Some(&document))
    }

    /// Returns true if the matrix has the contact for a likely need.
    fn serves_a_need(&self, document: u32, hits: &Hits) -> bool {
        let likely = hits.needs.iter().filter(|need| need.is_likely());
        let mut ids = likely.flat_map(|need| self.needs.contacts(need.need, self.vantage.region));
        ids.any(|id| self.index.serving(id) == Some(document))
    }

    /// Returns true if a hit of the words may be what the query means: it offers a service of a
    /// likely need, has a rare word of the query in its name, or the query has a word that is not
    /// about the need. « Refuge » at the beginning of "Refugee Services" means no shelter.
    fn is_meant(&self, document: u32, hits: &Hits) -> bool {
        let attributes = self.index.documents.attributes(document);
        let mut likely = hits.needs.iter().filter(|need| need.is_likely());
        let offers = likely.any(|need| {
            let mut services = self.needs.at(need.need).into_iter();
            services.any(|need| need.services.iter().any(|one| attributes.offers(*one)))
        });
        let mut words = hits.matches.iter().filter(|word| !word.is_filter);
        offers
            || self.words_in_name(document, hits) > 0
            || words.any(|word| !self.needs.is_told_by(&word.word.text))
    }

    /// Returns the topic that a phrase of several words requests by the synonyms ("do i have to
    /// report"); of regional topics, the region's own. A town or region requests a service instead.
    pub(super) fn topic_asked_for(&self, hits: &Hits) -> Option<u32> {
        if names_where(hits) {
            return None;
        }
        let sources = hits.matches.iter().flat_map(|word| &word.sources);
        let asked = sources.filter_map(|source| match (&source.list, source.kind) {
            (List::Inline(topics), MatchKind::Synonym(_, 2..)) => Some(topics),
            _ => None,
        });
        let is_topic = |document: &u32| {
            self.index.documents.attributes(*document).is_topic() && self.is_here(*document)
        };
        let documents = asked
            .flatten()
            .map(|topic| topic.document())
            .filter(is_topic);
        documents.min_by_key(|document| {
            let own = self.index.nearness(*document, self.vantage) == Nearness::Region;
            let rank = hits.hits.iter().position(|hit| hit.document == *document);
            (!own, rank.unwrap_or(usize::MAX))
        })
    }

    /// Returns true if a document serves the worker's region; always true without a region.
    fn is_here(&self, document: u32) -> bool {
        self.vantage.region == Region::Ca || self.is_near(document)
    }

    pub(super) fn is_near(&self, document: u32) -> bool {
        self.index.nearness(document, self.vantage).is_here()
    }

    /// Returns true if the word, or its near or prefix matches, occur in few names.
    fn is_rare_in_names(&self, word: &WordMatch) -> bool {
        let lists = &self.index.lists;
        let names = word.sources.iter().map(|source| match &source.list {
            List::Stored(list) if !matches!(source.kind, MatchKind::Synonym(..)) => {
                lists.names.count(*list..*list + 1) as usize
            }
            List::Beginning(terms) => lists.names.count(terms.clone()) as usize,
            _ => 0,
        });
        (1..=RARE).contains(&names.sum())
    }

    /// Returns the number of rare words of the query in the name of a document.
    pub(super) fn words_in_name(&self, document: u32, hits: &Hits) -> usize {
        let words = hits.matches.iter().filter(|word| !word.is_filter);
        let named = words.filter(|word| self.is_rare_and_in_name(word, document));
        named.count()
    }

    /// Returns true if the query has a rare word of the name of a document that describes no need.
    pub(super) fn is_named_by_own_word(&self, document: u32, hits: &Hits) -> bool {
        let words = hits.matches.iter().filter(|word| !word.is_filter);
        let mut own = words.filter(|word| !self.needs.is_told_by(&word.word.text));
        own.any(|word| self.is_rare_and_in_name(word, document))
    }

    fn is_rare_and_in_name(&self, word: &WordMatch, document: u32) -> bool {
        word.sources.iter().any(|source| match source.list {
            List::Stored(list)
                if matches!(source.kind, MatchKind::Exact | MatchKind::Inflected) =>
            {
                let names = &self.index.lists.names;
                let is_rare = names.count(list..list + 1) as usize <= RARE;
                is_rare && names.find(list, document).is_some()
            }
            _ => false,
        })
    }

    /// Returns the first hit of the words, if every word matches closely and the hit may be listed
    /// among the contacts of the need.
    pub(super) fn close_match_of_all_words(&self, hits: &Hits) -> Option<u32> {
        let first = self.first_of_words(hits)?;
        (hits.reading.match_qualities.of(first) == MatchQuality::Closely).then_some(first)
    }

    /// Returns true for a hit of the words that must not lead the list of the need: it is for
    /// another group, or no help now although neither a rare word of its name nor, for an
    /// authority, its town was typed.
    fn must_not_rank_first(&self, need: &Need, document: u32, hits: &Hits) -> bool {
        let attributes = self.index.documents.attributes(document);
        let is_there = names_where(hits)
            && matches!(
                self.index.nearness(document, self.vantage),
                Nearness::Serves(_)
            );
        let is_named = self.words_in_name(document, hits) > 0
            || is_there && hits.reading.match_qualities.of(document) != MatchQuality::Not;
        let is_named =
            is_named && attributes.is_authority() || self.is_named_by_own_word(document, hits);
        self.is_for_others(need, document, hits) || self.is_unsuitable(need, document) && !is_named
    }

    /// Returns true for legal help if the need is another that cannot wait, and for an authority
    /// that may harm the person.
    fn is_unsuitable(&self, need: &Need, document: u32) -> bool {
        let attributes = self.index.documents.attributes(document);
        need.is_only_legal(|service| attributes.offers(service))
            || self.is_wary(need) && attributes.is_authority()
    }

    /// Returns the first hit of the words, if it may be listed among the contacts of the need: a
    /// topic, or a callable service of the region that matches every word closely.
    pub(super) fn first_of_words(&self, hits: &Hits) -> Option<u32> {
        let first = hits.hits.first()?.document;
        let attributes = self.index.documents.attributes(first);
        if attributes.is_topic() {
            let need = hits.needs.first().and_then(|need| self.needs.at(need.need));
            let asks_for_service = names_where(hits) && need.is_some_and(|need| !need.guide_first);
            let is_about = !asks_for_service
                && self.is_here(first)
                && (hits.reading.fit != Fit::Loose || self.is_about_a_need(first, hits));
            return is_about.then_some(first);
        }
        let need = hits.needs.first().and_then(|need| self.needs.at(need.need));
        if need.is_some_and(|need| self.must_not_rank_first(need, first, hits)) {
            return None;
        }
        let nearness = match need {
            Some(need) => self.nearness_for(need, first),
            None => self.index.nearness(first, self.vantage),
        };
        let lead = need.and_then(|need| need.lead);
        let is_office = lead.is_some_and(|lead| attributes.offers(lead)) && attributes.is_local();
        let fits = match nearness {
            Nearness::Serves(km) => km < IN_TOWN_KM && self.is_meant(first, hits),
            // "DPJ" names the office of no town.
            Nearness::Region if is_office && self.has_no_place() => {
                self.is_named_by_own_word(first, hits)
            }
            Nearness::Region | Nearness::Canada => {
                hits.reading.fit == Fit::Close && self.is_meant(first, hits)
            }
            Nearness::OtherPart(_) | Nearness::OtherRegion => false,
        };
        let is_named = || {
            hits.reading.match_qualities.of(first) == MatchQuality::Closely
                && self.words_in_name(first, hits) > 0
        };
        let is_theirs = need.is_none_or(|need| {
            !need.offers_beds()
                || names_young(&filters_of(need, &hits.query_filters))
                || !need.is_only_for_young(|audience| attributes.serves(audience))
        });
        let is_offered = attributes.has_phone() && is_theirs;
        (fits && (is_offered || is_named())).then_some(first)
    }
}
