//! Tests that a table loses nothing, and that its errors are reported.

use super::*;
use crate::assets::Assets;

fn header() -> Header {
    Header {
        version: VERSION,
        name: "north-shore".to_owned(),
        publisher: "North Shore Society".to_owned(),
        licence: "CC0-1.0".to_owned(),
        date: "2026-11-15".to_owned(),
        corrections_to: Some("facts@example.org".to_owned()),
        imported: None,
    }
}

/// Returns the header of a table without one.
fn other() -> Header {
    Header {
        name: "other".to_owned(),
        ..header()
    }
}

fn lines(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    text.lines().map(str::to_owned).collect()
}

#[test]
fn the_whole_directory_comes_back_as_it_was() {
    let contacts = Assets::embedded().contacts().unwrap();
    for separator in [b',', b';'] {
        let table = write(&header(), &contacts, separator);
        assert!(is_sheet(&table));
        let lines = lines(&read(&table, None, other()).unwrap());
        let read: Header = serde_json::from_str(&lines[0]).unwrap();
        assert_eq!((read, lines[1].as_str()), (header(), ""));
        assert_eq!(lines.len(), contacts.len() + 2);
        for (line, contact) in lines[2..].iter().zip(&contacts) {
            let read: Contact = serde_json::from_str(line).unwrap();
            let expected = Contact {
                clock: read.clock,
                ..contact.clone()
            };
            assert_eq!(read, expected);
        }
    }
}

#[test]
fn a_hidden_address_is_not_written() {
    let mut contact = Assets::embedded().contacts().unwrap().remove(0);
    contact.address = Some("44 Hidden Hollow".to_owned());
    contact.confidential = Some(true);
    let text = String::from_utf8(write(&header(), [&contact], b',')).unwrap();
    assert!(!text.contains("Hidden Hollow"), "{text}");
}

#[test]
fn empty_cells_keep_remove_or_leave_out_a_field() {
    let table = "id,gone,name.en,organization.en,region,phones.1.number,phones.3.number,description.en,checked,always_open\n\
        ns-a,,=Quillberry,Society,NS,902-555-0101,902-555-0102,Listens.,2026-11-01,oui\n\
        ,,,\n\
        ns-b,yes,,\n";
    let lines = lines(&read(table.as_bytes(), Some("mine"), other()).unwrap());
    assert!(lines[0].contains("\"mine\""), "{}", lines[0]);
    let contact: Contact = serde_json::from_str(&lines[1]).unwrap();
    assert_eq!(contact.phones.len(), 2);
    assert_eq!(contact.description.fr, "Listens.");
    assert!(contact.always_open);
    assert_eq!(&lines[2..], ["", r#"{"gone":true,"id":"ns-b"}"#]);
}

#[test]
fn fault_names_its_row() {
    let cell = |row, column: &str, text: &str| Wrong::Cell {
        row,
        column: column.to_owned(),
        text: text.to_owned(),
    };
    for (table, wrong) in [
        ("", Wrong::NoColumns),
        ("name.en\nQuillberry\n", Wrong::NoColumns),
        ("id,nmae.en\n", Wrong::Column("nmae.en".to_owned())),
        (
            "id,phones.0.number\n",
            Wrong::Column("phones.0.number".to_owned()),
        ),
        (
            "id,phones.1.number,phones.1.number\n",
            Wrong::Column("phones.1.number".to_owned()),
        ),
        (
            "id,free\nns-a,yes\nns-b,perhaps\n",
            cell(3, "free", "perhaps"),
        ),
        (
            "havre_pack,1\nid,serves_km\nns-a,far\n",
            cell(3, "serves_km", "far"),
        ),
        ("id\nns-a,too much\n", cell(2, "", "too much")),
    ] {
        assert_eq!(read(table.as_bytes(), None, other()), Err(wrong), "{table}");
    }
    let open = read(b"id,name.en\nns-a,\"Quill\nns-b,Berry\n", None, other());
    assert_eq!(open, Err(Wrong::Unclosed { line: 2 }));
    let encoded = b"id,name.en\nns-a,Caf\xe9\n";
    assert_eq!(read(encoded, None, other()), Err(Wrong::Encoding));
}
