//! Late copies of the file, and implausible times: no confirmed change is lost.

use std::fs;

use havre::bookmarks::{Change, Entry, Store};
use jiff::SignedDuration;

use crate::support::{at, contacts, home, note, on_disk, remove};

const FAR: &str = "9999-12-30T22:00:00Z";

fn later(days: i64) -> jiff::Timestamp {
    // After the newest date of the directory, whatever it is.
    at(0)
        .checked_add(SignedDuration::from_hours(24 * (1000 + days)))
        .unwrap()
}

#[test]
fn an_older_copy_that_arrives_during_a_session_takes_nothing_away() {
    let (_home, path) = home();
    let all = contacts(3);
    let mut store = Store::open(&path, at(0)).store;
    store.apply(Change::add(&all[0], at(1)), at(1)).unwrap();
    store.apply(note(&all[0].id, "old"), at(2)).unwrap();
    let older = fs::read(&path).unwrap();
    store.apply(note(&all[0].id, "new"), at(3)).unwrap();
    store.apply(Change::add(&all[1], at(4)), at(4)).unwrap();
    store.apply(Change::add(&all[2], at(5)), at(5)).unwrap();
    store.apply(remove(&all[2].id), at(6)).unwrap();
    let confirmed = store.list().clone();

    fs::write(&path, &older).unwrap();
    assert!(!store.refresh(at(7)), "she sees what she saw before");
    assert_eq!(store.list(), &confirmed);
    assert_eq!(
        on_disk(&path),
        confirmed,
        "and it is in the file again, without a key"
    );

    fs::write(&path, &older).unwrap();
    store.apply(note(&all[1].id, "next"), at(8)).unwrap();
    let list = on_disk(&path);
    assert_eq!(list.get(&all[0].id).map(Entry::note), Some("new"));
    assert_eq!(list.get(&all[1].id).map(Entry::note), Some("next"));
    assert!(!list.contains(&all[2].id), "the removal stands too");
}

#[test]
fn a_removal_of_the_year_9999_swallows_no_later_bookmark() {
    let (_home, path) = home();
    let contact = &contacts(1)[0];
    let id = &contact.id;
    let text = format!(
        r#"{{"version": 1,
            "bookmarks": [{{"id": "{id}", "added": "2026-01-01T00:00:00Z", "removed": "{FAR}"}}],
            "own": [{{"id": "own-1", "at": "2026-01-01T00:00:00Z", "removed": "{FAR}"}}],
            "marks": [{{"id": "{id}", "marked": "{FAR}", "on": "2026-11-12"}}]}}"#
    );
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    let mut store = Store::open(&path, later(0)).store;
    assert!(
        !store.list().contains(id),
        "it is removed, as the file says"
    );
    store
        .apply(Change::add(contact, later(0)), later(0))
        .unwrap();
    assert!(on_disk(&path).contains(id), "and her next word stands");
    store.apply(remove(id), later(0)).unwrap();
    assert!(!on_disk(&path).contains(id));
    let mark = havre::bookmarks::Mark::Reached;
    let change = Change::mark(contact, mark, "", "2026-11-13".parse().unwrap());
    store.apply(change, later(0)).unwrap();
    assert!(on_disk(&path).marked(id).is_some());
}

#[test]
fn impossible_times_keep_their_order_and_lose_to_possible_ones() {
    let file = |removed: &str, text: &str, at: &str| {
        format!(
            r#"{{"version": 1, "bookmarks": [{{"id": "a", "added": "2026-01-01T00:00:00Z"
            {removed}, "note": {{"at": "{at}", "text": "{text}"}}}}]}}"#
        )
    };
    let read = |text: &str| match havre::bookmarks::understand(text.as_bytes(), later(0)) {
        havre::bookmarks::Reading::Good(list) => list,
        other => panic!("{other:?}"),
    };
    let far = read(&file(
        r#", "removed": "3002-01-01T00:00:00Z""#,
        "far",
        "3003-01-01T00:00:00Z",
    ));
    assert_eq!(
        far.get("a").map(Entry::note),
        Some("far"),
        "written after the removal"
    );
    let believed = read(&file("", "believed", &later(0).to_string()));
    let both = havre::bookmarks::merge::join(&far, &believed);
    assert_eq!(both, havre::bookmarks::merge::join(&believed, &far));
    assert_eq!(both.get("a").map(Entry::note), Some("believed"));
}

#[test]
fn a_clock_an_hour_ahead_and_one_that_lost_its_battery_are_lived_with() {
    let (_home, path) = home();
    let contact = &contacts(1)[0];
    let mut store = Store::open(&path, later(0)).store;
    let ahead = later(0).checked_add(SignedDuration::from_hours(1)).unwrap();
    store.apply(Change::add(contact, ahead), ahead).unwrap();
    store.apply(note(&contact.id, "ahead"), ahead).unwrap();
    let written = on_disk(&path);
    let clocks = [later(0), jiff::Timestamp::UNIX_EPOCH];
    for now in clocks {
        let store = Store::open(&path, now).store;
        assert_eq!(store.list(), &written, "nothing is changed by reading it");
    }
    for now in clocks {
        let mut store = Store::open(&path, now).store;
        store.apply(note(&contact.id, "last"), now).unwrap();
        assert_eq!(store.list().get(&contact.id).map(Entry::note), Some("last"));
    }
}

#[test]
fn a_good_version_that_is_gone_back_to_stays_in_every_session() {
    let (_home, path) = home();
    let all = contacts(2);
    let mut store = Store::open(&path, at(0)).store;
    store.apply(Change::add(&all[0], at(1)), at(1)).unwrap();
    store.apply(Change::add(&all[1], at(2)), at(2)).unwrap();
    let mut other = Store::open(&path, at(3)).store;
    let backup = store.backups(at(3)).remove(0);
    store.restore(&backup, at(4)).unwrap();
    assert!(other.refresh(at(5)));
    other.apply(note(&all[0].id, "x"), at(6)).unwrap();
    let list = on_disk(&path);
    assert!(list.contains(&all[0].id) && !list.contains(&all[1].id));
}
