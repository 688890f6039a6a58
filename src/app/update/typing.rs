//! Typing into the focused field.

use crate::app::keymap::{Command, Context};
use crate::app::notice::Notice;
use crate::app::screen::Input;
use crate::app::state::App;
use crate::app::view::field::Field;

impl App {
    /// Returns true if letters are written.
    pub fn is_typing(&self) -> bool {
        let context = self.context();
        matches!(context, Context::Field | Context::Editor | Context::OwnForm)
    }

    /// Returns true if letters are not commands: they are written, or select a region.
    pub fn takes_letters(&self) -> bool {
        self.is_typing() || matches!(self.context(), Context::Welcome | Context::Map)
    }

    /// Takes letters that are not in the table of keys here, and writes them if there is a field.
    ///
    /// Returns false if nothing takes them.
    pub(super) fn take_letters(&mut self, letters: &str) -> bool {
        let handler = self.screen().handler();
        if handler(self, Input::Letters(letters)).is_some() {
            return true;
        }
        let typing = self.is_typing() && self.screen_mut().field_mut().is_some();
        if typing {
            self.type_text(letters);
        }
        typing
    }

    /// Replaces the whole text of the field, or the letters typed on the map.
    pub(super) fn write_anew(&mut self, text: &str) {
        let handler = self.screen().handler();
        if handler(self, Input::Text(text)).is_none() && self.is_typing() {
            self.insert(|field| {
                field.clear();
                field.insert(text)
            });
        }
    }

    /// Writes a text at the caret.
    pub(in crate::app) fn type_text(&mut self, text: &str) {
        self.insert(|field| field.insert(text));
    }

    /// Inserts text into the field, and reports truncation.
    fn insert(&mut self, insert: impl FnOnce(&mut Field) -> bool) {
        let Some(field) = self.screen_mut().field_mut() else {
            return;
        };
        let fits = insert(field);
        self.tell_screen(Input::Inserted);
        self.cut = !fits;
        if !fits {
            self.notices.insert(0, Notice::new("notice-cut"));
        }
    }

    /// Moves the caret, or deletes.
    pub(super) fn edit(&mut self, command: Command) {
        self.write(match command {
            Command::CaretLeft => Field::left,
            Command::CaretRight => Field::right,
            Command::CaretStart => Field::start,
            Command::CaretEnd => Field::end,
            Command::DeleteBefore => Field::delete_before,
            Command::DeleteAfter => Field::delete_after,
            Command::DeleteWord => Field::delete_word,
            _ => Field::clear,
        });
    }

    /// Edits the field, and notifies its screen if the text changed.
    pub(in crate::app) fn write(&mut self, edit: impl FnOnce(&mut Field)) {
        let Some(field) = self.screen_mut().field_mut() else {
            return;
        };
        let before = field.text().to_owned();
        edit(field);
        if field.text() != before {
            self.tell_screen(Input::Edited);
        }
    }

    fn tell_screen(&mut self, notice: Input<'_>) {
        let handler = self.screen().handler();
        handler(self, notice);
    }
}
