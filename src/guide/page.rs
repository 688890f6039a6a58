//! Page of the guide: its topics, their points, and the terms of the glossary.

use crate::directory::{Category, Region};
use crate::i18n::Messages;

/// File of the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(usize)]
pub enum PageId {
    /// Reporting to police and others.
    Reporting,
    /// Victim services.
    VictimServices,
    /// Restorative justice.
    RestorativeJustice,
    /// Compensation programs, one topic for each province and territory.
    Compensation,
    /// Duty to report a child in need of protection, one topic for each province and territory.
    DutyToReport,
    /// Terms of the field in both languages.
    Glossary,
}

impl PageId {
    /// All pages.
    pub const ALL: [Self; 6] = [
        Self::Reporting,
        Self::VictimServices,
        Self::RestorativeJustice,
        Self::Compensation,
        Self::DutyToReport,
        Self::Glossary,
    ];

    /// Returns the file's name without its extension, as in links.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Reporting => "reporting",
            Self::VictimServices => "victim-services",
            Self::RestorativeJustice => "restorative-justice",
            Self::Compensation => "compensation",
            Self::DutyToReport => "duty-to-report",
            Self::Glossary => "glossary",
        }
    }

    /// Returns the page with this slug; `None` if there is none.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.slug() == slug)
    }

    /// Returns true if the topics of the page are provinces and territories.
    pub const fn is_regional(self) -> bool {
        matches!(self, Self::Compensation | Self::DutyToReport)
    }
}

/// Name of a topic: its page and the id of its heading (`reporting#consent-first`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TopicId {
    /// Page of the topic.
    pub page: PageId,
    /// Id of the heading.
    pub topic: String,
}

impl TopicId {
    /// Parses the form used in links (`reporting#consent-first`); `None` for an unknown page or
    /// without a topic.
    pub fn parse(text: &str) -> Option<Self> {
        let (page, topic) = text.split_once('#')?;
        Some(Self {
            page: PageId::from_slug(page)?,
            topic: topic.to_owned(),
        })
    }
}

impl std::fmt::Display for TopicId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}#{}", self.page.slug(), self.topic)
    }
}

/// Parsed file of the guide.
#[derive(Clone, Debug)]
pub struct Page {
    /// Id of the page.
    pub id: PageId,
    /// Text of the `#` heading.
    pub title: String,
    /// Topics: the `##` headings with their content.
    pub topics: Vec<Topic>,
    /// Entries of the glossary; empty on every other page.
    pub terms: Vec<Term>,
    /// Note on the page's sources, at its end.
    pub note: Option<String>,
}

impl Page {
    /// Returns a topic's title, with the page's title before it if the title alone is the name of a
    /// province.
    pub fn title_of(&self, topic: &Topic, messages: &Messages) -> String {
        if !self.id.is_regional() {
            return topic.title.clone();
        }
        let end = messages.text("label-end");
        let mut letters = self.title.chars();
        let first = letters.next().map(char::to_lowercase).into_iter().flatten();
        let page: String = first.chain(letters).collect();
        format!("{}{end} {page}", topic.title)
    }

    /// Returns a page without content.
    pub(super) const fn empty(id: PageId) -> Self {
        Self {
            id,
            title: String::new(),
            topics: Vec::new(),
            terms: Vec::new(),
            note: None,
        }
    }
}

/// Content of one `##` heading.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Id of the heading, the same in both languages.
    pub id: String,
    /// Text of the heading.
    pub title: String,
    /// Points in order.
    pub points: Vec<Point>,
    /// Word before [`Self::contacts`]: `Contacts:`.
    pub contacts_label: String,
    /// Links of the line of contacts.
    pub contacts: Vec<Inline>,
    /// Sources of the topic; [`Point::sources`] has their indices.
    pub sources: Vec<String>,
}

impl Topic {
    /// Returns the region of a regional page's topic; `None` for any other.
    pub fn region(&self) -> Option<Region> {
        Region::from_code(&self.id)
    }
}

/// One point of a topic.
#[derive(Clone, Debug)]
pub struct Point {
    /// First word as written: **Know**, **À faire**, **Deadline** …
    pub label: String,
    /// Kind of the point, given by its first word.
    pub kind: PointKind,
    /// Text of the point.
    pub body: Vec<Inline>,
    /// Indices in [`Topic::sources`]; empty for practice advice written for the guide.
    pub sources: Vec<usize>,
    /// True if its sources are old, partial or contradicted: the worker must confirm first.
    pub confirm: bool,
}

impl Point {
    /// Returns the text of the point without its links.
    pub fn text(&self) -> String {
        self.body.iter().map(Inline::words).collect()
    }

    /// Returns the positions in the glossary of the terms that are marked in the point.
    pub fn terms(&self) -> impl Iterator<Item = usize> {
        self.body.iter().filter_map(|inline| match inline {
            Inline::Term { term, .. } => Some(*term),
            Inline::Text(_) | Inline::Link { .. } => None,
        })
    }
}

/// Kind of a point, determined by its first word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PointKind {
    /// Facts to know.
    Know,
    /// Actions to take.
    Do,
    /// Words to say.
    Say,
    /// Mistakes to avoid.
    Avoid,
    /// A row of a regional page, named by its own label.
    Fact,
}

/// Piece of a point's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Link.
    Link {
        /// Words of the link.
        label: String,
        /// Target of the link.
        target: Target,
    },
    /// First mention of a term of the glossary in a topic.
    Term {
        /// Words of the mention.
        label: String,
        /// Index of the term in the glossary, the same in both languages.
        term: usize,
    },
}

impl Inline {
    /// Returns the words of the piece.
    pub fn words(&self) -> &str {
        match self {
            Self::Text(words)
            | Self::Link { label: words, .. }
            | Self::Term { label: words, .. } => words,
        }
    }
}

/// Target of a link in the guide.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// Card of a contact.
    Contact(String),
    /// Directory, filtered by a category.
    Category(Category),
    /// Another topic.
    Topic(TopicId),
    /// Row of a regional page for the reader's region.
    OwnRow(PageId),
    /// Emergency number of the reader's region.
    Emergency,
}

/// Entry of the glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Term in the page's language.
    pub term: String,
    /// Term in the other language.
    pub other: String,
    /// Definition in plain words.
    pub meaning: String,
}

impl Term {
    /// Returns the term with its name in the other language, in a sentence of the page's language.
    pub fn in_both(&self, messages: &Messages) -> String {
        let names = [
            ("term", self.term.clone().into()),
            ("other", self.other.clone().into()),
        ];
        messages.format("term-in-both", &names)
    }
}
