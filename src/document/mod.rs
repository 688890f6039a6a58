//! Text laid out for reading: rows of a given width, with links.
//!
//! The screen styles the rows and plain mode prints them; both have the same words.

pub mod both;
pub mod card;
pub mod columns;
pub mod doubt;
pub mod extension;
mod hours;
mod link;
mod origin;
pub mod pack_changes;
pub mod pages;
pub mod state;
pub mod topic;
pub mod via;
mod wrap;

use unicode_width::UnicodeWidthStr;

use crate::guide::PointKind;
use crate::i18n::Language;
pub use link::{Link, PageAction};

/// A size in columns and rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the two words say it")]
pub struct Size {
    pub width: u16,
    pub height: u16,
}

/// Text laid out for one width.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The rows from top to bottom.
    pub rows: Vec<Row>,
    /// Targets of the links in reading order; indexed by [`Span::link`].
    pub links: Vec<Link>,
}

impl Document {
    /// Returns the row on which a link begins; `None` if there is no such link.
    pub fn row_of_link(&self, link: usize) -> Option<usize> {
        self.rows
            .iter()
            .position(|row| row.spans.iter().any(|span| span.link == Some(link)))
    }

    /// Returns true if a link has no brackets.
    pub fn is_bare(&self, link: usize) -> bool {
        let spans = self.rows.iter().flat_map(|row| &row.spans);
        let mut starts =
            spans.filter(|span| span.link == Some(link) && span.role == Role::LinkStart);
        starts.next().is_some_and(|start| start.text.is_empty())
    }

    /// Returns the document without its empty rows, for a window with few rows.
    #[must_use]
    pub fn without_air(mut self) -> Self {
        self.rows.retain(|row| !row.spans.is_empty());
        self
    }

    /// Returns the first link on this row or below it.
    pub fn link_from(&self, row: usize) -> Option<usize> {
        self.rows
            .iter()
            .skip(row)
            .find_map(|row| row.spans.iter().find_map(|span| span.link))
    }

    /// Returns the first row of a block; the end of the document if there is no such block.
    pub fn row_of_block(&self, block: usize) -> usize {
        let first = |is_it: &dyn Fn(&Row) -> bool| self.rows.iter().position(is_it);
        first(&|row| row.block == block)
            .or_else(|| first(&|row| row.block >= block))
            .unwrap_or(self.rows.len())
    }
}

/// One row of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its pieces, from left to right.
    pub spans: Vec<Span>,
    /// Index of its paragraph, from 0. Both languages have the same paragraphs, so a change of
    /// language keeps the position.
    pub block: usize,
    /// Language of the row in a document with both languages; `None` for that of the screen.
    pub language: Option<Language>,
}

impl Row {
    /// Returns the words without styles.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }
}

/// Words of one row with the same role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Role of the words, for the theme.
    pub role: Role,
    /// Index of the link that they belong to.
    pub link: Option<usize>,
}

impl Span {
    /// Creates a span that is not part of a link.
    pub fn new(text: impl Into<String>, role: Role) -> Self {
        Self {
            text: text.into(),
            role,
            link: None,
        }
    }
}

/// Role of words, for the theme. The meaning must be in the words as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Running text.
    Text,
    /// Title of the document.
    Title,
    /// Heading within the document.
    Heading,
    /// First word of a point: Know, Do, Say, Avoid.
    Label(PointKind),
    /// Name of a card's field.
    Field,
    /// Words about danger.
    Danger,
    /// Warning: consent, confirm first.
    Warning,
    /// Words of a link.
    Link,
    /// Sign before a link's words; the screen replaces it if the link has the focus. Left out in
    /// output line by line.
    LinkStart,
    /// Sign after a link's words.
    LinkEnd,
    /// Separator of two short facts on one line. A comma in output line by line.
    Separator,
    /// Blank columns that align the following text. A colon in output line by line.
    Gap,
    /// Text matched by the search.
    Match,
    /// Text to act on: a number to dial, a key of the keyboard.
    Action,
    /// Code to scan: light modules, and dark modules drawn with block characters.
    Code,
    /// Dark modules of a code drawn without block characters.
    CodeDark,
    /// Sign in place of a word, such as the star of a bookmark.
    Mark,
    /// Words of less importance.
    Muted,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 22] = [
        Self::Text,
        Self::Title,
        Self::Heading,
        Self::Label(PointKind::Know),
        Self::Label(PointKind::Do),
        Self::Label(PointKind::Say),
        Self::Label(PointKind::Avoid),
        Self::Label(PointKind::Fact),
        Self::Field,
        Self::Danger,
        Self::Warning,
        Self::Link,
        Self::LinkStart,
        Self::LinkEnd,
        Self::Separator,
        Self::Gap,
        Self::Match,
        Self::Action,
        Self::Code,
        Self::CodeDark,
        Self::Mark,
        Self::Muted,
    ];
}

