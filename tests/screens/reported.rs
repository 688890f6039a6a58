//! Numbers that the worker has reported as wrong, wherever they are shown.

use super::journey::{From, Journey};
use havre::directory::Region;
use havre::i18n::Language;

/// Returns the first row of the screen with this number.
fn row_of(journey: &Journey, number: &str) -> String {
    let rows = journey.rows();
    let row = rows.iter().find(|row| row.contains(number));
    row.unwrap_or_else(|| panic!("no {number} on\n{}", rows.join("\n")))
        .clone()
}

/// Reports 988, in the focused row, as out of service, from its card, and goes back.
fn report(journey: &mut Journey) {
    journey.keys("<enter>v4<enter><esc>");
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
fn strip_of_a_list_names_the_reported_error() {
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
    journey.keys("<enter>v4<esc>");
    let after = row_of(&journey, ">  Violence at home");
    assert!(
        !after.contains("1-855-225-0220"),
        "another line leads: {after}"
    );
    // The service has no other number.
    journey.keys("/transition house<down>");
    let rows = journey.rows();
    let rows = rows.iter().filter(|row| row.contains("  1-855-225-0220  "));
    let marked: Vec<bool> = rows.map(|row| row.contains('!')).collect();
    assert!(!marked.is_empty(), "{}", journey.screen());
    assert!(
        marked.iter().all(|is_marked| *is_marked),
        "{}",
        journey.screen()
    );
}

/// Child protection of Nova Scotia has a number for office hours and one for nights.
const DAY: &str = "1-877-424-1177";
const NIGHT: &str = "1-866-922-2434";

/// Returns a journey to the card of child protection, on a Sunday night.
fn on_two_numbers(language: Language, size: (u16, u16)) -> Journey {
    let mut journey = Journey::start(From {
        language,
        size,
        ..From::default()
    });
    journey.keys("/1-866-922-2434<enter>");
    journey.sees("Nov", "the card is open");
    journey
}

#[test]
fn a_number_out_of_service_gives_way_to_the_other_one() {
    for language in Language::ALL {
        for size in [(80, 24), (40, 12)] {
            let mut journey = on_two_numbers(language, size);
            journey.keys("y");
            assert_eq!(journey.copied, [NIGHT], "the one that answers at night");
            journey.keys("v4y");
            assert_eq!(journey.copied.last().unwrap(), DAY, "{}", journey.screen());
            // A call to the other does not repair the first.
            journey.keys("v1y");
            assert_eq!(journey.copied.last().unwrap(), DAY);
            journey.keys("<home>");
            let rows = journey.rows();
            let places = [DAY, NIGHT].map(|number| {
                let row = rows
                    .iter()
                    .position(|row| row.trim_start_matches('>').trim_start().starts_with(number));
                row.unwrap_or_else(|| panic!("no {number} on\n{}", rows.join("\n")))
            });
            assert!(places[0] < places[1], "{}", journey.screen());
            let state = [&rows[places[1]][..], &rows[places[1] + 1][..]].join(" ");
            let said = ["found out of service", "trouvé hors service"];
            assert!(
                state.contains(said[language as usize]),
                "{}",
                journey.screen()
            );
            let is_open = ["OPEN", "OUVERT"][language as usize];
            assert!(!rows[places[1]].contains(is_open), "{}", journey.screen());
            // Undone step by step.
            journey.keys("uuuy");
            assert_eq!(journey.copied.last().unwrap(), NIGHT);
        }
    }
}

#[test]
fn the_only_number_is_copied_with_a_warning() {
    for language in Language::ALL {
        for size in [(80, 24), (40, 12)] {
            let mut journey = Journey::start(From {
                language,
                size,
                ..From::default()
            });
            journey.keys("/1-888-429-8167<enter>y");
            assert_eq!(journey.copied, ["1-888-429-8167"]);
            journey.keys("v4y");
            assert_eq!(journey.copied.len(), 2);
            let warned = [
                "you found 1-888-429-8167 out of service",
                "trouvé le 1-888-429-8167",
            ];
            assert!(
                journey.in_one_line().contains(warned[language as usize]),
                "{}",
                journey.screen()
            );
            for key in ["Y", "o"] {
                let said = ["You found this number out", "avez trouvé ce numéro hors"];
                journey.keys(key);
                assert!(
                    journey.in_one_line().contains(said[language as usize]),
                    "{}",
                    journey.screen()
                );
                journey.keys("<esc>");
            }
            journey.keys("<esc><down>");
            let rows = journey.rows().into_iter();
            let mut rows = rows.filter(|row| row.contains("1-888-429-8167") && row.contains('!'));
            let row = rows.next().unwrap();
            assert!(!row.contains("24"), "{row}");
            let says = [["out of service", "faulty"], ["hors service", "erroné"]];
            let is_said = says[language as usize]
                .iter()
                .any(|word| row.contains(word));
            assert!(is_said, "{}", journey.screen());
        }
    }
}

#[test]
fn the_corrections_have_every_number_out_of_service() {
    let mut journey = on_two_numbers(Language::En, (80, 24));
    journey.keys("v4v41");
    journey.keys("5C");
    journey.sees(DAY, "the later one");
    journey.sees(NIGHT, "and the earlier one");
}

#[test]
fn a_page_to_hand_over_leaves_a_dead_number_out() {
    let mut journey = on_two_numbers(Language::En, (80, 24));
    journey.keys("v4c2");
    journey.sees(DAY, "the number of the office");
    journey.sees_no(NIGHT, "which she found out of service");
}

#[test]
fn the_footer_leads_from_a_call_to_the_corrections() {
    for (language, [called, corrections]) in [
        (Language::En, ["v I called", "C corrections"]),
        (Language::Fr, ["v j’ai appelé", "C corrections"]),
    ] {
        for size in [(80, 24), (100, 30), (160, 50)] {
            let mut journey = on_two_numbers(language, size);
            journey.sees(called, "after a call");
            journey
                .keys("5")
                .sees_no(corrections, "nothing is wrong yet");
            journey.keys("4/1-866-922-2434<enter>v4b<esc>5");
            journey.sees(corrections, "it is passed on from here");
        }
    }
}

#[test]
fn b_brings_a_removed_bookmark_back_with_its_note() {
    let mut journey = on_two_numbers(Language::En, (80, 24));
    journey.keys("bnring twice<enter>b");
    assert!(journey.list.is_empty());
    journey.keys("b");
    let note = journey.list.bookmarks()[0].note();
    assert_eq!(note, "ring twice", "the notice promises it");
}

#[test]
fn m_marks_the_contact_of_a_card() {
    for language in Language::ALL {
        for size in [(80, 24), (40, 12), (160, 50)] {
            let mut journey = on_two_numbers(language, size);
            let said = ["Marked: 1", "Marqu"];
            journey
                .keys("ym")
                .sees(said[language as usize], "it says so");
            journey.keys("y");
            assert_eq!(journey.copied, [NIGHT, NIGHT], "the card stays");
        }
    }
}

#[test]
fn a_doubt_is_seen_in_every_list() {
    for language in Language::ALL {
        for size in [
            (80, 24),
            (60, 20),
            (50, 20),
            (44, 12),
            (40, 12),
            (34, 12),
            (30, 12),
        ] {
            let mut journey = Journey::start(From {
                language,
                size,
                ..From::default()
            });
            journey.now = "2026-11-25T18:00:00Z".parse().unwrap();
            journey.keys("4<down>");
            let mut seen = 0;
            for _ in 0..8 {
                let entries = (0..journey.app.list_length()).filter_map(|at| journey.app.entry(at));
                let (doubtful, sure): (Vec<_>, Vec<_>) =
                    entries.partition(|entry| !entry.sign.is_empty() && entry.callable);
                let mut numbers: Vec<String> =
                    doubtful.into_iter().map(|entry| entry.number).collect();
                numbers.retain(|number| sure.iter().all(|entry| !entry.number.contains(number)));
                for row in journey.rows() {
                    let is_doubtful = |number: &&String| row.contains(number.as_str());
                    if numbers.iter().any(|number| is_doubtful(&number)) && !row.contains('·') {
                        seen += 1;
                        assert!(row.contains(['?', '^']), "{size:?}: {row}");
                    }
                }
                journey.keys("<pagedown>");
            }
            assert!(seen > 2, "{size:?}");
        }
    }
}

#[test]
fn a_slip_of_a_key_takes_no_number_for_a_life_at_risk_away() {
    for language in Language::ALL {
        let mut journey = Journey::start(From {
            language,
            ..From::default()
        });
        journey.keys("/988<enter>v4");
        assert_eq!(journey.list.dead(), [""; 0], "it is asked first");
        journey.keys("<enter>");
        assert_eq!(journey.list.dead(), ["988"]);
        // So is a contact for emergencies with a number of its own, as in Nunavut.
        let mut journey = Journey::start(From {
            language,
            ..From::default()
        });
        journey.keys("/613-996-8885<enter>v4");
        assert_eq!(journey.list.dead(), [""; 0], "it is asked first");
        journey.keys("<enter>");
        assert_eq!(journey.list.dead(), ["613-996-8885"]);
    }
}

#[test]
fn a_key_pressed_twice_condemns_no_number_that_was_not_called() {
    for (language, [named, asked]) in [
        (
            Language::En,
            [
                "1-866-922-2434 marked as not in service",
                "Which number did you call?",
            ],
        ),
        (
            Language::Fr,
            [
                "1-866-922-2434 marqué hors service",
                "Quel numéro avez-vous appelé?",
            ],
        ),
    ] {
        for size in [(80, 24), (40, 12), (100, 30)] {
            let mut journey = on_two_numbers(language, size);
            journey.keys("v4");
            assert!(
                journey.in_one_line().contains(named),
                "{}",
                journey.screen()
            );
            journey
                .keys("v4")
                .sees(asked, "the number to dial is another one now");
            journey.keys("<enter>");
            assert!(
                journey.in_one_line().contains(named),
                "{}",
                journey.screen()
            );
            assert!(journey.app.is_found_dead(NIGHT) && !journey.app.is_found_dead(DAY));
        }
    }
}

#[test]
fn a_mark_can_be_taken_away_from_every_window() {
    for (language, words) in [
        (Language::En, "take my mark away"),
        (Language::Fr, "retirer ma marque"),
    ] {
        for size in [(80, 24), (40, 12), (100, 30)] {
            let mut journey = on_two_numbers(language, size);
            journey.keys("v4v").sees(words, "a slip is undone here");
        }
    }
}
