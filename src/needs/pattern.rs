//! Patterns of folded words: `mains .. cou|gorge`.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::classifier::Words;
use crate::tables::{Groups, Number, Reader, Stored, Writer, stored, stored_lists};

/// Greatest number of words in a gap.
const GAP: usize = 3;

/// Lists of words by their names, in the form of alternatives.
pub(super) type Lists<'a> = BTreeMap<&'a str, &'a str>;

/// Sets of words of which patterns consist. A text is looked up in the sets once for all patterns:
/// matching each pattern letter by letter took 0.5 ms of each search.
#[derive(Debug, Default)]
pub(super) struct WordSets<'a> {
    /// Words of the sets, in order.
    words: Vec<&'a str>,
    /// For each word, the numbers of its sets.
    sets_of: Groups,
    /// Beginnings of words, each with the number of its set, in order.
    beginnings: Vec<(&'a str, u32)>,
}

stored!(WordSets<'static> {
    words,
    sets_of,
    beginnings
});
stored_lists!(&'static str, (&'static str, u32), Pattern);

/// Parser of patterns, which collects their sets.
pub(super) struct PatternParser<'a> {
    lists: Lists<'a>,
    /// Number of each set, by its alternatives.
    numbers: FxHashMap<&'a str, u32>,
    /// Numbers of the sets with a word.
    words: BTreeMap<&'a str, Vec<u32>>,
    beginnings: Vec<(&'a str, u32)>,
}

/// Sets with the words of a text.
pub(super) struct FoundSets {
    /// Numbers of the sets with each word.
    of_words: Vec<Vec<u32>>,
    /// Numbers of the sets with any word, a bit each: most patterns have a set without any.
    any: Vec<u64>,
}

/// Pattern of words: alternatives are separated by `|`, a word that ends in `*` has any ending,
/// `$name` are the words of a list, and `..` are up to three words.
#[derive(Debug)]
pub(super) struct Pattern(Vec<Token>);

#[derive(Clone, Copy, Debug)]
enum Token {
    /// Word of the set with this number.
    Word(u32),
    Gap,
}

impl Number for Token {
    const SIZE: usize = u32::SIZE;

    fn put(self, to: &mut Vec<u8>) {
        let number = match self {
            Self::Word(number) => number,
            Self::Gap => u32::MAX,
        };
        number.put(to);
    }

    fn get(bytes: &[u8]) -> Self {
        match u32::get(bytes) {
            u32::MAX => Self::Gap,
            number => Self::Word(number),
        }
    }
}

impl Stored for Pattern {
    fn write(&self, to: &mut Writer<'_>) {
        self.0.write(to);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Stored::read(from).map(Self)
    }
}

impl<'a> PatternParser<'a> {
    /// Creates the parser of patterns with these lists.
    pub(super) fn with(lists: Lists<'a>) -> Self {
        Self {
            lists,
            numbers: FxHashMap::default(),
            words: BTreeMap::new(),
            beginnings: Vec::new(),
        }
    }

    /// Returns the sets of the patterns.
    pub(super) fn finish(mut self) -> WordSets<'a> {
        self.beginnings.sort_unstable();
        WordSets {
            words: self.words.keys().copied().collect(),
            sets_of: self.words.into_values().collect(),
            beginnings: self.beginnings,
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

    fn number(&mut self, any: &'a str) -> Result<u32, &'a str> {
        if let Some(number) = self.numbers.get(any) {
            return Ok(*number);
        }
        let number = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
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

    fn add(&mut self, word: &'a str, number: u32) {
        match word.strip_suffix('*') {
            Some(beginning) => self.beginnings.push((beginning, number)),
            None => self.words.entry(word).or_default().push(number),
        }
    }
}

impl WordSets<'_> {
    /// Looks up the words of a text.
    pub(super) fn find(&self, words: &Words) -> FoundSets {
        let sets = |word: usize| {
            let word = words.letters(word);
            let begun = self.alike(word).iter();
            let begun = begun.filter(|(beginning, _)| word.starts_with(beginning));
            let known = self.words.binary_search(&word).ok();
            let known = known.and_then(|known| u32::try_from(known).ok());
            let whole = known.map_or(&[][..], |known| self.sets_of.list(known));
            (whole.iter())
                .copied()
                .chain(begun.map(|(_, number)| *number))
                .collect()
        };
        let of_words: Vec<Vec<u32>> = (0..words.len()).map(sets).collect();
        let mut any = Vec::new();
        for set in of_words.iter().flatten() {
            let (word, bit) = bit_of(*set);
            any.resize(any.len().max(word + 1), 0);
            any[word] |= bit;
        }
        FoundSets { of_words, any }
    }

    /// Returns the beginnings with the first letter of a word.
    fn alike(&self, word: &str) -> &[(&str, u32)] {
        let first = word.as_bytes().first();
        let all = &self.beginnings;
        let start = all.partition_point(|(one, _)| one.as_bytes().first() < first);
        let end = all.partition_point(|(one, _)| one.as_bytes().first() <= first);
        &all[start..end]
    }
}

impl FoundSets {
    /// Returns the number of words of the text.
    pub(super) const fn len(&self) -> usize {
        self.of_words.len()
    }

    fn has(&self, set: u32) -> bool {
        let (word, bit) = bit_of(set);
        self.any.get(word).is_some_and(|bits| bits & bit != 0)
    }
}

/// Returns the index and the bit of a set among those of all.
const fn bit_of(set: u32) -> (usize, u64) {
    (set as usize / 64, 1 << (set % 64))
}

impl Pattern {
    /// Returns the words that match from each word of a text.
    pub(super) fn find_all(&self, found: &FoundSets) -> impl Iterator<Item = Range<usize>> {
        let may_match = self.0.iter().all(|token| match token {
            Token::Word(set) => found.has(*set),
            Token::Gap => true,
        });
        let starts = if may_match { 0..found.len() } else { 0..0 };
        starts.filter_map(|at| Some(at..end(&self.0, &found.of_words, at)?))
    }
}

/// Returns the end of the words that match these tokens from a position.
fn end(tokens: &[Token], found: &[Vec<u32>], at: usize) -> Option<usize> {
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
            let mut parser = PatternParser::with(Lists::from([("throat", "cou|gorg*")]));
            let pattern = parser.pattern(pattern).unwrap();
            let found = pattern
                .find_all(&parser.finish().find(&Words::of(text)))
                .next();
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
