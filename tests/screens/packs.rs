//! Packs on the screen.

use std::fs;
use std::rc::Rc;

use havre::app::subject::papers::{FoundPack, PackObstacle, Refused};
use havre::app::{Action, App, Content, Key, KeyCode, Outcome, Start, update};
use havre::bookmarks::{Change, List, OwnContact};
use havre::directory::packs::Pack;
use havre::directory::packs::conflict::{Against, Conflict};
use havre::directory::packs::difference::{self, Counts, Difference, Differences};
use havre::directory::reach::main;
use havre::directory::{Caller, Contact};
use havre::i18n::Text;
use jiff::Timestamp;

use crate::journey::{From, Journey, everywhere, fixtures};

/// Returns the present notice in words.
fn told(app: &App) -> Option<String> {
    app.notice().map(|notice| notice.text(app.messages()))
}

/// Returns a list with an own contact.
fn list_with_own_contact() -> List {
    let own: OwnContact = serde_json::from_value(serde_json::json!({
        "name": "Thistle House", "category": "shelter", "region": "NS",
    }))
    .unwrap();
    let mut list = List::default();
    let change = Change::OwnAdd {
        id: own.new_id(Timestamp::UNIX_EPOCH, |_| false),
        contact: Box::new(own),
    };
    list.apply(change, Timestamp::UNIX_EPOCH);
    list
}

#[test]
fn a_pack_that_changes_while_in_use_is_named_before_older_numbers_stand_for_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("harbour.jsonl");
    let header = serde_json::json!({
        "havre_pack": 1, "name": "harbour", "publisher": "A", "licence": "B", "date": "2026-11-20",
    });
    fs::write(&path, header.to_string()).unwrap();
    let pack = Pack::open(&path, false).unwrap();
    let assets = fixtures::assets().with_packs(vec![pack]);
    let mut app = App::new(Start::of(Rc::new(Content::new(assets))));
    update(&mut app, Action::SayInLines);
    assert_eq!(told(&app), None);
    fs::write(&path, format!("{header}\n{{}}")).unwrap();
    // With an own contact the directory is made anew.
    let list = Box::new(list_with_own_contact());
    update(&mut app, Action::Outcome(Outcome::Reloaded(list)));
    let said = told(&app).unwrap_or_default();
    assert!(
        said.starts_with("The pack harbour can no longer be read."),
        "{said}"
    );
    assert!(said.contains("harbour.jsonl changed"), "{said}");
    update(&mut app, Action::Key(Key::plain(KeyCode::Down)));
    assert_eq!(told(&app), None, "it is said once");
}

/// Returns the card of the selected contact in one line.
fn card_of(journey: &Journey) -> String {
    let rows = journey.app.document(400).rows;
    let rows: Vec<String> = rows.iter().map(havre::document::Row::text).collect();
    rows.join(" ").replace('\u{a0}', " ")
}

/// Returns a pack of these lines.
fn pack(lines: &[serde_json::Value]) -> Pack {
    let header = serde_json::json!({
        "havre_pack": 1, "name": "harbour", "publisher": "A", "licence": "B", "date": "2026-11-20",
    });
    let lines: Vec<String> = [&header]
        .into_iter()
        .chain(lines)
        .map(ToString::to_string)
        .collect();
    Pack::of_bytes("harbour.jsonl".as_ref(), lines.join("\n").into_bytes()).unwrap()
}

/// Returns the worker with three bookmarks, after a pack changed the first, which is returned, closed the
/// second, and left out the third; with the hours of the first as bookmarked.
fn after_a_pack(from: From) -> (Journey, Contact, String) {
    let mut bookmarked = fixtures::assets().contacts().unwrap();
    bookmarked[1].hours = None;
    let mut changed = bookmarked[0].clone();
    changed.phones[0].number = "902-555-0198".into();
    changed.hours = Some(Text {
        en: "Mon–Fri 9:00–17:00".to_owned(),
        fr: "lun.–ven. 9 h–17 h".to_owned(),
    });
    changed.always_open = false;
    let pack = pack(&[
        serde_json::to_value(&changed).unwrap(),
        serde_json::json!({"id": bookmarked[1].id, "gone": true}),
    ]);
    let assets = fixtures::assets().with_packs(vec![pack]);
    let mut journey = Journey::start_with(from, Rc::new(Content::new(assets)));
    let gone = Contact {
        id: "xx-gone".into(),
        ..bookmarked[2].clone()
    };
    for contact in [&bookmarked[0], &bookmarked[1], &gone] {
        journey.change(Change::add(contact, Timestamp::UNIX_EPOCH));
    }
    let before = bookmarked[0].hours.as_ref().map_or_else(
        || from.said("packs-hours-none"),
        |hours| hours.get(from.language).to_owned(),
    );
    (journey, changed, before)
}

