//! Changes of the worker's list, with the notices after a change and after its undo.

use super::notice::{Notice, NoticeValue};
use crate::bookmarks::Change;

/// Change made by the worker, with the name of its contact if the notice has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Done {
    /// A contact became a bookmark.
    Bookmarked(String),
    /// A bookmark was removed.
    Removed(String),
    /// A note was written.
    NoteSaved(String),
    /// Labels were written.
    LabelsSaved(String),
    /// The result of a call was stored.
    Marked(String),
    /// The result of a call was stored in place of an error found earlier.
    MarkReplaced {
        /// Name of the contact.
        name: String,
        /// Error found earlier, in words.
        what: String,
    },
    /// An error found in a call was stored.
    MarkedWrong(String),
    /// A number was found out of service.
    MarkedDead {
        /// Name of the contact.
        name: String,
        /// Number, as dialled.
        number: String,
    },
    /// The result of a call was removed.
    Unmarked,
    /// A bookmark was moved.
    Moved,
    /// The directory's present numbers were accepted.
    ChangesAccepted,
    /// An own contact was added or changed.
    OwnSaved(String),
    /// An own contact was removed.
    OwnRemoved(String),
    /// A list in a file was merged into the worker's.
    ListTaken(String),
}

impl Done {
    /// Returns the notice for a change that is on the disk.
    pub(super) fn notice(&self) -> Notice {
        match self {
            Self::Bookmarked(name) => named("notice-bookmarked", name),
            Self::Removed(name) => named("notice-removed", name).in_lines("plain-removed"),
            Self::NoteSaved(name) => named("notice-note-saved", name),
            Self::LabelsSaved(name) => named("notice-labels-saved", name),
            Self::Marked(name) => named("notice-marked", name),
            Self::MarkReplaced { name, what } => {
                let facts = vec![("name", name.clone()), ("what", what.clone())];
                Notice::with("notice-mark-replaced", facts).in_lines("plain-mark-replaced")
            }
            Self::MarkedWrong(name) => {
                named("notice-marked-wrong", name).in_lines("plain-marked-wrong")
            }
            Self::MarkedDead { number, .. } => {
                let number = NoticeValue::Number(number.clone());
                let notice = Notice::with("notice-marked-dead", [("number", number)]);
                notice.in_lines("plain-marked-dead")
            }
            Self::Unmarked => Notice::new("notice-unmarked"),
            Self::Moved => Notice::new("notice-moved"),
            Self::ChangesAccepted => Notice::new("notice-changes-accepted"),
            Self::OwnSaved(name) => named("notice-own-saved", name),
            Self::OwnRemoved(name) => {
                named("notice-own-removed", name).in_lines("plain-own-removed")
            }
            Self::ListTaken(name) => named("notice-list-taken", name).in_lines("plain-list-taken"),
        }
    }

    /// Returns the description of the change, without the key for undo.
    pub(super) fn what(&self) -> Notice {
        match self {
            Self::Removed(name) => named("undo-removed", name),
            Self::OwnRemoved(name) => named("undo-own-removed", name),
            Self::Marked(name)
            | Self::MarkReplaced { name, .. }
            | Self::MarkedWrong(name)
            | Self::MarkedDead { name, .. } => named("undo-marked", name),
            Self::Unmarked => Notice::new("undo-unmarked"),
            Self::Moved => Notice::new("undo-moved"),
            Self::ChangesAccepted => Notice::new("undo-changes-accepted"),
            Self::ListTaken(name) => named("undo-list-taken", name),
            _ => self.notice(),
        }
    }

    /// Returns the notice after `change` undid it.
    pub(super) fn undone(&self, change: &Change) -> Notice {
        match (self, change) {
            (Self::Removed(name) | Self::OwnRemoved(name), _) => named("notice-back", name),
            // The contact had no bookmark before.
            (
                Self::Bookmarked(name) | Self::NoteSaved(name) | Self::LabelsSaved(name),
                Change::Remove { .. },
            ) => named("notice-no-bookmark", name),
            (Self::Bookmarked(_), _) => Notice::new("notice-undone"),
            (Self::NoteSaved(name), _) => named("notice-note-back", name),
            (Self::LabelsSaved(name), _) => named("notice-labels-back", name),
            (Self::OwnSaved(name), Change::OwnRemove { .. }) => named("notice-own-undone", name),
            (Self::OwnSaved(name), _) => named("notice-own-back", name),
            (
                Self::Marked(_)
                | Self::MarkReplaced { .. }
                | Self::MarkedWrong(_)
                | Self::MarkedDead { .. },
                Change::Unmark { .. },
            ) => Notice::new("notice-unmarked"),
            (
                Self::Marked(_)
                | Self::MarkReplaced { .. }
                | Self::MarkedWrong(_)
                | Self::MarkedDead { .. }
                | Self::Unmarked,
                _,
            ) => Notice::new("notice-mark-back"),
            (Self::Moved, _) => Notice::new("notice-moved-back"),
            (Self::ChangesAccepted, _) => Notice::new("notice-changes-back"),
            (Self::ListTaken(name), _) => named("notice-list-back", name),
        }
    }
}

fn named(id: &'static str, name: &str) -> Notice {
    Notice::with(id, vec![("name", name.to_owned())])
}
