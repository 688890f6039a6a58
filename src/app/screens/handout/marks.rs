//! Contacts marked for a page to hand over.

use crate::app::notice::{Notice, NoticeValue};
use crate::app::screens::bookmarks::BookmarksTab;
use crate::app::state::{App, Shown};
use crate::app::tabs::Focus;

impl App {
    /// Marks the current contact for a page to hand over, or removes the mark.
    pub(in crate::app) fn pick(&mut self) {
        let Some(id) = self.current_contact() else {
            self.say_no_contact();
            return;
        };
        if let Some(index) = self.picked.iter().position(|picked| *picked == id) {
            self.picked.remove(index);
        } else {
            self.picked.push(id);
            self.step_to_next_row();
        }
        let count = [("count", NoticeValue::Count(self.picked.len()))];
        self.announce(Notice::with("notice-picked", count).in_lines("plain-picked"));
    }

    /// Moves to the next row of a list, if there is one, because several contacts are marked one after
    /// the other. In lines a number names the contact.
    fn step_to_next_row(&mut self) {
        let reads = self.reader_has_focus();
        if self.shown == Shown::OnScreen && !reads && self.listing_mut().is_some() {
            self.select(self.focused_item() + 1);
        }
    }

    /// Returns true if contacts are marked for a page to hand over.
    pub const fn has_picked(&self) -> bool {
        !self.picked.is_empty()
    }

    /// Returns true if a contact is marked for a page to hand over.
    pub fn is_picked(&self, id: &str) -> bool {
        self.picked.iter().any(|picked| picked == id)
    }

    /// Returns true on the screen of the worker's bookmarks, with the focus on one of them. In lines a
    /// number names a contact.
    pub(super) fn reads_bookmarks(&self) -> bool {
        let tab = self.bookmarks();
        let own = tab.ids().len();
        self.shown == Shown::OnScreen
            && self.at_tab()
            && self.is_on::<BookmarksTab>()
            && tab.pane.focus == Focus::List
            && tab.pane.listing.selected < own
    }
}
