//! Directory: a search field, filters, and the hits.

mod narrowing;
mod searching;
mod ways_out;

use std::collections::HashSet;
use std::sync::Arc;

use jiff::Timestamp;

use crate::app::action::Effect;
use crate::app::content::Content;
use crate::app::keymap::{Command, Context};
use crate::app::screen::{Handler, Input, Screen, Tab, handle_tab};
use crate::app::state::App;
use crate::app::subject::{PageKind, Pointed, Subject};
use crate::app::tabs::{Focus, Pane};
use crate::app::view::field::Field;
use crate::app::view::layout::{Area, INDENTED, Layout, Parts};
use crate::app::view::listing::Direction;
use crate::app::view::{Body, Entry, Foot, Layer, Search, TabView};
use crate::assets::{Catalogue, Found};
use crate::directory::Filters;
use crate::document::Role;
use crate::search::{Hits, Reason};

/// Columns in the row above the footer for the amount of text below.
const BELOW: u16 = 20;

/// State of the Directory.
#[derive(Clone, Debug)]
pub struct DirectoryTab {
    /// List and reader.
    pub pane: Pane,
    /// Search field.
    pub field: Field,
    /// Filters of the listed contacts.
    pub filters: Filters,
    /// True to search for the words alone: the worker rejected the recognized need.
    pub words_only: bool,
    /// Hits in the order of the list.
    pub hits: Hits,
    /// Bookmarks that come first among hits of the same rank, as of the first search with this text,
    /// these filters and this place: a bookmark set later moves no row. `None` before that search.
    pub(in crate::app) preferred: Option<HashSet<String>>,
    /// Catalogue of the hits: their indices are meaningless in another.
    pub catalogue: Arc<Catalogue>,
    /// Number of further contacts with unknown hours, left out of a search for open ones.
    pub unknown_hours: usize,
    /// Time of the last evaluation of open states.
    pub asked_at: Timestamp,
    /// True if the hits are outdated; the search runs once the tab is open.
    pub stale: bool,
}

impl DirectoryTab {
    /// Creates the tab before its first search, with the field focused.
    pub(in crate::app) fn new(content: &Content) -> Self {
        Self {
            pane: Pane {
                focus: Focus::Field,
                ..Pane::default()
            },
            field: Field::default(),
            filters: Filters::default(),
            hits: Hits::default(),
            words_only: false,
            preferred: None,
            catalogue: Arc::clone(&content.catalogue),
            unknown_hours: 0,
            asked_at: Timestamp::default(),
            stale: false,
        }
    }

    /// Returns the hit at an index of the list.
    pub fn found(&self, index: usize) -> Option<Found<'_>> {
        let hit = self.hits.hits.get(index)?;
        self.catalogue.found(hit)
    }

    /// Returns all hits in the order of the list.
    pub fn listed(&self) -> impl Iterator<Item = Found<'_>> {
        (0..self.hits.hits.len()).map_while(|index| self.found(index))
    }

    /// Returns the selected hit.
    pub(in crate::app) fn selected(&self) -> Option<Found<'_>> {
        self.found(self.pane.listing.selected)
    }
}

impl Screen for DirectoryTab {
    fn context(&self) -> Context {
        match self.pane.focus {
            Focus::Field => Context::Field,
            Focus::List => Context::Contacts,
            Focus::Reader => Context::Reading,
        }
    }

    fn handler(&self) -> Handler {
        handle
    }

    fn body<'a>(&'a self, app: &'a App, _area: Area) -> Body<'a> {
        let count = [("count", self.hits.total.into())];
        Body::Tab(TabView {
            search: Some(Search {
                field: &self.field,
                focused: self.pane.focus == Focus::Field,
                label: self.label(app),
                hints: ["search-hint", "search-hint-short"],
                count: app.messages().format("found", &count),
            }),
            label: None,
            listing: self.pane.listing,
            list_has_focus: self.pane.focus == Focus::List,
            reader_has_focus: self.reads(),
            words: false,
        })
    }

    fn layer(&self) -> Layer {
        Layer::Tab
    }

    fn parts(&self, app: &App) -> Parts {
        let reading = self.reads();
        let head_rows = if app.has_one_column() && reading {
            0
        } else {
            let filters = app.filter_rows(app.size.width).len();
            u16::try_from(filters).unwrap_or(0).saturating_add(1)
        };
        let linear = app.preferences.reader;
        Parts {
            // The list's heading has the position in it.
            head_rows: head_rows + self.heading_rows(app),
            list: true,
            contacts: true,
            reading,
            wide: false,
            alone: false,
            linear,
        }
    }

