//! Patterns of folded words: `mains .. cou|gorge`.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::classifier::Words;

/// Greatest number of words in a gap.
const GAP: usize = 3;

/// Lists of words by their names, in the form of alternatives.
pub(super) type Lists<'a> = BTreeMap<&'a str, &'a str>;

/// Sets of words of which patterns consist. A text is looked up in the sets once for all patterns:
/// matching each pattern letter by letter took 0.5 ms of each search.
#[derive(Debug, Default)]
pub(super) struct WordSets<'a> {
    lists: Lists<'a>,
    /// Number of each set, by its alternatives.
    numbers: FxHashMap<&'a str, u16>,
    /// Numbers of the sets with a word.
    words: FxHashMap<&'a str, Vec<u16>>,
    /// Beginnings of words, each with the number of its set.
    beginnings: Vec<(&'a str, u16)>,
}

/// Numbers of the sets with each word of a text.
pub(super) struct FoundSets(Vec<Vec<u16>>);

/// Pattern of words: alternatives are separated by `|`, a word that ends in `*` has any ending,
/// `$name` are the words of a list, and `..` are up to three words.
#[derive(Debug)]
pub(super) struct Pattern(Vec<Token>);

#[derive(Clone, Copy, Debug)]
enum Token {
    /// Word of the set with this number.
    Word(u16),
    Gap,
}

impl<'a> WordSets<'a> {
    /// Creates the sets for patterns with these lists.
    pub(super) fn with(lists: Lists<'a>) -> Self {
        Self {
            lists,
            ..Self::default()
        }
    }

    /// Parses patterns, and adds their sets.
    ///
    /// # Errors
    /// Returns the name of an unknown list.
    pub(super) fn patterns(&mut self, texts: &[&'a str]) -> Result<Vec<Pattern>, &'a str> {
        texts.iter().map(|text| self.pattern(text)).collect()
    }

    fn pattern(&mut self, text: &'a str) -> Result<Pattern, &'a str> {
        let token = |token| match token {
            ".." => Ok(Token::Gap),
            any => self.number(any).map(Token::Word),
        };
        text.split(' ')
            .map(token)
            .collect::<Result<_, _>>()
            .map(Pattern)
    }

    fn number(&mut self, any: &'a str) -> Result<u16, &'a str> {
        if let Some(number) = self.numbers.get(any) {
            return Ok(*number);
        }
        let number = u16::try_from(self.numbers.len()).unwrap_or(u16::MAX);
        self.numbers.insert(any, number);
        for word in any.split('|') {
            match word.strip_prefix('$') {
                None => self.add(word, number),
                Some(list) => {
                    let words = *self.lists.get(list).ok_or(list)?;
                    words.split('|').for_each(|word| self.add(word, number));
                }
            }
        }
        Ok(number)
    }

    fn add(&mut self, word: &'a str, number: u16) {
        match word.strip_suffix('*') {
            Some(beginning) => self.beginnings.push((beginning, number)),
            None => self.words.entry(word).or_default().push(number),
        }
    }

    /// Looks up the words of a text.
    pub(super) fn find(&self, words: &Words) -> FoundSets {
        let sets = |word: usize| {
            let word = words.letters(word);
            let begun = self.beginnings.iter();
            let begun = begun.filter(|(beginning, _)| word.starts_with(beginning));
            let whole = self.words.get(word).into_iter().flatten();
            whole
                .copied()
                .chain(begun.map(|(_, number)| *number))
                .collect()
        };
        FoundSets((0..words.len()).map(sets).collect())
    }
}

impl FoundSets {
    /// Returns the number of words of the text.
    pub(super) const fn len(&self) -> usize {
        self.0.len()
    }
}

impl Pattern {
    /// Returns the words that match from each word of a text.
    pub(super) fn find_all(&self, found: &FoundSets) -> impl Iterator<Item = Range<usize>> {
        (0..found.len()).filter_map(|at| Some(at..end(&self.0, &found.0, at)?))
    }
}

/// Returns the end of the words that match these tokens from a position.
fn end(tokens: &[Token], found: &[Vec<u16>], at: usize) -> Option<usize> {
    match tokens.split_first() {
        None => Some(at),
        Some((Token::Gap, rest)) => (at..=at + GAP).find_map(|at| end(rest, found, at)),
        Some((Token::Word(set), rest)) => {
            let is_in = found.get(at)?.contains(set);
            is_in.then(|| end(rest, found, at + 1))?
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_has_alternatives_endings_and_gaps() {
        let is_in = |pattern: &str, text: &str| {
            let mut sets = WordSets::with(Lists::from([("throat", "cou|gorg*")]));
            let pattern = sets.pattern(pattern).unwrap();
            let found = pattern.find_all(&sets.find(&Words::of(text))).next();
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
