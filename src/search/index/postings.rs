//! The lists of documents: one a word, and one for each thing that a document can be.

use std::borrow::Cow;
use std::ops::Range;

use crate::search::rank::Field;

/// A document and the best field of it that a word stands in, in 32 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Posting(u32);

impl Posting {
    /// That document and field.
    pub const fn new(document: u32, field: Field) -> Self {
        Self(document << 3 | field as u32)
    }

    /// The same field of another document.
    pub const fn of(self, document: u32) -> Self {
        Self(document << 3 | self.0 & 7)
    }

    /// The document.
    pub const fn document(self) -> u32 {
        self.0 >> 3
    }

    /// The number of the field.
    pub const fn field(self) -> usize {
        (self.0 & 7) as usize
    }
}

/// Lists of postings, one after the other.
#[derive(Debug, Default)]
pub struct Lists {
    /// Where each list starts, and where the last one ends.
    pub(in crate::search) starts: Vec<u32>,
    /// Where the names of each list end and the other fields start.
    pub(in crate::search) name_ends: Vec<u32>,
    /// All postings.
    pub(in crate::search) postings: Vec<Posting>,
}

impl Lists {
    /// The documents that have it in their name, in order.
    pub fn names(&self, list: u32) -> &[Posting] {
        let list = list as usize;
        &self.postings[self.starts[list] as usize..self.name_ends[list] as usize]
    }

    /// The documents that have it elsewhere, in order.
    pub fn others(&self, list: u32) -> &[Posting] {
        let list = list as usize;
        &self.postings[self.name_ends[list] as usize..self.starts[list + 1] as usize]
    }

    /// How many postings these lists have together.
    pub fn count(&self, lists: Range<u32>) -> u32 {
        self.starts[lists.end as usize] - self.starts[lists.start as usize]
    }

    /// The posting of that document in that list.
    pub fn find(&self, list: u32, document: u32) -> Option<Posting> {
        let search = |postings: &[Posting]| {
            let index = postings.binary_search_by_key(&document, |posting| posting.document());
            index.ok().map(|index| postings[index])
        };
        search(self.names(list)).or_else(|| search(self.others(list)))
    }

    /// The posting of a document that is in all of these lists: the one in the worst field.
    pub fn find_in_all(&self, lists: &[u32], document: u32) -> Option<Posting> {
        lists
            .iter()
            .try_fold(Posting::new(document, Field::Name), |worst, list| {
                Some(worst.max(self.find(*list, document)?))
            })
    }

    /// What is in all of these lists, each document with the worst of its fields; of the shortest
    /// list, only what `keep` leaves.
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

    /// The shortest of these lists.
    pub fn shortest(&self, lists: &[u32]) -> Option<u32> {
        lists
            .iter()
            .copied()
            .min_by_key(|list| self.count(*list..*list + 1))
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        4 * (self.starts.capacity() + self.name_ends.capacity() + self.postings.capacity())
    }
}

/// Lists in the making. All postings come twice, in the order of documents: to be counted, and to
/// be put where the counts say.
pub struct ListsBuilder {
    /// Where the next posting of each half of a list goes, names first; while they are counted, how
    /// many there are, one place further.
    ends: Vec<u32>,
    lists: Lists,
}

impl ListsBuilder {
    /// So many lists.
    pub fn of(count: usize) -> Self {
        Self {
            ends: vec![0; 2 * count + 1],
            lists: Lists::default(),
        }
    }

    /// The half of a list that a posting goes into.
    const fn half(list: u32, posting: Posting) -> usize {
        2 * list as usize + (posting.field() != Field::Name as usize) as usize
    }

    /// A posting of that list comes later.
    #[inline]
    pub fn count(&mut self, list: u32, posting: Posting) {
        self.ends[Self::half(list, posting) + 1] += 1;
    }

    /// All are counted.
    pub fn counted(&mut self) {
        for index in 1..self.ends.len() {
            self.ends[index] += self.ends[index - 1];
        }
        self.lists.starts = self.ends.iter().step_by(2).copied().collect();
        self.lists.name_ends = self.ends.iter().skip(1).step_by(2).copied().collect();
        let all = *self.ends.last().unwrap_or(&0) as usize;
        self.lists.postings = vec![Posting(0); all];
    }

    /// Puts a posting into its list.
    #[inline]
    pub fn put(&mut self, list: u32, posting: Posting) {
        let next = &mut self.ends[Self::half(list, posting)];
        self.lists.postings[*next as usize] = posting;
        *next += 1;
    }

    /// All are put.
    pub fn finish(self) -> Lists {
        self.lists
    }
}

/// The documents that stand in both of two ordered lists, with the worse of their fields.
pub fn both(left: &[Posting], right: &[Posting]) -> Vec<Posting> {
    let mut both = Vec::new();
    add_both(left, right, &mut both);
    both
}

/// So many times as long as the other, a list is leapt through.
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

/// Step by step through both, without a branch that a processor could guess wrong but where they
/// meet.
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

/// In leaps that grow through the long one.
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
        fn what_is_in_all_lists_is_what_is_in_each(
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
