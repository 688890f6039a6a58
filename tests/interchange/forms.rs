//! Forms in which directories arrive: encodings, archives, named tables, packs of other versions, closed days;
//! and a report for programs whatever happens.

use std::fs;

use havre::cli::Exit;
use serde_json::{Value, json};

use crate::hsds::pack;
use crate::machine::{Machine, Said, argument};
use crate::trust::contact;

/// Returns a service with this id.
fn service(id: &str) -> Value {
    json!({"id": id, "name": format!("Quill {id}"), "phones": [{"number": "902-555-0142"}]})
}

fn import(machine: &Machine, file: &str, bytes: impl AsRef<[u8]>) -> Said {
    let file = machine.file(file, bytes);
    machine.run(&[
        "import",
        argument(&file),
        "--name",
        "county",
        "--region",
        "NS",
    ])
}

fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let files = files.iter().map(|(name, text)| (*name, text.as_bytes()));
    havre::interchange::zip::write(files, &mut bytes).unwrap();
    bytes
}

#[test]
fn conditions_of_open_referral_uk_1_come_along_in_both_languages() {
    let machine = Machine::new();
    let record = json!({"id": "1", "name": "Quill Hall", "description": "Warm.", "fees": "Free",
        "service_areas": [{"service_area": "Nova Scotia"}], "cost_options": [{"option": "visit", "amount": 5}],
        "eligibilitys": [{"eligibility": "Adults", "minimum_age": 18}]});
    import(&machine, "county.json", record.to_string()).ends(Exit::Done);
    let contact = pack(&machine, "county").remove(0);
    assert_eq!(
        contact.description.en,
        "Warm. Adults. Age 18 and over. visit 5."
    );
    assert_eq!(
        contact.description.fr,
        "Warm. Adults. 18\u{a0}ans et plus. visit 5."
    );
    assert_eq!(contact.free, None, "a price says otherwise");
    assert!(contact.whole_region, "the area is the province");
}

#[test]
fn a_pack_that_is_refused_is_no_directory_of_another_form() {
    let header = |version: u8, name: &str| json!({"havre_pack": version, "name": name, "publisher": "A", "licence": "B", "date": "2026-11-01"});
    let record = contact("ns-quill", "Quill Line", "902-555-0142");
    for (text, why) in [
        (format!("{}\n{record}\n", header(2, "quill")), "newer"),
        (format!("{}\n{record}\n", header(1, "../quill")), "name"),
        (format!("{}\n{record}\n", header(1, "havre")), "name"),
        (
            json!([header(1, "quill"), record]).to_string(),
            "not a pack",
        ),
    ] {
        let machine = Machine::new();
        import(&machine, "quill.jsonl", &text)
            .ends(Exit::BadData)
            .warns(why);
        let asked = machine.path("quill.jsonl");
        let asked = ["import", argument(&asked), "--kind", "hsds"];
        machine.run(&asked).ends(Exit::NothingFound);
        assert!(
            !machine.path("data/directory.d/quill.jsonl").exists(),
            "{text}"
        );
    }
}

#[test]
fn a_pack_with_a_line_that_is_held_back_is_not_taken_whole() {
    let machine = Machine::new();
    let record = contact("ca-988", "Quill Line", "902-555-0199");
    let file = machine.file(
        "quill.jsonl",
        crate::trust::pack("quill", "2026-11-20", &[record]),
    );
    for command in [
        &["import", argument(&file), "--dry-run"][..],
        &["import", argument(&file)],
        &["packs", "add", argument(&file)],
    ] {
        machine
            .run(command)
            .ends(Exit::BadData)
            .prints("Not taken: Quill Line");
    }
}

