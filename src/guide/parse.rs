//! From Markdown to topics (DESIGN.md, "Guide").

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use thiserror::Error;

use super::{Inline, Page, PageId, Point, PointKind, Target, Term, Topic, TopicId};
use crate::directory::{Category, Region};

/// Why a page of the guide could not be read.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("{page}.md, line {line}: {message}")]
pub struct ParseError {
    /// The page's slug.
    pub page: &'static str,
    /// Line in the file, counted from 1.
    pub line: usize,
    /// What is wrong there.
    pub message: String,
}

/// Stands in a text for the emergency number of the reader's region.
pub(super) const EMERGENCY: &str = "{emergency}";

/// Words that open a topic's line of contacts.
pub(super) const CONTACTS: [&str; 2] = ["Contacts", "Ressources"];

/// Note that marks a point as one to confirm first.
const CONFIRM_NOTE: &str = "confirm";

/// Reads one file of the guide.
pub(super) fn page(id: PageId, text: &str) -> Result<Page, ParseError> {
    let mut reader = Reader::new(id, text);
    let options = Options::ENABLE_FOOTNOTES | Options::ENABLE_HEADING_ATTRIBUTES;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        reader.take(event, range)?;
    }
    reader.finish()
}

/// A bullet, heading or paragraph as it is being read.
#[derive(Default)]
struct Open {
    label: String,
    in_label: bool,
    body: Vec<Inline>,
    link: Option<(String, Target)>,
    notes: Vec<String>,
}

impl Open {
    fn push_text(&mut self, text: &str) {
        if self.in_label {
            self.label.push_str(text);
        } else if let Some((label, _)) = &mut self.link {
            label.push_str(text);
        } else if let Some(Inline::Text(last)) = self.body.last_mut() {
            last.push_str(text);
        } else {
            self.body.push(Inline::Text(text.to_owned()));
        }
    }

    fn plain(&self) -> String {
        self.body
            .iter()
            .map(|inline| match inline {
                Inline::Text(text)
                | Inline::Link { label: text, .. }
                | Inline::Term { label: text, .. } => text.as_str(),
            })
            .collect()
    }
}

struct Reader<'a> {
    text: &'a str,
    page: Page,
    /// The notes named by the last topic's points, one list a point, resolved at the end.
    notes: Vec<Vec<Vec<String>>>,
    definitions: HashMap<String, String>,
    heading: Option<(HeadingLevel, Option<String>)>,
    in_item: bool,
    definition: Option<String>,
    open: Open,
}

impl<'a> Reader<'a> {
    fn new(id: PageId, text: &'a str) -> Self {
        Self {
            text,
            page: Page::empty(id),
            notes: Vec::new(),
            definitions: HashMap::new(),
            heading: None,
            in_item: false,
            definition: None,
            open: Open::default(),
        }
    }

    fn error(&self, at: usize, message: impl Into<String>) -> ParseError {
        ParseError {
            page: self.page.id.slug(),
            line: self.text[..at].matches('\n').count() + 1,
            message: message.into(),
        }
    }

