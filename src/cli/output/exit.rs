//! Exit codes, and errors with their exit codes.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use thiserror::Error;

use crate::files::reason;
use crate::i18n::Messages;
use crate::i18n::typography::printable;

/// Exit codes for scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Success.
    Done = 0,
    /// Nothing was found.
    NothingFound = 1,
    /// The arguments cannot be understood.
    Usage = 2,
    /// The data that was read is damaged or breaks a rule.
    BadData = 3,
    /// A file or the output could not be written.
    CouldNotWrite = 4,
}

impl Exit {
    /// Returns the number seen by the shell.
    pub const fn code(self) -> u8 {
        self as u8
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        exit.code().into()
    }
}

/// Error with a message in the worker's language, and an exit code.
///
/// Returned by a subcommand whose exit code differs from the one of the error's kind.
#[derive(Debug, Error)]
#[error("{message}")]
pub struct Failure {
    /// Exit code.
    pub exit: Exit,
    /// Message: the problem, the state of the user's data, and the solution.
    pub message: String,
}

impl Failure {
    /// Creates a failure.
    pub fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self {
            exit,
            message: message.into(),
        }
    }

    /// Creates the failure to read a file that the worker named.
    pub fn unreadable(path: &Path, error: &io::Error, messages: &Messages) -> Self {
        let exit = match error.kind() {
            io::ErrorKind::NotFound => Exit::NothingFound,
            _ => Exit::BadData,
        };
        let words = [
            ("path", path.display().to_string().into()),
            ("trouble", reason(error, messages).into()),
        ];
        Self::new(
            exit,
            printable(&messages.format("import-unreadable", &words)),
        )
    }
}
