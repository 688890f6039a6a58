//! Notices about the worker's files: the problem, the state of the data, and the solution.

use jiff::Timestamp;

use super::notice::Notice;
use crate::bookmarks::{Report, Trouble};
use crate::clock;
use crate::i18n::Messages;

/// Returns the notice on opening the list; `None` without a problem.
pub fn opened(report: &Report, messages: &Messages) -> Option<Notice> {
    report.message(messages).map(said)
}

/// Returns a warning of these words.
pub fn said(text: String) -> Notice {
    Notice::with("notice-said", vec![("text", text)]).warning()
}

/// Returns the notice about a wrong clock and its consequences.
pub fn clock(told: Timestamp) -> Option<Notice> {
    clock::is_wrong(told).then(|| Notice::new("clock-wrong").warning())
}

/// Returns the warning that the worker's files have not answered in time.
pub(super) fn unanswered() -> Notice {
    Notice::new("files-unanswered").warning().until_answer()
}

/// Returns the warning that the worker's files have not answered in time, and nothing is read yet.
pub(super) fn not_read_yet() -> Notice {
    Notice::new("files-not-read-yet").warning().until_answer()
}

/// Returns the reason for a change not being on disk; without an error of the disk, a newer havre
/// wrote the file.
pub fn not_saved(trouble: Option<Trouble>, messages: &Messages) -> Notice {
    let notice = match trouble {
        None => Notice::new("bookmarks-newer"),
        // No later change of this session will be saved either.
        Some(Trouble::Moved) => Notice::new("bookmarks-not-saved-moved"),
        Some(trouble) => {
            let trouble = messages.text(trouble.message_id());
            Notice::with("bookmarks-not-saved", vec![("trouble", trouble)])
        }
    };
    notice.warning()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_is_behind_is_told() {
        assert_eq!(
            clock(Timestamp::UNIX_EPOCH),
            Some(Notice::new("clock-wrong").warning())
        );
        assert_eq!(clock(clock::earliest()), None);
    }
}
