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
        ("holiday_schedules.csv", None),
        ("regular_schedules.csv", Some("schedules")),
        ("programs.csv", None),
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
        assert!(package.add(file, text.as_bytes()), "{file}");
    }
    let mut records = Vec::new();
    package
        .each(|joined| {
            records.push(joined);
            Ok::<(), ()>(())
        })
        .unwrap();
    let [joined] = &records[..] else {
        unreachable!("one service: {records:?}")
    };
    assert_eq!(joined.line, 2);
    let at = |pointer: &str| joined.record.pointer(pointer).and_then(Value::as_str);
    assert_eq!(at("/name"), Some("Quill\nLine"));
    assert_eq!(at("/organization/name"), Some("Quill Society"));
    assert_eq!(at("/phones/0/number"), Some("1"));
    assert_eq!(at("/contacts/0/phones/0/number"), Some("3"));
    let location = "/service_at_locations/0/location";
    assert_eq!(at(&format!("{location}/phones/0/number")), Some("2"));
    assert_eq!(at(&format!("{location}/addresses/0/city")), Some("Truro"));
    assert_eq!(package.ragged, [("addresses.csv".to_owned(), 2)]);
}

proptest! {
    #[test]
    fn arbitrary_bytes_do_not_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut package = Package::default();
        package.add("services.csv", &bytes);
        package.add("phones.csv", &bytes);
        package.each(|_| Ok::<(), ()>(())).unwrap();
    }
}

#[test]
fn each_file_of_a_table_is_read_by_its_own_head() {
    let mut package = Package::default();
    for (file, text) in [
        ("services.csv", "id,name\ns1,Quill\ns2,Berry\n"),
        ("a_phones.csv", "id,service_id,number\np1,s1,1\n"),
        ("b_phones.csv", "number,id,service_id\n2,p2,s2\n"),
    ] {
        assert!(package.add(file, text.as_bytes()), "{file}");
    }
    let mut numbers = Vec::new();
    package
        .each(|joined| {
            numbers.push(joined.record["phones"][0]["number"].clone());
            Ok::<(), ()>(())
        })
        .unwrap();
    assert_eq!(numbers, ["1", "2"]);
}