    /// Returns the reason of the selected hit, shown under its card.
    fn foot(&self, app: &App, layout: &Layout) -> Option<Foot> {
        layout.list?;
        if layout.strip.is_some() {
            return None;
        }
        let name = || app.selected_in_words().filter(|_| layout.reader.is_none());
        // For a screen reader the reason stands above the list; a narrow list lacks columns, which
        // matter more than the reason.
        let says_why = !app.preferences.reader && app.size.width >= INDENTED;
        let why = app.reason_in_words().filter(|_| says_why);
        let (text, free) = match why {
            Some(why) => (why, BELOW),
            None => (name()?, 0),
        };
        Some(Foot {
            text,
            role: Role::Text,
            free: Some(free),
        })
    }

    fn can(&self, app: &App, command: Command) -> bool {
        match command {
            Command::CaretLeft => self.field.is_selected(),
            Command::DeleteBefore => app.filter_before_caret().is_some() || app.may_take_need_off(),
            Command::ToResults => self.leads_on(),
            Command::Open if self.pane.focus == Focus::Field => self.leads_on(),
            Command::Back => self.has_words() || app.can_anywhere(command),
            Command::Filters => true,
            Command::ClearFilters => {
                !self.filters.is_empty() || (self.pane.focus == Focus::List && self.has_words())
            }
            _ => app.can_anywhere(command),
        }
    }

    fn footer_word(&self, _app: &App, command: Command) -> Option<&'static str> {
        match command {
            Command::Back if self.clears_first() => Some("footer-clear-field"),
            Command::ClearFilters if self.filters.is_empty() => Some("footer-clear-words"),
            _ => None,
        }
    }

    fn as_tab(&self) -> Option<&dyn Tab> {
        Some(self)
    }

    fn as_tab_mut(&mut self) -> Option<&mut dyn Tab> {
        Some(self)
    }

    fn length(&self, _app: &App) -> usize {
        self.hits.hits.len()
    }

    fn item_rows(&self, _app: &App, item: usize, _width: u16) -> (usize, usize, usize) {
        (item, item + 1, self.hits.hits.len())
    }

    fn entry<'a>(&'a self, app: &'a App, index: usize) -> Option<Entry<'a>> {
        let hit = self.hits.hits.get(index)?;
        let from = self.hits.named_town().or(app.place());
        let mut entry = match self.found(index)? {
            Found::Contact(id) => Entry::of(app, id, hit.km, from),
            Found::Topic(topic) => Entry::of_topic(app, topic),
        };
        // Marking a single letter in every name says nothing, and is expensive on a slow link.
        if self.field.text().trim().chars().nth(1).is_some() && !entry.is_translated {
            entry.spans = &hit.spans;
        }
        Some(entry)
    }

    fn field_mut(&mut self) -> Option<&mut Field> {
        Some(&mut self.field)
    }

    fn subject(&self, _app: &App) -> Option<Subject> {
        Some(match self.selected() {
            None => Subject::NothingFound,
            Some(Found::Topic(topic)) => Subject::Topic(topic.id.clone()),
            Some(Found::Contact(id)) => Subject::Page(PageKind::Card(id.to_owned())),
        })
    }

    fn contact(&self, _app: &App) -> Option<String> {
        self.listed_contact().map(ToOwned::to_owned)
    }

    fn target(&self, app: &App) -> Pointed {
        Pointed::At(app.subject(), app.focused_link())
    }
}

impl Tab for DirectoryTab {
    fn pane(&self) -> &Pane {
        &self.pane
    }

    fn pane_mut(&mut self) -> &mut Pane {
        &mut self.pane
    }

    fn enter(&mut self) {
        // The next typed letters change the search.
        self.pane.focus = Focus::Field;
        self.field.select();
    }

    fn listed_contact(&self) -> Option<&str> {
        match self.selected()? {
            Found::Contact(id) => Some(id),
            Found::Topic(_) => None,
        }
    }
}

impl DirectoryTab {
    /// Returns true if the search has words.
    pub(in crate::app) fn has_words(&self) -> bool {
        !self.field.text().trim().is_empty()
    }

