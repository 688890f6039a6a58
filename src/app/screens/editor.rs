//! Text field for one line about a service: a note, labels, an error in a contact's data.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::app::action::Effect;
use crate::app::done::Done;
use crate::app::keymap::{Command, Context};
use crate::app::screen::{Handler, Input, Screen};
use crate::app::state::App;
use crate::app::view::field::Field;
use crate::app::view::layout::Area;
use crate::app::view::{Body, Layer};
use crate::bookmarks::privacy::{Finding, looks_like_personal_data};
use crate::bookmarks::{Change, Mark, Wrong};
use crate::document::{Composer, Piece, Role};

/// Purpose of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Note of this contact's bookmark.
    Note(String),
    /// Labels of this contact's bookmark.
    Labels(String),
    /// Error in this contact's data, in the worker's words. The last value is the index of the
    /// called number.
    Wrong(String, Wrong, usize),
    /// First words of a discreet page to hand over.
    FirstWords,
    /// Name of a file to write.
    FileName,
    /// Words to find in the help or the glossary.
    Find,
}

impl Purpose {
    /// Returns the contact of the line; empty if there is none.
    pub fn contact(&self) -> &str {
        match self {
            Self::Note(id) | Self::Labels(id) | Self::Wrong(id, ..) => id,
            Self::FirstWords | Self::FileName | Self::Find => "",
        }
    }

    /// Returns the id of the message of its title.
    const fn title(&self) -> &'static str {
        match self {
            Self::Note(_) => "editor-note",
            Self::Labels(_) => "editor-labels",
            Self::Wrong(..) => "editor-wrong",
            Self::FirstWords => "editor-first-words",
            Self::FileName => "editor-file-name",
            Self::Find => "editor-find",
        }
    }

    /// Returns the id of the message with advice on its content.
    const fn advice(&self) -> &'static str {
        match self {
            Self::Labels(_) => "editor-labels-advice",
            Self::Note(_) | Self::Wrong(..) => "editor-privacy",
            Self::FirstWords => "editor-first-words-advice",
            Self::FileName => "editor-file-name-advice",
            Self::Find => "editor-find-advice",
        }
    }
}

/// Line being edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editor {
    /// Purpose of the line.
    pub purpose: Purpose,
    /// Text field.
    pub field: Field,
    /// Kinds of personal data found at the first attempt to save. Saving again is allowed.
    pub findings: Vec<Finding>,
    /// Text before editing.
    before: String,
    /// Text that another session wrote since, shown at the first attempt to save.
    meanwhile: Option<String>,
    /// Text at the time of the question about leaving without saving.
    asked: Option<String>,
}

impl Editor {
    /// Creates an editor with this text.
    pub fn new(purpose: Purpose, text: &str) -> Self {
        Self {
            purpose,
            field: Field::new(text),
            findings: Vec::new(),
            before: text.to_owned(),
            meanwhile: None,
            asked: None,
        }
    }

    /// Appends the text above the line to a document.
    ///
    /// The line needs a row of its own below it. On a low screen the contact's name is left out
    /// first, then the advice, which the warning repeats; the warning only gets shorter.
    fn head_of(&self, app: &App, width: u16, composer: &mut Composer) {
        let rows = app.layout().map_or(u16::MAX, |layout| layout.body.height);
        let room = usize::from(rows.saturating_sub(1));
        let mut wordings = self.wordings(app, width);
        let last = wordings.len() - 1;
        let fits = |wording: &Vec<Words>| rows_of(wording, width) <= room;
        let index = wordings.iter().position(fits).unwrap_or(last);
        for (text, role) in wordings.swap_remove(index) {
            composer.paragraph(0, vec![Piece::new(text, role)]);
        }
    }

    /// Returns possible texts above the line, the longest first.
    fn wordings(&self, app: &App, width: u16) -> Vec<Vec<Words>> {
        let messages = app.messages();
        let name = app.name_of(self.purpose.contact());
        let title = |name: &str| {
            let title = match &self.purpose {
                Purpose::Note(id) if !app.note_of(id).is_empty() => "editor-note-again",
                purpose => purpose.title(),
            };
            let text = messages.format(title, &[("name", name.into())]);
            (text, Role::Title)
        };
        let advice = || (messages.text(self.purpose.advice()), Role::Text);
        let short = in_one_row(name, usize::from(width), |name| title(name).0);
        if let Some(theirs) = &self.meanwhile {
            let fits = |text: &str| messages.filled("editor-meanwhile", "text", text);
            let whole = (fits(theirs), Role::Warning);
            let cut = in_one_row(theirs, 2 * usize::from(width), fits);
            let cut = (fits(&cut), Role::Warning);
            return vec![
                vec![title(name), whole],
                vec![title(&short), cut.clone()],
                vec![cut],
            ];
        }
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

impl Screen for Editor {
    fn context(&self) -> Context {
        Context::Editor
    }

    fn handler(&self) -> Handler {
        handle
    }

    fn body<'a>(&'a self, _app: &'a App, _area: Area) -> Body<'a> {
        Body::Line(&self.field)
    }

    fn layer(&self) -> Layer {
        Layer::Editor
    }

    fn head(&self, app: &App, width: u16, composer: &mut Composer) {
        self.head_of(app, width, composer);
    }

    fn footer_word(&self, _app: &App, command: Command) -> Option<&'static str> {
        (command == Command::Open && self.purpose == Purpose::Find).then_some("footer-find")
    }

    fn field_mut(&mut self) -> Option<&mut Field> {
        Some(&mut self.field)
    }

    fn is_unsaved(&self) -> bool {
        self.field.text() != self.before
    }

    fn asks_before_leaving(&mut self) -> bool {
        let now = self.field.text();
        if now == self.before || self.asked.as_deref() == Some(now) {
            return false;
        }
        self.asked = Some(now.to_owned());
        true
    }
}

fn handle(app: &mut App, input: Input<'_>) -> Option<Vec<Effect>> {
    match input {
        Input::Command(Command::Open | Command::Save) if app.refuses_file_name() => {
            Some(Vec::new())
        }
        Input::Command(Command::Open | Command::Save) => Some(app.save_line()),
        _ => None,
    }
}

impl App {
    /// Returns the line being edited; `None` if another screen has the focus.
    pub fn editor(&self) -> Option<&Editor> {
        self.top::<Editor>()
    }

