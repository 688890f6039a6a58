//! Export as HSDS and import of the result: it is valid, and no number, hours or area is lost.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use havre::assets::Assets;
use havre::cli::Exit;
use havre::directory::{Contact, Phone, PhoneKind, Region};
use havre::i18n::Language;
use serde_json::{Value, json};

use crate::hsds::pack;
use crate::machine::{Machine, argument};
use crate::round::imported;

const SCHEMA: &str = include_str!("hsds-3.0.schema.json");

/// Returns the services of an export in a language.
fn services(machine: &Machine, language: &str) -> Vec<Value> {
    let said = machine.run_in(language, &["export", "--format", "hsds"]);
    said.ends(Exit::Done);
    let page: Value = serde_json::from_str(&said.out).unwrap();
    let services = page["contents"].as_array().unwrap().clone();
    assert_eq!(page["total_items"], services.len());
    services
}

/// Returns the faults that a validator finds in these services.
fn problems(schema: &Value, services: &[Value]) -> Vec<String> {
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(schema)
        .unwrap();
    let each = services.iter().flat_map(|service| {
        let errors = validator.iter_errors(service);
        errors.map(|error| format!("{}: {}: {error}", service["name"], error.instance_path()))
    });
    each.collect()
}

#[test]
fn every_contact_is_a_valid_service() {
    let machine = Machine::new();
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    for language in ["en", "fr"] {
        let services = services(&machine, language);
        assert_eq!(services.len(), Assets::embedded().contacts().unwrap().len());
        assert_eq!(problems(&schema, &services), Vec::<String>::new());
        let ids: BTreeSet<&str> = services
            .iter()
            .filter_map(|one| one["id"].as_str())
            .collect();
        assert_eq!(ids.len(), services.len(), "each id stands once");
    }
    let wrong = [json!({"id": "x", "name": "", "status": "open", "other": 1})];
    assert!(problems(&schema, &wrong).len() > 4, "the schema refuses");
}

/// Validates the export by the schemas of the standard, in the folder `HSDS_SCHEMAS`: their licence
/// does not allow copies here.
#[test]
#[ignore = "needs the schemas of HSDS 3.0 (HSDS_SCHEMAS)"]
fn every_contact_is_valid_by_the_schemas_of_the_standard() {
    let folder = std::env::var_os("HSDS_SCHEMAS").unwrap();
    let schema = |name: &str| -> Value {
        serde_json::from_slice(&fs::read(Path::new(&folder).join(name)).unwrap()).unwrap()
    };
    let machine = Machine::new();
    let services = services(&machine, "en");
    let found = problems(&schema("service_with_definitions.json"), &services);
    assert_eq!(found, Vec::<String>::new());
    // The schema of the tables has lists by name: each table is validated as its list.
    let tabular = schema("tabular.json");
    let tables = tables(&machine);
    for (name, rows) in &tables {
        let resource = &tabular["properties"][name];
        assert!(resource.is_object(), "{name} is no table of the standard");
        let items = resource["items"].clone();
        let needed = items["tabular_required"].as_array().cloned();
        assert_eq!(
            problems(&without_references(items), rows),
            Vec::<String>::new(),
            "{name}"
        );
        for field in needed.unwrap_or_default() {
            let field = field.as_str().unwrap();
            assert!(
                rows.iter().all(|row| row[field].is_string()),
                "{name}.{field}"
            );
        }
    }
    assert!(tables.len() >= 12, "{:?}", tables.keys());
}

/// Returns the schema of one row: nested records of the JSON format are in other files.
fn without_references(mut schema: Value) -> Value {
    let fields = schema["properties"].as_object_mut().unwrap();
    fields.retain(|_, field| field.get("items").is_none() && field.get("$ref").is_none());
    schema
}

/// Returns the tables of an export by the names of their resources, each row as an object.
fn tables(machine: &Machine) -> BTreeMap<String, Vec<Value>> {
    let folder = machine.path("tables");
    let output = format!("{}/", folder.display());
    machine
        .run(&["export", "--format", "hsds-csv", "--output", &output])
        .ends(Exit::Done);
    let package = fs::read(folder.join("datapackage.json")).unwrap();
    let package: Value = serde_json::from_slice(&package).unwrap();
    let resources = package["resources"].as_array().unwrap().iter();
    let tables = resources.map(|resource| {
        let path = folder.join(resource["path"].as_str().unwrap());
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let mut reader = csv::Reader::from_path(path).unwrap();
        let names: Vec<&Value> = fields.iter().map(|field| &field["name"]).collect();
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), names);
        let rows = reader.records().map(|row| object(fields, &row.unwrap()));
        (
            resource["name"].as_str().unwrap().to_owned(),
            rows.collect(),
        )
    });
    tables.collect()
}

