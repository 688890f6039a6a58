//! Reasons for refusing a pack.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::directory::check::Fault;
use crate::files::reason;
use crate::i18n::Messages;

/// Reason for refusing a pack as a whole.
#[derive(Debug, Error)]
pub enum PackError {
    /// The file cannot be read.
    #[error("{}: {source}", path.display())]
    Io {
        /// Path of the file.
        path: PathBuf,
        /// Error of the system.
        source: io::Error,
    },
    /// The first line is not the header of a pack.
    #[error("{}: not a pack", path.display())]
    Foreign {
        /// Path of the file.
        path: PathBuf,
    },
    /// The pack needs a newer program.
    #[error("{}: format {version}", path.display())]
    Newer {
        /// Path of the file.
        path: PathBuf,
        /// Version of its format.
        version: u64,
    },
    /// A line is damaged or breaks a rule.
    #[error("{}:{line}: {record}: {field}: {fault:?}", path.display())]
    Line {
        /// Path of the file.
        path: PathBuf,
        /// Line, counted from 1.
        line: usize,
        /// Id of the record; empty if it has none.
        record: String,
        /// Path of the field inside the record; empty for the record itself.
        field: String,
        /// The fault.
        fault: Box<Fault>,
    },
    /// The file has no signature, and only signed packs are accepted.
    #[error("{}: not signed", path.display())]
    Unsigned {
        /// Path of the file.
        path: PathBuf,
    },
    /// No trusted key made the signature for the present file.
    #[error("{}: no trusted signature", path.display())]
    Untrusted {
        /// Path of the file.
        path: PathBuf,
    },
    /// The host's settings with the trusted keys cannot be read.
    #[error("{}: {reason}", path.display())]
    Keys {
        /// Path of the settings.
        path: PathBuf,
        /// Reason for the failure.
        reason: String,
    },
    /// The file changed after it was opened.
    #[error("{}: changed", path.display())]
    Changed {
        /// Path of the file.
        path: PathBuf,
    },
    /// A pack of the same name with a later date is installed.
    #[error("{name}: the pack of {date} is newer")]
    Older {
        /// Name of both packs.
        name: String,
        /// Later date.
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
                    ("reason", reason(source, messages).into()),
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

    /// Returns true if the fault is in the pack, and not an error of the disk.
    pub const fn is_bad_data(&self) -> bool {
        !matches!(self, Self::Io { .. })
    }
}
