//! Changes of the worker's own list in lines, with the same results as on the screen.

use havre::bookmarks::{Change, Mark, Wrong};
use havre::i18n::Language;

use super::talk::{From, Talk, everywhere};

/// Creates two bookmarks: Kids Help Phone, then the trafficking hotline.
fn with_two_bookmarks(from: From) -> Talk {
    let mut talk = Talk::start(from);
    talk.types("find kids help").types("b 1");
    talk.types("find trafficking hotline").types("1").types("b");
    talk.types("bookmarks");
    assert_eq!(talk.plain.saves.list.len(), 2, "{}", talk.heard);
    talk
}

#[test]
fn a_bookmark_is_said_everywhere_and_removed_by_the_same_word() {
    for from in everywhere() {
        let mut talk = Talk::start(from);
        talk.types("find crime stoppers").types("b 1");
        let said = ["Bookmarked: ", "Signet ajouté : "][from.language as usize];
        talk.hears(said, "when it is on disk");
        assert_eq!(talk.plain.saves.list.len(), 1);
        let mark = [", bookmarked", ", dans vos signets"][from.language as usize];
        talk.types("1").hears(mark, "on the card");
        talk.types("back").hears(mark, "and in the list");
        talk.types("signets").hears("1. ", "on its own tab");
        talk.types("b");
        let said = ["Bookmark removed: ", "Signet retiré : "][from.language as usize];
        talk.hears(said, "the only one needs no number");
        let empty = ["No bookmarks yet", "Aucun signet"][from.language as usize];
        talk.hears(empty, "an empty list says what to do");
        assert!(talk.plain.saves.list.is_empty());
    }
}

#[test]
fn a_note_is_written_about_the_service_and_said_on_the_card() {
    for language in Language::ALL {
        let mut talk = with_two_bookmarks(From {
            language,
            ..From::default()
        });
        let advice = [
            "About the service, never about a client.",
            "jamais sur une personne",
        ];
        talk.types("note 1")
            .hears(advice[language as usize], "what belongs there");
        talk.types("ask for the night desk");
        let id = talk.plain.app.bookmarks().ids()[0].clone();
        let note = |talk: &Talk| talk.plain.saves.list.get(&id).unwrap().note().to_owned();
        assert_eq!(note(&talk), "ask for the night desk");
        talk.types("1").hears("ask for the night desk", "the card");
        talk.types("n").hears("ask for the night desk", "as it is");
        talk.types("").types("n").types("retour");
        assert_eq!(note(&talk), "ask for the night desk", "nothing changed");
        talk.types("n").types("-");
        assert_eq!(note(&talk), "", "a hyphen empties it");
    }
}

#[test]
fn a_note_that_looks_like_a_persons_data_is_asked_about_and_may_still_be_saved() {
    let mut talk = with_two_bookmarks(From::default());
    talk.types("n 1").types("born 1999-04-12");
    talk.hears("This looks like a person’s data", "before saving");
    let id = talk.plain.app.bookmarks().ids()[0].clone();
    let note = |talk: &Talk| talk.plain.saves.list.get(&id).unwrap().note().to_owned();
    assert_eq!(note(&talk), "", "nothing is saved yet");
    talk.types("")
        .hears("Note saved", "it is her word")
        .hears_no("1. ", "and she knows the list");
    assert_eq!(note(&talk), "born 1999-04-12");
    talk.types("n 1")
        .types("born 2001-05-13")
        .types("night desk");
    assert_eq!(note(&talk), "night desk", "or she writes another");
}

#[test]
fn the_words_that_leave_are_never_written() {
    for word in ["back", "cancel", "retour", "annuler", "UNDO"] {
        let mut talk = with_two_bookmarks(From::default());
        talk.types("n 1").types(word);
        talk.hears("Nothing was changed.", word);
        let id = talk.plain.app.bookmarks().ids()[0].clone();
        assert_eq!(talk.plain.saves.list.get(&id).unwrap().note(), "", "{word}");
        talk.types("add")
            .types(word)
            .hears("Nothing was changed.", word);
        talk.types("n 1").types("b").types("1");
        talk.hears("Your note: b", "a letter is a word of hers");
    }
}

#[test]
fn long_text_is_cut_with_a_notice() {
    let mut talk = with_two_bookmarks(From::default());
    talk.types("n 1").types(&"night ".repeat(60));
    talk.hears("Too long. Kept: night", "never in silence");
}

#[test]
fn labels_filter_the_tab() {
    let mut talk = with_two_bookmarks(From::default());
    talk.types("labels 2").types("night, trusted");
    talk.types("2").hears("Labels: night, trusted", "the card");
    talk.types("back").types("filters").hears("2. night", "all");
    talk.types("night").hears("Label: night.", "only those");
    assert_eq!(talk.plain.app.bookmarks().ids().len(), 1);
    talk.types("back").hears("2. ", "one step back lists all");
}

