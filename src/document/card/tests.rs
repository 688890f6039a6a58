use serde_json::{Value, json};

use super::*;

/// The rows of a contact's card on a day in 2026, with more fields or other ones.
fn rows(fields: Value, language: Language) -> Vec<String> {
    let mut record = json!({
        "id": "ns-example", "name": {"en": "Example House"}, "organization": "Example Society",
        "categories": ["shelter"], "region": "NS", "phones": [],
        "always_open": false, "languages": [], "serves": ["all"],
        "description": {"en": "Helps.", "fr": "Aide."},
        "sources": [], "checked": "2026-11-01"
    });
    let Value::Object(fields) = fields else {
        unreachable!("the fields are an object");
    };
    record.as_object_mut().unwrap().extend(fields);
    let contact: Contact = serde_json::from_value(record).unwrap();
    let asking = Asking {
        now: "2026-11-26T18:00:00Z".parse().unwrap(),
        here: None,
        region: Region::Ns,
    };
    let messages = Messages::of(language);
    let card = compose(&contact, Kept::default(), asking, messages, 200);
    card.rows.iter().map(super::super::Row::text).collect()
}

#[track_caller]
fn says(fields: Value, language: Language, words: &str) {
    let rows = rows(fields, language);
    assert!(rows.iter().any(|row| row.contains(words)), "{rows:#?}");
}

#[test]
fn it_says_which_doubt_there_is() {
    for (doubt, english, french) in [
        (
            json!([{"reason": "old-source", "year": 2019}]),
            "Confirm first: source of 2019.",
            "Confirmez d’abord\u{a0}: source de 2019.",
        ),
        (
            json!([{"reason": "stand-in"}, {"reason": "single-source"}]),
            "Confirm first: another service’s line, one source.",
            "Confirmez d’abord\u{a0}: ligne d’un autre service, une seule source.",
        ),
        (
            json!([{"reason": "pilot-ended", "year": 2021}, {"reason": "third-party"}]),
            "the project or its money was to end in 2021, from a list made by others.",
            "le projet ou son financement devait prendre fin en 2021, tiré d’une liste tenue par d’autres.",
        ),
        (
            json!([{"reason": "sources-disagree"}, {"reason": "old-source"}]),
            "sources disagree, old or undated source.",
            "sources contradictoires, source ancienne ou sans date.",
        ),
        (
            json!(true),
            "the sources leave a doubt.",
            "les sources laissent un doute.",
        ),
    ] {
        let key = if doubt.is_array() { "doubt" } else { "confirm" };
        says(json!({key: doubt.clone()}), Language::En, english);
        says(json!({key: doubt}), Language::Fr, french);
    }
    let sure = rows(json!({}), Language::En);
    assert!(!sure.iter().any(|row| row.contains("onfirm")), "{sure:#?}");
}

#[test]
fn it_says_that_it_was_checked_long_ago() {
    let old = json!({"checked": "2025-11-25"});
    says(
        old.clone(),
        Language::En,
        "Confirm first: checked over a year ago.",
    );
    says(old, Language::Fr, "vérifié il y a plus d’un an.");
    let recent = rows(json!({"checked": "2025-11-26"}), Language::En);
    assert!(
        !recent.iter().any(|row| row.contains("onfirm")),
        "{recent:#?}"
    );
}

#[test]
fn an_english_name_has_its_gloss_in_french() {
    let gloss = || json!({"gloss": {"fr": "un refuge, Halifax"}});
    let french = rows(gloss(), Language::Fr);
    let name = "Example House – un refuge, Halifax".to_owned();
    assert!(french.contains(&name), "{french:#?}");
    let english = rows(gloss(), Language::En);
    assert!(
        english.contains(&"Example House".to_owned()),
        "{english:#?}"
    );
}

#[test]
fn organization_and_website_are_those_of_the_language() {
    let fields = || {
        json!({
            "organization": {"en": "Province of Example", "fr": "Province d’Exemple"},
            "website": {"en": "https://b.ca/en", "fr": "https://b.ca/fr"}
        })
    };
    says(fields(), Language::En, "Province of Example");
    says(fields(), Language::En, "https://b.ca/en");
    says(fields(), Language::Fr, "Province d’Exemple");
    says(fields(), Language::Fr, "https://b.ca/fr");
    says(
        json!({"website": {"fr": "https://b.ca/fr"}}),
        Language::En,
        "https://b.ca/fr",
    );
}

#[test]
fn interpreters_are_named_as_the_source_has_them() {
    for (value, english, french) in [
        (
            json!(true),
            "Interpreters available",
            "Interprètes disponibles",
        ),
        (
            json!({"over": 170}),
            "Interpreters available (over 170 languages)",
            "Interprètes disponibles (plus de 170 langues)",
        ),
        (
            json!({"about": 40}),
            "Interpreters available (about 40 languages)",
            "Interprètes disponibles (environ 40 langues)",
        ),
        (
            json!({"exactly": 14}),
            "Help in 14 languages",
            "Aide en 14 langues",
        ),
    ] {
        for (language, words) in [(Language::En, english), (Language::Fr, french)] {
            let rows = rows(json!({"interpretation": value}), language);
            assert!(rows.contains(&words.to_owned()), "{rows:#?}");
        }
    }
}
