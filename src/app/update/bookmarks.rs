//! Commands on the worker's own list.

use std::rc::Rc;
use std::sync::Arc;

use crate::app::action::{Effect, Renewed, TerminalEffect};
use crate::app::content::Content;
use crate::app::done::Done;
use crate::app::notice::{Notice, NoticeValue};
use crate::app::screens::TabId;
use crate::app::state::App;
use crate::app::subject::PageKind;
use crate::app::troubles;
use crate::app::view::layout::LONGEST_LINE;
use crate::bookmarks::{Change, List, own_with_team};
use crate::document::pages::text_code;
use crate::document::{Link, Size};

impl App {
    /// Takes over the worker's list, including the own contacts.
    pub(in crate::app) fn set_list(&mut self, list: List) {
        self.starred = list
            .bookmarks()
            .into_iter()
            .map(|entry| entry.id.clone())
            .collect();
        self.dead = list.dead();
        self.list = list;
        let own = own_with_team(&self.list, &self.team);
        if own.is_empty() || self.catalogue.own() != own {
            self.catalogue = self.content.catalogue.with_own(own);
        }
        self.refresh();
    }

    /// Takes over the directory after its packs changed, as a whole, and says so.
    pub(super) fn learn_packs(&mut self, packs: Renewed) {
        let Renewed { catalogue, notices } = packs;
        if let Some(catalogue) = catalogue {
            self.content = Rc::new(Content::of(catalogue));
            self.catalogue = Arc::clone(&self.content.catalogue);
            self.left_out = 0;
            let list = self.list.clone();
            self.take_list(list);
        }
        self.say_last(notices);
    }

    /// Reports packs that became unreadable, and are left out of the directory.
    pub(super) fn tell_left_out(&mut self) {
        let all = self.catalogue.left_out(self.messages());
        let new = all.len().saturating_sub(self.left_out);
        self.left_out = all.len();
        if new > 0 {
            self.say_last(all.into_iter().map(troubles::said));
        }
    }

    /// Adds or removes the bookmark of the current contact. The notice follows when it is on disk. The key
    /// that removed a bookmark restores it, also in a list that selects the next one now; its card
    /// stays open.
    pub(in crate::app) fn toggle_bookmark(&mut self) -> Vec<Effect> {
        let removed = self.history.removed_before().map(ToOwned::to_owned);
        let removed = removed.filter(|id| !self.starred.contains(id));
        if let Some(effects) = removed.and_then(|id| self.put_bookmark_back(&id)) {
            return effects;
        }
        let Some(id) = self.current_contact() else {
            self.say_no_contact();
            return Vec::new();
        };
        if self.is_reading_bookmark(&id) {
            self.open_page(PageKind::Card(id.clone()));
        }
        self.toggle_bookmark_of(&id)
    }

    /// Returns true if the reader beside the Bookmarks shows the card of a bookmark.
    fn is_reading_bookmark(&self, id: &str) -> bool {
        self.at_tab()
            && self.tab() == TabId::Bookmarks
            && self.reader_has_focus()
            && self.starred.contains(id)
    }

    /// Adds or removes the bookmark of a contact.
    pub(super) fn toggle_bookmark_of(&mut self, id: &str) -> Vec<Effect> {
        let name = self.name_of(id).to_owned();
        if self.starred.contains(id) {
            let change = Change::Remove { id: id.to_owned() };
            self.history.removes(id);
            return self.change(change, Done::Removed(name));
        }
        if let Some(effects) = self.put_bookmark_back(id) {
            return effects;
        }
        let Some(contact) = self.contact(id) else {
            self.announce(Notice::new("team-gone").warning());
            return Vec::new();
        };
        let add = Change::add(contact, self.now);
        let changes = self.with_team_words(id, add);
        self.change_all(changes, Done::Bookmarked(name))
    }

