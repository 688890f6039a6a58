//! Keeping two sessions apart: by the kernel's lock, and where a share has none that works, by a lock
//! file that only one can link to its name.

use std::fs::{File, TryLockError};
use std::io::{self, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use rustix::fs::{AtFlags, OFlags, linkat, renameat, statat, unlinkat};
use rustix::io::Errno;

use super::Lock;
use super::guard::{self, Refusal};
use super::open::Folder;

/// How often a lock is tried before the answer is that it is held: about two seconds in all, far
/// more than any other session needs for a write, and little enough for a worker who waits.
const TRIES: u64 = 200;
/// Seconds after which a lock file is taken for left over, where its holder cannot be asked: a write
/// takes milliseconds.
const STALE_AFTER: i64 = 30;

/// Tries the kernel's lock on an open file; false where another has it.
type Flock = fn(&File) -> io::Result<bool>;

/// Takes the lock that this file stands for.
pub(super) fn take(path: &Path) -> io::Result<Box<dyn Lock>> {
    guard::check(guard::folder_of(path))?;
    take_with(path, flock)
}

/// Takes the lock by a lock file alone, as it is done where the kernel's locks do not work.
///
/// # Errors
/// Like [`super::Files::lock`].
pub fn by_link(path: &Path) -> io::Result<Box<dyn Lock>> {
    tried(|| link_once(path))
}

fn take_with(path: &Path, flock: Flock) -> io::Result<Box<dyn Lock>> {
    let mut works = true;
    tried(|| {
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

fn tried(mut once: impl FnMut() -> io::Result<Option<Box<dyn Lock>>>) -> io::Result<Box<dyn Lock>> {
    for attempt in 0..TRIES {
        match once()? {
            Some(lock) => return Ok(lock),
            // Uneven pauses, so that several that wait do not retry at the same time.
            None => std::thread::sleep(Duration::from_millis(5 + attempt * 7 % 11)),
        }
    }
    Err(io::ErrorKind::WouldBlock.into())
}

/// One try for the kernel's lock.
struct Tried {
    /// `None` where another holds it.
    lock: Option<Box<dyn Lock>>,
    /// Whether a second handle was kept out: some shares grant the lock to everybody.
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
    // `wipe` may have removed the file between the opening and the locking: then this lock
    // guards nothing any more.
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

/// Whether a share said that it has no locks. `EIO` is the answer of a mount whose lock service is away.
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
    /// The kernel lets go of the lock when this is closed, by a drop or by the process's death.
    _file: File,
}

impl Lock for KernelLock {}

/// One try for the lock file: a file of this session's own, linked to the name that all agree on. A link
/// is made by one of several, on network shares too.
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
    /// The name that all agree on.
    held: String,
    /// The name of this session's own file.
    mine: String,
    path: PathBuf,
}

impl LinkLock {
    fn link(self) -> io::Result<Option<Box<dyn Lock>>> {
        let folder = self.folder.handle();
        let made = linkat(folder, &self.mine, folder, &self.held, AtFlags::empty());
        let mine = self.stat(&self.mine)?;
        // A share may say that it failed when only its answer was lost.
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

    /// Takes away the lock file of a session that ended without doing so. `now` is the share's own time.
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
            // Another session took the lock in between: it gets its name back.
            let _ = linkat(folder, &aside, folder, &self.held, AtFlags::empty());
        }
        let _ = unlinkat(folder, &aside, AtFlags::empty());
    }

    /// Whether the holder ran on this machine and ended.
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

/// The machine's name, as far as it can stand in a file's name.
fn host() -> String {
    let name = rustix::system::uname()
        .nodename()
        .to_string_lossy()
        .into_owned();
    name.replace(|character: char| !character.is_ascii_alphanumeric(), "")
}

#[cfg(test)]
mod tests;
