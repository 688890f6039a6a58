//! Changes of another session to a contact while its form is open.

use super::{OwnForm, OwnRow, index_of};
use crate::app::view::field::Field;
use crate::bookmarks::OwnContact;
use crate::i18n::Messages;

/// Outcome for a row that two sessions may have changed.
enum Merged<'a, T> {
    /// The value of this form stays.
    Mine,
    /// Only the other session changed it.
    Theirs(&'a T),
    /// Both changed it, to different values; this form's stays.
    Both,
}

/// Compares a value before both changes, as the other session saved it and in this form.
fn merge<'a, T: PartialEq>(before: &T, theirs: &'a T, mine: &T) -> Merged<'a, T> {
    if theirs == before || theirs == mine {
        Merged::Mine
    } else if mine == before {
        Merged::Theirs(theirs)
    } else {
        Merged::Both
    }
}

impl OwnForm {
    /// Takes over what another session changed in rows that were not touched here. Returns the rows
    /// changed on both sides; saved again, the text of this form stays.
    pub(super) fn take_over(&mut self, present: &OwnContact, messages: &Messages) -> Vec<OwnRow> {
        let theirs = Self::of("", present, messages);
        let (before, now) = (&*self.before, &*theirs.before);
        let mine = self.written();
        let mut both = Vec::new();
        for row in OwnRow::ALL {
            let Some(index) = index_of(row) else { continue };
            match merge(&before.0[index], &now.0[index], &mine.0[index]) {
                Merged::Mine => {}
                Merged::Theirs(text) => self.fields[index] = Field::new(text),
                Merged::Both => both.push(row),
            }
        }
        match merge(&before.1, &now.1, &mine.1) {
            Merged::Mine => {}
            Merged::Theirs(category) => self.category = *category,
            Merged::Both => both.push(OwnRow::Category),
        }
        match merge(&before.2, &now.2, &mine.2) {
            Merged::Mine => {}
            Merged::Theirs(region) => self.region = *region,
            Merged::Both => both.push(OwnRow::Region),
        }
        self.rest = theirs.rest;
        self.before = theirs.before;
        both
    }
}
