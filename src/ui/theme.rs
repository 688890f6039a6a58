//! How each kind of words looks. Only the 16 colours of the terminal's own scheme, so that light and
//! dark ones both work, and never colour alone: every meaning is in the words or in a mark as well.

use ratatui::style::{Color, Modifier, Style};

use crate::document::Role;
use crate::guide::PointKind;

/// What a theme sets words off with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The terminal's colours.
    Colours,
    /// Bold, underline and reverse alone.
    Mono,
    /// The terminal's own text colour alone, the strongest contrast that there is on a light and on a
    /// dark background; warnings and what has the focus are reversed.
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
    /// Under the head.
    pub rule: &'static str,
    /// Before the item that is selected but has not the keys.
    pub selected: &'static str,
    /// At the end of a name that is cut.
    pub ellipsis: &'static str,
    /// Between two short facts.
    pub dot: &'static str,
}

/// Before what has the focus, in every theme.
pub const FOCUS_MARK: &str = "> ";

impl Glyphs {
    /// For terminals and locales that show Unicode.
    pub const UNICODE: Self = Self {
        divider: "│",
        rule: "─",
        selected: "· ",
        ellipsis: "…",
        dot: "·",
    };
    /// For all others.
    pub const ASCII: Self = Self {
        divider: "|",
        rule: "-",
        selected: "- ",
        ellipsis: "~",
        dot: "-",
    };
}

impl Theme {
    /// A theme of that look, drawn with those marks.
    pub const fn new(look: Look, glyphs: Glyphs) -> Self {
        Self { look, glyphs }
    }

    fn colour(self, style: Style, colour: Color) -> Style {
        match self.look {
            Look::Colours => style.fg(colour),
            Look::Mono | Look::HighContrast => style,
        }
    }

    fn strong(self, style: Style) -> Style {
        match self.look {
            Look::HighContrast => style.add_modifier(Modifier::REVERSED),
            Look::Colours | Look::Mono => style,
        }
    }

    /// The style of a kind of words.
    pub fn style(self, role: Role) -> Style {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        match role {
            Role::Text | Role::Separator | Role::Gap | Role::Muted => plain,
            Role::Title | Role::Heading | Role::Field | Role::Key | Role::Mark => bold,
            Role::Label(PointKind::Know | PointKind::Fact) => self.colour(bold, Color::Cyan),
            Role::Label(PointKind::Do) => self.colour(bold, Color::Green),
            Role::Label(PointKind::Say) => self.colour(bold, Color::Magenta),
            Role::Label(PointKind::Avoid) => self.colour(bold, Color::Red),
            Role::Danger => self.strong(self.colour(bold, Color::Red)),
            Role::Warning => self.strong(self.colour(bold, Color::Yellow)),
            // Cameras want dark on light, whatever the terminal's own colours are.
            Role::Code => match self.look {
                Look::Colours => plain.fg(Color::Black).bg(Color::White),
                Look::Mono | Look::HighContrast => plain.add_modifier(Modifier::REVERSED),
            },
            Role::CodeDark => match self.look {
                Look::Colours => plain.fg(Color::Black).bg(Color::Black),
                Look::Mono | Look::HighContrast => plain,
            },
            Role::Link | Role::LinkStart | Role::LinkEnd => self
                .colour(plain, Color::Blue)
                .add_modifier(Modifier::UNDERLINED),
            // Underlined alone: it stands many times on a screen, and each time costs bytes on the link.
            Role::Match => plain.add_modifier(Modifier::UNDERLINED),
        }
    }

    /// Returns the style of the link that has the focus, and of text that the next letter replaces.
    pub fn focused_link(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD | Modifier::REVERSED)
    }

    /// The style of the open tab.
    pub fn open_tab(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD | Modifier::REVERSED)
    }

    /// Returns the style of the selected row of a list of contacts.
    pub fn selected_row(self) -> Style {
        self.focused_item().add_modifier(Modifier::REVERSED)
    }

    /// The style of the item that has the focus. Not reversed: repainting whole rows costs five times
    /// the bytes on a slow link.
    pub fn focused_item(self) -> Style {
        self.strong(Style::new().add_modifier(Modifier::BOLD))
    }
}
