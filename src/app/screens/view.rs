//! What the screens show, described for whoever draws it.

use std::ops::Range;

use crate::app::catalogue::TopicTitle;
use crate::app::field::Field;
use crate::app::listing::Listing;
use crate::app::screens::regions::Tile;
use crate::app::screens::row::{Now, Whereabouts};
use crate::app::screens::{Choice, PageKind};
use crate::app::state::App;
use crate::bookmarks::{Mark, Marked};
use crate::document::Role;
use crate::pathways::Walk;
use crate::places::PlaceId;

/// A screen, told apart from all others by what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the variants are the screens")]
pub enum Layer {
    Tab,
    Welcome,
    Page(PageKind),
    Steps(Walk),
    Filters,
    Settings,
    Choice(Choice),
    Editor,
    OwnForm,
}

/// The body of a screen. The cursor stands on the first letter of what has the focus, or at the caret.
#[derive(Clone, Debug)]
pub enum Body<'a> {
    /// What is read, alone.
    Page,
    /// A list of words to choose from.
    Words(Listing),
    /// The regions as a map.
    Map(Map),
    /// One line that is written.
    Line(&'a Field),
    /// A form.
    Form(Form<'a>),
    /// A list with what is read beside it.
    Tab(TabView<'a>),
}

/// The map of the regions, laid out.
#[derive(Clone, Debug)]
pub struct Map {
    /// From the upper left to the lower right.
    pub tiles: Vec<Tile>,
    /// Item of the tile that has the focus.
    pub focused: usize,
    /// The row that says the focused region in words, and these.
    pub words: Option<(u16, String)>,
    /// The row below with advice or the letters typed, and these.
    pub advice: Option<(u16, String)>,
}

/// A form that is filled in.
#[derive(Clone, Debug)]
pub struct Form<'a> {
    /// From top to bottom.
    pub rows: Vec<FormRow<'a>>,
    /// Index of the row that has the focus.
    pub focused: usize,
}

/// A row of a form.
#[derive(Clone, Debug)]
pub struct FormRow<'a> {
    /// Stands before the value.
    pub name: String,
    /// A text that is written; `None` for a value that is chosen.
    pub field: Option<&'a Field>,
    /// The value that is chosen.
    pub value: String,
}

/// A tab: what stands above its list, and the list.
#[derive(Clone, Debug)]
pub struct TabView<'a> {
    /// The search field and what was found; `None` without one.
    pub search: Option<Search<'a>>,
    /// A line above the list that says what narrows it.
    pub label: Option<String>,
    /// The position in the list.
    pub listing: Listing,
    /// True if the keys go to the list.
    pub list_has_focus: bool,
    /// True if the keys go to what is read.
    pub reader_has_focus: bool,
    /// True for a list of words, which wrap; false for one of [`Entry`], which have a row each.
    pub words: bool,
}

/// A search field.
#[derive(Clone, Debug)]
pub struct Search<'a> {
    /// The field.
    pub field: &'a Field,
    /// True if letters are written into it.
    pub focused: bool,
    /// Id of the message before it.
    pub label: &'static str,
    /// Id of the message in it while it is empty and elsewhere has the keys.
    pub hint: &'static str,
    /// Says how many were found.
    pub count: String,
}

/// A row of a list of contacts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// `*` for a bookmark.
    pub star: char,
    /// `v` for one that she reached, `!` for one that is wrong.
    pub called: char,
    /// The name.
    pub name: &'a str,
    /// A short description, for those who do not read the name's language.
    pub gloss: Option<&'a str>,
    /// Bytes of the name that the search matched.
    pub spans: &'a [Range<usize>],
    /// The number to call first, or what there is instead.
    pub number: String,
    /// True if the number is to be confirmed first.
    pub doubtful: bool,
    /// Whether it is answered now.
    pub now: Now,
    /// Where it is, or for whom; among the bookmarks, her note.
    pub place: Whereabouts,
}

/// Words of a screen in the row above the footer, where no notice stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foot {
    /// The words.
    pub text: String,
    /// What they are.
    pub role: Role,
    /// Columns at the right that stay free; longer words end in an ellipsis. `None` takes the whole row.
    pub free: Option<u16>,
}

impl Foot {
    /// Words that take the whole row.
    pub(super) const fn clipped(text: String, role: Role) -> Self {
        Self {
            text,
            role,
            free: None,
        }
    }
}

impl<'a> Entry<'a> {
    /// A contact in a list, so many kilometres from a place.
    pub(super) fn of(app: &'a App, id: &str, km: Option<u16>, from: Option<PlaceId>) -> Self {
        let star = if app.is_bookmarked(id) { '*' } else { ' ' };
        let called = match app.mark_of(id) {
            Some(Mark::Reached) => 'v',
            Some(Mark::Wrong { .. }) => '!',
            None => ' ',
        };
        let (number, doubtful) = app.row_number(id);
        let contact = app.contact(id);
        let place = contact.map(|contact| app.row_where(contact, km, from));
        Self {
            star,
            called,
            name: app.name_of(id),
            gloss: app.gloss_of(id),
            spans: &[],
            number,
            doubtful,
            now: contact.map_or_else(Now::default, |contact| app.row_now(contact)),
            place: place.unwrap_or_default(),
        }
    }

    /// A topic of the guide among what was found.
    pub(super) fn of_topic(app: &'a App, topic: &'a TopicTitle) -> Self {
        Self {
            star: ' ',
            called: ' ',
            name: topic.title.get(app.language()),
            gloss: None,
            spans: &[],
            number: app.messages().text("list-guide"),
            doubtful: false,
            now: Now::default(),
            place: Whereabouts::default(),
        }
    }
}

impl App {
    /// Returns true if a contact is among the bookmarks.
    pub fn is_bookmarked(&self, id: &str) -> bool {
        self.starred.contains(id)
    }

    /// Returns what the worker found when she called a contact.
    pub fn mark_of(&self, id: &str) -> Option<Mark> {
        self.list.marked(id).and_then(Marked::mark)
    }
}
