//! Values of the Directory's filters.

use super::Row;
use crate::app::state::App;
use crate::directory::{Audience, Category, LanguageCode, Region};
use crate::i18n::Messages;

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

    fn of<T>(value: Option<T>, variant: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Any, variant)
    }

    const fn yes(on: bool) -> Self {
        if on { Self::Yes } else { Self::Any }
    }
}

impl App {
    /// Returns the value of a filter.
    pub fn filter_value(&self, row: Row) -> FilterValue {
        let filters = &self.directory().filters;
        match row {
            Row::Category => FilterValue::of(filters.category, FilterValue::Category),
            Row::Region => FilterValue::of(filters.region, FilterValue::Region),
            Row::Language => FilterValue::of(filters.language.clone(), FilterValue::Language),
            Row::Audience => FilterValue::of(filters.audience, FilterValue::Audience),
            Row::OpenNow => FilterValue::yes(filters.open_now),
            Row::AlwaysOpen => FilterValue::yes(filters.always_open),
            Row::NoPoliceReport => FilterValue::yes(filters.no_police_report),
        }
    }

    /// Returns the possible values of a filter, in the order of the list of choices.
    pub(in crate::app::screens) fn filter_values(&self, row: Row) -> Vec<FilterValue> {
        let mut values = vec![FilterValue::Any];
        match row {
            Row::Category => values.extend(Category::ALL.into_iter().map(FilterValue::Category)),
            Row::Region => values.extend(Region::ALL.into_iter().map(FilterValue::Region)),
            Row::Language => {
                let languages = self.spoken_languages().into_iter();
                values.extend(languages.map(FilterValue::Language));
            }
            Row::Audience => values.extend(Audience::ALL.into_iter().map(FilterValue::Audience)),
            Row::OpenNow | Row::AlwaysOpen | Row::NoPoliceReport => values.push(FilterValue::Yes),
        }
        values
    }

    /// Sets a filter; a value of another filter turns it off.
    pub(in crate::app::screens) fn set_filter(&mut self, row: Row, value: FilterValue) {
        let filters = &mut self.directory_mut().filters;
        let on = value == FilterValue::Yes;
        match (row, value) {
            (Row::Category, FilterValue::Category(category)) => filters.category = Some(category),
            (Row::Category, _) => filters.category = None,
            (Row::Region, FilterValue::Region(region)) => filters.region = Some(region),
            (Row::Region, _) => filters.region = None,
            (Row::Language, FilterValue::Language(language)) => filters.language = Some(language),
            (Row::Language, _) => filters.language = None,
            (Row::Audience, FilterValue::Audience(audience)) => filters.audience = Some(audience),
            (Row::Audience, _) => filters.audience = None,
            (Row::OpenNow, _) => filters.open_now = on,
            (Row::AlwaysOpen, _) => filters.always_open = on,
            (Row::NoPoliceReport, _) => filters.no_police_report = on,
        }
    }

    /// Returns the active filters.
    pub fn active_filters(&self) -> Vec<Row> {
        let on = |row: &Row| self.filter_value(*row) != FilterValue::Any;
        Row::ALL.into_iter().filter(on).collect()
    }

    /// Returns an active filter in words: its value, or the filter's name if it is only on or off.
    pub(in crate::app::screens) fn filter_in_words(&self, row: Row) -> String {
        let messages = self.messages();
        match self.filter_value(row) {
            FilterValue::Yes => messages.text(row.message_id()),
            value => value.words(messages),
        }
    }
}
