//! Input and output of a search.

use std::fmt;
use std::ops::Range;

use super::explain::suggest::Suggestion;
use super::query::query_filters::{ImpliedFilter, QueryFilter};
use super::query::word_match::WordMatch;
use super::rank::order::{Fit, MatchQualities};
use crate::directory::{Channel, Filters, LanguageCode, Region};
use crate::i18n::Messages;
use crate::needs::{Need, Needs, Recognized};
use crate::places::{PlaceId, Places, Target};

/// Interpretation of the query's words by the index.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Reading {
    /// Quality of the match of the first hits.
    pub(super) fit: Fit,
    /// First documents with every word.
    pub(super) match_qualities: MatchQualities,
    /// Needs and places of the index.
    pub(super) known: Known,
    /// Kinds of lines that the person of the text can use.
    pub(super) channel: Channel,
    /// True if the hits are contacts that the text names, because no document has enough of the words.
    pub(super) only_named: bool,
    /// Byte ranges of the words that these contacts lack.
    pub(super) unused: Vec<Range<usize>>,
}

/// Needs and places of the searched index, to name recognized ones.
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

/// Results of a search, best first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hits {
    /// Hits in rank order, at most [`MOST`](super::MOST).
    pub hits: Vec<Hit>,
    /// Number of matching documents; a lower bound in a large directory.
    pub total: usize,
    /// Words of the query taken as filters, in the order of the query.
    pub query_filters: Vec<QueryFilter>,
    /// Needs recognized in the text, best first; empty if there are none.
    pub needs: Vec<Recognized>,
    /// Region of the search, if the text or a filter names another than the worker's.
    pub(super) elsewhere: Option<Region>,
    /// Town named in the text, if no hit serves it from nearby.
    pub unserved: Option<Target>,
    /// Parts to leave out to get hits; empty if there are hits.
    pub suggestions: Vec<Suggestion>,
    /// Number of further possible matches: a language is requested and they state none. A lower
    /// bound in a large directory.
    pub languages_unstated: usize,
    /// True if the query has more words than the maximum; the first
    /// [`MOST_WORDS`](super::MOST_WORDS) meaningful ones are looked up.
    pub cut: bool,
    /// True if the search was stopped early; these are the best hits so far.
    pub partial: bool,
    /// Matches of each word of the query, from which the reason of any hit is derived.
    pub(super) matches: Vec<WordMatch>,
    /// Text of the query.
    pub(super) text: String,
    /// True if no word matched; the hits are names that contain the typed letters, already marked.
    pub(super) scattered: bool,
    /// Language of the query's filters.
    pub(super) language: Option<LanguageCode>,
    /// For a query without words, the nearness of each hit
    /// ([`Nearness::tier`](super::nearby::Nearness::tier)), until the clock has ordered them.
    pub(super) tiers: Vec<u8>,
    /// Interpretation of the words by the index.
    pub(super) reading: Box<Reading>,
}

impl Hits {
    /// Returns the kinds of lines that the person of the text can use.
    pub const fn channel(&self) -> Channel {
        self.reading.channel
    }

    /// Puts hits before all others, and removes the other hits of their documents.
    pub(super) fn put_first(&mut self, first: Vec<Hit>) {
        let is_other = |hit: &Hit| first.iter().all(|one| one.document != hit.document);
        let before = self.hits.len();
        self.hits.retain(is_other);
        self.total = self.total.saturating_sub(before - self.hits.len()) + first.len();
        self.hits.splice(0..0, first);
    }

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
        if self.reading.only_named {
            return self.reading.unused.clone();
        }
        // A single letter is an unfinished word.
        let nowhere = |word_match: &&WordMatch| {
            word_match.sources.is_empty()
                && !word_match.is_replaced
                && word_match.word.text.len() > 1
        };
        // Words of the need count as used, even where they match nothing.
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

    /// Returns the needs that share the first rows, each with its index in [`Self::needs`]: the
    /// first one, and likely others.
    pub fn leading_needs(&self) -> impl Iterator<Item = (usize, &Recognized)> {
        let needs = self.needs.iter().enumerate();
        needs.filter(|(index, need)| *index == 0 || need.is_likely())
    }

    /// Returns the recognized need; `None` if the index does not know it.
    pub fn need(&self, recognized: &Recognized) -> Option<&'static Need> {
        self.reading.known.needs?.at(recognized.need)
    }

    /// Returns the names of the words taken as filters, each once, without those that are also set
    /// as filters.
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

/// Result of a search. The contact or topic is read when a screen shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Byte ranges of the shown name that matched, in order and on character boundaries; empty
    /// until [`super::Index::mark`] has computed them.
    pub spans: Vec<Range<usize>>,
    /// Source of the hit.
    pub found_by: FoundBy,
    /// Kilometres from the named town, or from the worker; `None` if either has no position on the
    /// map.
    pub km: Option<u16>,
    /// Number of the document in the index ([`Index::item`](super::Index::item)).
    pub(crate) document: u32,
}

impl Hit {
    /// Creates the hit of a document by the words of the query, with nothing computed.
    pub(crate) const fn of(document: u32) -> Self {
        Self {
            spans: Vec::new(),
            found_by: FoundBy::Words,
            km: None,
            document,
        }
    }
}

/// Source of a hit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FoundBy {
    /// Words of the query.
    #[default]
    Words,
    /// Need with this index in [`Hits::needs`].
    Need(usize),
}
