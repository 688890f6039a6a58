//! Numbers that the worker reported as wrong.

use super::entry::{Marked, Wrong};
use super::list::List;
use crate::directory::hours::Asking;
use crate::directory::reach::line_now;
use crate::directory::{Contact, Directory};

impl List {
    /// Returns the mark that makes the number of a contact to dial now a wrong one: its own, or that of
    /// another contact with the same number.
    pub fn report_on(&self, contact: &Contact, asking: Asking<'_>) -> Option<Marked> {
        let dialled = line_now(contact, asking).map(|(phone, _)| phone.dialled());
        let is_dialled = |number: &String| dialled.as_ref() == Some(number);
        self.marks().find_map(|marked| {
            let is_wrong = match marked.wrong {
                Some(Wrong::NumberDead) if !marked.number.is_empty() => is_dialled(&marked.number),
                Some(Wrong::NumberDead | Wrong::Closed) => marked.id == contact.id,
                Some(Wrong::HoursChanged | Wrong::Other) | None => false,
            };
            if is_wrong {
                return Some(marked.clone());
            }
            let earlier = marked.dead.iter().any(is_dialled).then(|| marked.each());
            let mut earlier = earlier.into_iter().flatten();
            earlier.find(|marked| is_dialled(&marked.number))
        })
    }

    /// Returns the numbers, as dialled, that the worker found out of service.
    pub fn dead(&self) -> Vec<String> {
        let mut numbers: Vec<String> = self.marks().flat_map(Marked::dead_numbers).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// Returns true if the worker found something wrong.
    pub fn has_corrections(&self) -> bool {
        self.marks()
            .any(|marked| marked.wrong.is_some() || !marked.dead.is_empty())
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
