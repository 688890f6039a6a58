//! A topic of the guide, to be read.

use std::slice;

use unicode_width::UnicodeWidthStr;

use super::{Composer, Document, Link, Piece, Role};
use crate::directory::{Category, Region};
use crate::guide::{Inline, Page, PageId, Point, PointKind, Target, Topic, phone_numbers};
use crate::i18n::Messages;

/// Under this width a text that hangs under its word has too little room.
const NARROW: u16 = 44;

/// For whom a topic is laid out.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// The words of the language.
    pub messages: &'a Messages,
    /// Where she works.
    pub region: Region,
}

impl Reader<'_> {
    /// The same within that topic: one about a region gives the numbers of that region.
    #[must_use]
    pub fn of(self, topic: &Topic) -> Self {
        let region = topic.region().unwrap_or(self.region);
        Self { region, ..self }
    }
}

/// Lays a topic out.
pub fn compose(page: &Page, topic: &Topic, reader: Reader<'_>, width: u16) -> Document {
    let reader = reader.of(topic);
    let messages = reader.messages;
    let mut composer = Composer::new(width);
    composer.paragraph(
        0,
        vec![Piece::new(page.title_of(topic, messages), Role::Title)],
    );
    composer.blank();
    let hanging = hanging(topic, width);
    for point in &topic.points {
        self::point(&mut composer, point, reader, hanging);
        composer.blank();
    }
    if !topic.contacts.is_empty() {
        let mut pieces = vec![Piece::text(format!("{} ", topic.contacts_label))];
        for (index, link) in topic.contacts.iter().enumerate() {
            pieces.extend((index > 0).then(Piece::separator));
            pieces.extend(inline(&mut composer, slice::from_ref(link), reader));
        }
        composer.paragraph(0, pieces);
    }
    if let Some(category) = category_of(page.id) {
        // The page's own rows name programs; the directory has their numbers.
        let label = messages.text(&category.message_id());
        let link = composer.link(&label, Link::Guide(Target::Category(category)));
        let label = format!(
            "{}{} ",
            messages.text("topic-contacts"),
            messages.text("label-end")
        );
        composer.paragraph(0, vec![Piece::text(label), link]);
    }
    composer.finish()
}

/// The category whose contacts a regional page is about; such pages have no line of contacts.
const fn category_of(page: PageId) -> Option<Category> {
    match page {
        PageId::Compensation => Some(Category::Compensation),
        PageId::DutyToReport => Some(Category::ChildProtection),
        _ => None,
    }
}

/// One point: its word, its text, and "confirm first" where so marked.
pub fn point(composer: &mut Composer, point: &Point, reader: Reader<'_>, hanging: usize) {
    let messages = reader.messages;
    let gap = if point.kind == PointKind::Fact {
        Piece::text(format!("{}\u{a0}", messages.text("label-end")))
    } else {
        // The labels of points are short and come again and again: their texts are aligned.
        Piece::gap(hanging.saturating_sub(point.label.width()).max(2))
    };
    let mut pieces = vec![Piece::new(&point.label, Role::Label(point.kind)), gap];
    pieces.extend(inline(composer, &point.body, reader));
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

fn inline(composer: &mut Composer, body: &[Inline], reader: Reader<'_>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for inline in body {
        match inline {
            Inline::Text(text) => words(composer, text, &mut pieces),
            Inline::Link {
                target: Target::Emergency,
                ..
            } => emergency(composer, reader, &mut pieces),
            Inline::Link { label, target } => {
                pieces.push(composer.link(label, Link::Guide(target.clone())));
            }
            Inline::Term { label, term } => pieces.push(composer.link(label, Link::Term(*term))),
        }
    }
    pieces
}

/// Whom to call in danger; the number leads to its contact.
fn emergency(composer: &mut Composer, reader: Reader<'_>, pieces: &mut Vec<Piece>) {
    let emergency = reader.region.emergency();
    let words = emergency.call_words(reader.messages);
    let (before, after) = words.split_once(emergency.number).unwrap_or((&words, ""));
    pieces.push(Piece::text(before));
    let contact = Target::Contact(emergency.contact.to_owned());
    pieces.push(composer.link(emergency.number, Link::Guide(contact)));
    pieces.push(Piece::text(after));
}

/// Plain words; a phone number among them can be copied, as one on a card can.
fn words(composer: &mut Composer, text: &str, pieces: &mut Vec<Piece>) {
    let mut place = 0;
    for number in phone_numbers(text) {
        pieces.push(Piece::text(&text[place..number.start]));
        place = number.end;
        let number = &text[number];
        pieces.push(composer.link(number, Link::Copy(number.to_owned())));
    }
    pieces.push(Piece::text(&text[place..]));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;
    use crate::i18n::Language;

    #[test]
    fn every_number_of_the_guide_can_be_copied_or_followed() {
        let mut copied = 0;
        for language in Language::ALL {
            let guide = Assets::embedded().guide(language);
            for page in PageId::ALL.map(|id| guide.page(id)) {
                for topic in &page.topics {
                    let reader = Reader {
                        messages: Messages::of(language),
                        region: Region::Nu,
                    };
                    let document = compose(page, topic, reader, 80);
                    for span in document.rows.iter().flat_map(|row| &row.spans) {
                        let plain = span.link.is_none() && !phone_numbers(&span.text).is_empty();
                        assert!(!plain, "{:?}: {}", topic.id, span.text);
                    }
                    let is_number = |link: &&Link| matches!(link, Link::Copy(_));
                    copied += document.links.iter().filter(is_number).count();
                }
            }
        }
        assert!(copied >= 20, "ten numbers in each language: {copied}");
    }
}
