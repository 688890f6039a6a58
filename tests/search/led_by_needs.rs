//! First hits for a recognized need.

use std::collections::HashSet;

use havre::directory::{Category, Region};
use havre::i18n::{Language, Messages};
use havre::search::Query;

use crate::everything::Everything;

/// Returns the provinces and territories.
fn regions() -> impl Iterator<Item = Region> {
    Region::ALL.into_iter().filter(|one| *one != Region::Ca)
}

#[test]
fn child_protection_or_ontarios_211_is_first_for_a_child_in_danger() {
    let everything = Everything::new();
    for text in [
        "child abuse",
        "kid has bruises from his dad",
        "15 year old girl sold by older boyfriend",
        "fille de 14 ans exploitée dans un motel",
        "un enfant est battu",
    ] {
        for region in regions() {
            let hits = everything.search(text, region, Language::En);
            let mut contacts = hits.hits.iter().filter_map(|hit| everything.contact(hit));
            let first = contacts.next().unwrap();
            let protects = first.categories.contains(&Category::ChildProtection);
            // Each town of Ontario has its own society: 211 finds the right one at any hour.
            let finds = region == Region::On && first.id == "on-211";
            assert!(protects || finds, "{text} in {region:?}: {}", first.id);
        }
    }
}

#[test]
fn a_contact_with_a_phone_follows_911_for_choking() {
    let everything = Everything::new();
    for text in [
        "he choked her",
        "il l'a étranglée",
        "my husband choked me",
        "il a mis ses mains autour de son cou",
        "il a essayé de l'étouffer",
        "étranglement",
    ] {
        for region in regions().filter(|one| *one != Region::Nu) {
            let hits = everything.search(text, region, Language::En);
            assert_eq!(
                everything.ids_of(&hits)[0],
                "ca-911",
                "{text} in {region:?}"
            );
            let second = everything.contact(&hits.hits[1]);
            let second = second.unwrap_or_else(|| panic!("{text} in {region:?}: a topic"));
            assert!(second.has_phone(), "{}", second.id);
        }
    }
}

#[test]
fn rope_pills_and_a_farewell_are_thoughts_of_suicide() {
    let everything = Everything::new();
    for text in [
        "she has a rope in her room",
        "he got himself a rope",
        "she is saving all her pills",
        "he gave his cat away and said goodbye",
        "elle s'est procuré une corde",
        "il a donné toutes ses affaires pis y nous a dit adieu",
    ] {
        for region in Region::ALL {
            let found = everything.ids(text, region);
            let first = &found[..found.len().min(3)];
            assert!(
                first.iter().any(|id| id == "ca-988"),
                "{text} in {region:?}: {first:?}"
            );
        }
    }
}

#[test]
fn suicidal_intent_ranks_988_and_emergency_help_in_the_first_three() {
    let everything = Everything::new();
    for text in [
        "suicidal",
        "she wants to die and has the pills",
        "il est sur le pont",
        "je veux mourir",
        "j'veux mourir",
        "je veux plus vivre",
        "j'ai envie de mourir",
        "elle veut mourir",
        "je veux en finir avec la vie",
        "i want to die",
        "she wants to die",
    ] {
        for region in Region::ALL {
            let found = everything.ids(text, region);
            let first = &found[..found.len().min(3)];
            for id in ["ca-988", region.emergency().contact] {
                let is_there = first.iter().any(|one| one == id);
                assert!(is_there, "{text} in {region:?}: {first:?}, not {id}");
            }
        }
    }
}

#[test]
fn a_domestic_violence_service_is_in_the_first_three_for_choking() {
    let everything = Everything::new();
    for text in [
        "il l'a étranglée hier soir, a la voix enrouée",
        "y l'a pognée à gorge pis a voyait noir",
        "he choked her last night and her voice is hoarse",
    ] {
        for region in regions() {
            let hits = everything.search(text, region, Language::Fr);
            let contacts = hits.hits.iter().filter_map(|hit| everything.contact(hit));
            let mut first = contacts.take(3);
            let helps = first.any(|one| one.categories.contains(&Category::DomesticViolence));
            assert!(
                helps,
                "{text} in {region:?}: {:?}",
                everything.ids_of(&hits)
            );
        }
    }
}

