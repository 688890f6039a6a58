//! Real processes on one real file: many at once, and many that are killed.
//!
//! The processes are this test program itself, restarted with its role in the environment.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use havre::bookmarks::{Change, Entry, List, Report, SavedName, Snapshot, Store, Trouble};
use havre::files::{FileStamp, Files, Lock, Output, RealFiles, lock_by_link};
use jiff::Timestamp;

use crate::support::{at, contacts, home, note, on_disk, times};

/// Environment variable with the file of a started process.
const FILE: &str = "HAVRE_TEST_FILE";
/// Environment variable with its number.
const NUMBER: &str = "HAVRE_TEST_NUMBER";

/// Environment variable with its locks: `link` for the lock file of shares without locks.
const LOCKS: &str = "HAVRE_TEST_LOCKS";

const PROCESSES: usize = 8;
/// Number of bookmarks of each process; its changes rotate over them.
const EACH: usize = 20;

/// Returns the number of changes of each process.
fn changes() -> usize {
    times("HAVRE_TEST_CHANGES", 200)
}

/// Files of the machine, with locks by link alone.
struct WithoutLocks;

impl Files for WithoutLocks {
    fn resolve(&self, path: &Path) -> PathBuf {
        RealFiles.resolve(path)
    }
    fn read(&self, path: &Path, limit: usize) -> io::Result<Vec<u8>> {
        RealFiles.read(path, limit)
    }
    fn stamp(&self, path: &Path) -> io::Result<FileStamp> {
        RealFiles.stamp(path)
    }
    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        RealFiles.names(folder)
    }
    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        RealFiles.create_folder(folder)
    }
    fn create(&self, path: &Path) -> io::Result<Box<dyn Output>> {
        RealFiles.create(path)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealFiles.rename(from, to)
    }
    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealFiles.link(from, to)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        RealFiles.remove(path)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        RealFiles.sync_folder(folder)
    }
    fn lock(&self, path: &Path) -> io::Result<Box<dyn Lock>> {
        lock_by_link(path)
    }
}

/// Returns the files of a started process.
fn files() -> Box<dyn Files> {
    match std::env::var(LOCKS).as_deref() {
        Ok("link") => Box::new(WithoutLocks),
        _ => Box::new(RealFiles),
    }
}

/// Restarts this program to run only the test of this name, which is a role.
fn start(role: &str, file: &Path, number: usize) -> Child {
    start_with(role, file, number, "kernel")
}

fn start_with(role: &str, file: &Path, number: usize, locks: &str) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args([role, "--exact", "--nocapture", "--quiet", "--ignored"])
        .env(FILE, file)
        .env(NUMBER, number.to_string())
        .env(LOCKS, locks)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Returns the file to work on; `None` if this is not a started process.
fn role_file() -> Option<PathBuf> {
    std::env::var_os(FILE).map(PathBuf::from)
}

fn id(number: usize, place: usize) -> String {
    format!("{number}-{place}")
}

/// Returns a small bookmark: a started process has no time to load the directory.
fn add(id: String) -> Change {
    let snapshot = Snapshot {
        at: Timestamp::now(),
        name: SavedName::default(),
        phones: Vec::new(),
        hours: None,
        team: None,
        rest: serde_json::Map::new(),
    };
    Change::Add { id, snapshot }
}

#[test]
#[ignore = "a role: it is started by the test below"]
fn one_of_many() {
    let Some(path) = role_file() else { return };
    let number: usize = std::env::var(NUMBER).unwrap().parse().unwrap();
    let mut store = Store::open_on(files(), &path, Timestamp::now()).store;
    for change in 0..changes() {
        let id = id(number, change % EACH);
        let change = if change < EACH {
            add(id)
        } else {
            note(&id, &change.to_string())
        };
        // A lock that is held too long leaves the change in memory, for the next one.
        let _ = store.apply(change, Timestamp::now());
    }
    while store.unsaved() {
        let _ = store.save(Timestamp::now());
    }
}

#[test]
fn eight_processes_lose_nothing_of_each_other() {
    eight_processes("kernel");
}

#[test]
fn eight_processes_lose_nothing_where_the_share_has_no_locks() {
    eight_processes("link");
}

fn eight_processes(locks: &str) {
    let (_home, path) = home();
    let children: Vec<Child> = (0..PROCESSES)
        .map(|number| start_with("storms::one_of_many", &path, number, locks))
        .collect();
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{output:?}");
    }
    let list = on_disk(&path);
    assert_eq!(
        list.len(),
        PROCESSES * EACH,
        "every bookmark of every process"
    );
    for number in 0..PROCESSES {
        for place in 0..EACH {
            let entry = list.get(&id(number, place)).unwrap();
            let change = changes() - EACH + place;
            assert_eq!(
                entry.note(),
                change.to_string(),
                "the last note of {}",
                entry.id
            );
        }
    }
}

