//! What each action changes. Pure: the world is reached through the effects that are returned.

mod bookmarks;
mod editing;
pub(super) mod filters;
mod follow;
mod language;
mod moving;
mod own;
mod searching;
mod settings;

use super::action::{Action, DiskEffect, Effect, Key, KeyCode, Outcome, TerminalEffect};
use super::keymap::{self, Command};
use super::layout::Size;
use super::listing::{Listing, Reader};
use super::notice::Notice;
use super::overlay::{Choice, Overlay, PageKind};
use super::reading::Subject;
use super::region_map::Called;
use super::state::App;
use super::tabs::{Focus, TabId};
use crate::directory::Region;
use crate::places::Places;
use crate::settings::Setting;

/// Changes the App by what happened, and says what the runtime is to do.
pub fn update(app: &mut App, action: Action) -> Vec<Effect> {
    let effects = match action {
        Action::Key(key) => {
            let effects = app.press(key);
            app.follow_clock();
            effects
        }
        Action::Paste(text) => {
            app.paste(&text);
            Vec::new()
        }
        Action::Command(command) => {
            app.begin();
            app.obey(command)
        }
        Action::Select(place) => {
            app.select(place);
            Vec::new()
        }
        Action::FocusLink(link) => {
            app.focus_link(link);
            Vec::new()
        }
        Action::Write(text) => {
            if app.region_choice().is_some() {
                app.seek_anew(&text);
            } else {
                app.write_anew(&text);
            }
            Vec::new()
        }
        Action::Resize { width, height } => {
            app.size = Size { width, height };
            app.follow_clock();
            Vec::new()
        }
        Action::Idle => {
            app.covered = true;
            Vec::new()
        }
        Action::Clock { now, today } => {
            app.now = now;
            app.today = today;
            Vec::new()
        }
        Action::Outcome(outcome) => {
            app.learn(outcome);
            Vec::new()
        }
    };
    app.settle();
    effects
}

impl App {
    fn press(&mut self, key: Key) -> Vec<Effect> {
        if std::mem::take(&mut self.covered) && !key.leaves() {
            // The key that takes the cover off does nothing else.
            return Vec::new();
        }
        let repainted = self.begin();
        let context = self.context();
        if let Some(command) = keymap::command(context, key) {
            self.repainted = command == Command::Repaint;
            // Asked twice, the screen is covered.
            if command == Command::Back && self.asks_before_leaving() {
                return Vec::new();
            }
            self.obey(if repainted && self.repainted {
                Command::Cover
            } else {
                command
            })
        } else {
            if let (KeyCode::Character(character), false) = (key.code, key.control) {
                self.take_letter(character.encode_utf8(&mut [0; 4]));
            }
            Vec::new()
        }
    }

    /// Before anything that she asks for: what was said last is read. Answers whether the last key
    /// asked to paint the screen again.
    fn begin(&mut self) -> bool {
        self.covered = false;
        if !self.notices.is_empty() {
            self.notices.remove(0);
        }
        std::mem::take(&mut self.repainted)
    }

    /// Asks once, before what she wrote is thrown away.
    pub fn asks_before_leaving(&mut self) -> bool {
        let asks = match self.overlays.last_mut() {
            Some(Overlay::Editor(editor)) => editor.asks_before_leaving(),
            Some(Overlay::OwnForm(form)) => form.asks_before_leaving(),
            _ => false,
        };
        if asks {
            self.announce(Notice::new("notice-unsaved").warning());
        }
        asks
    }

    fn paste(&mut self, text: &str) {
        // What takes the cover off does nothing else.
        if std::mem::take(&mut self.covered) {
            return;
        }
        self.begin();
        if self.is_typing() {
            self.type_text(text);
        } else {
            self.announce(Notice::new("notice-paste-ignored").warning());
        }
    }

