use crate::directory::phone;
use crate::interchange::csv::read;
use crate::interchange::incoming::test::numbers;
use crate::interchange::{Incoming, LineType, Reading, RemarkReason};

fn one(text: &str) -> (Incoming, Reading) {
    let reading = read(text.as_bytes());
    let contact = reading.contacts.first().cloned();
    (
        contact.unwrap_or_else(|| panic!("nothing came in: {reading:?}")),
        reading,
    )
}

fn whys(reading: &Reading) -> Vec<RemarkReason> {
    reading.remarks.iter().map(|remark| remark.reason).collect()
}

#[test]
fn headings_of_every_address_book_are_numbers_of_their_kind() {
    let (contact, reading) = one(
        "Display Name,Work,Home,Tél. bureau,Portable,Pager,Télécopie (bureau),Rappel,RNIS,Récepteur de radiomessagerie,Toll Free,Crisis Line,Urgence,Other,Main,Téléphone TDD/TTY,Sans frais\n\
         A,902-555-0101,902-555-0102,418-555-0103,418-555-0104,902-555-0105,902-555-0106,902-555-0107,902-555-0108,902-555-0109,1-800-555-0110,902-555-0111,902-555-0112,902-555-0113,902-555-0114,902-555-0115,1-800-555-0116\n",
    );
    let expected = [
        "*902-555-0101 Voice",
        "*902-555-0102 Voice",
        "*418-555-0103 Voice",
        "*418-555-0104 Voice",
        "*902-555-0107 Voice",
        "*902-555-0108 Voice",
        "*1-800-555-0110 Voice",
        "*902-555-0111 Voice",
        "*902-555-0112 Voice",
        "*902-555-0113 Voice",
        "*902-555-0114 Voice",
        "*902-555-0115 Tty",
        "*1-800-555-0116 Voice",
        "902-555-0105 ? Voice",
        "902-555-0109 ? Voice",
        "*902-555-0106 Fax",
    ];
    assert_eq!(numbers(&contact), expected);
    assert_eq!(whys(&reading), [RemarkReason::Pager, RemarkReason::Pager]);
    let label = |number: &str| {
        let line = contact.phones.iter().find(|line| line.number == number);
        line.unwrap().label.clone()
    };
    assert_eq!(label("902-555-0111"), "crisis line");
    let (french, reading) = one(
        "Prénom,Nom de famille,Tél. professionnel,Tél. personnel,Fax,Pager,Portable,Ville\n\
         Anna,Quill,418-555-0120,418-555-0121,418-555-0122,418-555-0123,418-555-0124,Lac\n",
    );
    assert_eq!(french.phones.len(), 5, "{reading:?}");
    assert_eq!(french.phones[0].number, "418-555-0120");
}

#[test]
fn a_number_under_an_unknown_heading_is_kept_as_text_and_reported() {
    let (contact, reading) = one("Name,Phone,Boat\nA,902-555-0101,902-555-0102\n");
    assert_eq!(
        numbers(&contact),
        ["*902-555-0101 Voice", "902-555-0102 ? Voice"]
    );
    assert_eq!(whys(&reading), [RemarkReason::StrayNumber]);
    assert_eq!(
        (reading.remarks[0].row, reading.remarks[0].field.as_str()),
        (2, "Boat")
    );
    let (contact, reading) = one("Name,Phone,Home\nA,902-555-0101,Truro\n");
    assert_eq!((contact.phones.len(), reading.remarks), (1, vec![]));
}

#[test]
fn an_extension_may_stand_in_a_column_of_its_own() {
    for text in [
        "Name,Phone,Ext\nHarbour,902-555-0107,212\n",
        "Name,Phone,Extension\nHarbour,902-555-0107,x212\n",
        "Nom;Téléphone;Poste\nHarbour;902-555-0107;212\n",
        "Nom;Téléphone;Télécopieur;Poste\nHarbour;902-555-0107;;212\n",
        "Name,Fax,Work Phone,Home Phone,Work Phone Ext.\nHarbour,,902-555-0107,,212\n",
        "Name,Phone,Phone Type,Ext.\nHarbour,902-555-0107,Work,212\n",
    ] {
        let (contact, reading) = one(text);
        assert_eq!(numbers(&contact), ["*902-555-0107 x212 Voice"], "{text}");
        assert_eq!(reading.remarks, [], "{text}");
    }
    for text in [
        "Name,Phone,Ext\nHarbour,902-555-0107 x4,212\n",
        "Name,Phone,Ext\nHarbour,902-555-0107; 902-555-0108,212\n",
        "Name,Phone,Ext\nHarbour,902-555-0107,212 or 213\n",
        "Name,Phone,Ext\nHarbour,,212\n",
        "Name,Home Phone,Work Phone,Town,Ext\nHarbour,,,Truro,212\n",
    ] {
        let (contact, reading) = one(text);
        assert_eq!(contact.phones.len(), 1, "{text}: {contact:?}");
        let line = &contact.phones[0];
        assert!(line.number.contains("212"), "{line:?}");
        assert_eq!(phone::uri(&line.number, None), None, "{text}");
        assert_eq!(whys(&reading), [RemarkReason::UnclearNumber], "{text}");
    }
    let (contact, _) = one("Nom;Téléphone;Poste\nAnne;902-555-0107;Directrice\n");
    assert_eq!(contact.title, "Directrice", "the word is a position, too");
    assert_eq!(numbers(&contact), ["*902-555-0107 Voice"]);
}

