//! The prepared search of a directory with packs: the same as one made in memory, whatever happens
//! to its file.

use std::cell::Cell;
use std::collections::HashSet;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use havre::assets::{Assets, Catalogue};
use havre::cli::Exit;
use havre::directory::namesake::namesake;
use havre::directory::packs::Pack;
use havre::directory::packs::prepared::PreparedPlace;
use havre::directory::{Contact, Region, Trust};
use havre::files::Readers;
use havre::i18n::Language;
use havre::search::{Item, Query};
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

fn own_place(path: &Path) -> PreparedPlace {
    PreparedPlace {
        path: path.to_owned(),
        readers: Readers::Owner,
    }
}

/// Prepares the packs of assets at a path; returns true if the file was made for it.
fn prepare(assets: Assets, path: &Path) -> (Assets, bool) {
    let made = Cell::new(false);
    let assets = assets.with_packs_prepared_at(&[own_place(path)], &|work| {
        made.set(true);
        work();
    });
    (assets, made.get())
}

/// Returns true if the directory and the index of these assets are those made in memory, also after
/// damaged bytes were read.
fn agrees(assets: &Assets, own: &[Contact]) -> bool {
    let agrees = agree(assets, own);
    if assets.is_damaged() {
        agree(&assets.in_memory(), own)
    } else {
        agrees
    }
}

