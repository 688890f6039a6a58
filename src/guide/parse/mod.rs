//! Parser of the guide's Markdown.

mod inline;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use thiserror::Error;

use self::inline::{contacts, kind, target, term, trim, with_emergency};
use crate::guide::{Inline, Page, PageId, Point, Target, Topic};

/// Error in a page of the guide.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("{page}.md, line {line}: {message}")]
pub struct ParseError {
    /// Slug of the page.
    pub page: &'static str,
    /// Line in the file, counted from 1.
    pub line: usize,
    /// Description of the error.
    pub message: String,
}

/// Placeholder for the emergency number of the reader's region.
pub(super) const EMERGENCY: &str = "{emergency}";

/// First words of a topic's line of contacts.
pub(super) const CONTACTS: [&str; 2] = ["Contacts", "Ressources"];

/// Separator of two links in a line of contacts.
const SEPARATOR: &str = "·";

/// Note of a point to confirm first.
const CONFIRM_NOTE: &str = "confirm";

/// Parses one file of the guide.
pub(super) fn page(id: PageId, text: &str) -> Result<Page, ParseError> {
    let mut reader = Reader::new(id, text);
    let options = Options::ENABLE_FOOTNOTES | Options::ENABLE_HEADING_ATTRIBUTES;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        reader.take(event, range)?;
    }
    reader.finish()
}

/// Bullet, heading or paragraph being parsed.
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
    /// Notes named by the last topic's points, one list a point, resolved at the end.
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
            // Addresses are taken literally: they contain no emphasis.
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
                    contacts_label: String::new(),
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
            let Some((label, links)) = contacts(open.body) else {
                return Err(self.error(range.start, "contacts are links with '·' between them"));
            };
            let Some(topic) = self.page.topics.last_mut() else {
                return Err(self.error(range.start, "contacts before the first topic"));
            };
            (topic.contacts_label, topic.contacts) = (label, links);
        } else {
            self.page.note = Some(open.plain());
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Page, ParseError> {
        for (topic, notes) in self.page.topics.iter_mut().zip(&self.notes) {
            let mut indexes: HashMap<&str, usize> = HashMap::new();
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
                    let index = *indexes.entry(name).or_insert_with(|| {
                        topic.sources.push(text.clone());
                        topic.sources.len() - 1
                    });
                    point.sources.push(index);
                }
            }
        }
        Ok(self.page)
    }
}
