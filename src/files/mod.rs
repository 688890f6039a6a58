//! The disk, as the worker's own files need it: whole writes or none, locks that die with their
//! holder, and nothing that anybody else on the machine may read.
//!
//! [`Files`] is the seam at which tests make each single call fail.

mod guard;
mod lock;
mod open;
mod real;
mod remove;
mod write;

use std::fs::Metadata;
use std::io::{self, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

pub use guard::{Refusal, Refused, check as check_folder};
pub use lock::by_link as lock_by_link;
pub use open::{open_regular, read_regular, read_text};
pub use real::RealFiles;
pub use remove::{remove, remove_empty_folder};
pub use write::{copy_aside, replace_with, write_atomically, write_new};

/// What the stores ask of a file system.
pub trait Files: Send {
    /// The path behind symbolic links; the path itself where there is nothing yet.
    fn resolve(&self, path: &Path) -> PathBuf;

    /// Checks that no symbolic link at `path` was made by another account.
    ///
    /// # Errors
    /// A [`Refused`].
    fn check_link(&self, path: &Path) -> io::Result<()> {
        guard::check_link(path)
    }

    /// The bytes of a regular file, `limit` of them at most.
    ///
    /// # Errors
    /// Whatever the system says.
    fn read(&self, path: &Path, limit: usize) -> io::Result<Vec<u8>>;

    /// What changes whenever the file is replaced; cheap.
    ///
    /// # Errors
    /// Whatever the system says.
    fn stamp(&self, path: &Path) -> io::Result<FileStamp>;

    /// The names in a folder, sorted.
    ///
    /// # Errors
    /// Whatever the system says.
    fn names(&self, folder: &Path) -> io::Result<Vec<String>>;

    /// Makes the folder and those above it, open to their owner alone (0700). One that is there
    /// is left as it is.
    ///
    /// # Errors
    /// Whatever the system says.
    fn create_folder(&self, folder: &Path) -> io::Result<()>;

    /// Opens a new file for writing, open to its owner alone (0600).
    ///
    /// # Errors
    /// [`io::ErrorKind::AlreadyExists`] where there is one, and whatever the system says.
    fn create(&self, path: &Path) -> io::Result<Box<dyn Output>>;

    /// Gives the file another name, replacing what had it, in one step.
    ///
    /// # Errors
    /// Whatever the system says.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Gives the file a second name.
    ///
    /// # Errors
    /// Whatever the system says; some file systems cannot.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Removes the file.
    ///
    /// # Errors
    /// Whatever the system says.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Waits until the folder's names are on the disk.
    ///
    /// # Errors
    /// Whatever the system says.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// Takes the lock that this file stands for, until the answer is dropped or the process dies.
    ///
    /// # Errors
    /// A [`Refused`] where the folder is not safe to write to or cannot be locked,
    /// [`io::ErrorKind::WouldBlock`] where another holds it for too long, and whatever the system
    /// says.
    fn lock(&self, path: &Path) -> io::Result<Box<dyn Lock>>;
}

/// The folder itself or the lowest above it that there is.
pub fn nearest(folder: &Path) -> PathBuf {
    let there = folder.ancestors().find(|ancestor| ancestor.is_dir());
    there.unwrap_or(folder).to_owned()
}

/// A file being written.
pub trait Output: Write {
    /// Waits until its bytes are on the disk.
    ///
    /// # Errors
    /// Whatever the system says.
    fn sync(&mut self) -> io::Result<()>;
}

/// A lock that is held; dropping it lets go.
pub trait Lock: std::fmt::Debug {}

/// Which file stands at a path: differs after every replacement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
