//! Store of the list: locks its file, re-reads, merges, and writes it atomically.

mod saving;

use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::bookmarks::file::backup;
use crate::bookmarks::file::read::{self, Reading};
use crate::bookmarks::file::report::{Report, SaveError, Trouble};
use crate::bookmarks::model::{Change, List, merge};
use crate::files::{FileStamp, Files, RealFiles};

/// The list and its file.
///
/// The list in memory is always the one on the screen: a change that could not be written stays in
/// memory and is saved with the next one.
pub struct Store {
    path: PathBuf,
    /// Path of the file before resolving symbolic links.
    named: PathBuf,
    files: Box<dyn Files>,
    /// Content of the file when it was last read or written: the common ancestor of merges.
    base: List,
    list: List,
    seen: Option<FileStamp>,
    unsaved: bool,
    newer: Option<u64>,
    report: Option<Report>,
    /// True if the file was copied aside and must be overwritten.
    outdated: bool,
    /// True if older copies of the file may still contain removed words.
    copies_due: bool,
}

/// Opened store, with the condition of its file.
#[derive(Debug)]
pub struct Opened {
    /// Store; usable in any condition of the file.
    pub store: Store,
    /// Condition of the file.
    pub report: Report,
    /// Copies left beside the file by a sync tool, to be offered for merging.
    pub conflicts: Vec<PathBuf>,
}

impl Opened {
    /// Returns true if the list is empty because its file could not be read, now or at an earlier start: the
    /// file is kept as it was.
    pub fn is_kept_aside(&self) -> bool {
        let hides = !matches!(
            self.report,
            Report::Fresh | Report::Fine | Report::Renamed { .. }
        );
        self.store.list.items() == 0 && (hides || self.store.has_damaged_copy())
    }
}

/// Good version of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Backup {
    /// Path of the file; its name contains the time of replacement.
    pub path: PathBuf,
    /// List in the file.
    pub list: List,
}

impl Backup {
    /// Returns the time, in UTC, when a newer version replaced this one.
    pub fn replaced(&self) -> Option<jiff::civil::DateTime> {
        backup::replaced(&self.path)
    }
}

impl Store {
    /// Opens the list in a file. Nothing is written, unless the file is damaged or of an older
    /// version. Never fails: the report describes problems.
    pub fn open(path: &Path, now: Timestamp) -> Opened {
        Self::open_on(Box::new(RealFiles), path, now)
    }

    /// Like [`Self::open`], on the given file system.
    pub fn open_on(files: Box<dyn Files>, path: &Path, now: Timestamp) -> Opened {
        let mut store = Self {
            path: read::file_of(&*files, path).unwrap_or_else(|_| path.to_owned()),
            named: path.to_owned(),
            files,
            base: List::default(),
            list: List::default(),
            seen: None,
            unsaved: false,
            newer: None,
            report: None,
            outdated: false,
            // A killed session may have left them.
            copies_due: true,
        };
        let report = store.first_look(now);
        let conflicts = store.conflicts();
        Opened {
            store,
            report,
            conflicts,
        }
    }

    /// Returns true if a damaged file of the list was set aside.
    fn has_damaged_copy(&self) -> bool {
        let copies = backup::set_aside_files(&*self.files, &self.path);
        copies.iter().any(|copy| backup::is_damaged(copy))
    }

    fn first_look(&mut self, now: Timestamp) -> Report {
        let seen = self.stamp();
        let found = read::file_of(&*self.files, &self.named);
        match found.and_then(|file| read::read(&*self.files, &file, now)) {
            Ok(Reading::Missing) => Report::Fresh,
            Ok(Reading::Good(list)) => {
                self.take_over(list, seen);
                Report::Fine
            }
            Ok(Reading::Newer { list, version }) => {
                self.take_over(list, seen);
                self.newer = Some(version);
                Report::Newer { version }
            }
            Ok(Reading::Renamed { list } | Reading::Damaged { list }) => {
                self.list = list;
                self.repair(now)
            }
            Err(error) => Report::Unreadable {
                path: self.path.clone(),
                trouble: Trouble::of_reading(&error),
            },
        }
    }

    /// Finds the file again: a symbolic link may lead elsewhere by now.
    fn find(&mut self) -> io::Result<()> {
        self.path = read::file_of(&*self.files, &self.named)?;
        Ok(())
    }

    /// Rewrites a file that was damaged or older, after it has been set aside.
    fn repair(&mut self, now: Timestamp) -> Report {
        let saved = self.update(now, |_| ());
        let report = self.report.take().unwrap_or(Report::Fine);
        match (saved, report) {
            (Err(error), Report::Fine) => Report::Damaged {
                saved: self.list.items(),
                trouble: error.trouble().unwrap_or(Trouble::Other),
            },
            (_, report) => report,
        }
    }

    /// Returns the list with all unsaved changes.
    pub fn list(&self) -> &List {
        &self.list
    }

    /// Returns the path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns true if there are changes that are only in memory.
    pub fn unsaved(&self) -> bool {
        self.unsaved
    }

    /// Returns the ids of the contacts whose changes are only in memory.
    pub fn unsaved_ids(&self) -> Vec<String> {
        if self.unsaved {
            self.list.ids_that_differ(&self.base)
        } else {
            Vec::new()
        }
    }

    /// Returns the version of a file written by a newer program, which is therefore not changed.
    pub fn newer_version(&self) -> Option<u64> {
        self.newer
    }

