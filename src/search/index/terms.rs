//! Sorted dictionary of words with exact, prefix and fuzzy lookup.

use std::borrow::Cow;
use std::ops::Range;

use crate::search::text::distance::Rows;
use crate::tables::stored;

/// Distinct words in order; the number of a word is its index.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// All words, concatenated.
    text: Cow<'static, str>,
    /// End offset of each word in `text`.
    ends: Vec<u32>,
    /// Number of letters that each word shares with the previous one.
    shared: Vec<u8>,
    /// Set of letters of each word.
    letters: Vec<u32>,
    /// First eight bytes of each word, which find most words without reading their text.
    heads: Vec<u64>,
}

stored!(Terms {
    text,
    ends,
    shared,
    letters,
    heads
});

/// Number of bytes in a head.
const HEAD: usize = 8;

/// Returns the first bytes of a word as a number that sorts like the word, padded with zeros.
pub fn head_of(word: &str) -> u64 {
    let mut head = [0; HEAD];
    let length = word.len().min(HEAD);
    head[..length].copy_from_slice(&word.as_bytes()[..length]);
    u64::from_be_bytes(head)
}

/// Returns the greatest head of all words with a prefix.
fn last_head_of(beginning: &str) -> u64 {
    let left = 8 * (HEAD - beginning.len().min(HEAD));
    head_of(beginning)
        | u64::MAX
            .checked_shr(u32::try_from(64 - left).unwrap_or(64))
            .unwrap_or(0)
}

