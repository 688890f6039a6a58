//! Bilingual layout: the two languages side by side, paragraph by paragraph, in a wide window; one
//! whole language after the other in a narrow one. For a worker and a person who each speak one of
//! them.
//!
//! ```text
//! English                              Français
//!
//! Know  Call 911 in danger.            À savoir  Appelez le 911 en cas de danger.
//! ```

use unicode_width::UnicodeWidthStr;

use super::{Document, Role, Row, Span};
use crate::i18n::{Language, Messages};

/// Least width for the side-by-side layout; the reader's width on a screen of 100 columns.
pub(super) const BESIDE: u16 = 96;
/// Widest possible reader of a window. A wider layout is for output line by line.
pub(super) const WIDEST: u16 = 200;
/// Columns between the two languages.
pub(super) const GAP: usize = 3;

/// Makes the document in a language, at a width.
type Maker<'a> = dyn Fn(Language, u16) -> Document + 'a;

/// Lays out a document in both languages, the first one first. With `linear` one follows the other
/// at any width.
pub fn compose(languages: [Language; 2], width: u16, linear: bool, make: &Maker<'_>) -> Document {
    let beside = (BESIDE..=WIDEST).contains(&width) && !linear;
    let gap = u16::try_from(GAP).unwrap_or(0);
    let column = if beside { (width - gap) / 2 } else { width };
    let mut both = languages.map(|language| make(language, column));
    let shared = shared_links(&both, beside);
    let links = shared.iter().filter_map(|sides| {
        let mut sides = std::iter::zip(&both, sides);
        sides.find_map(|(document, link)| document.links.get((*link)?).cloned())
    });
    let links = links.collect();
    for (side, document) in both.iter_mut().enumerate() {
        renumber(document, side, &shared);
    }
    let rows = if beside {
        side_by_side(&both, languages, usize::from(column))
    } else {
        one_after_the_other(&both, languages)
    };
    Document { rows, links }
}

/// Returns the links of both documents in reading order, each with its index in either document.
/// Links with the same target, such as a phone number, are one link.
fn shared_links(both: &[Document; 2], beside: bool) -> Vec<[Option<usize>; 2]> {
    let mut shared: Vec<[Option<usize>; 2]> = Vec::new();
    for (side, rows) in in_reading_order(both, beside) {
        let spans = rows.iter().flat_map(|row| &row.spans);
        for link in spans.filter_map(|span| span.link) {
            if shared.iter().any(|sides| sides[side] == Some(link)) {
                continue;
            }
            let target = both[side].links.get(link);
            let other = |sides: &&mut [Option<usize>; 2]| {
                let other = sides[1 - side].and_then(|other| both[1 - side].links.get(other));
                sides[side].is_none() && other.is_some() && other == target
            };
            if let Some(sides) = shared.iter_mut().find(other) {
                sides[side] = Some(link);
            } else {
                let mut sides = [None; 2];
                sides[side] = Some(link);
                shared.push(sides);
            }
        }
    }
    shared
}

/// Returns the rows of both documents in reading order, each with the index of its document.
fn in_reading_order(both: &[Document; 2], beside: bool) -> Vec<(usize, &[Row])> {
    if !beside {
        return vec![(0, &both[0].rows), (1, &both[1].rows)];
    }
    let sides = |block| [0, 1].map(|side| (side, rows_of(&both[side], block)));
    (0..blocks(both)).flat_map(sides).collect()
}

fn renumber(document: &mut Document, side: usize, shared: &[[Option<usize>; 2]]) {
    for span in document.rows.iter_mut().flat_map(|row| &mut row.spans) {
        let link = span.link;
        span.link = link.and_then(|_| shared.iter().position(|sides| sides[side] == link));
    }
}

fn blocks(both: &[Document; 2]) -> usize {
    let last = |document: &Document| document.rows.last().map_or(0, |row| row.block + 1);
    last(&both[0]).max(last(&both[1]))
}

/// Returns the rows of a paragraph, including the blank row above it.
fn rows_of(document: &Document, block: usize) -> &[Row] {
    let start = document.rows.partition_point(|row| row.block < block);
    let end = document.rows.partition_point(|row| row.block <= block);
    &document.rows[start..end]
}

fn name(language: Language, block: usize) -> Row {
    let name = Messages::of(language).text("language-own-name");
    Row {
        spans: vec![Span::new(name, Role::Heading)],
        block,
        language: Some(language),
    }
}

fn side_by_side(both: &[Document; 2], languages: [Language; 2], column: usize) -> Vec<Row> {
    let empty = Row::default();
    let mut rows = vec![
        beside(&name(languages[0], 0), &name(languages[1], 0), column),
        Row::default(),
    ];
    for block in 0..blocks(both) {
        let [left, right] = [0, 1].map(|side| rows_of(&both[side], block));
        for index in 0..left.len().max(right.len()) {
            let row = beside(
                left.get(index).unwrap_or(&empty),
                right.get(index).unwrap_or(&empty),
                column,
            );
            rows.push(Row { block, ..row });
        }
    }
    rows
}

/// Returns a row of both, the second one behind `column` columns and the gap.
pub(super) fn beside(left: &Row, right: &Row, column: usize) -> Row {
    let mut spans = left.spans.clone();
    if !right.spans.is_empty() {
        let blank = column + GAP - left.text().width().min(column);
        spans.push(Span::new(" ".repeat(blank), Role::Text));
        spans.extend(right.spans.iter().cloned());
    }
    Row {
        spans,
        block: left.block,
        ..Row::default()
    }
}

/// Puts one whole document after the other: a speech synthesizer that changes language at each line
/// is tiring to hear.
fn one_after_the_other(both: &[Document; 2], languages: [Language; 2]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for (document, language) in both.iter().zip(languages) {
        if !rows.is_empty() {
            rows.push(Row::default());
        }
        rows.push(name(language, 0));
        rows.extend(document.rows.iter().map(|row| Row {
            language: Some(language),
            ..row.clone()
        }));
    }
    rows
}
