mod ambiguous;
mod beside;

use proptest::prelude::*;

use super::*;

fn read(text: &str) -> Vec<String> {
    let say = |phone: Result<TypedPhone, NotAPhone>| match phone {
        Ok(phone) => written(&phone.number, phone.extension.as_deref(), &phone.label),
        Err(NotAPhone { text, character }) => format!("{text}: {character:?}"),
    };
    phones(text).into_iter().map(say).collect()
}

#[test]
fn numbers_are_read_as_people_write_them() {
    for (text, number) in [
        ("902-555-0123", "902-555-0123"),
        ("902 555 0123", "902-555-0123"),
        ("902.555.0123", "902-555-0123"),
        ("(902) 555-0123", "902-555-0123"),
        ("9025550123", "902-555-0123"),
        ("902\u{2011}555\u{2011}0123", "902-555-0123"),
        ("902\u{a0}555\u{2013}0123", "902-555-0123"),
        ("\u{202a}902-555-0123\u{202c}", "902-555-0123"),
        ("+1 902 555 0123", "1-902-555-0123"),
        ("+1-902-555-0123", "1-902-555-0123"),
        ("1 (902) 555-0123", "1-902-555-0123"),
        ("19025550123", "1-902-555-0123"),
        ("tel:+1-902-555-0123", "1-902-555-0123"),
        ("tel:+1%20902%20555%200123", "1-902-555-0123"),
        ("Tel.: 902-555-0123", "902-555-0123"),
        ("=9025550123", "902-555-0123"),
        ("'902-555-0123", "902-555-0123"),
        ("310-1818", "310-1818"),
        ("3101818", "310-1818"),
        ("911", "911"),
        ("988", "988"),
        ("211", "211"),
        ("811", "811"),
        ("686868", "686868"),
        ("#377", "#377"),
        ("*4141", "*4141"),
    ] {
        assert_eq!(read(text), [number], "{text}");
    }
}

#[test]
fn an_extension_is_read_in_both_languages_and_as_telephones_write_it() {
    for text in [
        "902-555-0123 ext 4",
        "902-555-0123 ext. 4",
        "902-555-0123, ext. 4",
        "902-555-0123 Ext: 4",
        "902-555-0123 ext.#4",
        "902-555-0123 extension 4",
        "902-555-0123 poste 4",
        "902-555-0123, poste\u{a0}4",
        "902-555-0123 (poste 4)",
        "902-555-0123 p. 4",
        "902-555-0123 local 4",
        "902-555-0123 loc. 4",
        "902-555-0123 x4",
        "902-555-0123x4",
        "902-555-0123 #4",
        "902-555-0123,4",
        "902-555-0123,,4",
        "902-555-0123p4",
        "9025550123w4",
        "902-555-0123;ext=4",
        "tel:902-555-0123;ext=4",
    ] {
        assert_eq!(read(text), ["902-555-0123 x4"], "{text}");
    }
    assert_eq!(read("902-555-0199,212"), ["902-555-0199 x212"]);
}

#[test]
fn other_words_and_signs_before_an_extension_are_known() {
    for text in [
        "902-555-0123 / poste 22",
        "902-555-0123-ext-22",
        "902-555-0123 post 22",
        "902-555-0123 extn 22",
        "902-555-0123 extn. 22",
        "902-555-0123 EXT22",
    ] {
        assert_eq!(read(text), ["902-555-0123 x22"], "{text}");
    }
}

#[test]
fn several_extensions_are_several_lines() {
    for text in [
        "650 403-4300 ext. 4385, 4500, 4100",
        "650 403-4300 x4385, 4500 or 4100",
    ] {
        let lines = [
            "650-403-4300 x4385",
            "650-403-4300 x4500",
            "650-403-4300 x4100",
        ];
        assert_eq!(read(text), lines, "{text}");
    }
}