fn agree(assets: &Assets, own: &[Contact]) -> bool {
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
    // The header is at the end, before the checksum of the last block.
    for place in [0, 8, 20, 60, 100].map(|before| end - before) {
        let mut damaged = whole.clone();
        damaged[place] ^= 4;
        fs::write(&file, &damaged).unwrap();
        let (again, made) = prepare(assets.clone(), &file);
        assert!(made && again.prepared_packs.is_some(), "byte {place}");
        assert!(fs::read(&file).unwrap() == whole);
    }
    for place in [4, 5_000, end / 2] {
        let mut damaged = whole.clone();
        damaged[place] ^= 4;
        fs::write(&file, &damaged).unwrap();
        let (opened, made) = prepare(assets.clone(), &file);
        assert!(!made && agrees(&opened, &[]), "byte {place}");
        assert!(opened.is_damaged() && !file.exists(), "it is removed");
        assert!(prepare(assets.clone(), &file).1, "and made again");
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
    for eighth in 1..8 {
        let (assets, _) = prepare(assets.clone(), &file);
        let mut damaged = fs::read(&file).unwrap();
        let place = eighth * damaged.len() / 8;
        damaged[place] ^= 4;
        fs::write(&file, &damaged).unwrap();
        assert!(agrees(&assets, &[]), "byte {place}");
        assert!(assets.is_damaged() && !file.exists(), "byte {place}");
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
fn a_search_prepared_with_other_keys_is_made_again() {
    let (folder, assets, file) = with_packs();
    let prepared = |trust: &Trust| {
        let paths = assets.packs.iter().map(|pack| &pack.path);
        let mut packs: Vec<Pack> = paths.map(|path| Pack::open(path, false).unwrap()).collect();
        packs[0].trust = trust.clone();
        prepare(Assets::embedded().with_packs(packs), &file).1
    };
    let [key, other] = ["key", "other"].map(|key| Trust::Signed(key.to_owned()));
    for (trust, made) in [
        (&Trust::Unsigned, true),
        (&key, true),
        (&key, false),
        (&other, true),
        (&Trust::Unsigned, true),
    ] {
        assert_eq!(prepared(trust), made, "{trust:?}");
    }
    drop(folder);
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
    let assets = assets.with_prepared_packs(&[own_place(&file)], &|_| panic!("nothing is made"));
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

/// Returns a pack of this number of contacts, whose names, towns and regions differ, prepared in a
/// file so large that a search reads it where it lies.
fn with_many(folder: &Path, count: usize) -> Assets {
    let contacts: Vec<Contact> = (0..count)
        .map(|place| {
            let shape = &EMBEDDED[place % EMBEDDED.len()];
            let other = &EMBEDDED[place * 7 % EMBEDDED.len()];
            let numbered = |name: &Option<String>| Some(format!("{} {place}", name.clone()?));
            Contact {
                id: format!("many-{place}"),
                name: havre::directory::Name {
                    en: numbered(&shape.name.en),
                    fr: numbered(&shape.name.fr),
                },
                description: other.description.clone(),
                ..shape.clone()
            }
        })
        .collect();
    let pack = pack(folder, "many", &contacts, &[]);
    let assets = Assets::embedded().with_packs(vec![pack]);
    prepare(assets, &folder.join("packs.index")).0
}

const QUERIES: [&str; 18] = [
    "",
    "s",
    "sh",
    "shelter",
    "shleter",
    "halifax",
    "police 7",
    "victim services 1042",
    "services aux victimes",
    "toronto women open now",
    "he beats me",
    "i am 16 and need a bed tonight in winnipeg",
    "vctm srvcs",
    "1-800",
    "1-888-579-2888",
    "en cri",
    "refuge pour femmes",
    "legal aid interpreter pa",
];

/// Returns the hits of queries in several regions, with the ids of their contacts.
fn answers(assets: &Assets) -> Vec<String> {
    answers_to(&QUERIES, assets)
}

/// Returns the queries as they are typed, letter by letter: a search takes over what the one before it has read.
fn typed() -> Vec<&'static str> {
    let beginnings = |text: &'static str| text.char_indices().map(|(end, _)| &text[..end]);
    QUERIES.into_iter().flat_map(beginnings).collect()
}

fn answers_to(texts: &[&str], assets: &Assets) -> Vec<String> {
    let directory = assets.directory().unwrap();
    let index = assets.index(&directory);
    let mut answers = Vec::new();
    for region in [Region::Ns, Region::On, Region::Ca] {
        for (text, language) in texts.iter().zip(Language::ALL.into_iter().cycle()) {
            let query = Query {
                text: (*text).to_owned(),
                ..Query::default()
            };
            let context = havre::search::Context {
                language,
                region,
                place: None,
                preferred: &HashSet::from(["many-7".to_owned()]),
            };
            let mut hits = index.search(&query, &context);
            let shown = hits.hits.len().min(20);
            index.mark(&mut hits, 0..shown, language);
            let reasons = (0..shown).map(|rank| index.reason(&hits, rank, language));
            let reasons: Vec<String> = reasons.map(|reason| format!("{reason:?}")).collect();
            let ids = hits.hits.iter().map(|hit| match index.item(hit) {
                Item::Contact(place) => directory.id(place).into_owned(),
                Item::Topic(place) => index.topic(place).unwrap().id.to_string(),
            });
            let ids: Vec<String> = ids.collect();
            answers.push(format!(
                "{text} {:?} {ids:?} {reasons:?} {hits:?}",
                hits.total
            ));
        }
    }
    answers
}

#[test]
fn a_search_where_the_index_lies_finds_the_same_in_the_same_order() {
    let folder = tempfile::tempdir().unwrap();
    let assets = with_many(folder.path(), 3_600);
    for texts in [&QUERIES[..], &typed()] {
        let expected = answers_to(texts, &assets.in_memory());
        for (found, expected) in answers_to(texts, &assets).into_iter().zip(&expected) {
            assert_eq!(&found, expected);
        }
    }
    assert!(assets.prepared_packs.is_some() && !assets.is_damaged());
}

#[test]
fn a_search_that_meets_damage_is_not_believed() {
    let folder = tempfile::tempdir().unwrap();
    let assets = with_many(folder.path(), 900);
    let file = folder.path().join("packs.index");
    let whole = fs::read(&file).unwrap();
    let expected = answers(&assets.in_memory());
    for eighth in 1..8 {
        let mut damaged = whole.clone();
        damaged[eighth * whole.len() / 8] ^= 1;
        fs::write(&file, &damaged).unwrap();
        let (opened, _) = prepare(Assets::embedded().with_packs(assets.packs.clone()), &file);
        let found = answers(&opened);
        assert!(
            found == expected || opened.is_damaged() && answers(&opened.in_memory()) == expected,
            "damage in the {eighth}. eighth"
        );
    }
}

/// Returns a pack above the size from which the search is prepared, with another number for 988.
fn large_other_988(folder: &Path) -> PathBuf {
    let long = "Zzyzx ".repeat(2_000);
    let line = EMBEDDED.iter().find(|one| one.id == "ca-988").unwrap();
    let mut changed = line.clone();
    "902-555-0199".clone_into(&mut changed.phones[0].number);
    let filler = (0..90).map(|place| Contact {
        notes: Some(long.trim().to_owned()),
        ..named("large", place % 9)
    });
    let filler = filler.zip(0..).map(|(contact, place)| Contact {
        id: format!("large-{place}"),
        ..contact
    });
    let contacts: Vec<Contact> = filler.chain([changed]).collect();
    pack(folder, "large", &contacts, &[]).path
}

#[test]
fn a_vital_number_is_kept_in_a_prepared_pack_unless_the_worker_agrees() {
    let machine = Machine::new();
    fs::create_dir(machine.path("made")).unwrap();
    let large = large_other_988(&machine.path("made"));
    let add = ["packs", "add", large.to_str().unwrap()];
    let index = machine.path("data/directory.d/packs.index");
    let shows_new = || {
        machine
            .run(&["show", "ca-988"])
            .out
            .contains("902-555-0199")
    };
    machine.run(&add).ends(Exit::BadData);
    assert!(index.exists() && !shows_new());
    let agreed = [&add[..], &["--replace-emergency"]].concat();
    machine.run(&agreed).ends(Exit::Done);
    assert!(index.exists() && shows_new());
    fs::remove_file(machine.path("data/directory.d/large.jsonl.agreed")).unwrap();
    assert!(!shows_new(), "the prepared search is made again");
    machine.run(&["search", "988"]).prints("988");
}

#[test]
fn a_namesake_in_a_prepared_pack_is_found_by_its_name() {
    let (_folder, assets, file) = with_packs();
    let (assets, _) = prepare(assets, &file);
    assert!(assets.prepared_packs.is_some());
    let contacts = assets.contacts().unwrap();
    let catalogue = Catalogue::new(Arc::new(assets));
    let mut found = 0;
    for contact in contacts
        .iter()
        .filter(|one| !one.phones.is_empty())
        .step_by(9)
    {
        let mut own = contact.clone();
        own.id = format!("own-{}", contact.id);
        "902-555-0199".clone_into(&mut own.phones[0].number);
        let expected = namesake(&own, &contacts);
        found += usize::from(expected.is_some());
        for _ in 0..2 {
            assert_eq!(catalogue.namesake(&own), expected);
        }
    }
    assert!(found > 20);
}

#[test]
fn the_administrator_prepares_a_pack_of_the_host_once_for_all() {
    let machine = Machine::new();
    let folder = machine.path("host/directory.d");
    fs::create_dir_all(&folder).unwrap();
    large_other_988(&folder);
    machine.run(&["packs"]).ends(Exit::Done);
    let [index, record] = ["packs.index", "packs.json"].map(|name| folder.join(name));
    for made in [&index, &record] {
        let mode = fs::metadata(made).unwrap().permissions().mode();
        assert_eq!(mode & 0o444, 0o444, "{}", made.display());
    }
    assert!(!machine.path("data/directory.d/packs.index").exists());
    // Packs of the account's own need an index of their own.
    let own = machine.path("made");
    fs::create_dir(&own).unwrap();
    let own = pack(&own, "extra", &[named("extra", 1)], &[]).path;
    let add = ["packs", "add", own.to_str().unwrap()];
    machine.run(&add).ends(Exit::Done);
    assert!(index.exists() && machine.path("data/directory.d/packs.index").exists());
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
    assert!(!data.join("directory.d/packs.index").exists());
    machine.run(&["packs", "add", large]).ends(Exit::Done);
    let made = fs::metadata(data.join("directory.d/packs.index")).unwrap();
    assert_eq!(made.permissions().mode() & 0o777, 0o600);
    let name = EMBEDDED[7].name.en.clone().unwrap();
    machine
        .run(&["search", &name])
        .ends(Exit::Done)
        .prints("large-7");
    let after = fs::metadata(data.join("directory.d/packs.index")).unwrap();
    assert_eq!(made.modified().unwrap(), after.modified().unwrap());
    machine.run(&["packs", "remove", "large"]).ends(Exit::Done);
    assert!(!data.join("directory.d/packs.index").exists());
}
