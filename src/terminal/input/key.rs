//! Keys sent by a terminal.

/// Key press. The decoder drops combinations with Super.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// The key.
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
}

/// Name of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
