//! The grammar of an hours text.
//!
//! ```text
//! text    = clause { ";" clause }
//! clause  = [ service ] [ "open" ] ( always | part { "," part } ) { tail }
//! always  = ( "24/7" | "24 hours" ) { [ "," ] "every day" }  |  "24 hours" [ "," ] days
//! part    = days [ "," ] range { ("," | "and") range }  |  "weekends"  |  "holidays"
//!           the last two, the whole day, beside nights alone: beside days they may mean the same hours
//! days    = day [ "–" day ] { ("," | "and") day [ "–" day ] }
//! range   = time "–" time  |  "24 hours"
//! tail    = [ "," ] ( zone | "local time" | "except holidays" )  |  "(" line | service ")"
//! ```
//!
//! A clause about a machine ("recorded information 24/7") is skipped, and so is a bare "24/7"
//! beside a clause about people ("24/7; live agents …"): the result is when a person answers.
//! Clauses about different services or lines are rejected, because it is unknown which one is asked
//! about.

use super::words::{Service, Time, Word, words};
use super::{Clock, DAY, Holidays, Hours, Range};

/// Parses an hours text in English or French; `None` if any of it is beyond the grammar.
pub fn parse(text: &str) -> Option<Hours> {
    let words = words(text)?;
    let clauses: Vec<Clause> = words
        .split(|word| *word == Word::Semicolon)
        .map(|words| Reader { words, index: 0 }.clause())
        .collect::<Option<_>>()?;
    let people = clauses
        .iter()
        .any(|clause| clause.who == Who::Service(Service::Agents));
    let mut answered = clauses.into_iter().filter(|clause| match clause.who {
        Who::Service(_) => true,
        Who::Machine => false,
        Who::Anyone => !(people && clause.line.is_none() && clause.hours.is_always()),
    });
    let first = answered.next()?;
    answered.try_fold(first, Clause::and).map(|all| all.hours)
}

/// Returns true for a text with "24/7" alone: no line, no zone, no machine.
pub fn is_bare_always(text: &str) -> bool {
    let words = words(text).unwrap_or_default();
    let mut reader = Reader {
        words: &words,
        index: 0,
    };
    reader.take(Word::Opened);
    reader.all_day().is_some_and(|hours| hours.is_always()) && reader.peek(0).is_none()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Anyone,
    Service(Service),
    Machine,
}

struct Clause {
    who: Who,
    /// Line or service in brackets.
    line: Option<Word>,
    hours: Hours,
}

impl Clause {
    /// Combines both; `None` if they are about different services, lines or clocks.
    fn and(mut self, other: Self) -> Option<Self> {
        let same = self.who == other.who
            && self.line == other.line
            && self.hours.clock == other.hours.clock
            && self.hours.holidays == other.hours.holidays;
        for (day, more) in self.hours.days.iter_mut().zip(other.hours.days) {
            day.extend(more);
            day.sort_unstable();
        }
        same.then_some(self)
    }
}

struct Reader<'a> {
    words: &'a [Word],
    index: usize,
}

