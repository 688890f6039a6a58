//! Texts with a sign that other words must not outweigh.

use super::{needs, recognized};
use crate::generated;
use crate::needs::SIGNS;
use crate::needs::signs::Signs;
use crate::tables::Sealed;

#[test]
fn the_prepared_signs_are_those_of_the_file() {
    let Sealed { bytes, names } = Signs::parse(SIGNS, needs().all()).unwrap().write();
    assert!(bytes == generated::SIGNS && names == generated::SIGN_WORDS);
    let prepared = Signs::prepared(generated::SIGNS, generated::SIGN_WORDS).unwrap();
    assert!(prepared.write().bytes == bytes);
}

#[test]
fn an_unknown_list_of_words_is_refused() {
    let needs = needs();
    assert!(Signs::parse(SIGNS, needs.all()).is_ok());
    for list in ["$police-en", "$hunter"] {
        let text = SIGNS.replace(&format!("\"{list}"), "\"$nobody").leak();
        assert!(Signs::parse(text, needs.all()).is_err(), "{list}");
    }
}

#[test]
fn a_suicide_that_has_begun_needs_an_ambulance_first() {
    let needs = needs();
    for text in [
        "elle a pris des pilules pour mourir",
        "elle a avalé ses pilules elle veut mourir",
        "elle vient d'avaler ses cachets, elle veut en finir",
        "elle a essayé de se tuer il y a une heure",
        "elle s'est coupée, elle veut mourir",
        "elle s'est pendue",
        "il s'est tiré une balle",
        "she took all her pills, she wants to die",
        "she tried to kill herself an hour ago",
        "he hanged himself",
        "she slit her wrists",
        "she took all her pills tonight and wants to die, last year too",
        "elle a pris toutes ses pilules pour mourir, elle avait essayé l'an passé",
        "elle avait essayé l'an passé, là elle a avalé ses pilules et veut mourir",
        "ce soir elle a pris ses pilules pour mourir comme l'an passé",
    ] {
        let found = recognized(&needs, text);
        assert_eq!(found[..2], ["medical-now", "suicide"], "{text}");
    }
    for text in [
        "elle veut prendre des pilules pour mourir",
        "elle veut se pendre",
        "elle a essayé de se tuer l'an passé",
        "il y a deux ans elle a essayé de se suicider",
        "she tried to kill herself years ago and is sad now",
        "last year, she took pills to die",
        "il y a deux ans, elle a pris des pilules pour mourir",
        "quand elle était jeune, elle a essayé de se tuer",
        "she wants to take pills and die",
    ] {
        let found = recognized(&needs, text);
        assert_eq!(found[0], "suicide", "{text}: {found:?}");
    }
}

#[test]
fn a_figure_of_speech_hides_no_strangulation() {
    let needs = needs();
    for text in [
        "her ex strangled her last night, she choked up telling me",
        "he strangled her and she choked back tears",
        "il l'a étranglée, ça me serre la gorge",
    ] {
        let found = recognized(&needs, text);
        assert_eq!(found[..2], ["medical-now", "partner-violence"], "{text}");
    }
    for text in [
        "she choked up telling me",
        "ça me serre la gorge",
        "she choked back tears",
    ] {
        let found = recognized(&needs, text);
        assert!(
            !found.iter().any(|need| need == "medical-now"),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn a_search_by_an_abuser_is_stalking_and_by_the_family_a_missing_person() {
    let needs = needs();
    for text in [
        "son proxo la cherche",
        "son ex la cherche partout",
        "son mari essaie de la retrouver",
        "her pimp is looking for her",
        "her ex has been calling the shelters, looking for her",
    ] {
        let found = recognized(&needs, text);
        assert!(
            !found.iter().any(|need| need == "missing-person"),
            "{text}: {found:?}"
        );
        assert!(
            found.iter().any(|need| need == "stalking-threats"),
            "{text}: {found:?}"
        );
    }
    for text in [
        "ma fille a disparu, on la cherche",
        "sa mère la cherche partout",
        "her mom is looking for her everywhere",
    ] {
        assert_eq!(recognized(&needs, text)[0], "missing-person", "{text}");
    }
}

#[test]
fn without_a_word_about_youth_an_adult_is_meant() {
    let needs = needs();
    for (text, need) in [
        ("elle fait des clients pour son chum", "trafficking-sex"),
        ("son chum la fait danser", "trafficking-sex"),
        (
            "her husband makes her do dates at a motel",
            "trafficking-sex",
        ),
        (
            "il a mis des photos d'elle toutes nues sur internet",
            "stalking-threats",
        ),
        ("he posted naked pictures of her", "stalking-threats"),
        (
            "fille de 15 ans, son chum la fait danser",
            "youth-exploited",
        ),
        (
            "jeune du foyer, son chum lui fait faire des clients",
            "youth-exploited",
        ),
    ] {
        assert_eq!(recognized(&needs, text)[0], need, "{text}");
    }
}

#[test]
fn mothers_seeking_a_bed_need_shelter_and_trafficked_minors_are_exploited_youth() {
    let needs = needs();
    let first = |text: &str| {
        let found = needs.recognize(text);
        found
            .first()
            .map(|need| needs.at(need.need).unwrap().id.clone())
    };
    for (text, need) in [
        ("mother 2 children no place to go", "shelter"),
        ("mother with her children violence need bed", "shelter"),
        ("maman avec deux enfants, elle cherche un lit", "shelter"),
        (
            "he beats the children, their mother needs a bed",
            "child-abuse",
        ),
        ("minor trafficked report without consent", "youth-exploited"),
        ("teenager forced into prostitution", "youth-exploited"),
        ("une mineure exploitée par un réseau", "youth-exploited"),
    ] {
        assert_eq!(first(text).as_deref(), Some(need), "{text}");
    }
}
