//! Notices for the line above the footer.

use super::list_rows::wrapped;
use super::state::App;
use super::view::layout::Layout;
use crate::directory::phone;
use crate::i18n::{Argument, Messages};

/// Most rows of a notice above the footer; a warning takes as many as it needs, up to the last row
/// but one.
const NOTICE_ROWS: u16 = 3;

/// Notice for the line above the footer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Id of the message.
    id: &'static str,
    /// Id of the message for plain mode, if the other one names keys.
    in_lines: Option<&'static str>,
    /// Values of its placeholders.
    arguments: Vec<(&'static str, NoticeValue)>,
    /// True for a warning: no other notice replaces it before it was read.
    pub warning: bool,
    /// True while the worker's files have not answered: their answer removes the notice.
    until_answer: bool,
}

/// Value of a placeholder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeValue {
    /// Text.
    Text(String),
    /// Count, for the plural.
    Count(usize),
    /// Copied text or number to dial, for its form in a language.
    Number(String),
}

impl NoticeValue {
    fn argument(&self, messages: &Messages) -> Argument<'_> {
        match self {
            Self::Text(text) => text.as_str().into(),
            Self::Count(count) => (*count).into(),
            Self::Number(number) => phone::shown(number, messages).into(),
        }
    }
}

impl From<String> for NoticeValue {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl Notice {
    /// Creates a notice without placeholders.
    pub const fn new(id: &'static str) -> Self {
        Self {
            id,
            in_lines: None,
            arguments: Vec::new(),
            warning: false,
            until_answer: false,
        }
    }

    /// Creates a notice with placeholders.
    pub fn with<Value: Into<NoticeValue>>(
        id: &'static str,
        arguments: impl IntoIterator<Item = (&'static str, Value)>,
    ) -> Self {
        let arguments = arguments.into_iter();
        Self {
            arguments: arguments
                .map(|(name, value)| (name, value.into()))
                .collect(),
            ..Self::new(id)
        }
    }

    /// Turns the notice into a warning.
    #[must_use]
    pub const fn warning(mut self) -> Self {
        self.warning = true;
        self
    }

    /// Limits the notice to the time until the worker's files answer.
    #[must_use]
    pub const fn until_answer(mut self) -> Self {
        self.until_answer = true;
        self
    }

    /// Sets the message for plain mode, which names words to type.
    #[must_use]
    pub const fn in_lines(mut self, id: &'static str) -> Self {
        self.in_lines = Some(id);
        self
    }

    /// Returns the text for the screen, in a language.
    pub fn text(&self, messages: &Messages) -> String {
        self.filled(self.id, messages)
    }

    /// Returns the text for plain mode, in a language.
    pub fn line(&self, messages: &Messages) -> String {
        self.filled(self.in_lines.unwrap_or(self.id), messages)
    }

    fn filled(&self, id: &str, messages: &Messages) -> String {
        let arguments: Vec<(&str, Argument<'_>)> = self
            .arguments
            .iter()
            .map(|(name, value)| (*name, value.argument(messages)))
            .collect();
        messages.format(id, &arguments)
    }
}

impl App {
    /// Returns the present notice.
    pub fn notice(&self) -> Option<&Notice> {
        self.notices.first()
    }

    /// Returns the rows of the present notice, for a screen; empty without one.
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

    /// Adds a notice before all pending ones.
    pub fn say_first(&mut self, notice: Notice) {
        self.notices.insert(0, notice);
    }

    /// Adds notices after all pending ones.
    pub fn say_last(&mut self, notices: impl IntoIterator<Item = Notice>) {
        self.notices.extend(notices);
    }

    /// Returns true if the last written text was cut, and resets that.
    pub fn take_cut(&mut self) -> bool {
        let cut = std::mem::take(&mut self.cut);
        if cut {
            self.notices.remove(0);
        }
        cut
    }

    /// Takes all notices in order.
    pub fn take_notices(&mut self) -> Vec<Notice> {
        std::mem::take(&mut self.notices)
    }

    /// Removes the notices that the worker's files have not answered.
    pub(super) fn end_waiting(&mut self) {
        self.notices.retain(|notice| !notice.until_answer);
    }

    /// Shows the result of a key at once. Pending warnings follow it.
    pub(super) fn announce(&mut self, notice: Notice) {
        self.notices
            .retain(|known| known.warning && *known != notice);
        self.notices.insert(0, notice);
    }
}
