//! Packs are applied to the directory by explicit rules, and an invalid one changes nothing.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use havre::assets::Assets;
use havre::cli::Exit;
use havre::directory::packs::Folders;
use havre::directory::{Contact, Trust};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::machine::{Machine, argument};

const SIGNED: &[u8] = include_bytes!("packs/north-shore.jsonl");
const SIGNATURE: &[u8] = include_bytes!("packs/north-shore.jsonl.minisig");
const KEY: &str = include_str!("packs/key.txt");
const OTHER_KEY: &str = include_str!("packs/other-key.txt");

/// Returns the first line of a pack.
fn header(name: &str, date: &str) -> Value {
    json!({"havre_pack": 1, "name": name, "publisher": "Example Society", "licence": "CC0-1.0", "date": date})
}

/// Returns a contact of a pack; `fields` replace its own.
fn contact(id: &str, fields: Value) -> Value {
    let mut contact = json!({
        "id": id, "name": {"en": "Quillberry Centre"}, "organization": "Quillberry Society",
        "categories": ["counselling"], "region": "NS",
        "phones": [{"number": "902-555-0101", "kind": "voice"}],
        "always_open": false, "languages": [], "serves": ["all"],
        "description": {"en": "Listens.", "fr": "À l’écoute."},
        "sources": [{"title": "A letter", "supports": ["phone"]}], "checked": "2026-11-01"
    });
    let Value::Object(fields) = fields else {
        unreachable!("the fields are an object");
    };
    contact.as_object_mut().unwrap().extend(fields);
    contact
}

fn text(lines: &[Value]) -> String {
    let mut text = String::new();
    for line in lines {
        text += &line.to_string();
        text.push('\n');
    }
    text
}

fn own(machine: &Machine) -> Vec<Contact> {
    let folders = Folders::of(
        &machine.path("data"),
        Assets::vital,
        jiff::Timestamp::now(),
        |_| Some(argument(&machine.path("host")).to_owned()),
    );
    let opened = folders.open();
    Assets::embedded()
        .with_packs(opened.packs)
        .contacts()
        .unwrap()
}

fn found(machine: &Machine, id: &str) -> Option<Contact> {
    own(machine).into_iter().find(|contact| contact.id == id)
}

#[test]
fn without_packs_the_directory_is_the_programs_and_nothing_is_written() {
    let machine = Machine::new();
    assert_eq!(own(&machine), Assets::embedded().contacts().unwrap());
    machine
        .run(&["packs"])
        .ends(Exit::Done)
        .prints("in the program");
    assert!(!machine.path("data").exists());
}

#[test]
fn a_pack_adds_replaces_and_takes_away_and_every_record_says_so() {
    let machine = Machine::new();
    let embedded = Assets::embedded().contacts().unwrap();
    let (replaced, gone) = (&embedded[3], &embedded[7]);
    let lines = [
        header("quillberry", "2026-11-20"),
        contact("ns-quillberry", json!({})),
        contact(&replaced.id, json!({})),
        json!({"id": gone.id, "gone": true}),
    ];
    let file = machine.file("quillberry.jsonl", text(&lines));
    machine
        .run(&["packs", "add", argument(&file)])
        .ends(Exit::Done)
        .prints("New contacts: 1. Replaced: 1. Taken away: 1.");
    machine
        .run(&["packs", "show", "quillberry"])
        .ends(Exit::Done)
        .prints("unsigned")
        .prints(&format!("Replaces {}", replaced.id))
        .prints(&format!("Takes away {}", gone.id));
    assert_eq!(found(&machine, &gone.id), None);
    let origin = found(&machine, &replaced.id).unwrap().origin.unwrap();
    assert_eq!(origin.pack, "quillberry");
    assert_eq!(origin.date, "2026-11-20");
    let was = origin.replaces.clone().unwrap();
    assert_eq!(
        (was.pack.as_str(), was.checked),
        ("havre", replaced.checked.clone())
    );
    let position = |contacts: &[Contact]| contacts.iter().position(|one| one.id == replaced.id);
    assert_eq!(
        position(&own(&machine)),
        position(&embedded),
        "it keeps its place"
    );
    let added = found(&machine, "ns-quillberry").unwrap();
    assert_eq!(added.origin.unwrap().replaces, None);
    machine
        .run(&["search", "quillberry"])
        .ends(Exit::Done)
        .prints("902-555-0101");
    machine
        .run(&["packs", "remove", "quillberry"])
        .ends(Exit::Done);
    assert_eq!(own(&machine), embedded);
    machine
        .run(&["packs", "remove", "quillberry"])
        .ends(Exit::NothingFound);
}

