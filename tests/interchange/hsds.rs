//! Conversion of HSDS files to packs: usable data is imported, the rest is reported with its
//! position, and a broken file changes nothing.

use std::fs;

use havre::cli::Exit;
use havre::directory::packs::{Pack, PackLine};
use havre::directory::reach::main;
use havre::directory::{Caller, Category, Contact, PhoneKind, Region};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::machine::{Machine, Said, argument};

/// Returns a service of an invented directory; `fields` replace its own.
fn service(id: &str, fields: Value) -> Value {
    let mut service = json!({
        "id": id, "name": "Quillberry Line", "description": "<p>Listens &amp; helps.</p>",
        "status": "active", "assured_date": "2026-10-01",
        "organization": {"id": "o1", "name": "Quillberry Society"},
        "phones": [{"id": "p1", "number": "902 555-0142", "extension": 7, "type": "voice"}],
        "service_at_locations": [{"location": {"name": "Hall", "addresses": [
            {"address_1": "1 Quill Lane", "city": "Truro", "state_province": "NS", "postal_code": "B2N 1A1", "country": "CA"}
        ]}}],
    });
    let Value::Object(fields) = fields else {
        unreachable!("the fields are an object");
    };
    service.as_object_mut().unwrap().extend(fields);
    service
}

/// The contacts of a pack that was made.
pub fn pack(machine: &Machine, name: &str) -> Vec<Contact> {
    let path = machine
        .path("data/directory.d")
        .join(format!("{name}.jsonl"));
    let lines = Pack::open(&path, false).unwrap().lines().unwrap();
    let contact = |line| match line {
        PackLine::Contact(contact) => Some(*contact),
        PackLine::Gone(_) => None,
    };
    lines.into_iter().filter_map(contact).collect()
}

fn import(machine: &Machine, file: &str, bytes: impl AsRef<[u8]>) -> Said {
    let file = machine.file(file, bytes);
    machine.run(&["import", argument(&file), "--name", "county"])
}

#[test]
fn every_form_of_a_file_comes_in() {
    let one = service("a-1", json!({}));
    let other = service("a-2", json!({"name": "Thistle House"}));
    let nested = json!({"name": "Quillberry Society", "services": [
        {"id": "a-1", "name": "Quillberry Line"}, {"id": "a-2", "name": "Thistle House"}]});
    for text in [
        json!([one, other]).to_string(),
        json!({"total_items": 2, "contents": [one, other]}).to_string(),
        json!({"content": [one, other], "totalElements": 2}).to_string(),
        format!("{one}\n{other}\n"),
        format!("\u{feff}{nested:#}"),
    ] {
        let machine = Machine::new();
        let said = import(&machine, "county.json", &text);
        assert!(
            [Exit::Done, Exit::BadData].contains(&said.exit),
            "{}",
            said.errors
        );
        let contacts = pack(&machine, "county");
        let ids: Vec<&str> = contacts.iter().map(|contact| contact.id.as_str()).collect();
        assert_eq!(ids, ["county-a-1", "county-a-2"], "{text}");
        assert_eq!(
            contacts[0].organization.en.as_deref(),
            Some("Quillberry Society")
        );
    }
}

