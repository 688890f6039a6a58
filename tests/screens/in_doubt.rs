//! Errors that the worker found: hours in doubt, numbers passed over, and corrections that stay.

use super::journey::{From, Journey};
use havre::directory::Region;
use havre::i18n::Language;

/// Opens the card of a line that answers day and night.
fn on_card(language: Language, size: (u16, u16)) -> Journey {
    let mut journey = Journey::on_first_page(language, Region::Qc, size);
    journey.keys("SOS violence<down><enter>");
    journey.sees("1-800-363-9010", "its card");
    journey
}

#[test]
fn hours_found_changed_are_in_doubt_on_the_card_and_in_rows() {
    for (language, open, doubt) in [
        (Language::En, "OPEN 24/7", "open now? call to ask"),
        (Language::Fr, "OUVERT 24", "ouvert? appelez"),
    ] {
        for size in [(80, 24), (40, 12)] {
            let mut journey = on_card(language, size);
            journey.sees(open, "its state");
            journey.keys("v5Mon-Fri 9-17<enter>");
            journey.sees_no(open, "the state is in doubt");
            journey.sees(doubt, "and says what to do");
            journey.keys("<esc>");
            let rows = journey.rows();
            let row = rows.iter().find(|row| row.contains("1-800-363-9010"));
            let row = row.unwrap();
            assert!(!row.contains("24"), "{row}");
        }
    }
}

#[test]
fn a_call_that_was_not_answered_keeps_the_correction() {
    for key in ["2", "3"] {
        let mut journey = on_card(Language::En, (80, 24));
        journey.keys("v5Mon-Fri 9-17<enter>v").keys(key);
        journey.sees("Mon-Fri 9-17", "the correction is still on the card");
        assert!(journey.list.has_corrections(), "and among the corrections");
    }
}

#[test]
fn a_result_that_replaces_a_correction_says_so_and_is_taken_back() {
    for language in Language::ALL {
        for size in [(80, 24), (40, 12)] {
            let from = From {
                language,
                size,
                ..From::default()
            };
            let mut journey = on_card(language, size);
            journey.keys("v5Mon-Fri 9-17<enter>v1");
            let what = from.said("bookmarks-wrong-hours-changed");
            let line = journey.in_one_line();
            assert!(line.contains(&what), "what is gone: {line}");
            let told = ["u brings it back", "u la rétablit"][language as usize];
            assert!(line.contains(told), "and how it comes back: {line}");
            journey.keys("u");
            assert!(journey.list.has_corrections(), "{}", journey.screen());
        }
    }
}

#[test]
fn a_number_marked_by_mistake_is_named_where_it_is_missed() {
    for (language, back, said) in [
        (
            Language::En,
            "u takes it back",
            "1-800-363-9010 marked not in service",
        ),
        (
            Language::Fr,
            "u l’annule",
            "1-800-363-9010 noté hors service",
        ),
    ] {
        let mut journey = on_card(language, (80, 24));
        journey.keys("v4");
        let line = journey.in_one_line();
        assert!(line.contains(back), "how to take it back: {line}");
        let kind = ["Violence at home", "Violence conjugale"][language as usize];
        journey.keys("<esc><esc><esc>");
        journey.act(havre::app::Action::Command(
            havre::app::keymap::Command::Tab(0),
        ));
        journey.keys_until("<down>", |journey| {
            let rows = journey.rows();
            rows.iter()
                .any(|row| row.starts_with('>') && row.contains(kind))
        });
        let row = journey.screen();
        assert!(row.contains(said), "the row says why: {row}");
    }
}
