//! Undo and redo of changes of the worker's list and of the settings.

use jiff::Timestamp;

use crate::app::action::{DiskEffect, Effect};
use crate::app::done::Done;
use crate::app::keymap::Context;
use crate::app::notice::Notice;
use crate::app::state::{App, Shown};
use crate::app::subject::{PageKind, Subject};
use crate::bookmarks::{Change, Concern, List};
use crate::settings::{Preferences, Setting};

/// Changes of this session.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct History {
    /// Inverse changes, the latest last.
    undo: Vec<Reversal>,
    /// Undone changes, the latest last.
    redo: Vec<Reversal>,
    /// True if the last change was already undone: the next one is older.
    older: bool,
    /// True if the present notice describes the next undo.
    notice_describes_undo: bool,
    /// True if the notice before this key did.
    last_notice_described_undo: bool,
    /// Id of the bookmark that the last key removed.
    removed: Option<String>,
    /// Id of the bookmark that the key before this one removed.
    removed_before: Option<String>,
}

/// Entry that leads to the other side of a change.
#[derive(Clone, Debug)]
enum Reversal {
    /// Changes of the list.
    List(ListReversal),
    /// A setting, with the preferences that hold its other value.
    Setting(Setting, Preferences),
}

/// Changes of the list that lead to the other side of changes.
#[derive(Clone, Debug)]
struct ListReversal {
    /// Changes to make; the first one determines the notice.
    changes: Vec<Change>,
    /// Content that they concern, as it was left: later changes of another session stay.
    left: Vec<Concern>,
    /// Notice for undoing or redoing them.
    done: Done,
}

/// Returns the effect that writes changes of the list, with the notice for the time they are saved.
pub(super) fn save_effect(changes: Vec<Change>, notice: Notice) -> Vec<Effect> {
    vec![DiskEffect::Bookmarks { changes, notice }.into()]
}

/// Direction.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Back,
    Again,
}

impl ListReversal {
    fn from(changes: Vec<Change>, after: &List, done: Done) -> Self {
        let left = concerns(after, &changes);
        Self {
            changes,
            left,
            done,
        }
    }
}

fn concerns(list: &List, changes: &[Change]) -> Vec<Concern> {
    changes.iter().map(|change| list.concern(change)).collect()
}

/// Returns the changes that undo `changes`, made at `now`, and the list that these lead to.
pub(super) fn way_back(list: &List, changes: &[Change], now: Timestamp) -> (Vec<Change>, List) {
    let back = changes.iter().map(|change| list.inverse(change)).collect();
    let mut after = list.clone();
    for change in changes {
        after.apply(change.clone(), now);
    }
    (back, after)
}

impl History {
    /// Records changes that lead back from the list `after`.
    pub(super) fn changed(&mut self, back: Vec<Change>, after: &List, done: Done) {
        self.made(Reversal::List(ListReversal::from(back, after, done)));
    }

    /// Records a change of a setting; `before` has its old value.
    pub(super) fn set(&mut self, setting: Setting, before: Preferences) {
        self.made(Reversal::Setting(setting, before));
    }

    fn made(&mut self, entry: Reversal) {
        self.undo.push(entry);
        self.redo.clear();
        self.older = false;
    }

    /// Returns true if there is nothing to undo.
    pub(in crate::app) const fn is_empty(&self) -> bool {
        self.undo.is_empty()
    }

    /// Records that the notice is gone.
    pub(super) fn clear_undo_notice(&mut self) {
        self.last_notice_described_undo = std::mem::take(&mut self.notice_describes_undo);
        self.removed_before = self.removed.take();
    }

    /// Records that this key removes a bookmark.
    pub(super) fn removes(&mut self, id: &str) {
        self.removed = Some(id.to_owned());
    }

    /// Returns the id of the bookmark that the key before this one removed.
    pub(super) fn removed_before(&self) -> Option<&str> {
        self.removed_before.as_deref()
    }

    /// Returns true if the notice before this key described the next undo.
    pub(super) const fn has_described_undo(&self) -> bool {
        self.last_notice_described_undo
    }

    /// Returns the entries of a direction, mutable.
    const fn entries(&mut self, way: Way) -> &mut Vec<Reversal> {
        match way {
            Way::Back => &mut self.undo,
            Way::Again => &mut self.redo,
        }
    }
}

