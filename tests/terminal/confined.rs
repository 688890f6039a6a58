//! Confinement by the kernel: attempts to escape are refused, and all functions work.

use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::Path;
use std::thread;

use havre::confine;

use super::program;
use super::support::{Setup, Terminal, find_tool, report};

/// Returns the version of Landlock in this kernel; prints a message if there is none.
pub fn landlock() -> Option<i32> {
    // In a thread of its own: the test itself continues unconfined.
    let confinement = thread::spawn(confine::from_programs).join().unwrap();
    if confinement.version().is_none() {
        report("NOT TESTED: this kernel has no Landlock, nothing is refused by it");
    }
    confinement.version()
}

#[cfg(debug_assertions)]
#[test]
fn every_way_out_is_refused_in_every_thread() {
    if landlock().is_none() {
        return;
    }
    // Screen mode, and plain mode.
    for term in ["xterm-256color", "dumb"] {
        let others = tempfile::tempdir().unwrap();
        let folder = others.path().to_str().unwrap();
        let setup = program::setup().size(80, 60).env("TERM", term);
        let mut terminal = setup.args(["--escape", folder]).start();
        assert_eq!(terminal.wait_for_end(), 0, "{}", terminal.contents());
        let attempts = [
            "read a system file",
            "list the root",
            "list others",
            "write elsewhere",
            "run a shell",
            "listen",
            "connect",
            "send by UDP",
            "reach a socket file",
            "make a program in memory",
            "open to all",
            "signal another",
        ];
        for thread in ["main", "other"] {
            for attempt in attempts {
                terminal.wait_for_text(&format!("{thread}: {attempt}: refused"));
            }
        }
        assert_eq!(fs::read_dir(others.path()).unwrap().count(), 0);
    }
}

#[cfg(debug_assertions)]
#[test]
fn the_files_of_a_colleague_on_the_same_login_are_out_of_reach() {
    if landlock().is_none() {
        return;
    }
    let data = tempfile::tempdir().unwrap();
    let bob = data.path().join("workers/bob");
    fs::create_dir_all(&bob).unwrap();
    let [data, bob] = [data.path(), &bob].map(|folder| folder.to_str().unwrap().to_owned());
    let arguments = ["--data-dir", &data, "--worker", "alice", "--escape", &bob];
    let mut terminal = program::setup().args(arguments).start();
    assert_eq!(terminal.wait_for_end(), 0, "{}", terminal.contents());
    for attempt in ["list others", "write elsewhere"] {
        terminal.wait_for_text(&format!("main: {attempt}: refused"));
    }
}

/// Returns the program on a kernel that answers this system call with this error.
fn without(call: &str, error: &str, arguments: &[&str]) -> Option<Setup> {
    let strace = find_tool("strace")?;
    let (trace, inject) = (
        format!("trace={call}"),
        format!("inject={call}:error={error}"),
    );
    let options = [
        "-f",
        "-o",
        "/dev/null",
        "-e",
        &trace,
        "-e",
        &inject,
        program::PATH,
    ];
    Some(
        Setup::of(strace)
            .args(options)
            .args(arguments.iter().copied()),
    )
}

#[test]
fn missing_confinement_is_reported_once_and_doctor_exits_1() {
    for (call, error, words) in [
        ("landlock_create_ruleset", "ENOSYS", "no Landlock"),
        (
            "landlock_create_ruleset",
            "EOPNOTSUPP",
            "Landlock is switched off",
        ),
        ("seccomp", "EINVAL", "(seccomp)"),
        ("prlimit64", "EPERM", "read its memory"),
    ] {
        let Some(setup) = without(call, error, &program::ARGUMENTS) else {
            return;
        };
        let mut terminal = setup.size(120, 24).start();
        terminal.wait_for_text(words);
        assert!(
            !terminal.process().child().may_gain_rights(),
            "that much holds"
        );
        terminal.send("j");
        terminal.wait_for("it is said once", |screen| {
            !screen.contents().contains(words) && screen.contents().contains("q quit")
        });
        terminal.send("q");
        assert_eq!(terminal.wait_for_end(), 0);
        let doctor = ["--lang", "en", "doctor"];
        let mut terminal = without(call, error, &doctor).unwrap().size(200, 60).start();
        assert_eq!(terminal.wait_for_end(), 1, "{words}");
        terminal.wait_for_text(words);
    }
}