impl Terms {
    /// Creates the dictionary of sorted, distinct words.
    pub fn of_sorted<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut terms = Self::default();
        words.into_iter().for_each(|word| terms.push(word));
        terms.text.to_mut().shrink_to_fit();
        terms.ends.shrink_to_fit();
        terms.shared.shrink_to_fit();
        terms.letters.shrink_to_fit();
        terms.heads.shrink_to_fit();
        terms
    }

    /// Returns the dictionary with these sorted words added, and the numbers of those that are new.
    pub fn with<'a>(&self, words: impl IntoIterator<Item = &'a str>) -> (Self, Vec<u32>) {
        let mut joined = Self::default();
        let mut added = Vec::new();
        let mut copied = 0;
        for word in words {
            let next = self.first_from(word);
            if next < self.len() && self.get(next) == word {
                continue;
            }
            joined.copy(self, copied..next);
            copied = next;
            added.push(joined.len());
            joined.push(word);
        }
        joined.copy(self, copied..self.len());
        (joined, added)
    }

    /// Returns the number of words that sort before this one.
    fn first_from(&self, word: &str) -> u32 {
        let head = head_of(word);
        let mut number = to_u32(self.heads.partition_point(|known| *known < head));
        while number < self.len() && self.get(number) < word {
            number += 1;
        }
        number
    }

    /// Appends a word that sorts after all others.
    fn push(&mut self, word: &str) {
        self.shared.push(self.shared_with_last(word));
        self.letters.push(letters_of(word));
        self.heads.push(head_of(word));
        self.text.to_mut().push_str(word);
        self.ends.push(to_u32(self.text.len()));
    }

    /// Appends words of another dictionary that sort after all of this one.
    fn copy(&mut self, from: &Self, words: Range<u32>) {
        if words.is_empty() {
            return;
        }
        let shared = self.shared_with_last(from.get(words.start));
        let start = from.ends_before(words.start);
        let shift = to_u32(self.text.len());
        let range = words.start as usize..words.end as usize;
        self.text
            .to_mut()
            .push_str(&from.text[start as usize..from.ends_before(words.end) as usize]);
        let ends = from.ends[range.clone()].iter();
        self.ends.extend(ends.map(|end| end - start + shift));
        let first = self.shared.len();
        self.shared.extend_from_slice(&from.shared[range.clone()]);
        self.shared[first] = shared;
        self.letters.extend_from_slice(&from.letters[range.clone()]);
        self.heads.extend_from_slice(&from.heads[range]);
    }

    /// Returns the number of first letters that a word shares with the last one.
    fn shared_with_last(&self, word: &str) -> u8 {
        let last = self.len().checked_sub(1);
        let last = last.map_or("", |last| self.get(last));
        let letters = word.chars().zip(last.chars());
        let shared = letters.take_while(|(one, other)| one == other).count();
        u8::try_from(shared).unwrap_or(u8::MAX)
    }

    /// Returns the end offset of the word before a number.
    fn ends_before(&self, number: u32) -> u32 {
        let before = (number as usize).checked_sub(1);
        before.map_or(0, |before| self.ends[before])
    }

    /// Returns the number of words.
    pub fn len(&self) -> u32 {
        to_u32(self.ends.len())
    }

    /// Returns a word by its number.
    pub fn get(&self, number: u32) -> &str {
        let start = self.ends_before(number);
        &self.text[start as usize..self.ends[number as usize] as usize]
    }

    /// Returns the number of a word; `None` if it is not in the dictionary.
    pub fn find(&self, word: &str) -> Option<u32> {
        let head = head_of(word);
        let start = self.heads.partition_point(|known| *known < head);
        let same = self.heads[start..]
            .iter()
            .take_while(|known| **known == head);
        let mut numbers = to_u32(start)..to_u32(start + same.count());
        numbers.find(|number| self.get(*number) == word)
    }

    /// Returns the words with a prefix, including the prefix itself.
    pub fn beginning_with(&self, beginning: &str) -> Range<u32> {
        let [first, last] = [head_of(beginning), last_head_of(beginning)];
        let start = self.heads.partition_point(|known| *known < first);
        let among = &self.heads[start..];
        // Few words share a prefix, and they are adjacent.
        let near = among.len().min(NEAR);
        let length = match among[..near].iter().position(|known| *known > last) {
            Some(length) => length,
            None => near + among[near..].partition_point(|known| *known <= last),
        };
        let mut numbers = to_u32(start)..to_u32(start + length);
        if beginning.len() > HEAD {
            let goes_on = |number: &u32| self.get(*number).starts_with(beginning);
            let mut found = numbers.clone().skip_while(|number| !goes_on(number));
            numbers.start = found.next().unwrap_or(numbers.end);
            let found = numbers.clone().take_while(goes_on);
            numbers.end = numbers.start + to_u32(found.count());
        }
        numbers
    }

    /// Calls `each` with every word within `limit` edits of the typed one, and the number of edits;
    /// with `beginnings`, also with words that have a prefix within the limit.
    pub fn near(&self, typed: &str, limit: u8, beginnings: bool, mut each: impl FnMut(u32, u8)) {
        let Some(mut rows) = Rows::new(typed, limit) else {
            return;
        };
        let may_be_near = likeness(letters_of(typed), limit, beginnings);
        let mut number = 0;
        while let Some(next) = self.next_like(number, &may_be_near) {
            number = next;
            rows.back_to_shared(self.get(number));
            let alive = rows_of(self.get(number), &mut rows);
            let edits = match (beginnings, alive) {
                (true, _) => rows.beginning(),
                (false, true) => rows.whole(),
                (false, false) => None,
            };
            // All words with a prefix beyond the limit are beyond it too, and all with a near
            // prefix are equally near.
            let next = if alive {
                number + 1
            } else {
                self.next_sharing_less(number, rows.depth())
            };
            if let Some(edits) = edits {
                (number..next).for_each(|number| each(number, edits));
            }
            number = next;
        }
    }

    /// Returns the first word from `number` on that may be near by its letters, testing several
    /// words at a time.
    fn next_like(&self, number: u32, may_be_near: &impl Fn(u32) -> bool) -> Option<u32> {
        let mut start = number as usize;
        for handful in self.letters[start..].chunks(HANDFUL) {
            let any = |any, letters: &u32| any | may_be_near(*letters);
            if handful.iter().fold(false, any) {
                let index = handful.iter().position(|letters| may_be_near(*letters))?;
                return Some(to_u32(start + index));
            }
            start += HANDFUL;
        }
        None
    }

    fn next_sharing_less(&self, number: u32, letters: usize) -> u32 {
        let after = number as usize + 1;
        let skipped = self.shared[after..]
            .iter()
            .position(|shared| usize::from(*shared) < letters)
            .unwrap_or(self.shared.len() - after);
        to_u32(after + skipped)
    }

    /// Returns the heap size in bytes.
    pub fn bytes(&self) -> usize {
        let text = match &self.text {
            Cow::Borrowed(_) => 0,
            Cow::Owned(text) => text.capacity(),
        };
        text + 4 * (self.ends.capacity() + self.letters.capacity())
            + 8 * self.heads.capacity()
            + self.shared.capacity()
    }
}

/// Number of words tested together, in one vector operation.
const HANDFUL: usize = 16;
/// Number of words with a prefix that are tested one by one before a binary search.
const NEAR: usize = 8;

