//! Results of calls.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::merge::{self, after};
use super::saved::SavedName;

/// Year of a date taken while the clock was wrong ([`crate::clock::UNKNOWN`], in any time zone).
const YEAR_OF_A_WRONG_CLOCK: i16 = 1970;

/// Result of a call to a contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Marked {
    /// Id of the contact.
    pub id: String,
    /// Time when the mark was set or removed.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub marked: Timestamp,
    /// Date of the call, by the worker's clock.
    #[schemars(with = "String", extend("format" = "date"))]
    pub on: Date,
    /// Name of the contact on that date, for readers of the corrections.
    #[serde(default)]
    pub name: SavedName,
    /// True if the contact answered and its data were right.
    #[serde(default)]
    pub reached: bool,
    /// Result of an unanswered call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tried: Option<Tried>,
    /// Called number; empty if unknown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// Kind of the error in the data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wrong: Option<Wrong>,
    /// Description of the error.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Results of earlier calls by number of the contact, as dialled. Each number is a register of its
    /// own: a call to another number, here or in a copy of the list, does not repair it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub earlier: BTreeMap<String, Called>,
    /// Fields of newer programs, preserved.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

impl Marked {
    /// Creates the mark of a call.
    pub(super) fn of(
        id: String,
        name: SavedName,
        mark: Mark,
        number: String,
        on: Date,
        now: Timestamp,
    ) -> Self {
        let mut marked = Self {
            id,
            marked: now,
            on,
            name,
            reached: false,
            tried: None,
            number,
            wrong: None,
            text: String::new(),
            earlier: BTreeMap::new(),
            rest: Map::new(),
        };
        marked.set(Some(mark));
        marked
    }

    /// Returns the mark; `None` if it was removed.
    pub fn mark(&self) -> Option<Mark> {
        match (self.wrong, self.tried, self.reached) {
            (Some(kind), _, _) => Some(Mark::Wrong {
                kind,
                text: self.text.clone(),
            }),
            (None, Some(tried), _) => Some(Mark::Tried(tried)),
            (None, None, true) => Some(Mark::Reached),
            (None, None, false) => None,
        }
    }

    /// Returns true if the hours were found to have changed.
    pub fn has_other_hours(&self) -> bool {
        self.wrong == Some(Wrong::HoursChanged)
    }

    /// Returns the date of the call; `None` if the worker's clock was wrong.
    pub fn date(&self) -> Option<Date> {
        (self.on.year() > YEAR_OF_A_WRONG_CLOCK).then_some(self.on)
    }

    /// Returns the result for the called number; `None` if the number is unknown, or the call did
    /// not tell.
    fn result(&self) -> Option<(&String, Called)> {
        let dead = match (self.wrong, self.reached) {
            (Some(Wrong::NumberDead), _) => true,
            (None, true) => false,
            _ => return None,
        };
        let found = Called {
            at: self.marked,
            dead,
            withdrawn: false,
            rest: Map::new(),
        };
        (!self.number.is_empty()).then_some((&self.number, found))
    }

    /// Returns the latest result for each number, withdrawn ones included.
    pub(super) fn results(&self) -> BTreeMap<String, Called> {
        let mut results = self.earlier.clone();
        if let Some((number, found)) = self.result() {
            merge::insert(&mut results, number.clone(), found);
        }
        results
    }

    /// Returns the numbers found out of service, in this call and in earlier ones.
    pub fn dead_numbers(&self) -> impl Iterator<Item = String> {
        let results = self.results().into_iter();
        results.filter_map(|(number, found)| found.dead.then_some(number))
    }

    /// Returns the mark, and one for each number found out of service in an earlier call.
    pub fn each(&self) -> Vec<Self> {
        let own = self.result().map(|(number, _)| number);
        let earlier = self.dead_numbers().filter(|number| Some(number) != own);
        let earlier = earlier.map(|number| Self {
            reached: false,
            tried: None,
            number,
            wrong: Some(Wrong::NumberDead),
            text: String::new(),
            earlier: BTreeMap::new(),
            ..self.clone()
        });
        earlier.chain([self.clone()]).collect()
    }

    /// Keeps the results of another mark of the contact, as earlier ones.
    pub(super) fn keep_results(&mut self, other: &Self) {
        for (number, found) in other.results() {
            merge::insert(&mut self.earlier, number, found);
        }
        self.settle();
    }

