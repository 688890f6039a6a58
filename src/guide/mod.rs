//! Guide in both languages: topics with points to know, do, say and avoid.
//!
//! Independent of the terminal and the screens.

pub mod check;
mod numbers;
mod outline;
mod page;
mod parse;
mod terms;

use std::sync::OnceLock;

use crate::i18n::Language;

pub use numbers::phone_numbers;
pub use outline::Outline;
pub use page::{Inline, Page, PageId, Point, PointKind, Target, Term, Topic, TopicId};
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
