//! The tabs: their names, and the screens behind them.

use std::sync::Arc;

use super::content::Content;
use super::listing::{Listing, Reader};
use super::screens::bookmarks::BookmarksTab;
use super::screens::directory::DirectoryTab;
use super::screens::guide::GuideTab;
use super::screens::now::NowTab;
use super::screens::{Overlay, Screen, Tab};
use super::state::App;
use crate::directory::Region;
use crate::guide::PageId;

/// One of the six tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the variants are the names on the tabs")]
pub enum TabId {
    Now,
    Reporting,
    VictimServices,
    RestorativeJustice,
    Directory,
    Bookmarks,
}

impl TabId {
    /// Returns the digit that opens it.
    pub fn digit(self) -> usize {
        self as usize
    }

    /// From left to right.
    pub const ALL: [Self; 6] = [
        Self::Now,
        Self::Reporting,
        Self::VictimServices,
        Self::RestorativeJustice,
        Self::Directory,
        Self::Bookmarks,
    ];

    /// Id of the message that names it.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Now => "tab-now",
            Self::Reporting => "tab-reporting",
            Self::VictimServices => "tab-victim-services",
            Self::RestorativeJustice => "tab-restorative-justice",
            Self::Directory => "tab-directory",
            Self::Bookmarks => "tab-bookmarks",
        }
    }

    /// Id of the message that names it where there is little room.
    pub const fn short_message_id(self) -> &'static str {
        match self {
            Self::Now => "tab-now",
            Self::Reporting => "tab-reporting-short",
            Self::VictimServices => "tab-victim-services-short",
            Self::RestorativeJustice => "tab-restorative-justice-short",
            Self::Directory => "tab-directory-short",
            Self::Bookmarks => "tab-bookmarks-short",
        }
    }

    /// The tab that shows a page of the guide; `None` for the glossary.
    pub const fn of_page(page: PageId) -> Option<Self> {
        match page {
            PageId::Reporting | PageId::DutyToReport => Some(Self::Reporting),
            PageId::VictimServices | PageId::Compensation => Some(Self::VictimServices),
            PageId::RestorativeJustice => Some(Self::RestorativeJustice),
            PageId::Glossary => None,
        }
    }

    /// The tabs of the guide, as [`Tabs`] has them.
    pub(super) const GUIDES: [Self; 3] = [
        Self::Reporting,
        Self::VictimServices,
        Self::RestorativeJustice,
    ];

    /// The place of a guide tab in `Self::GUIDES`; `None` for the others.
    pub const fn guide_place(self) -> Option<usize> {
        match self {
            Self::Reporting => Some(0),
            Self::VictimServices => Some(1),
            Self::RestorativeJustice => Some(2),
            Self::Now | Self::Directory | Self::Bookmarks => None,
        }
    }
}

/// Which part of a tab the keys go to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// The search field.
    Field,
    /// The list.
    #[default]
    List,
    /// The topic or card beside the list.
    Reader,
}

/// A list with what is read beside it: every tab has one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pane {
    /// Which part has the focus.
    pub focus: Focus,
    /// Where she is in the list.
    pub listing: Listing,
    /// Where she is in what is read.
    pub reader: Reader,
}

impl Pane {
    /// Returns the position in the list, to change; `None` while the keys go to what is read.
    pub(super) fn listing_mut(&mut self) -> Option<&mut Listing> {
        (self.focus != Focus::Reader).then_some(&mut self.listing)
    }

    /// Selects an item of the list, and begins at the top of what is read of it.
    pub(super) fn select(&mut self, index: usize) {
        self.listing.selected = index;
        self.reader = Reader::default();
    }
}

/// The screens of the tabs.
#[derive(Clone, Debug)]
pub struct Tabs {
    /// The first page.
    pub(super) now: NowTab,
    /// Reporting, Victim Services, Restorative Justice.
    pub(super) guides: [GuideTab; 3],
    /// The Directory.
    pub(super) directory: DirectoryTab,
    /// The Bookmarks.
    pub(super) bookmarks: BookmarksTab,
}

