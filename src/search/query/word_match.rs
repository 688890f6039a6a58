//! What each word of a query can be met by: the lists of documents, and what each is worth.

use std::ops::Range;

use super::expansion;
use super::parse::Word;
use super::phone_query;
use super::query_filters;
use super::spelling;
use crate::directory::LanguageCode;
use crate::search::index::Index;
use crate::search::index::postings::Posting;
use crate::search::query::query_filters::QueryFilter;
use crate::search::rank::MatchKind;

/// One word of the query, and everything that meets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordMatch {
    /// The word.
    pub word: Word,
    /// What meets it.
    pub sources: Vec<Source>,
    /// Words that count as the word itself where they stand in a shown name; sorted.
    pub marks: Vec<String>,
    /// It was taken as a filter.
    pub is_filter: bool,
    /// It stands in a phrase that means something else than its words: nothing else meets it.
    pub is_replaced: bool,
}

/// Documents that meet a word in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The documents.
    pub list: List,
    /// The way.
    pub kind: MatchKind,
    /// What to say of it.
    pub origin: Origin,
}

/// Where the documents of a source are listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum List {
    /// In the list of that number.
    Stored(u32),
    /// In the lists of all these words, which begin with what was typed.
    Beginning(Range<u32>),
    /// In all of these lists; there is at least one.
    InAll(Vec<u32>),
    /// Here, in order.
    Inline(Vec<Posting>),
}

/// What a source has to say for itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Nothing: the word is there for all to see.
    Plain,
    /// It is near to the word of that number.
    Near(u32),
    /// It has the meaning of that number; the bytes of the query that do.
    Meaning(u32, Range<usize>),
    /// These digits are in a phone number.
    Digits(String),
    /// It may speak that language: it does not state any.
    Unstated(LanguageCode),
}

/// Everything that the words of a query can be met by, and the filters that they can only mean.
pub fn of_words(index: &Index, words: Vec<Word>) -> (Vec<WordMatch>, Vec<QueryFilter>) {
    let mut matches: Vec<WordMatch> = words.into_iter().map(WordMatch::of).collect();
    for word_match in &mut matches {
        word_match.add_words(index);
        word_match.add_phone(index);
    }
    spelling::add_joined(index, &mut matches);
    phone_query::add_vanity(index, &mut matches);
    expansion::add(index, &mut matches);
    let query_filters = query_filters::add_filters(index, &mut matches);
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

    /// Adds documents that meet the word in that way.
    pub fn add(&mut self, list: List, kind: MatchKind, origin: Origin) {
        if self.is_replaced {
            return;
        }
        self.sources.push(Source { list, kind, origin });
    }

    /// Forgets everything that has met the word so far.
    pub fn clear(&mut self) {
        self.sources.clear();
        self.marks.clear();
    }

    /// Adds the documents of a list, in which the word is there for all to see.
    pub fn add_stored(&mut self, list: u32, kind: MatchKind) {
        self.add(List::Stored(list), kind, Origin::Plain);
    }

    /// Whether the word itself, or one that begins so, was found.
    pub fn is_known(&self) -> bool {
        self.sources.iter().any(|source| {
            matches!(
                source.kind,
                MatchKind::Exact | MatchKind::Inflected | MatchKind::Prefix
            )
        })
    }
}
