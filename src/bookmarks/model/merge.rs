//! Merge of diverged lists: of two sessions on one file, or of copies of the file made by a sync
//! tool.
//!
//! [`join`] is commutative, associative and idempotent: copies can be merged in any order with the
//! same result. Each part of an entry is a register in which the later change wins; a removal
//! deletes the parts that are older.
//!
//! Absence is not removal: only a removal with its time deletes anything. A sync tool may replace
//! the file by an older copy, and items that this copy lacks were not removed by a user.
//! [`three_way`] also knows the common ancestor of both sides; the ancestor only decides between
//! two writes of the same instant, which a text editor can produce.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde_json::{Map, Value};

use super::entry::{Entry, Labels, Note, Own, Place, Snapshot};
use super::list::List;
use super::mark::{Called, Marked};

/// Days for which a removal is stored. A copy of the file that was away for longer restores items
/// removed here.
pub const TOMBSTONE_DAYS: i64 = 90;

/// Returns the union of both lists.
#[must_use]
pub fn join(left: &List, right: &List) -> List {
    three_way(&List::default(), left, right)
}

/// Returns the union of all these lists.
#[must_use]
pub fn joined(list: &List, others: &[List]) -> List {
    let join = |all: List, other: &List| join(&all, other);
    others.iter().fold(list.clone(), join)
}

/// Merges the changes of `ours` and `theirs` since `base`.
#[must_use]
pub fn three_way(base: &List, ours: &List, theirs: &List) -> List {
    List {
        entries: merge_all(&base.entries, &ours.entries, &theirs.entries),
        own: merge_all(&base.own, &ours.own, &theirs.own),
        marks: merge_all(&base.marks, &ours.marks, &theirs.marks),
        rest: merge_all(&base.rest, &ours.rest, &theirs.rest),
    }
}

/// Removes records of removals older than [`TOMBSTONE_DAYS`].
pub fn prune(list: &mut List, now: Timestamp) {
    let Ok(limit) = now.checked_sub(SignedDuration::from_hours(24 * TOMBSTONE_DAYS)) else {
        return;
    };
    let old = |removed: &mut Timestamp| *removed < limit;
    list.entries.retain(|_, entry| {
        let alive = entry.is_alive();
        entry.removed.take_if(old).is_none() || alive
    });
    list.own.retain(|_, own| {
        let alive = own.contact.is_some();
        own.removed.take_if(old).is_none() || alive
    });
    list.marks
        .retain(|_, marked| marked.mark().is_some() || marked.marked >= limit);
    // An old answer still repairs a number that another contact found dead before it.
    let dead: BTreeSet<String> = list.marks().flat_map(Marked::dead_numbers).collect();
    for marked in list.marks.values_mut() {
        marked
            .earlier
            .retain(|number, found| found.at >= limit || !found.withdrawn && dead.contains(number));
    }
}

/// Returns `now`, or an instant after `before` if a clock ran ahead.
pub(in crate::bookmarks) fn after(before: Timestamp, now: Timestamp) -> Timestamp {
    let next = before
        .checked_add(SignedDuration::from_micros(1))
        .unwrap_or(before);
    now.max(next)
}

/// Value that two sides may have changed.
pub(in crate::bookmarks) trait Merge: Clone + PartialEq {
    /// Returns one of both, or a combination, if both sides changed it since `base`.
    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self) -> Self;
}

/// Adds an item, merging it with an existing one.
pub(in crate::bookmarks) fn insert<T: Merge>(items: &mut BTreeMap<String, T>, id: String, item: T) {
    let merged = match items.get(&id) {
        Some(other) => T::merge(None, other, &item),
        None => item,
    };
    items.insert(id, merged);
}

/// Merges one part. A part of only one side is kept: absence is not removal.
fn pick<T: Merge>(base: Option<&T>, ours: Option<&T>, theirs: Option<&T>) -> Option<T> {
    match (ours, theirs) {
        (Some(ours), Some(theirs)) if ours != theirs => Some(T::merge(base, ours, theirs)),
        (ours, theirs) => ours.or(theirs).cloned(),
    }
}

