//! Tables as spreadsheets save them: encodings, quotes without an end, several files of one table.

use havre::cli::Exit;
use havre::directory::Phone;

use crate::hsds::pack;
use crate::machine::{Machine, Said, argument};

const SERVICES: &str = "id,name,state_province\n";

/// Imports tables from a folder.
fn import(machine: &Machine, files: &[(&str, &[u8])]) -> Said {
    for (name, bytes) in files {
        machine.file(&format!("county/{name}"), bytes);
    }
    let folder = machine.path("county");
    machine.run(&["import", argument(&folder), "--region", "QC"])
}

/// Returns the contacts as `name: numbers`.
fn taken(machine: &Machine) -> Vec<String> {
    let contacts = pack(machine, "county");
    let line = |contact: &havre::directory::Contact| {
        let numbers: Vec<String> = contact.phones.iter().map(Phone::dialled).collect();
        format!(
            "{}: {}",
            contact.name.get(havre::i18n::Language::En).0,
            numbers.join(", ")
        )
    };
    contacts.iter().map(line).collect()
}

fn utf_16(text: &str) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    [0xff, 0xfe].into_iter().chain(units).collect()
}

#[test]
fn tables_of_windows_and_utf_16_are_read() {
    let machine = Machine::new();
    let phones = utf_16("id;service_id;number\r\np1;s1;819 555-0142\r\n");
    let said = import(
        &machine,
        &[
            (
                "services.csv",
                b"id,name\r\ns1,L\x92Escale \xe0 Gasp\xe9\r\n",
            ),
            ("phones.csv", &phones),
        ],
    );
    said.ends(Exit::Done)
        .warns("services.csv: its letters had to be guessed; please check “L’Escale”");
    assert_eq!(taken(&machine), ["L’Escale à Gaspé: 819-555-0142"]);
}

#[test]
fn a_quote_without_end_loses_no_row() {
    let machine = Machine::new();
    let services = "id,name,description\ns1,\"Quill Line,Listens.\ns2,Berry Line,Talks.\ns3,\"Rose, the Line\",\"Two\nlines.\"\n";
    let phones =
        "id,service_id,number\np1,s1,819-555-0141\np2,s2,819-555-0142\np3,s3,819-555-0143\n";
    let said = import(
        &machine,
        &[
            ("services.csv", services.as_bytes()),
            ("phones.csv", phones.as_bytes()),
        ],
    );
    said.ends(Exit::Done)
        .warns("services.csv:2: a quotation mark is never closed");
    let expected = [
        "Quill Line: 819-555-0141",
        "Berry Line: 819-555-0142",
        "Rose, the Line: 819-555-0143",
    ];
    assert_eq!(taken(&machine), expected);
}

#[test]
fn two_files_of_one_table_in_an_archive_are_both_read() {
    let machine = Machine::new();
    let one = format!("{SERVICES}s1,Quill Line,QC\n");
    let other = "name,id\nBerry Line,s2\n,s3\n";
    let phones = "id,service_id,number\np1,s1,819-555-0141\np2,s2,819-555-0142\n";
    let entries = [
        ("north/services.csv", one.as_bytes()),
        ("south/services.csv", other.as_bytes()),
        ("phones.csv", phones.as_bytes()),
    ];
    let mut bytes = Vec::new();
    havre::interchange::zip::write(entries, &mut bytes).unwrap();
    let file = machine.file("county.zip", bytes);
    let said = machine.run(&["import", argument(&file), "--region", "QC"]);
    said.ends(Exit::BadData)
        .warns("county.zip/south/services.csv:3: s3: name: left out");
    let expected = ["Quill Line: 819-555-0141", "Berry Line: 819-555-0142"];
    assert_eq!(taken(&machine), expected);
}

#[test]
fn contacts_after_a_quote_without_end_come_in() {
    let machine = Machine::new();
    let file = machine.file(
        "book.csv",
        "Name,Phone\n\"Anne Roy,819-555-0141\nMax Roe,819-555-0142\n\"Kim, Lee\",819-555-0143\n",
    );
    let said = machine.run(&["import", argument(&file)]);
    said.ends(Exit::Done)
        .warns("book.csv, entry 2: a quotation mark is never closed: the row of “Anne Roy”")
        .prints("3 read, 3 taken in")
        .prints("819-555-0142");
}

