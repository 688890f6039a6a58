//! Patterns of folded words: `mains .. cou|gorge`.

use std::collections::BTreeMap;
use std::ops::Range;
use std::str::Split;

use serde::Deserialize;

use crate::classifier::Words;

/// Greatest number of words in a gap.
const GAP: usize = 3;

/// Lists of words by their names, in the form of alternatives.
pub(super) type Lists<'a> = BTreeMap<&'a str, &'a str>;

/// Pattern of words: alternatives are separated by `|`, a word that ends in `*` has any ending,
/// `$name` are the words of a list, and `..` are up to three words.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct Pattern<'a>(&'a str);

impl<'a> Pattern<'a> {
    /// Returns the names of the lists in the pattern.
    pub(super) fn lists(self) -> impl Iterator<Item = &'a str> {
        let words = self.0.split([' ', '|']);
        words.filter_map(|word| word.strip_prefix('$'))
    }

    /// Returns the words that match from each word of a text.
    pub(super) fn find_all(
        self,
        words: &Words,
        lists: &Lists<'_>,
    ) -> impl Iterator<Item = Range<usize>> {
        let tokens = self.0.split(' ');
        (0..words.len()).filter_map(move |at| Some(at..end(tokens.clone(), words, at, lists)?))
    }
}

/// Returns the end of the words that match these tokens from a position.
fn end(mut tokens: Split<'_, char>, words: &Words, at: usize, lists: &Lists<'_>) -> Option<usize> {
    match tokens.next() {
        None => Some(at),
        Some("..") => (at..=at + GAP).find_map(|at| end(tokens.clone(), words, at, lists)),
        Some(any) => {
            let typed = (at < words.len()).then(|| words.letters(at))?;
            is_among(any, typed, lists).then(|| end(tokens, words, at + 1, lists))?
        }
    }
}

fn is_among(any: &str, typed: &str, lists: &Lists<'_>) -> bool {
    any.split('|').any(|word| {
        if let Some(list) = word.strip_prefix('$') {
            let list = lists.get(list);
            return list.is_some_and(|any| is_among(any, typed, lists));
        }
        match word.strip_suffix('*') {
            Some(start) => typed.starts_with(start),
            None => typed == word,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_has_alternatives_endings_and_gaps() {
        let is_in = |pattern: &str, text: &str| {
            let lists = Lists::from([("throat", "cou|gorg*")]);
            let words = Words::of(text);
            let found = Pattern(pattern).find_all(&words, &lists).next();
            found.map(|range| (range.start, range.end))
        };
        assert_eq!(
            is_in("serr* .. cou|gorge", "il lui serrait le cou"),
            Some((2, 5))
        );
        assert_eq!(is_in("serr* .. cou|gorge", "serre cou"), Some((0, 2)));
        assert_eq!(is_in("serr* .. cou|gorge", "serre a b c d cou"), None);
        assert_eq!(is_in("tete|$throat serre", "gorges serre"), Some((0, 2)));
        assert_eq!(is_in("$throat serre", "tete serre"), None);
        assert_eq!(is_in("main|mains autour", "la main"), None);
        assert_eq!(is_in("main|mains autour", "mains autour"), Some((0, 2)));
    }
}
