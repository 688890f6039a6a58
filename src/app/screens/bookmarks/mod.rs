//! Tab of the worker's own list.

pub(super) mod team;

use unicode_width::UnicodeWidthStr;

use crate::app::action::Effect;
use crate::app::done::Done;
use crate::app::keymap::{Command, Context};
use crate::app::list_rows::MARKER_WIDTH;
use crate::app::notice::Notice;
use crate::app::screen::{Handler, Input, Screen, Tab, handle_tab};
use crate::app::state::{App, ListFile};
use crate::app::subject::{PageKind, Pointed, Subject};
use crate::app::tabs::{Focus, Pane};
use crate::app::view::choice::Choice;
use crate::app::view::layout::{Area, Layout, Parts};
use crate::app::view::listing::{Direction, Listing};
use crate::app::view::{Body, ContactRow, Entry, Foot, Layer, TabView, Whereabouts};
use crate::bookmarks::{Change, Differs, Entry as Bookmark, List};
use crate::document::Role;

/// State of the Bookmarks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BookmarksTab {
    /// List and reader.
    pub(in crate::app) pane: Pane,
    /// Ids of the bookmarks in the order of the list.
    ids: Vec<String>,
    /// Contacts of the team's lists below the bookmarks: the index of the list, and the id.
    team: Vec<(usize, String)>,
    /// Label of the listed bookmarks; `None` for all.
    label: Option<String>,
    /// Id of the bookmark to select as soon as it is listed.
    wanted: Option<String>,
}

impl BookmarksTab {
    /// Returns the ids of the bookmarks in the order of the list.
    pub fn ids(&self) -> &[String] {
        &self.ids
    }

    /// Returns the contacts of the team's lists below the bookmarks, with the index of their list.
    pub fn team(&self) -> &[(usize, String)] {
        &self.team
    }

    /// Selects a bookmark as soon as it is listed.
    pub(in crate::app) fn select_once_listed(&mut self, id: &str) {
        self.wanted = Some(id.to_owned());
    }

    /// Returns the text above the list: the label filter, else the number of bookmarks that differ from
    /// the directory, and the names of the team's lists.
    fn heading(&self, app: &App) -> Option<String> {
        let Some(label) = self.label() else {
            let heading = |changed: Option<String>| {
                // Their rows may be below the window.
                let is_long = self.ids.len() >= usize::from(app.size.height);
                let team = app.team_in_brief().filter(|_| is_long);
                let facts: Vec<String> = [changed, team].into_iter().flatten().collect();
                (!facts.is_empty()).then(|| facts.join(app.between()))
            };
            let room = usize::from(app.size.width.saturating_sub(MARKER_WIDTH));
            let whole = heading(app.bookmarks_changed());
            let fits = |text: &String| text.width() <= room;
            return whole
                .filter(fits)
                .or_else(|| heading(app.bookmarks_changed_in_brief()));
        };
        let label = [("label", label.into())];
        Some(app.messages().format("label-shown", &label))
    }

    /// Returns the label of the listed bookmarks.
    pub fn label(&self) -> Option<&str> {
        self.label.as_deref()
    }
}

impl Screen for BookmarksTab {
    fn context(&self) -> Context {
        match self.pane.focus {
            Focus::Reader => Context::Reading,
            Focus::Field | Focus::List => Context::Bookmarks,
        }
    }

    fn handler(&self) -> Handler {
        handle
    }

