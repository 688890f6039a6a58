//! Synonyms: everyday and street words, and their meanings in the directory's words.
//! `assets/search/synonyms.json` has three lists. In `one_way`, the phrases of `say` have each of
//! the meanings of `find`. In `two_way`, each phrase means all the others. In `filters`, the
//! phrases can only mean that filter. A phrase marked `instead` has its meaning in place of its
//! words' own (*no police*). A meaning is plain words, all of which a document must contain, or
//! `category:SLUG`, `serves:SLUG`, `region:XX`, `language:xx`, `always-open`, `open-now`,
//! `topic:FILE#TOPIC` or `page:FILE` of the guide; ` & ` between two asks for both.

use std::ops::Range;
use std::sync::Arc;

use thiserror::Error;

use super::synonym_file;
use crate::directory::{Audience, Category, LanguageCode, Region};
use crate::guide::{PageId, TopicId};
use crate::search::index::terms::Terms;
use crate::search::text::distance::{begins_alike, same_letters};
use crate::search::text::words::stem;
use crate::tables::Groups;

/// Synonyms, ready for lookup. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct Synonyms {
    pub(super) list: Arc<Phrases>,
}

#[derive(Debug, Default)]
pub struct Phrases {
    /// Phrases in both forms of lookup: folded, without stop words, whole and as stems.
    pub terms: Terms,
    /// For each phrase, its entries.
    pub entries_of: Groups,
    pub entries: Vec<Entry>,
    /// Meanings of all entries, concatenated.
    pub meanings: Vec<Meaning>,
    /// Words of the phrases of several words that are stems.
    pub stems: Terms,
    /// For each of these, its phrases.
    pub with_stem: Groups,
    pub longest: usize,
}

/// Meanings of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Range of its meanings, by the numbers of [`Synonyms::meaning`].
    pub meanings: Range<u32>,
    /// Strength of the meanings.
    pub strength: Strength,
    /// True if the meanings replace those of the words themselves (*no police*).
    pub instead: bool,
}

/// Strength of a meaning, in ascending order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// The phrase may have the meaning.
    OneWay,
    /// The phrase and the meaning are the same.
    TwoWay,
    /// The phrase can only mean this filter.
    Filter,
}

/// Meaning of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Documents that contain all these folded words.
    Words {
        /// Words of the meaning, without stop words.
        words: Vec<String>,
        /// Phrase as written in the file.
        text: String,
    },
    /// Documents of a category.
    Category(Category),
    /// Documents that serve an audience.
    Audience(Audience),
    /// Documents of a region.
    Region(Region),
    /// Documents that speak a language.
    Language(LanguageCode),
    /// Documents that are always open.
    AlwaysOpen,
    /// Documents that are open now; evaluated with a clock, so there is no list of postings.
    OpenNow,
    /// A topic of the guide.
    Topic(TopicId),
    /// All topics of a page of the guide.
    Page(PageId),
    /// Documents with all of these meanings.
    All(Vec<Meaning>),
}

/// Error in the file of synonyms.
#[derive(Debug, Error)]
pub enum SynonymsError {
    /// The JSON does not have the form described in this module.
    #[error("{0}")]
    Shape(#[from] serde_json::Error),
    /// A meaning names an unknown category, audience, region, page or topic.
    #[error("no such meaning: {0}")]
    Meaning(String),
}

impl Synonyms {
    /// JSON text of the embedded list.
    pub const EMBEDDED: &str = include_str!("../../../assets/search/synonyms.json");

    /// Parses the JSON text of a list.
    ///
    /// # Errors
    /// If the text is not in the format of the list, or names unknown filters.
    pub fn parse(text: &str) -> Result<Self, SynonymsError> {
        synonym_file::parse(text)
    }

    /// Returns the entries of a folded phrase.
    pub fn of_phrase(&self, phrase: &str) -> impl Iterator<Item = &Entry> {
        self.entries_at(self.list.terms.find(phrase).into_iter())
    }

    /// Returns the entries of phrases with a prefix, of a few phrases at most.
    pub fn of_beginning(&self, beginning: &str) -> impl Iterator<Item = &Entry> {
        let Range { start, end } = self.list.terms.beginning_with(beginning);
        self.entries_at(start..end.min(start + MOST_COMPLETIONS))
            .filter(|entry| entry.strength != Strength::Filter)
    }

    /// Returns the numbers of phrases of several words that contain a stem.
    pub fn phrases_with(&self, stem: &str) -> impl Iterator<Item = u32> {
        let found = self.list.stems.find(stem).into_iter();
        found
            .flat_map(|stem| self.list.with_stem.list(stem))
            .copied()
    }

    /// Returns a phrase by its number, as stems.
    pub fn phrase(&self, number: u32) -> &str {
        self.list.terms.get(number)
    }

    /// Returns the entries of a phrase by its number.
    pub fn of_number(&self, number: u32) -> impl Iterator<Item = &Entry> {
        self.entries_at(std::iter::once(number))
    }

