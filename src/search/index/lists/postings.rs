//! Lists of postings: one for each word, and one for each attribute.

use std::borrow::Cow;
use std::ops::Range;

use super::intersection::add_both;
use crate::search::index::terms::to_u32;
use crate::search::rank::Field;
use crate::tables::{Column, Cursor, Number, stored};

/// Document, and the best field with the word, packed in 32 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Posting(u32);

impl Posting {
    /// Creates the posting of a document and a field.
    pub const fn new(document: u32, field: Field) -> Self {
        Self(document << 3 | field as u32)
    }

    /// Returns a posting of another document with the same field.
    pub const fn of(self, document: u32) -> Self {
        Self(document << 3 | self.0 & 7)
    }

    /// Returns the posting as a number.
    pub const fn to_bits(self) -> u32 {
        self.0
    }

    /// Returns the posting of [`Self::to_bits`].
    pub const fn from_bits(bits: u32) -> Self {
        Self(bits)
    }

    /// Returns the document.
    pub const fn document(self) -> u32 {
        self.0 >> 3
    }

    /// Returns the number of the field.
    pub const fn field(self) -> usize {
        (self.0 & 7) as usize
    }
}

impl Number for Posting {
    const SIZE: usize = u32::SIZE;

    fn put(self, to: &mut Vec<u8>) {
        self.0.put(to);
    }

    fn get(bytes: &[u8]) -> Self {
        Self(u32::get(bytes))
    }
}

/// Lists of postings: those in names, and those in other fields.
#[derive(Debug, Default)]
pub struct Lists {
    /// Postings in names.
    pub(in crate::search) names: Half,
    /// Postings in other fields.
    pub(in crate::search) others: Half,
}

/// One half of all lists, concatenated.
#[derive(Debug, Default)]
pub struct Half {
    /// Start of each list, and the end of the last one.
    starts: Vec<u32>,
    /// All postings.
    pub(super) postings: Column<Posting>,
}

stored!(Lists { names, others });
stored!(Half { starts, postings });

impl Half {
    /// Creates the lists that begin at these offsets; the last is the end of the last one.
    pub fn of(starts: Vec<u32>, postings: Vec<Posting>) -> Self {
        Self {
            starts,
            postings: postings.into(),
        }
    }

    /// Returns the positions of the postings of adjacent lists.
    pub(super) fn range(&self, lists: &Range<u32>) -> Range<usize> {
        self.starts[lists.start as usize] as usize..self.starts[lists.end as usize] as usize
    }

    /// Returns the number of postings in a range of lists.
    pub fn count(&self, lists: Range<u32>) -> u32 {
        to_u32(self.range(&lists).len())
    }

    /// Returns the postings of a list, in document order.
    pub fn list(&self, list: u32) -> Cow<'_, [Posting]> {
        self.postings.range(self.range(&(list..list + 1)))
    }

    /// Returns the postings of a list for a range of documents, without reading the others.
    pub fn within(&self, list: u32, documents: &Range<u32>) -> Cow<'_, [Posting]> {
        let Range { start, end } = self.range(&(list..list + 1));
        let first = |start, bound| {
            let before = |posting: Posting| posting.document() < bound;
            self.postings.partition_point_in(start..end, before)
        };
        let start = first(start, documents.start);
        self.postings.range(start..first(start, documents.end))
    }

    /// Returns the posting of a document in a list.
    pub fn find(&self, list: u32, document: u32) -> Option<Posting> {
        self.finder(list).find(document)
    }

    /// Returns a reader of the postings of ascending documents in a list.
    pub fn finder(&self, list: u32) -> Finder<'_> {
        Finder {
            postings: self.postings.cursor(),
            left: self.range(&(list..list + 1)),
        }
    }

    fn push(&mut self, postings: impl Iterator<Item = Posting>, is_sorted: bool) {
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        let own = self.postings.own();
        let start = own.len();
        own.extend(postings);
        if !is_sorted {
            own[start..].sort_unstable();
        }
        self.starts.push(to_u32(own.len()));
    }

    fn bytes(&self) -> usize {
        4 * self.starts.capacity() + self.postings.bytes()
    }
}

/// Reader of single postings of a list.
pub struct Finder<'l> {
    postings: Cursor<'l, Posting>,
    left: Range<usize>,
}

impl Finder<'_> {
    /// Returns the posting of a document, which must not be before the last one asked for.
    pub fn find(&mut self, document: u32) -> Option<Posting> {
        // It is near the last one: few bytes of a long list are read.
        let mut step = 1;
        let mut end = self.left.start;
        let mut next = None;
        while end < self.left.end {
            let posting = self.postings.at(end);
            if posting.document() >= document {
                next = Some(posting);
                break;
            }
            self.left.start = end + 1;
            end = (end + step).min(self.left.end);
            step *= 2;
        }
        while self.left.start < end {
            let middle = self.left.start.midpoint(end);
            let posting = self.postings.at(middle);
            if posting.document() < document {
                self.left.start = middle + 1;
            } else {
                next = Some(posting);
                end = middle;
            }
        }
        next.filter(|posting| posting.document() == document)
    }
}

/// Reader of single postings of documents that are in all of some lists.
pub struct FinderInAll<'l>(Vec<[Finder<'l>; 2]>);

impl FinderInAll<'_> {
    /// Returns the posting of a document with the worst of its fields; it must not be before the
    /// last one asked for.
    pub fn find(&mut self, document: u32) -> Option<Posting> {
        let mut worst = Posting::new(document, Field::Name);
        for [names, others] in &mut self.0 {
            let found = names.find(document).or_else(|| others.find(document));
            worst = worst.max(found?);
        }
        Some(worst)
    }
}

