//! State of the App: everything on the screen, and nothing from outside.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::rc::Rc;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::content::Content;
use super::cover::Cover;
use super::history::History;
use super::keymap::Context;
use super::notice::Notice;
use super::screen::Screen;
use super::subject::PageKind;
use super::subject::papers::Exchange;
use super::tabs::{Step, Tabs};
use super::view::layout::{BESIDE, Layout, Size};
use crate::assets::Catalogue;
use crate::bookmarks::{List, TeamList};
use crate::directory::Region;
use crate::directory::hours::Zone;
use crate::document::Link;
use crate::i18n::{Language, Messages};
use crate::needs::Needs;
use crate::pathways::{Here, Pathways};
use crate::places::{PlaceId, Places};
use crate::settings::Preferences;

/// Creates the time-budget check for one search.
#[derive(Clone, Copy)]
pub struct Patience(pub fn() -> Box<dyn Fn() -> bool>);

impl Default for Patience {
    /// No limit: the search runs to its end.
    fn default() -> Self {
        Self(|| Box::new(|| true))
    }
}

impl std::fmt::Debug for Patience {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Patience")
    }
}

/// Kind of output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// Screen.
    #[default]
    OnScreen,
    /// Numbered lines.
    InLines,
}

/// Condition of the file of the worker's list at the start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum ListFile {
    /// Read, or not there yet.
    #[default]
    Read,
    /// Kept as it was, because it could not be read: the list is empty.
    KeptAside,
}

/// Facts derived from the state between two actions, computed when first asked for: a footer asks a dozen
/// times for the focused link.
#[derive(Debug, Default)]
pub(super) struct Derived {
    /// Links of the document in the reader.
    pub links: OnceCell<Vec<Link>>,
    /// Layout of the screen.
    layout: OnceCell<Option<Layout>>,
}

/// State of the program as shown on the screen.
#[derive(Debug)]
pub struct App {
    /// Directory and guide.
    pub(super) content: Rc<Content>,
    /// Preferences in force: language, region, appearance.
    pub(super) preferences: Preferences,
    /// Size of the screen.
    pub(super) size: Size,
    /// Index of the open tab.
    pub(super) tab: usize,
    /// Screens of all tabs.
    pub(super) tabs: Tabs,
    /// True if the last written text was cut.
    pub(super) cut: bool,
    /// Number of links in the visible document.
    pub(super) links: usize,
    /// Facts derived from the state; `None` while an action changes it.
    pub(super) derived: Option<Derived>,
    /// Overlays of the tab, the topmost last.
    pub(super) overlays: Vec<Box<dyn Screen>>,
    /// Places left by following links, the latest last.
    pub(super) trail: Vec<Step>,
    /// Notices in order of display.
    pub(super) notices: Vec<Notice>,
    /// Worker's list as on disk.
    pub(super) list: List,
    /// Numbers that the worker found out of service.
    pub(super) dead: Vec<String>,
    /// Condition of the list's file at the start.
    pub(super) list_file: ListFile,
    /// Lists of the team, read-only.
    pub(super) team: Vec<TeamList>,
    /// Ids of the bookmarked contacts.
    pub(super) starred: HashSet<String>,
    /// Directory and own contacts, prepared for searching.
    pub(super) catalogue: Arc<Catalogue>,
    /// Number of packs already reported as left out of the directory.
    pub(super) left_out: usize,
    /// Name of the worker, on a shared login.
    pub(super) worker: Option<String>,
    /// Folder of exchanged files.
    pub(super) exchange: Exchange,
    /// Creates the time-budget check of a search, so that the screen never waits. The App has no
    /// clock: the runtime supplies the check.
    pub(super) patience: Patience,
    /// Cover over the screen.
    pub(super) cover: Cover,
    /// True for a terminal with ASCII only.
    pub(super) ascii: bool,
    /// Kind of output in this run.
    pub(super) shown: Shown,
    /// Page being written to a file.
    pub(super) writing: Option<PageKind>,
    /// Ids of the contacts marked for a page to hand over.
    pub(super) picked: Vec<String>,
    /// Changes of this session, for undo and redo.
    pub(super) history: History,
    /// Digits typed since the first page, which opened tabs, and the time of the last one; a text may
    /// begin with them.
    pub(super) digits: (String, Timestamp),
    /// True while the question about leaving is shown.
    pub(super) leaving: bool,
    /// Time of the last action; the App has no clock.
    pub(super) now: Timestamp,
    /// Date at the worker's place at that time.
    pub(super) today: Date,
    /// Time zone of the machine; UTC until the runtime sets it.
    pub(super) zone: TimeZone,
}

