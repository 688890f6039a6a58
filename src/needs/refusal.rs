//! Texts that refuse the police: authorities are not ranked first, and a recognized wish to report
//! is replaced by a wish for help without a report.

use serde::Deserialize;

use super::recognize::{GUESS, Recognized};
use super::{Need, NeedsError};
use crate::classifier::Words;
use crate::i18n::folding::fold;

/// Words of a refusal, in both languages: a word of `not` or `fears`, any words of `between`,
/// a word of `authorities`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefusalWords {
    not: Vec<String>,
    /// Words of fear, and other words of refusal that are no negation in other contexts.
    fears: Vec<String>,
    between: Vec<String>,
    authorities: Vec<String>,
    /// Need that is replaced.
    of: String,
    /// Need that replaces it.
    instead: String,
}

/// Refusals with folded words and positions of the needs.
#[derive(Debug)]
pub struct Refusals {
    not: Vec<String>,
    fears: Vec<String>,
    between: Vec<String>,
    authorities: Vec<String>,
    of: usize,
    instead: usize,
}

impl Refusals {
    /// Folds the words, and looks up the needs.
    ///
    /// # Errors
    /// If a need does not exist.
    pub fn of(words: &RefusalWords, needs: &[Need]) -> Result<Self, NeedsError> {
        let folded = |words: &[String]| words.iter().map(|word| fold(word).text).collect();
        let need = |id: &String| {
            let found = needs.iter().position(|need| need.id == *id);
            found.ok_or_else(|| NeedsError::Unknown(id.clone()))
        };
        Ok(Self {
            not: folded(&words.not),
            fears: folded(&words.fears),
            between: folded(&words.between),
            authorities: folded(&words.authorities),
            of: need(&words.of)?,
            instead: need(&words.instead)?,
        })
    }

    /// Returns true if a text refuses the police.
    pub fn are_in(&self, words: &Words) -> bool {
        let word = |index| words.letters(index);
        let is_in = |list: &[String], word: &str| list.iter().any(|one| one == word);
        (0..words.len()).any(|index| {
            let mut after = (index + 1..words.len()).map(word);
            let next = after.find(|word| !is_in(&self.between, word));
            let refuses = is_in(&self.not, word(index)) || is_in(&self.fears, word(index));
            refuses && next.is_some_and(|next| is_in(&self.authorities, next))
        })
    }

    /// Returns true if a folded word negates the following words.
    pub fn negates(&self, word: &str) -> bool {
        self.not.iter().any(|one| one == word)
    }

    /// Removes the refused need if another likely need was recognized; otherwise replaces it. The
    /// confidences stay in their positions. A text that only refuses has the other need.
    pub fn put_instead(&self, text: &str, found: &mut Vec<Recognized>) {
        let is_refused = |one: &Recognized| one.need == self.of;
        let refused = found.iter().position(is_refused);
        let says_nothing_else = found.is_empty();
        if refused.is_none() && !says_nothing_else || !self.are_in(&Words::of(&fold(text).text)) {
            return;
        }
        let Some(refused) = refused else {
            found.push(Recognized {
                need: self.instead,
                confidence: GUESS,
                words: Vec::new(),
            });
            return;
        };
        let meant = |one: &Recognized| one.need == self.instead;
        let is_other = |one: &Recognized| !is_refused(one) && (one.is_likely() || meant(one));
        if found.iter().any(is_other) {
            let confidences: Vec<f32> = found.iter().map(|one| one.confidence).collect();
            found.remove(refused);
            for (one, confidence) in found.iter_mut().zip(confidences) {
                one.confidence = confidence;
            }
        } else {
            found[refused].need = self.instead;
        }
    }
}
