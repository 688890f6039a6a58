//! Open states as shown to the worker.

use super::journey::{From, Journey};
use havre::directory::hours::{Asking, Zone};
use havre::directory::{Caller, Region, reach};
use havre::i18n::Language;
use havre::search::Item;

/// Starts with a worker in a region, in a window wide enough for whole lines.
fn worker(language: Language, region: Region) -> Journey {
    Journey::start(From {
        language,
        region,
        size: (200, 40),
        ..From::default()
    })
}

/// Sets the time of the next key.
fn at<'a>(journey: &'a mut Journey, time: &str) -> &'a mut Journey {
    journey.now = time.parse().unwrap();
    journey
}

/// Checks the words of a contact's card at several times: `(time, words)`.
fn says(language: Language, region: Region, search: &str, times: &[(&str, &str)]) {
    for (time, words) in times {
        at(&mut worker(language, region), time)
            .keys(&format!("/{search}"))
            .sees(words, time);
    }
}

#[test]
fn an_end_on_another_day_is_not_read_as_one_today() {
    // A line for nights and weekends, on a Sunday morning.
    for (language, row, card) in [
        (Language::En, "open until Mon", "OPEN until Mon 8:30"),
        (Language::Fr, "jusqu’à lun.", "OUVERT jusqu’à lun. 8 h 30"),
    ] {
        let mut journey = Journey::with_embedded(language, Region::Ns, (80, 24));
        at(&mut journey, "2026-11-29T13:40:00Z")
            .keys("01")
            .keys("0")
            .sees(row, "on the first page");
        journey
            .keys("/1-866-922-2434<enter><enter>")
            .sees(card, "on the card");
    }
}

#[test]
fn a_card_says_until_when_it_is_open_and_when_it_opens() {
    // Halifax, Monday to Friday, 8:30 to 16:30; four hours behind UTC in winter.
    says(
        Language::En,
        Region::Ns,
        "halifax police victim services",
        &[
            ("2026-11-25T18:00:00Z", "OPEN until 16:30"),
            ("2026-11-25T20:31:00Z", "closed, opens Thu 8:30"),
            ("2026-11-25T09:00:00Z", "closed, opens 8:30"),
            ("2026-11-28T18:00:00Z", "closed, opens Mon 8:30"),
            (
                "2026-12-24T21:00:00Z",
                "closed, opens Fri 8:30, but may be closed: holiday (Christmas)",
            ),
            (
                "2026-11-11T18:00:00Z",
                "may be closed: holiday (Remembrance Day)",
            ),
            ("2027-07-14T18:00:00Z", "OPEN until 16:30"),
            ("2027-07-14T19:31:00Z", "closed, opens Thu 8:30"),
        ],
    );
    says(
        Language::Fr,
        Region::Ns,
        "halifax police victim services",
        &[
            ("2026-11-25T18:00:00Z", "OUVERT jusqu’à 16 h 30"),
            ("2026-11-25T20:31:00Z", "fermé, ouvre jeu. 8 h 30"),
            (
                "2026-11-11T18:00:00Z",
                "peut être fermé : jour férié (jour du Souvenir)",
            ),
        ],
    );
}

#[test]
fn day_and_night_and_not_known() {
    let wednesday = "2026-11-25T18:00:00Z";
    says(
        Language::En,
        Region::Ns,
        "kids help phone",
        &[
            (wednesday, "OPEN 24/7"),
            ("2026-12-25T18:00:00Z", "OPEN 24/7"),
        ],
    );
    says(
        Language::En,
        Region::Ns,
        "dalhousie legal aid",
        &[(wednesday, "hours unknown")],
    );
    says(
        Language::En,
        Region::On,
        "unsafe at home ottawa",
        &[(wednesday, "open now? text to ask")],
    );
    says(
        Language::Fr,
        Region::Ns,
        "dalhousie legal aid",
        &[(wednesday, "horaire inconnu")],
    );
}

#[test]
fn a_number_that_answers_at_other_times_than_its_contact_says_so() {
    let mut journey = worker(Language::En, Region::Pe);
    at(&mut journey, "2026-11-25T18:00:00Z").keys("/pe child protection");
    journey
        .sees("OPEN until 17:00", "by day")
        .sees("Mon–Fri 8:30–17:00", "which are the hours of that number");
    at(
        &mut worker(Language::En, Region::Pe),
        "2026-11-25T23:00:00Z",
    )
    .keys("/pe child protection")
    .sees("closed, opens Thu 8:30", "in the evening");
}