#[test]
fn a_service_becomes_a_contact_with_all_that_it_says() {
    let machine = Machine::new();
    let record = service(
        "a-1",
        json!({
            "email": "line@example.org", "url": "https://example.org/line",
            "schedules": [{"byday": "MO,TU,WE,TH,FR", "freq": "", "opens_at": "9:00AM", "closes_at": "1700"}],
            "languages": [{"code": "fra"}, {"name": "English"}],
            "attributes": [{"taxonomy_term": {"name": "Victim Services"}}, {"taxonomy_term": {"name": "Quilting"}}],
            "cost_options": [{"amount": 0}], "minimum_age": 16, "interpretation_services": "Over 100 languages",
        }),
    );
    import(&machine, "county.json", record.to_string()).ends(Exit::Done);
    let contact = pack(&machine, "county").remove(0);
    assert_eq!(contact.region, Region::Ns);
    assert_eq!(contact.places, ["Truro"]);
    assert_eq!(contact.phones[0].dialled(), "902-555-0142 x7");
    assert_eq!(contact.hours.as_ref().unwrap().en, "Mon–Fri 9:00–17:00");
    assert_eq!(contact.categories, [Category::CommunityVs]);
    assert_eq!(contact.terms, ["Quilting"]);
    assert_eq!(contact.free, Some(true));
    assert!(contact.interpretation.is_some());
    assert_eq!(contact.checked, "2026-10-01");
    assert!(contact.doubt.is_empty());
    assert!(contact.description.en.starts_with("Listens & helps."));
    let languages: Vec<&str> = contact
        .languages
        .iter()
        .map(|code| code.0.as_str())
        .collect();
    assert_eq!(languages, ["fr", "en"]);
    let address = "1 Quill Lane, Truro, NS, B2N 1A1";
    assert_eq!(contact.address.as_deref(), Some(address));
    machine
        .run(&["search", "quilting", "--json"])
        .ends(Exit::Done)
        .prints("county-a-1");
}

#[test]
fn a_row_in_doubt_is_told_with_its_place_and_the_others_go_in() {
    let rows = [
        service(
            "a-1",
            json!({"email": "line-example_org", "url": "example/line"}),
        ),
        service("a-2", json!({"name": ""})),
        json!(7),
        service("a-3", json!({"status": "defunct"})),
        service(
            "a-4",
            json!({"phones": [{"number": "\"+44 1234 234567\"", "extension": 100}]}),
        ),
        service(
            "a-5",
            json!({"schedules": [{"byday": "MO", "opens_at": "soon", "closes_at": "late"}]}),
        ),
        service(
            "a-6",
            json!({"languages": [{"name": "Klingon"}], "service_at_locations": []}),
        ),
    ];
    let mut lines: Vec<String> = rows.iter().map(Value::to_string).collect();
    lines.push("{\"id\": \"cut".to_owned());
    let machine = Machine::new();
    let said = import(&machine, "county.json", lines.join("\n"));
    said.ends(Exit::BadData)
        .prints("Contacts: 4. Records left out: 4.");
    for words in [
        "county.json:1: Quillberry Line: email: left out, not an e-mail address: line-example_org",
        "county.json:1: Quillberry Line: url: not an address of the web; kept as text in the description: example/line",
        "county.json:2: a-2: name: left out, for it has no name",
        "county.json:3: left out, for it is not a service",
        "county.json:4: Quillberry Line: status: left out, for its publisher says: defunct",
        "county.json:5: Quillberry Line: phones: not a clear number",
        "county.json:6: Quillberry Line: schedules: left out, hours that cannot be read: MO soon late",
        "county.json:7: Quillberry Line: address: names no province",
        "Klingon",
        "county.json:8: left out, for it is not JSON",
    ] {
        said.warns(words);
    }
    let contacts = pack(&machine, "county");
    assert_eq!(contacts[1].phones[0].number, "+44 1234 234567");
    assert!(!contacts[1].phones[0].is_dialled());
    assert_eq!(contacts[3].region, Region::Ca);
    assert!(contacts[3].description.en.contains("Klingon"));
    let json = machine.run(&[
        "import",
        argument(&machine.path("county.json")),
        "--name",
        "x",
        "--json",
        "--dry-run",
    ]);
    let report: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(
        (&report["schema"], &report["taken"], &report["dropped"]),
        (&json!(1), &json!(4), &json!(4))
    );
    assert!(!machine.path("data/directory.d/x.jsonl").exists());
}