    fn take(&mut self, event: Event<'_>, range: Range<usize>) -> Result<(), ParseError> {
        if let Event::Start(Tag::FootnoteDefinition(name)) = &event {
            // Addresses are taken as they are written: emphasis in them would be no emphasis.
            let raw = self.text[range]
                .split_once("]:")
                .map_or("", |(_, rest)| rest);
            let joined = raw.split_whitespace().collect::<Vec<_>>().join(" ");
            self.definitions.insert(name.to_string(), joined);
            self.definition = Some(name.to_string());
            return Ok(());
        }
        if self.definition.is_some() {
            if matches!(event, Event::End(TagEnd::FootnoteDefinition)) {
                self.definition = None;
            }
            return Ok(());
        }
        match event {
            Event::Start(tag) => self.start(tag, &range),
            Event::End(tag) => self.end(tag, &range),
            Event::Text(text) | Event::Code(text) => {
                self.open.push_text(&text);
                Ok(())
            }
            Event::SoftBreak | Event::HardBreak => {
                self.open.push_text(" ");
                Ok(())
            }
            Event::FootnoteReference(name) => {
                self.open.notes.push(name.to_string());
                Ok(())
            }
            _ => Err(self.error(
                range.start,
                "this kind of Markdown is not used in the guide",
            )),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) -> Result<(), ParseError> {
        match tag {
            Tag::Heading { level, id, .. } => {
                self.heading = Some((level, id.map(|id| id.to_string())));
                self.open = Open::default();
            }
            Tag::Item => {
                self.in_item = true;
                self.open = Open::default();
            }
            Tag::Paragraph if !self.in_item => {
                self.open = Open::default();
            }
            Tag::Strong => self.open.in_label = self.open.label.is_empty(),
            Tag::Link { dest_url, .. } => {
                let target = target(&dest_url)
                    .ok_or_else(|| self.error(range.start, format!("link to '{dest_url}'")))?;
                self.open.link = Some((String::new(), target));
            }
            Tag::List(None) | Tag::Paragraph => {}
            _ => {
                return Err(self.error(
                    range.start,
                    "this kind of Markdown is not used in the guide",
                ));
            }
        }
        Ok(())
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) -> Result<(), ParseError> {
        match tag {
            TagEnd::Heading(_) => self.end_heading(range),
            TagEnd::Strong => {
                self.open.in_label = false;
                Ok(())
            }
            TagEnd::Link => {
                if let Some((label, target)) = self.open.link.take() {
                    self.open.body.push(Inline::Link { label, target });
                }
                Ok(())
            }
            TagEnd::Item => {
                self.in_item = false;
                self.end_item(range)
            }
            TagEnd::Paragraph if !self.in_item => self.end_paragraph(range),
            _ => Ok(()),
        }
    }

    fn end_heading(&mut self, range: &Range<usize>) -> Result<(), ParseError> {
        let title = std::mem::take(&mut self.open).plain();
        match self.heading.take() {
            Some((HeadingLevel::H1, _)) => self.page.title = title,
            Some((_, Some(id))) => {
                self.page.topics.push(Topic {
                    id,
                    title,
                    points: Vec::new(),
                    contacts: Vec::new(),
                    sources: Vec::new(),
                });
                self.notes.push(Vec::new());
            }
            _ => return Err(self.error(range.start, "a topic without an id")),
        }
        Ok(())
    }

    fn end_item(&mut self, range: &Range<usize>) -> Result<(), ParseError> {
        let mut open = std::mem::take(&mut self.open);
        if self.page.id == PageId::Glossary {
            let term = term(&open.label, &open.plain()).ok_or_else(|| {
                self.error(range.start, "an entry is '**term** (other): meaning'")
            })?;
            self.page.terms.push(term);
            return Ok(());
        }
        if open.label.is_empty() {
            return Err(self.error(range.start, "a bullet opens with a word in bold"));
        }
        let kind = kind(&open.label, self.page.id).ok_or_else(|| {
            self.error(range.start, format!("a bullet opens with '{}'", open.label))
        })?;
        if open.plain().contains("[^") {
            return Err(self.error(range.start, "a note without a source"));
        }
        trim(&mut open.body);
        open.body = with_emergency(open.body);
        let confirm = open.notes.iter().any(|note| note == CONFIRM_NOTE);
        open.notes.retain(|note| note != CONFIRM_NOTE);
        let Some(topic) = self.page.topics.last_mut() else {
            return Err(self.error(range.start, "a bullet before the first topic"));
        };
        topic.points.push(Point {
            label: open.label,
            kind,
            body: open.body,
            sources: Vec::new(),
            confirm,
        });
        if let Some(notes) = self.notes.last_mut() {
            notes.push(open.notes);
        }
        Ok(())
    }

    fn end_paragraph(&mut self, range: &Range<usize>) -> Result<(), ParseError> {
        let mut open = std::mem::take(&mut self.open);
        trim(&mut open.body);
        if CONTACTS.iter().any(|word| open.plain().starts_with(word)) {
            let Some(topic) = self.page.topics.last_mut() else {
                return Err(self.error(range.start, "contacts before the first topic"));
            };
            topic.contacts = open.body;
        } else {
            self.page.note = Some(open.plain());
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Page, ParseError> {
        for (topic, notes) in self.page.topics.iter_mut().zip(&self.notes) {
            let mut places: HashMap<&str, usize> = HashMap::new();
            for (point, names) in topic.points.iter_mut().zip(notes) {
                for name in names {
                    let Some(text) = self.definitions.get(name) else {
                        let message =
                            format!("the note '{name}' of topic '{}' has no source", topic.id);
                        return Err(ParseError {
                            page: self.page.id.slug(),
                            line: 1,
                            message,
                        });
                    };
                    let place = *places.entry(name).or_insert_with(|| {
                        topic.sources.push(text.clone());
                        topic.sources.len() - 1
                    });
                    point.sources.push(place);
                }
            }
        }
        Ok(self.page)
    }
}

/// The kind of point that a label opens; `None` for a word that the guide does not use.
fn kind(label: &str, page: PageId) -> Option<PointKind> {
    match label {
        "Know" | "À savoir" => Some(PointKind::Know),
        "Do" | "À faire" => Some(PointKind::Do),
        "Say" | "À dire" => Some(PointKind::Say),
        "Avoid" | "À éviter" => Some(PointKind::Avoid),
        _ => page.is_regional().then_some(PointKind::Fact),
    }
}

/// What a link's address names; `None` for anything but a contact, a category or a topic.
fn target(address: &str) -> Option<Target> {
    let (scheme, rest) = address.split_once(':')?;
    match scheme {
        "contact" => Some(Target::Contact(rest.to_owned())),
        "category" => Category::from_slug(rest).map(Target::Category),
        "guide" => match PageId::from_slug(rest) {
            Some(page) => page.is_regional().then_some(Target::OwnRow(page)),
            None => TopicId::parse(rest).map(Target::Topic),
        },
        _ => None,
    }
}

/// A glossary entry out of its bold term and what follows: ` (other term): meaning`.
fn term(term: &str, rest: &str) -> Option<Term> {
    // The other term may hold parentheses of its own, so the last "): " before the meaning counts
    // only where the parentheses are balanced.
    let inner = rest.trim_start().strip_prefix('(')?;
    let (close, _) = inner.match_indices("): ").find(|(at, _)| {
        let open = inner[..*at].matches('(').count();
        open == inner[..*at].matches(')').count()
    })?;
    Some(Term {
        term: term.to_owned(),
        other: inner[..close].to_owned(),
        meaning: inner[close + 3..].trim().to_owned(),
    })
}

/// Puts a link in the place of each [`EMERGENCY`]. It is labelled as most readers have it.
fn with_emergency(body: Vec<Inline>) -> Vec<Inline> {
    let mut pieces = Vec::new();
    for inline in body {
        let Inline::Text(text) = inline else {
            pieces.push(inline);
            continue;
        };
        for (place, words) in text.split(EMERGENCY).enumerate() {
            if place > 0 {
                pieces.push(Inline::Link {
                    label: Region::Ca.emergency().number.to_owned(),
                    target: Target::Emergency,
                });
            }
            if !words.is_empty() {
                pieces.push(Inline::Text(words.to_owned()));
            }
        }
    }
    pieces
}

/// Drops the white space at both ends, and the spaces that the notes leave behind.
fn trim(body: &mut Vec<Inline>) {
    if let Some(Inline::Text(first)) = body.first_mut() {
        *first = first.trim_start().to_owned();
    }
    if let Some(Inline::Text(last)) = body.last_mut() {
        *last = last.trim_end().to_owned();
    }
    body.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn the_embedded_guide_is_whole_in_both_languages() {
        for language in Language::ALL {
            for id in PageId::ALL {
                let text = super::super::embedded_text(id, language);
                let lines = |start| text.lines().filter(|line| line.starts_with(start)).count();
                let page = page(id, text).unwrap();
                assert_eq!(page.topics.len(), lines("## "), "{id:?}: every heading");
                let points = page.topics.iter().map(|topic| topic.points.len());
                let bullets = points.sum::<usize>() + page.terms.len();
                assert_eq!(bullets, lines("- "), "{id:?}: every bullet");
                assert!(bullets > 0, "{id:?}");
            }
        }
    }

    #[test]
    fn a_point_has_its_label_links_sources_and_confirm_mark() {
        let text = "# T\n\n## A topic {#a}\n\n- **Know** Call [911](contact:ca-911) now. [^a][^confirm]\n- **Do** Breathe.\n\nContacts: [Police](category:police)\n\n[^a]: https://example.org/a_b_c (2015)\n[^confirm]: Confirm.\n\nA page note.\n";
        let page = page(PageId::Reporting, text).unwrap();
        let topic = &page.topics[0];
        let point = &topic.points[0];
        assert_eq!((topic.id.as_str(), topic.title.as_str()), ("a", "A topic"));
        assert_eq!(
            (point.label.as_str(), point.kind),
            ("Know", PointKind::Know)
        );
        assert!(point.confirm);
        assert_eq!(point.sources, [0]);
        assert_eq!(topic.sources, ["https://example.org/a_b_c (2015)"]);
        assert_eq!(
            point.body,
            [
                Inline::Text("Call ".into()),
                Inline::Link {
                    label: "911".into(),
                    target: Target::Contact("ca-911".into())
                },
                Inline::Text(" now.".into()),
            ]
        );
        assert!(topic.points[1].sources.is_empty() && !topic.points[1].confirm);
        assert_eq!(topic.contacts.len(), 2);
        assert_eq!(page.note.as_deref(), Some("A page note."));
    }

    #[test]
    fn what_the_guide_does_not_use_is_an_error_with_its_line() {
        let error = page(PageId::Reporting, "# T\n\n## A {#a}\n\n- **Maybe** x\n").unwrap_err();
        assert_eq!(
            error.to_string(),
            "reporting.md, line 5: a bullet opens with 'Maybe'"
        );
        let error = page(
            PageId::Reporting,
            "# T\n\n## A {#a}\n\n- **Know** x [^lost]\n",
        )
        .unwrap_err();
        assert_eq!(
            error.to_string(),
            "reporting.md, line 5: a note without a source"
        );
        let error = page(
            PageId::Reporting,
            "# T\n\n## A {#a}\n\n- **Do** [x](https://example.org)\n",
        )
        .unwrap_err();
        assert_eq!(
            error.to_string(),
            "reporting.md, line 5: link to 'https://example.org'"
        );
    }

    #[test]
    fn the_emergency_number_and_the_readers_row_are_links_of_their_own() {
        let text =
            "# T\n\n## A {#a}\n\n- **Do** Call {emergency}, see [your row](guide:compensation).\n";
        let page = page(PageId::Reporting, text).unwrap();
        let targets: Vec<_> = page.topics[0].points[0].body.iter().collect();
        assert!(matches!(
            targets[1],
            Inline::Link {
                target: Target::Emergency,
                ..
            }
        ));
        let row = Target::OwnRow(PageId::Compensation);
        assert!(matches!(targets[3], Inline::Link { target, .. } if *target == row));
        assert_eq!(target("guide:reporting"), None, "no page of rows");
    }

    #[test]
    fn a_glossary_entry_may_hold_parentheses() {
        let entry = term(
            "Support person (at testimony)",
            " (personne (de confiance)): Stays near.",
        )
        .unwrap();
        assert_eq!(entry.other, "personne (de confiance)");
        assert_eq!(entry.meaning, "Stays near.");
    }
}
