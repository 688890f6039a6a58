//! First hits for a town, and for people of no particular community.

use havre::directory::{Category, Contact, Region};
use havre::i18n::Language;

use crate::everything::Everything;

/// Returns the language of a text: French if it has one of these words.
fn language_of(text: &str) -> Language {
    let french = [
        "lit ",
        "pour ",
        "maison",
        "hébergement",
        "enfant ",
        "patron",
        "veux",
        "parler",
        "pendjabi",
        "seulement",
    ];
    if french.iter().any(|word| text.contains(word)) {
        Language::Fr
    } else {
        Language::En
    }
}

/// Returns the ids of the hits of a text in its language.
fn ids(everything: &Everything, text: &str, region: Region) -> Vec<String> {
    everything.ids_of(&everything.search(text, region, language_of(text)))
}

/// Returns the contacts among the hits.
fn contacts<'e>(everything: &'e Everything, text: &str, region: Region) -> Vec<&'e Contact> {
    let hits = everything.search(text, region, language_of(text));
    let found = hits.hits.iter().filter_map(|hit| everything.contact(hit));
    found.collect()
}

#[test]
fn the_line_of_the_region_comes_before_a_house_a_days_drive_away_in_all_wordings() {
    let everything = Everything::new();
    for text in [
        "shelter kenora",
        "women's shelter kenora",
        "bed tonight woman two children Kenora",
        "a bed tonight for a woman with two children in Kenora",
        "maison pour femmes kenora",
        "hébergement kenora",
        "lit ce soir femme deux enfants kenora",
        "un lit ce soir pour une femme avec deux enfants à Kenora",
    ] {
        let found = ids(&everything, text, Region::On);
        let line = match language_of(text) {
            Language::En => "on-awhl",
            Language::Fr => "on-femaide",
        };
        assert_eq!(found[0], line, "{text}: {found:?}");
    }
}

#[test]
fn bed_searches_start_with_two_contacts_open_to_all_communities() {
    let everything = Everything::new();
    for (region, town, houses) in [
        (Region::Ns, "truro", &["ns-third-place"][..]),
        (Region::Ns, "halifax", &["ns-bryony-house", "ns-adsum"]),
        (Region::Bc, "surrey", &["bc-ishtar-langley"]),
        (Region::Qc, "rimouski", &["qc-sos-violence-conjugale"]),
    ] {
        for words in [
            "shelter",
            "bed tonight woman two children",
            "bed tonight for a woman with two children",
            "hébergement",
            "maison d'hébergement",
            "un lit ce soir pour une femme avec deux enfants à",
        ] {
            let text = format!("{words} {town}");
            let found = ids(&everything, &text, region);
            assert!(houses.contains(&&*found[0]), "{text}: {found:?}");
            let first = contacts(&everything, &text, region);
            assert_eq!(found[1], first[1].id, "a topic is no bed: {text}");
            let is_for_some = first[1].categories.contains(&Category::Indigenous);
            assert!(!is_for_some, "{text}: {found:?}");
        }
    }
}

#[test]
fn a_bed_is_not_looked_for_in_another_part_of_the_province() {
    let everything = Everything::new();
    let found = ids(&everything, "bed tonight for a woman kenora", Region::On);
    let first = &found[..found.len().min(10)];
    for far in ["on-interval-house-ottawa", "on-peel-shelter-line"] {
        assert!(first.iter().all(|id| id != far), "{first:?}");
    }
}

