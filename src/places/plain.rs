//! Words that are a place and something else.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::letters::Words;

/// Another meaning of a place's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Plain {
    /// A word or a phrase of every day: "hope", "legal", "nouvelle", "the north".
    Word,
    /// A first name or a family name: "victoria", "elizabeth", "smith".
    Name,
    /// A word, or a place abroad, that is seldom typed: "delta", "peel", "delhi".
    Seldom,
    /// A word that means something else behind a preposition: "in spanish", "à côté".
    Phrase,
    /// Two or three letters that stand for a town: "TO", "PA".
    Code,
    /// A province and its capital: "québec".
    Province,
}

/// The lists.
#[derive(Debug, Default)]
pub(super) struct PlainWords {
    /// By words, with a space between: "la salle" is a room, "lasalle" a place.
    kinds: FxHashMap<String, Plain>,
    everyday: FxHashSet<&'static str>,
}

impl PlainWords {
    /// Reads `plain.json` (words by kind) and `everyday.txt` (words close to a place's name).
    ///
    /// # Errors
    /// The first is not JSON of that form.
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
