//! Parts of the list. Each part that changes on its own has the time of its last change, so that
//! diverged lists can be merged part by part.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::own::OwnContact;
use super::saved::{SavedName, SavedPhone, SavedText};
use crate::directory::{Contact, Phone, PhoneKind, StreetRedactor};

/// Contact that is bookmarked, or (`removed`) was bookmarked until recently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Entry {
    /// Id of the contact.
    pub id: String,
    /// Time when the contact was bookmarked.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub added: Timestamp,
    /// Time of the last removal; the entry is still removed unless another part is newer. Kept for
    /// [`super::merge::TOMBSTONE_DAYS`], so that an old copy of the file does not restore it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date-time"))]
    pub removed: Option<Timestamp>,
    /// Name and phones, shown once the contact has left the directory.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snapshot: Option<Snapshot>,
    /// The worker's note about the service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
    /// The worker's labels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub labels: Option<Labels>,
    /// Position in the worker's order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Fields of newer programs, preserved.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

impl Entry {
    /// Creates a bookmark without further data.
    pub fn new(id: &str, added: Timestamp) -> Self {
        Self {
            id: id.to_owned(),
            added,
            removed: None,
            snapshot: None,
            note: None,
            labels: None,
            place: None,
            rest: Map::new(),
        }
    }

    /// Returns the time of the last change that prevails over an older removal. A change of the
    /// position does not: moving a neighbour can cause it.
    pub fn touched(&self) -> Timestamp {
        [
            self.snapshot.as_ref().map(|part| part.at),
            self.note.as_ref().map(|part| part.at),
            self.labels.as_ref().map(|part| part.at),
        ]
        .into_iter()
        .flatten()
        .fold(self.added, Timestamp::max)
    }

    /// Returns true if the entry is on the list: a removal wins over older changes, and loses to
    /// newer ones.
    pub fn is_alive(&self) -> bool {
        self.removed.is_none_or(|removed| self.touched() > removed)
    }

    /// Returns the note; empty if there is none.
    pub fn note(&self) -> &str {
        self.note.as_ref().map_or("", |note| &note.text)
    }

    /// Returns the labels.
    pub fn labels(&self) -> &[String] {
        self.labels.as_ref().map_or(&[], |labels| &labels.names)
    }

    /// Returns the newest time in the entry: a new change must be later.
    pub(super) fn newest(&self) -> Timestamp {
        let place = self.place.as_ref().map_or(self.added, |place| place.at);
        self.touched()
            .max(place)
            .max(self.removed.unwrap_or(self.added))
    }

    /// Deletes the parts covered by the last removal, so that a removed note is deleted from the
    /// file.
    pub(in crate::bookmarks) fn settle(&mut self) {
        let Some(removed) = self.removed else { return };
        self.note.take_if(|part| part.at <= removed);
        self.labels.take_if(|part| part.at <= removed);
        self.place.take_if(|part| part.at <= removed);
    }
}

/// A contact's name and phones at the time of bookmarking, or of the last update that the worker
/// accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Snapshot {
    /// Time when the snapshot was taken.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub at: Timestamp,
    /// Name of the contact.
    pub name: SavedName,
    /// Numbers, the one to call first at the head.
    pub phones: Vec<SavedPhone>,
    /// Opening hours, empty if none were stated; `None` in the file of an older program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<SavedText>,
    /// Name of the file of the team's list that the contact was taken from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<String>,
    /// Fields of newer programs, preserved.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

impl Snapshot {
    /// Creates a snapshot of a contact of the directory.
    pub fn of(contact: &Contact, at: Timestamp) -> Self {
        Self {
            at,
            name: SavedName::from(&contact.name),
            phones: contact.phones.iter().map(SavedPhone::from).collect(),
            hours: Some(hours_of(contact)),
            team: None,
            rest: Map::new(),
        }
    }

    /// Returns the number to call of a contact that has left the directory: the first that is not a
    /// fax. One that the worker found out of service (`dead`, as dialled) gives way to another.
    pub fn number(&self, dead: &[String]) -> Option<Phone> {
        let phones = self.phones.iter().map(Phone::from);
        let mut phones: Vec<Phone> = phones
            .filter(|phone| phone.kind != PhoneKind::Fax)
            .collect();
        let answered = phones.iter().position(|phone| !phone.is_among(dead));
        (!phones.is_empty()).then(|| phones.swap_remove(answered.unwrap_or(0)))
    }

    /// Returns true if the hours differ. Hours that an older program did not keep differ from none, and those
    /// of an own contact that tell an address are not compared: they may be of a secret place.
    pub fn hours_differ(&self, contact: &Contact) -> bool {
        let now = hours_of(contact);
        let differ = |kept: &SavedText| {
            let tells = || contact.is_own() && StreetRedactor::default().tells(&kept.en);
            (kept.en != now.en || kept.fr != now.fr) && !tells()
        };
        self.hours.as_ref().is_some_and(differ)
    }

    /// Returns true if the numbers to dial differ: another number, extension or kind. Labels are
    /// not compared.
    pub fn phones_differ(&self, phones: &[Phone]) -> bool {
        let same = |saved: &SavedPhone, phone: &Phone| {
            saved.number == phone.number
                && saved.extension == phone.extension
                && saved.kind == phone.kind
        };
        self.phones.len() != phones.len()
            || !self
                .phones
                .iter()
                .all(|saved| phones.iter().any(|phone| same(saved, phone)))
    }
}

fn hours_of(contact: &Contact) -> SavedText {
    let hours = contact.hours.as_ref();
    hours.map_or_else(SavedText::default, SavedText::from)
}

/// Note about a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Note {
    /// Time of writing.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub at: Timestamp,
    /// Text; empty if the note was removed.
    pub text: String,
    /// Fields of newer programs, preserved.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

/// Labels of a bookmark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Labels {
    /// Time of the change.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub at: Timestamp,
    /// Labels, without duplicates, in the worker's order.
    pub names: Vec<String>,
    /// Fields of newer programs, preserved.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

/// Position of a bookmark in the worker's order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// Time of the move.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub at: Timestamp,
    /// Fractional index in hexadecimal digits: entries are sorted by it as text, and a further key
    /// always fits between two.
    pub key: String,
    /// Fields of newer programs, preserved.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

/// Own contact, entered by the worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Own {
    /// Id: [`OwnContact::ID_PREFIX`] and a unique part.
    pub id: String,
    /// Time of the last edit.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub at: Timestamp,
    /// Time of removal, kept like [`Entry::removed`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date-time"))]
    pub removed: Option<Timestamp>,
    /// Content; `None` once the contact is removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<OwnContact>,
    /// Fields of newer programs, preserved.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

impl Own {
    /// Returns the newest time in the contact: a new change must be later.
    pub(super) fn newest(&self) -> Timestamp {
        self.removed.map_or(self.at, |removed| removed.max(self.at))
    }

    /// Deletes the content covered by the last removal.
    pub(in crate::bookmarks) fn settle(&mut self) {
        if self.removed.is_some_and(|removed| self.at <= removed) {
            self.contact = None;
        }
    }
}
