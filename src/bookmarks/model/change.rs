//! All changes of a list, and how each is undone.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde_json::Map;

use super::entry::{Entry, Labels, Mark, Marked, Note, Own, Place, Snapshot};
use super::list::List;
use super::order;
use super::own::OwnContact;
use super::saved::SavedName;
use crate::directory::Contact;

/// One change of the list.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Bookmark a contact, at the end of the list. Nothing where it is bookmarked already.
    Add {
        /// The contact's id.
        id: String,
        /// Its name and phones of today.
        snapshot: Snapshot,
    },
    /// Take a bookmark away, with its note and labels.
    Remove {
        /// The contact's id.
        id: String,
    },
    /// Restore removed or changed items: the undo of several other changes.
    Restore {
        /// The entry as it was.
        entry: Box<Entry>,
    },
    /// Write a note about the service.
    Note {
        /// The contact's id.
        id: String,
        /// Text of the note; empty removes the note.
        text: String,
    },
    /// Set the labels.
    Labels {
        /// The contact's id.
        id: String,
        /// All of them; empty ones and repetitions are dropped.
        labels: Vec<String>,
    },
    /// Move a bookmark to another position in the worker's order.
    Move {
        /// The contact's id.
        id: String,
        /// The bookmark that it shall stand before; `None` for the end of the list.
        before: Option<String>,
    },
    /// Accept a contact's name and phones of today in place of those that were kept.
    AcceptPhones {
        /// The contact's id.
        id: String,
        /// Its name and phones of today.
        snapshot: Snapshot,
    },
    /// Add or replace an own contact.
    OwnAdd {
        /// Its id, from [`OwnContact::new_id`].
        id: String,
        /// Content of the form.
        contact: Box<OwnContact>,
    },
    /// Edit an own contact.
    OwnEdit {
        /// Its id.
        id: String,
        /// Content of the form.
        contact: Box<OwnContact>,
    },
    /// Remove an own contact. Its bookmark stays, with its snapshot.
    OwnRemove {
        /// Its id.
        id: String,
    },
    /// Mark a contact, bookmarked or not, with the result of a call.
    Mark {
        /// The contact's id.
        id: String,
        /// Name of the contact, for readers of the corrections.
        name: SavedName,
        /// Result of the call.
        mark: Mark,
        /// Number that was called; empty if unknown.
        number: String,
        /// Today's date by the worker's clock.
        on: Date,
    },
    /// Take a mark away.
    Unmark {
        /// The contact's id.
        id: String,
    },
}

impl Change {
    /// Returns the id of the contact that it changes.
    pub fn id(&self) -> &str {
        match self {
            Self::Restore { entry } => &entry.id,
            Self::Add { id, .. }
            | Self::Remove { id }
            | Self::Note { id, .. }
            | Self::Labels { id, .. }
            | Self::Move { id, .. }
            | Self::AcceptPhones { id, .. }
            | Self::OwnAdd { id, .. }
            | Self::OwnEdit { id, .. }
            | Self::OwnRemove { id }
            | Self::Mark { id, .. }
            | Self::Unmark { id } => id,
        }
    }

    /// Bookmarks that contact, as it is today.
    pub fn add(contact: &Contact, now: Timestamp) -> Self {
        Self::Add {
            id: contact.id.clone(),
            snapshot: Snapshot::of(contact, now),
        }
    }

    /// Accepts that contact's phones of today.
    pub fn accept_phones(contact: &Contact, now: Timestamp) -> Self {
        Self::AcceptPhones {
            id: contact.id.clone(),
            snapshot: Snapshot::of(contact, now),
        }
    }

    /// Creates the mark of a call made today.
    pub fn mark(contact: &Contact, mark: Mark, number: &str, on: Date) -> Self {
        Self::Mark {
            number: number.to_owned(),
            id: contact.id.clone(),
            name: SavedName::from(&contact.name),
            mark,
            on,
        }
    }
}

impl Change {
    /// Returns true if the change removes the worker's words, which must then not stay in older
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
    /// Carries out a change, as made at `now`.
    ///
    /// The change always counts as later than the state it replaces, even where a clock runs
    /// behind. A note or labels for a contact that is not bookmarked add a bookmark: another
    /// session may just have removed it, and the worker's words must not be lost.
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
            Change::AcceptPhones { id, snapshot } => self.edit(&id, now, |entry, at| {
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
                self.mark(&id, name, mark, on, now);
                if let Some(marked) = self.marks.get_mut(&id) {
                    marked.number = one_line(&number);
                }
            }
            Change::Unmark { id } => {
                if let Some(marked) = self.marks.get_mut(&id) {
                    marked.marked = after(marked.marked, now);
                    marked.set(None);
                }
            }
        }
    }

    /// Returns true if the list is in the state that `change` produces, as far as can be
    /// determined.
    pub(in crate::bookmarks) fn shows(&self, change: &Change) -> bool {
        let own = |id: &String| self.own_contact(id).and_then(|own| own.contact.as_ref());
        match change {
            Change::Add { id, .. } => self.contains(id),
            Change::Move { .. } => true,
            Change::Remove { id } => !self.contains(id),
            Change::Restore { entry } => self.contains(&entry.id),
            Change::Note { id, text } => self.get(id).is_some_and(|e| e.note() == one_line(text)),
            Change::Labels { id, labels } => self
                .get(id)
                .is_some_and(|entry| entry.labels() == tidy(labels.clone())),
            Change::AcceptPhones { id, snapshot } => self
                .get(id)
                .and_then(|entry| entry.snapshot.as_ref())
                .is_some_and(|kept| kept.phones == snapshot.phones),
            Change::OwnAdd { id, contact } | Change::OwnEdit { id, contact } => {
                own(id) == Some(contact)
            }
            Change::OwnRemove { id } => own(id).is_none(),
            Change::Mark { id, .. } => self.marked(id).is_some(),
            Change::Unmark { id } => self.marked(id).is_none(),
        }
    }

    /// The entry of that id, dead or alive or new, and the time that a change of it gets.
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

    /// Each part comes back as it was, and counts as changed now.
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

    fn mark(&mut self, id: &str, name: SavedName, mark: Mark, on: Date, now: Timestamp) {
        let old = self.marks.remove(id);
        let mut marked = Marked {
            id: id.to_owned(),
            marked: old.as_ref().map_or(now, |old| after(old.marked, now)),
            on,
            name,
            reached: false,
            tried: None,
            number: String::new(),
            wrong: None,
            text: String::new(),
            rest: old.map_or_else(Map::new, |old| old.rest),
        };
        marked.set(Some(match mark {
            Mark::Wrong { kind, text } => Mark::Wrong {
                kind,
                text: one_line(&text),
            },
            Mark::Reached | Mark::Tried(_) => mark,
        }));
        self.marks.insert(id.to_owned(), marked);
    }
}

/// A part as it was; where it was not there, the present one emptied, so that the emptying is
/// remembered as the later change.
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

/// Returns `now`, or an instant after `before` if a clock ran ahead.
pub(super) fn after(before: Timestamp, now: Timestamp) -> Timestamp {
    let next = before
        .checked_add(SignedDuration::from_micros(1))
        .unwrap_or(before);
    now.max(next)
}

/// Without empty ones, blanks at the ends and repetitions.
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

/// Reduces a text to one line without control characters.
fn one_line(text: &str) -> String {
    text.replace(char::is_control, " ").trim().to_owned()
}
