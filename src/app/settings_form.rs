//! The settings as a form: a row each, its value beside it.

use super::overlay::Choice;
use super::state::{App, Shown};
use crate::directory::Region;
use crate::settings::{Setting, ThemeName};

/// The minutes to choose from after which the screen is covered; 0 for never.
pub const IDLE_CHOICES: [u16; 8] = [0, 1, 2, 3, 5, 10, 15, 30];

impl Setting {
    /// Id of the message that names the row.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Language => "setting-language",
            Self::Region => "setting-region",
            Self::Theme => "setting-theme",
            Self::Idle => "setting-idle",
            Self::Plain => "setting-plain",
            Self::Reader => "setting-reader",
        }
    }

    /// The list that the row's value is chosen from; `None` where there are only two.
    pub const fn choice(self) -> Option<Choice> {
        match self {
            Self::Region => Some(Choice::Region),
            Self::Theme => Some(Choice::Theme),
            Self::Idle => Some(Choice::Idle),
            Self::Language | Self::Plain | Self::Reader => None,
        }
    }
}

impl App {
    /// The words of a row's value.
    pub fn setting_value(&self, row: Setting) -> String {
        let messages = self.messages();
        let preferences = &self.preferences;
        let yes_or_no = |on| messages.text(if on { "filter-yes" } else { "setting-no" });
        match row {
            Setting::Language => messages.text("language-own-name"),
            Setting::Region => self.whereabouts(),
            Setting::Theme => messages.text(preferences.theme.message_id()),
            Setting::Idle => self.idle_words(preferences.idle_minutes),
            Setting::Plain => match (preferences.plain, self.shown) {
                (true, Shown::OnScreen) => messages.text("setting-plain-yes"),
                (false, Shown::InLines) => messages.text("setting-plain-now"),
                (on, _) => yes_or_no(on),
            },
            Setting::Reader => yes_or_no(preferences.reader),
        }
    }

    /// After how long the screen is covered, in words.
    pub(super) fn idle_words(&self, minutes: u16) -> String {
        match minutes {
            0 => self.messages().text("setting-idle-never"),
            _ => self
                .messages()
                .format("setting-idle-minutes", &[("count", minutes.into())]),
        }
    }

    /// The place of the value in force in the list that it is chosen from; of the idle minutes, the
    /// nearest below where another program set what is not in the list.
    pub(super) fn setting_place(&self, choice: &Choice) -> usize {
        let preferences = &self.preferences;
        let place = match choice {
            Choice::Theme => ThemeName::ALL
                .iter()
                .position(|theme| *theme == preferences.theme),
            Choice::Idle => IDLE_CHOICES
                .iter()
                .rposition(|minutes| *minutes <= preferences.idle_minutes),
            _ => Region::ALL
                .iter()
                .position(|region| *region == preferences.region),
        };
        place.unwrap_or(0)
    }
}
