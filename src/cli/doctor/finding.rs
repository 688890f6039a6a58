//! What was looked at, what was found, and whether somebody must do something.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::cli::printing;

/// Whether it is as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It is.
    Ok,
    /// It is, and there is something to know about it.
    Note,
    /// It is not: somebody must do something.
    Off,
}

impl State {
    /// Id of the message that is its mark.
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Ok => "doctor-mark-ok",
            Self::Note => "doctor-mark-note",
            Self::Off => "doctor-mark-off",
        }
    }
}

/// One thing that was looked at.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// What it is, for programs: never changes.
    pub id: &'static str,
    /// Whether it is as it should be.
    pub state: State,
    /// Id of the message that names it.
    #[serde(skip)]
    pub label: &'static str,
    /// What was found, in the worker's language.
    pub said: String,
    /// What to do about it, or what to know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub advice: Option<String>,
    /// What was found, for programs.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub facts: Map<String, Value>,
}

impl Finding {
    /// Something that is as it should be.
    pub fn ok(id: &'static str, label: &'static str, said: impl Into<String>) -> Self {
        Self {
            id,
            state: State::Ok,
            label,
            said: said.into(),
            advice: None,
            facts: Map::new(),
        }
    }

    /// The same with something to know about it.
    pub fn noting(mut self, advice: impl Into<String>) -> Self {
        self.state = State::Note;
        self.advice = Some(advice.into());
        self
    }

    /// The same as something that must be put right, and how.
    pub fn off(mut self, advice: impl Into<String>) -> Self {
        self.state = State::Off;
        self.advice = Some(advice.into());
        self
    }

    /// The same with a fact for programs.
    pub fn fact(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.facts.insert(name.to_owned(), value.into());
        self
    }
}

/// Everything, for programs.
pub fn json(findings: &[Finding]) -> serde_json::Result<String> {
    #[derive(Serialize)]
    struct Report<'a> {
        version: &'static str,
        well: bool,
        findings: &'a [Finding],
    }
    printing::json(&Report {
        version: env!("CARGO_PKG_VERSION"),
        well: findings.iter().all(|finding| finding.state != State::Off),
        findings,
    })
}
