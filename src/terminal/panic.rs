//! What is left on the screen after a defect: the worker's own terminal and one message.

use std::panic::{self, PanicHookInfo};
use std::sync::atomic::{AtomicBool, Ordering};

use super::{session, tty};

/// Has a panic, in whatever thread, give the terminal back and say the apology once, with the
/// place in the source.
///
/// Not what the panic said: it may quote what the worker typed, and that may be about a client.
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
