//! Last two lines of every screen: the notice, and the keys that work at present.

use ratatui::style::Style;

use super::canvas::{Canvas, cut};
use crate::app::keymap::footer::GAP;
use crate::app::state::App;
use crate::app::view::layout::{Area, Layout};
use crate::document::Role;

/// Draws the notice and the footer.
pub fn render(app: &App, canvas: &mut Canvas<'_>, layout: &Layout) {
    notice(app, canvas, layout);
    keys(app, canvas, layout.footer);
}

/// Draws the notice in the row above the footer; a longer notice covers the last rows of the body.
fn notice(app: &App, canvas: &mut Canvas<'_>, layout: &Layout) {
    let Some(notice) = app.notice() else {
        foot(app, canvas, layout);
        return;
    };
    let style = if notice.warning {
        canvas.theme.style(Role::Warning)
    } else {
        Style::new()
    };
    let text = app.notice_rows(layout);
    let height = u16::try_from(text.len()).unwrap_or(1).max(1);
    let area = Area {
        y: layout.notice.y + 1 - height,
        height,
        ..layout.notice
    };
    let blank = " ".repeat(usize::from(area.width));
    for (row, words) in (0..height).zip(&text) {
        canvas.print(area, 0, row, &blank, Style::new());
        canvas.print(area, 1, row, words, style);
    }
}

/// Draws the strip below a list.
pub fn strip(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    for (row, words) in (0..area.height).zip(app.strip(area.width)) {
        let style = canvas.theme.style(words.role);
        canvas.print(area, 0, row, &words.text, style);
    }
}

/// Draws the screen's own line if there is no notice.
fn foot(app: &App, canvas: &mut Canvas<'_>, layout: &Layout) {
    let Some(foot) = app.foot(layout) else { return };
    let area = layout.notice;
    let style = canvas.theme.style(foot.role);
    let ellipsis = canvas.theme.glyphs.ellipsis;
    let (text, shortened) = match foot.free {
        Some(free) => cut(&foot.text, area.width.saturating_sub(free), ellipsis),
        None => (foot.text.as_str(), false),
    };
    let column = canvas.print(area, 1, 0, text, style);
    if shortened {
        canvas.print(area, column, 0, ellipsis, style);
    }
}

fn keys(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    let mut column = 1;
    for hint in app.hints(area.width.saturating_sub(1)) {
        let style = canvas.theme.style(Role::Action);
        column = canvas.print(area, column, 0, &hint.keys, style);
        let words = canvas.theme.style(Role::Muted);
        column = canvas.print(area, column + 1, 0, &hint.word, words);
        column += u16::try_from(GAP).unwrap_or(2);
    }
}
