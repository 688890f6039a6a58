//! Enter, `/` and letters in states without an obvious effect: each does the most useful thing.

use std::rc::Rc;

use havre::app::Content;
use havre::app::keymap::Context;
use havre::assets::Assets;
use havre::directory::Region;
use havre::i18n::Language;

use super::journey::{From, Journey, everywhere};

#[test]
fn enter_in_the_field_opens_the_marked_hit() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("4kids help phone");
        let hit = journey.app.current_contact();
        assert!(hit.is_some(), "{}", journey.screen());
        journey.keys("<enter>");
        assert_eq!(journey.app.context(), Context::Reading, "its card is read");
        assert_eq!(journey.app.current_contact(), hit);
        journey.keys("<esc>");
        assert_eq!(
            journey.app.context(),
            Context::Contacts,
            "back is the list, for another hit"
        );
        journey.keys("<esc>");
        assert_eq!(
            (journey.app.context(), journey.app.directory().field.text()),
            (Context::Field, "kids help phone"),
            "and then the field, for another search"
        );
        journey.keys("<c-n><enter>");
        assert_ne!(
            journey.app.current_contact(),
            hit,
            "the marked hit, not the first"
        );
    }
}

#[test]
fn footer_of_the_field_names_the_effect_of_enter() {
    for (language, words) in [
        (Language::En, "Enter open  ↓ results"),
        (Language::Fr, "Entrée ouvrir  ↓ résultats"),
    ] {
        let mut journey = Journey::start(From {
            language,
            ..From::default()
        });
        journey
            .keys("4shelter")
            .sees(words, "with the way to the list");
        journey
            .keys("<c-u>zzzzqqq")
            .sees_no(words, "where nothing is found there is nothing to open");
    }
}

/// Counts the rows of the screen that name two keys of the same section.
fn pairs(journey: &Journey) -> usize {
    let screen = journey.screen();
    let pairs = screen.lines().filter(|row| {
        row.contains("The six keys that matter") && row.contains("On this screen: Reporting")
    });
    pairs.count()
}

#[test]
fn help_has_two_columns_where_there_is_room() {
    for (size, columns) in [((99, 30), 1), ((100, 30), 2), ((160, 50), 2)] {
        let mut journey = Journey::start(From {
            size,
            ..From::default()
        });
        journey.keys("1?");
        assert_eq!(pairs(&journey), columns - 1, "{}", journey.screen());
        journey.sees("Ctrl-X", "the six keys stand there whole");
    }
    let mut reader = Journey::start(From {
        size: (160, 50),
        reader: true,
        ..From::default()
    });
    reader.keys("1?");
    assert_eq!(
        pairs(&reader),
        0,
        "a screen reader is given one after the other"
    );
}

#[test]
fn emergency_line_names_the_answering_service_beside_its_number() {
    for (language, who) in [
        (Language::En, "police, fire, ambulance"),
        (Language::Fr, "police, pomp"),
    ] {
        for size in [(80, 24), (100, 30)] {
            let mut journey = Journey::start(From {
                language,
                size,
                ..From::default()
            });
            journey.keys("0").sees(who, "who comes");
            journey.sees_no("911 –", "the number stands there already");
        }
    }
}

#[test]
fn an_empty_list_is_told_in_one_place() {
    for size in [(100, 30), (160, 50)] {
        let mut journey = Journey::start(From {
            size,
            ..From::default()
        });
        journey
            .keys("5")
            .sees("No bookmarks yet", "what is so")
            .sees_no("│", "with no empty half beside it");
        journey
            .keys("4kids help phone<down>b5")
            .sees("│", "a list has its card beside it");
    }
}

