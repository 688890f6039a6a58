//! Inverse changes, for undo.

use super::Change;
use crate::bookmarks::model::entry::Entry;
use crate::bookmarks::model::list::List;

impl List {
    /// Returns the change that undoes `change`, if that were applied to the list in its present
    /// state. The inverse touches no more parts than `change` does; whether another session changed
    /// these since is seen by [`List::concern`].
    #[must_use]
    pub fn inverse(&self, change: &Change) -> Change {
        match change {
            Change::Add { id, .. }
            | Change::Remove { id }
            | Change::Note { id, .. }
            | Change::Labels { id, .. }
            | Change::Move { id, .. }
            | Change::AcceptChanges { id, .. } => match self.get(id) {
                Some(entry) => self.back_from(change, entry),
                None => Change::Remove { id: id.clone() },
            },
            Change::Restore { entry } => match self.get(&entry.id) {
                Some(entry) => restore(entry),
                None => Change::Remove {
                    id: entry.id.clone(),
                },
            },
            Change::OwnAdd { id, .. } | Change::OwnEdit { id, .. } | Change::OwnRemove { id } => {
                self.back_to_own(id)
            }
            Change::Mark { id, .. } | Change::Unmark { id } => self.back_to_mark(id),
            Change::RestoreMark { marked } => self.back_to_mark(&marked.id),
        }
    }

    fn back_from(&self, change: &Change, entry: &Entry) -> Change {
        let id = entry.id.clone();
        match change {
            // Already bookmarked: neither the change nor its undo has an effect.
            Change::Add { .. } => change.clone(),
            Change::Note { .. } => Change::Note {
                id,
                text: entry.note().to_owned(),
            },
            Change::Labels { .. } => Change::Labels {
                id,
                labels: entry.labels().to_vec(),
            },
            Change::Move { .. } => Change::Move {
                before: self.neighbour_below(&id),
                id,
            },
            Change::AcceptChanges { .. } => match entry.snapshot.clone() {
                Some(snapshot) => Change::AcceptChanges { id, snapshot },
                None => restore(entry),
            },
            _ => restore(entry),
        }
    }

    fn back_to_own(&self, id: &str) -> Change {
        let id = id.to_owned();
        match self.own_contact(&id).and_then(|own| own.contact.clone()) {
            Some(contact) => Change::OwnEdit {
                id,
                contact: Box::new(contact),
            },
            None => Change::OwnRemove { id },
        }
    }

    fn back_to_mark(&self, id: &str) -> Change {
        match self.marked(id) {
            Some(marked) => Change::RestoreMark {
                marked: Box::new(marked.clone()),
            },
            None => Change::Unmark { id: id.to_owned() },
        }
    }

    fn neighbour_below(&self, id: &str) -> Option<String> {
        self.bookmarks()
            .into_iter()
            .skip_while(|entry| entry.id != id)
            .nth(1)
            .map(|entry| entry.id.clone())
    }
}

fn restore(entry: &Entry) -> Change {
    Change::Restore {
        entry: Box::new(entry.clone()),
    }
}
