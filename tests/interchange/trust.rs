//! Numbers of packs: marked where they replace others, and never in place of vital ones unasked.

use havre::cli::Exit;
use serde_json::{Value, json};

use crate::machine::{Machine, argument};

/// Returns a pack of these lines, published on `date`.
pub fn pack(name: &str, date: &str, lines: &[Value]) -> String {
    let header = json!({"havre_pack": 1, "name": name, "publisher": "Example Society", "licence": "CC0-1.0", "date": date});
    let lines = std::iter::once(&header).chain(lines);
    let lines: Vec<String> = lines.map(Value::to_string).collect();
    lines.join("\n")
}

/// Returns a record with one number.
pub fn contact(id: &str, name: &str, number: &str) -> Value {
    json!({
        "id": id, "name": {"en": name}, "organization": "Quillberry Society",
        "categories": ["counselling"], "region": "CA",
        "phones": [{"number": number, "kind": "voice"}],
        "always_open": true, "languages": [], "serves": ["all"],
        "description": {"en": "Listens.", "fr": "À l’écoute."},
        "sources": [{"title": "A letter", "supports": ["phone"]}], "checked": "2026-11-01"
    })
}

/// Returns a pack with another number for 988.
fn other_988() -> String {
    let record = contact("ca-988", "Quillberry Line", "902-555-0199");
    pack("quillberry", "2026-11-20", &[record])
}

