//! Signs of a need that other words of a text must not outweigh: strangulation, a suicide that has
//! begun, a violent man who looks for somebody. A sign is a pattern of words, in
//! `assets/needs/signs.json`; it also holds if the word is misspelt (see [`Spelling`]).

use std::ops::Range;

use super::pattern::{FoundSets, Pattern, PatternParser, WordSets};
use super::recognize::{GUESS, Recognized};
use super::sign_file::{Limit, SignsFile};
use super::spelling::Spelling;
use super::{Gravity, Need, NeedsError, SUICIDE};
use crate::classifier::Words;
use crate::directory::Channel;
use crate::tables::{self, Format, Sealed, stored, stored_by_position, stored_lists};

/// Version 1 of the signs.
const FORMAT: Format = Format {
    kind: 8,
    version: 1,
};

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

/// Words to which a preceding negation applies alone: *sans papiers, battue* denies no violence.
const OWN: [&str; 10] = [
    "papiers", "papers", "status", "statut", "visa", "id", "money", "argent", "where", "permis",
];

/// Facts in a text besides its needs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Circumstances {
    /// True if it refuses the police.
    pub refuses_police: bool,
    /// True if it accuses the police of the harm.
    pub accuses_police: bool,
    /// True if the person who needs help is a man.
    pub is_man: bool,
    /// Kinds of lines that the person can use.
    pub channel: Channel,
    /// Topic of the guide on the subject of its signs.
    pub topic: Option<&'static str>,
    /// Id of the contact for the people of its signs.
    pub contact: Option<&'static str>,
}

/// Signs with their needs as indices.
#[derive(Debug, Default)]
pub(super) struct Signs {
    pub(super) spelling: Spelling<'static>,
    sets: WordSets<'static>,
    figures: Vec<Pattern>,
    past: Vec<Pattern>,
    today: Vec<Pattern>,
    settled: Vec<Pattern>,
    lasting: Vec<Pattern>,
    settled_need: Option<usize>,
    young: Vec<Pattern>,
    accusing: Vec<Pattern>,
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
    limits: Vec<Limit>,
    not_with: Vec<usize>,
    instead_of: Vec<usize>,
    with: Vec<usize>,
    beside: bool,
    topic: Option<&'static str>,
    contact: Option<&'static str>,
    in_writing: bool,
    of_man: bool,
}

impl Sign {
    /// Returns true if the sign has facts besides its needs.
    const fn has_facts(&self) -> bool {
        self.topic.is_some() || self.contact.is_some() || self.in_writing || self.of_man
    }

    /// Returns true if a text has the words that the sign needs as well, and none that exclude it.
    fn fits(&self, sets: &FoundSets) -> bool {
        (self.and.is_empty() || are_in(&self.and, sets)) && !are_in(&self.unless, sets)
    }
}

stored!(Signs {
    spelling,
    sets,
    figures,
    past,
    today,
    settled,
    lasting,
    settled_need,
    young,
    accusing,
    all,
    suicide,
    gravity
});
stored!(Sign {
    needs,
    say,
    and,
    unless,
    limits,
    not_with,
    instead_of,
    with,
    beside,
    topic,
    contact,
    in_writing,
    of_man
});
stored_lists!(Sign, Limit, Gravity, usize);
stored_by_position!(
    Limit: [Self::NotPast, Self::NotYoung, Self::Accusing],
    Gravity: [Self::Life, Self::Harm, Self::Later],
);

impl Signs {
    /// Reads the signs from bytes; `None` if they are damaged, or of another version.
    pub(super) fn prepared(bytes: &'static [u8], names: &'static str) -> Option<Self> {
        tables::open(FORMAT, bytes, names)
    }

    /// Returns the signs as bytes, with their words. To parse them took 44 % of the first search.
    pub(super) fn write(&self) -> Sealed {
        tables::seal(FORMAT, self)
    }

