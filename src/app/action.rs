//! Actions that the App receives, and effects that it requests from the runtime.

use jiff::Timestamp;
use jiff::civil::Date;

use super::keymap::{Command, Key};
use super::notice::Notice;
use super::papers::Written;
use super::query_session::QuerySession;
use crate::app::subject::PageKind;
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

/// Result of an executed effect.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The text was sent to the terminal's clipboard.
    Copied(String),
    /// A change of the worker's list was made.
    Saved {
        /// List after the change.
        list: Box<List>,
        /// Reason for the list not being on disk; `None` if it is.
        trouble: Option<Notice>,
    },
    /// Copies were merged into the worker's list.
    Merged {
        /// List after the merge.
        list: Box<List>,
        /// Number of copies.
        count: usize,
        /// Reason for the list not being on disk; `None` if it is.
        trouble: Option<Notice>,
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
    /// The disk has not answered in time: the change is not written yet.
    Unanswered,
    /// Changes are only in memory, and the worker quits: the names of their contacts.
    NotSaved(Vec<String>),
    /// A file to hand over was written, or the reason for a failure.
    Written(Result<Written, Trouble>),
    /// The file of this name was removed, or the reason for a failure.
    Removed(Result<String, Trouble>),
    /// The settings are on disk.
    SettingsSaved,
    /// The settings could not be written, with the reason.
    SettingsNotSaved(Trouble),
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
    /// Write a change of the worker's list.
    Bookmarks(Change),
    /// Merge the conflict copies of the list left by a sync tool.
    MergeConflicts,
    /// Write a file of this name, or of a similar free name, into the folder of exchanged files.
    WriteFile {
        /// Name of the file.
        name: String,
        /// Text of the file.
        text: String,
    },
    /// Remove the file of this name from the folder of exchanged files.
    RemoveFile(String),
    /// Write the changed settings, and in any case the one chosen now.
    SaveSettings(Preferences, Setting),
}

/// Effect on the terminal.
#[derive(Clone, Debug, PartialEq)]
pub enum TerminalEffect {
    /// Send text to the terminal's clipboard.
    Copy(String),
    /// End the program.
    Quit,
    /// Clear the screen and the scrollback, and end the program, in one frame.
    ClearAndQuit,
    /// Suspend the program and return to the shell.
    Suspend,
    /// Paint the whole screen again.
    Repaint,
}
