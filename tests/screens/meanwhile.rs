//! Changes that another session makes while a form or a line is open, and before an undo: neither
//! is lost.

use havre::bookmarks::{Change, OwnContact};
use havre::i18n::Language;

use super::journey::{From, Journey};

/// Returns what both languages say.
fn words(language: Language, words: [&'static str; 2]) -> &'static str {
    words[language as usize]
}

fn in_both_languages() -> impl Iterator<Item = (Language, Journey)> {
    Language::ALL.into_iter().map(|language| {
        let from = From {
            language,
            size: (100, 60),
            ..From::default()
        };
        (language, Journey::start(from))
    })
}

fn add_own(journey: &mut Journey) -> String {
    journey.keys("5aDesk<down>902-555-0101<down><enter><enter><c-s>");
    let own = journey.list.own().next().unwrap();
    own.id.clone()
}

fn own(journey: &Journey, id: &str) -> OwnContact {
    let own = journey.list.own_contact(id).unwrap();
    own.contact.clone().unwrap()
}

fn renumber(journey: &mut Journey, id: &str, number: &str) {
    let mut contact = Box::new(own(journey, id));
    number.clone_into(&mut contact.phones[0].number);
    let id = id.to_owned();
    journey.change(Change::OwnEdit { id, contact });
}

#[test]
fn a_number_that_another_session_changed_stays_if_the_form_did_not_touch_it() {
    for (_, mut journey) in in_both_languages() {
        let id = add_own(&mut journey);
        journey.keys("e");
        renumber(&mut journey, &id, "902-555-0199");
        journey.keys("<down><down><down><down>Sydney<c-s>");
        let saved = own(&journey, &id);
        assert_eq!(saved.phones[0].number, "902-555-0199");
        assert_eq!(saved.place, "Sydney");
    }
}

#[test]
fn a_row_changed_on_both_sides_shows_the_other_text_first() {
    for (language, mut journey) in in_both_languages() {
        let id = add_own(&mut journey);
        journey.keys("e<down>, 902-555-0102");
        renumber(&mut journey, &id, "902-555-0199");
        journey.keys("<c-s>");
        let said = ["wrote “902-555-0199”", "a écrit ici : « 902-555-0199 »"];
        journey.sees(words(language, said), "nothing is overwritten unseen");
        assert_eq!(own(&journey, &id).phones.len(), 1);
        journey.keys("<c-s>");
        let numbers = own(&journey, &id).phones;
        assert_eq!(numbers[0].number, "902-555-0101");
        assert_eq!(numbers[1].number, "902-555-0102", "hers, saved again");
    }
}

#[test]
fn a_note_or_labels_written_on_both_sides_show_the_other_text_first() {
    for (language, mut journey) in in_both_languages() {
        for (key, word, note) in [("n", "night", true), ("t", "desk", false)] {
            journey.keys("<esc><esc>/kids help<enter>");
            let subject = journey.app.listed_contact().unwrap().to_owned();
            journey.keys(&format!("{key}{word}"));
            let (text, id) = ("other words".to_owned(), subject.clone());
            journey.change(if note {
                Change::Note { id, text }
            } else {
                let labels = vec![text];
                Change::Labels { id, labels }
            });
            journey.keys("<enter>");
            let said = ["“other words”", "« other words »"];
            journey.sees(words(language, said), "the other text");
            journey.sees(word, "and the line stays open");
            journey.keys("<enter>");
            let entry = journey.list.get(&subject).unwrap();
            let saved = if note {
                entry.note()
            } else {
                &entry.labels()[0]
            };
            assert_eq!(saved, word, "saved again");
        }
    }
}

#[test]
fn an_undo_takes_nothing_back_that_another_session_changed_since() {
    for (language, mut journey) in in_both_languages() {
        let id = add_own(&mut journey);
        journey.keys("e<down><down><down><down>Sydney<c-s>");
        renumber(&mut journey, &id, "902-555-0199");
        journey.keys("u");
        let said = ["Another window changed this since", "l’a modifié depuis"];
        journey.sees(words(language, said), "it says why");
        assert_eq!(own(&journey, &id).phones[0].number, "902-555-0199");
        assert_eq!(own(&journey, &id).place, "Sydney");
    }
}

#[test]
fn an_undone_removal_leaves_a_note_that_another_session_wrote_since() {
    for (_, mut journey) in in_both_languages() {
        journey.keys("/kids help<enter>bnold<enter>");
        let id = journey.app.listed_contact().unwrap().to_owned();
        journey.keys("b");
        assert!(!journey.list.contains(&id));
        let text = "new from there".to_owned();
        journey.change(Change::Note {
            id: id.clone(),
            text,
        });
        journey.keys("uu");
        assert_eq!(journey.list.get(&id).unwrap().note(), "new from there");
    }
}

#[test]
fn contacts_added_while_the_clock_is_wrong_do_not_replace_each_other() {
    for (_, mut journey) in in_both_languages() {
        journey.clock_is_wrong = true;
        for name in ["First", "Second", "Second"] {
            journey.keys(&format!(
                "<esc><esc>5a{name}<down>902-555-0101<down><enter><enter><c-s>"
            ));
        }
        assert_eq!(journey.list.own().count(), 3);
    }
}

#[test]
fn a_call_noted_while_the_clock_is_wrong_has_no_date() {
    for (language, mut journey) in in_both_languages() {
        journey.clock_is_wrong = true;
        journey.keys("/kids help<enter>v1");
        journey.sees(words(language, ["on (date", "le (date"]), "on the card");
        journey.keys("5C").sees_no("1969", "in the corrections");
    }
}
