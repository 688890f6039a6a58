//! A list of contacts, in columns: marks, name, number, now, where.
//!
//! ```text
//! >*  Bryony House                902-422-7650   24/7             Halifax
//!     Transition Ho…(THANS) line  1-855-225-0220 24/7             women
//! ```

use std::ops::Range;

use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::canvas::{Canvas, cut};
use super::theme::FOCUS_MARK;
use crate::app::layout::{Area, TEXT};
use crate::app::state::App;
use crate::app::view::{Entry, TabView, Whereabouts};
use crate::document::columns::{Cut, cut_apart};
use crate::document::{Role, state};

/// Under this width the columns stand close, and one mark stands before the name.
const ROOMY: u16 = 48;
/// From this width on the state is said with its next change.
const LONG: u16 = 60;
/// Longer rows than this are hard to read.
const LONGEST: u16 = 120;
/// Columns of a number. One with an extension is wider: its row has less of the name.
const NUMBER: u16 = 14;
/// Columns of a name below which the state gives way.
const NAME_LEAST: u16 = 12;
/// Columns that a name keeps beside text that is no number, of any length.
const NAME_WITH_LONG_NUMBER: u16 = 7;
/// Columns of a name and the place behind it below which the place gives way.
const PLACE_FROM: u16 = 38;
/// Most columns of a place.
const PLACE_MOST: u16 = 24;
/// Columns of a gloss below which it is left out.
const GLOSS_LEAST: usize = 10;

/// Where the columns stand, each with its width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Columns {
    name: (u16, u16),
    number: (u16, u16),
    /// The state, long or short; none if the window is very narrow.
    now: Option<(u16, bool)>,
    place: Option<(u16, u16)>,
    /// The columns stand apart.
    roomy: bool,
}

impl Columns {
    fn of(width: u16) -> Self {
        let number = NUMBER;
        let width = width.min(LONGEST);
        let roomy = width >= ROOMY;
        let (text, gap) = if roomy { (TEXT, 2) } else { (2, 1) };
        let long = width >= LONG;
        let state = if long { state::LONG } else { state::SHORT };
        let state = u16::try_from(state).unwrap_or(0) + gap;
        let rest = width.saturating_sub(text + gap + number);
        let has_now = rest >= state + NAME_LEAST;
        let rest = if has_now { rest - state } else { rest };
        let place = (rest - 1) * 3 / 10;
        let place = (long && rest >= PLACE_FROM).then_some(place.min(PLACE_MOST));
        let name = rest - place.map_or(0, |place| place + 1);
        let number = (text + name + gap, number);
        let now = number.0 + number.1 + gap;
        Self {
            name: (text, name),
            number,
            now: has_now.then_some((now, long)),
            place: place.map(|place| (width - place, place)),
            roomy,
        }
    }
}

impl Columns {
    /// Returns the columns of a row with that number, which is never cut: the name gives way to it, then
    /// the state.
    fn for_number(self, number: &str, width: u16) -> Self {
        let needed = u16::try_from(number.width()).unwrap_or(u16::MAX);
        let more = needed.saturating_sub(self.number.1);
        let of_name = more.min(self.name.1.saturating_sub(NAME_WITH_LONG_NUMBER));
        let number = (self.number.0 - of_name, self.number.1 + of_name);
        let name = (self.name.0, self.name.1 - of_name);
        if more == of_name {
            return Self {
                name,
                number,
                ..self
            };
        }
        Self {
            name,
            number: (number.0, needed.min(width.saturating_sub(number.0))),
            now: None,
            place: None,
            ..self
        }
    }
}

/// Draws a list of contacts, a row each.
pub fn render(app: &App, tab: &TabView<'_>, canvas: &mut Canvas<'_>, area: Area) {
    let columns = Columns::of(area.width);
    let top = tab.listing.top;
    let shown = top..top + usize::from(area.height);
    let entries: Vec<Entry<'_>> = shown.map_while(|index| app.entry(index)).collect();
    let ellipsis = canvas.theme.glyphs.ellipsis;
    let rows = entries
        .iter()
        .map(|entry| columns.for_number(&entry.number, area.width));
    let rows: Vec<Columns> = rows.collect();
    let names = entries.iter().zip(&rows);
    let names = names.map(|(entry, row)| (entry.name, usize::from(row.name.1)));
    let cuts = cut_apart(&names.collect::<Vec<_>>(), ellipsis);
    for (index, (entry, cut)) in entries.iter().zip(cuts).enumerate() {
        let selected = top + index == tab.listing.selected;
        let mut line = Line {
            area,
            row: u16::try_from(index).unwrap_or(u16::MAX),
            columns: rows[index],
            style: Style::new(),
            canvas,
        };
        line.mark(selected, tab.list_has_focus);
        line.entry(entry, cut);
    }
}

/// A row that is drawn.
struct Line<'c, 'b> {
    area: Area,
    row: u16,
    columns: Columns,
    /// The style up to the end of the number.
    style: Style,
    canvas: &'c mut Canvas<'b>,
}

impl Line<'_, '_> {
    fn print(&mut self, column: u16, text: &str, style: Style) -> u16 {
        self.canvas.print(self.area, column, self.row, text, style)
    }