    fn learn(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Copied(text) => {
                self.announce(Notice::with("notice-copied", vec![("text", text)]));
            }
            Outcome::Saved { list, trouble } => self.learn_saved(*list, trouble),
            Outcome::Merged {
                list,
                count,
                trouble,
            } => {
                self.pending = Some(Notice::with(
                    "bookmarks-conflicts-merged",
                    vec![("count", count.to_string())],
                ));
                self.learn_saved(*list, trouble);
            }
            Outcome::Found { session, hits } => self.learn_found(&session, hits),
            Outcome::Reloaded(list) => self.take_list(*list),
            Outcome::Unanswered => self.announce(Notice::new("files-unanswered").warning()),
            Outcome::NotSaved(names) => {
                let names = vec![("names", names.join(", "))];
                self.announce(Notice::with("notice-quit-unsaved", names).warning());
            }
            Outcome::SettingsSaved => self.learn_settings_saved(),
            Outcome::SettingsNotSaved(trouble) => self.learn_settings_not_saved(trouble),
        }
    }

    /// Does what a key asks for.
    fn obey(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Quit => return vec![TerminalEffect::Quit.into()],
            Command::ClearAndQuit => return vec![TerminalEffect::ClearAndQuit.into()],
            Command::Suspend => return vec![TerminalEffect::Suspend.into()],
            Command::Repaint => return vec![TerminalEffect::Repaint.into()],
            Command::Cover => self.covered = true,
            Command::Enlarge => self.open_number(PageKind::Number),
            Command::ShowCode => self.open_number(PageKind::Code),
            Command::Bookmark => return self.toggle_bookmark(),
            Command::Copy => return self.copy(),
            Command::Language => return self.change_language(),
            Command::Open => return self.open(),
            Command::Undo => return self.undo_last(),
            Command::OwnRemove => return self.remove_own(),
            Command::MoveUp | Command::MoveDown => {
                return self.move_bookmark(command == Command::MoveDown);
            }
            Command::Both => self.show_both(),
            Command::Note => self.write_note(),
            Command::Labels => self.write_labels(),
            Command::Called => self.open_marks(),
            Command::OwnAdd => self.add_own(),
            Command::OwnEdit => self.edit_own(),
            Command::Tab(tab) => self.go_to_tab(tab),
            Command::PreviousTab => self.neighbour(-1),
            Command::NextTab => self.neighbour(1),
            Command::Up
            | Command::Down
            | Command::PageUp
            | Command::PageDown
            | Command::First
            | Command::Last
            | Command::ToLeft
            | Command::ToRight => self.move_by(command),
            Command::NextPane | Command::PreviousPane => self.walk(command == Command::NextPane),
            Command::Back => self.back(),
            Command::Search => self.search_from_anywhere(),
            Command::ToResults => self.go_to_results(),
            Command::Filters => self.open_filters(),
            Command::ClearFilters => self.clear_filters(),
            Command::PreviousValue | Command::NextValue => {
                let forward = command == Command::NextValue;
                if matches!(self.overlays.last(), Some(Overlay::Settings(_))) {
                    return self.change_setting(forward);
                }
                self.change_filter(forward);
            }
            Command::Settings => self.open_settings(),
            Command::Sources => self.open_sources(),
            Command::Region => self.open_region(),
            Command::Help => self
                .overlays
                .push(Overlay::Page(PageKind::Help, Reader::default())),
            Command::Glossary => self.open_glossary(),
            Command::CaretLeft
            | Command::CaretRight
            | Command::CaretStart
            | Command::CaretEnd
            | Command::DeleteBefore
            | Command::DeleteAfter
            | Command::ClearField => self.edit(command),
        }
        Vec::new()
    }

    /// A tab chosen by its number is a new beginning: what lies over it and the way back go.
    fn go_to_tab(&mut self, tab: TabId) {
        self.overlays.clear();
        self.trail.clear();
        self.tab = tab;
        if tab == TabId::Directory {
            // What she types next is what she looks for, each time.
            self.directory.pane.focus = Focus::Field;
            self.directory.field.select();
        }
    }

    /// To the tab beside; at the ends there is none.
    fn neighbour(&mut self, by: isize) {
        let place = TabId::ALL
            .iter()
            .position(|tab| *tab == self.tab)
            .unwrap_or(0);
        let place = place.saturating_add_signed(by).min(TabId::ALL.len() - 1);
        if TabId::ALL[place] != self.tab {
            self.go_to_tab(TabId::ALL[place]);
        }
    }

    fn open(&mut self) -> Vec<Effect> {
        if self.typed_leads_nowhere() {
            let typed = vec![("text", self.typed.clone())];
            self.announce(Notice::with("notice-region-nowhere", typed));
            return Vec::new();
        }
        match self.overlays.last().cloned() {
            Some(Overlay::Welcome(_)) => {
                let called = self.take_called();
                self.overlays.pop();
                self.set_whereabouts(called);
                return vec![self.save_setting(Setting::Region)];
            }
            Some(Overlay::Picker(Choice::Region, _)) => {
                let called = self.take_called();
                self.overlays.pop();
                return self.choose_region(called);
            }
            Some(Overlay::Picker(choice, listing)) => {
                self.forget_typed();
                self.overlays.pop();
                return self.choose(&choice, listing.selected);
            }
            Some(Overlay::Filters(_)) => self.open_filter(),
            Some(Overlay::Settings(_)) => return self.enter_setting(),
            Some(Overlay::Editor(_)) => return self.save_line(),
            Some(Overlay::OwnForm(_)) => return self.enter_form(),
            Some(Overlay::Page(..)) => return self.follow_focused(),
            None => match self.pane().focus {
                Focus::Reader => return self.follow_focused(),
                Focus::List | Focus::Field if self.list_length() > 0 => {
                    if let (TabId::Directory, Subject::Topic(id)) = (self.tab, self.subject()) {
                        self.open_topic(&id);
                        return Vec::new();
                    }
                    self.pane_mut().focus = Focus::Reader;
                    self.pane_mut().reader.link = None;
                }
                Focus::List | Focus::Field => {}
            },
        }
        Vec::new()
    }

    fn open_sources(&mut self) {
        let kind = match (self.current_contact(), self.overlays.last()) {
            (
                _,
                Some(Overlay::Page(PageKind::ContactSources(_) | PageKind::TopicSources(_), _)),
            ) => return,
            (Some(id), _) => Some(PageKind::ContactSources(id)),
            (None, Some(Overlay::Page(PageKind::TopicInBoth(id), _))) => {
                Some(PageKind::TopicSources(id.clone()))
            }
            (None, None) => self.selected_topic().cloned().map(PageKind::TopicSources),
            (None, Some(_)) => None,
        };
        match kind {
            Some(kind) => self.overlays.push(Overlay::Page(kind, Reader::default())),
            None => self.announce(Notice::new("notice-no-sources")),
        }
    }

    /// What is read, in both languages, at the same place; the same key leads back.
    fn show_both(&mut self) {
        if self.reads_both() {
            self.back();
            return;
        }
        let kind = match self.subject() {
            Subject::Topic(id) => PageKind::TopicInBoth(id),
            Subject::Page(PageKind::Card(id)) => PageKind::CardInBoth(id),
            _ => {
                self.announce(Notice::new("notice-no-both"));
                return;
            }
        };
        let top = self.reader().top;
        let rows = self.shown_document().rows;
        let block = rows.get(top).filter(|_| top > 0).map(|row| row.block);
        self.overlays.push(Overlay::Page(kind, Reader::default()));
        if let Some(block) = block {
            self.reader_mut().top = self.shown_document().row_of_block(block);
        }
    }

    fn open_region(&mut self) {
        let selected = Region::ALL
            .into_iter()
            .position(|region| region == self.region());
        self.overlays.push(Overlay::Picker(
            Choice::Region,
            Listing::at(selected.unwrap_or(0)),
        ));
    }

    /// Takes over where she works; the guide's regional pages open at the region from now on. A region
    /// alone takes the place of a town.
    fn set_whereabouts(&mut self, called: Option<Called>) {
        let (region, place) = match called {
            Some(Called::Region(region)) => (region, None),
            Some(Called::Town(place)) => (Places::embedded().place(place).region, Some(place)),
            None => return,
        };
        self.preferences.region = region;
        self.preferences.place = place;
        for (place, tab) in [
            TabId::Reporting,
            TabId::VictimServices,
            TabId::RestorativeJustice,
        ]
        .into_iter()
        .enumerate()
        {
            let topics = super::topics::listed(&self.content, tab, self.region());
            let guide = &mut self.guides[place];
            let selected = guide.topics.get(guide.pane.listing.selected);
            // What was being read stays under her eyes.
            guide.pane.listing.selected = selected
                .and_then(|id| topics.iter().position(|topic| topic == id))
                .unwrap_or(0);
            guide.topics = topics;
        }
        self.find_again();
    }

    /// Writes what she chose, even where it is in force already: an argument asked for it in this run
    /// alone.
    const fn save_setting(&self, chosen: Setting) -> Effect {
        Effect::Disk(DiskEffect::SaveSettings(self.preferences, chosen))
    }

    /// Puts right whatever the action left out of bounds: selections, windows, links.
    fn settle(&mut self) {
        if self.region_choice().is_none() {
            self.forget_typed();
        }
        self.find_shown();
        let Some(layout) = self.layout() else { return };
        let area = self.list_area(&layout);
        self.settle_list(area);
        self.mark_shown(usize::from(area.height));
        self.settle_reader();
    }
}
