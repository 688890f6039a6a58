//! Writing a file so that it is whole at every instant.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use super::{Files, Output};

/// Replaces the file with these bytes: whoever reads it, now or after a power cut, sees either
/// the old bytes or the new ones, complete. The caller holds the file's lock.
///
/// # Errors
/// Whatever the system says. The old file is then still there, unless only the very last step
/// failed (waiting for the folder), where it may be either.
pub fn write_atomically(files: &dyn Files, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let temporary = with_suffix(path, ".new");
    // Left over from a process that was killed here.
    remove_if_there(files, &temporary)?;
    let written =
        write_whole(files, &temporary, bytes).and_then(|()| files.rename(&temporary, path));
    if let Err(error) = written {
        // The error that matters is the first one.
        let _ = files.remove(&temporary);
        return Err(error);
    }
    files.sync_folder(folder_of(path))
}

/// Replaces the file with what `write` writes, as [`write_atomically`] does, without holding it in
/// memory. Where `write` fails, nothing is replaced.
///
/// # Errors
/// Like [`write_atomically`], and whatever `write` says.
pub fn replace_with(
    files: &dyn Files,
    path: &Path,
    write: impl FnOnce(&mut dyn Output) -> io::Result<()>,
) -> io::Result<()> {
    let temporary = with_suffix(path, ".new");
    remove_if_there(files, &temporary)?;
    let written = files.create(&temporary).and_then(|mut output| {
        write(&mut *output)?;
        output.sync()
    });
    if let Err(error) = written.and_then(|()| files.rename(&temporary, path)) {
        // The error that matters is the first one.
        let _ = files.remove(&temporary);
        return Err(error);
    }
    files.sync_folder(folder_of(path))
}

/// Writes a file where the user said, open to its owner alone, whole or not at all. Nothing that is
/// there is written over, unless `over`: then a link is replaced, and what it leads to stays.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] where that name is taken, and whatever the system says.
pub fn write_new(files: &dyn Files, path: &Path, bytes: &[u8], over: bool) -> io::Result<()> {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}", std::process::id()));
    // Nothing of another's has that name; if it does, it stays, and the writing fails.
    let temporary = folder_of(path).join(name);
    let mut output = files.create(&temporary)?;
    let written = output.write_all(bytes).and_then(|()| output.sync());
    let placed = written.and_then(|()| place(files, &temporary, path, over));
    if !over || placed.is_err() {
        // The error that matters is the first one.
        let _ = files.remove(&temporary);
    }
    placed.and_then(|()| files.sync_folder(folder_of(path)))
}

/// Gives a written file its name.
fn place(files: &dyn Files, temporary: &Path, path: &Path, over: bool) -> io::Result<()> {
    if over {
        return files.rename(temporary, path);
    }
    match files.link(temporary, path) {
        // Memory sticks and some shares know no second names.
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
            if files.stamp(path).is_ok() {
                return Err(io::ErrorKind::AlreadyExists.into());
            }
            files.rename(temporary, path)
        }
        placed => placed,
    }
}

/// Keeps the file's present bytes under a second name; the file itself stays.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] where that name is taken, and whatever the system says.
pub fn copy_aside(files: &dyn Files, path: &Path, to: &Path) -> io::Result<()> {
    if files.stamp(to).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    if files.link(path, to).is_err() {
        // Memory sticks and some shares know no second names.
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
