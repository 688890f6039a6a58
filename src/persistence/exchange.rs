//! Folder of files handed over to others and received from them, inside the worker's folder: the
//! only folder within reach of a confined session.

use std::io;
use std::path::{Path, PathBuf};

use crate::app::subject::papers::{Exchange, WrittenFile};
use crate::bookmarks::SIZE_LIMIT;
use crate::directory::packs::{is_pack, is_table};
use crate::files::{self, Files, RealFiles};
use crate::paths::Paths;

/// Number of names tried if a file's name is taken.
const TRIES: usize = 100;

/// Returns the folder, and the folders of USB keys: Linux systems mount these in one of two places.
pub(super) fn whereabouts(paths: &Paths, environment: impl Fn(&str) -> Option<String>) -> Exchange {
    let keys = if cfg!(target_os = "macos") {
        "/Volumes/*/"
    } else if Path::new("/run/media").is_dir() {
        "/run/media/\"$USER\"/*/"
    } else {
        "/media/\"$USER\"/*/"
    };
    Exchange {
        folder: paths.exchange(),
        keys,
        is_remote: environment("SSH_CONNECTION").is_some(),
    }
}

/// Writes a file of this name, or of a similar name that is free; never overwrites. Removes
/// temporary files of killed sessions.
///
/// # Errors
/// Any error of the system.
pub(super) fn write(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<WrittenFile> {
    let name = Path::new(name)
        .file_name()
        .ok_or(io::ErrorKind::InvalidInput)?;
    let name = name.to_string_lossy().into_owned();
    RealFiles.create_folder(folder)?;
    let _held = RealFiles.lock(&lock_of(folder))?;
    remove_half_written(folder, &half_written(folder));
    for name in names_like(&name) {
        let path = folder.join(&name);
        match files::write_new(&RealFiles, &path, bytes, false) {
            Ok(()) => {
                let path = path.display().to_string();
                return Ok(WrittenFile { name, path });
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Removes temporary files of killed sessions.
///
/// # Errors
/// Any error of the system on the lock that sessions hold while they write.
pub(super) fn tidy(folder: &Path) -> io::Result<()> {
    let left = half_written(folder);
    if !left.is_empty() {
        // Waits for a session that is writing.
        let _held = RealFiles.lock(&lock_of(folder))?;
        remove_half_written(folder, &left);
    }
    Ok(())
}

/// Returns the names of temporary files: `.card.txt.4711`.
fn half_written(folder: &Path) -> Vec<String> {
    let names = RealFiles.names(folder).unwrap_or_default();
    let is_temporary = |name: &String| {
        let number = name.rsplit_once('.').map_or("", |(_, number)| number);
        name.starts_with('.')
            && !number.is_empty()
            && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    names.into_iter().filter(is_temporary).collect()
}

fn remove_half_written(folder: &Path, names: &[String]) {
    for name in names {
        // The writing session may have removed it.
        let _ = files::remove(&folder.join(name));
    }
}

/// Returns the lock held while writing, beside the folder.
fn lock_of(folder: &Path) -> PathBuf {
    folder.with_extension("lock")
}

/// Returns `card.txt`, `card-2.txt`, `card-3.txt` …
fn names_like(name: &str) -> impl Iterator<Item = String> + '_ {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "txt"));
    let others = (2..=TRIES).map(move |count| format!("{stem}-{count}.{ending}"));
    std::iter::once(name.to_owned()).chain(others)
}

/// Returns the names of the lists, packs and tables of packs in the folder, in alphabetical order. Makes the
/// folder, so that a file can be put into it.
///
/// # Errors
/// Any error of the system except a missing folder.
pub(super) fn lists(folder: &Path) -> io::Result<Vec<String>> {
    // Without it there is nothing to read, and the reason is told when something is written.
    let _ = RealFiles.create_folder(folder);
    let paths = match RealFiles.paths(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        paths => paths?,
    };
    let names = paths.iter().map(|path| shown_name(path));
    let is_list = |name: &String| {
        let end = Path::new(name).extension();
        let is_json = end.is_some_and(|end| end.eq_ignore_ascii_case("json"));
        !name.starts_with('.') && (is_json || is_pack(name) || is_table(name))
    };
    Ok(names.filter(is_list).collect())
}

/// Returns the name of a file as it is shown: one that is not Unicode has marks of replacement.
fn shown_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// Reads a list of the folder.
///
/// # Errors
/// Any error of the system.
pub(super) fn read(folder: &Path, name: &str) -> io::Result<Vec<u8>> {
    RealFiles.read(&inside(folder, name)?, SIZE_LIMIT + 1)
}

/// Removes a file of the folder.
///
/// # Errors
/// Any error of the system.
pub(super) fn remove(folder: &Path, name: &str) -> io::Result<()> {
    files::remove(&inside(folder, name)?)
}

/// Returns the path of a file of the folder, by the name that is shown.
pub(super) fn inside(folder: &Path, name: &str) -> io::Result<PathBuf> {
    let alone = Path::new(name).file_name().filter(|alone| *alone == name);
    let path = folder.join(alone.ok_or(io::ErrorKind::InvalidInput)?);
    if !name.contains(char::REPLACEMENT_CHARACTER) || path.exists() {
        return Ok(path);
    }
    let mut paths = RealFiles.paths(folder)?.into_iter();
    let found = paths.find(|other| shown_name(other) == name);
    found.ok_or_else(|| io::ErrorKind::NotFound.into())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn exchanged_file_is_private_and_never_overwritten() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("exchange");
        let written = |name: &str| write(&folder, name, b"988").unwrap().name;
        assert_eq!(written("card.txt"), "card.txt");
        assert_eq!(written("card.txt"), "card-2.txt");
        assert_eq!(
            written("../card.txt"),
            "card-3.txt",
            "it stays in its folder"
        );
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder), 0o700);
        assert_eq!(mode(&folder.join("card.txt")), 0o600);
        assert_eq!(
            fs::read_to_string(folder.join("card-2.txt")).unwrap(),
            "988"
        );
    }

    #[test]
    fn folder_of_exchanged_files_is_created() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("exchange");
        assert!(lists(&folder).unwrap().is_empty());
        let mode = fs::metadata(&folder).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o700);
        fs::write(folder.join("list.json"), "{}").unwrap();
        assert_eq!(lists(&folder).unwrap(), ["list.json"]);
    }

    #[test]
    fn files_left_by_a_killed_session_are_removed_at_start_and_before_a_write() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("exchange");
        let left = folder.join(".card.txt.4711");
        let hers = folder.join(".profile");
        write(&folder, "card.txt", b"988").unwrap();
        fs::write(&hers, "").unwrap();
        for sweep in [
            |folder: &Path| tidy(folder).unwrap(),
            |folder: &Path| drop(write(folder, "card.txt", b"988").unwrap()),
        ] {
            fs::write(&left, "98").unwrap();
            sweep(&folder);
            assert!(!left.exists());
        }
        assert!(hers.exists(), "no file of another kind");
    }

    #[test]
    fn a_name_that_is_not_unicode_is_shown_and_found() {
        use std::os::unix::ffi::OsStrExt;
        let home = tempfile::tempdir().unwrap();
        let name = std::ffi::OsStr::from_bytes(b"liste_\xe9t\xe9.json");
        fs::write(home.path().join(name), "{}").unwrap();
        let names = lists(home.path()).unwrap();
        assert_eq!(names, ["liste_\u{fffd}t\u{fffd}.json"]);
        assert_eq!(read(home.path(), &names[0]).unwrap(), b"{}");
        assert!(read(home.path(), "liste_\u{fffd}.json").is_err());
    }

    #[test]
    fn only_files_of_the_folder_are_removed() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("exchange");
        write(&folder, "card.txt", b"988").unwrap();
        fs::write(home.path().join("bookmarks.json"), "{}").unwrap();
        assert!(remove(&folder, "../bookmarks.json").is_err());
        assert!(home.path().join("bookmarks.json").exists());
        remove(&folder, "card.txt").unwrap();
        assert!(!folder.join("card.txt").exists());
        assert!(remove(&folder, "card.txt").is_err(), "it is gone");
    }
}
