//! The five tabs: what each holds, and where she is in it.

use std::sync::Arc;

use jiff::Timestamp;

use super::catalogue::{Catalogue, Found};
use super::field::Field;
use super::listing::{Listing, Reader};
use super::overlay::Overlay;
use crate::directory::Filters;
use crate::guide::{PageId, TopicId};
use crate::search::Hits;

/// One of the five tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the variants are the names on the tabs")]
pub enum TabId {
    Reporting,
    VictimServices,
    RestorativeJustice,
    Directory,
    Bookmarks,
}

impl TabId {
    /// From left to right.
    pub const ALL: [Self; 5] = [
        Self::Reporting,
        Self::VictimServices,
        Self::RestorativeJustice,
        Self::Directory,
        Self::Bookmarks,
    ];

    /// Id of the message that names it.
    pub const fn message_id(self) -> &'static str {
        match self {
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

    /// The place of a guide tab in [`super::state::App::guides`]; `None` for the other two.
    pub const fn guide_place(self) -> Option<usize> {
        match self {
            Self::Reporting => Some(0),
            Self::VictimServices => Some(1),
            Self::RestorativeJustice => Some(2),
            Self::Directory | Self::Bookmarks => None,
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

/// A guide tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideTab {
    /// Its list and its reader.
    pub pane: Pane,
    /// The topics in the order of the list: the page's own, then the regional page's, the worker's
    /// region first.
    pub topics: Vec<TopicId>,
}

/// The Directory.
#[derive(Clone, Debug)]
pub struct DirectoryTab {
    /// Its list and its reader.
    pub pane: Pane,
    /// What is searched for.
    pub field: Field,
    /// What every contact listed must be.
    pub filters: Filters,
    /// The words are searched for alone: the worker took the need off that they tell of.
    pub words_only: bool,
    /// What was found, in the order of the list.
    pub hits: Hits,
    /// The catalogue that they were found in: their places mean nothing in another.
    pub catalogue: Arc<Catalogue>,
    /// So many more would be listed if nobody asked whether they are open: their hours are not known.
    pub unknown_hours: usize,
    /// When it was asked last what is open.
    pub asked_at: Timestamp,
    /// Something changed since that decides what is found; it is looked for once the tab is open.
    pub stale: bool,
}

impl DirectoryTab {
    /// The tab before its first search, with the field focused.
    pub(in crate::app) fn new(catalogue: Arc<Catalogue>) -> Self {
        Self {
            pane: Pane {
                focus: Focus::Field,
                ..Pane::default()
            },
            field: Field::default(),
            filters: Filters::default(),
            hits: Hits::default(),
            words_only: false,
            catalogue,
            unknown_hours: 0,
            asked_at: Timestamp::default(),
            stale: false,
        }
    }

    /// What stands at that place of the list.
    pub fn found(&self, place: usize) -> Option<Found<'_>> {
        let hit = self.hits.hits.get(place)?;
        self.catalogue.found(hit.item)
    }

    /// All that the list has, in its order.
    pub fn listed(&self) -> impl Iterator<Item = Found<'_>> {
        (0..self.hits.hits.len()).map_while(|place| self.found(place))
    }

    /// What is selected.
    pub fn selected(&self) -> Option<Found<'_>> {
        self.found(self.pane.listing.selected)
    }
}

/// The Bookmarks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BookmarksTab {
    /// Its list and its reader.
    pub pane: Pane,
    /// Ids of the contacts in the order of the list.
    pub ids: Vec<String>,
    /// Only bookmarks with this label are listed.
    pub label: Option<String>,
}

/// A place that a link led away from.
#[derive(Clone, Debug)]
pub struct Step {
    /// The tab she was on.
    pub tab: TabId,
    /// The guide tabs as they were.
    pub guides: [GuideTab; 3],
    /// The Directory as it was.
    pub directory: DirectoryTab,
    /// The Bookmarks as they were.
    pub bookmarks: BookmarksTab,
    /// What lay over the tab.
    pub overlays: Vec<Overlay>,
    /// The focus with which she arrived at where the link led.
    pub arrived: Focus,
}
