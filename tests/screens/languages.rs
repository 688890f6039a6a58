//! Change of language in place, order of lists by language, and no word cut because it is longer.

use super::journey::{From, Journey};
use havre::app::screens::own_form::OwnRow;
use havre::app::{App, FilterRow};
use havre::directory::Region;
use havre::i18n::Language;
use havre::i18n::collation::by_name;
use havre::search::Item;

const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (40, 12)];

/// Returns the paragraph at the top of the reader.
fn paragraph(app: &App) -> Option<usize> {
    let rows = app.shown_document().rows;
    rows.get(app.reader().top).map(|row| row.block)
}

/// Keys that lead to pages.
const READ: [&str; 7] = [
    "<down><down><enter>",
    "2<end><enter>",
    "/trafficking hotline<enter><enter>",
    "?",
    "<down><enter>s",
    "<down><down><enter>B",
    "?<tab><enter>",
];

#[test]
fn the_language_changes_in_place_at_every_depth() {
    for size in SIZES {
        for keys in READ {
            let mut journey = Journey::start(From {
                size,
                ..From::default()
            });
            journey.keys(keys);
            let (tab, overlays) = (journey.app.tab(), journey.app.layers().len());
            for _ in 0..6 {
                let before = (paragraph(&journey.app), journey.app.reader().top);
                let last = journey.app.shown_document().rows.len()
                    <= before.1 + usize::from(journey.app.reader_area().unwrap().height);
                journey.keys("L");
                assert_eq!(
                    (journey.app.tab(), journey.app.layers().len()),
                    (tab, overlays),
                    "{keys}"
                );
                if !last {
                    let there = journey.app.shown_document().rows.len();
                    let height = usize::from(journey.app.reader_area().unwrap().height);
                    let end = journey.app.reader().top + height >= there;
                    assert!(
                        end || paragraph(&journey.app) == before.0,
                        "{keys} at {size:?}: the same paragraph is at the top: {before:?}\n{}",
                        journey.screen()
                    );
                }
                journey.keys("L");
                // With both languages shown, the change swaps their order.
                let moved = journey.app.reads_both() && paragraph(&journey.app) == before.0;
                assert!(
                    moved || journey.app.reader().top.abs_diff(before.1) <= 2,
                    "{keys} at {size:?}: and back at the same row"
                );
                journey.keys("<down><down><down><down>");
            }
        }
    }
}

#[test]
fn the_focused_link_is_the_same_in_the_other_language() {
    for size in SIZES {
        let mut journey = Journey::start(From {
            size,
            ..From::default()
        });
        // Moves to the number of Crime Stoppers, after the row of a call.
        journey.keys("<down><enter><tab>");
        let before = journey.app.focused_link();
        assert!(before.is_some());
        journey.keys("L");
        assert_eq!(journey.app.focused_link(), before, "at {size:?}");
        journey.sees(">1-800-222-8477<", "and it is in view");
    }
}

#[test]
fn the_selection_stays_in_every_list() {
    for size in SIZES {
        let start = || {
            Journey::start(From {
                size,
                ..From::default()
            })
        };
        let mut journey = start();
        journey.keys("4<down><down><down><down><down><down>");
        let before = journey.app.listed_contact().map(ToOwned::to_owned);
        journey.keys("L");
        assert_eq!(
            journey.app.listed_contact(),
            before.as_deref(),
            "the contact"
        );
        let mut journey = start();
        journey.keys("3<down><down><down>L");
        let id = journey.app.selected_topic().unwrap();
        assert_eq!(
            id.topic,
            journey.app.guide().unwrap().topics()[3].topic,
            "the topic"
        );
        // Languages spoken are in another order in French.
        let mut journey = start();
        let spoken = FilterRow::ALL
            .iter()
            .position(|row| *row == FilterRow::Language);
        journey.keys("4<down>f");
        journey
            .keys(&"<down>".repeat(spoken.unwrap()))
            .keys("<enter>");
        for down in 1..journey.app.list_length() {
            journey.keys("<down>L");
            let french = journey.app.spoken_languages()[journey.app.focused_item() - 1].clone();
            journey.keys("L");
            let english = journey.app.spoken_languages()[journey.app.focused_item() - 1].clone();
            assert_eq!(english, french, "the language spoken, {down} down");
        }
    }
}

