//! The search itself.
//!
//! Word by word, the rarest first, each document gathers the best that each word met in it. In a
//! small directory every word brings in its documents; in a large one only the rarest and those
//! with short lists do, and the common ones add to what is there. So the work follows the rarest
//! word, not the size of the directory.

use std::collections::HashSet;

use super::explain;
use super::index::{Index, Posting, hash_of};
use super::letters;
use super::needs::{self, List, Need, Source};
use super::query;
use super::rank::{self, Field, Way, closeness, rarity};
use super::scores::{Scores, Slot};
use super::suggest;
use super::terms::position;
use super::types::{Chip, ChipFilter, Context, EXPLAINED, Hit, Hits, MOST, Query};
use super::words::{fold_word, words};
use crate::directory::{Filters, Region};
use crate::i18n::Language;

/// A directory with more documents is large.
const LARGE: u32 = 4_000;
/// In a large directory, so few postings always bring in their documents.
const SHORT: u32 = 1_000;
/// A beginning of one or two letters is looked for in names alone where its lists are longer.
const BROAD: u32 = 20_000;
/// A list so many times as long as there are documents to look up in it is leapt through.
const LEAP: usize = 12;
/// So many hits that lack a word follow those that lack none.
const MOST_PARTIAL: usize = 40;
/// A hit that lacks a word must have this share of the best one's score.
const LEAST_PARTIAL: f32 = 0.35;

/// Documents with their scores, the best first.
type Ranked = Vec<(f32, u32)>;

impl Index {
    /// Finds what matches the query. No text finds every contact that passes the filters.
    pub fn search(&self, query: &Query, context: &Context<'_>) -> Hits {
        self.search_while(query, context, &|| true)
    }

    /// Finds what matches the query for as long as `go_on` says so; once it says no, what has been
    /// found by then, marked as partial. Made for a worker thread that a newer keystroke stops,
    /// and for a first screenful within a time.
    pub fn search_while(
        &self,
        query: &Query,
        context: &Context<'_>,
        go_on: &dyn Fn() -> bool,
    ) -> Hits {
        if words(&query.text).next().is_none() {
            return self.list(query, context);
        }
        let found = self.find(&query.text, &query.filters, context, go_on);
        let hits: Vec<Hit> = found
            .ranked
            .iter()
            .enumerate()
            .map(|(place, (_, document))| {
                if place < EXPLAINED {
                    explain::hit(self, *document, &found.needs, &query.text, context.language)
                } else {
                    Hit::plain(self.documents.item(*document))
                }
            })
            .collect();
        let mut hits = Hits {
            hits,
            total: found.total,
            chips: found.chips,
            suggestions: Vec::new(),
            partial: found.stopped,
        };
        if hits.hits.is_empty() && !hits.partial {
            hits.hits = letters::find(self, query, context, go_on);
            hits.total = hits.hits.len();
        }
        if hits.hits.is_empty() && !hits.partial {
            hits.suggestions = suggest::of(self, query, context, go_on);
        }
        hits
    }

    /// Gives spans and reasons to hits of this query that have none yet: those behind the first
    /// [`EXPLAINED`] that come into view.
    pub fn explain(&self, query: &Query, context: &Context<'_>, hits: &mut [Hit]) {
        let read = query::read(&query.text, |digits| self.is_phone(digits));
        let (needs, _) = needs::of_words(self, read);
        let mut left = hits.len();
        for document in 0..self.documents.count() {
            if left == 0 {
                break;
            }
            let item = self.documents.item(document);
            if let Some(hit) = hits.iter_mut().find(|hit| hit.item == item) {
                *hit = explain::hit(self, document, &needs, &query.text, context.language);
                left -= 1;
            }
        }
    }

    /// How many hits a query has, without what a screen needs to show them.
    pub(super) fn count(
        &self,
        query: &Query,
        context: &Context<'_>,
        go_on: &dyn Fn() -> bool,
    ) -> usize {
        if words(&query.text).next().is_none() {
            return self.list(query, context).total;
        }
        self.find(&query.text, &query.filters, context, go_on).total
    }

