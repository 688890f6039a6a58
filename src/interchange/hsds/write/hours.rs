//! Conversion of hours to schedules.

use crate::directory::hours::{self, Range};
use crate::interchange::hsds::fields::phones::HOURS;

/// Codes of the days, from Monday (RFC 5545).
const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// Schedule: the times of some days, or a description alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// Days, opening and closing time; `None` for ambiguous hours.
    pub times: Option<(String, String, String)>,
    /// Hours as written.
    pub description: String,
}

/// Returns the schedules of an hours text. Each has the whole text as its description, because
/// zones and holidays have no field. A contact that is `always_open` has every hour, whatever its
/// text.
pub fn schedules(text: &str, always_open: bool) -> Vec<Schedule> {
    let description = text.to_owned();
    let Some(hours) = hours::parse(text) else {
        let times = always_open.then(|| (DAYS.join(","), time(0), time(DAY)));
        return vec![Schedule { times, description }];
    };
    let mut ranges: Vec<Range> = hours.days.iter().flatten().copied().collect();
    ranges.sort_unstable();
    ranges.dedup();
    let schedule = |range: Range| {
        let days = DAYS.iter().zip(&hours.days);
        let days = days.filter(|(_, ranges)| ranges.contains(&range));
        let days: Vec<&str> = days.map(|(day, _)| *day).collect();
        Schedule {
            times: Some((days.join(","), time(range.from), time(range.to))),
            description: description.clone(),
        }
    };
    ranges.into_iter().map(schedule).collect()
}

/// Formats `08:30:00`. The end of the day is its last minute, and a later time belongs to the next
/// day.
fn time(minutes: u16) -> String {
    let minutes = match minutes {
        DAY => DAY - 1,
        minutes => minutes % DAY,
    };
    format!("{:02}:{:02}:00", minutes / 60, minutes % 60)
}

/// Returns the hours of a number in brackets, to be appended to its label.
pub fn in_brackets(text: &str) -> String {
    format!("{HOURS}{text}]")
}
