//! Plausibility of the machine's clock.

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::Date;

/// Newest date of a check of a contact of the directory, at the time of the build.
const NEWEST_CHECKED: &str = crate::generated::NEWEST_CHECKED;

/// Returns the earliest plausible present: the day before the newest check, for time zones ahead.
pub fn earliest() -> Timestamp {
    static EARLIEST: LazyLock<Timestamp> = LazyLock::new(|| {
        let date: Option<Date> = NEWEST_CHECKED.parse().ok();
        date.and_then(|date| date.yesterday().ok())
            .and_then(|date| date.at(0, 0, 0, 0).in_tz("UTC").ok())
            .map_or(Timestamp::UNIX_EPOCH, |earliest| earliest.timestamp())
    });
    *EARLIEST
}

/// Returns true if `now` is before the newest date in the embedded directory: the clock is behind.
pub fn is_wrong(now: Timestamp) -> bool {
    now < earliest()
}

/// Replaces the present if the clock is wrong: open states are then unknown.
pub const UNKNOWN: Timestamp = Timestamp::UNIX_EPOCH;

/// Returns the time of the clock, or [`UNKNOWN`] if it is wrong.
pub fn present(told: Timestamp) -> Timestamp {
    if is_wrong(told) { UNKNOWN } else { told }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_behind_the_directory_is_wrong() {
        assert!(earliest() > "2026-11-01T00:00:00Z".parse().unwrap());
        assert!(is_wrong(Timestamp::UNIX_EPOCH));
        assert!(!is_wrong(earliest()) && !is_wrong(Timestamp::MAX));
        assert_eq!(present("2019-01-01T00:00:00Z".parse().unwrap()), UNKNOWN);
        assert_eq!(present(earliest()), earliest());
    }
}
