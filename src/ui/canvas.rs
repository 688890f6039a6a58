//! Text output to the frame's buffer, clipped to an area.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::theme::Theme;
use crate::app::view::layout::Area;
use crate::document::{Role, Row};

/// Buffer of one frame, theme, and position of the cursor.
pub struct Canvas<'a> {
    /// The frame.
    pub buffer: &'a mut Buffer,
    /// Theme.
    pub theme: Theme,
    /// Position of the hardware cursor; screen readers follow it.
    pub cursor: Position,
}

impl Canvas<'_> {
    /// Prints one row at a position inside the area; returns the column after it.
    pub fn print(&mut self, area: Area, column: u16, row: u16, text: &str, style: Style) -> u16 {
        if row >= area.height || column >= area.width {
            return column;
        }
        let room = usize::from(area.width - column);
        let (end, _) = self
            .buffer
            .set_stringn(area.x + column, area.y + row, text, room, style);
        end.saturating_sub(area.x)
    }

    /// Prints a row of a document. The focused link has other signs around it than the rest: the
    /// focus is visible without colour.
    pub fn print_row(&mut self, area: Area, row: u16, words: &Row, focused: Option<usize>) {
        let mut column = 0;
        for span in &words.spans {
            let has_focus = span.link.is_some() && span.link == focused;
            let style = if has_focus {
                self.theme.selected()
            } else {
                self.theme.style(span.role)
            };
            let text = match span.role {
                Role::LinkStart if has_focus && !span.text.is_empty() => ">",
                Role::LinkEnd if has_focus && !span.text.is_empty() => "<",
                _ => &span.text,
            };
            column = self.print(area, column, row, text, style);
        }
    }

    /// Puts the hardware cursor at a position inside the area.
    pub fn focus(&mut self, area: Area, column: u16, row: u16) {
        let last = |start: u16, length: u16| start + length.saturating_sub(1);
        self.cursor = Position {
            x: (area.x + column).min(last(area.x, area.width)),
            y: (area.y + row).min(last(area.y, area.height)),
        };
    }
}

/// Returns a text cut to a width: unchanged if it fits, else cut between graphemes and ended by the
/// ellipsis. Also returns the number of its bytes that remain.
pub fn cut<'a>(text: &'a str, width: u16, ellipsis: &str) -> (&'a str, bool) {
    let width = usize::from(width);
    if text.width() <= width {
        return (text, false);
    }
    let room = width.saturating_sub(ellipsis.width());
    let mut used = 0;
    let end = text
        .grapheme_indices(true)
        .find(|(_, grapheme)| {
            used += grapheme.width();
            used > room
        })
        .map_or(text.len(), |(start, _)| start);
    (text[..end].trim_end(), true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_cut_between_graphemes_and_marked() {
        assert_eq!(cut("Halifax", 7, "…"), ("Halifax", false));
        assert_eq!(cut("Halifax", 5, "…"), ("Hali", true));
        assert_eq!(cut("e\u{301}te\u{301}", 2, "…"), ("e\u{301}", true));
        assert_eq!(cut("Halifax", 0, "…"), ("", true));
    }
}
