//! Answers given so far, and the page reached by them.

use serde::Deserialize;

use super::{Authorities, Gate, Leaf, MOST_QUESTIONS, Pathways, Question, Target};

/// Answer on consent to a call to an authority.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Consent {
    /// The question was not asked: there is danger, a child, or no authority to call.
    #[default]
    NotAsked,
    /// Yes.
    Given,
    /// No, or not yet.
    Refused,
    /// The person cannot answer and is in danger.
    Danger,
}

/// Answers given so far, stored in place so that [`Walk::forget`] leaves none in memory.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Walk {
    answers: [u8; MOST_QUESTIONS],
    count: usize,
}

/// Page reached by the answers given so far.
#[derive(Clone, Copy, Debug)]
pub enum Page<'p> {
    /// A question, and its number from 1.
    Question(&'p Question, usize),
    /// The question about consent, and its number from 1.
    Gate(&'p Gate, usize),
    /// A leaf, and the answer on consent.
    Leaf(&'p Leaf, Consent),
}

impl Page<'_> {
    /// Returns the number of answers that the page offers; 0 for a leaf.
    pub fn answers(&self) -> usize {
        match self {
            Self::Question(question, _) => question.answers.len(),
            Self::Gate(gate, _) => gate.answers.len(),
            Self::Leaf(..) => 0,
        }
    }
}

impl Walk {
    /// Returns the page reached by the answers.
    pub fn page<'p>(&self, pathways: &'p Pathways) -> Page<'p> {
        let mut question = &pathways.questions[0];
        let mut answers = self.answers[..self.count].iter().enumerate();
        while let Some((number, answer)) = answers.next() {
            let leaf = match question.answers[usize::from(*answer)].target {
                Target::Question(next) => {
                    question = &pathways.questions[next];
                    continue;
                }
                Target::Leaf(leaf) => &pathways.leaves[leaf],
            };
            if leaf.authorities != Authorities::Consent {
                return Page::Leaf(leaf, Consent::NotAsked);
            }
            let Some((_, answer)) = answers.next() else {
                return Page::Gate(&pathways.gate, number + 2);
            };
            return match pathways.gate.answers[usize::from(*answer)].consent {
                Consent::Danger => Page::Leaf(&pathways.leaves[pathways.danger], Consent::NotAsked),
                consent => Page::Leaf(leaf, consent),
            };
        }
        Page::Question(question, self.count + 1)
    }

    /// Records the answer with this index. Returns false if the page has no such answer.
    pub fn answer(&mut self, pathways: &Pathways, answer: usize) -> bool {
        let Ok(digit) = u8::try_from(answer) else {
            return false;
        };
        let fits = answer < self.page(pathways).answers() && self.count < MOST_QUESTIONS;
        if fits {
            self.answers[self.count] = digit;
            self.count += 1;
        }
        fits
    }

    /// Goes back by one question. Returns false at the first one.
    pub fn back(&mut self) -> bool {
        let Some(before) = self.count.checked_sub(1) else {
            return false;
        };
        self.count = before;
        self.answers[before] = 0;
        true
    }

    /// Goes from a leaf back to the question before it, skipping the one about consent.
    pub fn back_to_question(&mut self, pathways: &Pathways) {
        while self.back() {
            if matches!(self.page(pathways), Page::Question(..)) {
                return;
            }
        }
    }

    /// Forgets all answers.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}
