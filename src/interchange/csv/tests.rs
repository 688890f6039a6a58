use proptest::prelude::*;

use super::{read, write};
use crate::assets::Assets;
use crate::directory::{Category, PhoneKind};
use crate::i18n::{Language, Messages};
use crate::interchange::{Incoming, LeftOut, LineType, Reading, RemarkReason};

fn one(text: &str) -> (Incoming, Reading) {
    let reading = read(text.as_bytes());
    let contact = reading.contacts.first().cloned();
    (
        contact.unwrap_or_else(|| panic!("nothing came in: {reading:?}")),
        reading,
    )
}

fn numbers(contact: &Incoming) -> Vec<&str> {
    contact
        .phones
        .iter()
        .map(|line| line.number.as_str())
        .collect()
}

fn whys(reading: &Reading) -> Vec<RemarkReason> {
    reading.remarks.iter().map(|remark| remark.reason).collect()
}

#[test]
fn google_numbers_its_columns_and_joins_values() {
    let (contact, reading) = one(
        "Name,Given Name,Yomi Name,Birthday,Notes,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value,Address 1 - City,Organization 1 - Name\n\
         Anne Roy,Anne,x,1991-05-04,\"a \"\"note\"\"\nof two lines\",* Home,a@example.org ::: b@example.org,Home Fax,902-555-0111,Mobile,902-555-0122 ::: 902-555-0133,Sydney,Night Desk\n\n",
    );
    assert_eq!(contact.name, "Anne Roy");
    assert_eq!(
        numbers(&contact),
        ["902-555-0122", "902-555-0133", "902-555-0111"]
    );
    assert_eq!(contact.phones[0].types, [LineType::Cell]);
    assert_eq!(contact.phones[2].kind, PhoneKind::Fax);
    assert_eq!(contact.emails, ["a@example.org", "b@example.org"]);
    assert_eq!(
        (contact.town.as_str(), contact.organization.as_str()),
        ("Sydney", "Night Desk")
    );
    assert_eq!(reading.rows, 1, "an empty line is no row");
    assert_eq!(reading.left_out[&LeftOut::Notes], 1);
    assert_eq!(reading.remarks, []);
}

#[test]
fn outlook_has_more_cells_than_headings_and_breaks_inside_of_them() {
    let (contact, reading) = one(
        "\u{feff}First Name,Last Name,Company,Business Fax,Business Phone,Home Phone 2,Assistant's Phone,Web Page\r\n\
         Max,Roe,\"Desk\r\nof the night\",902-555-0111,902 555 0122 ext. 4,Tel privat 2,902-555-0133,www.example.org,902-555-0144\r\n",
    );
    assert_eq!(contact.name, "Max Roe");
    assert_eq!(contact.organization, "Desk of the night");
    assert_eq!(
        numbers(&contact),
        [
            "902-555-0122",
            "902-555-0133",
            "Tel privat 2",
            "902-555-0111"
        ]
    );
    assert_eq!(contact.phones[0].extension.as_deref(), Some("4"));
    assert_eq!(
        whys(&reading),
        [
            RemarkReason::UnclearNumber,
            RemarkReason::Scheme,
            RemarkReason::Ragged
        ]
    );
    assert_eq!(
        reading.remarks[2].text, "902-555-0144",
        "what is left out is said"
    );
}

#[test]
fn other_separators_encodings_and_languages_are_read() {
    let german = b"Anzeigename;Tel. dienstlich;Mobiltelefon\nJ\xfcrgen;902-555-0122;902-555-0133\n";
    let reading = read(german);
    assert_eq!(reading.contacts[0].name, "Jürgen");
    assert_eq!(
        numbers(&reading.contacts[0]),
        ["902-555-0122", "902-555-0133"]
    );
    assert_eq!(whys(&reading), [RemarkReason::Guessed]);
    let (french, _) = one(
        "Prénom;Nom de famille;Téléphone;Télécopieur\nAnne;Roy;902 555-0122 poste 4;902 555-0133\n",
    );
    assert_eq!(french.name, "Anne Roy");
    assert_eq!(french.phones[1].kind, PhoneKind::Fax);
}

