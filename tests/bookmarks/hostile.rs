//! The real program on files that block, on folders of other accounts, and on shares whose locks
//! fail.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use rustix::fs::{CWD, Mode, mkfifoat};

use crate::kills::CONTACTS;
use crate::support::on_disk;

/// Runs the program under `timeout`, which ends a blocked one with 124.
fn havre(home: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("timeout");
    command
        .args(["20", env!("CARGO_BIN_EXE_havre")])
        .args(arguments)
        .arg("--data-dir")
        .arg(home)
        .env("LANG", "en_CA.UTF-8")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn said(output: &Output) -> String {
    let text = [&output.stdout[..], &output.stderr].concat();
    String::from_utf8(text).unwrap()
}

fn home() -> (tempfile::TempDir, PathBuf) {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("havre");
    fs::create_dir(&folder).unwrap();
    (home, folder)
}

fn fifo(path: &Path) {
    mkfifoat(CWD, path, Mode::RUSR | Mode::WUSR).unwrap();
}

#[test]
fn a_fifo_in_place_of_a_file_makes_nothing_wait() {
    for name in [
        "bookmarks.json",
        "bookmarks.lock",
        "settings.json",
        "settings.lock",
    ] {
        let (_home, folder) = home();
        fifo(&folder.join(name));
        for arguments in [
            &["bookmarks", "list"][..],
            &["bookmarks", "add", "ca-211"],
            &["doctor"],
        ] {
            let output = havre(&folder, arguments).output().unwrap();
            assert_ne!(output.status.code(), Some(124), "{name}: {arguments:?}");
        }
    }
    let (_home, folder) = home();
    let other = folder.join("other");
    fifo(&other);
    for path in [other.to_str().unwrap(), "/dev/zero", "/dev/tty"] {
        let output = havre(&folder, &["bookmarks", "merge", path])
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(3), "{path}: {}", said(&output));
        let zone = havre(&folder, &["bookmarks", "list"])
            .env("TZ", path)
            .output()
            .unwrap();
        assert_eq!(zone.status.code(), Some(1), "{path}: {}", said(&zone));
    }
    fs::rename(&other, folder.join("ca.json")).unwrap();
    let check = havre(&folder, &["check", "--directory", folder.to_str().unwrap()])
        .output()
        .unwrap();
    assert_eq!(check.status.code(), Some(3), "{}", said(&check));
}

#[test]
fn a_folder_that_others_can_write_to_is_refused_with_the_way_to_mend_it() {
    let (home, folder) = home();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o777)).unwrap();
    let add = ["bookmarks", "add", "ca-211"];
    let output = havre(&folder, &add).output().unwrap();
    assert_eq!(output.status.code(), Some(4), "{}", said(&output));
    assert!(said(&output).contains("chmod go-w"), "{}", said(&output));
    assert!(
        said(&output).contains(folder.to_str().unwrap()),
        "{}",
        said(&output)
    );
    assert!(
        fs::read_dir(&folder).unwrap().next().is_none(),
        "nothing is written"
    );
    let doctor = havre(&folder, &["doctor"]).output().unwrap();
    assert!(said(&doctor).contains("chmod go-w"), "{}", said(&doctor));

    fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).unwrap();
    fs::set_permissions(home.path(), fs::Permissions::from_mode(0o777)).unwrap();
    let output = havre(&folder, &add).output().unwrap();
    assert_eq!(
        output.status.code(),
        Some(4),
        "the folder above: {}",
        said(&output)
    );
    fs::set_permissions(home.path(), fs::Permissions::from_mode(0o700)).unwrap();
    assert_eq!(
        havre(&folder, &add).output().unwrap().status.code(),
        Some(0)
    );
}

