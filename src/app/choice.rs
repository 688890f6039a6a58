//! What is chosen from a list or a map.

/// What is chosen from a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Where the worker works.
    Region,
    /// How the screen looks.
    Theme,
    /// After how many minutes without a key the screen is covered.
    Idle,
    /// Which tab opens first.
    FirstTab,
    /// Which key takes the cover off.
    Uncover,
    /// The filter on the category.
    Category,
    /// The filter on the region.
    FilterRegion,
    /// The filter on the language spoken.
    Language,
    /// The filter on who is served.
    Audience,
    /// The filter of the bookmarks on a label.
    Label,
    /// What she found when she called that contact, by its number at that place.
    Mark(String, usize),
    /// The category of a contact of her own.
    OwnCategory,
    /// The region of a contact of her own.
    OwnRegion,
    /// What to do with that many copies of her list that a sync tool left beside it.
    Conflicts(usize),
}

impl Choice {
    /// Returns true if it is a region that is chosen.
    pub const fn is_of_regions(&self) -> bool {
        matches!(self, Self::Region | Self::FilterRegion | Self::OwnRegion)
    }

    /// Returns true if what is chosen goes into the form of a contact of her own.
    pub const fn is_for_own_form(&self) -> bool {
        matches!(self, Self::OwnCategory | Self::OwnRegion)
    }
}
