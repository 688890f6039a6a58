//! Walking rows, pages, links and panes; one step back.

use crate::app::keymap::Command;
use crate::app::layout::Area;
use crate::app::listing::{Listing, Reader};
use crate::app::notice::Notice;
use crate::app::overlay::Overlay;
use crate::app::state::App;
use crate::app::tabs::{Focus, TabId};

impl App {
    /// The list that the keys go to, to change; `None` where they go to what is read.
    pub(in crate::app) fn listing_mut(&mut self) -> Option<&mut Listing> {
        if self.overlays.is_empty() {
            let pane = self.pane_mut();
            return (pane.focus != Focus::Reader).then_some(&mut pane.listing);
        }
        match self.overlays.last_mut() {
            Some(
                Overlay::Welcome(listing)
                | Overlay::Filters(listing)
                | Overlay::Settings(listing)
                | Overlay::Picker(_, listing),
            ) => Some(listing),
            _ => None,
        }
    }

    /// Gives the focus to an item of the list that is shown, also while one of its items is read, or to
    /// a row of a form.
    pub(super) fn select(&mut self, place: usize) {
        let place = place.min(self.list_length().saturating_sub(1));
        match self.overlays.last_mut() {
            Some(Overlay::OwnForm(form)) => form.row = place,
            Some(_) => {
                if let Some(listing) = self.listing_mut() {
                    listing.selected = place;
                }
            }
            None => {
                let pane = self.pane_mut();
                pane.listing.selected = place;
                pane.reader = Reader::default();
            }
        }
    }

    /// Gives the focus to a link of what is read; the keys go there then.
    pub(super) fn focus_link(&mut self, link: Option<usize>) {
        let links = self.document(u16::MAX).links.len();
        let link = link.filter(|link| *link < links);
        if link.is_some() && self.overlays.is_empty() {
            self.pane_mut().focus = Focus::Reader;
        }
        if self.reader_has_focus() {
            self.reader_mut().link = link;
            self.show_link();
        }
    }

    pub(super) fn move_by(&mut self, command: Command) {
        if matches!(self.overlays.last(), Some(Overlay::OwnForm(_))) {
            self.walk_form(command);
            return;
        }
        if self.reader_has_focus() {
            self.scroll(command);
            return;
        }
        if self.called.is_empty() {
            self.forget_typed();
        }
        if self.walk_map(command) {
            return;
        }
        let items = self.list_length();
        let page = self
            .layout()
            .map_or(1, |layout| self.list_height(self.list_area(&layout)));
        let by = distance(command, page);
        let before = self.pane().listing.selected;
        if let Some(listing) = self.listing_mut() {
            listing.step(by, items);
        }
        if self.overlays.is_empty() && self.pane().listing.selected != before {
            self.pane_mut().reader = Reader::default();
        }
    }

    fn scroll(&mut self, command: Command) {
        let page = self.reader_area().map_or(1, |area| area.height);
        // A row of what was read stays in view.
        let by = distance(command, page.saturating_sub(1).max(1));
        let reader = self.reader_mut();
        reader.top = reader.top.saturating_add_signed(by);
        self.settle_reader();
        self.drop_hidden_link();
    }

    /// A link that was scrolled away has the focus no longer.
    fn drop_hidden_link(&mut self) {
        let Reader {
            top,
            link: Some(link),
        } = self.reader()
        else {
            return;
        };
        let height = self
            .reader_area()
            .map_or(0, |area| usize::from(area.height));
        let row = self.shown_document().row_of_link(link);
        if row.is_none_or(|row| row < top || row >= top + height) {
            self.reader_mut().link = None;
        }
    }

