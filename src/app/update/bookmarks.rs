//! What the keys do with the worker's own list.

use jiff::Timestamp;

use crate::app::action::Effect;
use crate::app::document::Link;
use crate::app::state::{App, Focus, Notice};
use crate::bookmarks::{Change, List};
use crate::guide::Target;

impl App {
    /// Takes over the worker's list.
    pub(in crate::app) fn set_list(&mut self, list: List) {
        self.starred = list
            .bookmarks()
            .into_iter()
            .map(|entry| entry.id.clone())
            .collect();
        self.list = list;
        self.refresh();
    }

    /// Ids of the bookmarked contacts, in her own order.
    pub(in crate::app) fn listed_bookmarks(&self) -> Vec<String> {
        self.list
            .bookmarks()
            .into_iter()
            .map(|entry| entry.id.clone())
            .collect()
    }

    /// Adds or removes the current contact. The screen says so when it is on disk.
    pub(super) fn toggle_bookmark(&mut self) -> Vec<Effect> {
        let Some(id) = self.current_contact() else {
            self.notices.push(Notice::new("notice-no-contact"));
            return Vec::new();
        };
        if self.starred.contains(&id) {
            return vec![Effect::Bookmarks(Change::Remove { id })];
        }
        // The App has no clock: the list stamps what it takes over.
        let add = |contact| Effect::Bookmarks(Change::add(contact, Timestamp::UNIX_EPOCH));
        self.contact(&id).map(add).into_iter().collect()
    }

    /// Shows the list as it was saved, and says what changed.
    pub(super) fn learn_saved(&mut self, list: List, trouble: Option<Notice>) {
        let before = std::mem::take(&mut self.starred);
        self.set_list(list);
        let added = self
            .starred
            .difference(&before)
            .next()
            .map(|id| ("notice-bookmarked", id));
        let removed = before
            .difference(&self.starred)
            .next()
            .map(|id| ("notice-removed", id));
        let changed = added.or(removed).map(|(message, id)| (message, id.clone()));
        self.notices.clear();
        self.notices.extend(trouble);
        if let (Some((message, id)), true) = (changed, self.notices.is_empty()) {
            let name = self.name_of(&id).to_owned();
            self.notices
                .push(Notice::with(message, vec![("name", name)]));
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
            return snapshot.phones.first().map(|phone| phone.number.clone());
        };
        // A number that stands in the guide's own words is the one that she sees.
        if let (Some(Link::Guide(Target::Contact(_))), Some(label)) = (&link, self.focused_label())
            && contact.phones.iter().any(|phone| phone.number == label)
        {
            return Some(label);
        }
        contact.main_phone().map(|phone| phone.number.clone())
    }

    pub(super) fn copy(&mut self) -> Vec<Effect> {
        if let Some(text) = self.copy_text() {
            vec![Effect::Copy(text)]
        } else {
            let id = if self.current_contact().is_some() {
                "notice-no-number"
            } else {
                "notice-no-contact"
            };
            self.notices.push(Notice::new(id));
            Vec::new()
        }
    }

    /// The words of the focused link.
    fn focused_label(&self) -> Option<String> {
        let link = self.reader().link?;
        let document = self.document(u16::MAX);
        let label: String = document
            .rows
            .iter()
            .flat_map(|row| &row.spans)
            .filter(|span| span.link == Some(link))
            .map(|span| span.text.as_str())
            .collect();
        Some(label.trim_matches(['>', '<', '[', ']']).to_owned())
    }

    /// After a change of language, the hits are those of the other language.
    pub(super) fn search_in_new_language(&mut self) {
        self.refresh();
        if self.pane().focus == Focus::Field {
            self.directory.pane.listing = crate::app::listing::Listing::default();
        }
    }
}
