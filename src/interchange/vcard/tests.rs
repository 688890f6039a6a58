use proptest::prelude::*;

use super::{Version, read, write};
use crate::assets::Assets;
use crate::directory::{Contact, PhoneKind};
use crate::i18n::{Language, Messages};
use crate::interchange::{Incoming, LeftOut, LineType, Reading, RemarkReason};

fn card(lines: &str) -> Vec<u8> {
    format!("BEGIN:VCARD\nVERSION:3.0\nFN:Anne Roy\n{lines}\nEND:VCARD\n").into_bytes()
}

fn one(bytes: &[u8]) -> (Incoming, Reading) {
    let reading = read(bytes);
    let contact = reading.contacts.first().cloned();
    (
        contact.unwrap_or_else(|| panic!("nothing came in: {reading:?}")),
        reading,
    )
}

fn numbers(contact: &Incoming) -> Vec<String> {
    let number = |line: &crate::interchange::Line| match &line.extension {
        Some(extension) => format!("{} x{extension}", line.number),
        None => line.number.clone(),
    };
    contact.phones.iter().map(number).collect()
}

fn whys(reading: &Reading) -> Vec<RemarkReason> {
    reading.remarks.iter().map(|remark| remark.reason).collect()
}

#[test]
fn lines_may_end_in_any_way_and_fold_inside_of_a_number() {
    let text =
        String::from_utf8(card("TEL;TYPE=CELL:902-555-\n 0123\nTEL:9\n\t02-555-0199")).unwrap();
    for end in ["\n", "\r\n", "\r\r\n", "\r"] {
        let (contact, reading) = one(text.replace('\n', end).as_bytes());
        assert_eq!(
            numbers(&contact),
            ["902-555-0123", "902-555-0199"],
            "{end:?}"
        );
        assert_eq!(contact.phones[0].types, [LineType::Cell]);
        assert_eq!(reading.remarks, []);
    }
}

#[test]
fn soft_breaks_may_cut_a_letter_and_have_an_empty_line_behind_them() {
    let quoted = "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=\n=A9 N=\n\n=C3=A9\n";
    let text = format!("BEGIN:VCARD\nVERSION:2.1\n{quoted}TEL;CELL;PREF:9025550123\nEND:VCARD\n");
    for end in ["\n", "\r\n", "\r\r\n"] {
        let (contact, _) = one(text.replace('\n', end).as_bytes());
        assert_eq!(contact.name, "Zoé Né", "{end:?}");
        assert_eq!(numbers(&contact), ["902-555-0123"]);
    }
}

#[test]
fn a_soft_break_at_the_end_swallows_no_number() {
    let quoted = "ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=";
    let text =
        format!("BEGIN:VCARD\nVERSION:2.1\nFN:Zo\n{quoted}\nTEL;CELL:9025550123\nEND:VCARD\n");
    assert_eq!(numbers(&one(text.as_bytes()).0), ["902-555-0123"]);
}

#[test]
fn every_encoding_is_decoded_and_a_guess_is_reported() {
    let latin = b"BEGIN:VCARD\nVERSION:2.1\nFN:Ren\xe9e Lenz\nTEL;HOME:902 555-0123\nEND:VCARD\n";
    let (contact, reading) = one(latin);
    assert_eq!(contact.name, "Renée Lenz");
    assert_eq!(whys(&reading), [RemarkReason::Guessed]);
    let polish = b"BEGIN:VCARD\nVERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE:Wiktor Borsi=F1ski\nTEL:902 555-0123\nEND:VCARD\n";
    let (contact, reading) = one(polish);
    assert_eq!(contact.name, "Wiktor Borsiński");
    assert_eq!(whys(&reading), [RemarkReason::Guessed]);
    let wrong =
        b"BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=murks:Ren\xe9e\nTEL:902 555-0123\nEND:VCARD\n";
    assert_eq!(one(wrong).0.name, "Renée");
    let broken = b"BEGIN:VCARD\nVERSION:3.0\nFN:Ren\xc3\xa9e Gagn\xe9 de Montr\xc3\xa9al\nTEL:902 555-0123\nEND:VCARD\n";
    let (contact, reading) = one(broken);
    assert_eq!(
        contact.name, "Renée Gagn\u{fffd} de Montréal",
        "one byte spoils no other letter"
    );
    assert_eq!(whys(&reading), [RemarkReason::Guessed]);
    let wide = String::from_utf8(card("TEL:902-555-0123"))
        .unwrap()
        .replace("Roy", "Ǽgean");
    let little: Vec<u8> = wide.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = wide.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [[&[0xff, 0xfe][..], &little].concat(), little, big] {
        let (contact, reading) = one(&bytes);
        assert_eq!(contact.name, "Anne Ǽgean");
        assert_eq!(reading.remarks, []);
    }
}