    /// Returns the entries of phrases within `limit` edits. A phrase of four letters is near only
    /// by transposition: with one letter changed it is another word (*trap*, *Flin*).
    pub fn near(&self, phrase: &str, limit: u8) -> Vec<&Entry> {
        let mut numbers = Vec::new();
        let short = phrase.chars().count() <= 4;
        let terms = &self.list.terms;
        terms.near(phrase, limit, false, |number, _| {
            let known = terms.get(number);
            if begins_alike(phrase, known) && (!short || same_letters(phrase, known)) {
                numbers.push(number);
            }
        });
        numbers.truncate(MOST_COMPLETIONS as usize);
        self.entries_at(numbers.into_iter()).collect()
    }

    /// Returns the greatest number of words of phrases that begin with a word.
    pub fn longest_with(&self, word: &str) -> usize {
        let begins = |word| !self.list.terms.beginning_with(word).is_empty();
        if begins(word) || begins(stem(word)) {
            self.list.longest
        } else {
            1
        }
    }

    /// Returns every entry.
    pub fn entries(&self) -> &[Entry] {
        &self.list.entries
    }

    /// Returns a meaning by its number.
    pub fn meaning(&self, number: u32) -> &Meaning {
        &self.list.meanings[number as usize]
    }

    fn entries_at(&self, numbers: impl Iterator<Item = u32>) -> impl Iterator<Item = &Entry> {
        numbers
            .flat_map(|number| self.list.entries_of.list(number))
            .map(|entry| &self.list.entries[*entry as usize])
    }

    /// Returns the heap size in bytes.
    pub fn bytes(&self) -> usize {
        self.list.terms.bytes()
            + self.list.entries_of.bytes()
            + self.list.stems.bytes()
            + self.list.with_stem.bytes()
            + self.list.entries.len() * size_of::<Entry>()
            + self.list.meanings.len() * size_of::<Meaning>()
    }
}

/// Greatest number of phrases with a prefix; more make the prefix meaningless.
const MOST_COMPLETIONS: u32 = 8;

#[cfg(test)]
mod tests {
    use super::super::synonym_file::words_of;
    use super::*;

    const LIST: &str = r#"{
        "one_way": [{ "say": ["pimp", "my boyfriend sells me"], "find": ["category:trafficking"] }],
        "two_way": [["dv", "domestic violence"]],
        "filters": [{ "say": ["24/7"], "find": ["always-open"] }]
    }"#;

    #[test]
    fn phrases_are_found_whole_by_prefix_and_misspelt() {
        let synonyms = Synonyms::parse(LIST).unwrap();
        let trafficking = Meaning::Category(Category::Trafficking);
        let first = |entry: &Entry| synonyms.meaning(entry.meanings.start);
        let mut exact = synonyms.of_phrase("boyfriend sells");
        assert_eq!(first(exact.next().unwrap()), &trafficking);
        assert_eq!(synonyms.of_phrase("boyfriend sell").count(), 1, "as stems");
        assert_eq!(
            synonyms.of_beginning("boyfr").count(),
            2,
            "whole and stemmed"
        );
        assert_eq!(first(synonyms.near("pipm", 1)[0]), &trafficking);
        assert!(synonyms.near("pump", 1).is_empty(), "another word");
        assert_eq!(synonyms.longest_with("boyfriend"), 2);
        assert_eq!(synonyms.longest_with("ship"), 1);
    }

    #[test]
    fn two_way_phrases_are_symmetric_and_filters_match_whole_words() {
        let synonyms = Synonyms::parse(LIST).unwrap();
        let meanings = |phrase| {
            let entry = synonyms.of_phrase(phrase).next().unwrap();
            let numbers = entry.meanings.clone();
            numbers
                .map(|number| synonyms.meaning(number).clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(meanings("dv"), [words_of("domestic violence")]);
        assert_eq!(meanings("domestic violence"), [words_of("dv")]);
        assert_eq!(
            synonyms.of_phrase("24 7").next().unwrap().strength,
            Strength::Filter
        );
        assert_eq!(synonyms.of_beginning("24").count(), 0);
    }

    #[test]
    fn an_unknown_meaning_is_reported() {
        let list = LIST.replace("category:trafficking", "category:circus");
        let error = Synonyms::parse(&list).unwrap_err().to_string();
        assert_eq!(error, "no such meaning: category:circus");
    }

    #[test]
    fn the_embedded_list_parses() {
        let synonyms = Synonyms::parse(Synonyms::EMBEDDED).unwrap();
        assert!(synonyms.entries().len() >= 300);
        for letter in 'a'..='z' {
            let letter = letter.to_string();
            let mut entries = synonyms.of_phrase(&letter);
            let filter = entries.find(|entry| entry.strength == Strength::Filter);
            assert_eq!(filter, None, "one letter is no filter: {letter}");
        }
    }
}
