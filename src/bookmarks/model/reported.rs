//! Numbers that the worker reported as wrong.

use std::collections::BTreeMap;

use super::list::List;
use super::mark::{Marked, Wrong};
use super::merge;
use crate::directory::hours::Asking;
use crate::directory::reach::line_now;
use crate::directory::{Contact, Directory};

impl List {
    /// Returns the mark that makes the number of a contact to dial now a wrong one: its own, or that of
    /// another contact with the same number, unless a later call to the number was answered.
    pub fn report_on(&self, contact: &Contact, asking: Asking<'_>) -> Option<Marked> {
        let dialled = line_now(contact, asking).map(|(phone, _)| phone.dialled());
        let result = |marked: &Marked| marked.results().remove(dialled.as_deref()?);
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
        let own = self.marked(&contact.id)?;
        let is_wrong = match own.wrong? {
            // Without its number, the one to dial now was meant.
            Wrong::NumberDead => own.number.is_empty(),
            Wrong::Closed => true,
            Wrong::HoursChanged | Wrong::Other => false,
        };
        is_wrong.then(|| own.clone())
    }

    /// Returns the numbers, as dialled, that the latest call found out of service.
    pub fn dead(&self) -> Vec<String> {
        let mut results = BTreeMap::new();
        for (number, found) in self.marks().flat_map(Marked::results) {
            merge::insert(&mut results, number, found);
        }
        let dead = results.into_iter().filter(|(_, found)| found.dead);
        dead.map(|(number, _)| number).collect()
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
