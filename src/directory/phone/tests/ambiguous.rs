//! Numbers beside other digits: extensions, second numbers, groups of another country.

use super::read;
use crate::directory::phone::{NotAPhone, phones};

#[test]
fn digits_that_may_be_an_extension_are_no_label() {
    for (text, wrong) in [
        ("902-555-0123 [22]", Some('2')),
        ("902-555-0123 (22)", Some('2')),
        ("902-555-0123 / 22", Some('2')),
        ("902-555-0123 *22", Some('2')),
        ("902-555-0123 2477", Some('2')),
        ("902-555-0123 24", Some('2')),
        ("902-555-0123 24 555 0129", Some('2')),
        ("902-555-0123,1,212", Some('2')),
        ("902-555-0123 x22/x23", Some('2')),
        ("902-555-0123 ext 4 ext 5", Some('5')),
        ("902-555-0123;ext=5;ext=6", Some('6')),
        ("902-555-0123 Postes 4-5", Some('4')),
        ("902-555-0123 int. 22", Some('2')),
        ("902-555-0123 then 22", Some('2')),
        ("902-555-0123 (Anne, poste 212)", Some('2')),
        ("902-555-0123 ext.", Some('e')),
        ("902-555-0123 ext two", Some('e')),
        ("902-555-0123 x", Some('x')),
    ] {
        let refused = NotAPhone {
            text: text.to_owned(),
            character: wrong,
        };
        assert_eq!(phones(text), [Err(refused)], "{text}");
    }
    for text in [
        "902-555-0123 (option 4)",
        "902-555-0123 (poste de police)",
        "902-555-0123 (24 h)",
        "902-555-0123 (24/7)",
        "902-555-0123 (bureau 22)",
    ] {
        assert_eq!(read(text), [text]);
    }
}

#[test]
fn short_words_and_a_line_of_its_own_are_extensions() {
    for text in [
        "902-555-0123 p4",
        "902-555-0123 p 4",
        "902-555-0123 pst 4",
        "902-555-0123 pst. 4",
        "902-555-0123\nposte 4",
    ] {
        assert_eq!(read(text), ["902-555-0123 x4"], "{text}");
    }
    let two = ["902-555-0123", "902-555-0199"];
    assert_eq!(read("902-555-0123\n902-555-0199"), two);
}

#[test]
fn a_code_of_the_mobile_networks_is_no_extension() {
    assert_eq!(read("780-555-0123; #377"), ["780-555-0123", "#377"]);
    assert_eq!(read("780-555-0123; *4141"), ["780-555-0123", "*4141"]);
    assert_eq!(
        read("780-555-0123, #377"),
        ["780-555-0123, #377: Some('#')"]
    );
    assert_eq!(read("780-555-0123, #4"), ["780-555-0123 x4"]);
}

#[test]
fn a_second_number_is_no_label() {
    for (text, lines) in [
        (
            "day 902-555-0123 night 902-555-0199",
            &["902-555-0123 (day)", "902-555-0199 (night)"][..],
        ),
        (
            "902-555-0123 day 902-555-0199 night",
            &["902-555-0123 (day)", "902-555-0199 (night)"],
        ),
        (
            "Fax: 902-555-0123 / Tel: 902-555-0199",
            &["902-555-0123 (Fax)", "902-555-0199"],
        ),
        (
            "Tel 902-555-0123 Fax 902-555-0199",
            &["902-555-0123", "902-555-0199 (Fax)"],
        ),
        (
            "902-555-0123 - Anne (902-555-0199)",
            &["902-555-0123 - Anne (902-555-0199): None"],
        ),
        (
            "902-555-0123 (fax 902-555-0199)",
            &["902-555-0123", "902-555-0199 (fax)"],
        ),
        (
            "902-555-0123 Kim 902-555-0199",
            &["902-555-0123 Kim 902-555-0199: None"],
        ),
        (
            "902-555-0123 then call 902-555-0199",
            &["902-555-0123 then call 902-555-0199: None"],
        ),
    ] {
        assert_eq!(read(text), lines, "{text}");
    }
}

#[test]
fn digits_grouped_as_in_another_country_are_in_doubt() {
    for text in [
        "20 7946 0958",
        "90 25 55 01 23",
        "902 5550 123",
        "1 90 255 50123",
        "31 01 818",
    ] {
        assert_eq!(read(text), [format!("{text}: None")]);
    }
    for (text, number) in [
        ("902 555 01 23", "902-555-0123"),
        ("902 5550123", "902-555-0123"),
        ("902555-0123", "902-555-0123"),
        ("1 902-555 01-23", "1-902-555-0123"),
    ] {
        assert_eq!(read(text), [number], "{text}");
    }
}
