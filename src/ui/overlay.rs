//! What lies over a tab: the first screen, the form of the filters, lists to choose from.
//!
//! ```text
//!  Your province or territory
//!
//!  > All of Canada
//!    British Columbia
//! ```

use super::canvas::Canvas;
use super::editor;
use super::list::words;
use super::region_map;
use crate::app::layout::Area;
use crate::app::overlay::Overlay;
use crate::app::state::App;

/// Draws the topmost overlay into the body; nothing where it is a page, which the reader draws.
pub fn render(app: &App, canvas: &mut Canvas<'_>, body: Area) {
    let Some(overlay) = app.overlays.last() else {
        return;
    };
    if matches!(overlay, Overlay::Page(..)) {
        return;
    }
    let area = app.overlay_area(body);
    let head = app.overlay_head(area.width);
    let used = area.height - app.list_height(area);
    // What is walked or written has its rows for itself.
    for (row, words) in (0..used).zip(&head.rows) {
        canvas.print_row(area, row, words, None);
    }
    let rest = Area {
        y: area.y + used,
        height: area.height - used,
        ..area
    };
    if region_map::render(app, canvas, rest) {
        return;
    }
    match overlay {
        Overlay::Welcome(listing)
        | Overlay::Picker(_, listing)
        | Overlay::Filters(listing)
        | Overlay::Settings(listing) => {
            words(app, canvas, rest, *listing, true);
        }
        Overlay::Editor(editor) => editor::line(editor, canvas, rest),
        Overlay::OwnForm(form) => editor::form(app, form, canvas, rest),
        Overlay::Page(..) => {}
    }
}
