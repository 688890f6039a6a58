//! Order of the bookmarks: one key for each, with room between any two keys, so that a move changes
//! one entry and concurrent moves of different entries do not conflict.

use fractional_index::FractionalIndex;

use super::entry::Entry;

/// Sorts the entries by key; entries without a key come last, ties are ordered by time of adding.
pub(super) fn sorted<'a>(entries: impl Iterator<Item = &'a Entry>) -> Vec<&'a Entry> {
    let mut sorted: Vec<(bool, Option<FractionalIndex>, &Entry)> = entries
        .map(|entry| {
            let key = key(entry);
            (key.is_none(), key, entry)
        })
        .collect();
    sorted.sort_by(|left, right| {
        (left.0, &left.1, left.2.added, &left.2.id).cmp(&(
            right.0,
            &right.1,
            right.2.added,
            &right.2.id,
        ))
    });
    sorted.into_iter().map(|(_, _, entry)| entry).collect()
}

/// Longest accepted key: a key grows by a digit or two for a hundred moves.
const MAX_KEY: usize = 1024;

fn key(entry: &Entry) -> Option<FractionalIndex> {
    let key = &entry.place.as_ref()?.key;
    if key.len() > MAX_KEY {
        return None;
    }
    FractionalIndex::from_string(key).ok()
}

/// Returns a key after all of these sorted entries.
pub(super) fn last_key(sorted: &[&Entry]) -> String {
    sorted
        .iter()
        .rev()
        .find_map(|entry| key(entry))
        .map_or_else(FractionalIndex::default, |last| {
            FractionalIndex::new_after(&last)
        })
        .to_string()
}

/// Returns the keys that move `id` before `before` (to the end if that is `None` or missing), each
/// with its id. Usually one key; if neighbours have the same key or none, all entries get new keys.
pub(super) fn keys_to_move(
    sorted: &[&Entry],
    id: &str,
    before: Option<&str>,
) -> Vec<(String, String)> {
    let others: Vec<&Entry> = sorted
        .iter()
        .copied()
        .filter(|entry| entry.id != id)
        .collect();
    let index = before
        .and_then(|before| others.iter().position(|entry| entry.id == before))
        .unwrap_or(others.len());
    match key_at(&others, index) {
        Some(key) => vec![(id.to_owned(), key.to_string())],
        None => fresh_keys(&others, id, index),
    }
}

/// Returns a key between the neighbours of a position, if there is room for one.
fn key_at(others: &[&Entry], index: usize) -> Option<FractionalIndex> {
    let left = index.checked_sub(1).map(|left| key(others[left]));
    let right = others.get(index).map(|right| key(right));
    match (left, right) {
        (None, None) => Some(FractionalIndex::default()),
        (None, Some(right)) => Some(FractionalIndex::new_before(&right?)),
        (Some(left), None) => Some(FractionalIndex::new_after(&left?)),
        (Some(left), Some(right)) => FractionalIndex::new_between(&left?, &right?),
    }
}

fn fresh_keys(others: &[&Entry], id: &str, index: usize) -> Vec<(String, String)> {
    let mut ids: Vec<&str> = others.iter().map(|entry| entry.id.as_str()).collect();
    ids.insert(index, id);
    let mut key = FractionalIndex::default();
    ids.into_iter()
        .map(|id| {
            key = FractionalIndex::new_after(&key);
            (id.to_owned(), key.to_string())
        })
        .collect()
}