#[test]
fn the_later_pack_overrides_wherever_it_lies() {
    let machine = Machine::new();
    let pack = |name: &str, date: &str, number: &str| {
        let phones = json!({"phones": [{"number": number, "kind": "voice"}]});
        text(&[header(name, date), contact("ns-quillberry", phones)])
    };
    machine.file(
        "host/directory.d/a.jsonl",
        pack("alpha", "2026-11-03", "902-555-0103"),
    );
    machine.file(
        "data/directory.d/b.jsonl",
        pack("beta", "2026-11-01", "902-555-0101"),
    );
    machine.file(
        "data/directory.d/c.jsonl",
        pack("gamma", "2026-11-02", "902-555-0102"),
    );
    let contact = found(&machine, "ns-quillberry").unwrap();
    assert_eq!(contact.phones[0].number, "902-555-0103");
    assert_eq!(
        contact.origin.unwrap().replaces.clone().unwrap().pack,
        "gamma"
    );
    // Of two packs of one name, only the later is used.
    machine.file(
        "data/directory.d/d.jsonl",
        pack("alpha", "2026-11-04", "902-555-0104"),
    );
    let contact = found(&machine, "ns-quillberry").unwrap();
    assert_eq!(contact.phones[0].number, "902-555-0104");
    machine
        .run(&["packs"])
        .ends(Exit::Done)
        .prints("not used, for a later pack has its name")
        .prints("host/directory.d/a.jsonl");
    machine
        .run(&["packs", "remove", "gamma"])
        .ends(Exit::Done)
        .prints("data/directory.d/c.jsonl");
}

#[test]
fn an_older_pack_does_not_take_the_place_of_a_newer_one() {
    let machine = Machine::new();
    let file = |date: &str| {
        let lines = [
            header("quillberry", date),
            contact("ns-quillberry", json!({})),
        ];
        machine.file(&format!("{date}.jsonl"), text(&lines))
    };
    let (newer, older) = (file("2026-11-20"), file("2026-10-20"));
    machine
        .run(&["packs", "add", argument(&newer)])
        .ends(Exit::Done);
    machine
        .run(&["packs", "add", argument(&older)])
        .ends(Exit::BadData)
        .warns("of 20 November 2026, is there already");
}

