//! Scan of the postings of a query's words. Word by word, the rarest first, each document collects
//! the best match of each word. In a small directory every word adds its documents as candidates;
//! in a large one only the rarest word and those with short lists do, and common words only add to
//! the scores of candidates, so that the work depends on the rarest word rather than on the size of
//! the directory. Words that add candidates are scanned twice: once to mark those, then, like all
//! words, to add to their scores (see [`Scores`]).

use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;

use super::scores::Scores;
use super::weights::{WeighedWord, Weights};
use super::working_memory::{RecentLists, WorkingMemory};
use super::{MatchKind, closeness};
use crate::directory::{Filters, Region};
use crate::search::index::Index;
use crate::search::index::lists::intersection::advance;
use crate::search::index::lists::postings::{Half, Posting};
use crate::search::index::lists::span::Span;
use crate::search::query::word_match::{List, Source, WordMatch};
use crate::search::rank::best::MOST;

/// Number of documents above which a directory is large.
const LARGE: u32 = 4_000;
/// Number of postings up to which a word adds candidates even in a large directory.
const SHORT: u32 = 1_000;
/// Least ratio of a list's length to the number of candidates at which these are looked up one by
/// one.
const GALLOP: usize = 12;
/// Least ratio at which a list is not even read as a whole: a look-up of one posting reads a block of
/// about a thousand.
const SPARSE: usize = 256;

/// Constraints on one postings scan.
#[derive(Clone, Copy)]
pub struct Constraints<'a> {
    /// Filters that every candidate must pass.
    pub filters: &'a Filters,
    /// Region whose documents come first.
    pub region: Region,
    /// Returns false once the search should stop.
    pub go_on: &'a dyn Fn() -> bool,
}

impl Index {
    /// Scans the lists of all words; returns true if it was stopped.
    pub(in crate::search) fn scan_postings(
        &self,
        memory: &mut WorkingMemory,
        weighed: &[WeighedWord<'_>],
        asked: Constraints<'_>,
    ) -> bool {
        let WorkingMemory { scores, lists } = memory;
        let large = self.documents.count() > LARGE;
        let passes = |document: u32| {
            let attributes = self.documents.attributes(document);
            attributes.passes(asked.filters, &self.documents.languages)
        };
        let passes: Option<&dyn Fn(u32) -> bool> = (!asked.filters.is_empty()).then_some(&passes);
        let mut pass = PostingsScan {
            index: self,
            scores,
            marks: true,
            passes,
            within: None,
            known: Vec::new(),
            recent: std::mem::take(lists),
            spans: Vec::new(),
        };
        let mut until_full = None;
        for (order, word) in weighed.iter().enumerate() {
            if large && weighed.len() == 1 && !word.word_match.is_filter {
                until_full = Some(pass.mark_until_full(word, asked.region));
            } else if order == 0 || word.cost <= SHORT || !large {
                pass.go(word, &Step::EVERYWHERE);
            }
        }
        pass.scores.all_are_marked();
        pass.marks = false;
        let mut stopped = false;
        for (order, word) in weighed.iter().enumerate() {
            stopped = order > 0 && !(asked.go_on)();
            if stopped {
                break;
            }
            pass.scores.next_word(word.bit);
            pass.go(word, until_full.as_deref().unwrap_or(&Step::EVERYWHERE));
            pass.scores.end_word(word.rarity);
        }
        let spans = pass.spans.iter();
        *lists = RecentLists::of(spans.map(|(names, _, span)| (*names, &**span)));
        stopped
    }
}

/// Part of a word's postings.
#[derive(Clone)]
struct Step {
    /// Only documents in this range.
    within: Option<Range<u32>>,
    /// True to scan postings in names, false for other fields.
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

/// Pass over the lists of words: to mark candidates, or to add to their scores.
struct PostingsScan<'p> {
    index: &'p Index,
    scores: &'p mut Scores,
    /// True if this pass marks candidates.
    marks: bool,
    /// Filter; `None` if every document passes.
    passes: Option<&'p dyn Fn(u32) -> bool>,
    /// Only documents in this range match.
    within: Option<Range<u32>>,
    /// Cached intersections of lists.
    known: Vec<(Vec<u32>, Vec<Posting>)>,
    /// Lists that the last search read.
    recent: RecentLists,
    /// Lists read before: all passes read the same.
    spans: Vec<(bool, Range<u32>, Rc<Span<'p>>)>,
}

impl<'p> PostingsScan<'p> {
    /// Marks candidates of the only word of a query in a large directory where they count most: in
    /// names nearby, then in all names, then everywhere, but only until the list of hits is full,
    /// since later ones would rank behind. Returns the steps taken.
    fn mark_until_full(&mut self, word: &WeighedWord<'_>, region: Region) -> Vec<Step> {
        let near = |region| Step {
            within: Some(self.index.documents.in_region(region)),
            names: true,
        };
        let mut steps = vec![near(Region::Ca)];
        if region != Region::Ca {
            steps.push(near(region));
        }
        self.go(word, &steps);
        for step in Step::EVERYWHERE {
            if self.scores.marked() < MOST {
                self.go(word, std::slice::from_ref(&step));
                steps.push(step);
            }
        }
        steps
    }

