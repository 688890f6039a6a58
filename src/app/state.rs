//! The App: all that the screen shows, and nothing that touches the world.

use std::collections::HashSet;
use std::rc::Rc;

use super::content::Content;
use super::field::Field;
use super::keymap::Context;
use super::layout::{Layout, Parts, Size};
use super::listing::{Listing, Reader};
use crate::bookmarks::List;
use crate::directory::{Filters, Region};
use crate::guide::{PageId, TopicId};
use crate::i18n::{Argument, Language, Messages};
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

    /// The place of a guide tab in [`App::guides`]; `None` for the other two.
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
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DirectoryTab {
    /// Its list and its reader.
    pub pane: Pane,
    /// What is searched for.
    pub field: Field,
    /// What every contact listed must be.
    pub filters: Filters,
    /// What was found, in the order of the list.
    pub hits: Hits,
}

/// The Bookmarks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BookmarksTab {
    /// Its list and its reader.
    pub pane: Pane,
    /// Ids of the contacts in the order of the list.
    pub ids: Vec<String>,
}

/// Something that lies over the tab until it is left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// The first run: language and region.
    Welcome(Listing),
    /// A page to read.
    Page(PageKind, Reader),
    /// The form of the filters.
    Filters(Listing),
    /// A list to choose one thing from.
    Picker(Choice, Listing),
}

/// What a page over the tab shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// The keys.
    Help,
    /// A contact's card.
    Card(String),
    /// Where a contact's facts come from.
    ContactSources(String),
    /// Where a topic's points come from.
    TopicSources(TopicId),
}

/// What is chosen from a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Where the worker works.
    Region,
    /// The filter on the category.
    Category,
    /// The filter on the region.
    FilterRegion,
    /// The filter on the language spoken.
    Language,
    /// The filter on who is served.
    Audience,
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

/// What happened, for the line above the footer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Id of the message.
    pub id: &'static str,
    /// What its placeholders are filled with.
    pub arguments: Vec<(&'static str, String)>,
    /// It tells of something that went wrong, and stays until the next key but one.
    pub warning: bool,
}

impl Notice {
    /// A message without placeholders.
    pub const fn new(id: &'static str) -> Self {
        Self {
            id,
            arguments: Vec::new(),
            warning: false,
        }
    }

    /// A message with placeholders.
    pub const fn with(id: &'static str, arguments: Vec<(&'static str, String)>) -> Self {
        Self {
            id,
            arguments,
            warning: false,
        }
    }

    /// The same, as a warning.
    #[must_use]
    pub const fn warning(mut self) -> Self {
        self.warning = true;
        self
    }

    /// The words, in that language.
    pub fn text(&self, messages: &Messages) -> String {
        let arguments: Vec<(&str, Argument<'_>)> = self
            .arguments
            .iter()
            .map(|(name, value)| (*name, Argument::from(value.as_str())))
            .collect();
        messages.format(self.id, &arguments)
    }
}

/// What the App is started with.
#[derive(Debug)]
pub struct Start {
    /// Everything there is to show.
    pub content: Rc<Content>,
    /// The language of the screen.
    pub language: Language,
    /// Where the worker works; [`Region::Ca`] for all of Canada.
    pub region: Region,
    /// Ask for both first.
    pub first_run: bool,
    /// The worker's list, as it is on disk.
    pub list: List,
    /// What to say at the start.
    pub notices: Vec<Notice>,
}

