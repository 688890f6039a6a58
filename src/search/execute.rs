//! Execution of a query on the index.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::PoisonError;

use rustc_hash::FxHashSet;

use super::explain::reason::Reason;
use super::explain::suggest;
use super::explain::{self, Marker};
use super::hits::{FoundBy, Hit, Hits, Known, Reading};
use super::index::documents::attributes::Spoken;
use super::index::documents::locations::Vantage;
use super::index::{Index, Item, hash_of};
use super::nearby::Nearness;
use super::query::parse;
use super::query::query_filters;
use super::query::query_filters::{ImpliedFilter, QueryFilter};
use super::query::word_match::{self, WordMatch};
use super::query::{Context, Query};
use super::rank::best::{MOST, Ranked};
use super::rank::order::{Fit, MatchQualities, Order, Ranking};
use super::rank::postings_scan::Constraints;
use super::rank::scattered_letters;
use super::rank::weights::WeighedWord;
use super::text::words::words;
use crate::directory::{Audience, Channel, Filters, LanguageCode, Region};
use crate::i18n::Language;
use crate::needs::Circumstances;

impl Index {
    /// Returns the hits of a query. Without text, every contact that passes the filters is a hit.
    pub fn search(&self, query: &Query, context: &Context<'_>) -> Hits {
        self.search_while(query, context, &|| true)
    }

    /// Searches until done, or until `go_on` returns false; the hits found by then are marked as
    /// partial. Used by a worker thread that a newer keystroke stops, and to show a first screenful
    /// within a time budget.
    pub fn search_while(
        &self,
        query: &Query,
        context: &Context<'_>,
        go_on: &dyn Fn() -> bool,
    ) -> Hits {
        let mut hits = self.hits(query, context, go_on);
        hits.language.clone_from(&query.filters.language);
        if !hits.partial {
            hits.languages_unstated = self.count_unstated(query, &hits, context, &|_| true, go_on);
        }
        hits
    }

