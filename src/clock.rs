//! Plausibility of the machine's clock.

use std::sync::LazyLock;
use std::time::SystemTime;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Newest date of a check of a contact of the directory, at the time of the build.
const NEWEST_CHECKED: &str = crate::generated::NEWEST_CHECKED;

/// Returns the time of the machine's clock. A clock beyond the years that can be counted (-9999 to 9999) gives
/// the last or the first of these times.
pub fn now() -> Timestamp {
    counted(SystemTime::now())
}

fn counted(told: SystemTime) -> Timestamp {
    let end = if told < SystemTime::UNIX_EPOCH {
        Timestamp::MIN
    } else {
        Timestamp::MAX
    };
    Timestamp::try_from(told).unwrap_or(end)
}

/// Returns today's date by the machine's clock, in the machine's time zone.
pub fn today() -> Date {
    TimeZone::system().to_datetime(now()).date()
}

/// Returns the earliest plausible present: the day before the newest check, for time zones ahead.
pub fn earliest() -> Timestamp {
    static EARLIEST: LazyLock<Timestamp> = LazyLock::new(|| {
        let date: Option<Date> = NEWEST_CHECKED.parse().ok();
        date.and_then(|date| date.yesterday().ok())
            .and_then(|date| TimeZone::UTC.to_timestamp(date.at(0, 0, 0, 0)).ok())
            .unwrap_or(Timestamp::UNIX_EPOCH)
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
    use std::time::Duration;

    use super::*;

    #[test]
    fn no_time_of_a_clock_is_beyond_counting() {
        let epoch = SystemTime::UNIX_EPOCH;
        let years = |years: u64| Duration::from_secs(years * 366 * 86_400);
        assert_eq!(counted(epoch + years(20_000)), Timestamp::MAX);
        assert_eq!(counted(epoch - years(20_000)), Timestamp::MIN);
        assert_eq!(counted(epoch), Timestamp::UNIX_EPOCH);
        for end in [Timestamp::MIN, Timestamp::MAX] {
            TimeZone::system().to_datetime(end);
        }
    }

    #[test]
    fn a_clock_behind_the_directory_is_wrong() {
        assert!(earliest() > "2026-11-01T00:00:00Z".parse().unwrap());
        assert!(is_wrong(Timestamp::UNIX_EPOCH));
        assert!(!is_wrong(earliest()) && !is_wrong(Timestamp::MAX));
        assert!(is_wrong(earliest() - jiff::SignedDuration::from_secs(1)));
        assert_eq!(present("2019-01-01T00:00:00Z".parse().unwrap()), UNKNOWN);
        assert_eq!(present(earliest()), earliest());
    }
}