    fn go(&mut self, word: &WeighedWord<'_>, steps: &[Step]) {
        for step in steps {
            self.within.clone_from(&step.within);
            if step.names {
                self.names(word.word_match);
            } else {
                self.others(word);
            }
        }
        self.within = None;
    }

    fn names(&mut self, word_match: &WordMatch) {
        for source in sources(self.index, word_match, self.marks) {
            let weights = Weights::of(source.kind);
            match &source.list {
                List::Stored(list) => self.meet_stored(&weights, *list, true),
                List::Inline(postings) => self.meet(&weights, postings),
                List::InAll(lists) => self.meet_in_all(&weights, lists),
                List::Beginning(terms) => self.beginning(&weights, terms, word_match, true),
            }
        }
    }

    fn others(&mut self, word: &WeighedWord<'_>) {
        for source in sources(self.index, word.word_match, self.marks) {
            let weights = Weights::of(source.kind);
            match &source.list {
                List::Stored(list) => self.meet_stored(&weights, *list, false),
                List::Beginning(terms) if !word.names_only => {
                    self.beginning(&weights, terms, word.word_match, false);
                }
                List::Inline(_) | List::InAll(_) | List::Beginning(_) => {}
            }
        }
    }

    const fn half(&self, names: bool) -> &'p Half {
        if names {
            &self.index.lists.names
        } else {
            &self.index.lists.others
        }
    }

    /// Returns the postings of a range of lists.
    fn span(&mut self, names: bool, lists: Range<u32>) -> Rc<Span<'p>> {
        let mut read = self.spans.iter();
        if let Some((.., span)) = read.find(|(half, read, _)| *half == names && *read == lists) {
            return Rc::clone(span);
        }
        let half = self.half(names);
        let span = match self.recent.around(names, &lists) {
            Some(read) => half.span_in(lists.clone(), read),
            None => half.span(lists.clone()),
        };
        let span = Rc::new(span);
        self.spans.push((names, lists, Rc::clone(&span)));
        span
    }

    fn beginning(
        &mut self,
        weights: &Weights,
        terms: &Range<u32>,
        word_match: &WordMatch,
        names: bool,
    ) {
        let span = self.span(names, terms.clone());
        for term in terms.clone() {
            let postings = span.list(term);
            if postings.is_empty() {
                continue;
            }
            if self.marks {
                self.mark(self.within(postings));
            } else {
                self.meet(&weights.scaled(self.closeness(term, word_match)), postings);
            }
        }
    }

    /// Scans one list of the index. A long one is not read as a whole if there are few candidates, or
    /// only some documents match, unless the last search has read it.
    fn meet_stored(&mut self, weights: &Weights, list: u32, names: bool) {
        let lists = list..list + 1;
        let half = self.half(names);
        let count = half.count(lists.clone()) as usize;
        let is_read = self.recent.around(names, &lists).is_some();
        let within = self.within.clone();
        if let Some(within) = within.filter(|_| !is_read && count > SHORT as usize) {
            self.meet(weights, &half.within(list, &within));
        } else if is_read || self.marks || count < SPARSE * self.scores.documents().len() {
            let span = self.span(names, lists);
            self.meet(weights, span.all());
        } else {
            let mut finder = half.finder(list);
            self.look_up(weights, |document| finder.find(document));
        }
    }

