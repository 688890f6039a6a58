//! Other meanings of places' names.

use std::cmp::Ordering;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::places::letters::Words;

/// Another meaning of a place's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::places) enum Plain {
    /// Common word or phrase: "hope", "legal", "nouvelle", "the north".
    Word,
    /// First name or family name: "victoria", "elizabeth", "smith".
    Name,
    /// Rarely typed word, or place abroad: "delta", "peel", "delhi".
    Seldom,
    /// Word with another meaning after a preposition: "in spanish", "à côté".
    Phrase,
    /// Two or three letters for a town: "TO", "PA".
    Code,
    /// Province and its capital: "québec".
    Province,
}

/// Lists of other meanings.
#[derive(Debug, Default)]
pub(in crate::places) struct PlainWords {
    /// By words separated by spaces: "la salle" is a room, "lasalle" a place.
    kinds: FxHashMap<String, Plain>,
    /// Lines in order: to collect them in a set took a twentieth of the first search.
    everyday: &'static str,
}

impl PlainWords {
    /// Parses `plain.json` (words by kind) and `everyday.txt` (words similar to a place's name).
    ///
    /// # Errors
    /// If the first is not JSON of that form.
    pub fn parse(kinds: &str, everyday: &'static str) -> serde_json::Result<Self> {
        let lists: FxHashMap<Plain, Vec<&str>> = serde_json::from_str(kinds)?;
        let mut words = Words::default();
        let mut kinds = Vec::new();
        for (kind, list) in lists {
            for word in list {
                words.read(word);
                kinds.push((words.spaced(0..words.len()), kind));
            }
        }
        Ok(Self::of(kinds, everyday))
    }

    /// Creates the lists from words with their kind, and `everyday.txt`.
    pub fn of(kinds: Vec<(String, Plain)>, everyday: &'static str) -> Self {
        Self {
            kinds: kinds.into_iter().collect(),
            everyday,
        }
    }

    /// Returns all words with their kind, in order.
    pub fn in_order(&self) -> Vec<(String, Plain)> {
        let words = self.kinds.iter().map(|(word, kind)| (word.clone(), *kind));
        let mut words: Vec<_> = words.collect();
        words.sort_by(|one, other| one.0.cmp(&other.0));
        words
    }

    /// Returns the other meaning of words separated by a space, if there is one.
    pub fn kind(&self, spaced: &str) -> Option<Plain> {
        self.kinds.get(spaced).copied()
    }

    /// Returns true for an everyday word, which is never a misspelt or unfinished place.
    pub fn is_everyday(&self, word: &str) -> bool {
        has_line(self.everyday, word) || self.kinds.contains_key(word)
    }
}

/// Returns true if one of these lines, which are in order, is a word.
fn has_line(lines: &str, word: &str) -> bool {
    let is_end = |byte: &u8| *byte == b'\n';
    let (mut lines, word) = (lines.as_bytes(), word.as_bytes());
    while !lines.is_empty() {
        let before = lines[..lines.len() / 2].iter().rposition(is_end);
        let start = before.map_or(0, |end| end + 1);
        let mut parts = lines[start..].splitn(2, is_end);
        match word.cmp(parts.next().unwrap_or_default()) {
            Ordering::Less => lines = &lines[..start],
            Ordering::Equal => return true,
            Ordering::Greater => lines = parts.next().unwrap_or_default(),
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places::gazetteer::EVERYDAY;

    #[test]
    fn every_everyday_word_is_found_and_no_part_of_one() {
        assert!(EVERYDAY.lines().is_sorted());
        for word in EVERYDAY.lines() {
            assert!(has_line(EVERYDAY, word), "{word}");
            assert!(!has_line(EVERYDAY, &format!("{word}\u{1}")), "{word}");
        }
        assert!(!has_line(EVERYDAY, "") && !has_line(EVERYDAY, "zzyzx") && !has_line("", "a"));
    }
}
