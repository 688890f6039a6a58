//! Preferences in force: settings, overridden by arguments.

use serde::{Deserialize, Serialize};

use super::Settings;
use crate::directory::Region;
use crate::i18n::Language;
use crate::places::{PlaceId, Places};

/// Default minutes without a key after which the screen is covered.
const IDLE_MINUTES: u16 = 3;

/// Preferences in force: an argument of this run, else the setting, else the default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// Language of the screen.
    pub language: Language,
    /// Region of work; [`Region::Ca`] for all of Canada.
    pub region: Region,
    /// Town in that region, if one is set.
    pub place: Option<PlaceId>,
    /// Theme of the screen.
    pub theme: ThemeName,
    /// Minutes without a key after which the screen is covered; 0 for never.
    pub idle_minutes: u16,
    /// Digit of the tab that opens first.
    pub first_tab: u8,
    /// Key that uncovers the screen, besides F9.
    pub uncover: UncoverKey,
    /// True for numbered lines instead of a screen, from the next start on.
    pub plain: bool,
    /// True for the layout for screen readers and magnifiers.
    pub reader: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: Language::En,
            region: Region::Ca,
            place: None,
            theme: ThemeName::default(),
            idle_minutes: IDLE_MINUTES,
            first_tab: 0,
            uncover: UncoverKey::default(),
            plain: false,
            reader: false,
        }
    }
}

impl Preferences {
    /// Copies the value of one setting.
    pub const fn copy(&mut self, setting: Setting, from: &Self) {
        match setting {
            Setting::Language => self.language = from.language,
            Setting::Region => (self.region, self.place) = (from.region, from.place),
            Setting::Theme => self.theme = from.theme,
            Setting::Idle => self.idle_minutes = from.idle_minutes,
            Setting::FirstTab => self.first_tab = from.first_tab,
            Setting::Uncover => self.uncover = from.uncover,
            Setting::Plain => self.plain = from.plain,
            Setting::Reader => self.reader = from.reader,
        }
    }
}

/// Theme of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeName {
    /// Colours, unless the terminal has none or the worker disabled them (`NO_COLOR`).
    #[default]
    Auto,
    /// The terminal's 16 colours.
    Default,
    /// The terminal's default colours, with reverse video for emphasis.
    HighContrast,
    /// Bold, underline and reverse alone.
    Mono,
}

impl ThemeName {
    /// All themes.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Default, Self::HighContrast, Self::Mono];

    /// Returns the name at the command line and in the settings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Default => "default",
            Self::HighContrast => "high-contrast",
            Self::Mono => "mono",
        }
    }

    /// Returns the id of the message of its name in the settings.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Auto => "theme-auto",
            Self::Default => "theme-default",
            Self::HighContrast => "theme-high-contrast",
            Self::Mono => "theme-mono",
        }
    }

    /// Returns the theme of a name; `None` if there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

/// Key that uncovers the screen, besides F9.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UncoverKey {
    /// None: F9 alone.
    #[default]
    F9,
    /// Enter.
    Enter,
    /// F2.
    F2,
    /// F12.
    F12,
}

impl UncoverKey {
    /// All choices.
    pub const ALL: [Self; 4] = [Self::F9, Self::Enter, Self::F2, Self::F12];

    /// Returns the id of the message of the key's name.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Enter => "uncover-enter",
            Self::F9 => "uncover-f9",
            Self::F2 => "uncover-f2",
            Self::F12 => "uncover-f12",
        }
    }
}

/// One setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Language of the screen.
    Language,
    /// Region and town of work.
    Region,
    /// Theme of the screen.
    Theme,
    /// Minutes without a key after which the screen is covered.
    Idle,
    /// Tab that opens first.
    FirstTab,
    /// Key that uncovers the screen.
    Uncover,
    /// Numbered lines instead of a screen.
    Plain,
    /// Layout for screen readers and magnifiers.
    Reader,
}

impl Setting {
    /// All settings, in the order of the form.
    pub const ALL: [Self; 8] = [
        Self::Language,
        Self::Region,
        Self::FirstTab,
        Self::Theme,
        Self::Idle,
        Self::Uncover,
        Self::Plain,
        Self::Reader,
    ];
}

