//! Step by step: at most five questions that lead to contacts and topics.
//!
//! `assets/pathways.json` has the questions and the leaves. [`Walk`] records the answers, [`Here`]
//! finds the contacts of a leaf. Danger is asked first; no question of consent is asked about a
//! child; an adult's consent is asked before every authority.

pub mod check;
mod nearness;
mod serving;
mod steps;
mod territory;
mod walk;

use std::sync::LazyLock;

use serde::Deserialize;
use thiserror::Error;

use crate::directory::{Audience, Category, Region};
use crate::guide::TopicId;
use crate::i18n::{Language, Text};

pub use serving::{Call, Here};
pub use steps::{MOST_CALLS, Step};
pub use walk::{Consent, Page, Walk};

/// Greatest number of questions from the start to a leaf, including the one about consent.
pub const MOST_QUESTIONS: usize = 5;

/// Embedded questions and leaves, as JSON.
pub const EMBEDDED: &str = include_str!("../../assets/pathways.json");

/// Reason for the pathways not being loaded.
#[derive(Debug, Error)]
pub enum PathwaysError {
    /// The file has the wrong form.
    #[error("pathways: {0}")]
    Shape(#[from] serde_json::Error),
    /// An answer leads to a question or a leaf that does not exist.
    #[error("pathways: no question or leaf “{0}”")]
    Unknown(String),
    /// No question, or no leaf.
    #[error("pathways: no questions or no leaves")]
    Empty,
}

/// Questions and leaves.
#[derive(Clone, Debug)]
pub struct Pathways {
    now: Now,
    ages: Ages,
    questions: Vec<Question>,
    gate: Gate,
    danger: usize,
    leaves: Vec<Leaf>,
}

/// Content of the first page.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Now {
    /// Kinds of help to call at once, in order of gravity.
    pub call: Vec<CallKind>,
    /// Ids of the most common needs, in order of gravity.
    pub needs: Vec<String>,
}

/// Kind of help to call at once.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallKind {
    /// Id of its need.
    pub need: String,
    /// Name.
    pub name: Text,
    /// Name in at most 16 columns.
    pub short: Text,
    /// True if services of the worker's town come before those of the whole region.
    #[serde(default)]
    near: bool,
    /// True if contacts with the category of the need come before others.
    #[serde(default)]
    exact: bool,
    /// Id of the contact for this kind in every region, if there is one.
    #[serde(default)]
    contact: Option<String>,
}

/// Age below which a person counts as a child, by region.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Ages {
    default: u8,
    /// Regions whose duty to report covers everyone under 19.
    under_19: Vec<Region>,
}

/// Question with its answers.
#[derive(Clone, Debug)]
pub struct Question {
    /// Stable id (`age`).
    pub id: String,
    /// Text of the question.
    pub text: Text,
    /// Answers in the order of their digits.
    pub answers: Vec<Answer>,
}

/// Answer to a question.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Text of the answer; [`Pathways::say`] fills in the age.
    pub text: Text,
    /// Target of the answer.
    pub target: Target,
}

/// Target of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Question, by its index.
    Question(usize),
    /// Leaf, by its index.
    Leaf(usize),
}

/// Question about an adult's consent to a call to an authority.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gate {
    /// Text of the question.
    pub text: Text,
    /// Reason for the question.
    pub why: Text,
    /// Answers in the order of their digits.
    pub answers: Vec<GateAnswer>,
    /// Topics after a refusal.
    pub refused_topics: Vec<TopicLink>,
    /// Id of the leaf for a person who cannot answer and is in danger.
    danger: String,
}

/// Answer about consent.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GateAnswer {
    /// Meaning of the answer.
    pub consent: Consent,
    /// Text of the answer.
    pub text: Text,
}

/// End of the questions: contacts and topics.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leaf {
    /// Stable id (`bed-woman`).
    pub id: String,
    /// First thing to do.
    pub first: Text,
    /// Condition for showing authorities.
    pub authorities: Authorities,
    /// Contacts, in order.
    calls: Vec<Source>,
    /// Contacts after a refusal; if empty, `calls` without the authorities.
    #[serde(default)]
    refused: Vec<Source>,
    /// Categories that are never shown here.
    #[serde(default)]
    without: Vec<Category>,
    /// True to leave out contacts for women that do not serve men.
    #[serde(default)]
    for_anyone: bool,
    /// Topics, in order.
    topics: Vec<TopicLink>,
}

/// Condition under which a leaf shows police, tip lines, border and immigration authorities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Authorities {
    /// Always: in danger, and for a child.
    Always,
    /// After an adult has agreed.
    Consent,
    /// Never.
    Never,
}

/// Rule that finds contacts for a leaf.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum Source {
    /// Emergency number of the region.
    Emergency {
        #[serde(rename = "emergency")]
        _emergency: True,
    },
    /// Contact in these regions, or in all.
    Contact {
        contact: String,
        #[serde(default)]
        regions: Vec<Region>,
    },
    /// Contacts for a need.
    Need { need: String, limit: Option<usize> },
    /// Contacts of a category, for one of these audiences or for any.
    Category {
        category: Category,
        #[serde(default)]
        audience: Vec<Audience>,
        limit: Option<usize>,
    },
}