#[test]
fn lists_by_name_are_in_the_languages_own_order() {
    for language in Language::ALL {
        let mut journey = Journey::start(From {
            language,
            region: Region::Qc,
            ..From::default()
        });
        journey.keys("4<down>");
        let contacts = journey.app.catalogue().directory().contacts();
        let listed: Vec<_> = journey
            .app
            .directory()
            .hits
            .hits
            .iter()
            .filter_map(|hit| match journey.app.catalogue().index().item(hit) {
                Item::Contact(place) => Some(&contacts[place]),
                Item::Topic(_) => None,
            })
            .collect();
        // Callable contacts come first, open ones before all.
        let rows = |region| {
            let listed = listed.iter().filter(move |one| one.region == region);
            listed.skip_while(|one| one.has_phone())
        };
        for region in Region::ALL {
            assert!(rows(region).all(|one| !one.has_phone()));
            let names: Vec<&str> = rows(region).map(|contact| contact.name(language)).collect();
            let ordered = names.is_sorted_by(|left, right| by_name(left, right).is_le());
            assert!(ordered, "{region:?}: {names:?}");
        }
        let spoken = journey.app.spoken_languages();
        let words =
            |code: &havre::directory::LanguageCode| journey.app.messages().text(&code.message_id());
        assert_eq!((spoken[0].0.as_str(), spoken[1].0.as_str()), ("en", "fr"));
        let names: Vec<String> = spoken[2..].iter().map(words).collect();
        assert!(
            names.is_sorted_by(|left, right| by_name(left, right).is_le()),
            "{names:?}"
        );
    }
}

/// Keys that open the form of an own contact.
const FORM: &str = "4<down>a";

/// Keys that lead to every screen.
const SCREENS: [&str; 29] = [
    "",
    "<enter>",
    "2",
    "2<end>",
    "3",
    "4",
    "4<down>",
    "4<down><enter>",
    "4<down>f",
    "4<down>f<enter>",
    "4<down>f<enter><down><down><down><down><enter><esc>",
    "4<down>f<enter><down><down><down><down><enter><down><right><down><enter><esc>",
    "4<down>f<down><enter>",
    "4<down>f<down><down><down><enter>",
    "4<down>f<down><down><down><down><enter>",
    "5",
    "/xylophonist police",
    "/halifax",
    "/kids help<enter>b5<enter>",
    "/trafficking hotline<enter><enter>v",
    "/trafficking hotline<enter><enter>n",
    "/trafficking hotline<enter><enter>t",
    "/trafficking hotline<enter><enter>Y",
    "/trafficking hotline<enter><enter>o",
    FORM,
    "r",
    ",",
    "?",
    "s",
];

#[test]
fn no_label_title_or_hint_is_cut_in_either_language() {
    let mut seen = 0;
    for language in Language::ALL {
        for size in [(80, 24), (40, 12)] {
            for reader in [false, true] {
                for first_run in [false, true] {
                    for keys in SCREENS {
                        if first_run && !keys.is_empty() {
                            continue;
                        }
                        let mut journey = Journey::start(From {
                            language,
                            size,
                            first_run,
                            reader,
                            ..From::default()
                        });
                        journey.keys(keys);
                        check_nothing_is_cut(&journey, keys);
                        seen += 1;
                    }
                }
            }
        }
    }
    assert!(seen > 200, "{seen} screens");
}

