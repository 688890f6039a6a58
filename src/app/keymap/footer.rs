//! Footer: the keys that have an effect at present, from the table of keys.

use unicode_width::UnicodeWidthStr;

use super::help::key_name;
use super::table::BINDINGS;
use super::{Binding, Command, Context};
use crate::app::state::App;
use crate::app::subject::{PageKind, Subject};
use crate::app::tabs::Focus;
use crate::document::Link;

/// Hint of the footer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// Keys as labelled on the keyboard.
    pub keys: String,
    /// Effect at present, in a word.
    pub word: String,
}

/// Width below which hints are few.
const NARROW: u16 = 48;

/// Columns between two hints.
pub const GAP: usize = 2;

impl Hint {
    /// Returns the width in columns.
    pub fn width(&self) -> usize {
        self.keys.width() + 1 + self.word.width()
    }
}

impl App {
    /// Returns the hints that fit into a width, in the order of the table. None is cut: in a narrow
    /// window the effect of Enter, help and the way back have priority.
    pub fn hints(&self, width: u16) -> Vec<Hint> {
        let all = self.all_hints();
        let mut room = usize::from(width) + GAP;
        let mut by_rank: Vec<usize> = (0..all.len()).collect();
        let dials = self.dials();
        by_rank.sort_by_key(|index| self.rank(all[*index].0, dials));
        let mut shown = vec![false; all.len()];
        for index in by_rank {
            let wide = all[index].1.width() + GAP;
            if wide <= room {
                room -= wide;
                shown[index] = true;
            }
        }
        all.into_iter()
            .zip(shown)
            .filter(|(_, shown)| *shown)
            .map(|((_, hint), _)| hint)
            .collect()
    }

    /// Returns true if the screen has a contact whose number can be copied.
    fn dials(&self) -> bool {
        matches!(
            self.context(),
            Context::Contacts | Context::Bookmarks | Context::Steps | Context::Reading
        ) && self.current_contact().is_some()
    }

    /// Returns the priority of a hint on the present screen, where `dials` is that of the screen.
    fn rank(&self, command: Command, dials: bool) -> u8 {
        let context = self.context();
        let is_narrow = self.size.width < NARROW;
        let is_list = matches!(context, Context::Contacts | Context::Bookmarks);
        match command {
            // Readers of the other language need this key first.
            Command::Language if context == Context::Welcome => 0,
            // The first page has another key for quitting than other screens, which nothing else
            // shows.
            Command::Quit if context == Context::Now => 2,
            // The digits show what answers.
            Command::Open if context == Context::Steps && self.screen().digits(self) > 0 => 14,
            Command::Copy if dials || self.page_text().is_some() => 2,
            // What an empty list can be filled with.
            Command::OwnAdd | Command::Lists
                if context == Context::Bookmarks && self.list_length() == 0 =>
            {
                2
            }
            // Of several links Tab chooses the one for Enter.
            Command::NextPane
                if self.reader_has_focus()
                    && self.links > usize::from(self.reader().link.is_some()) =>
            {
                5
            }
            // The way back from a page; a list at a tab leads nowhere.
            Command::Back if self.reader_has_focus() || context == Context::Steps => 1,
            Command::Back if is_list && is_narrow => 4,
            // Everybody tries Enter.
            Command::Open if context == Context::Bookmarks && is_narrow => 9,
            Command::Lists if context == Context::Bookmarks => 5,
            Command::HandOver if !self.picked.is_empty() => 3,
            Command::HandOver if context == Context::Bookmarks => 6,
            Command::Called if context == Context::Bookmarks => 7,
            Command::Bookmark if is_list && self.stars_current() => 12,
            Command::Pick if context == Context::Contacts && is_narrow => 3,
            Command::Pick if is_list => 8,
            Command::ClearFilters if self.directory().filters.is_empty() => 8,
            // What follows a call.
            Command::Called if self.reader_has_focus() && dials => 4,
            Command::Bookmark if self.reader_has_focus() => 5,
            command => rank(command),
        }
    }

    /// Returns all hints at present.
    fn all_hints(&self) -> Vec<(Command, Hint)> {
        let context = self.context();
        let messages = self.messages();
        let mut hints: Vec<(Command, &str, Vec<String>)> = Vec::new();
        for binding in BINDINGS
            .iter()
            .filter(|binding| binding.contexts.contains(&context))
        {
            let Some(word) = self.footer_word(binding) else {
                continue;
            };
            let Some(key) = binding.keys.first() else {
                continue;
            };
            let key = match (binding.command, self.screen().digits(self)) {
                // One hint for all digits.
                (Command::Choose(1), digits @ 2..) if self.ascii => format!("1-{digits}"),
                (Command::Choose(1), digits @ 2..) => format!("1–{digits}"),
                _ => key_name(*key, messages, self.ascii),
            };
            // Up and down share one hint.
            if let Some((.., keys)) = hints.iter_mut().find(|(_, known, _)| *known == word) {
                keys.push(key);
            } else {
                hints.push((binding.command, word, vec![key]));
            }
        }
        let has_arrows = self.ascii && matches!(context, Context::Welcome | Context::Map);
        let hints = hints.into_iter().map(|(command, word, keys)| {
            let keys = if has_arrows && keys.len() > 1 {
                messages.text("key-arrows")
            } else {
                // Names of keys need a separator.
                keys.join(if self.ascii { "/" } else { "" })
            };
            let word = messages.text(word);
            (command, Hint { keys, word })
        });
        hints.collect()
    }

