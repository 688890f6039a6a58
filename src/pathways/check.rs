//! Rules of the questions and leaves: danger first, at most five questions, consent before every
//! authority for an adult, no question of consent about a child, a contact to call from every leaf
//! in every region, and no 911 in regions without it.

use std::collections::BTreeSet;

use super::{
    Authorities, Consent, Here, Leaf, MOST_QUESTIONS, Page, Pathways, Source, Target, Walk,
};
use crate::directory::hours::Asking;
use crate::directory::{Caller, Directory, Region};
use crate::guide::{self, TopicId};
use crate::i18n::{Language, Messages, Text, typography};
use crate::needs::Needs;
use crate::places::Places;

pub use super::EMBEDDED;

/// Name of the file.
pub const FILE: &str = "pathways.json";

/// Id of the question for children only.
const CHILD: &str = "child";

/// Problem with its position: the record is the id of the question or leaf.
pub type Problem = guide::check::Problem<Fault>;

/// Fault of the questions or a leaf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file cannot be parsed; with the parser's message.
    Unreadable(String),
    /// A text has a flaw.
    Text(typography::Flaw),
    /// A contact, a need or a topic does not exist.
    DeadLink(String),
    /// No contact can be called in a region.
    NobodyToCall(Region),
    /// A leaf is more than [`MOST_QUESTIONS`] questions away.
    TooLong,
    /// No answers lead to a leaf.
    Unreachable,
    /// The first question has no answer that leads to the emergency number at once.
    DangerNotFirst,
    /// A question of consent about a child.
    ChildGate,
    /// An authority shown to an adult without consent.
    Authority(String),
    /// 911 in a region without it.
    Says911,
}

impl Fault {
    /// Returns the fault in words.
    pub fn say(&self, messages: &Messages) -> String {
        let filled = |id, name, value: &str| messages.filled(id, name, value);
        match self {
            Self::Unreadable(reason) => filled("fault-unreadable", "reason", reason),
            Self::Text(flaw) => flaw.say(messages),
            Self::DeadLink(link) => filled("fault-dead-link", "link", link),
            Self::NobodyToCall(region) => filled(
                "fault-nobody-to-call",
                "region",
                &messages.text(&region.message_id()),
            ),
            Self::TooLong => messages.format("fault-path-long", &[("most", MOST_QUESTIONS.into())]),
            Self::Unreachable => messages.text("fault-path-unreachable"),
            Self::DangerNotFirst => messages.text("fault-path-danger"),
            Self::ChildGate => messages.text("fault-path-child"),
            Self::Authority(contact) => filled("fault-path-authority", "contact", contact),
            Self::Says911 => messages.text("fault-path-911"),
        }
    }
}

/// Data that the pathways refer to.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// All contacts.
    pub directory: &'a Directory,
    /// The needs.
    pub needs: &'a Needs,
    /// Returns true if the guide has a topic.
    pub is_topic: &'a dyn Fn(&TopicId) -> bool,
}

/// Checks pathways in JSON. Returns the number of leaves, and the faults.
pub fn text(text: &str, known: Known<'_>) -> (usize, Vec<Problem>) {
    let pathways = match Pathways::read(text) {
        Ok(pathways) => pathways,
        Err(error) => {
            return (0, vec![problem("", Fault::Unreadable(error.to_string()))]);
        }
    };
    let mut checker = Checker {
        pathways: &pathways,
        known,
        reached: BTreeSet::new(),
        problems: Vec::new(),
    };
    checker.check_texts();
    checker.check_now();
    checker.check_start();
    checker.walk_from(Walk::default(), false);
    for leaf in pathways.leaves() {
        checker.check_links(leaf);
        checker.check_calls(leaf);
        if !checker.reached.contains(leaf.id.as_str()) {
            checker.report(&leaf.id, Fault::Unreachable);
        }
    }
    (pathways.leaves().len(), checker.problems)
}

struct Checker<'c> {
    pathways: &'c Pathways,
    known: Known<'c>,
    reached: BTreeSet<&'c str>,
    problems: Vec<Problem>,
}

impl<'c> Checker<'c> {
    /// Reports a fault, once.
    fn report(&mut self, page: &str, fault: Fault) {
        let found = problem(page, fault);
        if !self.problems.contains(&found) {
            self.problems.push(found);
        }
    }

    fn check_texts(&mut self) {
        let pathways = self.pathways;
        for question in &pathways.questions {
            self.check_text(&question.id, &question.text);
            for answer in &question.answers {
                self.check_text(&question.id, &answer.text);
            }
        }
        let gate = &pathways.gate;
        let answers = gate.answers.iter().map(|answer| &answer.text);
        for text in [&gate.text, &gate.why].into_iter().chain(answers) {
            self.check_text("gate", text);
        }
        for leaf in &pathways.leaves {
            self.check_text(&leaf.id, &leaf.first);
        }
    }

