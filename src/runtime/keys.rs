//! Keys of the terminal as the App knows them.

use crossterm::event::{KeyCode as TerminalKey, KeyEvent, KeyModifiers};

use crate::app::{Key, KeyCode};

/// A key of the terminal as the App knows it; `None` for those that the App has no use for.
pub(super) fn translate(key: KeyEvent) -> Option<Key> {
    let code = match key.code {
        TerminalKey::Char(character) => KeyCode::Character(character),
        TerminalKey::Enter => KeyCode::Enter,
        TerminalKey::Esc => KeyCode::Escape,
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
        TerminalKey::F(number) => KeyCode::Function(number),
        _ => return None,
    };
    // What a modifier makes of a key is another key, not the key itself.
    let foreign =
        KeyModifiers::ALT | KeyModifiers::SUPER | KeyModifiers::HYPER | KeyModifiers::META;
    (!key.modifiers.intersects(foreign)).then(|| Key {
        code,
        control: key.modifiers.contains(KeyModifiers::CONTROL),
    })
}