#[test]
fn a_file_without_contacts_is_refused_whole() {
    assert_eq!(whys(&read(b"a,b\n1,2\n")), [RemarkReason::Headings]);
    assert_eq!(
        whys(&read(b"id,location_id,number\n1,2,902-555-0122\n")),
        [RemarkReason::Headings]
    );
    assert_eq!(read(b"\xef\xbb\xbf"), Reading::default());
    assert_eq!(
        whys(&read(b"Name,Phone\nNobody,\n")),
        [RemarkReason::NoNumber]
    );
}

#[test]
fn an_address_book_with_words_in_its_columns_of_numbers_is_read() {
    let text = "Name,Given Name,Family Name,Organization,Notes,Phone 1 - Type,Phone 1 - Value,\
        Phone 2 - Type,Phone 2 - Value,Phone 3 - Type,Phone 3 - Value,Phone 4 - Type,Phone 4 - Value\n\
        Desk,,,Inn,,Work,front,Home,at night,Mobile,902-555-0122,Main,Other ::: Ann\n";
    let reading = read(text.as_bytes());
    let [desk] = &reading.contacts[..] else {
        panic!("{:?}", reading.remarks);
    };
    assert!(numbers(desk).contains(&"902-555-0122"), "{desk:?}");
    let unclear = reading.remarks.iter();
    let unclear = unclear.filter(|remark| remark.reason == RemarkReason::UnclearNumber);
    assert_eq!(unclear.count(), 4, "{:?}", reading.remarks);
}

#[test]
fn a_number_refused_for_an_invisible_character_is_not_dialled_without_it() {
    let (contact, reading) = one("Name,Phone\nA,902-555-0122\0\n");
    assert_eq!(whys(&reading), [RemarkReason::WrongCharacter('\0')]);
    assert_eq!(numbers(&contact), ["902-555-0122 ?"]);
}

#[test]
fn an_exported_directory_is_imported_unchanged() {
    let contacts = Assets::embedded().contacts().unwrap();
    for (separator, language) in [(b',', Language::En), (b';', Language::Fr)] {
        let bytes = write(&contacts, separator, Messages::of(language));
        let reading = read(&bytes);
        assert_eq!(reading.rows, contacts.len());
        let mut differ = Vec::new();
        for incoming in &reading.contacts {
            let contact = contacts
                .iter()
                .find(|contact| contact.id == incoming.uid)
                .unwrap();
            assert_eq!(incoming.name, contact.name(language));
            let line = |number: &str, extension: &Option<String>, kind: PhoneKind| {
                format!("{number} {extension:?} {kind:?}")
            };
            let ours = contact.phones.iter();
            let mut ours: Vec<_> = ours
                .map(|one| line(&one.number, &one.extension, one.kind))
                .collect();
            let theirs = incoming.phones.iter();
            let mut theirs: Vec<_> = theirs
                .map(|one| line(&one.number, &one.extension, one.kind))
                .collect();
            for numbers in [&mut ours, &mut theirs] {
                numbers.sort_unstable();
                numbers.dedup();
            }
            if ours != theirs {
                differ.push((contact.id.clone(), ours, theirs));
            }
        }
        assert!(differ.is_empty(), "{differ:#?}");
    }
}

#[test]
fn no_cell_is_a_formula_and_no_hidden_address_goes_out() {
    let mut contact = Assets::embedded().contacts().unwrap().remove(0);
    contact.name = crate::directory::Name::shared("=cmd|' /C calc'!A0");
    contact.address = Some("12 Old Mill Road".to_owned());
    contact.categories = vec![Category::Shelter];
    let bytes = write([&contact], b',', Messages::of(Language::En));
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains(",'=cmd"), "{text}");
    assert!(!text.contains("Old Mill"), "{text}");
    assert_eq!(read(text.as_bytes()).contacts[0].name, "=cmd|' /C calc'!A0");
}

proptest! {
    #[test]
    fn no_bytes_are_too_odd(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        read(&bytes);
        read(&[b"Name,Phone,Notes\n", &bytes[..]].concat());
    }

    #[test]
    fn no_number_of_a_cell_is_lost(cell in "[0-9 ,;:/+().x-]{0,30}") {
        // A spreadsheet's number: its fraction is taken away.
        prop_assume!(!cell.trim_end().ends_with(".0"));
        let reading = read(format!("Name,Phone\nAnne,\"{cell}\"\n").as_bytes());
        let mut said = String::new();
        for line in reading.contacts.iter().flat_map(|contact| &contact.phones) {
            said.extend([&line.number, line.extension.as_deref().unwrap_or(""), &line.label]);
        }
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<std::collections::BTreeSet<_>>();
        prop_assert_eq!(digits(&cell), digits(&said));
    }
}

