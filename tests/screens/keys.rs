//! Keys that people try, and their consequences.

use havre::app::TabId;
use havre::app::keymap::Context;
use havre::app::{Action, TerminalEffect};
use havre::directory::Region;
use havre::i18n::{Language, Messages};

use super::journey::{From, Journey, everywhere};

const LOW: From = From {
    size: (80, 16),
    ..From::USUAL
};

fn selected(journey: &Journey) -> usize {
    journey.app.focused_item()
}

#[test]
fn lists_are_paged_where_nothing_is_typed() {
    for keys in [
        ["<space>", "<c-b>"],
        ["<c-f>", "<pageup>"],
        ["<c-d>", "<c-u>"],
    ] {
        let mut journey = Journey::start(LOW);
        journey.keys("4<esc>").keys(keys[0]);
        let page = selected(&journey);
        assert!(page > 3, "{keys:?} goes on by a page, to {page}");
        journey.keys(keys[1]);
        assert_eq!(selected(&journey), 0, "{keys:?} goes back");
    }
    let mut journey = Journey::start(LOW);
    journey.keys("1<enter><space>");
    assert!(journey.app.reader().top > 3, "a topic is paged as well");
    journey.keys("0<space>");
    assert_eq!(journey.app.tab(), TabId::Now, "a blank begins no search");
}

#[test]
fn the_field_keeps_the_keys_while_its_results_are_walked() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("/shelter<c-n><c-n><c-p>");
        assert_eq!(
            (journey.app.context(), selected(&journey)),
            (Context::Field, 1)
        );
        journey.keys("s");
        assert_eq!(
            journey.app.directory().field.text(),
            "shelters",
            "letters are typed"
        );
        journey.keys("<c-p>");
        let last = journey.app.list_length() - 1;
        assert_eq!(selected(&journey), last, "above the first is the last");
    }
}

#[test]
fn a_pasted_text_is_searched_for_on_the_first_page() {
    for text in ["shelter in truro", "16 year old", "?"] {
        let mut journey = Journey::start(From::default());
        journey.keys("0");
        journey.act(Action::Paste(text.to_owned()));
        assert_eq!(journey.app.directory().field.text(), text);
    }
}

#[test]
fn a_pasted_letter_is_no_search_and_stays_nowhere() {
    let letter = "Hello,\n\nI met Bob at the motel.\nRoom 12, since Monday.\n\nMarie\n";
    let long = format!("{}\n{}", "she said ".repeat(12), "he said ".repeat(12));
    let sentence = "she is sixteen and\r\nhe takes her money\r\n";
    for from in everywhere() {
        for open in ["0", "4", "/truro"] {
            let mut before = String::new();
            for (text, lines) in [(letter, 4), (long.as_str(), 2)] {
                let mut journey = Journey::start(from);
                journey.keys(open);
                journey.app.directory().field.text().clone_into(&mut before);
                journey.act(Action::Paste(text.to_owned()));
                let count = [("count", lines.into())];
                let said = Messages::of(from.language).format("notice-paste-long", &count);
                let said = said.replace('\u{a0}', " ");
                assert!(
                    journey.in_one_line().contains(&said),
                    "{}",
                    journey.screen()
                );
                assert_eq!(journey.app.directory().field.text(), before);
                journey.sees_no("Bob", "nothing of it is shown");
            }
            let mut journey = Journey::start(from);
            journey.keys(open);
            journey.act(Action::Paste(sentence.to_owned()));
            assert_eq!(
                journey.app.directory().field.text().trim_end(),
                format!("{before}she is sixteen and he takes her money"),
                "a sentence that another program has broken is one"
            );
        }
    }
}

