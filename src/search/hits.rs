//! What goes into a search and what comes out of it.

use std::collections::HashSet;
use std::ops::Range;

use crate::directory::{Audience, Filters, LanguageCode, Region};
use crate::guide::TopicId;
use crate::i18n::{Language, Text};

pub use super::query::parse::MOST_WORDS;
use super::query::word_match::Need;

/// A topic of the guide, as it is searched.
#[derive(Clone, Debug)]
pub struct TopicText {
    /// Its name.
    pub id: TopicId,
    /// Its title as hits show it; where the page gives the meaning, with the page's title.
    pub title: Text,
    /// Everything that it says.
    pub body: Text,
}

/// What the worker asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words that she typed.
    pub text: String,
    /// What every hit must pass.
    pub filters: Filters,
}

/// Who asks: it decides the order of the hits, never which there are.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The language that names are shown in; spans refer to it.
    pub language: Language,
    /// Where she works; [`Region::Ca`] for all of Canada.
    pub region: Region,
    /// Ids of the contacts that she bookmarked: first among equals.
    pub preferred: &'a HashSet<String>,
}

/// What was found, the best first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// In rank order; for a query with words, the best [`MOST`] at most.
    pub hits: Vec<Hit>,
    /// How many were found in all; in a large directory, at least so many.
    pub total: usize,
    /// The words of the query that were taken as filters, in the query's order.
    pub chips: Vec<Chip>,
    /// What to leave out to find anything; empty where there are hits.
    pub suggestions: Vec<Suggestion>,
    /// So many more might be found: they do not state their languages, and one is asked for; in a
    /// large directory, at least so many.
    pub languages_unstated: usize,
    /// The query has more words than are looked up: the first [`MOST_WORDS`] with a meaning are.
    pub cut: bool,
    /// The search was stopped before its end: these are the best so far.
    pub partial: bool,
    /// What the words of the query were met by: enough to say of any hit why it is there.
    pub(super) needs: Vec<Need>,
    /// The query's text.
    pub(super) text: String,
    /// No word was found: these are names that have its letters, which are marked already.
    pub(super) scattered: bool,
}

impl Hits {
    /// The bytes of the words in the query that ask for what is open now.
    pub fn open_now_words(&self) -> Option<Range<usize>> {
        let mut chips = self.chips.iter();
        let chip = chips.find(|chip| chip.filter == ChipFilter::OpenNow)?;
        Some(chip.words.clone())
    }

    /// The bytes of the words in the query that are nowhere, so that others found these hits.
    pub fn words_not_found(&self) -> Vec<Range<usize>> {
        if self.hits.is_empty() || self.scattered {
            return Vec::new();
        }
        // A letter alone is a word that has just been begun.
        let nowhere =
            |need: &&Need| need.sources.is_empty() && !need.means_else && need.word.text.len() > 1;
        let needs = self.needs.iter().filter(nowhere);
        needs.map(|need| need.word.range.clone()).collect()
    }

    /// Whether only what is open now is asked for, by a filter or by words.
    pub fn ask_for_open_now(&self, filters: &Filters) -> bool {
        filters.open_now || self.open_now_words().is_some()
    }
}

/// The most hits that a query with words gives: nobody reads on after so many, and the total is
/// still counted.
pub const MOST: usize = 1000;

/// One thing found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub item: Item,
    /// The bytes of its shown name that matched, in order, on character boundaries; empty until
    /// [`super::Index::mark`] has been asked for them.
    pub spans: Vec<Range<usize>>,
    /// Its number in the index.
    pub(super) document: u32,
}

/// What a hit points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// A contact, by its place in the slice that the index was built from.
    Contact(usize),
    /// A topic of the guide, by its place in the slice that the index was built from.
    Topic(usize),
}

/// Words of the query that can only mean a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// The filter.
    pub filter: ChipFilter,
    /// The bytes of the words in the query's text.
    pub words: Range<usize>,
}

/// A filter that words can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChipFilter {
    /// It serves there; Canada-wide contacts come after.
    Region(Region),
    /// It speaks that language; who does not state any comes after.
    Language(LanguageCode),
    /// It serves these people; who serves everyone comes after.
    Audience(Audience),
    /// It answers at any hour.
    AlwaysOpen,
    /// It answers now. An index has no clock: whoever has one takes out the others, by
    /// [`keep_open`](super::Index::keep_open).
    OpenNow,
}

impl ChipFilter {
    /// Id of the message that names it.
    pub fn message_id(&self) -> String {
        match self {
            Self::Region(region) => region.message_id(),
            Self::Language(language) => language.message_id(),
            Self::Audience(audience) => audience.message_id(),
            Self::AlwaysOpen => "search-chip-always-open".to_owned(),
            Self::OpenNow => "search-chip-open-now".to_owned(),
        }
    }
}

/// A way out of an empty list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What to leave out.
    pub drop: Drop,
    /// How many hits there would be; in a large directory, at least so many.
    pub hits: usize,
}

/// What a suggestion leaves out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drop {
    /// One filter of [`Query::filters`].
    Filter(FilterKind),
    /// One word or chip, by its bytes in the query's text.
    Words(Range<usize>),
}

/// Which filter of [`Filters`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the variants are the fields of `Filters`")]
pub enum FilterKind {
    Category,
    Region,
    AlwaysOpen,
    Language,
    Audience,
    NoPoliceReport,
    OpenNow,
}

impl FilterKind {
    /// Every one.
    pub const ALL: [Self; 7] = [
        Self::Category,
        Self::Region,
        Self::AlwaysOpen,
        Self::Language,
        Self::Audience,
        Self::NoPoliceReport,
        Self::OpenNow,
    ];

    /// The filters without this one; `None` where it is off already.
    pub fn dropped_from(self, filters: &Filters) -> Option<Filters> {
        let mut left = filters.clone();
        match self {
            Self::Category => left.category = None,
            Self::Region => left.region = None,
            Self::AlwaysOpen => left.always_open = false,
            Self::Language => left.language = None,
            Self::Audience => left.audience = None,
            Self::NoPoliceReport => left.no_police_report = false,
            Self::OpenNow => left.open_now = false,
        }
        (left != *filters).then_some(left)
    }
}
