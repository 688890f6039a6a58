//! The lists: their rows, and how many items there are.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::state::App;
use crate::document::{Composer, Piece, Role, Row};

/// The marker and a space: columns before the words of a field, and of a narrow list.
pub const MARKER_WIDTH: u16 = 2;

/// Returns the column at which the words of an item begin in a list of that width.
pub const fn text_column(width: u16) -> u16 {
    if width < 48 { MARKER_WIDTH } else { 3 }
}

/// Returns the columns for the words of an item in a list of that width.
pub const fn words_width(width: u16) -> u16 {
    // One is kept free at the right where there is room.
    let free = if width < 48 { 0 } else { 1 };
    width.saturating_sub(text_column(width) + free)
}

/// From this width on the values of a form have a column of their own.
pub(super) const FORM_COLUMNS: u16 = 58;

/// A list wider than this is said, not shown: its rows are sentences.
pub(super) const SPOKEN: u16 = 400;

/// A row of a list of words; what does not fit goes on in the next row, nothing is cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRow {
    /// The item it belongs to; none for a heading between items.
    pub item: Option<usize>,
    /// The item's words begin here.
    pub first: bool,
    /// The words.
    pub text: String,
    /// How they look.
    pub look: Parts,
    /// Another item in the same row.
    pub beside: Option<Beside>,
}

/// The parts of a text, by their bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// What the words in a part are; the rest is plain.
    pub roles: Vec<(Range<usize>, Role)>,
    /// The end of what is reversed while the item is selected; `None` for all of it.
    pub reach: Option<usize>,
    /// A star stands before them.
    pub starred: bool,
}

/// The words of an item, and how they look where they have one row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    pub text: String,
    pub look: Parts,
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        Self {
            text,
            look: Parts::default(),
        }
    }
}

/// An item that stands in the row of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// The item.
    pub item: usize,
    /// The column of its words.
    pub column: u16,
    /// The words.
    pub text: String,
}

impl ListRow {
    /// Returns a row that belongs to no item: a heading, or nothing.
    pub(super) fn heading(text: String) -> Self {
        Self {
            item: None,
            first: false,
            text,
            look: Parts::default(),
            beside: None,
        }
    }

    /// Returns true if an item stands in the row.
    pub(super) fn has(&self, item: usize) -> bool {
        self.item == Some(item)
            || self
                .beside
                .as_ref()
                .is_some_and(|beside| beside.item == item)
    }
}

impl App {
    /// How many items the list that has the keys holds.
    pub fn list_length(&self) -> usize {
        self.screen().length(self)
    }

    /// Returns the item that is selected in the list that has the keys; 0 where there is none.
    pub fn focused_item(&self) -> usize {
        let listing = self.screen().listing();
        listing.map_or(0, |listing| listing.selected)
    }

    /// Where she is in the list that has the keys, in words.
    pub fn place_in_list(&self) -> String {
        let listing = self.screen().listing();
        let listing = listing.unwrap_or(&self.pane().listing);
        let count = self.list_length();
        if count == 0 {
            // What stands below says that it is empty.
            return String::new();
        }
        let place = (listing.selected + 1).min(count);
        self.messages().format(
            "reader-list",
            &[("place", place.into()), ("count", count.into())],
        )
    }

    /// The rows of the list of words that is shown, for a list of that width: topics, choices, forms.
    /// Empty for contacts, which have a row each.
    pub fn list_rows(&self, width: u16) -> Vec<ListRow> {
        self.screen().rows(self, width)
    }

    /// The rows of a form, with a digit before each where `digits` choose them; where there is room, the
    /// values have a column of their own.
    pub(super) fn form_rows(
        &self,
        form: &[(&str, String)],
        width: u16,
        digits: bool,
    ) -> Vec<ListRow> {
        let messages = self.messages();
        let name = |(place, (name, _)): (usize, &(&str, String))| {
            let name = messages.text(name);
            if digits && width <= SPOKEN {
                format!("{}  {name}", place + 1)
            } else {
                name
            }
        };
        let names: Vec<String> = form.iter().enumerate().map(name).collect();
        let widest = names.iter().map(|name| name.width()).max().unwrap_or(0);
        let mut rows = Vec::new();
        for (item, ((_, value), name)) in form.iter().zip(&names).enumerate() {
            let text = if width < FORM_COLUMNS {
                format!("{name}{} {value}", messages.text("label-end"))
            } else {
                let gap = "\u{a0}".repeat(widest + 2 - name.width());
                format!("{name}{gap}{value}")
            };
            push_item(&mut rows, item, &text, width);
        }
        rows
    }
}

/// Returns the rows of a list of words.
pub(super) fn word_rows(words: Vec<String>, width: u16) -> Vec<ListRow> {
    let mut rows = Vec::new();
    for (item, words) in words.into_iter().enumerate() {
        push_item(&mut rows, item, &words, width);
    }
    rows
}

/// Appends the rows of an item.
pub(super) fn push_item(rows: &mut Vec<ListRow>, item: usize, text: &str, width: u16) {
    for (place, text) in wrapped(text, words_width(width)).into_iter().enumerate() {
        rows.push(ListRow {
            item: Some(item),
            first: place == 0,
            text,
            look: Parts::default(),
            beside: None,
        });
    }
}

/// Appends the rows of an item whose words do not all look alike.
pub(super) fn push_words(rows: &mut Vec<ListRow>, item: usize, words: Words, width: u16) {
    let start = rows.len();
    push_item(rows, item, &words.text, width);
    if let [row] = &mut rows[start..]
        && row.text == words.text
    {
        row.look = words.look;
    }
}

/// Breaks a text into rows of that width.
pub(super) fn wrapped(text: &str, width: u16) -> Vec<String> {
    if text.width() <= usize::from(width) {
        return vec![text.to_owned()];
    }
    let mut composer = Composer::new(width);
    composer.paragraph(0, vec![Piece::new(text, Role::Text)]);
    composer.finish().rows.iter().map(Row::text).collect()
}