#[test]
fn a_letter_chooses_a_value_of_the_form_that_begins_with_it() {
    for (language, letters, kind, region, none) in [
        (Language::En, "s", "Shelter", "Quebec", "Nothing is called"),
        (Language::Fr, "h", "Hébergement", "Québec", "Aucun choix"),
    ] {
        let mut journey = Journey::start(From {
            language,
            region: Region::On,
            ..From::default()
        });
        journey.keys("5a<down><down>");
        let found = (0..20).any(|_| {
            journey.keys(letters);
            journey.screen().contains(kind)
        });
        assert!(
            found,
            "the letter, until it is the one: {}",
            journey.screen()
        );
        journey.keys("<down>q").sees(region, "and a region");
        journey
            .keys("<backspace>z")
            .sees(none, "a letter that begins none says so")
            .sees(region, "and changes nothing");
    }
}

#[test]
fn a_screen_reader_finds_reason_and_position_in_the_flow() {
    for size in [(80, 24), (40, 12)] {
        let mut journey = Journey::start(From {
            size,
            reader: true,
            region: Region::Ns,
            ..From::default()
        });
        journey.keys("4hlfx<down>");
        let screen = journey.screen();
        let rows: Vec<&str> = screen.lines().collect();
        let heading = rows.iter().position(|row| row.contains("List: 1 of"));
        let reason = rows
            .iter()
            .position(|row| row.contains("letters of “hlfx”"));
        let chosen = rows.iter().position(|row| row.starts_with('>'));
        assert!(heading.is_some() && heading <= reason, "{screen}");
        assert!(reason < chosen, "the reason is above the list: {screen}");
        journey.sees_no("more below", "the heading counts the rows");
        journey.sees_no("found", "once");
        journey.keys("1<down><down><enter>");
        let screen = journey.screen();
        let below = screen.lines().find(|row| row.contains("more below"));
        let below = below.unwrap_or_else(|| panic!("{screen}"));
        assert!(below.starts_with(' '), "{screen}");
        assert!(
            below
                .trim_start()
                .starts_with(|first: char| first.is_ascii_digit())
        );
        assert!(below.len() < 20, "at the left: {screen}");
    }
}

#[test]
fn the_card_of_an_added_contact_has_its_number_in_focus() {
    for size in [(80, 24), (40, 12), (120, 40)] {
        let mut journey = Journey::start(From {
            size,
            ..From::default()
        });
        journey.keys("5aDesk<down>902-555-0123 ext 4<down>p<pagedown><enter>");
        let screen = journey.screen();
        let mut rows = screen.lines().map(|row| row.replace(' ', ""));
        assert!(
            rows.any(|row| row.starts_with(">902-555-0123")),
            "as on every card: {screen}"
        );
        journey.keys("y");
        assert_eq!(journey.copied, ["902-555-0123 x4"]);
    }
}

#[test]
fn a_hurried_digit_does_not_lose_the_numbers_of_the_questions() {
    for (language, said) in [
        (Language::En, "Alt-1 opens tab 1"),
        (Language::Fr, "Alt-1 ouvre l’onglet 1"),
    ] {
        for size in [(80, 24), (40, 12), (100, 30)] {
            let mut journey = Journey::on_first_page(language, Region::Ns, size);
            journey.keys("<enter>3");
            journey.sees("988", "whom to call");
            journey.keys("1");
            assert!(journey.in_one_line().contains(said), "{}", journey.screen());
            journey
                .keys("<down>")
                .sees("988", "the numbers are still there");
            journey.keys("6").sees_no("Alt-6", "there is no such tab");
            journey.keys("<a-1>");
            assert_eq!(
                journey.app.context(),
                Context::Topics,
                "and the key that is named goes"
            );
        }
    }
}

#[test]
fn only_f9_uncovers_unless_the_worker_chose_another_key() {
    let mut journey = Journey::start(From::default());
    journey.keys("<f9><enter>");
    assert!(journey.app.is_covered(), "a stranger presses Enter first");
    journey.keys("<f9>");
    assert!(!journey.app.is_covered());
    journey.keys("<c-k>x");
    assert!(journey.app.is_covered());
    journey.keys("<c-k>");
    assert!(!journey.app.is_covered(), "a keyboard may lack F9");
}

