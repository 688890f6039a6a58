//! Head of the Directory: the search field, the number of hits, and the active filters.
//!
//! ```text
//! > Search: halifax                                                     12 found
//!   Filters: Shelter · Nova Scotia                              (c takes them off)
//! ```

use unicode_width::UnicodeWidthStr;

use super::canvas::Canvas;
use crate::app::list_rows::MARKER_WIDTH;
use crate::app::state::App;
use crate::app::view::layout::Area;
use crate::app::view::{Search, TabView};
use crate::document::Role;

/// Draws the rows above the list: the search field and the filters.
pub fn render(app: &App, tab: &TabView<'_>, canvas: &mut Canvas<'_>, area: Area) {
    if area.height == 0 {
        return;
    }
    if app.preferences().reader && !tab.reader_has_focus {
        list_heading(app, canvas, area);
    }
    if let Some(label) = &tab.label {
        let style = canvas.theme.style(Role::Field);
        canvas.print(area, MARKER_WIDTH, 0, label, style);
    }
    if let Some(search) = &tab.search {
        // For a screen reader the list's heading counts them.
        let width = if app.preferences().reader {
            area.width
        } else {
            count(&search.count, canvas, area)
        };
        field(app, search, canvas, Area { width, ..area });
        filters(app, canvas, area);
    }
}

/// Draws a heading with the position in the list, above it.
fn list_heading(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    let style = canvas.theme.style(Role::Heading);
    let rows = app.list_heading();
    let first = area
        .height
        .saturating_sub(u16::try_from(rows.len()).unwrap_or(1));
    for (row, text) in (first..area.height).zip(&rows) {
        canvas.print(area, MARKER_WIDTH, row, text, style);
    }
}

/// Draws the number of hits at the right; returns the column before it.
fn count(text: &str, canvas: &mut Canvas<'_>, area: Area) -> u16 {
    let wide = u16::try_from(text.width()).unwrap_or(0);
    let column = area.width.saturating_sub(wide + 1);
    canvas.print(area, column, 0, text, canvas.theme.style(Role::Muted));
    column.saturating_sub(1)
}

fn field(app: &App, search: &Search<'_>, canvas: &mut Canvas<'_>, area: Area) {
    let label = search.label.map(|label| app.messages().text(label));
    let label = label.map_or_else(String::new, |label| format!("{label} "));
    let style = canvas.theme.style(Role::Field);
    let start = canvas.print(area, MARKER_WIDTH, 0, &label, style);
    let (field, focused) = (search.field, search.focused);
    super::editor::field(field, canvas, area, start, 0, focused);
    super::editor::signs(field, canvas, area, start, 0, focused);
    if !search.focused && search.field.text().is_empty() {
        let hints = search.hints.map(|hint| app.messages().text(hint));
        let room = usize::from(area.width.saturating_sub(start));
        // A hint that does not fit is left out; the footer names the key.
        if let Some(hint) = hints.iter().find(|hint| hint.width() <= room) {
            canvas.print(area, start, 0, hint, canvas.theme.style(Role::Muted));
        }
    }
}

fn filters(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    let rows = app.filter_rows(area.width);
    let inner = Area {
        x: area.x + MARKER_WIDTH,
        width: area.width.saturating_sub(MARKER_WIDTH),
        ..area
    };
    let danger = canvas.theme.style(Role::Danger);
    let mut warned = false;
    for (row, words) in (1..area.height).zip(&rows) {
        let warns = words.spans.iter().any(|span| span.role == Role::Danger);
        let indented = Area {
            x: inner.x + u16::from(warns),
            width: inner.width - u16::from(warns),
            ..inner
        };
        if warns && !warned {
            canvas.print(area, 1, row, "!", danger);
        }
        warned = warns;
        canvas.print_row(indented, row, words, None);
    }
}
