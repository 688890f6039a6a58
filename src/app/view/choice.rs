//! Choices from a list or a map.

use super::filter::{FilterRow, FilterValue};
use crate::bookmarks::{Tried, Wrong};
use crate::directory::{Category, Region};
use crate::settings::{ThemeName, UncoverKey};

/// Subject of a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Region of work.
    Region,
    /// Theme of the screen.
    Theme,
    /// Minutes without a key after which the screen is covered.
    Idle,
    /// Tab that opens first.
    FirstTab,
    /// Key that uncovers the screen.
    Uncover,
    /// Filter by category.
    Category,
    /// Filter by region.
    FilterRegion,
    /// Filter by spoken language.
    Language,
    /// Filter by audience.
    Audience,
    /// Filter of the bookmarks by label.
    Label,
    /// Result of a call to this contact, with the index of its number.
    Mark(String, usize),
    /// Number of this contact that was found out of service.
    DeadLine(String),
    /// Category of an own contact.
    OwnCategory,
    /// Region of an own contact.
    OwnRegion,
    /// Action on this number of conflict copies left by a sync tool.
    Conflicts(usize),
}

impl Choice {
    /// Returns true for a choice of a region.
    pub const fn is_of_regions(&self) -> bool {
        matches!(self, Self::Region | Self::FilterRegion | Self::OwnRegion)
    }

    /// Returns true for a choice in the form of an own contact.
    pub const fn is_for_own_form(&self) -> bool {
        matches!(self, Self::OwnCategory | Self::OwnRegion)
    }
}

/// Value to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChoiceValue {
    /// Region of work.
    Region(Region),
    /// Theme of the screen.
    Theme(ThemeName),
    /// Minutes without a key after which the screen is covered; 0 for never.
    Idle(u16),
    /// Digit of the tab that opens first.
    FirstTab(u8),
    /// Key that uncovers the screen.
    Uncover(UncoverKey),
    /// Value of a filter.
    Filter(FilterRow, FilterValue),
    /// Label of the listed bookmarks; `None` for all bookmarks.
    Label(Option<String>),
    /// Result of a call to this contact, with the index of its number.
    Mark(String, usize, CallResult),
    /// Number that was found out of service.
    DeadLine {
        /// Id of the contact.
        id: String,
        /// Index of the number.
        line: usize,
        /// Number, as dialled.
        number: String,
        /// True if it was found out of service before.
        is_dead: bool,
    },
    /// Category of an own contact.
    OwnCategory(Category),
    /// Region of an own contact.
    OwnRegion(Region),
    /// Merge the conflict copies.
    MergeConflicts,
    /// Leave the conflict copies for another time.
    LeaveConflicts,
}

/// Result of a call, as it is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallResult {
    /// The contact answered, and its data were right.
    Reached,
    /// Unanswered call, or one without help.
    Tried(Tried),
    /// The data were wrong.
    Wrong(Wrong),
    /// No result: the mark is removed.
    Nothing,
}
