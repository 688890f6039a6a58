//! Addresses that must stay unknown: wherever a record hides one, no command and no format says it.

use std::fs;

use havre::cli::Exit;
use serde_json::{Value, json};

use crate::machine::{Machine, argument};

/// Words that a text must not have, folded and without blanks.
const TELLING: [&str; 4] = ["hiddenhollow", "b2n1a1", "44hidden", "hollowroad"];

/// Returns a record of a shelter; `fields` replace its own.
fn record(fields: Value) -> Value {
    let mut record = json!({
        "id": "h-1", "name": "Quillberry Shelter", "status": "active",
        "description": "Beds for a night. We are at 44 Hidden Hollow Road, Truro.",
        "organization": {"id": "o-1", "name": "Quillberry Society"},
        "phones": [{"number": "902-555-0180"}],
        "locations": [{"id": "l-1", "name": "House", "addresses": [
            {"address_1": "44 Hidden Hollow Road", "city": "Truro", "state_province": "NS", "postal_code": "B2N 1A1"}
        ]}],
    });
    let Value::Object(fields) = fields else {
        unreachable!("the fields are an object");
    };
    record.as_object_mut().unwrap().extend(fields);
    record
}

/// Panics if a text tells the address.
#[track_caller]
fn keeps(text: &str, place: &str) {
    let plain = |c: &char| c.is_alphanumeric();
    let folded: String = text.to_lowercase().chars().filter(plain).collect();
    for words in TELLING {
        assert!(!folded.contains(words), "{place}: {text}");
    }
}

/// Panics if contacts of a machine leave with their address in any form.
#[track_caller]
fn are_kept(machine: &Machine, ids: &[&str]) {
    for format in ["vcard", "csv", "hsds", "pack", "pack-csv"] {
        let said = machine.run(&[&["export", "--format", format], ids].concat());
        keeps(&said.ends(Exit::Done).out, format);
    }
    for command in [
        &["show", ids[0]][..],
        &["show", ids[0], "--json"],
        &[&["card"], ids].concat(),
        &[&["card", "--format", "html"], ids].concat(),
        &["search", "902-555-0180", "--json"],
    ] {
        let said = machine.run(command);
        keeps(&said.ends(Exit::Done).out, command[0]);
    }
}

/// Imports records, and panics if an address of theirs leaves. Returns their lines in the pack.
#[track_caller]
fn imported(records: Vec<Value>) -> Vec<String> {
    let machine = Machine::new();
    let count = records.len();
    let records: Vec<Value> = (0..)
        .zip(records)
        .map(|(index, mut record)| {
            if record["id"] == "h-1" {
                record["id"] = json!(format!("h-{index}"));
            }
            record
        })
        .collect();
    let file = machine.file("county.json", json!(records).to_string());
    let said = machine.run(&["import", argument(&file), "--region", "NS", "--json"]);
    assert_eq!(said.exit, Exit::Done, "{}", said.out);
    let report: Value = serde_json::from_str(&said.out).unwrap();
    let remarks = report["remarks"].as_array().unwrap();
    for row in 1..=count {
        let mut of_row = remarks.iter().filter(|remark| remark["row"] == row);
        let is_told = of_row.any(|remark| {
            remark["why"]
                .as_str()
                .unwrap()
                .contains("must stay unknown")
        });
        assert!(is_told, "{}", records[row - 1]);
    }
    let pack = fs::read_to_string(machine.path("data/directory.d/county.jsonl")).unwrap();
    let lines: Vec<String> = pack.lines().skip(1).map(str::to_owned).collect();
    assert_eq!(lines.len(), count);
    for (line, record) in lines.iter().zip(&records) {
        keeps(line, &record.to_string());
        assert!(line.contains("902-555-0180"), "{line}");
    }
    let ids = lines.iter().map(|line| {
        serde_json::from_str::<Value>(line).unwrap()["id"]
            .as_str()
            .unwrap()
            .to_owned()
    });
    let ids: Vec<String> = ids.collect();
    are_kept(
        &machine,
        &ids.iter().map(String::as_str).collect::<Vec<_>>(),
    );
    lines
}

