//! Guide as JSON, for programs.

use serde::Serialize;

use super::contacts;
use crate::cli::output::reading;
use crate::cli::situation::Situation;
use crate::directory::{Contact, Phone};
use crate::document::topic;
use crate::guide::{Guide, Page, PageId, Point, PointKind, Topic};

/// Version of the JSON output.
const SCHEMA: u32 = 1;

/// Titles of the pages and their topics.
#[derive(Serialize)]
pub(super) struct Outline<'a> {
    schema: u32,
    pages: Vec<Headings<'a>>,
}

/// Titles of a page.
#[derive(Serialize)]
struct Headings<'a> {
    page: &'static str,
    title: &'a str,
    topics: Vec<Heading<'a>>,
}

/// Title of a topic.
#[derive(Serialize)]
struct Heading<'a> {
    /// Name for the command line.
    id: String,
    title: &'a str,
}

/// Topics of a page.
#[derive(Serialize)]
pub(super) struct Contents<'a> {
    schema: u32,
    page: &'static str,
    title: &'a str,
    topics: Vec<TopicJson<'a>>,
    /// Terms of the glossary.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    terms: Vec<TermJson<'a>>,
}

/// Topic with its points and contacts.
#[derive(Serialize)]
struct TopicJson<'a> {
    #[serde(flatten)]
    heading: Heading<'a>,
    points: Vec<PointJson<'a>>,
    contacts: Vec<LedTo<'a>>,
}

/// Point of a topic, with the emergency number of the worker's region.
#[derive(Serialize)]
struct PointJson<'a> {
    kind: &'static str,
    label: &'a str,
    text: String,
    confirm: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<&'a str>,
}

/// Contact that a topic leads to.
#[derive(Serialize)]
struct LedTo<'a> {
    id: &'a str,
    name: &'a str,
    /// Number to dial now; `null` if there is none.
    number: Option<String>,
}

/// Term of the glossary.
#[derive(Serialize)]
struct TermJson<'a> {
    term: &'a str,
    other: &'a str,
    meaning: &'a str,
}

/// Returns the titles of all pages.
pub(super) fn outline(guide: &Guide) -> Outline<'_> {
    let headings = |page: PageId| {
        let outline = guide.outline(page);
        let topics = outline.topics.iter();
        Headings {
            page: page.slug(),
            title: outline.title,
            topics: topics.map(|(id, title)| heading(page, id, title)).collect(),
        }
    };
    Outline {
        schema: SCHEMA,
        pages: PageId::ALL.map(headings).into(),
    }
}

/// Returns some topics of a page.
pub(super) fn page<'a>(
    page: &'a Page,
    topics: &[&'a Topic],
    reader: topic::Reader<'a>,
    situation: &Situation<'_>,
) -> Contents<'a> {
    let topics = topics.iter();
    let terms = page.terms.iter();
    let terms = terms.map(|term| TermJson {
        term: &term.term,
        other: &term.other,
        meaning: &term.meaning,
    });
    Contents {
        schema: SCHEMA,
        page: page.id.slug(),
        title: &page.title,
        topics: topics
            .map(|topic| of_topic(page, topic, reader, situation))
            .collect(),
        terms: terms.collect(),
    }
}

fn heading<'a>(page: PageId, topic: &str, title: &'a str) -> Heading<'a> {
    Heading {
        id: format!("{}#{topic}", page.slug()),
        title,
    }
}

fn of_topic<'a>(
    page: &Page,
    topic: &'a Topic,
    reader: topic::Reader<'a>,
    situation: &Situation<'_>,
) -> TopicJson<'a> {
    let document = topic::compose(page, topic, reader, u16::MAX);
    let contact = |contact: &'a Contact| LedTo {
        id: &contact.id,
        name: contact.name(reader.messages.language()),
        number: situation.number(contact).map(Phone::dialled),
    };
    let points = topic::points(page, topic).into_iter();
    TopicJson {
        heading: heading(page.id, &topic.id, &topic.title),
        points: points.map(|point| of_point(topic, point, reader)).collect(),
        contacts: contacts(&document, reader)
            .into_iter()
            .map(contact)
            .collect(),
    }
}

fn of_point<'a>(topic: &'a Topic, point: &'a Point, reader: topic::Reader<'_>) -> PointJson<'a> {
    let sources = point.sources.iter();
    let sources = sources.filter_map(|index| topic.sources.get(*index));
    PointJson {
        kind: match point.kind {
            PointKind::Know => "know",
            PointKind::Do => "do",
            PointKind::Say => "say",
            PointKind::Avoid => "avoid",
            PointKind::Fact => "fact",
        },
        label: &point.label,
        text: reading::in_one_line(&topic::body(point, reader.of(topic), u16::MAX)),
        confirm: point.confirm,
        sources: sources.map(String::as_str).collect(),
    }
}