#[test]
fn services_for_one_group_or_language_lead_only_for_it() {
    let everything = Everything::new();
    let first_rows = |text, language| {
        let hits = everything.search(text, Region::On, language);
        let mut ids = everything.ids_of(&hits);
        ids.truncate(3);
        ids
    };
    let (group, french) = ("on-talk4healing", "on-femaide");
    let named = |text, language, id| first_rows(text, language).iter().any(|one| one == id);
    let text = "my boyfriend hits me";
    assert!(!named(text, Language::En, group));
    assert!(!named(text, Language::En, french));
    assert!(named(
        "my boyfriend hits me i am first nations",
        Language::En,
        group
    ));
    assert!(named("mon chum me bat", Language::Fr, french));
}

#[test]
fn questions_about_duties_and_disclosure_lead_to_the_guide() {
    let everything = Everything::new();
    for (text, region, topic) in [
        (
            "do i have to report a 12 year old",
            Region::Ab,
            "duty-to-report#ab",
        ),
        (
            "16 year old, do I have to report?",
            Region::On,
            "duty-to-report#on",
        ),
        (
            "dois-je signaler un enfant battu",
            Region::Qc,
            "duty-to-report#qc",
        ),
        (
            "what do i say when a kid tells me",
            Region::Sk,
            "reporting#disclosure",
        ),
    ] {
        assert_eq!(everything.ids(text, region)[0], topic, "{text}");
    }
}

#[test]
fn compensation_starts_with_the_provinces_own_topic() {
    let everything = Everything::new();
    for (text, language) in [
        ("compensation", Language::En),
        ("compensation deadline", Language::En),
        ("compensation: deadline and whom to call", Language::En),
        ("indemnisation", Language::Fr),
        ("délai pour l’indemnisation", Language::Fr),
        ("indemnisation : délai et qui appeler", Language::Fr),
    ] {
        for region in regions() {
            let found = everything.ids_of(&everything.search(text, region, language));
            let topic = format!("compensation#{}", region.slug());
            assert_eq!(found[0], topic, "{text} in {region:?}: {found:?}");
        }
    }
}

#[test]
fn if_a_meeting_is_suitable_comes_before_the_programs_nearest_to_the_town() {
    let everything = Everything::new();
    for (text, language) in [
        ("restorative justice sexual violence Surrey", Language::En),
        (
            "restorative justice: is it suitable after sexual violence, and who near Surrey",
            Language::En,
        ),
        ("justice réparatrice violence sexuelle Surrey", Language::Fr),
        (
            "restorative justice after sexual violence surrey",
            Language::En,
        ),
        (
            "justice réparatrice après une agression sexuelle à Surrey",
            Language::Fr,
        ),
    ] {
        let hits = everything.search(text, Region::Bc, language);
        let found = everything.ids_of(&hits);
        let suitable = "restorative-justice#when-it-may-not-be-suitable";
        assert_eq!(found[0], suitable, "{text}: {found:?}");
        let place = |id: &str| found.iter().position(|one| one == id).unwrap();
        let near = place("bc-cera").max(place("bc-north-shore-rj"));
        let far = place("bc-rj-comox-valley-community-justice-centre");
        assert!(near < far, "{text}: {found:?}");
    }
}

#[test]
fn present_danger_ranks_911_above_the_guide() {
    let everything = Everything::new();
    let found = everything.ids("what do i say he is choking her right now", Region::On);
    assert_eq!(found[0], "ca-911");
}

