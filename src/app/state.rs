//! The App: all that the screen shows, and nothing that touches the world.

use std::collections::HashSet;
use std::rc::Rc;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::catalogue::Catalogue;
use super::content::Content;
use super::cover::Cover;
use super::history::History;
use super::keymap::Context;
use super::layout::{BESIDE, Layout, Size};
use super::notice::Notice;
use super::screen::Screen;
use super::subject::PageKind;
use super::tabs::{Step, Tabs};
use crate::bookmarks::List;
use crate::directory::Region;
use crate::directory::hours::Zone;
use crate::i18n::{Language, Messages};
use crate::places::{PlaceId, Places};
use crate::settings::Preferences;

/// Makes the watch of one search.
#[derive(Clone, Copy)]
pub struct Patience(pub fn() -> Box<dyn Fn() -> bool>);

impl Default for Patience {
    /// Endless: the search goes on to its end.
    fn default() -> Self {
        Self(|| Box::new(|| true))
    }
}

impl std::fmt::Debug for Patience {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Patience")
    }
}

/// How what there is to show reaches the worker.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// On a screen.
    #[default]
    OnScreen,
    /// In numbered lines.
    InLines,
}

/// Everything that the screen shows.
#[derive(Debug)]
pub struct App {
    /// Directory and guide.
    pub(super) content: Rc<Content>,
    /// Her preferences in force: language, region, looks.
    pub(super) preferences: Preferences,
    /// The screen's size.
    pub(super) size: Size,
    /// Index of the tab that is open.
    pub(super) tab: usize,
    /// The screens of all tabs.
    pub(super) tabs: Tabs,
    /// The end of the text that was written last was left out.
    pub(super) cut: bool,
    /// The number of links of what is read on the screen.
    pub(super) links: usize,
    /// What lies over the tab, the topmost last.
    pub(super) overlays: Vec<Box<dyn Screen>>,
    /// The places that links led away from, the latest last.
    pub(super) trail: Vec<Step>,
    /// What happened, the first to be read first.
    pub(super) notices: Vec<Notice>,
    /// The worker's list, as it is on disk.
    pub(super) list: List,
    /// Ids of the bookmarked contacts.
    pub(super) starred: HashSet<String>,
    /// The directory and her own contacts, prepared for searching.
    pub(super) catalogue: Arc<Catalogue>,
    /// Whose list it is, on a login that several share.
    pub(super) worker: Option<String>,
    /// Makes a watch that says, while a search goes on, whether it may go on: the screen never waits.
    /// The App has no clock, so the runtime gives it one.
    pub(super) patience: Patience,
    /// The cover over everything.
    pub(super) cover: Cover,
    /// The terminal shows ASCII alone.
    pub(super) ascii: bool,
    /// How what there is to show reaches her in this run.
    pub(super) shown: Shown,
    /// The page that is being written to a file.
    pub(super) writing: Option<PageKind>,
    /// Ids of the contacts that are marked for a page to hand over.
    pub(super) picked: Vec<String>,
    /// Her changes of this session, to take back and to make again.
    pub(super) history: History,
    /// The question whether to leave is asked.
    pub(super) leaving: bool,
    /// What to say of a change when it is on disk.
    pub(super) pending: Option<Notice>,
    /// The time of the last action; the App has no clock of its own.
    pub(super) now: Timestamp,
    /// Her day at that time.
    pub(super) today: Date,
    /// The time zone of the machine; that of the world until the runtime gives it one.
    pub(super) zone: TimeZone,
}

impl App {
    /// Returns the directory and the guide.
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// Returns the directory and her own contacts, prepared for searching.
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

    /// Returns the worker's list, as it is on disk.
    pub const fn list(&self) -> &List {
        &self.list
    }

    /// Returns whose list it is, on a login that several share.
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

    /// Sets what says, while a search goes on, whether it may go on.
    pub const fn set_patience(&mut self, patience: Patience) {
        self.patience = patience;
    }

    /// The language of the screen.
    pub fn language(&self) -> Language {
        self.preferences.language
    }

    /// Where the worker works; [`Region::Ca`] for all of Canada.
    pub fn region(&self) -> Region {
        self.preferences.region
    }

    /// The town where the worker works, in [`Self::region`]; `None` where she named none.
    pub fn place(&self) -> Option<PlaceId> {
        self.preferences.place
    }

    /// The time zone of that town.
    pub fn town_zone(&self) -> Option<Zone> {
        self.place()
            .map(|place| Places::embedded().place(place).zone)
    }

    /// Where the worker works, in words: her region and her town.
    pub fn whereabouts(&self) -> String {
        match self.place() {
            Some(place) => self.town_in_words(place),
            None => self.messages().text(&self.region().message_id()),
        }
    }

    /// A town behind its region.
    pub fn town_in_words(&self, place: PlaceId) -> String {
        let place = Places::embedded().place(place);
        let region = self.messages().text(&place.region.message_id());
        format!(
            "{region}{}{}",
            self.between(),
            place.name.get(self.language())
        )
    }

    /// What stands between two words of one line: a dot between two words is read aloud as one.
    pub fn between(&self) -> &'static str {
        match (self.preferences.reader, self.ascii) {
            (true, _) => ", ",
            (false, true) => " - ",
            (false, false) => " · ",
        }
    }

    /// The words of the screen's language.
    pub fn messages(&self) -> &'static Messages {
        Messages::of(self.language())
    }

    /// Where the focus is.
    pub fn context(&self) -> Context {
        if self.leaving {
            Context::Leaving
        } else {
            self.screen().context()
        }
    }

    /// Where everything stands now; `None` on a screen too small for it.
    pub fn layout(&self) -> Option<Layout> {
        Layout::of(self.size, self.screen().parts(self))
    }

    /// Returns true if a list of contacts and what is read of it do not stand beside each other.
    pub(super) const fn has_one_column(&self) -> bool {
        self.size.width < BESIDE || self.preferences.reader
    }
}
