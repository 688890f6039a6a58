//! First page: a description of the situation, or a number to call.

mod opening;
mod passed_over;
mod spacing;
mod words;

use jiff::Timestamp;

use crate::app::action::Effect;
use crate::app::keymap::{Command, Context};
use crate::app::list_rows::{Beside, ListRow, SPOKEN, push_item, push_words};
use crate::app::screen::{Handler, Input, Screen, Tab};
use crate::app::state::App;
use crate::app::subject::{PageKind, Pointed, Subject};
use crate::app::tabs::Pane;
use crate::app::view::field::Field;
use crate::app::view::layout::{Area, Layout, Parts, WIDE};
use crate::app::view::{Body, Foot, Layer, Search, TabView};
use crate::directory::Region;
use crate::needs::Needs;
use crate::pathways::{CallKind, Pathways};
use spacing::Spacing;

/// Least width for complete texts and for headings of the parts.
const COMPLETE: u16 = 60;
/// Number of listed bookmarks.
const BOOKMARKS: usize = 2;

/// State of the first page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NowTab {
    pane: Pane,
    /// Always empty: the first letter goes to the Directory.
    field: Field,
    rows: Vec<NowRow>,
    /// Time of the last evaluation of open states.
    asked_at: Timestamp,
    /// True if the items are outdated for another reason than the clock.
    stale: bool,
}

/// Item of the first page.
#[derive(Clone, Debug, PartialEq, Eq)]
enum NowRow {
    /// Questions.
    Steps,
    /// Kind of help, by its index in [`crate::pathways::Now::call`], with the contact.
    Call(usize, String),
    /// Kind of help whose number depends on the town, by its index in the same list. Enter lists who
    /// answers where.
    ByTown(usize),
    /// Bookmark.
    Bookmark(String),
    /// Need, by its index.
    Need(usize),
}

impl NowRow {
    /// Returns true for the same item, whoever answers a kind of help now.
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Call(one, _), Self::Call(other, _)) => one == other,
            _ => self == other,
        }
    }
}

impl NowTab {
    /// Creates the page before anything is listed.
    pub(in crate::app) fn new() -> Self {
        Self {
            stale: true,
            ..Self::default()
        }
    }

    fn selected(&self) -> Option<&NowRow> {
        self.rows.get(self.pane.listing.selected)
    }
}

impl Screen for NowTab {
    fn context(&self) -> Context {
        Context::Now
    }

    fn handler(&self) -> Handler {
        handle
    }

    fn body<'a>(&'a self, _app: &'a App, _area: Area) -> Body<'a> {
        Body::Tab(TabView {
            search: Some(Search {
                field: &self.field,
                focused: false,
                label: Some("now-label"),
                hints: ["now-hint", "now-hint-short"],
                count: String::new(),
            }),
            label: None,
            listing: self.pane.listing,
            list_has_focus: true,
            reader_has_focus: false,
            words: true,
        })
    }

    fn layer(&self) -> Layer {
        Layer::Tab
    }

    fn foot(&self, app: &App, layout: &Layout) -> Option<Foot> {
        app.foot_of_passed_over(self.selected(), layout)
            .or_else(|| app.foot_of_doubt(self.contact(app), layout))
    }

    fn parts(&self, app: &App) -> Parts {
        Parts {
            head_rows: 1 + u16::from(app.preferences.reader),
            list: true,
            contacts: app.size.width >= WIDE,
            alone: app.size.width < WIDE,
            linear: app.preferences.reader,
            ..Parts::default()
        }
    }