    /// Returns true if the current contact is bookmarked.
    fn stars_current(&self) -> bool {
        let id = self.current_contact();
        id.is_some_and(|id| self.starred.contains(&id))
    }

    fn footer_word(&self, binding: &Binding) -> Option<&'static str> {
        if self.leaving {
            return binding.footer;
        }
        let word = binding.footer.filter(|_| self.can(binding.command))?;
        let link = || self.focused_link();
        Some(match binding.command {
            // Elsewhere nothing is yet on the screen that must be hidden in a hurry.
            Command::Cover
                if !matches!(
                    self.context(),
                    Context::Bookmarks | Context::Contacts | Context::Reading
                ) =>
            {
                return None;
            }
            Command::Bookmark if self.stars_current() => "footer-remove",
            Command::Called if self.size.width < NARROW => "footer-called-short",
            Command::DeleteBefore if self.filter_before_caret().is_none() => "footer-need-off",
            Command::Glossary if !self.ascii && !self.preferences.reader => "footer-terms-marked",
            // Another key copies it as well, on every screen.
            Command::Open if matches!(link(), Some(Link::Copy(_))) => return None,
            Command::Open if matches!(link(), Some(Link::Do(_) | Link::AcceptChanges(_))) => {
                "footer-choose"
            }
            command => self.screen().footer_word(self, command).unwrap_or(word),
        })
    }

    /// Returns true if a command has an effect at present.
    pub fn can(&self, command: Command) -> bool {
        self.screen().can(self, command)
    }

    /// Returns true if a command has an effect, unless the screen says otherwise.
    pub(in crate::app) fn can_anywhere(&self, command: Command) -> bool {
        if let Some(offers) = self.tab_screen().offers(self, command) {
            return offers;
        }
        let reading = self.reader_has_focus();
        match command {
            Command::Open if reading => self.reader().link.is_some(),
            Command::Open if self.is_typing() => true,
            Command::Open | Command::Up | Command::Down if !reading => self.list_length() > 0,
            Command::Back => {
                !self.at_tab() || self.pane().focus != Focus::List || !self.trail.is_empty()
            }
            Command::NextPane => self.links > 0,
            Command::Glossary => self
                .topic_read()
                .is_some_and(|id| !self.terms_of(&id).is_empty()),
            Command::HandOver => self.current_contact().is_some() || !self.picked.is_empty(),
            Command::Note
            | Command::Labels
            | Command::Called
            | Command::Pick
            | Command::Bookmark => self.current_contact().is_some(),
            Command::Sources => {
                self.current_contact().is_some() || (self.at_tab() && self.list_length() > 0)
            }
            Command::Corrections => self.list.has_corrections(),
            Command::OwnEdit | Command::OwnRemove => self.current_own().is_some(),
            Command::Both => matches!(
                self.subject(),
                Subject::Topic(_)
                    | Subject::Page(
                        PageKind::Card(_) | PageKind::TopicInBoth(_) | PageKind::CardInBoth(_)
                    )
            ),
            Command::Choose(number) => usize::from(number) <= self.screen().digits(self),
            Command::Undo => !self.history.is_empty(),
            Command::Filters | Command::MoveUp | Command::MoveDown => false,
            Command::ClearFilters => !self.directory().filters.is_empty(),
            Command::Copy => self.page_text().or_else(|| self.copy_text()).is_some(),
            Command::Enlarge => self.copy_text().is_some(),
            Command::ShowCode => self.draws_code(),
            _ => true,
        }
    }
}

/// Returns the priority of a hint in a narrow window: the lower, the longer it stays.
const fn rank(command: Command) -> u8 {
    match command {
        Command::Open | Command::ToResults | Command::Choose(_) => 0,
        Command::Help => 1,
        Command::Back => 3,
        Command::Search => 6,
        Command::Save => 2,
        // Only where there are some.
        Command::Corrections => 5,
        // Start another search, or clear it.
        Command::Copy | Command::ClearFilters | Command::Glossary => 7,
        Command::Bookmark => 8,
        Command::ShowCode => 9,
        Command::Filters => 10,
        Command::HandOver => 11,
        Command::Called => 12,
        Command::Note => 13,
        Command::Quit => 14,
        Command::Language | Command::Settings | Command::Region | Command::Steps => 15,
        // Everybody tries the arrows.
        Command::Up | Command::Down | Command::ToLeft | Command::ToRight => 17,
        _ => 16,
    }
}
