//! Lines typed into text fields: a note, labels, the rows of an own contact. A few words stay
//! commands here, to leave the field.

use super::place::Place;
use super::words::{self, Word, WordEffect, folded, number, understand};
use super::{Plain, Saves};
use crate::app::Action;
use crate::app::keymap::Command;
use crate::app::screens::editor::Purpose;
use crate::app::screens::own_form::{OwnForm, OwnRow};
use crate::app::view::field::Field;
use crate::i18n::{Language, Messages};

/// A line with this text alone clears the field.
const EMPTY: &str = "-";

/// Number of digits of the longest number that opens an item or a short code; longer ones are phone
/// numbers, and text.
const SHORT_CODE: usize = 4;

impl<S: Saves> Plain<S> {
    /// Returns the command of a line that leaves the field. A letter alone is text.
    fn way_out(&self, line: &str) -> Option<&'static Word> {
        let word = words::find(line, self.app.language())?;
        let leaves = matches!(
            word.does,
            WordEffect::Clear
                | WordEffect::Ask(
                    Command::Back | Command::Undo | Command::Quit | Command::ClearAndQuit
                )
        );
        (leaves && line.chars().count() > 1).then_some(word)
    }

    /// Handles a line about a service. A line that is a command anywhere else is stored only after
    /// Enter alone: its author may have overlooked the question.
    pub(super) fn write(&mut self, line: &str) {
        let doubted = self.doubted.take();
        if let Some(word) = self.way_out(line) {
            self.leave_unchanged(word);
        } else if let (Some(doubted), true) = (doubted, line.is_empty()) {
            self.write_as_it_is(&doubted);
        } else {
            let text = self.without_own_word(line);
            let of_an_item = text.is_some_and(begins_with_number);
            if of_an_item || (text.is_none() && self.is_like_a_command(line)) {
                self.doubt(line);
            } else {
                self.write_as_it_is(text.unwrap_or(line));
            }
        }
    }

    /// Returns the text after the word that opens the open field: *note closed on Mondays* while a
    /// note is written.
    fn without_own_word<'t>(&self, line: &'t str) -> Option<&'t str> {
        let command = match self.app.editor()?.purpose {
            Purpose::Note(_) => Command::Note,
            Purpose::Labels(_) => Command::Labels,
            _ => return None,
        };
        let (first, text) = line.split_once(' ')?;
        let word = words::find(first, self.app.language())?;
        let text = text.trim();
        (!text.is_empty() && word.does == WordEffect::Ask(command)).then_some(text)
    }

    /// Returns true if the line would be a command outside of the field. A letter alone is text.
    fn is_like_a_command(&self, line: &str) -> bool {
        let opens = |text| number(text).is_some() && text.chars().count() <= SHORT_CODE;
        let Some((word, rest)) = understand(line, self.app.language()) else {
            return opens(line);
        };
        line.chars().count() > 1
            && match word.does {
                WordEffect::Help => {
                    rest.is_empty() || words::find(rest, self.app.language()).is_some()
                }
                WordEffect::Ask(Command::Region) => {
                    rest.is_empty() || self.region_named(rest).is_some()
                }
                _ => true,
            }
    }

    /// Asks about a line that is like a command, and stores nothing.
    fn doubt(&mut self, line: &str) {
        self.doubt_because("plain-like-a-command", line);
    }

    /// Stores a line only after Enter alone, for the reason of a message.
    pub(super) fn doubt_because(&mut self, reason: &'static str, line: &str) {
        self.say(reason, &[("text", line.into())]);
        self.doubted = Some(line.to_owned());
    }

    /// Writes text about a service, even if it is a command on a line of its own.
    pub(super) fn write_as_it_is(&mut self, line: &str) {
        let Some(editor) = self.app.editor().cloned() else {
            return;
        };
        if line.is_empty() {
            let asked = !editor.findings.is_empty();
            let may_be_empty = matches!(editor.purpose, Purpose::Wrong(..));
            if !asked && !may_be_empty {
                self.command(Command::Back);
                self.say("plain-unchanged", &[]);
                return;
            }
        } else {
            self.put(line);
        }
        let id = editor.purpose.contact();
        let listed = self.app.is_bookmarked(id);
        self.command(Command::Open);
        if !listed && self.app.is_bookmarked(id) {
            let name = self.app.name_of(id).to_owned();
            self.say("notice-bookmarked", &[("name", name.into())]);
        }
        if let Some(now) = self.app.editor()
            && now.findings != editor.findings
            && self.place.as_ref() == Some(&Place::of(&self.app))
        {
            // A question before saving is printed above the line. A new place is printed anyway.
            self.show();
        }
    }

    /// Handles a line of the form of an own contact.
    pub(super) fn fill_in(&mut self, line: &str) {
        if let Some(word) = self.way_out(line) {
            match word.does {
                WordEffect::Ask(Command::Back | Command::Undo) => self.leave_form(line),
                _ => self.do_word(word, ""),
            }
            return;
        }
        let Some(row) = self.form().map(OwnForm::focused) else {
            return;
        };
        match row {
            OwnRow::Save => self.save_or_go_to(line),
            OwnRow::Category | OwnRow::Region => self.choose_for_row(row, line),
            _ => self.answer_row(row, line),
        }
    }

    /// Writes an answer into a text row of the form. A search or the name of another place is asked
    /// about first, as in [`Self::write`]; numbers and languages are answers.
    fn answer_row(&mut self, row: OwnRow, line: &str) {
        let line = match self.doubted.take() {
            Some(doubted) if line.is_empty() => doubted,
            _ if self.leads_elsewhere(line) => return self.doubt(line),
            _ => line.to_owned(),
        };
        if !line.is_empty() {
            self.put(&line);
        }
        self.go_on_from(row);
    }

    fn leads_elsewhere(&self, line: &str) -> bool {
        let language = self.app.language();
        understand(line, language).is_some_and(|(word, _)| match word.does {
            WordEffect::Find | WordEffect::Help => true,
            WordEffect::Ask(command) => line.chars().count() > 1 && command != Command::Language,
            _ => false,
        })
    }

    /// Continues with the next question; after an invalid answer repeats the question and keeps the
    /// answer.
    fn go_on_from(&mut self, row: OwnRow) {
        let problems = self.app.problems_in(row);
        if problems.is_empty() {
            self.command(Command::Down);
        }
        for problem in problems {
            let problem = row.with_name(&problem, self.app.messages());
            self.lines.say(&problem);
        }
    }

    /// Goes back to the previous question of a form, or leaves it. Asks before text is lost.
    fn leave_form(&mut self, line: &str) {
        let row = self.form().map_or(0, |form| form.row);
        if row > 0 && is_first_word(line, "plain-word-back") {
            self.act(Action::Select(row - 1));
        } else {
            self.act(Action::Leave);
            if self.form().is_none() {
                self.say("plain-unchanged", &[]);
            }
        }
    }

    fn leave_unchanged(&mut self, word: &Word) {
        // While writing, undo leaves the field.
        if let WordEffect::Ask(Command::Back | Command::Undo) = word.does {
            self.command(Command::Back);
            self.say("plain-unchanged", &[]);
        } else {
            self.do_word(word, "");
        }
    }

    /// Writes a text to the field, and reports truncation.
    fn put(&mut self, line: &str) {
        let text = if line == EMPTY { "" } else { line };
        if self.write_anew(text) {
            return;
        }
        let field = match (self.app.editor(), self.form()) {
            (Some(editor), _) => Some(&editor.field),
            (None, Some(form)) => form.field(form.focused()),
            (None, None) => None,
        };
        let kept = field.map_or(text, Field::text);
        let kept = kept.to_owned();
        self.say("plain-cut", &[("text", kept.into())]);
    }

    /// Replaces the text of the field; returns false if its end was cut, which the caller reports.
    pub(super) fn write_anew(&mut self, text: &str) -> bool {
        self.act(Action::Write(text.to_owned()));
        !self.app.take_cut()
    }

    fn save_or_go_to(&mut self, line: &str) {
        if let Some(number) = number(line) {
            match number
                .checked_sub(1)
                .filter(|row| *row + 1 < OwnRow::ALL.len())
            {
                Some(row) => self.act(Action::Select(row)),
                None => self.say("plain-no-item", &[("number", number.into())]),
            }
        } else if line.is_empty() || is_word(line, "plain-word-save") {
            self.command(Command::Open);
            self.say_problems();
        } else {
            self.say("plain-form-save", &[]);
        }
    }

    /// Reports the problems of a form that was not saved.
    fn say_problems(&mut self) {
        let problems = self.form().map(|form| form.problems.clone());
        for (row, problem) in problems.into_iter().flatten() {
            let problem = row.with_name(&problem, self.app.messages());
            self.lines.say(&problem);
        }
    }

    fn choose_for_row(&mut self, row: OwnRow, line: &str) {
        if line.is_empty() {
            self.go_on_from(row);
            return;
        }
        // The list opens over the form; a name or a number chooses from it at once.
        self.command(Command::Open);
        if line == "?" || is_word(line, "plain-word-all") {
            return;
        }
        if let Some(number) = number(line) {
            self.choose(number);
        } else if !self.choose_by_name(line) {
            self.say("plain-no-choice", &[("text", line.into())]);
        }
    }

    /// Returns the open form.
    pub(super) fn form(&self) -> Option<&OwnForm> {
        self.app.own_form()
    }

    /// Returns the prompt: a sign, or the name of the form's field.
    pub fn prompt(&self) -> String {
        match self.question() {
            Some(question) => self.lines.broken(&question).join("\n") + " ",
            None => match self.app.editor().map(|editor| &editor.purpose) {
                Some(Purpose::Note(_)) => self.label("plain-prompt-note"),
                Some(Purpose::Labels(_)) => self.label("card-labels"),
                _ => "> ".to_owned(),
            },
        }
    }

    fn label(&self, id: &str) -> String {
        let messages = self.app.messages();
        format!("{}{} ", messages.text(id), messages.text("label-end"))
    }

    /// Returns the question of an open form.
    pub(super) fn question(&self) -> Option<String> {
        let messages = self.app.messages();
        let form = self.form()?;
        let row = Some(form.focused()).filter(|row| *row != OwnRow::Save)?;
        let name = messages.text(row.message_id());
        let value = form.value(row, messages);
        Some(if value.is_empty() {
            format!("{name}{}", messages.text("label-end"))
        } else {
            let arguments = [("name", name.into()), ("value", value.into())];
            messages.format("plain-row-now", &arguments)
        })
    }
}

/// Returns true if the first word is a number, as in *3 closed*.
pub(super) fn begins_with_number(text: &str) -> bool {
    let first = text.split_whitespace().next();
    first.is_some_and(|first| number(first).is_some())
}

/// Returns true if a line is one of the words of a message, in either language.
pub(super) fn is_word(line: &str, id: &str) -> bool {
    Language::ALL.into_iter().any(|language| {
        let words = Messages::of(language).text(id);
        words.split(',').any(|word| folded(word) == folded(line))
    })
}

/// Returns true if a line is the first of the words of a message, in either language: the one
/// shown.
fn is_first_word(line: &str, id: &str) -> bool {
    Language::ALL.into_iter().any(|language| {
        let words = Messages::of(language).text(id);
        let first = words.split(',').next().unwrap_or_default();
        folded(first) == folded(line)
    })
}
