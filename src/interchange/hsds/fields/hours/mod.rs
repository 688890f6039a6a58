//! Conversion of schedules to hours texts in the grammar of hours.
//!
//! Only a plain week becomes hours that can be evaluated: weekdays with an opening and a closing
//! time. A schedule with an end date, for certain weeks, months or days of the month, or in another clock than
//! the local one, is shown with the restriction in brackets, and is therefore not evaluated: a schedule of past
//! years must not produce "open".

mod clock;
pub mod holidays;
mod restriction;

use std::fmt::Write as _;

use self::clock::clock;
use self::restriction::{Restriction, restriction};
use rustc_hash::FxHashMap;

use super::clean::{Distinct, clean, field, list};
use crate::directory::hours;
use crate::i18n::Text;
use crate::interchange::hsds::node::Node;

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// Length in bytes that the hours of most weeks do not exceed.
const USUAL_LENGTH: usize = 64;

/// Days in the notation of RFC 5545, and in the texts.
const DAYS: [(&str, &str, &str, &str, &str); 7] = [
    ("MO", "mon", "Mon", "lun.", "lundi"),
    ("TU", "tue", "Tue", "mar.", "mardi"),
    ("WE", "wed", "Wed", "mer.", "mercredi"),
    ("TH", "thu", "Thu", "jeu.", "jeudi"),
    ("FR", "fri", "Fri", "ven.", "vendredi"),
    ("SA", "sat", "Sat", "sam.", "samedi"),
    ("SU", "sun", "Sun", "dim.", "dimanche"),
];

/// Result of reading the schedules.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Hours; `None` if no schedule states any.
    pub hours: Option<Text>,
    /// True if the times say every hour of every day, whatever the words say.
    pub always: bool,
    /// Parts of the schedules that could not be read.
    pub unread: Vec<String>,
}

/// Ranges in minutes for each day from Monday.
type Week = [Vec<(u16, u16)>; 7];

