//! Changes of a list.

mod concern;
mod go_back;
mod make;
mod undo;

pub use concern::Concern;
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::Map;

use crate::bookmarks::model::entry::{Entry, Labels, Note, Own, Place, Snapshot};
use crate::bookmarks::model::list::List;
use crate::bookmarks::model::mark::{Mark, Marked};
use crate::bookmarks::model::merge::after;
use crate::bookmarks::model::order;
use crate::bookmarks::model::own::OwnContact;
use crate::bookmarks::model::saved::SavedName;

/// Change of the list.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Bookmark a contact, at the end of the list. No effect if it is bookmarked already.
    Add {
        /// Id of the contact.
        id: String,
        /// Present name and phones.
        snapshot: Snapshot,
    },
    /// Remove a bookmark, with its note and labels.
    Remove {
        /// Id of the contact.
        id: String,
    },
    /// Restore removed or changed items: the undo of several other changes.
    Restore {
        /// Entry before the change.
        entry: Box<Entry>,
    },
    /// Write a note about the service.
    Note {
        /// Id of the contact.
        id: String,
        /// Text of the note; empty removes the note.
        text: String,
    },
    /// Set the labels.
    Labels {
        /// Id of the contact.
        id: String,
        /// All labels; empty ones and repetitions are dropped.
        labels: Vec<String>,
    },
    /// Move a bookmark to another position in the worker's order.
    Move {
        /// Id of the contact.
        id: String,
        /// Id of the bookmark that follows; `None` for the end of the list.
        before: Option<String>,
    },
    /// Replace the stored name, phones and hours by the present ones.
    AcceptChanges {
        /// Id of the contact.
        id: String,
        /// Present name, phones and hours.
        snapshot: Snapshot,
    },
    /// Add or replace an own contact.
    OwnAdd {
        /// Id, from [`OwnContact::new_id`].
        id: String,
        /// Content of the form.
        contact: Box<OwnContact>,
    },
    /// Edit an own contact.
    OwnEdit {
        /// Id of the contact.
        id: String,
        /// Content of the form.
        contact: Box<OwnContact>,
    },
    /// Remove an own contact. Its bookmark stays, with its snapshot.
    OwnRemove {
        /// Id of the contact.
        id: String,
    },
    /// Mark a contact, bookmarked or not, with the result of a call.
    Mark {
        /// Id of the contact.
        id: String,
        /// Name of the contact, for readers of the corrections.
        name: SavedName,
        /// Result of the call.
        mark: Mark,
        /// Called number; empty if unknown.
        number: String,
        /// Present date by the worker's clock.
        on: Date,
    },
    /// Restore the mark of a contact, and what was found of its numbers: the undo of a mark.
    RestoreMark {
        /// Mark before the change.
        marked: Box<Marked>,
    },
    /// Remove a mark.
    Unmark {
        /// Id of the contact.
        id: String,
    },
}

impl Change {
    /// Returns the id of the changed contact.
    pub fn id(&self) -> &str {
        match self {
            Self::Restore { entry } => &entry.id,
            Self::RestoreMark { marked } => &marked.id,
            Self::Add { id, .. }
            | Self::Remove { id }
            | Self::Note { id, .. }
            | Self::Labels { id, .. }
            | Self::Move { id, .. }
            | Self::AcceptChanges { id, .. }
            | Self::OwnAdd { id, .. }
            | Self::OwnEdit { id, .. }
            | Self::OwnRemove { id }
            | Self::Mark { id, .. }
            | Self::Unmark { id } => id,
        }
    }
}

impl Change {
    /// Returns true if the change removes text of the worker, which must then be removed from older
    /// copies of the file.
    pub(in crate::bookmarks) fn removes_words(&self) -> bool {
        match self {
            Self::Note { text, .. } => text.trim().is_empty(),
            Self::Remove { .. } | Self::OwnRemove { .. } | Self::Unmark { .. } => true,
            _ => false,
        }
    }
}

