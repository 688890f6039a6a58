//! A key, and its name.

/// A key, as the worker pressed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which one.
    pub code: KeyCode,
    /// Whether Ctrl was held.
    pub control: bool,
    /// Whether Alt was held.
    pub alt: bool,
}

impl Key {
    /// The key alone.
    pub const fn plain(code: KeyCode) -> Self {
        Self {
            code,
            control: false,
            alt: false,
        }
    }

    /// The key of that character.
    pub const fn character(character: char) -> Self {
        Self::plain(KeyCode::Character(character))
    }

    /// The character with Ctrl.
    pub const fn control(character: char) -> Self {
        Self {
            control: true,
            ..Self::character(character)
        }
    }

    /// The key with Alt.
    pub const fn alt(code: KeyCode) -> Self {
        Self {
            alt: true,
            ..Self::plain(code)
        }
    }

    /// Returns the key as the table has it: with Alt, small and capital letters are the same.
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

    /// Returns the letter that the key types; `None` where it types none.
    pub const fn letter(self) -> Option<char> {
        match self.code {
            KeyCode::Character(letter) if !self.control && !self.alt => Some(letter),
            _ => None,
        }
    }

    /// Whether it leaves the program from anywhere, even through the cover.
    pub fn leaves(self) -> bool {
        [Self::control('c'), Self::control('x')].contains(&self)
    }
}

/// Which key.
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
    /// Id of the message that names the key; `None` for a character, which names itself.
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

    /// Id of the message that spells an arrow out; `None` for any other key.
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
