//! Round trips: an export of the directory as HSDS, imported and exported again, is the same; own contacts come
//! back from every address book as they went.

use std::collections::BTreeMap;

use havre::assets::Assets;
use havre::cli::Exit;
use havre::directory::Contact;
use havre::i18n::{Language, Messages};
use havre::interchange::hsds::{Converter, Origin, write};
use serde_json::{Value, json};

use crate::machine::{Machine, argument};

/// Imports a service, and returns its contact.
pub fn imported(service: &Value) -> Contact {
    let mut found = None;
    let mut sink = |contact: &Contact, _: &str| {
        found = Some(contact.clone());
        Ok(())
    };
    let origin = Origin {
        pack: "round".to_owned(),
        date: "2026-11-01".to_owned(),
        region: None,
    };
    let mut converter = Converter::new(origin, &mut sink);
    let json = service.to_string();
    converter.json(1, json.as_bytes()).unwrap();
    converter.finish().unwrap();
    found.unwrap()
}

/// Returns the fields of a contact that came back otherwise; the sources and the notes of the maintainers stay
/// at home.
fn back(went: &Contact, came: &Contact) -> Value {
    let [went, came] = [went, came].map(|contact| serde_json::to_value(contact).unwrap());
    let fields = went.as_object().unwrap().keys();
    let fields = fields.chain(came.as_object().unwrap().keys());
    let other = fields.filter(|field| !matches!(field.as_str(), "sources" | "notes"));
    let other = other.filter(|field| went[field] != came[field]);
    let pair = |field: &String| (field.clone(), json!([went[field], came[field]]));
    Value::Object(other.map(pair).collect())
}

#[test]
fn an_export_comes_back_as_it_went() {
    let contacts = Assets::embedded().contacts().unwrap();
    for language in Language::ALL {
        let messages = Messages::of(language);
        let mut differing: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for contact in &contacts {
            let first = write::service(contact, messages);
            let second = write::service(&imported(&first), messages);
            let fields = first.as_object().unwrap().keys();
            for field in fields.chain(second.as_object().unwrap().keys()) {
                if first[field] != second[field] {
                    let told = format!("{}: {} -> {}", contact.id, first[field], second[field]);
                    differing.entry(field.clone()).or_default().push(told);
                }
            }
            let back = back(contact, &imported(&first));
            for (field, text) in back.as_object().unwrap() {
                let told = format!("{}: {text}", contact.id);
                differing.entry(field.clone()).or_default().push(told);
            }
        }
        let told = differing
            .iter()
            .map(|(field, all)| format!("{field} {}: {}", all.len(), all[0]));
        let told: Vec<String> = told.collect();
        assert!(told.is_empty(), "{}", told.join("\n\n"));
    }
}

/// Returns a worker's list with one contact of each kind that an address book may garble.
fn list() -> Value {
    let phone = |number: &str, kind: &str| json!({"number": number, "kind": kind});
    let both = |text: &str| json!({"en": text, "fr": text});
    let mut labelled = phone("902-555-0102", "voice");
    labelled["label"] = both("intake; ask for \"B\", then wait");
    labelled["extension"] = json!("212");
    let contact = |name: &str, more: Value| {
        let mut contact = json!({
            "name": name, "category": "police", "region": "NS", "phones": [phone("902-555-0101", "voice")],
        });
        contact
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        contact
    };
    let long = "A long description, with commas; semicolons: and \\ signs. ".repeat(9);
    let contacts = [
        contact("Plain", json!({})),
        contact(
            "Every field",
            json!({
                "category": "shelter", "also": ["counselling", "legal-help"], "region": "QC", "place": "Saguenay",
                "languages": ["fr", "iu"], "hours": "Lun–ven 8 h 30–16 h 30", "website": "https://example.org/a?b=c,d",
                "description": "Listens · « à toute heure »; =1+1",
            }),
        ),
        contact(
            "Numbers",
            json!({"phones": [
                labelled, phone("1-800-555-0103", "voice"), phone("211", "voice"), phone("902-555-0104", "text"),
                phone("902-555-0105", "tty"), phone("902 555 010 ?", "voice"), phone("902-555-0106", "fax"),
            ]}),
        ),
        contact(
            "Long",
            json!({"description": long.trim(), "place": "St. John’s", "region": "NL"}),
        ),
        contact(
            "Web alone",
            json!({"phones": [], "website": "https://example.org"}),
        ),
    ];
    let entry = |(index, contact): (usize, Value)| {
        json!({"id": format!("own-{}", 1_700_000_000_000_000_000_u64 + index as u64),
            "at": "2026-11-01T00:00:00Z", "contact": contact})
    };
    let own: Vec<Value> = contacts.into_iter().enumerate().map(entry).collect();
    json!({"version": 1, "bookmarks": [], "own": own})
}

/// Returns the own contacts of a worker by their ids.
fn own(machine: &Machine) -> BTreeMap<String, Value> {
    let list = std::fs::read(machine.path("data/bookmarks.json")).unwrap();
    let list: Value = serde_json::from_slice(&list).unwrap();
    let own = list["own"].as_array().unwrap().iter();
    let pair = |one: &Value| {
        let mut contact = one["contact"].clone();
        for phone in contact["phones"].as_array_mut().into_iter().flatten() {
            // Address books have the country's code before every number.
            let number = phone["number"].as_str().unwrap().to_owned();
            phone["number"] = number.trim_start_matches("1-").into();
        }
        (one["id"].as_str().unwrap().to_owned(), contact)
    };
    own.map(pair).collect()
}

#[test]
fn own_contacts_come_back_from_every_address_book() {
    let here = Machine::new();
    here.file("data/bookmarks.json", list().to_string());
    let went = own(&here);
    let ids: Vec<&str> = went.keys().map(String::as_str).collect();
    for format in [
        &["--format", "vcard"][..],
        &["--format", "vcard", "--vcard-version", "4.0"],
        &["--format", "csv"],
        &["--format", "csv", "--separator", ";"],
    ] {
        let exported = here.run(&[&["export"], format, &ids[..]].concat());
        let file = here.file("own.txt", exported.ends(Exit::Done).out.as_bytes());
        let there = Machine::new();
        let said = there.run(&["import", argument(&file)]);
        for (id, contact) in own(&there) {
            assert_eq!(contact, went[&id], "{format:?}\n{}", exported.out);
        }
        assert_eq!(own(&there).len(), went.len(), "{format:?}");
        assert!(!said.errors.contains("left out"), "{}", said.errors);
        // At home nothing is new.
        let said = here.run(&["import", argument(&file)]);
        said.prints("0 taken in, 5 were there already.");
    }
}
