//! Output after a line: the events, and the place if it changed.

use super::linear;
use super::list;
use super::place::{Kind, Place};
use super::{Plain, Saves};
use crate::app::App;
use crate::app::screens::editor::Purpose;
use crate::app::screens::own_form::{OwnForm, OwnRow};
use crate::app::subject::PageKind;
use crate::app::subject::Subject;
use crate::i18n::Argument;

impl<S: Saves> Plain<S> {
    /// Prints a message.
    pub(super) fn say(&mut self, id: &'static str, arguments: &[(&str, Argument<'_>)]) {
        let text = self.app.messages().format(id, arguments);
        self.lines.say(&text);
    }

    /// Prints a hint, once in a session.
    pub(super) fn hint(&mut self, id: &'static str) {
        if !self.hinted.contains(&id) {
            self.hinted.push(id);
            self.say(id, &[]);
        }
    }

    /// Prints audience, region and language.
    pub(super) fn say_whereabouts(&mut self) {
        let text = self.whereabouts();
        self.lines.say(&text);
    }

    pub(super) fn whereabouts(&self) -> String {
        let messages = self.app.messages();
        let whereabouts = self.app.whereabouts();
        let language = messages.text("language-own-name");
        let worker = self.app.worker().map(ToOwned::to_owned);
        let parts: Vec<String> = worker.into_iter().chain([whereabouts, language]).collect();
        parts.join(", ") + "."
    }

    /// Prints the events, and the place if it is new or changed.
    pub(super) fn tell(&mut self) {
        let messages = self.app.messages();
        let notices = self.app.take_notices();
        for notice in &notices {
            self.lines.say(&notice.line(messages));
        }
        let place = Place::of(&self.app);
        if self.untold.take().as_ref() == Some(&place) {
            self.rest.clear();
            self.place = Some(place);
        } else if self
            .place
            .as_ref()
            .is_some_and(|at| at.is_translated(&place))
            && place.kind == Kind::List
        {
            self.place = Some(place);
            self.show_list_from(self.page);
        } else if self.place.as_ref() != Some(&place) {
            let returned = self.before.as_ref() == Some(&place);
            let known = returned && self.place.as_ref().is_some_and(|at| at.speaks_like(&place));
            self.before = self.place.replace(place);
            let rest = std::mem::take(&mut self.rest);
            let rest = std::mem::replace(&mut self.rest_before, rest);
            if returned && !self.lines.is_empty() && self.numbers_hold() {
                // Back from a question whose answer was printed: the place is known.
                self.remember();
                self.rest = rest;
            } else if known && self.lines.is_empty() && place_kind(&self.app) == Kind::Reading {
                self.rest = rest;
                self.show_title();
            } else {
                self.show();
            }
        } else if place.kind == Kind::List {
            self.tell_changes(!notices.is_empty());
        } else if place.kind == Kind::Form {
            self.ask_row();
        }
        if self.lines.is_empty() && !matches!(place_kind(&self.app), Kind::Form) {
            self.say("plain-nothing", &[]);
        }
        if self.piped
            && let Some(question) = self.question()
        {
            self.lines.say(&question);
        }
    }

    /// Prints the present place from its start.
    pub(super) fn show(&mut self) {
        self.rest.clear();
        self.asked_row = None;
        match place_kind(&self.app) {
            Kind::List => self.show_list(),
            Kind::Reading => self.show_document(),
            Kind::Editor => self.show_editor(),
            Kind::Form => self.show_form(),
        }
    }

    /// Prints the title of a known place, and the word that prints it again.
    fn show_title(&mut self) {
        self.asked_row = None;
        if let Some(title) = self.read_aloud().first() {
            self.lines.say(title);
        }
        if self.rest.is_empty() {
            self.hint("plain-hint-again");
        } else {
            self.say_rest_is_left();
        }
    }

    fn show_document(&mut self) {
        self.rest = self
            .read_aloud()
            .iter()
            .flat_map(|text| self.lines.broken(text))
            .collect();
        self.show_rest();
    }

    /// Returns the paragraphs of the page, with its position in the list after the title.
    fn read_aloud(&self) -> Vec<String> {
        let mut paragraphs = if self.app.subject() == Subject::Nothing {
            vec![self.app.messages().text(self.nothing_listed())]
        } else {
            let say = match self.app.subject() {
                Subject::Page(PageKind::TopicSources(_)) => linear::points_in_brief,
                _ => linear::paragraphs,
            };
            say(&self.app.document(u16::MAX), self.app.messages())
        };
        let position = self.position();
        if let (Some(title), Some(position)) = (paragraphs.first_mut(), position) {
            title.push_str(", ");
            title.push_str(&position);
        }
        paragraphs
    }

    /// Returns the position of the page in its list.
    fn position(&self) -> Option<String> {
        let here = (self.app.pane().listing.selected, self.app.list_length());
        let (index, count) = self.app.result().unwrap_or(here);
        if !self.app.at_tab() || count < 2 {
            return None;
        }
        let arguments = [("place", (index + 1).into()), ("count", count.into())];
        Some(self.app.messages().format("plain-position", &arguments))
    }

    /// Prints as much of the page as fits into the window; all of it in a pipe.
    pub(super) fn show_rest(&mut self) {
        let rows = self.lines.paper().rows.map_or(usize::MAX, usize::from);
        // The next prompt needs a line of its own; a truncated text needs two more, for the remark
        // and the word that continues.
        let now = if self.rest.len() < rows {
            self.rest.len()
        } else {
            rows.saturating_sub(3).max(5).min(self.rest.len())
        };
        for line in self.rest.drain(..now).collect::<Vec<_>>() {
            self.lines.line(&line);
        }
        if !self.rest.is_empty() {
            self.say_rest_is_left();
        } else if place_kind(&self.app) == Kind::Reading
            && !self.app.document(u16::MAX).links.is_empty()
        {
            self.hint("plain-hint-links");
        }
    }

    fn say_rest_is_left(&mut self) {
        let left = [("count", self.rest.len().into())];
        self.say("plain-lines-left", &left);
    }

    fn show_editor(&mut self) {
        let (head, _) = list::editor_head(&self.app);
        for text in head {
            self.lines.say(&text);
        }
        if let Some(editor) = self.app.editor()
            && !editor.field.text().is_empty()
        {
            let text = editor.field.text().to_owned();
            self.say("plain-now", &[("text", text.into())]);
        }
        let Some(editor) = self.app.editor() else {
            return;
        };
        if !editor.findings.is_empty() {
            // As the question says, Enter alone saves now.
            self.say("plain-hint-asked", &[]);
        } else if matches!(editor.purpose, Purpose::Wrong(..)) {
            self.say("plain-hint-wrong", &[]);
        } else {
            self.hint("plain-hint-editor");
        }
    }

    fn show_form(&mut self) {
        for text in list::editor_head(&self.app).0 {
            self.lines.say(&text);
        }
        self.hint("plain-hint-form");
        self.ask_row();
    }

    /// Prints all rows before the last row of a form.
    fn ask_row(&mut self) {
        let Some(form) = self.form().cloned() else {
            return;
        };
        if self.asked_row == Some(form.row) {
            return;
        }
        self.asked_row = Some(form.row);
        match form.focused() {
            OwnRow::Save => self.show_rows(&form),
            OwnRow::Category | OwnRow::Region => self.hint("plain-hint-row"),
            _ => {}
        }
    }

    fn show_rows(&mut self, form: &OwnForm) {
        let messages = self.app.messages();
        let end = messages.text("label-end");
        let rows = OwnRow::ALL.into_iter().enumerate();
        for (index, row) in rows.filter(|(_, row)| *row != OwnRow::Save) {
            let name = messages.text(row.message_id());
            let value = form.value(row, messages);
            let value = format!("{name}{end} {value}");
            self.lines.say(&item(index, value.trim_end(), ""));
        }
        self.say("plain-form-save", &[]);
    }
}

/// Formats an item with its number.
pub(super) fn item(index: usize, name: &str, more: &str) -> String {
    format!("{}. {name}{more}", index + 1)
}

fn place_kind(app: &App) -> Kind {
    super::place::kind(app)
}
