//! Saving and removing the worker's own contacts.

use super::{OwnForm, OwnRow, row_of};
use crate::app::action::Effect;
use crate::app::done::Done;
use crate::app::keymap::Command;
use crate::app::notice::Notice;
use crate::app::screens::editor::in_one_row;
use crate::app::screens::page::Page;
use crate::app::state::App;
use crate::app::subject::PageKind;
use crate::app::view::choice::{Choice, ChoiceValue};
use crate::bookmarks::{Change, OwnContact, OwnProblem, newer_of_team};
use crate::directory::Category;
use crate::directory::check::{self, Fault};
use crate::directory::phone::NotAPhone;
use crate::i18n::typography::Flaw;

impl App {
    /// Returns true if a contact is the worker's own, and no list of the team has a newer form of it.
    pub fn is_own(&self, id: &str) -> bool {
        self.list.own_contact(id).is_some() && newer_of_team(&self.list, &self.team, id).is_none()
    }

    /// Returns the current contact, if it is the worker's own.
    pub(in crate::app) fn current_own(&self) -> Option<(String, OwnContact)> {
        let id = self.current_contact().filter(|id| self.is_own(id))?;
        let contact = self.list.own_contact(&id)?.contact.clone()?;
        Some((id, contact))
    }

    pub(in crate::app) fn add_own(&mut self) {
        self.lay_over(OwnForm::empty(self.region()));
    }

    pub(in crate::app) fn edit_own(&mut self) {
        match self.current_own() {
            Some((id, contact)) => {
                let form = OwnForm::of(&id, &contact, self.messages());
                self.lay_over(form);
            }
            None => self.announce(Notice::new("notice-not-own").in_lines("plain-not-own")),
        }
    }

    pub(in crate::app) fn remove_own(&mut self) -> Vec<Effect> {
        let Some((id, contact)) = self.current_own() else {
            self.announce(Notice::new("notice-not-own").in_lines("plain-not-own"));
            return Vec::new();
        };
        self.take_off::<Page>();
        // A bookmark of it would have no contact.
        let bookmark = self.starred.contains(&id);
        let bookmark = bookmark.then(|| Change::Remove { id: id.clone() });
        let own = Change::OwnRemove { id };
        let changes = std::iter::once(own).chain(bookmark).collect();
        self.change_all(changes, Done::OwnRemoved(contact.name))
    }

    pub(super) fn form_mut(&mut self) -> Option<&mut OwnForm> {
        self.top_mut()
    }

    /// Moves up and down in the form.
    pub(in crate::app) fn walk_form(&mut self, command: Command) {
        if let Some(form) = self.form_mut() {
            form.typed_letters.clear();
            let last = OwnRow::ALL.len() - 1;
            form.row = match command {
                Command::Up if form.row == 0 => last,
                Command::Up | Command::PreviousPane => form.row.saturating_sub(1),
                Command::First | Command::PageUp => 0,
                Command::Last | Command::PageDown => last,
                _ => (form.row + 1) % OwnRow::ALL.len(),
            };
        }
    }

    /// Handles Enter in the form: opens a list of choices, moves to the next row, or saves.
    pub(in crate::app) fn enter_form(&mut self) -> Vec<Effect> {
        let Some(form) = self.form_mut() else {
            return Vec::new();
        };
        form.typed_letters.clear();
        let choice = match form.focused() {
            OwnRow::Category => Choice::OwnCategory,
            OwnRow::Region => Choice::OwnRegion,
            OwnRow::Save => return self.save_form(),
            _ => {
                form.row += 1;
                return Vec::new();
            }
        };
        self.open_choice(choice);
        Vec::new()
    }

    /// Takes over a chosen value; other forms' values change nothing.
    pub(in crate::app) fn fill_in(&mut self, value: &ChoiceValue) {
        let Some(form) = self.form_mut() else {
            return;
        };
        match value {
            ChoiceValue::OwnCategory(category) => form.category = Some(*category),
            ChoiceValue::OwnRegion(region) => form.region = *region,
            _ => {}
        }
    }