    /// Parses the signs for these needs.
    ///
    /// # Errors
    /// If the text has the wrong form, or names an unknown need or list.
    pub(super) fn parse(text: &'static str, needs: &[Need]) -> Result<Self, NeedsError> {
        let file: SignsFile<'_> = serde_json::from_str(text).map_err(NeedsError::Signs)?;
        let place = |id: &&str| {
            let found = needs.iter().position(|need| need.id == *id);
            found.ok_or_else(|| NeedsError::Unknown((*id).to_owned()))
        };
        let places = |ids: &[&str]| ids.iter().map(place).collect::<Result<Vec<_>, _>>();
        let mut parser = PatternParser::with(file.lists);
        let mut patterns = |texts: &[&'static str]| {
            let unknown = |list: &str| NeedsError::Unknown(list.to_owned());
            parser.patterns(texts).map_err(unknown)
        };
        let mut all = Vec::new();
        for sign in &file.signs {
            all.push(Sign {
                needs: places(&sign.needs)?,
                say: patterns(&sign.say)?,
                and: patterns(&sign.and)?,
                unless: patterns(&sign.unless)?,
                limits: sign.limits.clone(),
                not_with: places(&sign.not_with)?,
                instead_of: places(&sign.instead_of)?,
                with: places(&sign.with)?,
                beside: sign.beside,
                topic: sign.topic,
                contact: sign.contact,
                in_writing: sign.in_writing,
                of_man: sign.of_man,
            });
        }
        Ok(Self {
            figures: patterns(&file.figures)?,
            past: patterns(&file.past)?,
            today: patterns(&file.today)?,
            settled: patterns(&file.settled.say)?,
            lasting: patterns(&file.settled.unless)?,
            settled_need: Some(place(&file.settled.need)?),
            young: patterns(&file.young)?,
            accusing: patterns(&file.accusing)?,
            all,
            spelling: file.spelling,
            sets: parser.finish(),
            suicide: needs.iter().position(|need| need.id == SUICIDE),
            gravity: needs.iter().map(|need| need.gravity).collect(),
        })
    }

    /// Returns the ranges of words that are ignored.
    pub(super) fn figures(&self, words: &Words) -> Vec<Range<usize>> {
        matches(&self.figures, &self.sets.find(words)).collect()
    }

    /// Returns the facts in a text besides its needs.
    pub(super) fn circumstances(&self, words: &Words) -> Circumstances {
        let sets = self.sets.find(words);
        let is_young =
            |sign: &Sign| sign.limits.contains(&Limit::NotYoung) && self.is_young(&sets, words);
        let mut circumstances = Circumstances {
            accuses_police: are_in(&self.accusing, &sets),
            ..Circumstances::default()
        };
        for sign in self.all.iter().filter(|sign| sign.has_facts()) {
            if are_in(&sign.say, &sets) && sign.fits(&sets) && !is_young(sign) {
                circumstances.topic = circumstances.topic.or(sign.topic);
                circumstances.contact = circumstances.contact.or(sign.contact);
                circumstances.is_man |= sign.of_man;
                if sign.in_writing {
                    circumstances.channel = Channel::Texts;
                }
            }
        }
        circumstances
    }

    fn is_young(&self, sets: &FoundSets, words: &Words) -> bool {
        are_in(&self.young, sets) || words.ages_of_children().next().is_some()
    }

