//! First hits if a life is at risk, and for a bed, a language and a line in French.

use havre::directory::{Contact, Region};
use havre::i18n::{Language, Messages};
use havre::search::ImpliedFilter;

use crate::everything::{Everything, first_in_danger};

#[test]
fn the_ambulance_comes_before_988_for_a_suicide_that_has_begun() {
    let everything = Everything::new();
    for text in [
        "elle a pris des pilules pour mourir",
        "elle s'est pendue",
        "she tried to kill herself an hour ago",
        "he slit his wrists",
    ] {
        for region in Region::ALL {
            let found = everything.ids(text, region);
            assert_eq!(found[0], first_in_danger(region), "{text} in {region:?}");
            let next = found[1..3].iter().any(|id| id == "ca-988");
            assert!(next, "{text} in {region:?}: {found:?}");
        }
    }
}

#[test]
fn advice_on_strangulation_is_among_the_first_rows() {
    let everything = Everything::new();
    for text in [
        "il l'a étranglée il y a une heure, elle dit qu'elle va bien",
        "mon chum m'a étranglée mais je vais bien",
        "he choked her last week but she feels fine now",
    ] {
        for region in Region::ALL.into_iter().filter(|one| *one != Region::Nu) {
            let hits = everything.search(text, region, Language::Fr);
            let found = everything.ids_of(&hits);
            assert_eq!(found[0], "ca-911", "{text} in {region:?}");
            let advice = found[..6]
                .iter()
                .any(|id| id == "reporting#medical-emergency");
            assert!(advice, "{text} in {region:?}: {found:?}");
            let step = hits
                .say_first_step(region, Messages::of(Language::Fr))
                .unwrap();
            assert!(step.contains("Étranglement"), "{text}: {step}");
        }
    }
}

#[test]
fn a_community_of_nunavut_has_the_rule_of_its_number_first() {
    let everything = Everything::new();
    for text in ["il la bat, rankin inlet", "he has a knife, baker lake"] {
        let found = everything.ids(text, Region::Nu);
        assert_eq!(found[0], "reporting#emergency-numbers", "{text}");
        let iqaluit = found[..5].iter().any(|id| id == "nu-rcmp-iqaluit");
        assert!(!iqaluit, "{text}: {found:?}");
        let line = found[..5].iter().any(|id| id == "nu-faia-on-call-line");
        assert!(line, "{text}: {found:?}");
    }
    for text in ["pond inlet suicide", "elle veut mourir, pond inlet"] {
        let found = everything.ids(text, Region::Nu);
        assert_eq!(found[0], "ca-988", "{text}: {found:?}");
    }
    let found = everything.ids("he has a knife, iqaluit", Region::Nu);
    assert_eq!(found[0], "nu-rcmp-iqaluit", "{found:?}");
    let shelter = everything.ids("shelter rankin inlet", Region::Nu);
    assert_ne!(shelter[0], "reporting#emergency-numbers");
}

#[test]
fn a_denied_language_is_not_asked_for() {
    let everything = Everything::new();
    for text in [
        "parle pas anglais ni francais, punjabi",
        "doesn't speak English or French, Punjabi",
    ] {
        let hits = everything.search(text, Region::Bc, Language::Fr);
        let languages: Vec<&str> = hits
            .query_filters
            .iter()
            .filter_map(|filter| match &filter.filter {
                ImpliedFilter::Language(language) => Some(language.0.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(languages, ["pa"], "{text}");
        assert_eq!(everything.ids_of(&hits)[0], "bc-victimlinkbc", "{text}");
    }
}

#[test]
fn a_bed_or_a_misspelt_shelter_in_a_town_is_a_shelter_there() {
    let everything = Everything::new();
    for (town, region) in [
        ("rimouski", Region::Qc),
        ("surrey", Region::Bc),
        ("moncton", Region::Nb),
        ("saskatoon", Region::Sk),
    ] {
        let expected = everything.ids(&format!("refuge {town}"), region);
        for word in ["lit", "bed", "heberjement", "herbergement"] {
            let found = everything.ids(&format!("{word} {town}"), region);
            let is_there = found[..2].contains(&expected[0]);
            assert!(is_there, "{word} {town}: {found:?}, not {expected:?}");
        }
    }
}

#[test]
fn a_line_in_french_is_among_the_first_where_english_is_usual() {
    let everything = Everything::new();
    for text in [
        "mon mari me frappe",
        "violence conjugale",
        "viol",
        "agression sexuelle",
    ] {
        let hits = everything.search(text, Region::On, Language::Fr);
        let speaks = |one: &Contact| one.languages.iter().any(|one| one.0 == "fr");
        let contacts = hits.hits.iter().filter_map(|hit| everything.contact(hit));
        let first: Vec<&Contact> = contacts.take(3).collect();
        let speaks = first.iter().any(|one| speaks(one));
        assert!(speaks, "{text}: {:?}", everything.ids_of(&hits));
    }
}

#[test]
fn no_word_is_said_to_be_missing_if_a_life_is_at_risk() {
    let everything = Everything::new();
    let messages = Messages::of(Language::Fr);
    let said = |text: &str| {
        let hits = everything.search(text, Region::Qc, Language::Fr);
        hits.say_words_not_found(text, messages)
    };
    assert_eq!(said("elle veut mourir zzkkq"), None);
    assert!(said("refuge zzkkq").is_some());
}

#[test]
fn the_emergency_number_is_second_where_a_partner_may_strike_now() {
    let everything = Everything::new();
    for (text, region) in [
        (
            "mon ex m'a envoye une photo d'mon lit, chu pas la mais ma coloc oui",
            Region::Qc,
        ),
        (
            "he just sent me a photo of my own front door, the one at the new adress",
            Region::Qc,
        ),
    ] {
        let found = everything.ids(text, region);
        assert!(
            found[..2].iter().any(|id| id == "ca-911"),
            "{text}: {found:?}"
        );
    }
}
