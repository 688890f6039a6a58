//! Rules of order for every need in every province and territory.

use havre::directory::{Category, Region};
use havre::i18n::Language;
use havre::needs::Needs;
use havre::search::FoundBy;

use crate::everything::Everything;

/// Returns every province and territory, with the names of all needs and further words for some.
fn asked() -> Vec<(Region, Language, String)> {
    let further = [
        (Language::En, "dv shelter"),
        (Language::En, "child protection"),
        (Language::Fr, "services aux victimes"),
    ];
    let mut asked = Vec::new();
    for region in Region::ALL.into_iter().filter(|one| *one != Region::Ca) {
        for language in Language::ALL {
            let needs = Needs::shared().unwrap().all().iter();
            let names = needs.map(|need| need.name.get(language).to_owned());
            asked.extend(names.map(|name| (region, language, name)));
        }
        let further = further.map(|(language, text)| (region, language, text.to_owned()));
        asked.extend(further);
    }
    asked
}

#[test]
fn another_provinces_service_never_stands_before_the_workers_own_or_a_canada_wide_one() {
    let everything = Everything::new();
    for (region, language, text) in asked() {
        let hits = everything.search(&text, region, language).hits;
        let contacts = hits
            .iter()
            .take(10)
            .filter_map(|hit| everything.contact(hit));
        let far: Vec<bool> = contacts
            .map(|contact| contact.region != region && contact.region != Region::Ca)
            .collect();
        assert!(far.is_sorted(), "{text} in {region:?}");
        assert!(far.first().is_some_and(|far| !far), "{text} in {region:?}");
    }
}

#[test]
fn contacts_without_a_phone_rank_below_callable_ones_of_the_same_need() {
    let everything = Everything::new();
    let mut needs_met = 0;
    for (region, language, text) in asked() {
        let hits = everything.search(&text, region, language).hits;
        for need in 0..3 {
            let found = hits
                .iter()
                .filter(|hit| hit.found_by == FoundBy::Need(need));
            let contacts = found.filter_map(|hit| everything.contact(hit));
            let silent: Vec<bool> = contacts.map(|contact| !contact.has_phone()).collect();
            assert!(silent.is_sorted(), "{text} in {region:?}");
            needs_met += usize::from(!silent.is_empty());
        }
    }
    assert!(needs_met >= 45 * 13 * 2, "{needs_met}");
}

#[test]
fn texts_without_a_need_find_nothing() {
    let everything = Everything::new();
    for text in [
        "Priya Ramanathan",
        "Ousmane Diallo",
        "asdf qwer zxcv",
        "kill process on port 8080",
        "banana bread recipe no eggs",
        "for i in range(10): print(i)",
        "liberals vs conservatives poll numbers",
        "xylophone",
        "quoi",
        "avocat bien mûr",
        "météo à Rimouski demain",
        "horaire des marées à Shippagan",
        "python list comprehension",
        "qui a gagné le match hier",
    ] {
        for region in Region::ALL {
            assert_eq!(everything.ids(text, region), [""; 0], "{text}");
        }
    }
}

#[test]
fn words_half_typed_misspelt_or_short_are_found_all_the_same() {
    let everything = Everything::new();
    for (text, id) in [
        ("barbra schl", "on-schlifer-clinic"),
        ("awo tan", "ab-awo-taan"),
        ("kamatsiaktut", "nu-kamatsiaqtut"),
        ("deborahs gaet", "bc-deborahs-gate"),
        ("iris k", "nl-iris-kirby-house"),
    ] {
        let found = everything.ids(text, Region::On);
        let first = found.first().map(String::as_str).unwrap_or_default();
        assert!(first.starts_with(id), "{text}: {found:?}");
    }
}

#[test]
fn a_word_of_a_towns_name_means_the_town_alone() {
    let everything = Everything::new();
    let hits = everything.search("fort mac", Region::Ab, Language::En).hits;
    assert!(!hits.is_empty());
    for contact in hits.iter().filter_map(|hit| everything.contact(hit)) {
        assert_ne!(contact.id, "ab-act-alberta", "\"mac\" is a pimp in French");
        let mut places = contact.places.iter();
        let is_there = places.any(|place| place.contains("McMurray"));
        assert!(is_there, "{} is of {:?}", contact.id, contact.places);
    }
}

#[test]
fn questions_about_a_conversation_lead_to_the_guide() {
    let everything = Everything::new();
    for (text, language) in [
        ("what do i say to her", Language::En),
        ("comment lui parler", Language::Fr),
    ] {
        let hits = everything.search(text, Region::On, language);
        assert!(hits.needs.is_empty(), "{text}: {:?}", hits.needs);
        let ids = everything.ids_of(&hits);
        assert!(ids[0].starts_with("reporting#"), "{text}: {ids:?}");
        assert!(ids.contains(&"reporting#disclosure".to_owned()), "{text}");
    }
}

#[test]
fn a_number_that_the_guide_has_is_no_part_of_a_phone_number() {
    let everything = Everything::new();
    let found = everything.ids("486.2 screen", Region::On);
    assert_eq!(found, ["reporting#protection-in-court"]);
}

#[test]
fn a_child_is_no_woman() {
    let everything = Everything::new();
    for text in [
        "girl",
        "fille",
        "boy",
        "garçon",
        "ado",
        "13yo",
        "she is 15",
        "16 ans",
    ] {
        let hits = everything.search(text, Region::Sk, Language::En).hits;
        let contact = hits.iter().find_map(|hit| everything.contact(hit)).unwrap();
        let serves = contact.serves.iter().map(|audience| audience.slug());
        let serves: Vec<&str> = serves.collect();
        let is_for_them = serves
            .iter()
            .any(|slug| ["youth", "children", "all"].contains(slug));
        assert!(is_for_them, "{text}: {} {serves:?}", contact.id);
    }
}

#[test]
fn a_word_that_begins_another_service_does_not_name_it() {
    let everything = Everything::new();
    for text in [
        "refuge halifax",
        "refuge pour femmes halifax",
        "shelter halifax",
    ] {
        let hits = everything.search(text, Region::Ns, Language::Fr);
        let first = everything.contact(&hits.hits[0]).unwrap();
        let is_shelter = first.categories.contains(&Category::Shelter);
        assert!(is_shelter, "{text}: {}", first.id);
    }
}

#[test]
fn a_line_at_any_hour_comes_before_a_service_of_the_town_that_may_be_closed() {
    let everything = Everything::new();
    for (text, want) in [
        ("mon chum me frappe", "qc-sos-violence-conjugale"),
        ("violée hier soir", "qc-info-aide-violence-sexuelle"),
    ] {
        let found = everything.ids_in(text, "Montréal", Region::Qc, Language::Fr);
        let line = found.iter().position(|id| id == want);
        assert!(line.is_some_and(|line| line <= 1), "{text}: {found:?}");
        assert!(
            !found[..2]
                .iter()
                .any(|id| id == "qc-bouclier-athena" || id == "qc-marie-vincent")
        );
    }
    let grief = everything.ids_in(
        "deuil après un meurtre",
        "Montréal",
        Region::Qc,
        Language::Fr,
    );
    assert_eq!(grief[0], "qc-cavac-montreal", "{grief:?}");
}

#[test]
fn police_units_for_one_crime_are_not_called_for_another() {
    let everything = Everything::new();
    for text in ["arnaque amoureuse", "crime haineux"] {
        let found = everything.ids_in(text, "Montréal", Region::Qc, Language::Fr);
        assert!(
            !found[..4].iter().any(|id| id.contains("exploitation")),
            "{text}: {found:?}"
        );
    }
}
