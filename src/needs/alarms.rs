//! Tests of emergencies: none for harmless words, none lost for words of safety.

use super::Needs;
use super::tests::{needs, recognized};

/// Returns true if a life at risk is recognized.
fn alarms(needs: &Needs, text: &str) -> bool {
    needs.tells_of_danger(text)
}

#[test]
fn harmless_words_that_look_like_others_raise_no_alarm() {
    let needs = needs();
    for text in [
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
    ] {
        assert!(
            !alarms(&needs, text),
            "{text}: {:?}",
            recognized(&needs, text)
        );
    }
}

#[test]
fn safety_and_denied_danger_are_no_danger() {
    let needs = needs();
    for text in [
        "she is safe now",
        "he is safe at his aunt's",
        "not in danger",
        "nobody is in danger anymore",
        "she isn't in any danger",
        "elle est en sécurité chez sa tante",
        "ils sont tous en sécurité",
        "elle n'est pas en danger",
        "elle n'est plus en danger depuis mardi",
    ] {
        assert!(
            !alarms(&needs, text),
            "{text}: {:?}",
            recognized(&needs, text)
        );
    }
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
    for text in [
        "can she take advil",
        "a bottle of water",
        "il faut de l'advil",
    ] {
        let found = recognized(&needs, text);
        assert!(!alarms(&needs, text), "{text}: {found:?}");
    }
}
