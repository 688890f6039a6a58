//! The last two lines of every screen: what happened, and the keys that work here and now.

use ratatui::style::Style;

use super::canvas::{Canvas, cut};
use crate::app::document::Role;
use crate::app::footer::GAP;
use crate::app::layout::{Area, Layout};
use crate::app::state::App;

/// Draws the notice and the footer.
pub fn render(app: &App, canvas: &mut Canvas<'_>, layout: &Layout) {
    if let Some(notice) = app.notices.first() {
        let style = if notice.warning {
            canvas.theme.style(Role::Warning)
        } else {
            Style::new()
        };
        let text = notice.text(app.messages());
        let (text, _) = cut(
            &text,
            layout.notice.width.saturating_sub(2),
            canvas.theme.glyphs.ellipsis,
        );
        canvas.print(layout.notice, 1, 0, text, style);
    }
    keys(app, canvas, layout.footer);
}

fn keys(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    let mut column = 1;
    for hint in app.hints(area.width.saturating_sub(1)) {
        let style = canvas.theme.style(Role::Key);
        column = canvas.print(area, column, 0, &hint.keys, style);
        column = canvas.print(area, column + 1, 0, &hint.word, Style::new());
        column += u16::try_from(GAP).unwrap_or(2);
    }
}
