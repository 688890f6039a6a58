//! Calls to the worker's files during a session, one job at a time.

use std::io;

use jiff::Timestamp;

use super::confinement::Within;
use super::exchange;
use super::leaving::Undone;
use super::packs::Packs;
use crate::app::notice::{Notice, NoticeValue};
use crate::app::subject::papers::FoundList;
use crate::app::troubles;
use crate::app::{DiskEffect, Outcome};
use crate::bookmarks::{List, ListFault, Reading, SaveError, Store, Trouble, understand};
use crate::clock;
use crate::i18n::{Language, Messages};
use crate::paths::Paths;
use crate::settings::{Preferences, Setting, Settings};

/// Job on the files.
#[derive(Debug)]
pub(super) struct Job {
    pub task: Task,
    /// Language of its notices.
    pub language: Language,
}

/// Kind of a job.
#[derive(Debug)]
pub(super) enum Task {
    /// Check for changes of the list by another session.
    Refresh,
    /// Write.
    Write(DiskEffect),
    /// Try again to save changes that are only in memory.
    Leave,
}

/// Result of a job.
#[derive(Debug)]
pub(super) struct Answer {
    /// Outcome for the App; `None` if nothing changed.
    pub outcome: Option<Outcome>,
    /// Report on a file that was damaged since the store was opened.
    pub report: Option<Notice>,
    /// Work of earlier effects that is not done, tried again at the end.
    pub undone: Vec<Undone>,
}

/// Files, with their state when last read.
#[derive(Debug)]
pub(super) struct Keeper {
    pub store: Store,
    /// Preferences in force when the settings were last written, or at the start.
    pub saved: Preferences,
    pub paths: Paths,
    /// Packs in use.
    pub packs: Packs,
    /// Folders within reach of the confined program.
    pub within: Within,
    /// Settings that could not be written, with the one chosen last.
    pub unsaved_settings: Option<(Preferences, Setting)>,
    /// Names of the files that could not be removed.
    pub unremoved: Vec<String>,
}

impl Keeper {
    /// Creates the state of files that nothing has changed yet.
    pub fn new(store: Store, saved: Preferences, paths: Paths, packs: Packs) -> Self {
        Self {
            store,
            saved,
            paths,
            packs,
            within: Within::default(),
            unsaved_settings: None,
            unremoved: Vec::new(),
        }
    }

    /// Removes temporary files of killed sessions.
    pub fn tidy(&self) {
        // The next session will try again.
        let _ = exchange::tidy(&self.paths.exchange());
    }

    /// Executes one job.
    pub fn work(&mut self, job: Job) -> Answer {
        let messages = Messages::of(job.language);
        let now = clock::now();
        let outcome = match job.task {
            Task::Refresh => {
                self.packs.look(messages);
                let is_changed = self.store.refresh(now);
                is_changed.then(|| Outcome::Reloaded(Box::new(self.store.list().clone())))
            }
            Task::Write(effect) => Some(self.write(effect, now, messages)),
            Task::Leave => {
                self.try_again(now);
                None
            }
        };
        let report = self.store.take_report();
        Answer {
            outcome,
            report: report.and_then(|report| troubles::opened(&report, messages)),
            undone: self.undone(),
        }
    }

    /// Tries again to do what failed. [`Self::undone`] has the result.
    fn try_again(&mut self, now: Timestamp) {
        if self.store.unsaved() {
            let _ = self.store.save(now);
        }
        if let Some((preferences, chosen)) = self.unsaved_settings {
            let _ = self.save_settings(preferences, chosen);
        }
        for name in std::mem::take(&mut self.unremoved) {
            let _ = self.remove(name);
        }
    }

    fn undone(&self) -> Vec<Undone> {
        let changes = self.store.unsaved_ids().into_iter().map(Undone::Change);
        let removals = self.unremoved.iter().cloned().map(Undone::Removal);
        let settings = self.unsaved_settings.map(|_| Undone::Settings);
        changes.chain(removals).chain(settings).collect()
    }

    fn save_settings(&mut self, preferences: Preferences, chosen: Setting) -> io::Result<()> {
        let path = self.paths.settings();
        let kept = Settings::keep(&path, &self.saved, &preferences, Some(chosen));
        if kept.is_ok() {
            self.saved = preferences;
        }
        self.unsaved_settings = kept.is_err().then_some((preferences, chosen));
        kept
    }

