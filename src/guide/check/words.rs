//! Checks of single pages: no empty texts, and no unused sources.

use std::collections::HashSet;
use std::slice;

use super::{Checker, Fault, Part, Read};
use crate::directory::Region;
use crate::guide::{Inline, PageId, Point, Topic};
use crate::i18n::Language;
use crate::i18n::typography::flaws;

pub(super) fn check(read: &Read<'_>, checker: &mut Checker) {
    let page = &read.page;
    text(read, Part::Page, &page.title, checker);
    if let Some(note) = &page.note {
        text(read, Part::Page, note, checker);
    }
    let empty = if page.id == PageId::Glossary {
        page.terms.is_empty()
    } else {
        page.topics.is_empty()
    };
    if empty {
        checker.add(read, Part::Page, Fault::Empty);
    }
    for (index, term) in page.terms.iter().enumerate() {
        for words in [&term.term, &term.other, &term.meaning] {
            text(read, Part::Term(index), words, checker);
        }
    }
    let mut ids = HashSet::new();
    for topic in &page.topics {
        if !ids.insert(&topic.id) {
            checker.add(read, Part::Topic(topic), Fault::TopicTwice);
        }
        check_topic(read, topic, checker);
    }
    if page.id.is_regional() {
        regions(read, checker);
    }
    unused_notes(read, checker);
}

fn check_topic(read: &Read<'_>, topic: &Topic, checker: &mut Checker) {
    text(read, Part::Topic(topic), &topic.title, checker);
    if topic.points.is_empty() {
        checker.add(read, Part::Topic(topic), Fault::Empty);
    }
    for (index, point) in topic.points.iter().enumerate() {
        let part = Part::Point(topic, index);
        text(read, part, &point.label, checker);
        text(read, part, &plain(&point.body), checker);
        if is_foreign(point, read.file.language) {
            checker.add(read, part, Fault::ForeignLabel(point.label.clone()));
        }
    }
    if !topic.contacts.is_empty() {
        let part = Part::Contacts(topic);
        text(read, part, &topic.contacts_label, checker);
        for link in &topic.contacts {
            text(read, part, &plain(slice::from_ref(link)), checker);
        }
    }
}

/// Returns the words of a text, including links.
pub(super) fn plain(body: &[Inline]) -> String {
    body.iter()
        .map(|inline| match inline {
            Inline::Text(text)
            | Inline::Link { label: text, .. }
            | Inline::Term { label: text, .. } => text.as_str(),
        })
        .collect()
}

fn text(read: &Read<'_>, part: Part<'_>, words: &str, checker: &mut Checker) {
    for flaw in flaws(words, read.file.language) {
        checker.add(read, part, Fault::Text(flaw));
    }
}

/// Returns true if the point begins with the other language's label for its kind.
fn is_foreign(point: &Point, language: Language) -> bool {
    let others = match language {
        Language::En => ["À savoir", "À faire", "À dire", "À éviter"],
        Language::Fr => ["Know", "Do", "Say", "Avoid"],
    };
    others.contains(&point.label.as_str())
}

/// Checks that a regional page has one topic for each province and territory, and no other.
fn regions(read: &Read<'_>, checker: &mut Checker) {
    let expected = || {
        Region::ALL
            .into_iter()
            .filter(|region| *region != Region::Ca)
    };
    for topic in &read.page.topics {
        if !expected().any(|region| region.slug() == topic.id) {
            checker.add(read, Part::Topic(topic), Fault::NoRegion);
        }
    }
    for region in expected() {
        let there = |topic: &Topic| topic.id == region.slug();
        if !read.page.topics.iter().any(there) {
            checker.add(read, Part::Page, Fault::RegionMissing(region.code()));
        }
    }
}

/// Reports unused sources: the reference is misspelt or missing. The parser reports the opposite, a
/// reference without a source.
fn unused_notes(read: &Read<'_>, checker: &mut Checker) {
    let source = read.file.text.as_deref().unwrap_or_default();
    for line in source.lines() {
        let Some((note, _)) = line
            .strip_prefix("[^")
            .and_then(|rest| rest.split_once("]:"))
        else {
            continue;
        };
        let shared = ["text", "confirm"].contains(&note);
        let mentions = source.matches(&format!("[^{note}]")).count();
        if mentions < 2 && !shared {
            checker.add(read, Part::Page, Fault::UnusedNote(note.to_owned()));
        }
    }
}
