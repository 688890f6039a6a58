//! First page: numbers to call now, the needs, the questions, and letters that search at once.

use std::rc::Rc;

use super::journey::{From, Journey};
use havre::app::Content;
use havre::app::TabId;
use havre::assets::Assets;
use havre::directory::Region;
use havre::i18n::Language;

/// Returns the text of the row with the cursor.
fn focused_row(journey: &Journey) -> String {
    let (_, cursor) = journey.frame();
    journey.rows().swap_remove(usize::from(cursor.y))
}

const SIZES: [(u16, u16); 4] = [(80, 24), (40, 12), (100, 30), (160, 50)];

#[test]
fn danger_stands_on_top_and_the_questions_have_the_focus() {
    for language in Language::ALL {
        for size in SIZES {
            let mut journey = Journey::on_first_page(language, Region::Ns, size);
            let (asks, danger) = match language {
                Language::En => ("Ask me step by step", "911"),
                Language::Fr => ("Aidez-moi pas à pas", "911"),
            };
            journey.sees(asks, "the questions have the focus");
            journey.sees(danger, "danger has a number");
            journey.sees("988", "so has suicide");
            let (_, cursor) = journey.frame();
            let words = if size.0 < 48 { 2 } else { 3 };
            assert_eq!(cursor.x, words, "the cursor stands on the row");
        }
    }
}

#[test]
fn all_of_it_fits_a_usual_screen() {
    for language in Language::ALL {
        let mut journey = Journey::on_first_page(language, Region::Ns, (80, 24));
        let last = match language {
            Language::En => "A bed tonight",
            Language::Fr => "Un lit cette nuit",
        };
        journey.sees(last, "the last need");
        journey.sees_no("more below", "nothing is below");
        journey.sees_no("plus bas   ", "nothing is below");
    }
}

#[test]
fn a_letter_searches_at_once_and_escape_leads_back() {
    let mut journey = Journey::on_first_page(Language::En, Region::Ns, (80, 24));
    journey.keys("help");
    assert_eq!(journey.app.tab(), TabId::Directory);
    assert_eq!(journey.app.directory().field.text(), "help");
    journey.keys("<esc><esc>");
    assert_eq!(journey.app.tab(), TabId::Now);
    journey.keys("/16 year old");
    assert_eq!(journey.app.directory().field.text(), "16 year old");
}

#[test]
fn a_digit_is_a_tab_and_zero_is_this_one() {
    let mut journey = Journey::on_first_page(Language::En, Region::Ns, (80, 24));
    for (key, tab) in ["1", "2", "3", "4"].into_iter().zip(&TabId::ALL[1..]) {
        journey.keys(key);
        assert_eq!(journey.app.tab(), *tab);
        // Digits are text in the field of the Directory.
        journey.keys(if *tab == TabId::Directory {
            "<esc>0"
        } else {
            "0"
        });
        assert_eq!(journey.app.tab(), TabId::Now);
    }
}

#[test]
fn enter_opens_the_card_and_a_need_its_contacts() {
    let mut journey = Journey::on_first_page(Language::En, Region::Ns, (80, 24));
    journey.keys("<down><enter>");
    journey.sees("911", "the card of the number");
    journey.keys("<esc><end><enter>");
    assert_eq!(journey.app.tab(), TabId::Directory);
    assert_eq!(journey.app.directory().field.text(), "A bed tonight");
    journey.keys("<esc>");
    assert_eq!(journey.app.tab(), TabId::Now);
}

#[test]
fn nunavut_is_never_sent_to_911() {
    for language in Language::ALL {
        for size in SIZES {
            let journey = Journey::on_first_page(language, Region::Nu, size);
            assert!(!journey.screen().contains("911"), "{}", journey.screen());
        }
    }
}

