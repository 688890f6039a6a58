//! List of choices.

use super::TabId;
use super::filters::FilterRow;
use super::regions::Regions;
use super::settings::IDLE_CHOICES;
use crate::app::action::{DiskEffect, Effect};
use crate::app::keymap::{Command, Context};
use crate::app::lists::{ListRow, SPOKEN, word_rows};
use crate::app::screen::{Handler, Input, Screen, line};
use crate::app::state::{App, Shown};
use crate::app::subject::Pointed;
use crate::app::view::choice::Choice;
use crate::app::view::layout::Layout;
use crate::app::view::listing::Listing;
use crate::app::view::{Foot, Layer};
use crate::bookmarks::{Tried, Wrong};
use crate::directory::{Category, LanguageCode, Phone, Region};
use crate::document::{Composer, Role};
use crate::settings::{ThemeName, UncoverKey};

/// Greatest length of a list with a digit at each item.
const MOST_DIGITS: usize = 9;

/// List of choices with the position in it.
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

    fn layer(&self) -> Layer {
        Layer::Choice(self.choice.clone())
    }

    fn head(&self, app: &App, width: u16, composer: &mut Composer) {
        line(composer, app.choice_title(&self.choice), Role::Title);
        if let (Choice::Mark(id, chosen), true) = (&self.choice, width <= SPOKEN) {
            let numbers = app.numbers_called(id, *chosen);
            if let Some(text) = numbers {
                line(composer, text, Role::Text);
            }
        }
    }

    fn foot(&self, app: &App, layout: &Layout) -> Option<Foot> {
        let Choice::Mark(id, _) = &self.choice else {
            return None;
        };
        let messages = app.messages();
        if app.is_low() && app.list.marked(id).is_some() {
            // The last row is below the window.
            let away = messages.text("called-nothing");
            let text = format!("{} {away}", self.length(app));
            return app.foot_beside_list(layout, &[text]);
        }
        let texts = ["called-corrections", "called-corrections-short"].map(|id| messages.text(id));
        app.foot_beside_list(layout, &texts)
    }

    fn can(&self, app: &App, command: Command) -> bool {
        match (command, &self.choice) {
            (Command::PreviousValue | Command::NextValue, Choice::Mark(id, _)) => app
                .contact(id)
                .is_some_and(|contact| contact.phones.len() > 1),
            (Command::PreviousValue | Command::NextValue, _) => false,
            (Command::Choose(_), choice) => {
                matches!(choice, Choice::Mark(..) | Choice::DeadLine(_))
            }
            _ => app.can_anywhere(command),
        }
    }

    fn digits(&self, app: &App) -> usize {
        let length = self.length(app);
        if length <= MOST_DIGITS { length } else { 0 }
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
        let mut words = app.choices(&self.choice);
        if width <= SPOKEN && self.digits(app) > 0 {
            for (place, words) in words.iter_mut().enumerate() {
                *words = format!("{}  {words}", place + 1);
            }
        }
        word_rows(words, width)
    }

    fn target(&self, app: &App) -> Pointed {
        let mut words = app.choices(&self.choice).into_iter();
        Pointed::Choice(words.nth(self.listing.selected).unwrap_or_default())
    }
}

fn handle(app: &mut App, input: Input<'_>) -> Option<Vec<Effect>> {
    match input {
        Input::Command(Command::Open) => {}
        Input::Command(Command::Choose(number)) => {
            let number = usize::from(number);
            if number > app.screen().digits(app) {
                return Some(Vec::new());
            }
            app.select(number.saturating_sub(1));
        }
        Input::Command(command @ (Command::PreviousValue | Command::NextValue)) => {
            app.choose_number_called(command == Command::NextValue);
            return Some(Vec::new());
        }
        _ => return None,
    }
    let picker = app.take_top::<Picker>()?;
    Some(app.choose(&picker.choice, picker.listing.selected))
}

impl App {
    /// Returns the numbers of a called contact, the chosen one in brackets; `None` if it has only
    /// one.
    fn numbers_called(&self, id: &str, chosen: usize) -> Option<String> {
        let phones = &self.contact(id)?.phones;
        let number = |(place, phone): (usize, &Phone)| {
            let number = self.shown_number(&phone.dialled());
            if place == chosen {
                format!("[{number}]")
            } else {
                number
            }
        };
        let numbers: Vec<String> = phones.iter().enumerate().map(number).collect();
        let numbers = [("numbers", numbers.join("  ").into())];
        (phones.len() > 1).then(|| self.messages().format("called-number", &numbers))
    }

    /// Returns the numbers of a called contact, each with what the worker found out about it.
    fn lines_called(&self, id: &str) -> Vec<String> {
        let phones = self.contact(id).map_or(&[][..], |contact| &contact.phones);
        let line = |phone: &Phone| {
            let dialled = phone.dialled();
            let number = self.shown_number(&dialled);
            if !self.is_found_dead(&dialled) {
                return number;
            }
            let number = [("number", number.into())];
            self.messages().format("called-dead", &number)
        };
        phones.iter().map(line).collect()
    }

    /// Chooses the next or the previous number of the called contact.
    fn choose_number_called(&mut self, forward: bool) {
        let Some(picker) = self.top::<Picker>() else {
            return;
        };
        let Choice::Mark(id, _) = &picker.choice else {
            return;
        };
        let count = self
            .contact(id)
            .map_or(0, |contact| contact.phones.len())
            .max(1);
        let by = if forward { 1 } else { count - 1 };
        if let Some(picker) = self.top_mut::<Picker>()
            && let Choice::Mark(_, line) = &mut picker.choice
        {
            *line = (*line + by) % count;
        }
    }

