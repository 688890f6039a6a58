//! What the keys do with the worker's own list.

use std::sync::Arc;

use crate::app::action::{Effect, TerminalEffect};
use crate::app::listing::Reader;
use crate::app::notice::Notice;
use crate::app::overlay::{Overlay, PageKind};
use crate::app::state::App;
use crate::app::tabs::Focus;
use crate::bookmarks::{Change, Entry, List};
use crate::directory::Phone;
use crate::document::Link;
use crate::guide::Target;

impl App {
    /// Takes over the worker's list, and her own contacts in it.
    pub(in crate::app) fn set_list(&mut self, list: List) {
        self.starred = list
            .bookmarks()
            .into_iter()
            .map(|entry| entry.id.clone())
            .collect();
        self.list = list;
        let own = self.list.own_as_contacts();
        if own.is_empty() {
            self.catalogue = Arc::clone(&self.content.catalogue);
        } else if self.catalogue.own() != own {
            self.catalogue = Arc::new(self.content.catalogue.with_own(own));
        }
        self.refresh();
    }

    /// Ids of the bookmarked contacts, in her own order; with a label chosen, only those that have it.
    pub(in crate::app) fn listed_bookmarks(&self) -> Vec<String> {
        let label = self.bookmarks.label.as_ref();
        let listed = |entry: &&Entry| label.is_none_or(|label| entry.labels().contains(label));
        self.list
            .bookmarks()
            .into_iter()
            .filter(listed)
            .map(|entry| entry.id.clone())
            .collect()
    }

    /// Adds or removes the current contact. The screen says so when it is on disk.
    pub(super) fn toggle_bookmark(&mut self) -> Vec<Effect> {
        let Some(id) = self.current_contact() else {
            self.announce(Notice::new("notice-no-contact"));
            return Vec::new();
        };
        let name = vec![("name", self.name_of(&id).to_owned())];
        if self.starred.contains(&id) {
            let notice = Notice::with("notice-removed", name);
            return self.change(Change::Remove { id }, notice);
        }
        let Some(contact) = self.contact(&id) else {
            return Vec::new();
        };
        let notice = Notice::with("notice-bookmarked", name);
        self.change(Change::add(contact, self.now), notice)
    }

    /// Shows the list as it was saved, and says what was done; or that it is not on disk, and why.
    pub(super) fn learn_saved(&mut self, list: List, trouble: Option<Notice>) {
        self.take_list(list);
        if let Some(notice) = trouble.or(self.pending.take()) {
            self.announce(notice);
        }
    }

    /// Takes over the worker's list; the bookmark that is selected stays selected.
    pub(super) fn take_list(&mut self, list: List) {
        let selected = self
            .bookmarks
            .ids
            .get(self.bookmarks.pane.listing.selected)
            .cloned();
        self.set_list(list);
        if let Some(place) = self
            .bookmarks
            .ids
            .iter()
            .position(|id| Some(id) == selected.as_ref())
        {
            self.bookmarks.pane.listing.selected = place;
        }
    }

    /// What `y` would send to the clipboard: the focused number or address, else the contact's main
    /// number.
    pub fn copy_text(&self) -> Option<String> {
        let link = self.focused_link();
        if let Some(Link::Copy(text)) = link {
            return Some(text);
        }
        let id = self.current_contact()?;
        let Some(contact) = self.contact(&id) else {
            let snapshot = self.list.get(&id)?.snapshot.as_ref()?;
            return snapshot
                .phones
                .first()
                .map(|phone| Phone::from(phone).dialled());
        };
        // A number that stands in the guide's own words is the one that she sees.
        if let (Some(Link::Guide(Target::Contact(_))), Some(label)) = (&link, self.focused_label())
            && let Some(seen) = contact.phones.iter().find(|phone| phone.number == label)
        {
            return Some(seen.dialled());
        }
        contact.main_phone().map(Phone::dialled)
    }

    /// The number or address that `y` would copy, over the screen in another form.
    pub(super) fn open_number(&mut self, kind: fn(String) -> PageKind) {
        match self.copy_text() {
            Some(text) => self
                .overlays
                .push(Overlay::Page(kind(text), Reader::default())),
            None => self.say_no_number(),
        }
    }

    fn say_no_number(&mut self) {
        let known = self.current_contact().is_some();
        self.announce(Notice::new(if known {
            "notice-no-number"
        } else {
            "notice-no-contact"
        }));
    }

    pub(super) fn copy(&mut self) -> Vec<Effect> {
        if let Some(text) = self.copy_text() {
            return vec![TerminalEffect::Copy(text).into()];
        }
        self.say_no_number();
        Vec::new()
    }

    /// The words of the focused link.
    fn focused_label(&self) -> Option<String> {
        let link = self.reader().link?;
        Some(self.document(u16::MAX).label_of_link(link))
    }

    /// After a change of language, the hits are those of the other language.
    pub(super) fn search_in_new_language(&mut self) {
        self.refresh();
        if self.pane().focus == Focus::Field {
            self.directory.pane.listing = crate::app::listing::Listing::default();
        }
    }
}
