//! Results and errors of the store, as messages for the screen.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::files::{Refusal, Refused};
use crate::i18n::{Argument, Messages};

/// Condition of the file and the action taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// No file exists yet.
    Fresh,
    /// The file is valid.
    Fine,
    /// The file had own contacts without the id prefix, and is rewritten.
    Renamed {
        /// Path of the copy of the old file.
        copy: PathBuf,
    },
    /// The file was damaged; recovered items are on the list.
    Rescued {
        /// Number of bookmarks, own contacts and marks recovered from the damaged file.
        saved: usize,
        /// Number of items restored from the newest good version.
        from_backup: usize,
        /// Path of the copy of the damaged file.
        original: PathBuf,
    },
    /// The file was damaged and could not be set aside, so it is left unchanged; recovered items
    /// are in memory only.
    Damaged {
        /// Number of bookmarks, own contacts and marks recovered.
        saved: usize,
        /// Reason why the file could not be set aside.
        trouble: Trouble,
    },
    /// A newer program wrote the file: the list is shown and not changed.
    Newer {
        /// Version of the file.
        version: u64,
    },
    /// The file exists and could not be read. The list in memory starts empty; additions are merged
    /// in as soon as the file can be read.
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Reason why the file could not be read.
        trouble: Trouble,
    },
}

impl Report {
    /// Returns the message for the user; `None` if there is nothing to report.
    pub fn message(&self, messages: &Messages) -> Option<String> {
        let shown = |path: &Path| path.display().to_string().into();
        let named = |trouble: &Trouble| messages.text(trouble.message_id()).into();
        let (id, arguments): (_, Vec<(&str, Argument<'_>)>) = match self {
            Self::Fresh | Self::Fine => return None,
            Self::Renamed { copy } => ("bookmarks-own-renamed", vec![("path", shown(copy))]),
            Self::Rescued {
                saved,
                from_backup,
                original,
            } => (
                "bookmarks-rescued",
                vec![
                    ("saved", (*saved).into()),
                    ("backup", (*from_backup).into()),
                    ("path", shown(original)),
                ],
            ),
            Self::Damaged { saved, trouble } => (
                "bookmarks-damaged",
                vec![("saved", (*saved).into()), ("trouble", named(trouble))],
            ),
            Self::Newer { .. } => ("bookmarks-newer", Vec::new()),
            Self::Unreadable { path, trouble } => (
                "bookmarks-unreadable",
                vec![("path", shown(path)), ("trouble", named(trouble))],
            ),
        };
        Some(messages.format(id, &arguments))
    }
}

/// Kind of a failure of the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The disk or the account's quota is full.
    Full,
    /// Writing or reading the file, the folder or the disk is not permitted.
    Denied,
    /// The folder is gone: a removed memory stick, a lost share.
    Gone,
    /// The folder was moved, replaced or remounted since the session was confined. Its replacement
    /// is out of reach for the rest of the session.
    Moved,
    /// havre refuses the folder or the file.
    Refused(Refusal),
    /// A folder, a device or a FIFO is in the place of the file.
    NoFile,
    /// Reading the file is not permitted.
    Unread,
    /// The file exceeds the size limit.
    TooLarge,
    /// Another session held the lock for too long.
    Busy,
    /// The change is missing from the file when it is read back.
    Unconfirmed,
    /// Anything else.
    Other,
}

impl Trouble {
    /// Classifies an error of the system.
    pub fn of(error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        if let Some(refused) = Refused::of(error) {
            return Self::Refused(refused.refusal);
        }
        match error.kind() {
            Kind::StorageFull | Kind::QuotaExceeded => Self::Full,
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => Self::Denied,
            Kind::NotFound | Kind::NotADirectory | Kind::StaleNetworkFileHandle => Self::Gone,
            Kind::WouldBlock => Self::Busy,
            Kind::FileTooLarge => Self::TooLarge,
            Kind::InvalidInput | Kind::IsADirectory => Self::NoFile,
            _ => Self::Other,
        }
    }

    /// Classifies an error of reading a file.
    pub fn of_reading(error: &io::Error) -> Self {
        match Self::of(error) {
            Self::Denied => Self::Unread,
            trouble => trouble,
        }
    }

    /// Returns the id of the message that names the failure.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Full => "bookmarks-trouble-full",
            Self::Denied => "bookmarks-trouble-denied",
            Self::Gone => "bookmarks-trouble-gone",
            Self::Moved => "bookmarks-trouble-moved",
            Self::Refused(Refusal::AnotherOwner) => "bookmarks-trouble-not-hers",
            Self::Refused(Refusal::OpenToOthers) => "bookmarks-trouble-open",
            Self::Refused(Refusal::Sticky) => "bookmarks-trouble-sticky",
            Self::Refused(Refusal::ForeignLink) => "bookmarks-trouble-link",
            Self::Refused(Refusal::LinkElsewhere) => "bookmarks-trouble-link-elsewhere",
            Self::Refused(Refusal::LinkToNothing) => "bookmarks-trouble-link-nowhere",
            Self::Refused(Refusal::NoLocks) => "bookmarks-trouble-no-locks",
            Self::NoFile => "bookmarks-trouble-no-file",
            Self::Unread => "bookmarks-trouble-unread",
            Self::TooLarge => "bookmarks-trouble-too-large",
            Self::Busy => "bookmarks-trouble-busy",
            Self::Unconfirmed => "bookmarks-trouble-unconfirmed",
            Self::Other => "bookmarks-trouble-other",
        }
    }
}

/// Reason why a change is not in the file.
#[derive(Debug, Error)]
pub enum SaveError {
    /// The disk failed. The change is kept in memory and is saved with the next one that succeeds.
    #[error("{}: {source}", path.display())]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// Error of the system.
        source: io::Error,
    },
    /// The file was written, but the change is missing when it is read back.
    #[error("{}: read back without the change", path.display())]
    Unconfirmed {
        /// The file.
        path: PathBuf,
    },
    /// A newer program wrote the file. The change was not made.
    #[error("the file is of version {version}, newer than this program")]
    Newer {
        /// Version of the file.
        version: u64,
    },
}

impl SaveError {
    pub(super) fn disk(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Disk {
            path: Refused::of(&source)
                .map_or(path, |refused| &refused.path)
                .to_owned(),
            source,
        }
    }

    /// Returns the message for the user.
    pub fn message(&self, messages: &Messages) -> String {
        match self.trouble() {
            Some(trouble) => {
                let trouble = messages.text(trouble.message_id());
                messages.format("bookmarks-not-saved", &[("trouble", trouble.into())])
            }
            None => messages.text("bookmarks-newer"),
        }
    }

    /// Returns the kind of failure; `None` for a newer file.
    pub fn trouble(&self) -> Option<Trouble> {
        match self {
            Self::Disk { source, .. } => Some(Trouble::of(source)),
            Self::Unconfirmed { .. } => Some(Trouble::Unconfirmed),
            Self::Newer { .. } => None,
        }
    }
}