impl App {
    /// Returns the directory and the guide.
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// Returns the directory and own contacts, prepared for searching.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// Returns the preferences in force.
    pub const fn preferences(&self) -> &Preferences {
        &self.preferences
    }

    /// Returns the size of the screen.
    pub const fn size(&self) -> Size {
        self.size
    }

    /// Returns the worker's list as on disk.
    pub const fn list(&self) -> &List {
        &self.list
    }

    /// Returns the name of the worker, on a shared login.
    pub fn worker(&self) -> Option<&str> {
        self.worker.as_deref()
    }

    /// Returns true if the terminal shows ASCII alone.
    pub const fn is_ascii(&self) -> bool {
        self.ascii
    }

    /// Returns the time zone of the machine.
    pub const fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// Sets the time zone of the machine.
    pub fn set_zone(&mut self, zone: TimeZone) {
        self.zone = zone;
    }

    /// Sets the time-budget check of searches.
    pub const fn set_patience(&mut self, patience: Patience) {
        self.patience = patience;
    }

    /// Returns the language of the screen.
    pub fn language(&self) -> Language {
        self.preferences.language
    }

    /// Returns the region of work; [`Region::Ca`] for all of Canada.
    pub fn region(&self) -> Region {
        self.preferences.region
    }

    /// Returns the town of work in [`Self::region`]; `None` if none is set.
    pub fn place(&self) -> Option<PlaceId> {
        self.preferences.place
    }

    /// Returns the English name of that town, by which numbers are chosen.
    pub fn town_name(&self) -> Option<&'static str> {
        let place = Places::embedded().place(self.place()?);
        Some(place.name.en)
    }

    /// Returns the time zone of that town.
    pub fn town_zone(&self) -> Option<Zone> {
        self.place()
            .map(|place| Places::embedded().place(place).zone)
    }

    /// Returns the worker's region and town, in words.
    pub fn whereabouts(&self) -> String {
        match self.place() {
            Some(place) => self.town_in_words(place),
            None => self.messages().text(&self.region().message_id()),
        }
    }

    /// Returns a town with its region.
    pub fn town_in_words(&self, place: PlaceId) -> String {
        let place = Places::embedded().place(place);
        let region = self.messages().text(&place.region.message_id());
        format!(
            "{region}{}{}",
            self.between(),
            place.name.get(self.language())
        )
    }

    /// Returns the separator of two texts on one line; a screen reader would speak a dot, and so would
    /// output line by line.
    pub fn between(&self) -> &'static str {
        let is_spoken = self.preferences.reader || self.shown == Shown::InLines;
        match (is_spoken, self.ascii) {
            (true, _) => ", ",
            (false, true) => " - ",
            (false, false) => " · ",
        }
    }

    /// Returns the messages in the screen's language.
    pub fn messages(&self) -> &'static Messages {
        Messages::of(self.language())
    }

    /// Returns the context of the focus.
    pub fn context(&self) -> Context {
        if self.leaving {
            Context::Leaving
        } else {
            self.screen().context()
        }
    }

    /// Returns the present layout; `None` on a screen that is too small.
    pub fn layout(&self) -> Option<Layout> {
        let layout = || Layout::of(self.size, self.screen().parts(self));
        match &self.derived {
            Some(derived) => *derived.layout.get_or_init(layout),
            None => layout(),
        }
    }

    /// Calls `tell` with the worker's place and time; does nothing if the embedded content is
    /// damaged.
    pub(in crate::app) fn with_here<T>(
        &self,
        tell: impl FnOnce(Here<'_>, &'static Pathways) -> T,
    ) -> Option<T> {
        let (needs, pathways) = (Needs::shared()?, Pathways::embedded()?);
        let clock = self.clock_here();
        let reported = self.reported();
        let here = Here {
            directory: self.catalogue.directory(),
            needs,
            places: Places::embedded(),
            region: self.region(),
            town: self.place(),
            asking: self.asking(clock.as_ref()),
            language: self.messages().language(),
            reported: &reported,
        };
        Some(tell(here, pathways))
    }

    /// Returns true if a list of contacts and its reader do not fit beside each other.
    pub(super) const fn has_one_column(&self) -> bool {
        self.size.width < BESIDE || self.preferences.reader
    }
}