    /// Returns the subject of the choice in the focused list or map; `None` on the first screen and
    /// on other screens.
    pub fn choice(&self) -> Option<&Choice> {
        let regions = || self.top::<Regions>().map(Regions::choice);
        let picker = self.top::<Picker>();
        picker.map(|picker| &picker.choice).or_else(regions)
    }

    /// Opens a list of choices with an item selected: for regions, the map.
    pub(in crate::app) fn open_choice(&mut self, choice: Choice, selected: usize) {
        let listing = Listing::at(selected);
        if choice.is_of_regions() {
            self.lay_over(Regions::new(choice, selected));
        } else {
            self.lay_over(Picker { choice, listing });
        }
    }

    /// Takes over a choice from a list.
    pub(in crate::app) fn choose(&mut self, choice: &Choice, index: usize) -> Vec<Effect> {
        match choice {
            Choice::Region | Choice::Theme | Choice::Idle | Choice::FirstTab | Choice::Uncover => {
                return self.choose_setting(choice, index);
            }
            Choice::Mark(id, line) => return self.choose_mark(id, *line, index),
            Choice::DeadLine(id) => return self.mark_dead(id, index),
            Choice::Conflicts(_) if index == 0 => return vec![DiskEffect::MergeConflicts.into()],
            Choice::Conflicts(_) => {}
            Choice::Label => self.choose_label(index),
            Choice::OwnCategory | Choice::OwnRegion => {
                self.choose_for_form(choice, index);
                if self.shown == Shown::OnScreen {
                    // Enter would ask the same again.
                    self.walk_form(Command::Down);
                }
            }
            Choice::Category | Choice::FilterRegion | Choice::Language | Choice::Audience => {
                self.choose_filter(choice, index);
            }
        }
        Vec::new()
    }

    /// Returns the language selected in the list of spoken languages, which has another order in
    /// each language of the screen; `None` if another screen has the focus.
    pub(in crate::app) fn chosen_language(&self) -> Option<LanguageCode> {
        let picker = self.top::<Picker>()?;
        let index = picker.listing.selected.checked_sub(1)?;
        let languages = (picker.choice == Choice::Language).then(|| self.spoken_languages())?;
        languages.get(index).cloned()
    }

    /// Selects a language in the list of spoken languages.
    pub(in crate::app) fn choose_language_again(&mut self, chosen: &LanguageCode) {
        let languages = self.spoken_languages();
        let index = languages.iter().position(|code| code == chosen);
        if let (Some(index), Some(listing)) = (index, self.listing_mut()) {
            listing.selected = index + 1;
        }
    }

    /// Returns the texts of a list of choices, in order. The lists of the filters begin with "any".
    pub fn choices(&self, choice: &Choice) -> Vec<String> {
        let messages = self.messages();
        let words = |ids: Vec<String>| ids.iter().map(|id| messages.text(id)).collect();
        match choice {
            Choice::Region | Choice::OwnRegion => words(Region::ALL.map(Region::message_id).into()),
            Choice::OwnCategory => words(Category::ALL.map(Category::message_id).into()),
            Choice::Category | Choice::FilterRegion | Choice::Language | Choice::Audience => {
                let values = FilterRow::set_by(choice).map(|row| self.filter_values(row));
                let values = values.into_iter().flatten();
                values.map(|value| value.words(messages)).collect()
            }
            Choice::Label => std::iter::once(messages.text("filter-label-any"))
                .chain(self.list.labels())
                .collect(),
            Choice::Mark(id, _) => {
                let marked = self.list.marked(id).map(|_| "called-nothing");
                let reached = std::iter::once("called-reached");
                let tried = Tried::ALL.into_iter().map(Tried::message_id);
                let wrong = Wrong::ALL.into_iter().map(Wrong::message_id);
                let ids = reached.chain(tried).chain(wrong).chain(marked);
                ids.map(|id| messages.text(id)).collect()
            }
            Choice::DeadLine(id) => self.lines_called(id),
            Choice::Conflicts(_) => ["conflicts-merge", "conflicts-later"]
                .map(|id| messages.text(id))
                .into(),
            Choice::Theme => ThemeName::ALL
                .map(|theme| messages.text(theme.message_id()))
                .into(),
            Choice::FirstTab => words(TabId::ALL.iter().map(|tab| tab.message_id()).collect()),
            Choice::Uncover => UncoverKey::ALL
                .map(|key| messages.text(key.message_id()))
                .into(),
            Choice::Idle => IDLE_CHOICES.map(|minutes| self.idle_words(minutes)).into(),
        }
    }

    /// Returns the text above a list of choices.
    pub(super) fn choice_title(&self, choice: &Choice) -> String {
        let messages = self.messages();
        messages.text(match choice {
            Choice::Region => "region-title",
            Choice::Theme => "setting-theme",
            Choice::Idle => "setting-idle",
            Choice::FirstTab => "setting-first-tab",
            Choice::Uncover => "setting-uncover",
            Choice::Category | Choice::OwnCategory => "filter-category",
            Choice::FilterRegion | Choice::OwnRegion => "filter-region",
            Choice::Language => "filter-language",
            Choice::Audience => "filter-audience",
            Choice::Label => "filter-label",
            Choice::Conflicts(count) => {
                return messages.format("conflicts-title", &[("count", (*count).into())]);
            }
            Choice::Mark(id, _) => {
                return messages.format("called-title", &[("name", self.name_of(id).into())]);
            }
            Choice::DeadLine(_) => "called-which",
        })
    }
}