/// JSON value `true`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "bool")]
struct True;

impl TryFrom<bool> for True {
    type Error = &'static str;

    fn try_from(value: bool) -> Result<Self, Self::Error> {
        value.then_some(Self).ok_or("must be true")
    }
}

/// Link to a topic; `{region}` in it stands for the region's slug.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub struct TopicLink(String);

impl TopicLink {
    /// Returns the topic in a region; `None` if the link has no target there, such as a province's
    /// topic for all of Canada.
    pub fn in_region(&self, region: Region) -> Option<TopicId> {
        if region == Region::Ca && self.0.contains("{region}") {
            return None;
        }
        TopicId::parse(&self.0.replace("{region}", &region.slug()))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    now: Now,
    ages: Ages,
    questions: Vec<FileQuestion>,
    gate: Gate,
    leaves: Vec<Leaf>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileQuestion {
    id: String,
    text: Text,
    answers: Vec<FileAnswer>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileAnswer {
    text: Text,
    question: Option<String>,
    leaf: Option<String>,
}

impl Pathways {
    /// Returns the embedded questions and leaves, loaded at the first call; `None` if they are
    /// damaged, which a test keeps from being released.
    pub fn embedded() -> Option<&'static Self> {
        static PATHWAYS: LazyLock<Option<Pathways>> =
            LazyLock::new(|| Pathways::read(EMBEDDED).ok());
        PATHWAYS.as_ref()
    }

    /// Parses questions and leaves from JSON.
    ///
    /// # Errors
    /// If the form is wrong, or an answer has no target.
    pub fn read(text: &str) -> Result<Self, PathwaysError> {
        let file: File = serde_json::from_str(text)?;
        if file.questions.is_empty() || file.leaves.is_empty() {
            return Err(PathwaysError::Empty);
        }
        let question_ids: Vec<String> = file.questions.iter().map(|one| one.id.clone()).collect();
        let leaf = |id: &str| {
            let found = file.leaves.iter().position(|leaf| leaf.id == id);
            found.ok_or_else(|| PathwaysError::Unknown(id.to_owned()))
        };
        let target = |answer: &FileAnswer| match (&answer.question, &answer.leaf) {
            (Some(id), None) => {
                let found = question_ids.iter().position(|question| question == id);
                let found = found.ok_or_else(|| PathwaysError::Unknown(id.clone()));
                found.map(Target::Question)
            }
            (None, Some(id)) => leaf(id).map(Target::Leaf),
            _ => Err(PathwaysError::Unknown(answer.text.en.clone())),
        };
        let answer = |answer: FileAnswer| {
            let target = target(&answer)?;
            Ok(Answer {
                text: answer.text,
                target,
            })
        };
        let question = |question: FileQuestion| {
            let answers = question.answers.into_iter().map(answer);
            Ok(Question {
                id: question.id,
                text: question.text,
                answers: answers.collect::<Result<_, PathwaysError>>()?,
            })
        };
        let questions = file.questions.into_iter().map(question);
        Ok(Self {
            questions: questions.collect::<Result<_, PathwaysError>>()?,
            danger: leaf(&file.gate.danger)?,
            now: file.now,
            ages: file.ages,
            gate: file.gate,
            leaves: file.leaves,
        })
    }

    /// Returns a text in a language, with the age below which a person is a child in the region.
    pub fn say(&self, text: &Text, region: Region, language: Language) -> String {
        let age = if self.ages.under_19.contains(&region) {
            19
        } else {
            self.ages.default
        };
        text.get(language).replace("{age}", &age.to_string())
    }

    /// Returns the content of the first page.
    pub const fn now(&self) -> &Now {
        &self.now
    }

    /// Returns the leaves.
    pub fn leaves(&self) -> &[Leaf] {
        &self.leaves
    }
}

impl Leaf {
    /// Returns the topics to read in a region, those about consent first if consent was refused.
    pub fn topics(&self, pathways: &Pathways, consent: Consent, region: Region) -> Vec<TopicId> {
        let refused = (consent == Consent::Refused).then_some(&pathways.gate.refused_topics);
        let links = refused.into_iter().flatten().chain(&self.topics);
        let mut found: Vec<TopicId> = Vec::new();
        for topic in links.filter_map(|link| link.in_region(region)) {
            if !found.contains(&topic) {
                found.push(topic);
            }
        }
        found
    }
}

impl Source {
    /// Returns the greatest number of contacts.
    fn limit(&self) -> usize {
        match self {
            Self::Need { limit, .. } | Self::Category { limit, .. } => limit.unwrap_or(MOST_CALLS),
            Self::Emergency { .. } | Self::Contact { .. } => 1,
        }
    }
}

#[cfg(test)]
mod tests;