#[test]
fn an_extension_survives_and_an_address_needs_no_scheme() {
    let (contact, reading) = one(&card(
        "TEL;VALUE=uri;TYPE=\"work,voice\":tel:+1-418-555-0154;ext=102\nTEL;VALUE=URI:902-555-0123",
    ));
    assert_eq!(numbers(&contact), ["1-418-555-0154 x102", "902-555-0123"]);
    assert_eq!(contact.phones[0].types, [LineType::Work]);
    assert_eq!(reading.remarks, []);
}

#[test]
fn a_fax_or_a_pager_is_never_the_number_to_call_first() {
    let (contact, _) = one(&card(
        "TEL;TYPE=WORK,FAX;TYPE=pref:902-555-0111\nTEL;TYPE=PAGER:902-555-0122\n\
         item1.TEL:902-555-0133\nitem1.X-ABLabel:_$!<WorkFAX>!$_\n\
         TEL;TYPE=HOME:902-555-0144\nTEL;TYPE=CELL;TYPE=pref:902-555-0155",
    ));
    let order = [
        "902-555-0155",
        "902-555-0144",
        "902-555-0122 ?",
        "902-555-0111",
        "902-555-0133",
    ];
    assert_eq!(numbers(&contact), order);
    let fax = contact
        .phones
        .iter()
        .filter(|line| line.kind == PhoneKind::Fax);
    assert_eq!(fax.count(), 2);
}

#[test]
fn no_number_is_lost_in_silence() {
    let (contact, reading) = one(&card(
        "TEL:Tel work\nTEL:+1 (212) 204-34456\nTEL;TYPE=fax:+1-800-MYFAX\nTEL:123456\nTEL:+49 1234 56788\n\
         TEL:902-555-0123 or 902-555-0199\nX-PHONE-2:902-555-0177\nX-PHONETIC-LAST-NAME:Roi",
    ));
    let kept = [
        "902-555-0123",
        "902-555-0199",
        "902-555-0177",
        "Tel work",
        "+1 (212) 204-34456",
        "123456 ?",
        "+49 1234 56788",
        "+1-800-MYFAX",
    ];
    assert_eq!(numbers(&contact), kept);
    assert_eq!(
        whys(&reading),
        [
            RemarkReason::UnclearNumber,
            RemarkReason::UnclearNumber,
            RemarkReason::WrongCharacter('M'),
            RemarkReason::UnclearNumber,
            RemarkReason::UnclearNumber
        ]
    );
    let dialled = contact
        .phones
        .iter()
        .filter(|line| crate::directory::phone::uri(&line.number, None).is_some());
    assert_eq!(dialled.count(), 3, "what is not clear cannot be dialled");
}

#[test]
fn a_card_without_a_name_is_named_by_another_field() {
    for (line, name) in [
        ("N:Roy;Anne;;Dr.;", "Dr. Anne Roy"),
        ("ORG:Night Desk;Halifax", "Night Desk, Halifax"),
        ("EMAIL:desk@example.org", "desk@example.org"),
        ("NOTE:x", "902-555-0123"),
    ] {
        let text = format!("BEGIN:VCARD\nVERSION:4.0\n{line}\nTEL:902-555-0123\nEND:VCARD\n");
        let (contact, reading) = one(text.as_bytes());
        assert_eq!(contact.name, name);
        assert_eq!(
            whys(&reading).contains(&RemarkReason::Nameless),
            !line.starts_with("N:"),
            "{line}"
        );
    }
}

