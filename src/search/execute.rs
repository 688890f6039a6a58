//! The search itself, from a query to hits.

use std::collections::HashSet;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::explain::reason::Reason;
use super::explain::suggest;
use super::explain::{self, Marker};
use super::hits::{Chip, ChipFilter, Context, Hit, Hits, Query};
use super::index::{Index, hash_of};
use super::query::parse;
use super::query::query_filters;
use super::query::word_match::{self, Need};
use super::rank;
use super::rank::order::{Place, Ranking};
use super::rank::postings_scan::{Asked, Weighed};
use super::rank::scattered_letters;
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
            hits.hits = scattered_letters::find(self, query, &hits.needs, context, go_on);
            hits.total = hits.hits.len();
            hits.scattered = true;
        }
        if hits.hits.is_empty() && !hits.partial {
            let count = |query: &Query| self.meet(query, context, go_on).total;
            hits.suggestions = suggest::of(query, &hits.chips, &count, go_on);
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
                chips: found.chips,
                needs: found.needs,
                text: query.text.clone(),
                ..self.list(query, context)
            };
        }
        let ranked = found.ranked.iter();
        Hits {
            hits: ranked.map(|place| self.hit(place.document())).collect(),
            total: found.total,
            chips: found.chips,
            partial: found.stopped,
            cut: found.cut,
            needs: found.needs,
            text: query.text.clone(),
            ..Hits::default()
        }
    }

    /// Marks in the shown names of these hits what matched. A search leaves it to whoever shows
    /// its hits: of hundreds, a screen shows a few.
    pub fn mark(&self, hits: &mut Hits, shown: Range<usize>, language: Language) {
        let Hits { hits, needs, .. } = hits;
        let mut marker = Marker::of(needs);
        for hit in hits[shown].iter_mut().filter(|hit| hit.spans.is_empty()) {
            hit.spans = marker.spans(self.documents.name(hit.document, language));
        }
    }

    /// Why the hit at that place was found; `None` where its shown name has what was typed, and where
    /// there is no such hit.
    pub fn reason(&self, hits: &Hits, place: usize, language: Language) -> Option<Reason> {
        let hit = hits.hits.get(place)?;
        if hits.scattered {
            let typed = hits.text.trim().to_owned();
            return Some(Reason::Letters { typed });
        }
        explain::reason(self, hit.document, &hits.needs, &hits.text, language)
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
        let places = self.name_order.positions(&self.documents, context.language);
        let mut ranked: Vec<(bool, bool, u32, u32)> = (0..self.documents.count())
            .filter_map(|document| {
                let attributes = self.documents.attributes[document as usize];
                let shown = !attributes.is_topic()
                    && attributes.passes(&query.filters, &self.documents.languages);
                let nearness = rank::nearness(attributes.region, context.region);
                let far = context.region != Region::Ca && nearness < 0.9;
                let near = nearness >= 1.0;
                let known = preferred.contains(&self.documents.ids[document as usize]);
                let place = places[document as usize];
                shown.then_some((far, !(near || known && !far), place, document))
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
        let (needs, mut chips) = word_match::of_words(self, read.words);
        query_filters::take_small_words(text, &mut chips);
        let mut weighed: Vec<Weighed<'_>> = needs
            .iter()
            .enumerate()
            .filter(|(_, need)| !need.sources.is_empty())
            .map(|(place, need)| Weighed::of(self, need, 1 << place))
            .collect();
        // Filters last: what passes one weakly counts only where another word has been met.
        weighed.sort_by_key(|weighed| (weighed.need.is_filter, weighed.cost, weighed.bit));
        let mut scores = match self.scores.lock() {
            Ok(scores) => scores,
            Err(poisoned) => poisoned.into_inner(),
        };
        scores.prepare(self.len());
        let region = named_region(&chips).unwrap_or(context.region);
        let asked = Asked {
            filters,
            region,
            go_on,
        };
        let stopped = self.gather(&mut scores, &weighed, asked);
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
                .filter(|w| w.need.is_filter)
                .fold(0, |bits, w| bits | w.bit),
            words: &needs,
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
            needs,
            chips,
        }
    }
}

/// What a search has come to.
pub(super) struct Found {
    pub(super) ranked: Vec<Place>,
    total: usize,
    stopped: bool,
    /// Only the beginning of the words was looked up.
    cut: bool,
    needs: Vec<Need>,
    chips: Vec<Chip>,
}

impl Found {
    /// Whether the words ask for what is open now and for nothing else: then that is everything, until
    /// the clock decides.
    fn asks_only_for_now(&self) -> bool {
        let only_now = |need: &Need| need.sources.is_empty() && need.means_else;
        self.needs.iter().all(only_now)
            && self
                .chips
                .iter()
                .any(|chip| chip.filter == ChipFilter::OpenNow)
    }
}

fn named_region(chips: &[Chip]) -> Option<Region> {
    chips.iter().find_map(|chip| match chip.filter {
        ChipFilter::Region(region) => Some(region),
        _ => None,
    })
}

fn hashes(ids: &HashSet<String>) -> FxHashSet<u64> {
    ids.iter().map(|id| hash_of(id)).collect()
}
