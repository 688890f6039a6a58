//! Changes by a pack, for the worker's bookmarks and in total.

use std::collections::HashSet;

use serde::Serialize;

use crate::directory::packs::conflict::Conflict;
use crate::directory::packs::difference::{Change, Counts, Difference, Differences};
use crate::document::pack_changes::{conflicts_in_words, counts_in_words, in_words};
use crate::i18n::Messages;

/// Changes in the output of `--json`.
#[derive(Serialize)]
pub(super) struct ChangesJson<'a> {
    counts: Counts,
    /// Changes of the worker's bookmarks.
    bookmarks: Vec<&'a Difference>,
    /// All changes, up to the limit of the list.
    changes: &'a [Difference],
    /// Contradictions within changed records.
    conflicts: &'a [Conflict],
}

impl<'a> ChangesJson<'a> {
    pub(super) fn of(found: &'a Differences, bookmarks: &'a HashSet<String>) -> Self {
        Self {
            counts: found.counts,
            bookmarks: found.of(bookmarks).collect(),
            changes: &found.list,
            conflicts: &found.conflicts,
        }
    }
}

/// Returns a line for all changes, one for each change of a bookmark, each changed number, and each
/// contradiction.
pub(super) fn lines(
    found: &Differences,
    bookmarks: &HashSet<String>,
    messages: &Messages,
) -> Vec<String> {
    let all = counts_in_words(found.counts, messages);
    let own = found.of(bookmarks);
    let own = own.map(|one| in_words(one, "packs-bookmark-", messages));
    let others = found.list.iter().filter(|one| !bookmarks.contains(&one.id));
    let others = others.filter(|one| matches!(one.change, Change::Numbers { .. }));
    let others = others.map(|one| in_words(one, "packs-other-", messages));
    let conflicts = conflicts_in_words(&found.conflicts, messages);
    let changes = std::iter::once(all).chain(own).chain(others);
    changes.chain(conflicts).collect()
}
