//! Errors found by workers when calling, collected for the publisher of each directory.
//!
//! A report names services and nothing else: no worker, no machine, no client.

mod csv;
mod eml;
mod hsds;
mod json;
mod text;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::bookmarks::{List, Marked, SavedName, Tried, Wrong};
use crate::directory::{CORRECTIONS_TO, Contact, Origin, Phone, phone};
use crate::i18n::Messages;

pub use self::csv::write as csv;
pub use self::eml::write as eml;
pub use self::hsds::write as hsds;
pub use self::json::write as json;
pub use self::text::{lines, write as text};

/// Source of the contacts in a part of a report.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// Embedded directory.
    Embedded,
    /// Pack.
    Pack {
        /// Name.
        name: String,
        /// Publisher.
        publisher: String,
        /// Date of publication, `YYYY-MM-DD`.
        date: String,
        /// E-mail address or address of a page.
        corrections_to: Option<String>,
    },
    /// Contacts that no directory has any more.
    Gone,
    /// The worker's own contacts.
    Own,
}

impl Source {
    fn of(contact: Option<&Contact>, id: &str) -> Self {
        if id.starts_with(Contact::OWN_ID_PREFIX) {
            return Self::Own;
        }
        let Some(contact) = contact else {
            return Self::Gone;
        };
        contact
            .origin
            .as_deref()
            .map_or(Self::Embedded, Self::of_pack)
    }

    fn of_pack(origin: &Origin) -> Self {
        Self::Pack {
            name: origin.pack.clone(),
            publisher: origin.publisher.clone(),
            date: origin.date.clone(),
            corrections_to: origin.corrections_to.clone(),
        }
    }

    /// Returns the name of the pack; `None` for other sources.
    pub fn pack(&self) -> Option<&str> {
        match self {
            Self::Embedded => Some(crate::directory::packs::EMBEDDED),
            Self::Pack { name, .. } => Some(name),
            Self::Gone | Self::Own => None,
        }
    }

    /// Returns the address for corrections; `None` if none is set.
    pub fn address(&self) -> Option<&str> {
        match self {
            Self::Embedded => CORRECTIONS_TO,
            Self::Pack { corrections_to, .. } => corrections_to.as_deref(),
            Self::Gone | Self::Own => None,
        }
    }

    /// Returns the address for corrections if it is an e-mail address.
    pub fn mail(&self) -> Option<&str> {
        self.address()
            .filter(|address| address.contains('@') && !address.contains("://"))
    }

    /// Returns the title of the part.
    pub fn title(&self, messages: &Messages) -> String {
        match self {
            Self::Embedded => messages.text("corrections-of-embedded"),
            Self::Pack {
                name,
                publisher,
                date,
                ..
            } => messages.format(
                "corrections-of-pack",
                &[
                    ("pack", name.clone().into()),
                    ("publisher", publisher.clone().into()),
                    ("date", messages.date(date).into()),
                ],
            ),
            Self::Gone => messages.text("corrections-of-gone"),
            Self::Own => messages.text("corrections-of-own"),
        }
    }

    /// Returns the recipient of the part, or the person to ask for one.
    pub fn recipient(&self, messages: &Messages) -> String {
        match (self, self.address()) {
            (_, Some(address)) => messages.filled("corrections-to", "address", address),
            (Self::Embedded | Self::Gone, None) => messages.text("corrections-to-nobody"),
            (Self::Pack { publisher, .. }, None) => {
                messages.filled("corrections-to-publisher", "publisher", publisher)
            }
            (Self::Own, None) => messages.text("corrections-to-own"),
        }
    }
}

/// Findings on one contact, by one or several workers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Id of the contact.
    pub id: String,
    /// Name of the contact.
    pub name: SavedName,
    /// Present numbers in the directory.
    pub numbers: Vec<String>,
    /// Present hours in the directory, in English.
    hours: String,
    /// Called number; empty if unknown.
    pub number: String,
    /// Result of an unanswered call.
    pub tried: Option<Tried>,
    /// Error; `None` if all was right, or nobody answered.
    pub wrong: Option<Wrong>,
    /// Remarks, without repetitions.
    pub words: Vec<String>,
    /// Day of the last call.
    pub on: Option<Date>,
    /// Number of workers with this finding.
    pub workers: usize,
}

impl Found {
    fn of(marked: &Marked, contact: Option<&Contact>) -> Self {
        let hours = contact.and_then(|contact| contact.hours.as_ref());
        let phones = contact.map_or(&[][..], |contact| &contact.phones);
        Self {
            id: marked.id.clone(),
            name: contact.map_or_else(|| marked.name.clone(), |one| SavedName::from(&one.name)),
            numbers: phones.iter().map(Phone::dialled).collect(),
            hours: hours.map_or_else(String::new, |hours| hours.en.clone()),
            number: marked.number.clone(),
            tried: marked.tried,
            wrong: marked.wrong,
            words: Vec::new(),
            on: marked.date(),
            workers: 0,
        }
    }

    fn add(&mut self, marked: &Marked) {
        self.workers += 1;
        self.on = self.on.max(marked.date());
        let words = marked.text.trim();
        if !words.is_empty() && !self.words.iter().any(|known| known == words) {
            self.words.push(words.to_owned());
        }
    }

    /// Returns the finding in words, after the called number.
    pub fn in_words(&self, messages: &Messages) -> String {
        let tried = self.tried.map(Tried::message_id);
        let id = self.wrong.map(Wrong::message_id).or(tried);
        let words = messages.text(id.unwrap_or("bookmarks-marked-reached"));
        match self.number.as_str() {
            "" => words,
            number => format!("{} {words}", phone::shown(number, messages)),
        }
    }

    /// Returns true if the contact was reached and all was right.
    fn is_right(&self) -> bool {
        self.wrong.is_none() && self.tried.is_none()
    }
}

/// All findings on the contacts of one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Source of the contacts.
    pub source: Source,
    /// Findings of errors first, then the others; each sorted by id.
    pub found: Vec<Found>,
}

/// Returns the findings in these lists by source: the embedded directory first, the workers' own
/// contacts last.
pub fn report<'a>(
    lists: impl IntoIterator<Item = &'a List>,
    contact: impl Fn(&str) -> Option<&'a Contact>,
) -> Vec<Part> {
    let mut parts: BTreeMap<Source, BTreeMap<_, Found>> = BTreeMap::new();
    let marks = lists.into_iter().flat_map(List::marks);
    let marks: Vec<Marked> = marks.flat_map(Marked::each).collect();
    for marked in &marks {
        let known = contact(&marked.id);
        let part = parts.entry(Source::of(known, &marked.id)).or_default();
        let found = (marked.wrong, marked.tried, &marked.number);
        let key = (marked.wrong.is_none(), &marked.id, found);
        part.entry(key)
            .or_insert_with(|| Found::of(marked, known))
            .add(marked);
    }
    parts
        .into_iter()
        .map(|(source, found)| Part {
            source,
            found: found.into_values().collect(),
        })
        .collect()
}

/// Removes findings without an error, and parts that become empty.
pub fn wrong_only(mut parts: Vec<Part>) -> Vec<Part> {
    for part in &mut parts {
        part.found.retain(|found| found.wrong.is_some());
    }
    parts.retain(|part| !part.found.is_empty());
    parts
}

#[cfg(test)]
mod tests;
