//! Frame of every screen: head, marks, styles.

use std::collections::HashSet;

use havre::directory::Region;
use havre::i18n::Language;
use havre::ui::{Glyphs, Look, Theme, view};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

use super::journey::{From, Journey};

const LOOKS: [Look; 3] = [Look::Colours, Look::Mono, Look::HighContrast];

fn at(language: Language, region: Region, size: (u16, u16), keys: &str) -> Journey {
    let mut journey = Journey::start(From {
        language,
        region,
        size,
        ..From::default()
    });
    journey.keys(keys);
    journey
}

/// Draws the screen with a theme.
fn drawn(journey: &Journey, look: Look, glyphs: Glyphs) -> Buffer {
    let size = journey.app.size();
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.width, size.height));
    view(&journey.app, Theme::new(look, glyphs), &mut buffer);
    buffer
}

fn row(buffer: &Buffer, y: u16) -> Vec<&Cell> {
    (0..buffer.area.width).map(|x| &buffer[(x, y)]).collect()
}

fn is_reversed(cell: &Cell) -> bool {
    cell.modifier.contains(Modifier::REVERSED)
}

#[test]
fn the_head_says_danger_first_then_the_place_then_the_tabs() {
    for (language, size, head) in [
        (
            Language::En,
            (80, 24),
            " Immediate danger: call 911                                         Nova Scotia\n \
             0 Now  1 Reporting  2 Services  3 Restorative [4 Directory] 5 Bookmarks",
        ),
        (
            Language::Fr,
            (80, 24),
            " Danger immédiat : appelez le 911                               Nouvelle-Écosse\n \
             0 Maintenant  1 Signaler  2 Services  3 Réparatrice [4 Répertoire] 5 Signets",
        ),
        (
            Language::En,
            (100, 16),
            " Immediate danger: call 911                                                             Nova Scotia\n \
             0 Now  1 Reporting  2 Victim services  3 Restorative justice [4 Directory] 5 Bookmarks",
        ),
        (
            Language::En,
            (60, 16),
            " Immediate danger: call 911                     Nova Scotia\n 0  1  2  3 [4 Directory] 5",
        ),
    ] {
        let rows = at(language, Region::Ns, size, "4").rows();
        assert_eq!(rows[..2].join("\n"), head, "{size:?}");
    }
}

#[test]
fn a_head_of_one_row_loses_the_letters_of_the_region_then_the_name_of_the_tab() {
    for (language, width, keys, head) in [
        (
            Language::En,
            80,
            "4",
            format!("{:59}{}", " Danger 911 · NS", "0 1 2 3[4 Directory]5"),
        ),
        (
            Language::En,
            40,
            "4",
            " Danger 911 · NS   0 1 2 3[4 Directory]5".to_owned(),
        ),
        (
            Language::Fr,
            40,
            "0",
            " Danger 911 · NS [0 Maintenant]1 2 3 4 5".to_owned(),
        ),
        (
            Language::En,
            34,
            "4",
            " Danger 911  0 1 2 3[4 Directory]5".to_owned(),
        ),
        (
            Language::En,
            30,
            "4",
            format!("{:19}{}", " Danger 911", "0 1 2 3[4]5"),
        ),
    ] {
        let rows = at(language, Region::Ns, (width, 15), keys).rows();
        assert_eq!(rows[0], head, "{width}");
    }
}

