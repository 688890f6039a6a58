//! Why a file cannot be read, in words.

use std::io;

use crate::i18n::Messages;

/// Returns why a file that the worker named cannot be read; the system's own words for what is rare.
pub fn reason(error: &io::Error, messages: &Messages) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => messages.text("file-missing"),
        io::ErrorKind::PermissionDenied => messages.text("file-denied"),
        io::ErrorKind::IsADirectory => messages.text("file-folder"),
        _ => error.to_string(),
    }
}
