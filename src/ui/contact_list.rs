//! A list of contacts, in columns: marks, name, number, now, where.
//!
//! ```text
//! >* Bryony House                    902-422-7650    24/7            Halifax
//!    Transition House…(THANS) line   1-855-225-0220  24/7            women
//! ```

use std::ops::Range;

use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::canvas::{Canvas, cut};
use super::theme::FOCUS_MARK;
use crate::app::state::App;
use crate::app::view::layout::{Area, indent};
use crate::app::view::{ContactRow, Entry, TabView, Whereabouts};
use crate::document::Role;
use crate::document::columns::{Columns, Cut, Widest, cut_apart, number_column};
use crate::document::state::Form;

/// Least width of a gloss; below it the gloss is left out.
const GLOSS_LEAST: usize = 10;

/// Greatest width of a name in a list alone: each step down repaints two of them.
const NAME_MOST: u16 = 38;

/// Least width of a town that is cut before its distance.
const TOWN_LEAST: u16 = 5;
/// Least gap before a place that begins left of its column.
const GAP: u16 = 2;

/// Draws a list of contacts, one row each.
pub fn render(app: &App, tab: &TabView<'_>, canvas: &mut Canvas<'_>, area: Area) {
    let mut items = Vec::new();
    for row in 0..area.height {
        match app.contact_row(tab.listing.top + usize::from(row)) {
            Some(ContactRow::Item(item)) => items.push((row, item)),
            Some(ContactRow::Heading(text)) => {
                let style = canvas.theme.style(Role::Heading);
                canvas.print(area, indent(area.width), row, &text, style);
            }
            None => break,
        }
    }
    let entries = app.entries(items.iter().map(|(_, item)| *item));
    let ellipsis = canvas.theme.glyphs.ellipsis;
    let numbers = entries.iter().map(|entry| entry.number.as_str());
    let columns = Columns::of(area.width, number_column(numbers), app.language());
    let widest = entries.iter().map(|entry| widths(entry, columns));
    let types = tab.search.as_ref().is_some_and(|search| search.focused);
    // In a small window, letters typed on a slow link leave the columns where they are.
    let is_alone = app.layout().is_some_and(|layout| layout.reader.is_none());
    let columns = if types && is_alone {
        columns
    } else {
        let mut widest = widest.reduce(Widest::with).unwrap_or_default();
        if is_alone {
            widest.name = widest.name.min(NAME_MOST);
        }
        columns.fitted(widest)
    };
    let rows = entries
        .iter()
        .map(|entry| columns.for_number(&entry.number, area.width));
    let mut rows: Vec<Columns> = rows.collect();
    let tails = entries.iter().zip(&mut rows);
    let tails = tails.map(|(entry, row)| row.take_tail(&entry.place.tail));
    let tails: Vec<Option<u16>> = tails.collect();
    let names = entries.iter().zip(&rows);
    let names = names.map(|(entry, row)| (entry.name, usize::from(row.name.1)));
    let cuts = cut_apart(&names.collect::<Vec<_>>(), ellipsis);
    let rows = rows.into_iter().zip(tails);
    let drawn = items.into_iter().zip(rows).zip(entries.iter().zip(cuts));
    for (((row, item), (columns, tail)), (entry, cut)) in drawn {
        let selected = item == tab.listing.selected;
        let mut line = EntryLine {
            area,
            row,
            columns,
            style: Style::new(),
            typing: false,
            canvas,
        };
        if selected {
            line.mark(tab);
        }
        line.typing = tab.search.as_ref().is_some_and(|search| search.focused);
        line.entry(entry, cut);
        if let Some(column) = tail {
            line.print(column, &entry.place.tail, line.style);
        }
    }
}

