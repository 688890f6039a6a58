//! Phone numbers are searched for; the number of an item opens it.

use havre::directory::Region;
use havre::i18n::Language;

use super::talk::{From, Talk};

fn at(language: Language, region: Region) -> From {
    From {
        language,
        region,
        ..From::default()
    }
}

/// Returns the contact of the open card.
fn read(talk: &Talk) -> Option<String> {
    talk.plain.app.current_contact()
}

#[test]
fn short_code_opens_its_card_from_any_list() {
    for language in Language::ALL {
        for places in [
            &["find", "last"][..],
            &["directory"],
            &["reporting", "2"],
            &["find halifax"],
            &["region"],
            &["settings"],
        ] {
            for code in ["911", "9-1-1", "open 911", "211", "988"] {
                let mut talk = Talk::start(at(language, Region::Ns));
                for line in places {
                    talk.types(line);
                }
                talk.types(code);
                let digits: String = code.chars().filter(char::is_ascii_digit).collect();
                let card = read(&talk).unwrap();
                let ids = [format!("ca-{digits}"), format!("ns-{digits}")];
                assert!(ids.contains(&card), "{card} for {code} at {places:?}");
                talk.hears(&digits, "its number");
            }
        }
    }
}

#[test]
fn short_code_of_the_region_set_comes_first() {
    for language in Language::ALL {
        for (region, start) in [(Region::Qc, "qc-"), (Region::Nt, "nt-")] {
            let mut talk = Talk::start(at(language, region));
            talk.types("811");
            let id = read(&talk).unwrap();
            assert!(id.starts_with(start), "{id} in {region:?}");
        }
    }
}

#[test]
fn in_nunavut_911_opens_the_card_of_the_local_number() {
    for language in Language::ALL {
        for place in ["directory", "find halifax", "reporting"] {
            let mut talk = Talk::start_on_all(at(language, Region::Nu));
            talk.types(place).types("911");
            let called = Region::Nu.emergency().contact;
            assert_eq!(read(&talk).as_deref(), Some(called), "at {place}");
            talk.hears("867-979-1111", "its number");
        }
    }
}

#[test]
fn digits_of_a_number_are_looked_for() {
    for language in Language::ALL {
        for place in ["reporting", "find", "find halifax", "settings"] {
            for line in ["9024905020", "902 490 5020", "902-490-5020", "4905020"] {
                let mut talk = Talk::start(at(language, Region::Ns));
                talk.types(place).types(line);
                talk.hears("Halifax", "whose number it is")
                    .hears(line, "what was looked for");
            }
        }
    }
}

#[test]
fn a_number_that_the_list_has_not_is_said_in_one_line() {
    for language in Language::ALL {
        let place = language as usize;
        let none = [
            "No item 57 in this list.\n",
            "Aucun élément 57 dans cette liste.\n",
        ];
        let mut talk = Talk::start(at(language, Region::Ns));
        talk.types("find halifax").types("57");
        assert_eq!(talk.heard, none[place]);
        talk.types("b 57");
        assert_eq!(talk.heard, none[place]);
        talk.types("1").types("57");
        let link = ["No link 57 here.\n", "Aucun lien 57 ici.\n"];
        assert_eq!(talk.heard, link[place], "a card has links");
        talk.types("find").types("147");
        talk.hears(["147 of 147", "147 sur 147"][place], "an item of it");
    }
}

#[test]
fn digits_in_a_form_are_text() {
    let mut talk = Talk::start(From::default());
    talk.types("add").types("Desk").types("902 490 5020");
    assert_eq!(talk.plain.prompt(), "Kind of help: ", "it is the number");
    talk.types("list").types("911");
    talk.hears("No item 911 in this list.", "her form stays open");
}