#[test]
fn five_answers_lead_to_the_police_with_consent_and_back() {
    let mut journey = Journey::on_first_page(Language::En, Region::Ns, (80, 24));
    journey.keys("<enter>");
    journey.sees("Question 1 of at most 5", "danger is asked first");
    journey.keys("4341");
    journey.sees("Question 5 of at most 5", "consent is asked");
    journey.sees("Has the person said yes to this call?", "consent is asked");
    journey.keys("1");
    journey.sees("Offer to call together", "the page of a report");
    journey.sees("902-449-2425", "the police are named");
    journey.keys("<esc>");
    journey.sees("Question 5 of at most 5", "one question back");
    journey.keys("2");
    journey.sees_no("902-449-2425", "without consent no police");
    journey.sees("Consent first", "what to read then");
    journey.keys("w");
    journey.sees("Question 1 of at most 5", "from the start");
    journey.keys("<esc>");
    assert_eq!(journey.app.tab(), TabId::Now);
    assert!(journey.app.at_tab());
}

#[test]
fn a_child_is_never_asked_for_consent() {
    let mut journey = Journey::on_first_page(Language::Fr, Region::Qc, (80, 24));
    journey.keys("<enter>4");
    journey.sees("Quel âge a la personne?", "the age");
    journey.keys("21");
    journey.sees("Un soupçon suffit", "the duty to report");
    journey.sees("Rien de cela", "the way back");
    journey.keys("<end><enter>");
    journey.sees("Qu’est-ce qui vous inquiète?", "back at the question");
}

#[test]
fn no_digit_beyond_the_answers_does_anything() {
    let mut journey = Journey::on_first_page(Language::En, Region::On, (40, 12));
    journey.keys("<enter>9");
    journey.sees("Is anyone in danger right now", "still the same question");
}

#[test]
fn w_begins_the_questions_from_anywhere() {
    let mut journey = Journey::on_first_page(Language::En, Region::On, (80, 24));
    journey.keys("1w");
    journey.sees("Question 1 of at most 5", "from a tab of the guide");
    journey.keys("<esc>");
    assert_eq!(journey.app.tab(), TabId::Reporting);
}

#[test]
fn the_key_that_copies_takes_the_number_in_the_row() {
    let mut journey = Journey::on_first_page(Language::En, Region::Ns, (80, 24));
    // At night the second number of child protection is open.
    journey.act(havre::app::Action::Clock {
        now: "2026-11-25T03:00:00Z".parse().unwrap(),
        today: "2026-11-24".parse().unwrap(),
    });
    journey.keys("<enter>421");
    journey.sees("1-866-922-2434", "the line that answers now");
    assert_eq!(journey.app.copy_text().as_deref(), Some("1-866-922-2434"));
    journey.act(havre::app::Action::Clock {
        now: "2026-11-25T15:00:00Z".parse().unwrap(),
        today: "2026-11-25".parse().unwrap(),
    });
    journey.sees("1-877-424-1177", "by day the other one");
    assert_eq!(journey.app.copy_text().as_deref(), Some("1-877-424-1177"));
}

#[test]
fn a_number_that_depends_on_the_town_is_not_given_before_the_town_is_known() {
    for (language, titles, says) in [
        (
            Language::En,
            ["Child protection", "Child at risk"],
            "by town",
        ),
        (
            Language::Fr,
            ["Enfant en danger", "Enfant à risque"],
            "selon la ville",
        ),
    ] {
        for size in SIZES {
            let title = titles[usize::from(size.0 < 60)];
            let mut journey = Journey::on_first_page(language, Region::Qc, size);
            journey.keys("<down><down><down><down>");
            journey.keys_until("<down>", |journey| focused_row(journey).contains(title));
            let row = focused_row(&journey);
            assert!(row.contains(says), "{size:?}: {row}");
            assert!(!row.contains("514-896-3100"), "Montréal's: {row}");
            journey.keys("<enter><enter>");
            assert_eq!(journey.app.tab(), TabId::Directory);
            journey.sees("Montréal", "who answers where is listed");
            let asked = From::said(
                From {
                    language,
                    ..From::default()
                },
                "now-say-town",
            );
            let line = journey.in_one_line();
            assert!(line.contains(&asked), "the town is asked for: {line}");
        }
    }
}