/// Returns the widths of an entry's texts in these columns; a distance without a column of its own
/// follows the name.
fn widths(entry: &Entry<'_>, columns: Columns) -> Widest {
    let width = |text: &str| u16::try_from(text.width()).unwrap_or(u16::MAX);
    let tail = match entry.place.tail.as_str() {
        tail if columns.place.is_none() && columns.roomy && !tail.is_empty() => width(tail) + 1,
        _ => 0,
    };
    let now = match columns.now {
        Some((_, Form::Long)) => width(&entry.now.long),
        Some((_, Form::Short)) => width(&entry.now.short),
        None => 0,
    };
    let gloss = entry.gloss.as_ref().map_or(0, |gloss| width(gloss) + 3);
    Widest {
        name: width(entry.name).saturating_add(tail.max(gloss)),
        now,
        place: entry.place.width_with_tail().max(width(&entry.place.words)),
    }
}

/// One row to draw.
struct EntryLine<'c, 'b> {
    area: Area,
    row: u16,
    columns: Columns,
    /// Style up to the end of the name. The number of the selected row keeps its style: restyling
    /// it as well as the strip below would make each step too expensive on a slow link.
    style: Style,
    /// True if letters go into the field above.
    typing: bool,
    canvas: &'c mut Canvas<'b>,
}

impl EntryLine<'_, '_> {
    fn print(&mut self, column: u16, text: &str, style: Style) -> u16 {
        self.canvas.print(self.area, column, self.row, text, style)
    }

    /// Marks the selected row and puts the cursor on it if the list has the focus. While letters go
    /// into a field, marks the row that Enter takes.
    fn mark(&mut self, tab: &TabView<'_>) {
        if tab.list_has_focus {
            self.style = self.canvas.theme.selected();
            let blank = " ".repeat(usize::from(self.columns.name.0));
            self.print(0, &blank, self.style);
            self.print(0, FOCUS_MARK, self.style);
            self.canvas.focus(self.area, self.columns.name.0, self.row);
        } else if tab.search.as_ref().is_some_and(|search| search.focused) {
            self.style = self.canvas.theme.chosen();
            self.print(0, FOCUS_MARK, self.style);
        } else {
            let mark = self.canvas.theme.glyphs.selected;
            let style = self.canvas.theme.chosen();
            self.print(0, mark, style);
        }
    }

    fn entry(&mut self, entry: &Entry<'_>, cut: Option<Cut>) {
        self.marks(entry);
        self.name(entry, cut);
        self.number(entry);
        let end = self.now(entry);
        if let Some((column, width)) = self.columns.place {
            // A town that does not fit with its distance takes the columns that a short state leaves.
            let lack = entry.place.width_with_tail().saturating_sub(width);
            let free = column.saturating_sub(end.saturating_add(GAP));
            let taken = lack.min(free);
            self.place(&entry.place, column - taken, width + taken);
        }
    }

    fn marks(&mut self, entry: &Entry<'_>) {
        // Both share one column: the result of a call is worth more than the bookmark.
        let mark = if entry.called == ' ' {
            entry.star
        } else {
            entry.called
        };
        if mark != ' ' {
            let style = self.style.patch(self.canvas.theme.style(Role::Mark));
            self.print(1, &mark.to_string(), style);
        }
    }

    fn name(&mut self, entry: &Entry<'_>, cut: Option<Cut>) {
        let (start, width) = self.columns.name;
        let Some(cut) = cut else {
            let end = self.words(entry, 0..entry.name.len(), start);
            if let Some(gloss) = &entry.gloss {
                self.gloss(gloss, end, (start + width).saturating_sub(end));
            }
            return;
        };
        let mut end = start;
        for part in cut.parts {
            end = self.words(entry, part.bytes, end);
            if part.cut {
                let ellipsis = self.canvas.theme.glyphs.ellipsis;
                end = self.print(end, ellipsis, self.style);
            }
        }
    }

    /// Draws a part of the name with the matched letters highlighted.
    fn words(&mut self, entry: &Entry<'_>, part: Range<usize>, start: u16) -> u16 {
        let mut column = start;
        for (range, matched) in pieces(entry.name.len(), entry.spans) {
            let range = range.start.max(part.start)..range.end.min(part.end);
            if range.is_empty() {
                continue;
            }
            let style = if matched {
                self.style.patch(self.canvas.theme.style(Role::Match))
            } else {
                self.style
            };
            column = self.print(column, &entry.name[range], style);
        }
        column
    }

