//! Going through the lists of a query's words.
//!
//! Word by word, the rarest first, each document gathers the best that each word met in it. In a
//! small directory every word brings in its documents; in a large one only the rarest and those
//! with short lists do, and the common ones add to what is there. So the work follows the rarest
//! word, not the size of the directory.
//!
//! Words that bring in documents go through their lists twice: first to mark those, then, like all
//! words, to add to their tallies (see [`Scores`]).

use std::borrow::Cow;
use std::ops::Range;

use super::scores::Scores;
use super::{Field, Way, closeness, rarity};
use crate::directory::{Filters, Region};
use crate::search::hits::MOST;
use crate::search::index::Index;
use crate::search::index::postings::Posting;
use crate::search::index::terms::position;
use crate::search::query::word_match::{List, Need, Source};

/// A directory with more documents is large.
const LARGE: u32 = 4_000;
/// In a large directory, so few postings always bring in their documents.
const SHORT: u32 = 1_000;
/// A beginning of one or two letters is looked for in names alone where its lists are longer.
const BROAD: u32 = 20_000;
/// A list so many times as long as there are documents to look up in it is leapt through.
const LEAP: usize = 12;
/// A word with what it says and what it costs.
pub struct Weighed<'n> {
    pub need: &'n Need,
    pub bit: u16,
    pub rarity: f32,
    pub cost: u32,
    names_only: bool,
}

impl<'n> Weighed<'n> {
    pub fn of(index: &Index, need: &'n Need, bit: u16) -> Self {
        let length = |list: &List| match list {
            List::Kept(list) => index.lists.count(*list..*list + 1),
            List::Every(lists) => {
                let shortest = index.lists.shortest(lists);
                shortest.map_or(0, |list| index.lists.count(list..list + 1))
            }
            List::Here(postings) => position(postings.len()),
            List::Beginning(terms) => index.lists.count(terms.clone()),
        };
        let mut cost = 0;
        let mut best = (0.0, 0);
        let mut names_only = false;
        for source in &need.sources {
            let length = length(&source.list);
            cost += length;
            names_only |= matches!(source.list, List::Beginning(_))
                && need.word.text.len() <= 2
                && length > BROAD;
            let worth = source.way.worth();
            if source.way != Way::WeakFilter && worth >= best.0 {
                let together = if worth > best.0 {
                    length
                } else {
                    best.1.max(length)
                };
                best = (worth, together);
            }
        }
        Self {
            need,
            bit,
            rarity: rarity(index.documents.count(), best.1),
            cost,
            names_only,
        }
    }
}

/// What is gathered for.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// What every document must pass.
    pub filters: &'a Filters,
    /// Whose documents come first.
    pub region: Region,
    /// Says no once nobody waits for the answer any more.
    pub go_on: &'a dyn Fn() -> bool,
}

impl Index {
    /// Goes through the words; returns whether it was stopped.
    pub(in crate::search) fn gather(
        &self,
        scores: &mut Scores,
        weighed: &[Weighed<'_>],
        asked: Asked<'_>,
    ) -> bool {
        let large = self.documents.count() > LARGE;
        let passes = |document: u32| {
            let attributes = self.documents.attributes[document as usize];
            attributes.passes(asked.filters, &self.documents.languages)
        };
        let passes: Option<&dyn Fn(u32) -> bool> = (!asked.filters.is_empty()).then_some(&passes);
        let mut pass = Pass {
            index: self,
            scores,
            marks: true,
            passes,
            within: None,
            known: Vec::new(),
        };
        let mut until_full = None;
        for (place, word) in weighed.iter().enumerate() {
            if large && weighed.len() == 1 && !word.need.is_filter {
                until_full = Some(pass.mark_until_full(word, asked.region));
            } else if place == 0 || word.cost <= SHORT || !large {
                pass.go(word, &Step::EVERYWHERE);
            }
        }
        pass.scores.all_are_marked();
        pass.marks = false;
        for (place, word) in weighed.iter().enumerate() {
            if place > 0 && !(asked.go_on)() {
                return true;
            }
            pass.scores.next_word(word.bit);
            pass.go(word, until_full.as_deref().unwrap_or(&Step::EVERYWHERE));
            pass.scores.end_word(word.rarity);
        }
        false
    }
}

/// A part of a word's lists.
#[derive(Clone)]
struct Step {
    /// Only documents with these numbers.
    within: Option<Range<u32>>,
    /// What has the word in its name, or what has it elsewhere.
    names: bool,
}

impl Step {
    const EVERYWHERE: [Self; 2] = [Self::all(true), Self::all(false)];

