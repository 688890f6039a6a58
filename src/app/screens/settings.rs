//! Form of the settings, one row each with its value. A change is in force at once, and on disk
//! before the screen reports it.

use super::TabId;
use super::regions::Called;
use crate::app::action::Effect;
use crate::app::keymap::{Command, Context};
use crate::app::list_rows::{ListRow, ValueRow};
use crate::app::notice::Notice;
use crate::app::screen::{Handler, Input, Screen, line};
use crate::app::state::{App, Shown};
use crate::app::view::Layer;
use crate::app::view::choice::Choice;
use crate::app::view::listing::{Direction, Listing};
use crate::bookmarks::Trouble;
use crate::document::{Composer, Role};
use crate::settings::{Preferences, Setting};

/// Form with the position in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct SettingsForm {
    listing: Listing,
}

impl Screen for SettingsForm {
    fn context(&self) -> Context {
        Context::Settings
    }

    fn handler(&self) -> Handler {
        handle
    }

    fn layer(&self) -> Layer {
        Layer::Settings
    }

    fn head(&self, app: &App, _width: u16, composer: &mut Composer) {
        line(composer, app.messages().text("settings-title"), Role::Title);
    }

    fn length(&self, _app: &App) -> usize {
        Setting::ALL.len()
    }

    fn listing(&self) -> Option<&Listing> {
        Some(&self.listing)
    }

    fn listing_mut(&mut self) -> Option<&mut Listing> {
        Some(&mut self.listing)
    }

    fn rows(&self, app: &App, width: u16) -> Vec<ListRow> {
        let rows = Setting::ALL.map(|row| {
            let name = app.messages().text(row.message_id());
            ValueRow::new(name, app.setting_value(row))
        });
        app.form_rows(&rows, width, 0)
    }
}

fn handle(app: &mut App, input: Input<'_>) -> Option<Vec<Effect>> {
    match input {
        Input::Command(Command::Open) => Some(app.enter_setting()),
        Input::Command(Command::PreviousValue) => Some(app.change_setting(Direction::Previous)),
        Input::Command(Command::NextValue) => Some(app.change_setting(Direction::Next)),
        _ => None,
    }
}

/// Choices of minutes after which the screen is covered; 0 for never.
pub const IDLE_CHOICES: [u16; 8] = [0, 1, 2, 3, 5, 10, 15, 30];

impl Setting {
    /// Returns the id of the message of the row's name.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Language => "setting-language",
            Self::Region => "setting-region",
            Self::Theme => "setting-theme",
            Self::Idle => "setting-idle",
            Self::FirstTab => "setting-first-tab",
            Self::Uncover => "setting-uncover",
            Self::Plain => "setting-plain",
            Self::Reader => "setting-reader",
        }
    }

    /// Returns the choice of the row's value; `None` for a row with two values.
    pub const fn choice(self) -> Option<Choice> {
        match self {
            Self::Region => Some(Choice::Region),
            Self::Theme => Some(Choice::Theme),
            Self::Idle => Some(Choice::Idle),
            Self::FirstTab => Some(Choice::FirstTab),
            Self::Uncover => Some(Choice::Uncover),
            Self::Language | Self::Plain | Self::Reader => None,
        }
    }
}

impl App {
    /// Returns the value of a row in words.
    pub fn setting_value(&self, row: Setting) -> String {
        let messages = self.messages();
        let preferences = &self.preferences;
        let yes_or_no = |on| messages.text(if on { "filter-yes" } else { "setting-no" });
        match row {
            Setting::Language => messages.text("language-own-name"),
            Setting::Region => self.whereabouts(),
            Setting::Theme => messages.text(preferences.theme.message_id()),
            Setting::Idle => self.idle_words(preferences.idle_minutes),
            Setting::FirstTab => {
                messages.text(&TabId::of_digit(preferences.first_tab).message_id())
            }
            Setting::Uncover => messages.text(preferences.uncover.message_id()),
            Setting::Plain => match (preferences.plain, self.shown) {
                (true, Shown::OnScreen) => messages.text("setting-plain-yes"),
                (false, Shown::InLines) => messages.text("setting-plain-now"),
                (on, _) => yes_or_no(on),
            },
            Setting::Reader => yes_or_no(preferences.reader),
        }
    }

