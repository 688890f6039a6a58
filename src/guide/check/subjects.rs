//! Check that a term of the glossary with its own topic links to that topic, not to the glossary.

use super::{Checker, Fault, Part, Read};
use crate::guide::{Inline, PageId, TopicId, terms};
use crate::i18n::Language;

/// Reports mentions of a term that link to its entry in the glossary although the term has its own
/// topic. Such a topic has the English term as its id: `safety-plan`.
pub(super) fn check(pages: &[Read<'_>], checker: &mut Checker) {
    let subjects = subjects(pages);
    for read in pages {
        let Some(glossary) = glossary(pages, read.file.language) else {
            continue;
        };
        let mut marked = read.page.clone();
        terms::mark(&mut marked, &glossary.page.terms);
        for (topic, marked) in read.page.topics.iter().zip(&marked.topics) {
            let here = TopicId {
                page: read.page.id,
                topic: topic.id.clone(),
            };
            let points = marked.points.iter().enumerate();
            let mentions = points.flat_map(|(index, point)| {
                let terms = point.body.iter().filter_map(term_of);
                terms.map(move |term| (index, term))
            });
            for (index, term) in mentions {
                let subject = subjects.get(term).and_then(Option::as_ref);
                if let Some(subject) = subject.filter(|subject| **subject != here) {
                    let fault = Fault::TermOfTopic(format!("guide:{subject}"));
                    checker.add(read, Part::Point(topic, index), fault);
                }
            }
        }
    }
}

/// Returns the topic about each term of the glossary, if there is one.
fn subjects(pages: &[Read<'_>]) -> Vec<Option<TopicId>> {
    let glossary = glossary(pages, Language::En);
    let terms = glossary.map_or(&[][..], |glossary| &glossary.page.terms);
    let topics = || {
        let topics = |read: &Read<'_>| {
            let page = read.page.id;
            let ids = read.page.topics.iter().map(|topic| topic.id.clone());
            ids.map(move |topic| TopicId { page, topic })
                .collect::<Vec<_>>()
        };
        pages.iter().flat_map(topics)
    };
    let about = |term: &str| topics().find(|id| id.topic == slug(term));
    terms.iter().map(|term| about(&term.term)).collect()
}

fn glossary<'a>(pages: &'a [Read<'a>], language: Language) -> Option<&'a Read<'a>> {
    let is_glossary =
        |read: &&Read<'_>| read.page.id == PageId::Glossary && read.file.language == language;
    pages.iter().find(is_glossary)
}

const fn term_of(inline: &Inline) -> Option<usize> {
    match inline {
        Inline::Term { term, .. } => Some(*term),
        _ => None,
    }
}

fn slug(term: &str) -> String {
    term.to_lowercase().replace(' ', "-")
}