    const fn all(names: bool) -> Self {
        Self {
            within: None,
            names,
        }
    }
}

/// The way through the lists of words: once to mark the documents that they bring in, once to add up
/// what they are worth in those.
struct Pass<'p> {
    index: &'p Index,
    scores: &'p mut Scores,
    /// Whether documents are marked.
    marks: bool,
    /// Whether a document passes the filters; nothing where there are none.
    passes: Option<&'p dyn Fn(u32) -> bool>,
    /// Only documents with these numbers are met.
    within: Option<Range<u32>>,
    /// What is in several lists at once, as far as it was asked for.
    known: Vec<(Vec<u32>, Vec<Posting>)>,
}

impl Pass<'_> {
    /// In a large directory, the one word of a query is looked for where it counts most: in names
    /// near the worker, then in all names, then everywhere; but only until the list is full, since
    /// what comes later would stand behind. Returns the steps that this took.
    fn mark_until_full(&mut self, word: &Weighed<'_>, region: Region) -> Vec<Step> {
        let near = [region, Region::Ca].map(|region| Step {
            within: Some(self.index.documents.in_region(region)),
            names: true,
        });
        self.go(word, &near);
        let mut steps = near.to_vec();
        for step in Step::EVERYWHERE {
            if self.scores.marked() < MOST {
                self.go(word, std::slice::from_ref(&step));
                steps.push(step);
            }
        }
        steps
    }

    fn go(&mut self, word: &Weighed<'_>, steps: &[Step]) {
        for step in steps {
            self.within.clone_from(&step.within);
            if step.names {
                self.names(word.need);
            } else {
                self.others(word);
            }
        }
        self.within = None;
    }

    fn names(&mut self, need: &Need) {
        for source in sources(self.index, need, self.marks) {
            let lists = &self.index.lists;
            let weights = Weights::of(source.way);
            match &source.list {
                List::Kept(list) => self.meet(&weights, lists.names(*list)),
                List::Here(postings) => self.meet(&weights, postings),
                List::Every(lists) => self.meet_in_all(&weights, lists),
                List::Beginning(terms) => {
                    self.beginning(&weights, terms, need, |term| lists.names(term));
                }
            }
        }
    }

    fn others(&mut self, word: &Weighed<'_>) {
        for source in sources(self.index, word.need, self.marks) {
            let lists = &self.index.lists;
            let weights = Weights::of(source.way);
            match &source.list {
                List::Kept(list) => self.meet(&weights, lists.others(*list)),
                List::Beginning(terms) if !word.names_only => {
                    self.beginning(&weights, terms, word.need, |term| lists.others(term));
                }
                List::Here(_) | List::Every(_) | List::Beginning(_) => {}
            }
        }
    }

    fn beginning<'l>(
        &mut self,
        weights: &Weights,
        terms: &Range<u32>,
        need: &Need,
        list: impl Fn(u32) -> &'l [Posting],
    ) {
        for term in terms.clone() {
            let postings = list(term);
            if postings.is_empty() {
                continue;
            }
            if self.marks {
                self.mark(self.within(postings));
            } else {
                self.meet(&weights.scaled(self.closeness(term, need)), postings);
            }
        }
    }

    fn closeness(&self, term: u32, need: &Need) -> f32 {
        closeness(need.word.text.len(), self.index.terms.get(term).len())
    }

    /// Goes through an ordered list.
    fn meet(&mut self, weights: &Weights, postings: &[Posting]) {
        let postings = self.within(postings);
        if self.marks {
            self.mark(postings);
        } else if postings.len() < LEAP * self.scores.documents().len() {
            self.add(weights, postings);
        } else {
            self.leap(weights, |document| {
                let found = postings.binary_search_by_key(&document, |posting| posting.document());
                Some(postings[found.ok()?])
            });
        }
    }

    fn mark(&mut self, postings: &[Posting]) {
        let passes = self.passes;
        for posting in postings {
            let document = posting.document();
            let may = || passes.is_none_or(|passes| passes(document));
            self.scores.mark(document, may);
        }
    }

    /// Adds to the tallies of these documents, where they have one.
    fn add(&mut self, weights: &Weights, postings: &[Posting]) {
        for posting in postings {
            let (worth, field) = weights.of_one(*posting);
            self.scores.meet(posting.document(), worth, field);
        }
    }

    /// Looks up each document that has a tally.
    fn leap(&mut self, weights: &Weights, find: impl Fn(u32) -> Option<Posting>) {
        for place in 0..self.scores.documents().len() {
            if let Some(posting) = find(self.scores.documents()[place]) {
                let (worth, field) = weights.of_one(posting);
                self.scores.meet_at(place, worth, field);
            }
        }
    }

    fn within<'l>(&self, postings: &'l [Posting]) -> &'l [Posting] {
        let Some(within) = &self.within else {
            return postings;
        };
        let place = |document| postings.partition_point(|posting| posting.document() < document);
        &postings[place(within.start)..place(within.end)]
    }

    /// Those of an ordered list that count: while there are tallies to add to, only those.
    fn kept<'l>(&self, postings: &'l [Posting]) -> Cow<'l, [Posting]> {
        let postings = self.within(postings);
        if self.marks {
            return Cow::Borrowed(postings);
        }
        let kept = postings.iter().copied();
        kept.filter(|posting| self.scores.is_marked(posting.document()))
            .collect()
    }

    /// Meets the documents that are in all of these lists.
    fn meet_in_all(&mut self, weights: &Weights, lists: &[u32]) {
        let kept = &self.index.lists;
        let Some(shortest) = kept.shortest(lists) else {
            return;
        };
        let count = kept.count(shortest..shortest + 1) as usize;
        if !self.marks && count >= LEAP * self.scores.documents().len() {
            self.leap(weights, |document| kept.find_in_all(lists, document));
            return;
        }
        // All words of a phrase are met by the same lists.
        let whole = self.within.is_none();
        let known = self.known.iter().position(|(known, _)| known == lists);
        let found = match known.filter(|_| whole) {
            Some(place) => std::mem::take(&mut self.known[place].1),
            None => kept.in_all(lists, |postings| self.kept(postings)),
        };
        if self.marks {
            self.mark(&found);
        } else {
            self.add(weights, &found);
        }
        match known.filter(|_| whole) {
            Some(place) => self.known[place].1 = found,
            None if whole => self.known.push((lists.to_vec(), found)),
            None => {}
        }
    }
}