    /// Puts the needs of the signs in a text before those that were recognized. `negates` accepts
    /// words that negate the following ones, `breaks` the indices of words behind a punctuation
    /// mark, and `spans` returns the byte ranges of words.
    pub(super) fn put_first(
        &self,
        words: &Words,
        found: &mut Vec<Recognized>,
        (negates, breaks): (impl Fn(&str) -> bool, impl Fn(usize) -> bool),
        spans: impl Fn(Range<usize>) -> Vec<Range<usize>>,
    ) {
        let is_denied = |at: usize| {
            let is_own = |word: usize| word < at && OWN.contains(&words.letters(word));
            (at.saturating_sub(DENIED)..at)
                .rev()
                .take_while(|word| !breaks(word + 1) && !CLAUSE.contains(&words.letters(*word)))
                .any(|word| negates(words.letters(word)) && !is_own(word + 1))
        };
        let sets = self.sets.find(words);
        let is_in = |patterns: &[Pattern]| are_in(patterns, &sets);
        let is_today = is_in(&self.today);
        let is_young = self.is_young(&sets, words);
        let accuses = is_in(&self.accusing);
        for sign in &self.all {
            let mut said = matches(&sign.say, &sets).filter(|at| !is_denied(at.start));
            let Some(at) = said.next() else {
                continue;
            };
            let is_about_another = found
                .first()
                .is_some_and(|first| sign.not_with.contains(&first.need));
            let fits = |first: &Recognized| sign.with.contains(&first.need);
            let is_alone = !sign.with.is_empty() && !found.first().is_some_and(fits);
            let excludes = |limit: &Limit| match limit {
                Limit::NotPast => !is_today && self.is_past(&sets, &at, &breaks),
                Limit::NotYoung => is_young,
                Limit::Accusing => !accuses,
            };
            if sign.limits.iter().any(excludes) || !sign.fits(&sets) || is_about_another || is_alone
            {
                continue;
            }
            self.put(sign, &spans(at), found);
        }
        if !is_today && is_in(&self.past) && is_in(&self.settled) && !is_in(&self.lasting) {
            self.demote_past_danger(found);
        }
    }

    /// Moves a past risk to life behind the services sought now; it remains as a guess.
    fn demote_past_danger(&self, found: &mut Vec<Recognized>) {
        let is_danger = |one: &Recognized| self.gravity[one.need] == Gravity::Life;
        let (danger, mut sought): (Vec<_>, Vec<_>) = found.drain(..).partition(is_danger);
        if let (true, Some(need), Some(first)) =
            (sought.is_empty(), self.settled_need, danger.first())
        {
            sought.push(Recognized {
                need,
                ..first.clone()
            });
        }
        if let (Some(first), Some(most)) = (sought.first_mut(), danger.first()) {
            first.confidence = first.confidence.max(most.confidence);
        }
        let danger = danger.into_iter().map(|one| Recognized {
            confidence: one.confidence.min(GUESS),
            ..one
        });
        found.extend(sought.into_iter().chain(danger));
        found.sort_by(|one, other| other.confidence.total_cmp(&one.confidence));
        found.truncate(super::recognize::MOST);
    }

    /// Returns true if the words at a position are about the past: their clause has words about the
    /// past, or an earlier clause begins with such words (*last year, she*). Clauses end at a mark
    /// that `breaks`.
    fn is_past(&self, sets: &FoundSets, at: &Range<usize>, breaks: impl Fn(usize) -> bool) -> bool {
        let begins = |word: &usize| *word == 0 || breaks(*word);
        let start = (0..=at.start).rev().find(&begins).unwrap_or_default();
        let end = (at.end..sets.len()).find(&begins).unwrap_or(sets.len());
        matches(&self.past, sets)
            .any(|past| overlap(&past, &(start..end)) || past.start < start && begins(&past.start))
    }

    /// Puts the needs of a sign first; a life at risk still precedes the others.
    fn put(&self, sign: &Sign, words: &[Range<usize>], found: &mut Vec<Recognized>) {
        found.retain(|one| !sign.instead_of.contains(&one.need));
        let Some((lead, followers)) = sign.needs.split_first() else {
            return;
        };
        match found.first_mut().filter(|_| sign.beside) {
            Some(first) if first.need != *lead => {
                first.confidence = first.confidence.max(FOLLOWS);
                insert(1, (*lead, FOLLOWS), words, found);
            }
            _ => insert(0, (*lead, SURE), words, found),
        }
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

/// Returns the words that match these patterns.
fn matches(patterns: &[Pattern], sets: &FoundSets) -> impl Iterator<Item = Range<usize>> {
    patterns.iter().flat_map(|one| one.find_all(sets))
}

fn are_in(patterns: &[Pattern], sets: &FoundSets) -> bool {
    matches(patterns, sets).next().is_some()
}

const fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
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
