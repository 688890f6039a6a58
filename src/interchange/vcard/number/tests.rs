use crate::assets::Assets;
use crate::directory::{Contact, Phone, PhoneKind};
use crate::i18n::{Language, Messages, Text};
use crate::interchange::incoming::test::numbers;
use crate::interchange::vcard::{Version, read, write};
use crate::interchange::{LeftOut, Reading, RemarkReason};

fn card(lines: &str) -> Vec<u8> {
    format!("BEGIN:VCARD\nVERSION:3.0\nFN:Anne Roy\n{lines}\nEND:VCARD\n").into_bytes()
}

fn read_card(lines: &str) -> (Vec<String>, Reading) {
    let reading = read(&card(lines));
    (numbers(&reading.contacts[0]), reading)
}

#[test]
fn a_fax_is_told_by_any_word_for_it() {
    for lines in [
        "item1.TEL;type=pref:902-555-0101\nitem1.X-ABLabel:Télécopieur",
        "item2.TEL;type=VOICE:902-555-0101\nitem2.X-ABLabel:Fax bureau",
        "TEL;TYPE=télécopieur:902-555-0101",
        "TEL;TYPE=\"Fax Bureau\":902-555-0101",
        "TEL;TYPE=X-Fax_Travail:902-555-0101",
        "TEL;X-T%C3%A9l%C3%A9copieur:902-555-0101",
        "TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=46=61=78):902-555-0101",
        "TEL;TYPE=TLX:902-555-0101",
        "TEL:Fax: 902-555-0101",
        "TEL:902-555-0101 (fax)",
        "TEL:Téléc. : 902-555-0101",
        "TEL;X-LABEL=fax:902-555-0101",
    ] {
        assert_eq!(read_card(lines).0, ["*902-555-0101 Fax"], "{lines}");
    }
    let (numbers, _) = read_card("item1.TEL:902-555-0101\nitem1.X-ABLabel:Halifax");
    assert_eq!(numbers, ["*902-555-0101 Voice"]);
    for lines in [
        "item3.TEL:902-555-0101\nitem3.X-ABLabel:ATS",
        "TEL;TYPE=TTY:902-555-0101",
        "X-MS-TEL;TTYTDD:902-555-0101",
    ] {
        assert_eq!(read_card(lines).0, ["*902-555-0101 Tty"], "{lines}");
    }
    assert_eq!(
        read_card("TEL:Tel 902-555-0101 / Fax 902-555-0102").0,
        ["*902-555-0101 Voice", "*902-555-0102 Fax"]
    );
    assert_eq!(
        read_card("TEL:T 902-555-0101 F 902-555-0102").0,
        ["*902-555-0101 Voice", "*902-555-0102 Fax"]
    );
}

#[test]
fn a_pager_or_a_modem_is_never_dialled() {
    for (kind, why) in [
        ("pager", RemarkReason::Pager),
        ("MODEM", RemarkReason::UnclearNumber),
    ] {
        let (numbers, reading) = read_card(&format!("TEL;TYPE={kind}:902-555-0101"));
        assert_eq!(numbers, ["902-555-0101 ? Voice"]);
        assert_eq!(reading.remarks[0].reason, why);
    }
}

#[test]
fn numbers_of_outlook_are_numbers() {
    let (numbers, reading) = read_card(
        "TEL;WORK;VOICE:(902) 555-0101\nX-MS-TEL;VOICE;CALLBACK:(902) 555-0102\n\
         X-MS-TEL;VOICE;ASSISTANT:(902) 555-0103\nX-MS-TEL;VOICE;RADIO:(902) 555-0104",
    );
    assert_eq!(numbers.len(), 4, "{numbers:?}");
    let labels = reading.contacts[0].phones.iter();
    let labels: Vec<&str> = labels.map(|line| line.label.as_str()).collect();
    assert_eq!(labels, ["", "callback", "assistant", "radio"]);
    assert_eq!(reading.remarks, []);
}

