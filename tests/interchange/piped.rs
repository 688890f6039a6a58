//! Standard input in the place of a file.

use std::fs;

use havre::cli::Exit;
use serde_json::json;

use crate::machine::{Machine, Said, argument};
use crate::trust;

const CARD: &[u8] =
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Quill Desk\r\nTEL:902-555-0123\r\nEND:VCARD\r\n";

fn piped(machine: &Machine, arguments: &[&str], input: impl AsRef<[u8]>) -> Said {
    machine.run_piped("en", arguments, input.as_ref())
}

/// Returns services of an invented directory, one a line.
fn services() -> String {
    let line = |id: u8| {
        let areas = [json!({"name": "NS"})];
        let phones = [json!({"number": format!("902-555-01{id:02}")})];
        json!({"id": id, "name": "Quillberry Line", "service_areas": areas, "phones": phones})
    };
    [line(1), line(2)].map(|line| line.to_string()).join("\n")
}

fn thistle() -> String {
    let record = trust::contact("ns-thistle", "Thistle House", "902-555-0101");
    trust::pack("quillberry", "2026-11-20", &[record])
}

#[test]
fn each_kind_of_file_may_come_through_a_pipe() {
    let machine = Machine::new();
    let import = ["import", "-"];
    piped(&machine, &import, CARD)
        .ends(Exit::Done)
        .prints("1 taken in");
    piped(&machine, &import, "Name,Phone\nThistle Desk,902-555-0124\n")
        .ends(Exit::Done)
        .prints("1 taken in");
    piped(&machine, &["import", "--name", "county", "-"], services())
        .ends(Exit::Done)
        .prints("The pack county is written. Contacts: 2.");
    for add in [&import[..], &["packs", "add", "-"]] {
        piped(&machine, add, thistle())
            .ends(Exit::Done)
            .prints("The pack quillberry is added. New contacts: 1.");
        machine
            .run(&["packs", "remove", "quillberry"])
            .ends(Exit::Done);
    }
    let archive = machine.path("county.zip");
    let export = ["export", "--format", "hsds-csv", "ca-211", "--output"];
    let export = [&export[..], &[argument(&archive)]].concat();
    machine.run(&export).ends(Exit::Done);
    piped(
        &machine,
        &["import", "--name", "tables", "--dry-run", "-"],
        fs::read(archive).unwrap(),
    )
    .ends(Exit::Done)
    .prints("One record says the same");
}

#[test]
fn a_table_and_a_list_may_come_through_a_pipe() {
    let machine = Machine::new();
    let table = machine.run(&["export", "--format", "pack-csv", "ca-211"]);
    piped(&machine, &["packs", "add", "--dry-run", "-"], table.out)
        .ends(Exit::Done)
        .prints("The pack copy would change this.");
    machine
        .run(&["bookmarks", "add", "ca-911"])
        .ends(Exit::Done);
    let list = machine.run(&["bookmarks", "export"]).out;
    let other = Machine::new();
    let take = ["bookmarks", "import", "-"];
    piped(&other, &take, &list)
        .ends(Exit::NothingFound)
        .prints("repeat the command with --yes");
    piped(&other, &["bookmarks", "import", "--yes", "-"], &list)
        .ends(Exit::Done)
        .prints("Merged.");
    other.run(&["bookmarks"]).prints("911");
}

#[test]
fn messages_call_it_standard_input() {
    let machine = Machine::new();
    for (arguments, input, told) in [
        (
            &["import", "-"][..],
            "BEGIN:VCARD\r\nFN:Quill Desk\r\nEND:VCARD\r\n",
            "entrée standard",
        ),
        (&["import", "-"], "no contacts at all", "entrée standard"),
        (&["packs", "add", "-"], "no pack at all", "entrée standard"),
        (
            &["bookmarks", "import", "-"],
            "no list at all",
            "entrée standard",
        ),
        (&["import", "-"], "{\"name\": \"Quill", "--name NOM"),
        (
            &["import", "--name", "county", "-"],
            "{\"name\": \"Quill",
            "entrée standard:1",
        ),
    ] {
        let said = machine.run_piped("fr", arguments, input.as_bytes());
        assert_ne!(said.exit, Exit::Done, "{arguments:?}");
        said.warns(told);
    }
    let before = machine.run(&["packs"]).out;
    assert!(!before.contains("county"), "{before}");
}

#[test]
fn a_file_of_another_program_is_named_and_none_of_its_bytes_are_printed() {
    let machine = Machine::new();
    let noise: Vec<u8> = (0..2000_u32)
        .map(|place| u8::try_from(place.wrapping_mul(2_654_435_761) >> 24).unwrap())
        .collect();
    let names = b"MZ\x90\0Name,Phone\x1b[2J\nQuill\x07,902-555-0123\n";
    let files: [(&[u8], [&str; 2]); 6] = [
        (b"\x89PNG\r\n\x1a\n\0\0\x1b[31m", ["a picture", "une image"]),
        (
            b"\x7fELF\x02\x01\x01\0Name,Phone\n",
            ["a program", "un programme"],
        ),
        (names, ["a program", "un programme"]),
        (b"\x1f\x8b\x08\0,\n,\n", ["compressed", "compressé"]),
        (&noise, ["no text", "pas du texte"]),
        (b"", ["is empty", "est vide"]),
    ];
    let add = ["packs", "add", "-"];
    let take = ["bookmarks", "import", "-"];
    for (bytes, kinds) in files {
        for (language, kind) in ["en", "fr"].into_iter().zip(kinds) {
            for arguments in [&["import", "-"][..], &add, &take] {
                let said = machine.run_piped(language, arguments, bytes);
                assert_ne!(said.exit, Exit::Done);
                said.warns(kind);
                let printed = said.out + &said.errors;
                let is_odd = |c: char| c.is_control() && c != '\n' || c == '\u{fffd}';
                assert!(!printed.contains(is_odd), "{printed:?}");
                assert!(!printed.contains("Quill"), "{printed}");
            }
        }
    }
}