#[test]
fn words_around_a_number_are_its_label() {
    for text in [
        "902-555-0123 night desk",
        "902-555-0123 (night desk)",
        "902-555-0123 – night desk",
        "night desk: 902-555-0123",
    ] {
        assert_eq!(read(text), ["902-555-0123 (night desk)"], "{text}");
    }
    assert_eq!(
        read("902-555-0123 poste 212 (Anne, le soir)"),
        ["902-555-0123 x212 (Anne, le soir)"]
    );
    assert_eq!(read("811 option 2"), ["811 (option 2)"]);
    assert_eq!(read("811 (2 lines)"), ["811 (2 lines)"]);
    assert_eq!(read("211 (211)"), ["211 (211)"]);
    let explained = "902-555-0123 (office (toll-free through 310-0000))";
    assert_eq!(read(explained), [explained]);
    assert_eq!(read("211 (211 Nova Scotia)"), ["211 (211 Nova Scotia)"]);
    assert_eq!(
        read("310-7267 (310-RCMP: ask)"),
        ["310-7267 (310-RCMP: ask)"]
    );
    assert_eq!(read("310-726-7310"), ["310-726-7310"]);
    assert_eq!(read("902-555-0123 (24 hours)"), ["902-555-0123 (24 hours)"]);
    assert_eq!(
        read("902-555-0123, 24/7"),
        ["902-555-0123", "24/7: Some('/')"]
    );
    assert_eq!(read("902-555-0123 24/7"), ["902-555-0123 (24/7)"]);
}

#[test]
fn letters_are_the_digits_of_their_keys_and_stay_beside_them() {
    for (text, number) in [
        ("1-800-SUICIDE", "1-800-784-2433 (1-800-SUICIDE)"),
        ("310-RCMP", "310-7267 (310-RCMP)"),
        ("902-555-HELP", "902-555-4357 (902-555-HELP)"),
        ("1 800 O-Canada", "1-800-622-6232 (1 800 O-Canada)"),
        ("1-888-668-NURS", "1-888-668-6877 (1-888-668-NURS)"),
        ("+1-800-MYFAX", "+1-800-MYFAX: Some('M')"),
    ] {
        assert_eq!(read(text), [number], "{text}");
    }
}

#[test]
fn two_numbers_are_two() {
    for text in [
        "902-555-0123, 902-555-0199",
        "902-555-0123; 902-555-0199",
        "902-555-0123,902-555-0199",
        "902-555-0123,9025550199",
        "902-555-0123 or 902-555-0199",
        "902-555-0123 ou 902-555-0199",
        "902-555-0123 & 902-555-0199",
        "902-555-0123 / 902-555-0199",
        "902-555-0123/902-555-0199",
        "902-555-0123 902-555-0199",
        "902-555-0123\n902-555-0199",
        "902-555-0123 ::: 902-555-0199",
    ] {
        assert_eq!(read(text), ["902-555-0123", "902-555-0199"], "{text}");
    }
    assert_eq!(
        read("902-555-0123 x4, 911 (danger, only)"),
        ["902-555-0123 x4", "911 (danger, only)"]
    );
    assert_eq!(
        read("902-555-0123 x4 902-555-0199"),
        ["902-555-0123 x4", "902-555-0199"]
    );
}

#[test]
fn ambiguous_text_is_refused_whole_with_the_offending_character() {
    for (text, wrong) in [
        ("902-555-O123", Some('O')),
        ("call", None),
        ("902_555_0123", Some('_')),
        ("902-555", None),
        ("555-0123", None),
        ("102-555-0123", None),
        ("12", None),
        ("123", None),
        ("902-555-0123O", Some('O')),
        ("902-555-01234", Some('4')),
        ("9-1-1", None),
        ("902-555-01٢٢", Some('٢')),
        ("902-555-0199 212", Some('2')),
        ("902-555-0199,911", Some(',')),
        ("902-555-0199 x4-5", Some('-')),
        ("902-555-0199 x4b", Some('b')),
        ("902-555-0199 x9025550123", Some('1')),
        ("902-555-0123/4", Some('/')),
        ("902/555-0123", Some('/')),
        ("0987 /6543", Some('/')),
        ("+49 (0611) 123456 - 11", None),
        ("+96123456789", None),
        ("+1 (212) 204-34456", Some('6')),
        ("00-1-212-555-7777", Some('7')),
        ("902-555-0123 ?", Some('?')),
        ("7yy-zzz-xxx", Some('y')),
        ("tel:555-0123", None),
    ] {
        let text = text.trim_start_matches("tel:");
        let refused = NotAPhone {
            text: text.to_owned(),
            character: wrong,
        };
        assert_eq!(phones(text), [Err(refused)], "{text}");
    }
    assert_eq!(read(" , ;"), [""; 0]);
}

