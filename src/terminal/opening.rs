//! The time before a session takes the terminal, while the worker's files are opened: Ctrl-X ends the
//! program as it does later.

use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rustix::termios::{OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr};

use super::tty;

/// Ctrl-X.
const KEY: u8 = 0x18;

/// Line settings to restore; `None` while they are in force.
static BEFORE: Mutex<Option<Termios>> = Mutex::new(None);

/// Lets the terminal's driver end the program at Ctrl-X, until this is dropped: nothing reads the keys yet, and
/// a call to a file may hang. The signal is the one of the key that quits (`stty quit`); shells restore the
/// line settings after it.
#[derive(Debug)]
pub struct Opening(());

impl Opening {
    /// Starts. Does nothing without a terminal.
    pub fn start() -> Self {
        if tty::is_terminal()
            && let Ok(settings) = tcgetattr(io::stdin())
        {
            let mut with_key = settings.clone();
            with_key.special_codes[SpecialCodeIndex::VQUIT] = KEY;
            if tcsetattr(io::stdin(), OptionalActions::Now, &with_key).is_ok() {
                *before() = Some(settings);
            }
        }
        Self(())
    }

    /// Restores the line settings, for an end of the program without a drop.
    pub fn restore() {
        if let Some(settings) = before().take() {
            // After a hang-up there is nothing to restore.
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, &settings);
        }
    }
}

impl Drop for Opening {
    fn drop(&mut self) {
        Self::restore();
    }
}

fn before() -> MutexGuard<'static, Option<Termios>> {
    BEFORE.lock().unwrap_or_else(PoisonError::into_inner)
}
