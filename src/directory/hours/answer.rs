//! Evaluation of hours at a time.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, ZonedDateTime};

use super::{Clock, DAY, Holiday, Holidays, Hours, Range, Zone, holiday, parse};
use crate::clock;
use crate::directory::{Caller, Contact, Phone, PhoneKind, Region};
use crate::i18n::Text;

/// Time and caller of a question about hours.
#[derive(Clone, Copy, Debug)]
pub struct Asking<'a> {
    /// Time of the question.
    pub now: Timestamp,
    /// The caller's time zone; `None` if unknown.
    pub here: Option<&'a TimeZone>,
    /// Facts by which a number of a contact is chosen.
    pub caller: Caller<'a>,
}

impl Asking<'_> {
    /// Returns the caller's date; the UTC date if the caller's time zone is unknown.
    pub fn today(&self) -> Date {
        let clock = self.here.cloned().unwrap_or(TimeZone::UTC);
        self.now.to_zoned_datetime(clock).date()
    }

    /// Returns true if the worker found a number out of service.
    pub fn is_dead(&self, phone: &Phone) -> bool {
        self.caller.is_dead(phone)
    }
}

/// Open state at a time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Answer {
    /// Unknown: no hours, or ambiguous hours.
    #[default]
    Unknown,
    /// Always open.
    Always,
    /// Open now; doubtful on a holiday.
    Open {
        /// Closing time.
        until: Moment,
        /// Holiday on which it may be closed.
        holiday: Option<Holiday>,
    },
    /// Closed now; doubtful on a holiday.
    Closed {
        /// Next opening time.
        opens: Moment,
        /// Holiday on which it may stay closed.
        holiday: Option<Holiday>,
    },
}

/// Time on the clock of the hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Time in that zone.
    pub at: ZonedDateTime,
    /// Zone of the clock; `None` for the caller's own.
    pub zone: Option<Zone>,
}

impl Answer {
    /// Returns true for open, false for closed, and `None` in doubt.
    pub const fn is_open(&self) -> Option<bool> {
        match self {
            Self::Unknown
            | Self::Open {
                holiday: Some(_), ..
            } => None,
            Self::Always | Self::Open { holiday: None, .. } => Some(true),
            Self::Closed { .. } => Some(false),
        }
    }
}

/// Returns the state of one number of a contact. The number has the contact's hours if none of the
/// contact's numbers has hours of its own; text lines never do, because their hours are often
/// shorter. 911 and 988 always answer, whatever the contact's hours.
pub fn of_phone(contact: &Contact, phone: &Phone, asking: Asking<'_>) -> Answer {
    let hours = hours_of_phone(contact, phone);
    hours.map_or(Answer::Unknown, |hours| of_hours(&hours, contact, asking))
}

/// Returns true if the hours of a number name times without days (*14:30–22:00*), and it is outside
/// of them: it is closed on every day.
pub fn is_outside_of_times(contact: &Contact, phone: &Phone, asking: Asking<'_>) -> bool {
    let daily = |text: &Text| parse(&format!("Daily {}", text.en));
    let hours = phone.hours.as_ref().and_then(daily);
    hours.is_some_and(|hours| of_hours(&hours, contact, asking).is_open() == Some(false))
}

/// Returns true if one number of a contact is always open, whatever the time.
pub fn is_always_open(contact: &Contact, phone: &Phone) -> bool {
    hours_of_phone(contact, phone).is_some_and(|hours| hours.is_always())
}

fn hours_of_phone(contact: &Contact, phone: &Phone) -> Option<Hours> {
    let own = phone.hours.as_ref().and_then(|text| parse(&text.en));
    match own {
        None if phone.is_vital() => Some(Hours::always()),
        None if inherits(contact, phone) => hours_of(contact),
        own => own,
    }
}

/// Returns the state of a contact: the best of its hours and its numbers. It is closed only if no
/// number's hours are unknown. A number that is always open (911, a national hotline that connects)
/// makes a contact always open only if the contact is marked so.
pub fn of_contact(contact: &Contact, asking: Asking<'_>) -> Answer {
    let own = hours_of(contact).map_or(Answer::Unknown, |hours| of_hours(&hours, contact, asking));
    let spoken = contact
        .phones
        .iter()
        .filter(|phone| phone.kind != PhoneKind::Fax);
    let phones: Vec<(PhoneKind, Answer)> = spoken
        .map(|phone| (phone.kind, of_phone(contact, phone, asking)))
        .filter(|(_, answer)| contact.always_open || *answer != Answer::Always)
        .collect();
    let doubtful = own == Answer::Unknown
        && phones
            .iter()
            .any(|(kind, answer)| *kind == PhoneKind::Voice && *answer == Answer::Unknown);
    let all = || std::iter::once(&own).chain(phones.iter().map(|(_, answer)| answer));
    let best = all().max_by_key(|answer| weight(answer));
    match best {
        Some(answer) if answer.is_open() == Some(true) || !doubtful => answer.clone(),
        _ => Answer::Unknown,
    }
}

/// Returns the rank of an answer: always open, then the latest closing, doubtful, the earliest
/// opening.
fn weight(answer: &Answer) -> (u8, i64) {
    match answer {
        Answer::Unknown => (0, 0),
        Answer::Closed { opens, .. } => (1, -opens.at.timestamp().as_second()),
        Answer::Open { until, holiday } => {
            let sure = u8::from(holiday.is_none());
            (2 + sure, until.at.timestamp().as_second())
        }
        Answer::Always => (4, 0),
    }
}

