//! What goes into a search and what comes out of it.

use std::ops::Range;

use super::explain::suggest::Suggestion;
use super::query::query_filters::{ImpliedFilter, QueryFilter};
use super::query::word_match::WordMatch;
use crate::directory::Filters;

/// What was found, the best first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// In rank order; for a query with words, the best [`MOST`] at most.
    pub hits: Vec<Hit>,
    /// How many were found in all; in a large directory, at least so many.
    pub total: usize,
    /// The words of the query that were taken as filters, in the query's order.
    pub query_filters: Vec<QueryFilter>,
    /// What to leave out to find anything; empty where there are hits.
    pub suggestions: Vec<Suggestion>,
    /// So many more might be found: they do not state their languages, and one is asked for; in a
    /// large directory, at least so many.
    pub languages_unstated: usize,
    /// The query has more words than are looked up: the first [`MOST_WORDS`] with a meaning are.
    pub cut: bool,
    /// The search was stopped before its end: these are the best so far.
    pub partial: bool,
    /// What the words of the query were met by: enough to say of any hit why it is there.
    pub(super) matches: Vec<WordMatch>,
    /// The query's text.
    pub(super) text: String,
    /// No word was found: these are names that have its letters, which are marked already.
    pub(super) scattered: bool,
}

impl Hits {
    /// The bytes of the words in the query that ask for what is open now.
    pub fn open_now_words(&self) -> Option<Range<usize>> {
        let mut query_filters = self.query_filters.iter();
        let query_filter =
            query_filters.find(|query_filter| query_filter.filter == ImpliedFilter::OpenNow)?;
        Some(query_filter.words.clone())
    }

    /// The bytes of the words in the query that are nowhere, so that others found these hits.
    pub fn words_not_found(&self) -> Vec<Range<usize>> {
        if self.hits.is_empty() || self.scattered {
            return Vec::new();
        }
        // A letter alone is a word that has just been begun.
        let nowhere = |word_match: &&WordMatch| {
            word_match.sources.is_empty()
                && !word_match.is_replaced
                && word_match.word.text.len() > 1
        };
        let matches = self.matches.iter().filter(nowhere);
        matches
            .map(|word_match| word_match.word.range.clone())
            .collect()
    }

    /// Whether only what is open now is asked for, by a filter or by words.
    pub fn ask_for_open_now(&self, filters: &Filters) -> bool {
        filters.open_now || self.open_now_words().is_some()
    }
}

/// The most hits that a query with words gives: nobody reads on after so many, and the total is
/// still counted.
pub const MOST: usize = 1000;

/// One thing found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub item: Item,
    /// The bytes of its shown name that matched, in order, on character boundaries; empty until
    /// [`super::Index::mark`] has been asked for them.
    pub spans: Vec<Range<usize>>,
    /// Its number in the index.
    pub(super) document: u32,
}

/// What a hit points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// A contact, by its place in the slice that the index was built from.
    Contact(usize),
    /// A topic of the guide, by its place in the slice that the index was built from.
    Topic(usize),
}