    /// To the next or the previous link, and on to the other pane where there is none.
    pub(super) fn walk(&mut self, forward: bool) {
        if !self.reader_has_focus() {
            // What lies over the tab has no pane beside it.
            if self.overlays.is_empty() && self.list_length() > 0 {
                let in_view = self.reader_area().is_some();
                self.pane_mut().focus = Focus::Reader;
                if forward && !in_view {
                    // She has yet to see its start.
                    return;
                }
                let links = self.shown_links();
                self.reader_mut().link = if forward {
                    self.first_link()
                } else {
                    links.checked_sub(1)
                };
                self.show_link();
            }
            return;
        }
        let links = self.shown_links();
        let next = match (self.reader().link, forward) {
            (None, true) => self.first_link(),
            (None, false) => None,
            (Some(link), true) => Some(link + 1).filter(|next| *next < links),
            (Some(link), false) => link.checked_sub(1),
        };
        self.reader_mut().link = next;
        match next {
            Some(_) => self.show_link(),
            None if self.list_is_shown() => self.pane_mut().focus = Focus::List,
            // What is read stands alone: round it goes.
            None => {
                self.reader_mut().link = if forward {
                    (links > 0).then_some(0)
                } else {
                    links.checked_sub(1)
                };
                self.show_link();
            }
        }
    }

    fn list_is_shown(&self) -> bool {
        self.layout().is_some_and(|layout| layout.list.is_some())
    }

    fn shown_links(&self) -> usize {
        self.shown_document().links.len()
    }

    fn first_link(&self) -> Option<usize> {
        self.shown_document().link_from(self.reader().top)
    }

    /// Scrolls so that the focused link is in view.
    pub(super) fn show_link(&mut self) {
        let Some(link) = self.reader().link else {
            return;
        };
        let Some(row) = self.shown_document().row_of_link(link) else {
            return;
        };
        let height = self
            .reader_area()
            .map_or(1, |area| usize::from(area.height).max(1));
        let reader = self.reader_mut();
        if row < reader.top {
            reader.top = row;
        } else if row >= reader.top + height {
            reader.top = row + 1 - height / 2 - height % 2;
        }
    }

    /// One step back; never out of the program.
    pub(super) fn back(&mut self) {
        self.forget_typed();
        if self.overlays.pop().is_some() {
            return;
        }
        let focus = self.pane().focus;
        if focus == Focus::Field && !self.directory.field.text().is_empty() {
            self.directory.field.clear();
            self.find_again();
            return;
        }
        let arrived = self.trail.last().map(|step| step.arrived);
        if arrived.is_some_and(|arrived| focus == Focus::List || focus == arrived) {
            self.retrace();
        } else if focus == Focus::List
            && self.tab == TabId::Bookmarks
            && self.bookmarks.label.is_some()
        {
            self.choose_label(0);
        } else if focus != Focus::Field
            && self.goes_back_to_field()
            && (focus == Focus::List || self.list_length() == 0)
        {
            self.pane_mut().reader.link = None;
            self.pane_mut().focus = Focus::Field;
        } else if focus == Focus::List {
            self.announce(Notice::new("notice-nothing-back"));
        } else {
            let pane = self.pane_mut();
            pane.focus = Focus::List;
            pane.reader.link = None;
        }
    }

    pub(super) fn settle_list(&mut self, area: Area) {
        let items = self.list_length();
        let height = usize::from(self.list_height(area));
        let selected = match self.listing_mut() {
            Some(listing) => {
                listing.selected = listing.selected.min(items.saturating_sub(1));
                listing.selected
            }
            None => return,
        };
        let (start, end, rows) = self.item_rows(selected, area.width);
        if let Some(listing) = self.listing_mut() {
            listing.show(start, end, height, rows);
        }
    }

    pub(super) fn settle_reader(&mut self) {
        let Some(area) = self.reader_area() else {
            return;
        };
        let rows = self.shown_document().rows.len();
        let reader = self.reader_mut();
        reader.top = reader
            .top
            .min(rows.saturating_sub(usize::from(area.height)));
    }
}

/// How many rows a command moves by, with pages of that many.
fn distance(command: Command, page: u16) -> isize {
    let page = isize::try_from(page.max(1)).unwrap_or(1);
    match command {
        Command::Up => -1,
        Command::PageUp => -page,
        Command::PageDown => page,
        Command::First => isize::MIN / 2,
        Command::Last => isize::MAX / 2,
        // A list has nothing beside it.
        Command::ToLeft | Command::ToRight => 0,
        _ => 1,
    }
}
