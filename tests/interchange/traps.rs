//! Peculiarities of real files, each in a small file with invented names (`real/`).

use havre::cli::Exit;
use havre::directory::reach::main;
use havre::directory::{Caller, Contact, Phone, PhoneKind, Region};

use crate::hsds::pack;
use crate::machine::{Machine, Said, argument};

/// Imports a file or folder of `real/`; returns the output and the contacts.
fn import(machine: &Machine, name: &str) -> (Said, Vec<Contact>) {
    let path = format!(
        "{}/tests/interchange/real/{name}",
        env!("CARGO_MANIFEST_DIR")
    );
    let said = machine.run(&["import", &path, "--kind", "hsds", "--name", "real"]);
    let contacts = pack(machine, "real");
    (said, contacts)
}

fn dialled(contact: &Contact) -> Vec<String> {
    contact.phones.iter().map(Phone::dialled).collect()
}

fn hours(contact: &Contact) -> &str {
    contact.hours.as_ref().map_or("", |hours| &hours.en)
}

#[test]
fn one_number_in_quotes_that_stands_seven_times_is_one() {
    let machine = Machine::new();
    let (said, contacts) = import(&machine, "hsds30.json");
    said.ends(Exit::Done);
    let [contact] = &contacts[..] else {
        unreachable!("one service: {contacts:?}")
    };
    assert_eq!(contact.name.en.as_deref(), Some("Quillberry Counselling"));
    assert_eq!(dialled(contact), ["902-555-0142 x100"]);
    assert_eq!(hours(contact), "Thu, Fri 10:00–18:00");
    assert_eq!(contact.description.en, "Listens & helps.");
    assert_eq!(contact.region, Region::Ns);
}

#[test]
fn a_page_says_that_there_are_others() {
    let machine = Machine::new();
    let (said, contacts) = import(&machine, "page.json");
    said.ends(Exit::Done).warns("a page with 1 of 10 items");
    assert_eq!((contacts.len(), contacts[0].region), (1, Region::Sk));
    assert!(contacts[0].whole_region && contacts[0].area.is_none());
    assert_eq!(contacts[0].checked, "2026-03-15");
}

#[test]
fn services_inside_their_organization_come_in() {
    let machine = Machine::new();
    let (said, contacts) = import(&machine, "hsds31.json");
    said.ends(Exit::Done);
    let contact = &contacts[0];
    assert_eq!(
        contact.organization.en.as_deref(),
        Some("Quillberry Society")
    );
    assert_eq!(contact.region, Region::Sk);
    assert_eq!(contact.area.as_ref().unwrap().en, "Saskatoon");
    assert_eq!(dialled(contact), ["306-555-0142"]);
    assert_eq!(contact.website.en.as_deref(), Some("https://example.org"));
}

#[test]
fn records_of_one_id_are_merged_and_counted() {
    let machine = Machine::new();
    let (said, contacts) = import(&machine, "oruk_same_id.json");
    said.ends(Exit::Done)
        .prints("Contacts: 1.")
        .prints("merged: 3.")
        .warns("a page with 4 of 31 items");
    assert_eq!(dialled(&contacts[0]), ["403-555-0142"]);
    assert_eq!(contacts[0].email.as_deref(), Some("talk@example.org"));
    assert_eq!(contacts[0].description.en, "Talks.");
}

#[test]
fn a_bad_address_is_refused_and_the_rest_kept() {
    let machine = Machine::new();
    let (said, contacts) = import(&machine, "oruk_to_fail.json");
    said.ends(Exit::BadData)
        .warns(
            "url: not an address of the web; kept as text in the description: example/counselling",
        )
        .warns("email: left out, not an e-mail address: email-example_com");
    assert_eq!(contacts[0].email, None);
    assert!(contacts[0].website.is_empty());
    assert_eq!(contacts[0].description.en, "Website: example/counselling");
    assert_eq!(dialled(&contacts[0]), ["403-555-0142"]);
}

#[test]
fn the_first_form_of_open_referral_uk_comes_in() {
    let machine = Machine::new();
    let (said, contacts) = import(&machine, "oruk1.json");
    said.ends(Exit::Done);
    assert_eq!(dialled(&contacts[0]), ["306-555-0143"]);
    assert_eq!(hours(&contacts[0]), "Tue 7:50–21:00");
    assert_eq!(contacts[0].places, ["Regina"]);
    assert_eq!(contacts[0].terms, ["Food Bank"]);
}

