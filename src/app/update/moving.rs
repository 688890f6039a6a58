//! Movements over rows, pages, links and panes; one step back.

use crate::app::keymap::{Command, Context};
use crate::app::notice::Notice;
use crate::app::state::App;
use crate::app::tabs::Focus;
use crate::app::view::layout::Area;
use crate::app::view::listing::{Direction, Listing, Reader};
use crate::document::{Document, Link};

impl App {
    /// Returns the position in the focused list, mutable; `None` if the focus is elsewhere.
    pub(in crate::app) fn listing_mut(&mut self) -> Option<&mut Listing> {
        self.screen_mut().listing_mut()
    }

    /// Focuses an item of the visible list, also while one of its items is read, or a row of a
    /// form.
    pub(in crate::app) fn select(&mut self, index: usize) {
        let index = index.min(self.list_length().saturating_sub(1));
        self.screen_mut().select(index);
    }

    /// Focuses a link of the reader, which gets the focus.
    pub(super) fn focus_link(&mut self, link: Option<usize>) {
        let links = self.document(u16::MAX).links.len();
        let link = link.filter(|link| *link < links);
        if link.is_some() && self.at_tab() {
            self.pane_mut().focus = Focus::Reader;
        }
        if self.reader_has_focus() {
            self.reader_mut().link = link;
            self.show_link();
        }
    }

    pub(super) fn move_by(&mut self, command: Command) {
        if self.reader_has_focus() {
            if !self.steps_to_number(command) {
                self.scroll(command);
            }
            return;
        }
        let items = self.list_length();
        let page = self
            .layout()
            .map_or(1, |layout| self.list_height(self.list_area(&layout)));
        let by = distance(command, page);
        let before = self.pane().listing.selected;
        if let Some(listing) = self.listing_mut() {
            match command {
                Command::Up => listing.walk(Direction::Previous, items),
                Command::Down => listing.walk(Direction::Next, items),
                _ => listing.step(by, items),
            }
        }
        if self.at_tab() && self.pane().listing.selected != before {
            self.pane_mut().reader = Reader::default();
        }
    }

    /// Moves the focus from a number of a card to the next or the previous one in view; returns false if
    /// there is none.
    fn steps_to_number(&mut self, command: Command) -> bool {
        let (Some(link), Some(area)) = (self.reader().link, self.reader_area()) else {
            return false;
        };
        let next = match command {
            Command::Down => Some(link + 1),
            Command::Up => link.checked_sub(1),
            _ => None,
        };
        let Some(next) = next else { return false };
        let document = self.document(area.width);
        let is_number = |link: usize| {
            let is_digit = |text: &String| text.starts_with(|one: char| one.is_ascii_digit());
            matches!(document.links.get(link), Some(Link::Copy(text)) if is_digit(text))
                && document.is_bare(link)
        };
        let top = self.reader().top;
        let in_view = |row: usize| row >= top && row < top + usize::from(area.height);
        let steps =
            is_number(link) && is_number(next) && document.row_of_link(next).is_some_and(in_view);
        if steps {
            self.reader_mut().link = Some(next);
        }
        steps
    }

    fn scroll(&mut self, command: Command) {
        let page = self.reader_area().map_or(1, |area| area.height);
        // One row stays in view.
        let by = distance(command, page.saturating_sub(1).max(1));
        let reader = self.reader_mut();
        reader.top = reader.top.saturating_add_signed(by);
        reader.found = None;
        self.settle_reader();
        self.drop_hidden_link();
        self.focus_action_in_view();
    }

    /// Focuses the first action in view, unless a link has the focus: on a page of actions Enter never
    /// waits for a mark.
    fn focus_action_in_view(&mut self) {
        let (
            Reader {
                top, link: None, ..
            },
            Some(area),
        ) = (self.reader(), self.reader_area())
        else {
            return;
        };
        let document = self.shown_document();
        let in_view = |row: usize| row >= top && row < top + usize::from(area.height);
        let action = document.link_from(top).filter(|link| {
            let is_action = matches!(document.links.get(*link), Some(Link::Do(_)));
            is_action && document.row_of_link(*link).is_some_and(in_view)
        });
        self.reader_mut().link = action;
    }

