//! Changes of the worker's list: what is said of each, and what once it is taken back.

use super::notice::Notice;
use crate::bookmarks::Change;

/// A change that the worker made, with the name of its contact where the words have one.
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
    /// A call was noted.
    Marked(String),
    /// The note of a call was taken away.
    Unmarked,
    /// A bookmark was moved.
    Moved,
    /// The directory's numbers of today were taken over.
    PhonesAccepted,
    /// A contact of her own was added or changed.
    OwnSaved(String),
    /// A contact of her own was removed.
    OwnRemoved(String),
}

impl Done {
    /// Returns what is said once it is on the disk.
    pub(super) fn notice(&self) -> Notice {
        match self {
            Self::Bookmarked(name) => named("notice-bookmarked", name),
            Self::Removed(name) => named("notice-removed", name).in_lines("plain-removed"),
            Self::NoteSaved(name) => named("notice-note-saved", name),
            Self::LabelsSaved(name) => named("notice-labels-saved", name),
            Self::Marked(name) => named("notice-marked", name),
            Self::Unmarked => Notice::new("notice-unmarked"),
            Self::Moved => Notice::new("notice-moved"),
            Self::PhonesAccepted => Notice::new("notice-phones-accepted"),
            Self::OwnSaved(name) => named("notice-own-saved", name),
            Self::OwnRemoved(name) => {
                named("notice-own-removed", name).in_lines("plain-own-removed")
            }
        }
    }

    /// Returns what it was, without a key that takes it back.
    pub(super) fn what(&self) -> Notice {
        match self {
            Self::Removed(name) => named("undo-removed", name),
            Self::OwnRemoved(name) => named("undo-own-removed", name),
            Self::Marked(name) => named("undo-marked", name),
            Self::Unmarked => Notice::new("undo-unmarked"),
            Self::Moved => Notice::new("undo-moved"),
            Self::PhonesAccepted => Notice::new("undo-phones-accepted"),
            _ => self.notice(),
        }
    }

    /// Returns what is said once `change` took it back.
    pub(super) fn undone(&self, change: &Change) -> Notice {
        match (self, change) {
            (Self::Removed(name) | Self::OwnRemoved(name), _) => named("notice-back", name),
            // It was no bookmark before.
            (
                Self::Bookmarked(name) | Self::NoteSaved(name) | Self::LabelsSaved(name),
                Change::Remove { .. },
            ) => named("notice-no-bookmark", name),
            (Self::Bookmarked(_), _) => Notice::new("notice-undone"),
            (Self::NoteSaved(name), _) => named("notice-note-back", name),
            (Self::LabelsSaved(name), _) => named("notice-labels-back", name),
            (Self::OwnSaved(name), Change::OwnRemove { .. }) => named("notice-own-undone", name),
            (Self::OwnSaved(name), _) => named("notice-own-back", name),
            (Self::Marked(_), Change::Unmark { .. }) => Notice::new("notice-unmarked"),
            (Self::Marked(_) | Self::Unmarked, _) => Notice::new("notice-mark-back"),
            (Self::Moved, _) => Notice::new("notice-moved-back"),
            (Self::PhonesAccepted, _) => Notice::new("notice-phones-back"),
        }
    }
}

fn named(id: &'static str, name: &str) -> Notice {
    Notice::with(id, vec![("name", name.to_owned())])
}
