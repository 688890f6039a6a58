//! Layout of a topic of the guide, in the order of use: numbers to call, Do and Say, Avoid, Know.

mod calls;

use std::slice;

use unicode_width::UnicodeWidthStr;

use super::both::WIDEST;
use super::{Composer, Document, Link, Piece, Role};
use crate::directory::hours::Asking;
use crate::directory::{Category, Directory, Region};
use crate::guide::{Inline, Page, PageId, Point, PointKind, Target, Topic, phone_numbers};
use crate::i18n::Messages;

/// Least width for texts that are indented behind their label.
const NARROW: u16 = 44;

/// Mark of a term of the glossary.
pub const TERM: &str = "·";

/// Context of a layout: language, region, directory and time.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// Messages in the language.
    pub messages: &'a Messages,
    /// Worker's region.
    pub region: Region,
    /// All contacts.
    pub directory: &'a Directory,
    /// Clock and region of the worker.
    pub asking: Asking<'a>,
    /// Ids of contacts whose number the worker has reported as wrong.
    pub reported: &'a [String],
    /// Ellipsis for cut text.
    pub ellipsis: &'static str,
    /// Sign after a term of the glossary; may be empty.
    pub term_mark: &'static str,
}

impl Reader<'_> {
    /// Returns the reader for a topic: a topic about a region gives the numbers of that region.
    #[must_use]
    pub fn of(self, topic: &Topic) -> Self {
        let region = topic.region().unwrap_or(self.region);
        Self { region, ..self }
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
            Inline::Term { label, .. } => {
                pieces.push(Piece::text(label));
                if !reader.term_mark.is_empty() {
                    pieces.push(Piece::new(reader.term_mark, Role::Muted));
                }
            }
        }
    }
    pieces
}

/// Appends the emergency number as a link to its contact.
fn emergency(composer: &mut Composer, reader: Reader<'_>, pieces: &mut Vec<Piece>) {
    let emergency = reader.region.emergency();
    let words = emergency.call_words(reader.messages);
    let (before, after) = words.split_once(emergency.number).unwrap_or((&words, ""));
    pieces.push(Piece::text(before));
    let contact = Target::Contact(emergency.contact.to_owned());
    pieces.push(composer.link(emergency.number, Link::Guide(contact)));
    pieces.push(Piece::text(after));
}

