//! Scores of the candidate documents of a search. A search first marks the candidates, one bit
//! each; then their scores are stored contiguously in document order, and the bits map scores to
//! documents. This keeps the working set in the processor's cache, where a score for each document
//! of a large directory would not fit.

use super::Field;
use crate::search::index::terms::to_u32;

/// Score of a candidate while words are added.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// Weighted sum over the words before the current one.
    total: f32,
    /// Best weight of the current word.
    best: f32,
    /// One bit for each matched word.
    met: u16,
    /// Number of words before the current one whose best match is in the name.
    named: u8,
    /// 1 if the best match of the current word is in the name.
    in_name: u8,
}

/// Final score of a candidate.
#[derive(Clone, Copy, Debug)]
pub struct Tally {
    /// Sum over the words, weighted by rarity.
    pub total: f32,
    /// One bit for each matched word.
    pub met: u16,
    /// Number of words whose best match is in the name.
    pub named: u8,
}

/// Scores of all candidates.
#[derive(Debug, Default)]
pub struct Scores {
    /// Marks of the candidates.
    blocks: Vec<Block>,
    /// Number of marked documents.
    marked: usize,
    /// Candidates in order, once all are marked.
    documents: Vec<u32>,
    /// Score of each candidate.
    slots: Vec<Slot>,
    /// Bit of the current word.
    bit: u16,
}

/// Marks of 64 documents.
#[derive(Clone, Copy, Debug, Default)]
struct Block {
    /// One bit a document.
    marks: u64,
    /// Number of marked documents in earlier blocks.
    before: u32,
}

impl Scores {
    /// Allocates room for `documents` documents, none of them marked.
    pub fn prepare(&mut self, documents: usize) {
        self.blocks.clear();
        self.blocks.resize(documents.div_ceil(64), Block::default());
        self.marked = 0;
        self.documents.clear();
        self.slots.clear();
    }

    /// Marks a document as a candidate, if `may` agrees.
    #[inline]
    pub fn mark(&mut self, document: u32, may: impl FnOnce() -> bool) {
        let (block, mark) = mark_of(document);
        let marks = &mut self.blocks[block].marks;
        if *marks & mark == 0 && may() {
            *marks |= mark;
            self.marked += 1;
        }
    }

    /// Returns true if the document is a candidate.
    #[inline]
    pub fn is_marked(&self, document: u32) -> bool {
        let (block, mark) = mark_of(document);
        self.blocks[block].marks & mark != 0
    }

    /// Returns the number of marked documents.
    pub const fn marked(&self) -> usize {
        self.marked
    }

    /// Ends marking: creates an empty score for each candidate.
    pub fn all_are_marked(&mut self) {
        self.documents.reserve(self.marked);
        for (block, first) in self.blocks.iter_mut().zip((0..).step_by(64)) {
            block.before = to_u32(self.documents.len());
            let mut marks = block.marks;
            while marks != 0 {
                self.documents.push(first + marks.trailing_zeros());
                marks &= marks - 1;
            }
        }
        self.slots.resize(self.marked, Slot::default());
    }

    /// Starts the word with this bit.
    pub const fn next_word(&mut self, bit: u16) {
        self.bit = bit;
    }

    /// Ends the current word: adds its best weight times its rarity.
    pub fn end_word(&mut self, rarity: f32) {
        for slot in &mut self.slots {
            slot.total += slot.best * rarity;
            slot.named += slot.in_name;
            slot.best = 0.0;
            slot.in_name = 0;
        }
    }

    /// Adds a match of the current word in a field of a document, if it is a candidate.
    #[inline]
    pub fn meet(&mut self, document: u32, worth: f32, field: usize) {
        let (block, mark) = mark_of(document);
        let Block { marks, before } = self.blocks[block];
        if marks & mark != 0 {
            let index = before + (marks & (mark - 1)).count_ones();
            self.meet_at(index as usize, worth, field);
        }
    }