/// Words to lay out in a paragraph.
#[derive(Clone, Debug)]
pub struct Piece {
    text: String,
    role: Role,
    link: Option<usize>,
    /// True for a link without brackets.
    bare: bool,
}

impl Piece {
    /// Creates a piece that is not a link.
    pub fn new(text: impl Into<String>, role: Role) -> Self {
        Self {
            text: text.into(),
            role,
            link: None,
            bare: false,
        }
    }

    /// Creates a piece of running text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::new(text, Role::Text)
    }

    /// Returns the separator of two short facts on one line.
    pub fn separator() -> Self {
        Self::new(" · ", Role::Separator)
    }

    /// Returns blank columns at which no row breaks.
    pub fn gap(columns: usize) -> Self {
        Self::new("\u{a0}".repeat(columns), Role::Gap)
    }

    /// Returns blank columns between two facts on one line.
    pub fn column(columns: usize) -> Self {
        Self::new("\u{a0}".repeat(columns), Role::Separator)
    }

    /// Returns the width in columns.
    pub fn width(&self) -> usize {
        self.text.width()
    }

    /// Joins short facts with separators.
    pub fn separated(facts: impl IntoIterator<Item = String>, role: Role) -> Vec<Self> {
        let mut pieces = Vec::new();
        for fact in facts {
            if !pieces.is_empty() {
                pieces.push(Self::separator());
            }
            pieces.push(Self::new(fact, role));
        }
        pieces
    }
}

/// Least width of readable text.
const READABLE: usize = 24;

/// Lays out paragraphs one after the other.
#[derive(Debug)]
pub struct Composer {
    width: usize,
    document: Document,
    block: usize,
}

impl Composer {
    /// Creates a composer for rows of `width` columns (at least one).
    pub fn new(width: u16) -> Self {
        Self {
            width: usize::from(width.max(1)),
            document: Document::default(),
            block: 0,
        }
    }

    /// Returns the width of a row.
    pub const fn width(&self) -> usize {
        self.width
    }

    /// Returns a link in brackets. They mark a link without colour and reserve the columns for the
    /// signs of the focus.
    pub fn link(&mut self, label: &str, link: Link) -> Piece {
        let number = self.document.links.len();
        self.document.links.push(link);
        Piece {
            text: label.to_owned(),
            role: Role::Link,
            link: Some(number),
            bare: false,
        }
    }

    /// Returns a link without brackets, for rows that consist of a link alone: a number, an
    /// address. A mark before the row shows the focus.
    pub fn bare_link(&mut self, label: &str, link: Link) -> Piece {
        Piece {
            bare: true,
            ..self.link(label, link)
        }
    }

    /// Appends a paragraph; its rows after the first are indented by `hanging` columns.
    pub fn paragraph(&mut self, hanging: usize, pieces: Vec<Piece>) {
        // No indent if it would leave too little room for text.
        let leaves_room = hanging * 2 <= self.width || hanging + READABLE <= self.width;
        let hanging = if leaves_room { hanging } else { 0 };
        for spans in wrap::wrap(pieces, self.width, hanging) {
            self.document.rows.push(Row {
                spans,
                block: self.block,
                ..Row::default()
            });
        }
        self.block += 1;
    }

    /// Appends rows to the paragraph above, with their own indent.
    pub fn continued(&mut self, hanging: usize, pieces: Vec<Piece>) {
        self.block = self.block.saturating_sub(1);
        self.paragraph(hanging, pieces);
    }

    /// Appends an empty row, except at the top or after another empty row.
    pub fn blank(&mut self) {
        if self
            .document
            .rows
            .last()
            .is_some_and(|row| !row.spans.is_empty())
        {
            self.document.rows.push(Row {
                block: self.block,
                ..Row::default()
            });
        }
    }

    /// Returns the document.
    pub fn finish(mut self) -> Document {
        while self
            .document
            .rows
            .last()
            .is_some_and(|row| row.spans.is_empty())
        {
            self.document.rows.pop();
        }
        self.document
    }
}

#[cfg(test)]
mod tests;
