//! Undo and redo: of changes of the worker's list, and of her settings.

use crate::app::action::{DiskEffect, Effect};
use crate::app::done::Done;
use crate::app::keymap::Context;
use crate::app::notice::Notice;
use crate::app::state::{App, Shown};
use crate::app::subject::{PageKind, Subject};
use crate::bookmarks::Change;
use crate::settings::{Preferences, Setting};

/// The changes of this session.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct History {
    /// What takes the changes back, the latest last.
    undo: Vec<Entry>,
    /// What makes those again that were taken back, the latest last.
    redo: Vec<Entry>,
    /// The last change was taken back already: the next one is an older one.
    older: bool,
    /// The notice in view says what the next undo takes back.
    told: bool,
    /// The notice before this key said so.
    heard: bool,
}

/// What leads to the other side of a change.
#[derive(Clone, Debug)]
enum Entry {
    /// Changes of the list, with the notice of those that they take back or make again. What is said
    /// depends on the first.
    List(Vec<Change>, Done),
    /// A setting, with the preferences whose value of it is put back.
    Setting(Setting, Preferences),
}

/// Returns the effects that write changes of the list.
pub(super) fn write(changes: Vec<Change>) -> Vec<Effect> {
    let changes = changes.into_iter();
    changes
        .map(|change| DiskEffect::Bookmarks(change).into())
        .collect()
}

/// The direction.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Back,
    Again,
}

impl History {
    /// Takes note that changes of the list were made, which `inverse` takes back.
    pub(super) fn changed(&mut self, inverse: Vec<Change>, done: Done) {
        self.made(Entry::List(inverse, done));
    }

    /// Takes note that a setting was changed; `before` has its value of before.
    pub(super) fn set(&mut self, setting: Setting, before: Preferences) {
        self.made(Entry::Setting(setting, before));
    }

    fn made(&mut self, entry: Entry) {
        self.undo.push(entry);
        self.redo.clear();
        self.older = false;
    }

    /// Returns true if there is something to take back.
    pub(in crate::app) const fn is_empty(&self) -> bool {
        self.undo.is_empty()
    }

    /// Takes note that the notice is gone.
    pub(super) const fn forget_told(&mut self) {
        self.heard = std::mem::replace(&mut self.told, false);
    }

    /// Returns true if the notice before this key told what the next undo takes back.
    pub(super) const fn is_heard(&self) -> bool {
        self.heard
    }

    /// Returns the entries of a direction, to change.
    const fn entries(&mut self, way: Way) -> &mut Vec<Entry> {
        match way {
            Way::Back => &mut self.undo,
            Way::Again => &mut self.redo,
        }
    }
}

impl App {
    /// Takes back the last change that belongs to where she is. What is not the very last change, or
    /// cannot be seen from here, is told first; the same key once more takes it back.
    pub(super) fn undo_last(&mut self, told: bool) -> Vec<Effect> {
        let lists = self.undoes_list_here();
        let history = &self.history;
        let allowed = |entry: &Entry| lists || matches!(entry, Entry::Setting(..));
        let Some(place) = history.undo.iter().rposition(allowed) else {
            let nowhere = !lists && !history.is_empty();
            let id = if nowhere {
                "notice-undo-where"
            } else {
                "notice-nothing-to-undo"
            };
            self.announce(Notice::new(id));
            return Vec::new();
        };
        let in_view = lists || self.context() == Context::Settings;
        let last = place + 1 == history.undo.len() && !history.older;
        if !(told || (last && in_view)) {
            let what = self.in_words(&self.history.undo[place]);
            let notice = Notice::with("notice-undo-next", vec![("what", what)]);
            self.announce(notice.in_lines("plain-undo-next"));
            self.history.told = true;
            return Vec::new();
        }
        self.history.older = true;
        self.go_through(Way::Back, place)
    }

    /// Makes again the change that was taken back last.
    pub(super) fn redo_last(&mut self) -> Vec<Effect> {
        let lists = self.undoes_list_here();
        let allowed = |entry: &Entry| lists || matches!(entry, Entry::Setting(..));
        let Some(place) = self.history.redo.iter().rposition(allowed) else {
            self.announce(Notice::new("notice-nothing-to-redo"));
            return Vec::new();
        };
        self.history.older = false;
        self.go_through(Way::Again, place)
    }

    /// Carries an entry out, and keeps what leads back to now.
    fn go_through(&mut self, way: Way, place: usize) -> Vec<Effect> {
        let entry = self.history.entries(way).remove(place);
        let other = match way {
            Way::Back => Way::Again,
            Way::Again => Way::Back,
        };
        match entry {
            Entry::List(changes, done) => {
                self.pending = match (way, changes.first()) {
                    (Way::Back, Some(change)) => Some(done.undone(change)),
                    _ => Some(done.notice()),
                };
                let opposite = Entry::List(self.inverse(&changes), done);
                self.history.entries(other).push(opposite);
                write(changes)
            }
            Entry::Setting(setting, wanted) => {
                let opposite = Entry::Setting(setting, self.preferences);
                self.history.entries(other).push(opposite);
                self.put_back(setting, &wanted)
            }
        }
    }

    /// Returns the changes that take changes back, if those were applied to the list as it is now.
    pub(super) fn inverse(&self, changes: &[Change]) -> Vec<Change> {
        changes
            .iter()
            .map(|change| self.list.inverse(change))
            .collect()
    }

    /// Returns true if a change of the list can be seen from where she is: on Bookmarks and on a card.
    /// In lines the words say all.
    fn undoes_list_here(&self) -> bool {
        let on_card = || {
            let subject = self.subject();
            let card =
                |kind: &PageKind| matches!(kind, PageKind::Card(_) | PageKind::CardInBoth(_));
            matches!(&subject, Subject::Page(kind) if card(kind))
        };
        match self.context() {
            _ if self.shown == Shown::InLines => true,
            Context::Bookmarks => true,
            Context::Reading => on_card(),
            _ => false,
        }
    }

    fn in_words(&self, entry: &Entry) -> String {
        let messages = self.messages();
        match entry {
            Entry::List(_, done) => done.what().text(messages),
            Entry::Setting(setting, _) => {
                let name = messages.text(setting.message_id());
                let value = self.setting_value(*setting);
                format!("{name}{} {value}", messages.text("label-end"))
            }
        }
    }
}
