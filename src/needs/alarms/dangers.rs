//! Tests of dangers that a person with fresh eyes typed, and of harmless sentences with their words.

use super::alarms;
use super::told::assert_first;
use crate::needs::tests::{needs, recognized};

#[test]
fn people_shot_poisoned_frozen_or_burned_need_an_ambulance() {
    assert_first(&[
        ("client got shot", "medical-now"),
        ("ma soeur s'est fait tirer dessus", "medical-now"),
        (
            "shes took the whole bottle of tylonol bout 20 min ago says shes fine",
            "medical-now",
        ),
        (
            "a dit quelle a pris une trentaine de tylenol hier soir elle file bien",
            "medical-now",
        ),
        (
            "the bunkhouse has no heat boss took our boots one guys feet are black",
            "medical-now",
        ),
        ("he burned me with cigarettes all night", "medical-now"),
        (
            "grandpa hasnt had his insulin for 4 days caregiver took it",
            "medical-now",
        ),
        (
            "the kids havent eaten since wed n mom is passed out",
            "medical-now",
        ),
    ]);
    let needs = needs();
    for text in [
        "my brother got shot last year, im still a mess",
        "got a flu shot today",
        "elle s'est fait tirer le portrait",
        "mom passed out candy to the kids",
        "her feet are black from the dirt, needs shoes",
    ] {
        assert!(!alarms(&needs, text), "{text}");
    }
}

#[test]
fn sabotage_cold_and_murder_told_as_suicide_are_a_danger() {
    assert_first(&[
        (
            "he bought shovels n lime and told the neighbor i was moving away",
            "danger-now",
        ),
        (
            "he says if i leave him ill never see the kids again and well all be dead",
            "danger-now",
        ),
        (
            "y'a des balles sur la table y dit sont pour moi",
            "danger-now",
        ),
        (
            "my boyfreind says if i leave he wil kill himself and take the baby with him",
            "danger-now",
        ),
        (
            "he put the kids car seats in my car and cut my brakes",
            "danger-now",
        ),
        (
            "y m'a mis dehors en jaquette y fait -30 chu a 10 km du village",
            "danger-now",
        ),
        (
            "kid walked out in the snow without shoes -35 parents drunk",
            "danger-now",
        ),
        (
            "dad locked my lil brother in the basement no food since friday",
            "danger-now",
        ),
        (
            "mes parents m'envoient au pays vendredi pour me marier g 16 ans",
            "danger-now",
        ),
    ]);
    let needs = needs();
    for text in [
        "the kids are driving me up the wall",
        "mon chum me fait mourir avec ses jokes",
        "case study for class: woman strangled by husband",
        "role play exercise: client says he has a gun",
        "how much to fix my brakes",
        "digging a hole in the garden",
        "my niece is getting married saturday",
        "walk to school in snow -20 no ride",
    ] {
        assert!(!alarms(&needs, text), "{text}");
    }
}

#[test]
fn a_youth_sold_or_held_in_a_motel_is_in_danger() {
    let needs = needs();
    for text in [
        "g 15 ans mon chum me force a coucher avec ses amis je suis dans une chambre de motel",
        "im 15 my bf makes me sleep with his friends im in a motel room",
        "g 14 ans pis y veut pas que jsorte du motel",
        "g 16 ans y me vend a ses chums",
    ] {
        let found = recognized(&needs, text);
        assert_eq!(found[..2], ["danger-now", "youth-exploited"], "{text}");
    }
    for text in [
        "15 year old staying at motel with her mom after fire",
        "je vends des chocolats pour mon équipe g 15 ans",
        "she sells her paintings, shes only 16",
    ] {
        assert!(!alarms(&needs, text), "{text}");
    }
}

#[test]
fn suicide_as_a_threat_against_leaving_is_a_danger_for_both() {
    let needs = needs();
    for text in [
        "he says he will kill himself if she leaves",
        "my boyfriend threatens suicide every time i try to break up",
        "my wife says she will kill herself if i leave",
        "il menace de se tuer si elle part",
        "il dit qu'il va se suicider si je le quitte",
    ] {
        let found = recognized(&needs, text);
        let expected = ["danger-now", "suicide", "partner-violence"];
        assert_eq!(found, expected, "{text}");
    }
    for text in [
        "i would kill myself if he left",
        "my son says he will kill himself if we go back to that school",
    ] {
        assert_eq!(recognized(&needs, text)[0], "suicide", "{text}");
    }
}

#[test]
fn beaten_teenagers_and_people_hit_by_a_roommate_are_sent_to_their_services() {
    assert_first(&[
        (
            "teenager wants to leave home, parents hit him",
            "child-abuse",
        ),
        ("ado battu par ses parents", "child-abuse"),
        (
            "parents are sending her to Pakistan to get married next week",
            "child-abuse",
        ),
        (
            "woman with no status hit by her roommate",
            "partner-violence",
        ),
        ("il veut sortir d'un gang de rue", "victim-services"),
        ("gang exit program", "victim-services"),
        ("leaving a gang", "victim-services"),
        ("gang raped by three men", "sexual-assault"),
    ]);
}
