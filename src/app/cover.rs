//! The cover: a screen that shows nothing until a key is pressed.

use crate::app::keymap::Command;
use crate::app::state::App;

/// Whether the screen is covered, and what leads there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cover {
    covered: bool,
    /// The last key asked to paint the screen again: the same once more covers it.
    repainted: bool,
}

impl Cover {
    /// Covers the screen.
    pub(in crate::app) const fn put_on(&mut self) {
        self.covered = true;
    }

    /// Takes the cover off; returns true if there was one.
    pub(in crate::app) fn take_off(&mut self) -> bool {
        std::mem::take(&mut self.covered)
    }

    /// Takes note of a command; returns the one to obey. To paint the screen again twice covers it.
    pub(in crate::app) fn obeyed(&mut self, command: Command) -> Command {
        let twice = std::mem::replace(&mut self.repainted, command == Command::Repaint);
        if twice && command == Command::Repaint {
            Command::Cover
        } else {
            command
        }
    }

    /// Takes note of an input that is no command.
    pub(in crate::app) const fn other_input(&mut self) {
        self.repainted = false;
    }
}

impl App {
    /// Returns true if the screen shows nothing until a key is pressed.
    pub const fn is_covered(&self) -> bool {
        self.cover.covered
    }
}