#[test]
fn in_nunavut_the_head_says_the_number_of_the_detachment_or_how_it_is_made() {
    for (language, place, long, short) in [
        (
            Language::En,
            "",
            "Immediate danger: RCMP 867 + first 3 local digits + 1111",
            " RCMP 867-xxx-1111",
        ),
        (
            Language::En,
            "iqaluit",
            "Immediate danger: RCMP Iqaluit 867-979-1111",
            " RCMP 867-979-1111",
        ),
        (
            Language::En,
            "rankin",
            "Immediate danger: RCMP 867 + first 3 local digits + 1111",
            " RCMP 867-xxx-1111",
        ),
        (
            Language::Fr,
            "iqaluit",
            "Danger immédiat : GRC Iqaluit 867-979-1111",
            " GRC 867-979-1111",
        ),
        (
            Language::Fr,
            "",
            "Danger immédiat : GRC 867, 3 premiers chiffres locaux, puis 1111",
            " GRC 867-xxx-1111",
        ),
    ] {
        let choose = if place.is_empty() {
            String::new()
        } else {
            format!("r{place}<enter>")
        };
        let head = |size| at(language, Region::Nu, size, &choose).rows()[0].clone();
        assert!(head((80, 24)).contains(long), "{}", head((80, 24)));
        assert!(head((40, 12)).starts_with(short), "{}", head((40, 12)));
        if place.is_empty() {
            let whole = [
                "the first 3 digits of local numbers",
                "3 premiers chiffres locaux",
            ];
            let head = head((100, 30));
            assert!(head.contains(whole[language as usize]), "{head}");
        }
    }
}

#[test]
fn a_town_that_does_not_fit_beside_danger_gives_way_whole() {
    let keys = "rsaint-louis-du-ha<enter><down>";
    let head = at(Language::Fr, Region::Qc, (60, 16), keys).rows()[0].clone();
    assert!(head.starts_with(" Danger immédiat"), "{head}");
    assert!(
        head.ends_with(" Québec") && !head.contains("Saint"),
        "{head}"
    );
}

#[test]
fn nothing_has_another_colour_than_those_of_action_and_danger_and_nothing_a_background() {
    let mut colours = HashSet::new();
    for keys in [
        "",
        "0",
        "4shelter",
        "4police<down>b<enter>",
        "5",
        "?",
        ",",
        "r",
        "0<enter>",
        "4police<down>n",
    ] {
        let journey = at(Language::En, Region::Ns, (120, 40), keys);
        for look in LOOKS {
            let buffer = drawn(&journey, look, Glyphs::UNICODE);
            for cell in &buffer.content {
                assert_eq!(cell.bg, Color::Reset, "{keys}: {cell:?}");
                if look == Look::Colours {
                    colours.insert(cell.fg);
                } else {
                    assert_eq!(cell.fg, Color::Reset, "{look:?} {keys}: {cell:?}");
                }
            }
        }
    }
    let expected = HashSet::from([Color::Reset, Color::Magenta, Color::Red]);
    assert_eq!(colours, expected);
}

#[test]
fn the_selected_row_is_reversed_from_its_mark_to_the_end_of_its_name_or_number() {
    for (keys, size, words) in [
        (
            "0<down>",
            (80, 24),
            ">  In danger now        911           ",
        ),
        ("0<down>", (40, 12), "> Danger"),
        ("4<down>", (80, 24), ">  Avalon Sexual"),
        ("4<down>", (40, 12), "> Avalon"),
        ("1<down>", (80, 24), ">  Who may report, and where"),
        (
            "0<enter>",
            (80, 24),
            ">  1  Yes: violence, threat, weapon, being followed",
        ),
        (",", (80, 24), ">  Language"),
    ] {
        let journey = at(Language::En, Region::Ns, size, keys);
        for look in LOOKS {
            let buffer = drawn(&journey, look, Glyphs::UNICODE);
            let selected = |y: &u16| *y > 0 && buffer[(0, *y)].symbol() == ">";
            let y = (0..size.1).find(selected).unwrap();
            let row = row(&buffer, y);
            let reversed = row.iter().take_while(|cell| is_reversed(cell));
            let reversed: String = reversed.map(|cell| cell.symbol()).collect();
            let reversed = reversed.replace('\u{a0}', " ");
            assert!(reversed.starts_with(words), "{look:?} {keys}: {reversed:?}");
            let columns = reversed.chars().count();
            let rest = &row[columns..];
            assert!(rest.iter().all(|cell| !is_reversed(cell)), "{keys}: once");
        }
    }
}

