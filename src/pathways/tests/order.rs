//! Tests of the order of contacts by their task, town and language.

use super::*;
use crate::directory::Category;

#[test]
fn interpreters_answer_in_french_after_a_line_in_french() {
    let french = Here {
        language: Language::Fr,
        ..here(Region::Ca, None, NOON)
    };
    let calls = french.call_now(pathways().now());
    for need in ["shelter", "victim-services"] {
        let call = calls.iter().find(|call| call.kind.need == need);
        assert_eq!(call.unwrap().contact.id, "ca-211", "{need}");
    }
    let hearst = Here {
        language: Language::Fr,
        ..here(Region::On, Some("Hearst"), NOON)
    };
    let calls = hearst.call_now(pathways().now());
    for need in ["partner-violence", "sexual-assault", "shelter"] {
        let call = calls.iter().find(|call| call.kind.need == need);
        assert_eq!(call.unwrap().contact.id, "on-femaide", "{need}");
    }
}

#[test]
fn an_adult_is_not_led_to_child_protection_nor_to_the_service_of_a_far_town() {
    for (region, town) in [(Region::Qc, "Kuujjuaq"), (Region::On, "Toronto")] {
        let calls = calls("indigenous", Consent::NotAsked, region, Some(town), NOON);
        let is_child = |id: &String| {
            let contact = directory().get(id).unwrap();
            contact.categories.contains(&Category::ChildProtection)
        };
        assert!(!calls.iter().any(is_child), "{town}: {calls:?}");
    }
    let meeting = calls("no-meeting-yet", Consent::NotAsked, Region::On, None, NOON);
    assert_ne!(meeting[0], "on-ottawa-victim-services", "{meeting:?}");
}

#[test]
fn no_legal_service_ended_project_or_other_language_leads() {
    assert_ne!(
        who("sexual-assault", Region::Ns, None),
        "ns-sexual-assault-legal-advice"
    );
    assert_eq!(who("sexual-assault", Region::On, None), "on-awhl");
    for region in [Region::Nb, Region::Sk, Region::Nu] {
        let id = who("sexual-assault", region, None);
        let contact = directory().get(id).unwrap();
        assert!(!contact.may_have_ended(), "{region:?}: {id}");
    }
    // Of the whole country, not of the armed forces.
    assert_eq!(who("sexual-assault", Region::Ca, None), "ca-211");
    // Not the house for young people.
    assert_ne!(
        who("shelter", Region::On, Some("Toronto")),
        "on-covenant-house-toronto"
    );
    // Not the information line of the town.
    assert_ne!(
        who("shelter", Region::Qc, Some("Montréal")),
        "qc-211-grand-montreal"
    );
}
