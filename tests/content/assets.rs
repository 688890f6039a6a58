//! Rules of the embedded content.

use havre::assets::Assets;
use havre::cli;
use std::path::Path;

use havre::directory::Directory;
use havre::directory::check::{files, files_with_places};
use havre::directory::load::embedded_files;
use havre::guide::TopicId;
use havre::guide::check as guide_check;
use havre::i18n::Language;
use havre::needs::check::{self as needs_check, NeedsFiles};
use havre::places::check::is_known;

/// Size of the content; no other test depends on it.
const CONTACTS: usize = 873;
const PHONES: usize = 1002;
/// Number of contacts to be confirmed first, on any day.
const DOUBTFUL: usize = 383;
const TOPICS: usize = 45;
const TERMS: usize = 43;

#[test]
fn the_embedded_directory_is_whole_and_keeps_every_rule() {
    let report = files_with_places(&embedded_files(), &is_known);
    assert_eq!(report.problems, []);
    let phones: usize = report.contacts.iter().map(|one| one.phones.len()).sum();
    let doubtful = report.contacts.iter().filter(|one| one.must_confirm());
    let counts = (report.contacts.len(), phones, doubtful.count());
    assert_eq!(counts, (CONTACTS, PHONES, DOUBTFUL));
}

#[test]
fn the_readme_has_the_counts() {
    let readme = std::fs::read_to_string("README.md").unwrap();
    let counts = format!(
        "{} contacts with {} numbers",
        thousands(CONTACTS),
        thousands(PHONES)
    );
    assert!(readme.contains(&counts), "README.md must say: {counts}");
}

/// Formats a number in English: `1,002`.
fn thousands(number: usize) -> String {
    match (number / 1000, number % 1000) {
        (0, rest) => rest.to_string(),
        (thousands, rest) => format!("{thousands},{rest:03}"),
    }
}

#[test]
fn the_embedded_guide_is_whole_and_keeps_every_rule() {
    let directory = Directory::new(files(&embedded_files()).contacts);
    let report = guide_check::files(&guide_check::embedded_files(), &directory);
    assert_eq!((report.topics, report.terms), (TOPICS, TERMS));
    assert_eq!(report.regional, 2 * 13);
    assert_eq!(report.problems, []);
}

#[test]
fn every_region_has_a_contact_to_call_as_in_the_table() {
    let mut stdout = Vec::new();
    let words = ["havre", "--lang", "en", "check", "--coverage"].map(std::ffi::OsString::from);
    let ended = cli::run(words, &|_| None, &mut stdout, &mut Vec::new());
    assert_eq!(ended, cli::Invocation::Finished(cli::Exit::Done), "no gap");
    let kept = std::fs::read_to_string("docs/coverage.md").unwrap();
    assert!(
        String::from_utf8(stdout).unwrap() == kept,
        "cargo run -- --lang en check --coverage > docs/coverage.md"
    );
}

#[test]
fn the_embedded_needs_are_whole_and_keep_every_rule() {
    let directory = Directory::new(files(&embedded_files()).contacts);
    let guide = Assets::embedded().guide(Language::En);
    let is_topic = |id: &TopicId| guide.topic(id).is_some();
    let embedded = needs_check::files(&NeedsFiles::embedded(), &directory, is_topic);
    assert_eq!(embedded, (45, Vec::new()));
    let written = NeedsFiles::in_folder(Path::new("assets/needs")).unwrap();
    assert_eq!(needs_check::files(&written, &directory, is_topic), embedded);
}

/// The screen shows one kind of apostrophe, ’. (Search treats both alike.)
#[test]
fn apostrophes_are_of_one_kind() {
    let mut straight = Vec::new();
    for (name, text) in shown_texts() {
        for (number, line) in text.lines().enumerate() {
            // Text to be typed literally, or not shown, keeps its own.
            let skipped = line.contains("://") || line.contains('`') || line.contains("\"notes\"");
            if !skipped && has_straight_apostrophe(line) {
                straight.push(format!("{name}:{}: {line}", number + 1));
            }
        }
    }
    assert_eq!(straight, [""; 0]);
}

fn has_straight_apostrophe(line: &str) -> bool {
    let letters: Vec<char> = line.chars().collect();
    letters
        .windows(3)
        .any(|around| around[1] == '\'' && around[0].is_alphabetic() && around[2].is_alphabetic())
}

fn shown_texts() -> Vec<(String, String)> {
    let folders = [
        "assets/directory",
        "assets/guide/en",
        "assets/guide/fr",
        "assets/i18n",
    ];
    let files = folders.into_iter().flat_map(|folder| {
        let entries = std::fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().path())
    });
    files
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            (path.display().to_string(), text)
        })
        .collect()
}
