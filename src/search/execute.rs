//! The search itself, from a query to hits.

use std::collections::HashSet;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::explain::reason::Reason;
use super::explain::suggest;
use super::explain::{self, Marker};
use super::hits::{Hit, Hits};
use super::index::{Index, hash_of};
use super::query::parse;
use super::query::query_filters;
use super::query::query_filters::{ImpliedFilter, QueryFilter};
use super::query::word_match::{self, WordMatch};
use super::query::{Context, Query};
use super::rank;
use super::rank::order::{Ranked, Ranking};
use super::rank::postings_scan::Constraints;
use super::rank::scattered_letters;
use super::rank::weights::WeighedWord;
use super::text::words::words;
use crate::directory::{Filters, Region};
use crate::i18n::Language;

impl Index {
    /// Finds what matches the query. No text finds every contact that passes the filters.
    pub fn search(&self, query: &Query, context: &Context<'_>) -> Hits {
        self.search_while(query, context, &|| true)
    }

    /// Finds what matches the query for as long as `go_on` says so; once it says no, what has been
    /// found by then, marked as partial. Made for a worker thread that a newer keystroke stops,
    /// and for a first screenful within a time.
    pub fn search_while(
        &self,
        query: &Query,
        context: &Context<'_>,
        go_on: &dyn Fn() -> bool,
    ) -> Hits {
        let mut hits = self.hits(query, context, go_on);
        if !hits.partial {
            hits.languages_unstated = self.count_unstated(query, &hits, context, &|_| true, go_on);
        }
        hits
    }

    fn hits(&self, query: &Query, context: &Context<'_>, go_on: &dyn Fn() -> bool) -> Hits {
        let mut hits = self.meet(query, context, go_on);
        if hits.hits.is_empty() && !hits.partial {
            hits.hits = scattered_letters::find(self, query, &hits.matches, context, go_on);
            hits.total = hits.hits.len();
            hits.scattered = true;
        }
        if hits.hits.is_empty() && !hits.partial {
            let count = |query: &Query| self.meet(query, context, go_on).total;
            hits.suggestions = suggest::of(query, &hits.query_filters, &count, go_on);
        }
        hits
    }

    /// What the words of a query meet; where there are none, or they ask for what is open now and for
    /// nothing else, everything that passes the filters.
    pub(super) fn meet(
        &self,
        query: &Query,
        context: &Context<'_>,
        go_on: &dyn Fn() -> bool,
    ) -> Hits {
        if words(&query.text).next().is_none() {
            return self.list(query, context);
        }
        let found = self.find(&query.text, &query.filters, context, go_on);
        if found.asks_only_for_now() {
            return Hits {
                query_filters: found.query_filters,
                matches: found.matches,
                text: query.text.clone(),
                ..self.list(query, context)
            };
        }
        let ranked = found.ranked.iter();
        Hits {
            hits: ranked.map(|ranked| self.hit(ranked.document())).collect(),
            total: found.total,
            query_filters: found.query_filters,
            partial: found.stopped,
            cut: found.cut,
            matches: found.matches,
            text: query.text.clone(),
            ..Hits::default()
        }
    }

    /// Marks in the shown names of these hits what matched. A search leaves it to whoever shows
    /// its hits: of hundreds, a screen shows a few.
    pub fn mark(&self, hits: &mut Hits, shown: Range<usize>, language: Language) {
        let Hits { hits, matches, .. } = hits;
        let mut marker = Marker::of(matches);
        for hit in hits[shown].iter_mut().filter(|hit| hit.spans.is_empty()) {
            hit.spans = marker.spans(self.documents.name(hit.document, language));
        }
    }

    /// Why the hit at that place was found; `None` where its shown name has what was typed, and where
    /// there is no such hit.
    pub fn reason(&self, hits: &Hits, rank: usize, language: Language) -> Option<Reason> {
        let hit = hits.hits.get(rank)?;
        if hits.scattered {
            let typed = hits.text.trim().to_owned();
            return Some(Reason::Letters { typed });
        }
        explain::reason(self, hit.document, &hits.matches, &hits.text, language)
    }

    pub(super) fn hit(&self, document: u32) -> Hit {
        Hit {
            item: self.documents.item(document),
            spans: Vec::new(),
            document,
        }
    }

    fn is_phone(&self, digits: &str) -> bool {
        let mut any = false;
        self.phones.find(digits, |_, _| any = true);
        any
    }

