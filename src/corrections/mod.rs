//! What workers found wrong when they called, put together for whoever keeps each directory.
//!
//! A report names services and nothing else: no worker, no machine, no person who was helped.

mod csv;
mod eml;
mod hsds;
mod json;
mod text;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::bookmarks::{List, Marked, SavedName, Tried, Wrong};
use crate::directory::packs::Origin;
use crate::directory::{CORRECTIONS_TO, Contact, Phone};
use crate::i18n::Messages;

pub use self::csv::write as csv;
pub use self::eml::write as eml;
pub use self::hsds::write as hsds;
pub use self::json::write as json;
pub use self::text::{lines, write as text};

/// Whose facts a part of a report is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The directory inside the program.
    Embedded,
    /// A pack.
    Pack {
        /// Its name.
        name: String,
        /// Who answers for it.
        publisher: String,
        /// The day on which it was published, `YYYY-MM-DD`.
        date: String,
        /// An e-mail address or the address of a page.
        corrections_to: Option<String>,
    },
    /// A contact that no directory has any more.
    Gone,
    /// The worker herself: a contact of her own.
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

    /// Returns the name of the pack; `None` for what belongs to none.
    pub fn pack(&self) -> Option<&str> {
        match self {
            Self::Embedded => Some(crate::directory::packs::EMBEDDED),
            Self::Pack { name, .. } => Some(name),
            Self::Gone | Self::Own => None,
        }
    }

    /// Returns the address that corrections go to; `None` if none is set.
    pub fn address(&self) -> Option<&str> {
        match self {
            Self::Embedded => CORRECTIONS_TO,
            Self::Pack { corrections_to, .. } => corrections_to.as_deref(),
            Self::Gone | Self::Own => None,
        }
    }

    /// Returns the same if mail can be sent there.
    pub fn mail(&self) -> Option<&str> {
        self.address()
            .filter(|address| address.contains('@') && !address.contains("://"))
    }

    /// Returns the words that say what the part is about.
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

    /// Returns the words that say whom to send it to, or whom to ask.
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

/// What was found about one contact, by one worker or by several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The contact's id.
    pub id: String,
    /// Its name.
    pub name: SavedName,
    /// Its numbers as the directory has them today.
    pub numbers: Vec<String>,
    /// Its hours as the directory has them today, in English.
    hours: String,
    /// The number that was called; empty if unknown.
    pub number: String,
    /// How a call ended that nobody answered.
    pub tried: Option<Tried>,
    /// What is wrong; `None` if it was right, or nobody answered.
    pub wrong: Option<Wrong>,
    /// The words on it, each once.
    pub words: Vec<String>,
    /// The day of the last call.
    pub on: Date,
    /// How many workers found it.
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
            on: marked.on,
            workers: 0,
        }
    }

    fn add(&mut self, marked: &Marked) {
        self.workers += 1;
        self.on = self.on.max(marked.on);
        let words = marked.text.trim();
        if !words.is_empty() && !self.words.iter().any(|known| known == words) {
            self.words.push(words.to_owned());
        }
    }

    /// Returns what was found, in words, behind the number that was called.
    pub fn in_words(&self, messages: &Messages) -> String {
        let tried = self.tried.map(Tried::message_id);
        let id = self.wrong.map(Wrong::message_id).or(tried);
        let words = messages.text(id.unwrap_or("bookmarks-marked-reached"));
        match self.number.as_str() {
            "" => words,
            number => format!("{number} {words}"),
        }
    }

    /// Returns true if it was reached and all was right.
    fn is_right(&self) -> bool {
        self.wrong.is_none() && self.tried.is_none()
    }
}

/// All that was found about one pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Whose facts they are.
    pub source: Source,
    /// What is wrong first, then what is right; each by id.
    pub found: Vec<Found>,
}

/// Returns what these lists hold, by pack: the directory inside the program first, the workers' own
/// contacts last.
pub fn report<'a>(
    lists: impl IntoIterator<Item = &'a List>,
    contact: impl Fn(&str) -> Option<&'a Contact>,
) -> Vec<Part> {
    let mut parts: BTreeMap<Source, BTreeMap<_, Found>> = BTreeMap::new();
    for marked in lists.into_iter().flat_map(List::marks) {
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

/// Leaves out what was right, and parts of which nothing is left.
pub fn wrong_only(mut parts: Vec<Part>) -> Vec<Part> {
    for part in &mut parts {
        part.found.retain(|found| found.wrong.is_some());
    }
    parts.retain(|part| !part.found.is_empty());
    parts
}

#[cfg(test)]
mod tests;
