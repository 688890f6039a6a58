use jiff::Timestamp;
use jiff::civil::DateTime;
use proptest::prelude::*;

use super::*;
use crate::directory::{Caller, Contact, Region};

/// Formats the result of parsing a text; "-" if it is rejected.
fn read(text: &str) -> String {
    parse(text).map_or_else(|| "-".to_owned(), |hours| hours.to_string())
}

#[test]
fn every_notation_of_one_week_is_parsed() {
    const WEEK: &str = "Mon 8:30-16:30, Tue 8:30-16:30, Wed 8:30-16:30, Thu 8:30-16:30, \
                        Fri 8:30-16:30";
    for text in [
        "Mon–Fri 8:30–16:30",
        "mon-fri 8:30-16:30",
        "Monday to Friday 8:30 to 16:30",
        "Weekdays, 8:30–16:30",
        "Mon–Fri 8:30 am – 4:30 pm",
        "Mon–Fri 8:30 a.m.–4:30 p.m.",
        "lun.–ven. 8\u{a0}h\u{a0}30–16\u{a0}h\u{a0}30",
        "du lundi au vendredi, de 8 h 30 à 16 h 30",
        "en semaine 8h30-16h30",
        "lun-ven 8h30-16h30",
        "Ouvert lundi au vendredi 8h30 à 16h30",
    ] {
        assert_eq!(read(text), WEEK, "{text}");
    }
}

#[test]
fn every_notation_of_always_is_parsed() {
    for text in [
        "24/7",
        "24/7/365",
        "Open 24/7",
        "24/7, 365 days a year",
        "24 hours a day, 7 days a week",
        "24 hours, 7 days a week, 365 days a year",
        "7 days a week, 24 hours",
        "24h/24",
        "24 h / 24, 7 j / 7",
        "24h/24 7j/7",
        "24/24, 7/7",
        "24 h sur 24",
        "24 heures sur 24, 7 jours sur 7",
        "7 jours sur 7, 24h/24",
        "ouvert 24h/24, du lundi au dimanche",
        "En tout temps",
        "toujours ouvert",
        "Jour et nuit",
    ] {
        assert_eq!(read(text), "always", "{text}");
        assert!(is_bare_always(text) || text.starts_with("7 "), "{text}");
    }
    assert_eq!(
        read("24h/24 samedi et dimanche"),
        "Sat 0:00-24:00, Sun 0:00-24:00"
    );
    assert_eq!(read("Sat, Sun 24 hours"), "Sat 0:00-24:00, Sun 0:00-24:00");
    // The days alone do not tell the hours.
    for text in [
        "7 jours sur 7",
        "7 days a week",
        "24/7 Mon",
        "24h",
        "ouvert",
    ] {
        assert_eq!(read(text), "-", "{text}");
    }
}