#[test]
fn the_same_number_and_the_same_record_stand_once() {
    let phone = json!({"number": "902-555-0142", "extension": 7});
    let repeated = json!({
        "phones": [phone, phone], "contacts": [{"phones": [phone]}],
        "service_at_locations": [{"phones": [phone], "location": {"phones": [phone], "contacts": [{"phones": [phone]}]}}],
        "organization": {"name": "Quillberry Society", "phones": [phone]},
    });
    let full = service("same", repeated);
    let bare = json!({"id": "same", "name": "Quillberry Line", "email": "line@example.org"});
    let rows = [
        full.clone(),
        bare,
        full.clone(),
        service("same", json!({"name": "Thistle House"})),
    ];
    let machine = Machine::new();
    import(
        &machine,
        "county.json",
        json!({"total_items": 31, "contents": rows}).to_string(),
    )
    .ends(Exit::Done)
    .prints("merged: 2.")
    .warns("a page with 4 of 31 items");
    let contacts = pack(&machine, "county");
    assert_eq!(
        contacts.len(),
        2,
        "another name is another service, whatever its id"
    );
    assert_eq!(contacts[0].phones.len(), 1);
    assert_eq!(contacts[0].email.as_deref(), Some("line@example.org"));
    assert_eq!(contacts[0].id, "county-same");
    assert_ne!(contacts[1].id, "county-same");
}

#[test]
fn a_page_that_announces_fewer_items_than_it_has_is_read_whole() {
    let machine = Machine::new();
    let rows = ["a", "b"].map(|id| service(id, json!({})));
    let page = json!({"total_items": 1, "contents": rows}).to_string();
    import(&machine, "county.json", page)
        .warns("a page with 2 items, though it says 1: all were read");
    assert_eq!(pack(&machine, "county").len(), 2);
}

#[test]
fn a_remark_in_french_agrees_with_its_number_and_has_its_blanks() {
    let machine = Machine::new();
    let rows = [service("a", json!({}))];
    let page = json!({"total_items": 5, "contents": rows}).to_string();
    let file = machine.file("county.json", page);
    machine
        .run_in("fr", &["import", argument(&file)])
        .warns("county.json\u{a0}: une page de 1 élément sur 5\u{a0}: les autres");
}

#[test]
fn a_fax_is_never_called_first_and_old_hours_are_not_open() {
    let machine = Machine::new();
    let record = service(
        "a-1",
        json!({
            "phones": [{"number": "902-555-0143", "type": "fax"}, {"number": "902-555-0142"}],
            "schedules": [{"byday": "TH,FR", "opens_at": "00:00", "closes_at": "24:00", "valid_to": "2005-01-01"}],
        }),
    );
    import(&machine, "county.json", record.to_string()).ends(Exit::Done);
    let contact = pack(&machine, "county").remove(0);
    assert_eq!(contact.phones[0].kind, PhoneKind::Fax);
    assert_eq!(
        main(&contact, Caller::UNKNOWN).unwrap().number,
        "902-555-0142"
    );
    let hours = contact.hours.unwrap();
    assert!(hours.en.contains("until 2005-01-01"));
    assert_eq!(havre::directory::hours::parse(&hours.en), None);
    assert_eq!(havre::directory::hours::parse(&hours.fr), None);
}

#[test]
fn an_address_that_must_stay_unknown_is_nowhere() {
    let street = "44 Hidden Hollow";
    let place = |more: Value| {
        let mut place = json!({"name": "Hall", "addresses": [{"address_1": street, "city": "Truro", "province": "NS"}]});
        place
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        json!([{"location": place}])
    };
    for fields in [
        json!({"attributes": [{"taxonomy_term": {"name": "Domestic Violence Shelters"}}]}),
        json!({"name": "Maison d’hébergement Quill"}),
        json!({"confidential": true}),
        json!({"service_at_locations": place(json!({"is_confidential": "yes"}))}),
    ] {
        let mut fields = fields;
        let places = fields.as_object_mut().unwrap();
        places
            .entry("service_at_locations")
            .or_insert_with(|| place(json!({})));
        places.insert(
            "description".to_owned(),
            json!(format!("We are at {street}.")),
        );
        let machine = Machine::new();
        import(&machine, "county.json", service("a-1", fields).to_string())
            .ends(Exit::Done)
            .warns("must stay unknown");
        let text = fs::read_to_string(machine.path("data/directory.d/county.jsonl")).unwrap();
        assert!(!text.contains("Hidden Hollow"), "{text}");
        assert!(text.contains("Truro"));
    }
}