#[test]
fn a_text_that_comes_at_once_after_its_digits_is_one_text() {
    for (typed, rest, text) in [
        ("1", "6 year old", "16 year old"),
        ("16", " year old", "16 year old"),
        ("2", " children", "2 children"),
        ("5", "-year-old girl", "5-year-old girl"),
    ] {
        let mut journey = Journey::start(From::default());
        journey.keys("0").keys(typed);
        journey.act(Action::Paste(rest.to_owned()));
        assert_eq!(journey.app.directory().field.text(), text);
    }
    for (typed, rest) in [("1", "shelter in truro"), ("2", "a pasted text")] {
        let mut journey = Journey::start(From::default());
        journey.keys("0").keys(typed);
        journey.act(Action::Paste(rest.to_owned()));
        journey.sees(
            "Pasted text is ignored here.",
            "a tab was opened, not a text begun",
        );
    }
}

#[test]
fn behind_the_last_row_comes_the_first() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        for open in ["1", "4<esc>", "0", "4<esc>f", ",", "w"] {
            journey.keys(open).keys("<home>");
            if open == "0" {
                // Letters are text on the first page.
                journey.keys("<up>");
            } else {
                journey.keys("k");
            }
            let last = journey.app.list_length() - 1;
            assert_eq!(selected(&journey), last, "up from the first, after {open}");
            journey.keys("<down>");
            assert_eq!(selected(&journey), 0, "down from the last, after {open}");
            journey.keys("<a-1>");
        }
        journey.keys("5a<up>");
        let form = journey.app.own_form().unwrap();
        assert_eq!(form.row + 1, journey.app.list_length(), "in a form as well");
    }
}

#[test]
fn a_word_is_deleted_at_once() {
    let mut journey = Journey::start(From::default());
    journey.keys("/shelter in truro<c-w>");
    assert_eq!(journey.app.directory().field.text(), "shelter in ");
    journey.keys("<c-w><c-w><c-w>");
    assert_eq!(journey.app.directory().field.text(), "");
}

#[test]
fn help_opens_from_a_field_and_returns_to_its_text() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        for open in [
            "/halifax",
            "4<esc>nask for Ann",
            "5aThe shelter",
            ",",
            "4<esc>f",
            "r",
            "w",
        ] {
            journey.keys(open);
            let before = journey.screen();
            journey.keys("<f1>");
            assert_eq!(journey.app.context(), Context::Help, "after {open}");
            journey.keys("<f1>");
            assert_eq!(journey.screen(), before, "F1 leads back, after {open}");
            journey.keys("<a-1><a-1>");
        }
    }
}

#[test]
fn tabs_are_changed_from_a_field() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("/halifax<a-5>");
        assert_eq!(
            (journey.app.tab(), journey.app.at_tab()),
            (TabId::Bookmarks, true)
        );
        journey.keys("<a-left>");
        assert_eq!(journey.app.tab(), TabId::Directory);
        journey.keys("<a-left><a-right><a-0>");
        assert_eq!(journey.app.tab(), TabId::Now);
    }
}

#[test]
fn another_tab_asks_once_before_a_note_is_lost() {
    for help in ["", "<f1>"] {
        let mut journey = Journey::start(From::default());
        journey.keys("4<esc>nask for Ann").keys(help).keys("<a-5>");
        journey.sees("The same key again leaves without saving", "she is asked");
        assert!(!journey.app.at_tab(), "and stays");
        journey.keys("<a-5>");
        assert_eq!(
            (journey.app.tab(), journey.app.at_tab()),
            (TabId::Bookmarks, true)
        );
    }
}

#[test]
fn the_language_changes_anywhere_and_its_letter_is_typed_in_a_field() {
    let mut journey = Journey::start(From::default());
    journey
        .keys("0<a-l>")
        .sees("Que se passe-t-il", "the first page in French");
    journey.keys("L<a-L>");
    assert_eq!(journey.app.directory().field.text(), "L");
    assert_eq!(
        journey.app.language(),
        Language::En,
        "a capital letter as well"
    );
    journey
        .keys("4<esc>nask<a-l>")
        .sees("ask", "what is written stays");
    assert_eq!(journey.app.language(), Language::Fr);
}

