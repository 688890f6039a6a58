//! Changes of the worker's list and undoing them; notes, labels and the marks of "I called".

use crate::app::action::{DiskEffect, Effect};
use crate::app::choice::Choice;
use crate::app::done::Done;
use crate::app::notice::Notice;
use crate::app::screens::editor::Purpose;
use crate::app::state::App;
use crate::bookmarks::{Change, Mark, Snapshot, Wrong};

impl App {
    /// Makes a change of the worker's list. The screen says so when it is on disk.
    pub(in crate::app) fn change(&mut self, change: Change, done: Done) -> Vec<Effect> {
        self.pending = Some(done.notice());
        self.undo.push((self.list.inverse(&change), done));
        vec![DiskEffect::Bookmarks(change).into()]
    }

    /// Takes the last change of this session back.
    pub(in crate::app) fn undo_last(&mut self) -> Vec<Effect> {
        let Some((change, done)) = self.undo.pop() else {
            self.announce(Notice::new("notice-nothing-to-undo"));
            return Vec::new();
        };
        self.pending = Some(done.undone(&change));
        vec![DiskEffect::Bookmarks(change).into()]
    }

    /// The current contact, or a word that one must be chosen first.
    fn subject_contact(&mut self) -> Option<String> {
        let id = self.current_contact();
        if id.is_none() {
            self.announce(Notice::new("notice-no-contact"));
        }
        id
    }

    pub(in crate::app) fn write_note(&mut self) {
        if let Some(id) = self.subject_contact() {
            let text = self
                .list
                .get(&id)
                .map_or("", |entry| entry.note())
                .to_owned();
            self.open_editor(Purpose::Note(id), &text);
        }
    }

    pub(in crate::app) fn write_labels(&mut self) {
        if let Some(id) = self.subject_contact() {
            let text = self
                .list
                .get(&id)
                .map_or_else(String::new, |entry| entry.labels().join(", "));
            self.open_editor(Purpose::Labels(id), &text);
        }
    }

    pub(in crate::app) fn open_marks(&mut self) {
        if let Some(id) = self.subject_contact() {
            self.open_choice(Choice::Mark(id), 0);
        }
    }

    /// Takes over what she found when she called.
    pub(in crate::app) fn choose_mark(&mut self, id: &str, place: usize) -> Vec<Effect> {
        if place == 0 {
            return self.mark(id, Mark::Reached);
        }
        match Wrong::ALL.get(place - 1) {
            // That says it all.
            Some(kind @ Wrong::NumberDead) => self.mark(
                id,
                Mark::Wrong {
                    kind: *kind,
                    text: String::new(),
                },
            ),
            Some(wrong) => {
                let purpose = Purpose::Wrong(id.to_owned(), *wrong);
                self.open_editor(purpose, "");
                Vec::new()
            }
            None => self.change(Change::Unmark { id: id.to_owned() }, Done::Unmarked),
        }
    }

    pub(in crate::app) fn mark(&mut self, id: &str, mark: Mark) -> Vec<Effect> {
        let Some(contact) = self.contact(id) else {
            self.announce(Notice::new("notice-gone"));
            return Vec::new();
        };
        let change = Change::mark(contact, mark, self.today);
        let done = Done::Marked(self.name_of(id).to_owned());
        self.change(change, done)
    }

    /// Accepts the numbers that the directory has now in place of those that were kept.
    pub(in crate::app) fn accept_phones(&mut self, id: &str) -> Vec<Effect> {
        let Some(contact) = self.contact(id) else {
            return Vec::new();
        };
        let change = Change::AcceptPhones {
            id: id.to_owned(),
            snapshot: Snapshot::of(contact, self.now),
        };
        self.change(change, Done::PhonesAccepted)
    }
}