#[test]
fn a_package_of_tables_is_joined() {
    let machine = Machine::new();
    for (file, text) in [
        (
            "services.csv",
            "\u{feff}id,organization_id,name,status\r\ns1,o1,\"Quillberry\r\nLine\",active\r\n",
        ),
        ("organizations.csv", "id,name\no1,Quillberry Society\n"),
        (
            "phones.csv",
            "id,service_id,number,extension,type\np1,s1,\"\"\"902 555-0142\"\"\",7,voice\np2,s1,902 555-0143,,fax\n",
        ),
        (
            "schedules.csv",
            "id,service_id,freq,byday,bymonthday,valid_to,opens_at,closes_at\nx,s1,WEEKLY,\"TH,FR\",\"2,3\",2005-01-01,10:00,18:00\n",
        ),
        (
            "service_at_location.csv",
            "id,service_id,location_id\nx,s1,l1\n",
        ),
        ("locations.csv", "id,name\nl1,Hall\n"),
        (
            "addresses.csv",
            "id,location_id,address_1,city,state_province\na,l1,1 Quill Lane,Truro,NS\n",
        ),
        ("programs.csv", "id,name\n"),
    ] {
        machine.file(&format!("county/{file}"), text);
    }
    let folder = machine.path("county");
    machine.run(&["import", argument(&folder)]).ends(Exit::Done);
    let contact = pack(&machine, "county").remove(0);
    assert_eq!(contact.name.en.as_deref(), Some("Quillberry Line"));
    assert_eq!(
        contact.organization.en.as_deref(),
        Some("Quillberry Society")
    );
    let dialled: Vec<String> = contact
        .phones
        .iter()
        .map(havre::directory::Phone::dialled)
        .collect();
    assert_eq!(dialled, ["902-555-0142 x7", "902-555-0143"]);
    assert_eq!(
        (contact.region, contact.places),
        (Region::Ns, vec!["Truro".to_owned()])
    );
    let alone = folder.join("phones.csv");
    machine
        .run(&["import", argument(&alone), "--name", "alone"])
        .ends(Exit::NothingFound)
        .warns("the table of services, locations or organizations is missing");
}

