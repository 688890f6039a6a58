//! Keys, as a terminal sends them and as the App takes them, and their names.

/// Key press.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Code of the key.
    pub code: KeyCode,
    /// True if Ctrl was held.
    pub control: bool,
    /// True if Alt was held.
    pub alt: bool,
}

impl Key {
    /// Returns the key without modifiers.
    pub const fn plain(code: KeyCode) -> Self {
        Self {
            code,
            control: false,
            alt: false,
        }
    }

    /// Returns the key of a character.
    pub const fn character(character: char) -> Self {
        Self::plain(KeyCode::Character(character))
    }

    /// Returns the character with Ctrl.
    pub const fn control(character: char) -> Self {
        Self {
            control: true,
            ..Self::character(character)
        }
    }

    /// Returns the key with Alt.
    pub const fn alt(code: KeyCode) -> Self {
        Self {
            alt: true,
            ..Self::plain(code)
        }
    }

    /// Returns the key in the form of the table: with Alt, lower and upper case are the same.
    #[must_use]
    pub fn without_shift(self) -> Self {
        match self.code {
            KeyCode::Character(letter) if self.alt => Self {
                code: KeyCode::Character(letter.to_ascii_lowercase()),
                ..self
            },
            _ => self,
        }
    }

    /// Returns the letter typed by the key; `None` if it types none.
    pub const fn letter(self) -> Option<char> {
        match self.code {
            KeyCode::Character(letter) if !self.control && !self.alt => Some(letter),
            _ => None,
        }
    }

    /// Returns true if the key quits the program from anywhere, even under the cover.
    pub fn leaves(self) -> bool {
        [Self::control('c'), Self::control('x')].contains(&self)
    }
}

/// Code of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the variants are the names on the keys")]
pub enum KeyCode {
    Character(char),
    Enter,
    Escape,
    Backspace,
    Delete,
    Tab,
    BackTab,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Home,
    End,
    Function(u8),
}

impl KeyCode {
    /// Returns the id of the message of the key's name; `None` for a character, which is its own
    /// name.
    pub const fn message_id(self) -> Option<&'static str> {
        Some(match self {
            Self::Character(' ') => "key-space",
            Self::Character(_) | Self::Function(_) => return None,
            Self::Enter => "key-enter",
            Self::Escape => "key-escape",
            Self::Backspace => "key-backspace",
            Self::Delete => "key-delete",
            Self::Tab => "key-tab",
            Self::BackTab => "key-back-tab",
            Self::Up => "key-up",
            Self::Down => "key-down",
            Self::Left => "key-left",
            Self::Right => "key-right",
            Self::PageUp => "key-page-up",
            Self::PageDown => "key-page-down",
            Self::Home => "key-home",
            Self::End => "key-end",
        })
    }

    /// Returns the id of the message that spells an arrow out; `None` for any other key.
    pub const fn spelled_id(self) -> Option<&'static str> {
        Some(match self {
            Self::Up => "key-up-spelled",
            Self::Down => "key-down-spelled",
            Self::Left => "key-left-spelled",
            Self::Right => "key-right-spelled",
            _ => return None,
        })
    }
}
