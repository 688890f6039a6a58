//! Other meanings of places' names.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::letters::Words;

/// Another meaning of a place's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Plain {
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
pub(super) struct PlainWords {
    /// By words separated by spaces: "la salle" is a room, "lasalle" a place.
    kinds: FxHashMap<String, Plain>,
    everyday: FxHashSet<&'static str>,
}

impl PlainWords {
    /// Parses `plain.json` (words by kind) and `everyday.txt` (words similar to a place's name).
    ///
    /// # Errors
    /// If the first is not JSON of that form.
    pub fn parse(kinds: &str, everyday: &'static str) -> serde_json::Result<Self> {
        let lists: FxHashMap<Plain, Vec<&str>> = serde_json::from_str(kinds)?;
        let mut words = Words::default();
        let mut plain = Self::default();
        for (kind, list) in lists {
            for word in list {
                words.read(word);
                plain.kinds.insert(words.spaced(0..words.len()), kind);
            }
        }
        plain.everyday.extend(everyday.lines());
        Ok(plain)
    }

    /// Returns the other meaning of words separated by a space, if there is one.
    pub fn kind(&self, spaced: &str) -> Option<Plain> {
        self.kinds.get(spaced).copied()
    }

    /// Returns true for an everyday word, which is never a misspelt or unfinished place.
    pub fn is_everyday(&self, word: &str) -> bool {
        self.everyday.contains(word) || self.kinds.contains_key(word)
    }
}
