//! Typing into the search field, and finding.

use crate::app::field::Field;
use crate::app::keymap::Command;
use crate::app::listing::{Listing, Reader};
use crate::app::state::{App, Focus, TabId};
use crate::directory::Filters;
use crate::search::{Context, Hits, Query};

impl App {
    /// Into the search field. From another tab it is a new search; the way back leads there.
    pub(super) fn search_from_anywhere(&mut self) {
        if self.tab != TabId::Directory || !self.overlays.is_empty() {
            self.leave_for(TabId::Directory, Focus::Field);
            self.directory.field = Field::default();
            self.directory.filters = Filters::default();
            self.find_again();
        }
        self.directory.pane.focus = Focus::Field;
    }

    pub(super) fn type_text(&mut self, text: &str) {
        self.directory.field.insert(text);
        self.find_again();
    }

    pub(super) fn edit(&mut self, command: Command) {
        let field = &mut self.directory.field;
        let before = field.text().to_owned();
        match command {
            // In an empty field there is nowhere for the caret to go.
            Command::CaretLeft | Command::CaretRight if before.is_empty() => {
                let by = if command == Command::CaretLeft {
                    TabId::ALL.len() - 1
                } else {
                    1
                };
                self.neighbour(by);
                return;
            }
            Command::CaretLeft => field.left(),
            Command::CaretRight => field.right(),
            Command::CaretStart => field.start(),
            Command::CaretEnd => field.end(),
            Command::DeleteBefore => field.delete_before(),
            Command::DeleteAfter => field.delete_after(),
            _ => field.clear(),
        }
        if self.directory.field.text() != before {
            self.find_again();
        }
    }

    /// Searches anew and shows the best hit.
    pub(in crate::app) fn find_again(&mut self) {
        self.directory.hits = self.found();
        self.directory.pane.listing = Listing::default();
        self.directory.pane.reader = Reader::default();
    }

    /// Searches anew and stays with the contact that is selected.
    pub(in crate::app) fn find_in_place(&mut self) {
        let pane = &self.directory.pane;
        let selected = self
            .directory
            .hits
            .hits
            .get(pane.listing.selected)
            .map(|hit| hit.item);
        self.directory.hits = self.found();
        let place = self
            .directory
            .hits
            .hits
            .iter()
            .position(|hit| Some(hit.item) == selected);
        self.directory.pane.listing.selected = place.unwrap_or(0);
    }

    fn found(&self) -> Hits {
        let query = Query {
            text: self.directory.field.text().to_owned(),
            filters: self.directory.filters.clone(),
        };
        let context = Context {
            language: self.language,
            region: self.region,
            preferred: &self.starred,
        };
        self.content
            .index
            .search(self.content.directory.contacts(), &query, &context)
    }
}
