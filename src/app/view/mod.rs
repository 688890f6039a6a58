//! Content of the screens, described for drawing.

pub mod choice;
pub mod field;
pub mod filter;
pub(super) mod foot;
pub mod layout;
pub mod listing;

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::subject::PageKind;
use crate::directory::Contact;
use crate::document::Role;
use crate::pathways::Walk;
use choice::Choice;
use field::Field;
use listing::Listing;

/// Identity of a screen, by its content.
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
    Lists,
}

/// Body of a screen. The cursor is on the first letter of the focused item, or at the caret.
#[derive(Clone, Debug)]
pub enum Body<'a> {
    /// Reader alone.
    Page,
    /// List of texts to choose from.
    Words(Listing),
    /// Map of the regions.
    Map(Map),
    /// Text field of one line.
    Line(&'a Field),
    /// Form.
    Form(Form<'a>),
    /// List with its reader.
    Tab(TabView<'a>),
}

/// Map of the regions, laid out.
#[derive(Clone, Debug)]
pub struct Map {
    /// Tiles from the upper left to the lower right.
    pub tiles: Vec<Tile>,
    /// Item of the focused tile.
    pub focused: usize,
    /// Row and text about the focused region.
    pub words: Option<(u16, String)>,
    /// Row and text below it: advice, or the typed letters.
    pub advice: Option<(u16, String)>,
}

/// Form to fill in.
#[derive(Clone, Debug)]
pub struct Form<'a> {
    /// Rows from top to bottom.
    pub rows: Vec<FormRow<'a>>,
    /// Index of the focused row.
    pub focused: usize,
}

/// Row of a form.
#[derive(Clone, Debug)]
pub struct FormRow<'a> {
    /// Name before the value.
    pub name: String,
    /// Text field; `None` for a value that is chosen.
    pub field: Option<&'a Field>,
    /// Chosen value.
    pub value: String,
}

/// Tab: the rows above its list, and the list.
#[derive(Clone, Debug)]
pub struct TabView<'a> {
    /// Search field with the number of hits; `None` without one.
    pub search: Option<Search<'a>>,
    /// Line above the list about its filter.
    pub label: Option<String>,
    /// Position in the list.
    pub listing: Listing,
    /// True if the list has the focus.
    pub list_has_focus: bool,
    /// True if the reader has the focus.
    pub reader_has_focus: bool,
    /// True for a list of texts, which wrap; false for a list of [`Entry`], which have one row
    /// each.
    pub words: bool,
}

/// Search field.
#[derive(Clone, Debug)]
pub struct Search<'a> {
    /// Text field.
    pub field: &'a Field,
    /// True if it has the focus.
    pub focused: bool,
    /// Id of the message before it; `None` where it takes the columns of the typed text.
    pub label: Option<&'static str>,
    /// Ids of the message in it while it is empty and without focus, and of a shorter one.
    pub hints: [&'static str; 2],
    /// Number of hits, in words.
    pub count: String,
}

/// Row of a list of contacts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactRow {
    /// Contact, by the index of its item.
    Item(usize),
    /// Heading of the contacts below it, or an empty row above a heading.
    Heading(String),
}

/// Contact in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// `*` for a bookmark.
    pub star: char,
    /// `v` for a contact that was reached, `!` for one with an error.
    pub called: char,
    /// Name of the contact, or its translation.
    pub name: &'a str,
    /// True for a translated name.
    pub is_translated: bool,
    /// The other service that answers its number; else a short description, for readers who do not know
    /// the name's language.
    pub gloss: Option<String>,
    /// Byte ranges of the name matched by the search.
    pub spans: &'a [Range<usize>],
    /// Number to call first, or a text in its place.
    pub number: String,
    /// Contact of the row; `None` for a topic and for a contact that the directory no longer has.
    pub contact: Option<&'a Contact>,
    /// True if the number can be dialled; false for a text in its place.
    pub callable: bool,
    /// Sign behind the number: `^` for that of another service, `?` for one to be confirmed first.
    pub sign: &'static str,
    /// Open state.
    pub now: Now,
    /// Town or audience; among the bookmarks, the note.
    pub place: Whereabouts,
}

/// Text of a screen in the row above the footer, shown without a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foot {
    /// Text.
    pub text: String,
    /// Role of the text.
    pub role: Role,
    /// Number of free columns at the right; a longer text ends in an ellipsis. `None` for the whole
    /// row.
    pub free: Option<u16>,
}

impl Foot {
    /// Creates a text that takes the whole row.
    pub(super) const fn clipped(text: String, role: Role) -> Self {
        Self {
            text,
            role,
            free: None,
        }
    }
}

/// Open state of a number, in two lengths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Now {
    /// At most [`LONG`](crate::document::state::LONG) columns.
    pub long: String,
    /// At most [`SHORT`](crate::document::state::SHORT) columns.
    pub short: String,
    /// True if it is known to be open.
    pub open: bool,
}

/// Town of a service, or its audience.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whereabouts {
    /// Text that is cut if there is little room.
    pub words: String,
    /// End that is never cut: kilometres, or a region's letters.
    pub tail: String,
    /// Replacement for a text that would be cut; empty if there is none.
    pub short: String,
}

impl Whereabouts {
    /// Returns the width of the text with its end; 0 without an end.
    pub fn width_with_tail(&self) -> u16 {
        let tail = self.tail.width();
        let width = if tail > 0 {
            self.words.width() + 1 + tail
        } else {
            0
        };
        u16::try_from(width).unwrap_or(u16::MAX)
    }

    pub(super) fn of(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            ..Self::default()
        }
    }

    /// Returns the whole text.
    pub fn whole(&self) -> String {
        format!("{} {}", self.words, self.tail).trim().to_owned()
    }
}

/// Name on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tile {
    /// Index in the list of choices.
    pub item: usize,
    /// Column of its marker; the name follows.
    pub x: u16,
    /// Row of the name.
    pub y: u16,
    /// Text of the name.
    pub label: String,
}
