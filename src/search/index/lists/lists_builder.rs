//! Builder of the lists of postings.

use super::postings::{Half, Lists, Posting};
use crate::search::rank::Field;

/// Builds [`Lists`] in two passes over all postings in document order: one counts them, one stores
/// them.
pub struct ListsBuilder {
    names: HalfBuilder,
    others: HalfBuilder,
}

struct HalfBuilder {
    /// Position of the next posting of each list; in the counting pass, the number of postings,
    /// shifted by one.
    ends: Vec<u32>,
    starts: Vec<u32>,
    postings: Vec<Posting>,
}

impl HalfBuilder {
    fn of(count: usize) -> Self {
        Self {
            ends: vec![0; count + 1],
            starts: Vec::new(),
            postings: Vec::new(),
        }
    }

    fn counted(&mut self) {
        for index in 1..self.ends.len() {
            self.ends[index] += self.ends[index - 1];
        }
        self.starts = self.ends.clone();
        let all = *self.ends.last().unwrap_or(&0) as usize;
        self.postings = vec![Posting::new(0, Field::Name); all];
    }

    fn finish(self) -> Half {
        Half::of(self.starts, self.postings)
    }
}

impl ListsBuilder {
    /// Creates the builder of `count` lists.
    pub fn of(count: usize) -> Self {
        Self {
            names: HalfBuilder::of(count),
            others: HalfBuilder::of(count),
        }
    }

    /// Returns the half of a list for a posting.
    const fn half(&mut self, posting: Posting) -> &mut HalfBuilder {
        if posting.field() == Field::Name as usize {
            &mut self.names
        } else {
            &mut self.others
        }
    }

    /// Counts a posting.
    #[inline]
    pub fn count(&mut self, list: u32, posting: Posting) {
        self.half(posting).ends[list as usize + 1] += 1;
    }

    /// Ends the counting pass.
    pub fn counted(&mut self) {
        self.names.counted();
        self.others.counted();
    }

    /// Stores a posting.
    #[inline]
    pub fn put(&mut self, list: u32, posting: Posting) {
        let half = self.half(posting);
        let next = &mut half.ends[list as usize];
        half.postings[*next as usize] = posting;
        *next += 1;
    }

    /// Returns the lists.
    pub fn finish(self) -> Lists {
        Lists {
            names: self.names.finish(),
            others: self.others.finish(),
        }
    }
}
