//! Words that tell the next step, and do what they announce.

use havre::i18n::Language;

use super::talk::{From, Talk};

fn both() -> [From; 2] {
    Language::ALL.map(|language| From {
        language,
        ..From::default()
    })
}

/// Creates three bookmarks, and opens their tab.
fn three_bookmarks(from: From) -> Talk {
    let mut talk = Talk::start(from);
    for name in ["kids help", "trafficking hotline", "crime stoppers"] {
        talk.types(&format!("find {name}")).types("1").types("b");
    }
    talk.types("bookmarks");
    assert_eq!(talk.plain.saves.list.len(), 3, "{}", talk.heard);
    talk
}

fn ids(talk: &Talk) -> Vec<String> {
    talk.plain.app.bookmarks().ids().to_vec()
}

#[test]
fn the_same_word_brings_back_the_bookmark_that_it_removed() {
    for from in both() {
        let mut talk = three_bookmarks(from);
        let before = ids(&talk);
        let others = |place: usize| {
            let mut others = before.clone();
            others.remove(place);
            others
        };
        talk.types("2").types("b");
        assert_eq!(ids(&talk), others(1), "the one that she read");
        talk.hears_no("1-800", "no other card opens unasked");
        talk.types("b");
        assert!(ids(&talk).contains(&before[1]), "and it is back");
        assert_eq!(ids(&talk).len(), 3);
        talk.types("bookmarks").types("b 1");
        talk.types("b");
        assert_eq!(ids(&talk).len(), 3, "from the list as well");
        talk.types("b 1").types("bookmarks").types("b");
        let which = ["Which one?", "Lequel"][from.language as usize];
        talk.hears(which, "a line between is another matter");
        assert_eq!(ids(&talk).len(), 2, "and nothing changes");
    }
}

#[test]
fn the_tab_of_the_bookmarks_always_says_its_list() {
    for from in both() {
        let mut talk = three_bookmarks(from);
        let empty = ["No bookmark", "Aucun signet"][from.language as usize];
        talk.types("b 1");
        talk.types("1").types("next").types("b");
        talk.hears_no(empty, "one is left");
        talk.types("bookmarks")
            .hears("1. ", "the list")
            .hears_no(empty, "with one item");
        talk.types("1")
            .types("bookmarks")
            .hears("1. ", "not its card");
    }
}

#[test]
fn a_label_that_no_bookmark_has_any_more_is_named_as_the_reason() {
    for from in both() {
        let mut talk = three_bookmarks(from);
        talk.types("labels 1").types("night");
        talk.types("filters").types("night").types("b");
        let none = ["has this label now", "cette étiquette maintenant"][from.language as usize];
        talk.hears(none, "why nothing is listed");
        talk.types("clear filters").hears("2. ", "the others");
        talk.types("quit");
        assert!(talk.plain.has_ended());
    }
}

#[test]
fn form_reads_lines_of_a_pipe() {
    for from in both() {
        let mut talk = Talk::start(from);
        talk.plain.without_questions();
        let index = from.language as usize;
        talk.types("add")
            .hears(["Name:", "Nom :"][index], "the first question");
        talk.types("Desk")
            .hears(["Phones:", "Téléphones :"][index], "the next one");
    }
}

#[test]
fn enter_alone_is_said_to_save_where_it_does() {
    for from in both() {
        let mut talk = Talk::start(from);
        talk.types("find kids help").types("called 1").types("6");
        let promise = ["Enter alone saves", "Entrée seule enregistre"][from.language as usize];
        talk.hears(promise, "before she presses it");
        talk.types("");
        assert_eq!(talk.plain.saves.list.len(), 0, "no bookmark");
        let saved = ["Saved", "Enregistré"][from.language as usize];
        talk.hears(saved, "and it does");
    }
}

#[test]
fn a_link_answers_to_the_word_that_names_it() {
    for from in both() {
        let mut by_word = Talk::start(from);
        let mut by_number = Talk::start(from);
        let word = ["link 1", "lien 1"][from.language as usize];
        by_word.types("1").types(word);
        by_number.types("1").types("1");
        assert_eq!(by_word.heard, by_number.heard);
    }
}

#[test]
fn lines_speak_of_typing() {
    for from in both() {
        let mut talk = Talk::start(from);
        let index = from.language as usize;
        talk.types("back")
            .hears(["type quit", "tapez quitter"][index], "how to quit");
        talk.types("bookmarks")
            .hears(["type bookmark", "tapez signet"][index], "how to keep one");
        talk.types("f")
            .hears(["type labels", "tapez étiquettes"][index], "how to label");
        for word in [["leave", "sortir"][index], ["undo", "annule"][index]] {
            talk.types(word).hears_no("1. ", "a command, no search");
        }
        talk.types(["quit", "quitte"][index]);
        assert!(talk.plain.has_ended());
    }
}

#[test]
fn numbers_hold_while_bookmarks_are_set() {
    for from in both() {
        let mut talk = Talk::start(from);
        talk.types("find police").types("b 5");
        let names = |talk: &Talk| -> Vec<String> {
            let found = talk.plain.app.directory().listed();
            found.map(|one| format!("{one:?}")).collect()
        };
        let before = names(&talk);
        talk.types("note 9").types("ask for the night desk");
        let added = ["Bookmarked: ", "Signet ajouté : "][from.language as usize];
        talk.hears(added, "a note bookmarks");
        assert_eq!(names(&talk), before, "no row moves");
        talk.hears_no("3. ", "so the numbers hold, and are not said again");
    }
}

#[test]
fn command_without_a_target_gives_advice() {
    for from in both() {
        let mut talk = Talk::start(from);
        let index = from.language as usize;
        let first = ["Type a number first", "Ouvrez d’abord un élément"][index];
        talk.types("next").hears(first, "nothing is open");
        let place = ["type directory", "tapez répertoire"][index];
        talk.types("filters").hears(place, "where filters are");
        let none = ["No filter is on.", "Aucun filtre n’est actif."][index];
        talk.types("clear filters")
            .hears(none, "nothing to take off");
    }
}

#[test]
fn a_local_service_is_told_with_its_town_and_the_way() {
    for from in both() {
        let mut talk = Talk::start(from);
        talk.types("find shelter truro");
        talk.hears("Truro", "the house in the town");
        talk.hears(" km", "how far others are");
    }
}
