//! Text that arrives at once: pasted, or typed faster than a person types.

use crate::app::keymap::Context;
use crate::app::notice::{Notice, NoticeValue};
use crate::app::state::App;
use crate::app::view::field::LIMIT;

/// Most lines of a sentence that another program has broken.
const LINES: usize = 3;

impl App {
    pub(super) fn paste(&mut self, text: &str) {
        if self.is_covered() {
            return;
        }
        self.begin();
        if let Some(digits) = self.digits_before(text) {
            // The digits have opened tabs; with the rest they are words.
            self.search_for(&format!("{digits}{text}"));
            return;
        }
        let searches = matches!(self.context(), Context::Now | Context::Field);
        if let Some(lines) = lines_of_letter(text).filter(|_| searches) {
            // Its first words, such as a name, would find nothing, and they would stay on the screen.
            let count = [("count", NoticeValue::Count(lines))];
            self.announce(Notice::with("notice-paste-long", count).warning());
        } else if self.context() == Context::Now {
            // A text starts a search where a letter would.
            self.take_letters(text);
        } else if self.is_typing() {
            self.type_text(text);
        } else {
            self.announce(Notice::new("notice-paste-ignored").warning());
        }
    }
}

/// Returns the number of lines of a text that is no search, such as an e-mail; `None` for a sentence.
fn lines_of_letter(text: &str) -> Option<usize> {
    let lines = text.split(['\n', '\r']).map(str::trim);
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    let length: usize = lines.iter().map(|line| line.len() + 1).sum();
    (lines.len() > LINES || (lines.len() > 1 && length > LIMIT)).then_some(lines.len())
}
