//! Removal of all files of one worker.

use std::io;
use std::path::{Path, PathBuf};

use super::read::file_of;
use crate::files::{self, Files, RealFiles};
use crate::paths::Paths;

/// Removes this worker's list with its backups and set-aside copies, the settings, and what was written
/// to hand over; other workers' files stay. Copies kept elsewhere, by a sync tool or in snapshots of a file system,
/// cannot be removed.
///
/// # Errors
/// The path and any error of the system; as much as possible is removed nevertheless.
pub fn wipe(paths: &Paths) -> Result<(), (PathBuf, io::Error)> {
    let list = paths.bookmarks();
    let mut outcome = Ok(());
    // The list and its backups are at the target of the link, under its own name. Of a link to something
    // else, only the link is hers.
    if let Some(target) = file_of(&RealFiles, &list)
        .ok()
        .filter(|_| list.is_symlink())
    {
        outcome = files::remove(&target)
            .map_err(|error| (target.clone(), error))
            .and(wipe_folder(&folder_of(&target), is_worker_file));
    }
    outcome
        .and(wipe_exchange(&paths.exchange()))
        .and(wipe_folder(&paths.worker_dir(), is_worker_file))
}

/// Removes every file of the exchange folder, and the folder.
fn wipe_exchange(folder: &Path) -> Result<(), (PathBuf, io::Error)> {
    if folder.is_symlink() {
        return files::remove(folder).map_err(|error| (folder.to_owned(), error));
    }
    let mut outcome = Ok(());
    for name in RealFiles.names(folder).unwrap_or_default() {
        let path = folder.join(name);
        outcome = outcome.and(files::remove(&path).map_err(|error| (path, error)));
    }
    let _ = files::remove_empty_folder(folder);
    outcome
}

/// Removes the worker's files from a folder and its backups, and the folder if it is then empty (on
/// a shared login, `workers` has other files).
fn wipe_folder(
    folder: &Path,
    is_worker_file: fn(&str) -> bool,
) -> Result<(), (PathBuf, io::Error)> {
    let at = |path: &Path| {
        let path = path.to_owned();
        move |error| (path, error)
    };
    if !folder.exists() {
        return Ok(());
    }
    // Excludes other sessions in the middle of a write.
    let lock = folder.join("bookmarks.lock");
    let _held = RealFiles.lock(&lock).map_err(at(&lock))?;
    let mut outcome = Ok(());
    for folder in [folder.join("backups"), folder.to_owned()] {
        for name in RealFiles.names(&folder).unwrap_or_default() {
            let path = folder.join(&name);
            if is_worker_file(&name) && !path.is_dir() {
                outcome = outcome.and(files::remove(&path).map_err(at(&path)));
            }
        }
        // Fails if the folder has other files.
        let _ = files::remove_empty_folder(&folder);
    }
    outcome
}

fn folder_of(path: &Path) -> PathBuf {
    path.parent().unwrap_or(Path::new(".")).to_owned()
}

fn is_worker_file(name: &str) -> bool {
    let rests = ['.', ' ', '-', '_', '(', '['];
    let bookmarks = rests.map(|rest| format!("bookmarks{rest}"));
    bookmarks
        .iter()
        .map(String::as_str)
        .chain(["settings.", "exchange."])
        .any(|prefix| name.starts_with(prefix))
}
