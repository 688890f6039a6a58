//! Locks between sessions: the kernel's lock, or a lock file made with `link` on shares without
//! working kernel locks.

use std::fs::{File, TryLockError};
use std::io::{self, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use rustix::fs::{AtFlags, OFlags, linkat, renameat, statat, unlinkat};
use rustix::io::Errno;

use super::guard::{self, Refusal};
use super::open::Folder;

/// Number of attempts before the lock counts as held by another session: about two seconds in all,
/// far longer than a write takes.
const TRIES: u64 = 200;
/// Age in seconds after which a lock file counts as stale if its holder cannot be checked; a write
/// takes milliseconds.
const STALE_AFTER: i64 = 30;

/// A held lock; released when dropped.
pub trait Lock: std::fmt::Debug {}

/// Tries to take the kernel's lock on an open file; returns false if another session holds it.
type Flock = fn(&File) -> io::Result<bool>;

/// Takes the lock of a lock file.
pub(super) fn take(path: &Path) -> io::Result<Box<dyn Lock>> {
    guard::check(guard::folder_of(path))?;
    take_with(path, flock)
}

/// Takes the lock of a lock file if no other session holds it.
///
/// # Errors
/// Like [`super::Files::lock`], without waiting.
pub fn take_if_free(path: &Path) -> io::Result<Box<dyn Lock>> {
    guard::check(guard::folder_of(path))?;
    take_within(1, path, flock)
}

/// Takes the lock with a lock file alone, as on shares without working kernel locks.
///
/// # Errors
/// Like [`super::Files::lock`].
pub fn by_link(path: &Path) -> io::Result<Box<dyn Lock>> {
    tried(TRIES, || link_once(path))
}

fn take_with(path: &Path, flock: Flock) -> io::Result<Box<dyn Lock>> {
    take_within(TRIES, path, flock)
}

fn take_within(attempts: u64, path: &Path, flock: Flock) -> io::Result<Box<dyn Lock>> {
    let mut works = true;
    tried(attempts, || {
        if works {
            let tried = flock_once(path, flock)?;
            works = tried.works;
            if works {
                return Ok(tried.lock);
            }
        }
        link_once(path)
    })
}

fn tried(
    attempts: u64,
    mut once: impl FnMut() -> io::Result<Option<Box<dyn Lock>>>,
) -> io::Result<Box<dyn Lock>> {
    for attempt in 0..attempts {
        match once()? {
            Some(lock) => return Ok(lock),
            // Uneven pauses keep waiting sessions from retrying at the same time.
            None => std::thread::sleep(Duration::from_millis(5 + attempt * 7 % 11)),
        }
    }
    Err(io::ErrorKind::WouldBlock.into())
}

/// Result of one attempt to take the kernel's lock.
struct Tried {
    /// `None` if another session holds it.
    lock: Option<Box<dyn Lock>>,
    /// True if a second handle was refused: some shares grant the lock to every handle.
    works: bool,
}

fn flock_once(path: &Path, flock: Flock) -> io::Result<Tried> {
    let none = |works| Ok(Tried { lock: None, works });
    let (folder, name) = Folder::to_write(path)?;
    let open = || folder.open(name, OFlags::CREATE | OFlags::WRONLY);
    let file = open()?;
    match flock(&file) {
        Ok(true) => {}
        Ok(false) => return none(true),
        Err(error) if is_without_locks(&error) => return none(false),
        Err(error) => return Err(error),
    }
    // `wipe` may have removed the file between the opening and the locking: then this lock has no
    // effect.
    let second = open()?;
    let (held, named) = (file.metadata()?, second.metadata()?);
    if (held.dev(), held.ino()) != (named.dev(), named.ino()) {
        return none(true);
    }
    match flock(&second) {
        Ok(false) => Ok(Tried {
            lock: Some(Box::new(KernelLock { _file: file })),
            works: true,
        }),
        Ok(true) => none(false),
        Err(error) if is_without_locks(&error) => none(false),
        Err(error) => Err(error),
    }
}

fn flock(file: &File) -> io::Result<bool> {
    match file.try_lock() {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Returns true if the error means that the share has no locks. `EIO` is the error of a mount with
/// a failed lock service.
fn is_without_locks(error: &io::Error) -> bool {
    is_one_of(
        error,
        &[
            Errno::OPNOTSUPP,
            Errno::NOSYS,
            Errno::NOLCK,
            Errno::IO,
            Errno::INVAL,
        ],
    )
}

fn is_one_of(error: &io::Error, errnos: &[Errno]) -> bool {
    let mut errnos = errnos.iter();
    errnos.any(|errno| error.raw_os_error() == Some(errno.raw_os_error()))
}

#[derive(Debug)]
struct KernelLock {
    /// The kernel releases the lock when this file is closed, by a drop or by the end of the
    /// process.
    _file: File,
}

impl Lock for KernelLock {}

/// Makes one attempt with the lock file: links a file of this session to the common name. The link
/// succeeds for one session only, on network shares too.
fn link_once(path: &Path) -> io::Result<Option<Box<dyn Lock>>> {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let (folder, name) = Folder::to_write(path)?;
    let (pid, host) = (std::process::id(), host());
    let name = name.to_string_lossy();
    let lock = LinkLock {
        folder,
        held: format!("{name}.held"),
        mine: format!("{name}.{host}-{pid}-{number}"),
        path: path.to_owned(),
    };
    let flags = OFlags::CREATE | OFlags::EXCL | OFlags::WRONLY;
    let mut file = lock.folder.open(lock.mine.as_ref(), flags)?;
    write!(file, "{pid} {host}")?;
    drop(file);
    lock.link()
}

struct LinkLock {
    folder: Folder,
    /// Common name of the lock file.
    held: String,
    /// Name of this session's own file.
    mine: String,
    path: PathBuf,
}

impl LinkLock {
    fn link(self) -> io::Result<Option<Box<dyn Lock>>> {
        let folder = self.folder.handle();
        let made = linkat(folder, &self.mine, folder, &self.held, AtFlags::empty());
        let mine = self.stat(&self.mine)?;
        // A share may report a failure although only its reply was lost.
        if made.is_ok() || mine.st_nlink == 2 {
            return Ok(Some(Box::new(self)));
        }
        match made {
            Err(Errno::EXIST) => {
                self.break_stale(mine.st_mtime);
                Ok(None)
            }
            Err(Errno::PERM | Errno::OPNOTSUPP | Errno::NOSYS | Errno::MLINK) => Err(
                guard::refuse(Refusal::NoLocks, guard::folder_of(&self.path)),
            ),
            Err(error) => Err(error.into()),
            Ok(()) => Ok(None),
        }
    }

    fn stat(&self, name: &str) -> io::Result<rustix::fs::Stat> {
        Ok(statat(
            self.folder.handle(),
            name,
            AtFlags::SYMLINK_NOFOLLOW,
        )?)
    }

    /// Removes the lock file of a session that ended without removing it. `now` is the clock of the
    /// share.
    fn break_stale(&self, now: i64) {
        let Ok(found) = self.stat(&self.held) else {
            return;
        };
        if now - found.st_mtime < STALE_AFTER && !self.holder_is_dead() {
            return;
        }
        let folder = self.folder.handle();
        let aside = format!("{}-stale", self.mine);
        if renameat(folder, &self.held, folder, &aside).is_err() {
            return;
        }
        if self
            .stat(&aside)
            .is_ok_and(|moved| moved.st_ino != found.st_ino)
        {
            // Another session took the lock in between: its file is renamed back.
            let _ = linkat(folder, &aside, folder, &self.held, AtFlags::empty());
        }
        let _ = unlinkat(folder, &aside, AtFlags::empty());
    }

    /// Returns true if the holder ran on this machine and has ended.
    fn holder_is_dead(&self) -> bool {
        let text = self
            .folder
            .open(self.held.as_ref(), OFlags::RDONLY)
            .and_then(io::read_to_string)
            .unwrap_or_default();
        let Some((pid, host)) = text.split_once(' ') else {
            return false;
        };
        let pid = pid.parse().ok().and_then(rustix::process::Pid::from_raw);
        let gone = |pid| rustix::process::test_kill_process(pid) == Err(Errno::SRCH);
        host == self::host() && pid.is_some_and(gone)
    }
}

impl Drop for LinkLock {
    fn drop(&mut self) {
        let folder = self.folder.handle();
        let inode = |name: &str| self.stat(name).map(|found| found.st_ino).ok();
        if inode(&self.held) == inode(&self.mine) {
            let _ = unlinkat(folder, &self.held, AtFlags::empty());
        }
        let _ = unlinkat(folder, &self.mine, AtFlags::empty());
    }
}

impl std::fmt::Debug for LinkLock {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("LinkLock")
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}

impl Lock for LinkLock {}

/// Returns the machine's name, limited to characters allowed in a file name.
fn host() -> String {
    let name = rustix::system::uname()
        .nodename()
        .to_string_lossy()
        .into_owned();
    name.replace(|character: char| !character.is_ascii_alphanumeric(), "")
}

#[cfg(test)]
mod tests;