    /// Removes a file of the folder of exchanged files. A failure is tried again at the end, unless
    /// there is no such file.
    fn remove(&mut self, name: String) -> io::Result<String> {
        let removed = exchange::remove(&self.paths.exchange(), &name);
        self.unremoved.retain(|known| *known != name);
        match removed {
            Ok(()) => Ok(name),
            Err(error) => {
                if error.kind() != io::ErrorKind::NotFound {
                    self.unremoved.push(name);
                }
                Err(error)
            }
        }
    }

    fn write(&mut self, effect: DiskEffect, now: Timestamp, messages: &Messages) -> Outcome {
        match effect {
            DiskEffect::Bookmarks { changes, notice } => {
                let saved = self.store.apply_all(&changes, now);
                self.saved_list(saved.map(|()| notice), messages)
            }
            DiskEffect::MergeConflicts => {
                let merged = self.store.merge_conflicts(now);
                self.saved_list(merged.map(merged_notice), messages)
            }
            DiskEffect::TakeList { list, notice } => {
                let merged = self.store.merge(&[*list], now);
                self.saved_list(merged.map(|()| notice), messages)
            }
            DiskEffect::FindLists => {
                let folder = self.paths.exchange();
                let names = exchange::lists(&folder);
                Outcome::ListsFound {
                    folder: folder.display().to_string(),
                    names: names.map_err(|error| self.trouble(&error)),
                }
            }
            DiskEffect::ReadList(name) => {
                let read = exchange::read(&self.paths.exchange(), &name);
                let read = read.map(|bytes| found_list(name, &bytes, now));
                Outcome::ListRead(read.map_err(|error| self.trouble(&error)))
            }
            DiskEffect::ReadPack(name) => {
                let folder = self.paths.exchange();
                let read = self.packs.read(&folder, &name, self.store.list(), messages);
                Outcome::PackRead(read.map(Box::new))
            }
            DiskEffect::TakePack(shown) => {
                let folder = self.paths.exchange();
                let list = self.store.list();
                Outcome::PackTaken(self.packs.take(&folder, &shown, list, messages))
            }
            DiskEffect::WriteFile { name, text } => {
                let written = exchange::write(&self.paths.exchange(), &name, text.as_bytes());
                Outcome::Written(written.map_err(|error| self.trouble(&error)))
            }
            DiskEffect::RemoveFile(name) => {
                let removed = self.remove(name);
                Outcome::Removed(removed.map_err(|error| self.trouble(&error)))
            }
            DiskEffect::SaveSettings {
                preferences,
                chosen,
                notice,
            } => match self.save_settings(preferences, chosen) {
                Ok(()) => Outcome::SettingsSaved(notice),
                Err(error) => Outcome::SettingsNotSaved(self.trouble(&error)),
            },
        }
    }

    /// Returns the outcome of saving the list, with its notice or the reason for a failure.
    fn saved_list(&self, saved: Result<Notice, SaveError>, messages: &Messages) -> Outcome {
        Outcome::Saved {
            list: Box::new(self.store.list().clone()),
            notice: saved.unwrap_or_else(|error| self.not_saved(&error, messages)),
        }
    }

    fn trouble(&self, error: &io::Error) -> Trouble {
        self.within.cause_of(Trouble::of(error))
    }

    fn not_saved(&self, error: &SaveError, messages: &Messages) -> Notice {
        let trouble = error.trouble();
        let cause = trouble.map(|trouble| self.within.cause_of(trouble));
        troubles::not_saved(cause, messages)
    }
}

fn merged_notice(count: usize) -> Notice {
    let count = NoticeValue::Count(count);
    Notice::with("bookmarks-conflicts-merged", [("count", count)])
}

/// Returns the list in a file; `None` for a file of a newer program.
fn found_list(name: String, bytes: &[u8], now: Timestamp) -> Option<Box<FoundList>> {
    let (list, fault) = match understand(bytes, now) {
        Reading::Good(list) | Reading::Renamed { list } => (list, None),
        Reading::Damaged { list } => (list, Some(ListFault::first(bytes))),
        Reading::Missing => (List::default(), Some(ListFault::first(bytes))),
        Reading::Newer { .. } => return None,
    };
    Some(Box::new(FoundList { name, list, fault }))
}
