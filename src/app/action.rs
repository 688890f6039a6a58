//! What comes into the App, and what it asks the runtime to do.

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

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// Something was asked for by its name, without a key.
    Command(Command),
    /// This item of the list that is shown has the focus now, or this row of a form.
    Select(usize),
    /// This link of what is read has the focus now; `None` for no link.
    FocusLink(Option<usize>),
    /// The field that letters go to holds this text now, instead of what stood there; where she is asked
    /// where she works, it is what she typed.
    Write(String),
    /// That page lies over the screen now.
    Open(PageKind),
    /// That contact is added to the bookmarks, or taken from them, wherever the focus is.
    Bookmark(String),
    /// The keys go from what is read to the list beside it.
    LeaveReader,
    /// One step back, unless something is written there that she has yet to be asked about.
    Leave,
    /// The query of the Directory is searched for in its words alone, and its first hit selected.
    SearchWordsOnly,
    /// The questions of the first run are left for a later one.
    SkipFirstRun,
    /// What there is to show is said in lines.
    SayInLines,
    /// The screen has this size now, in columns and rows.
    Resize {
        /// Columns.
        width: u16,
        /// Rows.
        height: u16,
    },
    /// Nobody has pressed a key for a while.
    Idle,
    /// What time it is, told before each key and each command.
    Clock {
        /// Now.
        now: Timestamp,
        /// The worker's day.
        today: Date,
    },
    /// What came of an effect.
    Outcome(Outcome),
}

/// What came of an effect that the runtime carried out.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The text was sent to the terminal's clipboard.
    Copied(String),
    /// A change of the worker's list was carried out.
    Saved {
        /// The list as it is now.
        list: Box<List>,
        /// Why it is not on disk; `None` where it is.
        trouble: Option<Notice>,
    },
    /// Copies of her list were merged into it.
    Merged {
        /// The list as it is now.
        list: Box<List>,
        /// How many copies.
        count: usize,
        /// Why the list is not on disk; `None` where it is.
        trouble: Option<Notice>,
    },
    /// A search that went on after its first screenful came to its end.
    Found {
        /// What was searched for.
        session: Box<QuerySession>,
        /// What was found.
        hits: Hits,
    },
    /// Another session of the same worker changed the list.
    Reloaded(Box<List>),
    /// The disk has not answered in time: what was to be written is not there yet.
    Unanswered,
    /// Changes are only in memory, and she wants to leave: the names of their contacts.
    NotSaved(Vec<String>),
    /// A file was written for her to hand over, or why not.
    Written(Result<Written, Trouble>),
    /// The file of that name was removed, or why not.
    Removed(Result<String, Trouble>),
    /// The settings are on disk.
    SettingsSaved,
    /// The settings could not be written, and why.
    SettingsNotSaved(Trouble),
}

/// Something for the runtime to carry out. The App itself touches no disk, clock or terminal.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// For the worker's files.
    Disk(DiskEffect),
    /// For the terminal.
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

/// Something to write to the worker's files.
#[derive(Clone, Debug, PartialEq)]
pub enum DiskEffect {
    /// Write a change of the worker's list.
    Bookmarks(Change),
    /// Merge the copies of her list that a sync tool left beside it.
    MergeConflicts,
    /// Write a file of that name, or of one like it that is free, into the folder of what goes in and
    /// out.
    WriteFile {
        /// The name.
        name: String,
        /// What stands in it.
        text: String,
    },
    /// Remove the file of that name from there.
    RemoveFile(String),
    /// Write what she changed of her settings, and in any case the one that she chose now.
    SaveSettings(Preferences, Setting),
}

/// Something to do with the terminal.
#[derive(Clone, Debug, PartialEq)]
pub enum TerminalEffect {
    /// Send text to the terminal's clipboard.
    Copy(String),
    /// End the program.
    Quit,
    /// Clear the screen and the scrollback, and end the program, in one frame.
    ClearAndQuit,
    /// Hand the terminal back to the shell until it asks to go on.
    Suspend,
    /// Paint the whole screen again.
    Repaint,
}
