//! Recognition of needs in a text.

use std::ops::Range;

use super::parts::{Part, Sums};
use super::refusal::Refusals;
use super::signs::Signs;
use super::{Gravity, Need};
use crate::classifier::{Scores, Table, Weighed, Words, format};
use crate::i18n::folding::{Folded, fold};

/// Largest number of needs returned.
pub(super) const MOST: usize = 3;

/// Smallest share of the best need; below this, none is recognized.
const LEAST: f32 = 0.12;

/// Least share of a need relative to the best one's.
const SHARE_OF_BEST: f32 = 0.08;

/// Least number of letters that are evaluated; fewer are only looked up among the memorized texts.
const FEWEST_LETTERS: usize = 4;

/// Least number of letters that are looked up.
const FEWEST_LETTERS_MEMORIZED: usize = 3;

/// Largest share of "no need" at which a single unknown word is recognized as a need.
const UNKNOWN_WORD: f32 = 0.2;

/// Confidence in each need of a memorized text.
const MEMORIZED_CONFIDENCES: [f32; 2] = [0.6, 0.35];

/// Confidence in the need of a part of a text.
pub(super) const GUESS: f32 = 0.2;

/// Least confidence in the need of a text after its figures of speech are removed.
const IN_A_REST: f32 = 0.6;

/// Least number of words that are evaluated after this removal.
const FEWEST_WORDS: usize = 4;

/// Least weight of a word returned as evidence, as a share of the greatest weight.
const HEAVY: f32 = 0.4;

/// Largest number of words returned as evidence.
const MOST_WORDS: usize = 3;

/// Marks between clauses.
const PAUSES: [char; 6] = [',', '.', ';', ':', '!', '?'];

/// A recognized need.
#[derive(Clone, Debug, PartialEq)]
pub struct Recognized {
    /// Index of the need.
    pub need: usize,
    /// Confidence, from 0 to 1.
    pub confidence: f32,
    /// Byte ranges of the words with the most weight, in the order of the text.
    pub words: Vec<Range<usize>>,
}

impl Recognized {
    /// Least confidence for a need to share the first rows of a list with a more likely one; a
    /// first need below this confidence is shown as a guess.
    pub const LIKELY: f32 = 0.25;

    /// Returns true if the need is more than a guess.
    pub fn is_likely(&self) -> bool {
        self.confidence >= Self::LIKELY
    }
}

/// Text with its features in the table.
struct Reading<'a> {
    table: &'a Table,
    text: &'a str,
    folded: Folded,
    words: Words,
    weighed: Vec<Weighed<'a>>,
}

/// Returns true if a folded word occurs in any phrase.
pub fn is_known_word(table: &Table, word: &str) -> bool {
    let words = Words::of(word);
    (0..words.len()).any(|word| table.knows(&words, word))
}

/// Rules beside the weights.
pub struct Rules<'r> {
    /// The needs.
    pub needs: &'r [Need],
    /// Signs that lead, and words that are corrected.
    pub signs: &'r Signs,
    /// Words that negate the following words.
    pub refusals: &'r Refusals,
}

/// Returns the needs recognized in the text, best first.
pub fn recognize(table: &Table, rules: &Rules<'_>, text: &str) -> Vec<Recognized> {
    let need = |need: usize| rules.needs.get(need);
    let is_life = |one: usize| need(one).is_some_and(|need| need.gravity == Gravity::Life);
    let negates = |word: &str| rules.refusals.negates(word);
    let folded = fold(text);
    let letters = folded.text.chars().filter(|part| part.is_alphabetic());
    // Digits alone are a number; only a few of these are memorized.
    let letters = letters.take(FEWEST_LETTERS).count();
    if (1..FEWEST_LETTERS_MEMORIZED).contains(&letters) {
        return Vec::new();
    }
    let typed = Reading::of(table, text, folded);
    if let Some(needs) = table.memorized(typed.hash()) {
        let mut needs = needs.peekable();
        // A text this short begins many words: only an urgent need is guessed from it.
        let is_urgent = needs
            .peek()
            .is_some_and(|one| need(*one).is_some_and(|need| need.any_hour));
        if (1..FEWEST_LETTERS).contains(&letters) && !is_urgent {
            return Vec::new();
        }
        return std::iter::zip(needs, MEMORIZED_CONFIDENCES)
            .map(|(need, confidence)| typed.recognized(need, confidence))
            .collect();
    }
    let mut found = Vec::new();
    if letters < FEWEST_LETTERS {
        typed.add_signs(rules.signs, &mut found, negates);
        return found;
    }
    let reading = typed.respelled(rules.signs);
    let told = reading.words.len();
    let reading = reading.without_figures(rules.signs);
    found = reading.weighed();
    if found
        .first()
        .is_some_and(|one| is_life(one.need) && !one.is_likely())
    {
        found.remove(0);
    }
    if reading.words.len() == told {
        reading.add_parts(&mut found, is_life, negates);
    } else {
        let is_short = reading.words.len() < FEWEST_WORDS;
        found.retain(|one| !is_short && one.confidence >= IN_A_REST);
    }
    reading.add_signs(rules.signs, &mut found, negates);
    found
}

impl<'a> Reading<'a> {
    fn of(table: &'a Table, text: &'a str, folded: Folded) -> Self {
        let words = Words::of(&folded.text);
        let weighed = table.weigh(&words);
        Self {
            table,
            text,
            folded,
            words,
            weighed,
        }
    }

