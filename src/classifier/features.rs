//! Features of a text: hashes of its words, pairs of words and parts of words.
//!
//! The build script trains with the same code, so that training and lookup have the same features.
//! The input is folded text (lower case, no accents, apostrophes as spaces).

use std::ops::Range;

use super::safety::{self, Safety};

/// Lengths of the parts of a word including its edges, in bytes.
const PARTS: std::ops::RangeInclusive<usize> = 3..=5;

/// Weight of a word or a pair of words relative to a part of a word.
const WORD: f32 = 2.0;

/// Greatest number of words that are evaluated; more add nothing and slow typing down.
const MOST_WORDS: usize = 64;

/// Seeds for the features other than parts of words.
const SEED_WORD: u32 = 100;
const SEED_PAIR: u32 = 101;

/// Feature of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Feature {
    /// Hash.
    pub hash: u32,
    /// Weight.
    pub weight: f32,
    /// Index of its word; of a pair, the first.
    pub word: usize,
}

/// Words of a folded text.
#[derive(Debug, Default)]
pub struct Words {
    /// All words with an edge (`_`) on either side.
    padded: String,
    words: Vec<Word>,
}

#[derive(Debug)]
struct Word {
    /// Bytes of the word with its edges in `padded`.
    padded: Range<usize>,
    /// Range of the word in characters of the folded text.
    place: Range<usize>,
    /// Word that replaces it: an age, or itself.
    meaning: Meaning,
}

impl Word {
    /// Returns true if the parts of the word are features: those of "safe" tell nothing, as long as
    /// a negation may turn it into danger.
    const fn has_parts(&self) -> bool {
        !matches!(self.meaning, Meaning::Safety(_))
    }
}

/// Meaning of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Itself,
    /// Age of a child or a youth; services for youth are for those under 19.
    Child,
    /// Age of an adult.
    Adult,
    /// Any other number.
    Number,
    /// Safety or danger, not the words that tell it.
    Safety(Safety),
}

impl Words {
    /// Splits a folded text into words.
    pub fn of(folded: &str) -> Self {
        let mut words = Self::default();
        let mut start = None;
        let mut count = 0;
        for (place, (byte, character)) in folded.char_indices().enumerate() {
            count = place + 1;
            if character.is_alphanumeric() {
                start.get_or_insert((place, byte));
            } else if let Some((first, from)) = start.take() {
                words.push(&folded[from..byte], first..place);
            }
        }
        if let Some((first, from)) = start {
            words.push(&folded[from..], first..count);
        }
        words.read_meanings();
        words
    }

    /// Replaces words by their right spelling; their places remain.
    pub fn respell(&mut self, right: &[(usize, &str)]) {
        for (word, right) in right {
            let from = self.padded.len();
            self.padded.extend(["_", right, "_"]);
            self.words[*word].padded = from..self.padded.len();
        }
        self.read_meanings();
    }

    /// Removes words; the places of the others remain.
    pub fn remove(&mut self, ranges: &[Range<usize>]) {
        let mut word = 0..;
        let is_in = |word: usize| ranges.iter().any(|range| range.contains(&word));
        self.words
            .retain(|_| word.next().is_some_and(|word| !is_in(word)));
        self.read_meanings();
    }

    /// Returns the number of words.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Returns the range of a word in characters of the folded text.
    pub fn place(&self, word: usize) -> Range<usize> {
        self.words[word].place.clone()
    }

    /// Returns a word without its edges.
    pub fn letters(&self, word: usize) -> &str {
        let Range { start, end } = self.words[word].padded;
        &self.padded[start + 1..end - 1]
    }

    /// Returns the hash of a whole word.
    pub fn hash(&self, word: usize) -> u32 {
        mix(self.whole(SEED_WORD, word))
    }

    /// Returns the indices of words that are the age of a child or a youth.
    pub fn ages_of_children(&self) -> impl Iterator<Item = usize> {
        let is_child = |word: &usize| self.words[*word].meaning == Meaning::Child;
        (0..self.words.len()).filter(is_child)
    }

    /// Returns all features of the text, and the length of their vector.
    pub fn features(&self) -> (Vec<Feature>, f32) {
        let mut found = Vec::with_capacity(self.words.len() + 3 * self.padded.len());
        for word in 0..self.words.len() {
            self.parts(word, &mut found);
            found.push(feature(self.hash(word), WORD, word));
            if word + 1 < self.words.len() {
                let pair = step(self.whole(SEED_PAIR, word), b' ');
                let pair = mix(self.continued(pair, word + 1));
                found.push(feature(pair, WORD, word));
            }
        }
        let squares = self.squares().pop().unwrap_or(0.0);
        (found, length(squares))
    }

    /// Returns the sum of the squared weights of the features before each word, and of all.
    pub fn squares(&self) -> Vec<f32> {
        let mut sums = Vec::with_capacity(self.words.len() + 1);
        let mut sum = 0.0;
        sums.push(sum);
        for (number, word) in self.words.iter().enumerate() {
            let bytes = word.padded.len();
            let parts = PARTS.map(|length| (bytes + 1).saturating_sub(length));
            let parts = if word.has_parts() {
                parts.sum()
            } else {
                0_usize
            };
            let pair = number + 1 < self.words.len();
            let whole: u8 = if pair { 2 } else { 1 };
            #[expect(clippy::cast_precision_loss, reason = "a word is short")]
            let parts = parts as f32;
            sum += parts + f32::from(whole) * WORD * WORD;
            sums.push(sum);
        }
        sums
    }