#[test]
fn the_kind_of_a_number_stands_in_a_column_before_or_after_it() {
    let (contact, reading) = one("Name,Phone,Phone Type\nA,902-555-0101,Fax\n");
    assert_eq!(numbers(&contact), ["*902-555-0101 Fax"]);
    assert_eq!(reading.remarks, []);
    let (contact, _) = one(
        "Name,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value\nA,Télécopieur,902-555-0101,,902-555-0102\n",
    );
    assert_eq!(
        numbers(&contact),
        ["*902-555-0102 Voice", "*902-555-0101 Fax"]
    );
}

#[test]
fn the_kind_of_a_number_may_stand_in_its_cell() {
    for (cell, expected) in [
        ("Fax 902-555-0101", &["*902-555-0101 Fax"][..]),
        ("902-555-0101 (fax)", &["*902-555-0101 Fax"]),
        ("Téléc. : 902-555-0101", &["*902-555-0101 Fax"]),
        (
            "Fax: 902-555-0101 / Tel: 902-555-0102",
            &["*902-555-0102 Voice", "*902-555-0101 Fax"],
        ),
        (
            "F: 902-555-0101; T: 902-555-0102",
            &["*902-555-0102 Voice", "*902-555-0101 Fax"],
        ),
        ("902-555-0101 (ATS)", &["*902-555-0101 Tty"]),
        ("686868 (text)", &["*686868 Text"]),
        ("902-555-0101 (pager)", &["902-555-0101 (pager) ? Voice"]),
        ("=\"902-555-0101\"", &["*902-555-0101 Voice"]),
    ] {
        let (contact, _) = one(&format!("Name,Phone\nA,{cell}\n"));
        assert_eq!(numbers(&contact), expected, "{cell}");
    }
}

#[test]
fn joined_files_have_their_headings_twice() {
    let reading = read(
        "\u{feff}Name,Phone\nA,902-555-0101\n\u{feff}Name,Phone\nB,902-555-0102\n\u{feff}Fax,Name\n902-555-0103,C\n"
            .as_bytes(),
    );
    let names: Vec<&str> = reading
        .contacts
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!((reading.rows, names), (3, vec!["A", "B", "C"]));
    assert_eq!(numbers(&reading.contacts[2]), ["*902-555-0103 Fax"]);
}

#[test]
fn a_family_name_beside_a_given_one_is_no_whole_name() {
    for (text, name) in [
        (
            "Nom,Prénom,Téléphone\nTremblay,Marie,418-555-0101\n",
            "Marie Tremblay",
        ),
        (
            "Prénom;Nom;Tél. bureau\nMarie;Tremblay;418-555-0101\n",
            "Marie Tremblay",
        ),
        (
            "Name,First Name,Phone\nTremblay,Marie,418-555-0101\n",
            "Marie Tremblay",
        ),
        (
            "Name,Given Name,Phone\nMarie Tremblay,Marie,418-555-0101\n",
            "Marie Tremblay",
        ),
        (
            "FirstName,LastName,PhoneNumbers\nMarie,Tremblay,418-555-0101\n",
            "Marie Tremblay",
        ),
        (
            "first_name,last_name,phone\nMarie,Tremblay,418-555-0101\n",
            "Marie Tremblay",
        ),
    ] {
        assert_eq!(one(text).0.name, name, "{text}");
    }
}