    /// Opens a line with this text.
    pub(in crate::app) fn open_editor(&mut self, purpose: Purpose, text: &str) {
        self.lay_over(Editor::new(purpose, text));
    }

    /// Handles Enter. Text that looks like personal data causes a question once; then it is saved.
    fn save_line(&mut self) -> Vec<Effect> {
        let Some(editor) = self.top::<Editor>().cloned() else {
            return Vec::new();
        };
        let text = editor.field.text().trim().to_owned();
        let present = self.present_text(&editor.purpose);
        if let Some(present) = present.filter(|present| {
            ![&editor.before, &text].contains(&present)
                && editor.meanwhile.as_ref() != Some(present)
        }) && let Some(editor) = self.top_mut::<Editor>()
        {
            editor.meanwhile = Some(present);
            return Vec::new();
        }
        let findings = self.findings(&editor.purpose, &text);
        if findings != editor.findings
            && let Some(editor) = self.top_mut::<Editor>()
            && !findings.is_empty()
        {
            editor.meanwhile = None;
            editor.findings = findings;
            return Vec::new();
        }
        self.overlays.pop();
        let name = self.name_of(editor.purpose.contact()).to_owned();
        match editor.purpose {
            Purpose::Note(id) => self.change(Change::Note { id, text }, Done::NoteSaved(name)),
            Purpose::Labels(id) => {
                let labels = text.split([',', ';']).map(ToOwned::to_owned).collect();
                self.change(Change::Labels { id, labels }, Done::LabelsSaved(name))
            }
            Purpose::Wrong(id, kind, line) => self.mark(&id, Mark::Wrong { kind, text }, line),
            Purpose::FirstWords => {
                self.take_first_words(text);
                Vec::new()
            }
            Purpose::FileName => {
                self.take_file_name(&text);
                Vec::new()
            }
            Purpose::Find => {
                self.find_in_page(&text);
                Vec::new()
            }
        }
    }

    /// Returns the note or the labels of a line as the list has them now; `None` for another line.
    fn present_text(&self, purpose: &Purpose) -> Option<String> {
        match purpose {
            Purpose::Note(id) => Some(self.note_of(id)),
            Purpose::Labels(id) => Some(self.labels_of(id)),
            _ => None,
        }
    }

    fn findings(&self, purpose: &Purpose, text: &str) -> Vec<Finding> {
        // The first words are addressed to the person who gets the page.
        if matches!(
            purpose,
            Purpose::Labels(_) | Purpose::FirstWords | Purpose::Find
        ) {
            return Vec::new();
        }
        let id = purpose.contact();
        let phones = self
            .contact(id)
            .into_iter()
            .flat_map(|contact| &contact.phones);
        let kept = self.list.get(id).and_then(|entry| entry.snapshot.as_ref());
        let kept = kept.into_iter().flat_map(|snapshot| &snapshot.phones);
        let phones: Vec<&str> = phones
            .map(|phone| phone.number.as_str())
            .chain(kept.map(|phone| phone.number.as_str()))
            .collect();
        looks_like_personal_data(text, &phones)
    }
}

/// Paragraph above the line.
type Words = (String, Role);

/// Returns the number of rows of paragraphs.
fn rows_of(wording: &[Words], width: u16) -> usize {
    let mut composer = Composer::new(width);
    for (text, role) in wording {
        composer.paragraph(0, vec![Piece::new(text, *role)]);
    }
    composer.finish().rows.len()
}

/// Returns the name, cut at its end until the sentence with it takes at most `width` columns.
pub(in crate::app) fn in_one_row(
    name: &str,
    width: usize,
    sentence: impl Fn(&str) -> String,
) -> String {
    let ends = name.grapheme_indices(true).rev().map(|(end, _)| end);
    let cut = ends.map(|end| format!("{}…", name[..end].trim_end()));
    std::iter::once(name.to_owned())
        .chain(cut)
        .find(|name| sentence(name).width() <= width)
        .unwrap_or_default()
}
