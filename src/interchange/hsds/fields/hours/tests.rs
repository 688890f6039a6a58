use serde_json::{Value, json};

use super::*;

fn of(schedules: &[Value]) -> Found {
    let nodes: Vec<Node<'_>> = schedules.iter().cloned().map(Node::from).collect();
    super::of(&nodes.iter().collect::<Vec<_>>())
}

/// Returns the hours of schedules in English, in French with plain spaces, and as parsed.
fn said(schedules: &Value) -> (String, String, String) {
    let found = of(schedules.as_array().unwrap());
    let text = found.hours.unwrap_or_default();
    let read = |text: &str| hours::parse(text).map(|hours| hours.to_string());
    assert_eq!(read(&text.en), read(&text.fr), "{text:?}");
    let as_read = read(&text.en).unwrap_or_else(|| "unread".to_owned());
    (text.en, text.fr.replace('\u{a0}', " "), as_read)
}

#[test]
fn a_plain_week_is_read() {
    let weekdays = json!([{"freq": "WEEKLY", "interval": 1, "byday": "MO,TU,WE,TH,FR",
            "opens_at": "08:30:00", "closes_at": "16:30"}]);
    assert_eq!(said(&weekdays).0, "Mon–Fri 8:30–16:30");
    assert_eq!(said(&weekdays).1, "lun.–ven. 8 h 30–16 h 30");
    assert_eq!(
        said(&weekdays).2,
        "Mon 8:30-16:30, Tue 8:30-16:30, Wed 8:30-16:30, Thu 8:30-16:30, Fri 8:30-16:30"
    );
    for (schedules, english) in [
        (
            json!([{"byday": "TH,FR", "freq": "", "opens_at": "9:00AM", "closes_at": "6 pm"}]),
            "Thu, Fri 9:00–18:00",
        ),
        (
            json!([{"weekday": "Monday", "opens_at": "750", "closes_at": "1550"}]),
            "Mon 7:50–15:50",
        ),
        (
            json!([{"weekday": "Mon-Wed", "opens_at": "0900", "closes_at": "17:00"}]),
            "Mon–Wed 9:00–17:00",
        ),
        (
            json!([{"freq": "DAILY", "opens_at": "16:00", "closes_at": "08:00"}]),
            "Mon–Sun 16:00–8:00",
        ),
        (
            json!([{"byday": "MO", "opens_at": "8:00", "closes_at": "12:00"}, {"byday": "MO", "opens_at": "13:00", "closes_at": "17:00"}]),
            "Mon 8:00–12:00, 13:00–17:00",
        ),
        (
            json!([{"byday": ["SA", "SU"], "opens_at": "10:00", "closes_at": "14:00"}]),
            "Sat, Sun 10:00–14:00",
        ),
    ] {
        let (said, _, read) = said(&schedules);
        assert_eq!(said, english);
        assert_ne!(read, "unread", "{english}");
    }
    let always = json!([{"freq": "DAILY", "opens_at": "00:00", "closes_at": "23:59"}]);
    assert_eq!(said(&always).0, "24/7");
    assert!(is_always(of(always.as_array().unwrap()).hours.as_ref()));
}

#[test]
fn times_that_say_every_hour_leave_the_words() {
    let whole = json!({"freq": "DAILY", "opens_at": "00:00", "closes_at": "23:59", "description": "24/7 access"});
    let words = json!({"description": "Closed at Christmas"});
    let found = of(std::slice::from_ref(&whole));
    assert_eq!(found.hours.unwrap().en, "24/7 access");
    assert!(found.always);
    assert!(!of(&[whole, words]).always);
}

#[test]
fn restricted_schedules_are_shown_and_never_evaluated() {
    for (more, english) in [
        (
            json!({"valid_to": "2005-01-01"}),
            "Thu, Fri 10:00–18:00 (until 2005-01-01)",
        ),
        (
            json!({"valid_from": "2030-01-01"}),
            "Thu, Fri 10:00–18:00 (from 2030-01-01)",
        ),
        (
            json!({"bymonthday": "2,3,4"}),
            "Thu, Fri 10:00–18:00 (on some days only)",
        ),
        (
            json!({"interval": 2}),
            "Thu, Fri 10:00–18:00 (on some days only)",
        ),
        (
            json!({"freq": "MONTHLY"}),
            "Thu, Fri 10:00–18:00 (on some days only)",
        ),
        (
            json!({"opens_at": "14:00Z", "closes_at": "22:00:00Z"}),
            "Thu, Fri 14:00–22:00 (UTC)",
        ),
        (
            json!({"opens_at": "9:00 AM -05:00", "closes_at": "17:00-0500"}),
            "Thu, Fri 9:00–17:00 (UTC−05:00)",
        ),
        (
            json!({"opens_at": "10:00+00:00", "closes_at": "18:00Z"}),
            "Thu, Fri 10:00–18:00 (UTC)",
        ),
    ] {
        let mut schedule =
            json!({"byday": "TH,FR", "freq": "WEEKLY", "opens_at": "10:00", "closes_at": "18:00"});
        schedule
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        let (said, _, read) = said(&json!([schedule]));
        assert_eq!((said.as_str(), read.as_str()), (english, "unread"));
    }
}

#[test]
fn unreadable_schedules_are_reported() {
    for schedule in [
        json!({"byday": "XX", "opens_at": "9:00", "closes_at": "17:00"}),
        json!({"byday": "MO", "opens_at": "nine", "closes_at": "17:00"}),
        json!({"byday": "MO", "opens_at": "9", "closes_at": "5"}),
        json!({"byday": "MO", "opens_at": "9:00", "closes_at": "5:00"}),
        json!({"byday": "MO", "opens_at": "9:00AM", "closes_at": "750"}),
        json!({"byday": "MO", "opens_at": "09:00Z", "closes_at": "17:00"}),
        json!({"byday": "MO", "opens_at": "9:00-17:00", "closes_at": "17:00-x"}),
        json!({"byday": "MO", "opens_at": "25:00", "closes_at": "26:00"}),
        json!({"opens_at": "9:00", "closes_at": "17:00"}),
        json!({"byday": "MO"}),
    ] {
        let found = of(std::slice::from_ref(&schedule));
        assert_eq!((found.hours, found.unread.len()), (None, 1), "{schedule}");
    }
    let words = of(&[json!({"description": "Evenings, call first"})]);
    assert_eq!(words.hours.unwrap().fr, "Evenings, call first");
    assert_eq!(of(&[json!({"id": "x", "timezone": 3})]), Found::default());
}

#[test]
fn words_beside_times_stay_and_keep_the_hours_from_being_evaluated() {
    let day = |notes: &str| {
        json!([{"byday": "MO", "opens_at": "09:00", "closes_at": "17:00",
            "description": "By appointment only", "notes": notes}])
    };
    let (english, _, read) = said(&day("closed in July"));
    assert_eq!(
        english,
        "Mon 9:00–17:00; (By appointment only; closed in July)"
    );
    assert_eq!(read, "unread");
    let same = json!([{"byday": "MO", "opens_at": "09:00", "closes_at": "17:00",
        "description": "Mon 9:00–17:00"}]);
    assert_eq!(said(&same).2, "Mon 9:00-17:00");
}
