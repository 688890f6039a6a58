//! Facts of a service that are easily misread: ids, times, addresses, words beside numbers.

use havre::cli::Exit;
use havre::directory::{Contact, Region};
use havre::i18n::Language;
use serde_json::{Value, json};

use crate::hsds::pack;
use crate::machine::{Machine, Said, argument};

/// Imports records; returns the output and the contacts.
fn import(records: &Value) -> (Said, Vec<Contact>) {
    let machine = Machine::new();
    let file = machine.file("county.json", records.to_string());
    let said = machine.run(&["import", argument(&file), "--region", "NS"]);
    let contacts = pack(&machine, "county");
    (said, contacts)
}

#[test]
fn records_with_similar_ids_stay_apart() {
    let long = "quillberry-society-of-the-north-shore-".repeat(3);
    let ids = [
        "A1",
        "a1",
        "a-1",
        "a 1",
        &format!("{long}1"),
        &format!("{long}2"),
    ];
    let number = |index: usize| format!("902-555-014{index}");
    let records = ids.iter().enumerate().map(|(index, id)| {
        json!({"id": id, "name": "Quill Line", "phones": [{"number": number(index)}]})
    });
    let (said, contacts) = import(&records.collect());
    said.ends(Exit::Done)
        .prints("Contacts: 6.")
        .prints("merged: 0.");
    for (index, contact) in contacts.iter().enumerate() {
        assert_eq!(contact.phones.len(), 1, "{contact:?}");
        assert_eq!(contact.phones[0].number, number(index));
    }
}

#[test]
fn times_of_another_clock_never_say_open() {
    let (said, contacts) = import(&json!([{"id": "a", "name": "Quill Line",
        "schedules": [{"byday": "MO,TU", "opens_at": "13:00Z", "closes_at": "21:00Z"}]}]));
    said.ends(Exit::Done);
    let hours = contacts[0].hours.as_ref().unwrap();
    assert_eq!(hours.en, "Mon, Tue 13:00–21:00 (UTC)");
    assert_eq!(havre::directory::hours::parse(&hours.en), None);
}

#[test]
fn the_address_to_go_to_is_no_box_of_the_head_office() {
    let mail = json!({"address_1": "PO Box 7", "city": "Toronto", "state_province": "ON",
        "address_type": "postal"});
    let hall = json!({"address_1": "1 Quill Lane", "city": "Truro", "state_province": "NS",
        "address_type": "physical"});
    let house = json!({"address_1": "2 Quill Lane", "city": "Truro", "state_province": "NS"});
    let place = |addresses: Value| json!([{"location": {"name": "Hall", "addresses": addresses}}]);
    let (said, contacts) = import(&json!([
        {"id": "a", "name": "Quill Line", "service_at_locations": place(json!([mail, hall]))},
        {"id": "b", "name": "Berry Line", "service_at_locations": place(json!([mail]))},
        {"id": "c", "name": "Transition House", "description": "Beds. Write to po box 7 or come to 2 quill lane. Call first.",
            "service_at_locations": place(json!([mail, house]))},
    ]));
    said.ends(Exit::Done).warns(
        "Berry Line: address: left out, an address for mail and no place to go: PO Box 7, Toronto",
    );
    assert_eq!(
        contacts[0].address.as_deref(),
        Some("1 Quill Lane, Truro, NS")
    );
    assert_eq!(contacts[0].region, Region::Ns);
    assert_eq!(contacts[1].address, None);
    assert_eq!(contacts[2].description.en, "Beds. … Call first.");
}

#[test]
fn long_words_beside_a_number_are_cut_and_said() {
    let words = "Ask for the desk of the night and say that it is urgent; ".repeat(4);
    let (said, contacts) = import(&json!([{"id": "a", "name": "Quill Line",
        "phones": [{"number": "902-555-0142", "description": words}]}]));
    said.ends(Exit::Done)
        .warns("phones: the words beside a number are long and were cut; the whole: Ask for");
    let label = &contacts[0].phones[0].label.as_ref().unwrap().en;
    assert!(
        label.starts_with("Ask for the desk") && label.ends_with('…'),
        "{label}"
    );
}

#[test]
fn a_card_of_an_import_states_nothing_that_its_file_does_not() {
    let machine = Machine::new();
    let records = json!([
        {"id": "a", "name": "Quill Line", "phones": [{"number": "902-555-0140"}]},
        {"id": "b", "name": "Wren Line", "phones": [{"number": "902-555-0141"}],
            "assured_date": "2026-10-02", "eligibility_description": "women"},
    ]);
    let file = machine.file("county.json", records.to_string());
    machine.run(&["import", argument(&file), "--region", "NS"]);
    let said = machine.run(&["show", "county-a"]);
    said.prints("does not say when it was checked")
        .prints("For         not stated; ask");
    assert!(!said.out.contains("Checked on"), "{}", said.out);
    let exported = machine.run(&["export", "--format", "hsds", "county-a"]).out;
    assert!(!exported.contains("assured_date"), "{exported}");
    machine
        .run(&["show", "county-b"])
        .prints("Checked on 2 October 2026, from 1 source");
}

#[test]
fn a_website_without_its_scheme_is_an_address_and_any_other_text_stays_as_words() {
    let website = |text: &str| {
        let record =
            json!([{"id": "a", "name": "Quill Line", "url": text, "description": "Helps."}]);
        let (said, mut contacts) = import(&record);
        said.ends(Exit::Done);
        let contact = contacts.remove(0);
        let website = contact.website(Language::En).unwrap_or_default().to_owned();
        (website, contact.description)
    };
    for text in ["www.quill.example/help", "quill.ca"] {
        let (address, description) = website(text);
        assert_eq!(address, format!("https://{text}"));
        assert_eq!(description.en, "Helps.");
    }
    for text in [
        "quill.house",
        "Facebook: Quill Line",
        "www.quill.ca, www.reed.ca",
    ] {
        let (address, description) = website(text);
        assert_eq!(address, "", "{text}");
        assert_eq!(description.en, format!("Helps. Website: {text}"));
        assert_eq!(description.fr, format!("Helps. Site Web\u{a0}: {text}"));
    }
    assert_eq!(website("n/a").1.en, "Helps.");
}

#[test]
fn a_number_in_doubt_is_kept_as_text_and_refuses_nothing() {
    for text in ["IPHONE 905-111-1234", "1-800-MYFAX"] {
        let (said, contacts) = import(&json!([
            {"id": "a", "name": "Quill Line", "phones": [{"number": text}]}]));
        said.ends(Exit::Done)
            .warns(&format!("kept as text, never dialled: {text}"));
        let phones = &contacts[0].phones;
        assert_eq!(phones[0].number, text);
        assert!(!phones[0].is_dialled(), "{text}");
    }
}
