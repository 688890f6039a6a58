//! Checks that every link has an existing target, and shows a number of that target.

use super::{Checker, Fault, Part, Read, labels};
use crate::directory::phone::national_digits;
use crate::directory::{Contact, Directory};
use crate::guide::{Inline, Target, TopicId};

pub(super) fn check(
    read: &Read<'_>,
    pages: &[Read<'_>],
    directory: &Directory,
    checker: &mut Checker,
) {
    for topic in &read.page.topics {
        let points = topic.points.iter().enumerate();
        let points = points.map(|(index, point)| (Part::Point(topic, index), &point.body));
        for (part, body) in points.chain([(Part::Contacts(topic), &topic.contacts)]) {
            for inline in body {
                let Inline::Link { label, target } = inline else {
                    continue;
                };
                let dead = fault(label, target, read, pages, directory);
                let other = labels::fault(label, target, directory);
                for fault in dead.into_iter().chain(other) {
                    checker.add(read, part, fault);
                }
            }
        }
    }
}

fn fault(
    label: &str,
    target: &Target,
    read: &Read<'_>,
    pages: &[Read<'_>],
    directory: &Directory,
) -> Option<Fault> {
    match target {
        Target::Contact(id) => match directory.get(id) {
            None => Some(Fault::DeadLink(format!("contact:{id}"))),
            Some(contact) => (!has_number(contact, label))
                .then(|| Fault::OtherNumber(label.to_owned(), id.clone())),
        },
        Target::Category(category) => {
            let mut contacts = directory.contacts().iter();
            let offered = contacts.any(|contact| contact.categories.contains(category));
            (!offered).then(|| Fault::DeadLink(format!("category:{}", category.slug())))
        }
        Target::OwnRow(_) | Target::Emergency => None,
        Target::Topic(id) => {
            (!leads_on(id, read, pages)).then(|| Fault::DeadLink(format!("guide:{id}")))
        }
    }
}

/// Returns true if the topic exists in the guide of the same language. A page that could not be
/// parsed is reported already, and links to its topics are accepted.
fn leads_on(id: &TopicId, read: &Read<'_>, pages: &[Read<'_>]) -> bool {
    pages
        .iter()
        .find(|other| other.page.id == id.page && other.file.language == read.file.language)
        .is_none_or(|other| other.page.topics.iter().any(|topic| topic.id == id.topic))
}

/// Returns true if the label is one of the contact's numbers, or not a number.
fn has_number(contact: &Contact, label: &str) -> bool {
    let wanted = national_digits(label);
    let is_number = !wanted.is_empty() && !label.chars().any(char::is_alphabetic);
    !is_number
        || contact
            .phones
            .iter()
            .any(|phone| national_digits(&phone.number) == wanted)
}