#[test]
fn the_questions_give_no_number_that_depends_on_the_town_before_it_is_known() {
    for (language, says) in [(Language::En, "by town"), (Language::Fr, "selon la ville")] {
        for size in SIZES {
            let from = From {
                language,
                size,
                region: Region::Qc,
                ..From::default()
            };
            let content = Rc::new(Content::new(Assets::embedded()));
            let mut journey = Journey::start_with(from, content);
            journey.keys("0<enter>411");
            let row = focused_row(&journey);
            assert!(row.contains(says), "{size:?}: {row}");
            journey.sees_no("514-896-3100", "Montréal's office is one of many");
            journey.keys("<enter><enter>");
            assert_eq!(journey.app.tab(), TabId::Directory);
            journey.sees("17", "all of them are listed");
        }
    }
}

#[test]
fn a_topic_with_numbers_of_the_day_and_the_night_opens_at_the_one_that_answers() {
    let mut journey = Journey::on_first_page(Language::Fr, Region::Nb, (80, 24));
    journey.act(havre::app::Action::Clock {
        now: "2026-11-25T03:00:00Z".parse().unwrap(),
        today: "2026-11-24".parse().unwrap(),
    });
    journey.keys("4obligation de signaler<enter>");
    journey.sees(
        "[1-833-733-7835]",
        "the number of the day is the first link",
    );
    assert_eq!(journey.app.copy_text().as_deref(), Some("1-800-442-9799"));
}

#[test]
fn an_extension_never_touches_the_state_behind_it() {
    for (language, town, number) in [
        (Language::En, "0rwhitehorse<enter>0", "1-800-661-0408 x3002"),
        (
            Language::Fr,
            "0rwhitehorse<enter>0",
            "1-800-661-0408 poste 3002",
        ),
    ] {
        for size in SIZES {
            let mut journey = Journey::on_first_page(language, Region::Yt, size);
            journey.keys(town);
            journey.keys_until("<down>", |journey| focused_row(journey).contains(number));
            let row = focused_row(&journey);
            assert!(
                row.contains(&format!("{number} ")) || row.contains(&format!("{number}? ")),
                "{row}"
            );
        }
    }
    for size in SIZES {
        let mut journey = Journey::on_first_page(Language::En, Region::Yt, size);
        journey.keys("0rwhitehorse<enter>0<enter>4132");
        let rows = journey.rows();
        let is_extended = |row: &&String| row.contains(" x");
        let rows: Vec<_> = rows.iter().filter(is_extended).collect();
        assert!(!rows.is_empty(), "{size:?}: a number with an extension");
        for row in rows {
            let behind = row.split(" x").last().unwrap();
            let behind = behind.trim_start_matches(|letter: char| letter.is_ascii_digit());
            assert!(behind.is_empty() || behind.starts_with([' ', '?']), "{row}");
        }
    }
}

#[test]
fn without_a_region_the_page_says_how_to_set_one_and_no_number_twice() {
    for (language, said) in [
        (Language::En, "“,” sets your province"),
        (Language::Fr, "choisissez votre province"),
    ] {
        let mut at_home = Journey::on_first_page(language, Region::Ns, (80, 24));
        at_home.sees_no(said, "the region is set");
        let mut anywhere = Journey::on_first_page(language, Region::Ca, (80, 24));
        anywhere.sees(said, "no region is set");
        let rows = anywhere.rows();
        let of_211: Vec<_> = rows.iter().filter(|row| row.contains(" 211 ")).collect();
        assert!(!of_211.is_empty(), "211 is listed");
        for row in of_211 {
            assert_eq!(row.matches("211").count(), 1, "{row}");
        }
        anywhere.keys(",");
        anywhere.sees(
            ["Where you work", "Lieu de travail"][language as usize],
            "the key leads there",
        );
    }
}
