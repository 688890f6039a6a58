//! Narrow and low windows: a text that does not fit says so, and no letter is lost at an edge.

use std::rc::Rc;

use super::journey::{From, Journey};
use havre::app::{Action, Content, TabId};
use havre::assets::Assets;
use havre::directory::Region;
use havre::document::{Role, Row};
use havre::guide::PageId;
use havre::i18n::collation::by_name;
use havre::i18n::{Language, Messages};

/// Returns all letters of the screen without spaces.
fn letters(journey: &Journey) -> String {
    let rows = journey.rows().concat();
    rows.chars()
        .filter(|letter| !letter.is_whitespace())
        .collect()
}

#[test]
fn answers_below_the_window_are_counted() {
    for (language, below) in [(Language::En, "more below"), (Language::Fr, "plus bas")] {
        let mut journey = Journey::on_first_page(language, Region::Ns, (40, 12));
        journey.keys("<enter>43");
        journey.sees(below, "question 3 has more answers than rows");
        journey.keys("<esc><esc><esc><down><down><enter>v");
        journey.sees(below, "so has the result of a call");
    }
}

#[test]
fn the_sentence_below_a_question_is_never_cut() {
    for language in Language::ALL {
        let messages = Messages::of(language);
        let number = [("number", "911".into())];
        let long = messages.format("steps-foot", &number);
        let short = messages.text("steps-foot-short");
        let mut journey = Journey::on_first_page(language, Region::Ns, (80, 24));
        journey.keys("<enter>");
        let begins = |text: &str| text.chars().take(20).collect::<String>();
        assert!(letters(&journey).contains(&begins(&long).replace([' ', '\u{a0}'], "")));
        let mut narrow = Journey::on_first_page(language, Region::Ns, (40, 12));
        narrow.keys("<enter>4");
        let row = narrow.rows().swap_remove(10);
        assert!(
            row.trim().is_empty() || row.contains(&short) || row.contains("911"),
            "{row}"
        );
    }
}

#[test]
fn a_heading_in_a_list_keeps_all_its_letters() {
    for language in Language::ALL {
        let said = Messages::of(language).text("corrections-to-nobody");
        let said: String = said
            .chars()
            .filter(|letter| !letter.is_whitespace())
            .collect();
        for size in [(80, 24), (79, 24), (61, 24), (47, 16), (40, 12)] {
            let mut journey = Journey::on_first_page(language, Region::Ns, size);
            journey.keys("<down><down><enter>v4<enter><esc>5C");
            let seen = letters(&journey);
            assert!(seen.contains(&said), "{size:?}: {}", journey.screen());
        }
    }
}

#[test]
fn a_reported_error_says_where_it_goes() {
    for (language, key) in [
        (Language::En, "C passes it on"),
        (Language::Fr, "C le transmet"),
    ] {
        for size in [(80, 24), (40, 12)] {
            let mut journey = Journey::on_first_page(language, Region::Ns, size);
            journey.keys("<down><down><enter>v4<enter>");
            let notice = journey.rows()[size.1 as usize - 5..].join(" ");
            let notice: Vec<&str> = notice.split_whitespace().collect();
            assert!(notice.join(" ").contains(key), "{}", journey.screen());
            journey.keys("C");
            journey.sees("988", "the correction is listed");
        }
    }
}

#[test]
fn letters_that_name_no_region_change_none() {
    for language in Language::ALL {
        let mut journey = Journey::on_first_page(language, Region::Ns, (80, 24));
        journey.keys("5a<down><down><down>police");
        let form = journey.app.own_form().unwrap();
        assert_eq!(form.region, Region::Ns, "nothing begins with these letters");
        journey.sees("police", "and that is said");
        journey.keys("<backspace>ontario");
        let form = journey.app.own_form().unwrap();
        assert_eq!(form.region, Region::On);
        journey.sees("Ontario", "the change is said");
        assert_eq!(journey.app.tab(), TabId::Bookmarks);
    }
}

