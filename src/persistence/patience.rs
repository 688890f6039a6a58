//! Time limit for the worker's files at the start, before the screen exists: on a share that hangs,
//! a single call may wait without end.

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::i18n::Messages;
use crate::i18n::typography::printable;

/// Delay before a message about slow files, and from then on before the program gives up. A slow
/// link needs seconds for some twenty calls.
const LIMITS: [Duration; 2] = [Duration::from_secs(2), Duration::from_secs(28)];

/// Exit status if the files never answered.
const UNANSWERED: i32 = 1;

/// Degree of a delay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Late {
    /// A message is due.
    Slow,
    /// The program gives up.
    Silent,
}

impl Late {
    const fn message_id(self) -> &'static str {
        match self {
            Self::Slow => "opening-slow",
            Self::Silent => "opening-silent",
        }
    }
}

/// Thread that watches the time until this is dropped.
#[derive(Debug)]
pub(super) struct Watch {
    over: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// File or folder of the call under way, for the messages.
#[derive(Clone, Debug, Default)]
pub(super) struct Awaited(Arc<Mutex<PathBuf>>);

impl Awaited {
    /// Records the file or folder of the next calls.
    pub fn set(&self, path: impl Into<PathBuf>) {
        *self.path() = path.into();
    }

    fn path(&self) -> MutexGuard<'_, PathBuf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Watch {
    /// Starts to measure the time of the calls to `awaited`. `give_up` is called before the program ends
    /// for a file that never answers. If the thread cannot be started there is no limit.
    pub fn start(awaited: Awaited, messages: &'static Messages, give_up: fn()) -> Self {
        let (over, opened) = mpsc::channel();
        let tell = move |late| {
            let path = awaited.path().display().to_string();
            say(late, &printable(&path), messages);
            if late == Late::Silent {
                give_up();
                std::process::exit(UNANSWERED);
            }
        };
        let watch = move || wait(&opened, LIMITS, tell);
        let thread = thread::Builder::new().name("patience".to_owned());
        Self {
            over: Some(over),
            thread: thread.spawn(watch).ok(),
        }
    }
}

impl Drop for Watch {
    /// Ends the thread: none may exist when the program confines itself.
    fn drop(&mut self) {
        self.over.take();
        if let Some(thread) = self.thread.take() {
            // The thread does not panic, and after a panic it would have ended as well.
            let _ = thread.join();
        }
    }
}

/// Waits until the other end of `opened` is dropped, and calls `tell` at each limit that passes
/// before.
fn wait(opened: &Receiver<()>, limits: [Duration; 2], mut tell: impl FnMut(Late)) {
    for (limit, late) in limits.into_iter().zip([Late::Slow, Late::Silent]) {
        if opened.recv_timeout(limit) != Err(RecvTimeoutError::Timeout) {
            return;
        }
        tell(late);
    }
}

fn say(late: Late, folder: &str, messages: &Messages) {
    let words = messages.format(late.message_id(), &[("folder", folder.into())]);
    // An error means that nobody reads the output.
    let _ = writeln!(io::stderr(), "{words}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn files_that_never_answer_get_a_word_and_then_an_end() {
        let (over, opened) = mpsc::channel();
        let mut told = Vec::new();
        wait(&opened, [Duration::ZERO; 2], |late| told.push(late));
        assert_eq!(told, [Late::Slow, Late::Silent]);
        drop(over);
        wait(&opened, LIMITS, |late| panic!("{late:?}"));
    }

    #[test]
    fn both_words_name_the_folder_and_the_second_a_way_on() {
        for language in Language::ALL {
            let text = |late: Late| {
                let folder = [("folder", "/share/havre".into())];
                Messages::of(language).format(late.message_id(), &folder)
            };
            assert!(
                text(Late::Slow).contains("/share/havre") && text(Late::Slow).contains("Ctrl-C")
            );
            let end = text(Late::Silent);
            assert!(
                end.contains("/share/havre") && end.contains("havre --data-dir"),
                "{end}"
            );
        }
    }
}
