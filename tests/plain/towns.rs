//! The worker's town, in lines.

use havre::directory::Region;
use havre::i18n::Language;
use havre::places::Places;

use super::talk::{From, Talk};

/// Returns the key of the worker's town.
fn town(talk: &Talk) -> Option<String> {
    talk.plain.app.place().map(|id| Places::embedded().key(id))
}

#[test]
fn town_behind_the_word_leaves_the_place_in_the_app() {
    for (language, line, key, said) in [
        (
            Language::En,
            "region halifax",
            "NS/Halifax",
            "Saved. Where you work: Nova Scotia, Halifax",
        ),
        (
            Language::Fr,
            "région gatineau",
            "QC/Gatineau",
            "Enregistré. Lieu de travail : Québec, Gatineau",
        ),
        (
            Language::En,
            "r truro, ns",
            "NS/Truro",
            "Saved. Where you work: Nova Scotia, Truro",
        ),
    ] {
        let mut talk = Talk::start(From {
            language,
            ..From::default()
        });
        talk.types("bookmarks")
            .types(line)
            .hears(said, "it is saved");
        assert_eq!(town(&talk).as_deref(), Some(key), "{line}");
        assert!(talk.plain.app.at_tab(), "back where she was");
        talk.types("again")
            .hears(said.split_once(": ").unwrap().1, "and said with the place");
    }
}

#[test]
fn towns_of_one_name_are_a_list_and_back_leaves_it() {
    let mut talk = Talk::start(From {
        region: Region::Ca,
        ..From::default()
    });
    talk.types("region windsor")
        .hears("1. Ontario, Windsor", "the largest")
        .hears("Nova Scotia, Windsor", "and the others");
    talk.types("nova scotia");
    assert_eq!(town(&talk).as_deref(), Some("NS/Windsor"), "by its region");
    talk.types("region windsor").types("2");
    assert!(town(&talk).is_some_and(|key| key.ends_with("/Windsor")));
    let before = town(&talk);
    talk.types("region saint-j").types("back");
    assert_eq!(town(&talk), before, "back changes nothing");
    assert!(talk.plain.app.at_tab(), "one step");
}

#[test]
fn the_first_run_takes_a_town() {
    for (language, line) in [(Language::En, "halifax"), (Language::Fr, "Halifax")] {
        let mut talk = Talk::start(From {
            language,
            first_run: true,
            region: Region::Ca,
            ..From::default()
        });
        talk.types(line).hears("911", "the guide opens");
        assert_eq!(town(&talk).as_deref(), Some("NS/Halifax"));
        let saved = talk.plain.saves.saved.unwrap();
        assert_eq!(saved.region, Region::Ns);
        assert!(saved.place.is_some());
    }
}

#[test]
fn a_province_by_its_name_takes_the_place_of_a_town() {
    let mut talk = Talk::start(From::default());
    talk.types("region halifax").types("region québec");
    assert_eq!(talk.plain.app.region(), Region::Qc);
    assert_eq!(town(&talk), None);
}
