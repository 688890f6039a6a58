//! Tests of the numbers of a record.

use serde_json::json;

use super::*;

/// Returns each number as dialled, with its kind, and the number of doubtful ones.
fn read(owner: &serde_json::Value) -> (Vec<String>, usize) {
    let mut numbers = Numbers::default();
    numbers.add(&owner.clone().into(), "");
    let dialled = numbers.phones.iter();
    let dialled = dialled.map(|phone| format!("{} {:?}", phone.dialled(), phone.kind));
    (dialled.collect(), numbers.doubts.len())
}

/// Returns the numbers of a list of phones that can be dialled, with the kinds, and the other texts.
fn split(phones: &serde_json::Value) -> (Vec<String>, Vec<String>) {
    let mut numbers = Numbers::default();
    numbers.add(&json!({ "phones": phones }).into(), "");
    let (clear, unclear): (Vec<_>, Vec<_>) =
        numbers.phones.iter().partition(|one| one.is_dialled());
    let words = |all: Vec<&Phone>| all.into_iter().map(Phone::dialled).collect();
    (words(clear), words(unclear))
}

#[test]
fn a_kind_is_a_whole_word() {
    let owner = json!({"phones": [{"number": "902-555-0126", "type": "WhatsApp"},
        {"number": "902-555-0127", "type": "ATS"}]});
    assert_eq!(read(&owner).0, ["902-555-0126 Voice", "902-555-0127 Tty"]);
}

#[test]
fn fax_is_recognized_in_any_field() {
    for phone in [
        json!({"number": "902-555-0101", "type": "voice", "description": "Fax"}),
        json!({"number": "902-555-0101", "type": "voice", "department": "Fax"}),
        json!({"number": "902-555-0101", "type": "facsimile"}),
        json!({"number": "902-555-0101", "type": "télécopie"}),
        json!({"number": "902-555-0101", "type": "Fax Number"}),
        json!({"number": "902-555-0101", "description": "Facsimile"}),
        json!({"number": "902-555-0101", "description": "Télécopieur du bureau"}),
        json!({"number": "Fax: 902-555-0101"}),
        json!({"number": "902-555-0101 (fax)"}),
        json!("902-555-0101 - Fax"),
    ] {
        let (numbers, _) = read(&json!({"phones": [phone]}));
        assert_eq!(numbers, ["902-555-0101 Fax"], "{phone}");
    }
    for phone in [
        json!({"number": "902-555-0101", "description": "ATS"}),
        json!({"number": "902-555-0101 (TTY)", "type": "voice"}),
    ] {
        let (numbers, _) = read(&json!({"phones": [phone]}));
        assert_eq!(numbers, ["902-555-0101 Tty"], "{phone}");
    }
    let voice = json!({"phones": [{"number": "902-555-0101", "type": "voice",
        "description": "The office, where a worker also takes what comes by fax"}]});
    assert_eq!(read(&voice).0, ["902-555-0101 Voice"]);
}

#[test]
fn each_number_stands_once_with_its_extension() {
    let same = json!({"number": "\"902 555 0123\"", "extension": 100, "type": "voice"});
    let owner = json!({"phones": [same, same], "contacts": [{"phones": [same]}]});
    assert_eq!(
        read(&owner),
        (vec!["902-555-0123 x100 Voice".to_owned()], 0)
    );
    let several = json!({"phones": [{"number": "902 555-0123", "extension": "43, 45"},
        {"number": 9_025_550_124_u64, "number_type": "fax"}, {"number": "902-555-0125", "description": "Fax line"}]});
    let expected = [
        "902-555-0123 x43 Voice",
        "902-555-0123 x45 Voice",
        "902-555-0124 Fax",
        "902-555-0125 Fax",
    ];
    assert_eq!(read(&several).0, expected);
}