fn object(fields: &[Value], row: &csv::StringRecord) -> Value {
    // The parts of an address are required, and may be empty.
    let needed = ["address_1", "city", "state_province", "postal_code"];
    let says = |(field, cell): &(&Value, &str)| {
        !cell.is_empty() || needed.iter().any(|name| field["name"] == *name)
    };
    let cells = fields.iter().zip(row).filter(says);
    let cells = cells.map(|(field, cell)| {
        let value = match field["type"].as_str() {
            Some("number") => json!(cell.parse::<u64>().unwrap()),
            _ => json!(cell),
        };
        (field["name"].as_str().unwrap().to_owned(), value)
    });
    Value::Object(cells.collect())
}

#[test]
fn each_table_names_its_rows_once_and_rows_that_there_are() {
    let machine = Machine::new();
    let tables = tables(&machine);
    let ids = |table: &str| -> BTreeSet<String> {
        let rows = tables[table].iter();
        rows.map(|row| row["id"].as_str().unwrap().to_owned())
            .collect()
    };
    for (name, rows) in &tables {
        assert_eq!(ids(name).len(), rows.len(), "{name}");
        for (column, owner) in [
            ("service_id", "service"),
            ("organization_id", "organization"),
            ("location_id", "location"),
            ("taxonomy_term_id", "taxonomy_term"),
            ("link_id", "service"),
        ] {
            let known = ids(owner);
            let named = rows.iter().filter_map(|row| row[column].as_str());
            let lost: Vec<&str> = named.filter(|id| !known.contains(*id)).collect();
            assert!(lost.is_empty(), "{name}.{column}: {lost:?}");
        }
    }
}

/// Facts of a contact for callers, in one language.
#[derive(Debug, PartialEq, Eq)]
struct Facts {
    name: String,
    numbers: Vec<(String, PhoneKind, Option<String>)>,
    hours: Option<String>,
    always_open: bool,
    region: &'static str,
    area: Option<String>,
    whole_region: bool,
    places: BTreeSet<String>,
    categories: Vec<&'static str>,
    serves: Vec<&'static str>,
    languages: Vec<String>,
    free: Option<bool>,
    checked: String,
    website: Option<String>,
    email: Option<String>,
}

impl Facts {
    fn of(contact: &Contact, language: Language) -> Self {
        let text = |text: &havre::i18n::Text| text.get(language).to_owned();
        let number = |phone: &Phone| (phone.dialled(), phone.kind, phone.hours.as_ref().map(text));
        let serves = contact.serves.iter();
        let hours = contact.hours.as_ref().map(text);
        Self {
            name: contact.name(language).to_owned(),
            numbers: contact.phones.iter().map(number).collect(),
            hours: hours.or_else(|| contact.always_open.then(|| "24/7".to_owned())),
            always_open: contact.always_open,
            region: contact.region.code(),
            area: contact.area.as_ref().map(text),
            whole_region: !contact.is_local(),
            places: contact.places.iter().cloned().collect(),
            categories: contact.categories.iter().map(|one| one.slug()).collect(),
            serves: serves.map(|one| one.slug()).collect(),
            languages: contact
                .languages
                .iter()
                .map(|code| code.0.clone())
                .collect(),
            free: contact.free.filter(|free| *free),
            checked: contact.checked.clone(),
            website: contact.website(language).map(str::to_owned),
            email: contact.email.clone(),
        }
    }
}

#[test]
fn an_export_comes_back_with_every_number_hours_and_area() {
    let contacts = Assets::embedded().contacts().unwrap();
    for (code, language) in [("en", Language::En), ("fr", Language::Fr)] {
        let machine = Machine::new();
        let services = services(&machine, code);
        let back: Vec<Contact> = services.iter().map(imported).collect();
        assert_eq!(back.len(), contacts.len());
        for (was, now) in contacts.iter().zip(&back) {
            let mut expected = Facts::of(was, language);
            // The town of its address is one of its towns.
            let address = was.public_address().unwrap_or_default();
            let towns = now.places.iter().filter(|town| address.contains(*town));
            expected.places.extend(towns.cloned());
            assert_eq!(Facts::of(now, language), expected, "{}", was.id);
        }
    }
}

