//! Texts about a child: the need of a child comes before the same need of an adult.

use std::ops::Range;

use serde::Deserialize;

use super::features::Words;
use super::recognize::Recognized;
use super::{Need, NeedsError};
use crate::i18n::folding::fold;

/// The words for a child or a youth, in either language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChildWords {
    en: Vec<String>,
    fr: Vec<String>,
}

/// Signs that a text is about a child, and their effects.
#[derive(Debug)]
pub struct Children {
    /// Folded words.
    words: Vec<String>,
    /// The need of a child, and the need of an adult that it comes before.
    pairs: Vec<(usize, usize)>,
}

impl Children {
    /// Reads the words, and the pairs from the needs.
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

    /// Lets the need of a child take the place of an adult's, where both were recognized in a text
    /// that names a child. The confidences stay where they were.
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

/// Returns the bytes of each number in a text that is the age of a child or a youth.
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
