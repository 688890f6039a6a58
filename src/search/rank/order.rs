//! Order of the scored documents.

use rustc_hash::FxHashSet;

use super::best::{Best, Ranked};
use super::scores::{Scores, Tally};
use super::sufficiency::Sufficiency;
use crate::i18n::Language;
use crate::search::index::documents::locations::Vantage;
use crate::search::index::{Index, Standing};
use crate::search::query::word_match::WordMatch;
use crate::search::rank;
use crate::search::rank::best::MOST;
use crate::search::text::stop_words::is_stop_word;
use crate::search::text::words::{asked_form, fold_word, words};

/// Greatest number of hits without every word that follow those with all.
const MOST_PARTIAL: usize = 40;
/// Least score of a hit without every word, as a share of the best score.
const LEAST_PARTIAL: f32 = 0.35;

/// Inputs of ranking.
pub struct Ranking<'r> {
    /// Index.
    pub index: &'r Index,
    /// Sum of the rarities of all matching words.
    pub weight: f32,
    /// Bit and rarity of each of those words.
    pub rarities: Vec<(u16, f32)>,
    /// Bits of those words.
    pub wanted: u16,
    /// Bits of the filters among them.
    pub filters: u16,
    /// Words of the query without stop words.
    pub words: &'r [WordMatch],
    /// Number of words including stop words.
    pub spoken: usize,
    /// Region that ranks first.
    pub vantage: &'r Vantage,
    /// Hashes of the ids of bookmarked contacts.
    pub preferred: FxHashSet<u64>,
}

/// Outcome of ranking.
pub struct Order {
    /// Best documents in order.
    pub ranked: Vec<Ranked>,
    /// Number of all matches.
    pub total: usize,
    /// True if any of these documents answers the query (see [`Told`]).
    pub is_told: bool,
    /// Quality of the match of the first documents.
    pub fit: Fit,
    /// First documents with every word.
    pub match_qualities: MatchQualities,
}

/// First documents of a query that have every word of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatchQualities {
    /// Documents, each with true if every word matches closely.
    documents: Vec<(u32, bool)>,
}

impl MatchQualities {
    /// Returns the quality of the words' match with a document.
    pub fn of(&self, document: u32) -> MatchQuality {
        let mut documents = self.documents.iter();
        match documents.find(|(one, _)| *one == document) {
            Some((_, true)) => MatchQuality::Closely,
            Some((_, false)) => MatchQuality::InPassing,
            None => MatchQuality::Not,
        }
    }
}

/// Quality of the match of a query's words with one document, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchQuality {
    /// Every word matches, in a name, an organization or a category.
    Closely,
    /// Every word matches somewhere.
    InPassing,
    /// A word is missing.
    Not,
}

/// Quality of the match of a query's words with the first documents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fit {
    /// Words are missing, or match only in passing.
    #[default]
    Loose,
    /// Every word matches, in a name, an organization or a category.
    Close,
    /// Every word is in the names of this number of documents, and of few others.
    Named(usize),
}

/// Greatest number of names with all words of a query that is the name of something.
const FEW_NAMES: usize = 4;
/// Least share of the best possible score at which every word matches closely.
const CLOSE: f32 = 0.6;
/// Factor above all differences by rounding.
const ROUNDING: f32 = 1.0001;
/// Number of the first documents that are checked for every word.
const MOST_TOLD: usize = 64;

