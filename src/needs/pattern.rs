//! Patterns of folded words: `mains .. cou|gorge`.

use std::ops::Range;

use crate::classifier::Words;

/// Greatest number of words in a gap.
const GAP: usize = 3;

/// Pattern of words: alternatives are separated by `|`, a word that ends in `*` has any ending, and
/// `..` are up to three words.
#[derive(Debug)]
pub(super) struct Pattern(Vec<Token>);

#[derive(Debug)]
enum Token {
    /// One of these words; true if any ending may follow.
    Word(Vec<(String, bool)>),
    Gap,
}

/// Parses patterns.
pub(super) fn all(patterns: &[String]) -> Vec<Pattern> {
    patterns.iter().map(|one| Pattern::of(one)).collect()
}

impl Pattern {
    /// Parses a pattern.
    fn of(text: &str) -> Self {
        let word = |word: &str| match word.strip_suffix('*') {
            Some(start) => (start.to_owned(), true),
            None => (word.to_owned(), false),
        };
        let token = |token: &str| match token {
            ".." => Token::Gap,
            words => Token::Word(words.split('|').map(word).collect()),
        };
        Self(text.split(' ').map(token).collect())
    }

    /// Returns the first words that match.
    pub(super) fn find(&self, words: &Words) -> Option<Range<usize>> {
        self.find_all(words).next()
    }

    /// Returns the words that match from each word of a text.
    pub(super) fn find_all(&self, words: &Words) -> impl Iterator<Item = Range<usize>> {
        (0..words.len()).filter_map(|at| Some(at..end(&self.0, words, at)?))
    }
}

/// Returns the end of the words that match these tokens from a position.
fn end(tokens: &[Token], words: &Words, at: usize) -> Option<usize> {
    match tokens.split_first() {
        None => Some(at),
        Some((Token::Gap, rest)) => (at..=at + GAP).find_map(|at| end(rest, words, at)),
        Some((Token::Word(any), rest)) => {
            let typed = (at < words.len()).then(|| words.letters(at))?;
            let is_it = |(word, is_start): &(String, bool)| {
                typed == word || *is_start && typed.starts_with(word.as_str())
            };
            any.iter().any(is_it).then(|| end(rest, words, at + 1))?
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_has_alternatives_endings_and_gaps() {
        let is_in = |pattern: &str, text: &str| {
            let found = Pattern::of(pattern).find(&Words::of(text));
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
