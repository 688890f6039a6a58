//! Lists: their rows, and their numbers of items.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::state::{App, Shown};
use super::view::layout::indent;
use super::view::{ContactRow, Entry};
use crate::document::{Composer, Piece, Role, Row};

/// Columns of the marker and a space, before the text of a field and of a narrow list.
pub const MARKER_WIDTH: u16 = 2;

/// Returns the column at which the text of an item begins in a list of this width.
pub const fn text_column(width: u16) -> u16 {
    if width < 48 { MARKER_WIDTH } else { 3 }
}

/// Returns the columns for the text of an item in a list of this width.
pub const fn words_width(width: u16) -> u16 {
    // One column stays free at the right if there is room.
    let free = if width < 48 { 0 } else { 1 };
    width.saturating_sub(text_column(width) + free)
}

/// Least width for a separate column of values in a form.
pub(super) const FORM_COLUMNS: u16 = 58;

/// Greatest width of a list on a screen; a wider one is for output in lines, with sentences as
/// rows.
pub(super) const SPOKEN: u16 = 400;

/// Row of a list of texts. A text that does not fit continues in the next row; nothing is cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRow {
    /// Index of its item; `None` for a heading between items.
    pub item: Option<usize>,
    /// True for the first row of the item.
    pub first: bool,
    /// Text of the row.
    pub text: String,
    /// Roles of its parts.
    pub look: RowLook,
    /// Another item in the same row.
    pub beside: Option<Beside>,
}

/// Parts of a text, by their bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowLook {
    /// Roles of parts; the rest is plain.
    pub roles: Vec<(Range<usize>, Role)>,
    /// End of the reversed part while the item is selected; `None` for the whole text.
    pub reach: Option<usize>,
    /// Mark before the text: `*` for a bookmark, `!` for a number reported as wrong.
    pub mark: Option<char>,
}

/// Row of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ValueRow {
    /// Name.
    pub(super) name: String,
    /// Value; empty for a name alone.
    pub(super) value: String,
    /// True for an empty row above it.
    pub(super) is_apart: bool,
}

impl ValueRow {
    /// Creates a row of a name and its value.
    pub(super) const fn new(name: String, value: String) -> Self {
        Self {
            name,
            value,
            is_apart: false,
        }
    }
}

/// Text of an item, with its parts if they fit into its first row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ItemText {
    pub text: String,
    pub look: RowLook,
    /// Indent of the rows after the first.
    pub hanging: usize,
}

impl From<String> for ItemText {
    fn from(text: String) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }
}

/// Item in the row of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// Index of the item.
    pub item: usize,
    /// Column of its text.
    pub column: u16,
    /// Text of the item.
    pub text: String,
}

impl ListRow {
    /// Returns a row without an item: a heading, or an empty row.
    pub(super) fn heading(text: String) -> Self {
        Self {
            item: None,
            first: false,
            text,
            look: RowLook::default(),
            beside: None,
        }
    }

    /// Returns true if an item is in the row.
    pub(super) fn has(&self, item: usize) -> bool {
        self.item == Some(item)
            || self
                .beside
                .as_ref()
                .is_some_and(|beside| beside.item == item)
    }
}

impl App {
    /// Returns the number of items of the focused list.
    pub fn list_length(&self) -> usize {
        self.screen().length(self)
    }