#[test]
fn a_number_in_an_unknown_property_is_kept_as_text() {
    let (numbers, reading) = read_card("TEL:902-555-0101\nX-BOAT:902-555-0102\nX-ABUID:9025550103");
    assert_eq!(numbers, ["*902-555-0101 Voice", "902-555-0102 ? Voice"]);
    assert_eq!(reading.remarks[0].reason, RemarkReason::StrayNumber);
}

#[test]
fn joined_files_have_a_mark_in_the_middle_and_any_line_ends() {
    let joined = [
        &card("TEL:902-555-0101")[..],
        b"\r\n\xef\xbb\xbf",
        &card("TEL:902-555-0102"),
    ]
    .concat();
    assert_eq!(read(&joined).contacts.len(), 2);
    let old = String::from_utf8(card("TEL:902-555-0101"))
        .unwrap()
        .replace('\n', "\r");
    let mixed = [old.as_bytes(), &card("TEL:902-555-0102")].concat();
    assert_eq!(read(&mixed).contacts.len(), 2);
    let (numbers, _) = read_card("TEL:902-555-0101\rTEL:902-555-0102");
    assert_eq!(numbers, ["*902-555-0101 Voice", "*902-555-0102 Voice"]);
}

#[test]
fn encoded_numbers_and_cards_inside_of_a_line_are_read() {
    let (numbers, _) = read_card(
        "TEL;ENCODING=b:OTAyLTU1NS0wMTAx\nTEL;ENCODING=BASE64;TYPE=CELL:902-555-0102\nPHOTO;ENCODING=b:OTAyLTU1NS0wMTAx",
    );
    assert_eq!(numbers, ["*902-555-0101 Voice", "*902-555-0102 Voice"]);
    for agent in [
        "AGENT:BEGIN:VCARD\\nFN:Susan\\nTEL:902-555-0102\\nEND:VCARD\\n",
        "AGENT:BEGIN:VCARD\nFN:Susan\nTEL:902-555-0102\nEND:VCARD",
    ] {
        let reading = read(&card(&format!("TEL:902-555-0101\n{agent}")));
        let mut found: Vec<_> = reading
            .contacts
            .iter()
            .map(|one| (one.name.as_str(), one.phones[0].number.as_str()))
            .collect();
        found.sort_unstable();
        assert_eq!(
            found,
            [("Anne Roy", "902-555-0101"), ("Susan", "902-555-0102")],
            "{agent}"
        );
    }
}

#[test]
fn markup_in_a_field_is_no_part_of_it() {
    let (numbers, _) = read_card(
        "TEL:<a href=\"tel:9025550101\">902-555-0101</a>\nTEL:902-555-0102<br>902-555-0103",
    );
    assert_eq!(
        numbers,
        [
            "*902-555-0101 Voice",
            "*902-555-0102 Voice",
            "*902-555-0103 Voice"
        ]
    );
    let text = "BEGIN:VCARD\nFN:<b>Bold</b> &amp; Co\nTEL:902-555-0101\nEND:VCARD\n";
    assert_eq!(read(text.as_bytes()).contacts[0].name, "Bold & Co");
}

#[test]
fn a_local_number_of_another_country_is_in_doubt() {
    let (numbers, _) = read_card(
        "TEL;VALUE=uri:tel:911;phone-context=+44\nTEL;VALUE=uri:tel:811;phone-context=+1",
    );
    assert_eq!(numbers, ["*811 Voice", "911 (+44) ? Voice"]);
}