#[test]
fn corrections_open_from_the_card_on_which_an_error_was_found() {
    let mut journey = Journey::start(From::default());
    journey.keys("/1-800-668-6868<enter>v4");
    let card = journey.screen();
    journey.keys("C");
    assert_ne!(journey.screen(), card);
    journey.sees("1-800-668-6868", "the number found out of service");
}

#[test]
fn a_line_for_texts_is_texted_in_its_hours() {
    for (language, [over, ask, call]) in [
        (Language::En, ["closed now", "text to ask", "call to ask"]),
        (
            Language::Fr,
            ["fermé maintenant", "ouvert? textez", "ouvert? appelez"],
        ),
    ] {
        for (now, said) in [
            ("2026-11-27T05:00:00Z", over),
            ("2026-11-27T21:00:00Z", ask),
        ] {
            let mut journey = Journey::start(From {
                language,
                region: Region::Qc,
                ..From::default()
            });
            journey.now = now.parse().unwrap();
            journey.keys("/438-601-1211<enter>");
            journey.sees("438-601-1211", "the line for texts");
            journey.sees(said, "its state");
            journey.sees_no(call, "nobody speaks there");
        }
    }
}

#[test]
fn the_sign_of_a_doubt_is_on_the_number_and_is_explained() {
    for (language, words) in [
        (Language::En, "? = Confirm first"),
        (Language::Fr, "? = Confirmez d’abord"),
    ] {
        for (size, words) in [
            ((80, 24), words),
            (
                (40, 12),
                ["? confirm first", "? à confirmer"][language as usize],
            ),
        ] {
            let mut journey = Journey::start(From {
                language,
                size,
                ..From::default()
            });
            journey.keys("/902-752-0132<down>");
            journey.sees("902-752-0132?", "at the number itself");
            journey.sees(words, "and what it means");
        }
    }
}

#[test]
fn nothing_doubts_911() {
    for size in [(80, 24), (40, 12)] {
        let from = From {
            size,
            region: Region::Qc,
            ..From::default()
        };
        let content = Rc::new(Content::new(Assets::embedded()));
        let mut journey = Journey::start_with(from, content);
        journey.keys("/surete du quebec<down>");
        let rows = journey.rows();
        let with = |sign: &str| rows.iter().filter(|row| row.contains(sign)).count();
        assert!(with("911") > 0, "{}", journey.screen());
        assert_eq!(with("911?"), 0, "{}", journey.screen());
    }
}

#[test]
fn one_number_has_one_state_on_a_screen() {
    let from = From {
        region: Region::On,
        ..From::default()
    };
    let content = Rc::new(Content::new(Assets::embedded()));
    let mut journey = Journey::start_with(from, content);
    journey.keys("/1-833-900-1010<down>");
    let rows = journey.rows();
    let rows: Vec<_> = rows
        .iter()
        .filter(|row| row.contains("1-833-900-1010 ") && !row.contains("Search:"))
        .collect();
    assert!(rows.len() > 1, "{}", journey.screen());
    for row in rows {
        assert!(row.contains("24/7"), "{}", journey.screen());
    }
    let from = From {
        region: Region::Nb,
        ..From::default()
    };
    let content = Rc::new(Content::new(Assets::embedded()));
    let mut journey = Journey::start_with(from, content);
    journey.keys("0");
    let screen = journey.screen();
    let lines: Vec<_> = screen.lines().filter(|row| row.contains(" 211 ")).collect();
    assert!(lines.len() > 1, "{screen}");
    for line in lines {
        assert!(line.contains("24/7"), "{screen}");
    }
}

#[test]
fn referral_to_child_protection_is_not_called_child_protection() {
    for (language, said) in [(Language::En, "by town"), (Language::Fr, "selon la ville")] {
        let journey = Journey::on_first_page(language, Region::On, (80, 24));
        let screen = journey.screen();
        let kind = ["Child protection", "Enfant en danger"][language as usize];
        let row = screen.lines().find(|row| row.contains(kind)).unwrap();
        assert!(row.contains(said) && !row.contains("211"), "{screen}");
    }
}