impl Tabs {
    /// The tabs at the start.
    pub(super) fn new(content: &Content, region: Region) -> Self {
        Self {
            now: NowTab::new(),
            guides: TabId::GUIDES.map(|tab| GuideTab::new(content, tab, region)),
            directory: DirectoryTab::new(Arc::clone(&content.catalogue)),
            bookmarks: BookmarksTab::default(),
        }
    }

    fn tab(&self, tab: TabId) -> &dyn Tab {
        match tab {
            TabId::Now => &self.now,
            TabId::Reporting => &self.guides[0],
            TabId::VictimServices => &self.guides[1],
            TabId::RestorativeJustice => &self.guides[2],
            TabId::Directory => &self.directory,
            TabId::Bookmarks => &self.bookmarks,
        }
    }

    fn tab_mut(&mut self, tab: TabId) -> &mut dyn Tab {
        match tab {
            TabId::Now => &mut self.now,
            TabId::Reporting => &mut self.guides[0],
            TabId::VictimServices => &mut self.guides[1],
            TabId::RestorativeJustice => &mut self.guides[2],
            TabId::Directory => &mut self.directory,
            TabId::Bookmarks => &mut self.bookmarks,
        }
    }

    /// Returns the list and the reader of a tab, to change.
    pub(super) fn pane_mut(&mut self, tab: TabId) -> &mut Pane {
        self.tab_mut(tab).pane_mut()
    }

    /// Returns the screen of a tab.
    pub(super) fn screen(&self, tab: TabId) -> &dyn Screen {
        self.tab(tab)
    }

    /// Returns the same, to change.
    pub(super) fn screen_mut(&mut self, tab: TabId) -> &mut dyn Screen {
        self.tab_mut(tab)
    }
}

/// A place that a link led away from.
#[derive(Clone, Debug)]
pub struct Step {
    /// The tab she was on.
    pub tab: TabId,
    /// The tabs as they were.
    pub tabs: Tabs,
    /// What lay over the tab.
    pub overlays: Vec<Overlay>,
    /// The focus with which she arrived at where the link led.
    pub arrived: Focus,
}

impl App {
    /// Returns the screen of the open tab.
    pub(super) fn tab_screen(&self) -> &dyn Tab {
        self.tabs.tab(self.tab)
    }

    /// Returns the open tab's list and reader.
    pub fn pane(&self) -> &Pane {
        self.tabs.tab(self.tab).pane()
    }

    /// Returns the same, to change.
    pub(super) fn pane_mut(&mut self) -> &mut Pane {
        self.tabs.pane_mut(self.tab)
    }

    /// Returns the Directory.
    pub const fn directory(&self) -> &DirectoryTab {
        &self.tabs.directory
    }

    /// Returns the Bookmarks.
    pub const fn bookmarks(&self) -> &BookmarksTab {
        &self.tabs.bookmarks
    }

    /// Returns a tab of the guide; `None` for the others.
    pub fn guide(&self, tab: TabId) -> Option<&GuideTab> {
        self.tabs.guides.get(tab.guide_place()?)
    }

    /// Opens a tab. A tab chosen by its number is a new beginning: what lies over it and the way back go.
    pub(super) fn go_to_tab(&mut self, tab: TabId) {
        self.overlays.clear();
        self.trail.clear();
        self.tab = tab;
        self.tabs.tab_mut(tab).enter();
    }

    /// Opens the tab beside; at the ends there is none.
    pub(super) fn neighbour(&mut self, by: isize) {
        let mut tabs = TabId::ALL.iter();
        let place = tabs.position(|tab| *tab == self.tab).unwrap_or(0);
        let place = place.saturating_add_signed(by).min(TabId::ALL.len() - 1);
        if TabId::ALL[place] != self.tab {
            self.go_to_tab(TabId::ALL[place]);
        }
    }
}