#[test]
fn times_far_away_are_told_by_both_clocks() {
    // The helpline for racist incidents is open from 9:00 to 17:00 in British Columbia, which no
    // longer changes its clocks.
    says(
        Language::En,
        Region::Nl,
        "racist incident helpline",
        &[
            (
                "2027-01-13T18:00:00Z",
                "OPEN until 17:00 Pacific time (20:30 here)",
            ),
            (
                "2027-07-14T18:00:00Z",
                "OPEN until 17:00 Pacific time (21:30 here)",
            ),
            (
                "2027-01-13T14:00:00Z",
                "closed, opens 9:00 Pacific time (12:30 here)",
            ),
            (
                "2027-01-14T04:00:00Z",
                "closed, opens Thu 9:00 Pacific time (12:30 here)",
            ),
        ],
    );
    says(
        Language::En,
        Region::Bc,
        "racist incident helpline",
        &[("2027-01-13T18:00:00Z", "OPEN until 17:00")],
    );
    says(
        Language::Fr,
        Region::Nl,
        "racist incident helpline",
        &[(
            "2027-01-13T18:00:00Z",
            "jusqu’à 17 h, heure du Pacifique (20 h 30 ici)",
        )],
    );
    says(
        Language::En,
        Region::Ca,
        "racist incident helpline",
        &[("2027-01-13T18:00:00Z", "OPEN until 17:00 Pacific time")],
    );
}

#[test]
fn the_card_is_right_as_of_the_last_key() {
    let mut journey = worker(Language::En, Region::Ns);
    at(&mut journey, "2026-11-25T20:29:00Z")
        .keys("/halifax police victim services<enter>")
        .sees("OPEN until 16:30", "a minute before");
    at(&mut journey, "2026-11-25T20:30:00Z")
        .keys("<tab>")
        .sees("closed, opens Thu 8:30", "time passed");
}

#[test]
fn hours_of_an_own_contact_have_the_same_grammar() {
    for (hours, words) in [
        ("Mon-Fri 9am-5pm", "OPEN until 17:00"),
        ("24/7", "OPEN 24/7"),
        ("mornings, or ask Ann", "open now? call to ask"),
    ] {
        let mut journey = worker(Language::En, Region::Ns);
        at(&mut journey, "2026-11-25T18:00:00Z").keys("5a");
        journey.keys(&format!(
            "Detachment<tab>902-555-0123<tab><enter><enter><tab><tab><tab>{hours}<tab><tab><tab><enter>"
        ));
        journey.sees(words, hours);
    }
}

#[test]
fn own_contact_has_the_clock_of_the_worker_in_a_region_of_several() {
    // Kenora has another time zone than most of Ontario.
    let mut journey = worker(Language::En, Region::On);
    journey.app.set_zone(Zone::Winnipeg.rules());
    // 16:30 in Kenora; 17:30 in Toronto.
    at(&mut journey, "2026-07-15T21:30:00Z").keys("5a");
    journey
        .keys("Detachment<tab>807-555-0123<tab><enter><enter><tab><tab><tab>Mon-Fri 9am-5pm<tab><tab><tab><enter>")
        .sees("OPEN until 17:00", "by her clock");
}

/// Keys that set the filter, from the list of the Directory.
const FILTER: &str = "f<down><down><down><enter><esc>";

#[test]
fn filter_lists_open_contacts_and_counts_unknown_ones() {
    let wednesday = "2026-11-25T18:00:00Z";
    let mut journey = worker(Language::En, Region::Ns);
    at(&mut journey, wednesday).keys("4<esc>").keys(FILTER);
    let app = &journey.app;
    let contacts = app.catalogue().directory().contacts();
    let here = Zone::Halifax.rules();
    let asking = Asking {
        now: journey.now,
        here: Some(&here),
        caller: Caller::UNKNOWN,
    };
    let count = |open| {
        let same = |contact: &&_| reach::first_answer(contact, asking).is_open() == open;
        contacts.iter().filter(same).count()
    };
    assert_eq!(app.directory().hits.total, count(Some(true)));
    assert_eq!(app.directory().unknown_hours, count(None));
    let index = app.catalogue().index();
    assert!(
        app.directory()
            .hits
            .hits
            .iter()
            .all(|hit| match index.item(hit) {
                Item::Contact(place) =>
                    reach::first_answer(&contacts[place], asking).is_open() == Some(true),
                Item::Topic(_) => false,
            })
    );
    let unknown = format!("Open now · {} more with hours not known", count(None));
    journey.sees(&unknown, "unknown hours are not open");
    journey
        .keys("/halifax police victim services")
        .sees("Halifax Regional Police Victim Services", "open by day");
    journey.keys("<esc><esc>F");
    assert_eq!(
        journey.app.directory().unknown_hours,
        0,
        "the filter is off"
    );
}

