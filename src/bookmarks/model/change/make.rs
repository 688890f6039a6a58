//! Creation of changes from contacts.

use jiff::Timestamp;
use jiff::civil::Date;

use super::Change;
use crate::bookmarks::model::entry::Snapshot;
use crate::bookmarks::model::mark::Mark;
use crate::bookmarks::model::saved::SavedName;
use crate::directory::Contact;

impl Change {
    /// Creates the bookmark of a contact with its present data.
    pub fn add(contact: &Contact, now: Timestamp) -> Self {
        Self::Add {
            id: contact.id.clone(),
            snapshot: Snapshot::of(contact, now),
        }
    }

    /// Creates the acceptance of a contact's present phones and hours.
    pub fn accept_changes(contact: &Contact, now: Timestamp) -> Self {
        Self::AcceptChanges {
            id: contact.id.clone(),
            snapshot: Snapshot::of(contact, now),
        }
    }

    /// Creates the mark of a call made today.
    pub fn mark(contact: &Contact, mark: Mark, number: &str, on: Date) -> Self {
        Self::Mark {
            number: number.to_owned(),
            id: contact.id.clone(),
            name: SavedName::from(&contact.name),
            mark,
            on,
        }
    }
}