    fn hits(&self, query: &Query, context: &Context<'_>, go_on: &dyn Fn() -> bool) -> Hits {
        let mut hits = self.meet(query, context, go_on);
        hits.reading.known = Known {
            needs: self.needs,
            places: Some(self.places),
        };
        if !query.words_only {
            hits.needs = self.needs_in(&query.text, &hits.query_filters);
        }
        let circumstances = self.needs.map(|needs| needs.circumstances(&query.text));
        let circumstances = circumstances.unwrap_or_default();
        hits.reading.channel = channel(query, &hits, circumstances);
        let vantage = self.vantage_of_query(query, &hits.query_filters, context);
        self.order_by_language(&mut hits, &vantage);
        hits.elsewhere = (vantage.region != context.region).then_some(vantage.region);
        self.drop_unanswered(&mut hits, &vantage);
        let named = self.named(query, &hits, &vantage);
        if hits.needs.is_empty() {
            self.lead_with_named(&mut hits, &named);
        }
        let by_need = (context.language, &named, circumstances);
        self.lead_with_needs(query, &mut hits, &vantage, by_need);
        if query.words_only
            && !matches!(hits.reading.fit, Fit::Named(_))
            && vantage.region != Region::Ca
        {
            // Words of a sentence may match by chance in another province; such hits are dropped.
            let far = |hit: &Hit| self.nearness(hit.document, &vantage) == Nearness::OtherRegion;
            hits.hits.sort_by_key(far);
        }
        self.measure(&mut hits, &vantage);
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

    /// Returns the documents that match the words of a query. If it has no words, or only words
    /// that ask for open services, every document that passes the filters matches.
    pub(super) fn meet(
        &self,
        query: &Query,
        context: &Context<'_>,
        go_on: &dyn Fn() -> bool,
    ) -> Hits {
        if words(&query.text).next().is_none() {
            return self.list(query, context);
        }
        let mut found = self.find(&query.text, &query.filters, context, go_on);
        let is_told = found.is_told || query.words_only;
        if !is_told && !self.tells_of_needs(query, &found.query_filters) {
            found.ranked.clear();
            found.total = 0;
        }
        if found.asks_only_for_now() {
            return Hits {
                query_filters: found.query_filters,
                matches: found.matches,
                text: query.text.clone(),
                ..self.list(query, context)
            };
        }
        Hits {
            hits: found
                .ranked
                .iter()
                .map(|one| Hit::of(one.document()))
                .collect(),
            total: found.total,
            reading: Box::new(Reading {
                fit: found.fit,
                match_qualities: found.match_qualities,
                ..Reading::default()
            }),
            query_filters: found.query_filters,
            partial: found.stopped,
            cut: found.cut,
            matches: found.matches,
            text: query.text.clone(),
            ..Hits::default()
        }
    }

    /// Returns the language of the filters, if a contact helps in it through an interpreter only.
    fn interpreted(&self, document: u32, hits: &Hits) -> Option<LanguageCode> {
        let asked = hits.language.as_ref()?;
        let attributes = self.documents.attributes(document);
        let spoken = attributes.spoken(asked, &self.documents.languages);
        (spoken == Spoken::Interpreted).then(|| asked.clone())
    }

    fn tells_of_needs(&self, query: &Query, query_filters: &[QueryFilter]) -> bool {
        !query.words_only && !self.needs_in(&query.text, query_filters).is_empty()
    }

    /// Returns the contact or topic of a hit of this index.
    ///
    /// # Panics
    /// If the hit is of a larger index.
    pub fn item(&self, hit: &Hit) -> Item {
        self.documents.item(hit.document)
    }

    /// Computes the match spans in the shown names of the hits in a range. Left to the caller of a
    /// search, because a screen shows only a few of hundreds of hits.
    pub fn mark(&self, hits: &mut Hits, shown: Range<usize>, language: Language) {
        let Hits { hits, matches, .. } = hits;
        let mut marker = Marker::of(matches);
        for hit in hits[shown].iter_mut().filter(|hit| hit.spans.is_empty()) {
            hit.spans = marker.spans(&self.documents.name(hit.document, language));
        }
    }

    /// Returns the reason of the hit with that rank; `None` if its shown name contains the typed
    /// text, or if there is no such hit.
    pub fn reason(&self, hits: &Hits, rank: usize, language: Language) -> Option<Reason> {
        let hit = hits.hits.get(rank)?;
        if let FoundBy::Need(need) = hit.found_by {
            let first = hits
                .hits
                .iter()
                .position(|hit| hit.found_by == FoundBy::Need(need));
            let recognized = hits.needs.get(need)?;
            let need = self.needs?.at(recognized.need)?;
            // Shown once for all hits of the need.
            return (first == Some(rank)).then(|| Reason::Need {
                name: need.name.get(language).to_owned(),
                is_likely: recognized.is_likely(),
            });
        }
        if hits.scattered {
            let typed = hits.text.trim().to_owned();
            return Some(Reason::Letters { typed });
        }
        if let Some(asked) = self.interpreted(hit.document, hits) {
            return Some(Reason::Interpreted { language: asked });
        }
        explain::reason(self, hit.document, &hits.matches, &hits.text, language)
    }

    fn is_phone(&self, digits: &str) -> bool {
        self.phones.find(digits).next().is_some()
    }

    /// Returns the contacts that pass the filters, at most [`MOST`]: by nearness, then by name. The
    /// clock moves open ones to the front.
    fn list(&self, query: &Query, context: &Context<'_>) -> Hits {
        let vantage = self.vantage(context);
        let near = self.not_elsewhere(&vantage);
        let mut ranked = self.listed(query, &vantage, near.into_iter(), context.language);
        let all = 0..self.documents.count();
        let total = if ranked.len() < MOST {
            ranked = self.listed(query, &vantage, all, context.language);
            ranked.len()
        } else if query.filters.is_empty() {
            self.contacts()
        } else {
            all.filter(|document| self.is_listed(*document, query))
                .count()
        };
        if ranked.len() > MOST {
            ranked.select_nth_unstable(MOST);
            ranked.truncate(MOST);
        }
        ranked.sort_unstable();
        let hits: Vec<Hit> = ranked
            .iter()
            .map(|(_, _, document)| Hit::of(*document))
            .collect();
        Hits {
            total,
            hits,
            tiers: ranked.iter().map(|(tier, ..)| *tier).collect(),
            ..Hits::default()
        }
    }

    fn is_listed(&self, document: u32, query: &Query) -> bool {
        let attributes = self.documents.attributes(document);
        !attributes.is_topic() && attributes.passes(&query.filters, &self.documents.languages)
    }

    /// Returns the documents that are in a list without words, each with its tier and the position
    /// of its name.
    fn listed(
        &self,
        query: &Query,
        vantage: &Vantage,
        documents: impl Iterator<Item = u32>,
        language: Language,
    ) -> Vec<(u8, u32, u32)> {
        let positions = self.name_order.positions(&self.documents, language);
        let mut positions = positions.cursor();
        let listed = documents.filter(|document| self.is_listed(*document, query));
        let ranked = listed.map(|document| {
            let tier = self.nearness(document, vantage).tier();
            (tier, positions.at(document as usize), document)
        });
        ranked.collect()
    }

    pub(super) fn find(
        &self,
        text: &str,
        filters: &Filters,
        context: &Context<'_>,
        go_on: &dyn Fn() -> bool,
    ) -> Found {
        let read = parse::read(text, |digits| self.is_phone(digits));
        let (mut matches, mut query_filters) = word_match::of_words(self, text, read.words);
        query_filters::take_small_words(text, &mut query_filters);
        query_filters::add_ages(self, text, &mut matches, &mut query_filters);
        let named = self.named_place(text, context);
        if let Some(named) = &named {
            self.add_place(named, &mut matches, &mut query_filters);
        }
        let weighed = self.weigh(&matches);
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        memory.scores.prepare(self.len());
        let vantage = self.vantage_of_words(&query_filters, context);
        let asked = Constraints {
            filters,
            region: vantage.region,
            go_on,
        };
        let stopped = self.scan_postings(&mut memory, &weighed, asked);
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
            vantage: &vantage,
            preferred: hashes(context.preferred),
        };
        let Order {
            ranked,
            total,
            is_told,
            fit,
            match_qualities,
        } = ranking.rank(&memory.scores);
        drop(memory);
        Found {
            ranked,
            total,
            is_told: is_told || stopped,
            fit,
            match_qualities,
            stopped,
            cut: read.cut,
            matches,
            query_filters,
        }
    }

