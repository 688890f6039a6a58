//! Opening files without blocking and without following symbolic links of others.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::os::fd::OwnedFd;
use std::path::Path;

use rustix::fs::{Mode, OFlags, Stat, openat};
use rustix::io::Errno;

use super::guard::{self, Refusal};

/// Opens a regular file for reading. FIFOs and devices are refused: they could block or never end.
///
/// # Errors
/// [`io::ErrorKind::InvalidInput`] for anything but a regular file, and any error of the system.
pub fn open_regular(path: &Path) -> io::Result<File> {
    // Opening a device can have effects of its own, and a socket cannot be opened at all.
    if !std::fs::metadata(path)?.is_file() {
        return Err(not_regular());
    }
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    regular(rustix::fs::open(path, flags, Mode::empty())?.into())
}

/// Reads a regular file, at most `limit` bytes.
///
/// # Errors
/// Like [`open_regular`].
pub fn read_regular(path: &Path, limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open_regular(path)?
        .take(limit as u64)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads a regular file as a whole.
///
/// # Errors
/// [`io::ErrorKind::FileTooLarge`] beyond `limit` bytes, and the errors of [`open_regular`].
pub fn read_whole(path: &Path, limit: usize) -> io::Result<Vec<u8>> {
    let bytes = read_regular(path, limit + 1)?;
    if bytes.len() > limit {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// Reads a regular file of text.
///
/// # Errors
/// [`io::ErrorKind::InvalidData`] if the text is not UTF-8, and the errors of [`read_whole`].
pub fn read_text(path: &Path, limit: usize) -> io::Result<String> {
    let bytes = read_whole(path, limit)?;
    String::from_utf8(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

/// Refuses anything but a regular file.
pub(super) fn regular(file: File) -> io::Result<File> {
    if file.metadata()?.is_file() {
        Ok(file)
    } else {
        Err(not_regular())
    }
}

fn not_regular() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, "not a regular file")
}

/// Mode of a file that only its owner reads and writes.
pub(super) const PRIVATE: Mode = Mode::RUSR.union(Mode::WUSR);

/// A folder held open: operations stay in this folder even if its path is replaced meanwhile.
pub(super) struct Folder(OwnedFd);

impl Folder {
    /// Opens the folder of a file for writing in it.
    pub(super) fn to_write(path: &Path) -> io::Result<(Self, &OsStr)> {
        Self::checked(path, guard::check_folder)
    }

    /// Opens the folder of a file that must not exist yet, or of one that this program made: `/tmp` is
    /// allowed.
    pub(super) fn to_create(path: &Path) -> io::Result<(Self, &OsStr)> {
        Self::checked(path, guard::check_folder_for_new)
    }

    fn checked(
        path: &Path,
        check: fn(&Stat, &Path) -> io::Result<()>,
    ) -> io::Result<(Self, &OsStr)> {
        let folder = guard::folder_of(path);
        let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let held = rustix::fs::open(folder, flags, Mode::empty())?;
        check(&rustix::fs::fstat(&held)?, folder)?;
        let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
        Ok((Self(held), name))
    }

    pub(super) const fn handle(&self) -> &OwnedFd {
        &self.0
    }

    /// Opens a file in the folder without following a symbolic link; new files have mode 0600.
    pub(super) fn open(&self, name: &OsStr, flags: OFlags) -> io::Result<File> {
        self.open_with(name, flags, PRIVATE)
    }

    /// Does what [`Self::open`] does, with this mode for a new file.
    pub(super) fn open_with(&self, name: &OsStr, flags: OFlags, mode: Mode) -> io::Result<File> {
        let flags = flags | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
        match openat(&self.0, name, flags, mode) {
            Err(Errno::LOOP) => Err(guard::refuse(Refusal::LinkElsewhere, Path::new(name))),
            opened => regular(opened?.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use rustix::fs::{CWD, mkfifoat};

    use super::*;

    #[test]
    fn a_fifo_a_device_and_a_folder_are_refused_at_once() {
        let home = tempfile::tempdir().unwrap();
        let fifo = home.path().join("fifo");
        mkfifoat(CWD, &fifo, Mode::RUSR | Mode::WUSR).unwrap();
        for path in [fifo.as_path(), Path::new("/dev/zero"), home.path()] {
            assert!(read_regular(path, 100).is_err(), "{}", path.display());
            assert!(read_text(path, 100).is_err());
        }
        fs::write(home.path().join("text"), "0123456789").unwrap();
        assert_eq!(read_regular(&home.path().join("text"), 4).unwrap(), b"0123");
        assert_eq!(
            read_text(&home.path().join("text"), 10).unwrap(),
            "0123456789"
        );
        let error = read_text(&home.path().join("text"), 9).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::FileTooLarge);
    }

    #[test]
    fn nothing_is_written_through_a_link() {
        let home = tempfile::tempdir().unwrap();
        let (link, target) = (home.path().join("link"), home.path().join("target"));
        fs::write(&target, "hers").unwrap();
        symlink(&target, &link).unwrap();
        let (folder, name) = Folder::to_write(&link).unwrap();
        assert!(folder.open(name, OFlags::CREATE | OFlags::WRONLY).is_err());
        assert_eq!(fs::read_to_string(&target).unwrap(), "hers");
    }
}
