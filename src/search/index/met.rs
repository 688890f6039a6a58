//! Words of all documents, collected before the documents are numbered.

use std::ops::Range;

use super::Index;
use super::lists::postings::Posting;
use super::terms::to_u32;
use crate::directory::Category;

/// Words of all records in turn. Each is a [`Posting`] with the number of the word, in the fewest
/// groups of seven bits (LEB128): in four bytes, those of a million contacts took 60 MB more.
#[derive(Default)]
pub(super) struct MetWords {
    bytes: Vec<u8>,
    /// End of each record's words in `bytes`.
    ends: Vec<u32>,
}

impl MetWords {
    /// Adds a word to the current record.
    pub fn push(&mut self, word: Posting) {
        let mut left = word.to_bits();
        loop {
            let [group, ..] = (left & 0x7f).to_le_bytes();
            left >>= 7;
            if left == 0 {
                self.bytes.push(group);
                break;
            }
            self.bytes.push(group | 0x80);
        }
    }

    /// Ends the current record.
    pub fn close(&mut self) {
        self.ends.push(to_u32(self.bytes.len()));
    }

    /// Returns the number of ended records.
    pub const fn records(&self) -> usize {
        self.ends.len()
    }

    /// Returns the words of a record.
    fn of(&self, record: u32) -> impl Iterator<Item = Posting> {
        let mut bytes = self.bytes[range_of(&self.ends, record)].iter();
        std::iter::from_fn(move || {
            let mut bits = 0;
            for group in 0.. {
                let byte = *bytes.next()?;
                bits |= u32::from(byte & 0x7f) << (7 * group);
                if byte < 0x80 {
                    break;
                }
            }
            Some(Posting::from_bits(bits))
        })
    }
}

/// Collected words and categories, by record.
pub(super) struct Met<'b> {
    pub words: &'b MetWords,
    /// Rank of each word in the sorted dictionary.
    pub ranks: &'b [u32],
    pub offered_first: &'b [Option<Category>],
}

impl Met<'_> {
    /// Calls `add` with every posting and its list, in document order.
    pub fn each(&self, index: &Index, mut add: impl FnMut(u32, Posting)) {
        for (document, record) in (0..).zip(index.documents.records.all().iter()) {
            for word in self.words.of(*record) {
                let list = self.ranks[word.document() as usize];
                add(list, word.of(document));
            }
            let first = self.offered_first[*record as usize];
            index.attributes_of(document, first, |list, field| {
                add(list, Posting::new(document, field));
            });
        }
    }
}

/// Returns the range of a part, given the ends of all parts.
pub(super) fn range_of(ends: &[u32], number: u32) -> Range<usize> {
    let number = number as usize;
    let start = number.checked_sub(1).map_or(0, |before| ends[before]);
    start as usize..ends[number] as usize
}
