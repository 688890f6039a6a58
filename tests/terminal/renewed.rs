//! Packs that change while a confined session is open.

use std::fs;
use std::path::Path;

use super::program;
use super::support::{Setup, Terminal};

const OLD: &str = "902-555-0101";
const NEW: &str = "902-555-0199";

/// Puts a pack with one contact into a folder, in place of an older one.
fn put(folder: &Path, date: &str, line: &str) {
    fs::create_dir_all(folder).unwrap();
    let header = serde_json::json!({
        "havre_pack": 1, "name": "harbour", "publisher": "A", "licence": "B", "date": date,
    });
    let new = folder.join("harbour.new");
    fs::write(&new, format!("{header}\n{line}\n")).unwrap();
    fs::rename(new, folder.join("harbour.jsonl")).unwrap();
}

/// Returns the line of a contact with this number.
fn contact(number: &str) -> String {
    let text = |text| serde_json::json!({ "en": text, "fr": text });
    serde_json::json!({
        "id": "zz-harbour", "name": text("Zzyzx Harbour"), "organization": "Zzyzx",
        "categories": ["shelter"], "region": "NS", "always_open": false,
        "phones": [{ "number": number, "kind": "voice" }],
        "description": text("A house."), "languages": ["en"], "serves": [],
        "sources": [{"title": "A letter", "supports": ["phone"]}], "checked": "2026-11-01",
    })
    .to_string()
}

/// Starts a session of a worker, with the contact on the screen.
fn session(data: &Path, host: &Path, arguments: &[&str]) -> Terminal {
    let [data, host] = [data, host].map(|folder| folder.to_str().unwrap());
    let all = ["--lang", "en", "--region", "NS", "--data-dir", data];
    let setup = Setup::of(program::PATH).env("HAVRE_HOST_DIR", host);
    let setup = setup.args(all).args(arguments.iter().copied());
    let mut terminal = setup.start();
    terminal.wait_for_text("[0 ");
    terminal.send("4zzyzx harbour\r");
    terminal.wait_for_text("b bookmark");
    terminal.wait_for_text(OLD);
    terminal
}

#[cfg(debug_assertions)]
#[test]
fn the_corrected_number_of_a_new_pack_is_on_the_card_at_the_next_key() {
    for arguments in [&[][..], &["--worker", "alice"]] {
        for of_host in [false, true] {
            let home = tempfile::tempdir().unwrap();
            let (data, host) = (home.path().join("data"), home.path().join("host"));
            let of = if of_host { &host } else { &data };
            let folder = of.join("directory.d");
            put(&folder, "2026-11-20", &contact(OLD));
            let mut terminal = session(&data, &host, arguments);
            put(&folder, "2026-11-21", &contact(NEW));
            terminal.send("\x1b[B");
            // The number is the target of the key, which is held back.
            terminal.wait_for_text("What is shown has just changed.");
            terminal.wait_for_text(NEW);
            assert!(!terminal.contents().contains(OLD));
            terminal.send("\x1b[B");
            terminal.wait_for_text("The packs of the directory have changed.");
        }
    }
}

#[cfg(debug_assertions)]
#[test]
fn a_damaged_pack_takes_nothing_from_an_open_session() {
    let home = tempfile::tempdir().unwrap();
    let (data, host) = (home.path().join("data"), home.path().join("host"));
    let folder = data.join("directory.d");
    put(&folder, "2026-11-20", &contact(OLD));
    let mut terminal = session(&data, &host, &[]);
    put(&folder, "2026-11-21", "{}");
    terminal.send("\x1b[B");
    terminal.wait_for_text("harbour.jsonl");
    terminal.wait_for_text(OLD);
    // Mended, it is taken over.
    put(&folder, "2026-11-22", &contact(NEW));
    terminal.send("\x1b[A");
    terminal.wait_for_text(NEW);
}

#[cfg(debug_assertions)]
#[test]
fn a_removed_pack_is_gone_at_the_next_key() {
    let home = tempfile::tempdir().unwrap();
    let (data, host) = (home.path().join("data"), home.path().join("host"));
    let folder = data.join("directory.d");
    put(&folder, "2026-11-20", &contact(OLD));
    let mut terminal = session(&data, &host, &[]);
    fs::remove_file(folder.join("harbour.jsonl")).unwrap();
    terminal.send("\x1b[B");
    terminal.wait_for_text("What is shown has just changed.");
    assert!(!terminal.contents().contains(OLD));
    terminal.send("\x1b[B");
    terminal.wait_for_text("The packs of the directory have changed.");
}

#[cfg(debug_assertions)]
#[test]
fn lines_say_that_the_packs_changed() {
    let home = tempfile::tempdir().unwrap();
    let (data, host) = (home.path().join("data"), home.path().join("host"));
    let folder = data.join("directory.d");
    put(&folder, "2026-11-20", &contact(OLD));
    let [data, host] = [&data, &host].map(|folder| folder.to_str().unwrap());
    let all = [
        "--plain",
        "--lang",
        "en",
        "--region",
        "NS",
        "--data-dir",
        data,
    ];
    let setup = Setup::of(program::PATH).env("HAVRE_HOST_DIR", host);
    let mut terminal = setup.args(all).start();
    terminal.wait_for_text("> ");
    terminal.send("/zzyzx harbour\r");
    terminal.wait_for_text(OLD);
    put(&folder, "2026-11-21", &contact(NEW));
    terminal.send("/zzyzx\r");
    terminal.wait_for_text(NEW);
    terminal.wait_for_text("The packs of the directory have changed.");
}
