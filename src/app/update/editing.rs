//! Writing notes, labels and what is wrong with a contact; the marks of "I called".

use crate::app::action::{DiskEffect, Effect};
use crate::app::editor::{Editor, Purpose};
use crate::app::listing::Listing;
use crate::app::notice::Notice;
use crate::app::overlay::{Choice, Overlay};
use crate::app::state::App;
use crate::app::tabs::TabId;
use crate::bookmarks::privacy::looks_like_personal_data;
use crate::bookmarks::{Change, Mark, Snapshot, Wrong};

impl App {
    /// Makes a change of the worker's list. The screen says so when it is on disk.
    pub(super) fn change(&mut self, change: Change, notice: Notice) -> Vec<Effect> {
        self.undo.push((self.list.inverse(&change), notice.clone()));
        self.pending = Some(notice);
        vec![DiskEffect::Bookmarks(change).into()]
    }

    /// Takes the last change of this session back.
    pub(super) fn undo_last(&mut self) -> Vec<Effect> {
        let Some((change, done)) = self.undo.pop() else {
            self.announce(Notice::new("notice-nothing-to-undo"));
            return Vec::new();
        };
        self.pending = Some(undone(&change, done));
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

    pub(super) fn write_note(&mut self) {
        if let Some(id) = self.subject_contact() {
            let text = self
                .list
                .get(&id)
                .map_or("", |entry| entry.note())
                .to_owned();
            self.overlays
                .push(Overlay::Editor(Editor::new(Purpose::Note(id), &text)));
        }
    }

    pub(super) fn write_labels(&mut self) {
        if let Some(id) = self.subject_contact() {
            let text = self
                .list
                .get(&id)
                .map_or_else(String::new, |entry| entry.labels().join(", "));
            self.overlays
                .push(Overlay::Editor(Editor::new(Purpose::Labels(id), &text)));
        }
    }

    pub(super) fn open_marks(&mut self) {
        if let Some(id) = self.subject_contact() {
            self.overlays
                .push(Overlay::Picker(Choice::Mark(id), Listing::default()));
        }
    }

    /// Takes over what she found when she called.
    pub(super) fn choose_mark(&mut self, id: &str, place: usize) -> Vec<Effect> {
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
                self.overlays
                    .push(Overlay::Editor(Editor::new(purpose, "")));
                Vec::new()
            }
            None => self.change(
                Change::Unmark { id: id.to_owned() },
                Notice::new("notice-unmarked"),
            ),
        }
    }

    fn mark(&mut self, id: &str, mark: Mark) -> Vec<Effect> {
        let Some(contact) = self.contact(id) else {
            self.announce(Notice::new("notice-gone"));
            return Vec::new();
        };
        let change = Change::mark(contact, mark, self.today);
        let notice = Notice::with("notice-marked", vec![("name", self.name_of(id).to_owned())]);
        self.change(change, notice)
    }

    /// Enter in the editor. What looks like a person's data is asked about once; then it is her word.
    pub(super) fn save_line(&mut self) -> Vec<Effect> {
        let Some(Overlay::Editor(editor)) = self.overlays.last().cloned() else {
            return Vec::new();
        };
        let text = editor.field.text().trim().to_owned();
        let findings = self.findings(&editor.purpose, &text);
        if findings != editor.findings
            && let Some(Overlay::Editor(editor)) = self.overlays.last_mut()
            && !findings.is_empty()
        {
            editor.findings = findings;
            return Vec::new();
        }
        self.overlays.pop();
        let name = self.name_of(editor.purpose.contact()).to_owned();
        let saved = |id| Notice::with(id, vec![("name", name)]);
        match editor.purpose {
            Purpose::Note(id) => self.change(Change::Note { id, text }, saved("notice-note-saved")),
            Purpose::Labels(id) => {
                let labels = text.split([',', ';']).map(ToOwned::to_owned).collect();
                self.change(Change::Labels { id, labels }, saved("notice-labels-saved"))
            }
            Purpose::Wrong(id, kind) => self.mark(&id, Mark::Wrong { kind, text }),
        }
    }

    fn findings(&self, purpose: &Purpose, text: &str) -> Vec<crate::bookmarks::privacy::Finding> {
        if matches!(purpose, Purpose::Labels(_)) {
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

    /// Moves the selected bookmark one place up or down in her own order.
    pub(super) fn move_bookmark(&mut self, down: bool) -> Vec<Effect> {
        let place = self.bookmarks.pane.listing.selected;
        let ids = &self.bookmarks.ids;
        if self.tab != TabId::Bookmarks || (down && place + 1 >= ids.len()) || (!down && place == 0)
        {
            return Vec::new();
        }
        let id = ids[place].clone();
        let before = if down {
            ids.get(place + 2).cloned()
        } else {
            ids.get(place - 1).cloned()
        };
        self.change(Change::Move { id, before }, Notice::new("notice-moved"))
    }

    /// Accepts the numbers that the directory has now in place of those that were kept.
    pub(super) fn accept_phones(&mut self, id: &str) -> Vec<Effect> {
        let Some(contact) = self.contact(id) else {
            return Vec::new();
        };
        let change = Change::AcceptPhones {
            id: id.to_owned(),
            snapshot: Snapshot::of(contact, self.now),
        };
        self.change(change, Notice::new("notice-phones-accepted"))
    }

    /// The list of labels to filter the bookmarks by.
    pub(super) fn open_labels(&mut self) {
        if self.list.labels().is_empty() {
            self.announce(Notice::new("notice-no-labels"));
            return;
        }
        self.overlays
            .push(Overlay::Picker(Choice::Label, Listing::default()));
    }

    /// Lists only the bookmarks with the chosen label; the first choice is all.
    pub(super) fn choose_label(&mut self, place: usize) {
        self.bookmarks.label = place
            .checked_sub(1)
            .and_then(|place| self.list.labels().get(place).cloned());
        self.bookmarks.pane.listing = Listing::default();
        self.refresh();
    }
}

/// What is so again, once a change was undone by that one; `done` is what was said of it.
fn undone(change: &Change, done: Notice) -> Notice {
    let id = match (done.id, change) {
        ("notice-removed" | "notice-own-removed", _) => "notice-back",
        (_, Change::Remove { .. }) => "notice-no-bookmark",
        ("notice-note-saved", _) => "notice-note-back",
        ("notice-labels-saved", _) => "notice-labels-back",
        (_, Change::OwnRemove { .. }) => "notice-own-undone",
        ("notice-own-saved", _) => "notice-own-back",
        (_, Change::Unmark { .. }) => "notice-unmarked",
        ("notice-marked" | "notice-unmarked", _) => "notice-mark-back",
        ("notice-moved", _) => "notice-moved-back",
        ("notice-phones-accepted", _) => "notice-phones-back",
        _ => "notice-undone",
    };
    Notice::with(id, done.arguments)
}
