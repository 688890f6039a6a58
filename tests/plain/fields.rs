//! Text fields: a command is never stored as text without a question.

use havre::i18n::Language;

use super::talk::{From, Talk};

/// Returns a session at the note of a contact that is the first hit.
fn at_note(language: Language) -> Talk {
    let mut talk = Talk::start(From {
        language,
        ..From::default()
    });
    talk.types("find crime stoppers").types("1").types("note");
    talk
}

fn note(talk: &Talk) -> String {
    let entries = talk.plain.saves.list.bookmarks();
    let note = entries.first().map(|entry| entry.note().to_owned());
    note.unwrap_or_default()
}

#[test]
fn a_command_typed_into_a_note_is_asked_about_and_not_stored() {
    for language in Language::ALL {
        let asked = ["is also a command", "est aussi une commande"][language as usize];
        for line in [
            "find police",
            "next",
            "bookmarks",
            "signets",
            "number",
            "4",
            "911",
            "help note",
            "region qc",
        ] {
            let mut talk = at_note(language);
            assert!(["Note: ", "Note\u{a0}: "].contains(&talk.plain.prompt().as_str()));
            talk.types(line).hears(asked, line);
            assert_eq!(talk.plain.saves.list.bookmarks().len(), 0, "{line}");
            talk.types("back");
            assert!(talk.plain.app.editor().is_none(), "{line}: she is out");
            assert_eq!(note(&talk), "", "{line}");
            let mut talk = at_note(language);
            talk.types(line).types("");
            assert_eq!(note(&talk), line, "Enter alone keeps it");
            let mut talk = at_note(language);
            talk.types(line).types("closed on Mondays");
            assert_eq!(note(&talk), "closed on Mondays", "another line replaces it");
        }
    }
}

#[test]
fn words_of_a_note_that_begin_like_a_command_are_stored() {
    for line in [
        "next opening on Monday",
        "help with rent is asked for at the desk",
        "number 2 is the night line",
        "région de Halifax seulement",
    ] {
        let mut talk = at_note(Language::En);
        talk.types(line);
        assert_eq!(note(&talk), line);
    }
}

#[test]
fn the_word_that_opens_a_field_is_not_part_of_its_text() {
    for (language, line) in [
        (Language::En, "note ring twice"),
        (Language::Fr, "note sonner deux fois"),
    ] {
        let mut talk = at_note(language);
        talk.types(line);
        assert_eq!(note(&talk), line.strip_prefix("note ").unwrap());
        talk.types(line.replace("note", "NOTE").as_str())
            .types(line);
        assert_eq!(note(&talk), line.strip_prefix("note ").unwrap());
    }
    let mut talk = at_note(Language::En);
    talk.types("note 3 x").types("");
    assert_eq!(note(&talk), "note 3 x", "of another item: asked about");
}

#[test]
fn a_note_without_the_number_of_an_item_says_how_it_is_typed() {
    for (language, line, example) in [
        (
            Language::En,
            "note ring twice",
            "For example: note 1 ring twice",
        ),
        (
            Language::Fr,
            "note sonner deux fois",
            "Par exemple : note 1 sonner deux fois",
        ),
    ] {
        let mut talk = Talk::start(From {
            language,
            ..From::default()
        });
        talk.types("find police")
            .types(line)
            .hears(example, "which");
    }
}

#[test]
fn a_search_is_not_the_name_of_an_own_contact() {
    for language in Language::ALL {
        let mut talk = Talk::start(From {
            language,
            ..From::default()
        });
        let asked = ["is also a command", "est aussi une commande"][language as usize];
        talk.types("add")
            .types("find shelter")
            .hears(asked, "a field of the form")
            .types("Night desk")
            .types("902-555-0142")
            .hears_no(asked, "a number is an answer here");
        let form = talk.plain.app.own_form().expect("the form is open");
        assert_eq!(
            form.field(havre::app::screens::own_form::OwnRow::Name)
                .unwrap()
                .text(),
            "Night desk"
        );
    }
}
