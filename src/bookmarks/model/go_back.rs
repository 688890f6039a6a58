//! Return to a good version of the list.

use jiff::Timestamp;

use super::change::{Change, set_place};
use super::entry::Entry;
use super::list::List;

impl List {
    /// Changes the list to the content of `old`. Each difference is a change made at `now`, which
    /// counts as later than the state it replaces in every copy of the file.
    pub(in crate::bookmarks) fn go_back_to(&mut self, old: &Self, now: Timestamp) {
        self.bookmarks_back_to(old, now);
        self.own_back_to(old, now);
        self.marks_back_to(old, now);
    }

    fn bookmarks_back_to(&mut self, old: &Self, now: Timestamp) {
        for id in self.alive_without(old) {
            self.apply(Change::Remove { id }, now);
        }
        let other = |list: &Self, entry: &Entry| list.get(&entry.id) != Some(entry);
        for entry in old.bookmarks() {
            if other(self, entry) {
                let entry = Box::new(entry.clone());
                self.apply(Change::Restore { entry }, now);
            }
        }
        for entry in old.bookmarks() {
            let place = entry.place.as_ref().map(|place| place.key.clone());
            if let (Some(key), Some(present)) = (place, self.entries.get_mut(&entry.id)) {
                let at = super::change::after(present.newest(), now);
                if present.place.as_ref().map(|place| &place.key) != Some(&key) {
                    set_place(present, key, at);
                }
            }
        }
    }

    fn alive_without(&self, old: &Self) -> Vec<String> {
        self.entries
            .values()
            .filter(|entry| entry.is_alive() && !old.contains(&entry.id))
            .map(|entry| entry.id.clone())
            .collect()
    }

    fn own_back_to(&mut self, old: &Self, now: Timestamp) {
        let gone = |list: &Self| -> Vec<String> {
            let ids = list.own().map(|own| own.id.clone());
            ids.filter(|id| old.own_contact(id).is_none()).collect()
        };
        for id in gone(self) {
            self.apply(Change::OwnRemove { id }, now);
        }
        for own in old.own() {
            let present = self.own_contact(&own.id).map(|own| &own.contact);
            let Some(contact) = own.contact.clone() else {
                continue;
            };
            if present != Some(&own.contact) {
                let (id, contact) = (own.id.clone(), Box::new(contact));
                self.apply(Change::OwnEdit { id, contact }, now);
            }
        }
    }

    fn marks_back_to(&mut self, old: &Self, now: Timestamp) {
        let gone: Vec<String> = self
            .marks()
            .map(|marked| marked.id.clone())
            .filter(|id| old.marked(id).is_none())
            .collect();
        for id in gone {
            self.apply(Change::Unmark { id }, now);
        }
        for marked in old.marks() {
            let present = self.marked(&marked.id);
            let Some(mark) = marked.mark().filter(|_| present != Some(marked)) else {
                continue;
            };
            let change = Change::Mark {
                id: marked.id.clone(),
                name: marked.name.clone(),
                mark,
                number: marked.number.clone(),
                on: marked.on,
            };
            self.apply(change, now);
        }
    }
}