#[test]
fn no_extension_is_lost_or_guessed() {
    let clear = |phone: &serde_json::Value| split(&json!([phone]));
    let strings = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
    for (phone, dialled, text) in [
        (
            json!({"number": "+44 1234 234567", "extension": "ask for Kim"}),
            &[][..],
            &["+44 1234 234567 ext. ask for Kim"][..],
        ),
        (
            json!({"number": "+44 1234 234568", "extension": "100, 101"}),
            &[],
            &["+44 1234 234568 x100", "+44 1234 234568 x101"],
        ),
        (
            json!({"number": "902-555-0117 ext 4", "extension": 5}),
            &[],
            &["902-555-0117 ext. 4 / 5"],
        ),
        (
            json!({"number": "902-555-0117 ext 4", "extension": 4}),
            &["902-555-0117 x4"],
            &[],
        ),
        (
            json!({"number": "902-555-0120", "extension": "9025550121"}),
            &[],
            &["902-555-0120 ext. 9025550121"],
        ),
        (
            json!({"number": "902-555-0115", "extension": 0}),
            &["902-555-0115"],
            &[],
        ),
        (
            json!({"number": "902-555-0118, 902-555-0119", "extension": 100}),
            &["902-555-0118", "902-555-0119"],
            &[],
        ),
    ] {
        assert_eq!(clear(&phone), (strings(dialled), strings(text)), "{phone}");
    }
    let mut numbers = Numbers::default();
    let several = json!({"phones": [{"number": "902-555-0118, 902-555-0119", "extension": 100}, {"number": "902-555-0115", "extension": 0}]});
    numbers.add(&several.into(), "");
    for phone in &numbers.phones[..2] {
        let label = phone.label.as_ref().unwrap();
        assert_eq!(
            (label.en.as_str(), label.fr.as_str()),
            ("ext. 100?", "poste 100?")
        );
    }
    let doubts = [
        HsdsReason::WhoseExtension("902-555-0118, 902-555-0119 ext. 100".to_owned()),
        HsdsReason::ExtensionZero("902-555-0115".to_owned()),
    ];
    assert_eq!(numbers.doubts, doubts);
}

#[test]
fn a_short_number_is_never_dialled_unless_it_is_for_text() {
    let phones = json!([{"number": "234567"}, {"number": "12345"}, {"number": "686868", "type": "sms"}, {"number": "211"}]);
    let (clear, unclear) = split(&phones);
    assert_eq!(clear, ["686868", "211"]);
    assert_eq!(unclear, ["234567 ?", "12345 ?"]);
}

#[test]
fn a_number_is_found_in_every_field_that_has_one() {
    let owner = json!({
        "phones": [{"phone_number": "902-555-0136"}, {"phone": "902-555-0137"}, {"value": "902-555-0138"},
            {"number": ["902-555-0139"]}, 9_025_550_140_u64, {"number": 9_025_550_141.0}, {"digits": "902-555-0142"}],
        "phone": "902-555-0125", "fax": "902-555-0143", "hotline": "902-555-0144", "tollFreePhone": "1-800-555-0145",
        "tty_number": "902-555-0146", "phone_hours": "9 to 5, since 2019-01-01", "phone_id": 9_025_550_147_u64,
        "contacts": [{"name": "Kim", "phone": "902-555-0124", "telephone": "902-555-0123"}],
    });
    let expected = [
        "902-555-0136 Voice",
        "902-555-0137 Voice",
        "902-555-0138 Voice",
        "902-555-0139 Voice",
        "902-555-0140 Voice",
        "902-555-0141 Voice",
        "902-555-0142 ? Voice",
        "902-555-0125 Voice",
        "902-555-0143 Fax",
        "902-555-0144 Voice",
        "1-800-555-0145 Voice",
        "902-555-0146 Tty",
        "902-555-0124 Voice",
        "902-555-0123 Voice",
    ];
    assert_eq!(read(&owner), (expected.map(str::to_owned).to_vec(), 1));
}

#[test]
fn a_long_description_is_cut_and_reported() {
    let words = "Ask for the desk of the night, ".repeat(8);
    let owner = json!({"phones": [{"number": "902-555-0123",
        "description": format!("{words} [hours: 24/7]")}]});
    let mut numbers = Numbers::default();
    numbers.add(&owner.into(), "");
    let label = &numbers.phones[0].label.as_ref().unwrap().en;
    assert!(
        label.starts_with("Ask for") && label.ends_with("the night, Ask…"),
        "{label}"
    );
    assert!(label.chars().count() <= LONGEST_LABEL + 1);
    assert_eq!(numbers.phones[0].hours.as_ref().unwrap().en, "24/7");
    assert_eq!(numbers.doubts, [HsdsReason::Label(words.trim().to_owned())]);
}

