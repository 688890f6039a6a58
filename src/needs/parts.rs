//! Needs in parts of a text. A greeting, a name or a place around a few words about a need can
//! outweigh these in the whole text.

use std::ops::Range;

use crate::classifier::{MOST_CLASSES, Scores, Table, Weighed, Words, length};

/// Fewest words of a text that is read in parts.
const SHORTEST_TEXT: usize = 4;

/// Lengths of the parts, in words. More lengths find no more needs and cost time at each key.
const LENGTHS: [usize; 5] = [2, 3, 4, 6, 8];

/// Fewest words of a part about a life at risk: two words are often a figure of speech ("killing
/// me").
const SHORTEST_LIFE: usize = 3;

/// Number of words before a part among which a negation applies to it.
const NEGATED: usize = 2;

/// Least share of a need in a part of a text without a need.
const SURE: f32 = 0.7;

/// Least share of a life at risk in a part of a text about another need.
const SURE_OF_LIFE: f32 = 0.6;

/// Weights of the words of a text, summed up.
pub(super) struct Sums<'t> {
    table: &'t Table,
    /// Sums of the classes before each word, and of all words.
    classes: Vec<Scores>,
    /// Squared lengths of the words before each word, and of all words.
    squares: Vec<f32>,
}

/// Need of a part of a text.
pub(super) struct Part {
    pub(super) need: usize,
    pub(super) words: Range<usize>,
}

impl<'t> Sums<'t> {
    /// Sums up the words of a text; `None` if it is too short for parts.
    pub(super) fn of(table: &'t Table, words: &Words, weighed: &[Weighed<'_>]) -> Option<Self> {
        if words.len() < SHORTEST_TEXT {
            return None;
        }
        let squares = words.squares();
        let whole = length(*squares.last()?);
        let mut sums = vec![[0.0; MOST_CLASSES]; words.len() + 1];
        for feature in weighed {
            let value = feature.value * whole;
            table.add(Weighed { value, ..*feature }, &mut sums[feature.word + 1]);
        }
        for word in 1..sums.len() {
            let before = sums[word - 1];
            std::iter::zip(&mut sums[word], before).for_each(|(sum, before)| *sum += before);
        }
        Some(Self {
            table,
            classes: sums,
            squares,
        })
    }

    /// Returns the part with the greatest share of a need.
    pub(super) fn surest(&self) -> Option<Part> {
        self.best(LENGTHS[0], SURE, |part| part.need < self.table.none())
    }

    /// Returns the part with the greatest share of one of these needs of a life at risk. Parts
    /// after a negation are skipped.
    pub(super) fn life(
        &self,
        is_life: impl Fn(usize) -> bool,
        is_negation: impl Fn(usize) -> bool,
    ) -> Option<Part> {
        self.best(SHORTEST_LIFE, SURE_OF_LIFE, |part| {
            let first = part.words.start;
            is_life(part.need) && !(first.saturating_sub(NEGATED)..first).any(&is_negation)
        })
    }

    /// Returns the part with the greatest share of its need, if that is at least `least`.
    fn best(&self, shortest: usize, least: f32, may_be: impl Fn(&Part) -> bool) -> Option<Part> {
        let count = self.classes.len() - 1;
        let mut best = None;
        let mut most = least;
        for length in LENGTHS
            .into_iter()
            .filter(|length| (shortest..count).contains(length))
        {
            for start in 0..=count - length {
                let words = start..start + length;
                let sums = self.sums_of(&words);
                let need = self.table.likeliest(&sums);
                let part = Part { need, words };
                if may_be(&part) {
                    let share = self.table.shares_of(sums)[need];
                    if share >= most {
                        most = share;
                        best = Some(part);
                    }
                }
            }
        }
        best
    }

    /// Returns the sums of the classes for some words alone.
    fn sums_of(&self, words: &Range<usize>) -> Scores {
        let own = length(self.squares[words.end] - self.squares[words.start]);
        let [before, all] = [words.start, words.end].map(|word| &self.classes[word]);
        std::array::from_fn(|class| (all[class] - before[class]) / own)
    }
}
