//! What the worker is told of her files: what happened, what is safe, what to do.

use std::path::Path;

use super::notice::Notice;
use crate::bookmarks::{Report, SaveError, Trouble};
use crate::i18n::Messages;

/// What was found when her list was opened; `None` where all is well.
pub fn opened(report: &Report, messages: &Messages) -> Option<Notice> {
    let id = report.message_id()?;
    let arguments = match report {
        Report::Fresh | Report::Fine => return None,
        Report::Migrated { copy, .. } => vec![("file", file_name(copy))],
        Report::Rescued {
            saved, original, ..
        } => {
            vec![("count", saved.to_string()), ("file", file_name(original))]
        }
        Report::Damaged { saved, trouble } => {
            vec![
                ("count", saved.to_string()),
                ("reason", reason(*trouble, messages)),
            ]
        }
        Report::Newer { .. } => Vec::new(),
        Report::Unreadable { trouble, .. } => vec![("reason", reason(*trouble, messages))],
    };
    Some(Notice::with(id, arguments).warning())
}

/// Why a change of hers is not on disk.
pub fn not_saved(error: &SaveError, messages: &Messages) -> Notice {
    match error.trouble() {
        Some(trouble) => Notice::with(
            "bookmarks-not-saved",
            vec![("reason", reason(trouble, messages))],
        )
        .warning(),
        None => Notice::new("bookmarks-newer").warning(),
    }
}

fn reason(trouble: Trouble, messages: &Messages) -> String {
    messages.text(trouble.message_id())
}

/// The name alone: the folder is that of the worker's files, and a path is longer than the line.
fn file_name(path: &Path) -> String {
    path.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}
