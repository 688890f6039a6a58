//! Styles of each role. Of the 16 colours only two are used, magenta for actions and red for
//! danger: in xterm's palette no others reach a contrast of 3.6 on both black and white. No
//! background is set, and no meaning is in a style alone: words or a mark say it as well.

use ratatui::style::{Color, Modifier, Style};

use crate::document::Role;

/// Means of emphasis of a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The terminal's colours.
    Colours,
    /// Bold, underline and reverse alone.
    Mono,
    /// The terminal's own text colour, which has the highest contrast on light and on dark
    /// backgrounds; danger and selected items are reversed.
    HighContrast,
}

/// Styles and marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    look: Look,
    /// Marks drawn on the screen.
    pub glyphs: Glyphs,
}

/// Marks drawn on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyphs {
    /// Between list and reader.
    pub divider: &'static str,
    /// Before the selected item of a list without the focus.
    pub selected: &'static str,
    /// At the end of a cut name.
    pub ellipsis: &'static str,
    /// Between two short facts.
    pub dot: &'static str,
    /// Before words about danger.
    pub danger: &'static str,
}

/// Mark before the focused item, in every theme.
pub const FOCUS_MARK: &str = "> ";

impl Glyphs {
    /// Marks for terminals and locales with Unicode.
    pub const UNICODE: Self = Self {
        divider: "│",
        selected: "· ",
        ellipsis: "…",
        dot: "·",
        danger: "",
    };
    /// Marks for all others.
    pub const ASCII: Self = Self {
        divider: "|",
        selected: "- ",
        ellipsis: "~",
        dot: "-",
        danger: "!",
    };
}

impl Theme {
    /// Creates a theme.
    pub const fn new(look: Look, glyphs: Glyphs) -> Self {
        Self { look, glyphs }
    }

    /// Returns the style of a role.
    pub fn style(self, role: Role) -> Style {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        let underlined = plain.add_modifier(Modifier::UNDERLINED);
        match role {
            Role::Text | Role::Separator | Role::Gap => plain,
            Role::Muted => match self.look {
                Look::Colours => plain.add_modifier(Modifier::DIM),
                Look::Mono | Look::HighContrast => plain,
            },
            Role::Title | Role::Heading | Role::Field | Role::Label(_) | Role::Mark => bold,
            Role::Action => match self.look {
                Look::Colours => bold.fg(Color::Magenta),
                Look::HighContrast => bold.patch(underlined),
                Look::Mono => bold,
            },
            Role::Danger => match self.look {
                Look::Colours => bold.fg(Color::Red),
                Look::HighContrast => bold.add_modifier(Modifier::REVERSED),
                Look::Mono => bold,
            },
            Role::Warning => match self.look {
                Look::HighContrast => bold.patch(underlined),
                Look::Colours | Look::Mono => bold,
            },
            Role::Link | Role::LinkStart | Role::LinkEnd => match self.look {
                Look::Colours => underlined.fg(Color::Magenta),
                Look::Mono | Look::HighContrast => underlined,
            },
            // Underlined without a colour: matches are frequent on a screen, and each change of
            // style costs bytes on the link.
            Role::Match => underlined,
            // Cameras need dark modules on light ones, whatever the terminal's colours: the only
            // background that is set.
            Role::Code => match self.look {
                Look::Colours => plain.fg(Color::Black).bg(Color::White),
                Look::Mono | Look::HighContrast => plain.add_modifier(Modifier::REVERSED),
            },
            Role::CodeDark => match self.look {
                Look::Colours => plain.fg(Color::Black).bg(Color::Black),
                Look::Mono | Look::HighContrast => plain,
            },
        }
    }

    /// Returns the style of selected items: the row, the link and the tab with the focus, and text
    /// that the next letter replaces.
    pub fn selected(self) -> Style {
        let reversed = Style::new().add_modifier(Modifier::REVERSED);
        match self.look {
            Look::HighContrast => reversed.add_modifier(Modifier::BOLD),
            Look::Colours | Look::Mono => reversed,
        }
    }

    /// Returns the style of the row that Enter takes while letters go into a field.
    pub fn chosen(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }
}
