//! Packs and lists that are not used: others could have changed them, their date has not come, or they
//! take away too much.

use std::fs;
use std::os::unix::fs::{PermissionsExt, chown, lchown, symlink};
use std::path::Path;

use havre::cli::Exit;
use serde_json::{Value, json};

use crate::machine::{Machine, argument};
use crate::trust::{contact, pack};

fn house(date: &str, number: &str) -> String {
    let record = contact("ca-quillberry", "Quillberry House", number);
    pack("quillberry", date, &[record])
}

fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

/// Panics unless the pack is not used, and both the search and the doctor name what is wrong.
#[track_caller]
fn is_distrusted(machine: &Machine, why: &str) {
    let said = machine.run(&["search", "quillberry house"]);
    assert!(!said.out.contains("902-555"), "{}", said.out);
    said.warns(why);
    let doctor = machine
        .run(&["doctor"])
        .out
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert!(doctor.contains(why.split(' ').next().unwrap()), "{doctor}");
    assert!(doctor.contains("is not used as a pack"), "{doctor}");
}

#[test]
fn packs_that_others_can_write_are_not_used() {
    for place in ["data", "host"] {
        let machine = Machine::new();
        let name = format!("{place}/directory.d/quillberry.jsonl");
        let file = machine.file(&name, house("2026-11-20", "902-555-0101"));
        machine
            .run(&["search", "quillberry house"])
            .prints("902-555-0101");
        for path in [&file, file.parent().unwrap(), &machine.path(place)] {
            let before = fs::metadata(path).unwrap().permissions().mode();
            mode(path, before | 0o002);
            is_distrusted(&machine, "others can write to");
            mode(path, before);
        }
        machine
            .run(&["search", "quillberry house"])
            .prints("902-555-0101");
    }
}

#[test]
fn packs_of_another_account_or_behind_its_link_are_not_used() {
    let machine = Machine::new();
    let file = machine.file(
        "data/directory.d/quillberry.jsonl",
        house("2026-11-20", "902-555-0101"),
    );
    if chown(&file, Some(12345), None).is_err() {
        eprintln!("SKIPPED: only root can give a file to another account");
        return;
    }
    is_distrusted(&machine, "another account owns");
    let elsewhere = machine.file("elsewhere.jsonl", house("2026-11-20", "902-555-0101"));
    fs::remove_file(&file).unwrap();
    symlink(&elsewhere, &file).unwrap();
    machine
        .run(&["search", "quillberry house"])
        .prints("902-555-0101");
    lchown(&file, Some(12345), None).unwrap();
    is_distrusted(&machine, "a link that another account made");
}

#[test]
fn team_lists_that_others_can_write_are_not_shown() {
    let machine = Machine::new();
    let at = "2026-11-01T12:00:00Z";
    let list = json!({"version": 1, "bookmarks": [{"id": "ca-988", "added": at, "note": {"at": at, "text": "ask for Ann"}}]});
    let file = machine.file("host/lists.d/desk.json", list.to_string());
    machine.run(&["bookmarks", "list"]).prints("ask for Ann");
    for path in [file.as_path(), file.parent().unwrap()] {
        let before = fs::metadata(path).unwrap().permissions().mode();
        mode(path, before | 0o002);
        let said = machine.run(&["bookmarks", "list"]);
        assert!(!said.out.contains("ask for Ann"), "{}", said.out);
        said.warns("others can write to").warns("chmod go-w");
        mode(path, before);
    }
}

#[test]
fn a_removal_leaves_no_older_copy_and_goes_by_the_name_in_the_header() {
    let machine = Machine::new();
    let file = machine.file("quillberry.jsonl", house("2026-11-20", "902-555-0101"));
    machine
        .run(&["packs", "add", argument(&file)])
        .ends(Exit::Done);
    let copy = "data/directory.d/quillberry.sync-conflict-20261120.jsonl";
    let copy = machine.file(copy, house("2026-11-10", "902-555-0100"));
    let other = machine.file("data/directory.d/a.jsonl", pack("fake", "2026-11-20", &[]));
    machine
        .run(&["packs", "remove", "quillberry"])
        .ends(Exit::Done)
        .prints(argument(&copy));
    let said = machine.run(&["search", "quillberry house"]);
    assert!(!said.out.contains("902-555"), "{}", said.out);
    machine
        .run(&["packs", "remove", "a"])
        .ends(Exit::NothingFound)
        .warns("There is no pack a");
    machine.run(&["packs", "remove", "fake"]).ends(Exit::Done);
    assert!(!other.exists() && !copy.exists());
    // What cannot be read goes by the name of its file.
    let torn = machine.file("data/directory.d/torn.jsonl", "{");
    machine.run(&["packs", "remove", "torn"]).ends(Exit::Done);
    assert!(!torn.exists());
}

#[test]
fn a_removal_says_that_the_hosts_pack_is_in_use_now() {
    let machine = Machine::new();
    machine.file(
        "data/directory.d/quillberry.jsonl",
        house("2026-11-20", "902-555-0101"),
    );
    machine.file(
        "host/directory.d/quillberry.jsonl",
        house("2026-11-10", "902-555-0100"),
    );
    machine
        .run(&["packs", "remove", "quillberry"])
        .ends(Exit::Done)
        .prints("of 10 November 2026, for everyone on this machine, is in use now");
    machine
        .run(&["search", "quillberry house"])
        .prints("902-555-0100");
    machine
        .run(&["packs", "remove", "quillberry"])
        .ends(Exit::NothingFound)
        .warns("only its administrator can remove it");
}

