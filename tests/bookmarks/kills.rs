//! The real program, killed at random times while it changes the list.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use havre::bookmarks::{Reading, understand};
use havre::paths::Paths;

use crate::support::{at, times};

/// Contacts that are bookmarked and removed in turns.
pub const CONTACTS: [&str; 5] = [
    "ca-211",
    "ca-911",
    "ca-988",
    "ca-kids-help-phone",
    "ca-human-trafficking-hotline",
];

/// Returns the bookmarked contacts of the file on disk; panics if it is damaged.
fn bookmarked(file: &Path, kill: usize) -> BTreeSet<String> {
    let Ok(bytes) = std::fs::read(file) else {
        return BTreeSet::new();
    };
    match understand(&bytes, at(0)) {
        Reading::Good(list) => list
            .bookmarks()
            .iter()
            .map(|entry| entry.id.clone())
            .collect(),
        other => panic!("kill {kill}: the file is not whole: {other:?}"),
    }
}

/// Returns a pseudorandom number, the same at every run.
fn next(state: &mut u64) -> u64 {
    *state = state
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

fn command(home: &Path, change: &str, id: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_havre"));
    command
        .args(["bookmarks", change, id, "--data-dir"])
        .arg(home)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

#[test]
fn five_hundred_kills_of_the_program_leave_the_list_as_before_or_after_the_change() {
    let home = tempfile::tempdir().unwrap();
    let file = Paths::find(Some(home.path().to_owned()), None)
        .unwrap()
        .bookmarks();
    let begun = Instant::now();
    assert!(
        command(home.path(), "add", CONTACTS[0])
            .status()
            .unwrap()
            .success()
    );
    // The kills are spread over the duration of a run, which is measured anew each time: the load
    // of the machine varies.
    let mut life = u64::try_from(begun.elapsed().as_micros())
        .unwrap()
        .max(1000)
        * 5
        / 4;
    let mut state = 20_261_123;
    let (mut changed, mut unchanged) = (0, 0);
    for kill in 0..times("HAVRE_TEST_KILLS", 500) {
        let before = bookmarked(&file, kill);
        let id = CONTACTS[kill % CONTACTS.len()];
        let change = if before.contains(id) { "remove" } else { "add" };
        let mut after = before.clone();
        if !after.remove(id) {
            after.insert(id.to_owned());
        }
        let mut child = command(home.path(), change, id).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(next(&mut state) % life));
        child.kill().unwrap();
        child.wait().unwrap();
        let found = bookmarked(&file, kill);
        assert!(
            found == before || found == after,
            "kill {kill}: {change} {id}: {found:?}"
        );
        if found == after {
            changed += 1;
            life -= life / 16;
        } else {
            unchanged += 1;
            life += life / 16;
        }
    }
    assert!(
        changed > 20 && unchanged > 20,
        "some came before the write and some behind: {changed}, {unchanged}"
    );
}