    fn body<'a>(&'a self, app: &'a App, _area: Area) -> Body<'a> {
        Body::Tab(TabView {
            search: None,
            label: self.heading(app),
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
        let heads = self.heading(app).is_some() && !(app.has_one_column() && reading);
        let head_rows = u16::from(heads);
        let linear = app.preferences.reader;
        Parts {
            // The list's heading has the position in it.
            head_rows: head_rows + u16::from(linear && !reading),
            list: true,
            contacts: true,
            reading,
            wide: false,
            // Beside an empty list there is nothing to read.
            alone: self.length(app) == 0,
            linear,
        }
    }

    fn foot(&self, app: &App, layout: &Layout) -> Option<Foot> {
        layout.list?;
        let alone = layout.strip.is_none() && layout.reader.is_none();
        let text = app.selected_in_words().filter(|_| alone)?;
        Some(Foot {
            text,
            role: Role::Text,
            free: Some(0),
        })
    }

    fn can(&self, app: &App, command: Command) -> bool {
        match command {
            Command::ClearFilters => self.label.is_some(),
            Command::Back => self.label.is_some() || app.can_anywhere(command),
            _ => app.can_anywhere(command),
        }
    }

    fn as_tab(&self) -> Option<&dyn Tab> {
        Some(self)
    }

    fn as_tab_mut(&mut self) -> Option<&mut dyn Tab> {
        Some(self)
    }

    fn length(&self, _app: &App) -> usize {
        self.ids.len() + self.team.len()
    }

    fn item_rows(&self, app: &App, item: usize, _width: u16) -> (usize, usize, usize) {
        let own = self.ids.len();
        let team = self.team_rows(app);
        let is_it = |row: &ContactRow| *row == ContactRow::Item(item);
        let row = match team.iter().position(is_it) {
            Some(row) => own + row,
            None => item,
        };
        (row, row + 1, own + team.len())
    }

    fn contact_row(&self, app: &App, row: usize) -> Option<ContactRow> {
        match row.checked_sub(self.ids.len()) {
            None => Some(ContactRow::Item(row)),
            Some(row) => self.team_rows(app).into_iter().nth(row),
        }
    }

    fn entry<'a>(&'a self, app: &'a App, index: usize) -> Option<Entry<'a>> {
        let (of_team, id) = self.item(index)?;
        let mut entry = Entry::of(app, id, None, app.place());
        if of_team.is_none() {
            // Every one is a bookmark.
            entry.star = ' ';
        }
        if !app.differences(id).is_empty() && !app.is_picked(id) {
            entry.called = '~';
        }
        let note = app.note_at(index);
        if let Some(first) = note.lines().find(|line| !line.trim().is_empty()) {
            entry.place = Whereabouts::of(first);
        }
        Some(entry)
    }

    fn subject(&self, _app: &App) -> Option<Subject> {
        let id = self.listed_contact()?;
        Some(Subject::Page(PageKind::Card(id.to_owned())))
    }

    fn contact(&self, _app: &App) -> Option<String> {
        self.listed_contact().map(ToOwned::to_owned)
    }

    fn target(&self, app: &App) -> Pointed {
        Pointed::At(app.subject(), app.focused_link())
    }
}

impl Tab for BookmarksTab {
    fn pane(&self) -> &Pane {
        &self.pane
    }

    fn pane_mut(&mut self) -> &mut Pane {
        &mut self.pane
    }

    fn offers(&self, app: &App, command: Command) -> Option<bool> {
        match command {
            Command::MoveUp | Command::MoveDown => {
                Some(self.ids.len() > 1 && self.pane.listing.selected < self.ids.len())
            }
            Command::Filters => Some(!app.list.labels().is_empty()),
            _ => None,
        }
    }

    fn listed_contact(&self) -> Option<&str> {
        let item = self.item(self.pane.listing.selected);
        item.map(|(_, id)| id)
    }
}

fn handle(app: &mut App, input: Input<'_>) -> Option<Vec<Effect>> {
    match input {
        Input::Command(Command::Filters) => app.open_labels(),
        Input::Command(Command::ClearFilters) => app.choose_label(None),
        Input::Command(Command::Back) if app.takes_label_off() => app.choose_label(None),
        _ => return handle_tab(app, input),
    }
    Some(Vec::new())
}

impl App {
    /// Returns the Bookmarks.
    pub fn bookmarks(&self) -> &BookmarksTab {
        self.tabs.only()
    }

    pub(in crate::app) fn bookmarks_mut(&mut self) -> &mut BookmarksTab {
        self.tabs.only_mut()
    }

    /// Returns true if the list shows nothing because its file could not be read.
    pub fn list_is_kept_aside(&self) -> bool {
        self.list_file == ListFile::KeptAside
    }

    /// Returns the differences between a bookmark and the directory. A newer pack or program made them, and
    /// the worker has not accepted them.
    pub fn differences(&self, id: &str) -> Vec<Differs> {
        let Some(entry) = self.list.get(id) else {
            return Vec::new();
        };
        let mut all = Vec::new();
        if !self.is_own(id) {
            let contact = self.contact(id);
            let is_closed = contact.is_none() && self.catalogue.is_closed(id);
            all = entry.differences(contact, is_closed);
        }
        all.extend(self.is_off_team(id).then_some(Differs::OffTeam));
        all
    }

    /// Returns the text that counts the bookmarks that differ from the directory, by kind; `None` without
    /// any.
    pub fn bookmarks_changed(&self) -> Option<String> {
        let bookmarks = self.list.bookmarks().into_iter();
        let all: Vec<Differs> = bookmarks
            .flat_map(|entry| self.differences(&entry.id))
            .collect();
        let count = |kind: &Differs| {
            let count = all.iter().filter(|one| *one == kind).count();
            let words = [("count", count.into())];
            (count > 0).then(|| self.messages().format(kind.count_id(), &words))
        };
        let counts: Vec<String> = Differs::ALL.iter().filter_map(count).collect();
        let what = [("what", counts.join(", ").into())];
        (!counts.is_empty()).then(|| self.messages().format("bookmarks-changed", &what))
    }

    /// Returns the text that counts the bookmarks that differ from the directory; `None` without any.
    fn bookmarks_changed_in_brief(&self) -> Option<String> {
        let bookmarks = self.list.bookmarks().into_iter();
        let differing = bookmarks.filter(|entry| !self.differences(&entry.id).is_empty());
        let count = differing.count();
        let what = [("what", count.to_string().into())];
        (count > 0).then(|| self.messages().format("bookmarks-changed", &what))
    }

    /// Returns true if one step back clears the label filter.
    fn takes_label_off(&self) -> bool {
        let Pane { focus, .. } = self.bookmarks().pane;
        focus == Focus::List && self.bookmarks().label.is_some() && !self.retraces()
    }

    /// Returns the ids of the bookmarked contacts in the worker's order; with a label chosen, only
    /// those with it.
    pub(in crate::app) fn listed_bookmarks(&self) -> Vec<String> {
        let label = self.bookmarks().label.as_ref();
        let listed = |entry: &&Bookmark| label.is_none_or(|label| entry.labels().contains(label));
        self.list
            .bookmarks()
            .into_iter()
            .filter(listed)
            .map(|entry| entry.id.clone())
            .collect()
    }

    /// Takes over the worker's list; the selected bookmark stays selected.
    pub(in crate::app) fn take_list(&mut self, list: List) {
        let tab = self.bookmarks();
        let selected = tab.item(tab.pane.listing.selected);
        let selected = selected.map(|(list, id)| (list, id.to_owned()));
        let is_open = self.is_on::<BookmarksTab>();
        self.set_list(list);
        let tab = self.bookmarks_mut();
        let wanted = tab.wanted.as_ref().and_then(|id| tab.position((None, id)));
        if wanted.is_some() {
            tab.wanted = None;
        }
        let selected = selected.and_then(|(list, id)| {
            // Of a list that is not open, the worker's own come first.
            let stays = is_open || list.is_none();
            if stays {
                tab.position((list, &id))
            } else {
                Some(0)
            }
        });
        if let Some(index) = wanted.or(selected) {
            tab.pane.listing.selected = index;
        }
    }

    /// Moves the selected bookmark one position up or down in the worker's order.
    pub(in crate::app) fn move_bookmark(&mut self, direction: Direction) -> Vec<Effect> {
        let index = self.bookmarks().pane.listing.selected;
        let ids = &self.bookmarks().ids;
        let is_last = match direction {
            Direction::Previous => index == 0,
            Direction::Next => index + 1 >= ids.len(),
        };
        if !self.is_on::<BookmarksTab>() || index >= ids.len() || is_last {
            return Vec::new();
        }
        let id = ids[index].clone();
        let before = match direction {
            Direction::Previous => ids.get(index - 1).cloned(),
            Direction::Next => ids.get(index + 2).cloned(),
        };
        self.change(Change::Move { id, before }, Done::Moved)
    }

    /// Opens the list of labels to filter by.
    fn open_labels(&mut self) {
        if self.list.labels().is_empty() {
            self.announce(Notice::new("notice-no-labels").in_lines("plain-no-labels"));
            return;
        }
        self.open_choice(Choice::Label);
    }

    /// Lists only the bookmarks with this label; `None` lists all.
    pub(in crate::app) fn choose_label(&mut self, label: Option<String>) {
        self.bookmarks_mut().label = label;
        self.bookmarks_mut().pane.listing = Listing::default();
        self.refresh();
    }

    /// Updates the list of bookmarks after a change of the list or the label.
    pub(in crate::app) fn relist_bookmarks(&mut self) {
        let ids = self.listed_bookmarks();
        let team = self.of_team_lists();
        let tab = self.bookmarks_mut();
        tab.ids = ids;
        // The labels are the worker's.
        tab.team = if tab.label.is_none() {
            team
        } else {
            Vec::new()
        };
        if tab.ids.is_empty() && tab.team.is_empty() {
            tab.pane.focus = Focus::List;
        }
    }
}
