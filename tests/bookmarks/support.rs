//! Helpers shared by the tests of the list.

#[path = "../fixtures/mod.rs"]
pub mod fixtures;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use havre::bookmarks::{Change, List, Reading, understand};
use havre::directory::Contact;
use jiff::Timestamp;
use tempfile::TempDir;

/// Returns a time of the test's own clock.
pub fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_795_000_000 + second).unwrap()
}

/// Returns the first contacts of the directory.
pub fn contacts(count: usize) -> Vec<Contact> {
    static CONTACTS: LazyLock<Vec<Contact>> =
        LazyLock::new(|| fixtures::assets().contacts().unwrap());
    CONTACTS[..count].to_vec()
}

/// Creates a home folder; returns it with the path of a file that does not exist yet.
pub fn home() -> (TempDir, PathBuf) {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("havre").join("bookmarks.json");
    (home, path)
}

/// Returns the ids of the bookmarks, in the worker's order.
pub fn ids(list: &List) -> Vec<&str> {
    list.bookmarks()
        .iter()
        .map(|entry| entry.id.as_str())
        .collect()
}

pub fn note(id: &str, text: &str) -> Change {
    Change::Note {
        id: id.to_owned(),
        text: text.to_owned(),
    }
}

pub fn remove(id: &str) -> Change {
    Change::Remove { id: id.to_owned() }
}

/// Parses these bytes, which must be a valid list.
pub fn good(bytes: &[u8]) -> List {
    match understand(bytes, at(0)) {
        Reading::Good(list) => list,
        other => panic!("no whole list: {other:?}"),
    }
}

/// Parses the file, which must be a valid list.
pub fn on_disk(path: &Path) -> List {
    good(&std::fs::read(path).unwrap())
}

/// Returns the number of repetitions: from the environment variable, else `usual`.
pub fn times(variable: &str, usual: usize) -> usize {
    std::env::var(variable).map_or(usual, |text| text.parse().unwrap())
}
