//! Interpretation of typed lines.

use super::forms::begins_with_number;
use super::list;
use super::place::{Kind, kind};
use super::words::{self, Word, WordArgument, WordEffect, folded, number, understand};
use super::{Plain, Saves};
use crate::app::Action;
use crate::app::keymap::Command;
use crate::app::view::choice::Choice;
use crate::directory::Region;
use crate::needs::Needs;

/// Least length of a word that is searched for by itself: a shorter one is likely a typing error.
const SHORTEST: usize = 3;

impl<S: Saves> Plain<S> {
    /// Handles a line.
    pub(super) fn answer(&mut self, line: &str) {
        match kind(&self.app) {
            Kind::Editor => self.write(line),
            Kind::Form => self.fill_in(line),
            Kind::List | Kind::Reading => self.obey(line),
        }
    }

    /// Returns true if the meaning of the line depends on the numbers of a list or on the page
    /// shown.
    pub(super) fn points(&self, line: &str) -> bool {
        if !matches!(kind(&self.app), Kind::List | Kind::Reading) {
            return false;
        }
        let points = |word: &Word| {
            matches!(word.does, WordEffect::Ask(_) | WordEffect::OpenNumber)
                && word.takes == WordArgument::Number
        };
        (number(line).is_some() && self.dialled(line).is_none())
            || understand(line, self.app.language()).is_some_and(|(word, _)| points(word))
    }

    fn obey(&mut self, line: &str) {
        if line.is_empty() {
            self.go_on();
        } else if let Some(digits) = self.dialled(line) {
            self.dial(line, &digits);
        } else if let Some(number) = number(line) {
            self.choose(number);
        } else if let Some(index) = self.named(line, |name, text| name == text) {
            self.choose(index + 1);
        } else if let Some((word, rest)) = understand(line, self.app.language()) {
            self.do_word(word, rest);
        } else if !self.choose_by_name(line) {
            self.search_or_say_unknown(line);
        }
    }

    /// Handles Enter alone: continues a long text; on the first screen, accepts the default.
    fn go_on(&mut self) {
        if self.app.is_first_run() {
            self.command(Command::Open);
        } else {
            self.go_on_reading();
        }
    }

    fn is_unfinished(&self) -> bool {
        !self.rest.is_empty()
            || (kind(&self.app) == Kind::List && self.shown < self.app.list_length())
    }

    pub(super) fn go_on_reading(&mut self) {
        if !self.rest.is_empty() {
            self.show_rest();
        } else if self.is_unfinished() {
            self.show_items(self.shown);
        } else {
            self.say("plain-no-more", &[]);
        }
    }

    /// Opens an item of the list, or follows a link.
    pub(super) fn choose(&mut self, number: usize) {
        self.bookmarked = None;
        if !self.point_at(number) {
            self.say_no_number(number);
            return;
        }
        let in_form = self.picks_for_form();
        self.command(Command::Open);
        if in_form && kind(&self.app) == Kind::Form {
            // The row shows the choice: continue with the next one.
            self.command(Command::Down);
        }
    }

    /// Reports that nothing here has this number.
    pub(super) fn say_no_number(&mut self, number: usize) {
        let id = match kind(&self.app) {
            Kind::Reading => "plain-no-link",
            _ => "plain-no-item",
        };
        self.say(id, &[("number", number.into())]);
    }

    pub(super) fn picks_for_form(&self) -> bool {
        let choice = self.app.choice();
        choice.is_some_and(Choice::is_for_own_form)
    }

    /// Chooses the item of an open list by its name, whole or in part; returns false if no name or
    /// several names match.
    pub(super) fn choose_by_name(&mut self, text: &str) -> bool {
        if self.region_named(text).is_none() && self.choose_town(text) {
            return true;
        }
        let found = [
            |name: &str, text: &str| name == text,
            |name: &str, text: &str| name.starts_with(text),
            |name: &str, text: &str| name.split(' ').any(|word| word.starts_with(text)),
            |name: &str, text: &str| name.contains(text),
        ]
        .into_iter()
        .find_map(|fits| self.named(text, fits));
        if let Some(index) = found {
            self.choose(index + 1);
        }
        found.is_some()
    }

    /// Chooses the town of this name as the worker's, or lists several; returns false if there is
    /// none.
    fn choose_town(&mut self, text: &str) -> bool {
        if self.app.called(text).is_empty() {
            return false;
        }
        self.act(Action::Write(text.to_owned()));
        if self.app.listed_towns().len() == 1 {
            self.command(Command::Open);
        }
        true
    }

    /// Returns the only item with a matching name in a list over the tab; a region also matches its
    /// letters.
    fn named(&self, text: &str, fits: fn(&str, &str) -> bool) -> Option<usize> {
        if kind(&self.app) != Kind::List || self.app.at_tab() {
            return None;
        }
        let text = folded(&self.region_named(text).unwrap_or_else(|| text.to_owned()));
        let names = list::names(&self.app);
        let mut found = names
            .iter()
            .enumerate()
            .filter(|(_, name)| fits(&folded(name), &text));
        match (found.next(), found.next()) {
            (Some((index, _)), None) => Some(index),
            _ => None,
        }
    }

