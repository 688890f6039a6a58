//! The prepared search of a directory with packs: the same as one made in memory, whatever happens
//! to its file.

use std::cell::Cell;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use havre::assets::Assets;
use havre::cli::Exit;
use havre::directory::Contact;
use havre::directory::packs::Pack;
use proptest::prelude::*;

use crate::machine::Machine;

/// Writes a pack of contacts, and of ids that it removes, and opens it.
fn pack(folder: &Path, name: &str, contacts: &[Contact], gone: &[String]) -> Pack {
    let header = format!(
        r#"{{"havre_pack": 1, "name": "{name}", "publisher": "P", "licence": "CC0-1.0", "date": "2026-01-02"}}"#
    );
    let contacts = contacts
        .iter()
        .map(|contact| serde_json::to_string(contact).unwrap());
    let gone = gone
        .iter()
        .map(|id| format!(r#"{{"id": "{id}", "gone": true}}"#));
    let lines: Vec<String> = std::iter::once(header)
        .chain(contacts)
        .chain(gone)
        .collect();
    let path = folder.join(name).with_extension("jsonl");
    fs::write(&path, lines.join("\n")).unwrap();
    Pack::open(&path, false).unwrap()
}

/// Changes of one pack: numbers of contacts to add, to replace and to remove.
fn changes() -> impl Strategy<Value = [Vec<usize>; 3]> {
    let few = |most| prop::collection::btree_set(0..9usize, 0..most);
    let rarely = prop_oneof![2 => few(1), 1 => few(3)];
    let all = (few(6), rarely.clone(), rarely);
    all.prop_map(|(added, replaced, removed)| {
        [added, replaced, removed].map(|places| places.into_iter().collect())
    })
}

static EMBEDDED: LazyLock<Vec<Contact>> = LazyLock::new(|| Assets::embedded().contacts().unwrap());

/// Returns a contact like an embedded one, with an id of its own.
fn named(prefix: &str, place: usize) -> Contact {
    Contact {
        id: format!("{prefix}-{place}"),
        ..EMBEDDED[7 * place + 3].clone()
    }
}

/// Returns packs with these changes. A later one replaces what an earlier one adds.
fn packs(folder: &Path, changes: Vec<[Vec<usize>; 3]>) -> Vec<Pack> {
    let replacing = |place: usize| Contact {
        terms: vec!["zzyzx".to_owned()],
        ..EMBEDDED[11 * place].clone()
    };
    let packs = changes.into_iter().zip(["a", "b", "c"]);
    let packs = packs.map(|([added, replaced, removed], name)| {
        let added = added.into_iter().map(|place| named("new", place));
        let contacts = added
            .chain(replaced.into_iter().map(replacing))
            .collect::<Vec<_>>();
        let gone = removed
            .into_iter()
            .map(|place| EMBEDDED[11 * place + 5].id.clone());
        pack(folder, name, &contacts, &gone.collect::<Vec<_>>())
    });
    packs.collect()
}

/// Prepares the packs of assets at a path; returns true if the file was made for it.
fn prepare(assets: Assets, path: &Path) -> (Assets, bool) {
    let made = Cell::new(false);
    let assets = assets.with_packs_prepared_at(path, &|work| {
        made.set(true);
        work();
    });
    (assets, made.get())
}

/// Returns true if the directory and the index of these assets are those made in memory.
fn agrees(assets: &Assets, own: &[Contact]) -> bool {
    let directory = assets.directory_with(own.to_vec()).unwrap();
    let index = assets.index(&directory).write();
    let expected = assets.contacts_with(own.to_vec()).unwrap();
    let found = |(place, contact): (usize, &Contact)| {
        directory.id(place) == contact.id && directory.get(&contact.id) == Some(contact)
    };
    expected.iter().enumerate().all(found)
        && directory.contacts() == expected
        && index == assets.build_index(&expected).write()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn packs_and_own_contacts_are_searched_as_in_an_index_of_their_own(
        changes in prop::collection::vec(changes(), 0..4),
        own in 0..3usize,
    ) {
        let folder = tempfile::tempdir().unwrap();
        let assets = Assets::embedded().with_packs(packs(folder.path(), changes));
        let own: Vec<Contact> = (0..own).map(|place| named("own", place)).collect();
        prop_assert!(agrees(&assets, &own));
        let file = folder.path().join("packs.index");
        let (prepared, made) = prepare(assets.clone(), &file);
        prop_assert!(made && prepared.prepared_packs.is_some());
        prop_assert!(agrees(&prepared, &own));
        let again = assets.packs.iter().map(|pack| Pack::open(&pack.path, false).unwrap());
        let again = Assets::embedded().with_packs(again.collect());
        let (opened, made) = prepare(again, &file);
        prop_assert!(!made, "the next session finds the file");
        opened.directory().unwrap();
        for contact in EMBEDDED.iter() {
            prop_assert_eq!(opened.is_closed(&contact.id), assets.is_closed(&contact.id));
        }
        prop_assert!(agrees(&opened, &own));
    }
}

/// Returns a folder, assets with two packs of files in it, and the path of the prepared file.
fn with_packs() -> (tempfile::TempDir, Assets, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let changes = vec![[vec![1, 2], vec![3], vec![]], [vec![2, 4], vec![], vec![1]]];
    let assets = Assets::embedded().with_packs(packs(folder.path(), changes));
    let file = folder.path().join("packs.index");
    (folder, assets, file)
}

#[test]
fn a_damaged_file_is_made_again() {
    let (_folder, assets, file) = with_packs();
    prepare(assets.clone(), &file);
    let whole = fs::read(&file).unwrap();
    let end = whole.len() - 1;
    for place in [4, 20, 60, 200, end / 2, end] {
        let mut damaged = whole.clone();
        damaged[place] ^= 4;
        fs::write(&file, &damaged).unwrap();
        let (again, made) = prepare(assets.clone(), &file);
        assert!(made && again.prepared_packs.is_some(), "byte {place}");
        assert!(fs::read(&file).unwrap() == whole);
    }
    for length in [3, 30, end] {
        fs::write(&file, &whole[..length]).unwrap();
        assert!(prepare(assets.clone(), &file).1, "{length} bytes");
        assert!(fs::read(&file).unwrap() == whole);
    }
}

#[test]
fn a_file_damaged_in_a_session_is_not_used() {
    let (_folder, assets, file) = with_packs();
    let (assets, _) = prepare(assets, &file);
    let whole = fs::read(&file).unwrap();
    let ends = [whole.len() - 1, whole.len() / 50];
    for place in ends {
        let mut damaged = whole.clone();
        damaged[place] ^= 4;
        fs::write(&file, &damaged).unwrap();
        assert!(agrees(&assets, &[]), "byte {place}");
    }
}

#[test]
fn a_file_of_other_packs_is_made_again() {
    let (folder, assets, file) = with_packs();
    let (assets, _) = prepare(assets, &file);
    let other = pack(folder.path(), "b", &[named("other", 1)], &[]);
    let packs = vec![assets.packs[0].clone(), other];
    let (replaced, made) = prepare(Assets::embedded().with_packs(packs.clone()), &file);
    assert!(made && agrees(&replaced, &[]));
    let (fewer, made) = prepare(Assets::embedded().with_packs(packs[..1].to_vec()), &file);
    assert!(made && agrees(&fewer, &[]));
    let turned = packs.into_iter().rev().collect();
    let (turned, made) = prepare(Assets::embedded().with_packs(turned), &file);
    assert!(made && agrees(&turned, &[]));
}

#[test]
fn without_a_place_for_the_file_everything_is_made_in_memory() {
    let (folder, assets, _) = with_packs();
    fs::write(folder.path().join("file"), "").unwrap();
    let (assets, made) = prepare(assets, &folder.path().join("file/packs.index"));
    assert!(made && assets.prepared_packs.is_none());
    assert!(agrees(&assets, &[]));
}

#[test]
fn small_packs_need_no_file() {
    let (_folder, assets, file) = with_packs();
    let assets = assets.with_prepared_packs(&file, &|_| panic!("nothing is made"));
    assert!(assets.prepared_packs.is_none() && !file.exists());
}

#[test]
fn sessions_that_prepare_at_once_both_have_the_search() {
    let (_folder, assets, file) = with_packs();
    let sessions = [assets.clone(), assets.clone()].map(|assets| {
        let file = file.clone();
        std::thread::spawn(move || agrees(&prepare(assets, &file).0, &[]))
    });
    for session in sessions {
        assert!(session.join().unwrap());
    }
    assert!(!prepare(assets, &file).1, "the file is whole");
}

#[test]
fn a_record_that_changed_on_the_disk_shows_no_number() {
    let (folder, assets, file) = with_packs();
    let (assets, _) = prepare(assets, &file);
    let directory = assets.directory().unwrap();
    let path = folder.path().join("b.jsonl");
    let text = fs::read_to_string(&path).unwrap();
    let (header, lines) = text.split_once('\n').unwrap();
    fs::write(&path, format!("{header}\n{}", lines.replace('0', "7"))).unwrap();
    let read = directory.get("new-4").unwrap();
    assert!(read.phones.is_empty() && read.id == "new-4");
    assert_eq!(read.name.en.as_deref(), Some("Record that cannot be read"));
    assert!(assets.packs[1].failure().is_some());
    assert_eq!(
        directory.get("new-1").unwrap().phones,
        named("new", 1).phones
    );
}

#[test]
fn a_large_pack_is_prepared_when_it_is_added() {
    let machine = Machine::new();
    let (home, data) = (machine.path("made"), machine.path("data"));
    fs::create_dir(&home).unwrap();
    let long = "Zzyzx ".repeat(2_000);
    let contacts: Vec<Contact> = (0..90)
        .map(|place| Contact {
            id: format!("large-{place}"),
            notes: Some(long.trim().to_owned()),
            ..EMBEDDED[place].clone()
        })
        .collect();
    let large = pack(&home, "large", &contacts, &[]).path;
    let large = large.to_str().unwrap();
    machine
        .run(&["packs", "add", "--dry-run", large])
        .ends(Exit::Done);
    assert!(!data.join("packs.index").exists());
    machine.run(&["packs", "add", large]).ends(Exit::Done);
    let made = fs::metadata(data.join("packs.index")).unwrap();
    assert_eq!(made.permissions().mode() & 0o777, 0o600);
    let name = EMBEDDED[7].name.en.clone().unwrap();
    machine
        .run(&["search", &name])
        .ends(Exit::Done)
        .prints("large-7");
    let after = fs::metadata(data.join("packs.index")).unwrap();
    assert_eq!(made.modified().unwrap(), after.modified().unwrap());
    machine.run(&["packs", "remove", "large"]).ends(Exit::Done);
    assert!(!data.join("packs.index").exists());
}