    fn closeness(&self, term: u32, word_match: &WordMatch) -> f32 {
        closeness(word_match.word.text.len(), self.index.terms.get(term).len())
    }

    /// Scans one list.
    fn meet(&mut self, weights: &Weights, postings: &[Posting]) {
        let postings = self.within(postings);
        if self.marks {
            self.mark(postings);
        } else if postings.len() < GALLOP * self.scores.documents().len() {
            self.add(weights, postings);
        } else {
            let mut left = postings;
            self.look_up(weights, |document| advance(&mut left, document));
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

    /// Adds postings to the scores of candidates.
    fn add(&mut self, weights: &Weights, postings: &[Posting]) {
        for posting in postings {
            let (worth, field) = weights.of_one(*posting);
            self.scores.meet(posting.document(), worth, field);
        }
    }

    /// Looks up each candidate with `find`.
    fn look_up(&mut self, weights: &Weights, mut find: impl FnMut(u32) -> Option<Posting>) {
        for index in 0..self.scores.documents().len() {
            if let Some(posting) = find(self.scores.documents()[index]) {
                let (worth, field) = weights.of_one(posting);
                self.scores.meet_at(index, worth, field);
            }
        }
    }

    fn within<'l>(&self, postings: &'l [Posting]) -> &'l [Posting] {
        let Some(within) = &self.within else {
            return postings;
        };
        let start_of = |document| postings.partition_point(|posting| posting.document() < document);
        let range = start_of(within.start)..start_of(within.end);
        // The order of damaged postings may be wrong.
        postings.get(range).unwrap_or_default()
    }

    /// Returns the relevant postings: in the second pass, only those of candidates.
    fn kept<'l>(&self, postings: Cow<'l, [Posting]>) -> Cow<'l, [Posting]> {
        if self.marks && self.within.is_none() {
            return postings;
        }
        let kept = self.within(&postings).iter().copied();
        kept.filter(|posting| self.marks || self.scores.is_marked(posting.document()))
            .collect()
    }

    /// Scans the intersection of lists.
    fn meet_in_all(&mut self, weights: &Weights, lists: &[u32]) {
        let kept = &self.index.lists;
        let Some(shortest) = kept.shortest(lists) else {
            return;
        };
        let count = kept.count(shortest..shortest + 1) as usize;
        if !self.marks && count >= GALLOP * self.scores.documents().len() {
            let mut finder = kept.finder_in_all(lists);
            self.look_up(weights, |document| finder.find(document));
            return;
        }
        // All words of a phrase match by the same lists.
        let whole = self.within.is_none();
        let known = self.known.iter().position(|(known, _)| known == lists);
        let found = match known.filter(|_| whole) {
            Some(entry) => std::mem::take(&mut self.known[entry].1),
            None => kept.in_all(lists, |postings| self.kept(postings)),
        };
        if self.marks {
            self.mark(&found);
        } else {
            self.add(weights, &found);
        }
        match known.filter(|_| whole) {
            Some(entry) => self.known[entry].1 = found,
            None if whole => self.known.push((lists.to_vec(), found)),
            None => {}
        }
    }
}

/// Returns the sources worth scanning: weak matches add no candidates, and a long list with several
/// kinds of match is scanned once, for the best.
fn sources<'s>(
    index: &'s Index,
    word_match: &'s WordMatch,
    marks: bool,
) -> impl Iterator<Item = &'s Source> + 's {
    let all = &word_match.sources;
    all.iter()
        .enumerate()
        .filter_map(move |(position, source)| {
            let long = match source.list {
                List::Stored(list) => index.lists.count(list..list + 1) > SHORT,
                _ => false,
            };
            let again = long
                && all.iter().enumerate().any(|(other_position, other)| {
                    other.list == source.list
                        && is_as_good(other.kind, source.kind)
                        && (other_position < position || !is_as_good(source.kind, other.kind))
                });
            let idle = again || marks && source.kind == MatchKind::WeakFilter;
            (!idle).then_some(source)
        })
}

/// Returns true if one kind of match weighs at least as much as another in every field.
fn is_as_good(kind: MatchKind, than: MatchKind) -> bool {
    let mut weights = kind.weights().into_iter().zip(than.weights());
    kind != MatchKind::WeakFilter && weights.all(|(kind, than)| kind >= than)
}
