//! Patterns of folded words: `mains .. cou|gorge`.

use std::ops::Range;
use std::str::Split;

use serde::Deserialize;

use crate::classifier::Words;

/// Greatest number of words in a gap.
const GAP: usize = 3;

/// Pattern of words: alternatives are separated by `|`, a word that ends in `*` has any ending, and
/// `..` are up to three words.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct Pattern<'a>(&'a str);

impl Pattern<'_> {
    /// Returns the first words that match.
    pub(super) fn find(self, words: &Words) -> Option<Range<usize>> {
        self.find_all(words).next()
    }

    /// Returns the words that match from each word of a text.
    pub(super) fn find_all(self, words: &Words) -> impl Iterator<Item = Range<usize>> {
        (0..words.len()).filter_map(move |at| Some(at..end(self.0.split(' '), words, at)?))
    }
}

/// Returns the end of the words that match these tokens from a position.
fn end(mut tokens: Split<'_, char>, words: &Words, at: usize) -> Option<usize> {
    match tokens.next() {
        None => Some(at),
        Some("..") => (at..=at + GAP).find_map(|at| end(tokens.clone(), words, at)),
        Some(any) => {
            let typed = (at < words.len()).then(|| words.letters(at))?;
            let is_it = |word: &str| match word.strip_suffix('*') {
                Some(start) => typed.starts_with(start),
                None => typed == word,
            };
            any.split('|')
                .any(is_it)
                .then(|| end(tokens, words, at + 1))?
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_has_alternatives_endings_and_gaps() {
        let is_in = |pattern: &str, text: &str| {
            let found = Pattern(pattern).find(&Words::of(text));
            found.map(|range| (range.start, range.end))
        };
        assert_eq!(
            is_in("serr* .. cou|gorge", "il lui serrait le cou"),
            Some((2, 5))
        );
        assert_eq!(is_in("serr* .. cou|gorge", "serre cou"), Some((0, 2)));
        assert_eq!(is_in("serr* .. cou|gorge", "serre a b c d cou"), None);
        assert_eq!(is_in("main|mains autour", "la main"), None);
        assert_eq!(is_in("main|mains autour", "mains autour"), Some((0, 2)));
    }
}
