//! First hits of texts with two themes, against the police, or about a harm to a child.

use havre::directory::{Contact, Region};
use havre::i18n::{Language, Messages};

use crate::everything::{Everything, first_in_danger};

/// Asserts that one of these contacts is among the first hits.
fn first(everything: &Everything, (region, text): (Region, &str), most: usize, any: &[&str]) {
    let found = everything.ids(text, region);
    let first = &found[..found.len().min(most)];
    let is_there = first.iter().any(|id| any.contains(&id.as_str()));
    assert!(is_there, "{text} in {region:?}: {found:?}");
}

#[test]
fn victims_of_the_police_are_sent_to_no_authority() {
    let everything = Everything::new();
    for (region, text, help) in [
        (Region::Qc, "policier de la SQ l'a agressée", "qc-rebatir"),
        (Region::Qc, "plainte contre un policier", "qc-rebatir"),
        (
            Region::Qc,
            "Val-d'Or femme autochtone agressée par un policier",
            "qc-nwsm-iskweu",
        ),
        (
            Region::On,
            "un policier l'a violée",
            "on-sadv-navigation-line",
        ),
        (Region::On, "a cop raped her", "on-sadv-navigation-line"),
        (Region::Mb, "la GRC l'a brutalisée", "mb-legal-aid"),
        (
            Region::Bc,
            "she was beaten by two rcmp officers",
            "bc-legal-aid-bc",
        ),
    ] {
        let hits = everything.search(text, region, Language::Fr);
        first(&everything, (region, text), 3, &[help]);
        for contact in everything.contacts_of(&hits).take(6) {
            assert!(!contact.is_authority(), "{text}: {}", contact.id);
        }
    }
    let asked = everything.ids("toronto police", Region::On);
    assert_eq!(asked[0], "on-toronto-police", "it is no accusation");
}

#[test]
fn violence_beside_another_theme_has_its_line_among_the_first() {
    let everything = Everything::new();
    let on = ["on-awhl", "on-femaide", "on-sadv-navigation-line"];
    for text in [
        "woman speaks Tigrinya, raped, Ottawa",
        "femme parle somali, violée, Ottawa",
        "sans-papiers battue Cornwall",
        "no papers, beaten by her husband",
    ] {
        first(&everything, (Region::On, text), 4, &on);
    }
    let on = ["on-awhl", "on-femaide", "on-victim-support-line"];
    let text = "visa parrainage mari menace de déporter";
    first(&everything, (Region::On, text), 4, &on);
    let sk = [
        "sk-ssaic",
        "sk-listen-project",
        "sk-southwest-crisis-services",
    ];
    for text in [
        "no papers, overstayed her visa, raped by landlord",
        "man raped in prison",
    ] {
        first(&everything, (Region::Sk, text), 4, &sk);
    }
    let line = ["qc-sos-violence-conjugale"];
    for text in [
        "elle veut pas porter plainte, son ex la suit",
        "y m'a pognée par la gorge",
    ] {
        first(&everything, (Region::Qc, text), 3, &line);
    }
    let text = "homme victime de violence conjugale Sherbrooke";
    first(&everything, (Region::Qc, text), 4, &line);
    let found = everything.search("son is hit by his teacher", Region::Sk, Language::En);
    let elder = everything.need("elder-abuse");
    assert!(
        found.needs.iter().all(|one| Some(one.need) != elder),
        "a son is no elder"
    );
    let pe = ["pe-anderson-house", "pe-shelter-support-line"];
    for text in ["kids saw him hit me", "he hit their mom, kids saw it"] {
        first(&everything, (Region::Pe, text), 3, &pe);
    }
}

#[test]
fn cutting_forced_marriage_and_children_left_alone_lead_to_child_protection() {
    let everything = Everything::new();
    for text in [
        "excision",
        "FGM",
        "MGF",
        "une mutilation génitale sur ma nièce",
        "mutilation genitale petite fille voyage en Afrique",
        "they want to cut her before the trip",
        "forced marriage, 17, parents took passport",
        "mariage forcé, 16 ans",
        "enfant seul à la maison depuis hier",
        "kids left alone since yesterday",
    ] {
        let found = everything.search(text, Region::Qc, Language::Fr);
        let ids = everything.ids_of(&found);
        let dpj = ids[..2].iter().any(|id| id.starts_with("qc-dpj"));
        assert!(dpj, "{text}: {ids:?}");
    }
    let text = "mutilation genitale petite fille voyage en Afrique";
    let abroad = ["ca-global-affairs-emergency"];
    first(&everything, (Region::Qc, text), 6, &abroad);
    let needs = everything.search("woman forced to marry", Region::Qc, Language::En);
    let first = &everything.needs.all()[needs.needs[0].need];
    assert_ne!(first.id, "child-abuse");
}

#[test]
fn many_pills_without_a_word_of_dying_have_the_ambulance_then_988() {
    let everything = Everything::new();
    for text in [
        "she took a whole bottle of pills",
        "elle a pris une bouteille de pilules",
        "il a avalé toute sa boîte de tylenol",
    ] {
        for (region, number) in [
            (Region::Bc, "911"),
            (Region::Qc, "911"),
            (Region::Nu, "1111"),
        ] {
            let hits = everything.search(text, region, Language::Fr);
            let found = everything.ids_of(&hits);
            assert_eq!(found[0], first_in_danger(region), "{text}");
            assert!(
                found[1..3].iter().any(|id| id == "ca-988"),
                "{text}: {found:?}"
            );
            let step = hits.say_first_step(region, Messages::of(Language::Fr));
            let step = step.unwrap_or_default();
            assert!(step.contains("9-8-8") && step.contains(number), "{step}");
            for contact in everything.contacts_of(&hits) {
                let here = [Region::Ca, region].contains(&contact.region);
                assert!(here, "{text} in {region:?}: {}", contact.id);
            }
        }
    }
}

