//! Saving of the worker's list: locks, reads changes of others, merges, writes, and reads back.

use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::Store;
use crate::bookmarks::VERSION;
use crate::bookmarks::file::backup;
use crate::bookmarks::file::read::{self, Reading, SIZE_LIMIT};
use crate::bookmarks::file::report::{Report, SaveError};
use crate::bookmarks::model::{List, merge};
use crate::files::{FileStamp, Lock, write_atomically};

impl Store {
    pub(super) fn update(
        &mut self,
        now: Timestamp,
        edit: impl FnOnce(&mut List),
    ) -> Result<(), SaveError> {
        self.update_confirmed(now, edit, |_| true)
    }

    /// Edits the list and writes it. `confirmed` checks the list as read back.
    pub(super) fn update_confirmed(
        &mut self,
        now: Timestamp,
        edit: impl FnOnce(&mut List),
        confirmed: impl Fn(&List) -> bool,
    ) -> Result<(), SaveError> {
        let pulled = self.pull(now);
        if let Some(version) = self.newer {
            return Err(SaveError::Newer { version });
        }
        edit(&mut self.list);
        let saved = pulled.and_then(|_lock| {
            self.push(now)?;
            self.read_back(now, confirmed)?;
            self.clean_copies(now)
        });
        self.unsaved = saved.is_err();
        saved
    }

    /// Takes the lock and merges the content of the file.
    fn pull(&mut self, now: Timestamp) -> Result<Box<dyn Lock>, SaveError> {
        let lock = self.lock()?;
        let seen = self.stamp();
        let path = self.path.clone();
        let reading = read::read(&*self.files, &path, now).map_err(SaveError::disk(&path))?;
        match reading {
            // The file was removed, or the memory stick was exchanged: the whole list is written
            // again.
            Reading::Missing => self.base = List::default(),
            Reading::Good(theirs) => {
                self.list = merge::three_way(&self.base, &self.list, &theirs);
                self.base = theirs;
            }
            Reading::Newer { list, version } => {
                self.list = merge::three_way(&self.base, &self.list, &list);
                self.take_base(list, seen);
                self.newer = Some(version);
            }
            Reading::Renamed { list } => {
                self.list = merge::three_way(&self.base, &self.list, &list);
                let copy = self.set_aside(&format!("version-{VERSION}"), now)?;
                self.outdated = true;
                self.base = List::default();
                self.report = Some(Report::Renamed { copy });
            }
            Reading::Damaged { list } => self.rescue(&list, now)?,
        }
        Ok(lock)
    }

    /// Items missing from a damaged file were not removed by a user: no three-way merge, and the
    /// newest good version fills the gaps.
    fn rescue(&mut self, found: &List, now: Timestamp) -> Result<(), SaveError> {
        let whole = merge::join(found, &backup::newest(&*self.files, &self.path, now));
        self.list = merge::join(&self.list, &whole);
        let original = self.set_aside("damaged", now)?;
        self.outdated = true;
        self.base = List::default();
        let saved = found.items();
        self.report = Some(Report::Rescued {
            saved,
            from_backup: whole.items().saturating_sub(saved),
            original,
        });
        Ok(())
    }

    fn lock(&mut self) -> Result<Box<dyn Lock>, SaveError> {
        let named = self.named.clone();
        self.find().map_err(SaveError::disk(&named))?;
        let folder = self.path.parent().unwrap_or(Path::new("."));
        let lock = self.path.with_extension("lock");
        self.files
            .create_folder(folder)
            .and_then(|()| self.files.lock(&lock))
            .map_err(SaveError::disk(folder))
    }

    /// Writes the list. The lock is held.
    fn push(&mut self, now: Timestamp) -> Result<(), SaveError> {
        merge::prune(&mut self.list, now);
        // An empty list is also written after the damaged file was set aside.
        if self.list == self.base && !self.outdated {
            return Ok(());
        }
        let bytes = self.list.to_bytes();
        // A larger file would be considered damaged when read.
        if bytes.len() > SIZE_LIMIT {
            return Err(SaveError::disk(&self.path)(
                io::ErrorKind::FileTooLarge.into(),
            ));
        }
        if self.base != List::default() {
            backup::keep(&*self.files, &self.path, now);
        }
        write_atomically(&*self.files, &self.path, &bytes).map_err(SaveError::disk(&self.path))?;
        self.base = self.list.clone();
        self.outdated = false;
        self.seen = self.stamp();
        Ok(())
    }

    /// Removes deleted texts from older copies, and expired copies. The lock is held.
    fn clean_copies(&mut self, now: Timestamp) -> Result<(), SaveError> {
        if self.copies_due {
            backup::prune_set_aside(&*self.files, &self.path, now);
            backup::forget_removed(&*self.files, &self.path, &self.list, now)
                .map_err(|(path, error)| SaveError::disk(&path)(error))?;
            self.copies_due = false;
        }
        Ok(())
    }

    /// Reads the file again and checks the change with `confirmed`. The lock is held.
    fn read_back(
        &self,
        now: Timestamp,
        confirmed: impl Fn(&List) -> bool,
    ) -> Result<(), SaveError> {
        let path = &self.path;
        match read::read(&*self.files, path, now).map_err(SaveError::disk(path))? {
            Reading::Good(list) if confirmed(&list) => Ok(()),
            Reading::Missing if confirmed(&List::default()) => Ok(()),
            _ => Err(SaveError::Unconfirmed { path: path.clone() }),
        }
    }

    fn set_aside(&self, why: &str, now: Timestamp) -> Result<PathBuf, SaveError> {
        backup::set_aside(&*self.files, &self.path, why, now).map_err(SaveError::disk(&self.path))
    }

    pub(super) fn take_over(&mut self, list: List, seen: Option<FileStamp>) {
        self.list = list.clone();
        self.take_base(list, seen);
    }

    pub(super) fn take_base(&mut self, base: List, seen: Option<FileStamp>) {
        self.base = base;
        self.seen = seen;
    }

    pub(super) fn stamp(&self) -> Option<FileStamp> {
        self.files.stamp(&self.path).ok()
    }

    pub(super) fn conflicts(&self) -> Vec<PathBuf> {
        backup::conflict_copies(&*self.files, &self.path)
    }
}
