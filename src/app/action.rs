//! Actions that the App receives, and effects that it requests from the runtime.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::keymap::{Command, Key};
use super::notice::Notice;
use super::query_session::QuerySession;
use super::subject::papers::{FoundList, FoundPack, Refused, WrittenFile};
use crate::app::subject::PageKind;
use crate::assets::Catalogue;
use crate::bookmarks::{Change, List, Trouble};
use crate::search::Hits;
use crate::settings::{Preferences, Setting};

/// Event for the App.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// A command without its key.
    Command(Command),
    /// Focus on this item of the present list, or on this row of a form.
    Select(usize),
    /// Focus on this link of the reader; `None` for no link.
    FocusLink(Option<usize>),
    /// Text that replaces the field's, or that is searched for on the map.
    Write(String),
    /// Text typed where letters are keys: it is searched for.
    Sentence(String),
    /// Open a page over the screen.
    Open(PageKind),
    /// Add or remove the bookmark of this contact, wherever the focus is.
    Bookmark(String),
    /// Move the focus from the reader to its list.
    LeaveReader,
    /// One step back, unless text would be lost without a question.
    Leave,
    /// Search for the words of the Directory's query alone, and select the first hit.
    SearchWordsOnly,
    /// Defer the questions of the first run.
    SkipFirstRun,
    /// Output in lines instead of on a screen.
    SayInLines,
    /// New size of the screen, in columns and rows.
    Resize {
        /// Number of columns.
        width: u16,
        /// Number of rows.
        height: u16,
    },
    /// No key was pressed for the time of the idle cover.
    Idle,
    /// Present time, sent before each key and each command.
    Clock {
        /// Time.
        now: Timestamp,
        /// Date at the worker's place.
        today: Date,
    },
    /// Result of an effect.
    Outcome(Outcome),
}

/// Directory after its packs changed.
#[derive(Clone, Debug)]
pub struct Renewed {
    /// Catalogue without own contacts; `None` if the directory stays as it is.
    pub catalogue: Option<Arc<Catalogue>>,
    /// Notices about the packs.
    pub notices: Vec<Notice>,
}

impl PartialEq for Renewed {
    fn eq(&self, other: &Self) -> bool {
        let is_same = match (&self.catalogue, &other.catalogue) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        is_same && self.notices == other.notices
    }
}

/// Result of an executed effect.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// This number or address was sent to the terminal's clipboard.
    Copied(String),
    /// The lines of the page were sent to it.
    PageCopied,
    /// The worker's list was changed.
    Saved {
        /// List after the change.
        list: Box<List>,
        /// Notice of the change if it is on disk, else the reason for it not being there.
        notice: Notice,
    },
    /// Result of a search that continued after its first screenful.
    Found {
        /// Query of the search.
        session: Box<QuerySession>,
        /// Hits of the search.
        hits: Hits,
    },
    /// Another session of the same worker changed the list.
    Reloaded(Box<List>),
    /// Packs of the directory changed.
    Renewed(Renewed),
    /// The disk has not answered in time: the change is not written yet.
    Unanswered,
    /// The worker quits before all work on her files is done: the rest of it, in words.
    NotDone(Vec<String>),
    /// A file to hand over was written, or the reason for a failure.
    Written(Result<WrittenFile, Trouble>),
    /// The file of this name was removed, or the reason for a failure.
    Removed(Result<String, Trouble>),
    /// Names of the lists and packs in the folder of exchanged files, with the path of the folder.
    ListsFound {
        /// Path of the folder.
        folder: String,
        /// Names of the files, or the reason for a failure.
        names: Result<Vec<String>, Trouble>,
    },
    /// A list was read from a file, or the reason for a failure; `None` in it for a list of a newer
    /// program.
    ListRead(Result<Option<Box<FoundList>>, Trouble>),
    /// A pack was read from a file, or the reason for a refusal.
    PackRead(Result<Box<FoundPack>, Refused>),
    /// The pack of this name is installed, or the reason for a refusal.
    PackTaken(Result<String, Refused>),
    /// The disk has not answered in time: nothing is read yet.
    NotReadYet,
    /// The settings are on disk, with the notice of the change.
    SettingsSaved(Option<Notice>),
    /// The settings could not be written, with the reason.
    SettingsNotSaved(Trouble),
}

impl Outcome {
    /// Returns true if the worker's files answered an effect.
    pub(crate) const fn answers_files(&self) -> bool {
        matches!(
            self,
            Self::Saved { .. }
                | Self::Written(_)
                | Self::Removed(_)
                | Self::ListsFound { .. }
                | Self::ListRead(_)
                | Self::PackRead(_)
                | Self::PackTaken(_)
                | Self::SettingsSaved(_)
                | Self::SettingsNotSaved(_)
        )
    }
}

/// Effect to be executed by the runtime. The App itself accesses no disk, clock or terminal.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Effect on the worker's files.
    Disk(DiskEffect),
    /// Effect on the terminal.
    Terminal(TerminalEffect),
}

impl From<DiskEffect> for Effect {
    fn from(effect: DiskEffect) -> Self {
        Self::Disk(effect)
    }
}

impl From<TerminalEffect> for Effect {
    fn from(effect: TerminalEffect) -> Self {
        Self::Terminal(effect)
    }
}

/// Effect on the worker's files.
#[derive(Clone, Debug, PartialEq)]
pub enum DiskEffect {
    /// Write changes of the worker's list, all at once.
    Bookmarks {
        /// Changes.
        changes: Vec<Change>,
        /// Notice once all of them are on disk.
        notice: Notice,
    },
    /// Merge the conflict copies of the list left by a sync tool.
    MergeConflicts,
    /// Find the lists and packs in the folder of exchanged files.
    FindLists,
    /// Read the list in the file of this name from the folder of exchanged files.
    ReadList(String),
    /// Read the pack in the file of this name from the folder of exchanged files.
    ReadPack(String),
    /// Install a pack, if its file is as it was shown.
    TakePack(Box<FoundPack>),
    /// Merge a list into the worker's own.
    TakeList {
        /// List as it was shown.
        list: Box<List>,
        /// Notice once it is on disk.
        notice: Notice,
    },
    /// Write a file of this name, or of a similar free name, into the folder of exchanged files.
    WriteFile {
        /// Name of the file.
        name: String,
        /// Text of the file.
        text: String,
    },
    /// Remove the file of this name from the folder of exchanged files.
    RemoveFile(String),
    /// Write the changed settings.
    SaveSettings {
        /// Preferences in force.
        preferences: Preferences,
        /// Setting chosen now, which is written in any case.
        chosen: Setting,
        /// Notice once it is on disk.
        notice: Option<Notice>,
    },
}

impl DiskEffect {
    /// Returns true if the effect only reads.
    pub(crate) const fn only_reads(&self) -> bool {
        matches!(
            self,
            Self::FindLists | Self::ReadList(_) | Self::ReadPack(_)
        )
    }
}

/// Effect on the terminal.
#[derive(Clone, Debug, PartialEq)]
pub enum TerminalEffect {
    /// Send a number or an address to the terminal's clipboard.
    Copy(String),
    /// Send the lines of a page, without other control characters, to it.
    CopyPage(String),
    /// End the program.
    Quit,
    /// Clear the screen and the scrollback, and end the program, in one frame.
    ClearAndQuit,
    /// Suspend the program and return to the shell.
    Suspend,
    /// Paint the whole screen again.
    Repaint,
}
