//! Worker's folder moved, replaced or linked elsewhere during a confined session.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use super::confined::landlock;
use super::program;
use super::support::{Setup, Terminal};

/// Starts a session in a language, with a contact on the screen.
fn session(folder: &Path, language: &str) -> Terminal {
    let folder = folder.to_str().unwrap();
    let arguments = ["--lang", language, "--region", "ON", "--data-dir", folder];
    let mut terminal = Setup::of(program::PATH).args(arguments).start();
    terminal.wait_for_text("[0 ");
    terminal.send(if language == "fr" {
        "4jeunesse j'écoute\r"
    } else {
        "4kids help phone\r"
    });
    terminal.wait_for_text(if language == "fr" {
        "b signet"
    } else {
        "b bookmark"
    });
    terminal
}

/// Waits for a sentence, ignoring line breaks.
#[track_caller]
fn wait_for_sentence(terminal: &Terminal, sentence: &str) {
    terminal.wait_for(sentence, |screen| {
        let contents = screen.contents();
        let words: Vec<_> = contents
            .split([' ', '\n'])
            .filter(|word| !word.is_empty())
            .collect();
        words.join(" ").contains(sentence)
    });
}

fn kept(folder: &Path) -> String {
    fs::read_to_string(folder.join("bookmarks.json")).unwrap()
}

#[test]
fn a_folder_moved_away_is_named_as_such_and_nothing_is_lost() {
    if landlock().is_none() {
        return;
    }
    for (language, added, removed, moved, advice) in [
        (
            "en",
            "Bookmarked: ",
            "Bookmark removed: ",
            "Not saved: your folder was moved or replaced",
            "Close havre, open it again and make this change once more.",
        ),
        (
            "fr",
            "Signet ajouté",
            "Signet retiré",
            "votre dossier a été déplacé ou remplacé",
            "Fermez havre, rouvrez-le et refaites cette modification.",
        ),
    ] {
        let home = tempfile::tempdir().unwrap();
        let [folder, away] = ["data", "away"].map(|name| home.path().join(name));
        let mut terminal = session(&folder, language);
        terminal.send("b");
        terminal.wait_for_text(added);
        let before = kept(&folder);
        fs::rename(&folder, &away).unwrap();
        // With and without another folder in its place.
        for made_anew in [false, true] {
            if made_anew {
                fs::create_dir(&folder).unwrap();
            }
            terminal.send("b");
            wait_for_sentence(&terminal, moved);
            wait_for_sentence(&terminal, advice);
            assert_eq!(kept(&away), before, "what was saved stays as it was");
            // Any key removes the notice.
            terminal.send("\x1b[H");
            terminal.wait_for("the notice's end", |screen| {
                !screen.contents().contains(moved)
            });
        }
        // The folder returns: changes in memory are saved with the next change.
        fs::remove_dir(&folder).unwrap();
        fs::rename(&away, &folder).unwrap();
        terminal.send("b");
        terminal.wait_for_text(removed);
        assert_ne!(kept(&folder), before);
        terminal.send("\x03");
        assert_eq!(terminal.wait_for_end(), 0);
    }
}

#[test]
fn settings_say_it_too() {
    if landlock().is_none() {
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("data");
    let mut terminal = session(&folder, "en");
    fs::rename(&folder, home.path().join("away")).unwrap();
    terminal.send("L");
    wait_for_sentence(&terminal, "Vos réglages ne sont pas enregistrés");
    wait_for_sentence(&terminal, "fermez havre et rouvrez-le");
}

#[test]
fn backups_kept_elsewhere_are_within_reach() {
    if landlock().is_none() {
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let [folder, elsewhere] = ["data", "elsewhere"].map(|name| home.path().join(name));
    for folder in [&folder, &elsewhere] {
        fs::create_dir(folder).unwrap();
    }
    symlink(&elsewhere, folder.join("backups")).unwrap();
    let mut terminal = session(&folder, "en");
    for said in ["Bookmarked: ", "Bookmark removed: "] {
        terminal.send("b");
        terminal.wait_for_text(said);
    }
    assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 1);
}