#[test]
fn a_telephone_dials_numbers_alone() {
    assert_eq!(
        uri("902-555-0199", Some("212")).unwrap(),
        "tel:9025550199;ext=212"
    );
    assert_eq!(uri("#377", None).unwrap(), "tel:#377");
    assert_eq!(uri("902-555-0199 local 212", None), None);
    assert_eq!(uri("902-555-0199", Some("2a")), None);
}

/// Generates a number of ten digits in all styles.
fn styles() -> impl Strategy<Value = (String, String)> {
    let digits = "[2-9][0-9]{2}[2-9][0-9]{6}";
    let lead = prop::sample::select(vec!["", "1-", "+1 ", "1.", "+1"]);
    let between = prop::sample::select(vec!["", "-", " ", ".", "\u{2011}", "\u{a0}", " - "]);
    (digits, lead, between).prop_map(|(digits, lead, between)| {
        let (area, exchange, line) = (&digits[..3], &digits[3..6], &digits[6..]);
        let long = if lead.is_empty() { "" } else { "1-" };
        (
            format!("{lead}{area}{between}{exchange}{between}{line}"),
            format!("{long}{area}-{exchange}-{line}"),
        )
    })
}

fn sorted_digits(text: &str) -> Vec<char> {
    let mut digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
    digits.sort_unstable();
    digits
}

#[test]
fn all_styles_of_a_number_parse_to_the_same_digits() {
    for text in ["902-555-0123", "1-902-555-0123", "+1 (902) 555 0123"] {
        assert_eq!(national_digits(text), "9025550123", "{text}");
    }
    assert_eq!(
        national_digits("1-1-1"),
        "111",
        "a short number keeps its 1"
    );
    assert_eq!(national_digits("ext"), "");
}

proptest! {
    #[test]
    fn every_style_is_the_same_number((text, number) in styles(), extension in "[0-9]{1,5}") {
        prop_assert_eq!(read(&text), [number.clone()]);
        for word in [" ext. ", " poste ", " local ", "x", ";ext="] {
            let extended = format!("{number} x{extension}");
            prop_assert_eq!(read(&format!("{text}{word}{extension}")), [extended]);
        }
    }

    #[test]
    fn formatted_numbers_parse_to_the_same((_, number) in styles(), extension in "[0-9]{1,5}", label in "[a-z]{0,8}") {
        let text = written(&number, Some(&extension), &label);
        prop_assert_eq!(read(&text), [text]);
    }

    #[test]
    fn no_text_is_too_odd_and_every_number_can_be_dialled(text in any::<String>()) {
        for phone in phones(&text).into_iter().flatten() {
            prop_assert!(uri(&phone.number, phone.extension.as_deref()).is_some());
        }
    }

    #[test]
    fn no_digit_is_lost_and_none_is_added(text in "[0-9a-z #*+,;:/().x\n-]{0,40}") {
        let read = phones(&text);
        let said: String = read.iter().map(|phone| match phone {
            Ok(phone) => {
                assert!(uri(&phone.number, phone.extension.as_deref()).is_some());
                written(&phone.number, phone.extension.as_deref(), &phone.label)
            }
            Err(refused) => refused.text.clone(),
        }).collect();
        let mut said = sorted_digits(&said);
        for digit in sorted_digits(&text) {
            let at = said.iter().position(|other| *other == digit);
            prop_assert!(at.is_some(), "{digit} of {text:?} is in none of {read:?}");
            said.remove(at.unwrap());
        }
        // A number with several extensions is repeated for each.
        let numbers = read.iter().flatten().filter(|phone| phone.extension.is_some()).count();
        prop_assert!(said.is_empty() || numbers > 1, "{said:?} of {text:?} are new");
    }
}