    /// Returns the name, in the user's language, of a region named in either language or abbreviated.
    pub(super) fn region_named(&self, text: &str) -> Option<String> {
        let region = Region::named(text)?;
        Some(self.app.messages().text(&region.message_id()))
    }

    /// Searches for a line that is not a command, except misspelt commands and lines meant for an
    /// open list.
    fn search_or_say_unknown(&mut self, line: &str) {
        let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
        let word = words::find(first, self.app.language());
        // *Open now* does not open an item: it is a search.
        let seeks = |word: &&Word| {
            let chooses = !self.app.at_tab() && kind(&self.app) == Kind::List;
            word.does == WordEffect::OpenNumber && !chooses && rest.contains(char::is_alphabetic)
        };
        if let Some(word) = word.filter(|word| !seeks(word)) {
            // A command with text that it cannot take.
            if !self.write_at_once(word, rest) {
                let is_cry = word.writes() && tells_of_danger(rest);
                self.explain_or_ask_which(word, if is_cry { "" } else { rest });
                if is_cry {
                    self.find_sentence(rest);
                } else if !word.writes() && rest.contains(char::is_alphabetic) {
                    self.find_sentence(line);
                }
            }
        } else if !self.app.at_tab() && kind(&self.app) == Kind::List {
            self.say("plain-no-choice", &[("text", line.into())]);
        } else if line
            .chars()
            .filter(|letter| letter.is_alphanumeric())
            .count()
            < SHORTEST
        {
            self.say("plain-unknown", &[("text", line.into())]);
        } else {
            self.find(line);
        }
    }

    /// Searches for words after a command that cannot take them: they may be a cry for help ("end my
    /// life", "help she is dying"). Not where an item is chosen.
    pub(super) fn find_sentence(&mut self, line: &str) {
        let chooses = !self.app.at_tab() && kind(&self.app) == Kind::List;
        if !chooses {
            self.find(line);
        }
    }

    /// Writes the text after *note* or *labels* on a card, or after *note 3* in a list; returns
    /// false if the line has no such form. Existing text is never replaced without a question.
    fn write_at_once(&mut self, word: &Word, text: &str) -> bool {
        let Some((which, text)) = self.about_item(text).filter(|_| word.writes()) else {
            return false;
        };
        self.do_word(word, which);
        let Some(editor) = self.app.editor() else {
            // The page is no card.
            if tells_of_danger(text) {
                self.find_sentence(text);
            }
            return true;
        };
        if editor.field.text().is_empty() && which.is_empty() && begins_with_number(text) {
            // It may be the number of an item of the list before.
            self.doubt_because("plain-begins-with-number", text);
        } else if editor.field.text().is_empty() {
            self.write_as_it_is(text);
        } else {
            self.say("plain-kept-as-it-is", &[]);
        }
        true
    }

    /// Explains a word that cannot take the text after it; asks for the item of a note.
    fn explain_or_ask_which(&mut self, word: &Word, text: &str) {
        if word.writes() && self.needs_number(word) {
            let word = word.shown(self.app.messages());
            if text.is_empty() {
                self.say("plain-which", &[("word", word.into())]);
            } else {
                let facts = [("word", word.into()), ("text", text.into())];
                self.say("plain-which-with", &facts);
            }
        } else {
            self.explain(word);
        }
    }

    /// Splits a text into the number of its item (empty on a page) and the rest.
    fn about_item<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let (which, text) = match kind(&self.app) {
            Kind::Reading => ("", text),
            _ => text.split_once(char::is_whitespace)?,
        };
        let known = which.is_empty() || number(which).is_some();
        (known && !text.trim().is_empty()).then_some((which, text.trim()))
    }

    /// Searches, and prints the results even if they did not change.
    pub(super) fn find(&mut self, text: &str) {
        self.bookmarked = None;
        self.command(Command::Search);
        // Truncation of the line was already reported.
        if !self.write_anew(text) && !self.line_cut {
            self.say("notice-cut", &[]);
        }
        self.command(Command::ToResults);
        // A suggestion of an empty search has no focus until the user follows one.
        self.act(Action::FocusLink(None));
        self.say_once_more();
    }

    /// Prints the present place again.
    pub(super) fn say_once_more(&mut self) {
        self.place = None;
        self.before = None;
    }

    /// Returns true if a word needs a number: the list has several items, and none is selected.
    pub(super) fn needs_number(&self, word: &Word) -> bool {
        let has_picked = word.does == WordEffect::Ask(Command::HandOver) && self.app.has_picked();
        let acts = matches!(word.does, WordEffect::Ask(_))
            && word.takes == WordArgument::Number
            && !has_picked;
        acts && kind(&self.app) == Kind::List && self.app.at_tab() && self.app.list_length() > 1
    }
}

/// Returns true if a text tells of a life at risk.
fn tells_of_danger(text: &str) -> bool {
    Needs::shared().is_some_and(|needs| needs.tells_of_danger(text))
}