    /// Checks that the needs of the first page exist, and that every region has a contact to call
    /// for each kind.
    fn check_now(&mut self) {
        let now = &self.pathways.now;
        for kind in &now.call {
            self.check_text(&kind.need, &kind.name);
            self.check_text(&kind.need, &kind.short);
        }
        for need in now.call.iter().map(|kind| &kind.need).chain(&now.needs) {
            if self.known.needs.place(need).is_none() {
                self.report(need, Fault::DeadLink(need.clone()));
            }
        }
        for region in Region::ALL
            .into_iter()
            .filter(|region| *region != Region::Ca)
        {
            let calls = self.here(region).call_now(now);
            for kind in &now.call {
                if calls.iter().all(|call| call.kind.need != kind.need) {
                    self.report(&kind.need, Fault::NobodyToCall(region));
                }
            }
        }
    }

    fn check_text(&mut self, page: &str, text: &Text) {
        for language in Language::ALL {
            for flaw in typography::flaws(text.get(language), language) {
                self.report(page, Fault::Text(flaw));
            }
            if text.get(language).contains("911") {
                self.report(page, Fault::Says911);
            }
        }
    }

    /// Checks that the first answer to the first question leads to the emergency number.
    fn check_start(&mut self) {
        let start = &self.pathways.questions[0];
        let leads = start.answers.first().is_some_and(|answer| {
            let Target::Leaf(leaf) = answer.target else {
                return false;
            };
            let first = self.pathways.leaves[leaf].calls.first();
            matches!(first, Some(Source::Emergency { .. }))
        });
        if !leads {
            self.report(&start.id, Fault::DangerNotFirst);
        }
    }

    /// Follows every answer from a page; `child` if an earlier answer mentioned a child.
    fn walk_from(&mut self, walk: Walk, child: bool) {
        let pathways = self.pathways;
        let page = walk.page(pathways);
        let child = child || matches!(page, Page::Question(question, _) if question.id == CHILD);
        match page {
            Page::Leaf(leaf, _) => {
                self.reached.insert(&leaf.id);
                return;
            }
            Page::Gate(..) if child => self.report("gate", Fault::ChildGate),
            Page::Question(question, number) if number > MOST_QUESTIONS => {
                self.report(&question.id, Fault::TooLong);
                return;
            }
            Page::Gate(_, number) if number > MOST_QUESTIONS => {
                self.report("gate", Fault::TooLong);
                return;
            }
            _ => {}
        }
        for answer in 0..page.answers() {
            let mut next = walk;
            next.answer(pathways, answer);
            self.walk_from(next, child);
        }
    }

    fn check_links(&mut self, leaf: &Leaf) {
        for source in leaf.calls.iter().chain(&leaf.refused) {
            let dead = match source {
                Source::Contact { contact, .. } => self
                    .known
                    .directory
                    .get(contact)
                    .is_none()
                    .then_some(contact),
                Source::Need { need, .. } => self.known.needs.place(need).is_none().then_some(need),
                Source::Emergency { .. } | Source::Category { .. } => None,
            };
            if let Some(dead) = dead {
                self.report(&leaf.id, Fault::DeadLink(dead.clone()));
            }
        }
        let refused = &self.pathways.gate.refused_topics;
        for link in leaf.topics.iter().chain(refused) {
            for region in Region::ALL {
                let known = match link.in_region(region) {
                    Some(topic) => (self.known.is_topic)(&topic),
                    None => region == Region::Ca,
                };
                if !known {
                    self.report(&leaf.id, Fault::DeadLink(link.0.clone()));
                }
            }
        }
    }

    fn check_calls(&mut self, leaf: &Leaf) {
        let asked = match leaf.authorities {
            Authorities::Consent => &[Consent::Given, Consent::Refused][..],
            Authorities::Always | Authorities::Never => &[Consent::NotAsked],
        };
        for region in Region::ALL {
            let here = self.here(region);
            for consent in asked {
                let calls = here.calls(leaf, *consent);
                if calls.is_empty() {
                    self.report(&leaf.id, Fault::NobodyToCall(region));
                }
                let may = leaf.authorities == Authorities::Always || *consent == Consent::Given;
                for contact in calls {
                    if !may && contact.is_authority() {
                        self.report(&leaf.id, Fault::Authority(contact.id.clone()));
                    }
                    if contact.id == Region::Ca.emergency().contact && !region.emergency().is_911()
                    {
                        self.report(&leaf.id, Fault::Says911);
                    }
                }
            }
        }
    }

    fn here(&self, region: Region) -> Here<'c> {
        Here {
            directory: self.known.directory,
            needs: self.known.needs,
            places: Places::embedded(),
            region,
            town: None,
            // The open state changes only the order.
            asking: Asking {
                now: jiff::Timestamp::UNIX_EPOCH,
                here: None,
                caller: Caller::of(region),
            },
            // The language changes only the order.
            language: Language::En,
            reported: &[],
        }
    }
}

fn problem(page: &str, fault: Fault) -> Problem {
    Problem {
        file: FILE.to_owned(),
        line: 1,
        record: page.to_owned(),
        field: String::new(),
        fault,
    }
}