#[test]
fn an_address_goes_from_every_text_of_a_shelter() {
    let street = "44 Hidden Hollow Road";
    let records = [
        json!({}),
        json!({"locations": []}),
        json!({"description": "On Hidden Hollow Road. Postal code B2N1A1"}),
        json!({"description": "On Hidden Hollow Rd., number 44"}),
        json!({"description": "44 Hidden-Hollow Rd (Truro)"}),
        json!({"name": "Shelter, 44 Hidden Hollow Road"}),
        json!({"name": "Shelter 44 Hidden Hollow Road"}),
        json!({"alternate_name": "House at 44 Hidden Hollow Road"}),
        json!({"organization": {"name": "Society, 44 Hidden Hollow Road"}}),
        json!({"id": "44-hidden-hollow-road"}),
        json!({"url": "https://example.org/44-hidden-hollow-road"}),
        json!({"url": "https://hiddenhollow.example.org/"}),
        json!({"email": "44hiddenhollow@example.org"}),
        json!({"attributes": [{"taxonomy_term": {"name": street}}]}),
        json!({"phones": [{"number": "902-555-0180", "description": format!("Desk at {street}")}]}),
        json!({"schedules": [{"description": format!("Mondays at {street}")}]}),
        json!({"service_areas": [{"name": street}], "languages": [{"name": street}]}),
        json!({"fees_description": format!("Pay at {street}"), "application_process": format!("Come to {street}")}),
        json!({"locations": [{"name": "House", "addresses": [{"address_1": format!("Unit 3 - {street}"), "city": "Truro"}]}]}),
        json!({"locations": [{"name": street, "phones": [{"number": "902-555-0181"}], "addresses": [{"attention": street, "city": "Truro"}]},
            {"name": "Other", "phones": [{"number": "902-555-0182"}]}]}),
        json!({"locations": [{"name": "House", "address": format!("{street}, Truro NS")}]}),
        json!({"locations": [{"name": "House", "addresses": [{"address_2": street, "city": "Truro"}], "transportation": "Bus 5 to Hidden Hollow, number 44",
            "accessibility": [{"description": format!("Ramp at {street}")}]}]}),
    ];
    imported(records.into_iter().map(record).collect());
}

