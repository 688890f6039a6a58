//! Words of all documents, collected before the documents are numbered.

use std::ops::Range;

use super::Index;
use super::lists::postings::Posting;
use crate::directory::Category;

/// Collected words and categories, by record.
pub(super) struct Met<'b> {
    pub words: &'b [Posting],
    pub ends: &'b [u32],
    /// Rank of each word in the sorted dictionary.
    pub ranks: &'b [u32],
    pub offered_first: &'b [Option<Category>],
}

impl Met<'_> {
    /// Calls `add` with every posting and its list, in document order.
    pub fn each(&self, index: &Index, mut add: impl FnMut(u32, Posting)) {
        for (document, record) in (0..).zip(index.documents.records.all().iter()) {
            for word in &self.words[range_of(self.ends, *record)] {
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