#[test]
fn a_hidden_address_is_in_no_text_of_a_row() {
    let (contact, reading) = one("name,phone,description,town,hours,Address\n\
         Maple House,902-555-0149,\"Confidential address: 12 Elm Street, Truro. Call first.\",12 Elm Street Truro,at 12 Elm Street,12 Elm Street\n");
    let said = format!("{contact:?}");
    assert!(!said.contains("Elm"), "{said}");
    assert_eq!(
        contact.town, "Truro",
        "the rest of an address in the wrong column"
    );
    assert!(contact.description.contains("Call first."), "{said}");
    assert!(
        reading
            .left_out
            .contains_key(&crate::interchange::LeftOut::Addresses)
    );
    let (contact, _) = one(
        "Name,Description,Phone\nMaple Women's Shelter,\"Located at 12 Elm Street, Truro\",418-555-0146\n",
    );
    assert_eq!(contact.description, "");
}

#[test]
fn a_number_beside_a_sentence_about_a_fax_is_called() {
    for cell in [
        "902-555-0123 (no fax)",
        "\"902-555-0123 (crisis line, do not fax)\"",
        "902-555-0123 ask for Kim and she will give you the fax number",
    ] {
        let (contact, reading) = one(&format!("Name,Phone\nA,{cell}\n"));
        assert_eq!(numbers(&contact), ["*902-555-0123 Voice"], "{cell}");
        assert_eq!(reading.remarks, [], "{cell}");
    }
    for heading in ["No fax", "Nº fax", "N° fax"] {
        let text = format!("Nom,Téléphone,{heading}\nA,902-555-0123,902-555-0124\n");
        let expected = ["*902-555-0123 Voice", "*902-555-0124 Fax"];
        assert_eq!(numbers(&one(&text).0), expected, "{heading}");
    }
}

#[test]
fn an_extension_beside_a_cell_without_a_number_is_kept_and_reported() {
    let (contact, reading) = one("Nom,Téléphone,Bureau,Poste\nAnne,902-555-0123,204,212\n");
    assert_eq!(
        numbers(&contact),
        ["*902-555-0123 Voice", "ext. 212 ? Voice"]
    );
    assert_eq!(whys(&reading), [RemarkReason::UnclearNumber]);
    let (contact, reading) =
        one("Nom,Téléphone,Bureau,Poste\nAnne,902-555-0123,902-555-0124,212\n");
    assert_eq!(
        numbers(&contact),
        ["*902-555-0123 Voice", "*902-555-0124 x212 Voice"]
    );
    assert_eq!(reading.remarks, []);
}

#[test]
fn words_that_begin_or_end_like_a_telephone_are_no_columns_of_numbers() {
    let (contact, reading) = one(
        "Name,Phone,Cancelled,Excellence,Mobility aids,Cellar,Halifax desk,Handyman\nA,902-555-0101,no,12 awards,yes,no,2,3\n",
    );
    assert_eq!(numbers(&contact), ["*902-555-0101 Voice"]);
    assert_eq!(whys(&reading), [RemarkReason::Unread]);
    let (contact, _) = one(
        "Name,homephone,CellPhone,Cellulaire,Mobiltelefon,workfax,Phone2\nA,902-555-0101,902-555-0102,902-555-0103,902-555-0104,902-555-0105,902-555-0106\n",
    );
    let expected = [
        "*902-555-0101 Voice",
        "*902-555-0102 Voice",
        "*902-555-0103 Voice",
        "*902-555-0104 Voice",
        "*902-555-0106 Voice",
        "*902-555-0105 Fax",
    ];
    assert_eq!(numbers(&contact), expected);
    let types = contact.phones.iter().map(|line| line.types.as_slice());
    let types: Vec<_> = types.collect();
    let cell = [LineType::Cell];
    assert_eq!(
        types,
        [
            &[LineType::Home][..],
            &cell,
            &cell,
            &cell,
            &[],
            &[LineType::Work]
        ]
    );
    let (contact, _) = one("Name,Excellence phone\nA,902-555-0101\n");
    assert_eq!(contact.phones[0].types, []);
}

#[test]
fn an_extension_is_read_with_every_word_for_it() {
    for cell in [
        "extn 212",
        "post. 212",
        "local 212",
        "EXT 212",
        "loc. 212",
        "212.0",
        "p. 212",
    ] {
        let (contact, reading) = one(&format!("Name,Phone,Ext\nA,902-555-0107,{cell}\n"));
        assert_eq!(numbers(&contact), ["*902-555-0107 x212 Voice"], "{cell}");
        assert_eq!(reading.remarks, [], "{cell}");
    }
}