impl Lists {
    /// Returns the postings in names, in document order.
    pub fn names(&self, list: u32) -> Cow<'_, [Posting]> {
        self.names.list(list)
    }

    /// Returns the postings in other fields, in document order.
    pub fn others(&self, list: u32) -> Cow<'_, [Posting]> {
        self.others.list(list)
    }

    /// Returns the number of postings in a range of lists.
    pub fn count(&self, lists: Range<u32>) -> u32 {
        self.names.count(lists.clone()) + self.others.count(lists)
    }

    /// Returns the posting of a document in a list.
    pub fn find(&self, list: u32, document: u32) -> Option<Posting> {
        let found = self.names.find(list, document);
        found.or_else(|| self.others.find(list, document))
    }

    /// Returns the posting of a document that is in all of these lists, with the worst of its
    /// fields.
    pub fn find_in_all(&self, lists: &[u32], document: u32) -> Option<Posting> {
        lists
            .iter()
            .try_fold(Posting::new(document, Field::Name), |worst, list| {
                Some(worst.max(self.find(*list, document)?))
            })
    }

    /// Returns a reader of the postings of ascending documents that are in all of these lists.
    pub fn finder_in_all(&self, lists: &[u32]) -> FinderInAll<'_> {
        let halves = |list: &u32| [self.names.finder(*list), self.others.finder(*list)];
        FinderInAll(lists.iter().map(halves).collect())
    }

    /// Intersects lists, keeping the worst field of each document; `keep` filters the postings of
    /// the shortest list.
    pub fn in_all<'l>(
        &'l self,
        lists: &[u32],
        keep: impl Fn(Cow<'l, [Posting]>) -> Cow<'l, [Posting]>,
    ) -> Vec<Posting> {
        let Some(shortest) = self.shortest(lists) else {
            return Vec::new();
        };
        let halves = |list| [self.names(list), self.others(list)];
        let mut found: Option<Vec<Posting>> = None;
        for other in lists.iter().filter(|list| **list != shortest) {
            let before = found.take();
            let left = before.map_or_else(
                || halves(shortest).map(&keep),
                |before| [Cow::Owned(before), Cow::Borrowed(&[][..])],
            );
            let mut both = Vec::new();
            for right in halves(*other) {
                for left in &left {
                    add_both(left, &right, &mut both);
                }
            }
            both.sort_unstable();
            found = Some(both);
        }
        found.unwrap_or_else(|| halves(shortest).map(&keep).concat())
    }

    /// Returns the shortest of these lists.
    pub fn shortest(&self, lists: &[u32]) -> Option<u32> {
        lists
            .iter()
            .copied()
            .min_by_key(|list| self.count(*list..*list + 1))
    }

    /// Appends a list whose postings come from two others: those of each, with the new number of
    /// each document.
    pub fn push<const COUNT: usize>(&mut self, parts: [(Option<u32>, &Self, &[u32]); COUNT]) {
        push_half(&mut self.names, &parts, |lists| &lists.names);
        push_half(&mut self.others, &parts, |lists| &lists.others);
    }

    /// Returns the heap size in bytes.
    pub fn bytes(&self) -> usize {
        self.names.bytes() + self.others.bytes()
    }
}

fn push_half(
    to: &mut Half,
    parts: &[(Option<u32>, &Lists, &[u32])],
    half: impl Fn(&Lists) -> &Half,
) {
    let found: Vec<(Cow<'_, [Posting]>, &[u32])> = parts
        .iter()
        .filter_map(|(list, lists, documents)| Some((half(lists).list((*list)?), *documents)))
        .filter(|(postings, _)| !postings.is_empty())
        .collect();
    let new = found.iter().flat_map(|(postings, documents)| {
        let new = |posting: &Posting| posting.of(documents[posting.document() as usize]);
        postings.iter().map(new)
    });
    to.push(new, found.len() < 2);
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::search::index::lists::lists_builder::ListsBuilder;
    use proptest::prelude::*;

    fn list(length: usize) -> impl Strategy<Value = BTreeMap<u32, bool>> {
        prop::collection::btree_map(0u32..300, any::<bool>(), 0..length)
    }

    proptest! {
        #[test]
        fn intersection_agrees_with_lookup_in_each_list(
            long in list(300),
            short in list(12),
            other in list(100),
        ) {
            let met: Vec<(u32, Posting)> = [&long, &short, &other]
                .into_iter()
                .zip(0..)
                .flat_map(|(list, number)| {
                    list.iter().map(move |(document, named)| {
                        let field = if *named { Field::Name } else { Field::Body };
                        (number, Posting::new(*document, field))
                    })
                })
                .collect();
            let mut making = ListsBuilder::of(3);
            for (list, posting) in &met {
                making.count(*list, *posting);
            }
            making.counted();
            for (list, posting) in &met {
                making.put(*list, *posting);
            }
            let lists = making.finish();
            for asked in [&[0][..], &[0, 1], &[0, 2], &[2, 1, 0], &[1, 1]] {
                let mut finder = lists.finder_in_all(asked);
                for document in 0..300 {
                    prop_assert_eq!(finder.find(document), lists.find_in_all(asked, document));
                }
                let found = lists.in_all(asked, |postings| postings);
                let expected = (0..300).filter_map(|document| lists.find_in_all(asked, document));
                let mut found_in_order = found.clone();
                found_in_order.sort_unstable();
                prop_assert_eq!(found_in_order, expected.collect::<Vec<_>>());
            }
        }
    }
}
