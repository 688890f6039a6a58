//! What is read, and what a key acts on.

use super::papers::{Handed, Sent, Written};
use crate::document::Link;
use crate::guide::TopicId;

/// What a page over the tab shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// The keys.
    Help,
    /// The field's terms in both languages.
    Glossary,
    /// One of these terms, by its place in the glossary.
    Term(usize),
    /// A number alone, large.
    Number(String),
    /// A number or an address as a code to scan.
    Code(String),
    /// A contact's card.
    Card(String),
    /// A topic in both languages.
    TopicInBoth(TopicId),
    /// A contact's card in both languages.
    CardInBoth(String),
    /// Where a contact's facts come from.
    ContactSources(String),
    /// Where a topic's points come from.
    TopicSources(TopicId),
    /// A page to hand over, before it is written.
    Handout(Box<Handed>),
    /// What she found wrong about a pack, before it is written.
    Corrections(Box<Sent>),
    /// The same as codes to scan, from the one with that index on.
    CorrectionsCode(Box<Sent>, usize),
    /// A file that was written: where it lies, and how it is removed.
    Written(Box<Written>),
}

impl PageKind {
    /// Returns true if facts are traced to where they come from.
    pub(super) const fn is_of_sources(&self) -> bool {
        matches!(self, Self::ContactSources(_) | Self::TopicSources(_))
    }

    /// Returns true if something is shown in both languages.
    pub(super) const fn is_in_both(&self) -> bool {
        matches!(self, Self::TopicInBoth(_) | Self::CardInBoth(_))
    }
}

/// What is read: a page over the tab, or what stands beside its list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A topic of the guide.
    Topic(TopicId),
    /// A page: help, card, sources.
    Page(PageKind),
    /// The first of the questions, before it is asked.
    Questions,
    /// A need, by its place in the list of needs: its first step, and whom to call.
    Need(usize),
    /// Nothing was found: what was tried, and what to leave out.
    NothingFound,
    /// Nothing: there are no bookmarks.
    Nothing,
}

/// What a key acts on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pointed {
    /// What is read or selected, and the link of it that has the focus.
    At(Subject, Option<Link>),
    /// A choice, in its words.
    Choice(String),
    /// Something that no other session and no clock changes: a line that is written, a form.
    Elsewhere,
}
