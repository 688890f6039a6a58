//! Overlays of a tab: the first screen, the form of the filters, lists of choices.
//!
//! ```text
//!  Your province or territory
//!
//!  > All of Canada
//!    British Columbia
//! ```

use super::canvas::Canvas;
use super::list::words;
use super::{editor, region_map};
use crate::app::state::App;
use crate::app::view::Body;
use crate::app::view::layout::{Area, indent};

/// Draws the topmost overlay into the body. Draws nothing for a page, which the reader draws, and
/// for a tab.
pub fn render(app: &App, canvas: &mut Canvas<'_>, body: Area) {
    if app.at_tab() || app.page().is_some() {
        return;
    }
    let area = app.overlay_area(body);
    let head = app.overlay_head(area.width);
    let used = area.height - app.list_height(area);
    let indented = Area {
        x: area.x + indent(area.width),
        width: area.width - indent(area.width),
        ..area
    };
    // Above a list or a field the head keeps its own rows.
    for (row, words) in (0..used).zip(&head.rows) {
        canvas.print_row(indented, row, words, None);
    }
    let rest = Area {
        y: area.y + used,
        height: area.height - used,
        ..area
    };
    match app.body(rest) {
        Body::Words(listing) => words(app, canvas, rest, listing, true),
        Body::Map(map) => region_map::render(&map, canvas, rest),
        Body::Line(field) => editor::line(field, canvas, rest),
        Body::Form(form) => editor::form(app, &form, canvas, rest),
        Body::Page | Body::Tab(_) => {}
    }
}
