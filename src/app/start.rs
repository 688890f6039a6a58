//! Initial state of the App.

use std::collections::HashSet;
use std::rc::Rc;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::content::Content;
use super::cover::Cover;
use super::history::History;
use super::notice::Notice;
use super::screens::regions::Welcome;
use super::screens::{self, TabId};
use super::state::{App, ListFile, Patience, Shown};
use super::subject::papers::Exchange;
use super::view::choice::Choice;
use super::view::layout::Size;
use crate::bookmarks::{List, TeamList};
use crate::settings::Preferences;

/// Initial data of the App.
#[derive(Debug)]
pub struct Start {
    /// Directory and guide.
    pub content: Rc<Content>,
    /// Preferences from the settings or the arguments of this run.
    pub preferences: Preferences,
    /// True to ask for language and region first.
    pub first_run: bool,
    /// Worker's list as on disk.
    pub list: List,
    /// True if the list is empty because its file could not be read.
    pub kept_aside: bool,
    /// Name of the worker, on a shared login.
    pub worker: Option<String>,
    /// Folder of exchanged files.
    pub exchange: Exchange,
    /// True for a terminal with ASCII only.
    pub ascii: bool,
    /// Number of conflict copies of the list left by a sync tool.
    pub conflicts: usize,
    /// Notices at the start.
    pub notices: Vec<Notice>,
}

impl Start {
    /// Returns a start with default preferences, an empty list and nothing to report.
    pub fn of(content: Rc<Content>) -> Self {
        Self {
            content,
            preferences: Preferences::default(),
            first_run: false,
            list: List::default(),
            kept_aside: false,
            worker: None,
            exchange: Exchange::default(),
            ascii: false,
            conflicts: 0,
            notices: Vec::new(),
        }
    }
}

impl App {
    /// Creates an App with its first screen.
    pub fn new(start: Start) -> Self {
        let catalogue = Arc::clone(&start.content.catalogue);
        let mut app = Self {
            tabs: screens::tabs(&start.content, start.preferences.region),
            catalogue,
            left_out: 0,
            content: start.content,
            worker: start.worker,
            exchange: start.exchange,
            patience: Patience::default(),
            cover: Cover::default(),
            ascii: start.ascii,
            shown: Shown::default(),
            writing: None,
            picked: Vec::new(),
            digits: <(String, Timestamp)>::default(),
            history: History::default(),
            leaving: false,
            now: Timestamp::UNIX_EPOCH,
            today: Date::default(),
            zone: TimeZone::UTC,
            preferences: start.preferences,
            size: Size {
                width: 80,
                height: 24,
            },
            tab: usize::from(TabId::Reporting.digit()),
            cut: false,
            links: 0,
            derived: None,
            overlays: Vec::new(),
            trail: Vec::new(),
            notices: start.notices,
            list: List::default(),
            list_file: if start.kept_aside {
                ListFile::KeptAside
            } else {
                ListFile::Read
            },
            team: Vec::new(),
            dead: Vec::new(),
            starred: HashSet::new(),
        };
        app.set_list(start.list);
        if start.conflicts > 0 {
            app.open_choice(Choice::Conflicts(start.conflicts));
        }
        if start.first_run {
            let welcome = Welcome::at(start.preferences.region);
            app.lay_over(welcome);
        }
        app
    }

    /// Adds the lists of the team, with their own contacts.
    #[must_use]
    pub fn with_team_lists(mut self, team: Vec<TeamList>) -> Self {
        self.team = team;
        self.set_list(self.list.clone());
        self
    }
}
