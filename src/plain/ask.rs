//! Actions of the typed words.

use super::pages::PAGE;
use super::place::{Kind, kind};
use super::words::{Word, WordEffect, number};
use super::{Plain, Saves};
use crate::app::Action;
use crate::app::TabId;
use crate::app::keymap::{Command, Context};
use crate::app::subject::PageKind;
use crate::app::view::choice::Choice;
use crate::directory::phone::parted;
use crate::document::extension::in_words;
use crate::document::pages::number::payload;
use crate::i18n::Language;

impl<S: Saves> Plain<S> {
    /// Executes a word with the text after it.
    pub(super) fn do_word(&mut self, word: &Word, rest: &str) {
        if word.does != WordEffect::Ask(Command::Bookmark) {
            self.bookmarked = None;
        }
        match word.does {
            WordEffect::Ask(Command::Region) if !rest.is_empty() => self.choose_region(rest),
            WordEffect::Ask(command) => self.ask(word, command, number(rest)),
            WordEffect::Find => self.find(rest),
            WordEffect::NotThis => self.take_need_off(),
            WordEffect::OpenNumber => match (self.dialled(rest), number(rest)) {
                (Some(digits), _) if !rest.is_empty() => self.dial(rest, &digits),
                (_, Some(number)) => self.choose(number),
                _ => self.ask_which(word),
            },
            WordEffect::More => self.go_on_reading(),
            WordEffect::Again => self.begin_anew(),
            WordEffect::Last => self.show_last(),
            WordEffect::NextItem => self.neighbour(1),
            WordEffect::PreviousItem => self.neighbour(-1),
            WordEffect::Tabs => self.tabs(number(rest)),
            WordEffect::Speak(language) => self.speak(language),
            WordEffect::Help => self.help(rest),
            WordEffect::Clear => self.clear(),
        }
    }

    fn begin_anew(&mut self) {
        self.say_whereabouts();
        if kind(&self.app) == Kind::List {
            self.act(Action::Select(0));
        }
        self.say_once_more();
    }

    fn ask(&mut self, word: &Word, command: Command, number: Option<usize>) {
        let bookmarked = self.bookmarked.take();
        if command == Command::Bookmark
            && let Some(id) = self.just_bookmarked(bookmarked, number)
        {
            self.change_bookmark_of(id);
            return;
        }
        if let Some(instead) = self.instead_of(command) {
            self.say(instead, &[]);
            return;
        }
        if self.is_open(command) {
            self.say_once_more();
            return;
        }
        if number.is_none() && self.needs_number(word) {
            self.ask_which(word);
            return;
        }
        if let Some(number) = number
            && !self.point_at(number)
        {
            self.say_no_number(number);
            return;
        }
        if number.is_none() && kind(&self.app) == Kind::Reading {
            // The command applies to the page, not to the link followed last.
            self.act(Action::FocusLink(None));
        }
        match command {
            Command::Bookmark => self.change_bookmark(),
            Command::OwnRemove => self.remove_own(),
            _ => self.command(command),
        }
        match command {
            Command::Tab(_) => {
                self.leave_reading();
                self.say_once_more();
            }
            Command::Enlarge | Command::ShowCode => self.speak_number(),
            _ => {}
        }
        if kind(&self.app) == Kind::Reading {
            self.act(Action::FocusLink(None));
        }
    }