#[test]
fn bookmarks_name_changes_of_a_pack_until_they_are_accepted() {
    for from in everywhere() {
        let (mut journey, changed, before) = after_a_pack(from);
        journey.keys("5");
        let counts = [
            ["(~): numbers 1, hours 1, closed 1, gone 1", "(~): 3"],
            ["(~) : numéros 1, heures 1, fermés 1, disparus 1", "(~) : 3"],
        ];
        let brief = usize::from(from.size.0 == 40);
        let counts = counts[from.language as usize][brief];
        journey.sees(counts, "what changed, by kind where there is room");
        journey.keys("<enter>");
        let card = card_of(&journey);
        for words in [
            from.said("card-phones-changed"),
            from.said("card-hours-changed"),
            from.said("card-accept-both"),
        ] {
            assert!(card.contains(&words), "{words}: {card}");
        }
        assert!(card.contains(&before), "{before}: {card}");
        journey.keys("<esc><down><enter>");
        let card = card_of(&journey);
        let closed = from.said("card-closed");
        assert!(card.contains(&closed), "{closed}: {card}");
        let hours = from.said("card-hours");
        assert!(
            !card.trim_end().ends_with(&hours),
            "no hours were kept: {card}"
        );
        journey.keys("<esc><down><enter>");
        let card = card_of(&journey);
        let gone = from.said("card-gone");
        assert!(card.contains(&gone), "{gone}: {card}");
        journey.change(Change::accept_changes(&changed, Timestamp::UNIX_EPOCH));
        journey.keys("<esc>");
        let left = ["(~): closed 1, gone 1", "(~) : fermés 1, disparus 1"];
        journey.sees(left[from.language as usize], "what she accepted is no news");
    }
}

#[test]
fn a_number_of_a_pack_is_marked_in_rows_and_lines() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("harbour.jsonl");
    let header = serde_json::json!({
        "havre_pack": 1, "name": "harbour", "publisher": "A", "licence": "B", "date": "2026-11-20",
    });
    let contacts = fixtures::assets().contacts().unwrap();
    let contact = contacts.iter().find(|one| !one.must_confirm()).unwrap();
    let row = |numbers: &[&str]| {
        let mut record = serde_json::to_value(contact).unwrap();
        let phones = numbers
            .iter()
            .map(|number| serde_json::json!({"number": number, "kind": "voice"}));
        record["phones"] = phones.collect();
        fs::write(&path, format!("{header}\n{record}")).unwrap();
        let pack = Pack::open(&path, false).unwrap();
        let assets = fixtures::assets().with_packs(vec![pack]);
        let app = App::new(Start::of(Rc::new(Content::new(assets))));
        app.row_in_words(&contact.id)[0].clone()
    };
    assert_eq!(row(&["902-555-0199"]), "902-555-0199 (confirm first)");
    let same = main(contact, Caller::UNKNOWN).unwrap().number.as_str();
    assert_eq!(row(&[same]), same);
}

/// Returns a pack as it is read from a file, which changes the number of the first contact, and closes
/// the second.
fn found() -> FoundPack {
    let contacts = fixtures::assets().contacts().unwrap();
    let difference = |contact: &Contact, change| Difference {
        id: contact.id.clone(),
        name: contact.name.clone(),
        change,
    };
    let numbers = difference::Change::Numbers {
        was: vec!["902-555-0101".to_owned()],
        now: vec!["902-555-0198".to_owned()],
    };
    FoundPack {
        name: "harbour.jsonl".to_owned(),
        header: pack(&[]).header,
        signed: false,
        instead_of: Some("2026-01-02".to_owned()),
        differences: Differences {
            list: vec![
                difference(&contacts[0], numbers),
                difference(&contacts[1], difference::Change::Closed),
            ],
            counts: Counts {
                new: 4,
                numbers: 1,
                closed: 1,
                ..Counts::default()
            },
            conflicts: vec![Conflict {
                id: contacts[0].id.clone(),
                name: contacts[0].name.clone(),
                hours: Text {
                    en: "Mon 9:00–17:00".to_owned(),
                    fr: "lun. 9 h–17 h".to_owned(),
                },
                with: Against::AlwaysOpen,
            }],
        },
        held: Vec::new(),
        cleaned: Vec::new(),
        bar: None,
    }
}