    /// Removes the focus from a link that was scrolled out of view.
    pub(in crate::app) fn drop_hidden_link(&mut self) {
        let Reader {
            top,
            link: Some(link),
            ..
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

    /// Moves to the next or the previous link, and on to the other pane after the last.
    pub(in crate::app) fn walk(&mut self, direction: Direction) {
        if !self.reader_has_focus() {
            // An overlay has no pane beside it.
            if self.at_tab() && self.list_length() > 0 {
                let in_view = self.reader_area().is_some();
                self.pane_mut().focus = Focus::Reader;
                if direction == Direction::Next && !in_view {
                    self.focus_first_call();
                    return;
                }
                let links = self.shown_links();
                self.reader_mut().link = match direction {
                    Direction::Next => self.first_link(),
                    Direction::Previous => links.checked_sub(1),
                };
                self.show_link();
            }
            return;
        }
        let links = self.shown_links();
        let next = match (self.reader().link, direction) {
            (None, Direction::Next) => self.first_link(),
            (None, Direction::Previous) => None,
            (Some(link), Direction::Next) => Some(link + 1).filter(|next| *next < links),
            (Some(link), Direction::Previous) => link.checked_sub(1),
        };
        self.reader_mut().link = next;
        match next {
            Some(_) => self.show_link(),
            None if self.list_is_shown() => self.pane_mut().focus = Focus::List,
            // The reader is alone: wraps around.
            None => {
                self.reader_mut().link = match direction {
                    Direction::Next => (links > 0).then_some(0),
                    Direction::Previous => links.checked_sub(1),
                };
                self.show_link();
            }
        }
    }

    /// Focuses the number or address at the beginning of the reader's document. Other links are not
    /// focused, because the text before them was not read yet; a regional page begins with numbers to call,
    /// of which the one that answers now is focused.
    pub(in crate::app) fn focus_first_call(&mut self) {
        let Some(area) = self.reader_area() else {
            return;
        };
        let document = self.document(area.width);
        let in_view = |row: usize| row < usize::from(area.height);
        let regional = self.topic_read().is_some_and(|id| id.page.is_regional());
        if (regional || document.is_bare(0)) && document.row_of_link(0).is_some_and(in_view) {
            let answering = regional.then(|| self.answering_link(&document)).flatten();
            let answering =
                answering.filter(|link| document.row_of_link(*link).is_some_and(in_view));
            self.reader_mut().link = answering.or(Some(0));
        }
    }

    /// Returns the link that is the number of its contact that answers now, if the first link is another
    /// number of the same contact.
    fn answering_link(&self, document: &Document) -> Option<usize> {
        let Some(Link::Contact { id, .. }) = document.links.first() else {
            return None;
        };
        let contact = self.contact(id)?;
        let (now, _) = self.line_now(contact)?;
        let is_now = |link: &Link| match link {
            Link::Contact { id: other, phone } if other == id => {
                let phone = phone.and_then(|index| contact.phones.get(index));
                phone.is_some_and(|phone| phone.number == now.number)
            }
            _ => false,
        };
        document.links.iter().position(is_now)
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

    /// Scrolls the focused link into view.
    pub(in crate::app) fn show_link(&mut self) {
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
        reader.found = None;
        if row < reader.top {
            reader.top = row;
        } else if row >= reader.top + height {
            reader.top = row + 1 - height / 2 - height % 2;
        }
    }

    /// Moves from the reader of a tab to its list.
    pub(super) fn leave_reader(&mut self) {
        let pane = self.pane_mut();
        if pane.focus == Focus::Reader {
            pane.focus = Focus::List;
            pane.reader = Reader::default();
        }
    }

    /// Scrolls the focused link into the first `height` rows of the reader.
    pub(super) fn keep_link_within(&mut self, height: u16) {
        let Some(link) = self.focused_link_number() else {
            return;
        };
        let row = self.shown_document().row_of_link(link).unwrap_or(0);
        let reader = self.reader_mut();
        reader.top = reader
            .top
            .max((row + 1).saturating_sub(usize::from(height)));
    }

    /// Goes one step back; never quits the program.
    pub(in crate::app) fn back(&mut self) {
        if self.overlays.pop().is_some() {
            return;
        }
        if self.retraces() {
            self.retrace();
        } else if self.pane().focus == Focus::List {
            // On the first page q is a letter.
            let id = match self.context() {
                Context::Now => "notice-nothing-back-now",
                _ => "notice-nothing-back",
            };
            self.announce(Notice::new(id).in_lines("plain-nothing-back"));
        } else {
            let pane = self.pane_mut();
            pane.focus = Focus::List;
            pane.reader.link = None;
        }
    }

    /// Returns true if one step back leads to the place left by the last link.
    pub(in crate::app) fn retraces(&self) -> bool {
        let focus = self.pane().focus;
        let arrived = self.trail.last().map(|step| step.arrived);
        arrived.is_some_and(|arrived| focus == Focus::List || focus == arrived)
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
        let (start, end, rows) = self.screen().item_rows(self, selected, area.width);
        if let Some(listing) = self.listing_mut() {
            listing.show(start, end, height, rows);
        }
    }

    pub(super) fn settle_reader(&mut self) {
        let Some(area) = self.reader_area() else {
            self.links = 0;
            return;
        };
        let document = self.document(area.width);
        self.links = document.links.len();
        let last_link = self.links.checked_sub(1);
        let last = document.rows.len().saturating_sub(usize::from(area.height));
        let reader = self.reader_mut();
        reader.top = reader.top.min(last);
        // A page can lose a link, such as the one that accepts a change.
        reader.link = reader.link.min(last_link);
    }
}

/// Returns the number of rows that a command moves by, for pages of this height.
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
