//! Tests of sentences that workers typed in trials and that led to another need, or to none.

use super::alarms;
use crate::directory::Channel;
use crate::needs::tests::{needs, recognized};

/// Asserts the first need of these texts.
pub(super) fn assert_first(texts: &[(&str, &str)]) {
    let needs = needs();
    for (text, need) in texts {
        let found = recognized(&needs, text);
        assert_eq!(
            found.first().map(String::as_str),
            Some(*need),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn dying_suicidal_intent_and_hunger_are_different_needs() {
    assert_first(&[
        ("elle meurt", "medical-now"),
        ("il meurt dans mes bras", "medical-now"),
        ("il est mourant", "medical-now"),
        ("elle est en train de mourir", "medical-now"),
        ("he's dying please", "medical-now"),
        ("je meurs de faim", "basic-needs"),
        ("al veut s'tuer, j'sais pas quoi dire", "suicide"),
        ("il veut s'pendre", "suicide"),
    ]);
}

#[test]
fn counted_pills_are_an_overdose() {
    assert_first(&[
        ("i took 40 advils", "medical-now"),
        ("took 12 extra strength tylenol", "medical-now"),
        ("i took 30 gravols and some wine", "medical-now"),
        ("a pris 30 tylenols", "medical-now"),
    ]);
    let found = recognized(&needs(), "i took 2 advils for my headache");
    assert_ne!(found.first().map(String::as_str), Some("medical-now"));
}

#[test]
fn threats_guns_and_fire_in_everyday_words_are_a_danger() {
    assert_first(&[
        (
            "le client dit j'vais y péter la yeule si a parle",
            "danger-now",
        ),
        ("mon chum a sorti le gun du cabanon", "danger-now"),
        ("mon chum a mis du feu sua porte", "danger-now"),
        ("hubby sprinkled gas around the trailer", "danger-now"),
        ("boss is raping the cook", "danger-now"),
    ]);
}

#[test]
fn a_question_about_deportation_is_not_one_about_the_police() {
    assert_first(&[
        ("will they deport me if i report", "no-status"),
        ("can the cops deport her if she reports", "no-status"),
        (
            "si je porte plainte est-ce que jvais me faire deporter",
            "no-status",
        ),
        ("il a brisé ses conditions", "police-report"),
        ("he breached his bail", "police-report"),
    ]);
}

#[test]
fn an_old_parent_is_no_child_and_a_child_left_alone_is_not_only_hungry() {
    assert_first(&[
        ("my mom 82 has bruises son lives with her", "elder-abuse"),
        ("mom in ltc has bruises", "elder-abuse"),
        ("poa is draining moms account", "elder-abuse"),
        ("mom leaves us alone for days no food", "child-abuse"),
        ("un prof a touché ma fille", "child-abuse"),
    ]);
    let found = recognized(&needs(), "bf threw my phone he hit baby");
    assert!(found.iter().any(|need| need == "child-abuse"), "{found:?}");
    assert_first(&[("chu un gars battu par ma blonde", "partner-violence")]);
}

#[test]
fn threats_to_kill_others_are_danger_and_suicidal_intent_alone_is_suicide() {
    assert_first(&[
        (
            "il va se tirer une balle pis m'emmener avec lui",
            "danger-now",
        ),
        (
            "il dit qu'il va se tuer pis nous emmener avec lui",
            "danger-now",
        ),
        (
            "he said hed shoot himself and take me with him",
            "danger-now",
        ),
        (
            "he says if i leave hell kill me and then himself",
            "danger-now",
        ),
        (
            "he'll kill her if she goes back for her stuff tomorrow",
            "danger-now",
        ),
        (
            "il va la tuer si elle retourne chercher ses affaires demain",
            "danger-now",
        ),
        ("jai ouvert le gaz pis jattend", "danger-now"),
        ("il veut se tirer une balle", "suicide"),
    ]);
}

#[test]
fn thrown_knives_and_assault_of_an_unconscious_person_are_danger() {
    assert_first(&[
        ("ma blonde me lance des couteaux", "danger-now"),
        ("my girlfriend throws knives at me", "danger-now"),
        (
            "passed out at a party and somebody is on top of her",
            "danger-now",
        ),
        (
            "elle est sans connaissance au party pis y a un gars sur elle",
            "danger-now",
        ),
        ("jai avaler 32 advil", "medical-now"),
    ]);
    let needs = needs();
    assert!(!alarms(&needs, "she is asleep on the couch"));
}

#[test]
fn a_beaten_brother_is_child_abuse_and_rough_nurses_are_elder_abuse() {
    assert_first(&[
        ("mon beau pere fouette mon ti frere", "child-abuse"),
        (
            "my dad cant get out of bed the nurses are rough with him",
            "elder-abuse",
        ),
    ]);
}

#[test]
fn workers_locked_in_at_night_and_a_small_child_alone_outside_have_danger_among_their_needs() {
    let needs = needs();
    for (text, need) in [
        ("boss locks us in at night", "trafficking-labour"),
        (
            "mon boss nous barre dans maison la nuit",
            "trafficking-labour",
        ),
        ("kid 4 wandering on the street alone", "child-abuse"),
        ("11 year old at bus station alone", "child-abuse"),
        ("un enfant de 4 ans tout seul sur la rue", "child-abuse"),
    ] {
        let found = recognized(&needs, text);
        assert!(
            found.iter().any(|one| one == "danger-now"),
            "{text}: {found:?}"
        );
        assert!(found.iter().any(|one| one == need), "{text}: {found:?}");
    }
}

#[test]
fn threats_against_a_school_or_a_partner_are_a_danger() {
    assert_first(&[
        (
            "un ado de 17 ans dit sur snap que demain y rentre a l'ecole avec un gun",
            "danger-now",
        ),
        (
            "a guy online says he'll come to my school and shoot everyone",
            "danger-now",
        ),
        ("un gars menace de tirer dans l'cegep", "danger-now"),
        ("menace de tuerie a l'ecole demain", "danger-now"),
        ("i'm going to shoot up my workplace", "danger-now"),
        (
            "i want to kill my wife im scared of what ill do",
            "danger-now",
        ),
        ("i want to kill my husband", "danger-now"),
    ]);
}

#[test]
fn a_person_found_hanged_or_with_open_veins_needs_an_ambulance() {
    assert_first(&[
        ("found my roomate hanging", "medical-now"),
        ("i found him hanging from a beam", "medical-now"),
        ("roommate hanged in closet", "medical-now"),
        ("my kid is hanging from the closet", "medical-now"),
        ("j'ai trouvé mon coloc pendu", "medical-now"),
        (
            "ma fille de 15 ans vient de s'ouvrir les veines dans salle de bain",
            "medical-now",
        ),
        ("a vient de s'ouvrir les poignets", "medical-now"),
    ]);
    let needs = needs();
    for text in [
        "i'm gonna jump off this call, talk tmrw",
        "her coat was found hanging in the closet",
        "i got a paper cut, my wrist hurts",
    ] {
        assert!(!alarms(&needs, text), "{text}");
    }
}

#[test]
fn blackmail_with_pictures_is_recognized_as_such() {
    assert_first(&[
        (
            "ya une photo de moi toute nue qui tourne a l'ecole pis y veut 500$",
            "child-online",
        ),
        (
            "a scammer has my nudes and says hell send them to my mom",
            "child-online",
        ),
    ]);
}

#[test]
fn threats_to_kill_in_figures_and_goodbyes_without_an_answer_are_a_danger() {
    assert_first(&[
        (
            "he said if i leave hell put me in the ground and nobody will find me",
            "danger-now",
        ),
        ("he says shell end up in a ditch", "danger-now"),
        ("her ex says he'll make her disappear", "danger-now"),
        (
            "il dit qu'il va me mettre six pieds sous terre",
            "danger-now",
        ),
        ("y va me faire disparaitre", "danger-now"),
        (
            "my client just texted goodbye take care of my cat and shes not answering",
            "danger-now",
        ),
        ("a m'a texté adieu pis a répond pus", "danger-now"),
    ]);
    let needs = needs();
    for text in [
        "we buried the dog in the woods",
        "faire disparaître une dette",
    ] {
        assert!(!alarms(&needs, text), "{text}");
    }
}

#[test]
fn an_old_person_on_the_floor_needs_an_ambulance() {
    assert_first(&[
        (
            "ma mere de 82 ans est a terre depuis hier, mon frere veut pas qu'on appelle",
            "medical-now",
        ),
        ("grandma is on the floor she cant get up", "medical-now"),
    ]);
    assert!(!alarms(&needs(), "the kids play on the floor"));
}

#[test]
fn a_person_overheard_or_limited_to_texts_asks_for_help_in_writing() {
    let needs = needs();
    for text in [
        "she cant talk he can hear her",
        "i can only text, husband is in the next room",
        "cant speak out loud",
        "text only please",
        "elle peut pas parler il entend tout",
        "par texto seulement",
        "j'peux pas parler fort y'est à côté",
    ] {
        assert_eq!(needs.circumstances(text).channel, Channel::Texts, "{text}");
    }
    for text in [
        "can't talk to the police",
        "she cant speak english",
        "he texted her nudes",
        "veut pas parler à la police",
        "he wont talk about it",
        "statement in writing for court",
    ] {
        assert_eq!(needs.circumstances(text).channel, Channel::Voice, "{text}");
    }
}