    /// Returns the message before the field. In a narrow window it gives way to typed words.
    fn label(&self, app: &App) -> Option<&'static str> {
        let gives_way = app.size.width < INDENTED && !app.preferences.reader;
        (self.field.text().is_empty() || !gives_way).then_some("search-label")
    }

    /// Returns the number of rows for a screen reader above the list.
    fn heading_rows(&self, app: &App) -> u16 {
        let shown = app.preferences.reader && !self.reads();
        let rows = if shown { app.list_heading().len() } else { 0 };
        u16::try_from(rows).unwrap_or(0)
    }

    /// Returns true if there is a hit, or a way out of a search without one.
    fn leads_on(&self) -> bool {
        !self.hits.hits.is_empty() || !self.hits.suggestions.is_empty()
    }

    /// Returns true if the next letter starts another search.
    fn clears_on_letter(&self) -> bool {
        let begins = self.field.text().is_empty() || self.field.is_selected();
        self.pane.focus == Focus::Field && begins
    }

    /// Returns true if one step back first clears the search field.
    fn clears_first(&self) -> bool {
        self.pane.focus == Focus::Field && !self.field.text().is_empty()
    }

    /// Returns true if one step back moves into the search field, to change the search.
    fn goes_back_to_field(&self) -> bool {
        let at_list = self.pane.focus == Focus::List;
        let reads_nothing = self.pane.focus == Focus::Reader && self.hits.hits.is_empty();
        self.has_words() && (at_list || reads_nothing)
    }
}

fn handle(app: &mut App, input: Input<'_>) -> Option<Vec<Effect>> {
    match input {
        Input::Command(command) => return obey(app, command),
        // No search begins with this sign.
        Input::Letters("?") if app.directory().field.text().is_empty() => {
            app.open_page(PageKind::Help);
        }
        // `/` pressed again in the field is not text.
        Input::Letters("/") if app.directory().clears_on_letter() => {}
        Input::Inserted => {
            // More words may describe a need again.
            app.directory_mut().words_only = false;
            app.find_again();
        }
        Input::Edited => app.find_again(),
        Input::Letters(_) | Input::Text(_) => return None,
    }
    Some(Vec::new())
}

fn obey(app: &mut App, command: Command) -> Option<Vec<Effect>> {
    let empty = app.directory().field.text().is_empty();
    match command {
        Command::Back if app.directory().clears_first() => app.clear_search(),
        Command::Back if app.directory().goes_back_to_field() && !app.retraces() => {
            let pane = app.pane_mut();
            pane.reader.link = None;
            pane.focus = Focus::Field;
        }
        Command::Filters => app.open_filters(),
        Command::ClearFilters => {
            // Without a filter, clears the words.
            if app.directory().filters.is_empty() {
                app.directory_mut().field.clear();
            }
            app.clear_filters();
        }
        Command::ToResults => app.go_to_results(),
        Command::Open if app.directory().hits.hits.is_empty() && app.is_typing() => {
            app.go_to_results();
        }
        // In an empty search field the caret cannot move.
        Command::CaretLeft if empty => app.neighbour(Direction::Previous),
        Command::CaretRight if empty => app.neighbour(Direction::Next),
        Command::DeleteBefore if app.remove_filter_before_caret() => {}
        Command::Open if app.open_found_topic() => {}
        Command::Open => {
            app.directory_mut().field.deselect();
            return handle_tab(app, Input::Command(command));
        }
        _ => return handle_tab(app, Input::Command(command)),
    }
    Some(Vec::new())
}

impl App {
    /// Returns the Directory.
    pub fn directory(&self) -> &DirectoryTab {
        self.tabs.only()
    }

    /// Returns the Directory, mutable.
    pub(in crate::app) fn directory_mut(&mut self) -> &mut DirectoryTab {
        self.tabs.only_mut()
    }

    /// Returns the reason of the selected hit; `None` if its name shows it.
    pub fn reason(&self) -> Option<Reason> {
        self.reason_of(self.directory().pane.listing.selected)
    }

    /// Returns the reason of the hit at an index of the list; `None` if its name shows it.
    pub fn reason_of(&self, index: usize) -> Option<Reason> {
        let DirectoryTab {
            hits, catalogue, ..
        } = self.directory();
        catalogue.index().reason(hits, index, self.language())
    }

    fn clear_search(&mut self) {
        self.directory_mut().field.clear();
        self.find_again();
    }
}