#[test]
fn own_order_is_kept() {
    let mut talk = with_two_bookmarks(From::default());
    let before = talk.plain.app.bookmarks().ids().to_vec();
    talk.types("down").hears("Which one?", "of two");
    talk.types("down 1").hears("Moved.", "it is on disk");
    let after = talk.plain.app.bookmarks().ids();
    assert_eq!(after, [before[1].clone(), before[0].clone()]);
    talk.hears("1. ", "the new numbers are said");
    talk.types("K 2");
    assert_eq!(talk.plain.app.bookmarks().ids(), before, "and up again");
}

#[test]
fn own_contact_is_written_found_edited_and_removed() {
    let mut talk = Talk::start(From::default());
    talk.types("add").hears("A contact of your own", "the form");
    assert_eq!(talk.plain.prompt(), "Name: ", "it asks row by row");
    talk.types("Night desk");
    assert_eq!(talk.plain.prompt(), "Phones: ");
    talk.types("902-555-0123");
    assert_eq!(talk.plain.prompt(), "Kind of help: ");
    talk.types("shel");
    assert_eq!(talk.plain.prompt(), "Region, now Nova Scotia: ");
    talk.types("");
    assert_eq!(talk.plain.prompt(), "Town: ");
    talk.types("Sydney");
    assert_eq!(talk.plain.prompt(), "Languages: ");
    talk.types("english, cri")
        .types("after dark")
        .types("")
        .types("");
    talk.hears("3. Kind of help: Shelter", "all that stands there")
        .hears("5. Town: Sydney", "in its rows")
        .hears("7. Hours: after dark", "in its rows");
    talk.types("1");
    assert_eq!(talk.plain.prompt(), "Name, now Night desk: ");
    talk.types("The night desk");
    talk.types_until("", Talk::asks_for_a_command);
    talk.types("").hears("Saved: The night desk", "on disk");
    assert_eq!(talk.plain.saves.list.own().count(), 1);
    talk.types("find night desk").hears(
        "The night desk, 902-555-0123, hours unknown, yours",
        "search finds it",
    );
    talk.types("1").hears("902-555-0123", "with its number");
    talk.types("edit");
    assert_eq!(talk.plain.prompt(), "Name, now The night desk: ");
    talk.types("Day and night desk");
    talk.types_until("", Talk::asks_for_a_command);
    talk.types("save")
        .hears("Saved: Day and night desk", "edited");
    talk.types("remove")
        .hears("Removed: Day and night desk", "and removed");
    assert_eq!(talk.plain.saves.list.own().count(), 0);
    talk.types("undo")
        .hears("Back again: Day and night desk", "with a way back");
    assert_eq!(talk.plain.saves.list.own().count(), 1);
}

#[test]
fn wrong_answer_is_refused_at_once_and_nothing_is_lost() {
    let mut talk = Talk::start(From::default());
    talk.types("a").types("");
    talk.hears("Please give it a name.", "what is missing");
    assert_eq!(talk.plain.prompt(), "Name: ", "and it is asked for");
    talk.types("Desk").types("call me");
    talk.hears("902-555-0123", "how numbers are written");
    assert_eq!(talk.plain.prompt(), "Phones, now call me: ");
    talk.types("").hears("902-555-0123", "it is no better");
    talk.types("902-555-O123");
    talk.hears(
        "\"O\" is not part of a phone number",
        "which character it is",
    );
    talk.types("902 555 0123").types("");
    talk.hears("Please choose the kind of help.", "it has to be chosen");
    talk.types("shelter").types("").types("");
    talk.types("Frenglish, French").types("");
    talk.types("https://no spaces")
        .hears("Website: ", "the rules of the directory");
    assert_eq!(talk.plain.prompt(), "Website, now https://no spaces: ");
    talk.types("-").types("").types("");
    talk.hears("Saved: Desk", "what was put right is saved");
    let own = talk.plain.saves.list.own().next().unwrap();
    let contact = own.contact.as_ref().unwrap();
    assert_eq!(contact.languages.len(), 1);
    let words = &contact.description;
    assert!(
        words.contains("Frenglish"),
        "an unknown language is kept: {words}"
    );
}

#[test]
fn a_number_or_a_website_may_be_either() {
    let mut talk = Talk::start(From::default());
    talk.types("a").types("Desk").types("").types("shelter");
    for _ in 0..7 {
        talk.types("");
    }
    talk.hears("number", "one of them has to be there");
    assert_eq!(talk.plain.prompt(), "Phones: ");
    assert_eq!(talk.plain.saves.list.own().count(), 0);
}

