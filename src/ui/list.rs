//! The list of a tab: words, or contacts.
//!
//! ```text
//! > Immediate danger
//!   Who may report, and where
//! ```

use ratatui::style::Style;

use super::canvas::Canvas;
use super::contact_list;
use super::reader;
use super::theme::FOCUS_MARK;
use crate::app::layout::Area;
use crate::app::listing::Listing;
use crate::app::lists::MARKER_WIDTH;
use crate::app::state::App;
use crate::app::view::TabView;
use crate::document::Role;

/// Draws the open tab's list.
pub fn render(app: &App, tab: &TabView<'_>, canvas: &mut Canvas<'_>, area: Area) {
    if tab.words {
        words(app, canvas, area, tab.listing, tab.list_has_focus);
    } else {
        contact_list::render(app, tab, canvas, area);
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
