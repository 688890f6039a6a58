//! Text made ready to be read: rows of a given width, with links to walk.
//!
//! The screen styles the rows and the plain mode prints them; both show the same words.

pub mod ahead;
pub mod both;
pub mod card;
pub mod columns;
pub mod doubt;
pub mod glossary;
pub mod help;
mod hours;
pub mod nothing;
pub mod number;
mod origin;
pub mod paper;
pub mod sources;
pub mod state;
pub mod term;
pub mod text_code;
pub mod topic;
mod wrap;

use unicode_width::UnicodeWidthStr;

pub use paper::Deed;

use crate::guide::{PointKind, Target};
use crate::i18n::Language;
use crate::search::Drop;

/// A size in columns and rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the two words say it")]
pub struct Size {
    pub width: u16,
    pub height: u16,
}

/// Something to read, laid out for one width.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The rows from top to bottom.
    pub rows: Vec<Row>,
    /// Where the links lead, in reading order; [`Span::link`] indexes it.
    pub links: Vec<Link>,
}

impl Document {
    /// The row on which a link begins; `None` where there is no such link.
    pub fn row_of_link(&self, link: usize) -> Option<usize> {
        self.rows
            .iter()
            .position(|row| row.spans.iter().any(|span| span.link == Some(link)))
    }

    /// Returns the words of a link where it first stands; empty if there is no such link.
    pub fn label_of_link(&self, link: usize) -> String {
        let mut label = String::new();
        for row in &self.rows {
            if !label.is_empty() {
                label.push(' ');
            }
            for span in row.spans.iter().filter(|span| span.link == Some(link)) {
                match span.role {
                    Role::LinkStart => {}
                    Role::LinkEnd => return label.trim_end().to_owned(),
                    _ => label.push_str(&span.text),
                }
            }
        }
        label
    }

    /// Returns true if a link stands without brackets.
    pub fn is_bare(&self, link: usize) -> bool {
        let spans = self.rows.iter().flat_map(|row| &row.spans);
        let mut starts =
            spans.filter(|span| span.link == Some(link) && span.role == Role::LinkStart);
        starts.next().is_some_and(|start| start.text.is_empty())
    }

    /// The first link on this row or below it.
    pub fn link_from(&self, row: usize) -> Option<usize> {
        self.rows
            .iter()
            .skip(row)
            .find_map(|row| row.spans.iter().find_map(|span| span.link))
    }

    /// The first row of a block; the document's end where there is no such block.
    pub fn row_of_block(&self, block: usize) -> usize {
        self.rows
            .iter()
            .position(|row| row.block >= block)
            .unwrap_or(self.rows.len())
    }
}

/// One row of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its pieces, from left to right.
    pub spans: Vec<Span>,
    /// Which paragraph it belongs to, counted from 0: the same in both languages, so that a change
    /// of language can keep the place.
    pub block: usize,
    /// The language of its words where two stand below each other; else that of the screen.
    pub language: Option<Language>,
}

impl Row {
    /// The words alone.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }
}

/// Words of one row that look alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// What they are, for the theme.
    pub role: Role,
    /// The link that they are part of.
    pub link: Option<usize>,
}

impl Span {
    /// Words that are no link.
    pub fn new(text: impl Into<String>, role: Role) -> Self {
        Self {
            text: text.into(),
            role,
            link: None,
        }
    }
}