impl List {
    /// Applies a change made at `now`.
    ///
    /// The change always counts as later than the state it replaces, even if a clock runs behind. A
    /// note or labels for a contact without a bookmark add one: another session may have removed
    /// it, and the worker's text must not be lost.
    pub fn apply(&mut self, change: Change, now: Timestamp) {
        match change {
            Change::Add { id, snapshot } if !self.contains(&id) => {
                self.add(&id, Some(snapshot), now);
            }
            Change::Add { .. } => {}
            Change::Remove { id } => self.remove(&id, now),
            Change::Restore { entry } => self.restore(*entry, now),
            Change::Note { id, text } => self.edit(&id, now, |entry, at| {
                let rest = entry.note.take().map_or_else(Map::new, |note| note.rest);
                let text = one_line(&text);
                entry.note = Some(Note { at, text, rest });
            }),
            Change::Labels { id, labels } => self.edit(&id, now, |entry, at| {
                let rest = entry.labels.take().map_or_else(Map::new, |old| old.rest);
                let names = tidy(labels);
                entry.labels = Some(Labels { at, names, rest });
            }),
            Change::Move { id, before } => self.place(&id, before.as_deref(), now),
            Change::AcceptChanges { id, snapshot } => self.edit(&id, now, |entry, at| {
                entry.snapshot = Some(Snapshot { at, ..snapshot });
            }),
            Change::OwnAdd { id, contact } | Change::OwnEdit { id, contact } => {
                self.write_own(id, *contact, now);
            }
            Change::OwnRemove { id } => self.remove_own(&id, now),
            Change::Mark {
                id,
                name,
                mark,
                number,
                on,
            } => {
                let mark = in_one_line(mark);
                self.mark(Marked::of(id, name, mark, one_line(&number), on, now));
            }
            Change::RestoreMark { marked } => match self.marks.get_mut(&marked.id) {
                Some(present) => present.go_back_to(&marked, now),
                None => self.mark(Marked {
                    marked: now,
                    ..*marked
                }),
            },
            Change::Unmark { id } => {
                if let Some(marked) = self.marks.get_mut(&id) {
                    marked.clear(now);
                }
            }
        }
    }

    /// Returns true if the list is in the state produced by `change`, as far as can be determined.
    pub(in crate::bookmarks) fn shows(&self, change: &Change) -> bool {
        let own = |id: &String| self.own_contact(id).and_then(|own| own.contact.as_ref());
        match change {
            Change::Add { id, .. } => self.contains(id),
            Change::Move { .. } => true,
            Change::Remove { id } => !self.contains(id),
            Change::Restore { entry } => self.get(&entry.id).is_some_and(|present| {
                (present.note(), present.labels()) == (entry.note(), entry.labels())
            }),
            Change::Note { id, text } => self.get(id).is_some_and(|e| e.note() == one_line(text)),
            Change::Labels { id, labels } => self
                .get(id)
                .is_some_and(|entry| entry.labels() == tidy(labels.clone())),
            Change::AcceptChanges { id, snapshot } => self
                .get(id)
                .and_then(|entry| entry.snapshot.as_ref())
                .is_some_and(|kept| {
                    (&kept.phones, &kept.hours) == (&snapshot.phones, &snapshot.hours)
                }),
            Change::OwnAdd { id, contact } | Change::OwnEdit { id, contact } => {
                own(id) == Some(contact)
            }
            Change::OwnRemove { id } => own(id).is_none(),
            Change::Mark {
                id,
                mark,
                number,
                on,
                ..
            } => self.marked(id).is_some_and(|marked| {
                let found = (marked.mark(), &marked.number, marked.on);
                found == (Some(in_one_line(mark.clone())), &one_line(number), *on)
            }),
            Change::RestoreMark { marked } => self.marked(&marked.id).is_some_and(|present| {
                let dead = |one: &Marked| -> Vec<String> { one.dead_numbers().collect() };
                present.mark() == marked.mark() && dead(present) == dead(marked)
            }),
            Change::Unmark { id } => self.marked(id).is_none(),
        }
    }

    /// Returns the entry of an id (removed ones included; created if missing), and the time of a
    /// new change to it.
    fn entry(&mut self, id: &str, now: Timestamp) -> (&mut Entry, Timestamp) {
        let entry = self
            .entries
            .entry(id.to_owned())
            .or_insert_with(|| Entry::new(id, now));
        let at = after(entry.newest(), now);
        (entry, at)
    }

    fn edit(&mut self, id: &str, now: Timestamp, edit: impl FnOnce(&mut Entry, Timestamp)) {
        if !self.contains(id) {
            self.add(id, None, now);
        }
        let (entry, at) = self.entry(id, now);
        edit(entry, at);
    }