/// Returns true if the ellipsis of a row belongs to its own words: "language …" in the list of
/// keys.
fn in_words(app: &App, row: &str) -> bool {
    let rows = app.shown_document().rows;
    rows.iter()
        .map(|words| words.text().replace('\u{a0}', " "))
        .any(|words| words.contains('…') && row.contains(words.trim()))
}

/// Checks that only cells of a list of contacts, and the line about the selected one, are cut.
#[track_caller]
fn check_nothing_is_cut(journey: &Journey, keys: &str) {
    let layout = journey.app.layout().unwrap();
    let contacts = journey.app.at_tab() && journey.app.guide().is_none();
    let list = layout.list.filter(|_| contacts);
    let (buffer, _) = journey.frame();
    let rows = journey.rows();
    for y in 0..buffer.area.height {
        for x in 0..buffer.area.width {
            let in_list = list.is_some_and(|list| {
                (list.y..list.y + list.height).contains(&y)
                    && (list.x..list.x + list.width).contains(&x)
            });
            let in_strip = layout.strip.is_some_and(|strip| strip.y <= y);
            let reason = in_strip || y == layout.notice.y && !keys.is_empty();
            let cut = buffer[(x, y)].symbol() == "…" && !in_list && !reason;
            assert!(
                !cut || in_words(&journey.app, &rows[usize::from(y)]),
                "after {keys:?}, at {x},{y}:\n{}",
                journey.screen()
            );
        }
    }
    check_form(journey, keys, &rows);
    let hint = journey.app.messages().text("search-hint");
    let begins = hint.split(' ').next().unwrap();
    let begun = rows
        .iter()
        .find(|row| row.contains(begins) && keys.starts_with('4'));
    assert!(begun.is_none_or(|row| row.contains(&hint)), "{begun:?}");
    if keys == "4<down>" && buffer.area.width == 80 {
        assert!(begun.is_some(), "there is room for the hint");
    }
    // A text too wide for its row is cut without a mark: the words must be complete.
    let text = rows.join("\n");
    for hint in journey.app.hints(buffer.area.width - 1) {
        assert!(
            text.contains(&hint.word.replace('\u{a0}', " ")),
            "{hint:?}:\n{text}"
        );
    }
}

/// Checks that the values of an own contact's form are complete in their rows.
#[track_caller]
fn check_form(journey: &Journey, keys: &str, rows: &[String]) {
    let form = journey.app.own_form();
    assert_eq!(form.is_some(), keys == FORM, "{keys}");
    let mut in_view = 0;
    for (form, row) in form
        .iter()
        .flat_map(|form| OwnRow::ALL.map(|row| (form, row)))
    {
        let name = journey.app.messages().text(row.message_id());
        let value = form.value(row, journey.app.messages());
        let shown = rows
            .iter()
            .filter(|shown| shown.trim_start_matches(['>', ' ']).starts_with(&name));
        for shown in shown {
            assert!(
                shown.ends_with(&value.replace('\u{a0}', " ")),
                "{shown}: {value}"
            );
            in_view += 1;
        }
    }
    assert!(keys != FORM || in_view >= 5, "{in_view} rows of the form");
}

#[test]
fn words_of_a_source_are_in_the_language_of_the_page() {
    let assets = havre::assets::Assets::embedded();
    let [english, french] = Language::ALL.map(|language| assets.guide(language));
    let sources = |guide: &havre::guide::Guide| -> Vec<String> {
        let topics = guide.pages().flat_map(|page| &page.topics);
        topics.flat_map(|topic| topic.sources.clone()).collect()
    };
    // Words without addresses and punctuation.
    let words = |source: &str| -> String {
        let words = source.split_whitespace();
        let words =
            words.filter(|word| !word.contains("://") && word.contains(char::is_alphabetic));
        words.collect::<Vec<_>>().join(" ")
    };
    let (english, french) = (sources(&english), sources(&french));
    assert_eq!(english.len(), french.len());
    for (english, french) in english.iter().zip(&french) {
        let said = words(french);
        assert!(said.is_empty() || said != words(english), "{french}");
    }
}
