//! The keys that work here and now, out of the table.

use unicode_width::UnicodeWidthStr;

use super::document::help::key_name;
use super::keymap::{BINDINGS, Binding, Command};
use super::overlay::{Overlay, PageKind};
use super::reading::Subject;
use super::state::{App, Focus, TabId};

/// One hint of the footer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The keys, as they are written on the keyboard.
    pub keys: String,
    /// What they do here, in a word.
    pub word: String,
}

/// Columns between two hints.
pub const GAP: usize = 2;

impl Hint {
    /// Columns that the hint takes.
    pub fn width(&self) -> usize {
        self.keys.width() + 1 + self.word.width()
    }
}

impl App {
    /// The hints that fit into that many columns, in the order of the table. None is ever cut: where
    /// there is little room, the way back and help come before the rest.
    pub fn hints(&self, width: u16) -> Vec<Hint> {
        let all = self.all_hints();
        let mut room = usize::from(width) + GAP;
        let mut by_rank: Vec<usize> = (0..all.len()).collect();
        by_rank.sort_by_key(|place| rank(all[*place].0));
        let mut shown = vec![false; all.len()];
        for place in by_rank {
            let wide = all[place].1.width() + GAP;
            if wide <= room {
                room -= wide;
                shown[place] = true;
            }
        }
        all.into_iter()
            .zip(shown)
            .filter(|(_, shown)| *shown)
            .map(|((_, hint), _)| hint)
            .collect()
    }

    /// Every hint of this place.
    fn all_hints(&self) -> Vec<(Command, Hint)> {
        let context = self.context();
        let messages = self.messages();
        let mut words: Vec<&str> = Vec::new();
        let mut hints: Vec<(Command, Hint)> = Vec::new();
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
            let keys = key_name(*key, messages);
            // Up and down are one hint.
            if let Some(place) = words.iter().position(|known| *known == word) {
                hints[place].1.keys.push_str(&keys);
            } else {
                words.push(word);
                hints.push((
                    binding.command,
                    Hint {
                        keys,
                        word: messages.text(word),
                    },
                ));
            }
        }
        hints
    }

    fn footer_word(&self, binding: &Binding) -> Option<&'static str> {
        let word = binding.footer.filter(|_| self.can(binding.command))?;
        let starred = || {
            self.current_contact()
                .is_some_and(|id| self.starred.contains(&id))
        };
        Some(match binding.command {
            Command::Bookmark if starred() => "footer-remove",
            Command::Back if self.overlays.is_empty() && self.clears_first() => {
                "footer-clear-field"
            }
            _ => word,
        })
    }

    /// Whether a command would do something here and now.
    pub fn can(&self, command: Command) -> bool {
        let reading = self.reader_has_focus();
        match command {
            Command::Open if reading => !self.document(80).links.is_empty(),
            Command::ToResults => {
                self.list_length() > 0 || !self.directory.hits.suggestions.is_empty()
            }
            Command::Open | Command::Up | Command::Down if !reading => self.list_length() > 0,
            Command::Back => {
                !self.overlays.is_empty()
                    || self.pane().focus != Focus::List
                    || !self.trail.is_empty()
                    || (self.tab == TabId::Bookmarks && self.bookmarks.label.is_some())
            }
            Command::NextPane => {
                self.reader_area().is_some() && !self.document(80).links.is_empty()
            }
            Command::Note | Command::Labels | Command::Called => {
                self.current_contact().is_some() && !self.reads_sources()
            }
            Command::MoveUp | Command::MoveDown => {
                self.tab == TabId::Bookmarks && self.bookmarks.ids.len() > 1
            }
            Command::OwnEdit | Command::OwnRemove => self.current_own().is_some(),
            Command::Both => matches!(
                self.subject(),
                Subject::Topic(_)
                    | Subject::Page(
                        PageKind::Card(_) | PageKind::TopicInBoth(_) | PageKind::CardInBoth(_)
                    )
            ),
            Command::Undo => !self.undo.is_empty(),
            Command::Filters if self.tab == TabId::Bookmarks => !self.list.labels().is_empty(),
            Command::Filters => self.tab == TabId::Directory && self.overlays.is_empty(),
            Command::ClearFilters if self.tab == TabId::Bookmarks && self.overlays.is_empty() => {
                self.bookmarks.label.is_some()
            }
            Command::ClearFilters => !self.directory.filters.is_empty(),
            Command::Bookmark => self.current_contact().is_some(),
            Command::Copy | Command::Enlarge | Command::ShowCode => self.copy_text().is_some(),
            Command::Sources => match self.overlays.last() {
                None => self.list_length() > 0,
                Some(Overlay::Page(PageKind::Card(_) | PageKind::TopicInBoth(_), _)) => true,
                Some(_) => self.current_contact().is_some() && !self.reads_sources(),
            },
            _ => true,
        }
    }

    /// Whether one step back first empties the search field.
    fn clears_first(&self) -> bool {
        self.pane().focus == Focus::Field && !self.directory.field.text().is_empty()
    }

    fn reads_sources(&self) -> bool {
        matches!(
            self.overlays.last(),
            Some(Overlay::Page(
                PageKind::ContactSources(_) | PageKind::TopicSources(_),
                _
            ))
        )
    }
}

/// Which hints stay where there is little room: the lower, the longer.
const fn rank(command: Command) -> u8 {
    match command {
        Command::Back => 0,
        Command::Help => 1,
        Command::Open | Command::ToResults => 2,
        Command::Quit => 3,
        // Everybody tries the arrows.
        Command::Up | Command::Down | Command::ToLeft | Command::ToRight => 5,
        _ => 4,
    }
}
