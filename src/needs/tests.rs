//! Tests of the order and the false positives of recognized needs.

use super::sign_file::SignsFile;
use super::*;
use crate::assets::Assets;
use crate::classifier::Words;
use crate::i18n::Language;
use proptest::prelude::*;

pub(super) fn needs() -> Needs {
    Needs::embedded().unwrap()
}

/// Returns the index of a need.
fn place(needs: &Needs, id: &str) -> usize {
    needs.place(id).unwrap()
}

/// Returns the ids of the recognized needs, best first.
pub(super) fn recognized(needs: &Needs, text: &str) -> Vec<String> {
    let found = needs.recognize(text).into_iter();
    found
        .map(|found| needs.at(found.need).unwrap().id.clone())
        .collect()
}

#[test]
fn the_table_is_small() {
    assert!(NEEDS_TABLE.len() <= 740_000, "{} bytes", NEEDS_TABLE.len());
}

#[test]
fn a_damaged_table_is_refused() {
    assert!(Needs::with_table(NEEDS_TABLE.to_vec()).is_ok());
    for length in [0, 3, 200, NEEDS_TABLE.len() - 1] {
        assert!(Needs::with_table(NEEDS_TABLE[..length].to_vec()).is_err());
    }
}

#[test]
fn needs_are_found_by_their_place() {
    let needs = needs();
    assert_eq!(needs.all().len(), 45);
    for (place, need) in needs.all().iter().enumerate() {
        assert_eq!(needs.at(place).map(|found| &found.id), Some(&need.id));
    }
    assert!(needs.at(45).is_none());
}

#[test]
fn a_life_at_risk_has_911_or_988_on_top_and_nunavut_its_rcmp() {
    let needs = needs();
    let place = |id| place(&needs, id);
    for id in ["danger-now", "medical-now", "missing-person"] {
        for region in Region::ALL {
            let top = needs.emergency(place(id), region);
            let contacts = needs.contacts(place(id), region);
            assert!(contacts.starts_with(&top), "{id} {region:?}");
            if region == Region::Nu {
                assert_eq!(top[0], "nu-rcmp-iqaluit");
            } else {
                assert_eq!(top, ["ca-911"], "{id} {region:?}");
            }
        }
    }
    for region in Region::ALL {
        assert_eq!(needs.emergency(place("suicide"), region), ["ca-988"]);
        assert!(needs.emergency(place("shelter"), region).is_empty());
    }
}

#[test]
fn nunavut_is_never_sent_to_911() {
    let needs = needs();
    for (place, need) in needs.all().iter().enumerate() {
        let contacts = needs.contacts(place, Region::Nu);
        assert!(!contacts.contains(&"ca-911"), "{}", need.id);
        for language in Language::ALL {
            let step = needs.first_step(need, Region::Nu, language);
            assert!(!step.contains("911"), "{step}");
            let elsewhere = needs.first_step(need, Region::Ns, language);
            assert_eq!(elsewhere, need.first.get(language));
        }
    }
    let danger = needs.at(place(&needs, "danger-now")).unwrap();
    let step = needs.first_step(danger, Region::Nu, Language::Fr);
    assert!(step.starts_with("Appelez la GRC"), "{step}");
}

#[test]
fn contacts_are_those_before_the_regions_own_then_its_own_then_canada_wide_ones() {
    let needs = needs();
    let place = place(&needs, "trafficking-sex");
    let hotline = "ca-human-trafficking-hotline";
    let alberta = needs.contacts(place, Region::Ab);
    assert_eq!(alberta[0], hotline, "first_regions names it");
    let own = alberta
        .iter()
        .skip(1)
        .take_while(|id| id.starts_with("ab-"));
    let own = own.count();
    assert!(own > 0);
    assert!(alberta[1 + own..].iter().all(|id| id.starts_with("ca-")));
    assert_eq!(alberta.iter().filter(|id| **id == hotline).count(), 1);
    let british_columbia = needs.contacts(place, Region::Bc);
    assert!(british_columbia[0].starts_with("bc-"));
    let canada = needs.contacts(place, Region::Ca);
    assert!(canada.iter().all(|id| id.starts_with("ca-")));
}

#[test]
fn topics_are_the_regions_own_then_canada_wide_ones() {
    let needs = needs();
    let place = place(&needs, "compensation");
    let topics = needs.topics(place, Region::Qc);
    let canada = needs.topics(place, Region::Ca);
    assert!(canada.iter().all(|topic| topics.contains(topic)));
    let unique: std::collections::HashSet<&TopicId> = topics.iter().collect();
    assert_eq!(unique.len(), topics.len());
}

