//! Damaged, older and newer files: readable items are recovered, and no file is overwritten without
//! a copy.

use std::fs;
use std::path::{Path, PathBuf};

use havre::bookmarks::{
    Change, List, Reading, Report, SIZE_LIMIT, Store, Trouble, schema, understand,
};
use havre::files::{Files, RealFiles};
use havre::i18n::{Language, Messages};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{at, contacts, good, home, ids, note, on_disk};

/// Damaged files, with the number of items to be recovered from each. An intact one has six: four
/// bookmarks, an own contact and a mark.
const DAMAGED: &str = include_str!("damaged/expected.txt");

fn corpus() -> Vec<(String, usize)> {
    DAMAGED
        .lines()
        .filter_map(|line| line.split_once(' '))
        .map(|(name, saved)| (name.to_owned(), saved.parse().unwrap()))
        .collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bookmarks/damaged")
}

fn put(path: &Path, bytes: &[u8]) {
    RealFiles.create_folder(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_file_with_nothing_to_read_is_damaged_once() {
    let (_home, path) = home();
    put(&path, b"garbage");
    let first = Store::open(&path, at(0));
    assert!(matches!(first.report, Report::Rescued { saved: 0, .. }));
    assert_eq!(on_disk(&path).items(), 0, "an empty list takes its place");
    let second = Store::open(&path, at(1));
    assert!(matches!(second.report, Report::Fine), "{:?}", second.report);
}

#[test]
fn hundred_damaged_files_are_recovered_and_kept() {
    let corpus = corpus();
    assert!(corpus.len() >= 100, "{}", corpus.len());
    let mut wrong = Vec::new();
    for (name, expected) in corpus {
        let bytes = fs::read(folder().join(&name)).unwrap();
        let (_home, path) = home();
        put(&path, &bytes);
        let opened = Store::open(&path, at(0));
        let Report::Rescued {
            saved, original, ..
        } = opened.report
        else {
            wrong.push(format!("{name}: {:?}", opened.report));
            continue;
        };
        if saved != expected {
            wrong.push(format!("{name} {saved}"));
        }
        assert_eq!(
            fs::read(original).unwrap(),
            bytes,
            "{name} is kept as it was"
        );
        let mut store = opened.store;
        store
            .apply(Change::add(&contacts(1)[0], at(1)), at(1))
            .unwrap();
        let again = Store::open(&path, at(2));
        assert_eq!(again.report, Report::Fine, "{name}: once is enough");
        assert_eq!(again.store.list(), store.list());
    }
    assert!(wrong.is_empty(), "found otherwise:\n{}", wrong.join("\n"));
}

#[test]
fn report_counts_the_recovered_items() {
    let told = |saved, from_backup, language| {
        let original = PathBuf::from("kept");
        let report = Report::Rescued {
            saved,
            from_backup,
            original,
        };
        report.message(Messages::of(language)).unwrap()
    };
    for (saved, from_backup, english, french) in [
        (
            0,
            0,
            "Nothing in it could be read. The damaged",
            "Rien n’a pu y être lu. Le fichier",
        ),
        (
            0,
            1,
            "Nothing in it could be read. One item came from the backup. The",
            "Rien n’a pu y être lu. 1 élément vient de la copie de secours. Le",
        ),
        (
            1,
            2,
            "One item was saved. 2 items came from the backup. The",
            "1 élément a été sauvé. 2 éléments viennent de la copie de secours. Le",
        ),
    ] {
        for (language, wanted) in [(Language::En, english), (Language::Fr, french)] {
            let told = told(saved, from_backup, language);
            assert!(told.contains(wanted), "{told}");
        }
    }
    let left = Report::Damaged {
        saved: 0,
        trouble: Trouble::Full,
    };
    for (language, end) in [
        (
            Language::En,
            "Nothing in it could be read. Nothing was overwritten.",
        ),
        (Language::Fr, "Rien n’a pu y être lu. Rien n’a été écrasé."),
    ] {
        let told = left.message(Messages::of(language)).unwrap();
        assert!(told.ends_with(end), "{told}");
    }
}

#[test]
fn a_file_larger_than_any_list_is_searched_and_set_aside() {
    let (_home, path) = home();
    let mut store = Store::open(&path, at(0)).store;
    store
        .apply(Change::add(&contacts(1)[0], at(1)), at(1))
        .unwrap();
    let mut bytes = fs::read(&path).unwrap();
    bytes.resize(100 * 1024 * 1024, b' ');
    fs::remove_dir_all(path.with_file_name("backups")).ok();
    put(&path, &bytes);
    let opened = Store::open(&path, at(2));
    assert!(
        matches!(opened.report, Report::Rescued { saved: 1, .. }),
        "{:?}",
        opened.report
    );
    assert!(fs::metadata(&path).unwrap().len() < SIZE_LIMIT as u64);
}

#[test]
fn hostile_nesting_ends_soon() {
    for unit in [
        "{",
        "{\"a\":",
        "[{\"id\":\"x\",\"added\":",
        "\"version\"",
        "{\"a\":[1,",
    ] {
        let bytes = unit.repeat(300_000);
        let Reading::Damaged { .. } = understand(bytes.as_bytes(), at(0)) else {
            panic!("{unit} is no list");
        };
    }
}

#[test]
fn the_newest_good_version_fills_the_gaps() {
    let (_home, path) = home();
    let all = contacts(3);
    let mut store = Store::open(&path, at(0)).store;
    for (second, contact) in (1..).zip(&all) {
        store
            .apply(Change::add(contact, at(second)), at(second))
            .unwrap();
    }
    fs::write(&path, "").unwrap();
    let opened = Store::open(&path, at(9));
    let Report::Rescued {
        saved, from_backup, ..
    } = opened.report
    else {
        panic!("{:?}", opened.report);
    };
    assert_eq!(
        (saved, from_backup),
        (0, 2),
        "the last change was not in a backup yet"
    );
    assert_eq!(ids(opened.store.list()), [&*all[0].id, &*all[1].id]);
}

#[test]
fn damage_behind_an_open_sessions_back_takes_nothing_from_it() {
    let (_home, path) = home();
    let all = contacts(2);
    let mut store = Store::open(&path, at(0)).store;
    store.apply(Change::add(&all[0], at(1)), at(1)).unwrap();
    fs::write(&path, "{\"version\": 1, \"bookmarks\": [").unwrap();
    assert!(!store.refresh(at(2)));
    store.apply(Change::add(&all[1], at(3)), at(3)).unwrap();
    assert_eq!(on_disk(&path).len(), 2);
    assert!(matches!(store.take_report(), Some(Report::Rescued { .. })));
    assert_eq!(store.take_report(), None, "it is told once");
}

#[test]
fn a_byte_order_mark_is_no_damage() {
    let bytes = [b"\xef\xbb\xbf".as_slice(), &List::default().to_bytes()].concat();
    assert_eq!(good(&bytes), List::default());
}

#[test]
fn a_list_written_by_hand_is_rescued_and_kept() {
    let (_home, path) = home();
    let all = contacts(2);
    let hand = json!({"bookmarks": [
        all[0].id,
        {"id": all[1].id, "note": "ask for Ann", "labels": ["night"],
         "name": "Old name", "phones": [{"number": "911", "kind": "voice"}], "colour": "red"},
    ]});
    put(&path, hand.to_string().as_bytes());
    let opened = Store::open(&path, at(0));
    let Report::Rescued {
        saved: 2, original, ..
    } = opened.report
    else {
        panic!("{:?}", opened.report);
    };
    assert_eq!(fs::read_to_string(original).unwrap(), hand.to_string());
    let list = on_disk(&path);
    assert_eq!(list.len(), 2);
    let entry = list.get(&all[1].id).unwrap();
    assert_eq!(
        (entry.note(), entry.labels()),
        ("ask for Ann", &["night".to_owned()][..])
    );
    assert_eq!(entry.snapshot.as_ref().unwrap().phones[0].number, "911");
    assert_eq!(entry.rest["colour"], "red");
}

#[test]
fn a_newer_file_is_read_and_never_written_even_when_it_is_damaged() {
    let whole = json!({"version": 2, "bookmarks": [
        {"id": "a", "added": "2026-11-12T00:00:00Z", "note": {"rich": ["text"]}},
    ]});
    let whole = serde_json::to_string_pretty(&whole).unwrap();
    // Keys are in alphabetical order: the version is last.
    let cut = whole.replace("\"version\": 2\n}", "\"version\": 2,");
    for text in [whole, cut] {
        let (_home, path) = home();
        put(&path, text.as_bytes());
        let mut opened = Store::open(&path, at(0));
        assert_eq!(opened.report, Report::Newer { version: 2 }, "{text}");
        assert_eq!(ids(opened.store.list()), ["a"]);
        assert!(opened.store.apply(note("a", "x"), at(1)).is_err());
        assert_eq!(
            opened.store.list().get("a").unwrap().note(),
            "",
            "refused, not half done"
        );
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
        assert_eq!(
            RealFiles.names(path.parent().unwrap()).unwrap().len(),
            2,
            "it and the lock"
        );
    }
}

#[test]
fn a_file_that_becomes_newer_while_it_is_open_is_left_alone() {
    let (_home, path) = home();
    let all = contacts(2);
    let mut store = Store::open(&path, at(0)).store;
    store.apply(Change::add(&all[0], at(1)), at(1)).unwrap();
    let newer = fs::read_to_string(&path)
        .unwrap()
        .replace("\"version\": 1", "\"version\": 7");
    fs::write(&path, &newer).unwrap();
    assert!(store.apply(Change::add(&all[1], at(2)), at(2)).is_err());
    assert_eq!(store.newer_version(), Some(7));
    assert_eq!(fs::read_to_string(&path).unwrap(), newer);
}

/// Returns a list with all kinds of items, and an unknown field at every depth.
fn full_of_unknown_fields() -> Value {
    let stamp = "2026-11-12T00:00:00Z";
    let new = || json!({"deep": [{"deeper": 0.1}, null], "big": 9_007_199_254_740_993_u64});
    let phone = json!({"number": "911", "kind": "voice", "new": new(),
        "label": {"en": "a", "fr": "b", "new": new()}});
    json!({
        "version": 1, "new": new(), "marks": [{"id": "a", "marked": stamp, "on": "2026-11-12",
            "name": {"en": "A", "new": new()}, "reached": true, "new": new()}],
        "own": [{"id": "own-1", "at": stamp, "new": new(), "contact": {"name": "B",
            "phones": [phone], "category": "police", "region": "NS", "place": "Sydney",
            "languages": ["en"], "new": new()}}],
        "bookmarks": [{"id": "a", "added": stamp, "new": new(),
            "snapshot": {"at": stamp, "name": {"en": "A", "new": new()}, "phones": [phone], "new": new()},
            "note": {"at": stamp, "text": "t", "new": new()},
            "labels": {"at": stamp, "names": ["l"], "new": new()},
            "place": {"at": stamp, "key": "80", "new": new()}}],
    })
}

#[test]
fn unknown_fields_at_any_depth_survive_a_read_and_a_write() {
    let value = full_of_unknown_fields();
    let list = good(value.to_string().as_bytes());
    assert_eq!(
        serde_json::from_slice::<Value>(&list.to_bytes()).unwrap(),
        value
    );
    // The same after a change of neighbouring parts.
    let (_home, path) = home();
    put(&path, value.to_string().as_bytes());
    let mut store = Store::open(&path, at(0)).store;
    store.apply(note("a", "another"), at(1)).unwrap();
    store
        .apply(
            Change::Labels {
                id: "a".into(),
                labels: vec![],
            },
            at(1),
        )
        .unwrap();
    store
        .apply(
            Change::Move {
                id: "a".into(),
                before: None,
            },
            at(1),
        )
        .unwrap();
    store
        .apply(Change::add(&contacts(1)[0], at(2)), at(2))
        .unwrap();
    let text = fs::read_to_string(&path).unwrap();
    let count = |text: &str| text.matches("\"deeper\"").count();
    assert_eq!(count(&text), count(&value.to_string()));
}

#[test]
fn town_and_languages_that_are_none_do_not_take_the_number_away() {
    let own = |more: &str| {
        let text = format!(
            r#"{{"version": 1, "own": [{{"id": "own-1", "at": "2026-11-12T00:00:00Z", "contact":
            {{"name": "Desk", "category": "police", "region": "NS", {more}
            "phones": [{{"number": "902-555-0123", "kind": "voice"}}]}}}}]}}"#
        );
        let list = match understand(text.as_bytes(), at(0)) {
            Reading::Good(list) | Reading::Damaged { list, .. } => list,
            other => panic!("{other:?}"),
        };
        list.own_contact("own-1").unwrap().contact.clone().unwrap()
    };
    for more in [
        "",
        r#""place": 7,"#,
        r#""languages": "en","#,
        r#""languages": [7],"#,
    ] {
        let contact = own(more);
        assert_eq!(contact.phones[0].number, "902-555-0123", "{more}");
        assert_eq!((contact.place.as_str(), contact.languages.len()), ("", 0));
    }
    let contact = own(r#""place": "Sydney", "languages": ["fr"],"#);
    assert_eq!(
        (contact.place.as_str(), contact.languages.len()),
        ("Sydney", 1)
    );
}