#[test]
fn back_returns_to_the_last_question_and_keeps_written_text() {
    for language in Language::ALL {
        let mut talk = Talk::start(From {
            language,
            ..From::default()
        });
        let back = ["back", "retour"][language as usize];
        let cancel = ["cancel", "abandonner"][language as usize];
        let unsaved = ["Not saved yet.", "Pas encore enregistré."][language as usize];
        let unchanged = ["Nothing was changed.", "Rien n’a été changé."][language as usize];
        let name = ["Name, now Desk: ", "Nom, maintenant Desk : "][language as usize];
        talk.types("a").types("Desk").types(back);
        assert_eq!(talk.plain.prompt().replace('\u{a0}', " "), name);
        talk.types(back).hears(unsaved, "she wrote something");
        talk.types("Desk").types("902-555-0123").types(cancel);
        talk.hears(unsaved, "from any question");
        talk.types(cancel)
            .hears(unchanged, "the same word again leaves");
        assert_eq!(talk.plain.prompt(), "> ");
        talk.types("a")
            .types(back)
            .hears(unchanged, "nothing was written");
    }
}

#[test]
fn the_choices_of_a_row_can_be_listed() {
    let mut talk = Talk::start(From::default());
    talk.types("a").types("Desk").types("902-555-0123");
    talk.types("list")
        .hears("1. Emergency", "the kinds of help");
    talk.types("2");
    assert_eq!(
        talk.plain.prompt(),
        "Region, now Nova Scotia: ",
        "on to the next row"
    );
    talk.types("ontario").types("3");
    assert_eq!(talk.plain.prompt(), "Languages: ", "3 is a text here");
}

#[test]
fn result_of_a_call_is_said_on_card_and_list() {
    let mut talk = with_two_bookmarks(From::default());
    let id = talk.plain.app.bookmarks().ids()[0].clone();
    talk.types("called 1")
        .types("1")
        .hears("Saved, thank you", "");
    talk.types("1")
        .hears("You reached it on 23 November 2026 (", "the card");
    talk.types("back").hears(", reached", "and the list");
    talk.types("v 1").types("closed").types("rings out");
    talk.types("1")
        .hears("You marked on 23 November 2026: closed", "what is wrong")
        .hears("rings out", "in her words");
    let mark = talk.plain.saves.list.marked(&id).unwrap().mark();
    let text = "rings out".to_owned();
    assert_eq!(
        mark,
        Some(Mark::Wrong {
            kind: Wrong::Closed,
            text
        })
    );
    talk.types("v").types("hours changed").types("");
    let mark = talk.plain.saves.list.marked(&id).unwrap().mark();
    assert!(
        matches!(mark, Some(Mark::Wrong { kind: Wrong::HoursChanged, text }) if text.is_empty()),
        "her words may stay empty"
    );
    talk.types("v").types("take my mark away");
    talk.hears("taken away", "a mark can be taken away");
    assert!(talk.plain.saves.list.marked(&id).is_none());
}

#[test]
fn every_change_can_be_undone_back_to_the_start() {
    let mut talk = with_two_bookmarks(From::default());
    talk.types("n 1")
        .types("day desk")
        .types("t 1")
        .types("night");
    talk.types("J 1").types("v 1").types("1").types("b 1");
    talk.types("u")
        .hears("Back again", "the bookmark that was removed");
    for _ in 0..12 {
        talk.types("u").hears_no("nothing to undo", "each of them");
    }
    assert!(talk.plain.saves.list.is_empty(), "seven changes back");
    talk.types("u")
        .hears("nothing to undo", "and then it says so");
}

#[test]
fn dropped_contact_is_said_from_its_snapshot() {
    let mut number = String::new();
    let mut talk = Talk::start_with(From::default(), |app| {
        let contact = app.content().catalogue.directory().contacts()[0].clone();
        number.clone_from(&contact.phones[0].number);
        let gone = havre::directory::Contact {
            id: "xx-gone".into(),
            ..contact
        };
        let mut list = app.list().clone();
        let change = Change::add(&gone, jiff::Timestamp::UNIX_EPOCH);
        list.apply(change, jiff::Timestamp::UNIX_EPOCH);
        let list = Box::new(list);
        havre::app::update(
            app,
            havre::app::Action::Outcome(havre::app::Outcome::Reloaded(list)),
        );
    });
    talk.types("bookmarks")
        .hears("Changed (~): gone 1", "above the list")
        .hears("(~) no longer in the directory", "and of which")
        .types("1");
    talk.hears("The directory no longer has this", "it says so")
        .hears(&number, "and still serves");
    talk.types("y");
    assert_eq!(talk.heard, format!("{number}\n"));
    talk.types("b")
        .hears("Bookmark removed", "it can be removed");
}

#[test]
fn conflict_copies_are_offered_for_merging_at_the_start() {
    let mut talk = Talk::start(From {
        conflicts: 2,
        ..From::default()
    });
    talk.hears("2 other copies of your list", "it says how many");
    talk.types("1");
    assert!(talk.plain.saves.merged, "the first choice merges them");
}

#[test]
fn session_names_the_worker_of_the_list() {
    let mut talk = Talk::start(From {
        worker: Some("alice"),
        ..From::default()
    });
    talk.hears("alice, Nova Scotia", "on a login that several share");
}