#[test]
fn digits_that_a_uri_dials_after_the_answer_are_an_extension() {
    for (uri, expected) in [
        ("tel:+1-902-555-0123;postd=22", "*1-902-555-0123 x22 Voice"),
        (
            "tel:+1-902-555-0123;POSTD=pp22",
            "*1-902-555-0123 x22 Voice",
        ),
        (
            "tel:+1-902-555-0123;ext=22;postd=22",
            "*1-902-555-0123 x22 Voice",
        ),
        (
            "tel:+1-902-555-0123;ext=22;postd=23",
            "+1-902-555-0123 ext. 22 / 23 ? Voice",
        ),
        (
            "tel:+1-902-555-0123;postd=2p3#",
            "+1-902-555-0123 ext. 2p3# ? Voice",
        ),
    ] {
        let (numbers, reading) = read_card(&format!("TEL;VALUE=uri:{uri}"));
        assert_eq!(numbers, [expected], "{uri}");
        assert_eq!(
            reading.remarks.is_empty(),
            expected.starts_with('*'),
            "{uri}"
        );
    }
}

#[test]
fn the_address_of_a_hidden_place_is_in_no_field() {
    for lines in [
        "ADR:;;12 Elm Street;Truro;NS;B2N 1A1;Canada\nNOTE:safe house\nORG:Harbour;12 Elm Street\nTEL:902-555-0101",
        "ORG:Harbour\\, 12 Elm Street\nTITLE:12 Elm Street\nTEL;X-LABEL=12 Elm Street:902-555-0101\nADR:;;12 Elm Street;Truro;NS\nCLASS:CONFIDENTIAL",
        "ORG:Shelter\nTEL:902-555-0101 (12 Elm Street)\nCATEGORIES:12 Elm Street",
        "ORG:Shelter\nADR:;;The Old Mill;Truro;NS\nTITLE:The Old Mill\nTEL:902-555-0101",
    ] {
        let reading = read(&card(lines));
        let said = format!("{:?}", reading.contacts);
        for secret in ["Elm", "Mill", "B2N"] {
            assert!(!said.contains(secret), "{said}");
        }
        assert!(said.contains("902-555-0101"), "{said}");
        assert!(reading.left_out[&LeftOut::Addresses] > 0);
    }
}

#[test]
fn an_own_card_comes_back_whole() {
    let phone = |number: &str, kind: PhoneKind| Phone {
        number: number.to_owned(),
        extension: None,
        kind,
        label: None,
        hours: None,
        places: Vec::new(),
    };
    let mut contact: Contact = Assets::embedded().contacts().unwrap().remove(0);
    contact.phones = vec![
        phone("902-555-0101", PhoneKind::Voice),
        phone("686868", PhoneKind::Text),
        phone("988", PhoneKind::Voice),
        phone("988", PhoneKind::Text),
        phone("902-555-0102", PhoneKind::Tty),
        phone("+44 20 7946 0958", PhoneKind::Voice),
        phone("234567 ?", PhoneKind::Voice),
        phone("Tel privat", PhoneKind::Voice),
        phone("902-555-0103, ask; twice", PhoneKind::Voice),
        phone("1-800-MYFAX", PhoneKind::Fax),
    ];
    contact.hours = Some(Text {
        en: "24/7".to_owned(),
        fr: "24/7".to_owned(),
    });
    for version in [Version::V3, Version::V4] {
        let text = write([&contact], version, Messages::of(Language::En));
        let dialled = text.lines().filter(|line| line.starts_with("TEL"));
        assert_eq!(
            dialled.count(),
            5,
            "a telephone offers no doubtful number: {text}"
        );
        let came = read(text.as_bytes()).contacts.remove(0);
        let pair =
            |number: &str, kind: PhoneKind| (number.trim_start_matches("1-").to_owned(), kind);
        let mut here: Vec<_> = contact
            .phones
            .iter()
            .map(|one| pair(&one.number, one.kind))
            .collect();
        let mut there: Vec<_> = came
            .phones
            .iter()
            .map(|one| pair(&one.number, one.kind))
            .collect();
        here.sort_by_key(|pair| format!("{pair:?}"));
        there.sort_by_key(|pair| format!("{pair:?}"));
        assert_eq!(here, there);
        assert_eq!(came.region, contact.region.code());
        assert_eq!(came.languages, contact.languages);
        assert_eq!(came.hours, "24/7");
    }
}