    /// Returns an item of the visible list of contacts.
    pub fn entry(&self, index: usize) -> Option<Entry<'_>> {
        self.screen().entry(self, index)
    }

    /// Returns a row of the visible list of contacts; `None` after the last one.
    pub fn contact_row(&self, row: usize) -> Option<ContactRow> {
        self.screen().contact_row(self, row)
    }

    /// Returns the number of rows of the visible list of contacts.
    pub fn contact_rows(&self) -> usize {
        self.screen().item_rows(self, 0, self.size.width).2
    }

    /// Returns the selected item of the focused list; 0 if there is none.
    pub fn focused_item(&self) -> usize {
        let listing = self.screen().listing();
        listing.map_or(0, |listing| listing.selected)
    }

    /// Returns the position in the focused list, in words.
    pub fn place_in_list(&self) -> String {
        let listing = self.screen().listing();
        let listing = listing.unwrap_or(&self.pane().listing);
        let count = self.list_length();
        if count == 0 || self.shown == Shown::InLines {
            // The body says that the list is empty; lines have numbers.
            return String::new();
        }
        let position = (listing.selected + 1).min(count);
        self.messages().format(
            "reader-list",
            &[("place", position.into()), ("count", count.into())],
        )
    }

    /// Returns the rows of the present list of texts for a width: topics, choices, forms. Empty for
    /// contacts, which have one row each.
    pub fn list_rows(&self, width: u16) -> Vec<ListRow> {
        self.screen().rows(self, width)
    }

    /// Returns the rows of a form, with a digit before the first ones if `digits` select them; in a
    /// wide window, the values have a column of their own.
    pub(super) fn form_rows(&self, form: &[ValueRow], width: u16, digits: usize) -> Vec<ListRow> {
        let name = |(item, row): (usize, &ValueRow)| {
            if item < digits && width <= SPOKEN {
                // A double space would become a single one where the row breaks.
                format!("{}\u{a0} {}", item + 1, row.name)
            } else {
                row.name.clone()
            }
        };
        let names: Vec<String> = form.iter().enumerate().map(name).collect();
        let widest = names.iter().map(|name| name.width()).max().unwrap_or(0);
        let mut rows = Vec::new();
        for (
            item,
            (
                ValueRow {
                    value, is_apart, ..
                },
                name,
            ),
        ) in form.iter().zip(&names).enumerate()
        {
            let text = if value.is_empty() {
                name.clone()
            } else if !(FORM_COLUMNS..=SPOKEN).contains(&width) {
                format!("{name}{} {value}", self.messages().text("label-end"))
            } else {
                let gap = "\u{a0}".repeat(widest + 2 - name.width());
                format!("{name}{gap}{value}")
            };
            if *is_apart {
                rows.push(ListRow::heading(String::new()));
            }
            push_item(&mut rows, item, &text, width);
        }
        rows
    }
}

/// Returns the rows of a list of texts.
pub(super) fn word_rows(words: Vec<String>, width: u16) -> Vec<ListRow> {
    let mut rows = Vec::new();
    for (item, words) in words.into_iter().enumerate() {
        push_item(&mut rows, item, &words, width);
    }
    rows
}

/// Appends the rows of a heading.
pub(super) fn push_heading(rows: &mut Vec<ListRow>, text: &str, width: u16) {
    let heading = wrapped(text, width.saturating_sub(indent(width)));
    rows.extend(heading.into_iter().map(ListRow::heading));
}

/// Appends the rows of an item.
pub(super) fn push_item(rows: &mut Vec<ListRow>, item: usize, text: &str, width: u16) {
    push_hanging(rows, item, text, width, 0);
}

/// Appends the rows of an item; those after the first are indented.
fn push_hanging(rows: &mut Vec<ListRow>, item: usize, text: &str, width: u16, hanging: usize) {
    let all = wrapped_hanging(text, words_width(width), hanging);
    for (index, text) in all.into_iter().enumerate() {
        rows.push(ListRow {
            item: Some(item),
            first: index == 0,
            text,
            look: RowLook::default(),
            beside: None,
        });
    }
}

/// Appends the rows of an item whose text has several roles.
pub(super) fn push_words(rows: &mut Vec<ListRow>, item: usize, words: ItemText, width: u16) {
    let start = rows.len();
    push_hanging(rows, item, &words.text, width, words.hanging);
    let end = words.look.roles.iter().map(|(range, _)| range.end).max();
    let end = end.into_iter().chain(words.look.reach).max().unwrap_or(0);
    // Parts in a later row have other places there.
    if let Some(row) = rows.get_mut(start)
        && row.text.get(..end) == words.text.get(..end)
    {
        row.look = words.look;
    }
}

/// Wraps a text into rows of a width.
pub(super) fn wrapped(text: &str, width: u16) -> Vec<String> {
    wrapped_hanging(text, width, 0)
}

fn wrapped_hanging(text: &str, width: u16, hanging: usize) -> Vec<String> {
    if text.width() <= usize::from(width) {
        return vec![text.to_owned()];
    }
    let mut composer = Composer::new(width);
    composer.paragraph(hanging, vec![Piece::new(text, Role::Text)]);
    composer.finish().rows.iter().map(Row::text).collect()
}
