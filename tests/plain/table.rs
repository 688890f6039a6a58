//! Every command of the table of keys, done in lines by its word, in both languages.

use std::collections::HashSet;

use havre::app::TabId;
use havre::app::keymap::Command;
use havre::app::keymap::table::BINDINGS;
use havre::i18n::Language;
use havre::plain::words::{WITHOUT_WORD, WORDS, WordEffect};

use super::talk::{From, Talk};

/// Lines before a word, the text after it, and a part of its answer in English and in French.
struct Demonstration {
    before: &'static [&'static str],
    argument: &'static str,
    answer: [String; 2],
}

fn answered(
    before: &'static [&'static str],
    argument: &'static str,
    answer: [&str; 2],
) -> Demonstration {
    Demonstration {
        before,
        argument,
        answer: answer.map(str::to_owned),
    }
}

const FOUND: &[&str] = &["find 9-8-8"];
const TWO: &[&str] = &["find 9-8-8", "b 1", "find kids help", "b 1", "bookmarks"];
const BOOKMARKED: &[&str] = &["find 9-8-8", "b 1"];
const UNDONE: &[&str] = &["find 9-8-8", "b 1", "undo"];
const READ: &[&str] = &["find 9-8-8", "1"];
const FILTERED: &[&str] = &["find help", "filters", "3", "2", "back"];
const WRONG: &[&str] = &["find kids help", "1", "called", "4"];
const OWN: &[&str] = &[
    "add",
    "Night desk",
    "902-555-0123",
    "1",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
];

/// Returns the demonstration of a command; `None` for one without a word. A new command needs its
/// line here.
#[rustfmt::skip]
fn demonstration(command: Command) -> Option<Demonstration> {
    Some(match command {
        Command::Tab(digit) => {
            let tab = TabId::ALL.get(usize::from(digit))?;
            let name = |language| havre::i18n::Messages::of(language).text(&tab.message_id());
            Demonstration { before: &[], argument: "", answer: Language::ALL.map(name) }
        }
        Command::Steps => answered(&[], "", ["Question 1", "Question 1"]),
        Command::Back => answered(READ, "", ["Search: 9-8-8", "Chercher : 9-8-8"]),
        Command::Filters => answered(FOUND, "", ["Filters", "Filtres"]),
        Command::ClearFilters => answered(FILTERED, "", ["found", "résultat"]),
        Command::Bookmark | Command::Copy | Command::Enlarge | Command::ShowCode
        | Command::Sources | Command::Both | Command::Note | Command::Labels | Command::Called
        | Command::MoveUp | Command::MoveDown | Command::HandOver | Command::Pick
        | Command::Corrections | Command::Lists | Command::OwnAdd | Command::OwnEdit
        | Command::OwnRemove | Command::Undo | Command::Redo => return on_contact(command),
        Command::Settings => answered(&[], "", ["Settings", "Réglages"]),
        Command::Region => answered(&[], "ontario", ["Ontario", "Ontario"]),
        Command::Language => answered(&[], "", ["Signaler", "Reporting"]),
        Command::Glossary => answered(&[], "", ["Glossary", "Glossaire"]),
        Command::Quit | Command::ClearAndQuit => answered(&[], "", ["", ""]),
        Command::Choose(_) | Command::PreviousTab | Command::NextTab | Command::Up
        | Command::Down | Command::ToLeft | Command::ToRight | Command::PageUp
        | Command::PageDown | Command::First | Command::Last | Command::Open
        | Command::NextPane | Command::PreviousPane | Command::Search | Command::ToResults
        | Command::PreviousValue | Command::NextValue | Command::CaretLeft
        | Command::CaretRight | Command::CaretStart | Command::CaretEnd | Command::DeleteBefore
        | Command::DeleteAfter | Command::DeleteWord | Command::ClearField | Command::Help
        | Command::Discreet | Command::Save | Command::Cover | Command::Repaint | Command::Suspend => return None,
    })
}

/// Returns the demonstration of a command on contacts.
fn on_contact(command: Command) -> Option<Demonstration> {
    Some(match command {
        Command::Bookmark => answered(FOUND, "1", ["Bookmarked: ", "Signet ajouté : "]),
        Command::Copy => answered(FOUND, "1", ["988", "988"]),
        Command::Enlarge => answered(FOUND, "1", ["9 8 8", "9 8 8"]),
        Command::ShowCode => answered(FOUND, "1", ["tel:988", "tel:988"]),
        Command::Sources => answered(FOUND, "1", ["Sources: ", "Sources : "]),
        Command::Both => answered(READ, "", ["Français", "English"]),
        Command::Note => answered(FOUND, "1", ["Note about", "Note sur"]),
        Command::Labels => answered(FOUND, "1", ["Labels of", "Étiquettes de"]),
        Command::Called => answered(FOUND, "1", ["You called", "Vous avez appelé"]),
        Command::MoveUp => answered(TWO, "2", ["Moved.", "Déplacé."]),
        Command::MoveDown => answered(TWO, "1", ["Moved.", "Déplacé."]),
        Command::HandOver => answered(FOUND, "1", ["(SMS)", "(SMS)"]),
        Command::Pick => answered(FOUND, "1", ["Marked: 1", "Marquées : 1"]),
        Command::Corrections => answered(WRONG, "", ["havre’s directory", "répertoire de havre"]),
        Command::Lists => answered(TWO, "", ["Give this list", "Donner cette liste"]),
        Command::OwnAdd => answered(&[], "", ["A contact of your own", "Votre propre ressource"]),
        Command::OwnEdit => answered(OWN, "", ["Your contact", "Votre ressource"]),
        Command::OwnRemove => answered(OWN, "", ["Removed: Night desk", "Retirée : Night desk"]),
        Command::Undo => answered(
            BOOKMARKED,
            "",
            ["No longer a bookmark", "Retiré de vos signets"],
        ),
        Command::Redo => answered(UNDONE, "", ["Bookmarked: ", "Signet ajouté : "]),
        _ => return None,
    })
}

fn commands() -> HashSet<Command> {
    BINDINGS.iter().map(|binding| binding.command).collect()
}

#[test]
fn only_commands_with_a_reason_have_no_word() {
    for command in commands() {
        let excused = WITHOUT_WORD.iter().any(|(one, _)| *one == command);
        assert_eq!(demonstration(command).is_none(), excused, "{command:?}");
    }
}

#[test]
fn every_command_of_a_key_is_done_by_its_word() {
    for language in Language::ALL {
        for command in commands() {
            let Some(shown) = demonstration(command) else {
                continue;
            };
            let mut talk = Talk::start(From {
                language,
                ..From::default()
            });
            for line in shown.before {
                talk.types(line);
            }
            let words = WORDS
                .iter()
                .find(|word| word.does == WordEffect::Ask(command));
            let word = words.expect("a word").shown(talk.plain.app.messages());
            let line = format!("{word} {}", shown.argument);
            talk.types(line.trim());
            let answer = &shown.answer[language as usize];
            talk.hears(answer, &format!("{command:?}: {line}"));
            let ends = matches!(command, Command::Quit | Command::ClearAndQuit);
            assert_eq!(talk.plain.has_ended(), ends, "{command:?}");
            let nothing = ["does nothing here", "n’a aucun effet ici"][language as usize];
            talk.hears_no(nothing, &format!("{command:?}: {line}"));
        }
    }
}
