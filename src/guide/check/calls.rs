//! Checks of phone numbers on a page: they must be known and of the right region, and 911 only
//! where it works.

use super::words::plain;
use super::{Checker, Fault, Part, Read};
use crate::directory::{Contact, Directory};
use crate::guide::{Inline, PageId, Point, Target, Topic, TopicId, phone_numbers};

/// Topic on regions without 911; it may name 911, and links may name it by its title.
const ABOUT_911: (PageId, &str) = (PageId::Reporting, "emergency-numbers");

/// Words of a row about a region without a program, in both languages.
const NO_PROGRAM: [&str; 2] = ["No compensation program", "Aucun programme d’indemnisation"];

pub(super) fn check(read: &Read<'_>, directory: &Directory, checker: &mut Checker) {
    for topic in &read.page.topics {
        for (index, point) in topic.points.iter().enumerate() {
            let part = Part::Point(topic, index);
            for number in unknown_numbers(point, directory) {
                checker.add(read, part, Fault::UnknownNumber(number));
            }
            if !explains_911(read.page.id, topic) && has_bare_911(&point.body) {
                checker.add(read, part, Fault::BareEmergency);
            }
        }
        first_row(read, topic, directory, checker);
    }
}

/// Returns the numbers in a point's plain text that belong to no contact and have no source.
fn unknown_numbers(point: &Point, directory: &Directory) -> Vec<String> {
    if !point.sources.is_empty() {
        return Vec::new();
    }
    let known = |number: &str| {
        let mut phones = directory.contacts().iter().flat_map(|one| &one.phones);
        phones.any(|phone| phone.number == number)
    };
    let text = plain(&point.body);
    let numbers = phone_numbers(&text).into_iter().map(|range| &text[range]);
    let unknown = numbers.filter(|number| !known(number));
    unknown.map(str::to_owned).collect()
}

/// Returns true if the topic may name 911: the topic on 911, and the rows of regions with 911.
fn explains_911(page: PageId, topic: &Topic) -> bool {
    let works_there = topic
        .region()
        .is_some_and(|region| region.emergency().is_911());
    (page, topic.id.as_str()) == ABOUT_911 || works_there
}

fn has_bare_911(body: &[Inline]) -> bool {
    body.iter().any(|inline| match inline {
        Inline::Link { label, target } => !may_say_911(target) && says_911(label),
        Inline::Text(text) | Inline::Term { label: text, .. } => says_911(text),
    })
}

fn may_say_911(target: &Target) -> bool {
    let is_about = |id: &TopicId| (id.page, id.topic.as_str()) == ABOUT_911;
    match target {
        Target::Emergency => true,
        Target::Topic(id) => is_about(id),
        _ => false,
    }
}

fn says_911(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric() && c != '-');
    words.any(|word| word == "911")
}

/// Checks that a row of a regional page begins with a number of its region, or, without a program,
/// says so and gives another number.
fn first_row(read: &Read<'_>, topic: &Topic, directory: &Directory, checker: &mut Checker) {
    let (Some(region), Some(first)) = (topic.region(), topic.points.first()) else {
        return;
    };
    let text = plain(&first.body);
    let has_none = NO_PROGRAM.iter().any(|words| text.contains(words));
    let known = &mut checker.report.without_program;
    if has_none && !known.contains(&region) {
        known.push(region);
    }
    let serves = |contact: &Contact| {
        let here = contact.region == region || has_none;
        here && !contact.phones.is_empty()
    };
    let mut linked = first.body.iter().filter_map(|inline| match inline {
        Inline::Link {
            target: Target::Contact(id),
            ..
        } => directory.get(id),
        _ => None,
    });
    if !linked.any(serves) {
        let part = Part::Point(topic, 0);
        checker.add(read, part, Fault::NoCallable(region.code()));
    }
}
