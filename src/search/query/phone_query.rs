//! Matches of digits, and of letters that stand for digits, in phone numbers.

use super::parse::FEWEST_DIGITS;
use super::word_match::{List, Origin, WordMatch};
use crate::directory::phone::key;
use crate::search::index::Index;
use crate::search::index::lists::postings::Posting;
use crate::search::index::phones::DigitsFit;
use crate::search::rank::{Field, MatchKind};

impl WordMatch {
    /// Adds the phone numbers that contain the digits of the word. A short number in a text that is
    /// a word of the guide (*section 486*) is only looked for as a whole number.
    pub fn add_phone(&mut self, index: &Index, is_alone: bool) {
        let whole_only = !is_alone && is_short_word(index, &self.word.text);
        self.add_numbers(index);
        if whole_only {
            let inside = |kind| matches!(kind, MatchKind::Phone(fit) if fit != DigitsFit::Whole);
            self.sources.retain(|source| !inside(source.kind));
        }
    }

    fn add_numbers(&mut self, index: &Index) {
        let digits = self.word.text.clone();
        let mixed = !self.word.is_number()
            && digits.bytes().filter(u8::is_ascii_digit).count() >= FEWEST_DIGITS;
        if mixed {
            self.add_digits(index, keys(&digits));
        } else if self.word.is_number() && digits.len() >= FEWEST_DIGITS {
            self.add_digits(index, Some(digits));
        }
    }

    fn add_digits(&mut self, index: &Index, digits: Option<String>) {
        let Some(digits) = digits else {
            return;
        };
        let found: Vec<(u32, DigitsFit)> = index.phones.find(&digits).collect();
        for fit in [
            DigitsFit::Whole,
            DigitsFit::Ending,
            DigitsFit::Beginning,
            DigitsFit::Inside,
        ] {
            let fitting = found.iter().filter(|(_, other)| *other == fit);
            let posting = |(document, _): &(u32, DigitsFit)| Posting::new(*document, Field::Phone);
            let postings: Vec<Posting> = fitting.map(posting).collect();
            if !postings.is_empty() {
                let origin = Origin::Digits(digits.clone());
                self.add(List::Inline(postings), MatchKind::Phone(fit), origin);
            }
        }
    }
}

/// Greatest number of digits of a number that may also be a word: a section, a year.
const SHORT: usize = 4;

/// Returns true for a short number that is a word of the guide or the synonyms.
fn is_short_word(index: &Index, text: &str) -> bool {
    let in_guide = |term| {
        let postings = index.lists.others(term);
        postings
            .iter()
            .any(|posting| posting.field() == Field::Guide as usize)
    };
    text.len() <= SHORT
        && (index.terms.find(text).is_some_and(in_guide)
            || index.synonyms.of_phrase(text).next().is_some())
}

/// Returns the keypad digits of letters; `None` if one has no key.
fn keys(text: &str) -> Option<String> {
    text.chars().map(key).collect()
}

/// Adds matches of letters next to digits (*310-RCMP*), and of long words without other matches
/// (*1-800-SUICIDE*), as digits of the keypad.
pub fn add_vanity(index: &Index, matches: &mut [WordMatch]) {
    for position in 1..matches.len() {
        let pair = [&matches[position - 1].word, &matches[position].word];
        let digits = pair
            .iter()
            .filter(|word| word.is_number())
            .map(|word| word.text.len())
            .sum::<usize>();
        if digits < FEWEST_DIGITS || pair.iter().all(|word| word.is_number()) {
            continue;
        }
        let together = keys(&format!("{}{}", pair[0].text, pair[1].text));
        for word_match in &mut matches[position - 1..=position] {
            word_match.add_digits(index, together.clone());
        }
    }
    for word_match in matches {
        if word_match.word.text.len() >= 7 && !word_match.is_known() {
            let digits = keys(&word_match.word.text);
            word_match.add_digits(index, digits);
        }
    }
}
