//! Folding of typed text and of names into comparable words.
//!
//! A word is a run of letters and digits without case and accents; all other characters separate
//! words. Words with two spellings have one form: `saint`, `ste` and `sainte` are `st`, `ft` is
//! `fort`, `mount` and `mont` are `mt`. The letters of all words are stored without gaps, so
//! "Val-d'Or", "val d or" and "valdor" have the same letters.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::i18n::folding::fold_character;

/// Words of a text.
#[derive(Debug, Default)]
pub(super) struct Words {
    letters: String,
    words: Vec<Word>,
}

/// Word with its range in the text and in the letters.
#[derive(Clone, Copy, Debug)]
struct Word {
    start: usize,
    end: usize,
    first: usize,
    last: usize,
}

impl Words {
    /// Splits a text into words.
    pub fn of(text: &str) -> Self {
        let mut words = Self {
            letters: String::with_capacity(text.len()),
            words: Vec::with_capacity(12),
        };
        words.read(text);
        words
    }

    /// Replaces the words by those of another text.
    pub fn read(&mut self, text: &str) {
        self.letters.clear();
        self.words.clear();
        let mut open: Option<(usize, usize)> = None;
        for (at, character) in text.char_indices() {
            let before = self.letters.len();
            if fold(character, &mut self.letters) {
                open.get_or_insert((at, before));
            } else if let Some((start, first)) = open.take() {
                self.close(start..at, first);
            }
        }
        if let Some((start, first)) = open {
            self.close(start..text.len(), first);
        }
    }

    fn close(&mut self, bytes: Range<usize>, first: usize) {
        if self.letters.len() == first {
            return;
        }
        let form = match &self.letters[first..] {
            "saint" | "ste" | "sainte" => Some("st"),
            "ft" => Some("fort"),
            "mount" | "mont" => Some("mt"),
            _ => None,
        };
        if let Some(form) = form {
            self.letters.truncate(first);
            self.letters.push_str(form);
        }
        self.words.push(Word {
            start: bytes.start,
            end: bytes.end,
            first,
            last: self.letters.len(),
        });
    }

    /// Returns the number of words.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Returns the letters of one word.
    pub fn word(&self, index: usize) -> &str {
        self.run(index..index + 1)
    }

    /// Returns the letters of a run of words, which is not empty.
    pub fn run(&self, run: Range<usize>) -> &str {
        &self.letters[self.words[run.start].first..self.words[run.end - 1].last]
    }

    /// Returns the words of a run, separated by spaces.
    pub fn spaced(&self, run: Range<usize>) -> String {
        let words: Vec<&str> = run.map(|word| self.word(word)).collect();
        words.join(" ")
    }

    /// Returns the byte range of the text that a run of words covers; the run is not empty.
    pub fn bytes(&self, run: Range<usize>) -> Range<usize> {
        self.words[run.start].start..self.words[run.end - 1].end
    }

    /// Returns true if each word of a run has at least four letters.
    pub fn are_long(&self, run: &Range<usize>) -> bool {
        let mut words = self.words[run.clone()].iter();
        words.all(|word| word.last - word.first >= 4)
    }

    /// Returns the letters of all words.
    pub fn letters(&self) -> &str {
        &self.letters
    }
}

/// Appends the folded letters of a character; returns false for a character that separates words.
fn fold(character: char, letters: &mut String) -> bool {
    if character.is_ascii_alphanumeric() {
        letters.push(character.to_ascii_lowercase());
        return true;
    }
    if character.is_ascii() {
        return false;
    }
    if is_combining_mark(character) {
        return true;
    }
    let before = letters.len();
    fold_character(character, &mut |part| match part {
        'ł' => letters.push('l'),
        'ı' => letters.push('i'),
        _ if part.is_ascii_alphanumeric() => letters.push(part),
        _ => {}
    });
    letters.len() > before
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_have_the_same_letters() {
        for (name, others) in [
            (
                "Sept-Îles",
                &["sept iles", "SEPT ÎLES", "septiles", "Sept‑I\u{302}les"] as &[&str],
            ),
            ("Val-d'Or", &["val d’or", "valdor", "val-dor"]),
            ("St. John's", &["st johns", "Saint John’s", "ST JOHN'S"]),
            (
                "Sault Ste. Marie",
                &["sault ste marie", "sault sainte-marie"],
            ),
            ("Mont-Royal", &["mount royal", "mt royal"]),
            ("Fort McMurray", &["ft mcmurray"]),
            ("Tłı̨chǫ", &["tlicho"]),
        ] {
            let words = Words::of(name);
            for other in others {
                assert_eq!(Words::of(other).letters(), words.letters(), "{other}");
            }
        }
    }

    #[test]
    fn words_point_into_the_text() {
        let text = "à Sainte-Foy, QC";
        let words = Words::of(text);
        assert_eq!(words.len(), 4);
        assert_eq!(words.run(1..3), "stfoy");
        assert_eq!(&text[words.bytes(1..3)], "Sainte-Foy");
        assert_eq!(&text[words.bytes(0..1)], "à");
    }
}
