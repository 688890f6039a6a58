//! Matches of each word of a query: lists of postings, each with the kind of match.

use std::ops::Range;

use super::expansion;
use super::parse::Word;
use super::phone_query;
use super::query_filters;
use super::spelling;
use crate::directory::LanguageCode;
use crate::search::index::Index;
use crate::search::index::lists::postings::Posting;
use crate::search::index::phones::DigitsFit;
use crate::search::query::query_filters::QueryFilter;
use crate::search::rank::MatchKind;

/// Word of the query with its matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordMatch {
    /// Word.
    pub word: Word,
    /// Lists of matching documents.
    pub sources: Vec<Source>,
    /// Words marked in shown names like the word itself; sorted.
    pub marks: Vec<String>,
    /// True if the word was taken as a filter.
    pub is_filter: bool,
    /// True if the word belongs to a phrase whose meaning replaces its words, so that it has no
    /// other matches.
    pub is_replaced: bool,
}

/// List of documents that match a word in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Matching documents.
    pub list: List,
    /// Kind of match.
    pub kind: MatchKind,
    /// Origin of the match.
    pub origin: Origin,
}

/// Postings of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum List {
    /// List of the index, by its number.
    Stored(u32),
    /// Lists of a range of words with a prefix.
    Beginning(Range<u32>),
    /// Intersection of these lists (at least one).
    InAll(Vec<u32>),
    /// Postings in document order.
    Inline(Vec<Posting>),
}

/// Explanation of a match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// None: the word occurs in the document.
    Plain,
    /// The document contains a near word, with its number.
    Near(u32),
    /// Meaning with this index; byte range of the query's words with that meaning.
    Meaning(u32, Range<usize>),
    /// A phone number contains these digits.
    Digits(String),
    /// The service helps in this language through an interpreter.
    Interpreted(LanguageCode),
    /// The document states no language, and may have this one.
    Unstated(LanguageCode),
}

/// Returns the matches of each word, and the implied filters.
pub fn of_words(index: &Index, text: &str, words: Vec<Word>) -> (Vec<WordMatch>, Vec<QueryFilter>) {
    let is_alone = words.len() == 1;
    let mut matches: Vec<WordMatch> = words.into_iter().map(WordMatch::of).collect();
    for word_match in &mut matches {
        word_match.add_words(index);
        word_match.add_phone(index, is_alone);
    }
    spelling::add_joined(index, &mut matches);
    phone_query::add_vanity(index, &mut matches);
    expansion::add(index, &mut matches);
    let query_filters = query_filters::add_filters(index, text, &mut matches);
    for word_match in &mut matches {
        word_match.marks.sort_unstable();
        word_match.marks.dedup();
    }
    (matches, query_filters)
}
impl WordMatch {
    fn of(word: Word) -> Self {
        Self {
            word,
            sources: Vec::new(),
            marks: Vec::new(),
            is_filter: false,
            is_replaced: false,
        }
    }

    /// Adds a list of documents that match in one way.
    pub fn add(&mut self, list: List, kind: MatchKind, origin: Origin) {
        if self.is_replaced {
            return;
        }
        self.sources.push(Source { list, kind, origin });
    }

    /// Removes all matches so far.
    pub fn clear(&mut self) {
        self.sources.clear();
        self.marks.clear();
    }

    /// Removes the synonyms of phrases within a byte range of the query: the *mac* of *fort mac* is
    /// no pimp.
    pub fn remove_meanings_within(&mut self, span: &Range<usize>) {
        self.sources.retain(|source| match &source.origin {
            Origin::Meaning(_, words) => words.start < span.start || span.end < words.end,
            _ => true,
        });
    }

    /// Adds a list of the index whose documents contain the word.
    pub fn add_stored(&mut self, list: u32, kind: MatchKind) {
        self.add(List::Stored(list), kind, Origin::Plain);
    }

    /// Returns the documents whose whole number is the word.
    pub fn whole_numbers(&self) -> impl Iterator<Item = u32> {
        let is_whole = |source: &&Source| {
            source.kind == MatchKind::Phone(DigitsFit::Whole)
                && matches!(&source.origin, Origin::Digits(digits) if *digits == self.word.text)
        };
        let lists = self
            .sources
            .iter()
            .filter(is_whole)
            .map(|source| &source.list);
        let postings = lists.filter_map(|list| match list {
            List::Inline(postings) => Some(postings),
            _ => None,
        });
        postings.flatten().map(|posting| posting.document())
    }

    /// Returns the lists of the word itself and of its other endings.
    pub fn exact_lists(&self) -> impl Iterator<Item = u32> {
        self.sources.iter().filter_map(|source| match source.list {
            List::Stored(list)
                if matches!(source.kind, MatchKind::Exact | MatchKind::Inflected) =>
            {
                Some(list)
            }
            _ => None,
        })
    }

    /// Returns true if the word itself or a word with this prefix was found.
    pub fn is_known(&self) -> bool {
        self.sources.iter().any(|source| {
            matches!(
                source.kind,
                MatchKind::Exact | MatchKind::Inflected | MatchKind::Prefix
            )
        })
    }
}
