//! Tests with shares whose locks fail, or are granted to every session.

use std::fs;
use std::sync::Barrier;

use super::*;

const WRITERS: usize = 4;
const CHANGES: usize = 50;

/// Increments a counter in a file, with a gap between read and write.
fn count_under(flock: Flock) -> usize {
    let home = tempfile::tempdir().unwrap();
    let (file, lock) = (home.path().join("count"), home.path().join("count.lock"));
    fs::write(&file, "0").unwrap();
    let together = Barrier::new(WRITERS);
    let write = || {
        together.wait();
        for _ in 0..CHANGES {
            let _held = loop {
                match take_with(&lock, flock) {
                    Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                    other => break other.unwrap(),
                }
            };
            let count: usize = fs::read_to_string(&file).unwrap().parse().unwrap();
            std::thread::yield_now();
            fs::write(&file, (count + 1).to_string()).unwrap();
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..WRITERS {
            scope.spawn(write);
        }
    });
    let left = fs::read_dir(home.path()).unwrap().count();
    assert!(left <= 2, "no lock file is left over");
    fs::read_to_string(&file).unwrap().parse().unwrap()
}

#[test]
fn writers_are_kept_apart_with_and_without_the_kernels_locks() {
    let all = WRITERS * CHANGES;
    assert_eq!(count_under(flock), all);
    assert_eq!(
        count_under(|_| Err(Errno::NOLCK.into())),
        all,
        "no locks at all"
    );
    assert_eq!(
        count_under(|_| Err(Errno::IO.into())),
        all,
        "the lock service is away"
    );
    assert_eq!(count_under(|_| Ok(true)), all, "granted to everybody");
}

#[test]
fn the_lock_of_a_session_that_was_killed_is_taken_over() {
    let home = tempfile::tempdir().unwrap();
    let lock = home.path().join("list.lock");
    let held = home.path().join("list.lock.held");
    // Greater than any process id.
    let dead = i32::MAX;
    fs::write(&held, format!("{dead} {}", host())).unwrap();
    drop(by_link(&lock).unwrap());
    assert!(!held.exists());

    // A holder on another machine cannot be checked; its lock file must be old.
    fs::write(&held, format!("{dead} elsewhere")).unwrap();
    assert!(link_once(&lock).unwrap().is_none());
    let old = std::time::SystemTime::now() - Duration::from_secs(60);
    File::options()
        .write(true)
        .open(&held)
        .unwrap()
        .set_modified(old)
        .unwrap();
    drop(by_link(&lock).unwrap());
    assert!(!held.exists());
}

#[test]
fn a_fifo_or_a_link_is_no_lock_and_does_not_wait() {
    let home = tempfile::tempdir().unwrap();
    let lock = home.path().join("list.lock");
    rustix::fs::mkfifoat(
        rustix::fs::CWD,
        &lock,
        rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR,
    )
    .unwrap();
    assert!(take(&lock).is_err());
    fs::remove_file(&lock).unwrap();
    std::os::unix::fs::symlink(home.path().join("elsewhere"), &lock).unwrap();
    assert!(take(&lock).is_err());
    assert!(!home.path().join("elsewhere").exists());
}
