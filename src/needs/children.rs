//! Texts about a child: the need of a child comes before the same need of an adult.

use std::ops::Range;

use serde::Deserialize;

use super::recognize::Recognized;
use super::{Need, NeedsError};
use crate::classifier::Words;
use crate::i18n::folding::fold;

/// Words for a child or a youth, in either language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChildWords {
    en: Vec<String>,
    fr: Vec<String>,
}

/// Signs of a text about a child, and their effects.
#[derive(Debug)]
pub struct Children {
    /// Folded words.
    words: Vec<String>,
    /// The need of a child, and the need of an adult that follows it.
    pairs: Vec<(usize, usize)>,
}

impl Children {
    /// Folds the words, and collects the pairs from the needs.
    pub fn of(words: &ChildWords, needs: &[Need]) -> Result<Self, NeedsError> {
        let mut pairs = Vec::new();
        for (child, need) in needs.iter().enumerate() {
            for id in &need.instead_of {
                let adult = needs.iter().position(|need| need.id == *id);
                let adult = adult.ok_or_else(|| NeedsError::Unknown(id.clone()))?;
                pairs.push((child, adult));
            }
        }
        let words = words.en.iter().chain(&words.fr);
        Ok(Self {
            words: words.map(|word| fold(word).text).collect(),
            pairs,
        })
    }

    /// Moves the need of a child to the position of an adult's, if both were recognized in a text
    /// about a child. The confidences stay in their positions.
    pub fn put_first(&self, text: &str, found: &mut [Recognized]) {
        let place = |need: usize, found: &[Recognized]| {
            let is_it = |one: &Recognized| one.need == need;
            found.iter().position(is_it)
        };
        for (child, adult) in &self.pairs {
            let (Some(child), Some(adult)) = (place(*child, found), place(*adult, found)) else {
                continue;
            };
            if adult < child && self.are_named_in(text) {
                let confidences = (found[adult].confidence, found[child].confidence);
                found.swap(adult, child);
                (found[adult].confidence, found[child].confidence) = confidences;
            }
        }
    }

    fn are_named_in(&self, text: &str) -> bool {
        let words = Words::of(&fold(text).text);
        let is_child = |word: &str| self.words.iter().any(|child| child == word);
        words.ages_of_children().next().is_some()
            || (0..words.len())
                .map(|word| words.letters(word))
                .any(|word| is_child(word) || word.strip_suffix('s').is_some_and(is_child))
    }
}

/// Returns the byte ranges of numbers in a text that are the age of a child or a youth.
pub fn ages(text: &str) -> Vec<Range<usize>> {
    let folded = fold(text);
    let words = Words::of(&folded.text);
    words
        .ages_of_children()
        .flat_map(|word| {
            let characters: Vec<usize> = words.place(word).collect();
            folded.spans(text, &characters)
        })
        .collect()
}
