//! Failures of every single call to the disk: the file is old or new and complete, nothing is lost
//! from memory, and the next change saves everything.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use havre::bookmarks::{Change, Report, SaveError, Store, Trouble};
use havre::files::{FileStamp, Files, Lock, Output, RealFiles};
use rustix::io::Errno;

use crate::support::{at, contacts, home, note, on_disk};

/// Kind of a failure.
#[derive(Clone, Copy, Debug)]
enum Fault {
    /// Only this call fails.
    Once(Errno),
    /// This call and all following ones fail: the disk is gone, or the process is dead.
    Forever(Errno),
    /// A write accepts a part of the bytes, and the next call finds the disk full.
    Short,
}

#[derive(Debug, Default)]
struct Plan {
    calls: Vec<&'static str>,
    fault: Option<(usize, Fault)>,
    /// True if renames report success without effect: the share keeps the old file.
    lies: bool,
}

impl Plan {
    /// Counts a call, and fails if it is its turn.
    fn call(&mut self, name: &'static str) -> io::Result<()> {
        let number = self.calls.len();
        self.calls.push(name);
        let errno = match self.fault {
            Some((place, Fault::Once(errno))) if number == place => errno,
            Some((place, Fault::Forever(errno))) if number >= place => errno,
            Some((place, Fault::Short)) if number == place + 1 => Errno::NOSPC,
            _ => return Ok(()),
        };
        Err(errno.into())
    }

    fn is_short(&self) -> bool {
        matches!(self.fault, Some((place, Fault::Short)) if self.calls.len() == place + 1)
    }
}

/// Files of the machine, with one fault.
#[derive(Clone, Default)]
struct Faulty(Arc<Mutex<Plan>>);

impl Faulty {
    fn call(&self, name: &'static str) -> io::Result<()> {
        self.0.lock().unwrap().call(name)
    }

    /// Resets the counter, and makes the call of this number fail.
    fn plan(&self, fault: Option<(usize, Fault)>) {
        *self.0.lock().unwrap() = Plan {
            fault,
            ..Plan::default()
        };
    }

    fn calls(&self) -> Vec<&'static str> {
        self.0.lock().unwrap().calls.clone()
    }
}

impl Files for Faulty {
    fn resolve(&self, path: &Path) -> PathBuf {
        RealFiles.resolve(path)
    }
    fn read(&self, path: &Path, limit: usize) -> io::Result<Vec<u8>> {
        self.call("read")?;
        RealFiles.read(path, limit)
    }
    fn stamp(&self, path: &Path) -> io::Result<FileStamp> {
        self.call("stamp")?;
        RealFiles.stamp(path)
    }
    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        self.call("names")?;
        RealFiles.names(folder)
    }
    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        self.call("create_folder")?;
        RealFiles.create_folder(folder)
    }
    fn create(&self, path: &Path) -> io::Result<Box<dyn Output>> {
        self.call("create")?;
        let output = RealFiles.create(path)?;
        Ok(Box::new(FaultyOutput(self.clone(), output)))
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call("rename")?;
        if self.0.lock().unwrap().lies {
            return RealFiles.remove(from);
        }
        RealFiles.rename(from, to)
    }
    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call("link")?;
        RealFiles.link(from, to)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.call("remove")?;
        RealFiles.remove(path)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.call("sync_folder")?;
        RealFiles.sync_folder(folder)
    }
    fn lock(&self, path: &Path) -> io::Result<Box<dyn Lock>> {
        self.call("lock")?;
        RealFiles.lock(path)
    }
}

struct FaultyOutput(Faulty, Box<dyn Output>);

impl Write for FaultyOutput {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.call("write")?;
        let short = self.0.0.lock().unwrap().is_short();
        self.1.write(if short {
            &bytes[..bytes.len() / 2]
        } else {
            bytes
        })
    }
    fn flush(&mut self) -> io::Result<()> {
        self.1.flush()
    }
}

impl Output for FaultyOutput {
    fn sync(&mut self) -> io::Result<()> {
        self.0.call("sync")?;
        self.1.sync()
    }
}