    /// Saves the form, or shows its errors; no typed text is lost.
    pub(super) fn save_form(&mut self) -> Vec<Effect> {
        if self.is_changed_elsewhere() {
            return Vec::new();
        }
        let Some(form) = self.top::<OwnForm>().cloned() else {
            return Vec::new();
        };
        let (id, contact) = self.written(&form);
        let mut problems = self.problems(&form, &contact);
        if problems.is_empty() {
            problems = self.faults(&form, &contact, &id);
        }
        if let (Some((row, _)), Some(form)) = (problems.first(), self.form_mut()) {
            form.row = OwnRow::ALL.iter().position(|one| one == row).unwrap_or(0);
            form.problems = problems;
            form.is_checked = true;
            return Vec::new();
        }
        self.overlays.pop();
        if form.id.is_none() {
            // Its card shows the result, and allows to edit or remove it at once.
            self.open_page(PageKind::Card(id.clone()));
        }
        let done = Done::OwnSaved(contact.name.clone());
        if form.id.is_some() {
            let contact = Box::new(contact);
            return self.change(Change::OwnEdit { id, contact }, done);
        }
        // Bookmarks it, and selects it where the bookmarks are listed.
        let bookmark = Change::add(&contact.to_contact(&id, self.now), self.now);
        self.bookmarks_mut().select_once_listed(&id);
        let contact = Box::new(contact);
        self.change_all(vec![Change::OwnAdd { id, contact }, bookmark], done)
    }

    /// Takes over what another session changed since the form was opened. Returns true if a row was
    /// changed on both sides: the form shows the other text, and is saved at the next attempt.
    fn is_changed_elsewhere(&mut self) -> bool {
        let form = self.top::<OwnForm>();
        let id = form.and_then(|form| form.id.clone());
        let present = id.and_then(|id| self.list.own_contact(&id)?.contact.clone());
        let messages = self.messages();
        let Some((present, form)) = present.zip(self.form_mut()) else {
            return false;
        };
        let rows = form.take_over(&present, messages);
        let theirs = OwnForm::of("", &present, messages);
        let said = |row: &OwnRow| {
            let text = [("text", short(&theirs.value(*row, messages)).into())];
            (*row, messages.format("own-changed-elsewhere", &text))
        };
        form.problems = rows.iter().map(said).collect();
        form.is_checked = false;
        if let Some(first) = rows.first() {
            form.row = OwnRow::ALL.iter().position(|row| row == first).unwrap_or(0);
        }
        !rows.is_empty()
    }

    /// Returns the errors in a row of the form, in words. A value that may still follow, or be left
    /// out, is not an error.
    pub fn problems_in(&self, row: OwnRow) -> Vec<String> {
        let Some(form) = self.own_form() else {
            return Vec::new();
        };
        let empty = form.value(row, self.messages()).trim().is_empty();
        if empty && !matches!(row, OwnRow::Name | OwnRow::Category) {
            return Vec::new();
        }
        let (id, contact) = self.written(form);
        let of_row = |problems: Vec<(OwnRow, String)>| -> Vec<String> {
            let problems = problems.into_iter().filter(|(at, _)| *at == row);
            problems.map(|(_, words)| words).collect()
        };
        let problems = of_row(self.problems(form, &contact));
        if problems.is_empty() {
            of_row(self.faults(form, &contact, &id))
        } else {
            problems
        }
    }

    /// Returns the content of the form as a contact, with its id.
    fn written(&self, form: &OwnForm) -> (String, OwnContact) {
        let known = form.id.as_ref().and_then(|id| self.list.own_contact(id));
        let before = known.and_then(|own| own.contact.as_ref());
        // Checked like the others; a missing choice prevents saving.
        let category = form.category.unwrap_or(Category::Directory);
        let mut contact = form.contact(category, before);
        self.keep_other_languages(form, &mut contact);
        let new = || contact.new_id(self.now, |id| self.list.has_own_id(id));
        (form.id.clone().unwrap_or_else(new), contact)
    }

    /// Appends the languages without a name here to the description: they are no reason to lose the rest.
    fn keep_other_languages(&self, form: &OwnForm, contact: &mut OwnContact) {
        let others = form.unknown_languages().join(", ");
        if others.is_empty() {
            return;
        }
        let words = self
            .messages()
            .filled("own-languages-other", "languages", &others);
        if !contact.description.is_empty() {
            contact.description.push(' ');
        }
        contact.description.push_str(&words);
    }

