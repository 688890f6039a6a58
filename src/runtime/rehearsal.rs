//! Panics, hangs and escapes that tests ask for in debug builds; a release has none.

#[cfg(debug_assertions)]
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::mpsc::Sender;

use super::Message;
use crate::persistence::ScreenOptions;
use crate::terminal::Session;

/// Failures that a test asked for: none in a release.
#[derive(Clone, Debug)]
pub struct Rehearsal {
    /// Thread that panics or hangs.
    #[cfg(debug_assertions)]
    panic: Option<String>,
    /// Folder of another worker for attempts to escape.
    #[cfg(debug_assertions)]
    escape: Option<PathBuf>,
}

#[cfg(debug_assertions)]
mod asked {
    use super::{ExitCode, Message, Rehearsal, ScreenOptions, Sender, Session};
    use crate::runtime::escapes;
    use crate::terminal::events;

    impl Rehearsal {
        /// Takes the failures from the options.
        pub fn of(options: &ScreenOptions) -> Self {
            Self {
                panic: options.panic.clone(),
                escape: options.escape.clone(),
            }
        }

        /// Tries to escape if that was asked for, and returns the exit status.
        pub fn escape(&self) -> anyhow::Result<Option<ExitCode>> {
            self.escape.as_deref().map(escapes::rehearse).transpose()
        }

        /// Fails as asked once the first frame is drawn. Returns the exit status if the session ends.
        #[expect(clippy::panic, reason = "a test looks at what it leaves behind")]
        pub fn after_frame(
            &mut self,
            session: &mut Session,
            inbox: &Sender<Message>,
        ) -> anyhow::Result<Option<ExitCode>> {
            match self.panic.take().as_deref() {
                None | Some("files") => {}
                Some("never") => hang(),
                Some("worker") => events::spawn("rehearsal", inbox, |_| panic!("rehearsed"))?,
                Some(_) => panic!("rehearsed"),
            }
            if self.escape.is_some() {
                session.leave();
            }
            self.escape()
        }

        /// Returns the body of the thread of the worker's files; it hangs if that was asked for.
        pub fn wrap(&self, work: Box<dyn FnOnce() + Send>) -> Box<dyn FnOnce() + Send> {
            if self.panic.as_deref() == Some("files") {
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
}

#[cfg(not(debug_assertions))]
mod none {
    use super::{ExitCode, Message, Rehearsal, ScreenOptions, Sender, Session};

    #[expect(
        clippy::unused_self,
        clippy::unnecessary_wraps,
        reason = "a debug build needs them"
    )]
    impl Rehearsal {
        /// Takes nothing from the options.
        pub fn of(_: &ScreenOptions) -> Self {
            Self {}
        }

        /// Continues.
        pub fn escape(&self) -> anyhow::Result<Option<ExitCode>> {
            Ok(None)
        }

        /// Continues.
        pub fn after_frame(
            &mut self,
            _: &mut Session,
            _: &Sender<Message>,
        ) -> anyhow::Result<Option<ExitCode>> {
            Ok(None)
        }

        /// Returns the body of the thread of the worker's files as it is.
        pub fn wrap(&self, work: Box<dyn FnOnce() + Send>) -> Box<dyn FnOnce() + Send> {
            work
        }
    }
}
