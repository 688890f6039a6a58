//! Form of the filters.

mod value;

use crate::app::action::Effect;
use crate::app::keymap::{Command, Context};
use crate::app::list_rows::{ListRow, ValueRow};
use crate::app::screen::{Handler, Input, Screen, line};
use crate::app::state::App;
use crate::app::view::Layer;
use crate::app::view::filter::{FilterRow, FilterValue};
use crate::app::view::listing::{Direction, Listing};
use crate::directory::{Filters, LanguageCode};
use crate::document::{Composer, Role};
use crate::i18n::collation::by_name;

/// Form with the position in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct FiltersForm {
    listing: Listing,
}

impl Screen for FiltersForm {
    fn context(&self) -> Context {
        Context::Form
    }

    fn handler(&self) -> Handler {
        handle
    }

    fn layer(&self) -> Layer {
        Layer::Filters
    }

    fn head(&self, app: &App, _width: u16, composer: &mut Composer) {
        let messages = app.messages();
        line(composer, messages.text("filters-title"), Role::Title);
        let hits = &app.directory().hits;
        let found = messages.format("found", &[("count", hits.total.into())]);
        line(composer, found, Role::Text);
        if !hits.query_filters.is_empty() {
            let filters = [("filters", app.filters_of_words().into())];
            let text = messages.format("filters-also-by-words", &filters);
            line(composer, text, Role::Text);
        }
    }

    fn length(&self, _app: &App) -> usize {
        FilterRow::ALL.len()
    }

    fn listing(&self) -> Option<&Listing> {
        Some(&self.listing)
    }

    fn listing_mut(&mut self) -> Option<&mut Listing> {
        Some(&mut self.listing)
    }

    fn rows(&self, app: &App, width: u16) -> Vec<ListRow> {
        let messages = app.messages();
        let rows = FilterRow::ALL.map(|row| {
            let value = app.filter_value(row).words(messages);
            ValueRow::new(messages.text(row.message_id()), value)
        });
        app.form_rows(&rows, width, FilterRow::ALL.len())
    }

    fn digits(&self, _app: &App) -> usize {
        FilterRow::ALL.len()
    }
}

fn handle(app: &mut App, input: Input<'_>) -> Option<Vec<Effect>> {
    match input {
        Input::Command(Command::Open) => app.open_filter(),
        Input::Command(Command::Choose(number)) => {
            let index = usize::from(number).saturating_sub(1);
            if index < FilterRow::ALL.len() {
                app.select(index);
                app.open_filter();
            }
        }
        Input::Command(Command::PreviousValue) => app.change_filter(Direction::Previous),
        Input::Command(Command::NextValue) => app.change_filter(Direction::Next),
        _ => return None,
    }
    Some(Vec::new())
}

impl App {
    /// Clears all filters.
    pub(in crate::app) fn clear_filters(&mut self) {
        self.directory_mut().filters = Filters::default();
        self.find_again();
    }

    /// Opens the form over the Directory.
    pub(in crate::app) fn open_filters(&mut self) {
        self.lay_over(FiltersForm::default());
    }

    /// Returns the languages of the directory's contacts, English and French first, then by name.
    pub fn spoken_languages(&self) -> Vec<LanguageCode> {
        let mut languages = self.catalogue.index().languages().to_vec();
        let own = |code: &LanguageCode| code.0 != "en" && code.0 != "fr";
        let name = |code: &LanguageCode| self.messages().text(&code.message_id());
        languages.sort_by(|left, right| {
            let order = || by_name(&name(left), &name(right));
            own(left).cmp(&own(right)).then_with(order)
        });
        languages
    }

    /// Handles Enter on a row of the form.
    fn open_filter(&mut self) {
        let Some(row) = self.form_row() else { return };
        match row.choice() {
            Some(choice) => self.open_choice(choice),
            None => self.change_filter(Direction::Next),
        }
    }

    /// Sets a row of the form to the next or the previous value.
    fn change_filter(&mut self, direction: Direction) {
        let Some(row) = self.form_row() else { return };
        let values = self.filter_values(row);
        if let Some(value) = direction.step_from(&self.filter_value(row), &values) {
            self.choose_filter(row, value.clone());
        }
    }

    fn form_row(&self) -> Option<FilterRow> {
        let form = self.top::<FiltersForm>()?;
        FilterRow::ALL.get(form.listing.selected).copied()
    }

    /// Sets a filter, and searches again.
    pub(super) fn choose_filter(&mut self, row: FilterRow, value: FilterValue) {
        self.set_filter(row, value);
        self.find_again();
    }
}
