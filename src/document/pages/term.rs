//! Terms of the glossary named in a topic, each with its name and its definition in both languages.
//!
//! ```text
//! Crown counsel / Crown attorney / Crown prosecutor
//! In French: procureur de la Couronne
//! English: Lawyer who prosecutes for the public.
//! Français : Avocat qui poursuit au nom de la société.
//! ```

use crate::document::{Composer, Document, Link, Piece, Role};
use crate::guide::Term;
use crate::i18n::Messages;

/// Lays out terms, each given by its entries in English and in French. The screen's language comes
/// first.
pub fn compose(terms: &[[&Term; 2]], messages: &Messages, width: u16) -> Document {
    let mut composer = Composer::new(width);
    let own = messages.language();
    let title = messages.text("terms-title");
    composer.paragraph(0, vec![Piece::new(title, Role::Title)]);
    composer.blank();
    for both in terms {
        let term = both[own as usize];
        composer.paragraph(0, vec![Piece::new(&term.term, Role::Heading)]);
        let other = format!("card-name-{}", own.other().code());
        named(&mut composer, &messages.text(&other), &term.other, messages);
        for language in [own, own.other()] {
            let name = Messages::of(language).text("language-own-name");
            let meaning = &both[language as usize].meaning;
            named(&mut composer, &name, meaning, Messages::of(language));
        }
        composer.blank();
    }
    let glossary = composer.link(&messages.text("keys-glossary"), Link::Glossary);
    composer.paragraph(0, vec![glossary]);
    composer.finish()
}

/// Appends a paragraph with its name in front, with the punctuation of its language.
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
