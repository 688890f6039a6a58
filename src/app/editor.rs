//! One line to write about a service: a note, labels, what is wrong with a contact.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::field::Field;
use super::state::App;
use crate::bookmarks::Wrong;
use crate::bookmarks::privacy::Finding;
use crate::document::{Composer, Piece, Role};

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
    /// What stood there before she wrote.
    before: String,
    /// What stood there when she was asked whether to leave without saving.
    asked: Option<String>,
}

impl Editor {
    /// An editor of that text.
    pub fn new(purpose: Purpose, text: &str) -> Self {
        Self {
            purpose,
            field: Field::new(text),
            findings: Vec::new(),
            before: text.to_owned(),
            asked: None,
        }
    }

    /// Whether to ask before what she wrote is lost; only once, until she writes on.
    pub(super) fn asks_before_leaving(&mut self) -> bool {
        let now = self.field.text();
        if now == self.before || self.asked.as_deref() == Some(now) {
            return false;
        }
        self.asked = Some(now.to_owned());
        true
    }

    /// Puts the words above the line into a document.
    ///
    /// The line needs a row of its own below them. On a low screen the contact's name gives way first,
    /// then the advice, which the warning says again; the warning only gets shorter.
    pub(super) fn head(&self, app: &App, width: u16, composer: &mut Composer) {
        let rows = app.layout().map_or(u16::MAX, |layout| layout.body.height);
        let room = usize::from(rows.saturating_sub(1));
        let mut wordings = self.wordings(app, width);
        let last = wordings.len() - 1;
        let fits = |wording: &Vec<Words>| rows_of(wording, width) <= room;
        let place = wordings.iter().position(fits).unwrap_or(last);
        for (text, role) in wordings.swap_remove(place) {
            composer.paragraph(0, vec![Piece::new(text, role)]);
        }
    }

    /// What may stand above the line, the longest first.
    fn wordings(&self, app: &App, width: u16) -> Vec<Vec<Words>> {
        let messages = app.messages();
        let name = app.name_of(self.purpose.contact());
        let title = |name: &str| {
            let text = messages.format(self.purpose.title(), &[("name", name.into())]);
            (text, Role::Title)
        };
        let advice = || (messages.text(self.purpose.advice()), Role::Text);
        let short = in_one_row(name, usize::from(width), |name| title(name).0);
        if self.findings.is_empty() {
            return vec![
                vec![title(name), advice()],
                vec![title(&short), advice()],
                vec![advice()],
            ];
        }
        let found: Vec<String> = self
            .findings
            .iter()
            .map(|finding| messages.text(finding.message_id()))
            .collect();
        let found = found.join(", ");
        let warning = |id| {
            let text = messages.format(id, &[("found", found.as_str().into())]);
            (text, Role::Warning)
        };
        vec![
            vec![title(name), advice(), warning("editor-warning")],
            vec![title(&short), advice(), warning("editor-warning")],
            vec![advice(), warning("editor-warning")],
            vec![warning("editor-warning")],
            vec![warning("editor-warning-short")],
            vec![warning("editor-warning-shortest")],
        ]
    }
}

/// A paragraph above the line.
type Words = (String, Role);

/// How many rows paragraphs take.
fn rows_of(wording: &[Words], width: u16) -> usize {
    let mut composer = Composer::new(width);
    for (text, role) in wording {
        composer.paragraph(0, vec![Piece::new(text, *role)]);
    }
    composer.finish().rows.len()
}

/// Returns the name, cut at its end until the sentence about it takes no more than `width` columns.
pub(super) fn in_one_row(name: &str, width: usize, sentence: impl Fn(&str) -> String) -> String {
    let ends = name.grapheme_indices(true).rev().map(|(end, _)| end);
    let cut = ends.map(|end| format!("{}…", name[..end].trim_end()));
    std::iter::once(name.to_owned())
        .chain(cut)
        .find(|name| sentence(name).width() <= width)
        .unwrap_or_default()
}
