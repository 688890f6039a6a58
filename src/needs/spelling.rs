//! Misspelt words of a life at risk, or of a bed: *suiside*, *inconsiente*, *stabed*.

use serde::Deserialize;

use crate::i18n::edits::is_within;
use crate::tables::stored;

/// Fewest letters of a typed word that is corrected.
const FEWEST: usize = 5;

/// Fewest letters of a known word that may have two edits.
const LONG: usize = 10;

/// Folded words that are recognized when misspelt.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Spelling<'a> {
    #[serde(borrow)]
    words: Vec<&'a str>,
    /// Words that resemble these and have a meaning of their own.
    #[serde(borrow)]
    not: Vec<&'a str>,
}

stored!(Spelling<'static> { words, not });

impl Spelling<'_> {
    /// Returns the nearest of these words to a folded, unknown one: within one edit, or two in a
    /// long word.
    pub(super) fn correct(&self, typed: &str) -> Option<&str> {
        let is_word = typed.bytes().all(|letter| letter.is_ascii_lowercase());
        if typed.len() < FEWEST || !is_word || self.not.contains(&typed) {
            return None;
        }
        let near = |word: &&&str| {
            let limit = if word.len() >= LONG { 2 } else { 1 };
            (1..=limit).find(|edits| is_within(*edits, typed.as_bytes(), word.as_bytes()))
        };
        let found = self.words.iter().filter_map(|word| {
            let edits = near(&word)?;
            Some((edits, word.len().abs_diff(typed.len()), word))
        });
        found.min().map(|(.., word)| *word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::folding::fold;
    use crate::needs::Needs;

    #[test]
    fn the_known_words_are_folded() {
        let needs = Needs::embedded().unwrap();
        let Spelling { words, not } = &needs.signs().spelling;
        assert!(words.contains(&"etranglee") && not.contains(&"murier"));
        for word in words.iter().chain(not) {
            assert_eq!(fold(word).text, *word);
        }
    }
}
