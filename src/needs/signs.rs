//! Signs of a need that other words of a text must not outweigh: strangulation, a suicide that has
//! begun, a violent man who looks for somebody. A sign is a pattern of words, in
//! `assets/needs/signs.json`; it also holds if the word is misspelt (see [`Spelling`]).

use std::ops::Range;

use serde::Deserialize;

use super::pattern::{self, Pattern};
use super::recognize::Recognized;
use super::spelling::{Spelling, SpellingWords};
use super::{Gravity, Need, NeedsError, SUICIDE};
use crate::classifier::Words;

/// Least confidence in the need of a sign.
const SURE: f32 = 0.8;

/// Least confidence in the need that follows it.
const FOLLOWS: f32 = 0.4;

/// Number of words before a sign among which a negation denies it.
const DENIED: usize = 4;

/// Words that begin a clause, folded: a negation before them is about something else.
const CLAUSE: [&str; 18] = [
    "and", "because", "but", "et", "he", "i", "il", "ils", "elle", "elles", "je", "mais", "on",
    "pis", "she", "so", "they", "y",
];

/// Signs as in the file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SignsFile {
    spelling: SpellingWords,
    /// Patterns of words that tell of the past.
    past: Vec<String>,
    /// Patterns of words that tell of a child or a youth.
    young: Vec<String>,
    signs: Vec<SignFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SignFile {
    /// Ids of the need that comes first, and of others that follow it.
    needs: Vec<String>,
    /// Patterns, one of which must match.
    say: Vec<String>,
    /// Patterns, one of which must match as well.
    #[serde(default)]
    and: Vec<String>,
    /// Patterns of texts without the sign, which may still have its need.
    #[serde(default)]
    unless: Vec<String>,
    /// Patterns of figures of speech, which do not have its need either.
    #[serde(default)]
    idioms: Vec<String>,
    /// True if a text about the past has no such sign.
    #[serde(default)]
    not_past: bool,
    /// True if a text about a child or a youth has no such sign.
    #[serde(default)]
    not_young: bool,
    /// Ids of needs that the text is about if they were recognized first.
    #[serde(default)]
    not_with: Vec<String>,
    /// Ids of needs that the sign replaces.
    #[serde(default)]
    instead_of: Vec<String>,
}

/// Signs with their needs as indices.
#[derive(Debug)]
pub(super) struct Signs {
    pub(super) spelling: Spelling,
    past: Vec<Pattern>,
    young: Vec<Pattern>,
    all: Vec<Sign>,
    suicide: Option<usize>,
    /// Gravity of each need.
    gravity: Vec<Gravity>,
}

#[derive(Debug)]
struct Sign {
    needs: Vec<usize>,
    say: Vec<Pattern>,
    and: Vec<Pattern>,
    unless: Vec<Pattern>,
    idioms: Vec<Pattern>,
    not_past: bool,
    not_young: bool,
    not_with: Vec<usize>,
    instead_of: Vec<usize>,
}

impl Signs {
    /// Parses the signs for these needs.
    ///
    /// # Errors
    /// If the text has the wrong form, or names an unknown need.
    pub(super) fn read(text: &str, needs: &[Need]) -> Result<Self, NeedsError> {
        let file: SignsFile = serde_json::from_str(text).map_err(NeedsError::Signs)?;
        let place = |id: &String| {
            let found = needs.iter().position(|need| need.id == *id);
            found.ok_or_else(|| NeedsError::Unknown(id.clone()))
        };
        let places = |ids: &[String]| ids.iter().map(place).collect::<Result<Vec<_>, _>>();
        let sign = |sign: SignFile| {
            Ok(Sign {
                needs: places(&sign.needs)?,
                say: pattern::all(&sign.say),
                and: pattern::all(&sign.and),
                unless: pattern::all(&sign.unless),
                idioms: pattern::all(&sign.idioms),
                not_past: sign.not_past,
                not_young: sign.not_young,
                not_with: places(&sign.not_with)?,
                instead_of: places(&sign.instead_of)?,
            })
        };
        Ok(Self {
            spelling: Spelling::of(&file.spelling),
            past: pattern::all(&file.past),
            young: pattern::all(&file.young),
            all: file
                .signs
                .into_iter()
                .map(sign)
                .collect::<Result<_, NeedsError>>()?,
            suicide: needs.iter().position(|need| need.id == SUICIDE),
            gravity: needs.iter().map(|need| need.gravity).collect(),
        })
    }