#[test]
fn a_pack_of_the_future_is_refused_and_does_not_stand_in_the_way() {
    let machine = Machine::new();
    let ahead = machine.file("ahead.jsonl", house("9999-12-31", "902-555-0199"));
    machine
        .run(&["packs", "add", argument(&ahead)])
        .ends(Exit::BadData)
        .warns("which has not come");
    machine.file(
        "data/directory.d/quillberry.jsonl",
        house("9999-12-31", "902-555-0199"),
    );
    let said = machine.run(&["search", "quillberry house"]);
    assert!(!said.out.contains("902-555"), "{}", said.out);
    said.warns("which has not come");
    let file = machine.file("true.jsonl", house("2026-11-20", "902-555-0101"));
    machine
        .run(&["packs", "add", argument(&file)])
        .ends(Exit::Done);
    machine
        .run(&["search", "quillberry house"])
        .prints("902-555-0101");
}

#[test]
fn a_pack_that_takes_away_a_quarter_is_asked_about() {
    let machine = Machine::new();
    let embedded = havre::assets::Assets::embedded().contacts().unwrap();
    let gone = |count: usize| {
        let gone = embedded.iter().take(count);
        let gone = gone.map(|contact| json!({"id": contact.id, "gone": true}));
        pack("quillberry", "2026-11-20", &gone.collect::<Vec<Value>>())
    };
    let file = machine.file("all.jsonl", gone(embedded.len()));
    let add = ["packs", "add", argument(&file)];
    machine
        .run(&add)
        .ends(Exit::BadData)
        .warns("takes away")
        .warns("--take-away");
    assert!(!machine.path("data/directory.d/quillberry.jsonl").exists());
    machine
        .run(&[&add[..], &["--dry-run"]].concat())
        .ends(Exit::BadData);
    machine
        .run(&[&add[..], &["--take-away"]].concat())
        .ends(Exit::BadData);
    machine
        .run(&[&add[..], &["--take-away", "--replace-emergency"]].concat())
        .ends(Exit::Done);
    let said = machine.run(&["--region", "NS", "now"]);
    said.ends(Exit::NothingFound)
        .prints("Immediate danger: call 911");
    let few = Machine::new();
    let file = few.file("few.jsonl", gone(20));
    few.run(&["packs", "add", argument(&file)])
        .ends(Exit::BadData);
}

#[test]
fn an_unsigned_pack_renames_no_vital_contact_unasked() {
    let machine = Machine::new();
    let text = pack(
        "quillberry",
        "2026-11-20",
        &[contact("ca-988", "Quillberry Debts", "988")],
    );
    let file = machine.file("quillberry.jsonl", &text);
    let add = ["packs", "add", argument(&file)];
    machine
        .run(&add)
        .ends(Exit::BadData)
        .prints("Not taken: Quillberry Debts (ca-988). Its name stays ");
    let shown = |machine: &Machine| machine.run(&["show", "ca-988"]).out;
    assert!(
        !shown(&machine).contains("Quillberry Debts"),
        "{}",
        shown(&machine)
    );
    machine
        .run(&[&add[..], &["--replace-emergency"]].concat())
        .ends(Exit::Done);
    assert!(
        shown(&machine).contains("Quillberry Debts"),
        "{}",
        shown(&machine)
    );
    let renamed = text.replace("Quillberry Debts", "Quillberry Loans");
    machine.file("data/directory.d/quillberry.jsonl", renamed);
    let said = shown(&machine);
    assert!(
        !said.contains("Quillberry"),
        "the agreement was to another name: {said}"
    );
}

#[test]
fn a_pack_that_became_unreadable_does_not_keep_a_newer_one_out() {
    let machine = crate::packs::with_a_byte_changed_by_the_disk();
    let newer = machine.file("newer.jsonl", house("2026-11-21", "902-555-0102"));
    machine
        .run(&["packs", "add", argument(&newer)])
        .ends(Exit::Done);
    machine
        .run(&["search", "quillberry house"])
        .prints("902-555-0102");
}

#[test]
fn a_pack_that_cannot_be_written_is_not_said_to_be_unreadable() {
    let machine = Machine::new();
    machine.file("data/directory.d", "a file in its place");
    let file = machine.file("quillberry.jsonl", house("2026-11-20", "902-555-0101"));
    machine
        .run(&["packs", "add", argument(&file)])
        .ends(Exit::CouldNotWrite)
        .warns("cannot be written");
}

#[test]
fn corrections_go_to_one_address() {
    let machine = Machine::new();
    for (address, exit) in [
        ("facts@example.org", Exit::Done),
        ("https://example.org/facts", Exit::Done),
        ("javascript:alert(1)", Exit::BadData),
        ("facts@example.org, other@example.org", Exit::BadData),
        ("", Exit::BadData),
    ] {
        let text = house("2026-11-20", "902-555-0101");
        let to = format!("\"licence\":\"CC0-1.0\",\"corrections_to\":\"{address}\"");
        let file = machine.file("a.jsonl", text.replacen("\"licence\":\"CC0-1.0\"", &to, 1));
        let said = machine.run(&["packs", "add", argument(&file)]);
        said.ends(exit);
        assert_eq!(
            said.errors.contains("corrections_to: "),
            exit == Exit::BadData
        );
    }
}