#[test]
fn numbers_stand_in_the_colour_of_action_but_while_letters_are_typed_only_the_one_that_enter_takes()
{
    let coloured = |keys: &str| {
        let journey = at(Language::En, Region::Ns, (80, 24), keys);
        let buffer = drawn(&journey, Look::Colours, Glyphs::UNICODE);
        let rows = 3..20;
        let numbers = rows.filter(|y| {
            row(&buffer, *y)
                .iter()
                .any(|cell| cell.fg == Color::Magenta)
        });
        numbers.count()
    };
    assert!(coloured("4police<down>") > 5);
    assert_eq!(coloured("4police"), 1);
}

#[test]
fn while_a_text_is_typed_the_row_that_enter_takes_is_marked_and_bold_but_not_reversed() {
    let journey = at(Language::En, Region::Ns, (80, 24), "4shelter");
    let buffer = drawn(&journey, Look::Colours, Glyphs::UNICODE);
    let marked: Vec<u16> = (0..24)
        .filter(|y| buffer[(0, *y)].symbol() == ">")
        .collect();
    let [y] = marked[..] else {
        unreachable!("one row is marked: {marked:?}")
    };
    let cells = row(&buffer, y);
    assert!(cells.iter().all(|cell| !is_reversed(cell)));
    let name = cells
        .iter()
        .skip(1)
        .find(|cell| cell.symbol() != " ")
        .unwrap();
    assert!(name.modifier.contains(Modifier::BOLD), "{name:?}");
}

#[test]
fn in_ascii_danger_has_a_mark() {
    for size in [(80, 24), (40, 12)] {
        let journey = at(Language::En, Region::Ns, size, "");
        let ascii = drawn(&journey, Look::Mono, Glyphs::ASCII);
        assert_eq!(ascii[(0, 0)].symbol(), "!");
        let unicode = drawn(&journey, Look::Mono, Glyphs::UNICODE);
        assert_eq!(unicode[(0, 0)].symbol(), " ");
    }
}

#[test]
fn wide_first_page_shows_the_target_of_enter() {
    for (language, words) in [
        (
            Language::En,
            [
                "Question 1 of at most 5",
                "Enter begins.",
                "Languages",
                "1-833-900-1010",
            ],
        ),
        (
            Language::Fr,
            [
                "Question 1",
                "Entrée pour commencer.",
                "Langues",
                "1-833-900-1010",
            ],
        ),
    ] {
        let mut journey = at(language, Region::Ns, (140, 40), "0");
        journey
            .sees(words[0], "the first question")
            .sees(words[1], "and that Enter asks it");
        journey.keys("<down>").sees(words[2], "a card");
        journey.keys("<end><up><up>");
        let rows = journey.app.shown_document().rows;
        let numbers = rows.iter().filter(|row| row.text().contains(words[3]));
        assert_eq!(numbers.count(), 1, "whom to call for a need");
        let mut journey = at(language, Region::Ns, (139, 40), "0");
        journey.sees_no(words[0], "the page has a narrower window to itself");
    }
}

#[test]
fn spare_rows_part_the_first_page() {
    let empty = |height: u16| {
        let journey = at(Language::En, Region::Ns, (80, height), "0");
        let rows = journey.rows();
        let place = |text: &str| rows.iter().position(|row| row.contains(text)).unwrap();
        let calls = place("Call now") - place("Ask me step by step") - 1;
        let field = place("Ask me step by step") - place("What is happening?") - 1;
        [field, calls]
    };
    assert_eq!(empty(20), [0, 0], "none where none is spare");
    assert_eq!(empty(21), [0, 1], "first above the numbers");
    assert_eq!(empty(23), [1, 1], "then below the field");
    assert_eq!(empty(30), [1, 2], "two where there is room");
}