    fn parts(&self, word: usize, found: &mut Vec<Feature>) {
        if !self.words[word].has_parts() {
            return;
        }
        let bytes = self.padded[self.words[word].padded.clone()].as_bytes();
        for length in PARTS {
            for part in bytes.windows(length) {
                let seed = start(u32::try_from(length).unwrap_or(0));
                let hash = part.iter().fold(seed, |hash, byte| step(hash, *byte));
                found.push(feature(mix(hash), 1.0, word));
            }
        }
    }

    fn push(&mut self, text: &str, place: Range<usize>) {
        if self.joins_the_last(text)
            && let Some(last) = self.words.last_mut()
        {
            self.padded.pop();
            self.padded.extend([text, "_"]);
            last.padded.end = self.padded.len();
            last.place.end = place.end;
        } else if self.words.len() < MOST_WORDS {
            let from = self.padded.len();
            self.padded.extend(["_", text, "_"]);
            self.words.push(Word {
                padded: from..self.padded.len(),
                place,
                meaning: Meaning::Itself,
            });
        }
    }

    /// Returns true if an apostrophe separated the part from the word before: `don't` and `dont`
    /// are equal.
    fn joins_the_last(&self, part: &str) -> bool {
        let Some(last) = self
            .words
            .len()
            .checked_sub(1)
            .map(|last| self.letters(last))
        else {
            return false;
        };
        match part {
            "m" => last == "i",
            "s" => matches!(
                last,
                "he" | "she" | "it" | "that" | "there" | "what" | "who" | "where" | "how"
            ),
            "re" => matches!(last, "they" | "we" | "you"),
            "ve" | "ll" => matches!(last, "i" | "they" | "we" | "you" | "he" | "she"),
            "t" => last.ends_with('n') && !matches!(last, "on" | "en" | "un" | "in" | "an"),
            _ => false,
        }
    }

    fn read_meanings(&mut self) {
        for word in 0..self.words.len() {
            let mut before = (0..word).rev().map(|before| self.letters(before));
            let after = if word + 1 < self.words.len() {
                self.letters(word + 1)
            } else {
                ""
            };
            let text = self.letters(word);
            let safety = safety::stated_safety(text, before.clone(), after).map(Meaning::Safety);
            let meaning =
                safety.unwrap_or_else(|| match meaning(before.next().unwrap_or(""), text, after) {
                    Meaning::Child | Meaning::Adult if self.is_time(word) => Meaning::Number,
                    other => other,
                });
            self.words[word].meaning = meaning;
        }
    }

    /// Returns true if the words around a number of years make it a time, not an age: `5 years ago`,
    /// `il y a 3 ans`, `depuis 10 ans`.
    fn is_time(&self, word: usize) -> bool {
        let mut before = (0..word).rev().map(|before| self.letters(before));
        let is_ago = word + 2 < self.words.len() && self.letters(word + 2) == "ago";
        is_ago
            || match before.next() {
                Some("ya" | "depuis" | "for" | "pendant" | "last" | "past") => true,
                Some("a") => before.next() == Some("y"),
                _ => false,
            }
    }

    fn whole(&self, seed: u32, word: usize) -> u32 {
        self.continued(start(seed), word)
    }

    fn continued(&self, hash: u32, word: usize) -> u32 {
        let text = match self.words[word].meaning {
            Meaning::Itself => self.letters(word),
            Meaning::Child => "#child",
            Meaning::Adult => "#adult",
            Meaning::Number => "#number",
            Meaning::Safety(Safety::Safe) => "#safe",
            Meaning::Safety(Safety::Unsafe) => "#unsafe",
        };
        text.bytes().fold(hash, step)
    }
}

/// Returns the age if the neighbours of a number make it one: `girl 16`, `16 ans`, `22F`.
fn meaning(before: &str, text: &str, after: &str) -> Meaning {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return Meaning::Itself;
    }
    let (number, unit) = text.split_at(digits);
    let Ok(number @ 0..=110) = number.parse::<u32>() else {
        return Meaning::Number;
    };
    let is_age = is_years(unit) || (unit.is_empty() && (is_years(after) || tells_an_age(before)));
    match number {
        4..19 if is_age => Meaning::Child,
        19.. if is_age => Meaning::Adult,
        _ => Meaning::Number,
    }
}

fn is_years(text: &str) -> bool {
    matches!(
        text,
        "ans" | "an" | "yo" | "yr" | "yrs" | "year" | "years" | "yearold" | "y" | "old" | "f" | "m"
    )
}

fn tells_an_age(text: &str) -> bool {
    matches!(
        text,
        "im" | "shes"
            | "hes"
            | "is"
            | "am"
            | "are"
            | "age"
            | "aged"
            | "ai"
            | "girl"
            | "boy"
            | "kid"
            | "son"
            | "daughter"
            | "teen"
            | "fille"
            | "gars"
            | "garcon"
            | "ado"
            | "a"
    )
}

/// Returns the length of a vector of features with this sum of squares.
pub fn length(squares: f32) -> f32 {
    squares.sqrt().max(1.0)
}

const fn feature(hash: u32, weight: f32, word: usize) -> Feature {
    Feature { hash, weight, word }
}

const fn start(seed: u32) -> u32 {
    0x811c_9dc5 ^ seed.wrapping_mul(0x9e37_79b1)
}

const fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}

const fn mix(hash: u32) -> u32 {
    let hash = (hash ^ (hash >> 15)).wrapping_mul(0x2c1b_3c6d);
    let hash = (hash ^ (hash >> 12)).wrapping_mul(0x297a_2d39);
    hash ^ (hash >> 15)
}
