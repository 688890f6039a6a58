//! Glossary: the terms of the field in both languages, with definitions in plain words.

use crate::document::{Composer, Document, Piece, Role};
use crate::guide::Page;
use crate::i18n::Messages;

/// Lays out the glossary, one paragraph an entry.
pub fn compose(page: &Page, messages: &Messages, width: u16) -> Document {
    let mut composer = Composer::new(width);
    composer.paragraph(0, vec![Piece::new(&page.title, Role::Title)]);
    composer.blank();
    for term in &page.terms {
        let end = messages.text("label-end");
        composer.paragraph(
            2,
            vec![
                Piece::new(&term.term, Role::Field),
                Piece::text(format!(" ({}){end} {}", term.other, term.meaning)),
            ],
        );
        composer.blank();
    }
    composer.finish()
}
