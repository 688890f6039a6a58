//! The help screen: the keys by section.

use unicode_width::UnicodeWidthStr;

use super::{Composer, Document, Link, Piece, Role};
use crate::i18n::Messages;

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
    let mut composer = Composer::new(width);
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

/// Appends sections with their sentences aligned in one column.
fn put(composer: &mut Composer, sections: &[Section], width: u16) {
    let column = sentence_column(sections, width);
    for section in sections {
        composer.paragraph(0, vec![Piece::new(&section.title, Role::Heading)]);
        for keys in &section.keys {
            row(composer, keys, column);
        }
        composer.blank();
    }
}

/// Returns the column at which the sentences begin.
fn sentence_column(sections: &[Section], width: u16) -> usize {
    let keys = sections.iter().flat_map(|section| &section.keys);
    let widest = keys.map(|keys| keys.names.width()).max().unwrap_or(0);
    widest.min(usize::from(width) / 3) + 2
}

fn row(composer: &mut Composer, keys: &Keys, column: usize) {
    let gap = column.saturating_sub(keys.names.width()).max(2);
    // No-break spaces keep the keys of a row together.
    let names = keys.names.replace(' ', "\u{a0}");
    let pieces = vec![
        Piece::new(names, Role::Action),
        Piece::gap(gap),
        Piece::text(&keys.sentence),
    ];
    composer.paragraph(column, pieces);
}
