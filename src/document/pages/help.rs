//! The help screen: the keys by section.

use unicode_width::UnicodeWidthStr;

use crate::document::both::{BESIDE, GAP, WIDEST, beside};
use crate::document::{Composer, Document, Link, Piece, Role, Row};
use crate::i18n::Messages;

/// Longer rows than this are hard to read.
const LONGEST_LINE: u16 = 80;

/// A section of the help screen.
#[derive(Clone, Debug)]
pub struct Section {
    /// Heading.
    pub title: String,
    /// Keys, from top to bottom.
    pub keys: Vec<Keys>,
}

/// Keys with the same effect.
#[derive(Clone, Debug)]
pub struct Keys {
    /// Names of the keys, separated by spaces.
    pub names: String,
    /// Sentence about their effect.
    pub sentence: String,
}

/// Lays out the help screen: the first sections, a description of the program, and all keys.
pub fn compose(
    first: &[Section],
    sections: &[Section],
    messages: &Messages,
    width: u16,
) -> Document {
    // Where the width has no end, a row is a paragraph to be said.
    let line = if width > WIDEST {
        width
    } else {
        width.min(LONGEST_LINE)
    };
    let mut composer = Composer::new(line);
    put(&mut composer, first, width);
    composer.paragraph(0, vec![Piece::text(messages.text("keys-introduction"))]);
    composer.blank();
    let glossary = composer.link(&messages.text("keys-glossary"), Link::Glossary);
    composer.paragraph(0, vec![glossary]);
    let settings = composer.link(&messages.text("keys-settings-page"), Link::Settings);
    composer.paragraph(0, vec![settings]);
    composer.blank();
    put(&mut composer, sections, width);
    composer.paragraph(0, vec![Piece::text(messages.text("keys-cannot-clear"))]);
    composer.finish()
}

/// Puts sections into a document, in two columns where there is room.
fn put(composer: &mut Composer, sections: &[Section], width: u16) {
    if !(BESIDE..=WIDEST).contains(&width) || sections.len() < 2 {
        put_below(composer, sections, width);
        return;
    }
    let column = (width - u16::try_from(GAP).unwrap_or(0)) / 2;
    let (left, right) = halves(sections, column);
    let [left, right] = [left, right].map(|half| rows(half, column));
    let empty = Row::default();
    for index in 0..left.len().max(right.len()) {
        let sides = [&left, &right].map(|rows| rows.get(index).unwrap_or(&empty));
        let row = beside(sides[0], sides[1], usize::from(column));
        let block = composer.block;
        composer.document.rows.push(Row { block, ..row });
        composer.block += 1;
    }
    composer.blank();
}

/// Parts sections so that the taller half is as low as it can be.
fn halves(sections: &[Section], column: u16) -> (&[Section], &[Section]) {
    let height = |half: &[Section]| rows(half, column).len();
    let taller = |middle: &usize| {
        let (left, right) = sections.split_at(*middle);
        height(left).max(height(right))
    };
    let middle = (1..sections.len()).min_by_key(taller).unwrap_or(0);
    sections.split_at(middle)
}

/// Returns the rows of sections below each other.
fn rows(sections: &[Section], width: u16) -> Vec<Row> {
    let mut composer = Composer::new(width);
    put_below(&mut composer, sections, width);
    composer.finish().rows
}

/// Puts sections below each other, the sentences of each in one column.
fn put_below(composer: &mut Composer, sections: &[Section], width: u16) {
    for section in sections {
        let column = sentence_column(section, width);
        composer.paragraph(0, vec![Piece::new(&section.title, Role::Heading)]);
        for keys in &section.keys {
            row(composer, keys, column);
        }
        composer.blank();
    }
}

/// Returns the column at which the sentences of a section begin.
fn sentence_column(section: &Section, width: u16) -> usize {
    let widest = section.keys.iter().map(|keys| keys.names.width()).max();
    let widest = widest.unwrap_or(0);
    widest.min(usize::from(width) / 3) + 2
}

fn row(composer: &mut Composer, keys: &Keys, column: usize) {
    let gap = column.saturating_sub(keys.names.width());
    // No-break spaces keep the keys of a row together.
    let names = keys.names.replace(' ', "\u{a0}");
    let names = Piece::new(names, Role::Action);
    let sentence = Piece::text(&keys.sentence);
    if gap < 2 {
        // All sentences of a section begin at one column.
        composer.paragraph(column, vec![names]);
        composer.continued(column, vec![Piece::gap(column), sentence]);
        return;
    }
    composer.paragraph(column, vec![names, Piece::gap(gap), sentence]);
}