/// Appends plain text; a phone number within it can be copied, like one on a card.
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
    use crate::document::Row;
    use crate::guide::TopicId;
    use crate::i18n::Language;

    fn reader(language: Language, region: Region, directory: &Directory) -> Reader<'_> {
        let asking = Asking {
            now: "2026-11-26T18:00:00Z".parse().unwrap(),
            here: None,
            region,
        };
        Reader {
            messages: Messages::of(language),
            region,
            directory,
            asking,
            reported: &[],
            ellipsis: "…",
            term_mark: TERM,
        }
    }

    /// Returns the words of each paragraph.
    fn paragraphs(document: &Document) -> Vec<String> {
        let last = document.rows.last().map_or(0, |row| row.block);
        let paragraph = |block| {
            let rows = document.rows.iter().filter(|row| row.block == block);
            rows.map(Row::text).collect::<Vec<_>>().join(" ")
        };
        let paragraphs = (0..=last).map(paragraph);
        paragraphs.map(|text| text.trim().to_owned()).collect()
    }

    #[test]
    fn a_regional_page_begins_with_a_number_to_call() {
        let directory = Assets::embedded().directory().unwrap();
        for language in Language::ALL {
            let guide = Assets::embedded().guide(language);
            for page in PageId::ALL.map(|id| guide.page(id)) {
                for topic in page.topics.iter().filter(|_| page.id.is_regional()) {
                    for width in [38, 76, u16::MAX] {
                        let reader = reader(language, Region::Ca, &directory);
                        let document = compose(page, topic, reader, width);
                        let first = &paragraphs(&document)[1];
                        let has_number = !phone_numbers(first).is_empty() || first.contains("11");
                        assert!(has_number, "{:?} {width}: {first}", topic.id);
                        assert!(!document.links.is_empty());
                    }
                }
            }
        }
    }

    #[test]
    fn whom_to_call_and_what_to_do_stand_before_what_to_know() {
        let directory = Assets::embedded().directory().unwrap();
        let guide = Assets::embedded().guide(Language::En);
        let id = TopicId::parse("reporting#medical-emergency").unwrap();
        let (page, topic) = (guide.page(id.page), guide.topic(&id).unwrap());
        let reader = reader(Language::En, Region::Ns, &directory);
        let document = compose(page, topic, reader, u16::MAX);
        let words = paragraphs(&document);
        let starts = |number: usize, start: &str| {
            assert!(words[number].starts_with(start), "{number}: {words:?}");
        };
        starts(1, "911");
        starts(2, "9-8-8");
        starts(3, "Kids Help Phone");
        starts(4, "Do");
        starts(7, "Say");
        starts(8, "Avoid");
        starts(9, "Know");
        assert!(document.is_bare(0) && document.is_bare(2));
        let emergency = Link::Guide(Target::Contact("ca-911".to_owned()));
        assert_eq!(document.links[0], emergency);
    }

    #[test]
    fn no_topic_offers_an_authority_or_a_service_of_elsewhere() {
        let directory = Assets::embedded().directory().unwrap();
        let guide = Assets::embedded().guide(Language::En);
        let mut offered = 0;
        for region in Region::ALL {
            let reader = reader(Language::En, region, &directory);
            for page in guide.pages().filter(|page| !page.id.is_regional()) {
                for topic in &page.topics {
                    let document = compose(page, topic, reader, 76);
                    let calls = (0..document.links.len()).filter(|link| document.is_bare(*link));
                    let calls: Vec<&Link> = calls.map(|link| &document.links[link]).collect();
                    assert!(calls.len() <= 3);
                    for link in calls {
                        let Link::Guide(Target::Contact(id)) = link else {
                            continue;
                        };
                        let contact = directory.get(id).unwrap();
                        offered += 1;
                        assert!(!contact.is_authority() && !contact.is_local(), "{id}");
                        assert!([region, Region::Ca].contains(&contact.region), "{id}");
                    }
                }
            }
        }
        assert!(offered > 100, "{offered}");
    }

    #[test]
    fn a_term_has_a_mark_and_is_no_link() {
        let directory = Assets::embedded().directory().unwrap();
        let guide = Assets::embedded().guide(Language::En);
        let id = TopicId::parse("reporting#after-a-report").unwrap();
        let (page, topic) = (guide.page(id.page), guide.topic(&id).unwrap());
        let named: usize = topic.points.iter().map(|point| point.terms().count()).sum();
        assert!(named > 0);
        let marks = |width, term_mark| {
            let reader = Reader {
                term_mark,
                ..reader(Language::En, Region::Ns, &directory)
            };
            let document = compose(page, topic, reader, width);
            let spans = document.rows.iter().flat_map(|row| &row.spans);
            spans
                .filter(|span| span.text == TERM && span.role == Role::Muted)
                .count()
        };
        assert_eq!(marks(76, TERM), named);
        assert_eq!(marks(76, ""), 0);
        assert_eq!(marks(u16::MAX, TERM), 0, "lines are heard");
    }

    #[test]
    fn every_number_of_the_guide_can_be_copied_or_followed() {
        let directory = &Assets::embedded().directory().unwrap();
        let mut copied = 0;
        for language in Language::ALL {
            let guide = Assets::embedded().guide(language);
            for page in PageId::ALL.map(|id| guide.page(id)) {
                for topic in &page.topics {
                    let reader = reader(language, Region::Nu, directory);
                    let document = compose(page, topic, reader, 80);
                    for span in document.rows.iter().flat_map(|row| &row.spans) {
                        // The row of a call is itself a link.
                        let called = span.role == Role::Action;
                        let plain =
                            span.link.is_none() && !called && !phone_numbers(&span.text).is_empty();
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
