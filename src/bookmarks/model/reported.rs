//! Numbers that the worker reported as wrong.

use super::entry::{Marked, Wrong};
use super::list::List;
use crate::directory::hours::Asking;
use crate::directory::reach::line_now;
use crate::directory::{Contact, Directory};

impl List {
    /// Returns the mark that makes the number of a contact to dial now a wrong one: its own, or that of
    /// another contact with the same number.
    pub fn report_on(&self, contact: &Contact, asking: Asking<'_>) -> Option<&Marked> {
        let dialled = line_now(contact, asking).map(|(phone, _)| phone.dialled());
        self.marks().find(|marked| match marked.wrong {
            Some(Wrong::NumberDead) if !marked.number.is_empty() => {
                dialled.as_ref() == Some(&marked.number)
            }
            Some(Wrong::NumberDead | Wrong::Closed) => marked.id == contact.id,
            Some(Wrong::HoursChanged | Wrong::Other) | None => false,
        })
    }

    /// Returns the ids of the contacts whose number to dial now is a wrong one.
    pub fn reported(&self, directory: &Directory, asking: Asking<'_>) -> Vec<String> {
        // Without one no contact is read.
        if self.marks().all(|marked| marked.wrong.is_none()) {
            return Vec::new();
        }
        let contacts = directory.contacts().iter();
        let reported = contacts.filter(|contact| self.report_on(contact, asking).is_some());
        reported.map(|contact| contact.id.clone()).collect()
    }
}
