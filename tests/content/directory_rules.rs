//! Rules of the directory's files: each is broken once, alone, and reported at its position.

use havre::directory::Region;
use havre::directory::check::{self, Fault, files};
use havre::directory::load::{self, DirectoryFile};
use havre::i18n::typography::Flaw;
use havre::i18n::{Language, Messages};

/// File of one valid contact with every field.
const RIGHT: &str = r#"[
  {
    "id": "ns-example", "name": {"en": "Example", "fr": "Exemple"}, "organization": "Example Society",
    "categories": ["shelter", "counselling"], "region": "NS", "area": {"en": "Halifax", "fr": "Halifax"},
    "places": ["Dartmouth"], "serves_km": 60, "whole_region": true,
    "phones": [
      {"number": "902-555-0100", "kind": "voice", "extension": "12",
       "label": {"en": "office", "fr": "bureau"}, "hours": {"en": "day", "fr": "jour"}},
      {"number": "902-555-0199", "kind": "text"}
    ],
    "email": "a@b.ca", "website": "https://b.ca", "chat": "https://b.ca/chat",
    "hours": {"en": "24/7", "fr": "24\u00a0h/24, 7\u00a0j/7"}, "always_open": true, "languages": ["en", "fr"], "interpretation": {"over": 170},
    "serves": ["women", "children"], "police_report_needed": false, "confidential": true, "free": true,
    "description": {"en": "Helps.", "fr": "Aide."},
    "sources": [{"url": "https://b.ca/about", "supports": ["phone"], "date": "2026-01"}],
    "checked": "2026-11-23", "doubt": [{"reason": "old-source", "year": 2019}], "notes": "Seen."
  }
]
"#;

fn file(name: &str, text: &str) -> DirectoryFile {
    DirectoryFile {
        name: name.to_owned(),
        text: text.to_owned().into(),
    }
}