#[test]
fn a_replaced_number_is_marked_wherever_it_shows() {
    let machine = Machine::new();
    let file = machine.file("quillberry.jsonl", other_988());
    machine
        .run(&["packs", "add", argument(&file), "--replace-emergency"])
        .ends(Exit::Done)
        .prints("(ca-988): its number was 988, now 902-555-0199.");
    let why = "number of the pack quillberry, in place of 988";
    for (arguments, marked) in [
        (
            &["now"][..],
            "902-555-0199, 24/7 (Quillberry Line; confirm first)",
        ),
        (
            &["now", "--json"],
            r#""confirm":true,"number_of_pack":"quillberry""#,
        ),
        (&["search", "quillberry"], "902-555-0199 (confirm first)"),
        (
            &["search", "quillberry", "--json"],
            r#""number_of_pack": "quillberry""#,
        ),
        (
            &["search", "quillberry", "--tsv"],
            "\t902-555-0199\tCA\tconfirm\n",
        ),
        (&["show", "ca-988"], why),
        (
            &["show", "ca-988", "--json"],
            r#""number_of_pack": "quillberry""#,
        ),
        (&["card", "ca-988"], "(confirm first)"),
        (&["card", "ca-988", "--format", "sms"], "(confirm first)"),
        (&["card", "ca-988", "--format", "html"], "(confirm first)"),
        (&["card", "ca-988", "--format", "wallet"], "(confirm first)"),
    ] {
        let said = machine.run(arguments);
        let out = said.ends(Exit::Done).out.replace('\n', " ");
        let out = if marked.ends_with('\n') {
            &said.out
        } else {
            &out
        };
        assert!(out.contains(marked), "{arguments:?}: {out}");
    }
    machine
        .run(&["card", "ca-988", "--discreet"])
        .ends(Exit::Done)
        .warns(why);
    machine
        .run(&["bookmarks", "add", "ca-988"])
        .ends(Exit::Done);
    machine
        .run(&["bookmarks", "list"])
        .prints("902-555-0199 (confirm first)");
    machine
        .run(&["bookmarks", "list", "--json"])
        .prints(r#""confirm": true"#);
    machine
        .run_in("fr", &["show", "ca-988"])
        .prints("numéro du lot quillberry, au lieu de 988");
}

#[test]
fn a_record_with_the_same_numbers_is_not_marked() {
    let machine = Machine::new();
    let mut record = contact("ca-211", "Quillberry Line", "211");
    record["phones"][0]["label"] = json!({"en": "call", "fr": "appel"});
    let file = machine.file("a.jsonl", pack("quillberry", "2026-11-20", &[record]));
    machine
        .run(&["packs", "add", argument(&file)])
        .ends(Exit::Done);
    let said = machine.run(&["search", "quillberry"]);
    assert!(!said.out.contains("confirm first"), "{}", said.out);
}

#[test]
fn a_number_stays_marked_behind_a_second_pack_or_a_removal() {
    let machine = Machine::new();
    let record = contact("ca-211", "Quillberry Line", "902-555-0198");
    let gone = json!({"id": "ca-211", "gone": true});
    for (first, second) in [(&record, &record), (&gone, &record)] {
        machine.file(
            "data/directory.d/a.jsonl",
            pack("a", "2026-11-20", std::slice::from_ref(first)),
        );
        machine.file(
            "data/directory.d/b.jsonl",
            pack("b", "2026-11-21", std::slice::from_ref(second)),
        );
        machine
            .run(&["search", "quillberry"])
            .prints("902-555-0198 (confirm first)");
        machine
            .run(&["show", "ca-211"])
            .prints("number of the pack b, in place of 211");
    }
}

#[test]
fn an_unsigned_pack_replaces_no_vital_number_unasked() {
    let records = [
        contact("ca-988", "Quillberry Line", "902-555-0199"),
        contact("ca-quillberry", "Quillberry House", "902-555-0101"),
        json!({"id": "ca-911", "gone": true}),
        contact(
            "ns-mental-health-crisis-line",
            "Quillberry Crisis",
            "902-555-0102",
        ),
        contact("nu-rcmp-rankin-inlet", "Quillberry RCMP", "902-555-0103"),
    ];
    let text = pack("quillberry", "2026-11-20", &records);
    let machine = Machine::new();
    let before = machine.run(&["--region", "NS", "now"]).out;
    let file = machine.file("quillberry.jsonl", &text);
    let said = machine.run(&["packs", "add", argument(&file)]);
    said.ends(Exit::BadData)
        .prints(
            "Not taken: Quillberry Line (ca-988). Its number stays 988; the pack has 902-555-0199.",
        )
        .prints("Not taken away: ca-911. Its number stays 911.")
        .prints("(ns-mental-health-crisis-line)")
        .prints("--replace-emergency");
    let both = [
        machine.run(&["packs", "list"]),
        machine.run(&["packs", "show", "quillberry"]),
    ];
    for said in both {
        said.prints("Not taken: Quillberry Line (ca-988)");
    }
    machine
        .run(&["packs", "show", "quillberry", "--json"])
        .prints(r#""held""#);
    assert_eq!(machine.run(&["--region", "NS", "now"]).out, before);
    machine
        .run(&["search", "quillberry house"])
        .prints("902-555-0101");
    // Copied into the folder, it does no more.
    let copied = Machine::new();
    copied.file("data/directory.d/quillberry.jsonl", &text);
    copied.file("host/directory.d/other.jsonl", other_988());
    assert_eq!(copied.run(&["--region", "NS", "now"]).out, before);
}

#[test]
fn no_text_of_an_unsigned_pack_sends_callers_of_a_vital_number_elsewhere() {
    let machine = Machine::new();
    let exported = machine.run(&["export", "--format", "pack", "ca-911", "ca-988"]);
    let mut lines = exported.out.lines().skip(1);
    let mut record = || -> Value { serde_json::from_str(lines.next().unwrap()).unwrap() };
    let (mut emergency, mut crisis) = (record(), record());
    emergency["description"]["en"] = json!("Out of order. Call (902) 555-0199 instead.");
    crisis["description"]["en"] = json!("Call or text, at any hour.");
    let text = pack("quillberry", "2026-11-20", &[emergency, crisis]);
    let file = machine.file("quillberry.jsonl", text);
    machine
        .run(&["packs", "add", argument(&file)])
        .ends(Exit::BadData)
        .prints("(ca-911). Its number stays 911; the pack has 911, 902-555-0199.");
    let card = machine.run(&["show", "ca-911"]).out;
    assert!(!card.contains("555-0199"), "{card}");
    machine
        .run(&["show", "ca-988"])
        .prints("Call or text, at any hour.");
    machine
        .run(&["packs", "add", argument(&file), "--replace-emergency"])
        .ends(Exit::Done);
    machine.run(&["show", "ca-911"]).prints("555-0199");
}

#[test]
fn an_agreement_is_to_the_numbers_of_one_pack_and_ends_with_it() {
    let machine = Machine::new();
    let file = machine.file("quillberry.jsonl", other_988());
    let agreed = ["packs", "add", argument(&file), "--replace-emergency"];
    machine.run(&agreed).ends(Exit::Done);
    machine.run(&["show", "ca-988"]).prints("902-555-0199");
    let third = other_988().replace("0199", "0177");
    machine.file("data/directory.d/quillberry.jsonl", third);
    let said = machine.run(&["show", "ca-988"]);
    assert!(!said.out.contains("902-555"), "{}", said.out);
    machine.run(&agreed).ends(Exit::Done);
    machine
        .run(&["packs", "remove", "quillberry"])
        .ends(Exit::Done);
    machine.file("data/directory.d/quillberry.jsonl", other_988());
    let said = machine.run(&["show", "ca-988"]);
    assert!(!said.out.contains("902-555"), "{}", said.out);
}

#[test]
fn a_pack_that_removes_everything_leaves_the_numbers_for_a_life_at_risk() {
    let machine = Machine::new();
    let embedded = havre::assets::Assets::embedded().contacts().unwrap();
    let gone = embedded
        .iter()
        .map(|contact| json!({"id": contact.id, "gone": true}));
    let text = pack("quillberry", "2026-11-20", &gone.collect::<Vec<_>>());
    machine.file("data/directory.d/quillberry.jsonl", text);
    machine
        .run(&["now"])
        .ends(Exit::Done)
        .prints("911")
        .prints("988");
}

#[test]
fn doctor_lists_the_packs() {
    let machine = Machine::new();
    machine.file("data/directory.d/quillberry.jsonl", other_988());
    let packs = |said: &crate::machine::Said| {
        let report: Value = serde_json::from_str(&said.out).unwrap();
        let findings = report["findings"].as_array().unwrap().clone();
        findings.into_iter().find(|one| one["id"] == "packs")
    };
    let found = packs(&machine.run(&["doctor", "--json"])).unwrap();
    assert_eq!(found["state"], "off", "{found}");
    let said = found["said"].as_str().unwrap();
    assert!(said.contains("quillberry"), "{said}");
    assert!(said.contains("unsigned"), "{said}");
    let empty = packs(&Machine::new().run(&["doctor", "--json"])).unwrap();
    assert_eq!(empty["state"], "ok", "{empty}");
}

#[test]
fn settings_of_the_host_that_are_not_understood_let_no_pack_in() {
    let house = contact("ca-quillberry", "Quillberry House", "902-555-0101");
    let text = pack("quillberry", "2026-11-20", &[house]);
    let machine = Machine::new();
    machine.file("data/directory.d/quillberry.jsonl", text);
    let settings = machine.path("host/settings.json");
    let finds = || machine.run(&["search", "quillberry house"]);
    finds().prints("902-555-0101");
    let closed = || {
        let said = finds();
        assert!(!said.out.contains("902-555-0101"), "{}", said.out);
        said.warns("No pack is used");
    };
    for wrong in [
        "[]",
        "null",
        "{",
        "",
        r#"{"trusted_key": ["x"]}"#,
        r#"{"trusted_keys": [], "trusted-keys": ["x"]}"#,
        r#"{"trusted_keys": ["x"]}"#,
    ] {
        machine.file("host/settings.json", wrong);
        closed();
    }
    std::fs::remove_file(&settings).unwrap();
    // A file that nobody writes to would be waited for.
    let made = std::process::Command::new("mkfifo").arg(&settings).status();
    assert!(made.unwrap().success());
    closed();
    std::fs::remove_file(&settings).unwrap();
    std::os::unix::fs::symlink("missing.json", &settings).unwrap();
    closed();
    machine.file("host/other.json", "{}");
    std::fs::remove_file(&settings).unwrap();
    finds().prints("902-555-0101");
}

#[test]
fn card_names_the_pack_of_an_unused_number_without_the_number() {
    let machine = Machine::new();
    let file = machine.file("quillberry.jsonl", other_988());
    machine
        .run(&["packs", "add", argument(&file)])
        .ends(Exit::BadData);
    let said = machine.run(&["show", "ca-988"]);
    let card = said.ends(Exit::Done).out.replace('\n', " ");
    assert!(
        card.contains("The pack quillberry has another number, which is not used."),
        "{card}"
    );
    assert!(!card.contains("902-555-0199"), "{card}");
    let other = machine.run(&["show", "ca-211"]);
    assert!(!other.out.contains("quillberry"), "{}", other.out);
    machine
        .run_in("fr", &["show", "ca-988"])
        .prints("a un autre numéro, qui n’est pas");
}