    fn can(&self, app: &App, command: Command) -> bool {
        match command {
            Command::Back | Command::NextPane => false,
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
        self.rows.len()
    }

    fn rows(&self, app: &App, width: u16) -> Vec<ListRow> {
        let mut rows = Vec::new();
        let messages = app.messages();
        let is_need = |row: &NowRow| matches!(row, NowRow::Need(_));
        let first_need = self.rows.iter().position(is_need);
        let first_need = first_need.unwrap_or(self.rows.len());
        let needs = self.rows.len() - first_need;
        // The order runs down the left column, then down the right one.
        let is_wide = (TWO_COLUMNS..SPOKEN).contains(&width);
        let columns = 1 + usize::from(is_wide && !app.preferences.reader);
        let down = needs.div_ceil(columns);
        let air = if width < SPOKEN {
            Spacing::of(app, first_need + down)
        } else {
            Spacing::default()
        };
        let empty = |rows: &mut Vec<ListRow>, count: usize| {
            let row = || ListRow::heading(String::new());
            rows.extend(std::iter::repeat_with(row).take(count));
        };
        let heading = |rows: &mut Vec<ListRow>, id: &str, air: usize| {
            empty(rows, air);
            // A narrow screen needs its rows for the numbers.
            if width >= COMPLETE {
                rows.push(ListRow::heading(messages.text(id)));
            }
        };
        empty(&mut rows, air.below_field);
        let is_call = |row: &NowRow| matches!(row, NowRow::Call(..) | NowRow::ByTown(_));
        let first_call = self.rows.iter().position(is_call);
        for (item, row) in self.rows[..first_need].iter().enumerate() {
            if Some(item) == first_call {
                let is_anywhere = app.region() == Region::Ca && width < SPOKEN;
                let id = ["now-call", "now-call-canada"][usize::from(is_anywhere)];
                heading(&mut rows, id, air.above_calls);
            }
            // Plain mode has no column for the mark of a bookmark.
            let is_bookmark = |row: &NowRow| matches!(row, NowRow::Bookmark(_));
            if width > SPOKEN && is_bookmark(row) && !is_bookmark(&self.rows[item - 1]) {
                rows.push(ListRow::heading(messages.text("tab-bookmarks")));
            }
            push_words(&mut rows, item, app.now_row(row, width), width);
        }
        if needs > 0 {
            heading(&mut rows, "now-needs", air.above_needs);
        }
        for left in first_need..first_need + down {
            let text = |item: usize| app.now_row(&self.rows[item], width).text;
            push_item(&mut rows, left, &text(left), width);
            let right = left + down;
            if let (Some(row), true) = (rows.last_mut(), right < self.rows.len()) {
                row.beside = Some(Beside {
                    item: right,
                    column: width.min(LONGEST) / 2 + 1,
                    text: text(right),
                });
            }
        }
        rows
    }

    /// Returns the subject that Enter opens.
    fn subject(&self, _app: &App) -> Option<Subject> {
        Some(match self.selected()? {
            NowRow::Steps => Subject::Questions,
            NowRow::Call(_, id) | NowRow::Bookmark(id) => Subject::Page(PageKind::Card(id.clone())),
            NowRow::ByTown(kind) => Subject::Need(need_of(*kind)?),
            NowRow::Need(need) => Subject::Need(*need),
        })
    }

    fn contact(&self, _app: &App) -> Option<String> {
        match self.selected()? {
            NowRow::Call(_, id) | NowRow::Bookmark(id) => Some(id.clone()),
            NowRow::Steps | NowRow::ByTown(_) | NowRow::Need(_) => None,
        }
    }

    fn target(&self, app: &App) -> Pointed {
        let words = self.selected().map(|row| app.now_row(row, u16::MAX).text);
        Pointed::Item(words.unwrap_or_default())
    }
}

/// Least width for the needs in two columns.
const TWO_COLUMNS: u16 = 70;
/// Greatest width that is divided between the two columns.
const LONGEST: u16 = 80;
impl Tab for NowTab {
    fn pane(&self) -> &Pane {
        &self.pane
    }

    fn pane_mut(&mut self) -> &mut Pane {
        &mut self.pane
    }