#[test]
fn a_pack_with_a_number_for_an_extension_is_refused() {
    let mut record = contact("ns-quill", "Quill Line", "902-555-0142");
    record["phones"][0]["extension"] = json!("9025550143");
    let machine = Machine::new();
    let file = machine.file(
        "quill.jsonl",
        crate::trust::pack("quill", "2026-11-20", &[record]),
    );
    machine
        .run(&["packs", "add", argument(&file)])
        .ends(Exit::BadData)
        .warns("phones[0].extension: more than seven digits");
}

#[test]
fn json_in_utf_16_and_in_a_sequence_is_read() {
    let text = json!([service("a"), service("b")]).to_string();
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let sequence = format!("\u{1e}{}\n\u{1e}{}\n", service("a"), service("b"));
    for bytes in [
        [&[0xff, 0xfe], little.as_slice()].concat(),
        [&[0xfe, 0xff], big.as_slice()].concat(),
        little,
        sequence.into_bytes(),
    ] {
        let machine = Machine::new();
        import(&machine, "county.json", bytes).ends(Exit::Done);
        assert_eq!(pack(&machine, "county").len(), 2);
    }
}

#[test]
fn archives_of_json_are_read_and_others_say_why_not() {
    let machine = Machine::new();
    let json = json!([service("a")]).to_string();
    let bytes = archive(&[("export/services.json", &json), ("readme.txt", "Quill")]);
    import(&machine, "county.zip", bytes).ends(Exit::Done);
    assert_eq!(pack(&machine, "county").len(), 1);
    let workbook = archive(&[("[Content_Types].xml", "<x/>"), ("xl/workbook.xml", "<x/>")]);
    let said = import(&machine, "county.xlsx", workbook);
    said.ends(Exit::NothingFound)
        .warns("county.xlsx: nothing in it that havre reads");
}

#[test]
fn json_beside_tables_that_is_no_directory_is_left_out() {
    let services = ("services.csv", "id,name\ns1,Quill Line\n");
    let phones = ("phones.csv", "id,service_id,number\np1,s1,902-555-0142\n");
    for (name, text) in [
        ("notes.json", "Quill, of the county"),
        ("notes.json", "{\"a\": 1} and so on"),
        (
            "notes.json",
            "[{\"id\": \"s2\", \"name\": \"Maple\"}, {\"id",
        ),
        ("openapi.json", "{\"openapi\": \"3.1.0\", \"info\": {}}"),
        ("list.json", "[\"a\", 2]"),
    ] {
        let machine = Machine::new();
        let bytes = archive(&[services, (name, text), phones]);
        import(&machine, "county.zip", bytes)
            .ends(Exit::Done)
            .warns(&format!("county.zip/{name}: left out"));
        let contacts = pack(&machine, "county");
        assert_eq!(contacts.len(), 1, "{text}");
        assert_eq!(contacts[0].phones[0].number, "902-555-0142");
    }
    // With a directory in it, the JSON counts as much as a table.
    let machine = Machine::new();
    let records = json!([service("a"), {"id": "b"}]).to_string();
    let bytes = archive(&[services, ("more.json", &records), phones]);
    import(&machine, "county.zip", bytes).ends(Exit::BadData);
    assert_eq!(pack(&machine, "county").len(), 2);
    // Alone, it is what was to be imported.
    let machine = Machine::new();
    import(&machine, "county.zip", archive(&[("notes.json", "Quill")])).ends(Exit::BadData);
}

#[test]
fn tables_are_known_by_the_package_that_describes_them() {
    let description = json!({"resources": [{"name": "services", "path": "a.csv"},
        {"name": "phone", "path": ["b.csv"]}]})
    .to_string();
    let files = [
        ("datapackage.json", description.as_str()),
        ("a.csv", "id,name\ns1,Quill Line\n"),
        ("b.csv", "id,service_id,number\np1,s1,902-555-0142\n"),
    ];
    let machine = Machine::new();
    import(&machine, "county.zip", archive(&files)).ends(Exit::Done);
    assert_eq!(pack(&machine, "county")[0].phones[0].number, "902-555-0142");
    for (name, text) in files {
        machine.file(&format!("tables/{name}"), text);
    }
    let folder = machine.path("tables");
    let said = machine.run(&["import", argument(&folder), "--region", "NS"]);
    said.ends(Exit::Done);
    assert_eq!(pack(&machine, "tables")[0].phones[0].number, "902-555-0142");
}

