//! What is in force: her settings, with what an argument asks for.

use serde::{Deserialize, Serialize};

use super::Settings;
use crate::directory::Region;
use crate::i18n::Language;

/// Minutes without a key after which the screen is covered, where she set nothing else.
pub const IDLE_MINUTES: u16 = 3;

/// What is in force: what she set, what an argument asks for in this run alone, else what is usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// The language of the screen.
    pub language: Language,
    /// Where she works; [`Region::Ca`] for all of Canada.
    pub region: Region,
    /// How the screen looks.
    pub theme: ThemeName,
    /// Minutes without a key after which the screen is covered; 0 for never.
    pub idle_minutes: u16,
    /// Numbered lines instead of a screen, from the next start on.
    pub plain: bool,
    /// The screen laid out for a screen reader or a magnifier.
    pub reader: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: Language::En,
            region: Region::Ca,
            theme: ThemeName::default(),
            idle_minutes: IDLE_MINUTES,
            plain: false,
            reader: false,
        }
    }
}

/// How the screen looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeName {
    /// With colours where the terminal has them and the worker did not ask for none (`NO_COLOR`).
    #[default]
    Auto,
    /// With the terminal's 16 colours.
    Default,
    /// The terminal's own text colour alone, with reverse video for what matters.
    HighContrast,
    /// Bold, underline and reverse alone.
    Mono,
}

impl ThemeName {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Default, Self::HighContrast, Self::Mono];

    /// Its name at the command line and in the settings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Default => "default",
            Self::HighContrast => "high-contrast",
            Self::Mono => "mono",
        }
    }

    /// Id of the message that names it in the settings.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Auto => "theme-auto",
            Self::Default => "theme-default",
            Self::HighContrast => "theme-high-contrast",
            Self::Mono => "theme-mono",
        }
    }

    /// The theme of that name; `None` where there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

impl Settings {
    /// What is in force where no argument asks for anything else.
    pub fn preferences(&self) -> Preferences {
        let usual = Preferences::default();
        Preferences {
            language: self.language.unwrap_or(usual.language),
            region: self.region.unwrap_or(usual.region),
            theme: self.theme.unwrap_or(usual.theme),
            idle_minutes: self.idle_minutes.unwrap_or(usual.idle_minutes),
            plain: self.plain.unwrap_or(usual.plain),
            reader: self.reader.unwrap_or(usual.reader),
        }
    }

    /// Takes over what she changed. What was in force before is left as it was set: an argument is for
    /// one run alone. Language and region are set even so where they never were, for a first run asks
    /// for both.
    pub fn take_over(&mut self, before: &Preferences, now: &Preferences) {
        if self.language.is_none() || now.language != before.language {
            self.language = Some(now.language);
        }
        if self.region.is_none() || now.region != before.region {
            self.region = Some(now.region);
        }
        change(&mut self.theme, &before.theme, &now.theme);
        change(
            &mut self.idle_minutes,
            &before.idle_minutes,
            &now.idle_minutes,
        );
        change(&mut self.plain, &before.plain, &now.plain);
        change(&mut self.reader, &before.reader, &now.reader);
    }
}

/// Sets what is another now.
fn change<T: Copy + PartialEq>(set: &mut Option<T>, before: &T, now: &T) {
    if now != before {
        *set = Some(*now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_she_changed_is_taken_over_and_what_an_argument_asked_for_is_not() {
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
        settings.take_over(&started, &now);
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
        settings.take_over(&now, &off);
        assert_eq!(settings.reader, Some(false), "she turned it off herself");
    }
}
