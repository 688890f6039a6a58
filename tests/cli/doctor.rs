//! `havre doctor`: its findings and advice; it changes nothing.

use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use havre::cli::{self, Exit, Invocation};
use havre::files::{Files as _, RealFiles};
use serde_json::Value;

/// Returns the output and the exit code for a folder.
fn doctor(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> (Exit, String) {
    let words = ["havre", "doctor", "--data-dir"].map(OsString::from);
    let words = words.into_iter().chain([folder.into()]);
    let words = words.chain(arguments.iter().map(OsString::from));
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let variable = |name: &str| {
        let (_, value) = environment.iter().find(|(key, _)| *key == name)?;
        Some((*value).into())
    };
    let ended = cli::run(words, &variable, &mut stdout, &mut stderr);
    let Invocation::Finished(exit) = ended else {
        panic!("a screen");
    };
    assert_eq!(String::from_utf8(stderr).unwrap(), "");
    (exit, String::from_utf8(stdout).unwrap())
}

const ENGLISH: &[(&str, &str)] = &[("LANG", "en_CA.UTF-8"), ("TERM", "xterm")];

/// Returns the finding of this id, for programs.
fn finding(folder: &Path, id: &str) -> Value {
    let (exit, text) = doctor(folder, &["--json"], ENGLISH);
    let report: Value = serde_json::from_str(&text).unwrap();
    let findings = report["findings"].as_array().unwrap();
    let off = findings.iter().any(|finding| finding["state"] == "off");
    assert_eq!(report["well"], !off);
    assert_eq!(exit, if off { Exit::NothingFound } else { Exit::Done });
    let found = findings.iter().find(|finding| finding["id"] == id);
    found.unwrap_or_else(|| panic!("no {id} in {text}")).clone()
}

/// Creates a folder as havre does.
fn home() -> tempfile::TempDir {
    tempfile::Builder::new()
        .permissions(fs::Permissions::from_mode(0o700))
        .tempdir()
        .unwrap()
}

fn names(folder: &Path) -> Vec<OsString> {
    let names = fs::read_dir(folder).unwrap();
    names.map(|entry| entry.unwrap().file_name()).collect()
}

#[test]
fn all_is_well_in_a_fresh_folder_and_nothing_is_left_in_it() {
    let home = home();
    let (exit, text) = doctor(home.path(), &[], ENGLISH);
    assert_eq!(exit, Exit::Done, "{text}");
    assert!(text.starts_with(&format!("havre {}\n", env!("CARGO_PKG_VERSION"))));
    assert!(text.ends_with("Nothing is off.\n"), "{text}");
    assert_eq!(names(home.path()), [""; 0]);
    let folder = home.path().join("not/yet");
    assert_eq!(doctor(&folder, &[], ENGLISH).0, Exit::Done);
    assert_eq!(finding(&folder, "folder")["facts"]["writable"], true);
    assert!(!folder.exists(), "it looks, and makes nothing");
}

#[test]
fn the_ids_are_a_contract() {
    let home = home();
    let (_, text) = doctor(home.path(), &["--json"], ENGLISH);
    let report: Value = serde_json::from_str(&text).unwrap();
    let ids: Vec<&str> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["id"].as_str().unwrap())
        .collect();
    let expected = [
        "terminal",
        "colours",
        "locale",
        "clipboard",
        "language",
        "folder",
        "room",
        "bookmarks",
        "settings",
        "lock",
        "directory",
        "packs",
        "clock",
        "confinement",
    ];
    assert_eq!(ids, expected);
}