    fn is_phone(&self, digits: &str) -> bool {
        let mut any = false;
        self.phones.find(digits, |_, _| any = true);
        any
    }

    /// Every contact that passes the filters, the near ones first.
    fn list(&self, query: &Query, context: &Context<'_>) -> Hits {
        let preferred = hashes(context.preferred);
        let mut ranked: Vec<(bool, bool, u32)> = (0..self.documents.count())
            .filter_map(|document| {
                let attributes = self.documents.attributes[document as usize];
                let shown = !attributes.is_topic()
                    && attributes.passes(&query.filters, &self.documents.languages);
                let nearness = rank::nearness(attributes.region, context.region);
                let far = context.region != Region::Ca && nearness < 0.9;
                let near = nearness >= 1.0;
                let known = preferred.contains(&self.documents.ids[document as usize]);
                shown.then_some((far, !(near || known && !far), document))
            })
            .collect();
        ranked.sort_unstable();
        let hits: Vec<Hit> = ranked
            .iter()
            .map(|(_, _, document)| Hit::plain(self.documents.item(*document)))
            .collect();
        Hits {
            total: hits.len(),
            hits,
            ..Hits::default()
        }
    }

    fn find(
        &self,
        text: &str,
        filters: &Filters,
        context: &Context<'_>,
        go_on: &dyn Fn() -> bool,
    ) -> Found<'_> {
        let spoken = words(text).count();
        let read = query::read(text, |digits| self.is_phone(digits));
        let (needs, chips) = needs::of_words(self, read);
        let mut weighed: Vec<Weighed<'_, '_>> = needs
            .iter()
            .enumerate()
            .filter(|(_, need)| !need.sources.is_empty())
            .map(|(place, need)| Weighed::of(self, need, 1 << place))
            .collect();
        // Filters last: what passes one weakly counts only where another word has been met.
        weighed.sort_by_key(|weighed| (weighed.need.is_filter, weighed.cost, weighed.bit));
        let mut scores = match self.scores.lock() {
            Ok(scores) => scores,
            Err(poisoned) => poisoned.into_inner(),
        };
        scores.prepare(self.len());
        let stopped = self.gather(&mut scores, &weighed, filters, go_on);
        let ranking = Ranking {
            index: self,
            weight: weighed.iter().map(|weighed| weighed.rarity).sum(),
            wanted: weighed.iter().fold(0, |bits, weighed| bits | weighed.bit),
            filters: weighed
                .iter()
                .filter(|w| w.need.is_filter)
                .fold(0, |bits, w| bits | w.bit),
            words: &needs,
            spoken,
            region: named_region(&chips).unwrap_or(context.region),
            preferred: hashes(context.preferred),
        };
        let (ranked, total) = ranking.rank(&scores);
        drop(scores);
        Found {
            ranked,
            total,
            stopped,
            needs,
            chips,
        }
    }

    /// Goes through the words; returns whether it was stopped.
    fn gather(
        &self,
        scores: &mut Scores,
        weighed: &[Weighed<'_, '_>],
        filters: &Filters,
        go_on: &dyn Fn() -> bool,
    ) -> bool {
        let all_pass = filters.is_empty();
        for (place, word) in weighed.iter().enumerate() {
            if place > 0 && !go_on() {
                return true;
            }
            let starts = place == 0 || word.cost <= SHORT || self.documents.count() <= LARGE;
            let passes = |document: u32| {
                all_pass
                    || self.documents.attributes[document as usize]
                        .passes(filters, &self.documents.languages)
            };
            let mut pass = Pass {
                index: self,
                scores,
                starts,
                passes: &passes,
                enough: if self.documents.count() > LARGE {
                    MOST
                } else {
                    usize::MAX
                },
            };
            // Names first: where they fill the list, what stands elsewhere would come after them.
            for source in &word.need.sources {
                pass.names(source, word.need);
            }
            if place > 0 || weighed.len() > 1 || !pass.is_full() {
                for source in &word.need.sources {
                    pass.others(source, word.need, word.names_only);
                }
            }
            scores.close_word(word.bit, word.rarity);
        }
        false
    }
}

