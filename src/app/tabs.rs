//! Tabs: a row of screens, one of them open.

use std::any::Any;

use super::screen::{Screen, Tab};
use super::state::App;
use super::view::listing::{Direction, Listing, Reader};

/// Focused part of a tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// Search field.
    Field,
    /// List.
    #[default]
    List,
    /// Topic or card beside the list.
    Reader,
}

/// List with its reader: every tab has one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pane {
    /// Focused part.
    pub focus: Focus,
    /// Position in the list.
    pub listing: Listing,
    /// Position in the reader.
    pub reader: Reader,
}

impl Pane {
    /// Returns the position in the list, mutable; `None` if the reader has the focus.
    pub(super) fn listing_mut(&mut self) -> Option<&mut Listing> {
        (self.focus != Focus::Reader).then_some(&mut self.listing)
    }

    /// Selects an item of the list, and shows it from its top.
    pub(super) fn select(&mut self, index: usize) {
        self.listing.selected = index;
        self.reader = Reader::default();
    }
}

/// Screens of the tabs, from left to right.
#[derive(Clone, Debug)]
pub struct Tabs(Vec<Box<dyn Tab>>);

impl Tabs {
    /// Creates the tabs.
    pub(super) const fn new(tabs: Vec<Box<dyn Tab>>) -> Self {
        Self(tabs)
    }

    /// Returns the tab at an index.
    pub(super) fn at(&self, index: usize) -> &dyn Tab {
        &*self.0[index]
    }

    /// Returns the tab at an index, mutable.
    pub(super) fn at_mut(&mut self, index: usize) -> &mut dyn Tab {
        &mut *self.0[index]
    }

    /// Returns the tab at an index if it is a `T`.
    pub(super) fn get<T: Tab>(&self, index: usize) -> Option<&T> {
        let tab: &dyn Any = self.at(index);
        tab.downcast_ref()
    }

    /// Returns the tabs that are a `T`, mutable.
    pub(super) fn each_mut<T: Tab>(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut().filter_map(|tab| {
            let tab: &mut dyn Any = &mut **tab;
            tab.downcast_mut()
        })
    }

    /// Returns the index of the first tab that is a `T` and meets a condition.
    pub(super) fn position<T: Tab>(&self, is: impl Fn(&T) -> bool) -> Option<usize> {
        (0..self.0.len()).find(|index| self.get(*index).is_some_and(&is))
    }

    /// Returns the only tab that is a `T`.
    pub(super) fn only<T: Tab>(&self) -> &T {
        let mut tabs = (0..self.0.len()).filter_map(|index| self.get(index));
        tabs.next()
            .unwrap_or_else(|| unreachable!("every tab is there from the start"))
    }

    /// Returns the only tab that is a `T`, mutable.
    pub(super) fn only_mut<T: Tab>(&mut self) -> &mut T {
        let mut tabs = self.each_mut();
        tabs.next()
            .unwrap_or_else(|| unreachable!("every tab is there from the start"))
    }
}

/// Place left by following a link.
#[derive(Clone, Debug)]
pub struct Step {
    /// Index of the open tab.
    pub tab: usize,
    /// State of the tabs.
    pub tabs: Tabs,
    /// Overlays of the tab.
    pub overlays: Vec<Box<dyn Screen>>,
    /// Focus on arrival at the link's target.
    pub arrived: Focus,
}

impl App {
    /// Returns the screen of the open tab.
    pub(super) fn tab_screen(&self) -> &dyn Tab {
        self.tabs.at(self.tab)
    }

    /// Returns true if the open tab is a `T`.
    pub(super) fn is_on<T: Tab>(&self) -> bool {
        self.tabs.get::<T>(self.tab).is_some()
    }

    /// Returns the open tab's list and reader.
    pub fn pane(&self) -> &Pane {
        self.tab_screen().pane()
    }

    /// Returns the open tab's list and reader, mutable.
    pub(super) fn pane_mut(&mut self) -> &mut Pane {
        self.tabs.at_mut(self.tab).pane_mut()
    }

    /// Opens a tab. A tab opened by its number is reset: its overlays and the way back are removed.
    pub(super) fn go_to_tab(&mut self, index: usize) {
        if index < self.tabs.0.len() {
            self.overlays.clear();
            self.trail.clear();
            self.tab = index;
            self.tabs.at_mut(index).enter();
        }
    }

    /// Opens the adjacent tab; none at the ends.
    pub(super) fn neighbour(&mut self, direction: Direction) {
        let index = match direction {
            Direction::Previous => self.tab.checked_sub(1),
            Direction::Next => Some(self.tab + 1),
        };
        if let Some(index) = index.filter(|index| *index < self.tabs.0.len()) {
            self.go_to_tab(index);
        }
    }

    /// Stores this place and opens a tab, with a focus on arrival.
    pub(super) fn leave_for(&mut self, index: usize, arrived: Focus) {
        self.trail.push(Step {
            tab: self.tab,
            tabs: self.tabs.clone(),
            overlays: std::mem::take(&mut self.overlays),
            arrived,
        });
        self.tab = index;
    }
}