/// Merges named items one by one.
fn merge_all<'a, All, T>(base: &'a All, ours: &'a All, theirs: &'a All) -> All
where
    &'a All: IntoIterator<Item = (&'a String, &'a T)>,
    All: FromIterator<(String, T)>,
    T: Merge + 'a,
{
    let by_name = |all: &'a All| all.into_iter().collect::<BTreeMap<_, _>>();
    let [base, ours, theirs] = [base, ours, theirs].map(by_name);
    let names: BTreeSet<_> = ours.keys().chain(theirs.keys()).copied().collect();
    let merged = names.into_iter().filter_map(|name| {
        let [base, ours, theirs] = [&base, &ours, &theirs].map(|all| all.get(name).copied());
        Some((name.clone(), pick(base, ours, theirs)?))
    });
    merged.collect()
}

/// Returns the later write of one part; of two of the same instant the one that differs from the
/// common ancestor, else the one whose JSON sorts last, so that every machine chooses the same.
fn later<T: Serialize + Clone + PartialEq>(
    base: Option<&T>,
    ours: (Timestamp, &T),
    theirs: (Timestamp, &T),
) -> T {
    let text = |part: &T| serde_json::to_string(part).unwrap_or_default();
    let changed = |part: &T| base.is_some_and(|base| base != part);
    let order = ours
        .0
        .cmp(&theirs.0)
        .then_with(|| changed(ours.1).cmp(&changed(theirs.1)))
        .then_with(|| text(ours.1).cmp(&text(theirs.1)));
    if order.is_lt() { theirs.1 } else { ours.1 }.clone()
}

macro_rules! later_wins {
    ($($register:ident by $at:ident),*) => {
        $(impl Merge for $register {
            fn merge(base: Option<&Self>, ours: &Self, theirs: &Self) -> Self {
                later(base, (ours.$at, ours), (theirs.$at, theirs))
            }
        })*
    };
}

later_wins!(Snapshot by at, Note by at, Labels by at, Place by at, Called by at);

/// Fields of newer programs have no known meaning. Objects are merged key by key, to keep the
/// fields of both sides; otherwise the value that differs from the common ancestor wins, else the
/// one whose JSON sorts last.
impl Merge for Value {
    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self) -> Self {
        match (ours, theirs) {
            (Self::Object(ours), Self::Object(theirs)) => {
                let empty = Map::new();
                let base = base.and_then(Self::as_object).unwrap_or(&empty);
                Self::Object(merge_all(base, ours, theirs))
            }
            (Self::Object(_), _) => ours.clone(),
            (_, Self::Object(_)) => theirs.clone(),
            _ if base == Some(ours) => theirs.clone(),
            _ if base == Some(theirs) => ours.clone(),
            _ => {
                let texts = [ours.to_string(), theirs.to_string()];
                if texts[0] < texts[1] { theirs } else { ours }.clone()
            }
        }
    }
}

impl Merge for Entry {
    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self) -> Self {
        macro_rules! part {
            ($part:ident) => {
                pick(
                    base.and_then(|base| base.$part.as_ref()),
                    ours.$part.as_ref(),
                    theirs.$part.as_ref(),
                )
            };
        }
        let mut merged = Self {
            id: ours.id.clone(),
            added: ours.added.max(theirs.added),
            removed: ours.removed.max(theirs.removed),
            snapshot: part!(snapshot),
            note: part!(note),
            labels: part!(labels),
            place: part!(place),
            rest: merge_all(
                base.map_or(&Map::new(), |base| &base.rest),
                &ours.rest,
                &theirs.rest,
            ),
        };
        merged.settle();
        merged
    }
}

impl Merge for Own {
    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self) -> Self {
        let newer = later(
            base.map(|base| &base.contact),
            (ours.at, &ours.contact),
            (theirs.at, &theirs.contact),
        );
        let mut merged = Self {
            id: ours.id.clone(),
            at: ours.at.max(theirs.at),
            removed: ours.removed.max(theirs.removed),
            contact: newer,
            rest: merge_all(
                base.map_or(&Map::new(), |base| &base.rest),
                &ours.rest,
                &theirs.rest,
            ),
        };
        merged.settle();
        merged
    }
}

impl Merge for Marked {
    /// The later mark wins; what each call found of a number stays.
    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self) -> Self {
        let without_results = |one: &Self| Self {
            earlier: BTreeMap::new(),
            ..one.clone()
        };
        let [our, their] = [ours, theirs].map(without_results);
        let base = base.map(without_results);
        let mut merged = later(base.as_ref(), (our.marked, &our), (their.marked, &their));
        for side in [ours, theirs] {
            merged.keep_results(side);
        }
        merged
    }
}
