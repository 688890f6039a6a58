//! The guide in both languages: topics with points to know, do, say and avoid.
//!
//! Knows no terminal and nothing of the program's screens.

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

/// The Markdown texts of the guide's pages in one language, in the order of [`PageId::ALL`].
pub type PageTexts = [&'static str; PageId::ALL.len()];

/// The guide in one language. Each page is parsed on first use.
#[derive(Debug)]
pub struct Guide {
    /// The language it is in.
    pub language: Language,
    texts: PageTexts,
    /// One outline a file, in the order of [`PageId::ALL`].
    outlines: [OnceLock<Outline>; PageId::ALL.len()],
    /// One page a file, in the same order.
    pages: [OnceLock<Page>; PageId::ALL.len()],
}

impl Guide {
    /// The guide of these texts, in that language.
    pub const fn new(language: Language, texts: PageTexts) -> Self {
        Self {
            language,
            texts,
            outlines: [const { OnceLock::new() }; PageId::ALL.len()],
            pages: [const { OnceLock::new() }; PageId::ALL.len()],
        }
    }

    /// The headings of that page.
    pub fn outline(&self, id: PageId) -> &Outline {
        self.outlines[id as usize].get_or_init(|| Outline::of(self.texts[id as usize]))
    }

    /// Returns that page.
    pub fn page(&self, id: PageId) -> &Page {
        self.pages[id as usize].get_or_init(|| {
            // No page is damaged: the tests refuse one.
            let mut page =
                parse::page(id, self.texts[id as usize]).unwrap_or_else(|_| Page::empty(id));
            if id != PageId::Glossary {
                terms::mark(&mut page, &self.page(PageId::Glossary).terms);
            }
            page
        })
    }

    /// Every page.
    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        PageId::ALL.into_iter().map(|id| self.page(id))
    }

    /// The topic that a link names; `None` where there is none.
    pub fn topic(&self, id: &TopicId) -> Option<&Topic> {
        self.page(id.page)
            .topics
            .iter()
            .find(|topic| topic.id == id.topic)
    }
}

/// A file of the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(usize)]
pub enum PageId {
    /// Reporting to police and others.
    Reporting,
    /// Victim services.
    VictimServices,
    /// Restorative justice.
    RestorativeJustice,
    /// Compensation programs, a topic for each province and territory.
    Compensation,
    /// The duty to report a child in need of protection, a topic for each province and territory.
    DutyToReport,
    /// The field's terms in both languages.
    Glossary,
}

impl PageId {
    /// Every one.
    pub const ALL: [Self; 6] = [
        Self::Reporting,
        Self::VictimServices,
        Self::RestorativeJustice,
        Self::Compensation,
        Self::DutyToReport,
        Self::Glossary,
    ];

    /// The file's name without its ending, as links write it.
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

    /// The page of that slug; `None` where there is none.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.slug() == slug)
    }

    /// Returns true if the topics of the page are provinces and territories.
    pub const fn is_regional(self) -> bool {
        matches!(self, Self::Compensation | Self::DutyToReport)
    }
}

/// The name of a topic: its page and its heading's id (`reporting#consent-first`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TopicId {
    /// The page it stands on.
    pub page: PageId,
    /// The heading's id.
    pub topic: String,
}

impl TopicId {
    /// The name written as links write it (`reporting#consent-first`); `None` where the page does
    /// not exist or no topic is named.
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

/// One file of the guide.
#[derive(Clone, Debug)]
pub struct Page {
    /// Id of the page.
    pub id: PageId,
    /// Its `#` heading.
    pub title: String,
    /// Topics: the `##` headings with their content.
    pub topics: Vec<Topic>,
    /// The glossary's entries; empty on every other page.
    pub terms: Vec<Term>,
    /// Note on the page's sourcing, at its end.
    pub note: Option<String>,
}

impl Page {
    /// Returns a topic's title, prefixed by the page's where the title alone is the name of a
    /// province.
    pub fn title_of(&self, topic: &Topic, messages: &Messages) -> String {
        if !self.id.is_regional() {
            return topic.title.clone();
        }
        let end = messages.text("label-end");
        format!("{}{end} {}", topic.title, self.title)
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

/// The content of one `##` heading.
#[derive(Clone, Debug)]
pub struct Topic {
    /// The heading's id, the same in both languages.
    pub id: String,
    /// The heading.
    pub title: String,
    /// Its points, in order.
    pub points: Vec<Point>,
    /// The word before [`Self::contacts`]: `Contacts:`.
    pub contacts_label: String,
    /// The links of the line of contacts.
    pub contacts: Vec<Inline>,
    /// The pages it rests on; [`Point::sources`] index it.
    pub sources: Vec<String>,
}

impl Topic {
    /// The region of a regional page's topic; `None` for any other.
    pub fn region(&self) -> Option<Region> {
        Region::from_code(&self.id)
    }
}

/// One bullet.
#[derive(Clone, Debug)]
pub struct Point {
    /// The word that it opens with, as written: **Know**, **À faire**, **Deadline** …
    pub label: String,
    /// Kind of the point, given by its first word.
    pub kind: PointKind,
    /// Its text.
    pub body: Vec<Inline>,
    /// Places in [`Topic::sources`]; empty for practice advice written for the guide.
    pub sources: Vec<usize>,
    /// Its sources are old, partial or contradicted: the worker must confirm first.
    pub confirm: bool,
}

/// The kinds of points, by the word that they open with.
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

/// A piece of a point's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Words that lead somewhere.
    Link {
        /// The words.
        label: String,
        /// Target of the links.
        target: Target,
    },
    /// A topic's first mention of a term of the glossary.
    Term {
        /// The words.
        label: String,
        /// The term's place in the glossary, the same in both languages.
        term: usize,
    },
}

/// Target of a link in the guide.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// To a contact's card.
    Contact(String),
    /// To the directory, filtered to that category.
    Category(Category),
    /// To another topic.
    Topic(TopicId),
    /// To the row of a regional page that is about the reader's own region.
    OwnRow(PageId),
    /// The emergency number of the reader's region.
    Emergency,
}

/// One entry of the glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The term in the page's language.
    pub term: String,
    /// The term in the other language.
    pub other: String,
    /// The plain meaning.
    pub meaning: String,
}

/// The Markdown text of a page inside the program.
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
