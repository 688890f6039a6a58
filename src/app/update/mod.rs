//! Effects of each action. Pure: the outside is reached only through the returned effects.

mod beginning;
mod bookmarks;
mod calls;
mod follow;
mod language;
mod leaving;
mod moving;
mod notes;
mod pasting;
mod typing;

pub use beginning::begins_with_number;

use super::action::{Action, DiskEffect, Effect, Outcome, TerminalEffect};
use super::keymap::{Command, Context, Key, table};
use super::notice::Notice;
use super::screens::regions::Called;
use super::state::{App, Derived, Shown};
use super::troubles::{not_read_yet, unanswered};
use super::view::layout::{Area, Size};
use super::view::listing::Direction;
use crate::app::screen::Input;
use crate::app::subject::PageKind;
use crate::places::Places;
use crate::settings::Setting;

/// Commands for quitting typed by users of other programs.
const QUITS: [&str; 4] = [":q", ":q!", ":wq", ":x"];

/// Applies an action to the App, and returns the effects for the runtime.
pub fn update(app: &mut App, action: Action) -> Vec<Effect> {
    app.derived = None;
    let effects = app.take(action);
    app.tell_left_out();
    app.settle();
    app.derived = Some(Derived::default());
    effects
}

impl App {
    fn take(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Key(key) => {
                let effects = self.press(key);
                self.follow_clock();
                return effects;
            }
            Action::Command(command) => {
                self.begin();
                return self.obey(command);
            }
            Action::Bookmark(id) => {
                self.begin();
                return self.toggle_bookmark_of(&id);
            }
            Action::Paste(text) => self.paste(&text),
            Action::Select(index) => self.select(index),
            Action::FocusLink(link) => self.focus_link(link),
            Action::Write(text) => self.write_anew(&text),
            Action::Sentence(text) => self.search_for(&text),
            Action::Open(page) => self.open_page(page),
            Action::LeaveReader => self.leave_reader(),
            Action::Leave => self.leave(),
            Action::SearchWordsOnly => self.search_words_only(),
            Action::SkipFirstRun => self.skip_first_run(),
            Action::SayInLines => self.shown = Shown::InLines,
            Action::Resize { width, height } => {
                self.size = Size { width, height };
                self.follow_clock();
            }
            Action::Idle => self.cover.put_on(),
            Action::Clock { now, today } => (self.now, self.today) = (now, today),
            Action::Outcome(outcome) => self.learn(outcome),
        }
        Vec::new()
    }

    fn press(&mut self, key: Key) -> Vec<Effect> {
        if self.is_covered() {
            return self.press_cover(key);
        }
        self.begin();
        if self.leaving
            && let Some(effects) = self.answer_leaving(key)
        {
            return effects;
        }
        if self.begins_text(key) {
            return Vec::new();
        }
        let Some(command) = table::command(self.context(), key) else {
            self.press_letter(key);
            return Vec::new();
        };
        if self.asks_to_leave(command, key) || self.asks_before_losing(command) {
            return Vec::new();
        }
        self.obey(command)
    }

    /// Handles a key that is not in the table.
    fn press_letter(&mut self, key: Key) {
        let letter = key.letter();
        let taken = letter.is_some_and(|letter| self.take_letters(letter.encode_utf8(&mut [0; 4])));
        if !taken {
            self.tell_unknown(key);
        } else if self.context() == Context::Field && QUITS.contains(&self.directory().field.text())
        {
            self.announce(Notice::new("notice-no-commands-typing"));
        }
    }

    /// Prepares for the next input: the last notice counts as read.
    fn begin(&mut self) {
        self.cover.take_off();
        self.history.clear_undo_notice();
        if !self.notices.is_empty() {
            self.notices.remove(0);
        }
    }

    fn leave(&mut self) {
        self.begin();
        if !self.asks_before_leaving() {
            self.obey(Command::Back);
        }
    }

    fn learn(&mut self, outcome: Outcome) {
        if outcome.answers_files() {
            self.end_waiting();
        }
        match outcome {
            Outcome::Copied(text) => self.learn_copied(text),
            Outcome::PageCopied => self.announce(Notice::new("notice-copied-page")),
            Outcome::Saved { list, notice } => self.learn_saved(*list, notice),
            Outcome::Found { session, hits } => self.learn_found(&session, hits),
            Outcome::Reloaded(list) => self.take_list(*list),
            Outcome::Renewed(packs) => self.learn_packs(packs),
            Outcome::Unanswered => self.announce(unanswered()),
            Outcome::NotDone(rest) => {
                let rest = vec![("rest", rest.join("; "))];
                let notice = Notice::with("notice-quit-undone", rest);
                self.announce(notice.in_lines("plain-quit-undone").warning());
            }
            Outcome::NotReadYet => self.announce(not_read_yet()),
            Outcome::ListsFound { folder, names } => self.learn_lists(folder, names),
            Outcome::ListRead(read) => self.learn_list(read),
            Outcome::PackRead(read) => self.learn_pack(read),
            Outcome::PackTaken(taken) => self.learn_pack_taken(taken),
            Outcome::Written(written) => self.learn_written(written),
            Outcome::Removed(removed) => self.learn_removed(removed),
            Outcome::SettingsSaved(notice) => {
                if let Some(notice) = notice {
                    self.announce(notice);
                }
            }
            Outcome::SettingsNotSaved(trouble) => self.learn_settings_not_saved(trouble),
        }
    }

    /// Executes a command: on the focused screen, else as everywhere.
    fn obey(&mut self, command: Command) -> Vec<Effect> {
        let handler = self.screen().handler();
        handler(self, Input::Command(command)).unwrap_or_else(|| self.obey_anywhere(command))
    }

    /// Executes a command that has the same effect everywhere.
    fn obey_anywhere(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Quit => return vec![TerminalEffect::Quit.into()],
            Command::ClearAndQuit => return vec![TerminalEffect::ClearAndQuit.into()],
            Command::Suspend => return vec![TerminalEffect::Suspend.into()],
            Command::Repaint => return vec![TerminalEffect::Repaint.into()],
            Command::Bookmark => return self.toggle_bookmark(),
            Command::Copy => return self.copy(),
            Command::Language => return self.change_language(),
            Command::Undo => return self.undo_last(self.history.has_described_undo()),
            Command::Redo => return self.redo_last(),
            Command::OwnRemove => return self.remove_own(),
            Command::MoveUp => return self.move_bookmark(Direction::Previous),
            Command::MoveDown => return self.move_bookmark(Direction::Next),
            Command::Cover => self.cover.put_on(),
            Command::Note => self.write_note(),
            Command::Labels => self.write_labels(),
            Command::Called => self.open_marks(),
            Command::OwnAdd => self.add_own(),
            Command::OwnEdit => self.edit_own(),
            Command::HandOver => self.open_handout(),
            Command::Pick => self.pick(),
            Command::Corrections => self.open_corrections(),
            Command::Lists => self.open_lists(),
            Command::ClearFilters => self.clear_filters(),
            _ => self.go(command),
        }
        Vec::new()
    }

    /// Moves, opens or writes.
    fn go(&mut self, command: Command) {
        match command {
            Command::Tab(_) | Command::PreviousTab | Command::NextTab if self.is_new() => {
                self.announce(Notice::new("notice-first-run"));
            }
            Command::Tab(digit) => self.go_to_tab(usize::from(digit)),
            Command::PreviousTab => self.neighbour(Direction::Previous),
            Command::NextTab => self.neighbour(Direction::Next),
            Command::PreviousPane => self.walk(Direction::Previous),
            Command::NextPane => self.walk(Direction::Next),
            Command::Back => self.back(),
            Command::Search => self.search_from_anywhere(),
            Command::Enlarge => self.open_number(PageKind::Number),
            Command::ShowCode => self.open_number(PageKind::Code),
            Command::Both => self.show_both(),
            Command::Settings => self.open_settings(),
            Command::Sources => self.open_sources(),
            Command::Region => self.open_region(),
            Command::Steps => self.begin_steps(),
            Command::Help => self.open_page(PageKind::Help),
            Command::Glossary => self.open_glossary(),
            Command::Up
            | Command::Down
            | Command::PageUp
            | Command::PageDown
            | Command::First
            | Command::Last
            | Command::ToLeft
            | Command::ToRight => self.move_by(command),
            Command::CaretLeft
            | Command::CaretRight
            | Command::CaretStart
            | Command::CaretEnd
            | Command::DeleteBefore
            | Command::DeleteAfter
            | Command::DeleteWord
            | Command::ClearField => self.edit(command),
            // Other commands exist only on some screens, which were asked before.
            _ => {}
        }
    }

    /// Takes over the worker's place; the guide's regional pages follow. A region alone replaces a
    /// town.
    pub(super) fn set_whereabouts(&mut self, called: Option<Called>) {
        let (region, place) = match called {
            Some(Called::Region(region)) => (region, None),
            Some(Called::Town(place)) => (Places::embedded().place(place).region, Some(place)),
            None => return,
        };
        self.preferences.region = region;
        self.preferences.place = place;
        self.relist_topics();
        self.find_again();
        self.list_now_again();
    }

    /// Updates all lists after a change of the language or the worker's list.
    pub(super) fn refresh(&mut self) {
        self.directory_mut().stale = true;
        self.list_now_again();
        self.relist_bookmarks();
    }

    /// Stores the present value of a setting, for undo.
    pub(super) fn remember_setting(&mut self, setting: Setting) {
        self.history.set(setting, self.preferences);
    }

    /// Writes a chosen value even if it is already in force, because it may come from an argument
    /// of this run.
    pub(super) const fn save_setting(&self, chosen: Setting) -> Effect {
        self.save_setting_with(chosen, None)
    }

    /// Like [`Self::save_setting`], with the notice for the time it is saved.
    pub(super) const fn save_setting_with(
        &self,
        chosen: Setting,
        notice: Option<Notice>,
    ) -> Effect {
        Effect::Disk(DiskEffect::SaveSettings {
            preferences: self.preferences,
            chosen,
            notice,
        })
    }

    /// Brings selections, windows and links into their bounds.
    pub(super) fn settle(&mut self) {
        self.find_shown();
        self.list_now();
        self.list_steps();
        let Some(layout) = self.layout() else { return };
        let area = self.list_area(&layout);
        // A long notice covers the last rows: the selected row and link stay
        // visible above it.
        let notice = self.notice_rows(&layout).len().saturating_sub(1);
        let notice = u16::try_from(notice).unwrap_or(0);
        let above_notice = |area: Area| {
            let below = layout.notice.y - (area.y + area.height).min(layout.notice.y);
            let covered = notice.saturating_sub(below);
            let height = area.height.saturating_sub(covered).max(1);
            Area { height, ..area }
        };
        self.settle_list(above_notice(area));
        self.mark_shown(usize::from(area.height));
        self.settle_reader();
        if let Some(reader) = layout.reader {
            self.keep_link_within(above_notice(reader).height);
        }
    }
}