    /// Marks the selected row; the cursor goes to the one that has the keys.
    fn mark(&mut self, selected: bool, focused: bool) {
        if selected && focused {
            self.style = self.canvas.theme.selected_row();
            let (start, width) = self.columns.number;
            let blank = " ".repeat(usize::from(start + width));
            self.print(0, &blank, self.style);
            self.print(0, FOCUS_MARK, self.style);
            self.canvas.focus(self.area, self.columns.name.0, self.row);
        } else if selected {
            let mark = self.canvas.theme.glyphs.selected;
            let style = self.canvas.theme.focused_item();
            self.print(0, mark, style);
        }
    }

    fn entry(&mut self, entry: &Entry<'_>, cut: Option<Cut>) {
        self.marks(entry);
        self.name(entry, cut);
        self.number(entry);
        self.now(entry);
        if let Some((column, width)) = self.columns.place {
            self.place(&entry.place, column, width);
        }
    }

    fn marks(&mut self, entry: &Entry<'_>) {
        let marks = if self.columns.roomy {
            format!("{}{}", entry.star, entry.called)
        } else if entry.called == ' ' {
            entry.star.to_string()
        } else {
            entry.called.to_string()
        };
        if marks.trim().is_empty() {
            return;
        }
        let style = self.style.patch(self.canvas.theme.style(Role::Mark));
        self.print(1, &marks, style);
    }

    fn name(&mut self, entry: &Entry<'_>, cut: Option<Cut>) {
        let (start, width) = self.columns.name;
        let Some(Cut { head, tail }) = cut else {
            let end = self.words(entry, 0..entry.name.len(), start);
            if let Some(gloss) = entry.gloss {
                self.gloss(gloss, end, (start + width).saturating_sub(end));
            }
            return;
        };
        let end = self.words(entry, 0..head, start);
        let ellipsis = self.canvas.theme.glyphs.ellipsis;
        let end = self.print(end, ellipsis, self.style);
        self.words(entry, tail..entry.name.len(), end);
    }

    /// Draws a part of the name with what the search matched set off.
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
        // A few letters of it tell nothing.
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
        // Text that is no number may be of any length.
        let (number, shortened) = cut(&entry.number, width, ellipsis);
        let end = self.print(start, number, self.style);
        let end = if shortened {
            self.print(end, ellipsis, self.style)
        } else {
            end
        };
        if entry.doubtful && self.columns.roomy {
            let inside = end < start + width;
            let style = if inside { self.style } else { Style::new() };
            self.print(end, "?", style);
        }
    }

    fn now(&mut self, entry: &Entry<'_>) {
        let Some((column, long)) = self.columns.now else {
            return;
        };
        let style = if entry.now.open {
            self.canvas.theme.style(Role::Heading)
        } else {
            Style::new()
        };
        let text = if long {
            &entry.now.long
        } else {
            &entry.now.short
        };
        let end = self.print(column, text, style);
        if entry.doubtful && !self.columns.roomy && !text.ends_with('?') {
            self.print(end, "?", Style::new());
        }
    }

    fn place(&mut self, place: &Whereabouts, column: u16, width: u16) {
        let tail = match place.tail.as_str() {
            "" => String::new(),
            tail => format!(" {tail}"),
        };
        let room = width.saturating_sub(u16::try_from(tail.width()).unwrap_or(0));
        let ellipsis = self.canvas.theme.glyphs.ellipsis;
        let (words, shortened) = cut(&place.words, room, ellipsis);
        if shortened && !place.short.is_empty() {
            self.print(column, &place.short, Style::new());
            return;
        }
        let mut end = self.print(column, words, Style::new());
        if shortened {
            end = self.print(end, ellipsis, Style::new());
        }
        self.print(end, &tail, Style::new());
    }
}

/// A text of that length cut at the ends of its matched spans.
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

    #[test]
    fn the_place_gives_way_first_then_the_long_state_then_the_state() {
        let kinds = |width| {
            let columns = Columns::of(width);
            (columns.place.is_some(), columns.now.map(|(_, long)| long))
        };
        assert_eq!(kinds(80), (true, Some(true)));
        assert_eq!(kinds(60), (false, Some(true)));
        assert_eq!(kinds(55), (false, Some(false)));
        assert_eq!(kinds(40), (false, Some(false)));
        assert_eq!(kinds(30), (false, None));
    }

    #[test]
    fn columns_never_overlap() {
        let numbers = ["911", "1-800-555-0123", "1-800-555-0123 x1234"];
        for (width, number) in (30..200).flat_map(|width| numbers.map(|number| (width, number))) {
            let columns = Columns::of(width).for_number(number, width);
            let room = usize::from(columns.number.1);
            assert!(
                room >= number.width() || width < 33,
                "{width}: {number} is whole"
            );
            let ends = [columns.name, columns.number].map(|(start, width)| start + width);
            assert!(ends[0] < columns.number.0, "{width}");
            assert!(ends[1] <= width, "{width}");
            assert!(
                columns.now.is_none_or(|(start, _)| start > ends[1]),
                "{width}"
            );
        }
    }
}
