//! The list at the left of a tab: topics, or contacts with their region.
//!
//! ```text
//! > Immediate danger              >  Halifax Regional Police – Vic… NS
//!   Who may report, and where       *Kids Help Phone                CA
//! ```

use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::canvas::{Canvas, cut};
use super::reader;
use super::theme::FOCUS_MARK;
use crate::app::catalogue::{Found, TopicTitle};
use crate::app::layout::Area;
use crate::app::listing::Listing;
use crate::app::lists::MARKER_WIDTH;
use crate::app::state::App;
use crate::app::tabs::{Focus, TabId};
use crate::bookmarks::{Mark, Marked};
use crate::document::Role;

/// Columns of a gloss below which it is left out.
const GLOSS_LEAST: usize = 10;

/// Draws the open tab's list.
pub fn render(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    match app.tab {
        TabId::Directory => directory(app, canvas, area),
        TabId::Bookmarks => bookmarks(app, canvas, area),
        _ => words(
            app,
            canvas,
            area,
            app.pane().listing,
            app.pane().focus == Focus::List,
        ),
    }
}

/// Draws the open tab's list where it has the screen to itself: how far down she is, is said as well.
pub fn render_alone(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    render(app, canvas, area);
    let rows = match app.tab.guide_place() {
        Some(_) => app.list_rows(area.width).len(),
        None => app.list_length(),
    };
    reader::more(app, canvas, area, app.pane().listing.top, rows);
}

/// The marker of an item, and its style; the cursor goes to the one that has the keys.
fn mark(canvas: &mut Canvas<'_>, area: Area, row: u16, selected: bool, focused: bool) -> Style {
    if !selected {
        return Style::new();
    }
    let mark = if focused {
        FOCUS_MARK
    } else {
        canvas.theme.glyphs.selected
    };
    canvas.print(area, 0, row, mark, canvas.theme.focused_item());
    if focused {
        canvas.focus(area, MARKER_WIDTH, row);
        return canvas.theme.focused_item();
    }
    Style::new()
}

/// Draws a list of words: topics, choices, a form. What is too long goes on in the next row.
pub(super) fn words(
    app: &App,
    canvas: &mut Canvas<'_>,
    area: Area,
    listing: Listing,
    focused: bool,
) {
    let rows = app.list_rows(area.width);
    for (row, words) in (0..area.height).zip(rows.iter().skip(listing.top)) {
        let Some(item) = words.item else {
            let style = canvas.theme.style(Role::Heading);
            canvas.print(area, 0, row, &words.text, style);
            continue;
        };
        let selected = item == listing.selected;
        let style = if words.first {
            mark(canvas, area, row, selected, focused)
        } else if selected && focused {
            canvas.theme.focused_item()
        } else {
            Style::new()
        };
        canvas.print(area, MARKER_WIDTH, row, &words.text, style);
    }
    if !app.overlays.is_empty() {
        reader::more(app, canvas, area, listing.top, rows.len());
    }
}

fn directory(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    let pane = &app.directory.pane;
    let focused = pane.focus == Focus::List;
    let hits = app
        .directory
        .hits
        .hits
        .iter()
        .enumerate()
        .skip(pane.listing.top);
    for (row, (place, hit)) in (0..area.height).zip(hits) {
        let style = mark(canvas, area, row, place == pane.listing.selected, focused);
        let entry = match app.directory.found(place) {
            Some(Found::Contact(id)) => Entry::of(app, id),
            Some(Found::Topic(topic)) => Entry::of_topic(app, topic),
            None => continue,
        };
        let km = hit.km.map(|km| {
            let km = [("km", km.into())];
            app.messages().format("search-km", &km)
        });
        let entry = Entry {
            spans: &hit.spans,
            right: km.unwrap_or(entry.right),
            ..entry
        };
        entry.render(canvas, area, row, style);
    }
}

fn bookmarks(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    let pane = &app.bookmarks.pane;
    let focused = pane.focus == Focus::List;
    let ids = app.bookmarks.ids.iter().enumerate().skip(pane.listing.top);
    for (row, (place, id)) in (0..area.height).zip(ids) {
        let style = mark(canvas, area, row, place == pane.listing.selected, focused);
        Entry::of(app, id).render(canvas, area, row, style);
    }
}

/// One contact in a list.
struct Entry<'a> {
    /// `*` for a bookmark, then `v` for one that she reached or `!` for one that is wrong.
    marks: String,
    name: &'a str,
    /// What the name means, for those who do not read its language.
    gloss: Option<&'a str>,
    spans: &'a [std::ops::Range<usize>],
    /// At the right: the region's letters, or that it is her own.
    right: String,
}

impl<'a> Entry<'a> {
    fn of(app: &'a App, id: &str) -> Self {
        let star = if app.starred.contains(id) { '*' } else { ' ' };
        let called = match app.list.marked(id).and_then(Marked::mark) {
            Some(Mark::Reached) => 'v',
            Some(Mark::Wrong { .. }) => '!',
            None => ' ',
        };
        let region = app.contact(id).map_or("", |contact| contact.region.code());
        let right = if app.is_own(id) {
            app.messages().text("list-yours")
        } else {
            region.to_owned()
        };
        Self {
            marks: format!("{star}{called}"),
            name: app.name_of(id),
            gloss: app.gloss_of(id),
            spans: &[],
            right,
        }
    }

    /// A topic of the guide among what was found.
    fn of_topic(app: &'a App, topic: &'a TopicTitle) -> Self {
        Self {
            marks: "  ".to_owned(),
            name: topic.title.get(app.language()),
            gloss: None,
            spans: &[],
            right: app.messages().text("list-guide"),
        }
    }

    fn render(&self, canvas: &mut Canvas<'_>, area: Area, row: u16, style: Style) {
        let start = canvas.print(area, MARKER_WIDTH, row, &self.marks, style);
        // What stands at the right has its own column, a space before it.
        let right = u16::try_from(self.right.width()).unwrap_or(0);
        let room = area.width.saturating_sub(start + right + 1);
        let (name, shortened) = cut(self.name, room, canvas.theme.glyphs.ellipsis);
        let mut column = start;
        for (range, matched) in pieces(name.len(), self.spans) {
            let style = if matched {
                style.patch(canvas.theme.style(Role::Match))
            } else {
                style
            };
            column = canvas.print(area, column, row, &name[range], style);
        }
        if shortened {
            canvas.print(area, column, row, canvas.theme.glyphs.ellipsis, style);
        } else if let Some(gloss) = self.gloss {
            let gloss = format!(" – {gloss}");
            let room = room.saturating_sub(column - start);
            let (shown, shortened) = cut(&gloss, room, canvas.theme.glyphs.ellipsis);
            // A few letters of it tell nothing.
            if shown.width() > GLOSS_LEAST {
                column = canvas.print(area, column, row, shown, style);
                if shortened {
                    canvas.print(area, column, row, canvas.theme.glyphs.ellipsis, style);
                }
            }
        }
        canvas.print(
            area,
            area.width.saturating_sub(right),
            row,
            &self.right,
            Style::new(),
        );
    }
}

/// A text of that length cut at the ends of its matched spans.
fn pieces(length: usize, spans: &[std::ops::Range<usize>]) -> Vec<(std::ops::Range<usize>, bool)> {
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
