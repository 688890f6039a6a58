//! Other copies of the file: good versions, set-aside files, and conflict copies of sync tools.

use std::fs;
use std::path::Path;

use havre::bookmarks::{Change, Reading, Store, set_aside_files, understand};
use havre::files::RealFiles;
use havre::i18n::typography::escaped_json;
use jiff::Timestamp;

use crate::support::{at, contacts, home, note, on_disk, remove};

fn day(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// Returns every file in the folder and its backups that contains these words.
fn with_words(folder: &Path, words: &str) -> Vec<String> {
    let mut found = Vec::new();
    for folder in [folder.to_owned(), folder.join("backups")] {
        for item in fs::read_dir(folder).into_iter().flatten() {
            let path = item.unwrap().path();
            let bytes = fs::read(&path).unwrap_or_default();
            if String::from_utf8_lossy(&bytes).contains(words) {
                found.push(path.display().to_string());
            }
        }
    }
    found
}

#[test]
fn a_clock_that_was_once_ahead_deletes_no_newer_backup() {
    let (_home, path) = home();
    let all = contacts(5);
    let mut store = Store::open(&path, at(0)).store;
    let ahead = day("2036-01-01T00:00:00Z");
    for (place, contact) in all.iter().enumerate() {
        let now = if place < 3 {
            ahead
        } else {
            day("2026-12-01T00:00:00Z")
        };
        store.apply(Change::add(contact, now), now).unwrap();
    }
    let backups = store.backups(ahead);
    let counts: Vec<usize> = backups.iter().map(|backup| backup.list.len()).collect();
    assert_eq!(
        counts,
        [4, 3, 2],
        "the newest first, by the order in which they were made"
    );
    assert_eq!(backups[0].replaced().unwrap().year(), 2026);
    assert_eq!(backups[2].replaced().unwrap().year(), 2036);
}

#[test]
fn backups_of_an_older_program_come_last_and_go_first() {
    let (_home, path) = home();
    let folder = path.with_file_name("backups");
    fs::create_dir_all(&folder).unwrap();
    let old = folder.join("bookmarks-2030-01-01T000000.000000Z.json");
    fs::write(&old, r#"{"version": 1, "bookmarks": []}"#).unwrap();
    let mut store = Store::open(&path, at(0)).store;
    for (second, contact) in (1..).zip(contacts(3)) {
        store
            .apply(Change::add(&contact, at(second)), at(second))
            .unwrap();
    }
    let backups = store.backups(at(9));
    assert_eq!(backups.len(), 3);
    assert_eq!(backups[2].path, old);
    store.apply(remove(&contacts(1)[0].id), at(9)).unwrap();
    assert!(!old.exists());
}

#[test]
fn removed_words_stay_in_no_copy() {
    const WORDS: &str = "ask for the night desk";
    let own = Change::OwnAdd {
        id: "own-1".to_owned(),
        contact: serde_json::from_value(serde_json::json!({"name": WORDS, "phones": [],
            "category": "police", "region": "NS"}))
        .unwrap(),
    };
    let contact = &contacts(1)[0];
    let id = contact.id.clone();
    let mark = havre::bookmarks::Mark::Wrong {
        kind: havre::bookmarks::Wrong::Other,
        text: WORDS.to_owned(),
    };
    let marked = Change::mark(contact, mark, "", "2026-11-12".parse().unwrap());
    for (write, take_away) in [
        (note(&id, WORDS), note(&id, "")),
        (note(&id, WORDS), remove(&id)),
        (
            own,
            Change::OwnRemove {
                id: "own-1".to_owned(),
            },
        ),
        (marked, Change::Unmark { id: id.clone() }),
    ] {
        let (_home, path) = home();
        let folder = path.parent().unwrap().to_owned();
        let mut store = Store::open(&path, at(0)).store;
        store.apply(Change::add(contact, at(1)), at(1)).unwrap();
        store.apply(write, at(2)).unwrap();
        // Damaged once to have a copy set aside; changed to have backups.
        let mut bytes = fs::read(&path).unwrap();
        bytes.extend(b"#");
        fs::write(&path, bytes).unwrap();
        for (second, contact) in (3..).zip(&contacts(3)[1..]) {
            store
                .apply(Change::add(contact, at(second)), at(second))
                .unwrap();
        }
        assert!(
            with_words(&folder, WORDS).len() >= 3,
            "{:?}",
            with_words(&folder, WORDS)
        );
        store.apply(take_away, at(9)).unwrap();
        assert_eq!(with_words(&folder, WORDS), [""; 0]);
        assert!(!store.backups(at(9)).is_empty(), "the rest of them is kept");
        assert_eq!(store.list().len(), on_disk(&path).len());
    }
}

#[test]
fn newest_five_files_set_aside_are_kept_for_ninety_days() {
    let (_home, path) = home();
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let contact = &contacts(1)[0];
    for month in 1..=9 {
        let now = day(&format!("2027-01-{month:02}T00:00:00Z"));
        fs::write(&path, "no list").unwrap();
        Store::open(&path, now)
            .store
            .apply(note(&contact.id, "x"), now)
            .unwrap();
    }
    assert_eq!(set_aside_files(&RealFiles, &path).len(), 5);
    let now = day("2027-12-01T00:00:00Z");
    let mut store = Store::open(&path, now).store;
    store.apply(note(&contact.id, "y"), now).unwrap();
    assert_eq!(
        set_aside_files(&RealFiles, &path).len(),
        1,
        "the newest stays in any case"
    );
}

#[test]
fn the_copies_of_every_sync_tool_are_found() {
    for name in [
        "bookmarks.sync-conflict-20261112-101010-ABCDEFG.json",
        "bookmarks (conflicted copy 2026-11-26 204030).json",
        "bookmarks (Anna's conflicted copy 2026-11-26).json",
        "bookmarks (copie en conflit de Anna 2026-11-26).json",
        "bookmarks_conflict-20261126-204030.json",
        "bookmarks-PC01.json",
        "bookmarks (1).json",
        "bookmarks(1).json",
        "bookmarks [Conflict].json",
        "bookmarks 2.json",
    ] {
        let (_home, path) = home();
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path.with_file_name(name), "{}").unwrap();
        assert_eq!(Store::open(&path, at(0)).conflicts.len(), 1, "{name}");
    }
    for name in [
        "bookmarks.damaged-2026-11-12T000000.000000Z.json",
        "bookmarks.version-0-2026-11-12T000000.000000Z.json",
        "bookmarks 2.json.merged-2026-11-12T000000.000000Z",
        "bookmarks2.json",
        "bookmarks of mine.json",
        "settings.json",
    ] {
        let (_home, path) = home();
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path.with_file_name(name), "{}").unwrap();
        assert_eq!(Store::open(&path, at(0)).conflicts.len(), 0, "{name}");
    }
}

