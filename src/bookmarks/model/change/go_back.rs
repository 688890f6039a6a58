//! Return to a good version of the list.

use jiff::Timestamp;

use super::{Change, set_place};
use crate::bookmarks::model::list::List;

impl List {
    /// Changes the list to the content of `old`. Each difference is a change made at `now`, which
    /// counts as later than the state it replaces in every copy of the file.
    pub(in crate::bookmarks) fn go_back_to(&mut self, old: &Self, now: Timestamp) {
        for change in self.changes_to(old) {
            self.apply(change, now);
        }
        for entry in old.bookmarks() {
            let place = entry.place.as_ref().map(|place| place.key.clone());
            if let (Some(key), Some(present)) = (place, self.entries.get_mut(&entry.id)) {
                let at = super::after(present.newest(), now);
                if present.place.as_ref().map(|place| &place.key) != Some(&key) {
                    set_place(present, key, at);
                }
            }
        }
    }

    /// Returns the changes that lead back to `before` from this list, a merge of it with others. They touch
    /// only what the merge changed.
    #[must_use]
    pub fn way_back_to(&self, before: &Self) -> Vec<Change> {
        let mut changes = self.changes_to(before);
        let ids = |list: &Self| -> Vec<String> {
            let entries = list.bookmarks().into_iter();
            entries.map(|entry| entry.id.clone()).collect()
        };
        let (old, mut now) = (ids(before), ids(self));
        now.retain(|id| before.contains(id));
        if old != now {
            let below = old.iter().skip(1).cloned().map(Some).chain([None]);
            let moves = old.iter().cloned().zip(below);
            let moves = moves.map(|(id, before)| Change::Move { id, before });
            changes.extend(moves.collect::<Vec<_>>().into_iter().rev());
        }
        changes
    }

    /// Returns the changes to the content of `old`, without the order.
    fn changes_to(&self, old: &Self) -> Vec<Change> {
        let bookmarks = self.bookmarks_to(old).into_iter();
        let own = bookmarks.chain(self.own_to(old));
        own.chain(self.marks_to(old)).collect()
    }

    fn bookmarks_to(&self, old: &Self) -> Vec<Change> {
        let alive = self.entries.values().filter(|entry| entry.is_alive());
        let new = alive.filter(|entry| !old.contains(&entry.id));
        let removals = new.map(|entry| Change::Remove {
            id: entry.id.clone(),
        });
        let kept = old.bookmarks().into_iter();
        let other = kept.filter(|entry| self.get(&entry.id) != Some(entry));
        let restored = other.map(|entry| Change::Restore {
            entry: Box::new(entry.clone()),
        });
        removals.chain(restored).collect()
    }

    fn own_to(&self, old: &Self) -> Vec<Change> {
        let ids = self.own().map(|own| own.id.clone());
        let new = ids.filter(|id| old.own_contact(id).is_none());
        let removals = new.map(|id| Change::OwnRemove { id });
        let edits = old.own().filter_map(|own| {
            let present = self.own_contact(&own.id).map(|own| &own.contact);
            let contact = own
                .contact
                .clone()
                .filter(|_| present != Some(&own.contact))?;
            let (id, contact) = (own.id.clone(), Box::new(contact));
            Some(Change::OwnEdit { id, contact })
        });
        removals.chain(edits).collect()
    }

    fn marks_to(&self, old: &Self) -> Vec<Change> {
        let ids = self.marks().map(|marked| marked.id.clone());
        let new = ids.filter(|id| old.marked(id).is_none());
        let removals = new.map(|id| Change::Unmark { id });
        let others = old.marks();
        let others = others.filter(|marked| self.marked(&marked.id) != Some(marked));
        let others = others.map(|marked| Change::RestoreMark {
            marked: Box::new(marked.clone()),
        });
        removals.chain(others).collect()
    }
}
