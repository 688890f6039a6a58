//! Phrases looked for in texts, whatever the case and the accents, in the singular or the plural.

use std::ops::Range;
use std::sync::OnceLock;

use crate::i18n::folding::fold_into;

/// Marks that end a sentence or a line.
const ENDS: [char; 5] = ['.', '!', '?', ';', '\n'];

/// Phrases, in lower case and without accents.
pub struct Phrases {
    list: &'static [&'static str],
    needed: OnceLock<Needed>,
}

/// Words of phrases, one of each: a text in which none of them begins a word has no phrase.
struct Needed {
    words: Vec<&'static str>,
    /// For the first and the second letter of the words: by letter, the set of the words with it, a bit each.
    letters: [[u32; 256]; 2],
}

impl Needed {
    fn of(list: &[&'static str]) -> Self {
        let words: Vec<&'static str> = list.iter().map(|phrase| longest_word(phrase)).collect();
        let mut letters = [[0; 256]; 2];
        for (index, word) in words.iter().enumerate() {
            for (table, letter) in letters.iter_mut().zip(word.bytes()) {
                for letter in [letter, letter.to_ascii_uppercase()] {
                    table[usize::from(letter)] |= 1 << index;
                }
            }
        }
        Self { words, letters }
    }
}

impl Phrases {
    /// Creates a list of up to 32 phrases.
    pub const fn of(list: &'static [&'static str]) -> Self {
        assert!(list.len() <= 32, "a bit for each phrase");
        Self {
            list,
            needed: OnceLock::new(),
        }
    }

    /// Returns true if a sentence of a text has a phrase.
    pub fn are_in(&self, text: &str) -> bool {
        self.stand_in(text, |_, _| true)
    }

    /// Returns true if a sentence of a text has a phrase for which `is` returns true. `is` has the words of the
    /// sentence, folded, and the range of the phrase in them.
    pub fn stand_in(&self, text: &str, is: impl Fn(&[&str], Range<usize>) -> bool) -> bool {
        if text.is_ascii() && !self.may_stand_in(text) {
            return false;
        }
        let folded = folded(text);
        self.may_stand_in(&folded)
            && folded.split(ENDS).any(|sentence| {
                let words: Vec<&str> = sentence
                    .split(|c: char| !c.is_alphanumeric())
                    .filter(|word| !word.is_empty())
                    .collect();
                self.find(&words).any(|at| is(&words, at))
            })
    }

    /// Returns false if a text, folded or of ASCII, surely has no phrase, as most have none.
    fn may_stand_in(&self, text: &str) -> bool {
        let Needed { words, letters } = self.needed.get_or_init(|| Needed::of(self.list));
        let [first, second] = letters;
        let bytes = text.as_bytes();
        let is_likely =
            |pair: &[u8]| first[usize::from(pair[0])] & second[usize::from(pair[1])] != 0;
        let mut start = 0;
        while let Some(step) = bytes[start..].windows(2).position(is_likely) {
            let at = start + step;
            let is_word = |word: &&str| {
                let here = bytes.get(at..at + word.len());
                here.is_some_and(|here| here.eq_ignore_ascii_case(word.as_bytes()))
            };
            let begins = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
            if begins && words.iter().any(is_word) {
                return true;
            }
            start = at + 1;
        }
        false
    }

    /// Returns the ranges of phrases in words.
    fn find<'a>(&'a self, words: &'a [&'a str]) -> impl Iterator<Item = Range<usize>> + 'a {
        self.list.iter().flat_map(move |phrase| {
            let length = phrase.split(' ').count();
            let starts = 0..(words.len() + 1).saturating_sub(length);
            let ranges = starts.map(move |start| start..start + length);
            ranges.filter(move |at| {
                let mut pairs = words[at.clone()].iter().zip(phrase.split(' '));
                pairs.all(|(word, wanted)| singular(word) == singular(wanted))
            })
        })
    }
}

/// Returns true if a folded word is among these, in the singular or the plural.
pub fn is_among(word: &str, list: &[&str]) -> bool {
    list.iter().any(|one| singular(one) == singular(word))
}

fn singular(word: &str) -> &str {
    word.strip_suffix('s').unwrap_or(word)
}

fn longest_word(phrase: &'static str) -> &'static str {
    let longest = phrase.split(' ').max_by_key(|word| word.len());
    singular(longest.unwrap_or(phrase))
}

fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    static PHRASES: Phrases = Phrases::of(&["safe house", "gite", "maison d accueil", "shelter"]);

    #[test]
    fn phrases_stand_in_texts_in_any_form() {
        for text in [
            "Safe Houses",
            "a SAFE-HOUSE, far away",
            "Gîtes et maisons d’accueil",
            "La maison d'accueil Quill",
            "Closed. Shelters",
        ] {
            assert!(PHRASES.are_in(text), "{text}");
        }
        for text in ["safe. House", "sheltered", "maison accueil", "house", ""] {
            assert!(!PHRASES.are_in(text), "{text}");
        }
    }

    #[test]
    fn a_phrase_is_judged_in_its_sentence() {
        let is_first = |text: &str| PHRASES.stand_in(text, |_, at| at.start == 0);
        assert!(is_first("Yes. Shelter for all"));
        assert!(!is_first("Yes, shelter for all"));
        let words =
            |text: &str| PHRASES.stand_in(text, |words, at| words[at] == ["safe", "houses"]);
        assert!(words("Two safe houses!"));
    }
}
