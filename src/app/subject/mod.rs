//! Subject of the reader, and target of a key.

pub mod papers;

use crate::app::view::choice::ChoiceValue;
use crate::document::Link;
use crate::guide::TopicId;
use papers::{FoundList, FoundPack, Handed, Refused, Sent, WrittenFile};

/// Kind of a page over the tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// Help on the keys.
    Help,
    /// Terms of the field in both languages.
    Glossary,
    /// Terms of the glossary that are marked in a topic.
    Terms(TopicId),
    /// Number in large digits.
    Number(String),
    /// Number or address as a code to scan.
    Code(String),
    /// Card of a contact.
    Card(String),
    /// A topic in both languages.
    TopicInBoth(TopicId),
    /// Card of a contact in both languages.
    CardInBoth(String),
    /// Sources of a contact's facts.
    ContactSources(String),
    /// Sources of a topic's points.
    TopicSources(TopicId),
    /// Page to hand over, before it is written.
    Handout(Box<Handed>),
    /// Corrections of a pack, before they are written.
    Corrections(Box<Sent>),
    /// Corrections as codes to scan, from the one with this index on.
    CorrectionsCode(Box<Sent>, usize),
    /// List of the team, by its index.
    TeamList(usize),
    /// The worker's list to give, before it is written: the name of its file.
    Give(String),
    /// List read from a file, before it is merged.
    Take(Box<FoundList>),
    /// Pack read from a file, before it is installed.
    TakePack(Box<FoundPack>),
    /// File that is not taken.
    Refused(Box<Refused>),
    /// Way of a file from a USB key into the folder of exchanged files.
    Bring,
    /// Written file, with the ways to open it, to take it along and to remove it.
    Written(Box<WrittenFile>),
}

impl PageKind {
    /// Returns true for a page of sources.
    pub(super) const fn is_of_sources(&self) -> bool {
        matches!(self, Self::ContactSources(_) | Self::TopicSources(_))
    }

    /// Returns true for a page in both languages.
    pub(super) const fn is_in_both(&self) -> bool {
        matches!(self, Self::TopicInBoth(_) | Self::CardInBoth(_))
    }
}

/// Subject of the reader: a page over the tab, or the item beside its list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Topic of the guide.
    Topic(TopicId),
    /// Page: help, card, sources.
    Page(PageKind),
    /// First of the questions, before it is asked.
    Questions,
    /// Need by its index: its first step, and the numbers to call.
    Need(usize),
    /// Search without hits: the query, and alternatives.
    NothingFound,
    /// List without bookmarks.
    Nothing,
}

impl Subject {
    /// Returns true for a text of the guide or the directory; false for codes, large numbers, and pages
    /// that show a file.
    pub(super) const fn is_text(&self) -> bool {
        match self {
            Self::Page(kind) => matches!(
                kind,
                PageKind::Help
                    | PageKind::Glossary
                    | PageKind::Terms(_)
                    | PageKind::Card(_)
                    | PageKind::TopicInBoth(_)
                    | PageKind::CardInBoth(_)
                    | PageKind::ContactSources(_)
                    | PageKind::TopicSources(_)
            ),
            Self::Topic(_) | Self::Questions | Self::Need(_) => true,
            Self::NothingFound | Self::Nothing => false,
        }
    }
}

/// Target of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pointed {
    /// Subject of the reader or selected item, with its focused link.
    At(Subject, Option<Link>),
    /// Value of a list of choices; `None` for an item without one.
    Choice(Option<ChoiceValue>),
    /// Item of another list, by its text.
    Item(String),
    /// Something that neither other sessions nor the clock can change: a text field, a form.
    Elsewhere,
}
