//! The settings: what she changes is in force at once, and on disk before the screen says so.

use crate::app::action::Effect;
use crate::app::listing::Listing;
use crate::app::notice::Notice;
use crate::app::overlay::{Choice, Overlay};
use crate::app::region_map::Called;
use crate::app::settings_form::IDLE_CHOICES;
use crate::app::state::App;
use crate::bookmarks::Trouble;
use crate::settings::{Setting, ThemeName};

impl App {
    pub(super) fn open_settings(&mut self) {
        self.overlays.push(Overlay::Settings(Listing::default()));
    }

    fn setting_row(&self) -> Option<Setting> {
        match self.overlays.last() {
            Some(Overlay::Settings(listing)) => Setting::ALL.get(listing.selected).copied(),
            _ => None,
        }
    }

    /// Enter on a row: a list to choose from, or the other of two values.
    pub(super) fn enter_setting(&mut self) -> Vec<Effect> {
        match self.setting_row().map(Setting::choice) {
            Some(Some(choice)) => {
                let listing = Listing::at(self.setting_place(&choice));
                self.overlays.push(Overlay::Picker(choice, listing));
                Vec::new()
            }
            Some(None) => self.change_setting(true),
            None => Vec::new(),
        }
    }

    /// The next or the previous value of a row; behind the last comes the first.
    pub(super) fn change_setting(&mut self, forward: bool) -> Vec<Effect> {
        let Some(row) = self.setting_row() else {
            return Vec::new();
        };
        let Some(choice) = row.choice() else {
            return self.turn_over(row);
        };
        let count = self.choices(&choice).len();
        let by = if forward { 1 } else { count - 1 };
        self.choose_setting(&choice, (self.setting_place(&choice) + by) % count)
    }

    /// The other of two values.
    fn turn_over(&mut self, row: Setting) -> Vec<Effect> {
        let effects = match row {
            Setting::Language => self.change_language(),
            Setting::Plain => {
                self.preferences.plain ^= true;
                vec![self.save_setting(row)]
            }
            _ => {
                self.preferences.reader ^= true;
                vec![self.save_setting(row)]
            }
        };
        self.tell_when_saved(row);
        effects
    }

    /// Takes over a place of the list that a setting is chosen from.
    pub(super) fn choose_setting(&mut self, choice: &Choice, place: usize) -> Vec<Effect> {
        let row = match choice {
            Choice::Theme => {
                let theme = ThemeName::ALL.get(place).copied();
                self.preferences.theme = theme.unwrap_or(self.preferences.theme);
                Setting::Theme
            }
            Choice::Idle => {
                let minutes = IDLE_CHOICES.get(place).copied();
                self.preferences.idle_minutes = minutes.unwrap_or(self.preferences.idle_minutes);
                Setting::Idle
            }
            _ => return self.choose_region(Called::at(place)),
        };
        self.tell_when_saved(row);
        vec![self.save_setting(row)]
    }

    /// Takes over where she works, and says so once it is on disk.
    pub(super) fn choose_region(&mut self, called: Option<Called>) -> Vec<Effect> {
        self.set_whereabouts(called);
        self.tell_when_saved(Setting::Region);
        vec![self.save_setting(Setting::Region)]
    }

    /// What the screen says once the setting is on disk.
    fn tell_when_saved(&mut self, row: Setting) {
        let name = self.messages().text(row.message_id());
        let value = self.setting_value(row);
        self.pending = Some(Notice::with(
            "notice-settings-saved",
            vec![("name", name), ("value", value)],
        ));
    }

    pub(super) fn learn_settings_saved(&mut self) {
        if let Some(notice) = self.pending.take() {
            self.announce(notice);
        }
    }

    pub(super) fn learn_settings_not_saved(&mut self, trouble: Trouble) {
        self.pending = None;
        let reason = self.messages().text(trouble.message_id());
        self.announce(
            Notice::with("notice-settings-not-saved", vec![("reason", reason)]).warning(),
        );
    }
}
