//! Reasons for refusing a pack.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::directory::check::Fault;
use crate::files::{reason, reason_of_writing};
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
    /// Others could have changed the file, or the files of the folder.
    #[error("{}: {source}", path.display())]
    Distrusted {
        /// Path of the file or folder.
        path: PathBuf,
        /// Reason.
        source: io::Error,
    },
    /// The file cannot be written.
    #[error("{}: not written: {source}", path.display())]
    Unwritten {
        /// Path of the file.
        path: PathBuf,
        /// Error of the system.
        source: io::Error,
    },
    /// The file cannot be removed.
    #[error("{}: not removed: {source}", path.display())]
    Unremoved {
        /// Path of the file.
        path: PathBuf,
        /// Error of the system.
        source: io::Error,
    },
    /// The pack's date has not come.
    #[error("{}: dated {date}", path.display())]
    Ahead {
        /// Path of the file.
        path: PathBuf,
        /// Its date.
        date: String,
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

/// Returns the name of a field of a file in a sentence; empty for none.
pub fn field_in_words(field: &str, messages: &Messages) -> String {
    if field.is_empty() {
        return String::new();
    }
    messages.filled("pack-field", "field", field)
}

impl PackError {
    /// Returns the message for the user.
    pub fn say(&self, messages: &Messages) -> String {
        let file = |id: &str, path: &Path, fact: &str, text: String| {
            let path = path.display().to_string();
            messages.format(id, &[("path", path.into()), (fact, text.into())])
        };
        let failed = |id, path, source| file(id, path, "reason", reason(source, messages));
        let not_written =
            |id, path, source| file(id, path, "reason", reason_of_writing(source, messages));
        let alone = |id, path| file(id, path, "reason", String::new());
        match self {
            Self::Io { path, source } => failed("pack-unreadable", path, source),
            Self::Distrusted { path, source } => failed("pack-distrusted", path, source),
            Self::Unwritten { path, source } => not_written("pack-unwritten", path, source),
            Self::Unremoved { path, source } => not_written("pack-unremoved", path, source),
            Self::Ahead { path, date } => file("pack-ahead", path, "date", messages.date(date)),
            Self::Foreign { path } => alone("pack-foreign", path),
            Self::Newer { path, version } => {
                file("pack-newer-format", path, "version", version.to_string())
            }
            Self::Line {
                path,
                line,
                record,
                field,
                fault,
            } => {
                let path = path.display();
                let field = field_in_words(field, messages);
                let parts = [record.clone(), field, fault.say(messages)];
                let parts: Vec<String> =
                    parts.into_iter().filter(|part| !part.is_empty()).collect();
                let at = format!("{path}:{line}: {}", parts.join(": "));
                messages.format("pack-damaged", &[("at", at.into())])
            }
            Self::Unsigned { path } => alone("pack-unsigned", path),
            Self::Untrusted { path } => alone("pack-untrusted", path),
            Self::Keys { path, reason } => file("pack-keys", path, "reason", reason.clone()),
            Self::Changed { path } => alone("pack-changed", path),
            Self::Older { name, date } => {
                let words = [
                    ("name", name.clone().into()),
                    ("date", messages.date(date).into()),
                ];
                messages.format("pack-older", &words)
            }
        }
    }
}