/// Returns refused packs with their messages.
fn bad_packs() -> Vec<(String, &'static str)> {
    let good = header("quillberry", "2026-11-20");
    let with = |fields: Value| text(&[good.clone(), contact("ns-quillberry", fields)]);
    let phone = |number: &str| json!({"phones": [{"number": number, "kind": "voice"}]});
    vec![
        (String::new(), "is not a pack"),
        ("\0\u{1}PK".to_owned(), "is not a pack"),
        ("{\"id\": 1}\n".to_owned(), "is not a pack"),
        (
            text(&[json!({"havre_pack": 2, "name": "x"})]),
            "newer format (2)",
        ),
        (text(&[header("../x", "2026-11-20")]), "bad.jsonl:1: name"),
        (text(&[header("x", "soon")]), "bad.jsonl:1: date"),
        (
            with(phone("902-555-010")),
            "bad.jsonl:2: ns-quillberry: phones[0].number",
        ),
        (
            with(json!({"phones": "none"})),
            "bad.jsonl:2: ns-quillberry: phones",
        ),
        (
            with(json!({"colour": "red"})),
            "bad.jsonl:2: ns-quillberry: colour",
        ),
        (
            with(json!({"name": {}})),
            "bad.jsonl:2: ns-quillberry: name",
        ),
        (
            with(json!({"name": {"en": "A\u{1b}[2J"}})),
            "bad.jsonl:2: ns-quillberry: name",
        ),
        (
            with(json!({"languages": ["\u{1b}[2J"]})),
            "bad.jsonl:2: ns-quillberry: languages[0]",
        ),
        (
            with(json!({"website": "javascript:x"})),
            "bad.jsonl:2: ns-quillberry: website",
        ),
        (
            with(json!({"categories": ["shelter"], "address": "1 Hidden Lane"})),
            "address",
        ),
        (
            text(&[good.clone(), contact("own-1", json!({}))]),
            "bad.jsonl:2: own-1: id",
        ),
        (
            text(&[good.clone(), json!({"id": "ns-x", "gone": false})]),
            "bad.jsonl:2",
        ),
        (format!("{good}\n\n{{\"id\": \"ns-"), "bad.jsonl:3"),
        (
            with(json!({})) + &contact("ns-quillberry", json!({})).to_string(),
            "bad.jsonl:3",
        ),
    ]
}

#[test]
fn a_bad_pack_is_refused_in_clear_words_and_changes_nothing() {
    for (bytes, words) in bad_packs() {
        let machine = Machine::new();
        let file = machine.file("bad.jsonl", &bytes);
        machine
            .run(&["packs", "add", argument(&file)])
            .ends(Exit::BadData)
            .warns(words);
        assert!(!machine.path("data/directory.d").exists(), "{words}");
        // A pack put there by hand is reported, and the others are used.
        machine.file("data/directory.d/bad.jsonl", &bytes);
        assert_eq!(
            own(&machine),
            Assets::embedded().contacts().unwrap(),
            "{words}"
        );
        let said = machine.run(&["packs"]);
        said.ends(Exit::BadData)
            .warns(words)
            .prints("in the program");
        assert!(!said.errors.contains('\u{1b}'));
        machine
            .run(&["search", "police"])
            .ends(Exit::Done)
            .warns(words);
    }
    let machine = Machine::new();
    machine.file("data/directory.d/bad.jsonl", "");
    let said = machine.run_in("fr", &["check"]);
    said.ends(Exit::BadData).prints("n’est pas un lot de havre");
}

#[test]
fn a_pipe_in_the_folder_does_not_hold_the_program_up() {
    let machine = Machine::new();
    let folder = machine.path("data/directory.d");
    fs::create_dir_all(&folder).unwrap();
    let pipe = |path: std::path::PathBuf| {
        let (mode, kind) = (rustix::fs::Mode::RWXU, rustix::fs::FileType::Fifo);
        rustix::fs::mknodat(rustix::fs::CWD, path, kind, mode, 0).unwrap();
    };
    pipe(folder.join("pipe.jsonl"));
    machine
        .run(&["packs"])
        .ends(Exit::BadData)
        .warns("a device or a pipe");
    fs::create_dir_all(machine.path("host")).unwrap();
    pipe(machine.path("host/settings.json"));
    machine
        .run(&["packs"])
        .ends(Exit::BadData)
        .warns("No pack is used");
}

fn trusting(key: &str) -> Machine {
    let machine = Machine::new();
    let settings = json!({"trusted_keys": [key.trim()]});
    machine.file("host/settings.json", settings.to_string());
    machine
}

