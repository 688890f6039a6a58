//! A term of the glossary: the word in both languages, and what it means in both.
//!
//! ```text
//! Crown counsel / Crown attorney / Crown prosecutor
//! In French: procureur de la Couronne
//!
//! English: Lawyer who prosecutes for the public.
//!
//! Français : Avocat qui poursuit au nom de la société.
//! ```

use super::{Composer, Document, Link, Piece, Role};
use crate::guide::Term;
use crate::i18n::Messages;

/// Lays a term out; `terms` are its entries in English and in French. The screen's language comes first.
pub fn compose(terms: [&Term; 2], messages: &Messages, width: u16) -> Document {
    let mut composer = Composer::new(width);
    let own = messages.language();
    let term = terms[own as usize];
    composer.paragraph(0, vec![Piece::new(&term.term, Role::Title)]);
    let other = format!("card-name-{}", own.other().code());
    named(&mut composer, &messages.text(&other), &term.other, messages);
    composer.blank();
    for language in [own, own.other()] {
        let name = Messages::of(language).text("language-own-name");
        named(
            &mut composer,
            &name,
            &terms[language as usize].meaning,
            Messages::of(language),
        );
        composer.blank();
    }
    let glossary = composer.link(&messages.text("keys-glossary"), Link::Glossary);
    composer.paragraph(0, vec![glossary]);
    composer.finish()
}

/// A paragraph behind its name, as that language writes it.
fn named(composer: &mut Composer, name: &str, text: &str, messages: &Messages) {
    let end = messages.text("label-end");
    composer.paragraph(
        2,
        vec![
            Piece::new(format!("{name}{end}"), Role::Field),
            Piece::text(format!(" {text}")),
        ],
    );
}