#[test]
fn titles_above_the_headings_are_told_and_the_rows_taken() {
    for (separator, title) in [
        (',', "Services, 2026"),
        (';', "x"),
        ('|', "a, b, c, d"),
        ('\t', ""),
    ] {
        let text = format!(
            "{title}\r\nCall 902-555-0100 first\r\n,,,,\r\n\r\nAgency Name,Program Name,Phone Number\r\n\
             Maple House,Night Desk,902-555-0111\r\nBirch House,,902-555-0112\r\n"
        );
        let text = text.replace("Name,P", &format!("Name{separator}P"));
        let text = text.replace(
            "House,Night Desk,",
            &format!("House{separator}Night Desk{separator}"),
        );
        let text = text.replace("House,,", &format!("House{separator}{separator}"));
        let reading = read(text.as_bytes());
        let told = |contact: &Incoming| (contact.name.clone(), contact.organization.clone());
        let told: Vec<_> = reading.contacts.iter().map(told).collect();
        let pair = |name: &str, organization: &str| (name.to_owned(), organization.to_owned());
        let expected = [
            pair("Night Desk", "Maple House"),
            pair("Birch House", "Birch House"),
        ];
        assert_eq!(told, expected, "{text}");
        let above = reading.remarks.iter();
        let above: Vec<_> = above
            .filter(|one| one.reason == RemarkReason::AboveHead)
            .collect();
        assert_eq!(
            above.last().unwrap().text,
            "Call 902-555-0100 first",
            "{text}"
        );
        assert_eq!(above.len(), reading.remarks.len(), "{:?}", reading.remarks);
        let row = 4 + usize::from(!title.is_empty());
        assert_eq!(
            reading.contacts[0].row, row,
            "rows are counted from the first"
        );
    }
}

#[test]
fn headings_of_directories_are_known() {
    let (contact, reading) = one("Agency,Phone\nMaple House,902-555-0111\n");
    assert_eq!(
        (contact.name.as_str(), reading.remarks),
        ("Maple House", vec![])
    );
    let (contact, reading) = one(
        "ResourceAgencyNum,PublicName,OfficialName,ParentAgency,MailingCity,PhysicalCity,PhysicalStateProvince,Phone1Number,Phone1Name,Phone1Description,Phone1IsPrivate,Phone2Number,Phone2Name,Phone2IsPrivate,PhoneFax,PhoneTTY,PhoneTollFree,PhoneNumberHotline,AgencyStatus\n\
         1,Maple Desk,Maple Inc.,Maple House,Halifax,Truro,Ontario,902-555-0101,Main,Intake desk,No,902-555-0102,Kim,Yes,902-555-0103,902-555-0104,1-888-555-0105,902-555-0106,Active\n",
    );
    assert_eq!(contact.name, "Maple Desk");
    assert_eq!(
        (contact.organization.as_str(), contact.town.as_str()),
        ("Maple House", "Truro")
    );
    assert_eq!(contact.region, "ON", "the name of a province is known");
    let expected = [
        "*902-555-0101 Voice",
        "*902-555-0104 Tty",
        "*1-888-555-0105 Voice",
        "*902-555-0106 Voice",
        "*902-555-0103 Fax",
    ];
    assert_eq!(
        crate::interchange::incoming::test::numbers(&contact),
        expected
    );
    assert_eq!(
        whys(&reading),
        [RemarkReason::Private, RemarkReason::Unread]
    );
    assert_eq!(reading.remarks[0].text, "902-555-0102");
    let (contact, _) = one(
        "Record #,Organization Name 1,Organization Name 2,Office Phone\n1,Maple House,Night Desk,902-555-0111\n",
    );
    assert_eq!(contact.name, "Maple House, Night Desk");
    let (person, _) = one("First Name,Last Name,Program Name,Phone\nKim,Roe,Night,902-555-0111\n");
    assert_eq!(
        person.name, "Kim Roe",
        "a person is not named by her program"
    );
}