fn inherits(contact: &Contact, phone: &Phone) -> bool {
    phone.kind == PhoneKind::Voice && contact.phones.iter().all(|phone| phone.hours.is_none())
}

/// Returns the hours of a contact as a whole.
fn hours_of(contact: &Contact) -> Option<Hours> {
    match &contact.hours {
        Some(text) => parse(&text.en),
        None => contact.always_open.then(Hours::always),
    }
}

fn of_hours(hours: &Hours, contact: &Contact, asking: Asking<'_>) -> Answer {
    if hours.is_always() {
        return Answer::Always;
    }
    if asking.now <= clock::UNKNOWN {
        return Answer::Unknown;
    }
    let zone = match hours.clock {
        Clock::Named(zone) => Some(zone),
        Clock::Caller => None,
        Clock::Service => match contact.zone() {
            Some(zone) => Some(zone),
            // The worker entered it for use at work: it has the worker's zone.
            None if contact.is_own() && is_at_home(contact.region, asking.caller.region) => None,
            None => return Answer::Unknown,
        },
    };
    match zone.map(Zone::rules).or_else(|| asking.here.cloned()) {
        Some(rules) => at(hours, contact.region, (zone, &rules), asking.now),
        None => Answer::Unknown,
    }
}

/// Returns true if a contact is of the caller's own region; never true for all of Canada.
fn is_at_home(region: Region, callers: Region) -> bool {
    region == callers && region != Region::Ca
}

/// A period during which the line is open.
struct Stretch {
    from: ZonedDateTime,
    to: ZonedDateTime,
    holiday: Option<Holiday>,
}

/// A longer period counts as always open.
const LONGEST_DAYS: i32 = 8;

fn at(
    hours: &Hours,
    region: Region,
    (zone, rules): (Option<Zone>, &TimeZone),
    now: Timestamp,
) -> Answer {
    let now = now.to_zoned_datetime(rules.clone());
    // A range may begin two days earlier: on the eve, and last into the night.
    let mut stretches: Vec<Stretch> = (-2..=LONGEST_DAYS + 2)
        .filter_map(|days| now.date().checked_add(days.days()).ok())
        .flat_map(|day| stretches_of(day, hours, region, rules))
        .collect();
    stretches.sort_by_key(|stretch| stretch.from.timestamp());
    let sure = |stretch: &Stretch| stretch.holiday.is_none();
    if stretches
        .iter()
        .any(|stretch| sure(stretch) && stretch.from <= now && now < stretch.to)
    {
        // These periods also hold on a holiday.
        stretches.retain(sure);
    }
    let moment = |at| Moment { at, zone };
    let mut open: Option<(ZonedDateTime, Option<Holiday>)> = None;
    for stretch in stretches {
        match &mut open {
            Some((until, holiday)) if stretch.from <= *until && stretch.holiday == *holiday => {
                *until = stretch.to.max(until.clone());
            }
            Some(_) => break,
            None if stretch.to <= now => {}
            None if stretch.from <= now => open = Some((stretch.to, stretch.holiday)),
            None => {
                return Answer::Closed {
                    opens: moment(stretch.from),
                    holiday: stretch.holiday,
                };
            }
        }
    }
    let Some((until, holiday)) = open else {
        return Answer::Unknown;
    };
    let longest = now.checked_add(LONGEST_DAYS.days());
    if holiday.is_none() && longest.is_ok_and(|longest| until >= longest) {
        return Answer::Always;
    }
    Answer::Open {
        until: moment(until),
        holiday,
    }
}

/// Returns the ranges that begin on a day.
fn stretches_of(day: Date, hours: &Hours, region: Region, rules: &TimeZone) -> Vec<Stretch> {
    let weekday = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0);
    let holiday = holiday::on(day, region);
    let in_law = holiday.is_some_and(|holiday| holiday.in_law);
    let range_doubt = match hours.holidays {
        Holidays::Closed if in_law => return Vec::new(),
        // These hours hold on any day.
        Holidays::Open => None,
        Holidays::Closed | Holidays::Unsaid => holiday,
    };
    let mut ranges: Vec<(Range, Option<Holiday>)> = hours.days[weekday]
        .iter()
        .map(|range| (*range, range_doubt))
        .collect();
    if let (Holidays::Open, Some(holiday)) = (hours.holidays, holiday) {
        // If no law closes the office, the line for closed hours may or may not be open.
        ranges.push((Range::DAY, (!in_law).then_some(holiday)));
    }
    let stretch = |(range, holiday): (Range, Option<Holiday>)| {
        Some(Stretch {
            from: moment_of(day, range.from, rules)?,
            to: moment_of(day, range.to, rules)?,
            holiday,
        })
    };
    ranges.into_iter().filter_map(stretch).collect()
}

/// Returns the time a number of minutes after a day's midnight by local wall-clock time.
fn moment_of(day: Date, minutes: u16, rules: &TimeZone) -> Option<ZonedDateTime> {
    let day = day.checked_add(i64::from(minutes / DAY).days()).ok()?;
    let (hour, minute) = (minutes % DAY / 60, minutes % 60);
    let time = Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0);
    rules.to_zoned_datetime(day.to_datetime(time.ok()?)).ok()
}