#[test]
fn unambiguous_hours_are_parsed() {
    for (text, expected) in [
        ("24/7", "always"),
        ("24\u{a0}h/24, 7\u{a0}j/7", "always"),
        ("24/7 (crisis line)", "always"),
        ("Daily 0:00–24:00", "always"),
        ("Tue 17:00–20:00", "Tue 17:00-20:00"),
        ("mardi 17 h–20 h", "Tue 17:00-20:00"),
        (
            "Mon, Wed 9:00–12:00, 13:00–16:00; Sat noon–midnight",
            "Mon 9:00-12:00 13:00-16:00, Wed 9:00-12:00 13:00-16:00, Sat 12:00-24:00",
        ),
        ("Sat 8:30–noon", "Sat 8:30-12:00"),
        ("Sat 0:00–6:00", "Sat 0:00-6:00"),
        ("Sat 18:00–midnight", "Sat 18:00-24:00"),
        ("Sat 9:00 a.m.–17:00", "Sat 9:00-17:00"),
        (
            "drop-in Mon 9:00–13:00; drop-in Tue 18:00–22:00",
            "Mon 9:00-13:00, Tue 18:00-22:00",
        ),
        (
            "Mon 9:00–13:00 (crisis line); Tue 18:00–22:00 (crisis line)",
            "Mon 9:00-13:00, Tue 18:00-22:00",
        ),
        (
            "weekends from 10:00 to 14:00",
            "Sat 10:00-14:00, Sun 10:00-14:00",
        ),
        (
            "Mon 9:00–12:00, from 13:00 to 16:00",
            "Mon 9:00-12:00 13:00-16:00",
        ),
        (
            "Mon 9:00–12:00 and from Tue to Wed 13:00–16:00",
            "Mon 9:00-12:00, Tue 13:00-16:00, Wed 13:00-16:00",
        ),
        (
            "Fri–Mon 20:00–2:00",
            "Mon 20:00-26:00, Fri 20:00-26:00, Sat 20:00-26:00, Sun 20:00-26:00",
        ),
        (
            "Sat, Sun 10:00–14:00 Eastern, except holidays",
            "Sat 10:00-14:00, Sun 10:00-14:00, America/Toronto, not on holidays",
        ),
        (
            "agents Mon 8:00–16:00 local time, except holidays; recorded information 24/7",
            "Mon 8:00-16:00, by the caller's clock, not on holidays",
        ),
        (
            "24/7; live agents Mon 6:30–20:00 Eastern",
            "Mon 6:30-20:00, America/Toronto",
        ),
        (
            "Mon–Fri 16:30–8:30, weekends and holidays",
            "Mon 16:30-32:30, Tue 16:30-32:30, Wed 16:30-32:30, Thu 16:30-32:30, \
             Fri 16:30-32:30, Sat 0:00-24:00, Sun 0:00-32:30, all day on holidays",
        ),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn ambiguous_hours_are_rejected() {
    for text in [
        "",
        "day",
        "evenings, nights, weekends",
        "after hours",
        "regular business hours",
        "14:30–22:00",
        "Mon–Fri",
        "Mon–Fri 9-5",
        "Mon–Fri 9:00–5:00",
        "Mon–Fri 1:00–5:00",
        // Half past noon to half past four in the afternoon, not through the night.
        "Mon–Fri 12:30–4:30",
        "Mon–Fri 8:30–12:00, 12:30–4:30",
        "Mon–Fri 12:00–5:00",
        "lun.–ven. 12 h 30–4 h 30",
        // One "p.m." for both times, or for one of them.
        "Tue 7:00–9:00 p.m.",
        "Mon–Fri 1:00–4:30 p.m.",
        "Mon–Fri noon–4:00",
        "Mon–Fri 1 pm–4:30",
        "Mon–Fri 9:00 a.m.–5:00",
        "Daily 9:00–midnight",
        // A group in the evening or in the morning.
        "Tue 6:00–9:00",
        "Tue 7:00–9:00",
        "Tue 8:00–9:30",
        "Tue 7:30–12:00",
        // Office hours on holidays as well: not the whole day.
        "Daily 9:00–17:00 and holidays",
        "Mon–Fri 9:00–17:00 and weekends",
        "Mon–Fri 16:00–24:00 and weekends",
        "Mon–Fri 9:00–17:00, weekends and holidays",
        "weekends",
        // Two services, or two lines.
        "Intake Mon–Fri 9:00–16:00; drop-in daily 18:00–22:00",
        "24/7 (crisis line); Mon–Fri 9:00–17:00 (support line)",
        "24/7; drop-in Mon–Fri 9:00–17:00",
        "24/7 (crisis line); live agents Mon–Fri 9:00–17:00",
        "Mon 9:00–12:00 (agents); Tue 9:00–12:00 (intake)",
        "Mon–Fri 8:30-16:3",
        "Mon–Fri 8:30–16:60",
        "Mon–Fri 8:30–25:00",
        "Mon–Fri 13:00 pm–15:00",
        "Mon–Fri 9:00–9:00",
        "Mon–Fri 9:00–12:00 (may vary)",
        "Mon–Fri 9:00–12:00 (2021)",
        "Mon–Fri 9:00–12:00, by appointment",
        "Phone 24/7; chat and email Mon–Fri 7:00–21:00 Eastern",
        "24/7 on-scene help is by police referral",
        "Mon–Fri 9:00–12:00 Eastern local time",
        "recorded information 24/7",
        "agents Mon 9:00–12:00; Tue 9:00–12:00",
        "Monkey 9:00–12:00",
        "Mon 9:00–12:00;",
        "(24/7",
    ] {
        assert_eq!(read(text), "-", "{text}");
    }
}

/// Returns a contact of a region with these hours, each number with its own.
fn contact(region: Region, hours: &str, phones: &[(&str, &str)]) -> Contact {
    let both = |text: &str| serde_json::json!({ "en": text, "fr": text });
    let phones: Vec<_> = phones
        .iter()
        .map(|(kind, hours)| {
            let mut phone = serde_json::json!({ "number": "902-555-0100", "kind": kind });
            if !hours.is_empty() {
                phone["hours"] = both(hours);
            }
            phone
        })
        .collect();
    let mut contact = serde_json::json!({
        "id": "xx", "name": {"en": "X"}, "organization": "X", "categories": ["police"],
        "region": region, "phones": phones, "always_open": hours == "24/7", "languages": [],
        "serves": ["all"], "description": both("X"), "sources": [], "checked": "2026-11-23",
        "confirm": false
    });
    if !hours.is_empty() {
        contact["hours"] = both(hours);
    }
    serde_json::from_value(contact).unwrap()
}

/// Formats the state as "open until" or "closed until" on the service's clock, and the holiday.
fn say(answer: &Answer) -> String {
    let at = |moment: &Moment| moment.at.datetime().to_string().replace(":00:00", ":00");
    let day = |holiday: &Option<Holiday>| {
        holiday.map_or_else(String::new, |holiday| {
            format!(" ({})", holiday.message_id())
        })
    };
    match answer {
        Answer::Unknown => "unknown".to_owned(),
        Answer::Always => "always".to_owned(),
        Answer::Open { until, holiday } => format!("open until {}{}", at(until), day(holiday)),
        Answer::Closed { opens, holiday } => format!("closed until {}{}", at(opens), day(holiday)),
    }
}

/// Formats the state of a contact of a region with these hours at a local time.
fn at(region: Region, hours: &str, time: &str) -> String {
    let contact = contact(region, hours, &[]);
    let zone = contact.zone().map_or(jiff::tz::TimeZone::UTC, Zone::rules);
    let time: DateTime = time.parse().unwrap();
    let asking = Asking {
        now: zone.to_timestamp(time).unwrap(),
        here: None,
        caller: Caller::UNKNOWN,
    };
    say(&of_contact(&contact, asking))
}

#[test]
fn open_and_closed() {
    let week = "Mon–Fri 8:30–16:30";
    for (time, expected) in [
        ("2026-11-25T08:29", "closed until 2026-11-25T08:30:00"),
        ("2026-11-25T08:30", "open until 2026-11-25T16:30:00"),
        ("2026-11-25T16:29", "open until 2026-11-25T16:30:00"),
        ("2026-11-25T16:30", "closed until 2026-11-26T08:30:00"),
        ("2026-11-27T18:00", "closed until 2026-11-30T08:30:00"),
        ("2026-11-29T12:00", "closed until 2026-11-30T08:30:00"),
    ] {
        assert_eq!(at(Region::Ns, week, time), expected, "{time}");
    }
    let night = "Fri–Sat 20:00–2:00";
    for (time, expected) in [
        ("2026-11-28T01:59", "open until 2026-11-28T02:00"),
        ("2026-11-28T02:00", "closed until 2026-11-28T20:00"),
        ("2026-11-29T01:00", "open until 2026-11-29T02:00"),
        ("2026-11-29T02:00", "closed until 2026-12-04T20:00"),
    ] {
        assert_eq!(at(Region::Ns, night, time), expected, "{time}");
    }
    let break_at_noon = "Mon 9:00–12:00, 13:00–16:00";
    assert_eq!(
        at(Region::Ns, break_at_noon, "2026-11-23T12:30"),
        "closed until 2026-11-23T13:00"
    );
    let until_midnight = "Daily 18:00–24:00; Sat 0:00–3:00";
    assert_eq!(
        at(Region::Ns, until_midnight, "2026-11-27T23:00"),
        "open until 2026-11-28T03:00",
        "one stretch follows the other"
    );
    assert_eq!(at(Region::Ns, "evenings", "2026-11-27T23:00"), "unknown");
    assert_eq!(
        at(Region::Ca, week, "2026-11-25T12:00"),
        "unknown",
        "whose half past eight?"
    );
}

#[test]
fn hours_over_midnight_have_no_gap() {
    // The line for the time outside office hours is open whenever the office is closed.
    let line = "Mon–Fri 16:30–8:30, weekends and holidays";
    for (time, expected) in [
        ("2026-11-30T03:00", "open until 2026-11-30T08:30:00"),
        ("2026-11-28T12:00", "open until 2026-11-30T08:30:00"),
        ("2026-11-25T12:00", "closed until 2026-11-25T16:30:00"),
        ("2026-12-25T12:00", "open until 2026-12-28T08:30:00"),
    ] {
        assert_eq!(at(Region::Ns, line, time), expected, "{time}");
    }
}

#[test]
fn the_line_for_when_the_office_may_be_closed_is_not_called_closed() {
    // No law of Nova Scotia closes the office on Thanksgiving, nor on the Monday after Boxing Day.
    let line = "Mon–Fri 16:30–8:30, weekends and holidays";
    for (time, expected) in [
        ("2026-10-12T08:00", "open until 2026-10-12T08:30:00"),
        (
            "2026-10-12T12:00",
            "open until 2026-10-13T00:00 (holiday-thanksgiving)",
        ),
        ("2026-10-12T16:30", "open until 2026-10-13T08:30:00"),
        ("2026-10-11T12:00", "open until 2026-10-12T08:30:00"),
        ("2026-10-13T12:00", "closed until 2026-10-13T16:30:00"),
        (
            "2026-12-28T12:00",
            "open until 2026-12-29T00:00 (holiday-boxing-day)",
        ),
    ] {
        assert_eq!(at(Region::Ns, line, time), expected, "{time}");
    }
    let contact = contact(Region::Ns, line, &[]);
    let now = "2026-10-12T15:00:00Z".parse().unwrap();
    let here = None;
    let answer = of_contact(
        &contact,
        Asking {
            now,
            here,
            caller: Caller::UNKNOWN,
        },
    );
    assert_eq!(answer.is_open(), None, "nobody knows whether the office is");
}

#[test]
fn the_clock_changes() {
    // Toronto moves clocks forward on 14 March 2027 at 2:00, and back on 7 November 2027.
    let nights = "Daily 22:00–6:00";
    let asked = |now: &str| {
        let now: Timestamp = now.parse().unwrap();
        let contact = contact(Region::On, nights, &[]);
        let answer = of_contact(
            &contact,
            Asking {
                now,
                here: None,
                caller: Caller::UNKNOWN,
            },
        );
        let Answer::Open { until, .. } = answer else {
            panic!("{answer:?}");
        };
        until.at.timestamp().to_string()
    };
    assert_eq!(
        asked("2027-03-14T06:30:00Z"),
        "2027-03-14T10:00:00Z",
        "six o'clock comes an hour sooner"
    );
    assert_eq!(
        asked("2027-11-07T05:30:00Z"),
        "2027-11-07T11:00:00Z",
        "six o'clock comes an hour later"
    );
    // A line with an opening time in the skipped hour opens when the clock has moved forward.
    assert_eq!(
        at(Region::On, "Sun 2:30–5:00", "2027-03-14T01:00"),
        "unknown",
        "hours of the small morning are not read"
    );
    assert_eq!(
        at(Region::On, "dim. 2 h 30–5 h", "2027-03-14T01:00"),
        "closed until 2027-03-14T03:30:00"
    );
    assert_eq!(
        at(Region::Sk, nights, "2027-03-14T02:30"),
        "open until 2027-03-14T06:00",
        "Saskatchewan has no change"
    );
}

#[test]
fn a_line_far_away() {
    // 19:00 in St. John's is 15:30 in Vancouver, or an hour apart in winter: British Columbia no
    // longer changes its clocks.
    let line = contact(Region::Bc, "Mon–Fri 9:00–17:00", &[]);
    let here = Zone::StJohns.rules();
    let asked = |time: &str| {
        let now = here.to_timestamp(time.parse().unwrap()).unwrap();
        let asking = Asking {
            now,
            here: Some(&here),
            caller: Caller::UNKNOWN,
        };
        let answer = of_contact(&line, asking);
        let there = match &answer {
            Answer::Open { until: at, .. } | Answer::Closed { opens: at, .. } => at.at.clone(),
            other => panic!("{other:?}"),
        };
        let seen_here = there.timestamp().to_zoned_datetime(here.clone());
        format!("{}, {} here", say(&answer), seen_here.time())
    };
    assert_eq!(
        asked("2027-01-13T19:00"),
        "open until 2027-01-13T17:00, 20:30:00 here"
    );
    assert_eq!(
        asked("2027-07-14T19:00"),
        "open until 2027-07-14T17:00, 21:30:00 here"
    );
    assert_eq!(
        asked("2027-01-13T21:00"),
        "closed until 2027-01-14T09:00, 12:30:00 here"
    );
}

#[test]
fn own_contact_has_the_zone_of_the_worker_in_the_same_region_alone() {
    // 16:45 in Kenora, 17:45 in Toronto.
    let now: Timestamp = "2026-07-15T21:45:00Z".parse().unwrap();
    let kenora = Zone::Winnipeg.rules();
    let asked = |id: &str, contacts: Region, region: Region| {
        let mut contact = contact(contacts, "Mon–Fri 9:00–17:00", &[]);
        contact.id = id.to_owned();
        let here = Some(&kenora);
        say(&of_contact(
            &contact,
            Asking {
                now,
                here,
                caller: Caller::of(region),
            },
        ))
    };
    let (own, listed) = ("own-1", "on-xx");
    let open = "open until 2026-07-15T17:00";
    assert_eq!(asked(own, Region::On, Region::On), open);
    assert_eq!(
        asked(own, Region::Nl, Region::On),
        "unknown",
        "St. John's or Goose Bay?"
    );
    assert_eq!(
        asked(own, Region::Ca, Region::Ca),
        "unknown",
        "whose clock in all of Canada?"
    );
    assert_eq!(
        asked(own, Region::Mb, Region::On),
        open,
        "Manitoba has but one time"
    );
    assert_eq!(
        asked(listed, Region::On, Region::On),
        "closed until 2026-07-16T09:00",
        "a service for all of Ontario is where most of it is"
    );
}

#[test]
fn local_time_is_the_callers() {
    let line = contact(Region::Ca, "agents Mon–Fri 8:00–16:00 local time", &[]);
    let now: Timestamp = "2026-11-25T20:30:00Z".parse().unwrap();
    let asked = |zone: Option<Zone>| {
        let here = zone.map(Zone::rules);
        let here = here.as_ref();
        say(&of_contact(
            &line,
            Asking {
                now,
                here,
                caller: Caller::UNKNOWN,
            },
        ))
    };
    assert_eq!(
        asked(Some(Zone::Vancouver)),
        "open until 2026-11-25T16:00",
        "half past one in Vancouver"
    );
    assert_eq!(
        asked(Some(Zone::StJohns)),
        "closed until 2026-11-26T08:00",
        "five o'clock in St. John's"
    );
    assert_eq!(asked(None), "unknown");
}

#[test]
fn holidays() {
    let week = "Mon–Fri 8:30–16:30";
    for (region, time, expected) in [
        (
            Region::On,
            "2026-07-01T10:00",
            "open until 2026-07-01T16:30:00 (holiday-canada)",
        ),
        (
            Region::On,
            "2026-06-30T20:00",
            "closed until 2026-07-01T08:30:00 (holiday-canada)",
        ),
        (
            Region::Qc,
            "2026-06-24T10:00",
            "open until 2026-06-24T16:30:00 (holiday-quebec)",
        ),
        (
            Region::On,
            "2026-06-24T10:00",
            "open until 2026-06-24T16:30:00",
        ),
        (
            Region::Ab,
            "2026-05-18T10:00",
            "open until 2026-05-18T16:30:00 (holiday-victoria)",
        ),
    ] {
        assert_eq!(at(region, week, time), expected, "{region:?} {time}");
    }
    assert_eq!(
        at(
            Region::On,
            "Mon–Fri 8:30–16:30, except holidays",
            "2026-07-01T10:00"
        ),
        "closed until 2026-07-02T08:30:00"
    );
    assert_eq!(at(Region::On, "24/7", "2026-12-25T10:00"), "always");
    let open = of_contact(
        &contact(Region::On, week, &[]),
        Asking {
            now: "2026-07-01T15:00:00Z".parse().unwrap(),
            here: None,
            caller: Caller::UNKNOWN,
        },
    );
    assert_eq!(open.is_open(), None, "on a holiday nobody knows");
}

fn on_wednesday_noon() -> Asking<'static> {
    Asking {
        now: "2026-11-25T16:00:00Z".parse().unwrap(),
        here: None,
        caller: Caller::UNKNOWN,
    }
}

#[test]
fn numbers_and_their_contact() {
    let asking = on_wednesday_noon();
    let whole = |hours: &str, phones: &[(&str, &str)]| {
        say(&of_contact(&contact(Region::Ns, hours, phones), asking))
    };
    let week = "Mon–Fri 8:30–16:30";
    let evening = "Mon–Fri 18:00–21:00";
    assert_eq!(whole("", &[]), "unknown");
    assert_eq!(
        whole(week, &[("voice", "")]),
        "open until 2026-11-25T16:30:00"
    );
    assert_eq!(
        whole("", &[("voice", evening), ("text", week)]),
        "open until 2026-11-25T16:30:00",
        "somebody answers"
    );
    assert_eq!(
        whole("", &[("voice", evening), ("voice", "")]),
        "unknown",
        "the other number may well be answered"
    );
    assert_eq!(
        whole("", &[("voice", evening), ("text", "")]),
        "closed until 2026-11-25T18:00"
    );
    assert_eq!(
        whole("", &[("voice", "24/7"), ("voice", "")]),
        "unknown",
        "a hotline that is named does not make the contact always open"
    );
}

#[test]
fn numbers_beside_each_other() {
    let week = "Mon–Fri 8:30–16:30";
    let asking = on_wednesday_noon();
    let phone = |hours: &str, phones: &[(&str, &str)], index: usize| {
        let contact = contact(Region::Ns, hours, phones);
        say(&of_phone(&contact, &contact.phones[index], asking))
    };
    assert_eq!(phone("24/7", &[("voice", "")], 0), "always");
    assert_eq!(
        phone("24/7", &[("voice", ""), ("text", "")], 1),
        "unknown",
        "texts are not always answered when calls are"
    );
    assert_eq!(
        phone("24/7", &[("voice", "24/7"), ("voice", "")], 1),
        "unknown",
        "an office's number beside a crisis line"
    );
    let mut emergency = contact(Region::Ns, week, &[("voice", week), ("voice", "")]);
    emergency.phones[1].number = "911".to_owned();
    assert_eq!(
        say(&of_phone(&emergency, &emergency.phones[1], asking)),
        "always"
    );
    assert_eq!(
        say(&of_contact(&emergency, asking)),
        "open until 2026-11-25T16:30:00",
        "911 does not keep the office open"
    );
}

#[test]
fn only_the_two_words_without_more_are_a_bare_24_7() {
    assert!(is_bare_always("24/7"));
    for text in ["", "24/7 Eastern", "24/7 (crisis line)", "Daily 0:00–24:00"] {
        assert!(!is_bare_always(text), "{text}");
    }
}

#[test]
fn of_several_lines_the_contact_has_the_best() {
    let asking = on_wednesday_noon();
    let of_lines = |lines: &[&str]| {
        let phones: Vec<_> = lines.iter().map(|hours| ("voice", *hours)).collect();
        let mut contact = contact(Region::Ns, "", &phones);
        contact.hours = None;
        say(&of_contact(&contact, asking))
    };
    let (late, later) = ("Thu 9:00–17:00", "Fri 9:00–17:00");
    for lines in [[late, later], [later, late]] {
        assert_eq!(of_lines(&lines), "closed until 2026-11-26T09:00");
    }
    let (short, long) = ("Wed 9:00–13:00", "Wed 9:00–15:00");
    for lines in [[short, long], [long, short]] {
        assert_eq!(of_lines(&lines), "open until 2026-11-25T15:00");
    }
    assert_eq!(of_lines(&[late, short]), "open until 2026-11-25T13:00");
}

proptest! {
    #[test]
    fn no_text_and_no_moment_is_trouble(
        text in "((Mon|sam\\.|daily|24/7|except holidays|weekends|[0-9]{1,2}:[0-9]{2}|[0-9] h|–|,|;|\\(|\\)|and|à|de|Eastern|\\PC) ?){0,12}",
        seconds in -3_000_000_000_i64..8_000_000_000,
        region in proptest::sample::select(Region::ALL.to_vec()),
    ) {
        let contact = contact(region, &text, &[("voice", ""), ("text", &text)]);
        let now = Timestamp::from_second(seconds).unwrap();
        let here = Zone::StJohns.rules();
        let answer = of_contact(&contact, Asking { now, here: Some(&here), caller: Caller::UNKNOWN });
        if let Answer::Open { until, .. } = &answer {
            prop_assert!(until.at.timestamp() > now);
        }
        if let Answer::Closed { opens, .. } = &answer {
            prop_assert!(opens.at.timestamp() > now);
        }
    }
}

#[test]
fn with_a_wrong_clock_only_always_open_is_known() {
    let now = crate::clock::UNKNOWN;
    let asked = |hours: &str| {
        let contact = contact(Region::Ns, hours, &[]);
        let asking = Asking {
            now,
            here: None,
            caller: Caller::of(Region::Ns),
        };
        of_contact(&contact, asking)
    };
    assert_eq!(asked("Mon–Fri 8:30–16:30"), Answer::Unknown);
    assert_eq!(asked("24/7"), Answer::Always);
}
