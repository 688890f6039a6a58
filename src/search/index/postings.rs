//! Lists of postings: one for each word, and one for each attribute.

use std::borrow::Cow;
use std::ops::Range;

use super::terms::to_u32;
use crate::search::rank::Field;
use crate::tables::{Number, stored};

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

/// Lists of postings, concatenated.
#[derive(Debug, Default)]
pub struct Lists {
    /// Start of each list, and the end of the last one.
    pub(in crate::search) starts: Vec<u32>,
    /// End of each list's postings in names, where those in other fields start.
    pub(in crate::search) name_ends: Vec<u32>,
    /// All postings.
    pub(in crate::search) postings: Vec<Posting>,
}

stored!(Lists {
    starts,
    name_ends,
    postings
});

impl Lists {
    /// Returns the postings in names, in document order.
    pub fn names(&self, list: u32) -> &[Posting] {
        let list = list as usize;
        &self.postings[self.starts[list] as usize..self.name_ends[list] as usize]
    }

    /// Returns the postings in other fields, in document order.
    pub fn others(&self, list: u32) -> &[Posting] {
        let list = list as usize;
        &self.postings[self.name_ends[list] as usize..self.starts[list + 1] as usize]
    }

    /// Returns the number of postings in a range of lists.
    pub fn count(&self, lists: Range<u32>) -> u32 {
        self.starts[lists.end as usize] - self.starts[lists.start as usize]
    }

    /// Returns the posting of a document in a list.
    pub fn find(&self, list: u32, document: u32) -> Option<Posting> {
        let search = |postings: &[Posting]| {
            let index = postings.binary_search_by_key(&document, |posting| posting.document());
            index.ok().map(|index| postings[index])
        };
        search(self.names(list)).or_else(|| search(self.others(list)))
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

    /// Intersects lists, keeping the worst field of each document; `keep` filters the postings of
    /// the shortest list.
    pub fn in_all<'l>(
        &'l self,
        lists: &[u32],
        keep: impl Fn(&'l [Posting]) -> Cow<'l, [Posting]>,
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
            for left in &left {
                for right in halves(*other) {
                    add_both(left, right, &mut both);
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
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        self.push_half(&parts, Self::names);
        self.name_ends.push(to_u32(self.postings.len()));
        self.push_half(&parts, Self::others);
        self.starts.push(to_u32(self.postings.len()));
    }

    fn push_half(
        &mut self,
        parts: &[(Option<u32>, &Self, &[u32])],
        half: impl for<'l> Fn(&'l Self, u32) -> &'l [Posting],
    ) {
        let start = self.postings.len();
        let mut sources = 0;
        for (list, lists, documents) in parts {
            let postings = list.map_or(&[][..], |list| half(lists, list));
            let new = |posting: &Posting| posting.of(documents[posting.document() as usize]);
            self.postings.extend(postings.iter().map(new));
            sources += usize::from(!postings.is_empty());
        }
        if sources > 1 {
            self.postings[start..].sort_unstable();
        }
    }

    /// Returns the heap size in bytes.
    pub fn bytes(&self) -> usize {
        4 * (self.starts.capacity() + self.name_ends.capacity() + self.postings.capacity())
    }
}

/// Builds [`Lists`] in two passes over all postings in document order: one counts them, one stores
/// them.
pub struct ListsBuilder {
    /// Position of the next posting of each half of a list, names first; in the counting pass, the
    /// number of postings, shifted by one.
    ends: Vec<u32>,
    lists: Lists,
}

impl ListsBuilder {
    /// Creates the builder of `count` lists.
    pub fn of(count: usize) -> Self {
        Self {
            ends: vec![0; 2 * count + 1],
            lists: Lists::default(),
        }
    }

    /// Returns the half of a list for a posting.
    const fn half(list: u32, posting: Posting) -> usize {
        2 * list as usize + (posting.field() != Field::Name as usize) as usize
    }

    /// Counts a posting.
    #[inline]
    pub fn count(&mut self, list: u32, posting: Posting) {
        self.ends[Self::half(list, posting) + 1] += 1;
    }

    /// Ends the counting pass.
    pub fn counted(&mut self) {
        for index in 1..self.ends.len() {
            self.ends[index] += self.ends[index - 1];
        }
        self.lists.starts = self.ends.iter().step_by(2).copied().collect();
        self.lists.name_ends = self.ends.iter().skip(1).step_by(2).copied().collect();
        let all = *self.ends.last().unwrap_or(&0) as usize;
        self.lists.postings = vec![Posting(0); all];
    }

    /// Stores a posting.
    #[inline]
    pub fn put(&mut self, list: u32, posting: Posting) {
        let next = &mut self.ends[Self::half(list, posting)];
        self.lists.postings[*next as usize] = posting;
        *next += 1;
    }

    /// Returns the lists.
    pub fn finish(self) -> Lists {
        self.lists
    }
}

/// Intersects two ordered lists, keeping the worse field.
pub fn both(left: &[Posting], right: &[Posting]) -> Vec<Posting> {
    let mut both = Vec::new();
    add_both(left, right, &mut both);
    both
}

/// Gallop through a list at least this many times longer than the other.
const GALLOP: usize = 16;

fn add_both(left: &[Posting], right: &[Posting], both: &mut Vec<Posting>) {
    let (short, long) = if left.len() < right.len() {
        (left, right)
    } else {
        (right, left)
    };
    if short.len() * GALLOP < long.len() {
        gallop(short, long, both);
    } else {
        merge(short, long, both);
    }
}

/// Merges two lists, without unpredictable branches except at matches.
fn merge(mut left: &[Posting], mut right: &[Posting], both: &mut Vec<Posting>) {
    while let (Some(a), Some(b)) = (left.first(), right.first()) {
        let order = a.document().cmp(&b.document());
        if order.is_eq() {
            both.push(*a.max(b));
        }
        left = &left[usize::from(order.is_le())..];
        right = &right[usize::from(order.is_ge())..];
    }
}

/// Looks up the documents of the short list in the long one by galloping search.
fn gallop(short: &[Posting], mut long: &[Posting], both: &mut Vec<Posting>) {
    for posting in short {
        let before = |other: &Posting| other.document() < posting.document();
        let mut end = 1;
        while long.get(end).is_some_and(before) {
            end *= 2;
        }
        let start = (end / 2).min(long.len());
        let among = &long[start..long.len().min(end + 1)];
        long = &long[start + among.partition_point(before)..];
        match long.first() {
            Some(other) if other.document() == posting.document() => {
                both.push(*posting.max(other));
            }
            Some(_) => {}
            None => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
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
                let found = lists.in_all(asked, Cow::Borrowed);
                let expected = (0..300).filter_map(|document| lists.find_in_all(asked, document));
                let mut found_in_order = found.clone();
                found_in_order.sort_unstable();
                prop_assert_eq!(found_in_order, expected.collect::<Vec<_>>());
            }
        }
    }
}
