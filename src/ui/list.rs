//! List of a tab: text rows, or contacts.
//!
//! ```text
//! > Immediate danger
//!   Who may report, and where
//! ```

use ratatui::style::Style;

use super::canvas::Canvas;
use super::contact_list;
use super::reader;
use crate::app::list_rows::{RowLook, text_column};
use crate::app::state::App;
use crate::app::view::layout::{Area, indent};
use crate::app::view::listing::Listing;
use crate::app::view::{ContactRow, TabView};
use crate::document::Role;

/// Draws the open tab's list.
pub fn render(app: &App, tab: &TabView<'_>, canvas: &mut Canvas<'_>, area: Area) {
    if tab.words {
        words(app, canvas, area, tab.listing, tab.list_has_focus);
    } else {
        contact_list::render(app, tab, canvas, area);
    }
}

/// Draws the open tab's list where it fills the screen, with the range of rows in view.
pub fn render_alone(app: &App, tab: &TabView<'_>, canvas: &mut Canvas<'_>, area: Area) {
    render(app, tab, canvas, area);
    if tab.words {
        let rows = app.list_rows(area.width).len();
        more(app, canvas, area, tab.listing.top, rows);
    } else if app.layout().is_some_and(|layout| layout.strip.is_some()) {
        position(app, canvas, area, tab.listing.top);
    } else {
        more(app, canvas, area, tab.listing.top, app.contact_rows());
    }
}

/// Draws the range of contacts in view and their number, at the right above the footer.
fn position(app: &App, canvas: &mut Canvas<'_>, area: Area, top: usize) {
    let rows = (top..top + usize::from(area.height)).map_while(|row| app.contact_row(row));
    let items = rows.filter_map(|row| match row {
        ContactRow::Item(item) => Some(item + 1),
        ContactRow::Heading(_) => None,
    });
    let items: Vec<usize> = items.collect();
    let (Some(first), Some(last)) = (items.first(), items.last()) else {
        return;
    };
    let facts = [
        ("first", (*first).into()),
        ("last", (*last).into()),
        ("count", app.list_length().into()),
    ];
    reader::status(app, canvas, &app.messages().format("rows-shown", &facts));
}

/// One row of an item to draw.
struct ItemLine<'a> {
    text: &'a str,
    look: &'a RowLook,
    /// True for the first row of the item.
    first: bool,
    /// Focus of the list if the item is selected; `None` for all other items.
    selected: Option<bool>,
}

impl ItemLine<'_> {
    /// Draws the marks and the words. The selected item is reversed from its marker to the end of
    /// its number or its words; the cursor goes to it if the list has the focus.
    fn render(&self, canvas: &mut Canvas<'_>, area: Area, (column, row): (u16, u16)) {
        let reversed = self.selected == Some(true);
        let style = if reversed {
            canvas.theme.selected()
        } else {
            Style::new()
        };
        if self.first && reversed {
            let gap = " ".repeat(usize::from(column) - 1);
            canvas.print(area, 0, row, &format!(">{gap}"), style);
            canvas.focus(area, column, row);
        } else if self.first && self.selected.is_some() {
            let mark = canvas.theme.glyphs.selected;
            canvas.print(area, 0, row, mark, canvas.theme.chosen());
        }
        if let Some(mark) = self.look.mark.filter(|_| self.first) {
            let style = style.patch(canvas.theme.style(Role::Mark));
            canvas.print(area, 1, row, &mark.to_string(), style);
        }
        let whole = self.text.len();
        let reach = if reversed {
            self.look.reach.unwrap_or(whole)
        } else {
            0
        };
        let mut end = canvas.print(area, column, row, &self.text[..reach], style);
        let mut at = reach;
        for (range, role) in &self.look.roles {
            let range = range.start.max(at)..range.end.max(at);
            end = canvas.print(area, end, row, &self.text[at..range.start], Style::new());
            let style = canvas.theme.style(*role);
            end = canvas.print(area, end, row, &self.text[range.clone()], style);
            at = range.end;
        }
        canvas.print(area, end, row, &self.text[at..], Style::new());
    }
}

/// Draws a list of text rows: topics, choices, a form. A long text continues in the next row.
pub(super) fn words(
    app: &App,
    canvas: &mut Canvas<'_>,
    area: Area,
    listing: Listing,
    focused: bool,
) {
    let rows = app.list_rows(area.width);
    let column = text_column(area.width);
    // `None` for an item that is not selected, else the focus of the list.
    let state = |item: usize| (item == listing.selected).then_some(focused);
    for (row, words) in (0..area.height).zip(rows.iter().skip(listing.top)) {
        let Some(number) = words.item else {
            let style = canvas.theme.style(Role::Heading);
            canvas.print(area, indent(area.width), row, &words.text, style);
            continue;
        };
        let at = (column, row);
        let line = ItemLine {
            text: &words.text,
            look: &words.look,
            first: words.first,
            selected: state(number),
        };
        line.render(canvas, area, at);
        if let Some(beside) = &words.beside {
            let left = beside.column.saturating_sub(column).min(area.width);
            let area = Area {
                x: area.x + left,
                width: area.width - left,
                ..area
            };
            let line = ItemLine {
                text: &beside.text,
                look: &RowLook::default(),
                first: true,
                selected: state(beside.item),
            };
            line.render(canvas, area, at);
        }
    }
    if !app.at_tab() {
        more(app, canvas, area, listing.top, rows.len());
    }
}

/// Draws the amount of text below. For a screen reader the heading of the list has the position.
fn more(app: &App, canvas: &mut Canvas<'_>, area: Area, top: usize, rows: usize) {
    if !app.preferences().reader {
        reader::more(app, canvas, area, top, rows);
    }
}