    /// Returns true if an error found on saving is still in the form.
    pub(super) fn is_still_wrong(&self, form: &OwnForm, error: &(OwnRow, String)) -> bool {
        let (id, contact) = self.written(form);
        let present = self.problems(form, &contact);
        present.contains(error) || self.faults(form, &contact, &id).contains(error)
    }

    /// Returns missing and invalid values, each with its row.
    fn problems(&self, form: &OwnForm, contact: &OwnContact) -> Vec<(OwnRow, String)> {
        let messages = self.messages();
        let unchosen = form.category.is_none().then(|| {
            let words = messages.text("own-category-missing");
            (OwnRow::Category, words)
        });
        let said = contact.problems().into_iter().flat_map(|problem| {
            let words = match problem {
                OwnProblem::PhoneNotDialable => self.wrong_phones(form),
                _ => vec![messages.text(problem.message_id())],
            };
            let row = row_of(problem);
            words.into_iter().map(move |words| (row, words))
        });
        said.chain(unchosen).collect()
    }

    /// Returns the error in each invalid number of the form.
    fn wrong_phones(&self, form: &OwnForm) -> Vec<String> {
        let say = |wrong: NotAPhone| {
            let text = ("text", short(&wrong.text).into());
            let Some(character) = wrong.character else {
                let id = OwnProblem::PhoneNotDialable.message_id();
                return self.messages().format(id, &[text]);
            };
            let character = ("character", character.to_string().into());
            let id = "bookmarks-own-phone-character";
            self.messages().format(id, &[text, character])
        };
        let kept = self.kept_texts(form);
        let wrong = form.wrong_phones().into_iter();
        let wrong = wrong.filter(|wrong| !kept.contains(&wrong.text));
        wrong.map(say).collect()
    }

    /// Returns the numbers before editing. Ambiguous text kept by an import may stay: another row
    /// can be edited without it.
    fn kept_texts(&self, form: &OwnForm) -> Vec<String> {
        let known = form.id.as_ref().and_then(|id| self.list.own_contact(id));
        let contact = known.and_then(|own| own.contact.as_ref());
        let phones = contact.into_iter().flat_map(|contact| &contact.phones);
        phones.map(|phone| phone.number.clone()).collect()
    }

    /// Returns the faults found by the directory's own checks, each with its row. Rules on sources
    /// and both languages apply to the directory alone.
    fn faults(&self, form: &OwnForm, contact: &OwnContact, id: &str) -> Vec<(OwnRow, String)> {
        let messages = self.messages();
        let kept = self.kept_texts(form);
        let contact = contact.to_contact(id, self.now);
        let stays = |field: &str| {
            let index = field
                .strip_prefix("phones[")
                .and_then(|rest| rest.split(']').next());
            let index = index.and_then(|index| index.parse::<usize>().ok());
            let phone = index.and_then(|index| contact.phones.get(index));
            phone.is_some_and(|phone| kept.contains(&phone.number))
        };
        check::contact(&contact)
            .into_iter()
            .filter(|problem| !matches!(problem.fault, Fault::Missing | Fault::Text(Flaw::Blank)))
            .filter(|problem| problem.fault != Fault::Phone || !stays(&problem.field))
            .filter_map(|problem| {
                let row = written_row(&problem.field)?;
                Some((row, problem.fault.say(messages)))
            })
            .collect()
    }
}

/// Most columns of typed text repeated in a message: more would not fit into the smallest window.
const REPEATED: usize = 18;

/// Returns the head of the typed text, short enough to be repeated.
fn short(typed: &str) -> String {
    in_one_row(typed, REPEATED, str::to_owned)
}

/// Returns the row of a field of the record; `None` for a field that the form does not have. The
/// worker's text is in both languages: one of them is enough.
fn written_row(field: &str) -> Option<OwnRow> {
    let mut parts = field.split(['.', '[']);
    let row = parts.next()?;
    if parts.next_back() == Some("fr") {
        return None;
    }
    match row {
        "name" => Some(OwnRow::Name),
        "phones" => Some(OwnRow::Phones),
        "area" => Some(OwnRow::Place),
        "languages" => Some(OwnRow::Languages),
        "hours" => Some(OwnRow::Hours),
        "website" => Some(OwnRow::Website),
        "description" => Some(OwnRow::Description),
        _ => None,
    }
}
