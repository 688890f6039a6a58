//! What the list is made of. Each part that the worker can change on its own carries the time of
//! its last change, so that lists that grew apart can be merged part by part.

use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::own::OwnContact;
use super::saved::{SavedName, SavedPhone};
use crate::directory::{Contact, Phone};

/// A contact that she bookmarked, or (`removed`) had bookmarked until lately.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Entry {
    /// The contact's id.
    pub id: String,
    /// When it was bookmarked.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub added: Timestamp,
    /// When it was removed last; it is still removed unless something is newer. Kept for
    /// [`super::merge::TOMBSTONE_DAYS`], so that an old copy of the file does not bring it back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date-time"))]
    pub removed: Option<Timestamp>,
    /// Name and phones, for the day when the directory no longer has them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snapshot: Option<Snapshot>,
    /// Her note about the service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
    /// Her labels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub labels: Option<Labels>,
    /// Where it stands in her order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Fields of newer programs, kept.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

impl Entry {
    /// A bookmark of that contact, and nothing more.
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

    /// When she last did something to it that speaks for keeping it. Its place does not: moving a
    /// neighbour can change that.
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

    /// Whether it is on the list: a removal beats what is older, and not what is newer.
    pub fn is_alive(&self) -> bool {
        self.removed.is_none_or(|removed| self.touched() > removed)
    }

    /// Her note; empty where there is none.
    pub fn note(&self) -> &str {
        self.note.as_ref().map_or("", |note| &note.text)
    }

    /// Her labels.
    pub fn labels(&self) -> &[String] {
        self.labels.as_ref().map_or(&[], |labels| &labels.names)
    }

    /// The newest time in the entry: what a new change must be later than.
    pub(super) fn newest(&self) -> Timestamp {
        let place = self.place.as_ref().map_or(self.added, |place| place.at);
        self.touched()
            .max(place)
            .max(self.removed.unwrap_or(self.added))
    }

    /// Takes away what the last removal took away, so that a removed note is really gone.
    pub(in crate::bookmarks) fn settle(&mut self) {
        let Some(removed) = self.removed else { return };
        self.note.take_if(|part| part.at <= removed);
        self.labels.take_if(|part| part.at <= removed);
        self.place.take_if(|part| part.at <= removed);
    }
}

/// A contact's name and phones as they were when she bookmarked it or accepted new ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Snapshot {
    /// When they were taken.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub at: Timestamp,
    /// The name.
    pub name: SavedName,
    /// The numbers, the one to call first at the head.
    pub phones: Vec<SavedPhone>,
    /// Fields of newer programs, kept.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

impl Snapshot {
    /// Name and phones of a contact of the directory.
    pub fn of(contact: &Contact, at: Timestamp) -> Self {
        Self {
            at,
            name: SavedName::from(&contact.name),
            phones: contact.phones.iter().map(SavedPhone::from).collect(),
            rest: Map::new(),
        }
    }

    /// Whether the numbers to dial differ from these: another number, extension or kind. A label
    /// that was reworded is no news for the worker.
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

/// A note about a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Note {
    /// When it was written.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub at: Timestamp,
    /// Her words; empty where she took the note away.
    pub text: String,
    /// Fields of newer programs, kept.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

/// The labels of a bookmark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Labels {
    /// When they were set.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub at: Timestamp,
    /// Her words, each once, in her order.
    pub names: Vec<String>,
    /// Fields of newer programs, kept.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

/// Where a bookmark stands in her order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// When it was moved there.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub at: Timestamp,
    /// A fractional index in hexadecimal digits: entries are sorted by it as text, and there is
    /// always room for another between two.
    pub key: String,
    /// Fields of newer programs, kept.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

/// A contact that she wrote down herself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Own {
    /// Its id: [`OwnContact::ID_PREFIX`] and something that no other has.
    pub id: String,
    /// When it was last edited.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub at: Timestamp,
    /// When it was removed, kept like [`Entry::removed`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date-time"))]
    pub removed: Option<Timestamp>,
    /// What she wrote; gone once it is removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<OwnContact>,
    /// Fields of newer programs, kept.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

impl Own {
    /// The newest time in it: what a new change must be later than.
    pub(super) fn newest(&self) -> Timestamp {
        self.removed.map_or(self.at, |removed| removed.max(self.at))
    }

    /// Takes away what the last removal took away.
    pub(in crate::bookmarks) fn settle(&mut self) {
        if self.removed.is_some_and(|removed| self.at <= removed) {
            self.contact = None;
        }
    }
}

/// What she found when she called a contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Marked {
    /// The contact's id.
    pub id: String,
    /// When she marked it, or took the mark away.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub marked: Timestamp,
    /// The day she called, by her own clock.
    #[schemars(with = "String", extend("format" = "date"))]
    pub on: Date,
    /// The contact's name on that day, for whoever reads the corrections.
    #[serde(default)]
    pub name: SavedName,
    /// Whether it answered and was right.
    #[serde(default)]
    pub reached: bool,
    /// What was wrong with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wrong: Option<Wrong>,
    /// Her words on what was wrong.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Fields of newer programs, kept.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

impl Marked {
    /// The mark; `None` where she took it away.
    pub fn mark(&self) -> Option<Mark> {
        match (self.wrong, self.reached) {
            (Some(kind), _) => Some(Mark::Wrong {
                kind,
                text: self.text.clone(),
            }),
            (None, true) => Some(Mark::Reached),
            (None, false) => None,
        }
    }

    /// Replaces the mark; `None` takes it away.
    pub(super) fn set(&mut self, mark: Option<Mark>) {
        (self.reached, self.wrong, self.text) = match mark {
            Some(Mark::Reached) => (true, None, String::new()),
            Some(Mark::Wrong { kind, text }) => (false, Some(kind), text),
            None => (false, None, String::new()),
        };
    }
}

/// What she says about a contact after she called it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// She reached it, and what the card says is right.
    Reached,
    /// Something is wrong.
    Wrong {
        /// What kind of thing.
        kind: Wrong,
        /// A line in her words; may be empty.
        text: String,
    },
}

/// What can be wrong with a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Wrong {
    /// Nobody answers at the number, or it is somebody else's.
    NumberDead,
    /// It answers at other hours.
    HoursChanged,
    /// The service is gone.
    Closed,
    /// Anything else; her words say what.
    Other,
}

impl Wrong {
    /// Every one, in the order in which the screen lists them.
    pub const ALL: [Self; 4] = [
        Self::NumberDead,
        Self::HoursChanged,
        Self::Closed,
        Self::Other,
    ];

    /// Id of the message that names it.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::NumberDead => "bookmarks-wrong-number-dead",
            Self::HoursChanged => "bookmarks-wrong-hours-changed",
            Self::Closed => "bookmarks-wrong-closed",
            Self::Other => "bookmarks-wrong-other",
        }
    }
}
