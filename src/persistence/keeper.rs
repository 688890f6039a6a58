//! Calls to the worker's files during a session, one job at a time.

use std::io;

use jiff::Timestamp;

use super::confinement::Within;
use super::exchange;
use crate::app::notice::Notice;
use crate::app::troubles;
use crate::app::{DiskEffect, Outcome};
use crate::bookmarks::{SaveError, Store, Trouble};
use crate::i18n::{Language, Messages};
use crate::paths::Paths;
use crate::settings::{Preferences, Settings};

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
    /// Ids of the contacts whose changes are only in memory.
    pub unsaved: Vec<String>,
}

/// Files, with their state when last read.
#[derive(Debug)]
pub(super) struct Keeper {
    pub store: Store,
    /// Preferences in force when the settings were last written, or at the start.
    pub saved: Preferences,
    pub paths: Paths,
    /// Folders within reach of the confined program.
    pub within: Within,
}

impl Keeper {
    /// Removes temporary files of killed sessions.
    pub fn tidy(&self) {
        // The next session will try again.
        let _ = exchange::tidy(&self.paths.exchange());
    }

    /// Executes one job.
    pub fn work(&mut self, job: Job) -> Answer {
        let messages = Messages::of(job.language);
        let now = Timestamp::now();
        let outcome = match job.task {
            Task::Refresh => self
                .store
                .refresh(now)
                .then(|| Outcome::Reloaded(Box::new(self.store.list().clone()))),
            Task::Write(effect) => Some(self.write(effect, now, messages)),
            Task::Leave => {
                if self.store.unsaved() {
                    // The result is read from `unsaved`.
                    let _ = self.store.save(now);
                }
                None
            }
        };
        let report = self.store.take_report();
        Answer {
            outcome,
            report: report.and_then(|report| troubles::opened(&report, messages)),
            unsaved: self.store.unsaved_ids(),
        }
    }

    fn write(&mut self, effect: DiskEffect, now: Timestamp, messages: &Messages) -> Outcome {
        match effect {
            DiskEffect::Bookmarks(change) => {
                let result = self.store.apply(change, now);
                Outcome::Saved {
                    list: Box::new(self.store.list().clone()),
                    trouble: result.err().map(|error| self.not_saved(&error, messages)),
                }
            }
            DiskEffect::MergeConflicts => {
                let merged = self.store.merge_conflicts(now);
                Outcome::Merged {
                    list: Box::new(self.store.list().clone()),
                    count: merged.as_ref().copied().unwrap_or(0),
                    trouble: merged.err().map(|error| self.not_saved(&error, messages)),
                }
            }
            DiskEffect::WriteFile { name, text } => {
                let written = exchange::write(&self.paths.exchange(), &name, text.as_bytes());
                Outcome::Written(written.map_err(|error| self.trouble(&error)))
            }
            DiskEffect::RemoveFile(name) => {
                let removed = exchange::remove(&self.paths.exchange(), &name);
                let removed = removed.map(|()| name);
                Outcome::Removed(removed.map_err(|error| self.trouble(&error)))
            }
            DiskEffect::SaveSettings(now, chosen) => {
                let path = self.paths.settings();
                let kept = Settings::keep(&path, &self.saved, &now, Some(chosen));
                match kept {
                    Ok(()) => {
                        self.saved = now;
                        Outcome::SettingsSaved
                    }
                    Err(error) => Outcome::SettingsNotSaved(self.trouble(&error)),
                }
            }
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
