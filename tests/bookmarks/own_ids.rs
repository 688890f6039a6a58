//! An own contact never replaces a contact of the directory, whoever wrote the file.

use std::fs;

use havre::assets::Assets;
use havre::bookmarks::{List, Reading, Report, Store, understand};
use havre::directory::Directory;
use havre::directory::namesake::namesake;
use havre::i18n::{Language, Messages};

use crate::support::{at, home, on_disk};

const HOTLINE: &str = "ca-human-trafficking-hotline";

/// Returns a list with an own contact of this id, and its bookmark and mark.
fn with_own(id: &str, kept: &str) -> String {
    format!(
        r#"{{"version": 1,
        "bookmarks": [{{"id": "{id}", "added": "2026-11-12T00:00:00Z",
            "note": {{"at": "2026-11-12T00:00:00Z", "text": "x"}},
            "snapshot": {{"at": "2026-11-12T00:00:00Z", "name": {{}},
                "phones": [{{"number": "{kept}", "kind": "voice"}}]}}}}],
        "marks": [{{"id": "{id}", "marked": "2026-11-12T00:00:00Z", "on": "2026-11-12", "reached": true}}],
        "own": [{{"id": "{id}", "at": "2026-11-12T00:00:00Z", "contact": {{"name": "Hotline",
            "phones": [{{"number": "902-555-0123", "kind": "voice"}}],
            "category": "police", "region": "NS"}}}}]}}"#
    )
}

fn read(text: &str) -> List {
    understand(text.as_bytes(), at(0)).into_list().unwrap()
}

#[test]
fn no_list_replaces_the_number_of_a_hotline() {
    let hotline = Assets::embedded()
        .directory()
        .unwrap()
        .get(HOTLINE)
        .unwrap()
        .clone();
    // Damaged, without a version, and intact: all paths to a list.
    let whole = with_own(HOTLINE, "902-555-0123");
    let cut = whole.trim_end_matches(['}', ']']).to_owned();
    let old = whole.replace("\"version\": 1,", "");
    for text in [&whole, &cut, &old] {
        let list = read(text);
        let own = list.own_as_contacts();
        assert_eq!(own.len(), 1, "nothing is lost: {text}");
        let directory = Directory::new(Assets::embedded().contacts_with(own).unwrap());
        assert_eq!(directory.get(HOTLINE), Some(&hotline));
        assert!(directory.get(&format!("own-{HOTLINE}")).is_some());
        assert!(list.contains(HOTLINE), "the bookmark is the directory's");
        assert!(list.marked(HOTLINE).is_some());
    }
}

#[test]
fn own_contact_keeps_its_bookmark_under_its_new_id() {
    let list = read(&with_own("my-desk", "902-555-0123"));
    assert_eq!(list.get("own-my-desk").unwrap().note(), "x");
    assert!(list.marked("own-my-desk").is_some() && list.own_contact("own-my-desk").is_some());
    assert!(!list.contains("my-desk") && list.own_contact("my-desk").is_none());
    assert_eq!(read(&String::from_utf8(list.to_bytes()).unwrap()), list);
    let other = read(&with_own("pack-desk", "902-555-0199"));
    assert!(
        other.contains("pack-desk"),
        "another contact's numbers were kept: not hers"
    );
}

#[test]
fn it_is_said_once_and_the_file_is_kept() {
    let (_home, path) = home();
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let text = with_own("my-desk", "902-555-0123");
    fs::write(&path, &text).unwrap();
    let opened = Store::open(&path, at(0));
    let Report::Renamed { copy } = &opened.report else {
        panic!("{:?}", opened.report);
    };
    assert_eq!(fs::read_to_string(copy).unwrap(), text);
    for (language, words) in [
        (Language::En, "ids of their own"),
        (Language::Fr, "de nouveaux"),
    ] {
        let told = opened.report.message(Messages::of(language)).unwrap();
        assert!(told.contains(words), "{told}");
    }
    assert!(matches!(
        understand(&fs::read(&path).unwrap(), at(1)),
        Reading::Good(_)
    ));
    assert_eq!(Store::open(&path, at(2)).report, Report::Fine, "once");
    assert_eq!(on_disk(&path).own().count(), 1);
}

#[test]
fn other_numbers_under_a_name_of_the_directory_are_noticed() {
    let contacts = Assets::embedded().contacts().unwrap();
    let hotline = contacts
        .iter()
        .find(|contact| contact.id == HOTLINE)
        .unwrap();
    let mut own = hotline.clone();
    own.id = "own-1".to_owned();
    assert_eq!(namesake(&own, &contacts), None, "the same numbers");
    own.phones.truncate(1);
    own.phones[0].number = hotline.phones[0].number.trim_start_matches("1-").to_owned();
    assert_eq!(
        namesake(&own, &contacts),
        None,
        "the same number, written shorter"
    );
    own.phones[0].number = "902-555-0123".to_owned();
    own.name.en = own.name.en.map(|name| name.to_uppercase());
    assert_eq!(namesake(&own, &contacts), Some(hotline));
    own.name.fr = None;
    own.name.en = Some("Another name".to_owned());
    assert_eq!(namesake(&own, &contacts), None);
}
