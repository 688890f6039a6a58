//! Changes of the worker's list: notes, labels, accepted data.

use crate::app::action::Effect;
use crate::app::done::Done;
use crate::app::history::{save_effect, way_back};
use crate::app::screens::editor::Purpose;
use crate::app::state::App;
use crate::bookmarks::{Change, Snapshot, of_team};

impl App {
    /// Changes the worker's list. The notice follows when it is on disk.
    pub(in crate::app) fn change(&mut self, change: Change, done: Done) -> Vec<Effect> {
        self.change_all(vec![change], done)
    }

    /// Makes several changes of the worker's list, which are undone together.
    pub(in crate::app) fn change_all(&mut self, changes: Vec<Change>, done: Done) -> Vec<Effect> {
        let notice = done.notice();
        let (back, after) = way_back(&self.list, &changes, self.now);
        self.history.changed(back, &after, done);
        save_effect(changes, notice)
    }

    /// Returns the current contact, or shows a notice that one must be chosen first.
    pub(super) fn subject_contact(&mut self) -> Option<String> {
        let id = self.current_contact();
        if id.is_none() {
            self.say_no_contact();
        }
        id
    }

    /// Returns the note of a bookmark; empty if there is none.
    pub(in crate::app) fn note_of(&self, id: &str) -> String {
        let entry = self.list.get(id);
        entry.map_or("", |entry| entry.note()).to_owned()
    }

    /// Returns the labels of a bookmark, as they are typed.
    pub(in crate::app) fn labels_of(&self, id: &str) -> String {
        let entry = self.list.get(id);
        entry.map_or_else(String::new, |entry| entry.labels().join(", "))
    }

    pub(in crate::app) fn write_note(&mut self) {
        if let Some(id) = self.subject_contact() {
            let text = self.note_of(&id);
            self.open_editor(Purpose::Note(id), &text);
        }
    }

    pub(in crate::app) fn write_labels(&mut self) {
        if let Some(id) = self.subject_contact() {
            let text = self.labels_of(&id);
            self.open_editor(Purpose::Labels(id), &text);
        }
    }

    /// Accepts the present numbers of the directory, or of the team's list, in place of the bookmarked ones.
    pub(in crate::app) fn accept_changes(&mut self, id: &str) -> Vec<Effect> {
        let Some(contact) = self.contact(id) else {
            return Vec::new();
        };
        let mut snapshot = Snapshot::of(contact, self.now);
        let entry = self.list.get(id);
        let still = entry.filter(|_| !self.is_off_team(id));
        let before = still.and_then(|entry| entry.snapshot.as_ref());
        snapshot.team = before.and_then(|before| before.team.clone());
        let accept = Change::AcceptChanges {
            id: id.to_owned(),
            snapshot,
        };
        let mut changes = of_team(&self.list, &self.team, id);
        changes.push(accept);
        self.change_all(changes, Done::ChangesAccepted)
    }
}
