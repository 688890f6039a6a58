//! Comparison of a page in both languages: topics, points, sources and links must be the same.

use super::words::plain;
use super::{Checker, Fault, Part, Read};
use crate::guide::{Inline, Target, Topic};

/// Reports the differences between the French page and the English one.
pub(super) fn compare(english: &Read<'_>, french: &Read<'_>, checker: &mut Checker) {
    let ids = |read: &Read<'_>| -> Vec<String> {
        let topics = read.page.topics.iter();
        topics.map(|topic| topic.id.clone()).collect()
    };
    // Where the order differs, each topic out of place is reported once in each language.
    for (here, there) in [(english, ids(french)), (french, ids(english))] {
        for (index, topic) in here.page.topics.iter().enumerate() {
            if there.get(index) != Some(&topic.id) {
                checker.add(here, Part::Topic(topic), Fault::OtherTopic);
            }
        }
    }
    for topic in &french.page.topics {
        let same = english.page.topics.iter().find(|same| same.id == topic.id);
        if let Some(same) = same {
            compare_topics(french, topic, same, checker);
        }
    }
    compare_terms(english, french, checker);
}

fn compare_topics(read: &Read<'_>, here: &Topic, there: &Topic, checker: &mut Checker) {
    let counts = (here.points.len(), there.points.len());
    if counts.0 != counts.1 {
        let fault = Fault::OtherCount(counts.0, counts.1);
        return checker.add(read, Part::Topic(here), fault);
    }
    for (index, (own, other)) in here.points.iter().zip(&there.points).enumerate() {
        let mut differs = |wrong: bool, fault: Fault| {
            if wrong {
                checker.add(read, Part::Point(here, index), fault);
            }
        };
        differs(own.kind != other.kind, Fault::OtherKind);
        differs(own.confirm != other.confirm, Fault::OtherConfirm);
        differs(
            own.sources.len() != other.sources.len(),
            Fault::OtherSources,
        );
        differs(
            targets(&own.body) != targets(&other.body),
            Fault::OtherLinks,
        );
        differs(
            numbers(&plain(&own.body)) != numbers(&plain(&other.body)),
            Fault::OtherNumbers,
        );
    }
    if targets(&here.contacts) != targets(&there.contacts) {
        checker.add(read, Part::Contacts(here), Fault::OtherLinks);
    }
}

fn compare_terms(english: &Read<'_>, french: &Read<'_>, checker: &mut Checker) {
    let (here, there) = (&french.page.terms, &english.page.terms);
    if here.len() != there.len() {
        let fault = Fault::OtherCount(here.len(), there.len());
        return checker.add(french, Part::Page, fault);
    }
    for (index, (own, other)) in here.iter().zip(there).enumerate() {
        if head(&own.term) != head(&other.other) || head(&own.other) != head(&other.term) {
            checker.add(french, Part::Term(index), Fault::OtherTerms);
        }
    }
}

/// Returns the phone numbers in a text: digits and hyphens, seven digits or more.
fn numbers(text: &str) -> Vec<&str> {
    let inner = |c: char| c.is_ascii_digit() || c == '-';
    text.split(|c| !inner(c))
        .filter(|part| part.bytes().filter(u8::is_ascii_digit).count() >= 7)
        .collect()
}

/// Returns a term without the remark in parentheses that may follow it in the page's own language.
fn head(term: &str) -> &str {
    term.split(" (").next().unwrap_or(term)
}

fn targets(body: &[Inline]) -> Vec<&Target> {
    body.iter()
        .filter_map(|inline| match inline {
            Inline::Link { target, .. } => Some(target),
            Inline::Text(_) | Inline::Term { .. } => None,
        })
        .collect()
}
