//! Changes of another session to a contact while its form is open.

use super::{FIELDS, OwnForm, OwnRow, place};
use crate::app::view::field::Field;
use crate::bookmarks::OwnContact;
use crate::i18n::Messages;

impl OwnForm {
    /// Takes over what another session changed in rows that were not touched here. Returns the rows
    /// changed on both sides; saved again, the text of this form stays.
    pub(super) fn take_over(&mut self, present: &OwnContact, messages: &Messages) -> Vec<OwnRow> {
        let theirs = Self::of("", present, messages);
        let (before, now) = (&*self.before, &*theirs.before);
        let mine = self.written();
        let mut both = Vec::new();
        let mut settle = |row: OwnRow, is_news: bool, is_touched: bool, is_same: bool| {
            if is_news && is_touched && !is_same {
                both.push(row);
            }
            is_news && !is_touched
        };
        for row in OwnRow::ALL {
            let Some(index) = place(row).filter(|index| *index < FIELDS) else {
                continue;
            };
            let [old, new, here] = [&before.0[index], &now.0[index], &mine.0[index]];
            if settle(row, new != old, here != old, here == new) {
                self.fields[index] = Field::new(new);
            }
        }
        if settle(
            OwnRow::Category,
            now.1 != before.1,
            mine.1 != before.1,
            mine.1 == now.1,
        ) {
            self.category = now.1;
        }
        if settle(
            OwnRow::Region,
            now.2 != before.2,
            mine.2 != before.2,
            mine.2 == now.2,
        ) {
            self.region = now.2;
        }
        self.rest = theirs.rest;
        self.before = theirs.before;
        both
    }
}
