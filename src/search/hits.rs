//! Input and output of a search.

use std::fmt;
use std::ops::Range;

use super::explain::suggest::Suggestion;
use super::index::Item;
use super::query::query_filters::{ImpliedFilter, QueryFilter};
use super::query::word_match::WordMatch;
use super::rank::order::{Fit, ToldOf};
use crate::directory::{Filters, LanguageCode, Region};
use crate::i18n::Messages;
use crate::needs::{Need, Needs, Recognized};
use crate::places::{PlaceId, Places, Target};

/// The index's interpretation of the query's words.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Reading {
    /// Quality of the match of the first hits.
    pub(super) fit: Fit,
    /// The first documents that have every word.
    pub(super) told: ToldOf,
    /// Needs and places of the index.
    pub(super) known: Known,
}

/// Needs and places of the index that was searched, to name those found.
#[derive(Clone, Copy, Default)]
pub(super) struct Known {
    pub(super) needs: Option<&'static Needs>,
    pub(super) places: Option<&'static Places>,
}

impl PartialEq for Known {
    fn eq(&self, other: &Self) -> bool {
        let needs = self.needs.map(std::ptr::from_ref) == other.needs.map(std::ptr::from_ref);
        needs && self.places.map(std::ptr::from_ref) == other.places.map(std::ptr::from_ref)
    }
}

impl fmt::Debug for Known {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Known").finish_non_exhaustive()
    }
}

/// The results of a search, best first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hits {
    /// The hits in rank order; for a query with words, at most [`MOST`](super::MOST).
    pub hits: Vec<Hit>,
    /// The number of matching documents; a lower bound in a large directory.
    pub total: usize,
    /// The words of the query that were taken as filters, in the order of the query.
    pub query_filters: Vec<QueryFilter>,
    /// Needs recognized in the text, best first; empty if there are none.
    pub needs: Vec<Recognized>,
    /// The region that was searched from, if the text or a filter names another than the worker's.
    pub(super) elsewhere: Option<Region>,
    /// The town that the text names, if no hit serves it from nearby.
    pub unserved: Option<Target>,
    /// Parts to leave out to get hits; empty if there are any.
    pub suggestions: Vec<Suggestion>,
    /// Number of further contacts that might match: a language is requested and they state none. A
    /// lower bound in a large directory.
    pub languages_unstated: usize,
    /// True if the query has more words than are looked up; the first
    /// [`MOST_WORDS`](super::MOST_WORDS) meaningful ones are.
    pub cut: bool,
    /// True if the search was stopped early; these are the best hits so far.
    pub partial: bool,
    /// The matches of each word of the query, from which the reason of any hit is derived.
    pub(super) matches: Vec<WordMatch>,
    /// The query's text.
    pub(super) text: String,
    /// True if no word matched; the hits are names that contain the typed letters, already marked.
    pub(super) scattered: bool,
    /// The language of the query's filters.
    pub(super) language: Option<LanguageCode>,
    /// For a query without words, how near each hit is ([`Nearness::tier`](super::nearby::Nearness::tier)),
    /// until the clock has ordered them.
    pub(super) tiers: Vec<u8>,
    /// The index's interpretation of the words.
    pub(super) reading: Box<Reading>,
}

impl Hits {
    /// Returns the byte range of the words that ask for open services.
    pub fn open_now_words(&self) -> Option<Range<usize>> {
        let mut query_filters = self.query_filters.iter();
        let query_filter =
            query_filters.find(|query_filter| query_filter.filter == ImpliedFilter::OpenNow)?;
        Some(query_filter.words.clone())
    }

    /// Returns the town that the query names.
    pub fn named_town(&self) -> Option<PlaceId> {
        let mut filters = self.query_filters.iter();
        filters.find_map(|filter| match filter.filter {
            ImpliedFilter::Place(Target::Place(place)) => Some(place),
            _ => None,
        })
    }

    /// Returns the byte ranges of words that match nothing although there are hits.
    pub fn words_not_found(&self) -> Vec<Range<usize>> {
        if self.hits.is_empty() || self.scattered {
            return Vec::new();
        }
        // A single letter is a word that has just been begun.
        let nowhere = |word_match: &&WordMatch| {
            word_match.sources.is_empty()
                && !word_match.is_replaced
                && word_match.word.text.len() > 1
        };
        // Words of the need have been used, wherever they stand.
        let needs = self.reading.known.needs.filter(|_| !self.needs.is_empty());
        let tells = |word: &WordMatch| needs.is_some_and(|needs| needs.is_told_by(&word.word.text));
        let matches = self
            .matches
            .iter()
            .filter(nowhere)
            .filter(|word| !tells(word));
        matches
            .map(|word_match| word_match.word.range.clone())
            .collect()
    }

    /// Returns the needs that share the first rows, each with its index in [`Self::needs`]: the first one,
    /// and those as likely as may be beside it.
    pub fn leading_needs(&self) -> impl Iterator<Item = (usize, &Recognized)> {
        let needs = self.needs.iter().enumerate();
        needs.filter(|(index, need)| *index == 0 || need.is_likely())
    }

    /// Returns the need that was recognized; `None` for one that the index does not know.
    pub fn need(&self, recognized: &Recognized) -> Option<&'static Need> {
        self.reading.known.needs?.at(recognized.need)
    }

    /// Returns the names of the words that were taken as filters, each once, without those that the
    /// filters ask for anyway.
    pub fn say_filters(&self, filters: &Filters, messages: &Messages) -> Vec<String> {
        let mut said: Vec<String> = Vec::new();
        for QueryFilter { filter, .. } in &self.query_filters {
            let label = filter.label(self.reading.known.places, messages);
            if !filter.is_among(filters) && !said.contains(&label) {
                said.push(label);
            }
        }
        said
    }

    /// Returns true if only open services are requested, by a filter or by words.
    pub fn ask_for_open_now(&self, filters: &Filters) -> bool {
        filters.open_now || self.open_now_words().is_some()
    }
}

/// One result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The contact or topic.
    pub item: Item,
    /// Byte ranges of the shown name that matched, in order and on character boundaries; empty
    /// until [`super::Index::mark`] has computed them.
    pub spans: Vec<Range<usize>>,
    /// Source of the hit.
    pub found_by: FoundBy,
    /// Kilometres from the town that was named, or where the worker is; `None` where either is
    /// nowhere on the map.
    pub km: Option<u16>,
    /// The number of the document in the index.
    pub(super) document: u32,
}

/// Source of a hit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FoundBy {
    /// Words of the query.
    #[default]
    Words,
    /// The need with that index in [`Hits::needs`].
    Need(usize),
}