/// Returns a pack with the records of a province under other ids.
fn copies() -> String {
    let header = json!({"havre_pack": 1, "name": "copy", "publisher": "A", "licence": "B", "date": "2026-11-01"});
    let contacts = Assets::embedded().contacts().unwrap();
    let ours = contacts.iter().filter(|one| one.region == Region::Ns);
    let copy = |contact: &Contact| {
        let mut copy = serde_json::to_value(contact).unwrap();
        copy["id"] = json!(format!("copy-{}", contact.id));
        copy.to_string()
    };
    let lines = std::iter::once(header.to_string()).chain(ours.map(copy));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn json_tables_and_an_archive_say_the_same() {
    let machine = Machine::new();
    // Unchanged records of the program would be left out.
    let file = machine.file("copy.jsonl", copies());
    machine
        .run(&["packs", "add", argument(&file)])
        .ends(Exit::Done);
    let contacts = |path: &str, output: &str, format: &str| {
        machine
            .run(&[
                "export", "--format", format, "--region", "NS", "--output", output,
            ])
            .ends(Exit::Done);
        let said = machine.run(&["import", path, "--name", "back"]);
        assert!(
            [Exit::Done, Exit::BadData].contains(&said.exit),
            "{}",
            said.errors
        );
        let mut contacts = pack(&machine, "back");
        contacts.sort_by(|one, other| one.id.cmp(&other.id));
        machine.run(&["packs", "remove", "back"]).ends(Exit::Done);
        contacts
    };
    let path = |name: &str| machine.path(name).display().to_string();
    let json = contacts(&path("out.json"), &path("out.json"), "hsds");
    let zip = contacts(&path("out.zip"), &path("out.zip"), "hsds-csv");
    let folder = contacts(&path("out"), &(path("out") + "/"), "hsds-csv");
    assert!(json.len() > 50);
    assert_eq!(json, zip);
    assert_eq!(json, folder);
}

#[test]
fn a_hidden_address_leaves_in_no_format() {
    let machine = Machine::new();
    let header = json!({"havre_pack": 1, "name": "mine", "publisher": "A", "licence": "B", "date": "2026-11-01"});
    let mut contact = serde_json::to_value(&Assets::embedded().contacts().unwrap()[40]).unwrap();
    contact["id"] = json!("ns-hidden");
    contact["address"] = json!("44 Hidden Hollow, Truro NS");
    contact["confidential"] = json!(true);
    let file = machine.file("mine.jsonl", format!("{header}\n{contact}\n"));
    machine
        .run(&["packs", "add", argument(&file)])
        .ends(Exit::Done);
    for format in ["vcard", "csv", "hsds", "pack", "pack-csv"] {
        let said = machine.run(&["export", "--format", format, "ns-hidden"]);
        said.ends(Exit::Done);
        assert!(
            !said.out.contains("Hidden Hollow"),
            "{format}: {}",
            said.out
        );
    }
    let output = format!("{}/", machine.path("tables").display());
    machine
        .run(&[
            "export",
            "--format",
            "hsds-csv",
            "ns-hidden",
            "--output",
            &output,
        ])
        .ends(Exit::Done);
    for file in fs::read_dir(machine.path("tables")).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        assert!(!text.contains("Hidden Hollow"), "{text}");
    }
    for command in [
        vec!["show", "ns-hidden"],
        vec!["show", "ns-hidden", "--json"],
        vec!["card", "ns-hidden"],
        vec!["card", "ns-hidden", "--format", "html"],
        vec!["search", "hidden hollow", "--json"],
    ] {
        let said = machine.run(&command);
        assert!(
            !said.out.contains("Hidden Hollow"),
            "{command:?}: {}",
            said.out
        );
    }
}

#[test]
fn an_archive_that_means_harm_is_refused() {
    let machine = Machine::new();
    let mut bytes = Vec::new();
    let entries = ["services.csv", "xx/phones.csv"];
    let entries = entries.map(|name| (name, b"id,name\ns1,Quillberry\n".as_slice()));
    havre::interchange::zip::write(entries, &mut bytes).unwrap();
    // The writer itself creates no name that leads outside.
    for at in 0..bytes.len() - 3 {
        if &bytes[at..at + 3] == b"xx/" {
            bytes[at..at + 3].copy_from_slice(b"../");
        }
    }
    let bytes = machine.file("harm.zip", bytes);
    let said = machine.run(&["import", argument(&bytes)]);
    said.ends(Exit::BadData).warns("leads out of its folder");
    assert!(!machine.path("data/directory.d/harm.jsonl").exists());
}
