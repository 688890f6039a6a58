//! Taking the worker's own files away, where she asked for it.

use std::fs;
use std::io;
use std::path::Path;

/// Removes a file, or a folder with all that is in it. A symbolic link is removed, never what it leads
/// to.
///
/// # Errors
/// Whatever the system says.
pub fn remove(path: &Path) -> io::Result<()> {
    if fs::symlink_metadata(path)?.is_dir() {
        fs::remove_dir_all(path)
    } else {
        fs::remove_file(path)
    }
}

/// Removes a folder that has nothing in it.
///
/// # Errors
/// Whatever the system says; that something is in it, for one.
pub fn remove_empty_folder(path: &Path) -> io::Result<()> {
    fs::remove_dir(path)
}
