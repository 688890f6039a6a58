//! What happened, for the line above the footer.

use super::layout::Layout;
use super::lists::wrapped;
use super::state::App;
use crate::i18n::{Argument, Messages};

/// The most rows that a notice takes from what stands above the footer; a warning has all that it needs,
/// to the last row but one.
const NOTICE_ROWS: u16 = 3;

/// What happened, for the line above the footer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Id of the message.
    id: &'static str,
    /// Id of the message that says it in lines, where the other one names keys.
    in_lines: Option<&'static str>,
    /// What its placeholders are filled with.
    arguments: Vec<(&'static str, String)>,
    /// It tells of something that went wrong: nothing takes its place before she has read it.
    pub warning: bool,
}

impl Notice {
    /// A message without placeholders.
    pub const fn new(id: &'static str) -> Self {
        Self {
            id,
            in_lines: None,
            arguments: Vec::new(),
            warning: false,
        }
    }

    /// A message with placeholders.
    pub const fn with(id: &'static str, arguments: Vec<(&'static str, String)>) -> Self {
        Self {
            id,
            in_lines: None,
            arguments,
            warning: false,
        }
    }

    /// The same, as a warning.
    #[must_use]
    pub const fn warning(mut self) -> Self {
        self.warning = true;
        self
    }

    /// The same, with a message of its own for lines, which say what can be typed.
    #[must_use]
    pub const fn in_lines(mut self, id: &'static str) -> Self {
        self.in_lines = Some(id);
        self
    }

    /// The words for the screen, in that language.
    pub fn text(&self, messages: &Messages) -> String {
        self.filled(self.id, messages)
    }

    /// The words for lines, in that language.
    pub fn line(&self, messages: &Messages) -> String {
        self.filled(self.in_lines.unwrap_or(self.id), messages)
    }

    fn filled(&self, id: &str, messages: &Messages) -> String {
        let arguments: Vec<(&str, Argument<'_>)> = self
            .arguments
            .iter()
            .map(|(name, value)| (*name, argument(name, value)))
            .collect();
        messages.format(id, &arguments)
    }
}

impl App {
    /// Returns what is said now.
    pub fn notice(&self) -> Option<&Notice> {
        self.notices.first()
    }

    /// Returns the rows of what is said now, for a screen; empty if nothing is.
    pub fn notice_rows(&self, layout: &Layout) -> Vec<String> {
        let Some(notice) = self.notice() else {
            return Vec::new();
        };
        let mut text = notice.text(self.messages());
        if self.preferences.reader && notice.warning {
            let facts = [("text", text.into())];
            text = self.messages().format("reader-warning", &facts);
        }
        let mut rows = wrapped(&text, layout.notice.width.saturating_sub(2));
        let most = if notice.warning {
            layout.body.height.max(NOTICE_ROWS)
        } else {
            NOTICE_ROWS
        };
        rows.truncate(usize::from(most));
        rows
    }

    /// Says something before all that is to be said.
    pub fn say_first(&mut self, notice: Notice) {
        self.notices.insert(0, notice);
    }

    /// Says something after all that is to be said.
    pub fn say_last(&mut self, notices: impl IntoIterator<Item = Notice>) {
        self.notices.extend(notices);
    }

    /// Returns true if the end of the text that was written last was left out, and says no more of it.
    pub fn take_cut(&mut self) -> bool {
        let cut = std::mem::take(&mut self.cut);
        if cut {
            self.notices.remove(0);
        }
        cut
    }

    /// Takes what happened, the first to be read first: nothing is left to be said.
    pub fn take_notices(&mut self) -> Vec<Notice> {
        std::mem::take(&mut self.notices)
    }

    /// Says what came of the key: at once, for she waits for it. Warnings that she has yet to read come
    /// after it.
    pub(super) fn announce(&mut self, notice: Notice) {
        self.notices
            .retain(|known| known.warning && *known != notice);
        self.notices.insert(0, notice);
    }
}

/// A count is a number, so that its plural is found; anything else is words.
fn argument<'a>(name: &str, value: &'a str) -> Argument<'a> {
    match value.parse::<i64>() {
        Ok(count) if name == "count" => Argument::from(count),
        _ => Argument::from(value),
    }
}