#[test]
fn tables_that_do_not_fit_into_the_memory_are_refused() {
    let machine = Machine::new();
    let services = machine.file("county/services.csv", "id,name\ns1,Quill Line\n");
    let phones = std::fs::File::create(machine.path("county/phones.csv")).unwrap();
    phones.set_len((160 << 20) + 1).unwrap();
    let said = machine.run(&["import", argument(services.parent().unwrap())]);
    said.ends(Exit::BadData)
        .warns("tables of more than 160 MB do not fit into the memory");
    assert!(!machine.path("data/directory.d/county.jsonl").exists());
}

#[test]
fn a_remark_on_a_thousand_rows_is_one_line() {
    use std::fmt::Write as _;

    let machine = Machine::new();
    let mut rows = String::from("id,name,phone\n");
    for row in 0..1_000 {
        writeln!(rows, "s{row},Quay House {row},555-{row:04}").unwrap();
    }
    let folder = machine.path("county");
    machine.file("county/services.csv", rows);
    let said = machine.run(&["import", argument(&folder)]);
    said.ends(Exit::Done)
        .warns("services.csv:2: Quay House 0: ")
        .warns("(and in 999 more rows, the last of them 1001)");
    assert!(said.errors.lines().count() < 60, "{}", said.errors);
    let json = machine.run(&["import", argument(&folder), "--json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(
        json["remarks"].as_array().unwrap().len() >= 1_000,
        "each row for programs"
    );
}

#[test]
fn tables_in_the_singular_are_read_and_others_are_named() {
    let machine = Machine::new();
    let said = import(
        &machine,
        &[
            ("organization.csv", b"id,name\no1,Quill Society\n"),
            (
                "service.csv",
                b"id,organization_id,name\ns1,o1,Quill Line\ns2,o1,Quill House\n",
            ),
            (
                "phone.csv",
                b"id,service_id,number\np1,s1,819-555-0142\np2,s2,819-555-0143\n",
            ),
            ("funding.csv", b"id,source\nf1,A grant\n"),
            ("readme.txt", b"Tables of Quill County"),
        ],
    );
    said.ends(Exit::Done)
        .warns("funding.csv: left out, a table that havre does not read");
    assert!(!said.errors.contains("readme.txt"), "{}", said.errors);
    assert_eq!(
        taken(&machine),
        ["Quill Line: 819-555-0142", "Quill House: 819-555-0143"]
    );
}

#[test]
fn a_row_that_belongs_to_no_service_is_reported() {
    let machine = Machine::new();
    let said = import(
        &machine,
        &[
            ("services.csv", b"id,organization_id,name\ns1,o1,Quill\n"),
            (
                "organizations.csv",
                b"id,name\no1,Society\no2,Lonely Society\n",
            ),
            (
                "locations.csv",
                b"id,organization_id,name\nl1,o1,Hall\nl2,o2,Lonely Hall\n",
            ),
            (
                "service_at_locations.csv",
                b"id,service_id,location_id\nx1,s1,l1\n",
            ),
            (
                "phones.csv",
                b"id,service_id,organization_id,location_id,number\n\
                  p1,s1,,,819 555-0142\np2,,o2,,819 555-0143\np3,,,l2,819 555-0144\n",
            ),
            ("contacts.csv", b"id,location_id,name\nc1,l2,Kim\n"),
            ("taxonomy_terms.csv", b"id,name\nt1,Unused\n"),
        ],
    );
    said.ends(Exit::BadData);
    let why = "left out, for it belongs to no service of these files";
    for row in [
        "organizations.csv:3: Lonely Society: ",
        "locations.csv:3: Lonely Hall: ",
        "contacts.csv:2: Kim: ",
    ] {
        said.warns(&format!("{row}{why}"));
    }
    said.warns(&format!(
        "phones.csv:3: 819 555-0143: {why} (and in one more row: 4)"
    ));
    assert!(!said.errors.contains("taxonomy"), "{}", said.errors);
    said.prints("Records left out: 5.");
    assert_eq!(taken(&machine), ["Quill: 819-555-0142"]);
}