#[test]
fn programs_are_told_why_nothing_was_taken() {
    let machine = Machine::new();
    let record = contact("ns-quill", "Quill Line", "902-555-0142");
    let cut = crate::trust::pack("quill", "2026-11-20", &[record]);
    for (name, bytes) in [
        ("quill.jsonl", cut.as_bytes()[..cut.len() - 9].to_vec()),
        ("cut.json", b"[{\"id\": \"a\", \"name".to_vec()),
        (
            "cut.zip",
            archive(&[("services.csv", "id,name\ns1,Quill\n")])[..30].to_vec(),
        ),
        ("none.json", Vec::new()),
    ] {
        let file = machine.file(name, bytes);
        let file = if name == "none.json" {
            machine.path("missing.json")
        } else {
            file
        };
        let said = machine.run(&["import", argument(&file), "--json"]);
        let report: Value = serde_json::from_str(&said.out).unwrap();
        assert_eq!(report["schema"], 1, "{name}");
        let why = report["refused"].as_str().unwrap();
        assert!(said.errors.contains(why), "{why} in {}", said.errors);
        assert_eq!(
            (&report["taken"], &report["exit"]),
            (&json!(0), &json!(said.exit.code()))
        );
    }
}

#[test]
fn closed_days_are_shown_and_keep_the_hours_from_being_evaluated() {
    let machine = Machine::new();
    let week =
        json!([{"byday": "MO,TU,WE,TH,FR,SA,SU", "opens_at": "00:00", "closes_at": "23:59"}]);
    let holidays = |days: Value| json!({"id": "a", "name": "Quill Line", "schedules": week, "holiday_schedules": days});
    let texts = |days: Value| {
        import(&machine, "county.json", holidays(days).to_string()).ends(Exit::Done);
        let contact = pack(&machine, "county").remove(0);
        (contact.hours.unwrap(), contact.always_open)
    };
    let (hours, always) = texts(
        json!([{"closed": true, "start_date": "2999-12-25", "end_date": "2999-12-26"},
        {"closed": "false", "start_date": "2999-12-31", "opens_at": "09:00", "closes_at": "12:00"}]),
    );
    assert_eq!(
        hours.en,
        "24/7 (closed 2999-12-25 to 2999-12-26; 2999-12-31: 09:00–12:00)"
    );
    assert_eq!(
        hours.fr,
        "24/7 (fermé du 2999-12-25 au 2999-12-26; 2999-12-31\u{a0}: 09:00–12:00)"
    );
    assert!(!always && havre::directory::hours::parse(&hours.en).is_none());
    let (hours, always) =
        texts(json!([{"closed": true, "start_date": "2019-12-25", "end_date": "2019-12-26"}]));
    assert_eq!(
        (hours.en.as_str(), always),
        ("24/7", true),
        "a day that has passed says nothing"
    );
    // In tables, too.
    for (name, text) in [
        ("services.csv", "id,name\ns1,Quill Line\n"),
        (
            "holiday_schedules.csv",
            "id,service_id,closed,start_date,end_date\nh,s1,true,2999-12-25,2999-12-25\n",
        ),
    ] {
        machine.file(&format!("tables/{name}"), text);
    }
    let folder = machine.path("tables");
    machine
        .run(&["import", argument(&folder), "--region", "NS"])
        .ends(Exit::Done);
    let hours = pack(&machine, "tables").remove(0).hours.unwrap();
    assert_eq!(hours.en, "(closed 2999-12-25)");
    assert!(fs::read_dir(&folder).is_ok());
}
