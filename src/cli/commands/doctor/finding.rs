//! A finding: its subject, result, and advice.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::cli::output::printing;

/// State of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// In order.
    Ok,
    /// In order, with a remark.
    Note,
    /// A problem that needs an action.
    Off,
}

impl State {
    /// Returns the id of the message of its mark.
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Ok => "doctor-mark-ok",
            Self::Note => "doctor-mark-note",
            Self::Off => "doctor-mark-off",
        }
    }
}

/// Result of one check.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// Stable id for programs.
    pub id: &'static str,
    /// State.
    pub state: State,
    /// Id of the message of its subject.
    #[serde(skip)]
    pub label: &'static str,
    /// Result, in the worker's language.
    pub said: String,
    /// Advice or remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub advice: Option<String>,
    /// Result for programs.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub facts: Map<String, Value>,
}

impl Finding {
    /// Creates a finding without a problem.
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

    /// Adds a remark to the finding.
    pub fn noting(mut self, advice: impl Into<String>) -> Self {
        self.state = State::Note;
        self.advice = Some(advice.into());
        self
    }

    /// Turns the finding into a problem, with advice.
    pub fn off(mut self, advice: impl Into<String>) -> Self {
        self.state = State::Off;
        self.advice = Some(advice.into());
        self
    }

    /// Adds a fact for programs.
    pub fn fact(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.facts.insert(name.to_owned(), value.into());
        self
    }
}

/// Formats all findings as JSON.
pub fn json(findings: &[Finding]) -> serde_json::Result<String> {
    #[derive(Serialize)]
    struct Report<'a> {
        schema: u32,
        version: &'static str,
        well: bool,
        findings: &'a [Finding],
    }
    printing::json(&Report {
        schema: 1,
        version: env!("CARGO_PKG_VERSION"),
        well: findings.iter().all(|finding| finding.state != State::Off),
        findings,
    })
}
