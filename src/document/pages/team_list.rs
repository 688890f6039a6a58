//! Page of a list of the team: its contacts with their notes.

use crate::document::{Composer, Document, Link, Piece, Role};
use crate::i18n::Messages;

/// Contact of the list.
#[derive(Clone, Debug)]
pub struct Item<'a> {
    /// Id of the contact.
    pub id: &'a str,
    /// Name of the contact.
    pub name: &'a str,
    /// Number to call first; empty if there is none.
    pub number: String,
    /// Note of the team; may be empty.
    pub note: &'a str,
    /// True if the directory no longer has the contact: the number is the one kept in the list.
    pub gone: bool,
    /// True if the contact is among the worker's bookmarks.
    pub taken: bool,
}

/// Lays out the page of the list with this name, from the file at `path`. Each contact of the directory
/// is a link to its card.
pub fn compose(
    name: &str,
    path: &str,
    items: &[Item<'_>],
    messages: &Messages,
    width: u16,
) -> Document {
    let mut composer = Composer::new(width);
    composer.paragraph(0, vec![Piece::new(name, Role::Title)]);
    let about = messages.text("team-about");
    composer.paragraph(0, vec![Piece::new(about, Role::Muted)]);
    for item in items {
        composer.blank();
        let mut pieces = if item.gone {
            vec![Piece::text(item.name)]
        } else {
            let target = Link::contact(item.id);
            vec![composer.link(item.name, target)]
        };
        if !item.number.is_empty() {
            pieces.push(Piece::new("  ", Role::Gap));
            pieces.push(Piece::text(&item.number));
        }
        composer.paragraph(0, pieces);
        if item.gone {
            let gone = messages.text("team-gone");
            composer.paragraph(2, vec![Piece::new(gone, Role::Warning)]);
        }
        if !item.note.is_empty() {
            composer.paragraph(2, vec![Piece::text(item.note)]);
        }
        if item.taken {
            let taken = messages.text("team-taken");
            composer.paragraph(2, vec![Piece::new(taken, Role::Muted)]);
        }
    }
    composer.blank();
    let from = messages.filled("team-from", "path", path);
    composer.paragraph(0, vec![Piece::new(from, Role::Muted)]);
    composer.finish()
}