#[test]
fn a_key_without_a_meaning_says_which_one_lists_the_keys() {
    for (language, unknown, commands) in [
        (
            Language::En,
            "Z does nothing here; ? lists the keys.",
            "q leaves, / searches",
        ),
        (
            Language::Fr,
            "Z ne fait rien ici; F1 liste les touches.",
            "q quitte, / cherche",
        ),
    ] {
        let mut journey = Journey::start(From {
            language,
            ..From::default()
        });
        journey.keys("1Z").sees(unknown, "a letter");
        journey.keys("j").sees_no(unknown, "it is said once");
        journey
            .keys(":")
            .sees(commands, "what others type to leave");
        journey
            .keys("/<c-t>")
            .sees("F1", "in a field the letters are typed");
        journey.keys(":q").sees("Ctrl-C", "and there as well");
        assert_eq!(journey.ended, None);
    }
}

#[test]
fn q_asks_once_where_something_is_typed() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("/halifax<down>q");
        assert_eq!(
            (&journey.ended, journey.app.context()),
            (&None, Context::Leaving)
        );
        journey.keys("<esc>");
        assert_eq!(journey.app.context(), Context::Contacts, "Esc stays");
        journey.keys("qj");
        assert_eq!(
            (&journey.ended, selected(&journey)),
            (&None, 1),
            "another key is for the list"
        );
        journey.keys("qq");
        assert_eq!(journey.ended, Some(TerminalEffect::Quit));

        let mut journey = Journey::start(from);
        journey.keys("4<esc>nask<c-c>");
        assert_eq!(journey.ended, None, "a note is not thrown away");
        journey.keys("<c-c>");
        assert_eq!(journey.ended, Some(TerminalEffect::Quit));

        for at_once in ["1q", "/halifax<c-c>"] {
            let mut journey = Journey::start(from);
            journey.keys(at_once);
            assert_eq!(journey.ended, Some(TerminalEffect::Quit), "{at_once}");
        }
    }
}

#[test]
fn the_question_whether_to_leave_stands_in_the_last_rows() {
    for (language, question, keys) in [
        (
            Language::En,
            "Leave havre? What is typed is not kept.",
            "q quit  Esc stay  Ctrl-X clear the screen and leave",
        ),
        (
            Language::Fr,
            "Quitter havre? Ce qui est écrit n’est pas gardé.",
            "q quitter  Échap rester  Ctrl-X effacer l’écran et quitter",
        ),
    ] {
        let mut journey = Journey::start(From {
            language,
            ..From::default()
        });
        journey.keys("/halifax<down>");
        let before = journey.rows();
        journey.keys("q");
        let rows = journey.rows();
        assert_eq!(
            rows[..rows.len() - 2],
            before[..before.len() - 2],
            "the page stays"
        );
        assert!(rows[rows.len() - 2].contains(question), "{rows:#?}");
        assert!(rows[rows.len() - 1].contains(keys), "{rows:#?}");
    }
}

#[test]
fn only_its_own_keys_take_the_cover_off() {
    for cover in ["<f9>", "<c-k>"] {
        let mut journey = Journey::start(From::default());
        journey.keys("/halifax");
        let before = journey.screen();
        journey.keys(cover);
        for other in ["q", "<c-c>", "<esc>", "<space>", "<c-l>", "x", "<enter>"] {
            journey.keys(other);
            assert_eq!(
                journey.rows().join("").trim(),
                "F9",
                "after {cover} and {other}"
            );
        }
        journey.act(Action::Paste("a pasted text".to_owned()));
        assert_eq!(journey.rows().join("").trim(), "F9", "a paste does nothing");
        assert_eq!(journey.ended, None);
        journey.keys("<f9>");
        assert_eq!(journey.screen(), before, "F9 shows what was there");
    }
    let mut journey = Journey::start(From::default());
    journey.act(Action::Idle);
    assert_eq!(
        journey.rows().join("").trim(),
        "F9",
        "an idle program covers itself"
    );
    journey.keys("<c-x>");
    assert_eq!(
        journey.ended,
        Some(TerminalEffect::ClearAndQuit),
        "and can be left at once"
    );
}