#[test]
fn a_service_that_the_text_asks_for_by_its_town_comes_first_without_a_phone_too() {
    let everything = Everything::new();
    let found = everything.ids("human trafficking sudbury", Region::On);
    assert_eq!(found[0], "on-aoh-sudbury", "{found:?}");
    // A sentence describes a situation, not a service: the first hit must be open.
    let found = everything.ids("her boyfriend makes her dance in sudbury", Region::On);
    assert_ne!(found[0], "on-aoh-sudbury", "{found:?}");
}

#[test]
fn mens_shelter_queries_lead_to_a_service_for_men() {
    let everything = Everything::new();
    for text in ["refuge pour hommes", "mens shelter"] {
        let hits = everything.search(text, Region::Ab, Language::En);
        let mut contacts = hits.hits.iter().filter_map(|hit| everything.contact(hit));
        let first = contacts.next().unwrap();
        let serves: Vec<&str> = first.serves.iter().map(|one| one.slug()).collect();
        assert!(serves.contains(&"men"), "{text}: {} {serves:?}", first.id);
    }
}

#[test]
fn a_bookmark_changes_the_order_of_hits_and_not_their_number() {
    let everything = Everything::new();
    for text in ["crisis", "shelter halifax women", "legal aid tenant letter"] {
        for words_only in [false, true] {
            let query = Query {
                text: text.to_owned(),
                words_only,
                ..Query::default()
            };
            let count = |bookmarks: &HashSet<String>| {
                let hits = everything.answer(&query, Region::Ns, Language::En, bookmarks);
                (hits.total, hits.hits.len())
            };
            let hits = everything.answer(&query, Region::Ns, Language::En, &HashSet::new());
            let before = (hits.total, hits.hits.len());
            for id in everything.ids_of(&hits).into_iter().take(12) {
                assert_eq!(count(&HashSet::from([id.clone()])), before, "{text}: {id}");
            }
        }
    }
}

#[test]
fn words_only_searches_rank_other_provinces_last() {
    let everything = Everything::new();
    for (text, region) in [
        ("she is being followed", Region::Pe),
        ("he choked her an hour ago", Region::Ns),
        ("girl 16 pimped out", Region::On),
    ] {
        let query = Query {
            text: text.to_owned(),
            words_only: true,
            ..Query::default()
        };
        let hits = everything.answer(&query, region, Language::En, &HashSet::new());
        let contacts = hits.hits.iter().filter_map(|hit| everything.contact(hit));
        let far = contacts.map(|one| one.region != region && one.region != Region::Ca);
        assert!(far.is_sorted(), "{text}");
    }
}

#[test]
fn the_first_step_is_that_of_the_gravest_need_that_leads() {
    let everything = Everything::new();
    for (language, text, step) in [
        (Language::En, "he choked her", "Call 911"),
        (Language::Fr, "il l'a étranglée", "Appelez le 911"),
    ] {
        for region in regions().filter(|one| *one != Region::Nu) {
            let hits = everything.search(text, region, language);
            let said = hits.say_first_step(region, Messages::of(language)).unwrap();
            assert!(said.starts_with(step), "{text} in {region:?}: {said}");
        }
    }
}

#[test]
fn queries_refusing_the_police_have_no_authority_in_the_first_three() {
    let everything = Everything::new();
    for (language, text) in [
        (Language::En, "no police please"),
        (Language::En, "she doesnt want the police"),
        (Language::En, "raped but no cops"),
        (Language::Fr, "veut pas porter plainte"),
        (Language::Fr, "elle ne veut pas la police"),
    ] {
        for region in regions() {
            let hits = everything.search(text, region, language);
            let contacts = hits.hits.iter().filter_map(|hit| everything.contact(hit));
            let first: Vec<_> = contacts.take(3).collect();
            assert!(!first.is_empty());
            for contact in first {
                assert!(
                    !contact.is_authority(),
                    "{text} in {region:?}: {}",
                    contact.id
                );
            }
        }
    }
}

