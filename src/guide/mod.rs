//! Guide in both languages: topics with points to know, do, say and avoid.
//!
//! Independent of the terminal and the screens.

pub mod check;
mod numbers;
mod outline;
mod parse;
mod terms;

use std::sync::OnceLock;

use crate::directory::{Category, Region};
use crate::i18n::{Language, Messages};

pub use numbers::phone_numbers;
pub use outline::Outline;
pub use parse::ParseError;

/// Id of the topic on the emergency numbers of places without 911.
pub const WITHOUT_911: &str = "reporting#emergency-numbers";

/// Markdown texts of the guide's pages in one language, in the order of [`PageId::ALL`].
pub type PageTexts = [&'static str; PageId::ALL.len()];

/// Guide in one language. Each page is parsed on first use.
#[derive(Debug)]
pub struct Guide {
    /// Language of the texts.
    pub language: Language,
    texts: PageTexts,
    /// Outline of each file, in the order of [`PageId::ALL`].
    outlines: [OnceLock<Outline>; PageId::ALL.len()],
    /// Page of each file, in the same order.
    pages: [OnceLock<Page>; PageId::ALL.len()],
}

impl Guide {
    /// Creates a guide from these texts, in a language.
    pub const fn new(language: Language, texts: PageTexts) -> Self {
        Self {
            language,
            texts,
            outlines: [const { OnceLock::new() }; PageId::ALL.len()],
            pages: [const { OnceLock::new() }; PageId::ALL.len()],
        }
    }

    /// Returns the headings of a page.
    pub fn outline(&self, id: PageId) -> &Outline {
        self.outlines[id as usize].get_or_init(|| Outline::of(self.texts[id as usize]))
    }

    /// Returns a page.
    pub fn page(&self, id: PageId) -> &Page {
        self.pages[id as usize].get_or_init(|| {
            // No embedded page is damaged: the tests refuse that.
            let mut page =
                parse::page(id, self.texts[id as usize]).unwrap_or_else(|_| Page::empty(id));
            if id != PageId::Glossary {
                terms::mark(&mut page, &self.page(PageId::Glossary).terms);
            }
            page
        })
    }

    /// Returns all pages.
    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        PageId::ALL.into_iter().map(|id| self.page(id))
    }

    /// Returns the term of the glossary that a whole text names, in either language; `None` if it names
    /// none.
    pub fn term(&self, text: &str) -> Option<&Term> {
        terms::named(&self.page(PageId::Glossary).terms, text)
    }

    /// Returns the topic named by a link; `None` if there is none.
    pub fn topic(&self, id: &TopicId) -> Option<&Topic> {
        self.page(id.page)
            .topics
            .iter()
            .find(|topic| topic.id == id.topic)
    }
}

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

    const fn empty(id: PageId) -> Self {
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

/// Returns the Markdown text of an embedded page.
pub fn embedded_text(page: PageId, language: Language) -> &'static str {
    macro_rules! texts {
        ($folder:literal) => {
            [
                include_str!(concat!("../../assets/guide/", $folder, "/reporting.md")),
                include_str!(concat!(
                    "../../assets/guide/",
                    $folder,
                    "/victim-services.md"
                )),
                include_str!(concat!(
                    "../../assets/guide/",
                    $folder,
                    "/restorative-justice.md"
                )),
                include_str!(concat!("../../assets/guide/", $folder, "/compensation.md")),
                include_str!(concat!(
                    "../../assets/guide/",
                    $folder,
                    "/duty-to-report.md"
                )),
                include_str!(concat!("../../assets/guide/", $folder, "/glossary.md")),
            ]
        };
    }
    const ENGLISH: [&str; 6] = texts!("en");
    const FRENCH: [&str; 6] = texts!("fr");
    match language {
        Language::En => ENGLISH[page as usize],
        Language::Fr => FRENCH[page as usize],
    }
}