    /// Adds a match of the current word in a field of the candidate at an index.
    #[inline]
    pub fn meet_at(&mut self, index: usize, worth: f32, field: usize) {
        let slot = &mut self.slots[index];
        slot.met |= self.bit;
        // Branchless, since a branch would be mispredicted half of the time.
        let better = worth > slot.best;
        let in_name = u8::from(field == Field::Name as usize);
        slot.best = if better { worth } else { slot.best };
        slot.in_name = if better { in_name } else { slot.in_name };
    }

    /// Returns the candidates in order.
    pub fn documents(&self) -> &[u32] {
        &self.documents
    }

    /// Returns the scores of a candidate; `None` for any other document.
    pub fn tally(&self, document: u32) -> Option<Tally> {
        let number = self.documents.binary_search(&document).ok()?;
        let slot = self.slots[number];
        Some(Tally {
            total: slot.total,
            met: slot.met,
            named: slot.named,
        })
    }

    /// Returns the candidates with their scores.
    pub fn tallies(&self) -> impl Iterator<Item = (u32, Tally)> {
        let tallies = self.slots.iter().map(|slot| Tally {
            total: slot.total,
            met: slot.met,
            named: slot.named,
        });
        self.documents.iter().copied().zip(tallies)
    }

    /// Returns the heap size if all of `documents` are candidates.
    pub const fn bytes_for(documents: u32) -> usize {
        documents as usize * (size_of::<Slot>() + size_of::<u32>())
            + documents as usize / 64 * size_of::<Block>()
    }
}

/// Returns the block and the bit of a document's mark.
#[inline]
const fn mark_of(document: u32) -> (usize, u64) {
    (document as usize / 64, 1 << (document % 64))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use proptest::prelude::*;

    const DOCUMENTS: u32 = 200;

    /// Generates matches of one word: a document, the weight in quarters, and true for a match in
    /// the name.
    fn word() -> impl Strategy<Value = Vec<(u32, u8, bool)>> {
        prop::collection::vec((0..DOCUMENTS, 1u8..5, any::<bool>()), 0..40)
    }

    proptest! {
        #[test]
        fn tally_sums_the_best_match_of_each_word_by_rarity(
            searches in prop::collection::vec(
                (
                    prop::collection::btree_set(0..DOCUMENTS, 0..60),
                    prop::collection::vec(word(), 1..4),
                ),
                1..3,
            ),
        ) {
            let mut scores = Scores::default();
            for (marked, words) in searches {
                scores.prepare(DOCUMENTS as usize);
                for document in 0..DOCUMENTS {
                    scores.mark(document, || marked.contains(&document));
                    prop_assert_eq!(scores.is_marked(document), marked.contains(&document));
                }
                scores.all_are_marked();
                let mut expected: BTreeMap<u32, (f32, u16, u8)> =
                    marked.iter().map(|document| (*document, (0.0, 0, 0))).collect();
                for (number, word) in words.iter().enumerate() {
                    let (bit, rarity) = (1 << number, 2.0);
                    scores.next_word(bit);
                    let mut best: BTreeMap<u32, (u8, bool)> = BTreeMap::new();
                    for (document, worth, in_name) in word {
                        let field = if *in_name { Field::Name } else { Field::Body };
                        scores.meet(*document, f32::from(*worth) / 4.0, field as usize);
                        let so_far = best.entry(*document).or_default();
                        if *worth > so_far.0 {
                            *so_far = (*worth, *in_name);
                        }
                    }
                    scores.end_word(rarity);
                    for (document, (worth, in_name)) in best {
                        if let Some((total, met, named)) = expected.get_mut(&document) {
                            *total += rarity * f32::from(worth) / 4.0;
                            *met |= bit;
                            *named += u8::from(in_name);
                        }
                    }
                }
                let found: Vec<(u32, (f32, u16, u8))> = scores
                    .tallies()
                    .map(|(document, tally)| (document, (tally.total, tally.met, tally.named)))
                    .collect();
                prop_assert_eq!(found, expected.into_iter().collect::<Vec<_>>());
            }
        }
    }
}