/// The sources that can add something. One that is met weakly brings in nothing; and a long list that
/// is met in several ways is gone through once, in the best of them.
fn sources<'s>(
    index: &'s Index,
    need: &'s Need,
    marks: bool,
) -> impl Iterator<Item = &'s Source> + 's {
    let all = &need.sources;
    all.iter().enumerate().filter_map(move |(place, source)| {
        let long = match source.list {
            List::Kept(list) => index.lists.count(list..list + 1) > SHORT,
            _ => false,
        };
        let again = long
            && all.iter().enumerate().any(|(other_place, other)| {
                other.list == source.list
                    && is_as_good(other.way, source.way)
                    && (other_place < place || !is_as_good(source.way, other.way))
            });
        let idle = again || marks && source.way == Way::WeakFilter;
        (!idle).then_some(source)
    })
}

/// Whether what is met in this way is worth as much as in that one, whatever the field.
fn is_as_good(way: Way, than: Way) -> bool {
    let mut weights = way.weights().into_iter().zip(than.weights());
    way != Way::WeakFilter && weights.all(|(way, than)| way >= than)
}

/// What the postings of one list are worth.
struct Weights {
    by_field: [f32; Field::COUNT],
    closeness: f32,
}

impl Weights {
    fn of(way: Way) -> Self {
        Self {
            by_field: way.weights(),
            closeness: 1.0,
        }
    }

    const fn scaled(&self, closeness: f32) -> Self {
        Self { closeness, ..*self }
    }

    /// What that one is worth, and the number of its field.
    #[inline]
    fn of_one(&self, posting: Posting) -> (f32, usize) {
        let field = posting.field();
        (self.by_field[field] * self.closeness, field)
    }
}
