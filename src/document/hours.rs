//! Whether somebody answers now, in words.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{ToSpan, ZonedDateTime};

use super::Piece;
use super::card::Card;
use crate::directory::hours::{self, Answer, Asking, Holiday, Moment};
use crate::directory::{Contact, Phone, PhoneKind, reach};
use crate::i18n::Messages;

impl Card<'_> {
    /// Whether the contact answers now, and whether that is known. It is not where there are no hours,
    /// or none that can be told beyond doubt. `None` where only each number says its own.
    pub(super) fn open_or_closed(&self, contact: &Contact) -> Option<(bool, String)> {
        let known_of_some = || {
            let mut spoken = contact.phones.iter().filter(|phone| speaks(phone));
            spoken.any(|phone| hours::of_phone(contact, phone, self.asking) != Answer::Unknown)
        };
        let answer = match reach::headline(contact, self.asking) {
            Some(answer) => answer,
            None if known_of_some() => return None,
            None => Answer::Unknown,
        };
        let known = answer != Answer::Unknown;
        let words = if known {
            capitalized(&say(&answer, self.asking, self.messages))
        } else {
            let told =
                contact.hours.is_some() || contact.phones.iter().any(|phone| phone.hours.is_some());
            match (told, contact.phones.is_empty()) {
                (_, true) => capitalized(&self.messages.text("hours-unknown")),
                (true, false) => self.messages.text("hours-doubtful"),
                (false, false) => self.messages.text("hours-none"),
            }
        };
        Some((known, words))
    }

    /// What to add to a number whose answer is another than the one that stands above all.
    pub(super) fn phone_open_or_closed(&self, contact: &Contact, phone: &Phone) -> Option<Piece> {
        if !speaks(phone) {
            return None;
        }
        let answer = hours::of_phone(contact, phone, self.asking);
        let unread = answer == Answer::Unknown && phone.hours.is_some();
        let said = answer == Answer::Always && phone.hours.is_some();
        let above = match self.open_or_closed(contact) {
            Some((false, _)) => Some(Answer::Unknown),
            Some((true, _)) => reach::headline(contact, self.asking),
            None => None,
        };
        if unread || said || above == Some(answer.clone()) {
            return None;
        }
        let words = say(&answer, self.asking, self.messages);
        Some(Piece::text(words))
    }
}

/// Whether a number takes words at all: a fax has no hours to ask for.
fn speaks(phone: &Phone) -> bool {
    phone.kind != PhoneKind::Fax
}

/// An answer in words, to go on a line.
fn say(answer: &Answer, asking: Asking<'_>, messages: &Messages) -> String {
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

/// Puts times into words for whoever asks.
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

    /// A moment by the clock of the service, and by hers where that shows another time. The day is
    /// named where it is another than today's, and `today` too where that is asked for.
    fn moment(&self, moment: &Moment, today: bool) -> String {
        let there = moment.at.time_zone();
        let time = self.day_and_time(moment, there, today);
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
        let in_her_day = self.day_and_time(moment, here, today && !same_day);
        let in_her_time = self.time(moment, here);
        let arguments = [
            ("time", time.into()),
            ("zone", zone.into()),
            (
                "here",
                if same_day { in_her_time } else { in_her_day }.into(),
            ),
        ];
        self.messages.format("hours-elsewhere-here", &arguments)
    }

    /// Today's date by a clock.
    fn date_of(&self, clock: &TimeZone) -> Date {
        self.asking.now.to_zoned_datetime(clock.clone()).date()
    }

    fn day_and_time(&self, moment: &Moment, clock: &TimeZone, today: bool) -> String {
        let at = moment.at.timestamp().to_zoned_datetime(clock.clone());
        let now = self.date_of(clock);
        let midnight = at.hour() == 0 && at.minute() == 0;
        let time = ("time", self.time(moment, clock).into());
        let days = |days: i64| now.checked_add(days.days()).ok();
        if at.date() == now || (midnight && days(1) == Some(at.date())) {
            return if today {
                self.messages.format("hours-today", &[time])
            } else {
                self.time(moment, clock)
            };
        }
        if days(1) == Some(at.date()) {
            return self.messages.format("hours-tomorrow", &[time]);
        }
        let weekday = at.weekday().to_monday_one_offset();
        let (id, day) = if days(7).is_some_and(|week| at.date() < week) {
            let name = self.messages.text(&format!("weekday-{weekday}"));
            ("hours-day", name)
        } else {
            ("hours-date", self.messages.date(&at.date().to_string()))
        };
        self.messages.format(id, &[("day", day.into()), time])
    }

    fn time(&self, moment: &Moment, clock: &TimeZone) -> String {
        let at = moment.at.timestamp().to_zoned_datetime(clock.clone());
        time_of_day(&at, self.messages)
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

/// With a capital at its head.
fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
