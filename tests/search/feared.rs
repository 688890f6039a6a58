//! First hits of texts that tell of a feared killing, of a feared authority, or of a wish to die, found in a
//! trial by people who did not know the phrases.

use havre::directory::{Category, Region};
use havre::i18n::Language;

use crate::everything::Everything;

#[test]
fn fear_of_murder_and_attempted_murder_lead_to_911_and_a_violence_line() {
    let everything = Everything::new();
    for (region, text, line) in [
        (
            Region::Qc,
            "elle a peur pour sa vie",
            "qc-sos-violence-conjugale",
        ),
        (
            Region::Qc,
            "jai peur quil la tue",
            "qc-sos-violence-conjugale",
        ),
        (
            Region::Qc,
            "peur quil tue les enfants",
            "qc-sos-violence-conjugale",
        ),
        (
            Region::Qc,
            "il a essayé de la tuer",
            "qc-sos-violence-conjugale",
        ),
        (Region::On, "she's afraid of being killed", "on-awhl"),
        (Region::On, "she fears for her life", "on-awhl"),
        (Region::On, "he tried to kill her", "on-awhl"),
    ] {
        let found = everything.ids(text, region);
        assert_eq!(found[0], "ca-911", "{text}: {found:?}");
        assert!(found[..4].iter().any(|id| id == line), "{text}: {found:?}");
    }
}

#[test]
fn suicidal_intent_ranks_988_first_beside_other_needs() {
    let everything = Everything::new();
    for (region, text) in [
        (Region::Qc, "je vais me tuer"),
        (Region::Qc, "jvais me tuer"),
        (Region::Ns, "i wish i were dead"),
        (Region::Ns, "she wishes she was dead"),
        (Region::Bc, "wanna die"),
        (Region::Ns, "i feel like dying"),
        (Region::Bc, "speaks mandarin suicidal"),
        (Region::Nl, "need to talk to someone i feel like dying"),
    ] {
        let found = everything.ids(text, region);
        assert_eq!(found[0], "ca-988", "{text}: {found:?}");
    }
}

#[test]
fn a_wounded_sex_worker_has_911_first() {
    let everything = Everything::new();
    for text in ["sex worker stabbed", "escort stabbed", "sex worker beaten"] {
        let found = everything.ids(text, Region::Ns);
        assert_eq!(found[0], "ca-911", "{text}: {found:?}");
    }
}

#[test]
fn tip_lines_and_police_rank_low_unless_asked_for() {
    let everything = Everything::new();
    for text in ["afraid of CBSA", "he will report me to cbsa"] {
        let hits = everything.search(text, Region::Sk, Language::En);
        for contact in everything.contacts_of(&hits).take(5) {
            let is_tip = contact.is_authority() && contact.categories.contains(&Category::TipLine);
            assert!(!is_tip, "{text}: {}", contact.id);
        }
    }
    for text in ["counselling", "depressed", "i need to talk to someone"] {
        let hits = everything.search_in(text, "Corner Brook", Region::Nl, Language::En);
        for contact in everything.contacts_of(&hits).take(4) {
            assert!(!contact.is_authority(), "{text}: {}", contact.id);
        }
    }
    let asked = everything.ids("cbsa border watch line", Region::Sk);
    assert_eq!(asked[0], "ca-cbsa-border-watch", "it is asked for");
}

/// Asserts the first hit of a text in some towns of a region.
fn assert_first_in(text: &str, region: Region, towns: &[(&str, &str)]) {
    let everything = Everything::new();
    for (town, first) in towns {
        let found = everything.ids_in(text, town, region, Language::En);
        assert_eq!(found[0], *first, "{town}: {found:?}");
    }
}

#[test]
fn the_towns_own_child_protection_comes_before_that_of_a_nearer_larger_town() {
    let towns = [
        ("Lévis", "qc-dpj-chaudiere-appalaches"),
        ("Québec City", "qc-dpj-capitale"),
    ];
    assert_first_in("report child abuse", Region::Qc, &towns);
}

#[test]
fn no_office_of_another_county_leads_where_211_finds_the_towns_own() {
    let towns = [
        ("Kitchener", "on-211"),
        ("Kingston", "on-211"),
        ("Thunder Bay", "on-211"),
        ("Guelph", "on-facs-guelph-wellington"),
    ];
    assert_first_in("dad hits 8 yr old girl", Region::On, &towns);
}

#[test]
fn searches_for_victims_do_not_lead_to_the_line_for_violent_men() {
    let everything = Everything::new();
    for text in ["chu un gars battu par ma blonde", "aide pour une femme"] {
        let found = everything.ids(text, Region::Qc);
        let first = &found[..3];
        assert!(
            first.iter().any(|id| id == "qc-sos-violence-conjugale"),
            "{text}: {found:?}"
        );
        assert!(!first.iter().any(|id| id == "qc-stop-violence-hommes"));
    }
}

#[test]
fn a_partners_suicide_threat_ranks_988_in_the_first_three() {
    let everything = Everything::new();
    for (region, text) in [
        (
            Region::Mb,
            "boyfriend threatens suicide every time i try to break up",
        ),
        (Region::On, "mon chum dit qui va s'tuer si jle laisse"),
    ] {
        let found = everything.ids(text, region);
        assert!(
            found[..3].iter().any(|id| id == "ca-988"),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn a_bed_is_not_sought_behind_the_line_of_another_purpose() {
    let everything = Everything::new();
    let hits = everything.search_in("un lit ce soir", "Québec City", Region::Qc, Language::Fr);
    let found = everything.ids_of(&hits);
    assert_eq!(found[0], "qc-sos-violence-conjugale", "{found:?}");
}
