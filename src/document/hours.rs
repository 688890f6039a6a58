//! State of a contact (open, closed, hours unknown) in words.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{ToSpan, ZonedDateTime};

use crate::directory::hours::{Answer, Asking, Holiday, Moment};
use crate::i18n::Messages;

/// Longest time until a closing on the next day whose hour is understood without the day, in hours.
const NIGHT: i32 = 12;

/// Returns an answer in words: `OPEN until 8:30`, `closed, opens Mon 8:30`, `hours unknown`.
pub(super) fn in_words(answer: &Answer, asking: Asking<'_>, messages: &Messages) -> String {
    let speaker = Speaker { asking, messages };
    match answer {
        Answer::Unknown => messages.text("hours-unknown"),
        Answer::Always => messages.text("hours-always"),
        Answer::Open { until, holiday } => {
            let id = if holiday.is_some() {
                "hours-open-holiday"
            } else {
                "hours-open"
            };
            speaker.fill(id, speaker.moment(until, false), *holiday)
        }
        Answer::Closed { opens, holiday } => {
            let id = if holiday.is_some() {
                "hours-closed-holiday"
            } else {
                "hours-closed"
            };
            speaker.fill(id, speaker.moment(opens, true), *holiday)
        }
    }
}

/// Formats times for one worker and one service.
#[derive(Clone, Copy)]
struct Speaker<'a> {
    asking: Asking<'a>,
    messages: &'a Messages,
}

impl Speaker<'_> {
    fn fill(&self, id: &str, time: String, holiday: Option<Holiday>) -> String {
        let holiday = holiday.map_or_else(String::new, |holiday| {
            self.messages.text(&holiday.message_id())
        });
        let arguments = [("time", time.into()), ("holiday", holiday.into())];
        self.messages.format(id, &arguments)
    }

    /// Returns a time on the clock of the service, followed by the worker's time where it differs.
    /// `opens` is true for the time of an opening, false for that of a closing.
    fn moment(&self, moment: &Moment, opens: bool) -> String {
        let there = moment.at.time_zone();
        let time = self.day_and_time(moment, there, opens);
        let Some(zone) = moment.zone else {
            return time;
        };
        let zone = self.messages.text(&zone.message_id());
        let Some(here) = self.asking.here else {
            let arguments = [("time", time.into()), ("zone", zone.into())];
            return self.messages.format("hours-elsewhere", &arguments);
        };
        if here.to_offset(moment.at.timestamp()) == moment.at.offset() {
            return time;
        }
        let same_day = moment.at.timestamp().to_zoned_datetime(here.clone()).date()
            == moment.at.date()
            && self.date_of(here) == self.date_of(there);
        let in_her_time = if same_day {
            self.time(moment, here)
        } else {
            self.day_and_time(moment, here, opens)
        };
        let arguments = [
            ("time", time.into()),
            ("zone", zone.into()),
            ("here", in_her_time.into()),
        ];
        self.messages.format("hours-elsewhere-here", &arguments)
    }

    /// Returns today's date in a time zone.
    fn date_of(&self, clock: &TimeZone) -> Date {
        self.asking.now.to_zoned_datetime(clock.clone()).date()
    }

    /// Returns a time, with its day if [`names_day`]. `opens` as in [`Self::moment`].
    fn day_and_time(&self, moment: &Moment, clock: &TimeZone, opens: bool) -> String {
        let at = moment.at.timestamp().to_zoned_datetime(clock.clone());
        let now = self.asking.now.to_zoned_datetime(clock.clone());
        let time = self.time(moment, clock);
        if !names_day(&at, &now, opens) {
            return if opens {
                self.messages
                    .format("hours-today", &[("time", time.into())])
            } else {
                time
            };
        }
        let in_a_week = now.date().checked_add(7.days());
        let day = if in_a_week.is_ok_and(|week| at.date() < week) {
            let weekday = at.weekday().to_monday_one_offset();
            self.messages.text(&format!("weekday-short-{weekday}"))
        } else {
            self.messages.date(&at.date().to_string())
        };
        let arguments = [("day", day.into()), ("time", time.into())];
        self.messages.format("hours-day", &arguments)
    }

    fn time(&self, moment: &Moment, clock: &TimeZone) -> String {
        let at = moment.at.timestamp().to_zoned_datetime(clock.clone());
        time_of_day(&at, self.messages)
    }
}

/// Returns true if a time of day is misread without its day: that of an opening on another day, and
/// that of a closing on another day in more than a night. "Until 8:30" in the morning means today.
pub(super) fn names_day(at: &ZonedDateTime, now: &ZonedDateTime, opens: bool) -> bool {
    let last = at.checked_sub(1.second()).unwrap_or_else(|_| at.clone());
    if opens {
        at.date() != now.date()
    } else {
        let night = now.checked_add(NIGHT.hours());
        last.date() != now.date() && night.is_ok_and(|night| last >= night)
    }
}

/// Returns a time of day in words: `8:30`, `midnight`.
pub(super) fn time_of_day(at: &ZonedDateTime, messages: &Messages) -> String {
    let hour = ("hour", at.hour().into());
    match (at.hour(), at.minute()) {
        (0, 0) => messages.text("time-midnight"),
        (_, 0) => messages.format("time-hour", &[hour]),
        (_, minute) => {
            let minute = ("minute", format!("{minute:02}").into());
            messages.format("time-minutes", &[hour, minute])
        }
    }
}