impl Ranking<'_> {
    /// Ranks the scored documents.
    pub fn rank(&self, scores: &Scores) -> Order {
        let passes = |tally: &Tally| tally.met & self.filters == self.filters;
        let filtered = self.filters != 0 && scores.tallies().any(|(_, tally)| passes(&tally));
        let [mut whole, mut partial] = [Best::of(MOST), Best::of(MOST)];
        let mut coverages = Coverages::of(self);
        let content = self.content().count();
        let mut named = 0;
        let mut sufficiency = Sufficiency::of(self.index, self.words);
        let mut is_told = false;
        // Bookmarks decide the order of the hits, not their number.
        let mut best_whole = 0.0_f32;
        let mut standings = self.index.documents.standings.cursor();
        for (document, tally) in scores.tallies() {
            if tally.total <= 0.0 || filtered && !passes(&tally) {
                continue;
            }
            let is_whole = tally.met == self.wanted;
            let list = if is_whole {
                partial.only(MOST_PARTIAL);
                &mut whole
            } else {
                &mut partial
            };
            named += usize::from(self.is_named(tally, content));
            is_told |= sufficiency.allows(tally.met);
            let share = tally.total / self.weight * coverages.after(tally.met);
            list.met += 1;
            if list.may_take(|| self.best_of(document, tally, share)) {
                let standing = standings.at(document as usize);
                let mut score = self.score(document, tally, share, standing);
                if is_whole {
                    best_whole = best_whole.max(score);
                    score *= self.preference(document);
                }
                list.add(Ranked::new(score, document));
            }
        }
        let best = partial.kept.iter().map(|ranked| ranked.score());
        let least = LEAST_PARTIAL * best.fold(best_whole, f32::max);
        let mut partial = partial.finish();
        partial.retain(|ranked| ranked.score() >= least);
        let total = whole.met + partial.len();
        for ranked in partial {
            let document = ranked.document();
            let preference = self.preference(document);
            whole.add(Ranked::new(ranked.score() * preference, document));
        }
        let ranked = whole.finish();
        let fit = self.fit(&ranked, scores, named);
        let match_qualities = self.match_qualities(&ranked, scores);
        Order {
            ranked,
            total,
            is_told,
            fit,
            match_qualities,
        }
    }

    fn content(&self) -> impl Iterator<Item = &WordMatch> {
        self.words
            .iter()
            .filter(|word| !word.is_filter && !word.is_replaced)
    }

    /// Returns true if every word of the query is met, and so many as are no filters in a document's name.
    fn is_named(&self, tally: Tally, content: usize) -> bool {
        tally.met == self.wanted && usize::from(tally.named) >= content
    }

    /// Returns the quality of the match of the first of these documents; `named` of them have all
    /// words of the query in their names.
    fn fit(&self, ranked: &[Ranked], scores: &Scores, named: usize) -> Fit {
        let tally = |ranked: &Ranked| scores.tally(ranked.document());
        let Some(first) = ranked.first().and_then(tally) else {
            return Fit::Loose;
        };
        if !self.is_known() || first.met != self.wanted {
            return Fit::Loose;
        }
        let content = self.content().count();
        let leading = ranked
            .iter()
            .map_while(|one| tally(one).filter(|tally| self.is_named(*tally, content)));
        let leading = leading.take(FEW_NAMES).count();
        if named <= FEW_NAMES && leading > 0 {
            return Fit::Named(leading);
        }
        if self.is_close(first) {
            Fit::Close
        } else {
            Fit::Loose
        }
    }

    fn match_qualities(&self, ranked: &[Ranked], scores: &Scores) -> MatchQualities {
        if !self.is_known() {
            return MatchQualities::default();
        }
        let quality = |ranked: &Ranked| {
            let tally = scores.tally(ranked.document())?;
            let is_whole = tally.met == self.wanted;
            is_whole.then(|| (ranked.document(), self.is_close(tally)))
        };
        let first = ranked.iter().take(MOST_TOLD);
        MatchQualities {
            documents: first.filter_map(quality).collect(),
        }
    }

    fn is_close(&self, tally: Tally) -> bool {
        tally.total / self.weight >= CLOSE
    }

    /// Returns true if the query has words other than filters, and each of them is known.
    fn is_known(&self) -> bool {
        let mut content = self.content().peekable();
        content.peek().is_some() && content.all(|word| !word.sources.is_empty())
    }

    /// Returns the score of a document that covers a share of the query, bookmarks aside.
    fn score(&self, document: u32, tally: Tally, share: f32, standing: Standing) -> f32 {
        let [english, french] = standing.name_words;
        let name_words = english.min(french);
        let whole_name = self.may_be_name(tally) && self.is_name(document, standing);
        share
            * self
                .index
                .nearness(document, self.vantage)
                .factor(self.vantage)
            * rank::tightness(tally.named, name_words)
            * rank::factor_of(standing.facts)
            * if whole_name { rank::WHOLE_NAME } else { 1.0 }
    }

    /// Returns the factor of a bookmarked document.
    fn preference(&self, document: u32) -> f32 {
        let preferred = !self.preferred.is_empty()
            && self
                .preferred
                .contains(&self.index.documents.ids.at(document as usize));
        if preferred { rank::PREFERRED } else { 1.0 }
    }

    /// Returns an upper bound of the score of a document with this tally, without reading the
    /// document's facts, which would be a cache miss.
    fn best_of(&self, document: u32, tally: Tally, share: f32) -> f32 {
        // With a town, a document of another region may be near.
        let nearness = if self.vantage.places.is_empty() {
            let nearness = self.index.nearness(document, self.vantage);
            nearness.factor(self.vantage) * ROUNDING
        } else {
            1.0
        };
        share
            * nearness
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

    /// Returns true if the query's words are those of the document's name, apart from stop words.
    fn is_name(&self, document: u32, standing: Standing) -> bool {
        let mut folded = String::new();
        Language::ALL.into_iter().any(|language| {
            if usize::from(standing.name_words[language as usize]) != self.spoken {
                return false;
            }
            let name = self.index.documents.name(document, language);
            let mut wanted = self.words.iter().map(|word_match| &*word_match.word.text);
            let mut all = true;
            for word in words(&name) {
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

/// Coverage factors of sets of matched words; caches the last, since most documents match the same
/// set as the one before.
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