impl Reader<'_> {
    fn peek(&self, ahead: usize) -> Option<Word> {
        self.words.get(self.index + ahead).copied()
    }

    /// Skips a word; returns false if the next word is another one.
    fn take(&mut self, word: Word) -> bool {
        let comes = self.peek(0) == Some(word);
        self.index += usize::from(comes);
        comes
    }

    fn clause(mut self) -> Option<Clause> {
        let who = match self.peek(0) {
            Some(Word::Service(service)) => Who::Service(service),
            Some(Word::Machine) => Who::Machine,
            _ => Who::Anyone,
        };
        self.index += usize::from(who != Who::Anyone);
        self.take(Word::Opened);
        let hours = match self.all_day() {
            Some(hours) => hours,
            None => self.parts()?,
        };
        let line = None;
        let mut clause = Clause { who, line, hours };
        while self.peek(0).is_some() {
            self.tail(&mut clause)?;
        }
        Some(clause)
    }

    /// Parses the whole of every day, or of the days behind "24 hours"; `None` if the next word is another one.
    fn all_day(&mut self) -> Option<Hours> {
        let first = self
            .peek(0)
            .filter(|word| matches!(word, Word::Always | Word::AllDay))?;
        self.index += 1;
        let mut hours = Hours::always();
        loop {
            let comma = usize::from(self.peek(0) == Some(Word::Comma));
            let every_day = self.peek(comma) == Some(Word::Days(0, 6));
            let are_days = matches!(self.peek(comma), Some(Word::Days(..) | Word::From));
            if every_day {
                self.index += comma + 1;
            } else if first == Word::AllDay && are_days {
                self.index += comma;
                for (day, is_meant) in hours.days.iter_mut().zip(self.days()?) {
                    day.retain(|_| is_meant);
                }
                return Some(hours);
            } else {
                return Some(hours);
            }
        }
    }

    fn parts(&mut self) -> Option<Hours> {
        let mut hours = Hours::default();
        let mut weekends = false;
        loop {
            if self.take(Word::Holidays) {
                hours.holidays = Holidays::Open;
            } else if self.peek(0) == Some(Word::Days(5, 6)) && !self.times_follow() {
                self.index += 1;
                weekends = true;
            } else {
                let days = self.days()?;
                self.take(Word::Comma);
                let ranges = self.ranges()?;
                for (day, _) in hours.days.iter_mut().zip(days).filter(|(_, meant)| *meant) {
                    day.extend(&ranges);
                }
            }
            let goes_on = matches!(self.peek(0), Some(Word::Comma | Word::And))
                && matches!(
                    self.peek(1),
                    Some(Word::Days(..) | Word::Holidays | Word::From)
                );
            if !goes_on {
                break;
            }
            self.index += 1;
        }
        let nights = hours.last_overnight();
        if !nights && (weekends || hours.holidays == Holidays::Open) {
            return None;
        }
        if weekends {
            whole_weekends(&mut hours);
        }
        let something = hours.days.iter().any(|day| !day.is_empty());
        hours.days.iter_mut().for_each(|day| day.sort_unstable());
        something.then_some(hours)
    }

    /// Returns true if the word after the next one begins a range of times.
    fn times_follow(&self) -> bool {
        match self.peek(1) {
            Some(Word::Time(_)) => true,
            Some(Word::From) => matches!(self.peek(2), Some(Word::Time(_))),
            _ => false,
        }
    }

    fn days(&mut self) -> Option<[bool; 7]> {
        let mut days = [false; 7];
        loop {
            self.take(Word::From);
            let Some(Word::Days(first, mut last)) = self.peek(0) else {
                return None;
            };
            self.index += 1;
            if self.take(Word::To) {
                let Some(Word::Days(_, end)) = self.peek(0) else {
                    return None;
                };
                self.index += 1;
                last = end;
            }
            // The week wraps around from Friday to Monday.
            let length = (last + 7 - first) % 7;
            for step in 0..=length {
                days[(first + step) % 7] = true;
            }
            let goes_on = matches!(self.peek(0), Some(Word::Comma | Word::And))
                && matches!(self.peek(1), Some(Word::Days(..)));
            if !goes_on {
                return Some(days);
            }
            self.index += 1;
        }
    }

    fn ranges(&mut self) -> Option<Vec<Range>> {
        if self.take(Word::AllDay) {
            return Some(vec![Range::DAY]);
        }
        let mut ranges = Vec::new();
        loop {
            self.take(Word::From);
            let from = self.time()?;
            self.take(Word::To).then_some(())?;
            ranges.push(range(from, self.time()?)?);
            let goes_on = matches!(self.peek(0), Some(Word::Comma | Word::And))
                && matches!(self.peek(1), Some(Word::Time(_) | Word::From));
            if !goes_on || (self.peek(1) == Some(Word::From) && !self.time_comes_third()) {
                return Some(ranges);
            }
            self.index += 1;
        }
    }

    /// Returns true if the word after the next two is a time.
    fn time_comes_third(&self) -> bool {
        matches!(self.peek(2), Some(Word::Time(_)))
    }

    fn time(&mut self) -> Option<Time> {
        let Some(Word::Time(time)) = self.peek(0) else {
            return None;
        };
        self.index += 1;
        Some(time)
    }

    fn tail(&mut self, clause: &mut Clause) -> Option<()> {
        if self.take(Word::Open) {
            let named = self
                .peek(0)
                .filter(|word| matches!(word, Word::Line(_) | Word::Service(_)))?;
            self.index += 1;
            let first = clause.line.replace(named).is_none();
            return (first && self.take(Word::Close)).then_some(());
        }
        let hours = &mut clause.hours;
        self.take(Word::Comma);
        let clock = match self.peek(0)? {
            Word::Zone(zone) => Some(Clock::Named(zone)),
            Word::Local => Some(Clock::Caller),
            Word::Except if self.peek(1) == Some(Word::Holidays) => None,
            _ => return None,
        };
        self.index += 1;
        if let Some(clock) = clock {
            let first = hours.clock == Clock::Service;
            hours.clock = clock;
            return first.then_some(());
        }
        self.index += 1;
        let first = hours.holidays == Holidays::Unsaid;
        hours.holidays = Holidays::Closed;
        first.then_some(())
    }
}

/// Returns the range between two times; `None` if the half of the day is ambiguous.
fn range(from: Time, to: Time) -> Option<Range> {
    let start = if from.minute == DAY { 0 } else { from.minute };
    let overnight = to.minute <= start;
    let range = Range {
        from: start,
        to: to.minute + if overnight { DAY } else { 0 },
    };
    let beyond_doubt = if overnight {
        // "9:00–5:00" and "12 h 30–4 h 30" end in the afternoon.
        start >= 13 * 60 && is_told(from, to)
    } else {
        is_told(from, to) || is_morning(from, to)
    };
    (beyond_doubt && start != to.minute).then_some(range)
}

/// Returns true if the half of the day is given for both times: "7:00–9:00 p.m." gives it for one
/// only.
fn is_told(from: Time, to: Time) -> bool {
    let of_24_hours = |time: Time| !time.certain && time.is_of_24_hours();
    match (from.certain, to.certain) {
        (true, true) => true,
        (true, false) => of_24_hours(to),
        (false, true) => of_24_hours(from),
        (false, false) => of_24_hours(from) || of_24_hours(to),
    }
}

/// Returns true for a morning up to noon or half past, without a given half of the day:
/// "8:30–12:00", "8:30–noon". A range that begins or ends earlier may be an evening: "7:00–9:00".
fn is_morning(from: Time, to: Time) -> bool {
    let at_noon = to.minute == DAY / 2;
    !from.certain
        && from.minute >= 8 * 60
        && (at_noon || (!to.certain && (DAY / 2..13 * 60).contains(&to.minute)))
}

/// Adds whole weekends. Combined with nights of the week they end with the night to Monday:
/// "Mon–Fri 16:30–8:30, weekends" leaves no gap early on Monday.
fn whole_weekends(hours: &mut Hours) {
    let morning = hours.days[4]
        .iter()
        .filter_map(|range| range.to.checked_sub(DAY))
        .max();
    hours.days[5].push(Range::DAY);
    hours.days[6].push(Range {
        from: 0,
        to: DAY + morning.unwrap_or(0),
    });
}