/// Everything that the screen shows.
#[derive(Debug)]
pub struct App {
    /// Directory and guide.
    pub content: Rc<Content>,
    /// The language of the screen.
    pub language: Language,
    /// Where the worker works; [`Region::Ca`] for all of Canada.
    pub region: Region,
    /// The screen's size.
    pub size: Size,
    /// The tab that is open.
    pub tab: TabId,
    /// Reporting, Victim Services, Restorative Justice.
    pub guides: [GuideTab; 3],
    /// The Directory.
    pub directory: DirectoryTab,
    /// The Bookmarks.
    pub bookmarks: BookmarksTab,
    /// What lies over the tab, the topmost last.
    pub overlays: Vec<Overlay>,
    /// The places that links led away from, the latest last.
    pub trail: Vec<Step>,
    /// What happened, the first to be read first.
    pub notices: Vec<Notice>,
    /// The worker's list, as it is on disk.
    pub list: List,
    /// Ids of the bookmarked contacts.
    pub starred: HashSet<String>,
}

impl App {
    /// An App at its first screen.
    pub fn new(start: Start) -> Self {
        let guide = |tab: TabId| GuideTab {
            pane: Pane::default(),
            topics: super::topics::listed(&start.content, tab, start.region),
        };
        let mut app = Self {
            guides: [
                guide(TabId::Reporting),
                guide(TabId::VictimServices),
                guide(TabId::RestorativeJustice),
            ],
            content: start.content,
            language: start.language,
            region: start.region,
            size: Size {
                width: 80,
                height: 24,
            },
            tab: TabId::Reporting,
            directory: DirectoryTab {
                pane: Pane {
                    focus: Focus::Field,
                    ..Pane::default()
                },
                ..DirectoryTab::default()
            },
            bookmarks: BookmarksTab::default(),
            overlays: Vec::new(),
            trail: Vec::new(),
            notices: start.notices,
            list: List::default(),
            starred: HashSet::new(),
        };
        app.set_list(start.list);
        if start.first_run {
            let selected = Region::ALL
                .into_iter()
                .position(|region| region == start.region);
            app.overlays
                .push(Overlay::Welcome(Listing::at(selected.unwrap_or(0))));
        }
        app
    }

    /// The words of the screen's language.
    pub fn messages(&self) -> &'static Messages {
        Messages::of(self.language)
    }

    /// The open tab's list and reader.
    pub fn pane(&self) -> &Pane {
        match self.tab.guide_place() {
            Some(place) => &self.guides[place].pane,
            None if self.tab == TabId::Directory => &self.directory.pane,
            None => &self.bookmarks.pane,
        }
    }

    /// The open tab's list and reader, to change.
    pub fn pane_mut(&mut self) -> &mut Pane {
        match self.tab.guide_place() {
            Some(place) => &mut self.guides[place].pane,
            None if self.tab == TabId::Directory => &mut self.directory.pane,
            None => &mut self.bookmarks.pane,
        }
    }

    /// Where the focus is.
    pub fn context(&self) -> Context {
        match self.overlays.last() {
            Some(Overlay::Welcome(_)) => Context::Welcome,
            Some(Overlay::Page(..)) => Context::Reading,
            Some(Overlay::Filters(_)) => Context::Form,
            Some(Overlay::Picker(..)) => Context::Picker,
            None => match (self.pane().focus, self.tab) {
                (Focus::Field, _) => Context::Field,
                (Focus::Reader, _) => Context::Reading,
                (Focus::List, TabId::Directory) => Context::Contacts,
                (Focus::List, TabId::Bookmarks) => Context::Bookmarks,
                (Focus::List, _) => Context::Topics,
            },
        }
    }

    /// Where everything stands now; `None` on a screen too small for it.
    pub fn layout(&self) -> Option<Layout> {
        Layout::of(self.size, self.parts())
    }

    fn parts(&self) -> Parts {
        let reading = self.pane().focus == Focus::Reader;
        if !self.overlays.is_empty() {
            return Parts {
                head_rows: 0,
                list: false,
                reading: true,
            };
        }
        let one_column = self.size.width < super::layout::TWO_COLUMNS;
        let head_rows = match self.tab {
            TabId::Directory if !(one_column && reading) => {
                1 + u16::from(!self.directory.filters.is_empty())
            }
            _ => 0,
        };
        Parts {
            head_rows,
            list: true,
            reading,
        }
    }
}