    /// Returns the words with matches, in the order of scanning their postings.
    fn weigh<'m>(&self, matches: &'m [WordMatch]) -> Vec<WeighedWord<'m>> {
        let mut weighed: Vec<WeighedWord<'_>> = matches
            .iter()
            .enumerate()
            .filter(|(_, word_match)| !word_match.sources.is_empty())
            .map(|(number, word_match)| WeighedWord::of(self, word_match, 1 << number))
            .collect();
        // Filters last: a weak match of a filter counts only where another word has matched.
        weighed.sort_by_key(|weighed| (weighed.word_match.is_filter, weighed.cost, weighed.bit));
        weighed
    }
}

/// Outcome of ranking one query.
pub(super) struct Found {
    pub(super) ranked: Vec<Ranked>,
    total: usize,
    /// True if a hit answers the query.
    is_told: bool,
    fit: Fit,
    match_qualities: MatchQualities,
    stopped: bool,
    /// True if words beyond [`MOST_WORDS`](super::MOST_WORDS) were left out.
    cut: bool,
    matches: Vec<WordMatch>,
    query_filters: Vec<QueryFilter>,
}

impl Found {
    /// Returns true if the words ask for open services and nothing else: then every document is a
    /// hit until the clock is applied.
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

fn hashes(ids: &HashSet<String>) -> FxHashSet<u64> {
    ids.iter().map(|id| hash_of(id)).collect()
}

/// Returns the kinds of lines that the person of a text can use.
fn channel(query: &Query, hits: &Hits, circumstances: Circumstances) -> Channel {
    let deaf = ImpliedFilter::Audience(Audience::Deaf);
    let is_deaf = query.filters.audience == Some(Audience::Deaf)
        || hits.query_filters.iter().any(|one| one.filter == deaf);
    if is_deaf {
        Channel::TextsOrTty
    } else {
        circumstances.channel
    }
}
