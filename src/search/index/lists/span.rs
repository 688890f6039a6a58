//! Adjacent lists of postings, read at once.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::postings::{Half, Posting};

/// Adjacent lists, read at once.
#[derive(Debug)]
pub struct Span<'l> {
    lists: Range<u32>,
    half: &'l Half,
    /// Lists of `postings`: these and others.
    read: Range<u32>,
    postings: Postings<'l>,
}

/// Postings of adjacent lists.
#[derive(Debug)]
enum Postings<'l> {
    InMemory(&'l [Posting]),
    Read(Arc<Vec<Posting>>),
}

impl Span<'_> {
    /// Returns the postings of one of the lists, in document order.
    pub fn list(&self, list: u32) -> &[Posting] {
        self.part(&(list..list + 1))
    }

    /// Returns all postings, list by list.
    pub fn all(&self) -> &[Posting] {
        self.part(&self.lists)
    }

    fn part(&self, lists: &Range<u32>) -> &[Posting] {
        let postings = match &self.postings {
            Postings::InMemory(postings) => postings,
            Postings::Read(postings) => postings.as_slice(),
        };
        let first = self.half.range(&self.read).start;
        let Range { start, end } = self.half.range(lists);
        // Damaged bytes make a span shorter.
        let part = postings.get(start - first..end - first);
        part.unwrap_or_default()
    }

    /// Returns the lists that were read from a file, and their postings; `None` if they lie in memory.
    pub fn read_from_file(&self) -> Option<(Range<u32>, &Arc<Vec<Posting>>)> {
        match &self.postings {
            Postings::Read(postings) if self.half.postings.is_in_file() => {
                Some((self.read.clone(), postings))
            }
            _ => None,
        }
    }
}

impl Half {
    /// Returns the postings of a range of lists.
    pub fn span(&self, lists: Range<u32>) -> Span<'_> {
        let postings = match self.postings.range(self.range(&lists)) {
            Cow::Borrowed(postings) => Postings::InMemory(postings),
            Cow::Owned(postings) => Postings::Read(Arc::new(postings)),
        };
        Span {
            read: lists.clone(),
            lists,
            half: self,
            postings,
        }
    }

    /// Returns the postings of a range of lists, which are among those of lists that were read.
    pub fn span_in(
        &self,
        lists: Range<u32>,
        (read, postings): (Range<u32>, Arc<Vec<Posting>>),
    ) -> Span<'_> {
        Span {
            lists,
            half: self,
            read,
            postings: Postings::Read(postings),
        }
    }
}
