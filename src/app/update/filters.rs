//! The form of the filters, and the lists to choose from.

use crate::app::action::{DiskEffect, Effect};
use crate::app::listing::Listing;
use crate::app::overlay::{Choice, Overlay};
use crate::app::settings_form::IDLE_CHOICES;
use crate::app::state::App;
use crate::app::tabs::{Focus, TabId};
use crate::bookmarks::Wrong;
use crate::directory::{Audience, Category, Filters, LanguageCode, Region};
use crate::i18n::collation::by_name;
use crate::settings::ThemeName;

/// A row of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// What it offers.
    Category,
    /// Where it serves.
    Region,
    /// Open day and night.
    AlwaysOpen,
    /// Open now.
    OpenNow,
    /// Language spoken.
    Language,
    /// Whom it serves.
    Audience,
    /// No police report needed.
    NoPoliceReport,
}

impl Row {
    /// From top to bottom.
    pub const ALL: [Self; 7] = [
        Self::Category,
        Self::Region,
        Self::AlwaysOpen,
        Self::OpenNow,
        Self::Language,
        Self::Audience,
        Self::NoPoliceReport,
    ];

    /// Id of the message that names the row.
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

    /// The list that the row's value is chosen from; `None` for yes or no.
    const fn choice(self) -> Option<Choice> {
        match self {
            Self::Category => Some(Choice::Category),
            Self::Region => Some(Choice::FilterRegion),
            Self::Language => Some(Choice::Language),
            Self::Audience => Some(Choice::Audience),
            Self::OpenNow | Self::AlwaysOpen | Self::NoPoliceReport => None,
        }
    }
}

impl App {
    /// The words of a list to choose from, in order. The lists of the filters begin with "any".
    pub fn choices(&self, choice: &Choice) -> Vec<String> {
        let messages = self.messages();
        let words = |ids: Vec<String>| ids.iter().map(|id| messages.text(id)).collect();
        match choice {
            Choice::Label => std::iter::once(messages.text("filter-label-any"))
                .chain(self.list.labels())
                .collect(),
            Choice::Idle => IDLE_CHOICES.map(|minutes| self.idle_words(minutes)).into(),
            _ => words(self.choice_ids(choice)),
        }
    }

    /// The ids of the messages of a list to choose from; empty for a list of her own words
    /// and for one of numbers.
    fn choice_ids(&self, choice: &Choice) -> Vec<String> {
        let any = std::iter::once("filter-any".to_owned());
        let regions = || Region::ALL.into_iter().map(Region::message_id);
        let categories = || Category::ALL.into_iter().map(Category::message_id);
        match choice {
            Choice::Region | Choice::OwnRegion => regions().collect(),
            Choice::OwnCategory => categories().collect(),
            Choice::Category => any.chain(categories()).collect(),
            Choice::FilterRegion => any.chain(regions()).collect(),
            Choice::Language => any
                .chain(self.spoken_languages().iter().map(LanguageCode::message_id))
                .collect(),
            Choice::Audience => any
                .chain(Audience::ALL.into_iter().map(Audience::message_id))
                .collect(),
            Choice::Mark(id) => {
                let marked = self.list.marked(id).map(|_| "called-nothing".to_owned());
                let wrong = Wrong::ALL
                    .into_iter()
                    .map(|wrong| wrong.message_id().to_owned());
                std::iter::once("called-reached".to_owned())
                    .chain(wrong)
                    .chain(marked)
                    .collect()
            }
            Choice::Conflicts(_) => {
                vec!["conflicts-merge".to_owned(), "conflicts-later".to_owned()]
            }
            Choice::Theme => ThemeName::ALL
                .map(|theme| theme.message_id().to_owned())
                .into(),
            Choice::Label | Choice::Idle => Vec::new(),
        }
    }

    /// The languages that the directory's contacts speak, English and French first, then by name.
    pub fn spoken_languages(&self) -> Vec<LanguageCode> {
        let contacts = self.catalogue.directory().contacts().iter();
        let mut languages: Vec<LanguageCode> = contacts
            .flat_map(|contact| contact.languages.clone())
            .collect();
        let own = |code: &LanguageCode| code.0 != "en" && code.0 != "fr";
        languages.sort();
        languages.dedup();
        let name = |code: &LanguageCode| self.messages().text(&code.message_id());
        languages.sort_by(|left, right| {
            let order = || by_name(&name(left), &name(right));
            own(left).cmp(&own(right)).then_with(order)
        });
        languages
    }