#[test]
fn written_file_matches_the_schema() {
    let schema = jsonschema::validator_for(&schema()).unwrap();
    let (_home, path) = home();
    let mut store = Store::open(&path, at(0)).store;
    for contact in &contacts(100) {
        store.apply(Change::add(contact, at(1)), at(1)).unwrap();
        store.apply(note(&contact.id, "n"), at(2)).unwrap();
    }
    let written = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    for value in [written, full_of_unknown_fields(), json!({"version": 1})] {
        if let Err(error) = schema.validate(&value) {
            panic!("{error} at {}", error.instance_path());
        }
    }
    for bad in [
        json!({}),
        json!({"version": 1, "bookmarks": [{"id": 5}]}),
        json!([]),
    ] {
        assert!(!schema.is_valid(&bad), "{bad}");
    }
}

proptest! {
    #[test]
    fn no_bytes_at_all_make_it_panic(bytes in any::<Vec<u8>>()) {
        let _ = understand(&bytes, at(0));
    }

    #[test]
    fn no_json_like_text_makes_it_panic(text in "[\\[\\]{}\",:a-c01\\\\ ]{0,60}") {
        let _ = understand(text.as_bytes(), at(0));
    }

    /// Checks an intact list with bytes changed, removed or doubled: the result can be written and
    /// read.
    #[test]
    fn a_list_with_a_few_wrong_bytes_gives_a_list(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..40_usize), 1..6),
    ) {
        let mut bytes = full_of_unknown_fields().to_string().into_bytes();
        for (place, byte, length) in changes {
            let place = place.index(bytes.len());
            let end = (place + length).min(bytes.len());
            match byte % 3 {
                0 => bytes[place] = byte,
                1 => drop(bytes.drain(place..end.max(place + 1).min(bytes.len()))),
                _ => {
                    let again = bytes[place..end].to_vec();
                    bytes.splice(place..place, again);
                }
            }
        }
        let list = match understand(&bytes, at(0)) {
            Reading::Missing => panic!("there are bytes"),
            Reading::Good(list) | Reading::Damaged { list }
            | Reading::Renamed { list } | Reading::Newer { list, .. } => list,
        };
        prop_assert_eq!(good(&list.to_bytes()), list);
    }
}
