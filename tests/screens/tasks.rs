//! Tasks of a worker who has not read the help, with the embedded directory and guide: the keys
//! they take, and the words on the screen afterwards.

use super::journey::{From, Journey};
use havre::app::TabId;
use havre::directory::Region;
use havre::document::Row;
use havre::i18n::Language;
use jiff::SignedDuration;

#[test]
fn the_deadline_for_compensation_and_the_number_stand_on_one_screen() {
    for (region, number, deadline) in [
        (Region::Bc, "1-866-660-3888", ["2 years", "2 ans"]),
        (Region::On, "1-888-579-2888", ["45 days", "45 jours"]),
        (Region::Qc, "1-800-561-4822", ["3 years", "3 ans"]),
        (Region::Nb, "211", ["1 year", "1 an"]),
    ] {
        for (language, deadline) in Language::ALL.into_iter().zip(deadline) {
            let word = match language {
                Language::En => "compensation",
                Language::Fr => "indemnisation",
            };
            for size in [(80, 24), (40, 12)] {
                let mut journey = Journey::with_embedded(language, region, size);
                journey.keys(word).keys("<enter>");
                journey
                    .sees(number, "whom to call")
                    .sees(deadline, "and until when");
            }
        }
    }
}

#[test]
fn the_row_below_a_narrow_list_has_the_name_the_distance_and_the_doubt() {
    for (language, doubt, via) in [
        (Language::En, "confirm first", " · via 1 800 O-Canada"),
        (Language::Fr, "à confirmer", " · par 1 800 O-Canada"),
    ] {
        let mut journey = Journey::with_embedded(language, Region::Ns, (40, 12));
        let mut seen = Vec::new();
        for query in ["/shelter truro<down>", "/compensation<down>"] {
            journey.keys(query);
            for _ in 0..8 {
                seen.push(journey.rows().swap_remove(10));
                journey.keys("<down>");
            }
        }
        let of = |name: &str| {
            let row = seen.iter().find(|row| row.contains(name));
            row.unwrap_or_else(|| panic!("{name}: {seen:#?}"))
        };
        assert!(of("Third Place").ends_with("Truro"), "{seen:#?}");
        assert!(of("Adsum").contains("km"), "{seen:#?}");
        assert!(seen.iter().any(|row| row.ends_with(doubt)), "{seen:#?}");
        assert!(seen.iter().any(|row| row.ends_with(via)), "{seen:#?}");
    }
}

#[test]
fn a_sentence_that_begins_with_a_number_is_searched_for() {
    for (language, text) in [
        (Language::En, "16 year old"),
        (Language::En, "17 yo girl sold online"),
        (Language::En, "12yo"),
        (Language::En, "2 children and a woman need a bed"),
        (Language::En, "14-year-old missing"),
        (Language::En, "911"),
        (Language::Fr, "15 ans, fugue, avec un homme plus vieux"),
        (Language::Fr, "16 ans, son copain la force"),
        (Language::Fr, "3 hommes l’ont violée hier soir"),
        (Language::Fr, "4 enfants"),
        (Language::Fr, "10 ans"),
    ] {
        let mut journey = Journey::on_first_page(language, Region::Ns, (80, 24));
        journey.keys(text);
        assert_eq!(journey.app.tab(), TabId::Directory, "{text}");
        assert_eq!(journey.app.directory().field.text(), text);
        assert_eq!(journey.app.language(), language, "{text}: no key ran");
    }
    let mut journey = Journey::on_first_page(Language::En, Region::Ns, (80, 24));
    for (keys, tab) in [
        ("1", TabId::Reporting),
        ("2", TabId::VictimServices),
        ("05", TabId::Bookmarks),
    ] {
        journey.keys(keys);
        assert_eq!(journey.app.tab(), tab, "{keys} opens a tab as everywhere");
    }
    journey.keys("01");
    journey.now += SignedDuration::from_secs(10);
    journey.keys(" ");
    assert_eq!(journey.app.tab(), TabId::Reporting, "a space later pages");
    journey.keys("05a");
    assert!(journey.app.own_form().is_some(), "and its keys work");
    journey.keys("<esc>04911");
    assert_eq!(journey.app.directory().field.text(), "911");
}

#[test]
fn a_cover_names_the_key_that_takes_it_off_and_nothing_else() {
    for size in [(80, 24), (40, 12)] {
        let mut journey = Journey::on_first_page(Language::En, Region::Ns, size);
        journey.keys("<f9>");
        assert_eq!(journey.rows().concat().trim(), "F9");
        journey.keys("x <esc>");
        assert_eq!(journey.rows().concat().trim(), "F9");
        journey.keys("<f9>").sees("911", "the page is back");
    }
}

#[test]
fn number_for_an_emergency_comes_without_a_question_of_consent() {
    for (language, consent) in [
        (Language::En, "Ask first"),
        (Language::Fr, "Demandez d’abord"),
    ] {
        let mut journey = Journey::with_embedded(language, Region::Nu, (80, 24));
        journey
            .keys("<down><enter>")
            .sees_no(consent, "the number for danger");
        let mut journey = Journey::with_embedded(language, Region::Ns, (80, 24));
        journey.keys("/halifax police<enter>");
        journey.sees(consent, "but before another call to the police");
    }
}

