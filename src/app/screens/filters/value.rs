//! Values of the Directory's filters.

use crate::app::state::App;
use crate::app::view::filter::{FilterRow, FilterValue};
use crate::directory::{Audience, Category, Region};

impl App {
    /// Returns the value of a filter.
    pub fn filter_value(&self, row: FilterRow) -> FilterValue {
        let filters = &self.directory().filters;
        match row {
            FilterRow::Category => FilterValue::of(filters.category, FilterValue::Category),
            FilterRow::Region => FilterValue::of(filters.region, FilterValue::Region),
            FilterRow::Language => FilterValue::of(filters.language.clone(), FilterValue::Language),
            FilterRow::Audience => FilterValue::of(filters.audience, FilterValue::Audience),
            FilterRow::OpenNow => FilterValue::yes(filters.open_now),
            FilterRow::AlwaysOpen => FilterValue::yes(filters.always_open),
            FilterRow::NoPoliceReport => FilterValue::yes(filters.no_police_report),
        }
    }

    /// Returns the possible values of a filter, in the order of the list of choices.
    pub(in crate::app::screens) fn filter_values(&self, row: FilterRow) -> Vec<FilterValue> {
        let mut values = vec![FilterValue::Any];
        match row {
            FilterRow::Category => {
                values.extend(Category::ALL.into_iter().map(FilterValue::Category));
            }
            FilterRow::Region => values.extend(Region::ALL.into_iter().map(FilterValue::Region)),
            FilterRow::Language => {
                let languages = self.spoken_languages().into_iter();
                values.extend(languages.map(FilterValue::Language));
            }
            FilterRow::Audience => {
                values.extend(Audience::ALL.into_iter().map(FilterValue::Audience));
            }
            FilterRow::OpenNow | FilterRow::AlwaysOpen | FilterRow::NoPoliceReport => {
                values.push(FilterValue::Yes);
            }
        }
        values
    }

    /// Sets a filter; a value of another filter turns it off.
    pub(in crate::app::screens) fn set_filter(&mut self, row: FilterRow, value: FilterValue) {
        let filters = &mut self.directory_mut().filters;
        let on = value == FilterValue::Yes;
        match (row, value) {
            (FilterRow::Category, FilterValue::Category(category)) => {
                filters.category = Some(category);
            }
            (FilterRow::Category, _) => filters.category = None,
            (FilterRow::Region, FilterValue::Region(region)) => filters.region = Some(region),
            (FilterRow::Region, _) => filters.region = None,
            (FilterRow::Language, FilterValue::Language(language)) => {
                filters.language = Some(language);
            }
            (FilterRow::Language, _) => filters.language = None,
            (FilterRow::Audience, FilterValue::Audience(audience)) => {
                filters.audience = Some(audience);
            }
            (FilterRow::Audience, _) => filters.audience = None,
            (FilterRow::OpenNow, _) => filters.open_now = on,
            (FilterRow::AlwaysOpen, _) => filters.always_open = on,
            (FilterRow::NoPoliceReport, _) => filters.no_police_report = on,
        }
    }

    /// Returns the active filters.
    pub fn active_filters(&self) -> Vec<FilterRow> {
        let on = |row: &FilterRow| self.filter_value(*row) != FilterValue::Any;
        FilterRow::ALL.into_iter().filter(on).collect()
    }

    /// Returns an active filter in words: its value, or the filter's name if it is only on or off.
    pub(in crate::app::screens) fn filter_in_words(&self, row: FilterRow) -> String {
        let messages = self.messages();
        match self.filter_value(row) {
            FilterValue::Yes => messages.text(row.message_id()),
            value => value.words(messages),
        }
    }
}