/// Returns a test for words that can be near one with the `wanted` set of letters. Each edit can
/// remove one letter and add one; this rules out most words.
fn likeness(wanted: u32, limit: u8, beginnings: bool) -> impl Fn(u32) -> bool {
    let added_matter = if beginnings { 0 } else { u32::MAX };
    move |letters| {
        let apart = wanted & !letters;
        let added = letters & !wanted & added_matter;
        if limit == 1 {
            without_one(apart) | without_one(added) == 0
        } else {
            without_one(without_one(apart)) | without_one(without_one(added)) == 0
        }
    }
}

/// Clears the lowest set bit.
const fn without_one(bits: u32) -> u32 {
    bits & bits.wrapping_sub(1)
}

/// Adds rows for the remaining letters of a word; returns false if it exceeds the limit.
fn rows_of(word: &str, rows: &mut Rows) -> bool {
    let depth = rows.depth();
    if word.is_ascii() {
        word[depth..]
            .bytes()
            .all(|byte| rows.push(char::from(byte)))
    } else {
        word.chars().skip(depth).all(|letter| rows.push(letter))
    }
}

/// Returns the set of letters of a word: one bit for each of a to z, and six for other characters.
pub fn letters_of(word: &str) -> u32 {
    let bit = |character: char| match character {
        'a'..='z' => character as u32 - 'a' as u32,
        _ => 26 + character as u32 % 6,
    };
    word.chars()
        .fold(0, |bits, character| bits | 1 << bit(character))
}

/// Converts a length or offset to 32 bits, saturating; no directory has 4 GiB of words.
pub fn to_u32(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::text::distance::distance;
    use proptest::prelude::*;

    fn terms() -> Terms {
        Terms::of_sorted(["crime", "crimes", "criminal", "crisis", "école", "écoles"])
    }

    fn near(terms: &Terms, typed: &str, limit: u8, beginnings: bool) -> Vec<(String, u8)> {
        let mut found = Vec::new();
        terms.near(typed, limit, beginnings, |number, edits| {
            found.push((terms.get(number).to_owned(), edits));
        });
        found
    }

    #[test]
    fn words_are_found_whole_and_by_prefix() {
        let terms = terms();
        assert_eq!(terms.find("criminal"), Some(2));
        assert_eq!(terms.find("crim"), None);
        assert_eq!(terms.beginning_with("crim"), 0..3);
        assert_eq!(terms.beginning_with("éc"), 4..6);
        assert!(terms.beginning_with("z").is_empty());
    }

    #[test]
    fn near_words_come_with_their_edits() {
        let terms = terms();
        assert_eq!(
            near(&terms, "crimse", 1, false),
            [("crime".to_owned(), 1), ("crimes".to_owned(), 1)]
        );
        assert_eq!(near(&terms, "cirmi", 1, true), [("criminal".to_owned(), 1)]);
        assert_eq!(near(&terms, "ecole", 1, false), [("école".to_owned(), 1)]);
    }

    proptest! {
        #[test]
        fn lookup_by_heads_agrees_with_comparison(
            mut words in prop::collection::vec("[aé]{1,12}", 1..40),
            asked in "[aé]{1,12}",
        ) {
            words.sort();
            words.dedup();
            let terms = Terms::of_sorted(words.iter().map(String::as_str));
            let expected = words.iter().position(|word| *word == asked).map(to_u32);
            prop_assert_eq!(terms.find(&asked), expected);
            let expected = words.iter().filter(|word| word.starts_with(&asked)).count();
            let found = terms.beginning_with(&asked);
            prop_assert_eq!(found.len(), expected);
            for number in found {
                prop_assert!(terms.get(number).starts_with(&asked));
            }
        }

        #[test]
        fn fuzzy_lookup_misses_no_near_word(
            mut words in prop::collection::vec("[ab]{1,6}", 1..40),
            typed in "[ab]{1,6}",
            limit in 1u8..3,
        ) {
            words.sort();
            words.dedup();
            let terms = Terms::of_sorted(words.iter().map(String::as_str));
            let expected: Vec<_> = words
                .iter()
                .filter_map(|word| Some((word.clone(), distance(&typed, word, limit)?)))
                .collect();
            prop_assert_eq!(near(&terms, &typed, limit, false), expected);
            let expected: Vec<_> = words
                .iter()
                .filter_map(|word| {
                    let edits = (1..=word.len()).filter_map(|end| distance(&typed, &word[..end], limit));
                    Some((word.clone(), edits.min()?))
                })
                .collect();
            prop_assert_eq!(near(&terms, &typed, limit, true), expected);
        }
    }
}
