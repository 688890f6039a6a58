//! Reasons for unreadable files, in words.

use std::io;

use super::{Refusal, Refused};
use crate::i18n::Messages;

/// Returns the reason for not reading a file named by the worker; for rare errors, in the words of
/// the system.
pub fn reason(error: &io::Error, messages: &Messages) -> String {
    if let Some(refused) = Refused::of(error) {
        return refused.message(messages);
    }
    messages.text(match error.kind() {
        io::ErrorKind::NotFound => "file-missing",
        io::ErrorKind::PermissionDenied => "file-denied",
        io::ErrorKind::IsADirectory => "file-folder",
        io::ErrorKind::InvalidInput => "file-none",
        io::ErrorKind::FileTooLarge => "file-too-large",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "file-full",
        io::ErrorKind::ReadOnlyFilesystem => "file-read-only",
        io::ErrorKind::NotADirectory => "file-no-folder",
        _ => return error.to_string(),
    })
}

/// Returns the reason for not writing a file named by the worker; for rare errors, in the words of
/// the system.
pub fn reason_of_writing(error: &io::Error, messages: &Messages) -> String {
    let refused = Refused::of(error).is_some();
    match error.kind() {
        io::ErrorKind::NotFound => messages.text("file-no-such-folder"),
        io::ErrorKind::PermissionDenied if !refused => messages.text("file-not-writable"),
        _ => reason(error, messages),
    }
}

impl Refused {
    /// Returns the reason for not using a file that others could have changed, with the way to mend it.
    pub fn message(&self, messages: &Messages) -> String {
        let id = match self.refusal {
            Refusal::AnotherOwner => "file-of-another",
            Refusal::OpenToOthers => "file-open-to-others",
            Refusal::Sticky => "file-sticky",
            Refusal::ForeignLink => "file-foreign-link",
            Refusal::LinkElsewhere => "file-link-elsewhere",
            Refusal::LinkToNothing => "file-link-nowhere",
            Refusal::NoLocks => "file-no-locks",
        };
        let path = self.path.display().to_string();
        messages.format(id, &[("path", path.into())])
    }
}
