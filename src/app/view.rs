//! What the screens show, described for whoever draws it.

use std::ops::Range;

use super::choice::Choice;
use super::field::Field;
use super::listing::Listing;
use super::subject::PageKind;
use crate::document::Role;
use crate::pathways::Walk;

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
    Handout,
    Corrections,
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
    /// True if the number can be dialled: it is none of the words that stand for one.
    pub callable: bool,
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

/// Whether a number is answered now, in both lengths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Now {
    /// At most [`LONG`](crate::document::state::LONG) columns.
    pub long: String,
    /// At most [`SHORT`](crate::document::state::SHORT) columns.
    pub short: String,
    /// True if it is known to be answered.
    pub open: bool,
}

/// Where a service is, or for whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whereabouts {
    /// Is cut if there is little room.
    pub words: String,
    /// Stands behind the words and is never cut: kilometres, or a region's letters.
    pub tail: String,
    /// Stands for words that would be cut; empty if there is nothing shorter.
    pub short: String,
}

impl Whereabouts {
    pub(super) fn of(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            ..Self::default()
        }
    }

    /// Returns the words in full.
    pub fn whole(&self) -> String {
        format!("{} {}", self.words, self.tail).trim().to_owned()
    }
}

/// A name on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tile {
    /// Its place in the list to choose from.
    pub item: usize,
    /// The column of its marker; the name follows behind that.
    pub x: u16,
    /// Its row.
    pub y: u16,
    /// The name.
    pub label: String,
}
