//! What each word of a query can be met by: the lists of documents, and what each is worth.

use std::ops::Range;

use super::expansion;
use super::parse::Word;
use super::phone_query;
use super::query_filters;
use super::spelling;
use crate::directory::LanguageCode;
use crate::search::hits::Chip;
use crate::search::index::Index;
use crate::search::index::postings::Posting;
use crate::search::rank::Way;

/// One word of the query, and everything that meets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// The word.
    pub word: Word,
    /// What meets it.
    pub sources: Vec<Source>,
    /// Words that count as the word itself where they stand in a shown name; sorted.
    pub marks: Vec<String>,
    /// It was taken as a filter.
    pub is_filter: bool,
    /// It stands in a phrase that means something else than its words: nothing else meets it.
    pub means_else: bool,
}

/// Documents that meet a word in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The documents.
    pub list: List,
    /// The way.
    pub way: Way,
    /// What to say of it.
    pub origin: Origin,
}

/// Where the documents of a source are listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum List {
    /// In the list of that number.
    Kept(u32),
    /// In the lists of all these words, which begin with what was typed.
    Beginning(Range<u32>),
    /// In all of these lists; there is at least one.
    Every(Vec<u32>),
    /// Here, in order.
    Here(Vec<Posting>),
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
pub fn of_words(index: &Index, words: Vec<Word>) -> (Vec<Need>, Vec<Chip>) {
    let mut needs: Vec<Need> = words.into_iter().map(Need::of).collect();
    for need in &mut needs {
        need.add_words(index);
        need.add_phone(index);
    }
    spelling::add_joined(index, &mut needs);
    phone_query::add_vanity(index, &mut needs);
    expansion::add(index, &mut needs);
    let chips = query_filters::add_filters(index, &mut needs);
    for need in &mut needs {
        need.marks.sort_unstable();
        need.marks.dedup();
    }
    (needs, chips)
}
impl Need {
    fn of(word: Word) -> Self {
        Self {
            word,
            sources: Vec::new(),
            marks: Vec::new(),
            is_filter: false,
            means_else: false,
        }
    }

    /// Adds documents that meet the word in that way.
    pub fn add(&mut self, list: List, way: Way, origin: Origin) {
        if self.means_else {
            return;
        }
        self.sources.push(Source { list, way, origin });
    }

    /// Forgets everything that has met the word so far.
    pub fn forget(&mut self) {
        self.sources.clear();
        self.marks.clear();
    }

    /// Adds the documents of a list, in which the word is there for all to see.
    pub fn add_kept(&mut self, list: u32, way: Way) {
        self.add(List::Kept(list), way, Origin::Plain);
    }

    /// Whether the word itself, or one that begins so, was found.
    pub fn is_known(&self) -> bool {
        self.sources
            .iter()
            .any(|source| matches!(source.way, Way::Exact | Way::Inflected | Way::Prefix))
    }
}
