//! A list of words to choose one from.

use super::filters::Row;
use super::regions::Regions;
use super::settings::IDLE_CHOICES;
use crate::app::action::{DiskEffect, Effect};
use crate::app::choice::Choice;
use crate::app::keymap::{Command, Context};
use crate::app::layout::Area;
use crate::app::listing::Listing;
use crate::app::lists::{ListRow, word_rows};
use crate::app::screen::{Handler, Input, Screen, line};
use crate::app::state::App;
use crate::app::subject::Pointed;
use crate::app::view::{Body, Layer};
use crate::bookmarks::Wrong;
use crate::directory::{Category, LanguageCode, Region};
use crate::document::{Composer, Role};
use crate::settings::ThemeName;

/// A list of words, and the position in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picker {
    choice: Choice,
    listing: Listing,
}

impl Screen for Picker {
    fn context(&self) -> Context {
        Context::Picker
    }

    fn handler(&self) -> Handler {
        handle
    }

    fn body<'a>(&'a self, _app: &'a App, _area: Area) -> Body<'a> {
        Body::Words(self.listing)
    }

    fn layer(&self) -> Layer {
        Layer::Choice(self.choice.clone())
    }

    fn head(&self, app: &App, _width: u16, composer: &mut Composer) {
        line(composer, app.choice_title(&self.choice), Role::Title);
    }

    fn length(&self, app: &App) -> usize {
        app.choices(&self.choice).len()
    }

    fn listing(&self) -> Option<&Listing> {
        Some(&self.listing)
    }

    fn listing_mut(&mut self) -> Option<&mut Listing> {
        Some(&mut self.listing)
    }

    fn rows(&self, app: &App, width: u16) -> Vec<ListRow> {
        word_rows(app.choices(&self.choice), width)
    }

    fn target(&self, app: &App) -> Pointed {
        let mut words = app.choices(&self.choice).into_iter();
        Pointed::Choice(words.nth(self.listing.selected).unwrap_or_default())
    }
}

fn handle(app: &mut App, input: Input<'_>) -> Option<Vec<Effect>> {
    let Input::Command(Command::Open) = input else {
        return None;
    };
    let picker = app.take_top::<Picker>()?;
    Some(app.choose(&picker.choice, picker.listing.selected))
}

impl App {
    /// Returns what is chosen from the list or the map that has the keys; `None` on the first screen and
    /// where something else has them.
    pub fn choice(&self) -> Option<&Choice> {
        let regions = || self.top::<Regions>().map(Regions::choice);
        let picker = self.top::<Picker>();
        picker.map(|picker| &picker.choice).or_else(regions)
    }

    /// Opens a list to choose from, with that item selected: a map where regions are chosen.
    pub(in crate::app) fn open_choice(&mut self, choice: Choice, selected: usize) {
        let listing = Listing::at(selected);
        if choice.is_of_regions() {
            self.lay_over(Regions::new(choice, selected));
        } else {
            self.lay_over(Picker { choice, listing });
        }
    }

    /// Takes over what was chosen from a list.
    pub(in crate::app) fn choose(&mut self, choice: &Choice, index: usize) -> Vec<Effect> {
        match choice {
            Choice::Region | Choice::Theme | Choice::Idle => {
                return self.choose_setting(choice, index);
            }
            Choice::Mark(id) => return self.choose_mark(id, index),
            Choice::Conflicts(_) if index == 0 => return vec![DiskEffect::MergeConflicts.into()],
            Choice::Conflicts(_) => {}
            Choice::Label => self.choose_label(index),
            Choice::OwnCategory | Choice::OwnRegion => self.choose_for_form(choice, index),
            Choice::Category | Choice::FilterRegion | Choice::Language | Choice::Audience => {
                self.choose_filter(choice, index);
            }
        }
        Vec::new()
    }

    /// Returns the language that is selected in the list of languages spoken, which is in another order
    /// in each language of the screen; `None` where that list does not have the keys.
    pub(in crate::app) fn chosen_language(&self) -> Option<LanguageCode> {
        let picker = self.top::<Picker>()?;
        let index = picker.listing.selected.checked_sub(1)?;
        let languages = (picker.choice == Choice::Language).then(|| self.spoken_languages())?;
        languages.get(index).cloned()
    }

    /// Selects that language in the list of languages spoken.
    pub(in crate::app) fn choose_language_again(&mut self, chosen: &LanguageCode) {
        let languages = self.spoken_languages();
        let index = languages.iter().position(|code| code == chosen);
        if let (Some(index), Some(listing)) = (index, self.listing_mut()) {
            listing.selected = index + 1;
        }
    }

    /// Returns the words of a list to choose from, in order. The lists of the filters begin with "any".
    pub fn choices(&self, choice: &Choice) -> Vec<String> {
        let messages = self.messages();
        let words = |ids: Vec<String>| ids.iter().map(|id| messages.text(id)).collect();
        match choice {
            Choice::Region | Choice::OwnRegion => words(Region::ALL.map(Region::message_id).into()),
            Choice::OwnCategory => words(Category::ALL.map(Category::message_id).into()),
            Choice::Category | Choice::FilterRegion | Choice::Language | Choice::Audience => {
                let values = Row::set_by(choice).map(|row| self.filter_values(row));
                let values = values.into_iter().flatten();
                values.map(|value| value.words(messages)).collect()
            }
            Choice::Label => std::iter::once(messages.text("filter-label-any"))
                .chain(self.list.labels())
                .collect(),
            Choice::Mark(id) => {
                let marked = self.list.marked(id).map(|_| "called-nothing");
                let reached = std::iter::once("called-reached");
                let wrong = Wrong::ALL.into_iter().map(Wrong::message_id);
                let ids = reached.chain(wrong).chain(marked);
                ids.map(|id| messages.text(id)).collect()
            }
            Choice::Conflicts(_) => ["conflicts-merge", "conflicts-later"]
                .map(|id| messages.text(id))
                .into(),
            Choice::Theme => ThemeName::ALL
                .map(|theme| messages.text(theme.message_id()))
                .into(),
            Choice::Idle => IDLE_CHOICES.map(|minutes| self.idle_words(minutes)).into(),
        }
    }

    /// The words above a list to choose from.
    pub(super) fn choice_title(&self, choice: &Choice) -> String {
        let messages = self.messages();
        messages.text(match choice {
            Choice::Region => "region-title",
            Choice::Theme => "setting-theme",
            Choice::Idle => "setting-idle",
            Choice::Category | Choice::OwnCategory => "filter-category",
            Choice::FilterRegion | Choice::OwnRegion => "filter-region",
            Choice::Language => "filter-language",
            Choice::Audience => "filter-audience",
            Choice::Label => "filter-label",
            Choice::Conflicts(count) => {
                return messages.format("conflicts-title", &[("count", (*count).into())]);
            }
            Choice::Mark(id) => {
                return messages.format("called-title", &[("name", self.name_of(id).into())]);
            }
        })
    }
}