#[test]
fn personal_fields_are_left_out_and_counted() {
    let (contact, reading) = one(&card(
        "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\n SkZJRg\nBDAY:1991-05-04\nNOTE:met on 4 May\nADR:;;12 Old Mill Road;Sydney;NS;;\nTEL:902-555-0123",
    ));
    assert_eq!(contact.town, "Sydney");
    let all = [
        LeftOut::Photos,
        LeftOut::Personal,
        LeftOut::Notes,
        LeftOut::Addresses,
    ];
    assert_eq!(
        reading.left_out.into_iter().collect::<Vec<_>>(),
        all.map(|kind| (kind, 1))
    );
    let said = format!("{contact:?}");
    assert!(
        !said.contains("Mill") && !said.contains("1991") && !said.contains("met"),
        "{said}"
    );
}

#[test]
fn the_town_of_a_hidden_place_comes_in_unless_it_is_secret_too() {
    // The directory's own shelters are found by their towns, which are public; the street never is.
    for line in [
        "ORG:Harbour Shelter",
        "NOTE:Address CONFIDENTIAL",
        "CLASS:CONFIDENTIAL",
        "ORG:Maison d'hébergement",
    ] {
        let (contact, _) = one(&card(&format!(
            "{line}\nADR:;;12 Elm Street;Sydney;NS;B2N 1A1;\nTEL:902-555-0123"
        )));
        assert_eq!(contact.town, "Sydney", "{line}");
        let whole = format!("{contact:?}");
        assert!(!whole.contains("Elm") && !whole.contains("B2N"), "{whole}");
    }
    for line in [
        "ORG:Harbour Shelter\nNOTE:The town is confidential.",
        "ORG:Maison d'hébergement\nNOTE:Ville et adresse confidentielles",
    ] {
        let (contact, _) = one(&card(&format!(
            "{line}\nADR:;;;Sydney;NS;;\nTEL:902-555-0123"
        )));
        assert_eq!(contact.town, "", "{line}");
    }
    let (contact, _) = one(&card(
        "ORG:Shelter\nADR:;;;Confidential;NS;;\nTEL:902-555-0123",
    ));
    assert_eq!(contact.town, "");
}

#[test]
fn a_truncated_file_keeps_its_cards_and_is_reported() {
    let (contact, reading) = one(
        b"BEGIN:VCARD\nVERSION:2.1\nFN:Max\nTEL:902-555-0123\nNOTE;ENCODING=QUOTED-PRINTABLE:=C3",
    );
    assert_eq!(
        (contact.name.as_str(), whys(&reading)),
        ("Max", vec![RemarkReason::CutOff])
    );
    let two = "BEGIN:VCARD\nFN:One\nTEL:911\nBEGIN:VCARD\nFN:Two\nTEL:988\nEND:VCARD\n";
    let reading = read(two.as_bytes());
    assert_eq!(reading.contacts.len(), 2);
    assert_eq!(whys(&reading), [RemarkReason::CutOff]);
}

#[test]
fn odd_lines_lose_nothing() {
    let text = "BEGIN:VCARD\nVERSION:2.1\nPHOTO;BASE64:\n/9j/4AAQ\nSkZJRgABAQ\n\nFN:Mr. John Roe, Sr.\n\
        TEL;X-ID=\"a:b\";TYPE=CELL:902-555-\n0123\nURL:http\\://www.example.org\nEND:VCARD\n";
    let (contact, reading) = one(text.as_bytes());
    assert_eq!(contact.name, "Mr. John Roe, Sr.");
    assert_eq!(numbers(&contact), ["902-555-0123"]);
    assert_eq!(contact.website, "http://www.example.org");
    assert_eq!(reading.remarks, []);
}

#[test]
fn empty_and_foreign_files_hold_nothing() {
    assert_eq!(read(b"\xef\xbb\xbf"), Reading::default().clone());
    assert_eq!(whys(&read(b"%PDF-1.7")), [RemarkReason::WrongFormat]);
    let thousand = card("EMAIL:a@example.org").repeat(1000);
    let reading = read(&thousand);
    assert_eq!((reading.rows, reading.contacts.len()), (1000, 0));
}