#[test]
fn doubtful_numbers_stay_text() {
    let abroad = json!({"phones": [{"number": "\"+44 1234 234567\"", "extension": 100}]});
    let (said, doubts) = read(&abroad);
    assert_eq!(
        (said[0].as_str(), doubts),
        ("+44 1234 234567 x100 Voice", 1)
    );
    let words = json!({"phones": [{"number": "902-555-0123", "extension": "ask for Kim"}]});
    assert_eq!(read(&words).1, 1);
    assert_eq!(
        read(&json!({"phones": [{"number": ""}, {}, null, 7]})),
        (vec!["7 Voice".to_owned()], 1)
    );
}

#[test]
fn each_number_of_an_item_has_the_kind_of_its_field() {
    for (item, expected, doubts) in [
        (json!({"fax": "902-555-0198"}), &["902-555-0198 Fax"][..], 0),
        (
            json!({"fax_number": "902-555-0198", "type": "voice"}),
            &["902-555-0198 Fax"],
            0,
        ),
        (
            json!({"phone": "902-555-0101", "fax": "902-555-0102", "extension": 22}),
            &["902-555-0101 x22 Voice", "902-555-0102 Fax"],
            0,
        ),
        (
            json!({"number": "902-555-0101", "toll_free": "1-800-555-0103", "tty": "902-555-0104", "type": "voice"}),
            &[
                "902-555-0101 Voice",
                "1-800-555-0103 Voice",
                "902-555-0104 Tty",
            ],
            0,
        ),
        (
            json!({"number": "902-555-0101", "boat": "902-555-0105", "service_id": "902-555-0106",
                "created": "2019-01-01T12:00:00", "department": "Desk 902-555-0107"}),
            &["902-555-0101 Voice", "902-555-0105 ? Voice"],
            1,
        ),
        (
            json!({"number": "902-555-0101", "telephone": "(902) 555-0101", "extension": "22"}),
            &["902-555-0101 x22 Voice"],
            0,
        ),
        // One of the two has the extension.
        (
            json!({"number": "902-555-0101", "telephone": "902-555-0102", "extension": "22"}),
            &["902-555-0101 Voice", "902-555-0102 Voice"],
            1,
        ),
        (
            json!({"fax": "902-555-0198", "ext": "22"}),
            &["902-555-0198 x22 Fax"],
            0,
        ),
    ] {
        let (numbers, told) = read(&json!({"phones": [item]}));
        assert_eq!(
            (numbers, told),
            (
                expected.iter().map(|one| (*one).to_owned()).collect(),
                doubts
            ),
            "{item}"
        );
    }
}

#[test]
fn the_type_of_a_line_is_not_changed_by_a_sentence_about_a_fax() {
    for (phone, kind) in [
        (
            json!({"type": "voice", "description": "Call before sending a fax"}),
            "Voice",
        ),
        (
            json!({"type": "voice", "description": "Call or fax"}),
            "Voice",
        ),
        (json!({"type": "voice", "description": "No fax"}), "Voice"),
        (json!({"type": "tty", "description": "TTY and fax"}), "Tty"),
        (json!({"type": "voice", "description": "Fax"}), "Fax"),
        (
            json!({"type": "voice", "description": "Fax of the office in the old mill by the river of the town"}),
            "Fax",
        ),
        (
            json!({"type": "fax", "description": "Call before sending one"}),
            "Fax",
        ),
    ] {
        let mut phone = phone;
        phone["number"] = json!("902-555-0101");
        let numbers = read(&json!({"phones": [phone]})).0;
        assert_eq!(numbers, [format!("902-555-0101 {kind}")], "{phone}");
    }
}

#[test]
fn a_number_in_an_object_of_its_own_is_read() {
    for number in [
        json!({"value": "902-555-0101"}),
        json!({"number": {"value": "902-555-0101"}}),
        json!([{"number": 9_025_550_101_u64, "type": "voice"}]),
    ] {
        let phones = json!([{ "number": number }]);
        let clear = vec!["902-555-0101".to_owned()];
        assert_eq!(split(&phones), (clear, Vec::new()), "{phones}");
    }
    // A field that nobody knows is a guess.
    let phones = json!([{"number": {"desk": "902-555-0101", "id": "7"}}]);
    let unclear = vec!["902-555-0101 ?".to_owned()];
    assert_eq!(split(&phones), (Vec::new(), unclear));
}