#[test]
fn a_child_telling_of_harm_gets_the_line_for_children_second() {
    let everything = Everything::new();
    for (language, text) in [
        (
            Language::En,
            "im 13 and my dad hits my brother with the belt",
        ),
        (Language::En, "i'm 14 my uncle touches me"),
        (Language::Fr, "j'ai 12 ans pis mon père me bat"),
    ] {
        for region in regions() {
            let found = everything.ids_of(&everything.search(text, region, language));
            assert_eq!(found[1], "ca-kids-help-phone", "{text} in {region:?}");
        }
    }
    let found = everything.ids("im 12 minutes away from the shelter", Region::On);
    assert!(!found[..3].contains(&"ca-kids-help-phone".to_owned()));
}

#[test]
fn the_duty_to_report_follows_the_first_contact_without_a_town() {
    let everything = Everything::new();
    for region in [Region::On, Region::Qc] {
        let hits = everything.search("13 year old being hurt at home", region, Language::En);
        let first = everything.contact(&hits.hits[0]).unwrap();
        let finds = first.id == "on-211";
        assert!(first.is_local() || finds, "{}", first.id);
        assert!(!first.is_authority(), "{}", first.id);
        let topic = format!("duty-to-report#{}", region.slug());
        assert_eq!(everything.ids_of(&hits)[1], topic);
    }
}

#[test]
fn a_guess_is_said_as_one() {
    let everything = Everything::new();
    for (language, likely, guessed) in [
        (Language::En, "Sounds like: ", "Perhaps: "),
        (Language::Fr, "On dirait\u{a0}: ", "Peut-être\u{a0}: "),
    ] {
        let messages = Messages::of(language);
        let mut hits = everything.search("un enfant est battu", Region::Ns, language);
        assert!(hits.say_needs(messages).unwrap().starts_with(likely));
        hits.needs.truncate(1);
        hits.needs[0].confidence = 0.2;
        assert!(hits.say_needs(messages).unwrap().starts_with(guessed));
        let reason = everything.index.reason(&hits, 0, language).unwrap();
        let reason = reason.text(messages).to_lowercase();
        assert!(reason.starts_with(&guessed.to_lowercase()), "{reason}");
    }
}

#[test]
fn shelter_in_french_is_no_immigration_service() {
    let everything = Everything::new();
    for (text, region) in regions().flat_map(|region| {
        ["refuge en français", "refuge pour femmes en français"].map(|text| (text, region))
    }) {
        let hits = everything.search(text, region, Language::Fr);
        let contacts = hits.hits.iter().filter_map(|hit| everything.contact(hit));
        for contact in contacts.take(4) {
            let is_immigration = contact.categories == [Category::Immigration];
            assert!(!is_immigration, "{text} in {region:?}: {}", contact.id);
        }
    }
}

#[test]
fn the_emergency_line_of_a_second_need_is_among_the_first_rows() {
    let everything = Everything::new();
    for (text, line) in [
        ("kms if they send me back to my country", "ca-988"),
        (
            "her trafficker is on his way to the motel with a gun",
            "ca-911",
        ),
        ("il l'a étranglée hier et elle n'a pas de papiers", "ca-911"),
    ] {
        for region in regions().filter(|one| *one != Region::Nu) {
            let found = everything.ids(text, region);
            let first = &found[..found.len().min(3)];
            assert!(
                first.iter().any(|id| id == line),
                "{text} in {region:?}: {first:?}"
            );
        }
    }
}

#[test]
fn the_line_for_the_whole_region_stands_beside_the_nearest_services() {
    let everything = Everything::new();
    for (text, region, line) in [
        (
            "mari violent saint-boniface",
            Region::Mb,
            "mb-domestic-abuse-crisis-line",
        ),
        (
            "my husband hits me winnipeg",
            Region::Mb,
            "mb-domestic-abuse-crisis-line",
        ),
        (
            "ouvrier agricole sans passeport saint-rémi",
            Region::Qc,
            "ca-human-trafficking-hotline",
        ),
    ] {
        let found = everything.ids(text, region);
        let first = &found[..found.len().min(3)];
        assert!(first.iter().any(|id| id == line), "{text}: {first:?}");
    }
}

