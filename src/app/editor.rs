//! One line to write about a service: a note, labels, what is wrong with a contact.

use super::document::{Composer, Piece, Role};
use super::field::Field;
use super::state::App;
use crate::bookmarks::Wrong;
use crate::bookmarks::privacy::Finding;

/// What a line is written for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The note of that contact's bookmark.
    Note(String),
    /// The labels of that contact's bookmark.
    Labels(String),
    /// What is wrong with that contact, in her words.
    Wrong(String, Wrong),
}

impl Purpose {
    /// The contact that it is about.
    pub fn contact(&self) -> &str {
        match self {
            Self::Note(id) | Self::Labels(id) | Self::Wrong(id, _) => id,
        }
    }

    /// Id of the message that asks for the line.
    const fn title(&self) -> &'static str {
        match self {
            Self::Note(_) => "editor-note",
            Self::Labels(_) => "editor-labels",
            Self::Wrong(..) => "editor-wrong",
        }
    }

    /// Id of the message that says what belongs into the line.
    const fn advice(&self) -> &'static str {
        match self {
            Self::Labels(_) => "editor-labels-advice",
            Self::Note(_) | Self::Wrong(..) => "editor-privacy",
        }
    }
}

/// A line being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editor {
    /// What it is for.
    pub purpose: Purpose,
    /// The line.
    pub field: Field,
    /// What of a person's data the line looked like when she wanted to save it. She may still.
    pub findings: Vec<Finding>,
}

impl Editor {
    /// An editor of that text.
    pub fn new(purpose: Purpose, text: &str) -> Self {
        Self {
            purpose,
            field: Field::new(text),
            findings: Vec::new(),
        }
    }

    /// Puts the words above the line into a document.
    pub(super) fn head(&self, app: &App, composer: &mut Composer) {
        let messages = app.messages();
        let name = app.name_of(self.purpose.contact());
        let title = messages.format(self.purpose.title(), &[("name", name.into())]);
        composer.paragraph(0, vec![Piece::new(title, Role::Title)]);
        composer.paragraph(0, vec![Piece::text(messages.text(self.purpose.advice()))]);
        if self.findings.is_empty() {
            return;
        }
        let found: Vec<String> = self
            .findings
            .iter()
            .map(|finding| messages.text(finding.message_id()))
            .collect();
        let warning = messages.format("editor-warning", &[("found", found.join(", ").into())]);
        composer.paragraph(0, vec![Piece::new(warning, Role::Warning)]);
    }
}
