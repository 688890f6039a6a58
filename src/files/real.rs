//! The file system of the machine.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{FileStamp, Files, Lock, Output};

/// How often a lock is tried before the answer is that it is held: about two seconds in all, far
/// more than any other session needs for a write, and little enough for a worker who waits.
const LOCK_TRIES: u64 = 200;

/// The machine's own files.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealFiles;

impl Files for RealFiles {
    fn resolve(&self, path: &Path) -> PathBuf {
        fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
    }

    fn read(&self, path: &Path, limit: usize) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        File::open(path)?
            .take(limit as u64)
            .read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn stamp(&self, path: &Path) -> io::Result<FileStamp> {
        let metadata = fs::metadata(path)?;
        Ok(FileStamp {
            file: (metadata.dev(), metadata.ino()),
            size: metadata.size(),
            times: [
                (metadata.mtime(), metadata.mtime_nsec()),
                (metadata.ctime(), metadata.ctime_nsec()),
            ],
        })
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for item in fs::read_dir(folder)? {
            // A name that is not Unicode is none of ours.
            if let Ok(name) = item?.file_name().into_string() {
                names.push(name);
            }
        }
        names.sort();
        Ok(names)
    }

    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        DirBuilder::new().recursive(true).mode(0o700).create(folder)
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn Output>> {
        let file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(path)?;
        Ok(Box::new(RealOutput(file)))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        File::open(folder)?.sync_all()
    }

    fn lock(&self, path: &Path) -> io::Result<Box<dyn Lock>> {
        for attempt in 0..LOCK_TRIES {
            match try_lock(path)? {
                Some(lock) => return Ok(Box::new(lock)),
                // Uneven pauses, so that several that wait do not march in step.
                None => std::thread::sleep(Duration::from_millis(5 + attempt * 7 % 11)),
            }
        }
        Err(io::ErrorKind::WouldBlock.into())
    }
}

/// One try for the lock; `None` where another holds it.
fn try_lock(path: &Path) -> io::Result<Option<RealLock>> {
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .mode(0o600)
        .open(path)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(None),
        Err(TryLockError::Error(error)) if is_unsupported(&error) => {
            // A share without locks: one session at a time is still served well.
            return Ok(Some(RealLock { _file: file }));
        }
        Err(TryLockError::Error(error)) => return Err(error),
    }
    // `wipe` may have removed the file between the opening and the locking: then this lock
    // guards nothing any more.
    let (held, named) = (file.metadata()?, fs::metadata(path));
    let same = named.is_ok_and(|named| (named.dev(), named.ino()) == (held.dev(), held.ino()));
    Ok(same.then_some(RealLock { _file: file }))
}

fn is_unsupported(error: &io::Error) -> bool {
    use rustix::io::Errno;
    [Errno::OPNOTSUPP, Errno::NOSYS, Errno::NOLCK]
        .iter()
        .any(|errno| error.raw_os_error() == Some(errno.raw_os_error()))
}

#[derive(Debug)]
struct RealLock {
    /// The kernel lets go of the lock when this is closed, by a drop or by the process's death.
    _file: File,
}

impl Lock for RealLock {}

struct RealOutput(File);

impl Write for RealOutput {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Output for RealOutput {
    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_all()
    }
}