#[test]
fn no_thread_of_a_session_can_gain_rights() {
    let terminal = program::start();
    assert!(!terminal.process().may_gain_rights());
}

/// Starts a session with its files in a folder.
fn session(folder: &Path) -> Terminal {
    let folder = folder.to_str().unwrap();
    program::painted(program::setup().args(["--data-dir", folder]))
}

/// Bookmarks a contact, removes it and adds it again, to create backups.
fn change_the_list(terminal: &mut Terminal) {
    terminal.send("4kids help phone\r");
    terminal.wait_for_text("b bookmark");
    for said in ["Bookmarked: ", "Bookmark removed: ", "Back again: "] {
        terminal.send("b");
        terminal.wait_for_text(said);
    }
}

#[track_caller]
fn assert_kept(folder: &Path, list: &str) {
    let text = fs::read_to_string(folder.join(list)).unwrap();
    assert!(text.contains("\"ca-"), "{text}");
    let backups = fs::read_dir(folder.join("backups")).unwrap();
    assert!(backups.count() > 0, "older versions are kept");
}

#[test]
fn missing_folder_of_the_worker_is_within_the_confinement() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("not/there/yet");
    let mut terminal = session(&folder);
    change_the_list(&mut terminal);
    terminal.send("\x03");
    assert_eq!(terminal.wait_for_end(), 0);
    assert_kept(&folder, "bookmarks.json");
}

/// Returns the inodes of the backups of the list.
fn backups(folder: &Path) -> Vec<u64> {
    let backups = fs::read_dir(folder.join("backups")).unwrap();
    backups
        .map(|backup| backup.unwrap().metadata().unwrap().ino())
        .collect()
}

#[test]
fn a_backup_is_the_replaced_file_itself_and_no_copy_of_it() {
    if landlock().is_none() {
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let mut terminal = session(home.path());
    terminal.send("4kids help phone\r");
    terminal.wait_for_text("b bookmark");
    terminal.send("b");
    terminal.wait_for_text("Bookmarked: ");
    let replaced = fs::metadata(home.path().join("bookmarks.json")).unwrap();
    terminal.send("b");
    terminal.wait_for_text("Bookmark removed: ");
    assert_eq!(backups(home.path()), [replaced.ino()], "on the screen");

    // Commands are confined less.
    let replaced = fs::metadata(home.path().join("bookmarks.json")).unwrap();
    let folder = home.path().to_str().unwrap();
    let add = [
        "--data-dir",
        folder,
        "bookmarks",
        "add",
        "ca-kids-help-phone",
    ];
    let mut command = program::setup().args(add).start();
    assert_eq!(command.wait_for_end(), 0, "{}", command.contents());
    assert!(
        backups(home.path()).contains(&replaced.ino()),
        "by a command"
    );
}

#[test]
fn files_behind_symbolic_links_are_within_the_confinement() {
    let home = tempfile::tempdir().unwrap();
    let [disk, synced] = ["disk", "synced"].map(|name| home.path().join(name));
    fs::create_dir_all(&disk).unwrap();
    fs::create_dir_all(&synced).unwrap();
    fs::write(synced.join("list.json"), "").unwrap();
    symlink(synced.join("list.json"), disk.join("bookmarks.json")).unwrap();
    let folder = home.path().join("data");
    symlink(&disk, &folder).unwrap();
    let mut terminal = session(&folder);
    change_the_list(&mut terminal);
    terminal.send("\x03");
    assert_eq!(terminal.wait_for_end(), 0);
    assert_kept(&synced, "list.json");
    assert!(disk.join("settings.json").is_file());
}
