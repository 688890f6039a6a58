//! Kills at any time during an import: the old pack or the new one is complete.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use havre::cli::Exit;
use havre::files::{Files as _, RealFiles};
use serde_json::json;

use crate::hsds::pack;
use crate::machine::{Machine, argument};

/// Number of services in the old pack and in the new one.
const SERVICES: usize = 40;

/// Returns the services of a version, one a line.
fn services(version: &str) -> String {
    let line = |index| {
        let name = format!("Quillberry {version} {index}");
        json!({"id": index, "name": name, "service_areas": [{"name": "NS"}], "description": "x".repeat(20_000)})
    };
    let lines: Vec<String> = (0..SERVICES).map(|index| line(index).to_string()).collect();
    lines.join("\n")
}

/// Returns a machine with the old pack, and the file of the new one.
fn machine() -> (Machine, PathBuf) {
    let machine = Machine::new();
    let file = machine.file("county.json", services("old"));
    machine.run(&["import", argument(&file)]).ends(Exit::Done);
    let file = machine.file("county.json", services("new"));
    (machine, file)
}

/// Starts an import.
fn import(machine: &Machine, file: &Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_havre"))
        .args(["import", argument(file), "--kind", "hsds"])
        .args(["--data-dir", argument(&machine.path("data"))])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Returns the temporary files of packs.
fn unfinished(machine: &Machine) -> Vec<PathBuf> {
    let entries = fs::read_dir(machine.path("data/directory.d")).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .filter(|path| path.extension().is_some_and(|end| end == "new"))
        .collect()
}

/// Returns the version of all contacts of the pack.
fn version(machine: &Machine) -> String {
    let contacts = pack(machine, "county");
    assert_eq!(contacts.len(), SERVICES, "the pack is whole");
    let version = |name: &str| name.split(' ').nth(1).unwrap().to_owned();
    let mut versions: Vec<String> = contacts
        .iter()
        .map(|contact| version(contact.name.en.as_deref().unwrap()))
        .collect();
    versions.dedup();
    assert_eq!(versions.len(), 1, "{versions:?}");
    versions.remove(0)
}

#[test]
fn a_kill_in_the_midst_of_writing_leaves_the_old_pack() {
    let (machine, file) = machine();
    let mut killed = 0;
    for _ in 0..10 {
        let mut child = import(&machine, &file);
        while unfinished(&machine).is_empty() && child.try_wait().unwrap().is_none() {
            std::hint::spin_loop();
        }
        let _ = child.kill();
        let is_done = child.wait().unwrap().success();
        let version = version(&machine);
        if version == "old" {
            assert!(!is_done, "the import says that it is done");
            killed += 1;
        } else {
            assert_eq!(version, "new");
            break;
        }
    }
    assert!(killed > 0, "no import was killed in time");
    // Remaining temporary files do not interfere.
    machine.run(&["import", argument(&file)]).ends(Exit::Done);
    assert_eq!(version(&machine), "new");
    assert!(unfinished(&machine).is_empty());
}

#[test]
fn a_kill_at_any_time_leaves_the_old_pack_or_the_new() {
    let (machine, file) = machine();
    for spins in 0..30 {
        let mut child = import(&machine, &file);
        for _ in 0..spins * 200_000 {
            std::hint::spin_loop();
        }
        let _ = child.kill();
        child.wait().unwrap();
        let version = version(&machine);
        assert!(["old", "new"].contains(&version.as_str()), "{version}");
    }
}

#[test]
fn files_of_a_killed_import_are_removed_unless_another_import_is_writing() {
    let (machine, _) = machine();
    let leave = || {
        for name in [
            "elsewhere.jsonl.new",
            "county.jsonl.minisig.next.new",
            "county.jsonl.agreed.new",
            "notes.new",
        ] {
            machine.file(&format!("data/directory.d/{name}"), "{\"havre_pack\":1");
        }
    };
    leave();
    let lock = machine.path("data/directory.d/packs.lock");
    let held = RealFiles.lock(&lock).unwrap();
    machine.run(&["packs"]).ends(Exit::Done);
    assert_eq!(unfinished(&machine).len(), 4, "another process is writing");
    drop(held);
    let notes = [machine.path("data/directory.d/notes.new")];
    machine.run(&["packs"]).ends(Exit::Done);
    assert_eq!(unfinished(&machine), notes, "of no pack");
    leave();
    let file = machine.file("town.json", services("new"));
    machine.run(&["import", argument(&file)]).ends(Exit::Done);
    assert_eq!(unfinished(&machine), notes);
}

const SIGNED: &[u8] = include_bytes!("packs/north-shore.jsonl");
const SIGNATURE: &[u8] = include_bytes!("packs/north-shore.jsonl.minisig");
const KEY: &str = include_str!("packs/key.txt");

/// Returns a machine that trusts the key, with the signed pack and these files beside it.
fn trusting(beside: &[(&str, &[u8])]) -> Machine {
    let machine = Machine::new();
    let settings = json!({"trusted_keys": [KEY.trim()]}).to_string();
    machine.file("host/settings.json", settings);
    machine.file(PACK, SIGNED);
    for (end, bytes) in beside {
        machine.file(&format!("{PACK}{end}"), bytes);
    }
    machine
}

const PACK: &str = "data/directory.d/north-shore.jsonl";

#[test]
fn a_kill_between_a_pack_and_its_signature_leaves_one_that_is_accepted() {
    for beside in [
        // Before the pack is replaced, and after.
        [
            (".minisig", SIGNATURE),
            (".minisig.next", b"of another pack"),
        ],
        [
            (".minisig", b"of another pack"),
            (".minisig.next", SIGNATURE),
        ],
    ] {
        let machine = trusting(&beside);
        machine
            .run(&["packs"])
            .ends(Exit::Done)
            .prints("north-shore");
        assert!(machine.run(&["packs"]).errors.is_empty());
    }
    trusting(&[
        (".minisig", b"of another pack"),
        (".minisig.next", b"of a third"),
    ])
    .run(&["packs"])
    .ends(Exit::BadData)
    .warns("is not signed by anyone");
}

#[test]
fn a_pack_that_cannot_be_replaced_keeps_its_signature() {
    let machine = trusting(&[(".minisig", b"old"), (".minisig.next", SIGNATURE)]);
    let signed = machine.file("signed.jsonl", SIGNED);
    machine.file("signed.jsonl.minisig", SIGNATURE);
    machine
        .run(&["packs", "add", argument(&signed)])
        .ends(Exit::Done);
    assert!(!machine.path(&format!("{PACK}.minisig.next")).exists());
    // A folder cannot be replaced by a file.
    fs::write(machine.path(&format!("{PACK}.minisig")), "old").unwrap();
    fs::remove_file(machine.path(PACK)).unwrap();
    fs::create_dir(machine.path(PACK)).unwrap();
    let said = machine.run(&["packs", "add", argument(&signed)]);
    assert_ne!(said.exit, Exit::Done);
    let old = fs::read(machine.path(&format!("{PACK}.minisig"))).unwrap();
    assert_eq!(old, b"old");
}
