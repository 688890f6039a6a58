//! Cover: an empty screen until its key is pressed.

use crate::app::action::{Effect, TerminalEffect};
use crate::app::keymap::{COVERS, Key, KeyCode};
use crate::app::state::App;
use crate::settings::UncoverKey;

/// State of the cover.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cover {
    covered: bool,
}

impl Cover {
    /// Covers the screen.
    pub(in crate::app) const fn put_on(&mut self) {
        self.covered = true;
    }

    /// Uncovers the screen.
    pub(in crate::app) const fn take_off(&mut self) {
        self.covered = false;
    }
}

/// Returns the additional key that uncovers the screen; `None` for no other.
const fn chosen(key: UncoverKey) -> Option<Key> {
    Some(Key::plain(match key {
        UncoverKey::Enter => KeyCode::Enter,
        UncoverKey::F2 => KeyCode::Function(2),
        UncoverKey::F12 => KeyCode::Function(12),
        UncoverKey::F9 => return None,
    }))
}

impl App {
    /// Returns true if the screen is covered.
    pub const fn is_covered(&self) -> bool {
        self.cover.covered
    }

    /// Handles a key under the cover: one key uncovers the screen, one quits at once, and all
    /// others do nothing.
    pub(in crate::app) fn press_cover(&mut self, key: Key) -> Vec<Effect> {
        if key == Key::control('x') {
            return vec![TerminalEffect::ClearAndQuit.into()];
        }
        if COVERS.contains(&key) || Some(key) == chosen(self.preferences.uncover) {
            self.cover.take_off();
        }
        Vec::new()
    }
}