#[test]
fn a_service_that_is_closed_is_refused_and_told() {
    let reading = read(
        b"Agency,Phone,Status\nMaple House,902-555-0111,Inactive\nBirch,902-555-0112,Active\n",
    );
    assert_eq!((reading.rows, reading.contacts.len()), (2, 1));
    assert_eq!(whys(&reading), [RemarkReason::Inactive]);
    assert_eq!(reading.remarks[0].text, "Maple House");
}

#[test]
fn a_column_that_says_that_a_place_is_secret_is_heard() {
    for (heading, cell) in [
        ("PhysicalAddressIsPrivate", "Yes"),
        ("Unpublished Address?", "x"),
        ("Confidential", "TRUE"),
        ("Adresse confidentielle", "oui"),
        ("Confidential Address", "12 Elm Street"),
    ] {
        let text = format!(
            "Agency,Phone,Street,City,Hours,{heading}\nMaple,902-555-0111,12 Elm Street,Truro,at 12 Elm Street,{cell}\n"
        );
        let hidden = one(&text).0;
        assert_eq!(hidden.town, "Truro", "the town is no address: {heading}");
        let said = format!("{hidden:?}");
        assert!(!said.contains("Elm"), "{heading}: {said}");
        let open = text.replace(&format!(",{cell}\n"), ",No\n");
        assert_eq!(one(&open).0.town, "Truro", "{heading}");
    }
}

#[test]
fn cells_that_say_that_there_is_nothing_are_empty() {
    for word in ["N/A", "n/a", "x", "-", "none", "s.o.", "NA", "—"] {
        let text =
            format!("Name,Phone,Ext,Fax\nMaple,902-555-0111,{word},{word}\nBirch,{word},,\n");
        let reading = read(text.as_bytes());
        assert_eq!(
            whys(&reading),
            [RemarkReason::NoNumber],
            "{word}: a row without a number is told"
        );
        let contact = &reading.contacts[0];
        assert_eq!(
            (numbers(contact), contact.title.as_str()),
            (vec!["902-555-0111"], ""),
            "{word}"
        );
    }
    let (contact, _) = one("Name,Organization,Title,Phone\nX,N/A,n/a,902-555-0111\n");
    let said = (
        contact.name.as_str(),
        contact.organization.as_str(),
        contact.title.as_str(),
    );
    assert_eq!(said, ("X", "", ""), "a name is one, whatever it is");
}

#[test]
fn a_label_makes_no_fax_a_line_for_calls() {
    let (contact, _) =
        one("Name,Phone,Fax,Fax Name\nMaple,902-555-0111,902-555-0112,Main office\n");
    assert_eq!(contact.phones[1].kind, PhoneKind::Fax);
}

#[test]
fn headings_of_numbers_say_so_in_several_words() {
    let (contact, reading) = one(
        "Agency,Toll-Free Number,Hotline Number,Numéro d'urgence,Numéro sans frais,Crisis,Home,Bureau\n\
         Maple,1-888-555-0101,9025550102.0,902-555-0103,1-888-555-0104,988,9025550105,211\n",
    );
    let expected = [
        "1-888-555-0101",
        "902-555-0102",
        "902-555-0103",
        "1-888-555-0104",
        "988",
        "902-555-0105",
    ];
    assert_eq!(numbers(&contact), expected, "a room is no number");
    assert_eq!(reading.remarks, []);
}

#[test]
fn the_address_of_a_secret_place_is_in_no_other_row() {
    let reading = read(
        "Agency,Program,Phone,City,Address,Description\n\
         Wren,Wren Women's Shelter,902-555-0141,Truro,22 Hidden Lane,Beds\n\
         Wren,Clothing,902-555-0142,Truro,,Call. Drop off at 31 Elm Road.\n\
         Quill,Café,902-555-0143,Truro,,\"Coffee. Beside 22 Hidden Lane, Truro.\"\n\
         Quill,Library,902-555-0144,Amherst,,\"Books at 22 Hidden Lane, Amherst.\"\n"
            .as_bytes(),
    );
    let told: Vec<&str> = reading
        .contacts
        .iter()
        .map(|one| one.description.as_str())
        .collect();
    let library = "Books at 22 Hidden Lane, Amherst.";
    assert_eq!(
        told,
        ["Beds", "Call. …", "Coffee. …", library],
        "another town has the street, too"
    );
    assert_eq!(reading.contacts[2].town, "Truro");
}
