//! Conversion of the terminal's keys to those of the App.

use crate::app::{Key, KeyCode};
use crate::terminal::input::{self, KeyCode as TerminalKey};

/// Converts a key.
pub(super) fn translate(key: input::Key) -> Key {
    let code = match key.code {
        TerminalKey::Character(character) => KeyCode::Character(character),
        TerminalKey::Enter => KeyCode::Enter,
        TerminalKey::Escape => KeyCode::Escape,
        TerminalKey::Backspace => KeyCode::Backspace,
        TerminalKey::Delete => KeyCode::Delete,
        TerminalKey::Tab => KeyCode::Tab,
        TerminalKey::BackTab => KeyCode::BackTab,
        TerminalKey::Up => KeyCode::Up,
        TerminalKey::Down => KeyCode::Down,
        TerminalKey::Left => KeyCode::Left,
        TerminalKey::Right => KeyCode::Right,
        TerminalKey::PageUp => KeyCode::PageUp,
        TerminalKey::PageDown => KeyCode::PageDown,
        TerminalKey::Home => KeyCode::Home,
        TerminalKey::End => KeyCode::End,
        TerminalKey::Function(number) => KeyCode::Function(number),
    };
    Key {
        code,
        control: key.control,
        alt: key.alt,
    }
}
