//! Changes of the list: each is kept in every session, and nothing else is.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use havre::bookmarks::{
    Change, List, Mark, Marked, OwnContact, Report, Snapshot, Store, Trouble, Wrong,
};
use havre::directory::{Contact, Phone};
use havre::i18n::{Language, Messages, Text};
use jiff::SignedDuration;
use serde_json::json;

use crate::support::{at, contacts, home, ids, note, on_disk, remove};

#[test]
fn bookmark_is_saved_in_a_private_file() {
    let (_home, path) = home();
    let contact = &contacts(1)[0];
    let mut opened = Store::open(&path, at(0));
    assert_eq!(opened.report, Report::Fresh);
    assert!(!path.exists(), "opening writes nothing");
    opened
        .store
        .apply(Change::add(contact, at(1)), at(1))
        .unwrap();
    opened
        .store
        .apply(note(&contact.id, "ask for the night desk"), at(2))
        .unwrap();
    assert!(!opened.store.unsaved());

    let again = Store::open(&path, at(3));
    assert_eq!(again.report, Report::Fine);
    let entry = again.store.list().get(&contact.id).unwrap();
    assert_eq!(entry.note(), "ask for the night desk");
    assert_eq!(
        entry.snapshot.as_ref().unwrap().phones.len(),
        contact.phones.len()
    );
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o600, "the file is hers alone");
    assert_eq!(mode(path.parent().unwrap()), 0o700, "so is its folder");
}

#[test]
fn two_sessions_do_not_lose_each_others_changes() {
    let (_home, path) = home();
    let all = contacts(3);
    let mut desk = Store::open(&path, at(0)).store;
    desk.apply(Change::add(&all[0], at(1)), at(1)).unwrap();
    let mut couch = Store::open(&path, at(2)).store;
    couch.apply(Change::add(&all[1], at(3)), at(3)).unwrap();
    desk.apply(note(&all[0].id, "desk"), at(4)).unwrap();
    couch
        .apply(
            Change::Labels {
                id: all[0].id.clone(),
                labels: vec!["night".into()],
            },
            at(5),
        )
        .unwrap();
    assert!(desk.refresh(at(6)), "the desk sees what the couch did");
    assert!(!desk.refresh(at(6)), "and sees it once");
    let entry = desk.list().get(&all[0].id).unwrap();
    assert_eq!(
        (entry.note(), entry.labels()),
        ("desk", &["night".to_owned()][..])
    );
    assert_eq!(ids(desk.list()), [&*all[0].id, &*all[1].id]);
    assert_eq!(desk.list(), couch.list());
}

#[test]
fn a_removal_beats_an_older_edit_and_not_a_newer_one() {
    let (_home, path) = home();
    let contact = &contacts(1)[0];
    let mut desk = Store::open(&path, at(0)).store;
    desk.apply(Change::add(contact, at(1)), at(1)).unwrap();
    let mut couch = Store::open(&path, at(2)).store;
    desk.apply(note(&contact.id, "old"), at(3)).unwrap();
    couch.apply(remove(&contact.id), at(4)).unwrap();
    assert!(
        couch.list().is_empty(),
        "the removal is newer than the note"
    );
    let text = fs::read_to_string(&path).unwrap();
    assert!(
        !text.contains("\"old\""),
        "a removed note is gone from the file: {text}"
    );
    desk.apply(note(&contact.id, "new"), at(5)).unwrap();
    let entry = desk
        .list()
        .get(&contact.id)
        .expect("the note is newer than the removal");
    assert_eq!(entry.note(), "new");
    assert!(
        entry.snapshot.is_some(),
        "name and phones came back with it"
    );
}

#[test]
fn latest_change_wins_after_the_clock_ran_back() {
    let (_home, path) = home();
    let contact = &contacts(1)[0];
    let mut store = Store::open(&path, at(0)).store;
    store
        .apply(Change::add(contact, at(1000)), at(1000))
        .unwrap();
    store.apply(note(&contact.id, "first"), at(999)).unwrap();
    store.apply(note(&contact.id, "second"), at(10)).unwrap();
    store.apply(remove(&contact.id), at(5)).unwrap();
    assert!(store.list().is_empty());
    store.apply(Change::add(contact, at(4)), at(4)).unwrap();
    assert!(store.list().contains(&contact.id));
}

