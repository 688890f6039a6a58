//! Everyday and street words, and what they mean in the directory's words.
//!
//! `assets/search/synonyms.json` has three lists. In `one_way`, whoever says one of the phrases
//! looks for each of the meanings. In `two_way`, each phrase means all the others. In `filters`, the
//! phrases can only mean that filter. What is marked `instead` means that and not what its words say
//! by themselves (*no police*). A meaning is plain words, all of which must stand in what is found, or `category:SLUG`, `serves:SLUG`, `region:XX`, `language:xx`, `always-open`,
//! `open-now`, `topic:FILE#TOPIC` or `page:FILE` of the guide; ` & ` between two asks for both.

use std::ops::Range;
use std::sync::Arc;

use thiserror::Error;

use super::synonym_file;
use crate::directory::{Audience, Category, LanguageCode, Region};
use crate::guide::{PageId, TopicId};
use crate::search::index::terms::Terms;
use crate::search::text::distance::{begins_alike, same_letters};
use crate::search::text::words::stem;

/// The list, ready for looking up. Copies share it.
#[derive(Clone, Debug, Default)]
pub struct Synonyms {
    pub(super) list: Arc<Phrases>,
}

#[derive(Debug, Default)]
pub struct Phrases {
    /// Every phrase as it is looked up: folded, without stop words, whole and as stems.
    pub terms: Terms,
    /// For each phrase, the entries that it stands in.
    pub entries_of: Vec<Vec<u32>>,
    pub entries: Vec<Entry>,
    /// The meanings of all entries, one entry's after the other's.
    pub meanings: Vec<Meaning>,
    /// Phrases of several words, all as stems, by each of their words; sorted.
    pub phrase_words: Vec<(String, u32)>,
    pub longest: usize,
}

/// What a phrase means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Everything that it can mean, by the numbers that [`Synonyms::meaning`] knows.
    pub meanings: Range<u32>,
    /// How sure it is.
    pub strength: Strength,
    /// Its words mean this and not what they say (*no police*).
    pub instead: bool,
}

/// How sure a meaning is, the surest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Whoever says this may look for that.
    OneWay,
    /// The two are the same.
    TwoWay,
    /// It can only mean that filter.
    Filter,
}

/// One thing that a phrase can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// What has all these folded words.
    Words {
        /// The words, without stop words.
        words: Vec<String>,
        /// The phrase as the list writes it.
        text: String,
    },
    /// What offers that.
    Category(Category),
    /// What serves these people.
    Audience(Audience),
    /// What serves there.
    Region(Region),
    /// What speaks that language.
    Language(LanguageCode),
    /// What answers at any hour.
    AlwaysOpen,
    /// What answers now, which only a clock can tell: no list of documents stands for it.
    OpenNow,
    /// That topic of the guide.
    Topic(TopicId),
    /// Any topic on that page of the guide.
    Page(PageId),
    /// What is all of these.
    All(Vec<Meaning>),
}

/// Why a list of synonyms cannot be used.
#[derive(Debug, Error)]
pub enum SynonymsError {
    /// It has not the shape that this module describes.
    #[error("{0}")]
    Shape(#[from] serde_json::Error),
    /// A meaning names a category, audience, region or topic that there is not.
    #[error("no such meaning: {0}")]
    Meaning(String),
}

impl Synonyms {
    /// The list inside the program.
    ///
    /// # Errors
    /// It is damaged; a test keeps that from ever being released.
    pub fn embedded() -> Result<Self, SynonymsError> {
        Self::parse(include_str!("../../../assets/search/synonyms.json"))
    }

    /// The list that this JSON text writes.
    ///
    /// # Errors
    /// The text has not the shape of the list, or names what there is not.
    pub fn parse(text: &str) -> Result<Self, SynonymsError> {
        synonym_file::parse(text)
    }

    /// The entries of the phrase that these folded words make.
    pub fn of_phrase(&self, phrase: &str) -> impl Iterator<Item = &Entry> {
        self.entries_at(self.list.terms.find(phrase).into_iter())
    }

    /// The entries of every phrase that begins so, at most a handful of phrases.
    pub fn of_beginning(&self, beginning: &str) -> impl Iterator<Item = &Entry> {
        let Range { start, end } = self.list.terms.beginning_with(beginning);
        self.entries_at(start..end.min(start + MOST_COMPLETIONS))
            .filter(|entry| entry.strength != Strength::Filter)
    }

    /// Phrases of several words that have this stem among them, by their numbers.
    pub fn phrases_with(&self, stem: &str) -> impl Iterator<Item = u32> {
        let words = &self.list.phrase_words;
        let start = words.partition_point(|(word, _)| word.as_str() < stem);
        words[start..]
            .iter()
            .take_while(move |(word, _)| word == stem)
            .map(|(_, phrase)| *phrase)
    }

    /// The phrase of that number, as stems.
    pub fn phrase(&self, number: u32) -> &str {
        self.list.terms.get(number)
    }

    /// The entries of the phrase of that number.
    pub fn of_number(&self, number: u32) -> impl Iterator<Item = &Entry> {
        self.entries_at(std::iter::once(number))
    }

    /// The entries of every phrase at most `limit` edits from this one. Four letters are a street word's
    /// only where two of them traded places: with one letter changed they are another word (*trap*, *Flin*).
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

    /// How many words a phrase that begins with this one may have.
    pub fn longest_with(&self, word: &str) -> usize {
        let begins = |word| !self.list.terms.beginning_with(word).is_empty();
        if begins(word) || begins(stem(word)) {
            self.list.longest
        } else {
            1
        }
    }

    /// Every entry.
    pub fn entries(&self) -> &[Entry] {
        &self.list.entries
    }

    /// The meaning of that number.
    pub fn meaning(&self, number: u32) -> &Meaning {
        &self.list.meanings[number as usize]
    }

    fn entries_at(&self, numbers: impl Iterator<Item = u32>) -> impl Iterator<Item = &Entry> {
        numbers
            .flat_map(|number| &self.list.entries_of[number as usize])
            .map(|entry| &self.list.entries[*entry as usize])
    }

    /// Bytes on the heap of what is looked up.
    pub fn bytes(&self) -> usize {
        self.list.terms.bytes()
            + self.list.entries_of.len() * 40
            + self.list.entries.len() * size_of::<Entry>()
            + self.list.meanings.len() * size_of::<Meaning>()
    }
}

/// A beginning that more phrases than this share says too little yet.
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
    fn phrases_are_found_whole_begun_and_misspelt() {
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
    fn two_way_phrases_mean_each_other_and_filters_never_complete() {
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
    fn a_meaning_that_does_not_exist_is_named() {
        let list = LIST.replace("category:trafficking", "category:circus");
        let error = Synonyms::parse(&list).unwrap_err().to_string();
        assert_eq!(error, "no such meaning: category:circus");
    }

    #[test]
    fn the_embedded_list_is_whole() {
        let synonyms = Synonyms::embedded().unwrap();
        assert!(synonyms.entries().len() >= 300);
        for letter in 'a'..='z' {
            let letter = letter.to_string();
            let mut entries = synonyms.of_phrase(&letter);
            let filter = entries.find(|entry| entry.strength == Strength::Filter);
            assert_eq!(filter, None, "one letter is no filter: {letter}");
        }
    }
}