    /// Every contact that passes the filters, the near ones first, by name.
    fn list(&self, query: &Query, context: &Context<'_>) -> Hits {
        let preferred = hashes(context.preferred);
        let positions = self.name_order.positions(&self.documents, context.language);
        let mut ranked: Vec<(bool, bool, u32, u32)> = (0..self.documents.count())
            .filter_map(|document| {
                let attributes = self.documents.attributes[document as usize];
                let shown = !attributes.is_topic()
                    && attributes.passes(&query.filters, &self.documents.languages);
                let nearness = rank::nearness(attributes.region, context.region);
                let far = context.region != Region::Ca && nearness < 0.9;
                let near = nearness >= 1.0;
                let known = preferred.contains(&self.documents.ids[document as usize]);
                let position = positions[document as usize];
                shown.then_some((far, !(near || known && !far), position, document))
            })
            .collect();
        ranked.sort_unstable();
        let hits: Vec<Hit> = ranked
            .iter()
            .map(|(_, _, _, document)| self.hit(*document))
            .collect();
        Hits {
            total: hits.len(),
            hits,
            ..Hits::default()
        }
    }

    pub(super) fn find(
        &self,
        text: &str,
        filters: &Filters,
        context: &Context<'_>,
        go_on: &dyn Fn() -> bool,
    ) -> Found {
        let read = parse::read(text, |digits| self.is_phone(digits));
        let (matches, mut query_filters) = word_match::of_words(self, read.words);
        query_filters::take_small_words(text, &mut query_filters);
        let mut weighed: Vec<WeighedWord<'_>> = matches
            .iter()
            .enumerate()
            .filter(|(_, word_match)| !word_match.sources.is_empty())
            .map(|(number, word_match)| WeighedWord::of(self, word_match, 1 << number))
            .collect();
        // Filters last: what passes one weakly counts only where another word has been met.
        weighed.sort_by_key(|weighed| (weighed.word_match.is_filter, weighed.cost, weighed.bit));
        let mut scores = match self.scores.lock() {
            Ok(scores) => scores,
            Err(poisoned) => poisoned.into_inner(),
        };
        scores.prepare(self.len());
        let region = named_region(&query_filters).unwrap_or(context.region);
        let asked = Constraints {
            filters,
            region,
            go_on,
        };
        let stopped = self.scan_postings(&mut scores, &weighed, asked);
        let ranking = Ranking {
            index: self,
            weight: weighed.iter().map(|weighed| weighed.rarity).sum(),
            rarities: weighed
                .iter()
                .map(|weighed| (weighed.bit, weighed.rarity))
                .collect(),
            wanted: weighed.iter().fold(0, |bits, weighed| bits | weighed.bit),
            filters: weighed
                .iter()
                .filter(|w| w.word_match.is_filter)
                .fold(0, |bits, w| bits | w.bit),
            words: &matches,
            spoken: read.spoken,
            region,
            preferred: hashes(context.preferred),
        };
        let (ranked, total) = ranking.rank(&scores);
        drop(scores);
        Found {
            ranked,
            total,
            stopped,
            cut: read.cut,
            matches,
            query_filters,
        }
    }
}

/// What a search has come to.
pub(super) struct Found {
    pub(super) ranked: Vec<Ranked>,
    total: usize,
    stopped: bool,
    /// Only the beginning of the words was looked up.
    cut: bool,
    matches: Vec<WordMatch>,
    query_filters: Vec<QueryFilter>,
}

impl Found {
    /// Whether the words ask for what is open now and for nothing else: then that is everything, until
    /// the clock decides.
    fn asks_only_for_now(&self) -> bool {
        let only_now =
            |word_match: &WordMatch| word_match.sources.is_empty() && word_match.is_replaced;
        self.matches.iter().all(only_now)
            && self
                .query_filters
                .iter()
                .any(|query_filter| query_filter.filter == ImpliedFilter::OpenNow)
    }
}

fn named_region(query_filters: &[QueryFilter]) -> Option<Region> {
    query_filters
        .iter()
        .find_map(|query_filter| match query_filter.filter {
            ImpliedFilter::Region(region) => Some(region),
            _ => None,
        })
}

fn hashes(ids: &HashSet<String>) -> FxHashSet<u64> {
    ids.iter().map(|id| hash_of(id)).collect()
}
