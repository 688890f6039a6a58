//! A pack is edited as a table and imported again; a newer import reports its changes.

use havre::cli::Exit;
use serde_json::{Value, json};

use crate::machine::{Machine, argument};

#[test]
fn a_table_is_edited_and_given_back_as_a_newer_pack() {
    let machine = Machine::new();
    let file = machine.path("ns.csv");
    let path = argument(&file);
    machine
        .run(&[
            "export", "--format", "pack-csv", "--region", "NS", "--output", path,
        ])
        .ends(Exit::Done);
    let text = std::fs::read_to_string(&file).unwrap();
    let edited = text.replacen("902-", "782-", 1);
    assert_ne!(edited, text);
    // A spreadsheet in French writes semicolons.
    std::fs::write(&file, &edited).unwrap();
    let import = ["import", path, "--kind", "pack", "--name", "north-shore"];
    let dry = machine.run(&[&import[..], &["--dry-run"]].concat());
    dry.ends(Exit::Done)
        .prints("north-shore · not stated ·")
        .prints("unsigned")
        .prints("Nothing was written")
        .prints("Other numbers: 1. Other hours: 0. Closed or taken away: 0. Gone: 0.");
    assert!(
        !machine
            .path("data/directory.d")
            .join("north-shore.jsonl")
            .exists()
    );
    machine.run(&import).ends(Exit::Done).prints("is added");
    let shown = machine.run(&["packs", "show", "north-shore", "--json"]);
    let shown: Value = serde_json::from_str(&shown.out).unwrap();
    assert!(shown["replaces"].as_array().unwrap().len() > 50, "{shown}");
    let json = machine.run(&[&import[..], &["--dry-run", "--json"]].concat());
    let json: Value = serde_json::from_str(&json.out).unwrap();
    let pack = &json["packs"][0];
    assert_eq!(pack["name"], "north-shore");
    assert_eq!(pack["instead_of"], pack["date"], "the same day");
    assert_eq!(pack["changes"], json!([]));
}

#[test]
fn lines_take_another_name_too() {
    let machine = Machine::new();
    let file = machine.path("copy.jsonl");
    let path = argument(&file);
    machine
        .run(&[
            "export", "--format", "pack", "--region", "PE", "--output", path,
        ])
        .ends(Exit::Done);
    machine
        .run(&["import", path, "--name", "island"])
        .ends(Exit::Done)
        .prints("island · not stated");
    machine.run(&["packs", "show", "island"]).ends(Exit::Done);
    machine
        .run(&["import", path, "--name", "Bad Name"])
        .ends(Exit::BadData);
}

#[test]
fn a_wrong_cell_is_said_with_its_row_and_nothing_is_taken() {
    let machine = Machine::new();
    let head = "havre_pack,1,name,mine,publisher,A,licence,B,date,2026-11-01\n\
        id,name.en,organization.en,region,phones.1.number,description.en,sources.1.title,checked,free\n";
    for (row, words) in [
        (
            "ns-a,A,B,NS,902-555-0101,C,D,2026-11-01,perhaps",
            "mine.csv:3: “perhaps” cannot stand in the column “free”",
        ),
        (
            "ns-a,A,B,NS,902-555,C,D,2026-11-01,yes",
            "mine.csv:3: ns-a: phones[0].number",
        ),
        (
            "ns-a,A,B,XX,902-555-0101,C,D,2026-11-01,yes",
            "mine.csv:3: ns-a: region",
        ),
        (
            "ns-a,A,B,NS,902-555-0101,C,D,2026-11-01,yes\nns-a,A,B,NS,902-555-0101,C,D,2026-11-01,yes",
            "mine.csv:4: ns-a: id",
        ),
    ] {
        let file = machine.file("mine.csv", format!("{head}{row}\n"));
        machine
            .run(&["import", argument(&file)])
            .ends(Exit::BadData)
            .warns(words);
        assert!(!machine.path("data/directory.d/mine.jsonl").exists());
    }
    let good = format!("{head}ns-a,A,B,NS,902-555-0101,C,D,2026-11-01,yes\n");
    let file = machine.file("mine.csv", good);
    machine.run(&["import", argument(&file)]).ends(Exit::Done);
    machine
        .run(&["show", "ns-a"])
        .ends(Exit::Done)
        .prints("902-555-0101");
}

#[test]
fn newer_directory_reports_its_changes_before_import() {
    let service = |id: &str, fields: Value| {
        let mut service = json!({"id": id, "name": format!("Quillberry {id}"), "status": "active",
            "service_areas": [{"name": "Nova Scotia"}], "phones": [{"number": "902-555-0142"}]});
        service
            .as_object_mut()
            .unwrap()
            .extend(fields.as_object().unwrap().clone());
        service
    };
    let machine = Machine::new();
    let old = ["a", "b", "c", "d"].map(|id| service(id, json!({})));
    let file = machine.file("county.json", json!(old).to_string());
    machine.run(&["import", argument(&file)]).ends(Exit::Done);
    for id in ["county-a", "county-b", "county-c"] {
        machine.run(&["bookmarks", "add", id]).ends(Exit::Done);
    }
    let new = [
        service(
            "a",
            json!({"phones": [{"number": "902-555-0199"}], "schedules": [{"byday": "MO", "opens_at": "9:00", "closes_at": "17:00"}]}),
        ),
        service("b", json!({"status": "defunct"})),
        service("d", json!({})),
        service("e", json!({})),
    ];
    let file = machine.file("county.json", json!(new).to_string());
    let path = argument(&file);
    let said = machine.run(&["import", path, "--dry-run"]);
    said.ends(Exit::BadData)
        .prints("new: 1. Other numbers: 1. Other hours: 1. Closed or taken away: 1. Gone: 1.")
        .prints("(county-a): its number was 902-555-0142, now 902-555-0199.")
        .prints("(county-a): its hours were not stated, now Mon 9:00–17:00.")
        .prints("(county-b): its publisher says that it is closed, or takes it away.")
        .prints("(county-c): the directory no longer has it.");
    let json = machine.run(&["import", path, "--dry-run", "--json"]);
    let json: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(json["counts"]["closed"], 1);
    assert_eq!(json["bookmarks"].as_array().unwrap().len(), 4);
    assert!(json["instead_of"].is_string());
    machine
        .run(&["import", path])
        .ends(Exit::BadData)
        .prints("Gone: 1.");
    machine.run(&["show", "county-b"]).ends(Exit::NothingFound);
    machine.run(&["show", "county-e"]).ends(Exit::Done);
}

#[test]
fn where_packs_must_be_signed_an_import_is_refused_in_clear_words() {
    let machine = Machine::new();
    let key = include_str!("packs/key.txt").trim();
    machine.file(
        "host/settings.json",
        json!({"trusted_keys": [key]}).to_string(),
    );
    let file = machine.file(
        "county.json",
        json!([{"id": "a", "name": "Quillberry"}]).to_string(),
    );
    machine
        .run(&["import", argument(&file)])
        .ends(Exit::BadData)
        .warns("is not signed");
    assert!(!machine.path("data/directory.d/county.jsonl").exists());
}
