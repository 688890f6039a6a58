//! Reader: a topic, a card, or a page.
//!
//! ```text
//!  Consent first
//!
//!  Know   Contact police or another authority only with the person's consent.
//!         Exceptions: immediate danger, or a child in need of protection.
//! ```

use super::canvas::Canvas;
use super::theme::FOCUS_MARK;
use crate::app::state::App;
use crate::app::subject::Subject;
use crate::app::tabs::Focus;
use crate::app::view::layout::Area;
use crate::document::{Composer, Document, Piece, Role, Row};

/// Draws the visible part of the reader's document.
pub fn render(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    if app.at_tab() && app.pane().focus == Focus::List && app.list_length() == 0 {
        // The list has the focus but no row for the cursor.
        canvas.focus(area, 0, 0);
    }
    if app.subject() == Subject::Nothing {
        nothing(app, canvas, area);
        return;
    }
    let reader = app.reader();
    let document = app.document(area.width);
    let shown = document
        .rows
        .iter()
        .skip(reader.top)
        .take(usize::from(area.height));
    for (row, words) in (0..).zip(shown) {
        canvas.print_row(area, row, words, app.focused_link_number());
    }
    more(app, canvas, area, reader.top, document.rows.len());
    if !app.reader_has_focus() {
        return;
    }
    let link_row = reader.link.and_then(|link| document.row_of_link(link));
    let found = reader
        .found
        .and_then(|found| shown_row(&document, found.block, reader.top));
    let found = found.filter(|row| *row < usize::from(area.height));
    let (column, row) = match (reader.link, link_row) {
        (Some(link), Some(row)) if row >= reader.top => {
            (column_of(&document.rows[row], link), row - reader.top)
        }
        _ => (0, found.unwrap_or(0)),
    };
    let row = u16::try_from(row).unwrap_or(0);
    let bare = reader.link.is_some_and(|link| document.is_bare(link));
    if bare || (reader.link.is_none() && found.is_some()) {
        mark(app, canvas, area, row);
    }
    canvas.focus(area, column, row);
}

/// Returns the row of the window at which a paragraph begins; `None` above the window.
fn shown_row(document: &Document, block: usize, top: usize) -> Option<usize> {
    let is_it = |row: &Row| row.block == block && !row.spans.is_empty();
    let row = document.rows.iter().position(is_it)?;
    row.checked_sub(top)
}

/// Marks a row at its left: that of a focused link without brackets, or that of found words.
fn mark(app: &App, canvas: &mut Canvas<'_>, area: Area, row: u16) {
    let alone = app.layout().is_some_and(|layout| layout.list.is_none());
    let before = if alone { area.x } else { 1 };
    let column = Area {
        x: area.x.saturating_sub(before),
        width: 1,
        ..area
    };
    let style = canvas.theme.chosen();
    canvas.print(column, 0, row, FOCUS_MARK.trim_end(), style);
}

/// Returns the column at which a link begins in its row, after its bracket if it has one.
fn column_of(row: &Row, link: usize) -> u16 {
    use unicode_width::UnicodeWidthStr;
    let before: usize = row
        .spans
        .iter()
        .take_while(|span| span.link != Some(link) || span.role == Role::LinkStart)
        .map(|span| span.text.width())
        .sum();
    u16::try_from(before).unwrap_or(0)
}

/// Draws the amount of text below, at the right of the line above the footer; nothing at the end.
pub(super) fn more(app: &App, canvas: &mut Canvas<'_>, area: Area, top: usize, rows: usize) {
    let height = usize::from(area.height);
    let below = rows.saturating_sub(top + height);
    if below > 0 {
        let count = [("count", below.into())];
        status(app, canvas, &app.messages().format("rows-below", &count));
    }
}

/// Draws a status at the right of the line above the footer unless the line is in use.
pub(super) fn status(app: &App, canvas: &mut Canvas<'_>, text: &str) {
    let Some(layout) = app.layout().filter(|_| app.notice().is_none()) else {
        return;
    };
    // In a narrow window the row has the name of the selected item.
    if app.foot(&layout).is_some_and(|foot| foot.free == Some(0)) {
        return;
    }
    let wide = u16::try_from(unicode_width::UnicodeWidthStr::width(text)).unwrap_or(0);
    // A magnifier shows the beginning of a row.
    let column = if app.preferences().reader {
        1
    } else {
        layout.notice.width.saturating_sub(wide + 1)
    };
    let style = canvas.theme.style(Role::Muted);
    canvas.print(layout.notice, column, 0, text, style);
}

/// Draws the text of a list without bookmarks: its state, and the first step.
fn nothing(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    let mut composer = Composer::new(area.width);
    let id = if app.list_is_kept_aside() {
        "bookmarks-kept-aside"
    } else {
        "bookmarks-empty"
    };
    let text = app.messages().text(id);
    composer.paragraph(0, vec![Piece::text(text)]);
    for (row, words) in (0..).zip(&composer.finish().rows) {
        canvas.print_row(area, row, words, None);
    }
}