    /// Id of the message that says a filter's value, with "any" where it is off.
    pub fn filter_value(&self, row: Row) -> String {
        let filters = &self.directory.filters;
        let any = || "filter-any".to_owned();
        let yes = |on: bool| if on { "filter-yes".to_owned() } else { any() };
        match row {
            Row::Category => filters.category.map_or_else(any, Category::message_id),
            Row::Region => filters.region.map_or_else(any, Region::message_id),
            Row::OpenNow => yes(filters.open_now),
            Row::AlwaysOpen => yes(filters.always_open),
            Row::Language => filters
                .language
                .as_ref()
                .map_or_else(any, LanguageCode::message_id),
            Row::Audience => filters.audience.map_or_else(any, Audience::message_id),
            Row::NoPoliceReport => yes(filters.no_police_report),
        }
    }

    /// The filters that are on, as the rows of the form.
    pub fn active_filters(&self) -> Vec<Row> {
        Row::ALL
            .into_iter()
            .filter(|row| self.filter_value(*row) != "filter-any")
            .collect()
    }

    pub(super) fn open_filters(&mut self) {
        if self.tab == TabId::Bookmarks && self.overlays.is_empty() {
            self.open_labels();
            return;
        }
        if self.tab == TabId::Directory && self.overlays.is_empty() {
            self.overlays.push(Overlay::Filters(Listing::default()));
        }
    }

    pub(super) fn clear_filters(&mut self) {
        if self.tab == TabId::Bookmarks && self.overlays.is_empty() {
            self.choose_label(0);
            return;
        }
        // Where no filter is on, the words are taken off.
        if self.directory.filters.is_empty() && self.overlays.is_empty() {
            self.directory.field.clear();
        }
        self.directory.filters = Filters::default();
        self.find_again();
    }

    /// Enter on a row of the form.
    pub(super) fn open_filter(&mut self) {
        let Some(row) = self.form_row() else { return };
        match row.choice() {
            Some(choice) => {
                let value = self.filter_value(row);
                let selected = self.choice_ids(&choice).iter().position(|id| *id == value);
                self.overlays
                    .push(Overlay::Picker(choice, Listing::at(selected.unwrap_or(0))));
            }
            None => self.change_filter(true),
        }
    }

    /// The next or the previous value of a row of the form.
    pub(super) fn change_filter(&mut self, forward: bool) {
        let Some(row) = self.form_row() else { return };
        match row.choice() {
            Some(choice) => {
                let choices = self.choice_ids(&choice);
                let value = self.filter_value(row);
                let place = choices.iter().position(|id| *id == value).unwrap_or(0);
                let by = if forward { 1 } else { choices.len() - 1 };
                self.set_filter(&choice, (place + by) % choices.len());
            }
            None if row == Row::OpenNow => self.directory.filters.open_now ^= true,
            None if row == Row::AlwaysOpen => self.directory.filters.always_open ^= true,
            None => self.directory.filters.no_police_report ^= true,
        }
        self.find_again();
    }

    fn form_row(&self) -> Option<Row> {
        match self.overlays.last() {
            Some(Overlay::Filters(listing)) => Row::ALL.get(listing.selected).copied(),
            _ => None,
        }
    }

    /// Takes over what was chosen from a list.
    pub(super) fn choose(&mut self, choice: &Choice, place: usize) -> Vec<Effect> {
        match choice {
            Choice::Region | Choice::Theme | Choice::Idle => {
                return self.choose_setting(choice, place);
            }
            Choice::Mark(id) => return self.choose_mark(id, place),
            Choice::Conflicts(_) if place == 0 => return vec![DiskEffect::MergeConflicts.into()],
            Choice::Conflicts(_) => {}
            Choice::Label => self.choose_label(place),
            Choice::OwnCategory | Choice::OwnRegion => self.choose_for_form(choice, place),
            Choice::Category | Choice::FilterRegion | Choice::Language | Choice::Audience => {
                self.set_filter(choice, place);
                self.find_again();
            }
        }
        Vec::new()
    }

    /// Sets a filter to a place of its list, where 0 is "any".
    fn set_filter(&mut self, choice: &Choice, place: usize) {
        let place = place.checked_sub(1);
        let languages = self.spoken_languages();
        let filters = &mut self.directory.filters;
        match choice {
            Choice::Category => {
                filters.category = place.and_then(|place| Category::ALL.get(place).copied());
            }
            Choice::FilterRegion => {
                filters.region = place.and_then(|place| Region::ALL.get(place).copied());
            }
            Choice::Audience => {
                filters.audience = place.and_then(|place| Audience::ALL.get(place).copied());
            }
            Choice::Language => {
                filters.language = place.and_then(|place| languages.get(place).cloned());
            }
            _ => {}
        }
    }

    /// After a change of what all lists rest on: the language, the worker's list.
    pub(in crate::app) fn refresh(&mut self) {
        self.directory.stale = true;
        self.bookmarks.ids = self.listed_bookmarks();
        if self.bookmarks.ids.is_empty() {
            self.bookmarks.pane.focus = Focus::List;
        }
    }
}
