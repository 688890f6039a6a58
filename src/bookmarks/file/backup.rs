//! Other copies of the file beside it: the newest good versions, what was set aside, and what
//! sync tools leave behind.

use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::DateTime;

use super::read::{self, Reading};
use crate::bookmarks::model::List;
use crate::files::{Files, copy_aside};

/// How many good versions are kept.
pub const KEPT: usize = 3;

/// The folder of the good versions, beside the file.
const FOLDER: &str = "backups";

/// Keeps the file as it is now as the newest good version, and forgets those beyond [`KEPT`].
/// What goes wrong is not told: a backup that fails must not keep a change from being saved.
pub(super) fn keep(files: &dyn Files, path: &Path, now: Timestamp) {
    let folder = folder(path);
    let name = format!("bookmarks-{}.json", dated(now));
    let kept = files
        .create_folder(&folder)
        .and_then(|()| copy_aside(files, path, &folder.join(name)));
    if kept.is_ok() {
        for old in list(files, path).into_iter().skip(KEPT) {
            let _ = files.remove(&old);
        }
    }
}

/// The good versions that are kept, the newest first.
pub fn list(files: &dyn Files, path: &Path) -> Vec<PathBuf> {
    let folder = folder(path);
    let mut names = files.names(&folder).unwrap_or_default();
    names.retain(|name| {
        name.strip_prefix("bookmarks-")
            .is_some_and(|rest| rest.strip_suffix(".json").is_some())
    });
    names.reverse();
    names.into_iter().map(|name| folder.join(name)).collect()
}

/// The time in a good version's name.
pub(super) fn replaced(path: &Path) -> Option<DateTime> {
    let name = path.file_name()?.to_str()?;
    DateTime::strptime("bookmarks-%Y-%m-%dT%H%M%S.%fZ.json", name).ok()
}

/// Keeps a copy of the file under a dated name beside it, and says where.
pub(super) fn set_aside(
    files: &dyn Files,
    path: &Path,
    why: &str,
    now: Timestamp,
) -> io::Result<PathBuf> {
    let date = dated(now);
    let mut copy = path.with_file_name(format!("bookmarks.{why}-{date}.json"));
    let mut number = 1;
    loop {
        match copy_aside(files, path, &copy) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            other => return other.map(|()| copy),
        }
        copy.set_file_name(format!("bookmarks.{why}-{date}-{number}.json"));
    }
}

/// Gives a copy that was merged a name by which it is not found again.
pub(super) fn retire(
    files: &dyn Files,
    copy: &Path,
    path: &Path,
    now: Timestamp,
) -> io::Result<()> {
    let mut name = copy.file_name().unwrap_or_default().to_owned();
    name.push(format!(".merged-{}", dated(now)));
    files.rename(copy, &path.with_file_name(name))
}

/// The newest good version that can be read; empty where there is none.
pub(super) fn newest(files: &dyn Files, path: &Path, now: Timestamp) -> List {
    list(files, path)
        .iter()
        .find_map(|backup| match read::read(files, backup, now) {
            Ok(Reading::Good(list)) => Some(list),
            _ => None,
        })
        .unwrap_or_default()
}

/// Copies of the file that sync tools and browsers leave when two machines changed it:
/// `bookmarks.sync-conflict-….json` (Syncthing), `bookmarks (1).json` and
/// `bookmarks (conflicted copy …).json`.
pub(super) fn conflict_copies(files: &dyn Files, path: &Path) -> Vec<PathBuf> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut names = files.names(folder).unwrap_or_default();
    names.retain(|name| is_conflict_copy(name));
    names.into_iter().map(|name| folder.join(name)).collect()
}

fn is_conflict_copy(name: &str) -> bool {
    name.strip_prefix("bookmarks")
        .and_then(|rest| rest.strip_suffix(".json"))
        .is_some_and(|middle| {
            middle.starts_with(".sync-conflict-")
                || (middle.starts_with(" (") && middle.ends_with(')'))
        })
}

/// The folder of the good versions of that file.
pub fn folder(path: &Path) -> PathBuf {
    path.with_file_name(FOLDER)
}

/// The time as part of a file name that sorts by age.
fn dated(now: Timestamp) -> String {
    now.strftime("%Y-%m-%dT%H%M%S.%6fZ").to_string()
}
