//! `havre now`: one number for each kind of help.

use havre::assets::Assets;
use havre::bookmarks::{Change, List, Mark, Wrong};
use havre::directory::Contact;
use jiff::Timestamp;

/// Returns the output of `havre now` with these arguments.
fn now(arguments: &[&str]) -> String {
    now_with(arguments, &List::default())
}

/// Returns the output of `havre now` for a worker with this list.
fn now_with(arguments: &[&str], list: &List) -> String {
    let data = tempfile::tempdir().unwrap();
    std::fs::write(data.path().join("bookmarks.json"), list.to_bytes()).unwrap();
    let output = assert_cmd::Command::cargo_bin("havre")
        .unwrap()
        .env_clear()
        .args(["--data-dir", data.path().to_str().unwrap()])
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn danger_and_suicide_come_first() {
    let halifax = now(&["now", "--region", "Halifax"]);
    let lines: Vec<&str> = halifax.lines().collect();
    assert_eq!(lines.len(), 8, "{halifax}");
    assert!(
        lines[0].starts_with("In danger now: 911, 24/7"),
        "{halifax}"
    );
    assert!(lines[1].starts_with("Suicide: 988, 24/7"), "{halifax}");
}

#[test]
fn nunavut_is_told_the_rcmp() {
    for language in ["en", "fr"] {
        for (place, number) in [("NU", ["867,", "1111"]), ("Iqaluit", ["867-979-1111"; 2])] {
            let nunavut = now(&["--lang", language, "now", "--region", place]);
            let first = nunavut.lines().next().unwrap();
            assert!(number.iter().all(|one| first.contains(one)), "{nunavut}");
            assert!(!nunavut.contains("911"), "{nunavut}");
        }
    }
}

#[test]
fn programs_read_json() {
    let json: serde_json::Value =
        serde_json::from_str(&now(&["now", "--region", "ON", "--json"])).unwrap();
    assert_eq!(json["schema"], 1);
    assert_eq!(json["region"], "ON");
    assert_eq!(json["calls"][0]["id"], "ca-911");
    assert_eq!(json["calls"][0]["open"], true);
}

#[test]
fn number_reported_as_wrong_does_not_lead() {
    let arguments = ["now", "--region", "NS", "--json"];
    let calls = |list: &List| -> Vec<serde_json::Value> {
        let json: serde_json::Value = serde_json::from_str(&now_with(&arguments, list)).unwrap();
        json["calls"].as_array().unwrap().clone()
    };
    let contacts = Assets::embedded().contacts().unwrap();
    let before = calls(&List::default());
    for kind in [Wrong::Closed, Wrong::NumberDead] {
        let (mut replaced, mut kept) = (0, 0);
        for call in before.iter().skip(2) {
            let id = call["id"].as_str().unwrap();
            let contact = contacts.iter().find(|one| one.id == id).unwrap();
            let list = reported(contact, kind, call);
            let after = calls(&list);
            let same = after
                .iter()
                .find(|one| one["need"] == call["need"])
                .unwrap();
            if (&same["id"], &same["phone"]) == (&call["id"], &call["phone"]) {
                kept += 1;
                assert_eq!(same["reported"], true, "{same}");
                let text = now_with(&["now", "--region", "NS"], &list);
                assert!(text.contains("no answer"), "it says so: {text}");
            } else {
                replaced += 1;
                assert_ne!(same["phone"], call["phone"], "another contact's: {same}");
                assert_eq!(same["reported"], false, "{same}");
            }
        }
        assert!(replaced > 0, "{kind:?}: {replaced} of {}", replaced + kept);
    }
}

/// Returns the list of a worker who reported the number of a call, or its contact as closed.
fn reported(contact: &Contact, kind: Wrong, call: &serde_json::Value) -> List {
    let number = call["phone"].as_str().unwrap().to_owned();
    let number = match (kind, call["extension"].as_str()) {
        (Wrong::NumberDead, Some(extension)) => format!("{number} x{extension}"),
        (Wrong::NumberDead, None) => number,
        _ => String::new(),
    };
    let mark = Mark::Wrong {
        kind,
        text: "no answer".to_owned(),
    };
    let mut list = List::default();
    let change = Change::mark(contact, mark, &number, "2026-11-26".parse().unwrap());
    list.apply(change, Timestamp::UNIX_EPOCH);
    list
}