    fn enter(&mut self) {
        self.stale = true;
    }
}

fn handle(app: &mut App, input: Input<'_>) -> Option<Vec<Effect>> {
    match input {
        Input::Command(Command::Open) => app.open_now_row(),
        Input::Letters(letters) | Input::Text(letters) => {
            app.search_from_anywhere();
            app.type_text(letters);
        }
        Input::Command(Command::NextPane | Command::PreviousPane) => {}
        Input::Command(_) | Input::Edited | Input::Inserted => return None,
    }
    Some(Vec::new())
}

/// Returns a kind of help by its place in [`crate::pathways::Now::call`].
fn kind(number: usize) -> Option<&'static CallKind> {
    Pathways::embedded()?.now().call.get(number)
}

/// Returns the kind of help for a need, by its place in the list of needs.
pub(in crate::app::screens) fn kind_of(need: usize) -> Option<&'static CallKind> {
    let need = Needs::shared()?.at(need)?;
    let mut kinds = Pathways::embedded()?.now().call.iter();
    kinds.find(|kind| kind.need == need.id)
}

/// Returns the place in the list of needs of what a kind of help is for.
fn need_of(number: usize) -> Option<usize> {
    Needs::shared()?.place(&kind(number)?.need)
}

impl App {
    fn now_tab(&self) -> &NowTab {
        self.tabs.only()
    }

    fn now_tab_mut(&mut self) -> &mut NowTab {
        self.tabs.only_mut()
    }

    /// Marks the first page as outdated.
    pub(in crate::app) fn list_now_again(&mut self) {
        self.now_tab_mut().stale = true;
    }

    /// Updates the first page if it is open and outdated.
    pub(in crate::app) fn list_now(&mut self) {
        if !self.is_on::<NowTab>() {
            return;
        }
        let minute = |time: Timestamp| time.as_second().div_euclid(60);
        let tab = self.now_tab();
        if !tab.stale && minute(tab.asked_at) == minute(self.now) {
            return;
        }
        let rows = self.now_rows();
        let now = self.now;
        let tab = self.now_tab_mut();
        let selected = tab
            .selected()
            .and_then(|old| rows.iter().position(|row| row.is_same(old)));
        tab.pane.listing.selected = selected.unwrap_or(0);
        tab.rows = rows;
        tab.asked_at = now;
        tab.stale = false;
    }

    fn now_rows(&self) -> Vec<NowRow> {
        let listed = self.with_here(|here, pathways| {
            let now = pathways.now();
            let calls = here.call_now(now).into_iter();
            let mut rows = vec![NowRow::Steps];
            rows.extend(calls.map(|call| {
                let kind = now.call.iter().position(|kind| kind.need == call.kind.need);
                let kind = kind.unwrap_or(0);
                if call.is_by_town || call.is_elsewhere {
                    NowRow::ByTown(kind)
                } else {
                    NowRow::Call(kind, call.contact.id.clone())
                }
            }));
            let numbers: Vec<String> = rows.iter().filter_map(|row| self.number_of(row)).collect();
            rows.extend(self.first_bookmarks(&numbers));
            let needs = now.needs.iter().filter_map(|id| here.needs.place(id));
            rows.extend(needs.map(NowRow::Need));
            rows
        });
        listed.unwrap_or_default()
    }

    /// Returns the first bookmarks that can be called, without those whose number stands above.
    fn first_bookmarks(&self, above: &[String]) -> Vec<NowRow> {
        let all = self.list.bookmarks().into_iter();
        let ids = all.map(|entry| entry.id.clone());
        let callable = ids.filter(|id| {
            self.contact(id)
                .is_some_and(crate::directory::Contact::has_phone)
        });
        let rows = callable.map(NowRow::Bookmark);
        let other = rows.filter(|row| {
            let number = self.number_of(row);
            number.is_none_or(|number| !above.contains(&number))
        });
        other.take(BOOKMARKS).collect()
    }

    /// Returns the number to call in a row; `None` if it has none.
    fn number_of(&self, row: &NowRow) -> Option<String> {
        match row {
            NowRow::Call(_, id) | NowRow::Bookmark(id) => Some(self.row_number(id).0),
            NowRow::Steps | NowRow::ByTown(_) | NowRow::Need(_) => None,
        }
    }
}
