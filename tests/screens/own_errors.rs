//! Form of an own contact: languages that it takes, and errors that vanish when they are mended.

use super::journey::{From, Journey, everywhere};

#[test]
fn every_language_is_saved_known_or_not() {
    let mut journey = Journey::start(From::default());
    journey.keys("4<down>aNew house<down>902-555-0101<down><enter><down><enter>");
    journey.keys("<down><down>innu, LSQ, farsi, klingon<c-s>");
    let own = journey.list.own().next();
    let own = own.unwrap_or_else(|| panic!("not saved:\n{}", journey.screen()));
    let contact = own.contact.clone().unwrap();
    let codes: Vec<&str> = contact
        .languages
        .iter()
        .map(|code| code.0.as_str())
        .collect();
    assert_eq!(codes, ["moe", "fcs", "fa"]);
    assert!(
        contact.description.contains("klingon"),
        "{}",
        contact.description
    );
    journey.sees("Quebec Sign Language (LSQ)", "its card names them");
    journey.sees("Other languages: klingon.", "and the other one");
}

#[test]
fn an_error_names_its_row_and_vanishes_when_it_is_mended() {
    for from in everywhere() {
        if from.size.1 < 20 {
            continue;
        }
        let mut journey = Journey::start(from);
        journey.keys("4<down>a<c-s>");
        let missing = from.said("bookmarks-own-name-missing");
        let line = journey.in_one_line();
        let row = from.said("own-name");
        let named = format!("{row}{} {missing}", from.said("label-end"));
        assert!(line.contains(&named), "which row: {line}");
        journey.keys("New house");
        let line = journey.in_one_line();
        assert!(!line.contains(&missing), "it is mended: {line}");
        let category = from.said("own-category-missing");
        assert!(line.contains(&category), "the others stay: {line}");
    }
}
