//! Other copies beside the file: recent good versions, set-aside files, and conflict copies of sync
//! tools.

use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::DateTime;

use super::read::{self, Reading};
use crate::bookmarks::model::List;
use crate::files::{Files, copy_aside, write_atomically};

/// Number of good versions to keep.
pub const KEPT: usize = 3;

/// Folder of the good versions, beside the file.
const FOLDER: &str = "backups";

/// Keeps a copy of the file as the newest good version, and removes those beyond [`KEPT`]. Errors
/// are ignored: a failed backup must not prevent saving a change.
pub(super) fn keep(files: &dyn Files, path: &Path, now: Timestamp) {
    let folder = folder(path);
    let newest = list(files, path)
        .first()
        .map_or(0, |newest| sequence(newest));
    let name = format!("bookmarks-{:06}-{}.json", newest + 1, dated(now));
    let kept = files
        .create_folder(&folder)
        .and_then(|()| copy_aside(files, path, &folder.join(name)));
    if kept.is_ok() {
        for old in list(files, path).into_iter().skip(KEPT) {
            let _ = files.remove(&old);
        }
    }
}

/// Returns the good versions, newest first. They are ordered by number, because a clock may have
/// been ahead.
pub fn list(files: &dyn Files, path: &Path) -> Vec<PathBuf> {
    let folder = folder(path);
    let mut names = files.names(&folder).unwrap_or_default();
    names.retain(|name| {
        name.strip_prefix("bookmarks-")
            .is_some_and(|rest| rest.strip_suffix(".json").is_some())
    });
    let mut all: Vec<PathBuf> = names.into_iter().map(|name| folder.join(name)).collect();
    all.sort_by_key(|path| (sequence(path), path.clone()));
    all.reverse();
    all
}

/// Returns the number in the name of a good version; 0 for a name in the format of an older
/// program.
fn sequence(path: &Path) -> u64 {
    let number = || {
        let name = path.file_name()?.to_str()?;
        let (number, date) = name.strip_prefix("bookmarks-")?.split_once('-')?;
        // Names of older programs begin with the year.
        let is_numbered = number.len() >= 6 && date.len() > 20;
        number.parse().ok().filter(|_| is_numbered)
    };
    number().unwrap_or(0)
}

/// Returns the time in the name of a good version.
pub(super) fn replaced(path: &Path) -> Option<DateTime> {
    let name = path.file_name()?.to_str()?;
    let start = name
        .len()
        .checked_sub("2026-11-12T000000.000000Z.json".len())?;
    DateTime::strptime("%Y-%m-%dT%H%M%S.%fZ.json", name.get(start..)?).ok()
}

/// Copies the file to a dated name beside it and returns that path.
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

/// Renames a merged conflict copy so that it is not found again.
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

/// Reads the newest readable good version; returns an empty list if there is none.
pub(super) fn newest(files: &dyn Files, path: &Path, now: Timestamp) -> List {
    list(files, path)
        .iter()
        .find_map(|backup| match read::read(files, backup, now) {
            Ok(Reading::Good(list)) => Some(list),
            _ => None,
        })
        .unwrap_or_default()
}

/// Returns the conflict copies that sync tools and browsers leave when two machines changed the
/// file: `bookmarks.sync-conflict-….json` (Syncthing), `bookmarks (conflicted copy …).json`
/// (Nextcloud, Dropbox), `bookmarks_conflict-….json` (ownCloud), `bookmarks-PC01.json`
/// (`OneDrive`), `bookmarks (1).json` (Google Drive, browsers), `bookmarks 2.json` (iCloud).
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
            let in_brackets = middle.starts_with([' ', '(', '[']) && middle.ends_with([')', ']']);
            let number = middle.strip_prefix(' ').unwrap_or_default();
            let numbered = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
            let starts = [".sync-conflict-", "_conf", "_Conf", "-"];
            in_brackets || numbered || starts.iter().any(|start| middle.starts_with(start))
        })
}

/// Returns the folder of a file's good versions.
pub fn folder(path: &Path) -> PathBuf {
    path.with_file_name(FOLDER)
}

/// Formats a time as part of a file name; names sort by age.
fn dated(now: Timestamp) -> String {
    now.strftime("%Y-%m-%dT%H%M%S.%6fZ").to_string()
}

/// Beginning of the name of a damaged file that was set aside.
const DAMAGED: &str = "bookmarks.damaged-";

/// Number of set-aside files to keep.
const ASIDE_KEPT: usize = 5;
const ASIDE_DAYS: i64 = 90;