    /// Shows the list after a change, and the result of saving it.
    pub(in crate::app) fn learn_saved(&mut self, list: List, notice: Notice) {
        self.take_list(list);
        // The card of a contact that was just added had no number before.
        if self.reader_has_focus() && self.reader().link.is_none() && self.reader().top == 0 {
            self.focus_first_call();
        }
        self.announce(notice);
    }

    /// Returns the text that `y` copies: the focused number or address, else the number of the
    /// contact to dial now.
    pub fn copy_text(&self) -> Option<String> {
        let link = self.focused_link();
        if let Some(Link::Copy(text)) = link {
            return Some(text);
        }
        if let Some(PageKind::Number(text) | PageKind::Code(text)) = self.page() {
            return Some(text.clone());
        }
        let id = self.current_contact()?;
        let Some(contact) = self.contact(&id) else {
            let snapshot = self.list.get(&id)?.snapshot.as_ref()?;
            return snapshot.number(&self.dead).map(|phone| phone.dialled());
        };
        // A number within the guide's own text is the visible one.
        if let Some(Link::Contact {
            phone: Some(seen), ..
        }) = link
            && let Some(seen) = contact.phones.get(seen)
        {
            return Some(seen.dialled());
        }
        self.line_now(contact).map(|(phone, _)| phone.dialled())
    }

    pub(in crate::app) fn say_no_number(&mut self) {
        if self.current_contact().is_some() {
            self.announce(Notice::new("notice-no-number"));
        } else {
            self.say_no_contact();
        }
    }

    /// Says that a command needs a contact: one must be chosen, or there is none here.
    pub(in crate::app) fn say_no_contact(&mut self) {
        let is_empty = self.at_tab() && self.list_length() == 0;
        let bookmarks = self.tab() == TabId::Bookmarks && self.list.bookmarks().is_empty();
        self.announce(Notice::new(match (is_empty, bookmarks) {
            (true, true) => "notice-no-bookmarks",
            (true, false) => "notice-none-here",
            (false, _) => "notice-no-contact",
        }));
    }

    /// Returns true if the code of the number or address that `y` would copy can be drawn in this window.
    pub(in crate::app) fn draws_code(&self) -> bool {
        let Some((text, room)) = self.copy_text().zip(self.room_of_code()) else {
            return false;
        };
        // The code that is shown is drawn already.
        !matches!(self.page(), Some(PageKind::Code(_)))
            && text_code::number_fits(&text, self.messages(), room, self.ascii)
    }

    /// Returns the size of a page with a code.
    pub(in crate::app) fn room_of_code(&self) -> Option<Size> {
        let body = self.layout()?.body;
        Some(Size {
            width: self.overlay_area(body).width.min(LONGEST_LINE),
            height: body.height,
        })
    }

    pub(in crate::app) fn copy(&mut self) -> Vec<Effect> {
        if let Some(text) = self.page_text() {
            return vec![TerminalEffect::CopyPage(text).into()];
        }
        if let Some(text) = self.copy_text() {
            return vec![TerminalEffect::Copy(text).into()];
        }
        self.say_no_number();
        Vec::new()
    }

    /// Says that a number or an address was copied, with a warning if it was found out of service.
    pub(in crate::app) fn learn_copied(&mut self, text: String) {
        let is_dead = self.is_found_dead(&text);
        let line = self.line_of_another_service(&text);
        let facts = [("text", NoticeValue::Number(text))];
        self.announce(if is_dead {
            Notice::with("notice-copied-reported", facts).warning()
        } else if let Some(line) = line {
            let [text] = facts;
            Notice::with("notice-copied-of-another", [text, ("line", line.into())])
        } else {
            Notice::with("notice-copied", facts)
        });
    }

    /// Returns the label of a copied number if the contact has the number of another service, which must
    /// be asked for it.
    pub(in crate::app) fn line_of_another_service(&self, number: &str) -> Option<String> {
        let contact = self.contact(&self.current_contact()?)?;
        let phone = contact.phones.iter().find(|one| one.dialled() == number)?;
        let label = contact.line_of_another(phone)?;
        Some(label.get(self.messages().language()).to_owned())
    }
}