impl App {
    /// Undoes the last change that belongs to the present screen. A change that is not the last
    /// one, or is not visible on the screen, is described first; pressing the key again undoes it.
    pub(super) fn undo_last(&mut self, is_described: bool) -> Vec<Effect> {
        let lists = self.undoes_list_here();
        let history = &self.history;
        let allowed = |entry: &Reversal| lists || matches!(entry, Reversal::Setting(..));
        let Some(index) = history.undo.iter().rposition(allowed) else {
            let nowhere = !lists && !history.is_empty();
            let id = if nowhere {
                "notice-undo-where"
            } else {
                "notice-nothing-to-undo"
            };
            self.announce(Notice::new(id));
            return Vec::new();
        };
        let in_view = match &history.undo[index] {
            Reversal::List(_) => lists,
            Reversal::Setting(..) => {
                self.context() == Context::Settings || self.shown == Shown::InLines
            }
        };
        let last = index + 1 == history.undo.len() && !history.older;
        if !(is_described || (last && in_view)) {
            let what = self.in_words(&self.history.undo[index]);
            let notice = Notice::with("notice-undo-next", vec![("what", what)]);
            self.announce(notice.in_lines("plain-undo-next"));
            self.history.notice_describes_undo = true;
            return Vec::new();
        }
        self.history.older = true;
        self.go_through(Way::Back, index)
    }

    /// Undoes the removal of a bookmark with its note, labels and position, if that was the last change of
    /// this contact; `None` otherwise.
    pub(super) fn put_bookmark_back(&mut self, id: &str) -> Option<Vec<Effect>> {
        let is_about = |entry: &Reversal| match entry {
            Reversal::List(list) => list.changes.iter().any(|change| change.id() == id),
            Reversal::Setting(..) => false,
        };
        let index = self.history.undo.iter().rposition(is_about)?;
        let removed = matches!(
            &self.history.undo[index],
            Reversal::List(list) if matches!(list.done, Done::Removed(_))
        );
        removed.then(|| {
            self.history.older = true;
            self.go_through(Way::Back, index)
        })
    }

    /// Redoes the change that was undone last.
    pub(super) fn redo_last(&mut self) -> Vec<Effect> {
        let lists = self.undoes_list_here();
        let allowed = |entry: &Reversal| lists || matches!(entry, Reversal::Setting(..));
        let Some(index) = self.history.redo.iter().rposition(allowed) else {
            self.announce(Notice::new("notice-nothing-to-redo"));
            return Vec::new();
        };
        self.history.older = false;
        self.go_through(Way::Again, index)
    }

    /// Applies an entry, and stores its inverse. Refuses one whose contact another session changed
    /// since.
    fn go_through(&mut self, way: Way, index: usize) -> Vec<Effect> {
        let entry = self.history.entries(way).remove(index);
        let other = match way {
            Way::Back => Way::Again,
            Way::Again => Way::Back,
        };
        match entry {
            Reversal::List(list) if concerns(&self.list, &list.changes) != list.left => {
                self.announce(Notice::new("notice-undo-changed").warning());
                Vec::new()
            }
            Reversal::List(ListReversal { changes, done, .. }) => {
                let notice = match (way, changes.first()) {
                    (Way::Back, Some(change)) => done.undone(change),
                    _ => done.notice(),
                };
                let (back, after) = way_back(&self.list, &changes, self.now);
                let opposite = ListReversal::from(back, &after, done);
                self.history.entries(other).push(Reversal::List(opposite));
                self.select_restored(&changes);
                save_effect(changes, notice)
            }
            Reversal::Setting(setting, wanted) => {
                let opposite = Reversal::Setting(setting, self.preferences);
                self.history.entries(other).push(opposite);
                self.put_back(setting, &wanted)
            }
        }
    }

    /// Selects the bookmark that changes bring back, as soon as it is listed: a key that follows is meant
    /// for it.
    fn select_restored(&mut self, changes: &[Change]) {
        let restores = |change: &&Change| matches!(change, Change::Restore { .. });
        if let Some(restored) = changes.iter().find(restores) {
            self.bookmarks_mut().select_once_listed(restored.id());
        }
    }

    /// Returns true if a change of the list is visible on the screen: in the Bookmarks and on a
    /// card. In plain mode the words are enough.
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

    fn in_words(&self, entry: &Reversal) -> String {
        let messages = self.messages();
        match entry {
            Reversal::List(list) => list.done.what().text(messages),
            Reversal::Setting(setting, _) => {
                let name = messages.text(setting.message_id());
                let value = self.setting_value(*setting);
                format!("{name}{} {value}", messages.text("label-end"))
            }
        }
    }
}