/// Starts the program with an error for every `flock`.
fn without_locks(folder: &Path, error: &str, arguments: &[&str]) -> Option<Child> {
    Command::new("strace")
        .args(["-f", "-qq", "-o", "/dev/null", "-e"])
        .arg(format!("inject=flock:error={error}"))
        .arg(env!("CARGO_BIN_EXE_havre"))
        .args(arguments)
        .arg("--data-dir")
        .arg(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .ok()
}

#[test]
fn writers_on_a_share_without_locks_lose_nothing_of_each_other() {
    for error in ["ENOLCK", "EIO", "EOPNOTSUPP"] {
        let (_home, folder) = home();
        let start = |id: &&str| without_locks(&folder, error, &["bookmarks", "add", id]);
        let writers: Vec<Child> = CONTACTS.iter().filter_map(start).collect();
        if writers.is_empty() {
            assert!(std::env::var_os("CI").is_none(), "strace is missing");
            eprintln!("SKIPPED: strace is missing, so no lock failed");
            return;
        }
        for writer in writers {
            let output = writer.wait_with_output().unwrap();
            assert!(output.status.success(), "{error}: {output:?}");
        }
        assert_eq!(
            on_disk(&folder.join("bookmarks.json")).len(),
            CONTACTS.len(),
            "{error}"
        );
        let names = fs::read_dir(&folder).unwrap();
        let left =
            names.filter(|name| name.as_ref().unwrap().path().extension() == Some("held".as_ref()));
        assert_eq!(left.count(), 0, "{error}: no lock file is left");
    }
}

/// Returns the folder, a file outside it with this text, and a link in the folder to that file.
fn linked(name: &str, text: &str) -> (tempfile::TempDir, PathBuf, PathBuf) {
    let (home, folder) = home();
    let target = home.path().join("synced").join("target");
    fs::create_dir(target.parent().unwrap()).unwrap();
    fs::write(&target, text).unwrap();
    std::os::unix::fs::symlink(&target, folder.join(name)).unwrap();
    (home, folder, target)
}

#[test]
fn a_link_to_a_file_that_is_not_havres_is_refused_and_the_file_stays() {
    for (name, text) in [
        ("bookmarks.json", "My thesis"),
        ("bookmarks.json", "{}"),
        ("bookmarks.json", r#"{"version": 1, "theme": "dark"}"#),
        ("settings.json", "[editor]\ntheme = dark"),
        ("settings.json", "{}"),
        ("settings.json", r#"{"version": 1, "width": 80}"#),
        ("bookmarks.lock", "My thesis"),
    ] {
        let (home, folder, target) = linked(name, text);
        let add = havre(&folder, &["bookmarks", "add", "ca-211"])
            .output()
            .unwrap();
        let list = havre(&folder, &["bookmarks", "list"]).output().unwrap();
        let doctor = havre(&folder, &["doctor"]).output().unwrap();
        if name.starts_with("bookmarks") {
            assert_eq!(add.status.code(), Some(4), "{}", said(&add));
            assert!(said(&add).contains("remove the link"), "{}", said(&add));
        }
        if name == "bookmarks.json" {
            assert!(said(&list).contains("remove the link"), "{}", said(&list));
        }
        if name.ends_with("json") {
            assert!(
                said(&doctor).contains("remove the link"),
                "{}",
                said(&doctor)
            );
        }
        let wiped = havre(&folder, &["bookmarks", "wipe", "--yes"])
            .output()
            .unwrap();
        assert_eq!(
            fs::read_to_string(&target).unwrap(),
            text,
            "{}",
            said(&wiped)
        );
        let beside = fs::read_dir(home.path().join("synced")).unwrap();
        assert_eq!(beside.count(), 1, "{name}: nothing lands beside it");
    }
}

#[test]
fn a_link_to_a_list_or_to_an_empty_file_is_followed() {
    let list =
        r#"{"version": 1, "bookmarks": [{"id": "ca-988", "added": "2026-11-01T12:00:00Z"}]}"#;
    let torn = &list[..list.len() - 2];
    for (text, count) in [
        ("", 1),
        ("{\"version\": 1, \"bookmarks\": []}", 1),
        (list, 2),
        (torn, 2),
    ] {
        let (_home, folder, target) = linked("bookmarks.json", text);
        fs::set_permissions(&target, fs::Permissions::from_mode(0o644)).unwrap();
        let add = havre(&folder, &["bookmarks", "add", "ca-211"])
            .output()
            .unwrap();
        assert_eq!(add.status.code(), Some(0), "{text}: {}", said(&add));
        assert_eq!(on_disk(&target).len(), count, "{text}");
        assert!(folder.join("bookmarks.json").is_symlink());
        for copy in fs::read_dir(target.parent().unwrap()).unwrap() {
            let copy = copy.unwrap().path();
            let mode = fs::metadata(&copy).unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0, "{}", copy.display());
        }
    }
}

#[test]
fn a_link_that_leads_nowhere_is_refused_and_stays() {
    let (_home, folder, target) = linked("bookmarks.json", "");
    fs::remove_file(&target).unwrap();
    let add = havre(&folder, &["bookmarks", "add", "ca-211"])
        .output()
        .unwrap();
    assert_eq!(add.status.code(), Some(4), "{}", said(&add));
    assert!(
        said(&add).contains("nothing is where it leads"),
        "{}",
        said(&add)
    );
    assert!(folder.join("bookmarks.json").is_symlink() && !target.exists());
}
