//! Offices that depend on the town: the town is typed, and the office's number follows.

use super::journey::{From, Journey};
use havre::directory::Region;
use havre::i18n::Language;
use havre::places::Places;

/// Both common sizes.
const SIZES: [(u16, u16); 2] = [(80, 24), (40, 12)];

/// Goes to the row of child protection, which depends on the town in this region.
fn at_child_protection(language: Language, region: Region, size: (u16, u16)) -> Journey {
    let mut journey = Journey::with_embedded(language, region, size);
    to_row_by_town(&mut journey, language);
    journey
}

fn to_row_by_town(journey: &mut Journey, language: Language) {
    let words = ["by town", "selon la ville"][language as usize];
    journey.keys_until("<down>", |journey| {
        let rows = journey.rows();
        rows.iter()
            .any(|row| row.trim_start().starts_with('>') && row.contains(words))
    });
}

fn town(journey: &Journey) -> Option<String> {
    journey.app.place().map(|id| Places::embedded().key(id))
}

#[test]
fn a_town_typed_after_the_row_by_town_leads_to_its_office() {
    for language in Language::ALL {
        for size in SIZES {
            let mut journey = at_child_protection(language, Region::Qc, size);
            journey.keys("<enter>");
            let title = ["type the town", "tapez la ville"][language as usize];
            journey.sees(title, "the town is asked for");
            // Its letters include keys of cards: b, y, r.
            journey.keys("gatineau<enter>");
            assert_eq!(town(&journey).as_deref(), Some("QC/Gatineau"));
            assert!(
                journey.list.bookmarks().is_empty(),
                "no letter was a command"
            );
            journey.sees("Outaouais", "the card of its office");
            let told = ["u takes it back", "u l’annule"][language as usize];
            let line = journey.in_one_line();
            assert!(line.contains(told), "how to undo it: {line}");
            journey.keys("uu");
            assert_eq!(town(&journey), None, "u takes it back");
        }
    }
}

#[test]
fn the_questions_ask_for_the_town_too_and_come_back_to_their_numbers() {
    let mut journey = Journey::with_embedded(Language::En, Region::Qc, (80, 24));
    journey.keys("<enter>411");
    to_row_by_town(&mut journey, Language::En);
    journey.keys("<enter>gatineau<enter>");
    assert_eq!(town(&journey).as_deref(), Some("QC/Gatineau"));
    journey.sees("Outaouais", "the card of its office");
    journey.keys("<esc>");
    journey.sees("A suspicion is enough", "the numbers of the questions");
    journey.sees_no("by town", "with the office of the town");
}

#[test]
fn without_a_town_all_offices_are_listed_and_nothing_is_saved() {
    let mut journey = at_child_protection(Language::En, Region::Qc, (80, 24));
    let before = journey.settings;
    journey.keys("<enter><enter>");
    journey.sees("Montréal", "who answers where is listed");
    assert_eq!(journey.settings, before, "no setting has changed");
    let asked = From::default().said("now-say-town");
    assert!(
        journey.in_one_line().contains(&asked),
        "how to set it later"
    );
}

#[test]
fn another_place_says_how_to_take_it_back() {
    for language in Language::ALL {
        for size in SIZES {
            let mut journey = Journey::on_first_page(language, Region::On, size);
            journey.keys("4<esc>ryukon<enter>");
            let told = ["u takes it back", "u l’annule"][language as usize];
            let line = journey.in_one_line();
            assert!(line.contains(told), "{line}");
        }
    }
}

#[test]
fn a_list_beside_a_card_says_how_far_away_a_house_is() {
    for size in [(80, 24), (100, 30), (120, 40), (160, 50)] {
        let mut journey = Journey::with_embedded(Language::En, Region::On, size);
        journey.keys("shelter Kenora");
        let rows = journey.rows();
        let row = rows.iter().find(|row| row.contains("807-346-4357"));
        let row = row.unwrap_or_else(|| panic!("{}", journey.screen()));
        assert!(row.contains("412 km"), "{size:?}: {row}");
    }
}
