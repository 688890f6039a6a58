//! Output never controls a terminal, wherever its words come from.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use havre::cli;
use havre::i18n::typography::is_obeyed;

/// One character of each kind that a terminal obeys or does not show.
const EVIL: &str = "\u{1b}]0;x\u{7}\u{9b}31m\u{7f}\u{61c}\u{200b}\u{202e}\u{2067}\u{feff}\u{e0041}\
    \u{ad}\u{34f}\u{115f}\u{180e}\u{2028}\u{2060}\u{2800}\u{3164}\u{fe0f}\u{ffa0}\u{fff9}";

/// Runs `havre` in a folder and returns all output.
fn printed(data: &Path, words: &[&str]) -> String {
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let folder = [OsString::from("havre"), "--data-dir".into(), data.into()];
    let words = words.iter().map(|word| OsString::from(*word));
    cli::run(
        folder.into_iter().chain(words),
        &|_| None,
        &mut stdout,
        &mut stderr,
    );
    stdout.extend(stderr);
    String::from_utf8(stdout).unwrap()
}

fn check_harmless(printed: &str, words: &[&str]) {
    assert!(!printed.trim().is_empty(), "{words:?}");
    let hidden = EVIL.replace(|one: char| one.is_ascii_graphic(), "");
    let obeyed = printed
        .chars()
        .find(|one| *one != '\n' && (is_obeyed(*one) || hidden.contains(*one)));
    assert_eq!(obeyed, None, "{words:?}: {printed:?}");
}

/// Returns the same text as escaped in JSON.
fn escaped() -> String {
    let units = EVIL.encode_utf16();
    let escaped: Vec<String> = units.map(|unit| format!("\\u{unit:04x}")).collect();
    escaped.concat()
}

#[test]
fn arguments_are_echoed_without_control_characters() {
    let data = tempfile::tempdir().unwrap();
    let evil = format!("qqzz{EVIL}");
    let missing = format!("/nowhere{EVIL}");
    for words in [
        &["search", &evil][..],
        &["search", "--json", &evil, "shelter"],
        &["search", "shelter", &evil],
        &["search", "--near", &evil, "shelter"],
        &["--region", &evil],
        &["--worker", &evil],
        &["--theme", &evil],
        &[&evil],
        &["--lang", &evil, "search"],
        &["bookmarks", "add", &evil],
        &["bookmarks", "merge", &missing],
        &["schema", &evil],
        &["check", "--directory", &missing],
        &["import", &missing],
        &["packs", "add", &missing],
        &["packs", "remove", &evil],
    ] {
        check_harmless(&printed(data.path(), words), words);
    }
}

#[test]
fn names_of_files_and_values_in_them_are_printed_without_it() {
    let data = tempfile::tempdir().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let yukon = fs::read_to_string("assets/directory/yt.json").unwrap();
    let escaped = escaped();
    let bad = yukon
        .replace("https://", &escaped)
        .replace("\"id\": \"yt-", &format!("\"id\": \"{escaped}"));
    fs::write(folder.path().join(format!("yt{EVIL}.json")), &bad).unwrap();
    fs::write(folder.path().join("yt.json"), &bad).unwrap();
    let path = folder.path().to_str().unwrap();
    let words = ["check", "--directory", path];
    check_harmless(&printed(data.path(), &words), &words);
}

#[test]
fn a_list_from_elsewhere_is_printed_without_it() {
    let data = tempfile::tempdir().unwrap();
    let escaped = escaped();
    let list = format!(
        r#"{{"version": 1, "bookmarks": [{{"id": "own-{escaped}", "added": "2026-11-12T00:00:00Z",
            "note": {{"at": "2026-11-12T00:00:00Z", "text": "{escaped}"}}}}],
        "marks": [{{"id": "own-{escaped}", "marked": "2026-11-12T00:00:00Z", "on": "2026-11-12",
            "wrong": "other", "text": "{escaped}"}}],
        "own": [{{"id": "own-{escaped}", "at": "2026-11-12T00:00:00Z", "contact": {{"name": "Quillberry{escaped}",
            "phones": [{{"number": "902-555-0123{escaped}", "kind": "voice"}}],
            "category": "police", "region": "NS"}}}}]}}"#
    );
    fs::write(data.path().join("bookmarks.json"), list).unwrap();
    for words in [
        &["bookmarks", "list"][..],
        &["bookmarks", "list", "--json"],
        &["search", "quillberry"],
        &["search", "--json", "quillberry"],
        &["corrections"],
        &["corrections", "--json"],
        &["doctor", "--json"],
        &["packs", "list", "--json"],
        &["now", "--json"],
    ] {
        check_harmless(&printed(data.path(), words), words);
    }
}