#[test]
fn a_line_of_another_service_opens_no_other_number() {
    for (language, region, search, own) in [
        (
            Language::En,
            Region::Yt,
            "yukon victim services",
            "1-800-661-0408 hours unknown",
        ),
        (
            Language::Fr,
            Region::Yt,
            "services aux victimes yukon",
            "1-800-661-0408 horaire inconnu",
        ),
        (
            Language::En,
            Region::Ns,
            "seastar",
            "1-866-922-2434 OPEN until Thu 8:30",
        ),
    ] {
        let mut journey = worker(language, region);
        at(&mut journey, "2026-11-25T22:00:00Z").keys(&format!("/{search}"));
        let screen = journey.screen();
        let card = screen.lines().filter_map(|row| row.rsplit_once('│'));
        let words: Vec<&str> = card.flat_map(|(_, row)| row.split_whitespace()).collect();
        let words = words.join(" ");
        assert!(words.contains(own), "{own}: {screen}");
    }
}

#[test]
fn the_words_open_now_are_the_filter_that_is_open_now() {
    for (language, alone, with_words) in [
        (Language::En, "open now", "police open right now"),
        (
            Language::Fr,
            "ouvert maintenant",
            "police ouverte présentement",
        ),
    ] {
        let wednesday = "2026-11-25T18:00:00Z";
        let found = |keys: &str| {
            let mut journey = worker(language, Region::Ns);
            at(&mut journey, wednesday).keys("4<esc>").keys(keys);
            let directory = &journey.app.directory();
            let found: Vec<String> = directory.listed().map(|one| format!("{one:?}")).collect();
            (found, directory.unknown_hours)
        };
        let by_filter = found(FILTER);
        assert!(!by_filter.0.is_empty() && by_filter.1 > 0);
        assert_eq!(found(&format!("/{alone}")), by_filter);
        let by_both = found(&format!("{FILTER}/police"));
        let by_words = found(&format!("/{with_words}"));
        assert!(by_words.0.len() > 3 && by_words.1 > 0);
        assert_eq!(by_words, by_both);
    }
}

#[test]
fn words_for_open_now_can_be_left_out_if_all_is_closed() {
    let mut journey = worker(Language::En, Region::Ns);
    at(&mut journey, "2026-11-25T03:00:00Z").keys("/dalhousie legal aid open now<enter>");
    journey.sees("open now", "the way out names the words");
    journey
        .keys("<enter>")
        .sees("Dalhousie Legal Aid", "found without them");
}

#[test]
fn closed_contacts_are_found_without_the_filter() {
    for (language, way_out) in [
        (Language::En, "[Open now (1)]"),
        (Language::Fr, "[Ouvert maintenant (1)]"),
    ] {
        let mut journey = worker(language, Region::Ns);
        at(&mut journey, "2026-11-25T03:00:00Z")
            .keys("4<esc>")
            .keys(FILTER);
        journey.keys("/dalhousie legal aid<enter>");
        let way_out = way_out.replace(['[', ']'], "");
        journey
            .sees(&way_out, "nobody knows whether it is open")
            .keys("<enter>")
            .sees("Dalhousie Legal Aid", "open or not, it is there");
    }
}

#[test]
fn list_of_open_contacts_follows_the_clock() {
    let police = "Halifax Regional Police Victim Services";
    let mut journey = worker(Language::En, Region::Ns);
    at(&mut journey, "2026-11-25T20:28:00Z")
        .keys("4<esc>")
        .keys(FILTER);
    journey
        .keys("/halifax police victim services")
        .sees(police, "two minutes before");
    journey.keys("<tab>").sees(police, "it is chosen");
    at(&mut journey, "2026-11-25T20:31:00Z").keys("<home>");
    let screen = journey.screen();
    assert!(!screen.contains(police), "it is closed now\n{screen}");
}

#[test]
fn key_acts_on_the_visible_contact_after_it_closed() {
    let mut journey = worker(Language::En, Region::Ns);
    at(&mut journey, "2026-11-25T20:28:00Z")
        .keys("4<esc>")
        .keys(FILTER);
    journey.keys("/halifax police victim services<tab>");
    let seen = journey.app.current_contact().unwrap();
    at(&mut journey, "2026-11-25T20:31:00Z").keys("b");
    assert!(journey.list.get(&seen).is_some(), "{seen}");
}

#[test]
fn open_card_stays_after_its_contact_closed() {
    let mut journey = worker(Language::En, Region::Ns);
    at(&mut journey, "2026-11-25T20:28:00Z")
        .keys("4<esc>")
        .keys(FILTER);
    journey.keys("/halifax police victim services<enter><enter>");
    let read = journey.app.current_contact();
    at(&mut journey, "2026-11-25T20:31:00Z")
        .keys("<down>")
        .sees("closed, opens Thu 8:30", "the card itself says so");
    assert_eq!(journey.app.current_contact(), read);
}
