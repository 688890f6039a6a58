//! Screen: turns the App into a frame and the position of the hardware cursor.

mod canvas;
mod contact_list;
mod editor;
mod foot;
mod head;
mod list;
mod overlay;
mod reader;
mod region_map;
mod search;
pub mod theme;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::app::App;
use crate::app::view::layout::{Area, Layout, SMALLEST, Size, indent};
use crate::app::view::{Body, TabView};
use crate::document::Role;
use crate::i18n::typography::{is_obeyed, visible};
use canvas::Canvas;
pub use theme::{Glyphs, Look, Theme};

/// Draws the App into a buffer of the App's size, without invisible characters. Returns the position
/// of the hardware cursor: on the first letter of the focused item, or at the caret.
pub fn view(app: &App, theme: Theme, buffer: &mut Buffer) -> Position {
    let cursor = draw(app, theme, buffer);
    clean(buffer);
    cursor
}

/// Removes the characters that no output contains; the cells keep their positions.
fn clean(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let symbol = cell.symbol();
        if !symbol.is_ascii() && symbol.contains(is_obeyed) {
            let shown = visible(symbol);
            cell.set_symbol(if shown.is_empty() { " " } else { &shown });
        }
    }
}

fn draw(app: &App, theme: Theme, buffer: &mut Buffer) -> Position {
    let size = Size {
        width: buffer.area.width,
        height: buffer.area.height,
    };
    let mut canvas = Canvas {
        buffer,
        theme,
        cursor: Position::default(),
    };
    if app.is_covered() {
        covered(&mut canvas, size);
        return canvas.cursor;
    }
    let Some(layout) = app.layout().filter(|_| size == app.size()) else {
        too_small(app, &mut canvas, size);
        return canvas.cursor;
    };
    head::render(app, &mut canvas, &layout);
    overlay::render(app, &mut canvas, layout.body);
    if let Body::Tab(shown) = app.body(layout.body) {
        tab(app, &shown, &mut canvas, &layout);
    }
    if let Some(area) = layout
        .reader
        .filter(|_| app.at_tab() || app.page().is_some())
    {
        reader::render(app, &mut canvas, area);
    } else if let Some(list) = layout.list.filter(|_| app.list_length() == 0) {
        // In one column the text for an empty list replaces the list.
        reader::render(
            app,
            &mut canvas,
            Area {
                x: list.x + indent(list.width),
                width: list.width - indent(list.width) - 1,
                ..list
            },
        );
    }
    if let Some(area) = layout.strip {
        foot::strip(app, &mut canvas, area);
    }
    foot::render(app, &mut canvas, &layout);
    canvas.cursor
}

/// Draws a tab: the rows above its list, the list, and the pane beside it.
fn tab(app: &App, tab: &TabView<'_>, canvas: &mut Canvas<'_>, layout: &Layout) {
    search::render(app, tab, canvas, layout.head);
    match (layout.list, layout.reader) {
        (Some(area), Some(_)) => list::render(app, tab, canvas, area),
        (Some(area), None) => list::render_alone(app, tab, canvas, area),
        (None, _) => {}
    }
    if let Some(divider) = layout.divider {
        let line = canvas.theme.glyphs.divider;
        for row in 0..divider.height {
            canvas.print(divider, 0, row, line, canvas.theme.style(Role::Muted));
        }
    }
}

/// Draws the cover: nothing but the name of the key that takes it off, so that nobody believes the
/// program has stopped.
fn covered(canvas: &mut Canvas<'_>, size: Size) {
    let key = "F9";
    let area = Area {
        x: size.width.saturating_sub(3),
        y: size.height.saturating_sub(1),
        width: 2.min(size.width),
        height: 1.min(size.height),
    };
    canvas.print(area, 0, 0, key, canvas.theme.style(Role::Muted));
}

/// Draws the message of a screen too small for anything else.
fn too_small(app: &App, canvas: &mut Canvas<'_>, size: Size) {
    let area = Area {
        x: 0,
        y: 0,
        width: size.width,
        height: size.height,
    };
    let messages = app.messages();
    let arguments = [
        ("width", SMALLEST.width.into()),
        ("height", SMALLEST.height.into()),
    ];
    let words = [app.danger(), messages.format("too-small", &arguments)];
    let mut composer = crate::document::Composer::new(size.width);
    for text in words {
        composer.paragraph(0, vec![crate::document::Piece::text(text)]);
    }
    for (row, words) in (0..size.height).zip(&composer.finish().rows) {
        canvas.print_row(area, row, words, None);
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn no_cell_has_an_invisible_character() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 1));
        let text =
            "Bryony\u{200d}\u{e0041} H\u{34f}ouse\u{fe0f}\u{115f}é\u{2028}\u{202e}\u{2800} 902";
        buffer.set_string(0, 0, text, Style::new());
        let printed = |buffer: &Buffer| {
            let cells = buffer.content.iter();
            cells
                .map(|cell| cell.symbol().to_owned())
                .collect::<String>()
        };
        assert!(printed(&buffer).contains(is_obeyed), "{buffer:?}");
        clean(&mut buffer);
        let printed = printed(&buffer);
        assert!(!printed.contains(is_obeyed), "{printed:?}");
        assert!(printed.starts_with("Bryony House"), "{printed:?}");
    }
}