#[test]
fn no_search_in_nunavut_finds_911() {
    let everything = Everything::new();
    for text in [
        "il a un fusil",
        "police fire ambulance",
        "pompiers",
        "urgence police",
        "911",
        "911 police",
    ] {
        for place in [text.to_owned(), format!("{text} iqaluit")] {
            let found = everything.ids(&place, Region::Nu);
            assert!(!found.is_empty(), "{place}");
            assert!(!found.iter().any(|id| id == "ca-911"), "{place}: {found:?}");
        }
    }
}

#[test]
fn a_firearm_is_danger() {
    let everything = Everything::new();
    for text in [
        "il a un fusil",
        "son chum a une carabine",
        "y'a un fusil dans le char",
        "he has a rifle",
        "he got his shotgun out",
        "shooting at the house",
        "coups de feu chez la voisine",
    ] {
        for region in regions().filter(|one| *one != Region::Nu) {
            assert_eq!(
                everything.ids(text, region)[0],
                "ca-911",
                "{text} in {region:?}"
            );
        }
    }
}

#[test]
fn a_house_a_days_drive_away_comes_after_the_line_for_the_whole_region() {
    let everything = Everything::new();
    for (text, language) in [
        ("shelter kenora", Language::En),
        (
            "a bed tonight for a woman with two children in Kenora",
            Language::En,
        ),
        ("refuge kenora", Language::Fr),
        (
            "un lit cette nuit pour une femme et deux enfants à Kenora",
            Language::Fr,
        ),
    ] {
        let hits = everything.search(text, Region::On, language);
        let found = everything.ids_of(&hits);
        let line = match language {
            Language::En => "on-awhl",
            Language::Fr => "on-femaide",
        };
        assert_eq!(found[0], line, "{text}: {found:?}");
        let house = found.iter().position(|one| one == "on-beendigen").unwrap();
        assert!(hits.hits[house].km.is_some_and(|km| km > 400), "{text}");
    }
    let found = everything.ids("shelter thunder bay", Region::On);
    assert!(
        found[..3].iter().any(|one| one == "on-beendigen"),
        "{found:?}"
    );
}

#[test]
fn the_referral_line_leads_without_a_local_child_protection_office() {
    let everything = Everything::new();
    for (text, language) in [
        ("child beaten", Language::En),
        ("child abuse", Language::En),
        ("child beaten in kenora", Language::En),
        ("un enfant est battu", Language::Fr),
        ("un enfant est battu à Kenora", Language::Fr),
    ] {
        let found = everything.ids_of(&everything.search(text, Region::On, language));
        let first = found.iter().find(|one| !one.contains('#'));
        assert_eq!(first.unwrap(), "on-211", "{text}: {found:?}");
        // The guide's words stand before or after its number.
        let is_read = found[..2].iter().any(|one| one == "duty-to-report#on");
        assert!(is_read || text.contains("enora"), "{text}: {found:?}");
    }
    let found = everything.ids("child beaten in toronto", Region::On);
    let is_there = found[..2].iter().any(|one| one == "on-cas-toronto");
    assert!(is_there, "{found:?}");
    for text in ["un enfant est battu", "dpj", "numéro de la dpj"] {
        let found = everything.ids(text, Region::Qc);
        assert_eq!(found[1], "duty-to-report#qc", "which office is whose");
        let others = found[2..4].iter().filter(|one| one.starts_with("qc-dpj"));
        assert_eq!(
            others.count(),
            1,
            "{text} names the office of no town: {found:?}"
        );
    }
    let found = everything.ids("dpj estrie", Region::Qc);
    assert_eq!(found[0], "qc-dpj-estrie", "{found:?}");
    let found = everything.ids("un enfant est battu à Rimouski", Region::Qc);
    assert_eq!(found[0], "qc-dpj-bas-saint-laurent", "{found:?}");
}

