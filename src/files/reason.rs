//! Reasons for unreadable files, in words.

use std::io;

use crate::i18n::Messages;

/// Returns the reason for not reading a file named by the worker; for rare errors, in the words of
/// the system.
pub fn reason(error: &io::Error, messages: &Messages) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => messages.text("file-missing"),
        io::ErrorKind::PermissionDenied => messages.text("file-denied"),
        io::ErrorKind::IsADirectory => messages.text("file-folder"),
        _ => error.to_string(),
    }
}