#[test]
fn each_change_can_be_undone() {
    let all = contacts(3);
    let mut list = List::default();
    for (second, contact) in (0..).zip(&all) {
        list.apply(Change::add(contact, at(second)), at(second));
    }
    list.apply(note(&all[0].id, "before"), at(10));
    let day = "2026-11-12".parse().unwrap();
    let wrong = Mark::Wrong {
        kind: Wrong::NumberDead,
        text: "rings out".into(),
    };
    let changes = [
        remove(&all[0].id),
        remove(&all[1].id),
        note(&all[0].id, "after"),
        note(&all[1].id, "first note"),
        Change::Labels {
            id: all[2].id.clone(),
            labels: vec!["a".into()],
        },
        Change::Move {
            id: all[0].id.clone(),
            before: None,
        },
        Change::Move {
            id: all[2].id.clone(),
            before: Some(all[0].id.clone()),
        },
        Change::mark(&all[0], wrong, "", day),
        Change::add(&all[0], at(11)),
    ];
    let shown = |list: &List| -> Vec<_> {
        list.bookmarks()
            .iter()
            .map(|entry| {
                let mark = list.marked(&entry.id).and_then(Marked::mark);
                (
                    entry.id.clone(),
                    entry.note().to_owned(),
                    entry.labels().to_vec(),
                    mark,
                )
            })
            .collect()
    };
    for change in changes {
        let before = shown(&list);
        let mut after = list.clone();
        let undo = after.inverse(&change);
        after.apply(change.clone(), at(20));
        after.apply(undo, at(21));
        assert_eq!(shown(&after), before, "{change:?} is undone");
    }
}

#[test]
fn a_removal_is_remembered_for_ninety_days() {
    let (_home, path) = home();
    let all = contacts(2);
    let mut store = Store::open(&path, at(0)).store;
    store.apply(Change::add(&all[0], at(0)), at(0)).unwrap();
    store.apply(remove(&all[0].id), at(1)).unwrap();
    let later = |days: i64| {
        at(1)
            .checked_add(SignedDuration::from_hours(24 * days))
            .unwrap()
    };
    store
        .apply(Change::add(&all[1], later(89)), later(89))
        .unwrap();
    assert!(fs::read_to_string(&path).unwrap().contains(&all[0].id));
    store.apply(note(&all[1].id, "x"), later(91)).unwrap();
    assert!(!fs::read_to_string(&path).unwrap().contains(&all[0].id));
}

#[test]
fn undo_keeps_later_changes_of_another_session() {
    let (_home, path) = home();
    let contact = &contacts(1)[0];
    let mut desk = Store::open(&path, at(0)).store;
    desk.apply(Change::add(contact, at(1)), at(1)).unwrap();
    let change = note(&contact.id, "typing error");
    let undo = desk.list().inverse(&change);
    desk.apply(change, at(2)).unwrap();
    let mut couch = Store::open(&path, at(3)).store;
    let labels = vec!["night".to_owned()];
    let id = contact.id.clone();
    couch.apply(Change::Labels { id, labels }, at(4)).unwrap();
    desk.apply(undo, at(5)).unwrap();
    let entry = desk.list().get(&contact.id).unwrap();
    assert_eq!(
        (entry.note(), entry.labels()),
        ("", &["night".to_owned()][..])
    );
}

#[test]
fn own_contacts_are_kept_edited_removed_and_restored() {
    let (_home, path) = home();
    let mut store = Store::open(&path, at(0)).store;
    let form = r#"{"name": "Detachment", "category": "police", "region": "NS",
        "phones": [{"number": "902-555-0123", "kind": "voice"}]}"#;
    let contact: OwnContact = serde_json::from_str(form).unwrap();
    let id = contact.new_id(at(1), |_| false);
    store
        .apply(
            Change::OwnAdd {
                id: id.clone(),
                contact: Box::new(contact.clone()),
            },
            at(1),
        )
        .unwrap();
    let mut edited = contact.clone();
    edited.name = "Detachment, night".into();
    store
        .apply(
            Change::OwnEdit {
                id: id.clone(),
                contact: Box::new(edited),
            },
            at(2),
        )
        .unwrap();
    let again = Store::open(&path, at(3)).store;
    assert_eq!(
        again.list().own_as_contacts()[0].name.en.as_deref(),
        Some("Detachment, night")
    );

    let removal = Change::OwnRemove { id: id.clone() };
    let undo = store.list().inverse(&removal);
    store.apply(removal, at(4)).unwrap();
    assert!(store.list().own_contact(&id).is_none());
    let text = fs::read_to_string(&path).unwrap();
    assert!(
        !text.contains("Detachment"),
        "what she removed is gone from the file"
    );
    store.apply(undo, at(5)).unwrap();
    assert_eq!(
        store.list().own_as_contacts()[0].phones[0].number,
        "902-555-0123"
    );
}