#[test]
fn a_field_shows_where_its_text_is_cut() {
    let mut journey = Journey::on_first_page(Language::Fr, Region::Ns, (40, 12));
    journey.keys("5aMaison d’hébergement de la Basse-Côte-Nord<home>");
    let row = journey.rows().swap_remove(2);
    assert!(row.contains("Maison") && row.ends_with('…'), "{row}");
    journey.keys("<end>");
    let row = journey.rows().swap_remove(2);
    assert!(row.contains("…") && row.ends_with("Nord"), "{row}");
}

#[test]
fn a_search_of_one_word_stays_whole_in_a_narrow_window() {
    for (language, word) in [
        (Language::En, "strangulation victims"),
        (Language::Fr, "indemnisation"),
    ] {
        let mut journey = Journey::on_first_page(language, Region::Ns, (40, 12));
        journey.keys(word);
        let row = journey.rows().swap_remove(1);
        assert!(row.contains(word) && !row.contains('…'), "{row}");
        journey.keys(" et encore des mots qui ne tiennent pas");
        let row = journey.rows().swap_remove(1);
        assert!(row.contains('…') && row.contains("tiennent pas"), "{row}");
    }
}

#[test]
fn the_first_page_names_the_key_that_leaves_it() {
    for (language, q) in [(Language::En, "press q."), (Language::Fr, "sur q.")] {
        let mut journey = Journey::on_first_page(language, Region::Ns, (80, 24));
        journey.keys("<esc>");
        journey
            .sees("Ctrl-C.", "q is a letter here")
            .sees_no(q, "q is a letter here");
        journey.keys("1<esc>").sees(q, "and leaves another tab");
    }
}

#[test]
fn a_text_has_no_empty_rows_where_rows_are_scarce() {
    for (size, has_air) in [((40, 12), false), ((80, 15), false), ((80, 24), true)] {
        for open in [
            "<down><down><enter>",
            "1<down><down><enter>",
            "1<down><down><enter>s",
        ] {
            let mut journey = Journey::on_first_page(Language::En, Region::Ns, size);
            journey.keys(open);
            let document = journey.app.shown_document();
            let empty = document.rows.iter().any(|row| row.spans.is_empty());
            assert_eq!(empty, has_air, "{size:?} {open}");
        }
    }
}

#[test]
fn the_glossary_and_the_help_are_searched() {
    for (language, word, other) in [
        (Language::En, "public", "interdiction de publication"),
        (Language::Fr, "INTERDICTION de", "Publication ban"),
    ] {
        for size in [(80, 24), (40, 12)] {
            let mut journey = Journey::on_first_page(language, Region::Ns, size);
            journey.keys("1g/").keys(word).keys("<enter>");
            let seen = letters(&journey);
            assert!(
                seen.contains(&other.replace(' ', "")),
                "{}",
                journey.screen()
            );
        }
    }
    let mut journey = Journey::on_first_page(Language::En, Region::Ns, (40, 12));
    journey.keys("1<f1>/ctrl-z<enter>");
    journey.sees("Ctrl-Z", "the row of a key");
    journey.keys("<esc>");
    assert_eq!(
        journey.app.tab(),
        TabId::Reporting,
        "the page was left once"
    );
    journey.keys("<f1>/she took pills<enter>");
    assert_eq!(journey.app.tab(), TabId::Directory);
    assert_eq!(journey.app.directory().field.text(), "she took pills");
    journey.sees("Not on the page", "no row has it");
    journey.sees("911", "the words are searched for");
}

/// Presses keys that find words on the open page.
fn find(journey: &mut Journey, words: &str) {
    journey.keys("/");
    journey.act(Action::Paste(words.to_owned()));
    journey.keys("<enter>");
}