#[test]
fn an_older_change_is_told_before_it_is_taken_back() {
    for (language, told) in [
        (Language::En, "u again takes this back: “Bookmarked: "),
        (
            Language::Fr,
            "u de nouveau annule ceci : « Signet ajouté : ",
        ),
    ] {
        let mut journey = Journey::start(From {
            language,
            ..From::default()
        });
        journey.keys("4<esc>bjb5");
        assert_eq!(journey.list.bookmarks().len(), 2);
        journey.keys("u");
        assert_eq!(journey.list.bookmarks().len(), 1, "the last change at once");
        journey.keys("u").sees(told, "the one before is named");
        assert_eq!(journey.list.bookmarks().len(), 1, "and not yet taken back");
        journey.keys("ku");
        assert_eq!(journey.list.bookmarks().len(), 1, "another key forgets it");
        journey.keys("u");
        assert_eq!(
            journey.list.bookmarks().len(),
            0,
            "the same key again takes it back"
        );
        journey.keys("UU");
        assert_eq!(
            journey.list.bookmarks().len(),
            2,
            "and both can be made again"
        );
        journey.keys("U").sees(
            if language == Language::En {
                "nothing to make again"
            } else {
                "rien à refaire"
            },
            "no more",
        );
        journey.keys("u");
        assert_eq!(
            journey.list.bookmarks().len(),
            1,
            "what was made again is the last change"
        );
    }
}

#[test]
fn a_change_is_taken_back_only_where_it_can_be_seen() {
    let mut journey = Journey::start(From::default());
    journey.keys("4<esc>bu");
    assert_eq!(
        journey.list.bookmarks().len(),
        1,
        "not in the list of contacts"
    );
    journey.sees("on Bookmarks and on cards", "but where");
    journey.keys("1u");
    assert_eq!(journey.list.bookmarks().len(), 1, "nor on a topic");
    journey.keys("4<esc><enter>u");
    assert_eq!(journey.list.bookmarks().len(), 0, "on a card");
}

#[test]
fn region_and_language_are_taken_back() {
    for size in [(80, 24), (40, 12)] {
        let mut journey = Journey::start(From {
            size,
            ..From::default()
        });
        journey.keys("1ryukon<enter>");
        assert_eq!(journey.app.region(), Region::Yt);
        journey
            .keys("u")
            .sees("Yukon", "it is told what would be taken back");
        assert_eq!(journey.app.region(), Region::Yt);
        journey.keys("u");
        assert_eq!(
            journey.app.region(),
            Region::Ns,
            "the same key again does it"
        );
        assert_eq!(
            journey.settings.as_ref().map(|kept| kept.region),
            Some(Region::Ns)
        );
        journey.keys("U");
        assert_eq!(journey.app.region(), Region::Yt);
        journey.keys("u,u");
        assert_eq!(journey.app.region(), Region::Ns, "at once in the settings");
        journey.keys("<right>");
        assert_eq!(journey.app.language(), Language::Fr);
        journey.keys("u");
        assert_eq!(journey.app.language(), Language::En, "the language as well");
    }
}

#[test]
fn undo_in_the_settings_restores_a_setting() {
    let mut journey = Journey::start(From::default());
    let before = *journey.app.preferences();
    journey.keys(",j<right>j<right>j<right>j<right>j<right>");
    assert_ne!(*journey.app.preferences(), before);
    journey.keys("uuuuuuuuuuu");
    assert_eq!(*journey.app.preferences(), before);
    assert_eq!(journey.settings, Some(before), "on the disk, too");
}

#[test]
fn undo_among_the_bookmarks_describes_a_change_of_the_region_first() {
    for language in Language::ALL {
        let mut journey = Journey::start(From {
            language,
            ..From::default()
        });
        let before = journey.app.preferences().region;
        journey.keys("1ront<enter>");
        let chosen = journey.app.preferences().region;
        assert_ne!(chosen, before, "another region is chosen");
        journey.keys("5u");
        assert_eq!(journey.app.preferences().region, chosen, "it is described");
        journey.keys("u");
        assert_eq!(journey.app.preferences().region, before, "and taken back");
    }
}