    fn gloss(&mut self, gloss: &str, column: u16, room: u16) {
        let gloss = format!(" – {gloss}");
        let ellipsis = self.canvas.theme.glyphs.ellipsis;
        let (shown, shortened) = cut(&gloss, room, ellipsis);
        // A few letters of a gloss say nothing.
        if shown.width() > GLOSS_LEAST {
            let column = self.print(column, shown, self.style);
            if shortened {
                self.print(column, ellipsis, self.style);
            }
        }
    }

    fn number(&mut self, entry: &Entry<'_>) {
        let (start, width) = self.columns.number;
        let ellipsis = self.canvas.theme.glyphs.ellipsis;
        // A text that is not a number may be of any length.
        let (number, shortened) = cut(&entry.number, width, ellipsis);
        let style = if entry.callable && self.stands_out() {
            self.canvas.theme.style(Role::Action)
        } else {
            Style::new()
        };
        let end = self.print(start, number, style);
        let end = if shortened {
            self.print(end, ellipsis, style)
        } else {
            end
        };
        if !entry.sign.is_empty() {
            let style = if self.typing {
                Style::new()
            } else {
                self.canvas.theme.style(Role::Warning)
            };
            self.print(end, entry.sign, style);
        }
    }

    /// Returns true if the number and the state are emphasized. While the worker types, only those of the
    /// row that Enter takes are: every letter repaints all rows.
    fn stands_out(&self) -> bool {
        !self.typing || self.style == self.canvas.theme.chosen()
    }

    /// Draws the open state, and returns the column behind it; [`u16::MAX`] if there is no room for it.
    fn now(&mut self, entry: &Entry<'_>) -> u16 {
        let Some((column, form)) = self.columns.now else {
            return u16::MAX;
        };
        let style = if entry.now.open && self.stands_out() {
            self.canvas.theme.style(Role::Heading)
        } else {
            Style::new()
        };
        let text = match form {
            Form::Long => &entry.now.long,
            Form::Short => &entry.now.short,
        };
        self.print(column, text, style)
    }

    fn place(&mut self, place: &Whereabouts, column: u16, width: u16) {
        let tail = match place.tail.as_str() {
            "" => String::new(),
            tail => format!(" {tail}"),
        };
        let room = width.saturating_sub(u16::try_from(tail.width()).unwrap_or(0));
        let ellipsis = self.canvas.theme.glyphs.ellipsis;
        let (words, shortened) = cut(&place.words, room, ellipsis);
        // A few letters of a town say less than the town without its distance.
        let instead = match (shortened, place.short.as_str()) {
            (true, "") if room < TOWN_LEAST => Some(place.words.as_str()),
            (false, _) | (true, "") => None,
            (true, short) => Some(short),
        };
        if let Some(instead) = instead {
            let (words, shortened) = cut(instead, width, ellipsis);
            let end = self.print(column, words, Style::new());
            if shortened {
                self.print(end, ellipsis, Style::new());
            }
            return;
        }
        let mut end = self.print(column, words, Style::new());
        if shortened {
            end = self.print(end, ellipsis, Style::new());
        }
        self.print(end, &tail, Style::new());
    }
}

/// Splits a text of this length at the ends of its matched spans.
fn pieces(length: usize, spans: &[Range<usize>]) -> Vec<(Range<usize>, bool)> {
    let mut pieces = Vec::new();
    let mut done = 0;
    for span in spans {
        let (start, end) = (span.start.clamp(done, length), span.end.clamp(done, length));
        pieces.push((done..start, false));
        pieces.push((start..end, true));
        done = end;
    }
    pieces.push((done..length, false));
    pieces.retain(|(range, _)| !range.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matched_letters_are_set_off() {
        assert_eq!(
            pieces(7, &[0..3, 5..6]),
            [(0..3, true), (3..5, false), (5..6, true), (6..7, false)]
        );
        assert_eq!(
            pieces(4, &[0..1, 2..9]),
            [(0..1, true), (1..2, false), (2..4, true)],
            "what was cut is not drawn"
        );
    }
}
