//! List of choices.

mod values;

use super::regions::Regions;
use crate::app::action::Effect;
use crate::app::keymap::{Command, Context};
use crate::app::list_rows::{ListRow, SPOKEN, word_rows};
use crate::app::screen::{Handler, Input, Screen, line};
use crate::app::state::App;
use crate::app::subject::Pointed;
use crate::app::view::choice::{Choice, ChoiceValue};
use crate::app::view::layout::Layout;
use crate::app::view::listing::{Direction, Listing};
use crate::app::view::{Foot, Layer};
use crate::directory::Phone;
use crate::document::{Composer, Role};

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
        app.options(&self.choice).len()
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
            for (index, words) in words.iter_mut().enumerate() {
                *words = format!("{}  {words}", index + 1);
            }
        }
        word_rows(words, width)
    }

    fn target(&self, app: &App) -> Pointed {
        Pointed::Choice(app.option(&self.choice, self.listing.selected))
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
        Input::Command(Command::PreviousValue) => {
            app.choose_number_called(Direction::Previous);
            return Some(Vec::new());
        }
        Input::Command(Command::NextValue) => {
            app.choose_number_called(Direction::Next);
            return Some(Vec::new());
        }
        _ => return None,
    }
    let value = app.selected_value();
    app.take_top::<Picker>()?;
    Some(value.map_or_else(Vec::new, |value| app.choose(value)))
}

impl App {
    /// Returns the numbers of a called contact, the chosen one in brackets; `None` if it has only
    /// one.
    fn numbers_called(&self, id: &str, chosen: usize) -> Option<String> {
        let phones = &self.contact(id)?.phones;
        let number = |(index, phone): (usize, &Phone)| {
            let number = self.shown_number(&phone.dialled());
            if index == chosen {
                format!("[{number}]")
            } else {
                number
            }
        };
        let numbers: Vec<String> = phones.iter().enumerate().map(number).collect();
        let numbers = [("numbers", numbers.join("  ").into())];
        (phones.len() > 1).then(|| self.messages().format("called-number", &numbers))
    }

    /// Chooses the next or the previous number of the called contact.
    fn choose_number_called(&mut self, direction: Direction) {
        let Some(picker) = self.top::<Picker>() else {
            return;
        };
        let Choice::Mark(id, _) = &picker.choice else {
            return;
        };
        let count = self.contact(id).map_or(0, |contact| contact.phones.len());
        if let Some(picker) = self.top_mut::<Picker>()
            && let Choice::Mark(_, line) = &mut picker.choice
        {
            *line = direction.step(*line, count);
        }
    }

    /// Returns the subject of the choice in the focused list or map; `None` on the first screen and
    /// on other screens.
    pub fn choice(&self) -> Option<&Choice> {
        let regions = || self.top::<Regions>().map(Regions::choice);
        let picker = self.top::<Picker>();
        picker.map(|picker| &picker.choice).or_else(regions)
    }

    /// Opens a list of choices with the value in force selected: for regions, the map.
    pub(in crate::app) fn open_choice(&mut self, choice: Choice) {
        let value = self.value_in_force(&choice);
        let index = value.and_then(|value| self.index_of(&choice, &value));
        let selected = index.unwrap_or(0);
        let listing = Listing::at(selected);
        if choice.is_of_regions() {
            self.lay_over(Regions::new(choice, selected));
        } else {
            self.lay_over(Picker { choice, listing });
        }
    }

    /// Returns the selected value of the list of choices; `None` if another screen has the focus.
    pub(in crate::app) fn selected_value(&self) -> Option<ChoiceValue> {
        let picker = self.top::<Picker>()?;
        self.option(&picker.choice, picker.listing.selected)
    }

    /// Selects a value in the list of choices, if it has the value.
    pub(in crate::app) fn select_value(&mut self, value: &ChoiceValue) {
        let Some(picker) = self.top::<Picker>() else {
            return;
        };
        let index = self.index_of(&picker.choice, value);
        if let (Some(index), Some(listing)) = (index, self.listing_mut()) {
            listing.selected = index;
        }
    }

    /// Returns the text above a list of choices.
    pub(in crate::app::screens) fn choice_title(&self, choice: &Choice) -> String {
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
