//! Going through the lists of a query's words.
//!
//! Word by word, the rarest first, each document gathers the best that each word met in it. In a
//! small directory every word brings in its documents; in a large one only the rarest and those
//! with short lists do, and the common ones add to what is there. So the work follows the rarest
//! word, not the size of the directory.

use std::ops::Range;

use super::index::Index;
use super::lists::Posting;
use super::needs::{List, Need};
use super::rank::{Field, Way, closeness, rarity};
use super::scores::Scores;
use super::terms::position;
use super::types::MOST;
use crate::directory::{Filters, Region};

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
    pub(super) fn gather(
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
        let mut known = Vec::new();
        for (place, word) in weighed.iter().enumerate() {
            if place > 0 && !(asked.go_on)() {
                return true;
            }
            scores.next_word(word.bit, word.rarity);
            let mut pass = Pass {
                index: self,
                scores,
                starts: place == 0 || word.cost <= SHORT || !large,
                passes,
                within: None,
                known: &mut known,
            };
            if large && weighed.len() == 1 && !word.need.is_filter {
                pass.until_full(word, asked.region);
            } else {
                pass.names(word.need);
                pass.others(word);
            }
        }
        false
    }
}

/// One word's way through its lists.
struct Pass<'p> {
    index: &'p Index,
    scores: &'p mut Scores,
    starts: bool,
    /// Whether a document passes the filters; nothing where there are none.
    passes: Option<&'p dyn Fn(u32) -> bool>,
    /// Only documents with these numbers are met.
    within: Option<Range<u32>>,
    /// What is in several lists at once, as far as it was asked for.
    known: &'p mut Vec<(Vec<u32>, Vec<Posting>)>,
}

impl Pass<'_> {
    /// In a large directory, the one word of a query is looked for where it counts most: in names
    /// near the worker, then in all names, then everywhere; but only until the list is full, since
    /// what comes later would stand behind.
    fn until_full(&mut self, word: &Weighed<'_>, region: Region) {
        for near in [region, Region::Ca] {
            self.within = Some(self.index.documents.in_region(near));
            self.names(word.need);
        }
        self.within = None;
        if !self.is_full() {
            self.names(word.need);
        }
        if !self.is_full() {
            self.others(word);
        }
    }

    fn is_full(&self) -> bool {
        self.scores.touched().len() >= MOST
    }

    fn names(&mut self, need: &Need) {
        for source in &need.sources {
            let lists = &self.index.lists;
            let weights = Weights::of(source.way, self.starts);
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
        for source in &word.need.sources {
            let lists = &self.index.lists;
            let weights = Weights::of(source.way, self.starts);
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
            if !postings.is_empty() {
                self.meet(&weights.scaled(self.closeness(term, need)), postings);
            }
        }
    }

    fn closeness(&self, term: u32, need: &Need) -> f32 {
        closeness(need.word.text.len(), self.index.terms.get(term).len())
    }

    /// Meets the documents of an ordered list: all of them, or by leaps those with a tally.
    fn meet(&mut self, weights: &Weights, postings: &[Posting]) {
        let postings = self.within(postings);
        if weights.starts {
            for posting in postings {
                self.meet_one(weights, *posting);
            }
            return;
        }
        if postings.len() < LEAP * self.scores.touched().len() {
            for posting in postings {
                if self.scores.has(posting.document()) {
                    self.meet_one(weights, *posting);
                }
            }
            return;
        }
        for place in 0..self.scores.touched().len() {
            let document = self.scores.touched()[place];
            let found = postings.binary_search_by_key(&document, |posting| posting.document());
            if let Ok(found) = found {
                self.meet_one(weights, postings[found]);
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

    #[inline]
    fn meet_one(&mut self, weights: &Weights, posting: Posting) {
        let (document, field) = (posting.document(), posting.field());
        let worth = weights.by_field[field] * weights.closeness;
        let passes = self.passes;
        self.scores.meet(document, worth, field, || {
            weights.starts && passes.is_none_or(|passes| passes(document))
        });
    }

    /// Meets the documents that are in all of these lists.
    fn meet_in_all(&mut self, weights: &Weights, lists: &[u32]) {
        let kept = &self.index.lists;
        let Some(shortest) = kept.shortest(lists) else {
            return;
        };
        let count = kept.count(shortest..shortest + 1) as usize;
        if !weights.starts && count >= LEAP * self.scores.touched().len() {
            for place in 0..self.scores.touched().len() {
                let document = self.scores.touched()[place];
                if let Some(posting) = kept.find_in_all(lists, document) {
                    self.meet_one(weights, posting);
                }
            }
            return;
        }
        // All words of a phrase are met by the same lists.
        let whole = self.within.is_none();
        let known = self.known.iter().position(|(known, _)| known == lists);
        let found = match known.filter(|_| whole) {
            Some(place) => std::mem::take(&mut self.known[place].1),
            None => kept.in_all(lists, |postings| self.within(postings)),
        };
        for posting in &found {
            if weights.starts || self.scores.has(posting.document()) {
                self.meet_one(weights, *posting);
            }
        }
        match known.filter(|_| whole) {
            Some(place) => self.known[place].1 = found,
            None if whole => self.known.push((lists.to_vec(), found)),
            None => {}
        }
    }
}

/// What the postings of one list are worth, and whether they bring in their documents.
struct Weights {
    by_field: [f32; Field::COUNT],
    closeness: f32,
    starts: bool,
}

impl Weights {
    fn of(way: Way, starts: bool) -> Self {
        Self {
            by_field: way.weights(),
            closeness: 1.0,
            starts: starts && way != Way::WeakFilter,
        }
    }

    const fn scaled(&self, closeness: f32) -> Self {
        Self { closeness, ..*self }
    }
}