/// Replacement in the valid file, with all resulting faults.
const BROKEN: &[(&str, &str, &str)] = &[
    (
        r#""fr": "24\u00a0h/24, 7\u00a0j/7""#,
        r#""fr": "lun. 8\u00a0h–16\u00a0h""#,
        "hours: read otherwise in English than in French",
    ),
    (
        r#""always_open": true"#,
        r#""always_open": false"#,
        "always_open: always open and the hours do not agree",
    ),
    (
        r#""label": {"en": "office", "fr": "bureau"}"#,
        r#""label": {"en": "office, by day", "fr": "bureau"}"#,
        "phones[0].label: repeats the hours of the number",
    ),
    (
        r#""id": "ns-example""#,
        r#""id": "ns--example""#,
        "id: not small letters, digits and single hyphens",
    ),
    (
        r#""name": {"en": "Example", "fr": "Exemple"}"#,
        r#""name": {}"#,
        "name: must not be empty",
    ),
    (
        r#""fr": "Exemple""#,
        r#""fr": " ""#,
        "name.fr: there are no words here",
    ),
    (
        "Example Society",
        "",
        "organization: there are no words here",
    ),
    (
        "Example Society",
        "Example  Society",
        "organization: white space at an end, or twice in a row",
    ),
    (
        r#"["shelter", "counselling"]"#,
        "[]",
        "categories: must not be empty",
    ),
    (
        "counselling",
        "shelter",
        "categories: stands here twice: shelter",
    ),
    (
        r#""fr": "Halifax""#,
        r#""fr": """#,
        "area.fr: there are no words here",
    ),
    (
        "902-555-0100",
        "902 555 0100",
        "phones[0].number: not a number that can be dialled in Canada",
    ),
    (
        r#""12""#,
        r#""x12""#,
        "phones[0].extension: not digits alone",
    ),
    (
        r#""12""#,
        r#""12345678""#,
        "phones[0].extension: more than seven digits: perhaps a number of its own",
    ),
    (
        "bureau",
        "bureau: B",
        "phones[0].label.fr: the space at a French sign: \"bureau: B\"",
    ),
    (
        r#""en": "day""#,
        r#""en": """#,
        "phones[0].hours.en: there are no words here",
    ),
    (
        r#""number": "902-555-0199", "kind": "text""#,
        r#""number": "902-555-0100", "kind": "voice", "extension": "12""#,
        "phones: stands here twice: 902-555-0100",
    ),
    ("a@b.ca", "a@b", "email: not an e-mail address"),
    (
        "\"https://b.ca\"",
        "\"b.ca\"",
        "website: not an address that starts with https:// or http://",
    ),
    (
        "https://b.ca/chat",
        "ftp://b.ca",
        "chat: not an address that starts with https:// or http://",
    ),
    ("https://b.ca/chat", "", "chat: there are no words here"),
    (
        r#""always_open""#,
        r#""address": "1 Main St", "always_open""#,
        "address: a shelter’s address is never given",
    ),
    (
        r#""fr": "24\u00a0h/24, 7\u00a0j/7""#,
        r#""fr": """#,
        "hours.fr: there are no words here",
    ),
    (
        r#"["en", "fr"]"#,
        r#"["en", "xx"]"#,
        "languages[1]: a language without a name in the messages",
    ),
    (
        r#"["en", "fr"]"#,
        r#"["en", "en"]"#,
        "languages: stands here twice: en",
    ),
    (
        r#"["women", "children"]"#,
        "[]",
        "serves: must not be empty",
    ),
    ("children", "women", "serves: stands here twice: women"),
    ("Helps.", "", "description.en: there are no words here"),
    (
        "Helps.",
        r"He\u200dlps.",
        "description.en: the character U+200D does not show in every terminal",
    ),
    (
        "Aide.",
        r"«Aide.\u00a0»",
        "description.fr: the space at a French sign: \"«Aide.\u{a0}»\"",
    ),
    (
        r#"[{"url": "https://b.ca/about", "supports": ["phone"], "date": "2026-01"}]"#,
        "[]",
        "sources: must not be empty",
    ),
    (
        r#""url": "https://b.ca/about", "#,
        "",
        "sources[0]: a source without an address or a title",
    ),
    (
        "https://b.ca/about",
        "about",
        "sources[0].url: not an address that starts with https:// or http://",
    ),
    (
        r#""url": "https://b.ca/about""#,
        r#""title": """#,
        "sources[0].title: there are no words here",
    ),
    (
        r#"["phone"]"#,
        "[]",
        "sources[0].supports: must not be empty",
    ),
    (
        r#"["phone"]"#,
        r#"[""]"#,
        "sources[0].supports[0]: there are no words here",
    ),
    ("2026-01", "2026-13", "sources[0].date: no such day"),
    ("2026-11-23", "2026-11-31", "checked: no such day"),
    ("2026-11-23", "2026-11", "checked: no such day"),
    ("Seen.", "", "notes: there are no words here"),
    (
        r#""organization": "Example Society""#,
        r#""gloss": {"fr": "un refuge"}, "organization": "Example Society""#,
        "gloss: a gloss beside a name that is French already",
    ),
    (
        r#""Example Society""#,
        "{}",
        "organization: must not be empty",
    ),
    (
        r#""Example Society""#,
        r#"{"en": "Example Society", "fr": "«Exemple»"}"#,
        "organization.fr: the space at a French sign: \"«Exemple»\"",
    ),
    (
        r#"["Dartmouth"]"#,
        r#"["Dartmouth", " "]"#,
        "places[1]: there are no words here",
    ),
    (
        r#"["Dartmouth"]"#,
        r#"["Dartmouth", "Dartmouth"]"#,
        "places: stands here twice: Dartmouth",
    ),
    (
        r#""places": ["Dartmouth"], "serves_km": 60, "whole_region": true"#,
        r#""serves_km": 60"#,
        "serves_km: needs places",
    ),
    (
        r#""places": ["Dartmouth"], "serves_km": 60, "whole_region": true"#,
        r#""whole_region": true"#,
        "whole_region: needs places",
    ),
    (
        r#""serves_km": 60"#,
        r#""serves_km": 0"#,
        "serves_km: not a likely distance in kilometres",
    ),
    (
        r#""kind": "text"}"#,
        r#""kind": "text", "places": ["Sydney", "Sydney"]}"#,
        "phones[1].places: stands here twice: Sydney",
    ),
    (
        r#""kind": "text"}"#,
        r#""kind": "text", "places": [""]}"#,
        "phones[1].places[0]: there are no words here",
    ),
    (
        r#"{"over": 170}"#,
        r#"{"exactly": 1}"#,
        "interpretation: not a likely number of languages",
    ),
    (
        "\"https://b.ca\"",
        r#"{"en": "https://b.ca/fr/", "fr": "https://b.ca"}"#,
        "website.en: the address of a page in the other language",
    ),
    (
        "\"https://b.ca\"",
        r#"{"fr": "b.ca"}"#,
        "website.fr: not an address that starts with https:// or http://",
    ),
    ("2019", "1789", "doubt[0].year: no year for this: 1789"),
    ("2019", "2027", "doubt[0].year: no year for this: 2027"),
    (
        "old-source",
        "single-source",
        "doubt[0].year: no year for this: 2019",
    ),
    (
        r#"[{"reason": "old-source", "year": 2019}]"#,
        r#"[{"reason": "stand-in"}, {"reason": "stand-in"}]"#,
        "doubt: stands here twice: stand-in",
    ),
    (
        "Aide.",
        "Aide from nous.",
        "description.fr: an English word in the French: from",
    ),
    (
        "bureau",
        "bureau of crise",
        "phones[0].label.fr: an English word in the French: of",
    ),
    (
        "Aide.",
        "Dès 14 ans.",
        "description.fr: a number and its unit need a no-break space: \"Dès 14 ans.\"",
    ),
];