#[test]
fn pathological_json_is_refused_within_its_budget() {
    const SIZE: usize = 14_700_000;
    let filled = |unit: &str| unit.repeat(SIZE / unit.len());
    for text in [
        format!("[{}", filled("{\"\":0},")),
        format!("[{}0]", filled("{\"\":0},")),
        format!("[{}0]", filled("0,")),
        filled("["),
        filled("{\"\":["),
        filled("{\"a\":[1,"),
        filled("{,"),
        filled("{\"\\"),
    ] {
        let head: String = text.chars().take(20).collect();
        let Reading::Damaged { list } = understand(text.as_bytes(), at(0)) else {
            panic!("{head}");
        };
        assert_eq!(list.items(), 0, "{head}");
    }
}

#[test]
fn json_that_is_printed_has_nothing_that_a_terminal_obeys() {
    let value = serde_json::json!({"a": "\u{1b}[2J\u{9b}2J\u{7f}\u{202e}\u{61c}\u{200b}\u{2028}\u{feff}\u{e0041}é"});
    let printed = escaped_json(&serde_json::to_string_pretty(&value).unwrap());
    let bare = printed.chars().filter(|c| *c != '\n');
    assert_eq!(
        bare.filter(|c| havre::i18n::typography::is_obeyed(*c))
            .count(),
        0,
        "{printed}"
    );
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&printed).unwrap(),
        value
    );
    assert!(printed.contains('é'));
}

#[test]
fn copies_are_merged_as_they_were_shown_and_a_changed_one_stays() {
    let (_home, path) = home();
    let all = contacts(3);
    let mut store = Store::open(&path, at(0)).store;
    let names = ["1", "2"].map(|name| path.with_file_name(format!("bookmarks ({name}).json")));
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let write = |name: &Path, contact| {
        let mut other = havre::bookmarks::List::default();
        other.apply(Change::add(contact, at(1)), at(1));
        fs::write(name, other.to_bytes()).unwrap();
    };
    write(&names[0], &all[0]);
    write(&names[1], &all[1]);
    let shown = store.conflict_lists(at(2));
    assert_eq!(shown.len(), 2);
    write(&names[1], &all[2]);
    store.merge_copies(&shown, at(3)).unwrap();
    let list = on_disk(&path);
    assert!(list.contains(&all[0].id) && list.contains(&all[1].id));
    assert!(!list.contains(&all[2].id), "nobody has seen it");
    assert!(!names[0].exists(), "merged copies are put away");
    assert!(names[1].exists(), "a changed one is offered again");
}

/// A file torn in its second bookmark: the note of the first is removed, the torn part stays.
#[test]
fn unread_items_stay_in_the_file_set_aside() {
    const WORDS: &str = "ask for the night desk";
    let (_home, path) = home();
    let folder = path.parent().unwrap().to_owned();
    let contacts = contacts(2);
    let mut store = Store::open(&path, at(0)).store;
    for contact in &contacts {
        store.apply(Change::add(contact, at(1)), at(1)).unwrap();
    }
    store.apply(note(&contacts[0].id, WORDS), at(2)).unwrap();
    store.apply(note(&contacts[1].id, "kept"), at(2)).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    let torn = text.replacen(&format!("\"id\": \"{}\"", contacts[1].id), "\"id\": 7", 1);
    assert_ne!(torn, text);
    let mut torn = torn.into_bytes();
    torn.push(0xC3);
    fs::write(&path, torn).unwrap();
    for backup in fs::read_dir(folder.join("backups")).unwrap() {
        fs::remove_file(backup.unwrap().path()).unwrap();
    }
    let mut store = Store::open(&path, at(3)).store;
    assert!(!store.list().contains(&contacts[1].id), "it cannot be read");
    store.apply(note(&contacts[0].id, ""), at(4)).unwrap();
    assert_eq!(with_words(&folder, WORDS), [""; 0]);
    let aside = with_words(&folder, "kept");
    assert_eq!(aside.len(), 1, "{aside:?}");
    assert!(aside[0].contains("damaged"), "{aside:?}");
}
