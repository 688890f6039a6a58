//! Tests of emergencies: none for harmless words, none lost for words of safety.

mod beside;
mod dangers;
mod figures;
mod signs;
mod told;

use super::Needs;
use super::tests::{needs, recognized};

/// Returns true if a life at risk is recognized.
fn alarms(needs: &Needs, text: &str) -> bool {
    needs.tells_of_danger(text)
}

/// Asserts that no life at risk is recognized in any of these texts.
fn assert_no_alarm(needs: &Needs, texts: &[&str]) {
    for text in texts {
        let found = recognized(needs, text);
        assert!(!alarms(needs, text), "{text}: {found:?}");
    }
}

#[test]
fn harmless_words_that_look_like_others_raise_no_alarm() {
    let needs = needs();
    assert_no_alarm(
        &needs,
        &[
            "community-based",
            "took",
            "broke",
            "my son is broke",
            "he cooked",
            "he took her phone",
            "broken window",
            "he has a hat",
            "he has a book",
            "he is in jail now",
            "who do I call",
            "elle est enceinte",
            "elle a une amie",
            "elle a un cousin",
            "il a un livre",
            "il a un chapeau",
            "il a pris son téléphone",
            "Hi, I live at 5 Main St, apt 2. Do you want to meet?",
            "quick note the client is at",
        ],
    );
}

#[test]
fn safety_and_denied_danger_are_no_danger() {
    let needs = needs();
    assert_no_alarm(
        &needs,
        &[
            "she is safe now",
            "he is safe at his aunt's",
            "not in danger",
            "nobody is in danger anymore",
            "she isn't in any danger",
            "elle est en sécurité chez sa tante",
            "ils sont tous en sécurité",
            "elle n'est pas en danger",
            "elle n'est plus en danger depuis mardi",
        ],
    );
}

#[test]
fn denied_safety_is_danger_from_others_not_from_oneself() {
    let needs = needs();
    for text in [
        "I am not safe",
        "I don't feel safe at home",
        "she's not feeling very safe there",
        "je ne suis pas en sécurité",
        "je ne me sens pas en sécurité chez moi",
        "elle ne se sent vraiment pas en sécurité",
    ] {
        let found = recognized(&needs, text);
        for need in ["danger-now", "partner-violence"] {
            assert!(found.iter().any(|one| one == need), "{text}: {found:?}");
        }
        assert!(!found.iter().any(|one| one == "suicide"), "{text}");
    }
    for text in [
        "im not safe alone with myself",
        "no shoes on, i am in danger",
    ] {
        assert!(alarms(&needs, text), "{text}");
    }
}

#[test]
fn strangulation_in_plain_words_is_an_emergency_and_violence() {
    let needs = needs();
    for text in [
        "he choked her",
        "he put his hands around her neck last night",
        "il a essayé de l'étouffer",
        "Il l’a prise à la gorge, elle dit qu’elle va bien",
        "il a mis ses mains autour de son cou",
        "il lui serrait le cou pis elle respirait pus",
        "étranglement",
        "étrangler",
    ] {
        let found = recognized(&needs, text);
        for need in ["medical-now", "partner-violence"] {
            assert!(found.iter().any(|one| one == need), "{text}: {found:?}");
        }
    }
}

#[test]
fn a_threat_to_kill_and_a_birth_are_emergencies() {
    let needs = needs();
    for (text, need) in [
        ("her husband threatens to kill her again", "danger-now"),
        ("someone threatened to kill my client", "danger-now"),
        ("il menace encore de me tuer", "danger-now"),
        ("elle a reçu des menaces de mort de son ex", "danger-now"),
        ("a girl is giving birth in the motel", "medical-now"),
        ("her water broke an hour ago", "medical-now"),
        ("elle a des contractions aux trois minutes", "medical-now"),
    ] {
        let found = recognized(&needs, text);
        assert!(found.iter().any(|one| one == need), "{text}: {found:?}");
    }
}

#[test]
fn a_whole_bottle_of_an_ordinary_medicine_is_an_emergency() {
    let needs = needs();
    for text in [
        "she took a whole bottle of advil",
        "he took an entire box of tylenol",
        "swallowed a whole bottle of aspirin tonight",
        "elle a pris une bouteille complète d'advil",
        "il a avalé un pot complet d'aspirines",
    ] {
        let found = recognized(&needs, text);
        assert!(alarms(&needs, text), "{text}: {found:?}");
    }
    assert_no_alarm(
        &needs,
        &[
            "can she take advil",
            "a bottle of water",
            "il faut de l'advil",
        ],
    );
}

#[test]
fn strangulation_is_not_outweighed_by_other_words() {
    let needs = needs();
    for text in [
        "il l'a étranglée il y a une heure, elle dit qu'elle va bien",
        "mon chum m'a étranglée mais je vais bien",
        "il l’a étranglé il y a une heure elle dit que tout va bien",
        "il m'a serré le cou pendant une chicane, là ça va mieux, je veux juste dormir",
        "elle a des marques au cou, dit qu'elle est tombée",
        "il m'a étrenglée la semaine passée",
        "he choked her last week but she feels fine now and wants a bed",
        "he held her by the neck against the wall, she says it is nothing",
        "strangeld by her ex two days ago, she is ok",
        "not sleeping since he strangled her",
    ] {
        let found = recognized(&needs, text);
        for need in ["medical-now", "partner-violence"] {
            assert!(found.iter().any(|one| one == need), "{text}: {found:?}");
        }
        assert_eq!(found[0], "medical-now", "{text}");
    }
    let found = recognized(&needs, "she was raped and choked by a man at a party");
    assert_eq!(found[..2], ["medical-now", "sexual-assault"]);
    assert_no_alarm(
        &needs,
        &[
            "ça m'a étranglé de rire",
            "étranglée par les dettes",
            "she is strangled by debt",
            "choked up at the wedding",
        ],
    );
}

#[test]
fn misspelt_words_of_a_life_at_risk_are_recognized() {
    let needs = needs();
    for (text, need) in [
        ("suiside", "suicide"),
        ("suicde", "suicide"),
        ("suisidaire", "suicide"),
        ("sucidal", "suicide"),
        ("je veux mourrir", "suicide"),
        ("inconsiente", "medical-now"),
        ("elle est inconssiante", "medical-now"),
        ("unconsious", "medical-now"),
        ("elle seigne", "medical-now"),
        ("bleding", "medical-now"),
        ("overdoze", "medical-now"),
        ("chokd", "medical-now"),
        ("cpr", "medical-now"),
        ("heberjement", "shelter"),
        ("refuje", "shelter"),
    ] {
        let found = recognized(&needs, text);
        assert_eq!(found.first().map(String::as_str), Some(need), "{text}");
    }
    assert!(alarms(&needs, "stabed"));
    assert_no_alarm(
        &needs,
        &[
            "strange",
            "étrange",
            "étranger",
            "cooked",
            "violet",
            "struggling",
            "courir",
        ],
    );
}

#[test]
fn a_blow_to_the_head_or_the_belly_is_an_emergency() {
    let needs = needs();
    for text in [
        "elle a reçu un coup à la tête",
        "he hit her head against the wall and she is dizzy",
        "enceinte et battue",
        "she is pregnant and he kicked her in the stomach",
    ] {
        let found = recognized(&needs, text);
        assert!(alarms(&needs, text), "{text}: {found:?}");
    }
}