#[test]
fn the_right_file_is_right() {
    assert_eq!(files(&[file("ns.json", RIGHT)]).problems, []);
}

#[test]
fn each_rule_of_a_contact_is_broken_once() {
    let english = Messages::of(Language::En);
    for (from, to, expected) in BROKEN {
        assert!(RIGHT.contains(from), "{from} is not in the right file");
        let text = RIGHT.replacen(from, to, 1);
        let found: Vec<String> = files(&[file("ns.json", &text)])
            .problems
            .into_iter()
            .map(|found| found.problem)
            .map(|problem| format!("{}: {}", problem.field, problem.fault.say(english)))
            .collect();
        assert_eq!(found, [*expected], "{from} -> {to}");
    }
}

#[test]
fn each_rule_of_a_file_is_broken_once() {
    let faults = |name: &str, text: &str| -> Vec<Fault> {
        let found = files(&[file(name, text)]).problems;
        found.into_iter().map(|one| one.problem.fault).collect()
    };
    let elsewhere = RIGHT.replace("\"NS\"", "\"NB\"");
    assert_eq!(
        faults("ns.json", &elsewhere),
        [Fault::IdRegion(Region::Nb), Fault::FileRegion(Region::Ns)]
    );
    assert_eq!(
        faults("nb.json", RIGHT),
        [Fault::FileRegion(Region::Nb)],
        "the file's name decides"
    );
    for name in ["halifax.json", "NS.json", "xx.json"] {
        assert_eq!(faults(name, RIGHT), [Fault::FileName], "{name}");
    }
    assert_eq!(faults("some/where/ns.json", RIGHT), []);
}

#[test]
fn an_id_is_taken_once_in_all_files() {
    let twice = RIGHT.replace("\n]", ",\n").trim_end().to_owned() + RIGHT.trim_start_matches('[');
    let report = files(&[file("ns.json", &twice)]);
    let [problem] = &report.problems[..] else {
        unreachable!("{:?}", report.problems);
    };
    assert_eq!(problem.problem.fault, Fault::IdTaken("ns.json:2".into()));
    assert_eq!(problem.line, 18, "the line of the second");
    let report = files(&[file("a/ns.json", RIGHT), file("b/ns.json", RIGHT)]);
    assert_eq!(
        report.problems[0].problem.fault,
        Fault::IdTaken("a/ns.json:2".into())
    );
}

#[test]
fn a_damaged_record_is_one_problem_and_the_rest_is_checked() {
    let second = RIGHT
        .replace("ns-example", "ns-second")
        .replace("\"Helps.\"", "\"\"");
    let damaged = RIGHT.replace("\"kind\": \"text\"", "\"kind\": \"pigeon\"");
    let text = damaged
        .trim_end()
        .trim_end_matches(']')
        .trim_end()
        .to_owned()
        + ","
        + second.trim_start_matches('[');
    let report = files(&[file("ns.json", &text)]);
    let [unreadable, blank] = &report.problems[..] else {
        unreachable!("{:?}", report.problems);
    };
    assert_eq!(unreadable.record, "ns-example");
    assert_eq!(unreadable.problem.field, "phones[1].kind");
    assert_eq!(unreadable.line, 9, "the line inside the record");
    assert!(matches!(&unreadable.problem.fault, Fault::Unreadable(why) if why.contains("pigeon")));
    assert_eq!(blank.record, "ns-second");
    assert_eq!(blank.problem.fault, Fault::Text(Flaw::Blank));
    assert_eq!(report.contacts.len(), 1, "what can be read is read");
}

