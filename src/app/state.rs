//! The App: all that the screen shows, and nothing that touches the world.

use std::collections::HashSet;
use std::rc::Rc;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::catalogue::Catalogue;
use super::content::Content;
use super::keymap::Context;
use super::layout::{Layout, Parts, Size};
use super::listing::Listing;
use super::notice::Notice;
use super::overlay::{Choice, Overlay, PageKind};
use super::region_map::Called;
use super::tabs::{BookmarksTab, DirectoryTab, Focus, GuideTab, Pane, Step, TabId};
use crate::bookmarks::{Change, List};
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

/// What the App is started with.
#[derive(Debug)]
pub struct Start {
    /// Everything there is to show.
    pub content: Rc<Content>,
    /// What she set, or asked for in this run.
    pub preferences: Preferences,
    /// Ask for language and region first.
    pub first_run: bool,
    /// The worker's list, as it is on disk.
    pub list: List,
    /// Whose list it is, on a login that several share.
    pub worker: Option<String>,
    /// The terminal shows ASCII alone.
    pub ascii: bool,
    /// How many copies of her list a sync tool left beside it.
    pub conflicts: usize,
    /// What to say at the start.
    pub notices: Vec<Notice>,
}

/// Everything that the screen shows.
#[derive(Debug)]
pub struct App {
    /// Directory and guide.
    pub content: Rc<Content>,
    /// Her preferences in force: language, region, looks.
    pub preferences: Preferences,
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
    /// The directory and her own contacts, prepared for searching.
    pub catalogue: Arc<Catalogue>,
    /// Whose list it is, on a login that several share.
    pub worker: Option<String>,
    /// Makes a watch that says, while a search goes on, whether it may go on: the screen never waits.
    /// The App has no clock, so the runtime gives it one.
    pub patience: Patience,
    /// The screen is covered: it shows nothing until a key is pressed.
    pub covered: bool,
    /// The letters typed on the map of regions, whether or not they lead anywhere.
    pub typed: String,
    /// The item that was focused there before the first of them.
    pub typed_from: usize,
    /// What these letters name, where a town is among it; listed in the place of the map.
    pub called: Vec<Called>,
    /// The last key asked to paint the screen again: the same once more covers it.
    pub repainted: bool,
    /// The terminal shows ASCII alone.
    pub ascii: bool,
    /// How what there is to show reaches her in this run.
    pub shown: Shown,
    /// What undoes her changes of this session, and what was said of each; the latest last.
    pub undo: Vec<(Change, Notice)>,
    /// What to say of a change when it is on disk.
    pub pending: Option<Notice>,
    /// The time of the last action; the App has no clock of its own.
    pub now: Timestamp,
    /// Her day at that time.
    pub today: Date,
    /// The time zone of the machine; that of the world until the runtime gives it one.
    pub zone: TimeZone,
}

impl App {
    /// An App at its first screen.
    pub fn new(start: Start) -> Self {
        let guide = |tab: TabId| GuideTab {
            pane: Pane::default(),
            topics: super::topics::listed(&start.content, tab, start.preferences.region),
        };
        let catalogue = Arc::clone(&start.content.catalogue);
        let mut app = Self {
            guides: [
                guide(TabId::Reporting),
                guide(TabId::VictimServices),
                guide(TabId::RestorativeJustice),
            ],
            catalogue: Arc::clone(&catalogue),
            content: start.content,
            worker: start.worker,
            patience: Patience::default(),
            covered: false,
            typed: String::new(),
            typed_from: 0,
            called: Vec::new(),
            repainted: false,
            ascii: start.ascii,
            shown: Shown::default(),
            undo: Vec::new(),
            pending: None,
            now: Timestamp::UNIX_EPOCH,
            today: Date::default(),
            zone: TimeZone::UTC,
            preferences: start.preferences,
            size: Size {
                width: 80,
                height: 24,
            },
            tab: TabId::Reporting,
            directory: DirectoryTab::new(catalogue),
            bookmarks: BookmarksTab::default(),
            overlays: Vec::new(),
            trail: Vec::new(),
            notices: start.notices,
            list: List::default(),
            starred: HashSet::new(),
        };
        app.set_list(start.list);
        if start.conflicts > 0 {
            let choice = Choice::Conflicts(start.conflicts);
            app.overlays
                .push(Overlay::Picker(choice, Listing::default()));
        }
        if start.first_run {
            let selected = Region::ALL
                .into_iter()
                .position(|region| region == start.preferences.region);
            app.overlays
                .push(Overlay::Welcome(Listing::at(selected.unwrap_or(0))));
        }
        app
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
            Some(Overlay::Settings(_)) => Context::Settings,
            Some(Overlay::Picker(choice, _)) if choice.is_of_regions() => Context::Map,
            Some(Overlay::Picker(..)) => Context::Picker,
            Some(Overlay::Editor(_)) => Context::Editor,
            Some(Overlay::OwnForm(_)) => Context::OwnForm,
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

    /// Whether something is read in both languages.
    pub fn reads_both(&self) -> bool {
        matches!(
            self.overlays.last(),
            Some(Overlay::Page(
                PageKind::TopicInBoth(_) | PageKind::CardInBoth(_),
                _
            ))
        )
    }

    fn parts(&self) -> Parts {
        let reading = self.pane().focus == Focus::Reader;
        if !self.overlays.is_empty() {
            return Parts {
                head_rows: 0,
                list: false,
                contacts: false,
                reading: true,
                wide: self.reads_both(),
                linear: self.preferences.reader,
            };
        }
        let linear = self.preferences.reader;
        let one_column = self.size.width < super::layout::CARD_BESIDE || linear;
        let head_rows = match self.tab {
            TabId::Directory if !(one_column && reading) => {
                let filters = self.filter_rows(self.size.width).len();
                u16::try_from(filters).unwrap_or(0).saturating_add(1)
            }
            TabId::Bookmarks if !(one_column && reading) => {
                u16::from(self.bookmarks.label.is_some())
            }
            _ => 0,
        };
        Parts {
            // The list's heading says where she is in it.
            head_rows: head_rows + u16::from(linear && !reading),
            list: true,
            contacts: self.tab.guide_place().is_none(),
            reading,
            wide: false,
            linear: self.preferences.reader,
        }
    }
}
