//! Atomic writing of files.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use super::{Files, Output, Readers};

/// End of the name of a file that is being written.
pub const UNFINISHED: &str = ".new";

/// Replaces the file with these bytes: a reader, now or after a power cut, sees either the old
/// bytes or the new ones, complete. The caller holds the file's lock.
///
/// # Errors
/// Any error of the system. The old file is then unchanged, unless only the last step (the sync of
/// the folder) failed: then it may be either.
pub fn write_atomically(files: &dyn Files, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let temporary = with_suffix(path, UNFINISHED);
    // Left by a killed process with the same id.
    remove_if_there(files, &temporary)?;
    let written =
        write_whole(files, &temporary, bytes).and_then(|()| files.rename(&temporary, path));
    if let Err(error) = written {
        // The first error is reported.
        let _ = files.remove(&temporary);
        return Err(error);
    }
    files.sync_folder(folder_of(path))
}

/// Replaces the file with the output of `write`, as [`write_atomically`] does, without holding it
/// in memory. If `write` fails, nothing is replaced.
///
/// # Errors
/// The errors of [`write_atomically`] and of `write`.
pub fn replace_with(
    files: &dyn Files,
    path: &Path,
    readers: Readers,
    write: impl FnOnce(&mut dyn Output) -> io::Result<()>,
) -> io::Result<()> {
    let temporary = with_suffix(path, UNFINISHED);
    remove_if_there(files, &temporary)?;
    let created = match readers {
        Readers::Owner => files.create(&temporary),
        Readers::All => files.create_readable(&temporary),
    };
    let written = created.and_then(|mut output| {
        write(&mut *output)?;
        output.sync()
    });
    if let Err(error) = written.and_then(|()| files.rename(&temporary, path)) {
        // The first error is reported.
        let _ = files.remove(&temporary);
        return Err(error);
    }
    files.sync_folder(folder_of(path))
}

/// Writes a file at a path chosen by the user, with mode 0600, whole or not at all. An existing
/// file is only replaced if `over`; a symbolic link is then replaced, and its target stays.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] if the name is taken, and any error of the system.
pub fn write_new(files: &dyn Files, path: &Path, bytes: &[u8], over: bool) -> io::Result<()> {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}", std::process::id()));
    // No other program uses this name; if a file has it, the file stays and the write fails.
    let temporary = folder_of(path).join(name);
    let mut output = files.create(&temporary)?;
    let written = output.write_all(bytes).and_then(|()| output.sync());
    let placed = written.and_then(|()| place(files, &temporary, path, over));
    if !over || placed.is_err() {
        // The first error is reported.
        let _ = files.remove(&temporary);
    }
    placed.and_then(|()| files.sync_folder(folder_of(path)))
}

/// Moves a written file to its name.
fn place(files: &dyn Files, temporary: &Path, path: &Path, over: bool) -> io::Result<()> {
    if over {
        return files.rename(temporary, path);
    }
    match files.link(temporary, path) {
        // Memory sticks and some shares have no hard links.
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
            if files.stamp(path).is_ok() {
                return Err(io::ErrorKind::AlreadyExists.into());
            }
            files.rename(temporary, path)
        }
        placed => placed,
    }
}

/// Gives the file's present content a second name; the file itself stays.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] if the name is taken, and any error of the system.
pub fn copy_aside(files: &dyn Files, path: &Path, to: &Path) -> io::Result<()> {
    if files.stamp(to).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    if files.link(path, to).is_err() {
        // Memory sticks and some shares have no hard links.
        return write_atomically(files, to, &files.read(path, usize::MAX)?);
    }
    files.sync_folder(folder_of(to))
}

fn write_whole(files: &dyn Files, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut output = files.create(path)?;
    output.write_all(bytes)?;
    output.sync()
}

fn remove_if_there(files: &dyn Files, path: &Path) -> io::Result<()> {
    match files.remove(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path.as_os_str());
    name.push(suffix);
    PathBuf::from(name)
}
