//! Panics and hangs that tests ask for.

use std::sync::mpsc;

use super::{Host, Message};
use crate::terminal::events;

impl Host {
    #[expect(clippy::panic, reason = "a test looks at what it leaves behind")]
    pub(super) fn rehearse_panic(&mut self, inbox: &mpsc::Sender<Message>) -> std::io::Result<()> {
        match self.panic.take().as_deref() {
            None | Some("files") => Ok(()),
            Some("never") => hang(),
            Some("worker") => events::spawn("rehearsal", inbox, |_| panic!("rehearsed")),
            Some(_) => panic!("rehearsed"),
        }
    }

    /// Returns the body of the thread of the worker's files; a test can make it hang.
    pub(super) fn rehearse_hang(
        panic: Option<&str>,
        work: Box<dyn FnOnce() + Send>,
    ) -> Box<dyn FnOnce() + Send> {
        if panic == Some("files") {
            Box::new(|| hang())
        } else {
            work
        }
    }
}

fn hang() -> ! {
    loop {
        std::thread::park();
    }
}
