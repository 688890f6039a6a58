//! Glossary: the terms of the field in both languages, with definitions in plain words.

use crate::document::{Composer, Document, Piece, Role};
use crate::guide::{Page, Term};
use crate::i18n::Messages;
use crate::i18n::collation::by_name;

/// Lays out the glossary, one paragraph an entry, in the alphabetical order of its language.
pub fn compose(page: &Page, messages: &Messages, width: u16) -> Document {
    let mut composer = Composer::new(width);
    composer.paragraph(0, vec![Piece::new(&page.title, Role::Title)]);
    let mut terms: Vec<(usize, &Term)> = page.terms.iter().enumerate().collect();
    terms.sort_by(|(_, left), (_, right)| by_name(&left.term, &right.term));
    for (index, term) in terms {
        // Both languages have the same number for a term, so a change of language keeps the position.
        composer.block = index + 1;
        composer.blank();
        let end = messages.text("label-end");
        composer.paragraph(
            2,
            vec![
                Piece::new(&term.term, Role::Field),
                Piece::text(format!(" ({}){end} {}", term.other, term.meaning)),
            ],
        );
    }
    composer.finish()
}
