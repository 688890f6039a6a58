//! The cover: a screen that shows nothing until its key is pressed.

use crate::app::action::{Effect, TerminalEffect};
use crate::app::keymap::{Key, KeyCode};
use crate::app::state::App;
use crate::settings::UncoverKey;

/// Whether the screen is covered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cover {
    covered: bool,
}

impl Cover {
    /// Covers the screen.
    pub(in crate::app) const fn put_on(&mut self) {
        self.covered = true;
    }

    /// Takes the cover off.
    pub(in crate::app) const fn take_off(&mut self) {
        self.covered = false;
    }
}

/// The key that always takes the cover off.
const UNCOVERS: Key = Key::plain(KeyCode::Function(9));

/// Returns the key that takes the cover off as well; `None` for no other.
const fn chosen(key: UncoverKey) -> Option<Key> {
    Some(Key::plain(match key {
        UncoverKey::Enter => KeyCode::Enter,
        UncoverKey::F2 => KeyCode::Function(2),
        UncoverKey::F12 => KeyCode::Function(12),
        UncoverKey::F9 => return None,
    }))
}

impl App {
    /// Returns true if the screen shows nothing until the cover's key is pressed.
    pub const fn is_covered(&self) -> bool {
        self.cover.covered
    }

    /// Does what a key asks for under the cover: one takes it off, one leaves at once, and no other does
    /// anything.
    pub(in crate::app) fn press_cover(&mut self, key: Key) -> Vec<Effect> {
        if key == Key::control('x') {
            return vec![TerminalEffect::ClearAndQuit.into()];
        }
        if key == UNCOVERS || Some(key) == chosen(self.preferences.uncover) {
            self.cover.take_off();
        }
        Vec::new()
    }
}
