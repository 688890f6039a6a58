//! Theme of a session.

use crate::settings::ThemeName;
use crate::terminal::Capabilities;
use crate::ui::{Glyphs, Look, Theme};

/// Returns the theme of this name, as far as the terminal supports it.
pub(super) fn theme(capabilities: Capabilities, wanted: ThemeName) -> Theme {
    let glyphs = if capabilities.utf8 {
        Glyphs::UNICODE
    } else {
        Glyphs::ASCII
    };
    let look = match wanted {
        ThemeName::Auto if capabilities.mono => Look::Mono,
        ThemeName::Auto | ThemeName::Default => Look::Colours,
        ThemeName::HighContrast => Look::HighContrast,
        ThemeName::Mono => Look::Mono,
    };
    Theme::new(look, glyphs)
}
