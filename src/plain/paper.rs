//! Output lines: wrapped to the window, without control characters.

use crate::document::{Composer, Piece, Row};
use crate::i18n::typography::printable;

/// Width of lines, and height of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Columns of a line.
    pub width: u16,
    /// Rows of the window; `None` without a window, as in a pipe.
    pub rows: Option<u16>,
}

/// Printed lines not taken yet.
#[derive(Debug)]
pub(super) struct Lines {
    paper: Paper,
    text: String,
}

impl Lines {
    pub(super) const fn on(paper: Paper) -> Self {
        Self {
            paper,
            text: String::new(),
        }
    }

    pub(super) const fn paper(&self) -> Paper {
        self.paper
    }

    pub(super) const fn resize(&mut self, paper: Paper) {
        self.paper = paper;
    }

    /// Returns true if nothing was printed since the lines were last taken.
    pub(super) const fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Returns the number of lines printed since the lines were last taken.
    pub(super) fn count(&self) -> usize {
        self.text.lines().count()
    }

    /// Prints a paragraph, wrapped at the window's width.
    pub(super) fn say(&mut self, text: &str) {
        for line in self.broken(text) {
            self.line(&line);
        }
    }

    /// Prints a line that has been wrapped already. All lines pass through here.
    pub(super) fn line(&mut self, line: &str) {
        self.text.push_str(&printable(line));
        self.text.push('\n');
    }

    /// Prints a text alone on its line, unwrapped: a number to be dialled, a website to be pasted.
    /// A street address may be wrapped.
    pub(super) fn alone(&mut self, text: &str) {
        if text.contains(' ') {
            self.say(text);
        } else {
            self.line(text);
        }
    }

    /// Returns the lines of a wrapped paragraph.
    pub(super) fn broken(&self, text: &str) -> Vec<String> {
        let mut composer = Composer::new(self.paper.width);
        composer.paragraph(0, vec![Piece::text(printable(text))]);
        composer.finish().rows.iter().map(Row::text).collect()
    }

    /// Scrolls all text out of the window. The scrollback keeps it: only the terminal can clear
    /// that.
    pub(super) fn blank(&mut self) {
        for _ in 0..self.paper.rows.unwrap_or(0) {
            self.text.push('\n');
        }
    }

    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_text_and_a_number_alone_is_never_broken() {
        let mut lines = Lines::on(Paper {
            width: 10,
            rows: None,
        });
        lines.say("one two \u{1b}[31mthree\u{7}");
        assert_eq!(lines.take(), "one two\n[31mthree\n");
        lines.alone("https://example.org/long");
        assert_eq!(lines.take(), "https://example.org/long\n");
        lines.alone("4114 Fourth Avenue");
        assert_eq!(lines.take(), "4114\nFourth\nAvenue\n");
        lines.say("\u{2699}\u{fe0f} a\u{202e}b");
        assert_eq!(lines.take(), "\u{2699} a b\n", "nothing invisible");
        lines.line("Safe House\u{202e}\u{200d}\u{e0041}\n902-555-0999");
        assert_eq!(lines.take(), "Safe House    902-555-0999\n");
        lines.blank();
        assert_eq!(lines.take(), "", "there is no window to clear");
    }
}
