//! Kills at any time during an import: the old pack or the new one is complete.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use havre::cli::Exit;
use rustix::fs::{CWD, Mode, mkfifoat};
use serde_json::json;

use crate::hsds::pack;
use crate::machine::{Machine, argument};

/// Number of services in the old pack and in the new one.
const SERVICES: usize = 40;

/// Returns the services of a version, one a line.
fn lines(version: &str) -> Vec<String> {
    let line = |index| {
        let name = format!("Quillberry {version} {index}");
        json!({"id": index, "name": name, "service_areas": [{"name": "NS"}], "description": "x".repeat(20_000)})
    };
    (0..SERVICES)
        .map(|index| format!("{}\n", line(index)))
        .collect()
}

/// Starts an import that reads from a pipe, and opens the pipe's other end.
fn import(machine: &Machine, pipe: &Path) -> (Child, File) {
    let child = Command::new(env!("CARGO_BIN_EXE_havre"))
        .args([
            "import",
            argument(pipe),
            "--kind",
            "hsds",
            "--name",
            "county",
        ])
        .args(["--data-dir", argument(&machine.path("data"))])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // Blocks until the program opens its own end.
    let input = File::options().write(true).open(pipe).unwrap();
    (child, input)
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
fn a_kill_in_the_midst_of_reading_leaves_the_old_pack() {
    let machine = Machine::new();
    let old = machine.file("county.json", lines("old").concat());
    machine.run(&["import", argument(&old)]).ends(Exit::Done);
    let pipe = machine.path("pipe.json");
    mkfifoat(CWD, &pipe, Mode::RUSR | Mode::WUSR).unwrap();
    let new = lines("new");
    for killed_after in [0, 1, 7, SERVICES / 2, SERVICES - 1, SERVICES] {
        let (mut child, mut input) = import(&machine, &pipe);
        // A pipe holds less than three of them: the program has read the others.
        for line in &new[..killed_after] {
            input.write_all(line.as_bytes()).unwrap();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        drop(input);
        assert_eq!(version(&machine), "old", "after {killed_after}");
    }
    // Remaining temporary files do not interfere.
    let new = machine.file("county.json", new.concat());
    machine.run(&["import", argument(&new)]).ends(Exit::Done);
    assert_eq!(version(&machine), "new");
    let names = fs::read_dir(machine.path("data/directory.d")).unwrap();
    let left = names.filter(|name| {
        let name = name.as_ref().unwrap().file_name();
        name.to_string_lossy().ends_with(".new")
    });
    assert_eq!(left.count(), 0);
}

#[test]
fn a_kill_at_the_end_leaves_the_old_pack_or_the_new() {
    let machine = Machine::new();
    let old = machine.file("county.json", lines("old").concat());
    machine.run(&["import", argument(&old)]).ends(Exit::Done);
    let pipe = machine.path("pipe.json");
    mkfifoat(CWD, &pipe, Mode::RUSR | Mode::WUSR).unwrap();
    for spins in 0..30 {
        let (mut child, mut input) = import(&machine, &pipe);
        for line in lines("new") {
            input.write_all(line.as_bytes()).unwrap();
        }
        // End of the input: the pack is now synced, renamed and recorded.
        drop(input);
        for _ in 0..spins * 20_000 {
            std::hint::spin_loop();
        }
        let _ = child.kill();
        child.wait().unwrap();
        let version = version(&machine);
        assert!(["old", "new"].contains(&version.as_str()), "{version}");
    }
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
