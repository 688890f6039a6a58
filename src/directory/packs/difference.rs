//! Differences between two versions of a directory, by contact.

use std::collections::HashMap;

use crate::directory::{Contact, Name, Phone};
use crate::i18n::Text;

/// A change of a contact that matters to callers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its id.
    pub id: String,
    /// Its name, as it was.
    pub name: Name,
    /// Kind of change.
    pub change: Change,
}

/// One thing that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The directory has it no more.
    Gone,
    /// Its numbers, as they are dialled.
    Numbers {
        /// Before.
        was: Vec<String>,
        /// Now.
        now: Vec<String>,
    },
    /// Its hours.
    Hours {
        /// Before.
        was: Option<Text>,
        /// Now.
        now: Option<Text>,
    },
}

/// Returns the changes from `old` to `new`, in the order of `old`.
pub fn between(old: &[Contact], new: &[Contact]) -> Vec<Difference> {
    let by_id: HashMap<&str, &Contact> = new.iter().map(|one| (one.id.as_str(), one)).collect();
    let mut found = Vec::new();
    for contact in old {
        let now = by_id.get(contact.id.as_str()).copied();
        let difference = |change| Difference {
            id: contact.id.clone(),
            name: contact.name.clone(),
            change,
        };
        found.extend(changes(contact, now).into_iter().map(difference));
    }
    found
}

fn changes(old: &Contact, new: Option<&Contact>) -> Vec<Change> {
    let Some(new) = new else {
        return vec![Change::Gone];
    };
    let mut changes = Vec::new();
    let numbers =
        |contact: &Contact| -> Vec<String> { contact.phones.iter().map(Phone::dialled).collect() };
    let (was, now) = (numbers(old), numbers(new));
    if was != now {
        changes.push(Change::Numbers { was, now });
    }
    if old.hours != new.hours {
        changes.push(Change::Hours {
            was: old.hours.clone(),
            now: new.hours.clone(),
        });
    }
    changes
}
