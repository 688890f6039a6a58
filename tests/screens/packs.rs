//! Packs on the screen.

use std::fs;
use std::rc::Rc;

use havre::app::{Action, App, Content, Key, KeyCode, Outcome, Start, update};
use havre::bookmarks::{Change, List, OwnContact};
use havre::directory::packs::Pack;
use jiff::Timestamp;

use crate::journey::fixtures;

/// Returns the present notice in words.
fn told(app: &App) -> Option<String> {
    app.notice().map(|notice| notice.text(app.messages()))
}

/// Returns a list with an own contact.
fn list_with_own_contact() -> List {
    let own: OwnContact = serde_json::from_value(serde_json::json!({
        "name": "Thistle House", "category": "shelter", "region": "NS",
    }))
    .unwrap();
    let mut list = List::default();
    let change = Change::OwnAdd {
        id: OwnContact::new_id(Timestamp::UNIX_EPOCH),
        contact: Box::new(own),
    };
    list.apply(change, Timestamp::UNIX_EPOCH);
    list
}

#[test]
fn a_pack_that_changes_while_in_use_is_named_before_older_numbers_stand_for_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("harbour.jsonl");
    let header = serde_json::json!({
        "havre_pack": 1, "name": "harbour", "publisher": "A", "licence": "B", "date": "2026-11-20",
    });
    fs::write(&path, header.to_string()).unwrap();
    let pack = Pack::open(&path, false).unwrap();
    let assets = fixtures::assets().with_packs(vec![pack]);
    let mut app = App::new(Start::of(Rc::new(Content::new(assets))));
    update(&mut app, Action::SayInLines);
    assert_eq!(told(&app), None);
    fs::write(&path, format!("{header}\n{{}}")).unwrap();
    // With an own contact the directory is made anew.
    let list = Box::new(list_with_own_contact());
    update(&mut app, Action::Outcome(Outcome::Reloaded(list)));
    let said = told(&app).unwrap_or_default();
    assert!(
        said.starts_with("The pack harbour can no longer be read."),
        "{said}"
    );
    assert!(said.contains("harbour.jsonl changed"), "{said}");
    update(&mut app, Action::Key(Key::plain(KeyCode::Down)));
    assert_eq!(told(&app), None, "it is said once");
}