    /// Returns the minutes of the idle cover, in words.
    pub(in crate::app) fn idle_words(&self, minutes: u16) -> String {
        match minutes {
            0 => self.messages().text("setting-idle-never"),
            _ => self
                .messages()
                .format("setting-idle-minutes", &[("count", minutes.into())]),
        }
    }

    /// Opens the settings over the screen.
    pub(in crate::app) fn open_settings(&mut self) {
        self.lay_over(SettingsForm::default());
    }

    fn setting_row(&self) -> Option<Setting> {
        let form = self.top::<SettingsForm>()?;
        Setting::ALL.get(form.listing.selected).copied()
    }

    /// Handles Enter on a row: opens a list of choices, or changes to the other of two values.
    fn enter_setting(&mut self) -> Vec<Effect> {
        match self.setting_row().map(Setting::choice) {
            Some(Some(choice)) => {
                self.open_choice(choice);
                Vec::new()
            }
            Some(None) => self.change_setting(Direction::Next),
            None => Vec::new(),
        }
    }

    /// Changes a row to the next or the previous value; after the last comes the first.
    fn change_setting(&mut self, direction: Direction) -> Vec<Effect> {
        let Some(row) = self.setting_row() else {
            return Vec::new();
        };
        let Some(choice) = row.choice() else {
            return self.turn_over(row);
        };
        let options = self.options(&choice);
        let value = self.value_in_force(&choice);
        let next = value.and_then(|value| direction.step_from(&value, &options).cloned());
        next.map_or_else(Vec::new, |value| self.choose(value))
    }

    /// Changes a row to the other of two values.
    fn turn_over(&mut self, row: Setting) -> Vec<Effect> {
        if row == Setting::Language {
            let effects = self.change_language();
            if effects.is_empty() {
                return effects;
            }
            return vec![self.save_and_tell(row)];
        }
        self.remember_setting(row);
        match row {
            Setting::Plain => self.preferences.plain ^= true,
            _ => self.preferences.reader ^= true,
        }
        vec![self.save_and_tell(row)]
    }

    /// Restores the value of a setting from `wanted`.
    pub(in crate::app) fn put_back(
        &mut self,
        setting: Setting,
        wanted: &Preferences,
    ) -> Vec<Effect> {
        match setting {
            Setting::Language => {
                if self.language() != wanted.language {
                    self.turn_language();
                }
            }
            Setting::Region => self.set_whereabouts(Some(match wanted.place {
                Some(place) => Called::Town(place),
                None => Called::Region(wanted.region),
            })),
            _ => self.preferences.copy(setting, wanted),
        }
        vec![self.save_and_tell(setting)]
    }

    /// Takes over a value of a setting.
    pub(super) fn choose_setting(
        &mut self,
        row: Setting,
        set: impl FnOnce(&mut Preferences),
    ) -> Vec<Effect> {
        self.remember_setting(row);
        set(&mut self.preferences);
        vec![self.save_and_tell(row)]
    }

    /// Takes over the worker's place, and reports it once it is on disk.
    pub(in crate::app) fn choose_region(&mut self, called: Option<Called>) -> Vec<Effect> {
        self.remember_setting(Setting::Region);
        self.set_whereabouts(called);
        let name = self.messages().text(Setting::Region.message_id());
        let value = self.setting_value(Setting::Region);
        let notice = Notice::with("notice-place-saved", vec![("name", name), ("value", value)]);
        let notice = notice.in_lines("notice-settings-saved");
        vec![self.save_setting_with(Setting::Region, Some(notice))]
    }

    /// Writes a setting, with the notice for the time it is saved.
    fn save_and_tell(&self, row: Setting) -> Effect {
        let name = self.messages().text(row.message_id());
        let value = self.setting_value(row);
        let facts = vec![("name", name), ("value", value)];
        self.save_setting_with(row, Some(Notice::with("notice-settings-saved", facts)))
    }

    pub(in crate::app) fn learn_settings_not_saved(&mut self, trouble: Trouble) {
        let reason = self.messages().text(trouble.message_id());
        self.announce(
            Notice::with("notice-settings-not-saved", vec![("reason", reason)]).warning(),
        );
    }
}