#[test]
fn tables_of_ohana_are_joined_three_ways() {
    let machine = Machine::new();
    let (said, contacts) = import(&machine, "ohana");
    said.ends(Exit::Done);
    let [legal, hall] = &contacts[..] else {
        unreachable!("two services: {contacts:?}")
    };
    assert_eq!(legal.name.en.as_deref(), Some("Legal forms"));
    let numbers = [
        "650-403-4300 x4385",
        "650-403-4300 x4500",
        "650-403-4300 x4100",
        "506-555-0144",
        "506-555-1212 x1223",
        "506-555-0145",
    ];
    assert_eq!(dialled(legal), numbers);
    assert_eq!(main(legal, Caller::UNKNOWN).unwrap().dialled(), numbers[0]);
    let kinds: Vec<PhoneKind> = legal.phones.iter().map(|phone| phone.kind).collect();
    assert_eq!(
        &kinds[3..],
        [PhoneKind::Fax, PhoneKind::Voice, PhoneKind::Tty]
    );
    let vanity = legal.phones[4].label.as_ref().unwrap();
    assert!(vanity.en.contains("506-555-ABCD"), "{vanity:?}");
    assert_eq!(
        (legal.region, &legal.terms[..]),
        (Region::Nb, &["Quilting".to_owned()][..])
    );
    assert!(hall.phones.is_empty());
    assert!(hall.description.en.len() > 1_000);
}

#[test]
fn tables_without_their_organization_and_with_old_hours_come_in() {
    let machine = Machine::new();
    let (said, contacts) = import(&machine, "tables");
    said.ends(Exit::Done)
        .warns("listed in Manitoba by its number 204-555-0142");
    assert_eq!(dialled(&contacts[0]), ["204-555-0142 x100"]);
    assert_eq!(contacts[0].region, Region::Mb);
    let hours = contacts[0].hours.as_ref().unwrap();
    assert!(hours.en.contains("until 2005-01-01"), "{hours:?}");
    assert_eq!(havre::directory::hours::parse(&hours.en), None);
}

#[test]
fn a_file_that_cannot_be_read_is_named_with_the_reason_in_both_languages() {
    let machine = Machine::new();
    for kind in ["hsds", "pack", "vcard", "csv"] {
        for (language, reason) in [
            ("en", "there is no such file"),
            ("fr", "ce fichier n’existe pas"),
        ] {
            let said = machine.run_in(language, &["import", "gone.file", "--kind", kind]);
            said.ends(Exit::NothingFound)
                .warns("gone.file")
                .warns(reason);
        }
    }
}

#[test]
fn services_without_ids_are_told_apart_by_their_organizations() {
    let machine = Machine::new();
    let service = |organization: &str, number: &str| {
        format!(
            r#"{{"name":"Counselling","organization":{{"name":"{organization}"}},"phones":[{{"number":"{number}"}}]}}"#
        )
    };
    let services = [
        service("North", "902-555-0142"),
        service("South", "604-555-0142"),
    ];
    let path = machine.file("both.json", format!("[{}]", services.join(",")));
    let path = argument(&path);
    machine
        .run(&["import", path, "--kind", "hsds", "--name", "real"])
        .ends(Exit::Done);
    let numbers: Vec<_> = pack(&machine, "real").iter().map(dialled).collect();
    assert_eq!(numbers, [["902-555-0142"], ["604-555-0142"]]);
}

#[test]
fn a_record_that_no_pack_can_hold_is_left_out_and_said() {
    let machine = Machine::new();
    let long = "long ".repeat(1_000_000);
    let record = |id: &str, words: &str| {
        format!(
            r#"{{"id":"{id}","name":"Quill {id}","description":"{words}","phones":[{{"number":"902-555-0142"}}]}}"#
        )
    };
    let services = [record("a", "short"), record("b", &long)];
    let path = machine.file("long.json", format!("[{}]", services.join(",")));
    let path = argument(&path);
    machine
        .run(&["import", path, "--kind", "hsds", "--name", "real"])
        .warns("longer than 4 MB");
    assert_eq!(pack(&machine, "real").len(), 1);
}

#[test]
fn a_place_of_an_organization_where_no_service_is_given_is_reported() {
    let machine = Machine::new();
    let file = machine.file(
        "turned.json",
        r#"[{"id": "o1", "name": "Quillberry Society",
            "services": [{"id": "s1", "name": "Quill", "phones": [{"number": "902-555-0142"}],
                "service_at_locations": [{"location_id": "l1"}]}],
            "locations": [{"id": "l1", "name": "Hall"},
                {"id": "l2", "name": "Attic", "phones": [{"number": "902-555-0143"}]}]},
           {"id": "o2", "name": "Alone", "phones": [{"number": "902-555-0144"}]}]"#,
    );
    let said = machine.run(&["import", argument(&file), "--region", "NS"]);
    said.ends(Exit::BadData)
        .warns("turned.json:1: Attic: locations: left out, for it belongs to no service");
    assert!(!said.errors.contains("Hall"), "{}", said.errors);
    let contacts = pack(&machine, "turned");
    let numbers: Vec<String> = contacts.iter().flat_map(dialled).collect();
    assert_eq!(numbers, ["902-555-0142", "902-555-0144"]);
}
