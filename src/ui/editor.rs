//! Text input: a line about a service, and the form of a contact of the worker's own.
//!
//! ```text
//!  Note about Halifax Regional Police Victim Services
//!  About the service, never about a client.
//!
//!  > ask for the night desk
//! ```

use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::canvas::{Canvas, cut};
use super::theme::FOCUS_MARK;
use crate::app::list_rows::text_column;
use crate::app::state::App;
use crate::app::view::Form;
use crate::app::view::field::Field;
use crate::app::view::layout::Area;
use crate::document::Role;

/// Draws the line being edited.
pub fn line(written: &Field, canvas: &mut Canvas<'_>, area: Area) {
    canvas.print(area, 0, 0, FOCUS_MARK, canvas.theme.chosen());
    field(written, canvas, area, text_column(area.width), 0, true);
}

/// Draws a form: one row a field, with its name in front.
pub fn form(app: &App, form: &Form<'_>, canvas: &mut Canvas<'_>, area: Area) {
    let names = form.rows.iter().map(|row| row.name.width());
    let start = text_column(area.width);
    let column = start + u16::try_from(names.max().unwrap_or(0)).unwrap_or(0) + 1;
    // A low screen scrolls to keep the focused row in view.
    let top = (form.focused + 1).saturating_sub(usize::from(area.height));
    let rows = form.rows.iter().enumerate().skip(top);
    for (y, (index, row)) in (0..area.height).zip(rows) {
        let focused = index == form.focused;
        if focused {
            canvas.print(area, 0, y, FOCUS_MARK, canvas.theme.chosen());
            canvas.focus(area, start, y);
        }
        let style = canvas.theme.style(Role::Field);
        canvas.print(area, start, y, &row.name, style);
        if let Some(written) = row.field {
            field(written, canvas, area, column, y, focused);
            signs(written, canvas, area, column, y, focused);
        } else {
            let ellipsis = canvas.theme.glyphs.ellipsis;
            let room = area.width.saturating_sub(column);
            let (value, shortened) = cut(&row.value, room, ellipsis);
            let end = canvas.print(area, column, y, value, Style::new());
            if shortened {
                canvas.print(area, end, y, ellipsis, Style::new());
            }
        }
    }
    super::reader::more(app, canvas, area, top, form.rows.len());
}

/// Draws a field from a column on. A text longer than the field scrolls to keep the caret in view;
/// the cursor is at the caret.
pub(super) fn field(
    field: &Field,
    canvas: &mut Canvas<'_>,
    area: Area,
    start: u16,
    row: u16,
    focused: bool,
) {
    let room = area.width.saturating_sub(start).max(1);
    let caret = u16::try_from(field.caret_column()).unwrap_or(u16::MAX);
    let hidden = if focused {
        caret.saturating_sub(room - 1)
    } else {
        0
    };
    // Text that the next letter would replace is reversed; the footer names the key that keeps it.
    let style = if focused && field.is_selected() {
        canvas.theme.selected()
    } else {
        Style::new()
    };
    canvas.print(area, start, row, from_column(field.text(), hidden), style);
    if focused {
        canvas.focus(area, start + (caret - hidden), row);
    }
}

/// Marks the ends of a field at which its text is cut; the caret keeps its own column.
pub(super) fn signs(
    field: &Field,
    canvas: &mut Canvas<'_>,
    area: Area,
    start: u16,
    row: u16,
    focused: bool,
) {
    let room = area.width.saturating_sub(start).max(1);
    let caret = u16::try_from(field.caret_column()).unwrap_or(u16::MAX);
    let wide = u16::try_from(field.text().width()).unwrap_or(u16::MAX);
    let hidden = if focused {
        caret.saturating_sub(room - 1)
    } else {
        0
    };
    let ellipsis = canvas.theme.glyphs.ellipsis;
    if hidden > 0 {
        canvas.print(area, start, row, ellipsis, Style::new());
    }
    let is_free = !focused || caret - hidden < room - 1;
    if is_free && wide.saturating_sub(hidden) > room {
        canvas.print(area, start + room - 1, row, ellipsis, Style::new());
    }
}

/// Returns the text from a column on.
fn from_column(text: &str, column: u16) -> &str {
    use unicode_segmentation::UnicodeSegmentation;
    let mut used = 0;
    text.grapheme_indices(true)
        .find(|(_, grapheme)| {
            let here = used >= usize::from(column);
            used += grapheme.width();
            here
        })
        .map_or("", |(start, _)| &text[start..])
}
