//! Times of day as the files write them.

use std::borrow::Cow;

use super::DAY;

/// Time of day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    /// Minutes since midnight.
    pub minutes: u16,
    /// Stated clock, `UTC` or `UTC−05:00`; empty for the local one. Many publishers state one and mean the
    /// local one nevertheless, and the clocks change twice a year: only a person can tell.
    pub zone: String,
    /// True if the half of the day is stated.
    pub has_half: bool,
}

/// Parses a time of day: `10:00:00`, `9:00AM`, `750`, `9am`, `17:00Z`, `09:00-05:00`.
pub(super) fn clock(text: &str) -> Option<Clock> {
    let text = text.trim();
    let is_plain = text.bytes().all(|b| b.is_ascii_digit() || b == b':');
    let text = if is_plain {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.to_lowercase().replace('.', ""))
    };
    let (text, zone) = zone(&text)?;
    let (text, half) = match text.strip_suffix("am").map(|rest| (rest, Some(false))) {
        Some(found) => found,
        None => match text.strip_suffix("pm") {
            Some(rest) => (rest, Some(true)),
            None => (text, None),
        },
    };
    let minutes = minutes(text.trim(), half)?;
    let has_half = half.is_some();
    Some(Clock {
        minutes,
        zone,
        has_half,
    })
}

/// Splits off the clock: `Z`, or a difference from UTC. `None` for one that cannot be read.
fn zone(text: &str) -> Option<(&str, String)> {
    if let Some(time) = text.strip_suffix('z') {
        return Some((time.trim_end(), "UTC".to_owned()));
    }
    let Some(sign) = text.find(['+', '-', '−']) else {
        return Some((text, String::new()));
    };
    let (time, offset) = text.split_at(sign);
    let digits: String = offset.chars().filter(char::is_ascii_digit).collect();
    let shape = offset
        .chars()
        .skip(1)
        .all(|c| c.is_ascii_digit() || c == ':');
    let (hours, minutes) = match digits.len() {
        1 | 2 if shape => (digits.as_str(), "00"),
        4 if shape => digits.split_at(2),
        _ => return None,
    };
    let is_zero = digits.bytes().all(|digit| digit == b'0');
    let sign = if offset.starts_with('+') { '+' } else { '−' };
    let zone = if is_zero {
        "UTC".to_owned()
    } else {
        format!("UTC{sign}{hours:0>2}:{minutes}")
    };
    Some((time.trim_end(), zone))
}

/// Parses the time; `half` is true for the afternoon.
fn minutes(text: &str, half: Option<bool>) -> Option<u16> {
    let (hour, minute) = match text.split_once([':', 'h']) {
        Some((hour, rest)) => {
            let minute = rest.split(':').next().unwrap_or_default().trim();
            (hour, if minute.is_empty() { "0" } else { minute })
        }
        None if text.len() >= 3 => text.split_at_checked(text.len() - 2)?,
        // A bare hour needs a half of the day.
        None if half.is_some() => (text, "0"),
        None => return None,
    };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !is_number(hour.trim()) || !is_number(minute) {
        return None;
    }
    let (mut hour, minute): (u16, u16) = (hour.trim().parse().ok()?, minute.parse().ok()?);
    match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(afternoon) => hour = hour % 12 + if afternoon { 12 } else { 0 },
        None => {}
    }
    let all = hour.checked_mul(60)?.checked_add(minute)?;
    match (minute, all) {
        (60.., _) => None,
        // The last minute of the day means its end.
        (_, 1439) => Some(DAY),
        (_, 0..=1440) => Some(all),
        _ => None,
    }
}