#[test]
fn trusted_keys_admit_only_signed_packs() {
    let machine = trusting(KEY);
    let unsigned = machine.file("unsigned.jsonl", SIGNED);
    machine
        .run(&["packs", "add", argument(&unsigned)])
        .ends(Exit::BadData)
        .warns("is not signed");
    let signed = machine.file("signed.jsonl", SIGNED);
    machine.file("signed.jsonl.minisig", SIGNATURE);
    machine
        .run(&["packs", "add", argument(&signed)])
        .ends(Exit::Done);
    machine.run(&["packs"]).ends(Exit::Done).prints("signed");
    let origin = found(&machine, "ns-north-shore-line")
        .unwrap()
        .origin
        .unwrap();
    assert_eq!(origin.trust, Trust::Signed(KEY.trim().to_owned()));
    let altered = machine.file("altered.jsonl", [SIGNED, b"\n"].concat());
    machine.file("altered.jsonl.minisig", SIGNATURE);
    machine
        .run(&["packs", "add", argument(&altered)])
        .ends(Exit::BadData)
        .warns("changed after it was signed");
    for (key, signature) in [
        (OTHER_KEY, SIGNATURE),
        (KEY, b"untrusted comment: x\n".as_slice()),
    ] {
        let machine = trusting(key);
        let file = machine.file("signed.jsonl", SIGNED);
        machine.file("signed.jsonl.minisig", signature);
        machine
            .run(&["packs", "add", argument(&file)])
            .ends(Exit::BadData)
            .warns("whom this machine trusts");
    }
}

#[test]
fn verification_is_remembered_until_the_file_or_the_keys_change() {
    let machine = trusting(KEY);
    let signed = machine.file("signed.jsonl", SIGNED);
    machine.file("signed.jsonl.minisig", SIGNATURE);
    machine
        .run(&["packs", "add", argument(&signed)])
        .ends(Exit::Done);
    let record = machine.path("data/directory.d/packs.json");
    let mode = fs::metadata(&record).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    // Without its signature, only the record vouches for it.
    let installed = machine.path("data/directory.d/north-shore.jsonl");
    fs::remove_file(machine.path("data/directory.d/north-shore.jsonl.minisig")).unwrap();
    assert!(found(&machine, "ns-north-shore-line").is_some());
    // Same length and same modification time, but another number.
    let times = fs::metadata(&installed).unwrap().modified().unwrap();
    let altered = String::from_utf8(SIGNED.to_vec())
        .unwrap()
        .replace("0118", "0119");
    fs::write(&installed, altered).unwrap();
    let file = fs::File::options().write(true).open(&installed).unwrap();
    file.set_modified(times).unwrap();
    assert_eq!(found(&machine, "ns-north-shore-line"), None);
    machine
        .run(&["packs"])
        .ends(Exit::BadData)
        .warns("is not signed");
    // Another key makes the record invalid.
    let machine = trusting(KEY);
    let signed = machine.file("signed.jsonl", SIGNED);
    machine.file("signed.jsonl.minisig", SIGNATURE);
    machine
        .run(&["packs", "add", argument(&signed)])
        .ends(Exit::Done);
    machine.file(
        "host/settings.json",
        json!({"trusted_keys": [OTHER_KEY.trim()]}).to_string(),
    );
    assert_eq!(found(&machine, "ns-north-shore-line"), None);
}

/// Returns a machine with a pack of which a byte changed on the disk after it was verified.
pub fn with_a_byte_changed_by_the_disk() -> Machine {
    let machine = Machine::new();
    let lines = [
        header("quillberry", "2026-11-20"),
        contact("ns-quillberry", json!({})),
    ];
    let file = machine.file("quillberry.jsonl", text(&lines));
    machine
        .run(&["packs", "add", argument(&file)])
        .ends(Exit::Done);
    let installed = machine.path("data/directory.d/quillberry.jsonl");
    let stamp = || {
        use std::os::unix::fs::MetadataExt;
        let now = fs::metadata(&installed).unwrap();
        let changed = (now.mtime(), now.mtime_nsec());
        format!(
            "{},{},{},{}",
            changed.0,
            changed.1,
            now.ctime(),
            now.ctime_nsec()
        )
    };
    let before = stamp();
    let damaged = fs::read_to_string(&installed).unwrap();
    fs::write(&installed, damaged.replace("\"phones\"", "\"phonez\"")).unwrap();
    // A disk that loses a byte changes no time: the record still vouches for the file.
    let record = machine.path("data/directory.d/packs.json");
    let text = fs::read_to_string(&record).unwrap();
    assert!(text.contains(&before), "{before} in {text}");
    fs::write(&record, text.replace(&before, &stamp())).unwrap();
    machine
}

