//! Tests of the record's format.

use serde_json::{Value, json};

use super::*;
use crate::directory::{LanguageCount, Reason};

/// Returns a contact in the format of an older file; `fields` adds fields or replaces them.
fn record(fields: Value) -> Value {
    let mut record = json!({
        "id": "ns-example", "name": {"en": "Example"}, "organization": "Example Society",
        "categories": ["shelter"], "region": "NS",
        "phones": [{"number": "902-555-0100", "kind": "voice"}],
        "website": "https://b.ca", "always_open": false, "languages": [], "serves": ["all"],
        "description": {"en": "Helps.", "fr": "Aide."},
        "sources": [{"url": "https://b.ca", "supports": ["phone"]}],
        "checked": "2025-11-23"
    });
    let Value::Object(fields) = fields else {
        unreachable!("the fields are an object");
    };
    record.as_object_mut().unwrap().extend(fields);
    record
}

fn read(fields: Value) -> Result<Contact, serde_json::Error> {
    serde_json::from_value(record(fields))
}

#[test]
fn an_older_file_has_one_organization_and_website_for_both_languages() {
    let contact = read(json!({"confirm": true})).unwrap();
    for language in Language::ALL {
        assert_eq!(contact.organization(language), "Example Society");
        assert_eq!(contact.website(language), Some("https://b.ca"));
    }
    assert_eq!(
        read(json!({"website": {}})).unwrap().website(Language::En),
        None
    );
}

#[test]
fn confirm_of_an_older_file_is_a_doubt_without_its_reason() {
    assert!(!read(json!({"confirm": false})).unwrap().must_confirm());
    let contact = read(json!({"confirm": true})).unwrap();
    assert!(contact.must_confirm());
    assert_eq!(contact.doubt[0].reason, Reason::Unspecified);
    let both = json!({"confirm": true, "doubt": [{"reason": "single-source"}]});
    assert!(read(both).is_err(), "a file says it one way");
}

#[test]
fn a_number_that_cannot_be_dialled_is_to_be_confirmed() {
    let contact = read(json!({"phones": [
        {"number": "902-555-0199", "kind": "voice"},
        {"number": "Wrong 555-0199", "kind": "voice"},
    ]}))
    .unwrap();
    let checked = contact.checked.parse().unwrap();
    let is_doubtful = |phone| contact.is_number_doubtful(phone, checked);
    let doubtful: Vec<bool> = contact.phones.iter().map(is_doubtful).collect();
    assert_eq!(doubtful, [false, true]);
}

#[test]
fn a_text_of_each_language_is_used_where_there_is_one() {
    let contact = read(json!({
        "organization": {"fr": "Société Exemple"},
        "website": {"en": "https://b.ca/en", "fr": "https://b.ca/fr"},
        "gloss": {"fr": "un refuge"},
    }))
    .unwrap();
    assert_eq!(contact.organization(Language::En), "Société Exemple");
    assert_eq!(contact.website(Language::Fr), Some("https://b.ca/fr"));
    assert_eq!(contact.gloss(Language::Fr), Some("un refuge"));
    assert_eq!(contact.gloss(Language::En), None);
    let named = json!({"name": {"fr": "Exemple"}, "gloss": {"fr": "un refuge"}});
    assert_eq!(read(named).unwrap().gloss(Language::Fr), None);
}

#[test]
fn a_contact_is_serialized_as_it_was_read() {
    let written = |fields: Value| {
        let contact = read(fields.clone()).unwrap();
        (serde_json::to_value(contact).unwrap(), record(fields))
    };
    for fields in [
        json!({}),
        json!({"organization": {"en": "Society", "fr": "Société"}, "website": {"fr": "https://b.ca"}}),
        json!({"gloss": {"fr": "un refuge"}, "places": ["Halifax"], "serves_km": 60, "whole_region": true}),
        json!({"phones": [{"number": "911", "kind": "voice", "places": ["Sydney"]}]}),
        json!({"interpretation": true}),
        json!({"interpretation": {"over": 170}}),
        json!({"doubt": [{"reason": "old-source", "year": 2019}, {"reason": "stand-in"}]}),
    ] {
        let (written, read) = written(fields);
        assert_eq!(written, read);
    }
}

#[test]
fn interpretation_is_a_fact_or_a_number_of_languages() {
    let of = |value: Value| read(json!({ "interpretation": value })).map(|one| one.interpretation);
    let about = Interpretation::Languages(LanguageCount::About(40));
    assert_eq!(of(json!({"about": 40})).unwrap(), Some(about));
    for wrong in [
        json!(false),
        json!("yes"),
        json!({"about": "many"}),
        json!({"some": 3}),
    ] {
        assert!(of(wrong.clone()).is_err(), "{wrong}");
    }
}

#[test]
fn an_unknown_field_is_refused_at_every_depth() {
    for fields in [
        json!({"colour": "red"}),
        json!({"organization": {"de": "Verein"}}),
        json!({"website": {"en": "https://b.ca", "de": "https://b.ca"}}),
        json!({"gloss": {"fr": "un refuge", "en": "a shelter"}}),
        json!({"doubt": [{"reason": "single-source", "colour": "red"}]}),
    ] {
        assert!(read(fields.clone()).is_err(), "{fields}");
    }
}

#[test]
fn a_check_is_long_ago_after_twelve_months() {
    let mut contact = read(json!({})).unwrap();
    let on = |contact: &Contact, day: &str| contact.checked_long_ago(day.parse().unwrap());
    assert!(!on(&contact, "2026-11-23"));
    assert!(on(&contact, "2026-11-24"));
    assert!(
        !on(&contact, "2020-01-01"),
        "a clock that is behind proves nothing"
    );
    contact.id = "own-1".to_owned();
    assert!(!on(&contact, "2030-01-01"), "her own was never checked");
}

#[test]
fn a_house_stands_in_the_one_town_that_its_area_names() {
    let seat = |fields: Value| read(fields).unwrap().house_town().map(ToOwned::to_owned);
    let places = json!(["Sydney", "Baddeck", "North Sydney"]);
    let area = |en: &str| json!({"places": places, "area": {"en": en, "fr": en}});
    assert_eq!(
        seat(area("Sydney and Cape Breton")).as_deref(),
        Some("Sydney")
    );
    assert_eq!(seat(area("Sydney and Baddeck")), None, "two houses");
    assert_eq!(seat(area("Cape Breton")), None, "not known where");
    assert_eq!(seat(json!({"places": places})), None);
    let mut line = area("Sydney and Cape Breton");
    line["categories"] = json!(["counselling"]);
    assert_eq!(seat(line), None, "no beds");
}

#[test]
fn a_toll_free_number_for_all_is_called_before_one_for_some_towns() {
    let first = |phones: Value| {
        let contact = read(json!({"phones": phones})).unwrap();
        contact.first_listed_phone().unwrap().number.clone()
    };
    let town = json!({"number": "204-786-8631", "kind": "voice", "places": ["Winnipeg"]});
    let all = json!({"number": "1-888-292-7565", "kind": "voice"});
    let text = json!({"number": "1-888-292-7565", "kind": "text"});
    let emergency = json!({"number": "911", "kind": "voice"});
    assert_eq!(first(json!([town, all])), "1-888-292-7565");
    assert_eq!(
        first(json!([town, text])),
        "204-786-8631",
        "not a text line"
    );
    assert_eq!(
        first(json!([town, emergency])),
        "204-786-8631",
        "nor another service"
    );
    let mut local = town.clone();
    local["places"] = json!([]);
    assert_eq!(first(json!([local, all])), "204-786-8631", "the own order");
}
