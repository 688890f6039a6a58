//! Putting documents in order, once every word has been gathered.

use rustc_hash::FxHashSet;

use super::index::Index;
use super::needs::Need;
use super::rank;
use super::scores::{Scores, Tally};
use super::types::MOST;
use super::words::{asked_form, fold_word, is_stop_word, words};
use crate::directory::Region;
use crate::i18n::Language;

/// So many hits that lack a word follow those that lack none.
const MOST_PARTIAL: usize = 40;
/// A hit that lacks a word must have this share of the best one's score.
const LEAST_PARTIAL: f32 = 0.35;

/// A document with its score, in an order that has the best score first and, of the same, the
/// lower number: in one number, which is sorted sooner than two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place(u64);

impl Place {
    /// Scores are never negative, so that their bits are in their order.
    fn new(score: f32, document: u32) -> Self {
        Self(u64::from(!score.to_bits()) << 32 | u64::from(document))
    }

    const fn score(self) -> f32 {
        f32::from_bits(!((self.0 >> 32) as u32))
    }

    /// The number of the document.
    #[expect(clippy::cast_possible_truncation, reason = "it is the lower half")]
    pub const fn document(self) -> u32 {
        self.0 as u32
    }
}

/// What puts documents in order.
pub struct Ranking<'r> {
    /// Where the documents are.
    pub index: &'r Index,
    /// The rarities of all words that anything meets.
    pub weight: f32,
    /// The bit and the rarity of each.
    pub rarities: Vec<(u16, f32)>,
    /// The bits of those words.
    pub wanted: u16,
    /// The bits of those among them that are filters.
    pub filters: u16,
    /// All words that carry meaning.
    pub words: &'r [Need],
    /// How many words there are with those that carry none.
    pub spoken: usize,
    /// Near which region.
    pub region: Region,
    /// What the ids of bookmarked contacts hash to.
    pub preferred: FxHashSet<u64>,
}

impl Ranking<'_> {
    /// The best documents, and how many there are.
    pub fn rank(&self, scores: &Scores) -> (Vec<Place>, usize) {
        let filtered = scores
            .touched()
            .iter()
            .any(|document| scores.tally(*document).met & self.filters == self.filters);
        let [mut whole, mut partial] = [Best::default(), Best::default()];
        for document in scores.touched() {
            let tally = scores.tally(*document);
            if tally.total <= 0.0 || filtered && tally.met & self.filters != self.filters {
                continue;
            }
            let list = if tally.met == self.wanted {
                &mut whole
            } else {
                &mut partial
            };
            list.add(Place::new(self.score(*document, tally), *document));
        }
        let best = whole.kept.iter().chain(&partial.kept).min();
        let least = LEAST_PARTIAL * best.map_or(0.0, |place| place.score());
        let most = if whole.met == 0 { MOST } else { MOST_PARTIAL };
        let mut partial = partial.finish(most);
        partial.retain(|place| place.score() >= least);
        let total = whole.met + partial.len();
        for place in partial {
            whole.add(place);
        }
        (whole.finish(MOST), total)
    }

    fn score(&self, document: u32, tally: Tally) -> f32 {
        let documents = &self.index.documents;
        let region = documents.attributes[document as usize].region;
        let [english, french] = documents.name_words[document as usize];
        let name_words = english.min(french);
        let share = tally.total / self.weight;
        let met = self.met_share(tally.met);
        let preferred = !self.preferred.is_empty()
            && self.preferred.contains(&documents.ids[document as usize]);
        let whole_name = usize::from(tally.named) == self.words.len() && self.is_name(document);
        share
            * rank::coverage(met)
            * rank::nearness(region, self.region)
            * rank::tightness(tally.named, name_words)
            * documents.standings[document as usize]
            * if preferred { rank::PREFERRED } else { 1.0 }
            * if whole_name { rank::WHOLE_NAME } else { 1.0 }
    }

    /// The share of the query's weight that was met.
    fn met_share(&self, met: u16) -> f32 {
        if met == self.wanted {
            return 1.0;
        }
        let met = self.rarities.iter().filter(|(bit, _)| met & bit != 0);
        met.map(|(_, rarity)| rarity).sum::<f32>() / self.weight
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

/// The best of many places: no more than twice [`MOST`] are ever kept.
#[derive(Default)]
struct Best {
    kept: Vec<Place>,
    /// What comes after this one is too far behind.
    last: Option<Place>,
    /// How many there were in all.
    met: usize,
}

impl Best {
    #[inline]
    fn add(&mut self, place: Place) {
        self.met += 1;
        if self.last.is_none_or(|last| place < last) {
            self.kept.push(place);
            if self.kept.len() == 2 * MOST {
                self.keep(MOST);
                self.last = self.kept.last().copied();
            }
        }
    }

    /// Keeps the best, the last of them at the end.
    fn keep(&mut self, most: usize) {
        if self.kept.len() > most {
            self.kept.select_nth_unstable(most - 1);
            self.kept.truncate(most);
        }
    }

    /// The best, in order.
    fn finish(mut self, most: usize) -> Vec<Place> {
        self.keep(most);
        self.kept.sort_unstable();
        self.kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_stand_by_score_and_then_by_number() {
        let mut places = [(0.0, 3), (0.5, 9), (2.0, 7), (0.5, 1)].map(|(score, document)| {
            let place = Place::new(score, document);
            assert!((place.score() - score).abs() < f32::EPSILON);
            assert_eq!(place.document(), document);
            place
        });
        places.sort_unstable();
        assert_eq!(places.map(Place::document), [7, 1, 9, 3]);
    }
}
