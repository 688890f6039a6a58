//! Taking the worker's own files away, where she asked for it.

use std::fs;
use std::io;
use std::path::Path;

/// Removes a file. A symbolic link is removed, never what it leads to.
///
/// # Errors
/// Whatever the system says.
pub fn remove(path: &Path) -> io::Result<()> {
    fs::remove_file(path)
}

/// Removes a folder that has nothing in it.
///
/// # Errors
/// Whatever the system says; that something is in it, for one.
pub fn remove_empty_folder(path: &Path) -> io::Result<()> {
    fs::remove_dir(path)
}