const FAULTS: [Fault; 8] = [
    Fault::Once(Errno::NOSPC),
    Fault::Once(Errno::IO),
    Fault::Once(Errno::ACCESS),
    Fault::Forever(Errno::NOSPC),
    Fault::Forever(Errno::IO),
    Fault::Forever(Errno::ACCESS),
    Fault::Forever(Errno::ROFS),
    Fault::Short,
];

/// Makes one change with one fault; returns false if the number of the call was never reached.
fn one_change(place: usize, fault: Fault) -> bool {
    let (_home, path) = home();
    let all = contacts(3);
    let mut before = Store::open(&path, at(0)).store;
    for (second, contact) in (1..).zip(&all[..2]) {
        before
            .apply(Change::add(contact, at(second)), at(second))
            .unwrap();
    }
    let old = before.list().clone();
    let files = Faulty::default();
    let mut store = Store::open_on(Box::new(files.clone()), &path, at(5)).store;
    files.plan(Some((place, fault)));
    let saved = store.apply(Change::add(&all[2], at(6)), at(6));
    let reached = files.calls().len() > place;
    let context = format!(
        "{fault:?} at call {place} of {:?}: {saved:?}",
        files.calls()
    );

    assert!(
        store.list().contains(&all[2].id),
        "memory has it: {context}"
    );
    assert_eq!(store.unsaved(), saved.is_err(), "{context}");
    let disk = on_disk(&path);
    assert!(
        disk == old || disk == *store.list(),
        "old or new: {context}"
    );
    assert!(
        saved.is_err() || disk == *store.list(),
        "saved means saved: {context}"
    );

    files.plan(None);
    store.apply(note(&all[0].id, "later"), at(7)).unwrap();
    assert!(!store.unsaved(), "{context}");
    assert_eq!(
        on_disk(&path),
        *store.list(),
        "the next change saves all: {context}"
    );
    assert_eq!(store.list().len(), 3);
    let names = RealFiles.names(path.parent().unwrap()).unwrap();
    assert_eq!(
        names,
        ["backups", "bookmarks.json", "bookmarks.lock"],
        "{context}"
    );
    reached
}

#[test]
fn no_failing_call_loses_a_change_or_spoils_the_file() {
    for fault in FAULTS {
        let mut place = 0;
        while one_change(place, fault) {
            place += 1;
        }
        assert!(place > 10, "the walk went through the calls: {place}");
    }
}

#[test]
fn a_share_that_says_yes_and_keeps_the_old_file_is_caught_by_reading_back() {
    let (_home, path) = home();
    let all = contacts(2);
    let files = Faulty::default();
    let mut store = Store::open_on(Box::new(files.clone()), &path, at(0)).store;
    store.apply(Change::add(&all[0], at(1)), at(1)).unwrap();
    files.0.lock().unwrap().lies = true;
    let said = store.apply(Change::add(&all[1], at(2)), at(2));
    assert!(
        matches!(said, Err(SaveError::Unconfirmed { .. })),
        "{said:?}"
    );
    assert!(store.unsaved() && on_disk(&path).len() == 1);
    files.plan(None);
    store.save(at(3)).unwrap();
    assert_eq!(on_disk(&path).len(), 2, "the next try saves it");
}

#[test]
fn the_first_change_of_all_survives_every_failing_call() {
    for fault in FAULTS {
        for place in 0..30 {
            let (_home, path) = home();
            let contact = &contacts(1)[0];
            let files = Faulty::default();
            let mut store = Store::open_on(Box::new(files.clone()), &path, at(0)).store;
            files.plan(Some((place, fault)));
            let saved = store.apply(Change::add(contact, at(1)), at(1));
            assert!(store.list().contains(&contact.id));
            assert!(saved.is_err() || on_disk(&path).contains(&contact.id));
            files.plan(None);
            store.save(at(2)).unwrap();
            assert!(on_disk(&path).contains(&contact.id), "{fault:?} at {place}");
        }
    }
}