#[test]
fn an_exported_directory_is_imported_unchanged() {
    let contacts = Assets::embedded().contacts().unwrap();
    for (version, language) in [(Version::V3, Language::En), (Version::V4, Language::Fr)] {
        let text = write(&contacts, version, Messages::of(language));
        assert!(
            text.lines().all(|line| line.len() <= 76),
            "lines are folded"
        );
        let reading = read(text.as_bytes());
        assert_eq!(reading.rows, contacts.len());
        let came: Vec<&Incoming> = reading.contacts.iter().collect();
        for incoming in came {
            let contact = contacts
                .iter()
                .find(|contact| contact.id == incoming.uid)
                .unwrap();
            assert_eq!(incoming.name, contact.name(language));
            let bare = |number: &str| number.trim_start_matches("1-").to_owned();
            let mut here: Vec<_> = contact
                .phones
                .iter()
                .map(|phone| (bare(&phone.number), phone.extension.clone(), phone.kind))
                .collect();
            let mut there: Vec<_> = incoming
                .phones
                .iter()
                .map(|line| (bare(&line.number), line.extension.clone(), line.kind))
                .collect();
            for phones in [&mut here, &mut there] {
                phones.sort_by_key(|phone| format!("{phone:?}"));
                phones.dedup();
            }
            assert_eq!(
                here,
                there,
                "{}: {:?}",
                contact.id,
                reading.remarks.iter().find(|r| r.row == incoming.row)
            );
        }
    }
}

#[test]
fn the_address_of_a_hidden_place_never_goes_out() {
    let mut contact = Assets::embedded().contacts().unwrap().remove(0);
    contact.address = Some("12 Old Mill Road".to_owned());
    contact.confidential = None;
    contact.categories = vec![crate::directory::Category::LegalHelp];
    let out = |contact: &Contact| write([contact], Version::V4, Messages::of(Language::En));
    assert!(out(&contact).contains("Old Mill"));
    contact.confidential = Some(true);
    assert!(!out(&contact).contains("Old Mill"));
    contact.confidential = None;
    contact.categories = vec![crate::directory::Category::Shelter];
    assert!(!out(&contact).contains("Old Mill"));
}

/// Generates lines of cards, valid and broken.
fn lines() -> impl Strategy<Value = String> {
    let line = prop::sample::select(vec![
        "BEGIN:VCARD",
        "END:VCARD",
        "VERSION:2.1",
        "VERSION:4.0",
        "FN:Anne",
        "N:;;;;;;;;",
        " fold",
        "\tfold",
        "TEL;TYPE=CELL:902-555-0123",
        "TEL;ENCODING=QUOTED-PRINTABLE:=39=30=",
        "=",
        "=C3=",
        "PHOTO;BASE64:",
        "AGENT:",
        "item1.TEL;\":",
        "TEL;;;=;=:;ext=",
        "ADR;;",
        "a",
        "",
        "NOTE;CHARSET=x:\u{1b}[2J",
        ":",
        ";",
        "UID:\u{202e}",
    ]);
    prop::collection::vec(line, 0..30).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #[test]
    fn no_bytes_are_too_odd(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        read(&bytes);
        read(&[b"BEGIN:VCARD\n", &bytes[..]].concat());
    }

    #[test]
    fn no_lines_are_too_odd_and_nothing_hidden_comes_in(text in lines()) {
        for contact in read(text.as_bytes()).contacts {
            prop_assert!(!contact.name.is_empty());
            let hidden = |c: char| c.is_control() || c == '\u{202e}';
            prop_assert!(!contact.name.contains(hidden) && !contact.uid.contains(hidden));
        }
    }
}

#[test]
fn a_website_without_its_scheme_comes_along() {
    let card = "BEGIN:VCARD\nVERSION:3.0\nFN:Wren Desk\nTEL:902-555-0142\nitem3.URL;type=pref:example.org\nEND:VCARD\n";
    let reading = read(card.as_bytes());
    assert_eq!(reading.contacts[0].website, "https://example.org");
    assert_eq!(reading.remarks[0].reason, RemarkReason::Scheme);
}