#[test]
fn phrases_with_two_meanings_give_both_in_their_order() {
    let needs = needs();
    for (text, means) in [
        ("police", ["danger-now", "police-report"]),
        ("911", ["danger-now", "medical-now"]),
        (
            "mon chum m'a étranglée",
            ["medical-now", "partner-violence"],
        ),
        ("Crisis line", ["counselling", "suicide"]),
        ("CAVAC IVAC difference", ["victim-services", "compensation"]),
    ] {
        assert_eq!(recognized(&needs, text), means, "{text}");
    }
}

#[test]
fn denied_needs_are_not_recognized() {
    let needs = needs();
    for text in [
        "she is not suicidal just lonely",
        "not suicidal but depressed",
        "pas suicidaire juste triste",
    ] {
        let found = recognized(&needs, text);
        assert_ne!(found.first().map(String::as_str), Some("suicide"), "{text}");
        assert!(!found.is_empty(), "{text}");
    }
    let found = recognized(&needs, "rape kit no police");
    assert_eq!(found[0], "sexual-assault-care");
}

#[test]
fn an_age_tells_a_child_from_an_adult() {
    let needs = needs();
    for (text, need) in [
        ("girl 16 has a pimp", "youth-exploited"),
        ("15 yo with a pimp", "youth-exploited"),
        ("fille de 16 ans avec un pimp", "youth-exploited"),
        ("woman 24 has a pimp", "trafficking-sex"),
        ("femme de 30 ans avec un pimp", "trafficking-sex"),
        ("13 year old didnt come home", "missing-person"),
        ("menace de publier ses nudes mineure", "child-online"),
    ] {
        let found = recognized(&needs, text);
        assert_eq!(found.first().map(String::as_str), Some(need), "{text}");
    }
}

#[test]
fn look_alikes_are_distinguished() {
    let needs = needs();
    for (text, need) in [
        ("viol", "sexual-assault"),
        ("vol d'identité", "fraud-identity"),
        ("il m'étrangle", "medical-now"),
        ("mariée à un étranger sans papiers", "no-status"),
        ("cavac", "victim-services"),
        ("ivac", "compensation"),
        ("overdose", "medical-now"),
        ("suicide", "suicide"),
    ] {
        let found = recognized(&needs, text);
        assert_eq!(found.first().map(String::as_str), Some(need), "{text}");
    }
    let theft = recognized(&needs, "vol de vélo");
    assert!(!theft.iter().any(|need| need.starts_with("sexual")));
}

#[test]
fn a_few_letters_numbers_names_and_places_claim_nothing() {
    let needs = needs();
    for text in [
        "",
        " ",
        "s",
        "su",
        "she",
        "kit",
        "902",
        "902-555-0143",
        "1 800",
        "Tanya Beardy",
        "rouyn-noranda",
        "halifax",
        "bryony house",
        "kids help phone",
        "xylophone",
        "quoi",
    ] {
        assert_eq!(recognized(&needs, text), [""; 0], "{text}");
    }
}

#[test]
fn the_words_of_evidence_are_returned() {
    let needs = needs();
    let text = "Ma cliente a été VIOLÉE hier";
    let found = needs.recognize(text);
    let words: Vec<&str> = found[0]
        .words
        .iter()
        .map(|word| &text[word.clone()])
        .collect();
    assert!(words.contains(&"VIOLÉE"), "{words:?}");
}

proptest! {
    #[test]
    fn any_text_is_safe(text in "\\PC{0,120}") {
        let needs = needs();
        let found = needs.recognize(&text);
        prop_assert!(found.len() <= 3);
        for pair in found.windows(2) {
            prop_assert!(pair[0].confidence >= pair[1].confidence);
        }
        for one in &found {
            prop_assert!((0.0..=1.0).contains(&one.confidence));
            for word in &one.words {
                prop_assert!(text.get(word.clone()).is_some_and(|word| !word.is_empty()));
            }
        }
    }

    #[test]
    fn unfinished_words_are_safe(start in 0..400_usize, length in 0..80_usize) {
        let needs = needs();
        let text: String = NEEDS.chars().skip(start * 20).take(length).collect();
        let found = needs.recognize(&text);
        prop_assert!(found.iter().all(|one| needs.at(one.need).is_some()));
    }
}

#[test]
fn the_need_of_a_child_takes_the_place_of_an_adults() {
    let needs = needs();
    let place = |id| place(&needs, id);
    let one = |id, confidence| Recognized {
        need: place(id),
        confidence,
        words: Vec::new(),
    };
    let order = |text: &str| {
        let mut found = vec![
            one("stalking-threats", 0.5),
            one("shelter", 0.2),
            one("child-online", 0.1),
        ];
        needs.children.put_first(text, &mut found);
        let confidences: Vec<f32> = found.iter().map(|one| one.confidence).collect();
        assert_eq!(confidences, [0.5, 0.2, 0.1]);
        found[0].need
    };
    for text in [
        "a Girl is threatened",
        "deux garçons menacés",
        "she is 15",
        "18yo",
    ] {
        assert_eq!(order(text), place("child-online"), "{text}");
    }
    for text in ["a woman is threatened", "elle a 19 ans", "15 people"] {
        assert_eq!(order(text), place("stalking-threats"), "{text}");
    }
}