#[test]
fn services_for_one_community_lead_only_if_the_query_names_the_community() {
    let everything = Everything::new();
    for text in [
        "child beaten in toronto",
        "kid beaten by his dad toronto",
        "enfant battu à toronto",
    ] {
        let found = ids(&everything, text, Region::On);
        assert_eq!(found[0], "on-cas-toronto", "{text}: {found:?}");
        let place = |id: &str| found.iter().position(|one| one == id).unwrap();
        assert!(
            place("on-jfcs-toronto") > 1 && place("on-ccas-toronto") > 1,
            "{text}: {found:?}"
        );
    }
    for (text, id) in [
        ("jewish child protection toronto", "on-jfcs-toronto"),
        ("catholic children's aid toronto", "on-ccas-toronto"),
    ] {
        let found = ids(&everything, text, Region::On);
        assert!(found[..2].iter().any(|one| one == id), "{text}: {found:?}");
    }
    for text in ["i want to die", "je veux mourir", "suicidal"] {
        let found = ids(&everything, text, Region::On);
        assert!(
            found[..4].iter().all(|id| id != "on-talk4healing"),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn only_before_a_language_changes_nothing_and_the_line_of_the_province_comes_first() {
    let everything = Everything::new();
    for text in ["punjabi", "pendjabi"] {
        let found = ids(&everything, text, Region::Bc);
        assert_eq!(found[0], "bc-victimlinkbc", "{text}: {found:?}");
        for only in ["only", "just", "seulement", "uniquement"] {
            let narrowed = format!("{only} {text}");
            let hits = everything.search(&narrowed, Region::Bc, language_of(text));
            assert_eq!(everything.ids_of(&hits), found, "{narrowed}");
        }
    }
}

#[test]
fn authorities_rank_below_help_for_people_with_confiscated_papers() {
    let everything = Everything::new();
    for text in [
        "her employer took her passport and she has no papers",
        "no status, the boss keeps her passport",
        "son patron a pris son passeport et elle n'a pas de papiers",
        "his boss has his papers and does not pay him, no visa",
    ] {
        let hits = everything.search(text, Region::On, language_of(text));
        let found = everything.ids_of(&hits);
        let is_authority = |hit| {
            let contact = everything.contact(hit);
            contact.is_some_and(Contact::is_authority)
        };
        let authority = hits
            .hits
            .iter()
            .position(is_authority)
            .unwrap_or(usize::MAX);
        let place = |id: &str| found.iter().position(|one| one == id).unwrap();
        assert!(
            place("ca-human-trafficking-hotline") < 2,
            "{text}: {found:?}"
        );
        assert!(
            place("on-free-legal-support-ht") < authority,
            "{text}: {found:?}"
        );
        let topic = found.iter().position(|id| id.contains('#')).unwrap();
        assert!(topic < authority, "{text}: {found:?}");
    }
}

#[test]
fn suicidal_queries_find_no_compensation_topics() {
    let everything = Everything::new();
    for text in ["i want to die", "je veux mourir"] {
        let found = ids(&everything, text, Region::Mb);
        let is_money = |id: &String| id.starts_with("compensation");
        assert!(!found.iter().any(is_money), "{text}: {found:?}");
    }
}

#[test]
fn requests_to_talk_list_two_contacts_before_a_topic() {
    let everything = Everything::new();
    for text in ["besoin de parler", "needs to talk to someone"] {
        for region in [Region::Nb, Region::Qc, Region::On] {
            let found = ids(&everything, text, region);
            assert!(
                !found[..2].iter().any(|id| id.contains('#')),
                "{text} {region:?}: {found:?}"
            );
        }
    }
}

#[test]
fn a_future_destination_is_not_the_place_of_the_search() {
    let everything = Everything::new();
    for (region, text) in [
        (
            Region::On,
            "shes being moved to calgary tonight by her pimp",
        ),
        (Region::Sk, "they are taking her to toronto in the morning"),
        (
            Region::Qc,
            "y partent pour toronto avec elle, c'est un pimp",
        ),
    ] {
        let found = everything.ids(text, region);
        let first = &found[..3];
        let away = first
            .iter()
            .any(|id| id.starts_with("ab-") || id.starts_with("on-") && region != Region::On);
        assert!(!away, "{text}: {first:?}");
    }
    let text = "she moved to calgary last week, women's shelter";
    let found = everything.ids(text, Region::On);
    assert!(
        found[..3].iter().any(|id| id.starts_with("ab-")),
        "{found:?}"
    );
}

#[test]
fn speakers_of_indigenous_languages_are_no_newcomers() {
    let everything = Everything::new();
    let newcomers = everything.need("newcomer-support").unwrap();
    for (text, town, region) in [
        ("parle inuktitut", "Iqaluit", Region::Nu),
        ("parle inuktitut", "Kuujjuaq", Region::Qc),
        ("she only speaks cree", "Saskatoon", Region::Sk),
    ] {
        let language = language_of(text);
        let found = everything.search_in(text, town, region, language);
        assert!(
            found.needs.iter().all(|need| need.need != newcomers),
            "{text}"
        );
        let ids = everything.ids_of(&found);
        assert!(
            !ids[..3].iter().any(|id| id == "ca-nisa-helpline"),
            "{text}: {ids:?}"
        );
    }
}
