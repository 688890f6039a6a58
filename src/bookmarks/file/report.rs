//! What the store has to tell: enums that the screen turns into messages.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::files::{Refusal, Refused};
use crate::i18n::{Argument, Messages};

/// What was found in the file, and what was done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// There is no file yet.
    Fresh,
    /// All is well.
    Fine,
    /// The file was of an older version, or had own contacts without the prefix of their ids, and is
    /// rewritten.
    Migrated {
        /// The version that it had.
        from: u64,
        /// Where the old file is kept.
        copy: PathBuf,
    },
    /// The file was damaged. What could be read is on the list.
    Rescued {
        /// Bookmarks, own contacts and marks that were read in the damaged file.
        saved: usize,
        /// Those that came out of the newest good version.
        from_backup: usize,
        /// Where the damaged file is kept.
        original: PathBuf,
    },
    /// The file was damaged and could not be set aside, and therefore is left as it is: what could
    /// be read is on the list, in memory only.
    Damaged {
        /// Bookmarks, own contacts and marks that could be read.
        saved: usize,
        /// Why it could not be set aside.
        trouble: Trouble,
    },
    /// A newer program wrote the file: it is shown and not changed.
    Newer {
        /// Its version.
        version: u64,
    },
    /// The file is there and could not be read. The list is empty in memory; what she adds is
    /// merged in as soon as the file can be read.
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        trouble: Trouble,
    },
}

impl Report {
    /// What to tell her; `None` where there is nothing to tell.
    pub fn told(&self, messages: &Messages) -> Option<String> {
        let shown = |path: &Path| path.display().to_string().into();
        let named = |trouble: &Trouble| messages.text(trouble.message_id()).into();
        let (id, arguments): (_, Vec<(&str, Argument<'_>)>) = match self {
            Self::Fresh | Self::Fine => return None,
            Self::Migrated { from, copy } if *from == crate::bookmarks::VERSION => {
                ("bookmarks-own-renamed", vec![("path", shown(copy))])
            }
            Self::Migrated { copy, .. } => ("bookmarks-migrated", vec![("path", shown(copy))]),
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

/// What the disk would not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No room is left, or the account's share of it is used up.
    Full,
    /// The file, the folder or the disk may not be written or read.
    Denied,
    /// The folder is gone: a stick pulled out, a share that dropped.
    Gone,
    /// The folder is another than the one that a session was locked in with: moved, replaced or
    /// mounted anew. What stands in its place is out of reach for as long as the session lasts.
    Moved,
    /// The folder or the file belongs to another account.
    NotHers,
    /// Others can write to the folder or to one above it.
    OpenToOthers,
    /// A symbolic link of another account leads to the file.
    ForeignLink,
    /// Nothing keeps two sessions apart in that folder.
    NoLocks,
    /// It is larger than any list may be.
    TooLarge,
    /// Another session held the lock for too long.
    Busy,
    /// The file does not have the change when it is read back.
    Unconfirmed,
    /// Anything else.
    Other,
}

impl Trouble {
    /// What kind of trouble an error of the system is.
    pub fn of(error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        if let Some(refused) = Refused::of(error) {
            return match refused.refusal {
                Refusal::AnotherOwner => Self::NotHers,
                Refusal::OpenToOthers => Self::OpenToOthers,
                Refusal::ForeignLink => Self::ForeignLink,
                Refusal::NoLocks => Self::NoLocks,
            };
        }
        match error.kind() {
            Kind::StorageFull | Kind::QuotaExceeded => Self::Full,
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => Self::Denied,
            Kind::NotFound | Kind::NotADirectory | Kind::StaleNetworkFileHandle => Self::Gone,
            Kind::WouldBlock => Self::Busy,
            Kind::FileTooLarge => Self::TooLarge,
            _ => Self::Other,
        }
    }

    /// Id of the message that names it.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Full => "bookmarks-trouble-full",
            Self::Denied => "bookmarks-trouble-denied",
            Self::Gone => "bookmarks-trouble-gone",
            Self::Moved => "bookmarks-trouble-moved",
            Self::NotHers => "bookmarks-trouble-not-hers",
            Self::OpenToOthers => "bookmarks-trouble-open",
            Self::ForeignLink => "bookmarks-trouble-link",
            Self::NoLocks => "bookmarks-trouble-no-locks",
            Self::TooLarge => "bookmarks-trouble-too-large",
            Self::Busy => "bookmarks-trouble-busy",
            Self::Unconfirmed => "bookmarks-trouble-unconfirmed",
            Self::Other => "bookmarks-trouble-other",
        }
    }
}

/// Why a change is not in the file.
#[derive(Debug, Error)]
pub enum SaveError {
    /// The disk would not. The change is in memory and is saved with the next one that succeeds.
    #[error("{}: {source}", path.display())]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file was written, and does not have the change when it is read back.
    #[error("{}: read back without the change", path.display())]
    Unconfirmed {
        /// The file.
        path: PathBuf,
    },
    /// A newer program wrote the file. The change was not made at all.
    #[error("the file is of version {version}, newer than this program")]
    Newer {
        /// The file's version.
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

    /// What to tell her.
    pub fn told(&self, messages: &Messages) -> String {
        match self.trouble() {
            Some(trouble) => {
                let trouble = messages.text(trouble.message_id());
                messages.format("bookmarks-not-saved", &[("trouble", trouble.into())])
            }
            None => messages.text("bookmarks-newer"),
        }
    }

    /// What kind of trouble it is; `None` for a newer file.
    pub fn trouble(&self) -> Option<Trouble> {
        match self {
            Self::Disk { source, .. } => Some(Trouble::of(source)),
            Self::Unconfirmed { .. } => Some(Trouble::Unconfirmed),
            Self::Newer { .. } => None,
        }
    }
}
