//! The head of the Directory: the search field, how many were found, the filters that are on.
//!
//! ```text
//! > Search: halifax                                                     12 found
//!   Filters: Shelter · Nova Scotia                              (c takes them off)
//! ```

use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::canvas::Canvas;
use super::theme::FOCUS_MARK;
use crate::app::layout::Area;
use crate::app::lists::MARKER_WIDTH;
use crate::app::state::App;
use crate::app::tabs::{Focus, TabId};
use crate::document::Role;

/// Draws the search field and the active filters.
pub fn render(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    if area.height == 0 {
        return;
    }
    if app.preferences.reader && app.pane().focus != Focus::Reader {
        list_heading(app, canvas, area);
    }
    if app.tab != TabId::Directory {
        label(app, canvas, area);
        return;
    }
    let right = count(app, canvas, area);
    field(
        app,
        canvas,
        Area {
            width: right,
            ..area
        },
    );
    filters(app, canvas, area);
}

/// Where she is in the list, in words, above it.
fn list_heading(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    let style = canvas.theme.style(Role::Heading);
    let text = app.place_in_list();
    canvas.print(area, MARKER_WIDTH, area.height - 1, &text, style);
}

/// How many were found, at the right; returns the column before it.
fn count(app: &App, canvas: &mut Canvas<'_>, area: Area) -> u16 {
    let text = app
        .messages()
        .format("found", &[("count", app.directory.hits.total.into())]);
    let wide = u16::try_from(text.width()).unwrap_or(0);
    let column = area.width.saturating_sub(wide + 1);
    canvas.print(area, column, 0, &text, Style::new());
    column.saturating_sub(1)
}

fn field(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    let focused = app.directory.pane.focus == Focus::Field;
    if focused {
        canvas.print(area, 0, 0, FOCUS_MARK, canvas.theme.focused_item());
    }
    let label = format!("{} ", app.messages().text("search-label"));
    let style = canvas.theme.style(Role::Field);
    let start = canvas.print(area, MARKER_WIDTH, 0, &label, style);
    super::editor::field(&app.directory.field, canvas, area, start, 0, focused);
    if !focused && app.directory.field.text().is_empty() {
        let hint = app.messages().text("search-hint");
        // Half a hint is none; the footer has the key.
        if hint.width() <= usize::from(area.width.saturating_sub(start)) {
            canvas.print(area, start, 0, &hint, Style::new());
        }
    }
}

fn filters(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    let label = app.messages().text("filters-label");
    let rows = app.filter_rows(area.width);
    let style = canvas.theme.style(Role::Field);
    for (row, words) in (1..area.height).zip(&rows) {
        let rest = words.strip_prefix(&label).filter(|_| row == 1);
        let label = if rest.is_some() { label.as_str() } else { "" };
        let column = canvas.print(area, MARKER_WIDTH, row, label, style);
        canvas.print(area, column, row, rest.unwrap_or(words), Style::new());
    }
}

/// The label whose bookmarks alone are listed.
fn label(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    if let Some(label) = &app.bookmarks.label {
        let text = app
            .messages()
            .format("label-shown", &[("label", label.as_str().into())]);
        canvas.print(
            area,
            MARKER_WIDTH,
            0,
            &text,
            canvas.theme.style(Role::Field),
        );
    }
}
