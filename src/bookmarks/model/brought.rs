//! Effect of a merge on a list, shown to the worker for confirmation.

use std::collections::BTreeSet;

use super::entry::{Entry, Mark, Snapshot};
use super::list::List;
use super::own::OwnContact;
use super::saved::SavedPhone;

/// Change of one contact by a merge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// Id of the contact.
    pub id: String,
    /// Kind of the change.
    pub change: BroughtChange,
}

/// Kind of change by a merge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BroughtChange {
    /// A new bookmark, with its stored numbers.
    Bookmark(Vec<String>),
    /// A removed bookmark.
    BookmarkRemoved,
    /// A new own contact, with its numbers.
    Own(Vec<String>),
    /// A removed own contact.
    OwnRemoved,
    /// Changed text of an own contact with unchanged numbers.
    OwnEdited,
    /// Changed numbers of an own contact or of a bookmark.
    Numbers {
        /// Numbers on the list.
        old: Vec<String>,
        /// Numbers after the merge.
        new: Vec<String>,
    },
    /// A changed note; empty if removed.
    Note(String),
    /// Changed labels; empty if removed.
    Labels(Vec<String>),
    /// A changed mark; `None` if the mark is removed.
    Mark(Option<Mark>),
}

/// Returns all differences between a list and the result of a merge, except for the order.
pub fn brought(before: &List, after: &List) -> Vec<Brought> {
    let ids: BTreeSet<&String> = [before, after]
        .into_iter()
        .flat_map(|list| {
            let own = list.own.keys().chain(list.marks.keys());
            list.entries.keys().chain(own)
        })
        .collect();
    let mut all = Vec::new();
    for id in ids {
        let changes = own(before, after, id)
            .into_iter()
            .chain(bookmark(before.get(id), after.get(id)))
            .chain(mark(before, after, id));
        all.extend(changes.map(|change| Brought {
            id: id.clone(),
            change,
        }));
    }
    all
}

fn own(before: &List, after: &List, id: &str) -> Option<BroughtChange> {
    use BroughtChange as C;
    let contact = |list: &List| list.own_contact(id).and_then(|own| own.contact.clone());
    match (contact(before), contact(after)) {
        (None, Some(new)) => Some(C::Own(numbers(&new.phones))),
        (Some(_), None) => Some(C::OwnRemoved),
        (Some(old), Some(new)) if old != new => Some(own_edited(&old, &new)),
        _ => None,
    }
}

fn own_edited(old: &OwnContact, new: &OwnContact) -> BroughtChange {
    let (old, new) = (numbers(&old.phones), numbers(&new.phones));
    if old == new {
        BroughtChange::OwnEdited
    } else {
        BroughtChange::Numbers { old, new }
    }
}

fn bookmark(before: Option<&Entry>, after: Option<&Entry>) -> Vec<BroughtChange> {
    use BroughtChange as C;
    let kept = |entry: Option<&Entry>| {
        let snapshot = entry.and_then(|entry| entry.snapshot.as_ref());
        snapshot.map_or_else(Vec::new, |Snapshot { phones, .. }| numbers(phones))
    };
    let Some(new) = after else {
        return before.map(|_| C::BookmarkRemoved).into_iter().collect();
    };
    let mut changes = Vec::new();
    let (old_numbers, new_numbers) = (kept(before), kept(after));
    if before.is_none() {
        changes.push(C::Bookmark(new_numbers));
    } else if old_numbers != new_numbers {
        let (old, new) = (old_numbers, new_numbers);
        changes.push(C::Numbers { old, new });
    }
    if before.map_or("", Entry::note) != new.note() {
        changes.push(C::Note(new.note().to_owned()));
    }
    if before.map_or(&[][..], Entry::labels) != new.labels() {
        changes.push(C::Labels(new.labels().to_vec()));
    }
    changes
}

fn mark(before: &List, after: &List, id: &str) -> Option<BroughtChange> {
    let mark = |list: &List| list.marked(id).and_then(super::Marked::mark);
    let new = mark(after);
    (mark(before) != new).then_some(BroughtChange::Mark(new))
}

/// Returns the dialled numbers with their extensions.
fn numbers(phones: &[SavedPhone]) -> Vec<String> {
    let text = |phone: &SavedPhone| match &phone.extension {
        Some(extension) => format!("{} x{extension}", phone.number),
        None => phone.number.clone(),
    };
    phones.iter().map(text).collect()
}