/// One word's way through its lists.
struct Pass<'p> {
    index: &'p Index,
    scores: &'p mut Scores,
    starts: bool,
    passes: &'p dyn Fn(u32) -> bool,
    enough: usize,
}

impl Pass<'_> {
    fn is_full(&self) -> bool {
        self.scores.touched().len() >= self.enough
    }

    fn names(&mut self, source: &Source<'_>, need: &Need<'_>) {
        let lists = &self.index.lists;
        match &source.list {
            List::Kept(list) => self.meet(source.way, 1.0, lists.names(*list)),
            List::Here(postings) => self.meet(source.way, 1.0, postings),
            List::Every(lists) => self.meet_in_all(source.way, lists),
            List::Beginning(terms) => {
                for term in terms.clone() {
                    let closeness = self.closeness(term, need);
                    self.meet(source.way, closeness, lists.names(term));
                }
            }
        }
    }

    fn others(&mut self, source: &Source<'_>, need: &Need<'_>, names_only: bool) {
        let lists = &self.index.lists;
        match &source.list {
            List::Kept(list) => self.meet(source.way, 1.0, lists.others(*list)),
            List::Beginning(terms) if !names_only => {
                for term in terms.clone() {
                    let closeness = self.closeness(term, need);
                    self.meet(source.way, closeness, lists.others(term));
                }
            }
            List::Here(_) | List::Every(_) | List::Beginning(_) => {}
        }
    }

    fn closeness(&self, term: u32, need: &Need<'_>) -> f32 {
        closeness(need.word.text.len(), self.index.terms.get(term).len())
    }

    /// Meets the documents of an ordered list: all of them, or by leaps those with a tally.
    fn meet(&mut self, way: Way, closeness: f32, postings: &[Posting]) {
        let weights = way.weights().map(|weight| weight * closeness);
        let starts = self.starts && way != Way::WeakFilter;
        if starts || postings.len() < LEAP * self.scores.touched().len() {
            for posting in postings {
                self.meet_one(&weights, starts, *posting);
            }
            return;
        }
        for place in 0..self.scores.touched().len() {
            let document = self.scores.touched()[place];
            let found = postings.binary_search_by_key(&document, |posting| posting.document());
            if let Ok(found) = found {
                self.meet_one(&weights, starts, postings[found]);
            }
        }
    }

    #[inline]
    fn meet_one(&mut self, weights: &[f32; Field::COUNT], starts: bool, posting: Posting) {
        let (document, field) = (posting.document(), posting.field());
        let passes = self.passes;
        self.scores.meet(document, weights[field], field, || {
            starts && passes(document)
        });
    }
}

impl Pass<'_> {
    /// Meets the documents that are in all of these lists.
    fn meet_in_all(&mut self, way: Way, lists: &[u32]) {
        let kept = &self.index.lists;
        let Some(shortest) = kept.shortest(lists) else {
            return;
        };
        let count = kept.count(shortest..shortest + 1) as usize;
        let documents: Vec<u32> = if self.starts || count < self.scores.touched().len() {
            let postings = kept.names(shortest).iter().chain(kept.others(shortest));
            postings.map(|posting| posting.document()).collect()
        } else {
            self.scores.touched().to_vec()
        };
        let found: Vec<Posting> = documents
            .into_iter()
            .filter_map(|document| kept.find_in_all(lists, document))
            .collect();
        let weights = way.weights();
        for posting in found {
            self.meet_one(&weights, self.starts, posting);
        }
    }
}

/// What a search has come to.
struct Found<'i> {
    ranked: Ranked,
    total: usize,
    stopped: bool,
    needs: Vec<Need<'i>>,
    chips: Vec<Chip>,
}

/// A word with what it says and what it costs.
struct Weighed<'n, 'i> {
    need: &'n Need<'i>,
    bit: u16,
    rarity: f32,
    cost: u32,
    names_only: bool,
}

