//! Removal of the worker's own files, on request.

use std::fs::{self, File};
use std::io;
use std::path::Path;

/// Removes a file, and returns when that is on the disk. A symbolic link is removed, not its target.
///
/// # Errors
/// Any error of the system.
pub fn remove(path: &Path) -> io::Result<()> {
    fs::remove_file(path)?;
    match path.parent() {
        Some(folder) if folder != Path::new("") => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}

/// Removes an empty folder.
///
/// # Errors
/// Any error of the system, for example that the folder is not empty.
pub fn remove_empty_folder(path: &Path) -> io::Result<()> {
    fs::remove_dir(path)
}
