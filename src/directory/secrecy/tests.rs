//! Tests of the removal of streets.

use serde_json::json;

use super::*;
use crate::assets::Assets;

fn redactor() -> StreetRedactor {
    StreetRedactor::over(["Unit 3 - 44 Hidden Hollow Road"])
}

#[test]
fn a_street_is_known_however_it_is_written() {
    for text in [
        "At 44 hidden hollow, upstairs.",
        "44, Hidden  Hollow Rd.; 44 beds",
        "On Hidden Hollow Road",
        "Bus 5 to Hidden Hollow",
        "hollow rd",
        "HiddenHollow",
        "https://example.org/44-hidden-hollow-road",
    ] {
        assert!(redactor().tells(text), "{text}");
    }
    for text in ["Hidden talents", "44 beds", "Unit 3", "A hidden road", ""] {
        assert!(!redactor().tells(text), "{text}");
    }
    let elm = StreetRedactor::over(["12 Elm Street, Truro NS B2N 1A1"]);
    for text in [
        "12 Elm",
        "Come to Elm St.",
        "the door on Elm, by the church",
    ] {
        assert!(elm.tells(text), "{text}");
    }
    for text in ["Elm House", "Truro", "Truro NS"] {
        assert!(!elm.tells(text), "{text}");
    }
    let rue = StreetRedactor::over(["12 rue des Ormes"]);
    assert!(
        rue.tells("Au 12, rue des Ormes") && rue.tells("sur Ormes") && !rue.tells("dans la rue")
    );
}

#[test]
fn unknown_street_is_recognized_by_its_form() {
    let redactor = StreetRedactor::default();
    for text in [
        "We are at 44 Hidden Hollow Road, Truro.",
        "we are at 44 hidden hollow road",
        "The door is on Hidden Hollow Road.",
        "Hidden Hollow Road, number 44",
        "Postal code b2n1a1",
        "Écrire à B2N-1A1",
        "Au 12, rue des Ormes, Québec",
        "12, chemin Saint-Louis",
        "Sur le boulevard Laurier",
        "100 5th Avenue",
        "1001 Main St. Call first.",
        "Near Highway 104",
        "45.36391, -63.27701",
        "See https://maps.app.goo.gl/Quill",
        "12 boul. Talbot",
        "(12b Elm Rd)",
        "Confidential address: the old mill by the lake. Call.",
        "Adresse confidentielle : le vieux moulin",
    ] {
        assert!(redactor.tells(text), "{text}");
    }
    for text in [
        "Open 24 hours a day, for people on the street.",
        "For women 16 years and older who live on the street",
        "24/7 Street Outreach",
        "Youth Street Outreach runs a van",
        "12 beds. Street nurses come on Mondays.",
        "Serves St. John’s and Fort St. John",
        "Help at court; a place of their own for 30 days",
        "Dans la rue, le soir",
        "Travail de rue du Centre",
        "Call 902-555-0180 in Truro",
        "Second stage housing for 2 years",
        "The address is confidential. Hours: every day",
        "Mon–Fri 9:00–17:00",
    ] {
        assert!(
            !redactor.tells(text),
            "{text}: {:?}",
            redactor.0.found(text, Reading::Words)
        );
    }
}

#[test]
fn sentences_and_words_go_and_the_rest_stays() {
    let sentences = |text: &str| redactor().0.without_sentences(text);
    for (text, left) in [
        (
            "Beds. We are at 44 Hidden Hollow Road. Call first.",
            "Beds. … Call first.",
        ),
        ("On Hidden Hollow Road. Postal B2N1A1", ""),
        (
            "Beds for a night. 12 St. Quill Road, upstairs",
            "Beds for a night. …",
        ),
        (
            "Confidential address: the old mill by the lake. Call.",
            "… Call.",
        ),
    ] {
        assert_eq!(sentences(text).as_deref(), Some(left), "{text}");
    }
    assert_eq!(sentences("Beds for a night."), None);
    let words = |text: &str| redactor().0.without_words(text, Reading::Name);
    for (text, left) in [
        ("Shelter, 44 Hidden Hollow Road", "Shelter"),
        ("Shelter Name 44 Hidden Hollow Road", "Shelter Name"),
        ("House at 44 Hidden Hollow Road, Truro", "House, Truro"),
        ("Quill House (44 Hidden Hollow Rd.)", "Quill House"),
        ("Refuge au 12, rue des Ormes", "Refuge"),
        ("Bus 5 to Hidden Hollow, number 44", "Bus"),
        ("44 Hidden Hollow Road", ""),
        ("Quill, 12 boulevard Talbot", "Quill"),
        ("24 h/24 au 12, rue des Ormes", "24 h/24"),
        ("Mon-Fri 9 to 5 at 44 Hidden Hollow Road", "Mon-Fri 9 to 5"),
    ] {
        assert_eq!(words(text).as_deref(), Some(left), "{text}");
    }
    for name in [
        "Bloor Street Mission",
        "Youth Street Outreach",
        "Place of Hope",
    ] {
        assert_eq!(words(name), None, "{name}");
    }
}

#[test]
fn no_contact_of_the_directory_is_changed() {
    let contacts = Assets::embedded().contacts().unwrap();
    let changed = contacts.into_iter().filter_map(|mut contact| {
        let fields = contact.keep_secret();
        (!fields.is_empty()).then(|| (contact.id.clone(), fields, contact))
    });
    assert_eq!(changed.collect::<Vec<_>>(), []);
}

#[test]
fn every_text_of_a_contact_is_looked_at() {
    let said = |text: &str| json!({"en": text, "fr": text});
    let street = "at 44 Hidden Hollow Road";
    let mut record = json!({
        "id": "ns-quill", "name": said(street), "gloss": {"fr": street}, "organization": street,
        "categories": ["shelter"], "terms": [street], "region": "NS", "area": said(street), "places": ["Truro", street],
        "phones": [
            {"number": "902-555-0101", "kind": "voice", "label": said(street), "hours": said(street), "places": [street]},
            {"number": street, "kind": "voice"},
        ],
        "email": "44hidden.hollow.road@example.org", "website": "https://example.org/44-hidden-hollow-road",
        "chat": street, "address": street, "hours": said(street), "always_open": false, "languages": [],
        "serves": ["all"], "description": said(street), "checked": "2026-11-01", "notes": street,
        "sources": [{"url": "https://example.org/44-hidden-hollow-road", "title": street, "supports": []}],
    });
    let mut contact: Contact = serde_json::from_value(record.clone()).unwrap();
    assert_eq!(contact.keep_secret().len(), 14);
    assert_eq!(
        (contact.phones.len(), &contact.places[..]),
        (1, &["Truro".to_owned()][..])
    );
    let left = serde_json::to_string(&contact).unwrap();
    assert!(!left.to_lowercase().contains("hollow"), "{left}");
    // A new field with text must be added here, and to the removal.
    let fields = serde_json::to_value(&contact).unwrap();
    let has_field = |name: &str| record.as_object_mut().unwrap().remove(name).is_some();
    let known = fields.as_object().unwrap().keys().map(String::as_str);
    assert!(known.into_iter().all(has_field));
}
