//! Leaving the program or a form: unsaved text causes a question, once.

use crate::app::action::{Effect, TerminalEffect};
use crate::app::keymap::help::key_name;
use crate::app::keymap::{Command, Context, Key, table};
use crate::app::notice::Notice;
use crate::app::screens::TabId;
use crate::app::state::App;

impl App {
    /// Asks about leaving if typed text would be lost; returns true if it asked. A search is lost
    /// without a question by Ctrl-C, but not by `q`, which may have been meant as a letter.
    pub(super) fn asks_to_leave(&mut self, command: Command, key: Key) -> bool {
        if command != Command::Quit || self.leaving {
            return false;
        }
        let searches =
            self.at_tab() && self.tab() == TabId::Directory && self.directory().has_words();
        let letter = key.letter().is_some();
        let unsaved = self.overlays.iter().any(|one| one.is_unsaved());
        self.leaving = unsaved || (letter && searches);
        if self.leaving {
            self.announce(Notice::new("notice-leave").warning());
        }
        self.leaving
    }

    /// Handles a key while the question about leaving is shown; returns `None` for a key that is no
    /// answer and therefore meant for the screen.
    pub(super) fn answer_leaving(&mut self, key: Key) -> Option<Vec<Effect>> {
        let command = table::command(Context::Leaving, key);
        self.leaving = false;
        Some(match command? {
            Command::Quit => vec![TerminalEffect::Quit.into()],
            Command::Back => Vec::new(),
            command => self.obey(command),
        })
    }

    /// Asks once before typed text is lost by a step back or a change of tabs; returns true if it
    /// asked.
    pub(super) fn asks_before_losing(&mut self, command: Command) -> bool {
        match command {
            Command::Back => self.asks_before_leaving(),
            Command::Tab(_) | Command::PreviousTab | Command::NextTab => {
                let mut screens = self.overlays.iter_mut();
                let asks = screens.any(|one| one.asks_before_leaving());
                if asks {
                    self.announce(Notice::new("notice-unsaved-tab").warning());
                }
                asks
            }
            _ => false,
        }
    }

    /// Asks once before typed text is discarded.
    pub(super) fn asks_before_leaving(&mut self) -> bool {
        let asks = self.screen_mut().asks_before_leaving();
        if asks {
            let notice = Notice::new("notice-unsaved").in_lines("plain-unsaved");
            self.announce(notice.warning());
        }
        asks
    }

    /// Shows that a key has no effect here, and the key for help.
    pub(super) fn tell_unknown(&mut self, key: Key) {
        let context = self.context();
        let help = Key::character('?');
        let lists = table::command(context, help) == Some(Command::Help);
        let id = match (key.letter(), lists) {
            (Some(':'), true) => "notice-no-commands",
            (_, true) => "notice-unknown-key",
            (_, false) => "notice-unknown-key-typing",
        };
        let name = key_name(key, self.messages(), self.ascii);
        self.announce(Notice::with(id, vec![("key", name)]));
    }
}
