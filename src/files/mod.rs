//! File system access for the worker's own files: atomic writes, locks released with their holder,
//! and modes that exclude other accounts.
//!
//! Tests replace [`Files`] to make single calls fail.

mod guard;
mod linked;
mod lock;
mod open;
mod real;
mod reason;
mod remove;
pub mod system;
mod write;

use std::fs::Metadata;
use std::io::{self, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

pub use guard::{Refusal, Refused, check as check_folder, check_source};
pub use linked::followed;
pub use lock::{Lock, by_link as lock_by_link, take_if_free};
pub use open::{open_regular, read_regular, read_text, read_whole};
pub use real::RealFiles;
pub use reason::{reason, reason_of_writing};
pub use remove::{remove, remove_empty_folder};
pub use write::{UNFINISHED, copy_aside, replace_with, write_atomically, write_new};

/// Operations of a file system that the stores use.
pub trait Files: Send {
    /// Resolves symbolic links; returns the path itself if nothing exists there.
    fn resolve(&self, path: &Path) -> PathBuf;

    /// Reads a regular file, at most `limit` bytes.
    ///
    /// # Errors
    /// Any error of the system.
    fn read(&self, path: &Path, limit: usize) -> io::Result<Vec<u8>>;

    /// Returns a stamp that changes whenever the file is replaced; cheap.
    ///
    /// # Errors
    /// Any error of the system.
    fn stamp(&self, path: &Path) -> io::Result<FileStamp>;

    /// Returns the names in a folder that are Unicode, sorted.
    ///
    /// # Errors
    /// Any error of the system.
    fn names(&self, folder: &Path) -> io::Result<Vec<String>>;

    /// Returns the paths of the files in a folder, sorted by name; of files with any name.
    ///
    /// # Errors
    /// Any error of the system.
    fn paths(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let names = self.names(folder)?.into_iter();
        Ok(names.map(|name| folder.join(name)).collect())
    }

    /// Creates the folder and its missing parents with mode 0700. An existing folder is left
    /// unchanged.
    ///
    /// # Errors
    /// Any error of the system.
    fn create_folder(&self, folder: &Path) -> io::Result<()>;

    /// Creates a file for writing, with mode 0600.
    ///
    /// # Errors
    /// [`io::ErrorKind::AlreadyExists`] if the file exists, and any error of the system.
    fn create(&self, path: &Path) -> io::Result<Box<dyn Output>>;

    /// Creates a file for writing that all accounts may read, as far as the umask lets them.
    ///
    /// # Errors
    /// As [`Self::create`].
    fn create_readable(&self, path: &Path) -> io::Result<Box<dyn Output>> {
        self.create(path)
    }

    /// Renames the file atomically, replacing an existing file at `to`.
    ///
    /// # Errors
    /// Any error of the system.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Gives the file a second name.
    ///
    /// # Errors
    /// [`io::ErrorKind::Unsupported`] if others have any right to the file, which the second name would
    /// share, and any error of the system; some file systems have no hard links.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Removes the file.
    ///
    /// # Errors
    /// Any error of the system.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Waits until the entries of the folder are on the disk.
    ///
    /// # Errors
    /// Any error of the system.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// Takes the lock of this file; it is held until the value is dropped or the process ends.
    ///
    /// # Errors
    /// A [`Refused`] if the folder is not safe to write to or cannot be locked,
    /// [`io::ErrorKind::WouldBlock`] if another session holds the lock for too long, and any error
    /// of the system.
    fn lock(&self, path: &Path) -> io::Result<Box<dyn Lock>>;
}

/// Returns the folder itself, or its nearest existing ancestor.
pub fn nearest(folder: &Path) -> PathBuf {
    let there = folder.ancestors().find(|ancestor| ancestor.is_dir());
    there.unwrap_or(folder).to_owned()
}

/// Accounts that may read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// Its owner.
    Owner,
    /// All.
    All,
}

impl Readers {
    /// Returns who reads what is written beside packs: the host's are for all accounts.
    pub const fn of_packs(of_host: bool) -> Self {
        if of_host { Self::All } else { Self::Owner }
    }
}

/// A file being written.
pub trait Output: Write {
    /// Waits until its bytes are on the disk.
    ///
    /// # Errors
    /// Any error of the system.
    fn sync(&mut self) -> io::Result<()>;
}

/// Identity of the file at a path: differs after every replacement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FileStamp {
    /// Device and inode.
    pub file: (u64, u64),
    /// Bytes.
    pub size: u64,
    /// Seconds and nanoseconds of the last change of its bytes, then of its names.
    pub times: [(i64, i64); 2],
}

impl FileStamp {
    /// Returns the stamp of the file that has this metadata.
    pub fn of(metadata: &Metadata) -> Self {
        Self {
            file: (metadata.dev(), metadata.ino()),
            size: metadata.size(),
            times: [
                (metadata.mtime(), metadata.mtime_nsec()),
                (metadata.ctime(), metadata.ctime_nsec()),
            ],
        }
    }
}
