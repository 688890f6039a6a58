//! Differences between a bookmark and the present directory and lists of the team, made by a newer pack, program
//! or list.

use strum::VariantArray;

use super::entry::Entry;
use crate::directory::Contact;

/// Kind of difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum Differs {
    /// Other numbers.
    Numbers,
    /// Other hours.
    Hours,
    /// A pack says that the service is closed, or takes it away.
    Closed,
    /// The directory no longer has the contact, without a reason.
    Gone,
    /// The list of the team that the contact was taken from no longer has it.
    OffTeam,
}

impl Differs {
    /// All kinds, in the order of listing.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// Returns the id of the message that counts bookmarks with this difference.
    pub const fn count_id(self) -> &'static str {
        match self {
            Self::Numbers => "bookmarks-changed-numbers",
            Self::Hours => "bookmarks-changed-hours",
            Self::Closed => "bookmarks-changed-closed",
            Self::Gone => "bookmarks-changed-gone",
            Self::OffTeam => "bookmarks-changed-off-team",
        }
    }

    /// Returns the id of the message about one bookmark in a list.
    pub const fn list_id(self) -> &'static str {
        match self {
            Self::Numbers => "differs-numbers",
            Self::Hours => "differs-hours",
            Self::Closed => "differs-closed",
            Self::Gone => "differs-gone",
            Self::OffTeam => "differs-off-team",
        }
    }

    /// Returns the id of the sentence on a card.
    pub const fn card_id(self) -> &'static str {
        match self {
            Self::Numbers => "card-phones-changed",
            Self::Hours => "card-hours-changed",
            Self::Closed => "card-closed",
            Self::Gone => "card-gone",
            Self::OffTeam => "card-off-team",
        }
    }
}

impl Entry {
    /// Returns the differences between the bookmark and the present contact; none for a bookmark
    /// without a snapshot. `contact` is `None` if the directory has none, and `is_closed` true if a
    /// pack says why.
    pub fn differences(&self, contact: Option<&Contact>, is_closed: bool) -> Vec<Differs> {
        let Some(kept) = &self.snapshot else {
            return Vec::new();
        };
        let Some(contact) = contact else {
            return vec![if is_closed {
                Differs::Closed
            } else {
                Differs::Gone
            }];
        };
        let numbers = kept.phones_differ(&contact.phones);
        let hours = kept.hours_differ(contact);
        [(numbers, Differs::Numbers), (hours, Differs::Hours)]
            .into_iter()
            .filter_map(|(differs, kind)| differs.then_some(kind))
            .collect()
    }
}