#[test]
fn a_bad_file_changes_nothing() {
    let machine = Machine::new();
    import(
        &machine,
        "county.json",
        service("a-1", json!({})).to_string(),
    )
    .ends(Exit::Done);
    let path = machine.path("data/directory.d/county.jsonl");
    let before = fs::read(&path).unwrap();
    for (text, exit, words) in [
        (
            "[{\"name\": \"Thistle House\"}, {\"name",
            Exit::BadData,
            "The file is cut off",
        ),
        ("Dear madam", Exit::BadData, "is not JSON of services"),
        ("[]", Exit::NothingFound, ""),
        ("[{\"name\": \"\"}]", Exit::NothingFound, "it has no name"),
    ] {
        let bad = machine.file("bad.json", text);
        let bad = argument(&bad);
        machine
            .run(&["import", bad, "--kind", "hsds", "--name", "county"])
            .ends(exit)
            .warns(words);
        assert_eq!(fs::read(&path).unwrap(), before, "{text}");
        assert!(!machine.path("data/directory.d/county.jsonl.new").exists());
    }
    machine
        .run(&["import", "/no/such/file.json", "--kind", "hsds"])
        .ends(Exit::NothingFound);
    machine
        .run(&[
            "import",
            argument(&machine.path("bad.json")),
            "--name",
            "Bad Name",
        ])
        .ends(Exit::Usage);
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_dry_run_writes_nothing() {
    let machine = Machine::new();
    let file = machine.file("county.json", service("a-1", json!({})).to_string());
    machine
        .run(&["import", argument(&file), "--dry-run"])
        .ends(Exit::Done)
        .prints("Nothing was written");
    assert!(!machine.path("data").exists());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn no_bytes_make_an_import_panic(
        bytes in proptest::collection::vec(any::<u8>(), 0..80),
        start in prop_oneof![Just(""), Just("["), Just("{\"contents\":["), Just("{\"name\":\"x\",\"phones\":")],
    ) {
        let machine = Machine::new();
        let said = import(&machine, "county.json", [start.as_bytes(), &bytes].concat());
        let obeyed = said.errors.contains('\u{1b}');
        prop_assert!(!obeyed);
    }
}

#[test]
fn files_of_several_kinds_are_not_taken_in_one_import() {
    let machine = Machine::new();
    let services = machine.file(
        "services.json",
        json!([service("a-1", json!({}))]).to_string(),
    );
    let card = machine.file(
        "cards.vcf",
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Wren Desk\r\nTEL:902-555-0123\r\nEND:VCARD\r\n",
    );
    let [services, card] = [&services, &card].map(|file| argument(file));
    for files in [[services, card], [card, services]] {
        let import = ["import", files[0], files[1], "--name", "county"];
        let said = machine.run(&import);
        let words = format!("{} and {} are of different kinds", files[0], files[1]);
        said.ends(Exit::Usage).warns(&words);
        machine
            .run_in("fr", &import)
            .warns("ne sont pas de même sorte");
    }
    assert!(!machine.path("data").exists(), "nothing is taken");
    // A table of contact persons is part of a directory beside its other tables.
    let tables = [
        (
            "services.csv",
            "id,name,organization_id\na-1,Quillberry Line,o-1\n",
        ),
        ("contacts.csv", "id,service_id,name\nc-1,a-1,Wren\n"),
        ("phones.csv", "id,service_id,number\np-1,a-1,902-555-0123\n"),
    ];
    let tables = tables.map(|(name, rows)| machine.file(name, rows));
    let [one, other, third] = tables.each_ref().map(|file| argument(file));
    for files in [[one, other, third], [other, one, third]] {
        machine.run(&[&["import", "--name", "county"], &files[..]].concat());
        assert_eq!(pack(&machine, "county").len(), 1);
    }
    let said = machine.run(&["import", other, one, card, "--name", "county"]);
    said.ends(Exit::Usage).warns("are of different kinds");
}

#[test]
fn no_pack_has_the_name_of_the_own_contacts() {
    let machine = Machine::new();
    let file = machine.file("own.json", service("a-1", json!({})).to_string());
    machine
        .run(&["import", argument(&file)])
        .ends(Exit::Usage)
        .warns("does not begin with \"own\"");
    machine
        .run(&["import", argument(&file), "--name", "owners"])
        .ends(Exit::Done);
    machine.run(&["packs"]).prints("owners");
}

#[test]
fn a_field_of_a_file_is_named_as_one_in_french() {
    let machine = Machine::new();
    let bad =
        json!({"phones": [{"number": "12"}], "schedules": [{"opens_at": "25:99"}], "email": "x"});
    let file = machine.file("county.json", service("a-1", bad).to_string());
    let said = machine.run_in("fr", &["import", argument(&file)]);
    for field in ["phones", "schedules", "email"] {
        said.warns(&format!(
            "Quillberry Line\u{a0}: champ «\u{a0}{field}\u{a0}»\u{a0}: "
        ));
    }
    machine
        .run(&["import", argument(&file)])
        .warns("Quillberry Line: phones: ");
}
