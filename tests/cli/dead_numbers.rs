//! Numbers that the worker found out of service: no command gives them first or without a mark.

use havre::assets::Assets;
use havre::bookmarks::{Change, List, Mark, Wrong};
use havre::cli::Exit;
use jiff::Timestamp;
use serde_json::Value;

use super::desk::{Desk, Run};

/// Child protection of Nova Scotia, with a number for office hours and one for nights.
const TWO: &str = "ns-child-protection-after-hours";
const DAY: &str = "1-877-424-1177";
const NIGHT: &str = "1-866-922-2434";

/// Contact with one number.
const ONE: &str = "ns-dalhousie-legal-aid";

/// Returns a worker with both contacts bookmarked, who found the first number of each out of service.
fn desk() -> (Desk, String) {
    let contacts = Assets::embedded().contacts().unwrap();
    let mut list = List::default();
    let mut numbers = Vec::new();
    for id in [TWO, ONE] {
        let contact = contacts.iter().find(|one| one.id == id).unwrap();
        let number = contact.phones[0].dialled();
        let dead = Mark::Wrong {
            kind: Wrong::NumberDead,
            text: String::new(),
        };
        let on = "2026-11-26".parse().unwrap();
        let at = Timestamp::UNIX_EPOCH;
        list.apply(Change::mark(contact, dead, &number, on), at);
        list.apply(Change::add(contact, at), at);
        numbers.push(number);
    }
    assert_eq!(numbers[0], DAY);
    let desk = Desk::new();
    std::fs::create_dir(desk.path("data")).unwrap();
    std::fs::write(desk.path("data/bookmarks.json"), list.to_bytes()).unwrap();
    (desk, numbers.remove(1))
}

/// Returns the only line of an output with the id of a contact.
fn line_of<'r>(run: &'r Run, id: &str) -> &'r str {
    let mut lines = run.out.lines().filter(|line| line.contains(id));
    let line = lines.next().unwrap_or_else(|| panic!("{id}: {}", run.out));
    assert_eq!(lines.next(), None, "{}", run.out);
    line
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.out))
}

fn with_id<'v>(all: &'v Value, id: &str) -> &'v Value {
    let mut all = all.as_array().unwrap().iter();
    all.find(|one| one["id"] == id).unwrap()
}

#[test]
fn lines_of_text_give_the_other_number_and_mark_the_only_one() {
    let (desk, only) = desk();
    let on_call = "duty-to-report#ns";
    for (language, said) in [("en", " ! You marked on"), ("fr", " ! Signalé le")] {
        for words in [
            &["search", DAY, "--region", "NS"][..],
            &["guide", on_call, "--region", "NS"],
            &["bookmarks", "list"],
        ] {
            let run = desk.havre(&[words, &["--lang", language]].concat());
            let line = line_of(&run, &format!("[{TWO}]"));
            assert!(line.contains(NIGHT), "{words:?}: {line}");
            assert!(!line.contains(DAY), "{words:?}: {line}");
            assert!(!line.contains(" ! "), "another answers: {line}");
        }
        for words in [
            &["search", only.as_str(), "--region", "NS"][..],
            &["bookmarks", "list"],
        ] {
            let run = desk.havre(&[words, &["--lang", language]].concat());
            let line = line_of(&run, &format!("[{ONE}]"));
            assert!(line.contains(&only), "{words:?}: {line}");
            assert!(line.contains(said), "{words:?}: {line}");
        }
    }
}

