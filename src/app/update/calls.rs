//! Results of calls to a contact's numbers.

use crate::app::action::Effect;
use crate::app::done::Done;
use crate::app::notice::Notice;
use crate::app::screens::editor::Purpose;
use crate::app::state::App;
use crate::app::view::choice::{CallResult, Choice};
use crate::bookmarks::{Change, Mark, Wrong};
use crate::directory::{Category, Phone};
use crate::document::Link;

impl App {
    pub(in crate::app) fn open_marks(&mut self) {
        if let Some(id) = self.subject_contact() {
            let line = self.line_called(&id);
            self.open_choice(Choice::Mark(id, line));
        }
    }

    /// Returns the index of the number that was probably called: the focused one, else the one to dial
    /// now.
    fn line_called(&self, id: &str) -> usize {
        let line = self.contact(id).and_then(|contact| {
            let index_of = |number: &str| {
                let mut lines = contact.phones.iter();
                lines.position(|line| line.dialled() == number)
            };
            let focused = match self.focused_link() {
                Some(Link::Copy(text)) => index_of(&text),
                _ => None,
            };
            let now = || index_of(&self.line_now(contact)?.0.dialled());
            focused.or_else(now)
        });
        line.unwrap_or(0)
    }

    /// Returns true if a number must be asked for before it is marked as out of service: if another
    /// one of the contact is, the number to dial now has changed, and a key pressed twice must not
    /// condemn it.
    fn asks_for_line(&self, id: &str, line: usize) -> bool {
        let phones = self.contact(id).map_or(&[][..], |contact| &contact.phones);
        let is_chosen = line != self.line_called(id);
        let is_dead = |phone: &Phone| self.is_found_dead(&phone.dialled());
        phones.len() > 1 && !is_chosen && phones.iter().any(is_dead)
    }

    /// Marks the number with index `line` as out of service. Needs no description, except for a number
    /// on which a life depends: a slip of a key must not take that away.
    pub(in crate::app) fn mark_dead(&mut self, id: &str, line: usize) -> Vec<Effect> {
        let kind = Wrong::NumberDead;
        if self.is_vital(id, line) {
            let purpose = Purpose::Wrong(id.to_owned(), kind, line);
            self.open_editor(purpose, "");
            return Vec::new();
        }
        let text = String::new();
        self.mark(id, Mark::Wrong { kind, text }, line)
    }

    /// Takes over the result of a call to the contact's number with index `line`.
    pub(in crate::app) fn choose_mark(
        &mut self,
        id: &str,
        line: usize,
        result: CallResult,
    ) -> Vec<Effect> {
        match result {
            CallResult::Reached => self.mark(id, Mark::Reached, line),
            CallResult::Tried(tried) => self.mark(id, Mark::Tried(tried), line),
            CallResult::Wrong(Wrong::NumberDead) if self.asks_for_line(id, line) => {
                self.open_choice(Choice::DeadLine(id.to_owned()));
                Vec::new()
            }
            CallResult::Wrong(Wrong::NumberDead) => self.mark_dead(id, line),
            CallResult::Wrong(kind) => {
                let purpose = Purpose::Wrong(id.to_owned(), kind, line);
                self.open_editor(purpose, "");
                Vec::new()
            }
            CallResult::Nothing => {
                self.change(Change::Unmark { id: id.to_owned() }, Done::Unmarked)
            }
        }
    }

    fn is_vital(&self, id: &str, line: usize) -> bool {
        self.contact(id).is_some_and(|contact| {
            let phone = contact.phones.get(line);
            contact.categories.contains(&Category::Emergency) || phone.is_some_and(Phone::is_vital)
        })
    }

    pub(in crate::app) fn mark(&mut self, id: &str, mark: Mark, line: usize) -> Vec<Effect> {
        let Some(contact) = self.contact(id) else {
            self.announce(Notice::new("notice-gone"));
            return Vec::new();
        };
        let number = contact.phones.get(line).map(Phone::dialled);
        let number = number.unwrap_or_default();
        let name = self.name_of(id).to_owned();
        let replaced = self.error_replaced(id, &mark);
        let done = match mark {
            _ if replaced.is_some() => Done::MarkReplaced {
                name,
                what: replaced.unwrap_or_default(),
            },
            Mark::Wrong {
                kind: Wrong::NumberDead,
                ..
            } if !number.is_empty() => Done::MarkedDead {
                name,
                number: number.clone(),
            },
            Mark::Wrong { .. } => Done::MarkedWrong(name),
            Mark::Reached | Mark::Tried(_) => Done::Marked(name),
        };
        let change = Change::mark(contact, mark, &number, self.today);
        self.change(change, done)
    }

    /// Returns the error in the contact's data, in words, that a mark would take out of the corrections;
    /// `None` if it takes out none.
    fn error_replaced(&self, id: &str, mark: &Mark) -> Option<String> {
        let before = self.list.marked(id)?;
        // What was found of a number is kept by number.
        let wrong = before.wrong.filter(|wrong| *wrong != Wrong::NumberDead)?;
        let is_replaced = match mark {
            Mark::Reached => true,
            Mark::Wrong { kind, .. } => *kind != wrong,
            Mark::Tried(_) => false,
        };
        let what = self.messages().text(wrong.message_id());
        is_replaced.then_some(what)
    }
}