    /// Corrects the spelling of words that occur in no phrase.
    fn respelled(mut self, signs: &Signs) -> Self {
        let known = |word: usize| self.table.knows(&self.words, word);
        let unknown = (0..self.words.len()).filter(|word| !known(*word));
        let right = unknown.filter_map(|word| {
            let right = signs.spelling.correct(self.words.letters(word))?;
            Some((word, right))
        });
        let right: Vec<(usize, &str)> = right.collect();
        if !right.is_empty() {
            self.words.respell(&right);
            self.weighed = self.table.weigh(&self.words);
        }
        self
    }

    /// Removes figures of speech, and mentions of a danger without a person in danger.
    fn without_figures(mut self, signs: &Signs) -> Self {
        let figures = signs.figures(&self.words);
        if !figures.is_empty() {
            self.words.remove(&figures);
            self.weighed = self.table.weigh(&self.words);
        }
        self
    }

    /// Puts the needs of signs first.
    fn add_signs(
        &self,
        signs: &Signs,
        found: &mut Vec<Recognized>,
        negates: impl Fn(&str) -> bool,
    ) {
        let letters: Vec<char> = self.folded.text.chars().collect();
        let breaks = |word: usize| {
            let ends = word
                .checked_sub(1)
                .map(|before| self.words.place(before).end);
            let between = ends.and_then(|end| letters.get(end..self.words.place(word).start));
            between.is_some_and(|between| between.iter().any(|mark| PAUSES.contains(mark)))
        };
        let spans = |words: Range<usize>| {
            let characters: Vec<usize> = words.flat_map(|word| self.words.place(word)).collect();
            self.folded.spans(self.text, &characters)
        };
        signs.put_first(&self.words, found, (negates, breaks), spans);
    }

    /// Returns the hash of the text.
    fn hash(&self) -> u32 {
        let words = (0..self.words.len()).map(|word| self.words.letters(word));
        format::text_hash(words)
    }

    /// Returns the needs by their weights.
    fn weighed(&self) -> Vec<Recognized> {
        let shares = self.shares();
        let none = shares[self.table.none()];
        if none >= format::IN_DOUBT || (self.is_unknown_word() && none > UNKNOWN_WORD) {
            return Vec::new();
        }
        let mut needs: Vec<usize> = (0..self.table.none()).collect();
        needs.sort_unstable_by(|a, b| shares[*b].total_cmp(&shares[*a]));
        let best = needs.first().map_or(0.0, |need| shares[*need]);
        let least = LEAST.max(best * SHARE_OF_BEST);
        let likely = needs.into_iter().take(MOST);
        likely
            .take_while(|need| shares[*need] >= least)
            .map(|need| self.recognized(need, shares[need]))
            .collect()
    }

    /// Adds a guess from a part of the text: its need, if the whole text has none, or a life at risk
    /// beside another need.
    fn add_parts(
        &self,
        found: &mut Vec<Recognized>,
        is_life: impl Fn(usize) -> bool,
        negates: impl Fn(&str) -> bool,
    ) {
        if found.iter().any(|one| is_life(one.need)) {
            return;
        }
        let Some(sums) = Sums::of(self.table, &self.words, &self.weighed) else {
            return;
        };
        let part = if found.is_empty() {
            sums.surest()
        } else {
            sums.life(is_life, |word| negates(self.words.letters(word)))
        };
        let Some(Part { need, words }) = part else {
            return;
        };
        let characters: Vec<usize> = words.flat_map(|word| self.words.place(word)).collect();
        found.truncate(MOST - 1);
        let at = found.partition_point(|one| one.confidence >= GUESS);
        let guess = Recognized {
            need,
            confidence: GUESS,
            words: self.folded.spans(self.text, &characters),
        };
        found.insert(at, guess);
    }

    /// Returns true if the text is a single word that occurs in no phrase.
    fn is_unknown_word(&self) -> bool {
        self.words.len() == 1 && !self.table.knows(&self.words, 0)
    }

    /// Returns the share of each class.
    fn shares(&self) -> Scores {
        self.table.shares(&self.weighed)
    }

    fn recognized(&self, need: usize, confidence: f32) -> Recognized {
        let characters = self.heaviest(need).into_iter();
        let characters: Vec<usize> = characters.flat_map(|word| self.words.place(word)).collect();
        Recognized {
            need,
            confidence,
            words: self.folded.spans(self.text, &characters),
        }
    }

    /// Returns the words with the most weight for the need, in the order of the text.
    fn heaviest(&self, need: usize) -> Vec<usize> {
        let mut weights = vec![0.0_f32; self.words.len()];
        for feature in &self.weighed {
            let own = self.table.weights(feature.found);
            for (_, weight) in own.filter(|(class, _)| *class == need) {
                weights[feature.word] += feature.value * weight;
            }
        }
        let most = weights.iter().copied().fold(f32::EPSILON, f32::max);
        let mut words: Vec<usize> = (0..weights.len()).collect();
        words.retain(|word| weights[*word] >= most * HEAVY);
        words.sort_by(|a, b| weights[*b].total_cmp(&weights[*a]));
        words.truncate(MOST_WORDS);
        words.sort_unstable();
        words
    }
}
