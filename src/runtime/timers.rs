//! What happens when nothing does: the screen is covered, and the clipboard forgets.

use std::time::{Duration, Instant};

use crate::app::App;
use crate::terminal::alarm;

/// How long the terminal's clipboard may keep a number.
const KEPT: Duration = Duration::from_secs(60);

/// The timers that are set. None is where there is nothing to do: idle costs nothing.
#[derive(Debug, Default)]
pub(super) struct Timers {
    /// When the screen is covered, where [`alarm`] does not tell.
    cover: Option<Instant>,
    /// When the clipboard forgets.
    forget: Option<Instant>,
}

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Due {
    /// The screen is to be covered.
    Cover,
    /// The clipboard is to forget.
    Forget,
}

impl Timers {
    /// Takes note that a key was pressed. Resizes and what the program tells itself are none.
    pub fn pressed(&mut self, app: &App) {
        let minutes = app.preferences().idle_minutes;
        let after = (minutes > 0 && !app.is_covered())
            .then(|| Duration::from_secs(60 * u64::from(minutes)));
        let told = alarm::set(after);
        self.cover = after.filter(|_| !told).map(|after| Instant::now() + after);
    }

    /// Takes note that something was copied.
    pub fn copied(&mut self, now: Instant) {
        self.forget = Some(now + KEPT);
    }

    /// Returns how long to wait for a message; `None` without limit.
    pub fn left(&self, now: Instant) -> Option<Duration> {
        let next = self.cover.into_iter().chain(self.forget).min()?;
        Some(next.saturating_duration_since(now))
    }

    /// Returns what is due, once.
    pub fn due(&mut self, now: Instant) -> Option<Due> {
        let is_due = |at: &mut Instant| *at <= now;
        let cover = self.cover.take_if(is_due).map(|_| Due::Cover);
        cover.or_else(|| self.forget.take_if(is_due).map(|_| Due::Forget))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_copied_is_forgotten_after_a_minute_once() {
        let mut timers = Timers::default();
        let now = Instant::now();
        assert_eq!((timers.left(now), timers.due(now)), (None, None));
        timers.copied(now);
        assert_eq!(
            timers.left(now + Duration::from_secs(20)),
            Some(Duration::from_secs(40))
        );
        assert_eq!(timers.due(now + Duration::from_secs(59)), None);
        // Copied once more, it stays for another minute.
        timers.copied(now + Duration::from_secs(59));
        assert_eq!(timers.due(now + KEPT), None);
        assert_eq!(timers.due(now + 2 * KEPT), Some(Due::Forget));
        assert_eq!(timers.due(now + 3 * KEPT), None);
        assert_eq!(timers.left(now), None);
    }

    #[test]
    fn a_cover_that_is_due_comes_first() {
        let now = Instant::now();
        let mut timers = Timers {
            cover: Some(now),
            forget: Some(now),
        };
        assert_eq!(timers.due(now), Some(Due::Cover));
        assert_eq!(timers.due(now), Some(Due::Forget));
    }
}
