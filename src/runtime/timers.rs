//! Timers of the idle cover and the clipboard.

use std::time::{Duration, Instant};

use crate::app::App;
use crate::terminal::alarm;

/// Time until a copied number is cleared from the terminal's clipboard.
const KEPT: Duration = Duration::from_secs(60);

/// Timers that are set. None is set without need: an idle program takes no processor time.
#[derive(Debug, Default)]
pub(super) struct Timers {
    /// Time at which the screen is covered, if [`alarm`] is not available.
    cover: Option<Instant>,
    /// Time at which the clipboard is cleared.
    forget: Option<Instant>,
}

/// Expired timer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Due {
    /// Cover the screen.
    Cover,
    /// Clear the clipboard.
    Forget,
}

impl Timers {
    /// Restarts the timers after a key. Resizes and internal events do not count.
    pub fn pressed(&mut self, app: &App) {
        let minutes = app.preferences().idle_minutes;
        let after = (minutes > 0 && !app.is_covered())
            .then(|| Duration::from_secs(60 * u64::from(minutes)));
        let told = alarm::set(after);
        self.cover = after.filter(|_| !told).map(|after| Instant::now() + after);
    }

    /// Records that text was copied.
    pub fn copied(&mut self, now: Instant) {
        self.forget = Some(now + KEPT);
    }

    /// Returns the time to wait for a message; `None` for no limit.
    pub fn left(&self, now: Instant) -> Option<Duration> {
        let next = self.cover.into_iter().chain(self.forget).min()?;
        Some(next.saturating_duration_since(now))
    }

    /// Returns expired timers, each once.
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
    fn the_clipboard_is_cleared_once_after_a_minute() {
        let mut timers = Timers::default();
        let now = Instant::now();
        assert_eq!((timers.left(now), timers.due(now)), (None, None));
        timers.copied(now);
        assert_eq!(
            timers.left(now + Duration::from_secs(20)),
            Some(Duration::from_secs(40))
        );
        assert_eq!(timers.due(now + Duration::from_secs(59)), None);
        // Copied again, the text stays for another minute.
        timers.copied(now + Duration::from_secs(59));
        assert_eq!(timers.due(now + KEPT), None);
        assert_eq!(timers.due(now + 2 * KEPT), Some(Due::Forget));
        assert_eq!(timers.due(now + 3 * KEPT), None);
        assert_eq!(timers.left(now), None);
    }

    #[test]
    fn a_due_cover_comes_first() {
        let now = Instant::now();
        let mut timers = Timers {
            cover: Some(now),
            forget: Some(now),
        };
        assert_eq!(timers.due(now), Some(Due::Cover));
        assert_eq!(timers.due(now), Some(Due::Forget));
    }
}