/// Returns the row of the cursor, and all rows of the body from there on.
fn from_cursor(journey: &Journey) -> String {
    let layout = journey.app.layout().unwrap();
    let (_, cursor) = journey.frame();
    let end = usize::from(layout.body.y + layout.body.height);
    let rows = journey.rows()[usize::from(cursor.y)..end].concat();
    rows.chars()
        .filter(|letter| !letter.is_whitespace())
        .collect()
}

#[test]
fn match_on_a_page_is_in_the_window_with_its_heading() {
    let content = Rc::new(Content::new(Assets::embedded()));
    for language in Language::ALL {
        let guide = Assets::embedded().guide(language);
        let terms = &guide.page(PageId::Glossary).terms;
        for size in [(34, 10), (40, 12), (80, 24), (160, 50)] {
            let from = From {
                language,
                size,
                ..From::default()
            };
            let mut journey = Journey::start_with(from, Rc::clone(&content));
            journey.keys("?<tab><enter>");
            for term in terms.iter().step_by(9) {
                for words in [&term.term, &term.other] {
                    find(&mut journey, words);
                    let seen = from_cursor(&journey);
                    let name: String = term.term.split_whitespace().collect();
                    let start = format!(">{name}");
                    assert!(
                        seen.starts_with(&start),
                        "{size:?} {words}: {seen}\n{}",
                        journey.screen()
                    );
                }
            }
        }
    }
}

#[test]
fn a_key_that_is_found_is_marked_and_the_next_one_follows() {
    for (language, words) in [(Language::En, "search"), (Language::Fr, "chercher")] {
        for size in [(40, 12), (80, 24), (160, 50)] {
            let from = From {
                language,
                size,
                ..From::default()
            };
            let mut journey = Journey::start(from);
            journey.keys("?");
            find(&mut journey, words);
            let (first, place) = (from_cursor(&journey), journey.frame().1);
            assert!(first.starts_with('>'), "{first}");
            find(&mut journey, words);
            let next = (from_cursor(&journey), journey.frame().1);
            assert_ne!((first, place), next, "another row has these words, too");
            journey.keys("<home>");
            assert!(
                !from_cursor(&journey).starts_with('>'),
                "scrolling takes the mark off"
            );
        }
    }
}

#[test]
fn the_glossary_is_in_alphabetical_order_and_keeps_its_place_in_the_other_language() {
    let content = Rc::new(Content::new(Assets::embedded()));
    for language in Language::ALL {
        let from = From {
            language,
            ..From::default()
        };
        let mut journey = Journey::start_with(from, Rc::clone(&content));
        journey.keys("?<tab><enter>");
        let rows = journey.app.shown_document().rows;
        let name = |row: &Row| {
            let spans = row.spans.iter();
            let named = spans.take_while(|span| span.role == Role::Field || span.text == " ");
            let name: String = named.map(|span| span.text.as_str()).collect();
            Some(name.trim().to_owned()).filter(|name| !name.is_empty())
        };
        let names: Vec<String> = rows.iter().filter_map(name).collect();
        assert!(names.len() > 30, "{names:?}");
        assert!(
            names.is_sorted_by(|one, next| by_name(one, next).is_le()),
            "{names:?}"
        );
        let words = ["Publication ban", "interdiction de publication"];
        let [own, other] = if language == Language::En {
            words
        } else {
            [words[1], words[0]]
        };
        find(&mut journey, own);
        journey
            .keys("<a-l>")
            .sees(other, "the same entry in the other language");
        assert!(
            from_cursor(&journey).starts_with('>'),
            "with the cursor on it"
        );
    }
}

#[test]
fn a_note_in_the_strip_ends_before_the_description() {
    for (language, note) in [
        (Language::En, "Note: ask first."),
        (Language::Fr, "Note : ask first."),
    ] {
        let mut journey = Journey::on_first_page(language, Region::Ns, (80, 24));
        journey.keys("<down><down><enter>bnask first<enter>5");
        journey.sees(note, "the strip names the note");
    }
}
