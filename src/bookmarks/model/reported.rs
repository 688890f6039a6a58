//! Numbers that the worker reported as wrong.

use std::collections::BTreeMap;

use super::list::List;
use super::mark::{Marked, Wrong};
use super::merge;
use crate::directory::hours::Asking;
use crate::directory::reach::line_now;
use crate::directory::{Contact, Directory};

impl List {
    /// Returns the mark that makes the number of a contact to dial now a wrong one: that the service
    /// is gone, or the result for the number, of its own or of another contact, unless a later call
    /// to the number was answered.
    pub fn report_on(&self, contact: &Contact, asking: Asking<'_>) -> Option<Marked> {
        let own = self.marked(&contact.id);
        if let Some(closed) = own.filter(|own| own.wrong == Some(Wrong::Closed)) {
            return Some(closed.clone());
        }
        let dialled = line_now(contact, asking).map(|(phone, _)| phone.dialled());
        let result = |marked: &Marked| {
            let found = marked.results().remove(dialled.as_deref()?);
            found.filter(|found| !found.withdrawn)
        };
        let results = self
            .marks()
            .filter_map(|marked| Some((result(marked)?, marked)));
        if let Some((found, marked)) = results.max_by_key(|(found, _)| (found.at, found.dead)) {
            let dead = found.dead.then(|| marked.each());
            let mut dead = dead.into_iter().flatten();
            return dead.rfind(|marked| {
                marked.wrong == Some(Wrong::NumberDead) && Some(&marked.number) == dialled.as_ref()
            });
        }
        // Without its number, the one to dial now was meant.
        let is_dead = |own: &&Marked| own.wrong == Some(Wrong::NumberDead) && own.number.is_empty();
        own.filter(is_dead).cloned()
    }

    /// Returns the numbers, as dialled, that the latest call found out of service.
    pub fn dead(&self) -> Vec<String> {
        let mut results = BTreeMap::new();
        let found = self.marks().flat_map(Marked::results);
        for (number, found) in found.filter(|(_, found)| !found.withdrawn) {
            merge::insert(&mut results, number, found);
        }
        let dead = results.into_iter().filter(|(_, found)| found.dead);
        dead.map(|(number, _)| number).collect()
    }

    /// Returns true if the worker found that a contact's hours have changed.
    pub fn has_other_hours(&self, id: &str) -> bool {
        self.marked(id).is_some_and(Marked::has_other_hours)
    }

    /// Returns true if the worker found something wrong.
    pub fn has_corrections(&self) -> bool {
        self.marks()
            .any(|marked| marked.wrong.is_some() || marked.dead_numbers().next().is_some())
    }

    /// Returns the ids of the contacts whose number to dial now is a wrong one.
    pub fn reported(&self, directory: &Directory, asking: Asking<'_>) -> Vec<String> {
        // Without one no contact is read.
        if !self.has_corrections() {
            return Vec::new();
        }
        let contacts = directory.contacts().iter();
        let reported = contacts.filter(|contact| self.report_on(contact, asking).is_some());
        reported.map(|contact| contact.id.clone()).collect()
    }
}
