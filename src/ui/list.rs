//! The list at the left of a tab: topics, or contacts with their region.
//!
//! ```text
//! > Immediate danger              >  Halifax Regional Police – Vic… NS
//!   Who may report, and where       *Kids Help Phone                CA
//! ```

use std::ops::Range;

use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::canvas::{Canvas, cut};
use super::reader;
use super::theme::FOCUS_MARK;
use crate::app::layout::Area;
use crate::app::listing::Listing;
use crate::app::lists::MARKER_WIDTH;
use crate::app::screens::{Entry, TabView};
use crate::app::state::App;
use crate::document::Role;

/// Columns of a gloss below which it is left out.
const GLOSS_LEAST: usize = 10;

/// Draws the open tab's list.
pub fn render(app: &App, tab: &TabView<'_>, canvas: &mut Canvas<'_>, area: Area) {
    if tab.words {
        words(app, canvas, area, tab.listing, tab.list_has_focus);
    } else {
        entries(app, tab, canvas, area);
    }
}

/// Draws the open tab's list where it has the screen to itself: how far down she is, is said as well.
pub fn render_alone(app: &App, tab: &TabView<'_>, canvas: &mut Canvas<'_>, area: Area) {
    render(app, tab, canvas, area);
    let rows = if tab.words {
        app.list_rows(area.width).len()
    } else {
        app.list_length()
    };
    reader::more(app, canvas, area, tab.listing.top, rows);
}

/// The marker of an item, and its style; the cursor goes to the one that has the keys.
fn mark(canvas: &mut Canvas<'_>, area: Area, row: u16, selected: bool, focused: bool) -> Style {
    if !selected {
        return Style::new();
    }
    let mark = if focused {
        FOCUS_MARK
    } else {
        canvas.theme.glyphs.selected
    };
    canvas.print(area, 0, row, mark, canvas.theme.focused_item());
    if focused {
        canvas.focus(area, MARKER_WIDTH, row);
        return canvas.theme.focused_item();
    }
    Style::new()
}

/// Draws a list of words: topics, choices, a form. What is too long goes on in the next row.
pub(super) fn words(
    app: &App,
    canvas: &mut Canvas<'_>,
    area: Area,
    listing: Listing,
    focused: bool,
) {
    let rows = app.list_rows(area.width);
    for (row, words) in (0..area.height).zip(rows.iter().skip(listing.top)) {
        let Some(item) = words.item else {
            let style = canvas.theme.style(Role::Heading);
            canvas.print(area, 0, row, &words.text, style);
            continue;
        };
        let selected = item == listing.selected;
        let style = if words.first {
            mark(canvas, area, row, selected, focused)
        } else if selected && focused {
            canvas.theme.focused_item()
        } else {
            Style::new()
        };
        canvas.print(area, MARKER_WIDTH, row, &words.text, style);
        if let Some(beside) = &words.beside {
            let selected = beside.item == listing.selected;
            let column = beside.column.saturating_sub(MARKER_WIDTH).min(area.width);
            let area = Area {
                x: area.x + column,
                width: area.width - column,
                ..area
            };
            let style = mark(canvas, area, row, selected, focused);
            canvas.print(area, MARKER_WIDTH, row, &beside.text, style);
        }
    }
    if !app.at_tab() {
        reader::more(app, canvas, area, listing.top, rows.len());
    }
}

/// Draws a list of contacts, a row each.
fn entries(app: &App, tab: &TabView<'_>, canvas: &mut Canvas<'_>, area: Area) {
    for (row, index) in (0..area.height).zip(tab.listing.top..) {
        let Some(shown) = app.entry(index) else {
            return;
        };
        let selected = index == tab.listing.selected;
        let style = mark(canvas, area, row, selected, tab.list_has_focus);
        entry(&shown, canvas, area, row, style);
    }
}

/// Draws one contact.
fn entry(entry: &Entry<'_>, canvas: &mut Canvas<'_>, area: Area, row: u16, style: Style) {
    let start = canvas.print(area, MARKER_WIDTH, row, &entry.marks, style);
    // What stands at the right has its own column, a space before it.
    let right = u16::try_from(entry.right.width()).unwrap_or(0);
    let room = area.width.saturating_sub(start + right + 1);
    let (name, shortened) = cut(entry.name, room, canvas.theme.glyphs.ellipsis);
    let mut column = start;
    for (range, matched) in pieces(name.len(), entry.spans) {
        let style = if matched {
            style.patch(canvas.theme.style(Role::Match))
        } else {
            style
        };
        column = canvas.print(area, column, row, &name[range], style);
    }
    if shortened {
        canvas.print(area, column, row, canvas.theme.glyphs.ellipsis, style);
    } else if let Some(gloss) = entry.gloss {
        let gloss = format!(" – {gloss}");
        let room = room.saturating_sub(column - start);
        let (shown, shortened) = cut(&gloss, room, canvas.theme.glyphs.ellipsis);
        // A few letters of it tell nothing.
        if shown.width() > GLOSS_LEAST {
            column = canvas.print(area, column, row, shown, style);
            if shortened {
                canvas.print(area, column, row, canvas.theme.glyphs.ellipsis, style);
            }
        }
    }
    canvas.print(
        area,
        area.width.saturating_sub(right),
        row,
        &entry.right,
        Style::new(),
    );
}

/// A text of that length cut at the ends of its matched spans.
fn pieces(length: usize, spans: &[Range<usize>]) -> Vec<(Range<usize>, bool)> {
    let mut pieces = Vec::new();
    let mut done = 0;
    for span in spans {
        let (start, end) = (span.start.clamp(done, length), span.end.clamp(done, length));
        pieces.push((done..start, false));
        pieces.push((start..end, true));
        done = end;
    }
    pieces.push((done..length, false));
    pieces.retain(|(range, _)| !range.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matched_letters_are_set_off() {
        assert_eq!(
            pieces(7, &[0..3, 5..6]),
            [(0..3, true), (3..5, false), (5..6, true), (6..7, false)]
        );
        assert_eq!(
            pieces(4, &[0..1, 2..9]),
            [(0..1, true), (1..2, false), (2..4, true)],
            "what was cut is not drawn"
        );
    }
}
