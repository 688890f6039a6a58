//! The tally of a search: what each document has gathered so far.
//!
//! A search first marks the documents that shall have a tally, one bit each; then the tallies stand
//! side by side in the order of the documents, and the bits say which is whose. Bits and tallies of
//! a search stay near the processor where one tally for each document of a large directory would
//! not: what a search waits for is memory.

use super::Field;
use crate::search::index::terms::to_u32;

/// What one document has gathered.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// The sum over the words before the one at hand, each by its rarity.
    total: f32,
    /// The best that the word at hand has met here.
    best: f32,
    /// One bit for each word that was met.
    met: u16,
    /// How many words before the one at hand were best met in the name.
    named: u8,
    /// 1 where the word at hand was best met in the name.
    in_name: u8,
}

/// What one document has gathered in all.
#[derive(Clone, Copy, Debug)]
pub struct Tally {
    /// The sum over the words, each by its rarity.
    pub total: f32,
    /// One bit for each word that was met.
    pub met: u16,
    /// How many words were best met in the name.
    pub named: u8,
}

/// The tallies of all documents that are marked.
#[derive(Debug, Default)]
pub struct Scores {
    /// The marks.
    blocks: Vec<Block>,
    /// How many documents are marked.
    marked: usize,
    /// The marked documents, in their order, once they have tallies.
    documents: Vec<u32>,
    /// What each of them has gathered.
    slots: Vec<Slot>,
    /// The bit of the word at hand.
    bit: u16,
}

/// The marks of 64 documents.
#[derive(Clone, Copy, Debug, Default)]
struct Block {
    /// One bit a document.
    marks: u64,
    /// How many documents are marked in the blocks before.
    before: u32,
}

impl Scores {
    /// Room for that many documents, none of them marked.
    pub fn prepare(&mut self, documents: usize) {
        self.blocks.clear();
        self.blocks.resize(documents.div_ceil(64), Block::default());
        self.marked = 0;
        self.documents.clear();
        self.slots.clear();
    }

    /// The document shall have a tally, if `may` agrees.
    #[inline]
    pub fn mark(&mut self, document: u32, may: impl FnOnce() -> bool) {
        let (block, mark) = mark_of(document);
        let marks = &mut self.blocks[block].marks;
        if *marks & mark == 0 && may() {
            *marks |= mark;
            self.marked += 1;
        }
    }

    /// Whether the document is marked.
    #[inline]
    pub fn is_marked(&self, document: u32) -> bool {
        let (block, mark) = mark_of(document);
        self.blocks[block].marks & mark != 0
    }

    /// How many documents are marked.
    pub const fn marked(&self) -> usize {
        self.marked
    }

    /// All are marked that shall have a tally: gives them an empty one.
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

    /// What is met from now on meets the word that is named by this bit.
    pub const fn next_word(&mut self, bit: u16) {
        self.bit = bit;
    }

    /// The word at hand has been looked up everywhere: adds what it is worth, by its rarity.
    pub fn end_word(&mut self, rarity: f32) {
        for slot in &mut self.slots {
            slot.total += slot.best * rarity;
            slot.named += slot.in_name;
            slot.best = 0.0;
            slot.in_name = 0;
        }
    }

    /// The word at hand stands in a field of this document, and is worth that, should it have a
    /// tally.
    #[inline]
    pub fn meet(&mut self, document: u32, worth: f32, field: usize) {
        let (block, mark) = mark_of(document);
        let Block { marks, before } = self.blocks[block];
        if marks & mark != 0 {
            let index = before + (marks & (mark - 1)).count_ones();
            self.meet_at(index as usize, worth, field);
        }
    }

    /// The word at hand stands in a field of the document that has this tally.
    #[inline]
    pub fn meet_at(&mut self, index: usize, worth: f32, field: usize) {
        let slot = &mut self.slots[index];
        slot.met |= self.bit;
        // Chosen without a branch, which a processor would guess wrong half of the time.
        let better = worth > slot.best;
        let in_name = u8::from(field == Field::Name as usize);
        slot.best = if better { worth } else { slot.best };
        slot.in_name = if better { in_name } else { slot.in_name };
    }

    /// The documents that have a tally, in their order.
    pub fn documents(&self) -> &[u32] {
        &self.documents
    }

    /// The documents with their tallies.
    pub fn tallies(&self) -> impl Iterator<Item = (u32, Tally)> {
        let tallies = self.slots.iter().map(|slot| Tally {
            total: slot.total,
            met: slot.met,
            named: slot.named,
        });
        self.documents.iter().copied().zip(tallies)
    }

    /// Bytes that it takes where all of that many documents have a tally.
    pub const fn bytes_for(documents: u32) -> usize {
        documents as usize * (size_of::<Slot>() + size_of::<u32>())
            + documents as usize / 64 * size_of::<Block>()
    }
}

/// In which block the mark of a document is, and which bit of it.
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

    /// Where the word at hand stands: a document, its worth in quarters, and whether in the name.
    fn word() -> impl Strategy<Value = Vec<(u32, u8, bool)>> {
        prop::collection::vec((0..DOCUMENTS, 1u8..5, any::<bool>()), 0..40)
    }

    proptest! {
        #[test]
        fn tallies_are_the_best_of_each_word_by_its_rarity(
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
