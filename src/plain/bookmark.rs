//! Command for bookmarks: the last removal is stored, so that the same word undoes it.

use super::place::{Kind, Place, kind};
use super::{Plain, Saves};
use crate::app::Action;
use crate::app::TabId;
use crate::app::keymap::Command;
use crate::app::subject::PageKind;

impl<S: Saves> Plain<S> {
    /// Returns the contact whose bookmark was changed by the line before, if this line names no
    /// other one.
    pub(super) fn just_bookmarked(
        &self,
        before: Option<String>,
        named: Option<usize>,
    ) -> Option<String> {
        let chooses = kind(&self.app) != Kind::Reading && self.app.at_tab();
        before.filter(|_| chooses && named.is_none())
    }

    /// Adds or removes a bookmark, and stays at its contact.
    pub(super) fn change_bookmark(&mut self) {
        let id = self.app.current_contact();
        if let Some(id) = &id
            && self.reads_bookmark()
        {
            self.hold_card(id);
        }
        self.command(Command::Bookmark);
        self.bookmarked = id;
    }

    /// Changes the bookmark of a contact that is not selected.
    pub(super) fn change_bookmark_of(&mut self, id: String) {
        if self.app.contact(&id).is_some() {
            self.act(Action::Bookmark(id.clone()));
        } else {
            // Only the change itself still has the contact's data.
            self.command(Command::Undo);
        }
        self.bookmarked = Some(id);
    }

    /// Returns true if the open card disappears when its bookmark is removed.
    fn reads_bookmark(&self) -> bool {
        self.app.tab() == TabId::Bookmarks && self.app.at_tab() && kind(&self.app) == Kind::Reading
    }

    /// Opens the card over the tab, so that no other card replaces it. A contact known only from
    /// the list has no card any more: then the list is printed.
    fn hold_card(&mut self, id: &str) {
        self.leave_reading();
        if self.app.contact(id).is_some() && !self.app.is_own(id) {
            self.act(Action::Open(PageKind::Card(id.to_owned())));
            self.place = Some(Place::of(&self.app));
        }
    }

    /// Removes an own contact. If its card was open, no other card replaces it: only the removal is
    /// printed.
    pub(super) fn remove_own(&mut self) {
        let read = self
            .app
            .current_contact()
            .filter(|id| kind(&self.app) == Kind::Reading && self.app.is_own(id));
        self.command(Command::OwnRemove);
        if read.is_some_and(|id| self.app.contact(&id).is_none()) {
            self.leave_reading();
            self.untold = Some(Place::of(&self.app));
        }
    }

    /// Returns from a page of a tab's list to the list.
    pub(super) fn leave_reading(&mut self) {
        self.act(Action::LeaveReader);
    }
}
