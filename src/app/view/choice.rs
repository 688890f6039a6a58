//! Choices from a list or a map.

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
