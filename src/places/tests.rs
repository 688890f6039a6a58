//! Tests that each rule of the places can be broken.

use super::check::{self, PlaceFault};
use super::*;
use crate::directory::Region;

/// Returns the messages of the faults of these places and areas.
fn faults(places: &'static str, areas: &'static str) -> Vec<String> {
    let all = Places::of(places, areas, "{}", "").unwrap();
    let faults = check::places(&all, areas).unwrap();
    faults.iter().map(ToString::to_string).collect()
}

#[test]
fn each_fault_is_found() {
    let right =
        r#"[{"name":"Truro","region":"NS","lat":45.36,"lon":-63.28,"zone":"America/Halifax"}]"#;
    assert_eq!(faults(right, "[]"), [""; 0]);
    for (place, fault) in [
        (
            r#"[{"name":"Truro","region":"NS","lat":45.36,"lon":63.28,"zone":"America/Halifax"}]"#,
            "NS/Truro is outside its province or territory",
        ),
        (
            r#"[{"name":"Truro","region":"NS","lat":45.36,"lon":-63.28,"zone":"America/Toronto"}]"#,
            "NS/Truro cannot keep the time of America/Toronto",
        ),
        (
            r#"[{"name":"Saint-Roch","region":"QC","lat":46.3,"lon":-70.2,"zone":"America/Toronto"},
                {"name":"St. Roch","region":"QC","lat":46.8,"lon":-71.2,"zone":"America/Toronto"}]"#,
            "two places are QC/St. Roch",
        ),
    ] {
        assert!(faults(place, "[]").contains(&fault.to_owned()), "{fault}");
    }
    for (area, fault) in [
        (
            r#"[{"name":{"en":"Hills","fr":"Collines"},"region":"NS","places":["Truro","Paris"],"source":"x"}]"#,
            "area NS/Hills: no place \"Paris\"",
        ),
        (
            r#"[{"name":{"en":"Hills","fr":"Collines"},"region":"NS","places":[],"source":"x"}]"#,
            "area NS/Hills: no place \"\"",
        ),
    ] {
        assert_eq!(faults(right, area), [fault]);
    }
}

#[test]
fn a_zone_outside_canada_is_refused() {
    let place =
        r#"[{"name":"Truro","region":"NS","lat":45.36,"lon":-63.28,"zone":"Europe/Paris"}]"#;
    let error = Places::of(place, "[]", "{}", "").unwrap_err().to_string();
    assert!(error.contains("Europe/Paris"), "{error}");
}

#[test]
fn the_places_of_contacts_resolve() {
    let places = Places::embedded();
    let names = ["Halifax".to_owned(), "Halifaks".to_owned()];
    let found = check::contacts(places, [("ns-x", Region::Ns, &names[..])]);
    let fault = PlaceFault::Contact {
        contact: "ns-x".to_owned(),
        region: Region::Ns,
        name: "Halifaks".to_owned(),
        found: 0,
    };
    assert_eq!(found, [fault]);
    let both = ["K-W".to_owned()];
    let found = check::contacts(places, [("on-x", Region::On, &both[..])]);
    assert_eq!(found.len(), 1, "Kitchener and Waterloo: {found:?}");
}

/// Returns the keys of places that a text names or begins to name.
fn begun(text: &str, home: Region) -> Vec<String> {
    let places = Places::embedded();
    let found = places.called_or_begun(text, home);
    found.into_iter().map(|id| places.key(id)).collect()
}

#[test]
fn an_unfinished_name_finds_its_place() {
    for (typed, key) in [
        ("halifax", "NS/Halifax"),
        ("HALIF", "NS/Halifax"),
        ("halifx", "NS/Halifax"),
        ("gatineau", "QC/Gatineau"),
        ("Trois-Riv", "QC/Trois-Rivières"),
        ("windsor ns", "NS/Windsor"),
        ("windsor, Nova Scotia", "NS/Windsor"),
        ("sault ste m", "ON/Sault Ste. Marie"),
        ("kujuak", "QC/Kuujjuaq"),
        ("iqalluit", "NU/Iqaluit"),
    ] {
        let found = begun(typed, Region::Ca);
        assert_eq!(
            found.first().map(String::as_str),
            Some(key),
            "{typed}: {found:?}"
        );
    }
    assert_eq!(begun("hal", Region::Ns)[0], "NS/Halifax");
    assert_eq!(begun("ha", Region::Ca), [""; 0], "too few letters");
    assert_eq!(begun("xyzzyville", Region::Ca), [""; 0]);
}

#[test]
fn places_of_one_name_are_listed_with_the_workers_own_first() {
    let found = begun("windsor", Region::Ca);
    assert_eq!(found.first().map(String::as_str), Some("ON/Windsor"));
    assert!(found.len() > 2, "{found:?}");
    let found = begun("windsor", Region::Ns);
    assert_eq!(found.first().map(String::as_str), Some("NS/Windsor"));
}

#[test]
fn words_for_regions_are_their_names_and_abbreviations() {
    for (word, region, _) in gazetteer::regions::WORDS {
        let part = matches!(*word, "Newfoundland" | "Terre-Neuve" | "Province de Québec");
        assert!(part || Region::named(word) == Some(*region), "{word}");
    }
}