    /// Takes the report on damage found in the file since the store was opened.
    pub fn take_report(&mut self) -> Option<Report> {
        self.report.take()
    }

    /// Makes a change and writes it, merged with the changes of other sessions.
    ///
    /// # Errors
    /// If the change is not in the file. It is in memory nevertheless, and every later change tries
    /// again, unless a newer program wrote the file: then the change is refused.
    pub fn apply(&mut self, change: Change, now: Timestamp) -> Result<(), SaveError> {
        self.apply_all(&[change], now)
    }

    /// Makes several changes and writes them at once: all of them, or none.
    ///
    /// # Errors
    /// Like [`Self::apply`].
    pub fn apply_all(&mut self, changes: &[Change], now: Timestamp) -> Result<(), SaveError> {
        self.copies_due |= changes.iter().any(Change::removes_words);
        let edit = |list: &mut List| {
            for change in changes {
                list.apply(change.clone(), now);
            }
        };
        let shows_all = |list: &List| changes.iter().all(|change| list.shows(change));
        self.update_confirmed(now, edit, shows_all)
    }

    /// Tries again to save changes that are only in memory.
    ///
    /// # Errors
    /// Like [`Self::apply`].
    pub fn save(&mut self, now: Timestamp) -> Result<(), SaveError> {
        self.update(now, |_| ())
    }

    /// Merges changes of other sessions if the file changed since it was last read. Returns true if
    /// the list changed. Cheap if the file is unchanged, so it can be called for every key.
    pub fn refresh(&mut self, now: Timestamp) -> bool {
        let seen = self.stamp();
        if seen.is_none() || seen == self.seen || self.find().is_err() {
            return false;
        }
        let theirs = match read::read(&*self.files, &self.path, now) {
            Ok(Reading::Good(list)) => list,
            Ok(Reading::Newer { list, version }) => {
                self.newer = Some(version);
                list
            }
            // Repaired at the next change, under the lock; not read again until then.
            Ok(_) => {
                self.seen = seen;
                return false;
            }
            Err(_) => return false,
        };
        let merged = merge::three_way(&self.base, &self.list, &theirs);
        let changed = merged != self.list;
        // An older copy of the file has replaced the saved one.
        let lacking = merged != theirs;
        self.list = merged;
        self.take_base(theirs, seen);
        if lacking && self.newer.is_none() {
            // A change that cannot be written now is saved with the next one.
            let _ = self.save(now);
        }
        changed
    }

    /// Merges other copies of the list into this one, and writes it.
    ///
    /// # Errors
    /// Like [`Self::apply`].
    pub fn merge(&mut self, others: &[List], now: Timestamp) -> Result<(), SaveError> {
        self.update(now, |list| *list = merge::joined(list, others))
    }

    /// Merges the copies that a sync tool left beside the file, and renames them so that they are
    /// not found again. Copies of a newer program stay. Returns the number of merged copies.
    ///
    /// # Errors
    /// Like [`Self::apply`]; the copies then stay unchanged.
    pub fn merge_conflicts(&mut self, now: Timestamp) -> Result<usize, SaveError> {
        let copies = self.conflict_lists(now);
        self.merge_copies(&copies, now)?;
        Ok(copies.len())
    }

    /// Merges these conflict copies as they were read, and renames them so that they are not found
    /// again. A copy that changed since stays.
    ///
    /// # Errors
    /// Like [`Self::apply`]; the copies then stay unchanged.
    pub fn merge_copies(
        &mut self,
        copies: &[(PathBuf, List)],
        now: Timestamp,
    ) -> Result<(), SaveError> {
        let lists: Vec<List> = copies.iter().map(|(_, list)| list.clone()).collect();
        self.merge(&lists, now)?;
        let unchanged = self.conflict_lists(now);
        for (copy, _) in copies.iter().filter(|copy| unchanged.contains(copy)) {
            backup::retire(&*self.files, copy, &self.path, now).map_err(SaveError::disk(copy))?;
        }
        Ok(())
    }

    /// Returns the conflict copies that a sync tool left beside the file, with the readable items
    /// of each.
    pub fn conflict_lists(&self, now: Timestamp) -> Vec<(PathBuf, List)> {
        let read = |copy: PathBuf| match read::read(&*self.files, &copy, now) {
            Ok(Reading::Good(list) | Reading::Renamed { list } | Reading::Damaged { list }) => {
                Some((copy, list))
            }
            _ => None,
        };
        self.conflicts().into_iter().filter_map(read).collect()
    }

    /// Returns the good versions, newest first.
    pub fn backups(&self, now: Timestamp) -> Vec<Backup> {
        backup::list(&*self.files, &self.path)
            .into_iter()
            .filter_map(|path| match read::read(&*self.files, &path, now) {
                Ok(Reading::Good(list)) => Some(Backup { path, list }),
                _ => None,
            })
            .collect()
    }

    /// Restores a good version. The present list becomes a backup, and items that the good version
    /// lacks count as removed now.
    ///
    /// # Errors
    /// Like [`Self::apply`].
    pub fn restore(&mut self, backup: &Backup, now: Timestamp) -> Result<(), SaveError> {
        self.update(now, |list| list.go_back_to(&backup.list, now))
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Store")
            .field("path", &self.path)
            .field("list", &self.list)
            .field("unsaved", &self.unsaved)
            .field("newer", &self.newer)
            .finish_non_exhaustive()
    }
}