#[test]
fn other_data_than_a_list_of_contacts_is_reported_with_its_line() {
    for (text, line, record) in [("[\n{]", 2, ""), ("{}", 1, ""), ("[\n\n7]", 3, "1")] {
        let report = files(&[file("ns.json", text)]);
        let [problem] = &report.problems[..] else {
            unreachable!("{:?}", report.problems);
        };
        assert_eq!(
            (problem.line, problem.record.as_str()),
            (line, record),
            "{text:?}"
        );
        assert!(matches!(problem.problem.fault, Fault::Unreadable(_)));
    }
    assert!(
        files(&[file("ns.json", "[{\"id\": \"ns-a\", \"id\": \"ns-b\"}]")])
            .problems
            .iter()
            .any(|one| matches!(&one.problem.fault, Fault::Unreadable(why) if why.contains("duplicate"))),
        "a field that stands twice is not silently dropped"
    );
}

#[test]
fn a_contact_can_be_checked_alone() {
    let mut contact = files(&[file("ns.json", RIGHT)]).contacts.remove(0);
    assert_eq!(check::contact(&contact), []);
    contact.id = "my-own".into();
    assert_eq!(
        check::contact(&contact),
        [],
        "a contact of the worker's own needs no region in its id"
    );
    contact.phones[0].number = "12".into();
    assert_eq!(check::contact(&contact).len(), 1);
}

#[test]
fn schema_accepts_every_record_and_refuses_other_values() {
    let schema = jsonschema::validator_for(&havre::directory::schema()).unwrap();
    let embedded = load::embedded_files();
    let right = [file("ns.json", RIGHT)];
    for file in embedded.iter().chain(&right) {
        let read: Vec<serde_json::Value> = serde_json::from_str(&file.text).unwrap();
        let written = files([file]).contacts.into_iter();
        let written = written.map(|contact| serde_json::to_value(contact).unwrap());
        for record in read.into_iter().chain(written) {
            let record = serde_json::json!([record]);
            let flaw = schema.validate(&record).err();
            let flaw = flaw.map(|flaw| format!("{flaw} at {}", flaw.instance_path()));
            assert_eq!(flaw, None, "{}: {}", file.name, record[0]["id"]);
        }
    }
    for (from, to) in [
        (r#""NS""#, r#""XX""#),
        (r#""kind": "text""#, r#""kind": "pigeon""#),
        (r#""always_open""#, r#""colour": "red", "always_open""#),
        ("counselling", "advice"),
        (r#"{"over": 170}"#, "false"),
        ("old-source", "rumour"),
        ("https://b.ca\"", "https://b.ca\", \"confirm\": true"),
    ] {
        let wrong = serde_json::from_str(&RIGHT.replacen(from, to, 1)).unwrap();
        assert!(!schema.is_valid(&wrong), "{from} -> {to}");
    }
}

#[test]
fn places_can_be_held_to_a_list_of_towns() {
    let text = RIGHT.replacen(
        r#""kind": "text"}"#,
        r#""kind": "text", "places": ["Sydney"]}"#,
        1,
    );
    let contact = files(&[file("ns.json", &text)]).contacts.remove(0);
    assert_eq!(check::unknown_places(&contact, |_, _| true), []);
    let known = |place: &str, region| place == "Dartmouth" && region == Region::Ns;
    let [problem] = &check::unknown_places(&contact, known)[..] else {
        unreachable!("Sydney alone is not known");
    };
    assert_eq!(problem.field, "phones[1].places[0]");
    assert_eq!(problem.fault, Fault::UnknownPlace("Sydney".to_owned()));
    assert_eq!(check::unknown_places(&contact, |_, _| false).len(), 2);
}