#[test]
fn programs_read_the_other_number_and_the_mark_of_the_only_one() {
    let (desk, only) = desk();
    for (words, cell) in [
        (&["search", "--tsv", "--region", "NS"][..], 3),
        (&["bookmarks", "list", "--tsv"], 2),
    ] {
        for (id, first, number, mark) in [
            (TWO, DAY, NIGHT, ""),
            (ONE, only.as_str(), only.as_str(), "reported"),
        ] {
            let asked = if words[0] == "search" {
                &[first][..]
            } else {
                &[]
            };
            let run = desk.havre(&[words, asked].concat());
            let line = line_of(&run, id);
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!((cells.len(), cells[cell], cells[5]), (6, number, mark));
        }
    }
    for (id, first, number, is_reported) in [
        (TWO, DAY, NIGHT, Value::Null),
        (ONE, only.as_str(), only.as_str(), Value::Bool(true)),
    ] {
        let found = json(&desk.havre(&["search", "--json", first, "--region", "NS"]));
        let hit = with_id(&found["hits"], id);
        assert_eq!(
            (&hit["phone"], &hit["reported"]),
            (&number.into(), &is_reported)
        );
    }
    let bookmarks = json(&desk.havre(&["bookmarks", "list", "--json"]));
    let bookmarks = &bookmarks["bookmarks"];
    assert_eq!(with_id(bookmarks, TWO)["dead"], serde_json::json!([DAY]));
    assert_eq!(with_id(bookmarks, TWO)["reported"], Value::Null);
    assert_eq!(with_id(bookmarks, ONE)["reported"], true);
    let shown = json(&desk.havre(&["show", "--json", TWO]));
    assert_eq!(shown["dead"], serde_json::json!([DAY]));
}

#[test]
fn a_card_has_the_other_number_and_a_warning_about_the_only_one() {
    let (desk, only) = desk();
    for format in ["text", "sms", "html", "wallet"] {
        for discreet in [&[][..], &["--discreet"]] {
            let card = |id: &str, language: &str| {
                let words = ["card", id, "--format", format, "--lang", language];
                let run = desk.havre(&[&words, discreet].concat());
                assert_eq!(run.exit, Exit::Done, "{}", run.errors);
                run
            };
            let two = card(TWO, "en");
            assert!(two.out.contains(NIGHT), "{format}: {}", two.out);
            assert!(!two.out.contains(DAY), "{format}: {}", two.out);
            assert_eq!(two.errors, "", "another answers");
            for (language, said) in [("en", "out of service"), ("fr", "hors service")] {
                let one = card(ONE, language);
                assert!(one.out.contains(&only), "{format}: {}", one.out);
                assert!(one.errors.contains(said), "{format}: {}", one.errors);
            }
        }
    }
}

#[test]
fn an_address_book_says_which_number_was_found_out_of_service() {
    let (desk, only) = desk();
    for (language, said) in [("en", "out of service"), ("fr", "hors service")] {
        for format in ["csv", "vcard"] {
            let words = ["export", "--format", format, "--lang", language, TWO, ONE];
            let run = desk.havre(&words);
            // A card folds its lines.
            let out = run.out.replace("\r\n ", "");
            for number in [DAY, &only] {
                let found = format!("{number} {said}");
                assert!(out.contains(&found), "{format}: {out}");
                assert!(run.errors.contains(&found), "{format}: {}", run.errors);
            }
            assert!(!out.contains(&format!("{NIGHT} {said}")), "{format}: {out}");
        }
    }
    let run = desk.havre(&[
        "export",
        "--format",
        "csv",
        "--lang",
        "en",
        "ns-community-justice-society",
    ]);
    assert!(run.errors.contains("confirm this number"), "{}", run.errors);
    assert!(run.out.contains("confirm this number"), "{}", run.out);
}

#[test]
fn the_only_number_gives_way_to_others_for_the_same_need() {
    let place = |desk: &Desk| {
        let words = [
            "search",
            "--json",
            "needs a lawyer for custody",
            "--region",
            "Halifax",
        ];
        let found = json(&desk.havre(&words));
        let hits = found["hits"].as_array().unwrap();
        let place = hits.iter().position(|hit| hit["id"] == ONE);
        place.unwrap_or_else(|| panic!("{found}"))
    };
    let (reported, _) = desk();
    let before = place(&Desk::new());
    assert!(before < 3, "{before}");
    assert!(place(&reported) > before);
}
