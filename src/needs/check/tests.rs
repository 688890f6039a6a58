//! Tests that each rule of the needs can fail.

use super::*;

const NEEDS_FILE: &str = r#"{
    "without_911": { "en": "the RCMP", "fr": "la GRC" },
    "needs": [{
        "id": "bed", "gravity": 2,
        "name": { "en": "A bed", "fr": "Un lit" },
        "first": { "en": "Call.", "fr": "Appelez." },
        "phrases": { "en": ["bed"], "fr": ["lit"] },
        "unlike": []
    }],
    "ambiguous": []
}"#;

const MATRIX_FILE: &str = r#"{ "regions": { "CA": { "needs": {
    "bed": { "contacts": ["ca-211"], "topics": ["reporting#first-hour"] }
} } } }"#;

/// Returns the faults after a text in either file is replaced.
fn faults(old: &str, new: &str) -> Vec<Fault> {
    assert!(
        NEEDS_FILE.contains(old) || MATRIX_FILE.contains(old),
        "{old}"
    );
    let content = NeedsFiles {
        needs: NEEDS_FILE.replace(old, new).into(),
        matrix: MATRIX_FILE.replace(old, new).into(),
    };
    let directory = crate::assets::Assets::embedded().directory().unwrap();
    let is_topic = |id: &TopicId| id.topic == "first-hour";
    let (_, problems) = files(&content, &directory, is_topic);
    problems.into_iter().map(|problem| problem.fault).collect()
}

#[test]
fn each_rule_can_fail() {
    assert_eq!(faults("bed", "bed"), []);
    let no_phrases = faults(r#"["lit"]"#, "[]");
    assert_eq!(no_phrases, [Fault::NoPhrases(Language::Fr)]);
    let unlike = r#""unlike": [{ "text": "x", "means": "tent" }]"#;
    let no_need = faults(r#""unlike": []"#, unlike);
    assert_eq!(no_need, [Fault::NoNeed("tent".to_owned())]);
    let instead = r#""instead_of": ["tent"], "unlike": []"#;
    let no_need = faults(r#""unlike": []"#, instead);
    assert_eq!(no_need, [Fault::NoNeed("tent".to_owned())]);
    let ambiguous = r#""ambiguous": [{ "text": "x", "means": ["bed", "tent"] }]"#;
    let no_need = faults(r#""ambiguous": []"#, ambiguous);
    assert_eq!(no_need, [Fault::NoNeed("tent".to_owned())]);
    let dead = Fault::DeadLink("reporting#last-hour".to_owned());
    assert_eq!(faults("first-hour", "last-hour"), [dead]);
    let nobody = faults(r#""ca-211""#, "");
    assert_eq!(nobody.len(), 13);
    assert!(nobody.contains(&Fault::NobodyToCall(Region::Nu)));
    let any_hour = r#""any_hour": true, "services": ["shelter"], "unlike": []"#;
    assert_eq!(faults(r#""unlike": []"#, any_hour), []);
    let dead = faults("ca-211", "ca-nobody");
    assert!(dead.contains(&Fault::DeadLink("ca-nobody".to_owned())));
    assert!(matches!(faults("Un lit", "")[..], [Fault::Text(_)]));
    for (old, new) in [
        ("without_911", "with"),
        ("gravity\": 2", "gravity\": 4"),
        ("CA", "XX"),
        ("topics", "topic"),
        (r#"["reporting#first-hour"]"#, r#"["reporting"]"#),
        (r#""bed": { "contacts""#, r#""tent": { "contacts""#),
    ] {
        assert!(
            matches!(faults(old, new)[..], [Fault::Unreadable(_)]),
            "{old}"
        );
    }
}

#[test]
fn an_always_open_service_comes_first_for_needs_of_any_hour() {
    let faults = |any_hour: bool, contacts: &str| {
        let needs = format!(r#""any_hour": {any_hour}, "services": ["shelter"], "unlike": []"#);
        let row = format!(
            r#"{{ "regions": {{ "PE": {{ "needs": {{ "bed": {{ "contacts": [{contacts}], "topics": [] }} }} }},"#
        );
        let content = NeedsFiles {
            needs: NEEDS_FILE.replace(r#""unlike": []"#, &needs).into(),
            matrix: MATRIX_FILE.replace(r#"{ "regions": {"#, &row).into(),
        };
        let directory = crate::assets::Assets::embedded().directory().unwrap();
        let is_topic = |id: &TopicId| id.topic == "first-hour";
        let (_, problems) = files(&content, &directory, is_topic);
        problems
            .into_iter()
            .map(|problem| problem.fault)
            .collect::<Vec<_>>()
    };
    let (later, first) = (
        r#""pe-shelter-support-line", "pe-anderson-house""#,
        r#""pe-anderson-house", "pe-shelter-support-line""#,
    );
    assert_eq!(faults(true, later), [Fault::OpenLater(Region::Pe)]);
    assert_eq!(faults(true, first), []);
    assert_eq!(faults(false, later), []);
    assert_eq!(faults(true, r#""pe-shelter-support-line""#), []);
}

#[test]
fn a_fault_has_a_message_in_both_languages() {
    for language in Language::ALL {
        let messages = Messages::of(language);
        let said = Fault::NoPhrases(Language::Fr).say(messages);
        assert!(said.contains("fr"), "{said}");
        let said = Fault::NobodyToCall(Region::Nu).say(messages);
        assert!(said.contains("Nunavut"), "{said}");
        let said = Fault::OpenLater(Region::Nu).say(messages);
        assert!(said.contains("Nunavut"), "{said}");
    }
}