#[test]
fn a_folder_that_others_can_look_into_is_off() {
    let home = home();
    fs::set_permissions(home.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let folder = finding(home.path(), "folder");
    assert_eq!(folder["state"], "off");
    assert!(folder["advice"].as_str().unwrap().contains("chmod 700"));
}

#[test]
fn a_place_where_nothing_can_be_written_is_off() {
    let home = home();
    let file = home.path().join("file");
    fs::write(&file, "").unwrap();
    for place in [file.clone(), file.join("folder")] {
        let folder = finding(&place, "folder");
        assert_eq!(folder["state"], "off", "{place:?}");
        assert_eq!(folder["facts"]["writable"], false);
        assert!(folder["advice"].as_str().unwrap().contains("--data-dir"));
    }
}

const NOTE: &str = "ask for the night desk";

/// Returns a list with one bookmark and a note, as havre writes it.
fn kept() -> String {
    let home = home();
    let bookmarks = |words: &[&str]| {
        let fixed = ["havre", "bookmarks", "--data-dir"].map(OsString::from);
        let words = words.iter().map(OsString::from);
        let words = fixed.into_iter().chain([home.path().into()]).chain(words);
        let ended = cli::run(words, &|_| None, &mut Vec::new(), &mut Vec::new());
        assert_eq!(ended, Invocation::Finished(Exit::Done));
    };
    bookmarks(&["add", "ca-kids-help-phone"]);
    bookmarks(&["note", "ca-kids-help-phone", NOTE]);
    fs::read_to_string(home.path().join("bookmarks.json")).unwrap()
}

/// Returns the finding on a list, which must stay unchanged.
fn list(text: &str) -> Value {
    let home = home();
    let path = home.path().join("bookmarks.json");
    fs::write(&path, text).unwrap();
    let found = finding(home.path(), "bookmarks");
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    assert_eq!(names(home.path()), ["bookmarks.json"]);
    found
}

#[test]
fn a_list_is_looked_at_and_left_as_it_is() {
    let good = kept();
    assert!(good.contains(NOTE), "{good}");
    assert_eq!(list(&good)["facts"]["items"], 1);
    assert_eq!(list(&good)["state"], "ok");
    assert!(!list(&good).to_string().contains(NOTE), "not what is in it");
    let damaged = list(good.trim_end().trim_end_matches('}'));
    assert_eq!(damaged["state"], "off");
    assert!(damaged["advice"].as_str().unwrap().contains("Start havre"));
    let newer = list(r#"{"version": 999, "bookmarks": []}"#);
    assert_eq!(
        (&newer["state"], &newer["facts"]["version"]),
        (&"off".into(), &999.into())
    );
}

#[test]
fn copies_that_were_set_aside_are_named() {
    let home = home();
    let name = "bookmarks.damaged-2026-11-12T000000.000000Z";
    fs::write(home.path().join(name), "{").unwrap();
    let found = finding(home.path(), "set_aside");
    assert_eq!(found["state"], "note");
    assert_eq!(found["facts"]["files"], serde_json::json!([name]));
    assert!(found["advice"].as_str().unwrap().contains(name));
}

#[test]
fn the_clock_is_looked_at() {
    assert_eq!(finding(home().path(), "clock")["state"], "ok");
}

#[test]
fn damaged_settings_are_off_and_good_ones_give_the_language() {
    let home = home();
    let path = home.path().join("settings.json");
    fs::write(&path, "{").unwrap();
    assert_eq!(finding(home.path(), "settings")["state"], "off");
    fs::write(&path, r#"{"version": 1, "language": "fr"}"#).unwrap();
    assert_eq!(finding(home.path(), "settings")["state"], "ok");
    assert_eq!(finding(home.path(), "language")["facts"]["language"], "fr");
}

#[test]
fn a_lock_that_is_held_is_off() {
    let home = home();
    let path = home.path().join("bookmarks.lock");
    let held = RealFiles.lock(&path).unwrap();
    assert_eq!(finding(home.path(), "lock")["state"], "off");
    drop(held);
    assert_eq!(finding(home.path(), "lock")["state"], "ok");
}

#[test]
fn it_says_whether_the_kernel_locks_it_in() {
    let home = home();
    let found = finding(home.path(), "confinement");
    let facts = &found["facts"];
    if facts["landlock"].is_null() || facts["calls"] == false {
        assert_eq!(found["state"], "off", "{found}");
        assert!(found["advice"].is_string());
    } else {
        assert_eq!(facts["files"], true, "tried, and refused: {found}");
        assert_eq!(facts["no_new_privs"], true);
    }
}

#[test]
fn it_speaks_french_in_ascii_where_the_locale_has_no_more() {
    let home = home();
    let french = &["--lang", "fr"];
    let (exit, text) = doctor(home.path(), french, &[("LANG", "C"), ("TERM", "xterm")]);
    assert_eq!(exit, Exit::NothingFound);
    assert!(text.is_ascii(), "{text}");
    assert!(text.contains("Repertoire"), "{text}");
    let (exit, text) = doctor(home.path(), french, &[("LANG", "fr_CA.UTF-8")]);
    assert_eq!(exit, Exit::Done);
    assert!(
        text.contains("Répertoire") && text.ends_with("Tout va bien.\n"),
        "{text}"
    );
}

#[test]
fn every_line_fits_and_stands_under_its_column() {
    let folder = Path::new("/proc/none");
    for language in ["en", "fr"] {
        let (_, text) = doctor(
            folder,
            &["--lang", language],
            &[("TMUX", "x"), ("LANG", "C")],
        );
        for line in text.lines() {
            assert!(line.len() <= 80, "{line}");
        }
    }
}

#[test]
fn environment_cannot_steer_the_terminal() {
    let home = home();
    let (_, text) = doctor(home.path(), &[], &[("LANG", "\u{1b}]0;x\u{7}.UTF-8")]);
    assert!(!text.contains('\u{1b}'), "{text:?}");
}
