//! Tests of the numbers to dial now.

use super::*;
use crate::directory::{Channel, Region};
use crate::fixtures;
use crate::i18n::Text;

fn asking(time: &str, region: Region) -> Asking<'static> {
    Asking {
        now: time.parse().unwrap(),
        here: None,
        caller: Caller::of(region),
    }
}

fn same(hours: &str) -> Text {
    let (en, fr) = (hours.to_owned(), hours.to_owned());
    Text { en, fr }
}

fn asked<T>(id: &str, time: &str, what: impl Fn(&Contact, Asking<'_>) -> T) -> T {
    let directory = fixtures::assets().directory().unwrap();
    let contact = directory.contacts().iter().find(|contact| contact.id == id);
    what(contact.unwrap(), asking(time, Region::Ca))
}

#[test]
fn where_each_number_is_for_some_towns_that_of_the_callers_town_leads() {
    let directory = crate::assets::Assets::embedded().directory().unwrap();
    let number = |id: &str, region, town| {
        let caller = Caller {
            region,
            town,
            dead: &[],
            ..Caller::UNKNOWN
        };
        let main = main(directory.get(id).unwrap(), caller);
        main.unwrap().number.clone()
    };
    let detachments = |town| number("nl-rcmp-central-west", Region::Nl, town);
    assert_eq!(detachments(None), "709-256-6841", "Gander, the first");
    assert_eq!(detachments(Some("Corner Brook")), "709-637-4433");
    assert_eq!(
        detachments(Some("Paradise")),
        "709-256-6841",
        "none of hers"
    );
    let nunavik = |town| number("qc-dpj-nunavik", Region::Qc, Some(town));
    assert_eq!(nunavik("Kuujjuaq"), "819-964-2905");
    assert_eq!(nunavik("Salluit"), "1-877-535-2345");
    // A line for everybody stays the first.
    let klinic = |town| number("mb-klinic-crisis-line", Region::Mb, Some(town));
    assert_eq!(klinic("Thompson"), "1-888-322-3019");
    assert_eq!(klinic("Winnipeg"), "1-888-322-3019");
}

#[test]
fn where_there_is_no_911_no_contact_has_it() {
    let directory = crate::assets::Assets::embedded().directory().unwrap();
    let numbers = |id: &str, region| {
        let asking = asking("2026-11-26T15:00:00Z", region);
        let contact = directory.get(id).unwrap();
        let first = line_now(contact, asking).map(|(phone, _)| phone.number.clone());
        (first, lines(contact, asking).len())
    };
    assert_eq!(numbers("ca-911", Region::On), (Some("911".to_owned()), 1));
    assert_eq!(numbers("ca-911", Region::Nu), (None, 0));
    let police = "qc-sq-police";
    assert_eq!(numbers(police, Region::Nu), numbers(police, Region::Qc));
}

#[test]
fn where_there_is_no_911_it_replaces_no_closed_or_dead_number() {
    let directory = crate::assets::Assets::embedded().directory().unwrap();
    let mut police = directory.get("nu-rcmp-iqaluit").unwrap().clone();
    let mut emergency = police.phones[0].clone();
    emergency.number = "911".to_owned();
    emergency.hours = Some(same("24/7"));
    police.phones.truncate(1);
    police.phones[0].hours = Some(same("Mon-Fri 9:00-17:00"));
    police.phones.push(emergency);
    police.always_open = true;
    let number = police.phones[0].number.clone();
    let dead = [police.phones[0].dialled()];
    for dead in [&[][..], &dead] {
        let mut asking = asking(NIGHT, Region::Nu);
        asking.caller.dead = dead;
        let now = line_now(&police, asking).unwrap().0;
        assert_eq!(now.number, number);
        assert_eq!(main(&police, asking.caller).unwrap().number, number);
        assert_eq!(lines(&police, asking).len(), 1);
        assert_eq!(lines_at_all_hours(&police, asking.caller).len(), 1);
        asking.caller.region = Region::On;
        assert_eq!(line_now(&police, asking).unwrap().0.number, "911");
    }
}

#[test]
fn paper_has_the_numbers_of_day_and_night() {
    let directory = crate::assets::Assets::embedded().directory().unwrap();
    let numbers = |id: &str| {
        let lines = lines_at_all_hours(directory.get(id).unwrap(), Caller::UNKNOWN);
        let numbers: Vec<String> = lines.iter().map(|phone| phone.number.clone()).collect();
        numbers
    };
    for (id, both) in [
        (
            "ns-child-protection-after-hours",
            ["1-877-424-1177", "1-866-922-2434"],
        ),
        ("nb-child-protection", ["1-833-733-7835", "1-800-442-9799"]),
        ("pe-child-protection", ["1-877-341-3101", "1-800-341-6868"]),
        ("on-ccas-hamilton", ["905-525-2012", "905-522-8053"]),
        ("on-jfcs-toronto", ["416-638-7800", "1-800-404-1393"]),
        ("qc-dpj-gaspesie", ["1-800-463-4225", "1-800-463-0629"]),
    ] {
        assert_eq!(numbers(id), both, "{id}");
    }
    assert_eq!(numbers("bc-victimlinkbc").len(), 1, "always open");
    assert_eq!(numbers("sk-child-protection").len(), 1, "of other places");
}

const NIGHT: &str = "2026-11-25T03:00:00Z";

#[test]
fn an_open_number_is_dialled_first() {
    let id = "ns-child-protection-after-hours";
    let directory = crate::assets::Assets::embedded().directory().unwrap();
    let contact = directory.get(id).unwrap();
    let number = |time: &str| {
        let asking = Asking {
            now: time.parse().unwrap(),
            here: None,
            caller: Caller::of(Region::Ns),
        };
        let (phone, answer) = line_now(contact, asking).unwrap();
        assert_eq!(answer.is_open(), Some(true), "{time}");
        phone.number.clone()
    };
    assert_eq!(number("2026-11-25T16:00:00Z"), "1-877-424-1177");
    assert_eq!(number(NIGHT), "1-866-922-2434");
}

#[test]
fn a_number_found_out_of_service_gives_way_to_another() {
    let directory = crate::assets::Assets::embedded().directory().unwrap();
    let contact = directory.get("ns-child-protection-after-hours").unwrap();
    let dialled = |dead: &[&str], time: &str| {
        let dead: Vec<String> = dead.iter().map(|number| (*number).to_owned()).collect();
        let asking = Asking {
            now: time.parse().unwrap(),
            here: None,
            caller: Caller {
                region: Region::Ns,
                town: None,
                dead: &dead,
                ..Caller::UNKNOWN
            },
        };
        let (phone, answer) = line_now(contact, asking).unwrap();
        let all = lines(contact, asking);
        let all: Vec<_> = all.iter().map(|(phone, _)| phone.number.clone()).collect();
        assert_eq!(all[0], phone.number, "the first line of the card");
        assert_eq!(first_answer(contact, asking), answer, "in filters, too");
        (phone.number.clone(), answer.is_open())
    };
    let (day, night) = ("1-877-424-1177", "1-866-922-2434");
    assert_eq!(dialled(&[night], NIGHT), (day.to_owned(), Some(false)));
    let noon = "2026-11-25T16:00:00Z";
    assert_eq!(dialled(&[day], noon), (night.to_owned(), Some(false)));
    assert_eq!(dialled(&[day], NIGHT), (night.to_owned(), Some(true)));
    assert_eq!(dialled(&[day, night], NIGHT), (day.to_owned(), None));
}

#[test]
fn a_line_for_texts_does_not_replace_a_dead_number() {
    let directory = crate::assets::Assets::embedded().directory().unwrap();
    let contact = directory.get("qc-sos-violence-conjugale").unwrap();
    let has_text = contact
        .phones
        .iter()
        .any(|phone| phone.kind == PhoneKind::Text);
    assert!(has_text);
    let dead: Vec<String> = Caller::UNKNOWN
        .voices(contact)
        .map(Phone::dialled)
        .collect();
    let asking = Asking {
        now: NIGHT.parse().unwrap(),
        here: None,
        caller: Caller {
            region: Region::Qc,
            town: None,
            dead: &dead,
            ..Caller::UNKNOWN
        },
    };
    let (phone, answer) = line_now(contact, asking).unwrap();
    assert_eq!((phone.kind, answer), (PhoneKind::Voice, Answer::Unknown));
}

#[test]
fn a_line_of_another_service_does_not_replace_a_dead_number() {
    let directory = crate::assets::Assets::embedded().directory().unwrap();
    let contact = directory.get("nt-child-family-services").unwrap();
    let dead = ["867-873-7943".to_owned()];
    let asking = Asking {
        now: NIGHT.parse().unwrap(),
        here: None,
        caller: Caller {
            region: Region::Nt,
            town: None,
            dead: &dead,
            ..Caller::UNKNOWN
        },
    };
    let (phone, answer) = line_now(contact, asking).unwrap();
    assert_eq!(
        (phone.number.as_str(), answer),
        (dead[0].as_str(), Answer::Unknown)
    );
    assert_eq!(first_answer(contact, asking), Answer::Unknown);
    let (first, _) = lines(contact, asking)[0];
    assert_eq!(
        first.number, "911",
        "the card begins with a line that answers"
    );
}

#[test]
fn another_number_replaces_the_first_only_where_open_day_and_night() {
    let directory = crate::assets::Assets::embedded().directory().unwrap();
    let id = "ns-child-protection-after-hours";
    let day_and_night = directory.get(id).unwrap();
    // The same numbers for a service with unknown night hours.
    let office = Contact {
        always_open: false,
        hours: None,
        ..day_and_night.clone()
    };
    let dialled = |contact: &Contact| {
        let asking = Asking {
            now: NIGHT.parse().unwrap(),
            here: None,
            caller: Caller::of(Region::Ns),
        };
        let (phone, answer) = line_now(contact, asking).unwrap();
        (phone.number.clone(), answer.is_open())
    };
    assert_eq!(
        dialled(day_and_night),
        ("1-866-922-2434".to_owned(), Some(true))
    );
    assert_eq!(dialled(&office), ("1-877-424-1177".to_owned(), Some(false)));
}

#[test]
fn a_line_for_the_night_replaces_a_number_without_hours() {
    let directory = crate::assets::Assets::embedded().directory().unwrap();
    let contact = directory.get("nb-child-protection").unwrap();
    let dialled = |contact: &Contact, time: &str| {
        let asking = Asking {
            now: time.parse().unwrap(),
            here: None,
            caller: Caller::of(Region::Nb),
        };
        line_now(contact, asking).unwrap().0.number.clone()
    };
    assert_eq!(dialled(contact, NIGHT), "1-800-442-9799");
    assert_eq!(dialled(contact, "2026-11-25T16:00:00Z"), "1-833-733-7835");
    // A clinic with an evening is no line for the night.
    let mut clinic = contact.clone();
    clinic.phones[1].hours = Some(same("Tue 17:00–23:00"));
    assert_eq!(dialled(&clinic, NIGHT), "1-833-733-7835");
}

#[test]
fn an_answer_at_any_time_is_that_of_every_hour_of_a_week() {
    let directory = crate::assets::Assets::embedded().directory().unwrap();
    let contacts = directory.contacts().iter();
    let steady = contacts.filter_map(|contact| Some((contact, answer_at_any_time(contact)?)));
    let steady: Vec<_> = steady.collect();
    assert!(steady.len() > directory.len() / 2, "most need no clock");
    let monday: jiff::Timestamp = "2026-11-23T05:00:00Z".parse().unwrap();
    for hour in 0..7 * 24 {
        let now = monday + jiff::SignedDuration::from_hours(hour);
        for (contact, answer) in &steady {
            let asking = Asking {
                now,
                here: None,
                caller: Caller::of(contact.region),
            };
            assert_eq!(first_answer(contact, asking), *answer, "{}", contact.id);
        }
    }
}

#[test]
fn the_first_number_counts() {
    let open = |id| asked(id, NIGHT, |contact, at| first_answer(contact, at).is_open());
    assert_eq!(open("yt-victim-services"), None);
    assert_eq!(open("bc-crisis-line-network"), Some(true));
    assert_eq!(open("on-halton-womens-place"), Some(true));
    assert_eq!(open("sk-prince-albert-mobile-crisis"), None);
}

#[test]
fn a_line_for_evenings_and_weekends_answers_while_the_main_one_is_closed() {
    let directory = crate::assets::Assets::embedded().directory().unwrap();
    let contact = directory.get("pe-child-protection").unwrap();
    let line = |now: &str| {
        let asking = Asking {
            now: now.parse().unwrap(),
            here: None,
            caller: Caller::of(Region::Pe),
        };
        let (phone, answer) = line_now(contact, asking).unwrap();
        (phone.number.as_str(), answer.is_open())
    };
    assert_eq!(line("2026-11-28T19:30:00Z"), ("1-800-341-6868", Some(true)));
    assert_eq!(line("2026-11-27T15:00:00Z"), ("1-877-341-3101", Some(true)));
}

#[test]
fn callers_without_a_voice_get_an_open_line_for_texts_or_a_tty() {
    let directory = crate::assets::Assets::embedded().directory().unwrap();
    let line = |id: &str, now: &str, channel| {
        let asking = Asking {
            now: now.parse().unwrap(),
            here: None,
            caller: Caller {
                channel,
                ..Caller::of(Region::Qc)
            },
        };
        let (phone, answer) = line_now(directory.get(id).unwrap(), asking).unwrap();
        (phone.kind, answer.is_open())
    };
    let (evening, morning) = ("2026-07-08T22:00:00Z", "2026-07-08T14:00:00Z");
    let sos = "qc-sos-violence-conjugale";
    assert_eq!(
        line(sos, evening, Channel::TextsOrTty),
        (PhoneKind::Text, None),
        "18:00; its days are not stated"
    );
    assert_eq!(
        line(sos, evening, Channel::Voice),
        (PhoneKind::Voice, Some(true))
    );
    assert_eq!(
        line(sos, morning, Channel::TextsOrTty),
        (PhoneKind::Voice, Some(true)),
        "texts are read from 14:30"
    );
    assert_eq!(
        line("on-awhl", morning, Channel::TextsOrTty),
        (PhoneKind::Tty, Some(true))
    );
    assert_eq!(
        line("qc-cles", morning, Channel::TextsOrTty).0,
        PhoneKind::Voice,
        "it has no other"
    );
    assert_eq!(
        line("on-awhl", morning, Channel::Texts).0,
        PhoneKind::Voice,
        "a TTY is no phone"
    );
}