    fn add(&mut self, id: &str, snapshot: Option<Snapshot>, now: Timestamp) {
        let key = order::last_key(&self.bookmarks());
        let (entry, at) = self.entry(id, now);
        entry.added = at;
        if let Some(snapshot) = snapshot {
            entry.snapshot = Some(Snapshot { at, ..snapshot });
        }
        set_place(entry, key, at);
    }

    fn remove(&mut self, id: &str, now: Timestamp) {
        if self.contains(id) {
            let (entry, at) = self.entry(id, now);
            entry.removed = Some(at);
            entry.settle();
        }
    }

    /// Restores each part, as a change made now.
    fn restore(&mut self, old: Entry, now: Timestamp) {
        let (entry, at) = self.entry(&old.id, now);
        let alive = entry.is_alive();
        if !alive {
            entry.added = at;
        }
        entry.snapshot = old.snapshot.map(|part| Snapshot { at, ..part });
        entry.note = restored(old.note, entry.note.take(), |part, cleared| Note {
            at,
            text: if cleared { String::new() } else { part.text },
            rest: part.rest,
        });
        entry.labels = restored(old.labels, entry.labels.take(), |part, cleared| Labels {
            at,
            names: if cleared { Vec::new() } else { part.names },
            rest: part.rest,
        });
        if let Some(place) = old.place.filter(|_| !alive) {
            entry.place = Some(Place { at, ..place });
        }
        entry.rest = old.rest;
    }

    fn place(&mut self, id: &str, before: Option<&str>, now: Timestamp) {
        if !self.contains(id) {
            return;
        }
        for (id, key) in order::keys_to_move(&self.bookmarks(), id, before) {
            let (entry, at) = self.entry(&id, now);
            set_place(entry, key, at);
        }
    }

    fn write_own(&mut self, id: String, contact: OwnContact, now: Timestamp) {
        let own = self.own.entry(id.clone()).or_insert_with(|| Own {
            id,
            at: now,
            removed: None,
            contact: None,
            rest: Map::new(),
        });
        own.at = after(own.newest(), now);
        own.contact = Some(contact);
    }

    fn remove_own(&mut self, id: &str, now: Timestamp) {
        if let Some(own) = self.own.get_mut(id) {
            own.removed = Some(after(own.newest(), now));
            own.settle();
        }
    }

    /// Replaces the mark of a contact; what earlier calls found of its numbers stays, and so does an error
    /// in its data after a call that was not answered.
    fn mark(&mut self, mut marked: Marked) {
        if let Some(old) = self.marks.remove(&marked.id) {
            marked.marked = after(old.marked, marked.marked);
            marked.rest.clone_from(&old.rest);
            marked.keep_results(&old);
            marked.keep_error(&old);
        }
        self.marks.insert(marked.id.clone(), marked);
    }
}

/// Returns an old part. If there was none, returns the present one emptied, so that the removal
/// counts as the later change.
fn restored<T>(old: Option<T>, present: Option<T>, make: impl Fn(T, bool) -> T) -> Option<T> {
    match (old, present) {
        (Some(old), _) => Some(make(old, false)),
        (None, Some(present)) => Some(make(present, true)),
        (None, None) => None,
    }
}

pub(super) fn set_place(entry: &mut Entry, key: String, at: Timestamp) {
    let rest = entry.place.take().map_or_else(Map::new, |place| place.rest);
    entry.place = Some(Place { at, key, rest });
}

/// Returns labels without empty ones, spaces at the ends and repetitions.
fn tidy(labels: Vec<String>) -> Vec<String> {
    let mut tidy: Vec<String> = Vec::new();
    for label in labels {
        let label = one_line(&label);
        if !label.is_empty() && !tidy.contains(&label) {
            tidy.push(label);
        }
    }
    tidy
}

/// Returns a mark with its description in one line.
fn in_one_line(mark: Mark) -> Mark {
    match mark {
        Mark::Wrong { kind, text } => Mark::Wrong {
            kind,
            text: one_line(&text),
        },
        Mark::Reached | Mark::Tried(_) => mark,
    }
}

/// Reduces a text to one line without control characters.
fn one_line(text: &str) -> String {
    text.replace(char::is_control, " ").trim().to_owned()
}