/// Returns the set-aside files, newest first: damaged files, files with other ids, and merged
/// conflict copies.
pub fn set_aside_files(files: &dyn Files, path: &Path) -> Vec<PathBuf> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut names = files.names(folder).unwrap_or_default();
    names.retain(|name| {
        let set_aside = [DAMAGED, "bookmarks.version-"];
        let merged = name.starts_with("bookmarks") && name.contains(".json.merged-");
        merged || set_aside.iter().any(|start| name.starts_with(start))
    });
    let mut all: Vec<PathBuf> = names.into_iter().map(|name| folder.join(name)).collect();
    all.sort_by_key(|path| (date_in(path), path.clone()));
    all.reverse();
    all
}

/// Returns true for a damaged file that was set aside.
pub fn is_damaged(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| name.starts_with(DAMAGED))
}

/// Returns the last time in a file's name.
fn date_in(path: &Path) -> Option<DateTime> {
    const SHAPE: usize = "2026-11-12T000000.000000Z".len();
    let name = path.file_name()?.to_str()?;
    let read = |start| {
        let text = name.get(start..start + SHAPE)?;
        DateTime::strptime("%Y-%m-%dT%H%M%S.%fZ", text).ok()
    };
    (0..name.len()).rev().find_map(read)
}

/// Removes set-aside files beyond the newest [`ASIDE_KEPT`] and those older than the limit in days.
/// The newest is always kept, whatever the clock says.
pub(super) fn prune_set_aside(files: &dyn Files, path: &Path, now: Timestamp) {
    let limit = now.checked_sub(jiff::SignedDuration::from_hours(24 * ASIDE_DAYS));
    let limit = limit
        .map(|limit| jiff::tz::Offset::UTC.to_datetime(limit))
        .ok();
    let all = set_aside_files(files, path);
    for (index, file) in all.iter().enumerate().skip(1) {
        let old = date_in(file)
            .zip(limit)
            .is_some_and(|(date, limit)| date < limit);
        if index >= ASIDE_KEPT || old {
            let _ = files.remove(file);
        }
    }
}

/// Removes from the good versions and the set-aside files everything that the list no longer has:
/// notes, own contacts, marks, and the details of removed bookmarks.
///
/// The oldest comes first: on a disk without room for a new version of it, it is removed, which
/// makes room for the next.
///
/// # Errors
/// If a copy can neither be rewritten nor removed.
pub(super) fn forget_removed(
    files: &dyn Files,
    path: &Path,
    present: &List,
    now: Timestamp,
) -> Result<(), (PathBuf, io::Error)> {
    let mut copies = set_aside_files(files, path);
    copies.reverse();
    copies.extend(list(files, path).into_iter().rev());
    for copy in copies {
        let Ok(reading) = read::read(files, &copy, now) else {
            continue;
        };
        let is_whole = reading.is_whole();
        let Some(mut kept) = reading.into_list() else {
            continue;
        };
        let forgotten = kept.forget_removed(present);
        if forgotten.is_empty() {
            continue;
        }
        let bytes = if is_whole {
            kept.to_bytes()
        } else {
            // The part that could not be read is in this file only.
            blanked(files, &copy, &forgotten, present, now).unwrap_or_else(|| kept.to_bytes())
        };
        let rewritten = write_atomically(files, &copy, &bytes);
        rewritten
            .or_else(|_| files.remove(&copy))
            .map_err(|error| (copy.clone(), error))?;
    }
    Ok(())
}

/// Returns the bytes of a damaged file with these texts emptied, except those that the list still
/// has elsewhere; `None` if the file cannot be read, or has them in another notation, too.
fn blanked(
    files: &dyn Files,
    copy: &Path,
    texts: &[String],
    present: &List,
    now: Timestamp,
) -> Option<Vec<u8>> {
    let mut bytes = files.read(copy, read::SIZE_LIMIT).ok()?;
    let alive = String::from_utf8(present.to_bytes()).ok()?;
    for removed in texts.iter().filter(|text| !text.is_empty()) {
        let quoted = serde_json::to_string(removed).ok()?;
        if !alive.contains(&quoted) {
            bytes = without(&bytes, quoted.as_bytes());
        }
    }
    let mut rest = read::understand(&bytes, now).into_list()?;
    let left = rest.forget_removed(present);
    let is_gone = |text: &String| text.is_empty() || alive.contains(text.as_str());
    left.iter().all(is_gone).then_some(bytes)
}

/// Returns the bytes with an empty JSON string in each place of `quoted`. A torn file may be no
/// UTF-8.
fn without(bytes: &[u8], quoted: &[u8]) -> Vec<u8> {
    let mut left = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        if let Some(after) = rest.strip_prefix(quoted) {
            left.extend(b"\"\"");
            rest = after;
        } else {
            left.push(*first);
            rest = after;
        }
    }
    left
}