    /// Puts the needs of the signs in a text before those that were recognized. `negates` accepts
    /// words that negate what follows, `breaks` the indices of words behind a punctuation mark, and
    /// `spans` returns the byte ranges of words.
    pub(super) fn put_first(
        &self,
        words: &Words,
        found: &mut Vec<Recognized>,
        (negates, breaks): (impl Fn(&str) -> bool, impl Fn(usize) -> bool),
        spans: impl Fn(Range<usize>) -> Vec<Range<usize>>,
    ) {
        let is_denied = |at: usize| {
            (at.saturating_sub(DENIED)..at)
                .rev()
                .map(|word| (words.letters(word), breaks(word + 1)))
                .take_while(|(word, ends)| !ends && !CLAUSE.contains(word))
                .any(|(word, _)| negates(word))
        };
        let is_in = |patterns: &[Pattern]| patterns.iter().any(|one| one.find(words).is_some());
        let is_past = is_in(&self.past);
        let is_young = is_in(&self.young) || words.ages_of_children().next().is_some();
        for sign in &self.all {
            if is_in(&sign.idioms) {
                found.retain(|one| !sign.needs.contains(&one.need));
                continue;
            }
            let said = sign.say.iter().flat_map(|one| one.find_all(words));
            let mut said = said.filter(|at| !is_denied(at.start));
            let Some(at) = said.next() else {
                continue;
            };
            let is_about_another = found
                .first()
                .is_some_and(|first| sign.not_with.contains(&first.need));
            if (sign.not_past && is_past)
                || (sign.not_young && is_young)
                || (!sign.and.is_empty() && !is_in(&sign.and))
                || is_in(&sign.unless)
                || is_about_another
            {
                continue;
            }
            self.put(sign, &spans(at), found);
        }
    }

    /// Puts the needs of a sign first; a life at risk still precedes the others.
    fn put(&self, sign: &Sign, words: &[Range<usize>], found: &mut Vec<Recognized>) {
        found.retain(|one| !sign.instead_of.contains(&one.need));
        let Some((lead, followers)) = sign.needs.split_first() else {
            return;
        };
        insert(0, (*lead, SURE), words, found);
        for follower in followers {
            let gravity = self.gravity[*follower];
            let mut others = found.iter().skip(1).filter(|one| one.is_likely());
            let has_another = others.any(|one| self.gravity[one.need] == gravity);
            if Some(*follower) == self.suicide || !has_another {
                insert(1, (*follower, FOLLOWS), words, found);
            }
        }
        found.sort_by_key(|one| self.gravity[one.need] != Gravity::Life);
        let mut most = 1.0_f32;
        for one in found.iter_mut() {
            most = most.min(one.confidence);
            one.confidence = most;
        }
        found.truncate(super::recognize::MOST);
    }
}

/// Moves a need to a position, or inserts it there, with at least that confidence.
fn insert(
    at: usize,
    (need, least): (usize, f32),
    words: &[Range<usize>],
    found: &mut Vec<Recognized>,
) {
    let known = found.iter().position(|one| one.need == need);
    let mut one = match known {
        Some(known) => found.remove(known),
        None => Recognized {
            need,
            confidence: least,
            words: words.to_vec(),
        },
    };
    one.confidence = one.confidence.max(least);
    found.insert(at, one);
}