#[test]
fn a_name_told_whole_comes_before_the_lists_of_its_need() {
    let everything = Everything::new();
    let hits = everything.search("Violence sexuelle N.B.", Region::Nb, Language::Fr);
    assert_eq!(everything.ids_of(&hits)[0], "nb-svnb");
}

#[test]
fn complaints_about_the_police_lead_to_no_authority() {
    let everything = Everything::new();
    for (region, text) in [
        (
            Region::On,
            "the officer laughed at her, where do we complain",
        ),
        (
            Region::Ab,
            "cops never took her report, she wants to complain",
        ),
        (Region::Qc, "le policier a ri d’elle, où porter plainte"),
        (
            Region::Nb,
            "la gendarmerie l’a pas crue, elle veut se plaindre",
        ),
        (Region::Qc, "la police l’a tirée par les cheveux"),
    ] {
        let hits = everything.search(text, region, Language::Fr);
        let contacts: Vec<&Contact> = everything.contacts_of(&hits).take(4).collect();
        assert!(!contacts.is_empty(), "{text}");
        for contact in contacts {
            assert!(!contact.is_authority(), "{text}: {}", contact.id);
        }
    }
}

#[test]
fn published_images_of_an_adult_have_the_topic_on_them_among_the_first() {
    let everything = Everything::new();
    let topic = "victim-services#images-online";
    for (region, text) in [
        (Region::Sk, "my ex put nudes of me on reddit"),
        (
            Region::Mb,
            "he uploaded our vids, how do i get them taken down",
        ),
        (Region::Qc, "mon ex a publié nos photos intimes"),
    ] {
        first(&everything, (region, text), 3, &[topic]);
    }
    let found = everything.ids("she lost her photos and her phone", Region::Sk);
    assert!(!found.iter().take(3).any(|id| id == topic), "{found:?}");
}

/// Questions about a word or a procedure, with the page that answers.
const ASKED: [(Region, &str, &str); 19] = [
    (
        Region::Qc,
        "c koi la justice reparatrise",
        "restorative-justice#what-it-is",
    ),
    (
        Region::Qc,
        "un 810 ca dure combien de temps",
        "victim-services#keep-away-orders",
    ),
    (
        Region::Qc,
        "ordonnance de non-communication cest quoi",
        "victim-services#keep-away-orders",
    ),
    (
        Region::Qc,
        "difference prostitution et traite",
        "reporting#sex-work-or-trafficking",
    ),
    (
        Region::Ns,
        "is it trafficking if nobody crossed a border",
        "reporting#sex-work-or-trafficking",
    ),
    (
        Region::On,
        "what is a 278 application",
        "reporting#protection-in-court",
    ),
    (
        Region::Bc,
        "judge said nobody can print my name, how to lift it",
        "reporting#protection-in-court",
    ),
    (
        Region::On,
        "trp for vtip application form, who helps",
        "reporting#immigration-status",
    ),
    (
        Region::Bc,
        "pimp made her take out 3 credit cards",
        "victim-services#papers-and-debts",
    ),
    (
        Region::On,
        "her ex posted the pics on pornhub",
        "victim-services#images-online",
    ),
    (
        Region::On,
        "debts he ran up in her name, wipe?",
        "victim-services#papers-and-debts",
    ),
    (
        Region::On,
        "how do i find airtag in her car",
        "reporting#phones-and-trackers",
    ),
    (
        Region::Qc,
        "il a son mot de passe icloud, comment le virer",
        "reporting#phones-and-trackers",
    ),
    (
        Region::On,
        "can my case notes be subpoenaed",
        "reporting#keeping-information-safe",
    ),
    (
        Region::Ns,
        "is she a sex worker or trafficked how to tell",
        "reporting#sex-work-or-trafficking",
    ),
    (
        Region::Mb,
        "cant sleep after hearing her story im the worker",
        "victim-services#worker-care",
    ),
    (
        Region::On,
        "temoigner par visio sans voir le gars",
        "reporting#protection-in-court",
    ),
    (
        Region::Nb,
        "la police pas obligé? plainte par un tiers",
        "reporting#third-party-or-no-report",
    ),
    (
        Region::On,
        "elle a peur detre deportee si elle parle",
        "reporting#fears",
    ),
];

#[test]
fn a_question_about_a_word_has_its_page_in_the_first_rows() {
    let everything = Everything::new();
    for (region, text, topic) in ASKED {
        first(&everything, (region, text), 2, &[topic]);
    }
}

#[test]
fn the_topic_on_orders_follows_the_first_contact_for_a_peace_bond() {
    let everything = Everything::new();
    for (region, text) in [
        (Region::On, "peace bond"),
        (Region::Nb, "peace bond"),
        (Region::Qc, "engagement de ne pas troubler l'ordre public"),
    ] {
        let found = everything.ids(text, region);
        assert_eq!(found[1], "victim-services#keep-away-orders", "{text}");
    }
}

#[test]
fn the_rule_for_the_number_comes_first_in_nunavut_without_a_town() {
    let everything = Everything::new();
    for text in ["911", "he is hitting me", "she took pills"] {
        let found = everything.ids(text, Region::Nu);
        let first = ["reporting#emergency-numbers", "nu-rcmp-iqaluit"];
        assert_eq!(found[..2], first, "{text}");
    }
}
