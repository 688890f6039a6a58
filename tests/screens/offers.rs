//! Footers and answers name only what works on the present screen.

use super::journey::{From, Journey, everywhere};
use havre::app::Action;
use havre::app::keymap::Command;
use havre::directory::Region;
use havre::i18n::Language;

/// Returns the footer, in one line.
fn footer(journey: &Journey) -> String {
    journey.rows().pop().unwrap()
}

#[test]
fn a_code_is_offered_only_where_it_can_be_drawn() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("/988<enter>");
        let fits = from.size.1 == 24;
        assert_eq!(
            journey.app.can(Command::ShowCode),
            fits,
            "{}",
            journey.screen()
        );
        journey.keys("o");
        let is_drawn = journey.rows().concat().contains('█');
        assert_eq!(is_drawn, fits, "{}", journey.screen());
        assert!(!journey.app.can(Command::ShowCode), "it is shown already");
    }
}

#[test]
fn a_large_number_can_be_copied_and_shown_as_a_code() {
    for language in Language::ALL {
        let mut journey = Journey::start(From {
            language,
            ..From::default()
        });
        journey.keys("/1-866-922-2434<enter>Yy");
        assert_eq!(journey.copied, ["1-866-922-2434"]);
        journey.keys("o");
        let rows = journey.rows().concat();
        assert!(
            rows.contains("1-866-922-2434") && rows.contains('█'),
            "{}",
            journey.screen()
        );
        journey.keys("<esc>");
        journey.sees("1-866-922-2434", "one step leads back to the card");
        journey.sees_no("█", "and not to the large digits");
    }
}

#[test]
fn without_a_bookmark_no_contact_is_asked_for() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("5");
        for key in ["b", "c", "y", "Y", "o", "n", "t", "v", "m"] {
            let screen = journey.keys(key).in_one_line();
            let says = from.said("notice-no-bookmarks");
            assert!(screen.contains(&says), "{key}: {screen}");
        }
        let screen = journey.keys("4unfindable zzzz<down>b").in_one_line();
        let wrong = from.said("notice-no-contact");
        assert!(!screen.contains(&wrong), "{screen}");
    }
}

#[test]
fn a_topic_without_terms_says_that_all_are_shown() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("1<enter>");
        journey.keys_until("<esc>j<enter>", |journey| {
            let text = journey.app.document(400).rows;
            !text.iter().any(|row| row.text().contains('·'))
        });
        let screen = journey.keys("g").in_one_line();
        let says = from.said("notice-no-terms");
        assert!(screen.contains(&says), "{says}: {screen}");
    }
}

#[test]
fn down_goes_to_the_next_number_of_a_card_before_it_scrolls() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("/1-866-922-2434<enter>");
        let first = journey.app.focused_link_number();
        journey.keys("<down>");
        assert_eq!(
            journey.app.focused_link_number(),
            first.map(|link| link + 1)
        );
        journey.keys("y<up>y");
        assert_eq!(journey.copied, ["1-877-424-1177", "1-866-922-2434"]);
    }
}

#[test]
fn after_a_kind_is_chosen_the_form_goes_on_with_the_next_row() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("5aDesk<down>902-555-0123 x4<down><enter>j<enter><down>Sydney<c-s>");
        let own = journey.list.own().next().unwrap().contact.clone().unwrap();
        assert_eq!(own.place, "Sydney", "{}", journey.screen());
    }
}

#[test]
fn an_extension_is_a_french_word_in_french_and_is_read_back() {
    let mut journey = Journey::start(From {
        language: Language::Fr,
        ..From::default()
    });
    journey
        .keys("5aPoste de nuit<down>902-555-0123 poste 4, 902-555-0199<down><enter>j<enter><c-s>");
    let saved = |journey: &Journey| {
        let own = journey.list.own().next().unwrap().contact.clone().unwrap();
        own.phones[0].extension.clone()
    };
    assert_eq!(saved(&journey).as_deref(), Some("4"));
    journey
        .keys("e")
        .sees("902-555-0123 poste 4", "in the form");
    journey.keys("<end>!<backspace><c-s>");
    assert_eq!(saved(&journey).as_deref(), Some("4"), "it is read back");
    journey
        .keys("v")
        .sees("902-555-0123 poste 4", "where the call is noted");
    journey
        .keys("4")
        .sees("902-555-0123 poste 4", "in the message");
    journey
        .keys("5C")
        .sees("902-555-0123 poste 4", "in the corrections");
    journey.sees_no("x4", "nowhere as it is dialled");
}

#[test]
fn a_correction_shows_its_words_and_can_be_taken_back() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("4<esc>v7they moved<enter>jv5after six<enter>5C");
        let quoted = ["“they moved”", "« they moved »"][from.language as usize];
        let all = journey.in_one_line();
        assert!(all.contains(quoted), "{all}");
        let remove = from.said("footer-own-remove");
        if from.size.0 == 80 {
            assert!(footer(&journey).contains(&remove), "{}", footer(&journey));
        }
        journey.keys("x");
        assert_eq!(journey.list.marks().count(), 1);
        journey.keys("<end>x");
        assert_eq!(journey.list.marks().count(), 1, "the text is none");
        journey.keys("<home>x");
        assert_eq!(journey.list.marks().count(), 0, "{}", journey.screen());
        // The second one is an older change: it is told first.
        journey.keys("uuu");
        assert_eq!(journey.list.marks().count(), 2, "it comes back");
    }
}

#[test]
fn the_key_that_takes_a_guessed_need_off_is_not_called_a_filter() {
    for language in Language::ALL {
        let mut journey = Journey::start(From {
            language,
            needs: true,
            size: (100, 30),
            ..From::default()
        });
        let from = From {
            language,
            ..From::default()
        };
        journey.keys("4");
        let text = ["he hits me", "il me frappe"][language as usize];
        journey.act(Action::Write(text.to_owned()));
        journey.keys("<right>");
        assert!(
            footer(&journey).contains(&from.said("footer-need-off")),
            "{}",
            journey.screen()
        );
        assert!(!footer(&journey).contains(&from.said("footer-chip")));
    }
}

#[test]
fn keys_that_nothing_else_names_stand_in_the_footer() {
    for (language, [mark, lists, hand_over, called, back]) in [
        (
            Language::En,
            ["m mark", "i lists", "c hand over", "v called", "Esc back"],
        ),
        (
            Language::Fr,
            [
                "m marquer",
                "i listes",
                "c remettre",
                "v appel",
                "Échap retour",
            ],
        ),
    ] {
        for size in [(80, 24), (40, 12)] {
            let mut journey = Journey::with_embedded(language, Region::Ns, size);
            journey.keys("/halifax<down>b");
            let list = footer(&journey);
            let is_cut = language == Language::Fr && size.0 == 40;
            assert!(list.contains(mark) || is_cut, "{size:?}: {list}");
            let card = footer(journey.keys("<down><enter>"));
            assert!(card.contains(back), "{size:?}: {card}");
            let called = if size.0 == 40 { called } else { "v " };
            assert!(card.contains(called), "{size:?}: {card}");
            let bookmarks = footer(journey.keys("5"));
            assert!(bookmarks.contains(lists), "{size:?}: {bookmarks}");
            assert!(bookmarks.contains(hand_over), "{size:?}: {bookmarks}");
            let steps = footer(journey.keys("w411"));
            assert!(steps.contains(back), "{size:?}: {steps}");
        }
    }
}
