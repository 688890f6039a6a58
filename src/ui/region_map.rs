//! The map of the regions: a tile each, the focused one in words below.
//!
//! ```text
//!   BC 59   AB 50   SK 27   MB 22   ON 73   QC 74   NL 16
//!
//!   All of Canada 51                    NB 20   PE 20 > NS 28
//!
//!  Nova Scotia: 28 contacts
//! ```

use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::canvas::Canvas;
use super::theme::FOCUS_MARK;
use crate::app::layout::Area;
use crate::app::lists::MARKER_WIDTH;
use crate::app::region_map::Tile;
use crate::app::state::App;
use crate::document::Role;

/// Draws the map; `false` where the regions are a list.
pub fn render(app: &App, canvas: &mut Canvas<'_>, area: Area) -> bool {
    let Some(map) = app.region_map(area) else {
        return false;
    };
    let focused = app.focused_item();
    for one in &map.tiles {
        tile(canvas, area, one, one.item == focused);
    }
    if let Some(row) = map.words {
        let style = canvas.theme.style(Role::Heading);
        canvas.print(area, 0, row, &app.region_in_words(focused), style);
    }
    if let Some(row) = map.advice {
        let text = typed(app).unwrap_or_else(|| app.messages().text("region-advice"));
        canvas.print(area, 0, row, &text, Style::new());
    }
    true
}

/// The letters typed, and whether they name anything; `None` where there are none.
fn typed(app: &App) -> Option<String> {
    let id = match app.typed.as_str() {
        "" => return None,
        _ if app.typed_leads_nowhere() => "region-typed-nowhere",
        _ => "region-typed",
    };
    let typed = [("text", app.typed.as_str().into())];
    Some(app.messages().format(id, &typed))
}

fn tile(canvas: &mut Canvas<'_>, area: Area, tile: &Tile, focused: bool) {
    let style = if focused {
        canvas.print(
            area,
            tile.x,
            tile.y,
            FOCUS_MARK,
            canvas.theme.focused_item(),
        );
        canvas.focus(area, tile.x + MARKER_WIDTH, tile.y);
        canvas.theme.focused_item()
    } else {
        Style::new()
    };
    canvas.print(area, tile.x + MARKER_WIDTH, tile.y, &tile.label, style);
    if let Some((count, x, y)) = &tile.count {
        canvas.print(area, *x, *y, count, style);
    }
}

/// The focused region in the notice's row, where the map leaves no room below; a longer text gives way
/// to a short one. Letters that name nothing yet are shown there, too.
pub fn notice(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    if app.typed_leads_nowhere() {
        let text = typed(app).unwrap_or_default();
        canvas.print(area, 1, 0, &text, Style::new());
        return;
    }
    let text = app.region_in_words(app.focused_item());
    let room = usize::from(area.width.saturating_sub(1));
    let text = if text.width() <= room {
        text
    } else {
        app.region_in_short(app.focused_item())
    };
    canvas.print(area, 1, 0, &text, canvas.theme.style(Role::Heading));
}