#[test]
#[ignore = "a role: it is started by the test below"]
fn writes_until_it_is_killed() {
    let Some(path) = role_file() else { return };
    let mut store = Store::open(&path, Timestamp::now()).store;
    let mut number = count(store.list());
    for place in 0..EACH {
        store.apply(add(id(0, place)), Timestamp::now()).unwrap();
    }
    loop {
        number += 1;
        store
            .apply(note("0-0", &number.to_string()), Timestamp::now())
            .unwrap();
        let mut out = io::stdout();
        writeln!(out, "saved {number}").unwrap();
        out.flush().unwrap();
    }
}

fn count(list: &List) -> u64 {
    let note = list.get("0-0").map_or("", Entry::note);
    note.parse().unwrap_or(0)
}

/// Returns the last number that a killed process reported as saved.
fn last_saved(output: &str) -> Option<u64> {
    // A line without its end was cut off by the kill.
    let whole = output.rsplit_once('\n')?.0;
    whole
        .lines()
        .rev()
        .find_map(|line| line.strip_prefix("saved ")?.parse().ok())
}

#[test]
fn five_hundred_kills_leave_the_old_file_or_the_new_one() {
    let (_home, path) = home();
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    for kill in 0..times("HAVRE_TEST_KILLS", 500) {
        let mut child = start("storms::writes_until_it_is_killed", &path, 0);
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        while !line.starts_with("saved") {
            line.clear();
            assert_ne!(
                output.read_line(&mut line).unwrap(),
                0,
                "it ended by itself"
            );
        }
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        std::thread::sleep(Duration::from_micros(random % 12_000));
        child.kill().unwrap();
        child.wait().unwrap();
        let mut rest = line.clone();
        output.read_to_string(&mut rest).unwrap();
        let said = last_saved(&rest).unwrap();
        let list = on_disk(&path);
        let found = count(&list);
        assert!(
            found == said || found == said + 1,
            "kill {kill}: it said {said}, the file has {found}"
        );
        assert_eq!(list.len(), EACH, "kill {kill}");
    }
    let opened = Store::open(&path, Timestamp::now());
    assert_eq!(opened.report, Report::Fine);
    let mut store = opened.store;
    store
        .apply(note("0-1", "no stale lock"), Timestamp::now())
        .unwrap();
}

#[test]
#[ignore = "a role: it is started by the test below, on a file system of its own"]
fn meets_a_full_disk() {
    let Some(path) = role_file() else { return };
    let folder = path.parent().unwrap().to_owned();
    let all = contacts(3);
    let mut store = Store::open(&path, Timestamp::now()).store;
    store.apply(Change::add(&all[0], at(1)), at(1)).unwrap();
    let old = on_disk(&path);
    let filler = folder.join("filler");
    let mut file = std::fs::File::create(&filler).unwrap();
    while file.write(&[0; 1024]).is_ok_and(|written| written > 0) {}
    let error = store.apply(Change::add(&all[1], at(2)), at(2)).unwrap_err();
    assert_eq!(error.trouble(), Some(Trouble::Full), "{error}");
    assert_eq!(on_disk(&path), old, "the old file is whole");
    assert!(store.unsaved() && store.list().contains(&all[1].id));
    drop(file);
    std::fs::remove_file(&filler).unwrap();
    store.apply(Change::add(&all[2], at(3)), at(3)).unwrap();
    assert_eq!(
        on_disk(&path).len(),
        3,
        "with room again, all of it is saved"
    );
}

/// Mounts a tiny file system that no other process sees.
const MOUNT: &str = r#"mount -t tmpfs -o size=64k,mode=700 tmpfs "$1" || exit 77
HAVRE_TEST_FILE="$1/bookmarks.json" exec "$2" storms::meets_a_full_disk --exact --nocapture --ignored"#;

#[test]
fn a_disk_that_is_really_full_keeps_the_old_file() {
    let home = tempfile::tempdir().unwrap();
    let output = Command::new("unshare")
        .args([
            "--user",
            "--map-root-user",
            "--mount",
            "sh",
            "-c",
            MOUNT,
            "sh",
        ])
        .arg(home.path())
        .arg(std::env::current_exe().unwrap())
        .output();
    match output {
        Ok(output) if output.status.success() => {
            let said = String::from_utf8_lossy(&output.stdout);
            assert!(said.contains("1 passed"), "{said}");
        }
        Ok(output) if output.status.code() == Some(101) => {
            panic!("{}", String::from_utf8_lossy(&output.stderr));
        }
        forbidden => eprintln!(
            "SKIPPED: this machine forbids mounting, so no disk was really full: {forbidden:?}"
        ),
    }
}