#[test]
fn a_contact_without_a_number_has_no_sign_of_doubt() {
    for (language, none) in [(Language::En, "no phone"), (Language::Fr, "sans numéro")] {
        let mut journey = Journey::with_embedded(language, Region::Bc, (80, 24));
        journey.keys("1rsurrey<enter>3<down><down><down><down><enter>");
        let rows = journey.rows();
        let silent = rows.iter().find(|row| row.contains(none));
        let silent = silent.unwrap_or_else(|| panic!("{}", journey.screen()));
        assert!(!silent.contains('?'), "{silent}");
    }
}

#[test]
fn digits_are_tabs_where_no_row_shows_one() {
    for (digit, tab) in [
        ("5", TabId::Bookmarks),
        ("1", TabId::Reporting),
        ("0", TabId::Now),
    ] {
        let mut journey = Journey::on_first_page(Language::En, Region::Ns, (80, 24));
        journey.keys("5C").keys(digit);
        assert_eq!(journey.app.tab(), tab, "from the corrections");
        assert!(journey.app.at_tab());
    }
}

#[test]
fn a_term_is_found_among_those_of_a_page() {
    let mut journey = Journey::with_embedded(Language::En, Region::On, (80, 24));
    journey.keys("/publication ban<enter>g/publ<enter>");
    journey.sees("interdiction de publication", "the French words");
}

#[test]
fn three_letters_of_a_town_list_it_on_the_first_run() {
    for size in [(80, 24), (40, 12)] {
        for (language, letters, town) in [
            (Language::En, "hal", "· Halifax"),
            (Language::Fr, "rim", "· Rimouski"),
        ] {
            let mut journey = Journey::start(From {
                language,
                size,
                first_run: true,
                ..From::default()
            });
            journey.keys(letters).sees(town, "the town");
            journey.keys("xq").sees("xq", "what is typed");
            journey.keys("<backspace><backspace><enter>");
            assert!(!journey.app.is_first_run());
        }
    }
}

#[test]
fn the_sources_of_a_topic_are_shown_beside_its_numbers() {
    let mut journey = Journey::with_embedded(Language::En, Region::Ns, (80, 24));
    journey.keys("2<down><enter>");
    assert!(
        journey.app.focused_link().is_some(),
        "a number has the focus"
    );
    journey
        .keys("s")
        .sees("Sources: Police-based", "of the topic");
}

#[test]
fn a_question_mark_asks_for_help_in_an_empty_field() {
    let mut journey = Journey::on_first_page(Language::En, Region::Ns, (80, 24));
    journey
        .keys("4/?")
        .sees("The six keys that matter", "the help");
    journey.keys("<esc>what?");
    assert_eq!(journey.app.directory().field.text(), "what?");
}

#[test]
fn a_term_of_the_glossary_is_named_in_the_other_language_where_it_is_typed() {
    for (language, typed, other) in [
        (
            Language::En,
            "publication ban",
            "interdiction de publication",
        ),
        (
            Language::En,
            "interdiction de publication",
            "Publication ban",
        ),
        (
            Language::Fr,
            "publication ban",
            "interdiction de publication",
        ),
        (
            Language::Fr,
            "interdiction de publication",
            "Publication ban",
        ),
    ] {
        for size in [(80, 24), (40, 12)] {
            let mut journey = Journey::with_embedded(language, Region::On, size);
            journey.keys(typed);
            let rows = journey.rows().split_off(2).join(" ");
            let text = rows.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(text.contains(other), "{typed}: {text}");
        }
    }
}

#[test]
fn the_town_of_a_search_holds_in_the_topic_opened_from_it() {
    for (language, search, near) in [
        (
            Language::En,
            "restorative justice surrey",
            "Nearest to Surrey (your words).",
        ),
        (
            Language::Fr,
            "justice réparatrice surrey",
            "Les plus proches de Surrey (vos mots).",
        ),
    ] {
        for size in [(80, 24), (40, 12)] {
            let mut journey = Journey::with_embedded(language, Region::Bc, size);
            journey.keys(search).keys("<enter>");
            let document = journey.app.document(76);
            let words: Vec<String> = document.rows.iter().map(Row::text).collect();
            let words = words.join(" ").replace('\u{a0}', " ");
            assert!(words.contains(near), "{words}");
            assert!(words.contains(" km "), "the distance: {words}");
            assert!(!words.contains("Comox"), "it is on the island: {words}");
            journey.keys("<enter>").sees("CERA", "the nearest one");

            let mut journey = Journey::with_embedded(language, Region::Bc, size);
            journey.keys("3<down><down><enter>");
            journey.sees_no("Surrey", "nothing was typed");
        }
    }
}

#[test]
fn both_kinds_of_victim_services_have_a_number_and_the_key_for_the_town_is_named() {
    for (language, key) in [
        (Language::En, "Press r to set your town"),
        (Language::Fr, "Appuyez sur r pour indiquer votre ville"),
    ] {
        for size in [(80, 24), (40, 12)] {
            let mut journey = Journey::with_embedded(language, Region::Bc, size);
            journey.keys("2<down><enter>");
            let rows = journey.in_one_line();
            let numbers = rows.matches("1-800-563-0808").count();
            assert_eq!(
                numbers, 1,
                "one number does not stand for both kinds: {rows}"
            );
            assert!(rows.contains(key), "{rows}");
            let mut journey = Journey::with_embedded(language, Region::Bc, size);
            journey.keys("1rsurrey<enter>2<down><enter>");
            journey
                .sees(
                    "604-515-8300",
                    "police-based, in Surrey, with its own number",
                )
                .sees("1-800-563-0808", "community-based, through VictimLinkBC");
        }
    }
}