impl<'n, 'i> Weighed<'n, 'i> {
    fn of(index: &Index, need: &'n Need<'i>, bit: u16) -> Self {
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

/// What puts documents in order.
struct Ranking<'r> {
    index: &'r Index,
    weight: f32,
    wanted: u16,
    filters: u16,
    words: &'r [Need<'r>],
    /// Words of the query, with those that carry no meaning.
    spoken: usize,
    region: Region,
    preferred: HashSet<u64>,
}

impl Ranking<'_> {
    /// The best documents, and how many there are.
    fn rank(&self, scores: &Scores) -> (Ranked, usize) {
        let filtered = scores
            .touched()
            .iter()
            .any(|document| scores.slot(*document).met & self.filters == self.filters);
        let mut whole: Ranked = Vec::new();
        let mut partial: Ranked = Vec::new();
        for document in scores.touched() {
            let slot = scores.slot(*document);
            if slot.total <= 0.0 || filtered && slot.met & self.filters != self.filters {
                continue;
            }
            let list = if slot.met == self.wanted {
                &mut whole
            } else {
                &mut partial
            };
            list.push((self.score(*document, slot), *document));
        }
        let best = |ranked: &Ranked| ranked.iter().map(|(score, _)| *score).fold(0.0, f32::max);
        let least = LEAST_PARTIAL * best(&whole).max(best(&partial));
        partial.retain(|(score, _)| *score >= least);
        let kept = if whole.is_empty() { MOST } else { MOST_PARTIAL };
        keep_best(&mut partial, kept);
        whole.append(&mut partial);
        let total = whole.len();
        keep_best(&mut whole, MOST);
        (whole, total)
    }

    fn score(&self, document: u32, slot: Slot) -> f32 {
        let documents = &self.index.documents;
        let region = documents.attributes[document as usize].region;
        let [english, french] = documents.name_words[document as usize];
        let name_words = english.min(french);
        let share = slot.total / self.weight;
        let met = self.met_weight(slot.met);
        let preferred = !self.preferred.is_empty()
            && self.preferred.contains(&documents.ids[document as usize]);
        let whole_name = usize::from(slot.named) == self.words.len() && self.is_name(document);
        share
            * rank::coverage(met)
            * rank::nearness(region, self.region)
            * rank::tightness(slot.named, name_words)
            * documents.standings[document as usize]
            * if preferred { rank::PREFERRED } else { 1.0 }
            * if whole_name { rank::WHOLE_NAME } else { 1.0 }
    }

    fn met_weight(&self, met: u16) -> f32 {
        if met == self.wanted {
            return 1.0;
        }
        f32::from(u8::try_from(met.count_ones()).unwrap_or(u8::MAX))
            / f32::from(u8::try_from(self.wanted.count_ones()).unwrap_or(u8::MAX))
    }

    /// Whether the query's words are those of the document's name, stop words apart.
    fn is_name(&self, document: u32) -> bool {
        let mut folded = String::new();
        let lengths = self.index.documents.name_words[document as usize];
        Language::ALL.into_iter().any(|language| {
            if usize::from(lengths[language as usize]) != self.spoken {
                return false;
            }
            let name = self.index.documents.name(document, language);
            let mut wanted = self.words.iter().map(|need| &*need.word.text);
            let mut all = true;
            for word in words(name) {
                fold_word(&name[word.clone()], &mut folded);
                let asked = super::words::asked_form(&name[word]);
                if super::words::is_stop_word(&asked) {
                    continue;
                }
                all &= wanted
                    .next()
                    .is_some_and(|wanted| wanted == folded || wanted == asked);
            }
            all && wanted.next().is_none()
        })
    }
}

fn keep_best(ranked: &mut Ranked, most: usize) {
    let order = |a: &(f32, u32), b: &(f32, u32)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
    if ranked.len() > most {
        ranked.select_nth_unstable_by(most, order);
        ranked.truncate(most);
    }
    ranked.sort_unstable_by(order);
}

fn named_region(chips: &[Chip]) -> Option<Region> {
    chips.iter().find_map(|chip| match chip.filter {
        ChipFilter::Region(region) => Some(region),
        _ => None,
    })
}

fn hashes(ids: &HashSet<String>) -> HashSet<u64> {
    ids.iter().map(|id| hash_of(id)).collect()
}
