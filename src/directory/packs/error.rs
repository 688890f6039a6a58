//! Why a pack is refused.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::directory::check::Fault;
use crate::i18n::Messages;

/// Why a pack is refused, as a whole.
#[derive(Debug, Error)]
pub enum PackError {
    /// The file cannot be read.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Error of the system.
        source: io::Error,
    },
    /// The first line is not the header of a pack.
    #[error("{}: not a pack", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// A newer program is needed.
    #[error("{}: format {version}", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// The version of its format.
        version: u64,
    },
    /// A line is damaged or breaks a rule.
    #[error("{}:{line}: {record}: {field}: {fault:?}", path.display())]
    Line {
        /// The file.
        path: PathBuf,
        /// The line, counted from 1.
        line: usize,
        /// The record's id; empty where it has none.
        record: String,
        /// Path of the field inside the record; empty for the record itself.
        field: String,
        /// The fault.
        fault: Box<Fault>,
    },
    /// Only signed packs are taken here, and the file has no signature.
    #[error("{}: not signed", path.display())]
    Unsigned {
        /// The file.
        path: PathBuf,
    },
    /// No trusted key signed the file as it is.
    #[error("{}: no trusted signature", path.display())]
    Untrusted {
        /// The file.
        path: PathBuf,
    },
    /// The host's settings do not say which keys are trusted.
    #[error("{}: {reason}", path.display())]
    Keys {
        /// The settings.
        path: PathBuf,
        /// The reason.
        reason: String,
    },
    /// The file changed after it was opened.
    #[error("{}: changed", path.display())]
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// A pack of that name with a later date is there.
    #[error("{name}: the pack of {date} is newer")]
    Older {
        /// Name of both.
        name: String,
        /// The later date.
        date: String,
    },
}

impl PackError {
    /// Returns the message for the user.
    pub fn say(&self, messages: &Messages) -> String {
        let file = |id: &str, path: &Path| {
            let path = path.display().to_string();
            messages.format(id, &[("path", path.into())])
        };
        match self {
            Self::Io { path, source } => {
                let words = [
                    ("path", path.display().to_string().into()),
                    ("reason", source.to_string().into()),
                ];
                messages.format("pack-unreadable", &words)
            }
            Self::Foreign { path } => file("pack-foreign", path),
            Self::Newer { path, version } => {
                let words = [
                    ("path", path.display().to_string().into()),
                    ("version", version.to_string().into()),
                ];
                messages.format("pack-newer-format", &words)
            }
            Self::Line {
                path,
                line,
                record,
                field,
                fault,
            } => {
                let path = path.display();
                let parts = [record.clone(), field.clone(), fault.say(messages)];
                let parts: Vec<String> =
                    parts.into_iter().filter(|part| !part.is_empty()).collect();
                let at = format!("{path}:{line}: {}", parts.join(": "));
                messages.format("pack-damaged", &[("at", at.into())])
            }
            Self::Unsigned { path } => file("pack-unsigned", path),
            Self::Untrusted { path } => file("pack-untrusted", path),
            Self::Keys { path, reason } => {
                let words = [
                    ("path", path.display().to_string().into()),
                    ("reason", reason.clone().into()),
                ];
                messages.format("pack-keys", &words)
            }
            Self::Changed { path } => file("pack-changed", path),
            Self::Older { name, date } => {
                let words = [
                    ("name", name.clone().into()),
                    ("date", messages.date(date).into()),
                ];
                messages.format("pack-older", &words)
            }
        }
    }

    /// Returns true if the fault is the pack's own, and not the disk's.
    pub const fn is_bad_data(&self) -> bool {
        !matches!(self, Self::Io { .. })
    }
}
