//! Map of the regions: their names, and the number of contacts of the focused one below.
//!
//! ```text
//!   British Columbia          Alberta                    Saskatchewan
//!   Manitoba                > Ontario                    Quebec
//!
//!  Ontario: 73 contacts
//! ```

use ratatui::style::Style;

use super::canvas::Canvas;
use super::theme::FOCUS_MARK;
use crate::app::list_rows::MARKER_WIDTH;
use crate::app::view::Map;
use crate::app::view::Tile;
use crate::app::view::layout::{Area, indent};
use crate::document::Role;

/// Draws the map.
pub fn render(map: &Map, canvas: &mut Canvas<'_>, area: Area) {
    for one in &map.tiles {
        tile(canvas, area, one, one.item == map.focused);
    }
    if let Some((row, words)) = &map.words {
        let style = canvas.theme.style(Role::Heading);
        canvas.print(area, indent(area.width), *row, words, style);
    }
    if let Some((row, text)) = &map.advice {
        canvas.print(area, indent(area.width), *row, text, Style::new());
    }
}

fn tile(canvas: &mut Canvas<'_>, area: Area, tile: &Tile, focused: bool) {
    let style = if focused {
        canvas.print(area, tile.x, tile.y, FOCUS_MARK, canvas.theme.selected());
        canvas.focus(area, tile.x + MARKER_WIDTH, tile.y);
        canvas.theme.selected()
    } else {
        Style::new()
    };
    canvas.print(area, tile.x + MARKER_WIDTH, tile.y, &tile.label, style);
}
