//! The App at its start.

use std::collections::HashSet;
use std::rc::Rc;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::choice::Choice;
use super::content::Content;
use super::cover::Cover;
use super::history::History;
use super::layout::Size;
use super::notice::Notice;
use super::screens::regions::Welcome;
use super::screens::{self, TabId};
use super::state::{App, Patience, Shown};
use crate::bookmarks::List;
use crate::settings::Preferences;

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

impl App {
    /// An App at its first screen.
    pub fn new(start: Start) -> Self {
        let catalogue = Arc::clone(&start.content.catalogue);
        let mut app = Self {
            tabs: screens::tabs(&start.content, start.preferences.region),
            catalogue,
            content: start.content,
            worker: start.worker,
            patience: Patience::default(),
            cover: Cover::default(),
            ascii: start.ascii,
            shown: Shown::default(),
            writing: None,
            picked: Vec::new(),
            history: History::default(),
            leaving: false,
            pending: None,
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
            overlays: Vec::new(),
            trail: Vec::new(),
            notices: start.notices,
            list: List::default(),
            starred: HashSet::new(),
        };
        app.set_list(start.list);
        if start.conflicts > 0 {
            app.open_choice(Choice::Conflicts(start.conflicts), 0);
        }
        if start.first_run {
            let welcome = Welcome::at(start.preferences.region);
            app.lay_over(welcome);
        }
        app
    }
}