#[test]
fn a_pack_that_became_unreadable_is_named_with_its_line_wherever_the_directory_is_used() {
    let machine = with_a_byte_changed_by_the_disk();
    for (arguments, exit) in [
        (&["packs"][..], Exit::BadData),
        (&["packs", "show", "quillberry"], Exit::BadData),
        (&["search", "counselling"], Exit::Done),
        (&["show", "ca-988"], Exit::Done),
        (&["now"], Exit::Done),
        (&["bookmarks", "list"], Exit::NothingFound),
        (&["guide", "reporting"], Exit::Done),
        (&["check"], Exit::BadData),
    ] {
        let said = machine.run(arguments);
        let of_check = format!("{}{}", said.out, said.errors);
        for words in [
            "The pack quillberry can no longer be read.",
            "directory.d/quillberry.jsonl:2: ns-quillberry: phonez",
        ] {
            let times = of_check.matches(words).count();
            assert_eq!(times, 1, "{arguments:?}: {words} in {of_check}");
        }
        said.ends(exit);
    }
    let listed = machine
        .run(&["packs", "--json"])
        .ends(Exit::BadData)
        .out
        .clone();
    let listed: Value = serde_json::from_str(&listed).unwrap();
    assert_eq!(listed["packs"].as_array().unwrap().len(), 1, "{listed}");
    let refused = listed["refused"][0].as_str().unwrap();
    assert!(refused.contains("quillberry.jsonl:2"), "{refused}");
    machine
        .run_in("fr", &["packs"])
        .warns("Le lot quillberry n’est plus lisible.");
}

#[test]
fn unreadable_settings_of_the_host_trust_no_key() {
    for settings in [
        "{",
        "{\"trusted_keys\": [\"abc\"]}",
        "{\"trusted_keys\": 7}",
    ] {
        let machine = Machine::new();
        machine.file("data/directory.d/a.jsonl", SIGNED);
        assert!(found(&machine, "ns-north-shore-line").is_some());
        machine.file("host/settings.json", settings);
        assert_eq!(found(&machine, "ns-north-shore-line"), None);
        machine
            .run(&["packs"])
            .ends(Exit::BadData)
            .warns("No pack is used");
    }
}

/// Returns two packs of one publisher, the second later.
fn old_and_new() -> ([Value; 5], [Value; 5]) {
    let old = [
        header("quillberry", "2026-11-01"),
        contact("ns-quillberry", json!({})),
        contact("ns-thistle", json!({"name": {"en": "Thistle House"}})),
        contact("ns-closed", json!({"name": {"en": "Closed House"}})),
        contact("ns-other", json!({})),
    ];
    let number = json!({"phones": [{"number": "902-555-0199", "kind": "voice"}],
        "hours": {"en": "24/7", "fr": "24/7"}, "always_open": true});
    let new = [
        header("quillberry", "2026-11-20"),
        contact("ns-quillberry", number.clone()),
        contact("ns-other", number),
        contact("ns-new", json!({})),
        json!({"id": "ns-closed", "gone": true}),
    ];
    (old, new)
}

