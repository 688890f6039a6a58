//! Steps: each word moves exactly one step on or back.

use havre::app::TabId;
use havre::app::subject::Subject;
use havre::directory::Region;
use havre::i18n::Language;

use super::talk::{From, Talk};

fn both() -> [From; 2] {
    Language::ALL.map(|language| From {
        language,
        ..From::default()
    })
}

#[test]
fn the_next_result_is_one_of_the_results() {
    for from in both() {
        let mut talk = Talk::start(from);
        talk.types(["find consent", "chercher consentement"][from.language as usize]);
        let count = talk.plain.app.directory().hits.hits.len();
        let of = ["of", "sur"][from.language as usize];
        let place = |place: usize| format!(", {place} {of} {count}");
        talk.types("1").hears(&place(1), "its place");
        let topic = matches!(talk.plain.app.subject(), Subject::Topic(_));
        assert!(topic && count > 3, "the first is a topic: {}", talk.heard);
        let mut seen = vec![talk.plain.app.subject()];
        for next in 2..=count {
            talk.types("next").hears(&place(next), "the next result");
            let subject = talk.plain.app.subject();
            assert!(!seen.contains(&subject), "another one: {subject:?}");
            seen.push(subject);
        }
        let end = ["That is all.", "C’est tout."][from.language as usize];
        talk.types("next").hears(end, "behind the last one");
        talk.types("previous")
            .hears(&place(count - 1), "the one before");
        talk.types("back")
            .hears("consent", "the list of the search");
        assert_eq!(talk.plain.app.tab(), TabId::Directory);
    }
}

#[test]
fn own_contact_is_removed_from_a_search_in_one_line() {
    for from in both() {
        let place = from.language as usize;
        let said = [
            "Removed: Night desk. To bring it back, type undo.\n",
            "Retirée\u{a0}: Night desk. Pour la rétablir, tapez annuler.\n",
        ][place];
        let [remove, undo] = [["remove", "undo"], ["retirer", "annuler"]][place];
        let changed = ["has just changed", "vient de changer"][place];
        let mut talk = Talk::start(from);
        talk.types("add").types("Night desk").types("902-555-0123");
        talk.types("police");
        talk.types_until("", Talk::asks_for_a_command);
        talk.types("").types("find police");
        let listed = (0..talk.plain.app.list_length()).find(|place| {
            let found = talk.plain.app.directory().found(*place);
            format!("{found:?}").contains("own-")
        });
        let number = (listed.unwrap() + 1).to_string();
        talk.types(&number).hears("902-555-0123", "her card");
        talk.types(remove);
        assert_eq!(talk.heard, said, "and nothing that she did not ask for");
        talk.types(&number)
            .hears(changed, "the numbers are others now")
            .hears("1. ", "and are said");
        talk.types(undo).hears("Night desk", "it is back");
        assert_eq!(talk.plain.saves.list.own().count(), 1);
    }
}

#[test]
fn a_removed_bookmark_is_said_with_the_word_that_brings_it_back() {
    for from in both() {
        let mut talk = Talk::start(from);
        talk.types("find kids help")
            .types("1")
            .types("b")
            .types("b");
        let word = ["type bookmark.", "tapez signet."][from.language as usize];
        talk.hears(word, "a word, no key");
        let said = ["Bookmark removed: ", "Signet retiré : "][from.language as usize];
        assert!(talk.said().starts_with(said) && talk.said().ends_with(word));
        talk.types(["bookmark", "signet"][from.language as usize]);
        assert_eq!(talk.plain.saves.list.len(), 1);
    }
}

#[test]
fn a_list_that_is_open_is_not_opened_over_itself() {
    for from in both() {
        for lines in [
            &["région gatineau", "region"][..],
            &["region", "region", "region gatineau", "region"],
            &["settings", "settings"],
        ] {
            let mut talk = Talk::start(from);
            talk.types("directory");
            for line in lines {
                talk.types(line);
            }
            talk.hears("1. ", "the list");
            talk.types(["back", "retour"][from.language as usize]);
            assert!(talk.plain.app.at_tab(), "one step back");
            let tab = ["Directory.", "Répertoire."][from.language as usize];
            talk.hears(tab, "where she was");
        }
    }
}

#[test]
fn a_note_is_written_in_one_line_with_the_number_of_its_item() {
    for from in both() {
        let place = from.language as usize;
        let saved = ["Note saved", "Note enregistrée"][place];
        let why = ["It has words already", "Il y a déjà des mots"][place];
        let nothing = [
            "No item 57 in this list.",
            "Aucun élément 57 dans cette liste.",
        ][place];
        let mut talk = Talk::start(from);
        talk.types("find halifax");
        talk.types("note 57 rien").hears(nothing, "of no item");
        talk.types("note 1 appeler avant 10 h")
            .hears(saved, "it is");
        let list = &talk.plain.app.list();
        let id = list.bookmarks()[0].id.clone();
        let note = |talk: &Talk| talk.plain.app.list().get(&id).unwrap().note().to_owned();
        assert_eq!(note(&talk), "appeler avant 10 h");
        let listed = (0..talk.plain.app.list_length()).find(|place| {
            let found = talk.plain.app.directory().found(*place);
            format!("{found:?}").contains(&id)
        });
        talk.types(&format!("note {} autre chose", listed.unwrap() + 1));
        talk.hears("appeler avant 10 h", "what stands there")
            .hears(why, "why it stays");
        assert_eq!(note(&talk), "appeler avant 10 h");
        talk.types("autre chose");
        assert_eq!(note(&talk), "autre chose");
    }
}

#[test]
fn the_other_language_stays_at_the_page() {
    for from in both() {
        for list in ["reporting", "find police"] {
            let mut talk = Talk::start(from);
            talk.types(list).types("more").hears("11. ", "page two");
            for _ in 0..2 {
                talk.types("L").hears("11. ", "the same page");
                let first = talk.heard.lines().any(|line| line.starts_with("1. "));
                assert!(!first, "{}", talk.heard);
            }
            talk.types("more").hears("21. ", "and on from there");
        }
    }
}

#[test]
fn the_first_run_can_be_left_and_helps() {
    for language in Language::ALL {
        let first = || {
            Talk::start(From {
                language,
                first_run: true,
                region: Region::Ca,
                ..From::default()
            })
        };
        for word in ["q", "quit", "quitter"] {
            let mut talk = first();
            talk.types(word);
            assert!(talk.plain.has_ended(), "{word}");
        }
        let mut talk = first();
        talk.types("?").hears("911", "help says whom to call");
        assert!(!talk.plain.app.at_tab(), "the question stays");
        for word in ["\u{1b}", "back", "retour"] {
            let mut talk = first();
            talk.types(word).hears("911", "the first tab");
            assert!(talk.plain.app.at_tab(), "{word:?} leaves");
            assert!(talk.plain.saves.saved.is_none(), "and chooses nothing");
        }
    }
}

#[test]
fn the_settings_say_that_lines_are_on_for_this_run() {
    for from in both() {
        let mut talk = Talk::start(from);
        let row = [": yes, in this run", " : oui, cette fois-ci"][from.language as usize];
        talk.types("settings")
            .hears(row, "no setting asked for them");
        let yes = [": yes", " : oui"][from.language as usize];
        talk.types("7")
            .hears(yes, "from now on")
            .hears_no(row, "not for this run alone");
        assert!(talk.plain.saves.saved.unwrap().plain);
    }
}