#[test]
fn the_ages_of_children_are_found_in_a_text() {
    let ages = |text: &'static str| {
        let found = ages_of_children(text).into_iter();
        found.map(|age| &text[age]).collect::<Vec<_>>()
    };
    assert_eq!(ages("à 16 ans, 13yo, and 24 years old"), ["16", "13yo"]);
    assert_eq!(ages("girl 17"), ["17"]);
    assert_eq!(ages("17 beds, 24/7"), [""; 0]);
    for text in ["5 years ago", "il y a 12 ans", "ya 6 ans", "depuis 10 ans"] {
        assert_eq!(ages(text), [""; 0], "{text}");
    }
    assert_eq!(ages("elle a 12 ans"), ["12"]);
}

#[test]
fn a_refusal_of_the_police_is_not_a_wish_to_report() {
    let needs = Needs::embedded().unwrap();
    for text in [
        "no police please",
        "she doesnt want the police",
        "she doesn’t want to report",
        "help without cops",
        "elle ne veut pas la police",
        "veut pas porter plainte",
        "sans la police",
        "without calling the cops",
        "she wont go near the station",
        "sans passer par la police",
        "j'ai pas confiance en la police",
        "elle refuse d'aller au poste",
    ] {
        assert!(needs.circumstances(text).refuses_police, "{text}");
        let found = needs
            .recognize(text)
            .into_iter()
            .map(|one| &needs.list[one.need].id);
        assert!(!found.clone().any(|id| id == "police-report"), "{text}");
    }
    for text in [
        "she wants to report to the police",
        "he did not come home, call the police",
        "police did not help",
        "elle veut porter plainte",
        "not suicidal, wants police",
        "cant get to the police station",
        "no answer from the police",
    ] {
        assert!(!needs.circumstances(text).refuses_police, "{text}");
    }
    let said = needs.recognize("she doesnt want the police");
    assert_eq!(
        said.first().map(|one| one.need),
        needs.place("victim-services")
    );
    let said = needs.recognize("she's terrified of cops");
    assert_eq!(
        said.first().map(|one| one.need),
        needs.place("victim-services"),
        "a refusal and nothing else"
    );
}

#[test]
fn a_greeting_hides_no_life_at_risk() {
    let needs = needs();
    let english = "hi this is jen from the night shift calling for a client of ours,";
    let french = "bonjour, c'est julie de l'équipe de soir au centre de jour,";
    for (greeting, text, id) in [
        (english, "he choked her last night", "medical-now"),
        (english, "she says she wants to die", "suicide"),
        (english, "he won't let her out of the car", "danger-now"),
        (french, "il dit qu'il veut mourir", "suicide"),
        (french, "y est à la porte avec un couteau", "danger-now"),
    ] {
        let found = recognized(&needs, &format!("{greeting} {text}"));
        assert!(found.iter().any(|one| one == id), "{text}: {found:?}");
    }
}

#[test]
fn no_part_of_a_life_at_risk_begins_after_a_negation() {
    let needs = needs();
    let words = Words::of("jen from the shelter says she wants to die");
    let weighed = needs.table.weigh(&words);
    let sums = parts::Sums::of(&needs.table, &words, &weighed).unwrap();
    let suicide = place(&needs, SUICIDE);
    let life = |negation: Option<usize>| {
        let part = sums.life(|need| need == suicide, |word| Some(word) == negation);
        part.map(|part| part.words)
    };
    let found = life(None).unwrap();
    assert!(found.start > 0);
    for distance in 1..=2 {
        let negated = life(Some(found.start - distance));
        assert_ne!(negated, Some(found.clone()), "{distance} words before");
    }
}

#[test]
fn contacts_and_topics_of_signs_exist() {
    let assets = Assets::embedded();
    let (directory, guide) = (assets.directory().unwrap(), assets.guide(Language::En));
    let file: SignsFile<'_> = serde_json::from_str(SIGNS).unwrap();
    let contacts: Vec<&str> = file.signs.iter().filter_map(|sign| sign.contact).collect();
    let topics: Vec<&str> = file.signs.iter().filter_map(|sign| sign.topic).collect();
    assert!(!contacts.is_empty() && !topics.is_empty());
    for id in contacts {
        assert!(directory.get(id).is_some(), "{id}");
    }
    for id in topics {
        assert!(guide.topic(&TopicId::parse(id).unwrap()).is_some(), "{id}");
    }
}
