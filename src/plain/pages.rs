//! Paged lists: changed items, and the reasons of items.

use super::list::{self, Line};
use super::place::{Kind, kind};
use super::say::item;
use super::{Plain, Saves};
use crate::app::TabId;

/// Number of items of a page.
pub(super) const PAGE: usize = 10;

/// Greatest length of a list printed whole: a short second page is no help.
const WHOLE: usize = 15;

/// Rows below the items of a page: the position, a hint, and what is typed next.
const BELOW_ITEMS: u16 = 4;

/// Greatest number of changed lines printed alone; with more, the list is printed again.
const FEW: usize = 3;

impl<S: Saves> Plain<S> {
    /// Returns the message for an empty list of bookmarks.
    pub(super) fn nothing_listed(&self) -> &'static str {
        if self.app.bookmarks().label().is_some() {
            "plain-label-empty"
        } else if self.app.list_is_kept_aside() {
            "bookmarks-kept-aside"
        } else {
            "plain-bookmarks-empty"
        }
    }

    /// Returns true if the printed numbers of the tab's list still refer to the same items.
    pub(super) fn numbers_hold(&self) -> bool {
        kind(&self.app) != Kind::List
            || !self.app.at_tab()
            || list::names(&self.app) == self.numbered
    }

    /// Records the numbers of the tab's list as printed.
    fn remember_numbers(&mut self) {
        if self.app.at_tab() {
            self.numbered = list::names(&self.app);
        }
    }

    /// Records the present place as printed.
    pub(super) fn remember(&mut self) {
        self.rest.clear();
        self.asked_row = None;
        self.head = list::head(&self.app);
        self.list = list::lines(&self.app);
        self.remember_numbers();
        self.shown = page_end(self.page_of_selection(), self.app.list_length());
    }

    pub(super) fn show_list(&mut self) {
        self.show_list_from(self.page_of_selection());
    }

    /// Prints the list from an item on.
    pub(super) fn show_list_from(&mut self, start: usize) {
        self.remember();
        self.reasons.clear();
        for text in self.head.clone() {
            self.lines.say(&text);
        }
        if self.app.list_length() == 0 {
            self.say(self.nothing_listed(), &[]);
            return;
        }
        self.show_items(start);
        if self.app.tab() == TabId::Directory && self.app.need_line().is_some() {
            self.hint("plain-hint-need");
        }
        self.hint(if self.app.at_tab() {
            "plain-hint-list"
        } else {
            "plain-hint-choose"
        });
    }

    /// Returns the first item of the page with the item that was read last.
    fn page_of_selection(&self) -> usize {
        if !self.app.at_tab() {
            return 0;
        }
        let selected = self.app.pane().listing.selected;
        if self.page > 0 && (self.page..self.shown).contains(&selected) {
            return self.page;
        }
        if self.app.list_length() > WHOLE {
            selected / PAGE * PAGE
        } else {
            0
        }
    }

    /// Prints a page of the list, with its position. The page ends where the window would scroll its
    /// beginning away.
    pub(super) fn show_items(&mut self, start: usize) {
        let room = self.lines.paper().rows;
        let room = room.map_or(usize::MAX, |rows| {
            usize::from(rows.saturating_sub(BELOW_ITEMS))
        });
        self.show_items_in(start, room);
    }

    fn show_items_in(&mut self, start: usize, room: usize) {
        let count = self.app.list_length();
        let mut end = page_end(start, count);
        let mut last = None;
        for line in self.list.clone() {
            match line {
                // A heading belongs to the following item.
                Line::Heading(text) => last = Some(text),
                Line::Item { index, name, more } => {
                    let heading = last.take();
                    if (start..end).contains(&index) {
                        let why = self.new_reason(index);
                        let said = heading.into_iter();
                        let said: Vec<String> =
                            said.chain([item(index, &name, &(more + &why))]).collect();
                        let rows = said.iter().map(|text| self.lines.broken(text).len());
                        if index > start && self.lines.count() + rows.sum::<usize>() > room {
                            end = index;
                            break;
                        }
                        for text in said {
                            self.lines.say(&text);
                        }
                    }
                }
            }
        }
        self.shown = end;
        self.page = start;
        if start > 0 || end < count {
            let shown = [
                ("first", (start + 1).into()),
                ("last", end.into()),
                ("count", count.into()),
            ];
            self.say("plain-shown", &shown);
        }
    }

    /// Returns the reason of an item, after a space; empty if the same was printed before.
    fn new_reason(&mut self, index: usize) -> String {
        match list::reason(&self.app, index) {
            Some((why, each)) if each || !self.reasons.contains(&why) => {
                let said = format!(" {why}");
                self.reasons.push(why);
                said
            }
            _ => String::new(),
        }
    }

    /// Prints the last page of the list.
    pub(super) fn show_last_items(&mut self, count: usize) {
        let start = if count <= WHOLE {
            0
        } else {
            (count - 1) / PAGE * PAGE
        };
        self.show_items_in(start, usize::MAX);
    }

    /// Prints the changes of the present list.
    pub(super) fn tell_changes(&mut self, noticed: bool) {
        let (head, list) = (list::head(&self.app), list::lines(&self.app));
        let before = std::mem::replace(&mut self.list, list);
        self.remember_numbers();
        let changed: Vec<Line> = self
            .list
            .iter()
            .filter(|line| !before.contains(line))
            .cloned()
            .collect();
        if self.list.len() != before.len() || changed.len() > FEW {
            self.show_list();
            return;
        }
        for text in head.iter().filter(|text| !self.head.contains(text)) {
            self.lines.say(text);
        }
        self.head = head;
        if noticed && !self.app.at_tab() {
            // The notice already has the row and its value.
            return;
        }
        for line in changed {
            let Line::Item { index, name, more } = line else {
                continue;
            };
            let renamed = !before
                .iter()
                .any(|old| matches!(old, Line::Item { index: at, name: known, .. } if (*at, known) == (index, &name)));
            // A mark mentioned in a notice is not repeated.
            if renamed || !noticed {
                self.lines.say(&item(index, &name, &more));
            }
        }
    }
}

/// Returns the end of the page that begins at this item.
fn page_end(start: usize, count: usize) -> usize {
    if start == 0 && count <= WHOLE {
        count
    } else {
        (start + PAGE).min(count)
    }
}
