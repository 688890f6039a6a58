use serde_json::{Value, json};

use super::*;
use crate::directory::hours::Zone;
use crate::directory::{Caller, Region};

/// Returns the rows of a contact's card on a day in 2026; `fields` adds fields or replaces them.
fn rows(fields: Value, language: Language) -> Vec<String> {
    rows_of_width(fields, language, 200)
}

fn rows_of_width(fields: Value, language: Language, width: u16) -> Vec<String> {
    let card = card(fields, language, width, "2026-11-26T18:00:00Z");
    let rows = card.rows.iter().map(super::super::Row::text);
    rows.map(|row| row.replace('\u{a0}', " ")).collect()
}

fn card(fields: Value, language: Language, width: u16, now: &str) -> Document {
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
    let here = Zone::Halifax.rules();
    let asking = Asking {
        now: now.parse().unwrap(),
        here: Some(&here),
        caller: Caller::of(Region::Ns),
    };
    let messages = Messages::of(language);
    compose(&contact, BookmarkFacts::default(), asking, messages, width)
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
            "Confirmez d’abord : source de 2019.",
        ),
        (
            json!([{"reason": "stand-in"}, {"reason": "single-source"}]),
            "Confirm first: another service’s line, one source.",
            "Confirmez d’abord : ligne d’un autre service, une seule source.",
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
            says(json!({"interpretation": value}), language, words);
        }
    }
}

/// Child protection with one line by day and one by night, at 14:00 on a Thursday in Nova Scotia.
fn child_protection() -> Value {
    json!({
        "name": {"en": "Report child abuse", "fr": "Signaler"},
        "categories": ["child-protection"], "always_open": true,
        "phones": [
            {"number": "902-555-0199", "kind": "fax"},
            {"number": "1-866-922-2434", "kind": "voice", "label": {"en": "at night", "fr": "la nuit"},
             "hours": {"en": "Mon–Fri 16:30–8:30, weekends and holidays",
                       "fr": "Lun.–ven. 16 h 30–8 h 30, fins de semaine et jours fériés"}},
            {"number": "1-877-424-1177", "kind": "voice",
             "hours": {"en": "Mon–Fri 8:30–16:30", "fr": "Lun.–ven. 8 h 30–16 h 30"}}
        ],
        "website": "https://example.org/", "languages": ["en"], "whole_region": true,
        "confidential": true, "doubt": [{"reason": "single-source"}]
    })
}

#[test]
fn it_is_read_from_the_next_step_down() {
    let english = rows_of_width(child_protection(), Language::En, 76);
    assert_eq!(
        english,
        [
            "Report child abuse",
            "",
            "1-877-424-1177  OPEN until 16:30",
            "                Mon–Fri 8:30–16:30",
            "1-866-922-2434  closed, opens 16:30        at night",
            "                Mon–Fri 16:30–8:30, weekends and holidays",
            "902-555-0199                               fax",
            "",
            "Confirm first: one source.",
            "To protect a child no consent is needed. A suspicion is enough.",
            "",
            "What        Helps.",
            "For         everyone",
            "Languages   English",
            "Where       all of Nova Scotia",
            "Conditions  Confidential",
            "",
            "Website     https://example.org/",
            "",
            "Run by      Example Society",
            "In French   Signaler",
            "Offers      Child protection",
            "",
            "Source      Checked on 1 November 2026, from 0 sources · havre’s directory",
        ]
    );
}

#[test]
fn a_narrow_card_says_the_same_below_each_other() {
    let french = rows_of_width(child_protection(), Language::Fr, 40);
    assert_eq!(
        french[2..7],
        [
            " 1-877-424-1177  OUVERT jusqu’à 16 h 30",
            "   Lun.–ven. 8 h 30–16 h 30",
            " 1-866-922-2434  fermé, ouvre à 16 h 30",
            "   la nuit · Lun.–ven. 16 h 30–8 h 30,",
            "   fins de semaine et jours fériés",
        ]
    );
    assert!(french.contains(&"Quoi : Aide.".to_owned()), "{french:#?}");
}

#[test]
fn consent_is_asked_for_authorities_alone() {
    let consent = "Ask first: call only if they agree";
    for (categories, asked) in [
        (json!(["police"]), true),
        (json!(["tip-line"]), true),
        (json!(["immigration"]), true),
        (json!(["trafficking", "tip-line"]), false),
        (json!(["shelter"]), false),
        (json!(["child-protection", "police"]), false),
    ] {
        let fields = json!({"categories": categories, "confidential": true});
        let rows = rows(fields, Language::En);
        let said = rows.iter().any(|row| row.starts_with(consent));
        assert_eq!(said, asked, "{categories}: {rows:#?}");
    }
}

#[test]
fn without_a_number_the_website_stands_in_its_place() {
    let fields = json!({"website": "https://example.org/"});
    let rows = rows_of_width(fields, Language::En, 76);
    assert_eq!(
        rows[2..6],
        [
            "No phone number was found.",
            "",
            "Website     https://example.org/",
            "",
        ]
    );
}

#[test]
fn both_languages_have_the_same_paragraphs() {
    // On a Saturday the state of the line for nights and weekends does not fit in French alone.
    for width in [38, 76] {
        let blocks = Language::ALL.map(|language| {
            let card = card(child_protection(), language, width, "2026-11-28T18:00:00Z");
            card.rows.last().unwrap().block
        });
        assert_eq!(blocks[0], blocks[1], "at {width}");
    }
}
