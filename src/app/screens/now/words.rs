//! Texts of the rows of the first page.

use super::{COMPLETE, NowRow, kind};
use crate::app::list_rows::{ItemText, SPOKEN, words_width};
use crate::app::screens::rows::call_row;
use crate::app::screens::rows::call_row::CallRow;
use crate::app::state::App;
use crate::needs::Needs;

/// Width of the column of purposes in a wide window.
const KIND: usize = 19;

impl App {
    /// Returns a row of the first page for a list of this width.
    pub(super) fn now_row(&self, row: &NowRow, width: u16) -> ItemText {
        let language = self.language();
        let width = words_width(width);
        match row {
            NowRow::Steps if width < COMPLETE => self.messages().text("now-steps-short").into(),
            NowRow::Steps if width > SPOKEN => self.messages().text("now-steps-line").into(),
            NowRow::Steps => self.messages().text("now-steps").into(),
            NowRow::Need(need) => {
                let need = Needs::shared().and_then(|needs| needs.at(*need));
                let name = need.map(|need| need.name.get(language).to_owned());
                name.unwrap_or_default().into()
            }
            NowRow::ByTown(number) => match kind(*number) {
                Some(kind) => call_row::by_town(self, kind, KIND, width),
                None => ItemText::default(),
            },
            NowRow::Call(number, id) => {
                let (Some(kind), Some(contact)) = (kind(*number), self.contact(id)) else {
                    return ItemText::default();
                };
                let row = CallRow {
                    title: kind.name.get(language),
                    short: kind.short.get(language),
                    title_width: KIND,
                    contact,
                    more: self.emergency_elsewhere(contact).unwrap_or_else(|| {
                        contact
                            .name_beside_number(&self.row_number(id).0, language)
                            .to_owned()
                    }),
                };
                row.words(self, width)
            }
            NowRow::Bookmark(id) => {
                let Some(contact) = self.contact(id) else {
                    return ItemText::default();
                };
                let note = self.list.get(id).map(crate::bookmarks::Entry::note);
                let title = contact.title(language);
                let row = CallRow {
                    title,
                    short: title,
                    title_width: KIND,
                    contact,
                    more: note.unwrap_or_default().to_owned(),
                };
                let mut words = row.words(self, width);
                words.look.mark = words.look.mark.or(Some('*'));
                words
            }
        }
    }
}
