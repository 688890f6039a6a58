//! What the worker is told of her files: what happened, what is safe, what to do.

use super::notice::Notice;
use crate::bookmarks::{Report, SaveError};
use crate::i18n::Messages;

/// What was found when her list was opened; `None` where all is well.
pub fn opened(report: &Report, messages: &Messages) -> Option<Notice> {
    let told = report.told(messages)?;
    Some(Notice::with("notice-said", vec![("text", told)]).warning())
}

/// Why a change of hers is not on disk.
pub fn not_saved(error: &SaveError, messages: &Messages) -> Notice {
    let Some(trouble) = error.trouble() else {
        return Notice::new("bookmarks-newer").warning();
    };
    let trouble = messages.text(trouble.message_id());
    Notice::with("bookmarks-not-saved", vec![("trouble", trouble)]).warning()
}
