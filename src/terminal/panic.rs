//! Panic hook: restores the shell's screen and prints one message.

use std::panic::{self, PanicHookInfo};
use std::sync::atomic::{AtomicBool, Ordering};

use super::{session, tty};

/// Installs a hook that, on a panic in any thread, restores the terminal and writes the apology
/// once, with the location in the source.
///
/// The panic's own message is left out: it may contain words about a client.
pub fn install_hook(apology: String) {
    let spoken = AtomicBool::new(false);
    panic::set_hook(Box::new(move |panic| {
        if !spoken.swap(true, Ordering::AcqRel) {
            session::abandon();
            tty::say(&last_words(&apology, panic));
        }
    }));
}

fn last_words(apology: &str, panic: &PanicHookInfo<'_>) -> String {
    match panic.location() {
        Some(place) => format!("{apology}\n({place})\n"),
        None => format!("{apology}\n"),
    }
}
