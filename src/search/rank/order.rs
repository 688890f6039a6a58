//! Ranks the scored documents.

use rustc_hash::FxHashSet;

use super::scores::{Scores, Tally};
use super::told::Told;
use crate::i18n::Language;
use crate::search::hits::MOST;
use crate::search::index::locations::Vantage;
use crate::search::index::{Index, Standing};
use crate::search::query::word_match::WordMatch;
use crate::search::rank;
use crate::search::text::stop_words::is_stop_word;
use crate::search::text::words::{asked_form, fold_word, words};

/// Maximum number of hits without every word that follow those with all.
const MOST_PARTIAL: usize = 40;
/// Minimum score of a hit without every word, as a share of the best score.
const LEAST_PARTIAL: f32 = 0.35;

/// A document and its score in one number, ordered by descending score, then by ascending document
/// number. One number sorts faster than two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ranked(u64);

impl Ranked {
    /// Scores are not negative, so their bits sort like them.
    fn new(score: f32, document: u32) -> Self {
        Self(u64::from(!score.to_bits()) << 32 | u64::from(document))
    }

    const fn score(self) -> f32 {
        f32::from_bits(!((self.0 >> 32) as u32))
    }

    /// Returns the document.
    #[expect(clippy::cast_possible_truncation, reason = "it is the lower half")]
    pub const fn document(self) -> u32 {
        self.0 as u32
    }
}

/// The inputs of ranking.
pub struct Ranking<'r> {
    /// The index.
    pub index: &'r Index,
    /// The sum of the rarities of all matching words.
    pub weight: f32,
    /// The bit and the rarity of each of those words.
    pub rarities: Vec<(u16, f32)>,
    /// The bits of those words.
    pub wanted: u16,
    /// The bits of the filters among them.
    pub filters: u16,
    /// The words of the query without stop words.
    pub words: &'r [WordMatch],
    /// The number of words including stop words.
    pub spoken: usize,
    /// The region that ranks first.
    pub vantage: &'r Vantage,
    /// Hashes of the ids of bookmarked contacts.
    pub preferred: FxHashSet<u64>,
}

/// The outcome of ranking.
pub struct Order {
    /// The best documents in order.
    pub ranked: Vec<Ranked>,
    /// The number of all.
    pub total: usize,
    /// Whether any of them answers the query (see [`Told`]).
    pub is_told: bool,
    /// How well the query tells the first documents.
    pub fit: Fit,
}

/// How well the words of a query tell what stands first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fit {
    /// Words are missing, or match only in passing.
    #[default]
    Loose,
    /// Every word matches, in a name, an organization or a category.
    Close,
    /// Every word is in the names of that many documents, and of few others.
    Named(usize),
}

/// A query is the name of something if no more names than this have all of its words.
const FEW_NAMES: usize = 4;
/// The share of the best possible score from which every word matches closely.
const CLOSE: f32 = 0.6;

