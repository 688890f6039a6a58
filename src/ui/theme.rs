//! How each kind of words looks. Of the 16 colours only magenta, for what can be acted on, and red, for
//! danger: in the palette of xterm no others have a contrast of 3.6 on black and on white alike. No
//! background is set, and no meaning is in a style alone: it is in the words or in a mark as well.

use ratatui::style::{Color, Modifier, Style};

use crate::document::Role;

/// What a theme sets words off with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The terminal's colours.
    Colours,
    /// Bold, underline and reverse alone.
    Mono,
    /// The terminal's own text colour alone, the strongest contrast that there is on a light and on a
    /// dark background; danger and what is selected are reversed.
    HighContrast,
}

/// Styles and marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    look: Look,
    /// The marks that the screen is drawn with.
    pub glyphs: Glyphs,
}

/// The marks that the screen is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyphs {
    /// Between list and reader.
    pub divider: &'static str,
    /// Before the item that is selected but has not the keys.
    pub selected: &'static str,
    /// At the end of a name that is cut.
    pub ellipsis: &'static str,
    /// Between two short facts.
    pub dot: &'static str,
    /// Before words about danger.
    pub danger: &'static str,
}

/// Before what has the focus, in every theme.
pub const FOCUS_MARK: &str = "> ";

impl Glyphs {
    /// For terminals and locales that show Unicode.
    pub const UNICODE: Self = Self {
        divider: "│",
        selected: "· ",
        ellipsis: "…",
        dot: "·",
        danger: "",
    };
    /// For all others.
    pub const ASCII: Self = Self {
        divider: "|",
        selected: "- ",
        ellipsis: "~",
        dot: "-",
        danger: "!",
    };
}

impl Theme {
    /// A theme of that look, drawn with those marks.
    pub const fn new(look: Look, glyphs: Glyphs) -> Self {
        Self { look, glyphs }
    }

    /// Returns the style of a kind of words.
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
            // Underlined alone: it stands many times on a screen, and each time costs bytes on the link.
            Role::Match => underlined,
            // Cameras want dark on light, whatever the terminal's own colours are: the one place with a
            // background.
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

    /// Returns the style of what is selected: the row, the link and the tab with the focus, and text that
    /// the next letter replaces.
    pub fn selected(self) -> Style {
        let reversed = Style::new().add_modifier(Modifier::REVERSED);
        match self.look {
            Look::HighContrast => reversed.add_modifier(Modifier::BOLD),
            Look::Colours | Look::Mono => reversed,
        }
    }

    /// Returns the style of the row that Enter takes while the keys go elsewhere: letters into a field.
    pub fn chosen(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }
}
