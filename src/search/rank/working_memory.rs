//! Memory of a search for the next one.

use std::ops::Range;
use std::sync::Arc;

use super::scores::Scores;
use crate::search::index::lists::postings::Posting;
use crate::search::index::lists::span::Span;

/// Greatest number of postings that are kept, half a megabyte.
const MOST: usize = 128 * 1024;

/// Memory of a search for the next one.
#[derive(Debug, Default)]
pub struct WorkingMemory {
    /// Scores of the candidates.
    pub scores: Scores,
    /// Lists that were read.
    pub lists: RecentLists,
}

/// Lists that the last search read from a file. While a text is typed, the next search needs most of them again, and
/// of the words with a prefix those with a longer one: to read them each time took a sixth of the median keystroke.
#[derive(Debug, Default)]
pub struct RecentLists(Vec<RecentList>);

/// Adjacent lists of one half of all.
#[derive(Debug)]
struct RecentList {
    /// True for postings in names.
    names: bool,
    lists: Range<u32>,
    postings: Arc<Vec<Posting>>,
}

impl RecentLists {
    /// Returns lists that contain the wanted ones, and their postings.
    pub fn around(
        &self,
        names: bool,
        wanted: &Range<u32>,
    ) -> Option<(Range<u32>, Arc<Vec<Posting>>)> {
        let contains = |one: &&RecentList| {
            let RecentList { lists, .. } = one;
            one.names == names && lists.start <= wanted.start && wanted.end <= lists.end
        };
        let found = self.0.iter().find(contains)?;
        Some((found.lists.clone(), Arc::clone(&found.postings)))
    }

    /// Keeps those of a search, as far as there is room.
    pub fn of<'s>(spans: impl Iterator<Item = (bool, &'s Span<'s>)>) -> Self {
        let mut kept: Vec<RecentList> = Vec::new();
        let mut room = MOST;
        for (names, (lists, postings)) in
            spans.filter_map(|(names, span)| Some((names, span.read_from_file()?)))
        {
            let is_kept = kept.iter().any(|one| Arc::ptr_eq(&one.postings, postings));
            if !is_kept && postings.len() <= room {
                room -= postings.len();
                kept.push(RecentList {
                    names,
                    lists,
                    postings: Arc::clone(postings),
                });
            }
        }
        Self(kept)
    }
}
