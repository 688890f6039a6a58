//! A topic of the guide, to be read.

use unicode_width::UnicodeWidthStr;

use super::{Composer, Document, Link, Piece, Role};
use crate::guide::{Inline, Point, PointKind, Topic};
use crate::i18n::Messages;

/// Under this width a text that hangs under its word has too little room.
const NARROW: u16 = 44;

/// Lays a topic out.
pub fn compose(topic: &Topic, messages: &Messages, width: u16, focused: Option<usize>) -> Document {
    let mut composer = Composer::new(width, focused);
    composer.paragraph(0, vec![Piece::new(&topic.title, Role::Title)]);
    composer.blank();
    let hanging = hanging(topic, width);
    for point in &topic.points {
        self::point(&mut composer, point, messages, hanging);
        composer.blank();
    }
    if !topic.contacts.is_empty() {
        let pieces = inline(&mut composer, &topic.contacts);
        composer.paragraph(0, pieces);
    }
    composer.finish()
}

/// One point: its word, its text, and "confirm first" where so marked.
pub fn point(composer: &mut Composer, point: &Point, messages: &Messages, hanging: usize) {
    let gap = if point.kind == PointKind::Fact {
        format!("{} ", messages.text("label-end"))
    } else {
        // The words of the guide are short and come again and again: their texts line up.
        " ".repeat(hanging.saturating_sub(point.label.width()).max(2))
    };
    // No-break spaces, or the gap would be folded into one space.
    let gap = gap.replace(' ', "\u{a0}");
    let mut pieces = vec![
        Piece::new(&point.label, Role::Label(point.kind)),
        Piece::text(gap),
    ];
    pieces.extend(inline(composer, &point.body));
    if point.confirm {
        pieces.push(Piece::text(" "));
        pieces.push(Piece::new(
            messages.text("confirm-first-mark"),
            Role::Warning,
        ));
    }
    composer.paragraph(hanging, pieces);
}

/// The column at which the texts of a topic's points begin.
pub fn hanging(topic: &Topic, width: u16) -> usize {
    if width < NARROW {
        return 2;
    }
    let labels = topic
        .points
        .iter()
        .filter(|point| point.kind != PointKind::Fact);
    labels
        .map(|point| point.label.width() + 2)
        .max()
        .unwrap_or(2)
}

fn inline(composer: &mut Composer, body: &[Inline]) -> Vec<Piece> {
    body.iter()
        .map(|inline| match inline {
            Inline::Text(text) => Piece::text(text),
            Inline::Link { label, target } => composer.link(label, Link::Guide(target.clone())),
        })
        .collect()
}