/// Converts schedules to hours.
pub fn of(schedules: &[&Node<'_>]) -> Found {
    let mut found = Found::default();
    let mut weeks: Vec<(Restriction, Week)> = Vec::new();
    let mut index: FxHashMap<Restriction, usize> = FxHashMap::default();
    let mut words = Distinct::default();
    for schedule in schedules {
        match times(schedule) {
            Times::Week(days, range) => {
                let restriction = restriction(schedule);
                let position = *index.entry(restriction).or_insert_with_key(|new| {
                    weeks.push((new.clone(), Default::default()));
                    weeks.len() - 1
                });
                for day in days {
                    weeks[position].1[day].push(range);
                }
            }
            Times::Words(text) => words.add(&text),
            Times::Unread(text) => found.unread.push(text),
            Times::None => {}
        }
    }
    let words = words.all;
    let mut english: Vec<String> = Vec::new();
    let mut french: Vec<String> = Vec::new();
    for (_, days) in &mut weeks {
        for ranges in days {
            ranges.sort_unstable();
            ranges.dedup();
        }
    }
    let plain = |(restriction, week): &(Restriction, Week)| {
        *restriction == Restriction::default() && week.iter().all(|day| day[..] == [(0, DAY)])
    };
    let only_times = words.is_empty() && found.unread.is_empty();
    found.always = only_times && matches!(&weeks[..], [only] if plain(only));
    for (restriction, days) in &weeks {
        let [en, fr] = week(days);
        english.push(en + &restriction.english);
        french.push(fr + &restriction.french);
    }
    english.extend(words.iter().cloned());
    french.extend(words);
    if let Some(written) = described(schedules, &weeks, &english, &french) {
        found.hours = Some(written);
    } else if !english.is_empty() {
        if let Some(beside) = beside_times(schedules, &english, &french) {
            for text in [&mut english, &mut french] {
                text.push(beside.clone());
            }
        }
        found.hours = Some(Text {
            en: english.join("; "),
            fr: french.join("; "),
        });
    }
    found
}

/// Returns the words of the schedules, where all have the same and these say the same week and more: whose
/// clock counts, or what becomes of it on a holiday; or where the times say every hour.
fn described(
    schedules: &[&Node<'_>],
    weeks: &[(Restriction, Week)],
    english: &[String],
    french: &[String],
) -> Option<Text> {
    let [(_, week)] = weeks else { return None };
    let mut words = schedules
        .iter()
        .map(|schedule| field(schedule, "description"));
    let first = words.next().filter(|text| !text.is_empty())?;
    let restricted = schedules
        .iter()
        .any(|one| restriction(one) != Restriction::default());
    if restricted
        || words.any(|text| text != first)
        || [english, french].contains(&&[first.to_string()][..])
    {
        return None;
    }
    let same_day = |(said, ranges): (&Vec<hours::Range>, &Vec<(u16, u16)>)| {
        let said = said.iter().map(|range| match range.to {
            to if to > DAY => (range.from, to - DAY),
            to => (range.from, to),
        });
        said.eq(ranges.iter().copied())
    };
    let same = match hours::parse(&first) {
        Some(hours) => hours.days.iter().zip(week).all(same_day),
        // Every hour is said by the times.
        None => week.iter().all(|day| day[..] == [(0, DAY)]),
    };
    same.then(|| Text {
        en: first.to_string(),
        fr: first.into_owned(),
    })
}

/// Returns in brackets the words that stand beside times and say something else ("by appointment"):
/// the hours are then not evaluated. `None` if there are none.
fn beside_times(schedules: &[&Node<'_>], english: &[String], french: &[String]) -> Option<String> {
    let mut words = Distinct::default();
    let has_words = |one: &&&Node<'_>| {
        let words = ["description", "notes"].map(|name| field(one, name));
        words.iter().any(|text| !text.is_empty())
    };
    let timed = schedules
        .iter()
        .filter(has_words)
        .filter(|one| matches!(times(one), Times::Week(..)));
    let said = [english, french].map(|said| said.join("; "));
    for name in ["description", "notes"] {
        for text in timed.clone().map(|one| field(one, name)) {
            if !text.is_empty() && !said.iter().any(|said| *said == text) {
                words.add(&text);
            }
        }
    }
    (!words.all.is_empty()).then(|| format!("({})", words.all.join("; ")))
}

/// Times of one schedule.
enum Times {
    /// The same range on several days.
    Week(Vec<usize>, (u16, u16)),
    /// Words alone.
    Words(String),
    /// Times or days that cannot be read.
    Unread(String),
    /// Nothing.
    None,
}

fn times(schedule: &Node<'_>) -> Times {
    let [opens, closes] = ["opens_at", "closes_at"].map(|name| field(schedule, name));
    let days = days(schedule);
    let said = || {
        let parts = ["byday", "weekday", "opens_at", "closes_at"].map(|name| field(schedule, name));
        clean(&parts.join(" ")).into_owned()
    };
    if opens.is_empty() && closes.is_empty() {
        let words = ["description", "notes"].map(|name| field(schedule, name));
        return match words.into_iter().find(|text| !text.is_empty()) {
            Some(words) => Times::Words(words.into_owned()),
            None if said().is_empty() => Times::None,
            None => Times::Unread(said()),
        };
    }
    let (Some(opens), Some(closes), Some(days)) = (clock(&opens), clock(&closes), days) else {
        return Times::Unread(said());
    };
    if days.is_empty() || opens.zone != closes.zone {
        return Times::Unread(said());
    }
    match (opens.minutes, closes.minutes) {
        (0, 0) => Times::Week(days, (0, DAY)),
        (from, to) if from == to => Times::Unread(said()),
        (from, 0) => Times::Week(days, (from, DAY)),
        // "9:00" to "5:00" is an afternoon, or most of a night.
        (from, to) if to < from && from < DAY / 2 && !closes.has_half => Times::Unread(said()),
        range => Times::Week(days, range),
    }
}

/// Returns the days of a schedule; `None` if a word is not a day.
fn days(schedule: &Node<'_>) -> Option<Vec<usize>> {
    let mut days = Vec::new();
    for name in ["byday", "weekday", "day_of_week"] {
        let items = list(schedule, name).iter();
        let text: Vec<_> = items.map(super::clean::value).collect();
        let text = text.join(",");
        for part in text
            .split([',', ';', ' ', '/'])
            .filter(|part| !part.is_empty())
        {
            match part.split_once(['-', '–']) {
                None => days.push(day(part)?),
                Some((first, last)) => {
                    let (first, last) = (day(first)?, day(last)?);
                    if first > last {
                        return None;
                    }
                    days.extend(first..=last);
                }
            }
        }
    }
    let daily = field(schedule, "freq").eq_ignore_ascii_case("daily");
    if days.is_empty() && daily {
        days.extend(0..7);
    }
    days.sort_unstable();
    days.dedup();
    Some(days)
}

/// Parses a day by its code, its name in either language, or Ohana's number.
fn day(text: &str) -> Option<usize> {
    let text = text.trim();
    let mut codes = DAYS.iter().map(|(code, ..)| code);
    if let Some(position) = codes.position(|code| text.eq_ignore_ascii_case(code)) {
        return Some(position);
    }
    let text = text.to_lowercase();
    let named = |(position, names): (usize, &(&str, &str, &str, &str, &str))| {
        let (_, short, _, french, long_french) = *names;
        let long = text.len() >= 3 && text.starts_with(short) && is_day_name(&text);
        (long || text == french || text == long_french).then_some(position)
    };
    DAYS.iter().enumerate().find_map(named).or_else(|| {
        let number: usize = text.parse().ok()?;
        (1..=7).contains(&number).then(|| number - 1)
    })
}

fn is_day_name(text: &str) -> bool {
    const NAMES: [&str; 7] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let text = text.trim_end_matches('.');
    NAMES.iter().any(|name| name.starts_with(text))
}

/// Formats a week in English and French. Days with the same times are grouped.
fn week(days: &Week) -> [String; 2] {
    if days.iter().all(|ranges| *ranges == [(0, DAY)]) {
        return ["24/7".to_owned(), "24/7".to_owned()];
    }
    let [mut english, mut french] = [USUAL_LENGTH; 2].map(String::with_capacity);
    let mut first = 0;
    while first < 7 {
        let same = days[first..].iter().take_while(|day| **day == days[first]);
        let last = first + same.count() - 1;
        if !days[first].is_empty() {
            add_days(
                &mut english,
                [first, last].map(|day| DAYS[day].2),
                last - first,
            );
            add_days(
                &mut french,
                [first, last].map(|day| DAYS[day].3),
                last - first,
            );
            add_ranges(&mut english, &days[first], clock_en);
            add_ranges(&mut french, &days[first], clock_fr);
        }
        first = last + 1;
    }
    [english, french]
}

/// Appends the names of days, of which the last one is so many days after the first.
fn add_days(text: &mut String, [first, last]: [&str; 2], after: usize) {
    if !text.is_empty() {
        text.push_str("; ");
    }
    text.push_str(first);
    if after > 0 {
        text.push_str(if after == 1 { ", " } else { "–" });
        text.push_str(last);
    }
}

fn add_ranges(text: &mut String, ranges: &[(u16, u16)], clock: fn(&mut String, u16)) {
    for (index, (from, to)) in ranges.iter().enumerate() {
        text.push_str(if index == 0 { " " } else { ", " });
        clock(text, *from);
        text.push('–');
        clock(text, *to);
    }
}

fn clock_en(text: &mut String, minutes: u16) {
    // Writing to a string does not fail.
    let _ = write!(text, "{}:{:02}", minutes / 60, minutes % 60);
}

fn clock_fr(text: &mut String, minutes: u16) {
    let _ = match minutes % 60 {
        0 => write!(text, "{}\u{a0}h", minutes / 60),
        rest => write!(text, "{}\u{a0}h\u{a0}{rest:02}", minutes / 60),
    };
}

/// Returns true if the text means 24 hours on every day.
pub fn is_always(text: Option<&Text>) -> bool {
    text.is_some_and(|text| hours::parse(&text.en).is_some_and(|hours| hours.is_always()))
}

#[cfg(test)]
mod tests;
