//! Opening hours: parsed from text to a week, and evaluated at a moment.
//!
//! The text that the card shows is the only place where hours are written down; a strict grammar
//! ([`parse`]) reads it. What it does not read beyond doubt stays unknown and is never guessed:
//! *evenings*, *may vary*, hours of a year gone by, a text about several services at once.
//!
//! ```text
//! "Mon–Fri 8:30–16:30, except holidays"  --parse-->  Hours (a week, whose clock, holidays)
//! Hours + zone of the service + now      --answer->  Open until …, Closed until …, Always, Unknown
//! ```

mod answer;
mod grammar;
pub mod holiday;
mod words;
pub mod zone;

#[cfg(test)]
mod tests;

pub use answer::{
    Answer, Asking, Moment, is_always_open, is_outside_of_times, of_contact, of_phone,
};
pub use grammar::{is_bare_always, parse};
pub use holiday::Holiday;
pub use zone::Zone;

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// Opening hours, as far as the text is unambiguous.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    /// Ranges by the day on which they begin, from Monday.
    pub days: [Vec<Range>; 7],
    /// Clock of the times.
    pub clock: Clock,
    /// Effect of holidays.
    pub holidays: Holidays,
}

/// Range of times, in minutes since midnight of its first day. An end past 24:00 is on the next
/// day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Range {
    /// First minute.
    pub from: u16,
    /// Minute after the last one.
    pub to: u16,
}

impl Range {
    /// Whole day.
    pub const DAY: Self = Self { from: 0, to: DAY };
}

/// Clock that hours refer to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clock {
    /// The service's clock.
    #[default]
    Service,
    /// The caller's clock: "local time" of a national line.
    Caller,
    /// Clock named in the text: "Eastern".
    Named(Zone),
}

/// Validity of hours on a holiday.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Holidays {
    /// Not stated.
    #[default]
    Unsaid,
    /// "Except holidays".
    Closed,
    /// "And holidays": the whole day.
    Open,
}

impl Hours {
    /// Returns hours for 24 hours on every day.
    pub fn always() -> Self {
        Self {
            days: std::array::from_fn(|_| vec![Range::DAY]),
            ..Self::default()
        }
    }

    /// Returns true for hours that last into the next day, as of a line for the time when offices are
    /// closed.
    pub fn last_overnight(&self) -> bool {
        self.days.iter().flatten().any(|range| range.to > DAY)
    }

    /// Returns true for 24 hours on every day.
    pub fn is_always(&self) -> bool {
        self.holidays != Holidays::Closed && self.days.iter().all(|day| *day == [Range::DAY])
    }
}

impl std::fmt::Display for Hours {
    /// Formats the parsed hours, for maintainers of the directory.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        let mut parts: Vec<String> = Vec::new();
        if self.is_always() {
            parts.push("always".to_owned());
        } else {
            for (name, ranges) in DAYS.iter().zip(&self.days) {
                let ranges: Vec<String> = ranges.iter().map(Range::to_string).collect();
                if !ranges.is_empty() {
                    parts.push(format!("{name} {}", ranges.join(" ")));
                }
            }
        }
        match self.clock {
            Clock::Service => {}
            Clock::Caller => parts.push("by the caller's clock".to_owned()),
            Clock::Named(zone) => parts.push(zone.name().to_owned()),
        }
        match self.holidays {
            Holidays::Unsaid => {}
            Holidays::Closed => parts.push("not on holidays".to_owned()),
            Holidays::Open => parts.push("all day on holidays".to_owned()),
        }
        formatter.write_str(&parts.join(", "))
    }
}

impl std::fmt::Display for Range {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let time = |minutes: u16| format!("{}:{:02}", minutes / 60, minutes % 60);
        write!(formatter, "{}-{}", time(self.from), time(self.to))
    }
}
