//! Filters of the Directory as rows of a form, and their values.

use super::choice::Choice;
use crate::directory::{Audience, Category, LanguageCode, Region};
use crate::i18n::Messages;

/// Row of the form of the filters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilterRow {
    /// Category of the service.
    Category,
    /// Region served.
    Region,
    /// Open day and night.
    AlwaysOpen,
    /// Open now.
    OpenNow,
    /// Language spoken.
    Language,
    /// Audience.
    Audience,
    /// No police report needed.
    NoPoliceReport,
}

impl FilterRow {
    /// Rows from top to bottom.
    pub const ALL: [Self; 7] = [
        Self::Category,
        Self::Region,
        Self::AlwaysOpen,
        Self::OpenNow,
        Self::Language,
        Self::Audience,
        Self::NoPoliceReport,
    ];

    /// Returns the id of the message of its name.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Category => "filter-category",
            Self::Region => "filter-region",
            Self::OpenNow => "filter-open-now",
            Self::AlwaysOpen => "filter-always-open",
            Self::Language => "filter-language",
            Self::Audience => "filter-audience",
            Self::NoPoliceReport => "filter-no-police-report",
        }
    }

    /// Returns the filter set by a choice; `None` for other choices.
    pub(in crate::app) const fn set_by(choice: &Choice) -> Option<Self> {
        match choice {
            Choice::Category => Some(Self::Category),
            Choice::FilterRegion => Some(Self::Region),
            Choice::Language => Some(Self::Language),
            Choice::Audience => Some(Self::Audience),
            _ => None,
        }
    }

    /// Returns the choice of the value; `None` for a filter that is on or off.
    pub(in crate::app) const fn choice(self) -> Option<Choice> {
        match self {
            Self::Category => Some(Choice::Category),
            Self::Region => Some(Choice::FilterRegion),
            Self::Language => Some(Choice::Language),
            Self::Audience => Some(Choice::Audience),
            Self::OpenNow | Self::AlwaysOpen | Self::NoPoliceReport => None,
        }
    }
}

/// Value of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilterValue {
    /// Off.
    Any,
    /// On, for a filter with two values.
    Yes,
    /// Category.
    Category(Category),
    /// Region.
    Region(Region),
    /// Spoken language.
    Language(LanguageCode),
    /// Audience.
    Audience(Audience),
}

impl FilterValue {
    /// Returns the value in words.
    pub fn words(&self, messages: &Messages) -> String {
        match self {
            Self::Any => messages.text("filter-any"),
            Self::Yes => messages.text("filter-yes"),
            Self::Category(category) => messages.text(&category.message_id()),
            Self::Region(region) => messages.text(&region.message_id()),
            Self::Language(language) => messages.text(&language.message_id()),
            Self::Audience(audience) => messages.text(&audience.message_id()),
        }
    }

    /// Returns the value of a filter that may be off.
    pub(in crate::app) fn of<T>(value: Option<T>, variant: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Any, variant)
    }

    /// Returns the value of a filter that is on or off.
    pub(in crate::app) const fn yes(on: bool) -> Self {
        if on { Self::Yes } else { Self::Any }
    }
}