#[test]
fn preview_of_a_pack_names_changed_bookmarks() {
    let machine = Machine::new();
    let (old, new) = old_and_new();
    let (old, new) = (
        machine.file("old.jsonl", text(&old)),
        machine.file("new.jsonl", text(&new)),
    );
    machine
        .run(&["packs", "add", argument(&old)])
        .ends(Exit::Done);
    for id in ["ns-quillberry", "ns-thistle", "ns-closed"] {
        machine.run(&["bookmarks", "add", id]).ends(Exit::Done);
    }
    let said = machine.run(&["import", argument(&new), "--dry-run"]);
    said.ends(Exit::Done)
        .prints("Nothing was written.")
        .prints("unsigned · in place of the one of 1 November 2026")
        .prints("new: 1. Other numbers: 2. Other hours: 2. Closed or taken away: 1. Gone: 1.")
        .prints("Quillberry Centre (ns-quillberry): its number was 902-555-0101, now 902-555-0199.")
        .prints("Quillberry Centre (ns-quillberry): its hours were not stated, now 24/7.")
        .prints("Thistle House (ns-thistle): the directory no longer has it.")
        .prints(
            "Closed House (ns-closed): its publisher says that it is closed, or takes it away.",
        );
    said.prints("Quillberry Centre (ns-other): its number was 902-555-0101, now 902-555-0199.");
    assert!(!said.out.contains("(ns-other): its hours"), "{}", said.out);
    assert!(found(&machine, "ns-thistle").is_some());
    let json = machine.run(&["import", argument(&new), "--dry-run", "--json"]);
    let json: Value = serde_json::from_str(&json.out).unwrap();
    let pack = &json["packs"][0];
    assert_eq!(
        (&json["schema"], &pack["instead_of"], &pack["signed"]),
        (&json!(1), &json!("2026-11-01"), &json!(false))
    );
    assert_eq!(
        pack["counts"],
        json!({"new": 1, "numbers": 2, "hours": 2, "closed": 1, "gone": 1})
    );
    let of_bookmarks = pack["bookmarks"].as_array().unwrap();
    let changes: Vec<&Value> = of_bookmarks.iter().map(|one| &one["change"]).collect();
    assert_eq!(changes, ["numbers", "hours", "gone", "closed"]);
    assert_eq!(of_bookmarks[0]["now"], json!(["902-555-0199"]));
    assert_eq!(pack["changes"].as_array().unwrap().len(), 7);
    machine
        .run(&["packs", "add", argument(&new)])
        .ends(Exit::Done)
        .prints("Gone: 1.");
    assert_eq!(found(&machine, "ns-thistle"), None);
    the_list_says_what_changed(&machine);
}

#[test]
fn hours_that_contradict_each_other_are_told_with_those_that_count() {
    let machine = Machine::new();
    let always = json!({"en": "24/7", "fr": "24 h/24, 7 j/7"});
    let week = json!({"en": "Mon–Fri 9:00–17:00", "fr": "lun.–ven. 9 h–17 h"});
    let mut old = contact(
        "ns-quillberry",
        json!({"hours": always, "always_open": true}),
    );
    old["phones"][0]["hours"] = always.clone();
    let mut edited = old.clone();
    edited["hours"] = week.clone();
    let crisis = json!({"number": "902-555-0102", "kind": "voice", "hours": always});
    let office = json!({"number": "902-555-0103", "kind": "voice"});
    let other = contact("ns-two", json!({"phones": [crisis, office], "hours": week}));
    let mut moved = other.clone();
    moved["hours"] = json!({"en": "Mon–Fri 8:00–16:00", "fr": "lun.–ven. 8 h–16 h"});
    let mut half = contact("ns-half", json!({"hours": week}));
    half["hours"]["en"] = json!("Mon–Fri 8:00–16:00");
    let unmarked = contact("ns-unmarked", json!({"hours": always}));
    let file = machine.file(
        "old.jsonl",
        text(&[header("quillberry", "2026-11-01"), old, other]),
    );
    let said = machine.run(&["packs", "add", argument(&file)]);
    assert!(!said.out.contains("The card shows"), "{}", said.out);
    let newer = header("quillberry", "2026-11-20");
    let file = machine.file("new.jsonl", text(&[newer, edited, moved, half, unmarked]));
    let said = machine.run(&["import", argument(&file), "--dry-run"]);
    said.ends(Exit::Done)
        .prints("(ns-quillberry): its hours are now Mon–Fri 9:00–17:00, but those of its number 902-555-0101 are still 24/7.")
        .prints("(ns-quillberry): always_open is yes, but its hours are Mon–Fri 9:00–17:00.")
        .prints("(ns-half): its hours are Mon–Fri 8:00–16:00 in English, and lun.–ven. 9 h–17 h in French.")
        .prints("(ns-unmarked): its hours are 24/7, but always_open is no.");
    // The crisis line of an office has hours of its own, and is none of these.
    assert!(!said.out.contains("ns-two"), "{}", said.out);
    let json = machine.run(&["import", argument(&file), "--dry-run", "--json"]);
    let json: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(json["packs"][0]["conflicts"][0]["conflict"], "number");
}

