//! Tests of packs in a session.

use std::fs;

use serde_json::json;
use tempfile::TempDir;

use super::*;
use crate::bookmarks::Change;
use crate::directory::Contact;
use crate::directory::packs::{Header, Opened, difference};
use crate::i18n::Language;

const NUMBER: &str = "902-555-0199";

/// Data folder of a session, with a contact of the directory that the packs change.
struct Session {
    home: TempDir,
    packs: Packs,
    contact: Contact,
    list: List,
}

fn renewal() -> Renewal {
    Renewal::of(Vec::new(), &Opened::default(), Messages::of(Language::En))
}

impl Session {
    fn start(shared: bool) -> Self {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().to_str().unwrap().to_owned();
        let host = move |name: &str| (name == "HAVRE_HOST_DIR").then(|| format!("{folder}/host"));
        let folders = Folders::of(home.path(), Assets::vital, jiff::Timestamp::now(), host);
        fs::create_dir(home.path().join("exchange")).unwrap();
        let mut contacts = Assets::embedded().contacts().unwrap().into_iter();
        let contact = contacts
            .find(|one| Assets::vital(&one.id).is_none())
            .unwrap();
        let mut list = List::default();
        let at = jiff::Timestamp::UNIX_EPOCH;
        list.apply(Change::add(&contact, at), at);
        Self {
            packs: Packs::new(&folders, &[], shared, renewal()),
            home,
            contact,
            list,
        }
    }

    /// Writes a pack that changes the contact's number.
    fn write(&self, date: &str) {
        let header = json!({
            "havre_pack": 1, "name": "harbour", "publisher": "A", "licence": "B", "date": date,
        });
        let mut record = serde_json::to_value(&self.contact).unwrap();
        record["phones"] = json!([{"number": NUMBER, "kind": "voice"}]);
        self.put(&format!("{header}\n{record}\n"));
    }

    fn put(&self, text: &str) {
        fs::write(self.home.path().join("exchange/harbour.jsonl"), text).unwrap();
    }

    fn read(&self) -> Result<FoundPack, Refused> {
        let folder = self.home.path().join("exchange");
        let messages = Messages::of(Language::En);
        self.packs
            .read(&folder, "harbour.jsonl", &self.list, messages)
    }

    fn take(&mut self, shown: &FoundPack) -> Result<String, Refused> {
        let folder = self.home.path().join("exchange");
        let messages = Messages::of(Language::En);
        self.packs.take(&folder, shown, &self.list, messages)
    }

    fn is_installed(&self) -> bool {
        self.home.path().join("directory.d/harbour.jsonl").exists()
    }
}

#[test]
fn a_pack_is_compared_with_the_directory_and_installed_as_it_was_shown() {
    let mut session = Session::start(false);
    session.write("2026-11-20");
    let found = session.read().unwrap();
    assert_eq!(found.bar, None);
    let [change] = &found.differences.list[..] else {
        panic!("{found:?}");
    };
    let difference::Change::Numbers { now, .. } = &change.change else {
        panic!("{change:?}");
    };
    assert_eq!(now, &[NUMBER]);
    assert!(!session.is_installed(), "reading takes nothing");
    assert_eq!(session.take(&found), Ok("harbour".to_owned()));
    assert!(session.is_installed());
    session.write("2026-11-21");
    let again = session.read().unwrap();
    assert_eq!(again.instead_of.as_deref(), Some("2026-11-20"));
    assert_eq!(
        again.differences.list,
        [],
        "compared with the one taken before"
    );
    session.write("2026-11-19");
    let older = session.read().unwrap_err();
    assert!(older.why.contains("20 November 2026"), "{older:?}");
}