#[test]
fn no_fault_during_recovery_loses_a_damaged_file() {
    let whole = {
        let (_home, path) = home();
        let mut store = Store::open(&path, at(0)).store;
        for contact in &contacts(2) {
            store.apply(Change::add(contact, at(1)), at(1)).unwrap();
        }
        fs::read(&path).unwrap()
    };
    let damaged = &whole[..whole.len() - 4];
    let mut rescued = 0;
    for fault in FAULTS {
        for place in 0..30 {
            let (_home, path) = home();
            let folder = path.parent().unwrap();
            RealFiles.create_folder(folder).unwrap();
            fs::write(&path, damaged).unwrap();
            let files = Faulty::default();
            files.plan(Some((place, fault)));
            let opened = Store::open_on(Box::new(files.clone()), &path, at(2));
            let context = format!("{fault:?} at call {place}: {:?}", opened.report);
            let kept = RealFiles
                .names(folder)
                .unwrap()
                .into_iter()
                .any(|name| fs::read(folder.join(name)).is_ok_and(|bytes| bytes == damaged));
            assert!(kept, "the damaged bytes are somewhere: {context}");
            if !matches!(opened.report, Report::Unreadable { .. }) {
                assert_eq!(opened.store.list().len(), 2, "{context}");
                rescued += 1;
            }
            files.plan(None);
            let mut store = opened.store;
            store
                .apply(note(&contacts(1)[0].id, "later"), at(3))
                .unwrap();
            assert_eq!(on_disk(&path).len(), 2, "{context}");
        }
    }
    assert!(rescued > 200, "{rescued}");
}

#[test]
fn the_bytes_are_on_the_disk_before_the_name_and_the_name_before_the_answer() {
    let (_home, path) = home();
    let files = Faulty::default();
    let mut store = Store::open_on(Box::new(files.clone()), &path, at(0)).store;
    files.plan(None);
    store
        .apply(Change::add(&contacts(1)[0], at(1)), at(1))
        .unwrap();
    let calls = files.calls();
    let writing: Vec<_> = calls
        .iter()
        .filter(|call| ["create", "write", "sync", "rename", "sync_folder"].contains(call))
        .collect();
    assert_eq!(
        writing,
        [&"create", &"write", &"sync", &"rename", &"sync_folder"]
    );
}

#[test]
fn failures_of_the_disk_have_actionable_reasons() {
    let trouble = |errno| {
        let (_home, path) = home();
        let files = Faulty::default();
        let mut store = Store::open_on(Box::new(files.clone()), &path, at(0)).store;
        files.plan(Some((0, Fault::Forever(errno))));
        let saved = store.apply(Change::add(&contacts(1)[0], at(1)), at(1));
        saved.unwrap_err().trouble()
    };
    assert_eq!(trouble(Errno::NOSPC), Some(Trouble::Full));
    assert_eq!(trouble(Errno::DQUOT), Some(Trouble::Full));
    assert_eq!(trouble(Errno::ACCESS), Some(Trouble::Denied));
    assert_eq!(trouble(Errno::ROFS), Some(Trouble::Denied));
    assert_eq!(trouble(Errno::STALE), Some(Trouble::Gone));
    assert_eq!(trouble(Errno::IO), Some(Trouble::Other));
}

#[test]
fn a_folder_that_vanishes_is_made_again_with_all_that_is_in_memory() {
    let (home, path) = home();
    let all = contacts(2);
    let mut store = Store::open(&path, at(0)).store;
    store.apply(Change::add(&all[0], at(1)), at(1)).unwrap();
    fs::remove_dir_all(home.path().join("havre")).unwrap();
    assert!(
        !store.refresh(at(2)),
        "a file that is gone takes nothing from the screen"
    );
    store.apply(Change::add(&all[1], at(3)), at(3)).unwrap();
    assert_eq!(on_disk(&path).len(), 2);
}

#[test]
fn a_file_that_cannot_be_read_is_merged_with_once_it_can() {
    let (_home, path) = home();
    let all = contacts(2);
    let mut before = Store::open(&path, at(0)).store;
    before.apply(Change::add(&all[0], at(1)), at(1)).unwrap();
    let files = Faulty::default();
    files.plan(Some((0, Fault::Forever(Errno::ACCESS))));
    let mut opened = Store::open_on(Box::new(files.clone()), &path, at(2));
    assert!(matches!(
        opened.report,
        Report::Unreadable {
            trouble: Trouble::Unread,
            ..
        }
    ));
    opened
        .store
        .apply(Change::add(&all[1], at(3)), at(3))
        .unwrap_err();
    files.plan(None);
    opened.store.save(at(4)).unwrap();
    assert_eq!(
        on_disk(&path).len(),
        2,
        "neither the old nor the new is lost"
    );
}