#[test]
fn changed_numbers_are_distinguished_from_changed_words() {
    let contact = contacts(60)
        .into_iter()
        .find(|contact| contact.phones.len() > 1)
        .unwrap();
    let snapshot = Snapshot::of(&contact, at(0));
    let mut phones = contact.phones.clone();
    phones[0].label = None;
    phones.reverse();
    assert!(
        !snapshot.phones_differ(&phones),
        "other words and another order are no news"
    );
    phones[0].number = "1-800-555-0100".into();
    assert!(snapshot.phones_differ(&phones));
    assert!(snapshot.phones_differ(&contact.phones[1..]));
}

#[test]
fn hours_differ_from_kept_ones_and_not_from_those_of_an_older_file() {
    let mut contact = contacts(1).remove(0);
    contact.hours = None;
    let snapshot = Snapshot::of(&contact, at(0));
    assert!(!snapshot.hours_differ(&contact));
    let hours = |en: &str| {
        Some(Text {
            en: en.to_owned(),
            fr: "24/7".to_owned(),
        })
    };
    contact.hours = hours("24/7");
    assert!(snapshot.hours_differ(&contact), "none were stated before");
    let kept = Snapshot::of(&contact, at(0));
    contact.hours = hours("Mon–Fri 9:00–17:00");
    assert!(kept.hours_differ(&contact));
    let older = Snapshot {
        hours: None,
        ..kept
    };
    assert!(!older.hours_differ(&contact), "nothing is known to differ");
}

#[test]
fn a_list_behind_a_symbolic_link_stays_behind_it() {
    let (home, path) = home();
    let real = home.path().join("synced").join("mine.json");
    fs::create_dir_all(real.parent().unwrap()).unwrap();
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&real, List::default().to_bytes()).unwrap();
    std::os::unix::fs::symlink(&real, &path).unwrap();
    let mut store = Store::open(&path, at(0)).store;
    store
        .apply(Change::add(&contacts(1)[0], at(1)), at(1))
        .unwrap();
    assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
    assert_eq!(on_disk(&real).len(), 1);
}

#[test]
fn every_report_has_a_message_in_both_languages() {
    let path = || "/a/b.json".into();
    let trouble = Trouble::Denied;
    let reports = [
        Report::Renamed { copy: path() },
        Report::Rescued {
            saved: 1,
            from_backup: 0,
            original: path(),
        },
        Report::Rescued {
            saved: 5,
            from_backup: 2,
            original: path(),
        },
        Report::Damaged { saved: 2, trouble },
        Report::Newer { version: 2 },
        Report::Unreadable {
            path: path(),
            trouble,
        },
    ];
    let mut told = String::new();
    for language in Language::ALL {
        for report in &reports {
            told += &report.message(Messages::of(language)).unwrap();
            told.push('\n');
        }
    }
    assert!(
        !told.contains(['{', '$']) && !told.contains("bookmarks-"),
        "{told}"
    );
    assert!(
        told.contains("5 items were saved. 2 items came from the backup."),
        "{told}"
    );
    assert!(told.contains("1 élément a été sauvé. Le fichier"), "{told}");
    assert_eq!(Report::Fine.message(Messages::of(Language::En)), None);
}

#[test]
fn a_contact_that_is_gone_is_called_neither_by_its_fax_nor_by_a_dead_number() {
    let mut contact = contacts(1).remove(0);
    let number = |number: &str, kind| {
        let phone = json!({"number": number, "kind": kind});
        serde_json::from_value::<Phone>(phone).unwrap()
    };
    contact.phones = vec![
        number("902-555-0109", "fax"),
        number("902-555-0101", "voice"),
        number("902-555-0102", "voice"),
    ];
    let called = |contact: &Contact, dead: &[&str]| {
        let dead: Vec<String> = dead.iter().map(|number| (*number).to_owned()).collect();
        let phone = Snapshot::of(contact, at(0)).number(&dead);
        phone.map(|phone| phone.number)
    };
    let [day, night] = ["902-555-0101", "902-555-0102"];
    assert_eq!(called(&contact, &[]).as_deref(), Some(day));
    assert_eq!(called(&contact, &[day]).as_deref(), Some(night));
    assert_eq!(called(&contact, &[day, night]).as_deref(), Some(day));
    contact.phones.truncate(1);
    assert_eq!(called(&contact, &[]), None);
}
