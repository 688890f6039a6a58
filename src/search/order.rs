//! Putting documents in order, once every word has been gathered.

use std::collections::HashSet;

use super::index::Index;
use super::needs::Need;
use super::rank;
use super::scores::{Scores, Slot};
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
    pub preferred: HashSet<u64>,
}

impl Ranking<'_> {
    /// The best documents, and how many there are.
    pub fn rank(&self, scores: &Scores) -> (Vec<Place>, usize) {
        let filtered = scores
            .touched()
            .iter()
            .any(|document| scores.slot(*document).met & self.filters == self.filters);
        let mut whole: Vec<Place> = Vec::new();
        let mut partial: Vec<Place> = Vec::new();
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
            list.push(Place::new(self.score(*document, slot), *document));
        }
        let best = whole.iter().chain(&partial).min();
        let least = LEAST_PARTIAL * best.map_or(0.0, |place| place.score());
        partial.retain(|place| place.score() >= least);
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
        let met = self.met_share(slot.met);
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

fn keep_best(ranked: &mut Vec<Place>, most: usize) {
    if ranked.len() > most {
        ranked.select_nth_unstable(most);
        ranked.truncate(most);
    }
    ranked.sort_unstable();
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
