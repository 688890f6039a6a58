//! Text field of one line.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::i18n::typography::visible;

/// Longest text of a field in bytes.
pub(in crate::app) const LIMIT: usize = 200;

/// Text with the position of the caret.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    text: String,
    /// Byte offset of the caret; always between two graphemes.
    caret: usize,
    /// True if the next typed text replaces the text. Any other key keeps it.
    selected: bool,
}

impl Field {
    /// Creates a field with this text and the caret at its end.
    pub fn new(text: &str) -> Self {
        let mut field = Self::default();
        field.insert(text);
        field
    }

    /// Returns the text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the byte offset of the caret.
    pub fn caret(&self) -> usize {
        self.caret
    }

    /// Selects the text, to be replaced by the next typed one, and puts the caret at its end.
    pub fn select(&mut self) {
        self.end();
        self.selected = !self.text.is_empty();
    }

    /// Ends the selection, and keeps the text.
    pub fn deselect(&mut self) {
        self.selected = false;
    }

    /// Returns true if the next typed text replaces the text.
    pub fn is_selected(&self) -> bool {
        self.selected
    }

    /// Removes a byte range, and the spaces that remain at the ends; the caret moves to its start.
    pub fn remove(&mut self, bytes: std::ops::Range<usize>) {
        self.selected = false;
        if self.text.get(bytes.clone()).is_some() {
            self.text.replace_range(bytes.clone(), "");
            self.caret = bytes.start;
            let trimmed = self.text.trim_end().len();
            // A space before the caret separates the next typed word.
            self.text.truncate(trimmed.max(self.caret));
            self.settle();
        }
    }

    /// Returns the number of columns before the caret.
    pub fn caret_column(&self) -> usize {
        self.text[..self.caret].width()
    }

    /// Inserts text at the caret: control characters and line breaks become spaces, invisible
    /// characters are dropped. Returns false if the text was too long and was cut. A selected text
    /// is replaced, except by a space, after which typing continues.
    pub fn insert(&mut self, text: &str) -> bool {
        if std::mem::take(&mut self.selected) && !text.starts_with(' ') {
            self.clear();
        }
        let mut fits = true;
        for (offset, grapheme) in text.grapheme_indices(true) {
            let seen = visible(grapheme);
            let shown = if grapheme.chars().any(char::is_control) {
                " "
            } else {
                &seen
            };
            if shown.width() == 0 {
                continue;
            }
            if self.text.len() + shown.len() > LIMIT {
                fits = text[offset..].trim().is_empty();
                break;
            }
            self.text.insert_str(self.caret, shown);
            self.caret += shown.len();
        }
        self.settle();
        fits
    }

    /// Moves the caret one letter to the left.
    pub fn left(&mut self) {
        self.selected = false;
        self.caret = self.before();
    }

    /// Moves the caret one letter to the right.
    pub fn right(&mut self) {
        self.selected = false;
        self.caret = self.after();
    }

    /// Moves the caret to the start.
    pub fn start(&mut self) {
        self.selected = false;
        self.caret = 0;
    }

    /// Moves the caret to the end.
    pub fn end(&mut self) {
        self.selected = false;
        self.caret = self.text.len();
    }

    /// Deletes the letter before the caret.
    pub fn delete_before(&mut self) {
        self.selected = false;
        let before = self.before();
        self.text.replace_range(before..self.caret, "");
        self.caret = before;
        self.settle();
    }

    /// Deletes the letter after the caret.
    pub fn delete_after(&mut self) {
        self.selected = false;
        let after = self.after();
        self.text.replace_range(self.caret..after, "");
        self.settle();
    }

    /// Deletes the word before the caret, and the spaces between them.
    pub fn delete_word(&mut self) {
        self.selected = false;
        let before = self.text[..self.caret].trim_end();
        let word = before
            .rsplit(char::is_whitespace)
            .next()
            .unwrap_or_default();
        let start = before.len() - word.len();
        self.text.replace_range(start..self.caret, "");
        self.caret = start;
        self.settle();
    }

    /// Clears the field.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    fn before(&self) -> usize {
        let grapheme = self.text[..self.caret].graphemes(true).next_back();
        self.caret - grapheme.map_or(0, str::len)
    }

    fn after(&self) -> usize {
        let grapheme = self.text[self.caret..].graphemes(true).next();
        self.caret + grapheme.map_or(0, str::len)
    }

    /// Moves the caret behind a grapheme formed by two adjacent pieces.
    fn settle(&mut self) {
        let caret = self.caret;
        let end = self
            .text
            .grapheme_indices(true)
            .map(|(start, grapheme)| start + grapheme.len());
        self.caret = if caret == 0 {
            0
        } else {
            end.clone()
                .find(|end| *end >= caret)
                .unwrap_or(self.text.len())
        };
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_pasted_line_break_becomes_a_space_and_escapes_go() {
        assert_eq!(
            Field::new("crime\nstoppers\u{1b}[A").text(),
            "crime stoppers [A"
        );
        assert_eq!(Field::new("hal\u{200b}ifax\u{202e}").text(), "halifax");
    }

    #[test]
    fn only_typing_replaces_a_selected_text() {
        let selected = || {
            let mut field = Field::new("988");
            field.select();
            field
        };
        let mut field = selected();
        field.insert("c");
        field.insert("h");
        assert_eq!(field.text(), "ch");
        let keeps: [fn(&mut Field); 6] = [
            Field::left,
            Field::start,
            Field::end,
            Field::delete_after,
            Field::deselect,
            |field| {
                field.insert(" ");
            },
        ];
        for keep in keeps {
            let mut field = selected();
            keep(&mut field);
            field.insert("c");
            assert!(field.text().contains("98"), "{field:?}");
        }
        let mut field = selected();
        field.delete_before();
        assert_eq!(field.text(), "98");
        let mut empty = Field::default();
        empty.select();
        assert!(!empty.is_selected());
    }

    #[test]
    fn long_text_is_cut_at_its_end() {
        let mut field = Field::default();
        assert!(field.insert(&"a".repeat(LIMIT - 1)));
        assert!(!field.insert("éb"), "no letter is left out in the middle");
        assert_eq!(field.text().len(), LIMIT - 1);
        assert!(
            field.insert("b \n"),
            "nothing but the end of a line is lost"
        );
        assert!(!field.insert("c"));
        let mut pasted = Field::default();
        assert!(!pasted.insert(&"she said ".repeat(11_000)));
        assert!(pasted.text().starts_with("she said she") && pasted.text().len() <= LIMIT);
    }

    #[test]
    fn accents_typed_apart_are_one_letter() {
        let mut field = Field::new("e");
        field.insert("\u{301}x");
        field.left();
        field.delete_before();
        assert_eq!(field.text(), "x");
    }

    proptest! {
        #[test]
        fn no_edit_breaks_the_text(edits in prop::collection::vec((0_u8..9, any::<String>()), 0..40)) {
            let mut field = Field::default();
            for (edit, text) in edits {
                match edit {
                    0 => field.left(),
                    1 => field.right(),
                    2 => field.start(),
                    3 => field.end(),
                    4 => field.delete_before(),
                    5 => field.delete_after(),
                    6 => field.clear(),
                    7 => field.delete_word(),
                    _ => {
                        field.insert(&text);
                    }
                }
                prop_assert!(field.text().is_char_boundary(field.caret));
                prop_assert!(field.caret_column() <= field.text().width());
                prop_assert!(field.text().len() <= LIMIT);
            }
        }
    }
}
