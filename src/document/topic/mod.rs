//! Layout of a topic of the guide, in the order of use: numbers to call, Do and Say, Avoid, Know.

mod calls;
mod nearest;

use std::slice;

use unicode_width::UnicodeWidthStr;

use super::both::WIDEST;
use super::{Composer, Document, Link, Piece, Role};
use crate::directory::Category;
use crate::guide::{Inline, Page, PageId, Point, PointKind, Target, Topic, phone_numbers};
use crate::i18n::Messages;
use crate::pathways::Here;
use crate::places::PlaceId;

/// Least width for texts that are indented behind their label.
const NARROW: u16 = 44;

/// Mark of a term of the glossary.
pub const TERM: &str = "·";

/// Context of a layout: language, contacts, place and time.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// Messages in the language.
    pub messages: &'a Messages,
    /// Contacts, with the worker's place and time.
    pub here: Here<'a>,
    /// Ellipsis for cut text.
    pub ellipsis: &'static str,
    /// Sign after a term of the glossary; may be empty.
    pub term_mark: &'static str,
    /// True for a screen reader: contacts to call are sentences, not columns.
    pub linear: bool,
    /// True if the town is named in the worker's search, and not hers.
    pub is_typed: bool,
}

impl Reader<'_> {
    /// Returns the reader for a topic: a topic about a region gives the numbers of that region.
    #[must_use]
    pub fn of(self, topic: &Topic) -> Self {
        let region = topic.region().unwrap_or(self.here.region);
        let here = Here {
            region,
            ..self.here
        };
        Self { here, ..self }
    }

    /// Returns the reader for a town named in a search; `None` keeps the worker's.
    #[must_use]
    pub fn near(self, town: Option<PlaceId>) -> Self {
        let Some(town) = town else {
            return self;
        };
        let here = Here {
            region: self.here.places.place(town).region,
            town: Some(town),
            ..self.here
        };
        Self {
            here,
            is_typed: true,
            ..self
        }
    }
}

/// Lays out a topic.
pub fn compose(page: &Page, topic: &Topic, reader: Reader<'_>, width: u16) -> Document {
    let mut reader = reader.of(topic);
    if width > WIDEST {
        // Output line by line has no marks.
        reader.term_mark = "";
    }
    let messages = reader.messages;
    let mut composer = Composer::new(width);
    composer.paragraph(
        0,
        vec![Piece::new(page.title_of(topic, messages), Role::Title)],
    );
    composer.blank();
    calls::rows(
        &mut composer,
        &calls::of(page, topic, reader),
        reader,
        width,
    );
    composer.blank();
    let hanging = hanging(topic, width);
    for point in points(page, topic) {
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

/// Returns the points of a topic in the order of use: Do and Say, Avoid, Know. The order of a regional page
/// is unchanged: it begins with the number to call.
pub fn points<'t>(page: &Page, topic: &'t Topic) -> Vec<&'t Point> {
    let mut points: Vec<&Point> = topic.points.iter().collect();
    if !page.id.is_regional() {
        points.sort_by_key(|point| match point.kind {
            PointKind::Do | PointKind::Say => 0,
            PointKind::Avoid => 1,
            PointKind::Know | PointKind::Fact => 2,
        });
    }
    points
}

/// Returns the category of the contacts of a regional page; such pages have no line of contacts.
const fn category_of(page: PageId) -> Option<Category> {
    match page {
        PageId::Compensation => Some(Category::Compensation),
        PageId::DutyToReport => Some(Category::ChildProtection),
        _ => None,
    }
}

/// Lays out a point: its label, its text, and "confirm first" if marked so.
pub fn point(composer: &mut Composer, point: &Point, reader: Reader<'_>, hanging: usize) {
    let messages = reader.messages;
    let gap = if point.kind == PointKind::Fact {
        Piece::text(format!("{}\u{a0}", messages.text("label-end")))
    } else {
        // The labels of points are short and frequent: their texts are aligned.
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

/// Lays out the text of a point alone.
pub fn body(point: &Point, reader: Reader<'_>, width: u16) -> Document {
    let mut composer = Composer::new(width);
    let pieces = inline(&mut composer, &point.body, reader);
    composer.paragraph(0, pieces);
    composer.finish()
}

/// Returns the column at which the texts of a topic's points begin.
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
    for (index, inline) in body.iter().enumerate() {
        match inline {
            Inline::Text(text) => words(composer, text, &mut pieces),
            Inline::Link {
                target: Target::Emergency,
                ..
            } => emergency(composer, reader, &mut pieces),
            Inline::Link { label, target } => {
                let link = match target {
                    Target::Contact(id) => Link::in_words(id, label, reader.here.directory),
                    target => Link::Guide(target.clone()),
                };
                pieces.push(composer.link(label, link));
            }
            Inline::Term { label, .. } => {
                pieces.push(Piece::text(label));
                if !reader.term_mark.is_empty() && !is_within_word(body.get(index + 1)) {
                    pieces.push(Piece::new(reader.term_mark, Role::Muted));
                }
            }
        }
    }
    pieces
}

/// Returns true if what follows a term continues its word, as the sign in « VQRP+ »: a mark there would
/// stand inside a name.
fn is_within_word(next: Option<&Inline>) -> bool {
    let Some(Inline::Text(text)) = next else {
        return false;
    };
    let goes_on = |sign: char| sign.is_alphanumeric() || sign == '+';
    text.starts_with(goes_on)
}

/// Appends the emergency number as a link to its contact.
fn emergency(composer: &mut Composer, reader: Reader<'_>, pieces: &mut Vec<Piece>) {
    let emergency = reader.here.region.emergency();
    let words = emergency.call_words(reader.messages);
    let (before, after) = words.split_once(emergency.number).unwrap_or((&words, ""));
    pieces.push(Piece::text(before));
    let link = Link::in_words(emergency.contact, emergency.number, reader.here.directory);
    pieces.push(composer.link(emergency.number, link));
    pieces.push(Piece::text(after));
}

/// Appends plain text; a phone number within it can be copied, like one on a card.
fn words(composer: &mut Composer, text: &str, pieces: &mut Vec<Piece>) {
    let mut offset = 0;
    for number in phone_numbers(text) {
        pieces.push(Piece::text(&text[offset..number.start]));
        offset = number.end;
        let number = &text[number];
        pieces.push(composer.link(number, Link::Copy(number.to_owned())));
    }
    pieces.push(Piece::text(&text[offset..]));
}

#[cfg(test)]
mod tests;