    /// Returns the message for a command of the filters without a target.
    fn instead_of(&self, command: Command) -> Option<&'static str> {
        let narrows = matches!(self.app.tab(), TabId::Directory | TabId::Bookmarks);
        match command {
            Command::Filters if !narrows && self.app.at_tab() => Some("plain-filters-where"),
            Command::ClearFilters if !self.app.can(command) => Some("plain-no-filters"),
            _ => None,
        }
    }

    /// Returns true if a command's overlay is open already: a second one would take an extra step
    /// back.
    fn is_open(&self, command: Command) -> bool {
        match command {
            Command::Region => self.app.choice() == Some(&Choice::Region),
            Command::Settings => self.app.context() == Context::Settings,
            _ => false,
        }
    }

    /// Repeats the search with the words alone if they were taken for a need.
    fn take_need_off(&mut self) {
        let at_search = self.app.tab() == TabId::Directory && self.app.at_tab();
        if !at_search || self.app.need_line().is_none() {
            self.say("plain-no-need", &[]);
            return;
        }
        self.leave_reading();
        self.act(Action::SearchWordsOnly);
        self.say_once_more();
    }

    fn ask_which(&mut self, word: &Word) {
        let word = word.shown(self.app.messages());
        self.say("plain-which", &[("word", word.into())]);
    }

    /// Focuses the item or the link of this number; returns false if there is none.
    pub(super) fn point_at(&mut self, number: usize) -> bool {
        let reading = kind(&self.app) == Kind::Reading;
        let count = self.count_here();
        let Some(index) = number.checked_sub(1).filter(|index| *index < count) else {
            return false;
        };
        self.act(if reading {
            Action::FocusLink(Some(index))
        } else {
            Action::Select(index)
        });
        true
    }

    /// Spells the number out digit by digit, and prints the content of the code: large digits and
    /// codes on the screen are visual.
    fn speak_number(&mut self) {
        let Some(kind) = self.app.page().cloned() else {
            return;
        };
        if let PageKind::Number(text) | PageKind::Code(text) = &kind
            && self.app.is_found_dead(text)
        {
            self.say("number-reported", &[]);
        }
        match kind {
            PageKind::Number(text) => {
                self.lines.alone(&in_words(&text, self.app.messages()));
                let (number, extension) = parted(&text);
                let spelled = spelled(number);
                if spelled != number {
                    self.lines.say(&spelled);
                }
                if let Some(extension) = extension {
                    let digits = spelled_digits(extension);
                    self.say("phone-extension", &[("number", digits.into())]);
                }
            }
            PageKind::Code(text) => {
                self.say("code-warning", &[]);
                self.say("plain-code", &[]);
                match payload(&text) {
                    Some(payload) => self.lines.alone(&payload),
                    None => self.say("number-unclear", &[]),
                }
            }
            _ => return,
        }
        self.command(Command::Back);
    }

    fn choose_region(&mut self, text: &str) {
        if !self.is_open(Command::Region) {
            self.command(Command::Region);
        }
        if !self.choose_by_name(text) {
            self.say("plain-no-choice", &[("text", text.into())]);
        }
    }

    fn show_last(&mut self) {
        let count = self.app.list_length();
        if kind(&self.app) != Kind::List {
            while self.rest.len() > PAGE {
                self.rest.pop_front();
            }
            self.go_on_reading();
        } else if count > 0 {
            self.show_last_items(count);
        }
    }

    /// Opens the item next to the open one.
    fn neighbour(&mut self, by: isize) {
        let result = self.app.result();
        let reads_item = kind(&self.app) == Kind::Reading && self.app.at_tab();
        if !reads_item || self.app.list_length() == 0 {
            if kind(&self.app) == Kind::List && self.app.list_length() > 0 {
                self.say("plain-open-first", &[]);
            }
            return;
        }
        let (at, count) =
            result.unwrap_or((self.app.pane().listing.selected, self.app.list_length()));
        let index = at.checked_add_signed(by).filter(|index| *index < count);
        match index {
            Some(index) => {
                if result.is_some() {
                    self.command(Command::Back);
                }
                self.act(Action::Select(index));
                if result.is_some() {
                    self.command(Command::Open);
                }
                self.say_once_more();
            }
            None => self.say("plain-no-more", &[]),
        }
    }

    /// Opens a tab by its number, or lists all tabs.
    fn tabs(&mut self, number: Option<usize>) {
        if let Some(number) = number {
            let tab = TabId::ALL.get(number);
            if let Some(tab) = tab {
                self.command(Command::Tab(tab.digit()));
                self.say_once_more();
            } else {
                let last = TabId::ALL.len() - 1;
                let facts = [("number", number.into()), ("last", last.into())];
                self.say("plain-no-tab", &facts);
            }
            return;
        }
        for tab in TabId::ALL {
            let name = self.app.messages().text(&tab.message_id());
            let arguments = [("number", tab.digit().into()), ("name", name.into())];
            self.say(
                if *tab == self.app.tab() {
                    "plain-tab-open"
                } else {
                    "plain-tab"
                },
                &arguments,
            );
        }
    }

    fn speak(&mut self, language: Language) {
        if self.app.language() == language {
            self.say_whereabouts();
        } else {
            self.command(Command::Language);
        }
    }

    /// Scrolls all text out of the window. Nothing is printed afterwards.
    fn clear(&mut self) {
        if self.lines.paper().rows.is_none() {
            self.say("plain-no-window", &[]);
        }
        self.lines.blank();
    }
}

/// Spells a number digit by digit, with a pause at each separator; returns other text unchanged.
fn spelled(text: &str) -> String {
    let dialled = |character: char| character.is_ascii_digit() || "-#*".contains(character);
    if !text.chars().all(dialled) {
        return text.to_owned();
    }
    text.split('-')
        .map(spelled_digits)
        .collect::<Vec<_>>()
        .join(", ")
}

fn spelled_digits(digits: &str) -> String {
    let digits: Vec<String> = digits.chars().map(String::from).collect();
    digits.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_come_one_by_one() {
        assert_eq!(spelled("1-800-222"), "1, 8 0 0, 2 2 2");
        assert_eq!(spelled("#9191"), "# 9 1 9 1");
        assert_eq!(spelled("https://988.ca"), "https://988.ca");
    }
}