/// What words are, so that a theme can set them off. The words alone must say it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Plain reading.
    Text,
    /// The name of what is being read.
    Title,
    /// A heading inside it.
    Heading,
    /// The word that opens a point: Know, Do, Say, Avoid.
    Label(PointKind),
    /// The name of a field of a card.
    Field,
    /// Words about danger.
    Danger,
    /// Words that warn: consent, confirm first.
    Warning,
    /// Words of a link.
    Link,
    /// Sign before the words of a link, which the screen exchanges for another where the link has the
    /// focus. Lines leave it out.
    LinkStart,
    /// Sign after the words of a link.
    LinkEnd,
    /// Sign between two short facts of one line. Lines say a comma.
    Separator,
    /// Columns that align what follows. Lines say a colon.
    Gap,
    /// Letters that the search matched.
    Match,
    /// What can be acted on: a number to dial, a key of the keyboard.
    Action,
    /// A code to scan: the light modules, and dark ones drawn by blocks.
    Code,
    /// The dark modules of a code, where there are no blocks to draw them by.
    CodeDark,
    /// A sign that stands for a word, such as the star of a bookmark.
    Mark,
    /// Words of less weight.
    Muted,
}

impl Role {
    /// Every one.
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

/// Where a link of a document leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// Where the guide leads.
    Guide(Target),
    /// To a term of the glossary, by its place there.
    Term(usize),
    /// To the glossary.
    Glossary,
    /// To the settings.
    Settings,
    /// Nowhere: its words can be copied (a number, an address).
    Copy(String),
    /// To the hits that there are without that word or filter.
    Drop(Drop),
    /// Nowhere: it accepts that contact's numbers of today for its bookmark.
    AcceptPhones(String),
    /// Nowhere: it does something with what the page shows.
    Do(Deed),
}

/// Words on their way into a paragraph.
#[derive(Clone, Debug)]
pub struct Piece {
    text: String,
    role: Role,
    link: Option<usize>,
    /// A link without brackets.
    bare: bool,
}

impl Piece {
    /// Words that are no link.
    pub fn new(text: impl Into<String>, role: Role) -> Self {
        Self {
            text: text.into(),
            role,
            link: None,
            bare: false,
        }
    }

    /// Plain reading.
    pub fn text(text: impl Into<String>) -> Self {
        Self::new(text, Role::Text)
    }

    /// Returns the sign between two short facts of one line.
    pub fn separator() -> Self {
        Self::new(" · ", Role::Separator)
    }

    /// Returns blank columns, where no row breaks.
    pub fn gap(columns: usize) -> Self {
        Self::new("\u{a0}".repeat(columns), Role::Gap)
    }

    /// Returns blank columns between two facts of one line.
    pub fn column(columns: usize) -> Self {
        Self::new("\u{a0}".repeat(columns), Role::Separator)
    }

    /// Returns how many columns the words take.
    pub fn width(&self) -> usize {
        self.text.width()
    }

    /// Returns short facts with a separator between them.
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

/// Columns in which text can be read well enough.
const READABLE: usize = 24;

/// Lays paragraphs out as they come.
#[derive(Debug)]
pub struct Composer {
    width: usize,
    document: Document,
    block: usize,
}

impl Composer {
    /// Creates a composer of rows of `width` columns (at least one).
    pub fn new(width: u16) -> Self {
        Self {
            width: usize::from(width.max(1)),
            document: Document::default(),
            block: 0,
        }
    }

    /// Returns the columns of a row.
    pub const fn width(&self) -> usize {
        self.width
    }

    /// Returns a piece that leads somewhere. It is laid out in brackets: they show a link without colour,
    /// and reserve the columns for the signs of the focus.
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

    /// Returns a piece that leads somewhere and stands where only such pieces stand: a number, an address.
    /// It has no brackets; a mark before its row shows the focus.
    pub fn bare_link(&mut self, label: &str, link: Link) -> Piece {
        Piece {
            bare: true,
            ..self.link(label, link)
        }
    }

    /// A paragraph; its rows after the first are indented by `hanging` columns.
    pub fn paragraph(&mut self, hanging: usize, pieces: Vec<Piece>) {
        // An indent that leaves no room to read is no help.
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

    /// Rows that go on with the paragraph above, with an indent of their own.
    pub fn continued(&mut self, hanging: usize, pieces: Vec<Piece>) {
        self.block = self.block.saturating_sub(1);
        self.paragraph(hanging, pieces);
    }

    /// An empty row; none at the top and never two in a row.
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

    /// The document as it stands.
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
