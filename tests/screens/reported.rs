//! Numbers that the worker has reported as wrong, wherever they are shown.

use super::journey::Journey;
use havre::directory::Region;
use havre::i18n::Language;

/// Returns the first row of the screen with this number.
fn row_of(journey: &Journey, number: &str) -> String {
    let rows = journey.rows();
    let row = rows.iter().find(|row| row.contains(number));
    row.unwrap_or_else(|| panic!("no {number} on\n{}", rows.join("\n")))
        .clone()
}

/// Reports the number of the focused row as out of service, from its card, and goes back.
fn report(journey: &mut Journey) {
    journey.keys("<enter>v4<esc>");
}

#[test]
fn the_first_page_marks_a_number_that_is_out_of_service() {
    for language in Language::ALL {
        for size in [(80, 24), (40, 12), (100, 30)] {
            let mut journey = Journey::on_first_page(language, Region::Ns, size);
            journey.keys("<down><down>");
            assert!(!row_of(&journey, "988").contains('!'));
            report(&mut journey);
            let row = row_of(&journey, "988");
            let row = row.trim_start_matches('>');
            assert!(row.trim_start().starts_with('!'), "{}", journey.screen());
        }
    }
}

#[test]
fn a_list_says_in_its_strip_what_was_reported() {
    for (language, said) in [
        (Language::En, "You marked on"),
        (Language::Fr, "Signalé le"),
    ] {
        let mut journey = Journey::on_first_page(language, Region::Ns, (80, 24));
        journey.keys("/suicide<down>");
        report(&mut journey);
        journey.sees(said, "the strip says it");
    }
}

#[test]
fn the_questions_mark_it_too() {
    for language in Language::ALL {
        let mut journey = Journey::on_first_page(language, Region::Ns, (80, 24));
        journey.keys("<enter>3");
        let before = row_of(&journey, "988");
        assert!(!before.contains('!'), "{before}");
        report(&mut journey);
        let row = row_of(&journey, "988");
        assert!(row.contains('!'), "{}", journey.screen());
    }
}

#[test]
fn a_number_is_marked_wherever_it_leads() {
    let mut journey = Journey::on_first_page(Language::En, Region::Ns, (80, 24));
    journey.keys("<down><down><down>");
    let line = row_of(&journey, ">  Violence at home");
    assert!(line.contains("1-855-225-0220"), "{line}");
    report(&mut journey);
    let after = row_of(&journey, ">  Violence at home");
    assert!(
        !after.contains("1-855-225-0220"),
        "another line leads: {after}"
    );
    let rows = journey.rows();
    for row in rows.iter().filter(|row| row.contains("1-855-225-0220")) {
        assert!(row.contains('!'), "{row}");
    }
}
