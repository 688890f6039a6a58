//! Change of language in place: the same paragraph at the top, the same link, the same choice.

use crate::app::action::Effect;
use crate::app::state::App;
use crate::app::subject::PageKind;
use crate::app::tabs::Focus;
use crate::app::view::listing::{Found, Listing, Reader};
use crate::document::{Document, Link};
use crate::settings::Setting;

/// Position in the reader, independent of the language.
struct Spot {
    /// Paragraph at the top, and the position in it, in thousandths of its rows.
    block: usize,
    into: usize,
    /// True in the second of two languages that follow each other.
    in_second: bool,
    /// Focused link, with the number of equal links before it.
    link: Option<(Link, usize)>,
    /// Paragraph that was found last.
    found: Option<Found>,
}

impl Spot {
    fn of(document: &Document, reader: Reader) -> Self {
        let block = document.rows.get(reader.top).map_or(0, |row| row.block);
        let block = reader.found.map_or(block, |found| found.block);
        let in_second = is_second(document, reader.top);
        let (start, rows) = extent(document, block, in_second);
        let link = reader.link.and_then(|link| {
            let focused = document.links.get(link)?;
            let before = &document.links[..link];
            let like = before.iter().filter(|other| *other == focused).count();
            Some((focused.clone(), like))
        });
        Self {
            block,
            // The position may be beyond the end on a screen without a size; the end is the limit.
            into: reader.found.map_or(
                reader.top.saturating_sub(start).min(rows) * 1000 / rows.max(1),
                |found| found.into,
            ),
            in_second,
            link,
            found: reader.found,
        }
    }

    fn find(&self, document: &Document) -> Reader {
        let (start, rows) = extent(document, self.block, self.in_second);
        let link = self.link.as_ref().and_then(|(focused, like)| {
            let alike = |(_, link): &(usize, &Link)| *link == focused;
            let mut found = document.links.iter().enumerate().filter(alike);
            found.nth(*like).map(|(index, _)| index)
        });
        let into = (self.into * rows + 500) / 1000;
        Reader {
            top: start + into.min(rows.saturating_sub(1)),
            link,
            found: self.found,
        }
    }
}

/// Returns true for a row of the second of two languages that follow each other.
fn is_second(document: &Document, row: usize) -> bool {
    let language = |row: usize| document.rows.get(row).and_then(|row| row.language);
    language(row).is_some_and(|one| language(0).is_some_and(|first| one != first))
}

/// Returns the first row of a paragraph, or of the next one if there is none, and its number of rows.
fn extent(document: &Document, block: usize, in_second: bool) -> (usize, usize) {
    let blocks = document.rows.iter().enumerate();
    let mut rows = blocks.filter(move |(row, _)| is_second(document, *row) == in_second);
    let same = rows.clone().find(|(_, row)| row.block == block);
    let Some((start, _)) = same.or_else(|| rows.find(|(_, row)| row.block >= block)) else {
        return (document.rows.len(), 0);
    };
    let rows = document.rows.get(start..).unwrap_or_default();
    let count = rows.iter().take_while(|row| row.block == block).count();
    (start, count)
}

impl App {
    /// Changes the language of the screen, and saves it.
    pub(in crate::app) fn change_language(&mut self) -> Vec<Effect> {
        let first_run = self.is_new();
        if !first_run {
            self.remember_setting(Setting::Language);
        }
        self.turn_language();
        if first_run {
            // The first screen saves when it is accepted.
            return Vec::new();
        }
        vec![self.save_setting(Setting::Language)]
    }

    /// Shows everything in the other language.
    pub(in crate::app) fn turn_language(&mut self) {
        let shown = self.reader_area().is_some();
        let spot = Spot::of(&self.shown_document(), self.reader());
        let chosen = self.selected_value();
        self.preferences.language = self.language().other();
        if shown {
            let mut reader = spot.find(&self.shown_document());
            if self.page() == Some(&PageKind::Glossary) {
                // Its order differs: the entry need not be the first in the window.
                reader.found = Some(Found {
                    block: spot.block,
                    into: spot.into,
                });
            }
            *self.reader_mut() = reader;
            self.show_link();
        }
        if let Some(chosen) = chosen {
            self.select_value(&chosen);
        }
        self.refresh();
        if self.pane().focus == Focus::Field {
            // The hits are those of the other language.
            self.pane_mut().listing = Listing::default();
        }
    }
}