impl Settings {
    /// Returns the preferences in force without arguments.
    pub fn preferences(&self) -> Preferences {
        let usual = Preferences::default();
        Preferences {
            language: self.language.unwrap_or(usual.language),
            region: self.region.unwrap_or(usual.region),
            place: self.place_in_force(),
            theme: self.theme.unwrap_or(usual.theme),
            idle_minutes: self.idle_minutes.unwrap_or(usual.idle_minutes),
            first_tab: self.first_tab.unwrap_or(usual.first_tab),
            uncover: self.uncover.unwrap_or(usual.uncover),
            plain: self.plain.unwrap_or(usual.plain),
            reader: self.reader.unwrap_or(usual.reader),
        }
    }

    /// Returns the town of the key; `None` if the town is unknown or not in the region. Places are
    /// loaded only if there is a key.
    fn place_in_force(&self) -> Option<PlaceId> {
        let (key, region) = (self.place.as_ref()?, self.region?);
        let places = Places::embedded();
        let place = places.parse(key, region).ok()?;
        (places.place(place).region == region).then_some(place)
    }

    /// Takes over changed and chosen values. A chosen value is set even if it did not change,
    /// because the present value may come from an argument of this run. Language and region are
    /// also set if they never were, because the first run asks for both.
    pub fn take_over(&mut self, before: &Preferences, now: &Preferences, chosen: Option<Setting>) {
        let is_set = |setting, changed| changed || chosen == Some(setting);
        if self.language.is_none() || is_set(Setting::Language, now.language != before.language) {
            self.language = Some(now.language);
        }
        let moved = (now.region, now.place) != (before.region, before.place);
        if self.region.is_none() || is_set(Setting::Region, moved) {
            self.region = Some(now.region);
            self.place = now.place.map(|place| Places::embedded().key(place));
        }
        if is_set(Setting::Theme, now.theme != before.theme) {
            self.theme = Some(now.theme);
        }
        if is_set(Setting::Idle, now.idle_minutes != before.idle_minutes) {
            self.idle_minutes = Some(now.idle_minutes);
        }
        if is_set(Setting::FirstTab, now.first_tab != before.first_tab) {
            self.first_tab = Some(now.first_tab);
        }
        if is_set(Setting::Uncover, now.uncover != before.uncover) {
            self.uncover = Some(now.uncover);
        }
        if is_set(Setting::Plain, now.plain != before.plain) {
            self.plain = Some(now.plain);
        }
        if is_set(Setting::Reader, now.reader != before.reader) {
            self.reader = Some(now.reader);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_saved_and_arguments_are_not() {
        let mut settings = Settings {
            theme: Some(ThemeName::HighContrast),
            ..Settings::default()
        };
        // Started with `--theme mono --reader`.
        let started = Preferences {
            theme: ThemeName::Mono,
            reader: true,
            ..settings.preferences()
        };
        let now = Preferences {
            idle_minutes: 10,
            plain: true,
            ..started
        };
        settings.take_over(&started, &now, None);
        let expected = Settings {
            language: Some(Language::En),
            region: Some(Region::Ca),
            theme: Some(ThemeName::HighContrast),
            idle_minutes: Some(10),
            plain: Some(true),
            ..Settings::default()
        };
        assert_eq!(settings, expected);
        let off = Preferences {
            reader: false,
            ..now
        };
        settings.take_over(&now, &off, None);
        assert_eq!(settings.reader, Some(false), "she turned it off herself");
    }

    #[test]
    fn a_choice_is_saved_even_if_equal_to_an_argument() {
        for chosen in Setting::ALL {
            let mut settings = Settings {
                language: Some(Language::En),
                region: Some(Region::Ns),
                ..Settings::default()
            };
            let started = Preferences {
                language: Language::Fr,
                region: Region::On,
                place: Places::embedded().find("Ottawa", Region::On),
                theme: ThemeName::Mono,
                idle_minutes: 10,
                first_tab: 4,
                uncover: UncoverKey::F9,
                plain: true,
                reader: true,
            };
            settings.take_over(&started, &started, Some(chosen));
            let is_set = [
                (Setting::Language, settings.language == Some(Language::Fr)),
                (Setting::FirstTab, settings.first_tab == Some(4)),
                (Setting::Uncover, settings.uncover == Some(UncoverKey::F9)),
                (
                    Setting::Region,
                    settings.region == Some(Region::On)
                        && settings.place.as_deref() == Some("ON/Ottawa"),
                ),
                (Setting::Theme, settings.theme.is_some()),
                (Setting::Idle, settings.idle_minutes.is_some()),
                (Setting::Plain, settings.plain.is_some()),
                (Setting::Reader, settings.reader.is_some()),
            ];
            for (setting, is_set) in is_set {
                assert_eq!(is_set, setting == chosen, "{setting:?} of {chosen:?}");
            }
        }
    }
}
