//! Progress display of slow work: one line on the terminal, erased at the end. Nothing is shown in
//! a pipe, in a file, or on a terminal without escape codes.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::i18n::Messages;
use crate::terminal::spelled_in_ascii;

/// Time after which progress is shown.
const PATIENCE: Duration = Duration::from_millis(500);
/// Interval between updates of the line: long enough for slow links and screen readers.
const PAUSE: Duration = Duration::from_millis(500);
/// Columns of the bar.
const BAR: usize = 20;
/// Returns to the start of the line and erases it.
const ERASE: &str = "\r\x1b[K";

/// Settings of the progress display.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    /// True if the line can be shown and erased.
    shown: bool,
    /// True if results go to the terminal as well, where they would run into the line.
    results_shown: bool,
    /// True if the line may contain more than ASCII.
    utf8: bool,
    patience: Duration,
}

/// Number of finished steps, updated by the work.
#[derive(Debug, Default)]
pub struct Steps(AtomicUsize);

impl Steps {
    /// Counts one more finished step.
    pub fn step(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

/// Number of all steps, if known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    /// This many steps.
    Known(usize),
    /// Unknown number.
    Unknown,
}

impl Progress {
    /// Never shows progress.
    pub const NEVER: Self = Self {
        shown: false,
        results_shown: false,
        utf8: false,
        patience: PATIENCE,
    };

    /// Shows progress on the terminal of this process; `plain` if it understands no escape codes.
    pub fn at_terminal(plain: bool, utf8: bool) -> Self {
        Self {
            shown: io::stderr().is_terminal() && !plain,
            results_shown: io::stdout().is_terminal(),
            utf8,
            patience: PATIENCE,
        }
    }

    /// Changes the time after which progress is shown.
    #[must_use]
    pub const fn after(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Disables the line for work that writes its results continuously to the terminal.
    #[must_use]
    pub const fn beside_results(self) -> Self {
        Self {
            shown: self.shown && !self.results_shown,
            ..self
        }
    }

    /// Erases the line before a report of the work.
    pub fn make_way(self) {
        if self.shown {
            // A failure to write the line is ignored.
            let _ = io::stderr().write_all(ERASE.as_bytes());
        }
    }

    /// Does the work of one step while showing the message `id`.
    pub fn show_while(self, messages: &Messages, id: &str, work: &mut dyn FnMut()) {
        self.during(messages, id, Total::Unknown, |_| work());
    }

    /// Does the work while showing progress: the message `id` gets `done`, and `total` if known. The
    /// work must not write to the terminal, except after [`Progress::make_way`].
    pub fn during<T>(
        self,
        messages: &Messages,
        id: &str,
        total: Total,
        work: impl FnOnce(&Steps) -> T,
    ) -> T {
        let steps = Steps::default();
        if !self.shown {
            return work(&steps);
        }
        let over = Over::default();
        let line = |steps: &Steps| {
            let line = self.line(messages, id, total, steps);
            // A failure to write the line is ignored.
            let _ = write!(io::stderr(), "{ERASE}{line}");
        };
        thread::scope(|scope| {
            if self.patience.is_zero() {
                line(&steps);
            }
            scope.spawn(|| {
                let mut told = self.patience.is_zero();
                while !over.within(if told { PAUSE } else { self.patience }) {
                    line(&steps);
                    told = true;
                }
                if told {
                    let _ = io::stderr().write_all(ERASE.as_bytes());
                }
            });
            // Dropped even if the work panics; otherwise the thread would wait without end.
            let _end = End(&over);
            work(&steps)
        })
    }

    fn line(self, messages: &Messages, id: &str, total: Total, steps: &Steps) -> String {
        let done = steps.0.load(Ordering::Relaxed);
        let mut facts = vec![("done", done.into())];
        let mut line = String::new();
        if let Total::Known(total) = total {
            facts.push(("total", total.into()));
            line = bar(done, total);
        }
        line += &messages.format(id, &facts);
        if self.utf8 {
            line
        } else {
            spelled_in_ascii(&line)
        }
    }
}

/// `[########------------] `
fn bar(done: usize, total: usize) -> String {
    let full = (done * BAR).checked_div(total).unwrap_or(0).min(BAR);
    format!("[{}{}] ", "#".repeat(full), "-".repeat(BAR - full))
}

/// Flag for the end of the work, with a condition to wait for.
#[derive(Default)]
struct Over {
    is: Mutex<bool>,
    changed: Condvar,
}

impl Over {
    /// Waits for the end of the work, at most for this time.
    fn within(&self, time: Duration) -> bool {
        let is = self.is.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.changed.wait_timeout_while(is, time, |over| !*over);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }
}

/// Marks the work as over when dropped.
struct End<'a>(&'a Over);

impl Drop for End<'_> {
    fn drop(&mut self) {
        *self.0.is.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.0.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn the_line_shows_the_number_of_steps() {
        let steps = Steps::default();
        (0..7).for_each(|_| steps.step());
        let progress = Progress::NEVER;
        let line = |language, total| {
            progress.line(Messages::of(language), "progress-check", total, &steps)
        };
        assert_eq!(
            line(Language::En, Total::Known(14)),
            "[##########----------] Checking: 7 of 14 files"
        );
        assert_eq!(
            line(Language::Fr, Total::Known(14)),
            "[##########----------] Verification : 7 fichiers sur 14"
        );
        assert_eq!(bar(0, 0), "[--------------------] ");
        assert_eq!(bar(9, 3), "[####################] ");
    }

    #[test]
    fn the_work_is_done_with_and_without_a_terminal() {
        let messages = Messages::of(Language::En);
        let answer = Progress::NEVER.during(messages, "progress-check", Total::Unknown, |steps| {
            steps.step();
            42
        });
        assert_eq!(answer, 42);
        let over = Over::default();
        assert!(!over.within(Duration::ZERO));
        drop(End(&over));
        assert!(over.within(PATIENCE), "at once");
    }
}
