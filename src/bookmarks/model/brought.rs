//! Effect of a merge on a list, shown to the worker for confirmation.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::{Entry, Snapshot};
use super::list::List;
use super::mark::Mark;
use super::own::OwnContact;
use super::saved::SavedPhone;
use crate::directory::Contact;
use crate::i18n::Messages;

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
    /// A bookmark or an own contact that this list removed later, and that stays removed; with its
    /// numbers.
    StaysRemoved(Vec<String>),
}

impl Brought {
    /// Returns true if the result lacks the contact: then only the list before it, or the other one, has its
    /// name.
    pub const fn takes_away(&self) -> bool {
        use BroughtChange as C;
        matches!(
            self.change,
            C::BookmarkRemoved | C::OwnRemoved | C::StaysRemoved(_) | C::Mark(None)
        )
    }

    /// Returns the change in words; `name` is that of the contact.
    pub fn in_words(&self, name: &str, messages: &Messages) -> String {
        use BroughtChange as C;
        let say = |id: &str, rest: &[(&str, &str)]| {
            let all = [&[("name", name)][..], rest].concat();
            let all: Vec<_> = all
                .into_iter()
                .map(|(key, value)| (key, value.to_owned().into()))
                .collect();
            messages.format(id, &all)
        };
        match &self.change {
            C::Bookmark(numbers) => say(
                "cli-bookmarks-brings-bookmark",
                &[("numbers", &numbers.join(", "))],
            ),
            C::BookmarkRemoved => say("cli-bookmarks-brings-removal", &[]),
            C::Own(numbers) => say(
                "cli-bookmarks-brings-own",
                &[("numbers", &numbers.join(", "))],
            ),
            C::OwnRemoved => say("cli-bookmarks-brings-own-removal", &[]),
            C::OwnEdited => say("cli-bookmarks-brings-own-words", &[]),
            C::Numbers { old, new } => say(
                "cli-bookmarks-brings-numbers",
                &[("old", &old.join(", ")), ("new", &new.join(", "))],
            ),
            C::Note(text) if text.is_empty() => say("cli-bookmarks-brings-no-note", &[]),
            C::Note(text) => say("cli-bookmarks-brings-note", &[("text", text)]),
            C::Labels(labels) => say(
                "cli-bookmarks-brings-labels",
                &[("labels", &labels.join(", "))],
            ),
            C::StaysRemoved(numbers) => say(
                "cli-bookmarks-brings-not-again",
                &[("numbers", &numbers.join(", "))],
            ),
            C::Mark(None) => say("cli-bookmarks-brings-no-mark", &[]),
            C::Mark(Some(mark)) => {
                let (id, words) = match mark {
                    Mark::Reached => ("bookmarks-marked-reached", ""),
                    Mark::Tried(tried) => (tried.message_id(), ""),
                    Mark::Wrong { kind, text } => (kind.message_id(), text.as_str()),
                };
                let mark = messages.text(id);
                let text = [mark.as_str(), words].join(" ");
                say("cli-bookmarks-brings-mark", &[("mark", text.trim())])
            }
        }
    }
}

impl Brought {
    /// Returns the directory's numbers in words, if those of the change are others: the directory's count.
    pub fn of_directory(&self, contact: &Contact, messages: &Messages) -> Option<String> {
        let (BroughtChange::Bookmark(stored) | BroughtChange::Numbers { new: stored, .. }) =
            &self.change
        else {
            return None;
        };
        let numbers = contact.numbers();
        let is_same = stored.iter().all(|number| numbers.contains(number))
            && numbers.iter().all(|number| stored.contains(number));
        if is_same || contact.is_own() || numbers.is_empty() {
            return None;
        }
        let numbers = numbers.join(", ");
        Some(messages.filled("cli-bookmarks-brings-directory", "numbers", &numbers))
    }
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

/// Returns the items of another list that a merge leaves out, because this list removed them later;
/// `after` is the result.
pub fn kept_out(other: &List, after: &List) -> Vec<Brought> {
    let own = other.own().filter_map(|own| {
        let contact = own.contact.as_ref()?;
        let is_out = after.own_contact(&own.id).is_none();
        is_out.then(|| (&own.id, numbers(&contact.phones)))
    });
    let mut left: BTreeMap<&String, Vec<String>> = own.collect();
    for entry in other.bookmarks() {
        if after.get(&entry.id).is_none() {
            left.entry(&entry.id).or_insert_with(|| kept(Some(entry)));
        }
    }
    let left = left.into_iter().map(|(id, numbers)| Brought {
        id: id.clone(),
        change: BroughtChange::StaysRemoved(numbers),
    });
    left.collect()
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

/// Returns the numbers stored with a bookmark.
fn kept(entry: Option<&Entry>) -> Vec<String> {
    let snapshot = entry.and_then(|entry| entry.snapshot.as_ref());
    snapshot.map_or_else(Vec::new, |Snapshot { phones, .. }| numbers(phones))
}

/// Returns the dialled numbers with their extensions.
fn numbers(phones: &[SavedPhone]) -> Vec<String> {
    let text = |phone: &SavedPhone| match &phone.extension {
        Some(extension) => format!("{} x{extension}", phone.number),
        None => phone.number.clone(),
    };
    phones.iter().map(text).collect()
}