#[test]
fn a_bed_for_young_people_alone_leads_only_if_they_are_named() {
    let everything = Everything::new();
    for text in [
        "shelter montreal",
        "refuge montréal",
        "un lit cette nuit montréal",
    ] {
        let found = everything.ids(text, Region::Qc);
        assert!(
            !found[..2].iter().any(|one| one == "qc-le-bunker"),
            "{text}: {found:?}"
        );
    }
    let found = everything.ids("refuge jeune de 17 ans montréal", Region::Qc);
    assert!(
        found[..3].iter().any(|one| one == "qc-le-bunker"),
        "{found:?}"
    );
}

#[test]
fn a_line_that_helps_in_the_language_comes_before_one_that_finds_services() {
    let everything = Everything::new();
    for text in ["speaks punjabi", "punjabi", "parle pendjabi"] {
        let found = everything.ids(text, Region::Bc);
        let at = |id: &str| found.iter().position(|one| one == id).unwrap();
        assert!(at("bc-victimlinkbc") < at("ca-211"), "{text}: {found:?}");
    }
}

#[test]
fn nunavut_is_shown_no_contact_with_911() {
    let everything = Everything::new();
    for text in [
        "police",
        "rcmp",
        "911",
        "danger",
        "report a crime",
        "gendarmerie",
    ] {
        let hits = everything.search(text, Region::Nu, Language::En);
        assert!(!hits.hits.is_empty(), "{text}");
        for contact in hits.hits.iter().filter_map(|hit| everything.contact(hit)) {
            assert!(!contact.dials_911(), "{text}: {}", contact.id);
        }
    }
}

#[test]
fn children_s_aid_societies_are_found_by_their_initials_and_no_french_in_case() {
    let everything = Everything::new();
    for text in ["cas", "CAS number"] {
        let hits = everything.search(text, Region::On, Language::En);
        let contacts = hits.hits.iter().filter_map(|hit| everything.contact(hit));
        let ids: Vec<&str> = contacts
            .take(2)
            .map(|contact| contact.id.as_str())
            .collect();
        let is_one = |id: &&str| *id == "on-211" || id.starts_with("on-cas-");
        assert!(ids.iter().all(is_one), "{text}: {ids:?}");
    }
}

#[test]
fn lines_for_women_lead_for_no_man_and_no_queer_youth() {
    let everything = Everything::new();
    for text in [
        "any bed for guys in kenora",
        "18m slept outside again, any bed for guys in kenora",
        "un jeune queer mis à la porte à timmins, où dormir",
        "queer kid kicked out, needs a bed tonight",
    ] {
        let found = everything.ids(text, Region::On);
        let women = ["on-awhl", "on-femaide", "on-talk4healing", "on-beendigen"];
        let first = &found[..2];
        assert!(
            !first.iter().any(|id| women.contains(&&**id)),
            "{text}: {first:?}"
        );
    }
    let found = everything.ids("lesbian beaten by her girlfriend", Region::On);
    assert_eq!(found[0], "on-awhl");
}

#[test]
fn a_house_of_one_town_comes_after_the_line_of_the_region_for_thoughts_of_suicide() {
    let everything = Everything::new();
    let text = "teen in my class wrote a letter w the date of friday and instructions for his xbox";
    let found = everything.ids(text, Region::Qc);
    assert!(
        !found[..3].iter().any(|id| id == "qc-calacs-estrie"),
        "{found:?}"
    );
}

#[test]
fn the_line_on_trafficking_stands_behind_the_guide_without_a_sign_of_it() {
    let everything = Everything::new();
    for region in [Region::Pe, Region::Mb, Region::Qc] {
        let found = everything.ids("he is breaking down the door with an axe", region);
        let at = |id: &str| found.iter().position(|one| one == id).unwrap_or(usize::MAX);
        let line = at("ca-human-trafficking-hotline");
        assert!(
            at("reporting#immediate-danger") < line,
            "{region:?}: {found:?}"
        );
    }
}