/// Returns the worker with the first contact bookmarked, before the page of a pack.
fn before_the_page(from: From, read: Result<FoundPack, Refused>) -> Journey {
    let mut journey = Journey::start(from);
    let contacts = fixtures::assets().contacts().unwrap();
    journey.change(Change::add(&contacts[0], Timestamp::UNIX_EPOCH));
    journey.files = vec![("harbour.jsonl".to_owned(), String::new())];
    journey.pack = Some(read);
    journey.keys("5ij<enter>");
    journey.sees("harbour.jsonl", "the files of the folder");
    journey.keys("<enter>");
    journey
}

/// Returns all rows of the page from its top to its end.
fn whole_page(journey: &Journey) -> String {
    let rows = journey.app.document(400).rows;
    let rows: Vec<String> = rows.iter().map(havre::document::Row::text).collect();
    rows.join("\n").replace('\u{a0}', " ")
}

#[test]
fn a_pack_in_a_file_shows_its_changes_before_enter_takes_it() {
    for from in everywhere() {
        let mut journey = before_the_page(from, Ok(found()));
        let page = whole_page(&journey);
        let place = |words: &str| {
            page.find(words)
                .unwrap_or_else(|| panic!("{words}: {page}"))
        };
        let own = from.said("pack-changes-own");
        let order = [place(&own), place("902-555-0198"), place("4")];
        let contacts = fixtures::assets().contacts().unwrap();
        let closed = contacts[1].name.get(from.language).0;
        assert!(order.is_sorted(), "bookmarks first, then all: {page}");
        assert!(place(closed) > order[1], "others last: {page}");
        for words in ["harbour", "A", "2026", "always_open"] {
            place(words);
        }
        place(&from.said("packs-not-signed"));
        journey.keys("<esc>");
        journey.sees("harbour.jsonl", "back at the files");
        assert_eq!(journey.taken, [], "nothing is taken");
        journey.keys("<enter><enter>");
        assert_eq!(journey.taken, [found()]);
        let taken = ["Taken: harbour", "Pris : harbour"];
        journey.sees(taken[from.language as usize], "and it is said");
        assert!(journey.app.at_tab(), "in the bookmarks");
    }
}

#[test]
fn a_pack_that_changes_no_bookmark_says_so() {
    for from in everywhere() {
        let mut pack = found();
        pack.differences.list.remove(0);
        let journey = before_the_page(from, Ok(pack));
        let page = whole_page(&journey);
        let none = from.said("pack-changes-none");
        assert!(page.contains(&none), "{none}: {page}");
    }
}

#[test]
fn a_pack_that_cannot_be_taken_says_why_and_enter_takes_nothing() {
    for from in everywhere() {
        let path = "/home/worker/exchange/harbour.jsonl";
        let superseded = FoundPack {
            bar: Some(PackObstacle::Superseded),
            ..found()
        };
        let shared = FoundPack {
            bar: Some(PackObstacle::Shared(path.to_owned())),
            ..found()
        };
        let refused = Refused {
            name: "harbour.jsonl".to_owned(),
            why: "It is not signed.".to_owned(),
        };
        let later = ["for a later pack", "un lot plus récent"][from.language as usize];
        for (read, words) in [
            (Ok(superseded), later),
            (Ok(shared), "havre packs add"),
            (Err(refused), "It is not signed."),
        ] {
            let mut journey = before_the_page(from, read);
            let page = whole_page(&journey);
            assert!(page.contains(words), "{words}: {page}");
            journey.keys("<enter>");
            assert_eq!(journey.taken, []);
            journey.keys("<esc>");
            journey.sees("harbour.jsonl", "back at the files");
        }
    }
}
