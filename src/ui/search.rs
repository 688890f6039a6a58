//! The head of the Directory: the search field, how many were found, the filters that are on.
//!
//! ```text
//! > Search: halifax                                                     12 found
//!   Filters: Shelter · Nova Scotia                              (c takes them off)
//! ```

use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::canvas::{Canvas, cut};
use super::theme::FOCUS_MARK;
use crate::app::document::Role;
use crate::app::layout::Area;
use crate::app::lists::MARKER_WIDTH;
use crate::app::state::{App, Focus, TabId};

/// Draws the search field and the active filters.
pub fn render(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    if area.height == 0 {
        return;
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
        let room = area.width.saturating_sub(start);
        let (hint, _) = cut(&hint, room, canvas.theme.glyphs.ellipsis);
        canvas.print(area, start, 0, hint, Style::new());
    }
}

fn filters(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    let active = app.active_filters();
    let chips = &app.directory.hits.chips;
    if active.is_empty() && chips.is_empty() {
        return;
    }
    let messages = app.messages();
    let dot = format!(" {} ", canvas.theme.glyphs.dot);
    // What the words of the query mean stands in brackets: Backspace takes it out of the query.
    let chips = chips
        .iter()
        .map(|chip| format!("[{}]", messages.text(&chip.filter.message_id())));
    let words = active
        .into_iter()
        .map(|row| match app.filter_value(row).as_str() {
            "filter-yes" => messages.text(row.message_id()),
            value => messages.text(value),
        });
    let words: Vec<String> = chips.chain(words).collect();
    let style = canvas.theme.style(Role::Field);
    let label = format!("{} ", messages.text("filters-label"));
    let column = canvas.print(area, MARKER_WIDTH, 1, &label, style);
    let text = words.join(&dot);
    let (text, shortened) = cut(
        &text,
        area.width.saturating_sub(column),
        canvas.theme.glyphs.ellipsis,
    );
    let column = canvas.print(area, column, 1, text, Style::new());
    if shortened {
        canvas.print(area, column, 1, canvas.theme.glyphs.ellipsis, Style::new());
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