fn the_list_says_what_changed(machine: &Machine) {
    machine
        .run(&["bookmarks", "list"])
        .prints("other numbers than you kept")
        .prints("other hours than you kept")
        .prints("closed or taken away, says its publisher")
        .prints("no longer in the directory");
    let listed = machine.run(&["bookmarks", "list", "--json"]).out;
    let listed: Value = serde_json::from_str(&listed).unwrap();
    let facts = |place: usize| {
        let one = &listed["bookmarks"][place];
        ["phones_changed", "hours_changed", "closed", "missing"].map(|fact| one[fact] == true)
    };
    assert_eq!(facts(0), [true, true, false, false]);
    assert_eq!(facts(1), [false, false, false, true]);
    assert_eq!(facts(2), [false, false, true, true]);
}

#[test]
fn json_is_for_programs() {
    let machine = Machine::new();
    machine.file("data/directory.d/a.jsonl", SIGNED);
    let list: Value = serde_json::from_str(&machine.run(&["packs", "--json"]).out).unwrap();
    assert_eq!(list["schema"], 1);
    assert_eq!(list["packs"][0]["name"], "havre");
    assert_eq!(list["packs"][1]["contacts"], 2);
    assert_eq!(list["packs"][1]["signed"], false);
    machine
        .run(&["packs", "show", "havre"])
        .ends(Exit::Done)
        .prints("in the program");
    machine
        .run(&["packs", "show", "havre", "--json"])
        .prints("\"schema\": 1");
    let shown = machine.run(&["packs", "show", "north-shore", "--json"]);
    let shown: Value = serde_json::from_str(&shown.out).unwrap();
    assert_eq!(shown["corrections_to"], "facts@example.org");
    assert_eq!(shown["replaces"], json!([]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]
    #[test]
    fn no_bytes_make_a_pack_panic(tail in proptest::collection::vec(any::<u8>(), 0..200)) {
        let machine = Machine::new();
        machine.file("data/directory.d/a.jsonl", [SIGNED, &tail].concat());
        machine.file("data/directory.d/b.jsonl", &tail);
        prop_assert!(own(&machine).len() >= Assets::embedded().contacts().unwrap().len());
    }
}

#[test]
fn a_pack_without_contacts_leaves_the_emergency_number() {
    let machine = Machine::new();
    let contacts = Assets::embedded().contacts().unwrap();
    let gone = contacts
        .iter()
        .map(|one| json!({"id": one.id, "gone": true}));
    let lines: Vec<Value> = std::iter::once(header("bare", "2026-11-20"))
        .chain(gone)
        .collect();
    let file = machine.file("bare.jsonl", text(&lines));
    let add = [
        "packs",
        "add",
        argument(&file),
        "--take-away",
        "--replace-emergency",
    ];
    machine.run(&add).ends(Exit::Done);
    let said = machine.run(&["now", "--region", "NS", "--json"]);
    let json: Value = serde_json::from_str(&said.ends(Exit::NothingFound).out).unwrap();
    assert_eq!(
        (&json["calls"], &json["emergency"]["number"]),
        (&json!([]), &json!("911"))
    );
    let nothing = json["nothing"].as_str().unwrap();
    assert!(nothing.contains("havre packs"), "{nothing}");
    machine
        .run(&["now", "--region", "NS"])
        .ends(Exit::NothingFound)
        .prints("Immediate danger: call 911")
        .warns("havre packs");
    let nunavut = machine.run(&["now", "--region", "NU", "--json"]);
    let nunavut: Value = serde_json::from_str(&nunavut.out).unwrap();
    assert_eq!(nunavut["emergency"]["town"], "Iqaluit");
}
