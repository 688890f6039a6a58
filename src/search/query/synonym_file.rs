//! Parser of the file of synonyms; [`super::synonyms`] documents its format.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use super::synonyms::{Entry, Meaning, Phrases, Strength, Synonyms, SynonymsError};
use crate::directory::{Audience, Category, LanguageCode, Region};
use crate::guide::{PageId, TopicId};
use crate::search::index::terms::{Terms, to_u32};
use crate::search::text::stop_words::is_stop_word;
use crate::search::text::words::{asked_form, stem, words};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    one_way: Vec<OneWay>,
    two_way: Vec<Vec<String>>,
    filters: Vec<OneWay>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OneWay {
    say: Vec<String>,
    find: Vec<String>,
    #[serde(default)]
    instead: bool,
}

/// Parses the file's JSON text.
pub fn parse(text: &str) -> Result<Synonyms, SynonymsError> {
    let file: File = serde_json::from_str(text)?;
    let mut building = SynonymBuilder::default();
    for (list, strength) in [
        (&file.one_way, Strength::OneWay),
        (&file.filters, Strength::Filter),
    ] {
        for entry in list {
            let meanings = entry.find.iter().map(|text| meaning(text));
            let meanings = meanings.collect::<Result<_, _>>()?;
            building.add(&entry.say, meanings, strength, entry.instead);
        }
    }
    for same in &file.two_way {
        for (index, phrase) in same.iter().enumerate() {
            let others = same.iter().enumerate().filter(|(other, _)| *other != index);
            let meanings = others.map(|(_, other)| words_of(other));
            building.add(
                std::slice::from_ref(phrase),
                meanings.collect(),
                Strength::TwoWay,
                false,
            );
        }
    }
    Ok(building.finish())
}

#[derive(Default)]
struct SynonymBuilder {
    entries_of: BTreeMap<String, Vec<u32>>,
    entries: Vec<Entry>,
    meanings: Vec<Meaning>,
}

impl SynonymBuilder {
    fn add(
        &mut self,
        phrases: &[String],
        meanings: Vec<Meaning>,
        strength: Strength,
        instead: bool,
    ) {
        let entry = to_u32(self.entries.len());
        let start = to_u32(self.meanings.len());
        self.meanings.extend(meanings);
        self.entries.push(Entry {
            meanings: start..to_u32(self.meanings.len()),
            strength,
            instead,
        });
        for phrase in phrases {
            let words = content_words(phrase);
            let stems: Vec<&str> = words.iter().map(|word| stem(word)).collect();
            for key in [words.join(" "), stems.join(" ")] {
                let entries = self.entries_of.entry(key).or_default();
                if !entries.contains(&entry) {
                    entries.push(entry);
                }
            }
        }
    }

    fn finish(self) -> Synonyms {
        let longest = self.entries_of.keys().map(|key| key.split(' ').count());
        let mut with_stem: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for (phrase, number) in self.entries_of.keys().zip(0..) {
            let words = phrase.split(' ').filter(|word| stem(word) == *word);
            for word in words.filter(|_| phrase.contains(' ')) {
                with_stem.entry(word).or_default().push(number);
            }
        }
        let list = Phrases {
            longest: longest.max().unwrap_or(0),
            stems: Terms::of_sorted(with_stem.keys().copied()),
            with_stem: with_stem.into_values().collect(),
            terms: Terms::of_sorted(self.entries_of.keys().map(String::as_str)),
            entries_of: self.entries_of.into_values().collect(),
            entries: self.entries,
            meanings: self.meanings,
        };
        Synonyms {
            list: Arc::new(list),
        }
    }
}

/// Returns the folded words of a phrase without stop words, or all of them if there are no others.
fn content_words(phrase: &str) -> Vec<String> {
    let all: Vec<String> = words(phrase)
        .map(|range| asked_form(&phrase[range]))
        .collect();
    let content: Vec<String> = all
        .iter()
        .filter(|word| !is_stop_word(word))
        .cloned()
        .collect();
    if content.is_empty() { all } else { content }
}

pub fn words_of(text: &str) -> Meaning {
    Meaning::Words {
        words: content_words(text),
        text: text.to_owned(),
    }
}

fn meaning(text: &str) -> Result<Meaning, SynonymsError> {
    if text.contains(" & ") {
        let parts = text.split(" & ").map(meaning);
        return Ok(Meaning::All(parts.collect::<Result<_, _>>()?));
    }
    let meaning = match text.split_once(':') {
        None if text == "always-open" => Some(Meaning::AlwaysOpen),
        None if text == "open-now" => Some(Meaning::OpenNow),
        None => Some(words_of(text)),
        Some(("category", slug)) => Category::from_slug(slug).map(Meaning::Category),
        Some(("serves", slug)) => Audience::from_slug(slug).map(Meaning::Audience),
        Some(("region", code)) => Region::from_code(code).map(Meaning::Region),
        Some(("language", code)) => Some(Meaning::Language(LanguageCode(code.to_owned()))),
        Some(("page", slug)) => PageId::from_slug(slug).map(Meaning::Page),
        Some(("topic", id)) => TopicId::parse(id).map(Meaning::Topic),
        Some(_) => None,
    };
    meaning.ok_or_else(|| SynonymsError::Meaning(text.to_owned()))
}
