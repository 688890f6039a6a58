//! Search of a text for names: exact, with one typo, or incomplete.

use std::ops::Range;

use super::Typing;
use super::context;
use crate::directory::Region;
use crate::places::gazetteer::plain::Plain;
use crate::places::gazetteer::regions;
use crate::places::index::{Bearer, Key};
use crate::places::letters::Words;
use crate::places::{PlaceId, Places};

/// Greatest number of words of a name with a tolerated typo.
const LONGEST_FORGIVEN: usize = 4;
/// Least population of a place for an incomplete name.
pub(in crate::places) const HALF_TYPED_PEOPLE: u32 = 1_000;

/// Name in a text, before its context is examined.
#[derive(Debug)]
pub(super) struct Found {
    pub words: Range<usize>,
    /// Bearers of the name, each with true for its main name.
    pub bearers: Vec<(Bearer, bool)>,
    /// Region named by the words.
    pub region: Option<Region>,
    pub typing: Typing,
    /// Another meaning of the name.
    pub plain: Option<Plain>,
}

impl Found {
    const fn counts(&self) -> bool {
        self.region.is_some() || !self.bearers.is_empty()
    }
}

impl Places {
    /// Returns the names in a text, from left to right.
    pub(super) fn scan(&self, text: &str, words: &Words) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let before = found.last().map_or(0, |last| last.words.end);
            let here = self
                .exact_at(text, words, at, before)
                .or_else(|| self.typo_at(words, at))
                .or_else(|| self.half_typed_at(text, words, at));
            at = here.as_ref().map_or(at + 1, |found| found.words.end);
            found.extend(here.filter(Found::counts));
        }
        found
    }

    /// Returns the longest name from a word on; the context may still exclude it.
    fn exact_at(&self, text: &str, words: &Words, at: usize, found_before: usize) -> Option<Found> {
        let end = self.index().longest(words, at)?;
        let run = at..end;
        let letters = words.run(run.clone());
        let plain = self.plain().kind(&words.spaced(run.clone()));
        let counts = plain != Some(Plain::Code) || context::is_code(text, words, &run);
        let keys = self.index().exact(letters).filter(|_| counts);
        let mut region = None;
        let mut bearers = Vec::new();
        for key in keys {
            match key.bearer {
                Bearer::Region(named) => {
                    let anywhere = regions::use_of(key.name) == regions::Use::Anywhere;
                    let behind = found_before == at && at > 0;
                    let counts =
                        anywhere || (behind && context::ends_or_capital(text, words, &run));
                    region = region.or_else(|| counts.then_some(named));
                }
                bearer => bearers.push((bearer, key.first)),
            }
        }
        Some(Found {
            words: run,
            bearers,
            region,
            typing: Typing::Exact,
            plain,
        })
    }

    /// Returns the longest run from a word on that is one typo away from a name.
    fn typo_at(&self, words: &Words, at: usize) -> Option<Found> {
        let last = words.len().min(at + LONGEST_FORGIVEN);
        (at + 1..=last).rev().find_map(|end| {
            let run = at..end;
            let mut bearers: Vec<(Bearer, bool)> = Vec::new();
            let mut plain = None;
            for key in self.index().one_typo(words.run(run.clone())) {
                let known = bearers.iter().any(|(bearer, _)| *bearer == key.bearer);
                if known || !self.is_forgiven(words, &run, key) {
                    continue;
                }
                let name = Words::of(key.name);
                let besides = self.plain().kind(&name.spaced(0..name.len()));
                if matches!(besides, None | Some(Plain::Name | Plain::Seldom)) {
                    bearers.push((key.bearer, key.first));
                    plain = plain.or(besides);
                }
            }
            (!bearers.is_empty()).then_some(Found {
                words: run,
                bearers,
                region: None,
                typing: Typing::OneTypo,
                plain,
            })
        })
    }

    /// Returns true if the run may be a misspelt name: the differing word is not a common word, and
    /// the others are those of the name.
    fn is_forgiven(&self, words: &Words, run: &Range<usize>, key: &Key) -> bool {
        if run.len() == 1 {
            return !self.plain().is_everyday(words.run(run.clone()));
        }
        let short = key
            .name
            .split_once(" (")
            .map_or(key.name, |(short, _)| short);
        let name = Words::of(short);
        let mut differing = run
            .clone()
            .zip(0..name.len())
            .filter(|(typed, named)| words.word(*typed) != name.word(*named))
            .map(|(typed, _)| words.word(typed));
        name.len() == run.len()
            && differing
                .next()
                .is_some_and(|word| word.len() >= 4 && !self.plain().is_everyday(word))
            && differing.next().is_none()
    }

    /// Returns the only place whose name begins with the last words.
    fn half_typed_at(&self, text: &str, words: &Words, at: usize) -> Option<Found> {
        let run = at..words.len();
        let letters = words.run(run.clone());
        let being_typed = words.bytes(run.clone()).end == text.len();
        if !being_typed || (run.len() == 1 && self.plain().is_everyday(letters)) {
            return None;
        }
        let mut only: Option<(PlaceId, &Key)> = None;
        for key in self.index().beginning_with(letters) {
            let Bearer::Place(id) = key.bearer else {
                continue;
            };
            if self.place(id).population < HALF_TYPED_PEOPLE {
                continue;
            }
            only = match only {
                Some((other, known)) if other != id => {
                    // Compares "Halifax" with "Halifax North End".
                    let (one, two) = (self.index().letters(known), self.index().letters(key));
                    if two.starts_with(one) {
                        only
                    } else if one.starts_with(two) {
                        Some((id, key))
                    } else {
                        return None;
                    }
                }
                _ => Some((id, key)),
            };
        }
        let (id, key) = only?;
        Some(Found {
            words: run,
            bearers: vec![(Bearer::Place(id), key.first)],
            region: None,
            typing: Typing::HalfTyped,
            plain: None,
        })
    }
}
