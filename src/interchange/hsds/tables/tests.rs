use proptest::prelude::*;

use super::*;

#[test]
fn tables_are_known_by_their_files() {
    for (file, table) in [
        ("services.csv", Some("services")),
        ("a/b/sample-csv-locations.csv", Some("locations")),
        ("service_at_location.csv", Some("service_at_locations")),
        ("physical_addresses.csv", Some("addresses")),
        ("Organizations.CSV", Some("organizations")),
        ("postal_addresses.csv", None),
        ("holiday_schedules.csv", Some("holiday_schedules")),
        ("regular_schedules.csv", Some("schedules")),
        ("programs.csv", None),
        ("organization.csv", Some("organizations")),
        ("service.csv", Some("services")),
        ("county_location.csv", Some("locations")),
        ("service_at_location.csv", Some("service_at_locations")),
        ("phone.csv", Some("phones")),
        ("physical_address.csv", Some("addresses")),
        ("regular_schedule.csv", Some("schedules")),
        ("cost_option.csv", Some("cost_options")),
        ("taxonomy_term.csv", Some("taxonomy_terms")),
        ("postal_address.csv", None),
        ("holiday_schedule.csv", Some("holiday_schedules")),
        ("microservice.csv", None),
        ("__MACOSX/data/._services.csv", None),
        ("microservices.csv", None),
        ("services.json", None),
    ] {
        assert_eq!(table_of(file), table, "{file}");
    }
}

#[test]
fn rows_are_joined_by_their_ids() {
    let mut package = Package::default();
    for (file, text) in [
        (
            "services.csv",
            "\u{feff}id,organization_id,name\r\ns1,o1,\"Quill\nLine\"\r\n\r\n",
        ),
        ("organizations.csv", "id,name\no1,Quill Society\n"),
        (
            "phones.csv",
            "id,service_id,location_id,contact_id,number\np1,s1,,,1\np2,,l1,,2\np3,,,c1,3\n",
        ),
        ("contacts.csv", "id,service_id,name\nc1,s1,Kim\n"),
        (
            "service_at_location.csv",
            "id,service_id,location_id\nx,s1,l1\n",
        ),
        ("locations.csv", "id,name\nl1,Hall\n"),
        (
            "addresses.csv",
            "id,location_id,city\na1,l1,Truro,too much\n",
        ),
    ] {
        assert!(package.add(file, text.as_bytes().to_vec()), "{file}");
    }
    let flaws: Vec<_> = package.flaws().collect();
    assert_eq!(flaws, [("addresses.csv", 2, Flaw::Ragged)]);
    let mut count = 0;
    package
        .each(|joined| {
            count += 1;
            joined_rows(&joined);
            Ok::<(), ()>(())
        })
        .unwrap();
    assert_eq!(count, 1);
}

fn joined_rows(joined: &Joined<'_>) {
    assert_eq!(joined.line, 2);
    let at = |pointer: &str| joined.record.pointer(pointer).and_then(Node::as_str);
    assert_eq!(at("/name"), Some("Quill\nLine"));
    assert_eq!(at("/organization/name"), Some("Quill Society"));
    assert_eq!(at("/phones/0/number"), Some("1"));
    assert_eq!(at("/contacts/0/phones/0/number"), Some("3"));
    let location = "/service_at_locations/0/location";
    assert_eq!(at(&format!("{location}/phones/0/number")), Some("2"));
    assert_eq!(at(&format!("{location}/addresses/0/city")), Some("Truro"));
}

proptest! {
    #[test]
    fn arbitrary_bytes_do_not_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut package = Package::default();
        package.add("services.csv", bytes.clone());
        package.add("phones.csv", bytes.clone());
        package.each(|_| Ok::<(), ()>(())).unwrap();
    }
}

#[test]
fn each_file_of_a_table_is_read_by_its_own_head() {
    let mut package = Package::default();
    for (file, text) in [
        ("services.csv", "id,name\ns1,Quill\n"),
        ("old_services.csv", "name;id\nBerry;s2\n"),
        ("a_phones.csv", "id,service_id,number\np1,s1,1\n"),
        ("b_phones.csv", "number,id,service_id\n2,p2,s2\n"),
    ] {
        assert!(package.add(file, text.as_bytes().to_vec()), "{file}");
    }
    let mut numbers = Vec::new();
    package
        .each(|joined| {
            let number = joined
                .record
                .pointer("/phones/0/number")
                .and_then(Node::as_str);
            let number = number.unwrap_or_default().to_owned();
            numbers.push((joined.file.to_owned(), joined.line, number));
            Ok::<(), ()>(())
        })
        .unwrap();
    let number = |file: &str, number: &str| (file.to_owned(), 2, number.to_owned());
    let expected = [number("services.csv", "1"), number("old_services.csv", "2")];
    assert_eq!(numbers, expected);
}