impl Ranking<'_> {
    /// Ranks the scored documents.
    pub fn rank(&self, scores: &Scores) -> Order {
        let passes = |tally: &Tally| tally.met & self.filters == self.filters;
        let filtered = self.filters != 0 && scores.tallies().any(|(_, tally)| passes(&tally));
        let [mut whole, mut partial] = [Best::of(MOST), Best::of(MOST)];
        let mut coverages = Coverages::of(self);
        let mut named = 0;
        let mut told = Told::of(self.index, self.words);
        let mut is_told = false;
        for (document, tally) in scores.tallies() {
            if tally.total <= 0.0 || filtered && !passes(&tally) {
                continue;
            }
            let list = if tally.met == self.wanted {
                partial.only(MOST_PARTIAL);
                &mut whole
            } else {
                &mut partial
            };
            named += usize::from(self.is_named(tally));
            is_told |= told.by(tally.met);
            let share = tally.total / self.weight * coverages.after(tally.met);
            list.met += 1;
            if list.may_take(self.best_of(tally, share)) {
                list.add(Ranked::new(self.score(document, tally, share), document));
            }
        }
        let best = whole.kept.iter().chain(&partial.kept).min();
        let least = LEAST_PARTIAL * best.map_or(0.0, |ranked| ranked.score());
        let mut partial = partial.finish();
        partial.retain(|ranked| ranked.score() >= least);
        let total = whole.met + partial.len();
        for ranked in partial {
            whole.add(ranked);
        }
        let ranked = whole.finish();
        let fit = self.fit(&ranked, scores, named);
        Order {
            ranked,
            total,
            is_told,
            fit,
        }
    }

    fn content(&self) -> impl Iterator<Item = &WordMatch> {
        self.words
            .iter()
            .filter(|word| !word.is_filter && !word.is_replaced)
    }

    /// Returns true if every word of the query that is no filter is in a document's name.
    fn is_named(&self, tally: Tally) -> bool {
        tally.met == self.wanted && usize::from(tally.named) >= self.content().count()
    }

    /// Returns how well the query tells the first of these documents, `named` of which have all of
    /// its words in their names.
    fn fit(&self, ranked: &[Ranked], scores: &Scores, named: usize) -> Fit {
        let tally = |ranked: &Ranked| scores.tally(ranked.document());
        let Some(first) = ranked.first().and_then(tally) else {
            return Fit::Loose;
        };
        let none_missing = self.content().all(|word| !word.sources.is_empty());
        if !none_missing || first.met != self.wanted || self.content().next().is_none() {
            return Fit::Loose;
        }
        let leading = ranked
            .iter()
            .map_while(|one| tally(one).filter(|tally| self.is_named(*tally)));
        let leading = leading.take(FEW_NAMES).count();
        if named <= FEW_NAMES && leading > 0 {
            return Fit::Named(leading);
        }
        if first.total / self.weight >= CLOSE {
            Fit::Close
        } else {
            Fit::Loose
        }
    }

    /// Returns the score of a document that covers a share of the query.
    fn score(&self, document: u32, tally: Tally, share: f32) -> f32 {
        let standing = self.index.documents.standings[document as usize];
        let [english, french] = standing.name_words;
        let name_words = english.min(french);
        let preferred = !self.preferred.is_empty()
            && self
                .preferred
                .contains(&self.index.documents.ids[document as usize]);
        let whole_name = self.may_be_name(tally) && self.is_name(document, standing);
        share
            * self
                .index
                .nearness(document, self.vantage)
                .factor(self.vantage)
            * rank::tightness(tally.named, name_words)
            * standing.factor
            * if preferred { rank::PREFERRED } else { 1.0 }
            * if whole_name { rank::WHOLE_NAME } else { 1.0 }
    }

    /// Returns an upper bound of the score of a document with this tally, without reading the
    /// document's facts, which would be a cache miss.
    fn best_of(&self, tally: Tally, share: f32) -> f32 {
        share
            * rank::BEST_STANDING
            * if self.preferred.is_empty() {
                1.0
            } else {
                rank::PREFERRED
            }
            * if self.may_be_name(tally) {
                rank::WHOLE_NAME
            } else {
                1.0
            }
    }

    const fn may_be_name(&self, tally: Tally) -> bool {
        tally.named as usize == self.words.len()
    }

    /// Returns true if the query's words are those of the document's name, stop words apart.
    fn is_name(&self, document: u32, standing: Standing) -> bool {
        let mut folded = String::new();
        Language::ALL.into_iter().any(|language| {
            if usize::from(standing.name_words[language as usize]) != self.spoken {
                return false;
            }
            let name = self.index.documents.name(document, language);
            let mut wanted = self.words.iter().map(|word_match| &*word_match.word.text);
            let mut all = true;
            for word in words(name) {
                fold_word(&name[word.clone()], &mut folded);
                let asked = asked_form(&name[word]);
                if is_stop_word(&asked) {
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

/// The coverage factors of sets of matched words; caches the last, since most documents match the
/// same set as the one before.
struct Coverages<'r> {
    ranking: &'r Ranking<'r>,
    last: (u16, f32),
}

impl<'r> Coverages<'r> {
    fn of(ranking: &'r Ranking<'r>) -> Self {
        let last = (ranking.wanted, rank::coverage(1.0));
        Self { ranking, last }
    }

    fn after(&mut self, met: u16) -> f32 {
        if met != self.last.0 {
            self.last = (met, rank::coverage(self.share(met)));
        }
        self.last.1
    }

    /// Returns the share of the query's weight that a set of words has.
    fn share(&self, met: u16) -> f32 {
        if met == self.ranking.wanted {
            return 1.0;
        }
        let met = self
            .ranking
            .rarities
            .iter()
            .filter(|(bit, _)| met & bit != 0);
        met.map(|(_, rarity)| rarity).sum::<f32>() / self.ranking.weight
    }
}

/// The best of many ranked documents, keeping at most twice as many as wanted.
struct Best {
    /// The number wanted.
    most: usize,
    kept: Vec<Ranked>,
    /// The last of the best so far: anything after it is dropped.
    last: Option<Ranked>,
    /// The number of documents offered.
    met: usize,
}

impl Best {
    const fn of(most: usize) -> Self {
        Self {
            most,
            kept: Vec::new(),
            last: None,
            met: 0,
        }
    }

    /// Lowers the number wanted.
    #[inline]
    fn only(&mut self, most: usize) {
        if most < self.most {
            self.most = most;
            self.tidy();
        }
    }

    /// Returns true if a document with this score can still be among the best.
    #[inline]
    fn may_take(&self, score: f32) -> bool {
        self.last.is_none_or(|last| score >= last.score())
    }

    #[inline]
    fn add(&mut self, ranked: Ranked) {
        if self.last.is_none_or(|last| ranked < last) {
            self.kept.push(ranked);
            self.tidy();
        }
    }

    /// Drops the rest once the buffer is full.
    fn tidy(&mut self) {
        if self.kept.len() >= 2 * self.most {
            self.keep();
            self.last = self.kept.last().copied();
        }
    }

    /// Keeps the best, with the last of them at the end.
    fn keep(&mut self) {
        if self.kept.len() > self.most {
            self.kept.select_nth_unstable(self.most - 1);
            self.kept.truncate(self.most);
        }
    }

    /// Returns the best in order.
    fn finish(mut self) -> Vec<Ranked> {
        self.keep();
        self.kept.sort_unstable();
        self.kept
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ranked_documents_sort_by_score_then_by_number() {
        let mut ranked = [(0.0, 3), (0.5, 9), (2.0, 7), (0.5, 1)].map(|(score, document)| {
            let ranked = Ranked::new(score, document);
            assert!((ranked.score() - score).abs() < f32::EPSILON);
            assert_eq!(ranked.document(), document);
            ranked
        });
        ranked.sort_unstable();
        assert_eq!(ranked.map(Ranked::document), [7, 1, 9, 3]);
    }

    proptest! {
        #[test]
        fn best_keeps_the_first_of_the_sorted_documents(
            scores in prop::collection::vec(0u8..40, 0..200),
            most in 1usize..30,
            fewer in 1usize..30,
            from in 0usize..200,
        ) {
            let mut best = Best::of(most);
            let mut all = Vec::new();
            for (ranked, score) in scores.iter().enumerate() {
                if ranked == from {
                    best.only(fewer);
                }
                let ranked = Ranked::new(f32::from(*score), u32::try_from(ranked).unwrap());
                all.push(ranked);
                if best.may_take(f32::from(*score)) {
                    best.add(ranked);
                }
            }
            all.sort_unstable();
            all.truncate(if from < scores.len() { most.min(fewer) } else { most });
            prop_assert_eq!(best.finish(), all);
        }
    }
}