#[test]
fn the_rest_of_the_words_stays() {
    let records = [
        json!({}),
        json!({"name": "Shelter, 44 Hidden Hollow Road"}),
        json!({"url": "https://example.org/44-hidden-hollow-road"}),
        json!({"name": "44 Hidden Hollow Road", "confidential": true}),
    ];
    let lines = imported(records.into_iter().map(record).collect());
    for words in ["Beds for a night.", "Quillberry Shelter", "Truro"] {
        assert!(lines[0].contains(words), "{}", lines[0]);
    }
    assert!(
        lines[1].contains(r#""name":{"en":"Shelter","fr":"Shelter"}"#),
        "{}",
        lines[1]
    );
    assert!(
        lines[2].contains(r#""https://example.org/""#),
        "{}",
        lines[2]
    );
    // A name that is only the address leaves a contact with its number.
    for words in [
        "Service at a confidential address",
        "Service à une adresse confidentielle",
    ] {
        assert!(lines[3].contains(words), "{}", lines[3]);
    }
}

#[test]
fn every_sign_of_a_secret_place_is_recognized() {
    let open = |fields: Value| {
        let mut record = record(json!({"name": "Quillberry Line"}));
        record
            .as_object_mut()
            .unwrap()
            .extend(fields.as_object().unwrap().clone());
        record
    };
    let place = |fields: Value| {
        let mut record = record(json!({"name": "Quillberry Line"}));
        let place = record["locations"][0].as_object_mut().unwrap();
        place.extend(fields.as_object().unwrap().clone());
        record
    };
    let address = |fields: Value| {
        let mut record = record(json!({"name": "Quillberry Line"}));
        let address = record["locations"][0]["addresses"][0]
            .as_object_mut()
            .unwrap();
        address.extend(fields.as_object().unwrap().clone());
        record
    };
    imported(vec![
        open(json!({"confidential": true})),
        open(json!({"confidential": true, "locations": []})),
        open(json!({"address_confidential": "Y"})),
        open(json!({"alternate_name": "Quillberry Women’s Shelter"})),
        open(json!({"alert": "Location undisclosed. Meet at 44 Hidden Hollow Road."})),
        open(json!({"description": "The address is confidential. 44 Hidden Hollow Road"})),
        open(json!({"description": "Adresse confidentielle : 44 Hidden Hollow Road."})),
        open(json!({"description": "L’adresse n’est pas divulguée. 44 Hidden Hollow Road."})),
        open(
            json!({"description": "The location of the house is kept secret. 44 Hidden Hollow Road"}),
        ),
        open(json!({"attributes": [{"label": "Confidential", "value": "true"}]})),
        open(json!({"attributes": [{"taxonomy_term": {"name": "Confidential address"}}]})),
        open(
            json!({"organization": {"name": "Quillberry Society", "description": "Our locations are not disclosed."}}),
        ),
        place(json!({"description": "Confidential location"})),
        place(json!({"description": "A safe house"})),
        place(json!({"location_type": "confidential"})),
        place(json!({"name": "Safe House"})),
        place(json!({"attributes": [{"label": "Confidential", "value": "true"}]})),
        place(json!({"is_confidential": "yes"})),
        address(json!({"attention": "Confidential"})),
        address(json!({"address_type": "confidential"})),
    ]);
}

#[test]
fn a_house_is_known_by_its_description_and_by_the_terms_of_others() {
    let telling = [
        json!({"description": "Hébergement d’urgence pour femmes victimes de violence conjugale"}),
        json!({"description": "Refuge pour femmes"}),
        json!({"description": "Transition house for women"}),
        json!({"description": "A safe house for trafficked women"}),
        json!({"description": "Gîte pour victimes de traite"}),
        json!({"name": "Maison d’accueil Quillberry"}),
        json!({"name": "Auberge du cœur Quillberry"}),
        json!({"attributes": [{"taxonomy_term": {"name": "Maison d’hébergement", "taxonomy": "211"}}]}),
        json!({"attributes": [{"taxonomy_term": {"name": "Shelters for women", "taxonomy": "211"}}]}),
    ];
    let records = telling.into_iter().map(|fields| {
        let mut record = record(json!({"name": "Quillberry Line", "description": ""}));
        let fields = fields.as_object().unwrap().clone();
        record.as_object_mut().unwrap().extend(fields);
        record
    });
    imported(records.collect());
}

#[test]
fn a_table_keeps_the_address_of_a_house_and_the_rest_of_its_cells() {
    let machine = Machine::new();
    let file = machine.file(
        "houses.csv",
        "Nom;Téléphone;Adresse;Ville;Confidentiel;Heures;Description;Site Web\n\
         Quillberry;902-555-0180;44 Hidden Hollow Road;Truro;Oui;24 h/24 au 44 Hidden Hollow Road;;https://maps.example/?q=44+Hidden+Hollow+Road\n\
         Wren;902-555-0181;;Amherst;;24/7;Refuge pour femmes au 44 Hidden Hollow Road;\n",
    );
    let said = machine.run_in("fr", &["import", argument(&file)]);
    keeps(&said.ends(Exit::Done).out, "import");
    said.warns("houses.csv, fiche 2, heures, site Web");
    said.warns("houses.csv, fiche 3, description");
    said.warns("l’adresse qui y figurait doit rester inconnue");
    let said = machine.run(&["import", argument(&file), "--json", "--dry-run"]);
    keeps(&said.out.replace(argument(&file), ""), "report");
    said.prints(r#""hours": "24 h/24""#);
    said.prints(r#""website": "https://maps.example/""#);
}

#[test]
fn an_open_address_stays() {
    for fields in [
        json!({}),
        json!({"confidential": false}),
        json!({"description": "Free, confidential counselling. Our office is at 44 Hidden Hollow Road."}),
        json!({"description": "Referrals to shelters for women. Our office is at 44 Hidden Hollow Road."}),
        json!({"attributes": [{"label": "Confidential", "value": "false"}, {"taxonomy_term": {"name": "Confidential testing"}}]}),
    ] {
        let machine = Machine::new();
        let mut record = record(json!({"name": "Quillberry Line"}));
        record
            .as_object_mut()
            .unwrap()
            .extend(fields.as_object().unwrap().clone());
        let file = machine.file("county.json", record.to_string());
        machine.run(&["import", argument(&file)]).ends(Exit::Done);
        let said = machine.run(&["show", "county-h-1", "--json"]);
        said.prints("44 Hidden Hollow Road, Truro, NS, B2N 1A1");
        assert_eq!(
            said.out.matches("44 Hidden Hollow Road").count(),
            3,
            "{}",
            said.out
        );
    }
}

#[test]
fn an_address_in_one_string_is_read() {
    let machine = Machine::new();
    let mut record = record(json!({"name": "Quillberry Line"}));
    record["locations"] = json!([{"name": "Hall", "address": "1 Quill Lane, Truro, NS B2N 1A2"}]);
    let file = machine.file("county.json", record.to_string());
    machine.run(&["import", argument(&file)]).ends(Exit::Done);
    let pack = fs::read_to_string(machine.path("data/directory.d/county.jsonl")).unwrap();
    assert!(
        pack.contains(r#""address":"1 Quill Lane, Truro, NS B2N 1A2""#),
        "{pack}"
    );
    assert!(
        pack.contains(r#""region":"NS""#) && pack.contains(r#""places":["Truro"]"#),
        "{pack}"
    );
}

#[test]
fn two_records_of_a_secret_service_are_merged_without_its_address() {
    let machine = Machine::new();
    let open = record(json!({"name": "Quillberry Line"}));
    let secret = record(
        json!({"name": "Quillberry Line", "confidential": true, "email": "line@example.org"}),
    );
    for rows in [[&open, &secret], [&secret, &open]] {
        let file = machine.file("county.json", json!(rows).to_string());
        machine.run(&["import", argument(&file)]);
        are_kept(&machine, &["county-h-1"]);
    }
}

#[test]
fn tables_keep_a_secret_too() {
    let machine = Machine::new();
    for (name, rows) in [
        (
            "services.csv",
            "id,name,description\nh-1,Quillberry Line,Doors at 44 Hidden Hollow Road\n",
        ),
        (
            "locations.csv",
            "id,name,description\nl-1,Main,Confidential location – do not publish\n",
        ),
        (
            "service_at_location.csv",
            "id,service_id,location_id\na,h-1,l-1\n",
        ),
        (
            "addresses.csv",
            "id,location_id,address_1,city,state_province,postal_code\na,l-1,44 Hidden Hollow Road,Truro,NS,B2N 1A1\n",
        ),
        ("phones.csv", "id,service_id,number\np,h-1,902-555-0180\n"),
    ] {
        machine.file(&format!("county/{name}"), rows);
    }
    let folder = machine.path("county");
    machine
        .run(&["import", argument(&folder)])
        .ends(Exit::Done)
        .warns("must stay unknown");
    are_kept(&machine, &["county-h-1"]);
}

#[test]
fn a_pack_keeps_the_address_of_a_confidential_service_in_no_text() {
    let machine = Machine::new();
    let header = json!({"havre_pack": 1, "name": "mine", "publisher": "A", "licence": "B", "date": "2026-11-01"});
    let text = |text: &str| json!({"en": text, "fr": text});
    let contact = json!({
        "id": "ns-hidden", "name": {"en": "Quillberry House"}, "organization": "Society, 44 Hidden Hollow Road",
        "categories": ["counselling"], "region": "NS", "confidential": true,
        "phones": [{"number": "902-555-0180", "kind": "voice", "label": text("Desk at 44 Hidden Hollow Road")}],
        "address": "44 Hidden Hollow Road, Truro", "always_open": false, "languages": [], "serves": ["all"],
        "description": text("Beds for a night. The door is on Hidden Hollow Road."),
        "sources": [{"title": "t", "supports": ["record"]}], "checked": "2026-11-01",
    });
    let file = machine.file("mine.jsonl", format!("{header}\n{contact}\n"));
    machine
        .run(&["packs", "add", argument(&file)])
        .ends(Exit::Done);
    are_kept(&machine, &["ns-hidden"]);
    machine
        .run(&["show", "ns-hidden"])
        .prints("Beds for a night.");
}

/// Returns an open record at the address of the shelter.
fn neighbour() -> Value {
    record(json!({
        "id": "n-1", "name": "Quillberry Clinic", "description": "A clinic. At 44 Hidden Hollow Road.",
        "phones": [{"number": "902-555-0182"}],
        "locations": [{"name": "Clinic", "addresses": [
            {"address_1": "44 Hidden Hollow Rd.", "city": "Truro", "state_province": "NS"}]}],
    }))
}

#[test]
fn a_secret_record_hides_the_address_of_its_id_wherever_it_stands() {
    let open = record(json!({"name": "Quillberry Line"}));
    let secret = record(json!({"name": "Quillberry Line", "confidential": true, "locations": []}));
    let other = record(
        json!({"id": "o", "name": "Quill Café", "description": "Coffee.",
        "phones": [{"number": "902-555-0183"}], "locations": []}),
    );
    let renamed =
        record(json!({"name": "Quillberry Help Line", "confidential": true, "locations": []}));
    for rows in [
        [&open, &other, &secret],
        [&open, &other, &renamed],
        [&secret, &other, &open],
    ] {
        let machine = Machine::new();
        let file = machine.file("county.json", json!(rows).to_string());
        machine
            .run(&["import", argument(&file), "--region", "NS"])
            .warns("must stay unknown");
        are_kept(&machine, &["county-h-1", "county-o"]);
    }
}

#[test]
fn an_open_service_at_a_secret_address_is_imported_without_it() {
    let secret = record(json!({}));
    for rows in [[&secret, &neighbour()], [&neighbour(), &secret]] {
        let machine = Machine::new();
        let file = machine.file("county.json", json!(rows).to_string());
        machine
            .run(&["import", argument(&file)])
            .ends(Exit::Done)
            .warns("Quillberry Clinic: address: street address left out, for it is that of a confidential service");
        are_kept(&machine, &["county-h-1", "county-n-1"]);
        machine
            .run(&["show", "county-n-1"])
            .prints("A clinic.")
            .prints("902-555-0182");
    }
    // In another town the same street is another one.
    let mut elsewhere = neighbour();
    elsewhere["locations"][0]["addresses"][0]["city"] = json!("Amherst");
    let machine = Machine::new();
    let file = machine.file("county.json", json!([secret, elsewhere]).to_string());
    machine.run(&["import", argument(&file)]).ends(Exit::Done);
    machine
        .run(&["show", "county-n-1"])
        .prints("44 Hidden Hollow Rd., Amherst");
}

#[test]
fn the_address_of_a_secret_record_is_in_the_texts_of_no_other() {
    // The shelter tells its address in words alone, or another record of its organization does.
    let shelter = |text: &str| {
        json!({"id": "s-1", "name": "Wren Women's Shelter", "description": text,
            "organization": {"id": "o", "name": "Wren"},
            "phones": [{"number": "902-555-0180"}], "locations": [{"addresses": [{"city": "Truro"}]}]})
    };
    let other = |id: &str, organization: &str, text: &str| {
        json!({"id": id, "name": format!("Service {id}"), "description": text,
            "organization": {"name": organization}, "phones": [{"number": "902-555-0181"}],
            "locations": [{"addresses": [
                {"address_1": "5 Open Street", "city": "Truro", "state_province": "NS"}]}]})
    };
    let told = shelter("Call first. We are at 44 Hidden Hollow Road, Truro.");
    let silent = shelter("Beds for a night.");
    let near = other("n", "Quill", "Coffee. Near 44 Hidden Hollow Rd., Truro.");
    let own = other("w", "Wren", "Clothing. Come to 44 Hidden Hollow Road.");
    for rows in [
        [&told, &near],
        [&near, &told],
        [&silent, &own],
        [&own, &silent],
    ] {
        let machine = Machine::new();
        let file = machine.file("county.json", json!(rows).to_string());
        machine
            .run(&["import", argument(&file), "--region", "NS"])
            .warns(
                "description: street address left out, for it is that of a confidential service",
            );
        let open = rows.iter().find(|row| row["id"] != "s-1").unwrap();
        let id = format!("county-{}", open["id"].as_str().unwrap());
        are_kept(&machine, &["county-s-1", &id]);
        machine.run(&["show", &id]).prints("5 Open Street, Truro");
    }
    // The same words about another street say nothing about the shelter.
    let machine = Machine::new();
    let library = other(
        "l",
        "Quill",
        "Books for 16 to 29 years, at 46 Hidden Hollow Road.",
    );
    let file = machine.file("county.json", json!([told, library]).to_string());
    machine.run(&["import", argument(&file), "--region", "NS"]);
    machine
        .run(&["show", "county-l"])
        .prints("46 Hidden Hollow Road");
}

#[test]
fn a_pack_tells_which_addresses_it_loses() {
    let machine = Machine::new();
    let header = json!({"havre_pack": 1, "name": "mine", "publisher": "A", "licence": "B", "date": "2026-11-01"});
    let contact = |id: &str, name: &str, address: &str| {
        json!({
            "id": id, "name": {"en": name}, "organization": "Society",
            "categories": ["counselling"], "region": "NS",
            "phones": [{"number": "902-555-0180", "kind": "voice"}],
            "address": address, "always_open": false, "languages": [], "serves": ["all"],
            "description": {"en": format!("Come to {address}. Call."), "fr": format!("Venez au {address}. Appelez.")},
            "sources": [{"title": "t", "supports": ["record"]}], "checked": "2026-11-01",
        })
    };
    let clinic = contact(
        "ns-clinic",
        "Quillberry Clinic",
        "44 Hidden Hollow Rd., Truro NS",
    );
    let mut house = contact(
        "ns-house",
        "Quillberry House",
        "44 Hidden Hollow Road, Truro",
    );
    house["confidential"] = json!(true);
    let open = contact("ns-open", "Quillberry Office", "1 Quill Lane, Truro");
    let file = machine.file(
        "mine.jsonl",
        format!("{header}\n{clinic}\n{house}\n{open}\n"),
    );
    machine
        .run(&["packs", "add", argument(&file)])
        .ends(Exit::Done)
        .warns("mine.jsonl: Line 2, Quillberry Clinic (address, description): street address left out, for it is that of a confidential service")
        .warns("mine.jsonl: Line 3, Quillberry House (address, description): street address left out, for it must stay unknown");
    are_kept(&machine, &["ns-clinic", "ns-house"]);
    machine
        .run(&["show", "ns-open"])
        .prints("1 Quill Lane, Truro");
    let said = machine.run(&["import", "--kind", "pack", argument(&file), "--json"]);
    let report: Value = serde_json::from_str(&said.ends(Exit::Done).out).unwrap();
    let cleaned = report["packs"][0]["cleaned"].as_array().unwrap();
    assert_eq!(cleaned.len(), 2, "{report}");
    assert_eq!(cleaned[0]["row"], 2);
    assert_eq!(cleaned[0]["is_of_another"], true);
}

#[test]
fn a_pack_loses_a_secret_address_in_the_texts_of_other_records_too() {
    let machine = Machine::new();
    let header = json!({"havre_pack": 1, "name": "mine", "publisher": "A", "licence": "B", "date": "2026-11-01"});
    let contact = |id: &str, said: &str| {
        json!({
            "id": id, "name": {"en": id}, "organization": id, "categories": ["counselling"], "region": "NS",
            "phones": [{"number": "902-555-0180", "kind": "voice"}], "always_open": false, "languages": [],
            "serves": ["all"], "description": {"en": said, "fr": said},
            "sources": [{"title": "t", "supports": ["record"]}], "checked": "2026-11-01",
        })
    };
    let mut house = contact(
        "ns-house",
        "The house is at 44 Hidden Hollow Road, Truro. Call.",
    );
    house["confidential"] = json!(true);
    let mut beside = contact(
        "ns-beside",
        "Beside the house at 44 Hidden Hollow Road. Drop in.",
    );
    beside["phones"][0]["label"] =
        json!({"en": "44 Hidden Hollow Rd.", "fr": "44 Hidden Hollow Rd."});
    beside["address"] = json!("1 Quill Lane, Truro");
    let open = contact("ns-open", "We are at 2 Quill Lane, Truro.");
    let file = machine.file(
        "mine.jsonl",
        format!("{header}\n{beside}\n{house}\n{open}\n"),
    );
    machine
        .run(&["packs", "add", argument(&file)])
        .ends(Exit::Done)
        .warns("Line 2, ns-beside (phones, description): street address left out, for it is that of a confidential service")
        .warns("Line 3, ns-house (description): street address left out, for it must stay unknown");
    are_kept(&machine, &["ns-beside", "ns-house"]);
    machine
        .run(&["show", "ns-beside"])
        .prints("Drop in.")
        .prints("1 Quill Lane, Truro");
    machine.run(&["show", "ns-open"]).prints("2 Quill Lane");
}