    /// Keeps an error that another mark of the contact found in its data, unless this call could tell.
    pub(super) fn keep_error(&mut self, other: &Self) {
        let error = other.wrong.filter(|wrong| *wrong != Wrong::NumberDead);
        if self.tried.is_some() && error.is_some() {
            self.wrong = error;
            self.text.clone_from(&other.text);
        }
    }

    /// Leaves out the earlier result of the called number, unless it prevails.
    fn settle(&mut self) {
        let Some((number, found)) = self.result() else {
            return;
        };
        let number = number.clone();
        if self.results().get(&number) == Some(&found) {
            self.earlier.remove(&number);
        }
    }

    /// Takes the mark and the results of an older state, as changes of a later time.
    pub(super) fn go_back_to(&mut self, old: &Self, now: Timestamp) {
        let at = after(self.marked, now);
        let (before, present) = (old.results(), self.results());
        let found = before.keys().chain(present.keys());
        self.earlier = found
            .map(|number| {
                let old = before.get(number);
                let rest = old.map_or_else(Map::new, |old| old.rest.clone());
                let dead = old.is_some_and(|old| old.dead);
                let withdrawn = old.is_none_or(|old| old.withdrawn);
                let found = Called {
                    at,
                    dead,
                    withdrawn,
                    rest,
                };
                (number.clone(), found)
            })
            .collect();
        self.set(old.mark());
        (self.marked, self.on) = (at, old.on);
        self.name.clone_from(&old.name);
        self.number.clone_from(&old.number);
        self.settle();
    }

    /// Removes the mark and all results, as a change of a later time.
    pub(super) fn clear(&mut self, now: Timestamp) {
        let at = after(self.marked, now);
        let mut results = self.results();
        for found in results.values_mut() {
            (found.at, found.dead, found.withdrawn) = (at, false, true);
        }
        (self.earlier, self.marked) = (results, at);
        self.set(None);
    }

    /// Replaces the mark; `None` removes it.
    pub(super) fn set(&mut self, mark: Option<Mark>) {
        self.reached = mark == Some(Mark::Reached);
        (self.tried, self.wrong, self.text) = match mark {
            Some(Mark::Tried(tried)) => (Some(tried), None, String::new()),
            Some(Mark::Wrong { kind, text }) => (None, Some(kind), text),
            Some(Mark::Reached) | None => (None, None, String::new()),
        };
    }
}

/// Result of a call to a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Called {
    /// Time of the call.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub at: Timestamp,
    /// True if the number was out of service; false if it was answered.
    pub dead: bool,
    /// True if the result was taken back: nothing is known from this contact.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub withdrawn: bool,
    /// Fields of newer programs, preserved.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

/// Result of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The contact answered, and the card is right.
    Reached,
    /// The call was not answered.
    Tried(Tried),
    /// Something is wrong.
    Wrong {
        /// Kind of the error.
        kind: Wrong,
        /// Description in one line; may be empty.
        text: String,
    },
}

/// Result of an unanswered call.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Tried {
    /// The call was not answered.
    NoAnswer,
    /// A message was left.
    LeftMessage,
}

impl Tried {
    /// All results, in the order of the screen.
    pub const ALL: [Self; 2] = [Self::NoAnswer, Self::LeftMessage];

    /// Returns the id of the message of its name.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::NoAnswer => "bookmarks-tried-no-answer",
            Self::LeftMessage => "bookmarks-tried-left-message",
        }
    }
}

/// Kind of an error in a contact's data.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Wrong {
    /// The number is not answered, or belongs to somebody else.
    NumberDead,
    /// The hours are wrong.
    HoursChanged,
    /// The service is gone.
    Closed,
    /// Another error, described in the text.
    Other,
}

impl Wrong {
    /// All kinds, in the order of the screen.
    pub const ALL: [Self; 4] = [
        Self::NumberDead,
        Self::HoursChanged,
        Self::Closed,
        Self::Other,
    ];

    /// Returns the id of the message of its name.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::NumberDead => "bookmarks-wrong-number-dead",
            Self::HoursChanged => "bookmarks-wrong-hours-changed",
            Self::Closed => "bookmarks-wrong-closed",
            Self::Other => "bookmarks-wrong-other",
        }
    }
}
