//! List synchronized between two machines by git: nothing is lost, with or without a conflict.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use havre::bookmarks::{Change, Report, Store};
use havre::directory::Contact;
use jiff::Timestamp;

use crate::support::{at, contacts, note, on_disk, remove, times};
use crate::tools::find_tool;

/// One machine's clone of the folder.
struct Machine {
    home: tempfile::TempDir,
    git: PathBuf,
}

impl Machine {
    fn new(git: &Path) -> Self {
        let home = tempfile::tempdir().unwrap();
        let git = git.to_owned();
        Self { home, git }
    }

    fn folder(&self) -> PathBuf {
        self.home.path().join("havre")
    }

    fn list(&self) -> PathBuf {
        self.folder().join("bookmarks.json")
    }

    /// Runs git in the folder, with only these settings.
    fn git(&self, arguments: &[&str]) -> Output {
        Command::new(&self.git)
            .current_dir(self.folder())
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap())
            .env("HOME", self.home.path())
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .args(["-c", "user.name=w", "-c", "user.email=w@example.org"])
            .args(["-c", "init.defaultBranch=list"])
            .args(arguments)
            .output()
            .unwrap()
    }

    #[track_caller]
    fn must(&self, arguments: &[&str]) {
        let output = self.git(arguments);
        assert!(output.status.success(), "{arguments:?}: {output:?}");
    }

    fn commit(&self) {
        self.must(&["add", "--force", "bookmarks.json"]);
        self.must(&["commit", "--quiet", "--allow-empty", "-m", "list"]);
    }

    /// Fetches the other's commits. Returns true if git merged them by itself.
    fn pull(&self, from: &Self) -> bool {
        let other = from.folder();
        let arguments = ["pull", "--quiet", "--no-rebase", "--no-edit"];
        let output = self.git(&[&arguments[..], &[other.to_str().unwrap(), "list"]].concat());
        let said = [&output.stdout[..], &output.stderr].concat();
        let conflict = String::from_utf8_lossy(&said).contains("CONFLICT");
        assert!(output.status.success() != conflict, "{output:?}");
        !conflict
    }

    fn open(&self, now: Timestamp) -> (Store, Report) {
        let opened = Store::open(&self.list(), now);
        (opened.store, opened.report)
    }

    fn change(&self, changes: impl IntoIterator<Item = Change>, second: i64) {
        let (mut store, _) = self.open(at(second));
        for (more, change) in (0..).zip(changes) {
            store.apply(change, at(second + more)).unwrap();
        }
    }

    /// Returns the note of each bookmark.
    fn notes(&self) -> BTreeMap<String, String> {
        let list = on_disk(&self.list());
        let entries = list.bookmarks().into_iter();
        entries
            .map(|entry| (entry.id.clone(), entry.note().to_owned()))
            .collect()
    }
}

/// Creates two clones of a folder with these bookmarks.
fn clones(all: &[Contact]) -> Option<[Machine; 2]> {
    let git = find_tool("git")?;
    let [here, there] = [(); 2].map(|()| Machine::new(&git));
    fs::create_dir(here.folder()).unwrap();
    here.must(&["init", "--quiet"]);
    here.change(all.iter().map(|contact| Change::add(contact, at(0))), 0);
    here.commit();
    fs::create_dir(there.folder()).unwrap();
    there.must(&["clone", "--quiet", here.folder().to_str().unwrap(), "."]);
    Some([here, there])
}

#[test]
fn a_clean_merge_has_the_changes_of_both() {
    let all = contacts(12);
    let Some([here, there]) = clones(&all) else {
        return;
    };
    let mut ids: Vec<&str> = all.iter().map(|contact| contact.id.as_str()).collect();
    ids.sort_unstable();
    here.change([note(ids[0], "here")], 100);
    there.change([note(ids[11], "there"), remove(ids[9])], 200);
    here.commit();
    there.commit();
    assert!(here.pull(&there), "far enough apart for git");
    let (_, report) = here.open(at(300));
    assert_eq!(report, Report::Fine);
    let notes = here.notes();
    assert_eq!(notes.len(), 11);
    assert_eq!((&*notes[ids[0]], &*notes[ids[11]]), ("here", "there"));
}

#[test]
fn a_conflict_is_both_sides_merged_and_the_file_is_kept() {
    let all = contacts(6);
    let Some([here, there]) = clones(&all[..4]) else {
        return;
    };
    let (one, two) = (&all[0].id, &all[1].id);
    here.change(
        [
            note(one, "here"),
            note(two, "only here"),
            Change::add(&all[4], at(0)),
        ],
        100,
    );
    there.change(
        [
            note(one, "there, later"),
            Change::add(&all[5], at(0)),
            remove(&all[3].id),
        ],
        200,
    );
    here.commit();
    there.commit();
    assert!(!here.pull(&there), "both wrote the same lines");
    let conflict = fs::read(here.list()).unwrap();
    let (_, report) = here.open(at(300));
    let Report::Rescued { original, .. } = report else {
        panic!("{report:?}");
    };
    assert_eq!(fs::read(original).unwrap(), conflict);
    let notes = here.notes();
    assert_eq!(notes.len(), 5, "{notes:?}");
    assert_eq!((&*notes[one], &*notes[two]), ("there, later", "only here"));
    assert!(!notes.contains_key(&all[3].id), "it was removed there");
}

/// Returns a pseudorandom number, the same at every run.
fn next(state: &mut u64) -> usize {
    *state = state
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*state >> 40).unwrap()
}

#[test]
fn merge_by_git_loses_none_of_two_hundred_changes_on_each_side() {
    let all = contacts(40);
    let Some(machines) = clones(&all[..20]) else {
        return;
    };
    let mut state = 20_261_127;
    let mut wanted: BTreeMap<String, String> = machines[0].notes();
    let (mut second, mut clean, mut conflicts) = (1_000, 0, 0);
    let rounds = times("HAVRE_TEST_CHANGES", 200) / 5;
    for round in 0..rounds {
        for (side, machine) in machines.iter().enumerate() {
            // Each has its own contacts: no change overrides another.
            let own: Vec<_> = all.iter().skip(side).step_by(2).collect();
            let few = if round % 2 == 0 { 1 } else { 9 };
            let mut changes = Vec::new();
            for number in 0..few {
                let contact = own[next(&mut state) % own.len()];
                let text = format!("{side} {round} {number}");
                if wanted.insert(contact.id.clone(), text.clone()).is_none() {
                    changes.push(Change::add(contact, at(second)));
                }
                changes.push(note(&contact.id, &text));
            }
            machine.change(changes, second);
            machine.commit();
            second += 100;
        }
        for (to, from) in [(0, 1), (1, 0)] {
            if machines[to].pull(&machines[from]) {
                clean += 1;
            } else {
                conflicts += 1;
            }
            drop(machines[to].open(at(second)));
            machines[to].commit();
        }
        for machine in &machines {
            assert_eq!(machine.notes(), wanted, "round {round}");
        }
    }
    assert!(clean > 2 && conflicts > 2, "{clean}, {conflicts}");
}