#[test]
fn the_table_of_a_pack_is_taken_like_its_lines() {
    let mut session = Session::start(false);
    let header = Header {
        version: 1,
        name: "harbour".to_owned(),
        publisher: "A".to_owned(),
        licence: "B".to_owned(),
        date: "2026-11-20".to_owned(),
        corrections_to: None,
        imported: None,
    };
    let mut record = serde_json::to_value(&session.contact).unwrap();
    record["phones"] = json!([{"number": NUMBER, "kind": "voice"}]);
    let contact: Contact = serde_json::from_value(record).unwrap();
    let exchange = session.home.path().join("exchange");
    let table = sheet::write(&header, [&contact], b';');
    fs::write(exchange.join("table.csv"), &table).unwrap();
    assert_eq!(exchange::lists(&exchange).unwrap(), ["table.csv"]);
    let messages = Messages::of(Language::En);
    let read = |name: &str| session.packs.read(&exchange, name, &session.list, messages);
    let found = read("table.csv").unwrap();
    let [change] = &found.differences.list[..] else {
        panic!("{found:?}");
    };
    let difference::Change::Numbers { now, .. } = &change.change else {
        panic!("{change:?}");
    };
    assert_eq!(now, &[NUMBER]);
    let wrong = String::from_utf8(table).unwrap().replace("region", "realm");
    fs::write(exchange.join("wrong.csv"), wrong).unwrap();
    let refused = read("wrong.csv").unwrap_err();
    assert!(refused.why.contains("“realm”"), "{refused:?}");
    let taken = session
        .packs
        .take(&exchange, &found, &session.list, messages);
    assert_eq!(taken, Ok("harbour".to_owned()));
    assert!(session.is_installed());
}

#[test]
fn a_file_that_changed_since_it_was_shown_is_not_installed() {
    let mut session = Session::start(false);
    session.write("2026-11-20");
    let found = session.read().unwrap();
    session.write("2026-11-21");
    let refused = session.take(&found).unwrap_err();
    assert!(refused.why.contains("not as it was shown"), "{refused:?}");
    assert!(!session.is_installed());
}

#[test]
fn damaged_files_and_other_folders_are_refused_in_words() {
    let session = Session::start(false);
    session.put("{}\n");
    let foreign = session.read().unwrap_err();
    assert!(foreign.why.contains("is not a pack"), "{foreign:?}");
    session.write("2026-11-20");
    let exchange = session.home.path().join("exchange");
    fs::rename(
        exchange.join("harbour.jsonl"),
        session.home.path().join("harbour.jsonl"),
    )
    .unwrap();
    let messages = Messages::of(Language::En);
    let outside = "../harbour.jsonl";
    let outside = session
        .packs
        .read(&exchange, outside, &session.list, messages);
    assert!(outside.is_err(), "only files of its folder");
}

#[test]
fn the_keys_of_the_host_are_those_of_the_start_of_the_session() {
    let mut session = Session::start(false);
    session.write("2026-11-20");
    let host = session.home.path().join("host");
    let settings = host.join("settings.json");
    fs::create_dir(&host).unwrap();
    let key = include_str!("../../../tests/interchange/packs/key.txt").trim();
    fs::write(&settings, json!({"trusted_keys": [key]}).to_string()).unwrap();
    session.packs = Packs::new(&session.packs.folders, &[], false, renewal());
    // As for a confined session, which cannot read them.
    fs::remove_file(&settings).unwrap();
    let unsigned = session.read().unwrap_err();
    assert!(unsigned.why.contains("is not signed"), "{unsigned:?}");
}

#[test]
fn a_pack_that_takes_away_a_quarter_is_not_taken_on_the_screen() {
    let session = Session::start(false);
    let header = json!({
        "havre_pack": 1, "name": "harbour", "publisher": "A", "licence": "B", "date": "2026-11-20",
    });
    let contacts = Assets::embedded().contacts().unwrap();
    let gone = contacts.iter().take(400);
    let gone = gone.map(|one| json!({"id": one.id, "gone": true}).to_string());
    let lines: Vec<String> = std::iter::once(header.to_string()).chain(gone).collect();
    session.put(&lines.join("\n"));
    let found = session.read().unwrap();
    let Some(PackObstacle::TakesMuch(vital, path)) = found.bar else {
        panic!("{found:?}");
    };
    assert_eq!(vital, [""; 0], "those are held back");
    assert!(path.ends_with("exchange/harbour.jsonl"));
}

#[test]
fn a_session_takes_no_packs_that_others_share() {
    let session = Session::start(true);
    session.write("2026-11-20");
    let found = session.read().unwrap();
    let Some(PackObstacle::Shared(path)) = found.bar else {
        panic!("{found:?}");
    };
    assert!(path.ends_with("exchange/harbour.jsonl"));
}
