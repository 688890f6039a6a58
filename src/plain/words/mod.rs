//! Table of the typed words: source of help, README and behaviour.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::app::keymap::{Command, Section};
use crate::app::{App, TabId};
use crate::i18n::folding::fold;
use crate::i18n::{Language, Messages};

/// Effect of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordEffect {
    /// Command of a key of the screen.
    Ask(Command),
    /// Searches for the following words.
    Find,
    /// Repeats the search with the words alone if they were taken for a need.
    NotThis,
    /// Opens the item or the link of the following number.
    OpenNumber,
    /// Continues a text or list that is too long for one page.
    More,
    /// Prints the present place again, from its start.
    Again,
    /// Prints the end of the present list.
    Last,
    /// Opens the next item of the list.
    NextItem,
    /// Opens the previous item of the list.
    PreviousItem,
    /// Lists the tabs, or opens the one of the following number.
    Tabs,
    /// Changes the language.
    Speak(Language),
    /// Prints help.
    Help,
    /// Scrolls all text out of the window.
    Clear,
}

/// Argument of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordArgument {
    /// Nothing.
    Nothing,
    /// Number of an item or a link; without it, the page.
    Number,
    /// Words.
    Words,
}

/// Row of the table.
#[derive(Clone, Debug)]
pub struct Word {
    /// Id of the message with its words, the one to show first at the head.
    pub words: Cow<'static, str>,
    /// Effect.
    pub does: WordEffect,
    /// Argument.
    pub takes: WordArgument,
    /// Heading in the help.
    pub section: Section,
    /// Id of the sentence in the help.
    pub help: Cow<'static, str>,
}

const fn row(
    words: &'static str,
    does: WordEffect,
    takes: WordArgument,
    section: Section,
    help: &'static str,
) -> Word {
    Word {
        words: Cow::Borrowed(words),
        does,
        takes,
        section,
        help: Cow::Borrowed(help),
    }
}

/// Returns the row of a tab: its name opens it.
fn row_of(tab: TabId) -> Word {
    Word {
        words: format!("plain-word-{}", tab.slug()).into(),
        does: Ask(Command::Tab(tab.digit())),
        takes: Nothing,
        section: Moving,
        help: format!("plain-help-{}", tab.slug()).into(),
    }
}

use Section::{Contact, Moving, Program, Searching};
use WordArgument::{Nothing, Number, Words};
use WordEffect::{
    Again, Ask, Clear, Find, Help, Last, More, NextItem, NotThis, OpenNumber, PreviousItem, Speak,
};

/// All words.
pub static WORDS: LazyLock<Vec<Word>> = LazyLock::new(|| {
    let tabs = TabId::ALL.iter().map(|tab| row_of(*tab));
    let before = BEFORE_TABS.iter().cloned();
    let behind = BEHIND_TABS.iter().cloned();
    before.chain(tabs).chain(behind).collect()
});

/// Words listed before the names of the tabs.
#[rustfmt::skip]
const BEFORE_TABS: &[Word] = &[
    row("plain-word-find", Find, Words, Searching, "plain-help-find"),
    row("plain-word-filters", Ask(Command::Filters), Nothing, Searching, "plain-help-filters"),
    row("plain-word-clear-filters", Ask(Command::ClearFilters), Nothing, Searching, "plain-help-clear-filters"),
    row("plain-word-not-this", NotThis, Nothing, Searching, "plain-help-not-this"),
    row("plain-word-open", OpenNumber, Number, Moving, "plain-help-open"),
    row("plain-word-back", Ask(Command::Back), Nothing, Moving, "plain-help-back"),
    row("plain-word-more", More, Nothing, Moving, "plain-help-more"),
    row("plain-word-again", Again, Nothing, Moving, "plain-help-again"),
    row("plain-word-last", Last, Nothing, Moving, "plain-help-last"),
    row("plain-word-next", NextItem, Nothing, Moving, "plain-help-next"),
    row("plain-word-previous", PreviousItem, Nothing, Moving, "plain-help-previous"),
    row("plain-word-steps", Ask(Command::Steps), Nothing, Moving, "plain-help-steps"),
];

/// Words listed after the names of the tabs.
#[rustfmt::skip]
const BEHIND_TABS: &[Word] = &[
    row("plain-word-tabs", WordEffect::Tabs, Number, Moving, "plain-help-tabs"),
    row("plain-word-bookmark", Ask(Command::Bookmark), Number, Contact, "plain-help-bookmark"),
    row("plain-word-number", Ask(Command::Copy), Number, Contact, "plain-help-number"),
    row("plain-word-spell", Ask(Command::Enlarge), Number, Contact, "plain-help-spell"),
    row("plain-word-code", Ask(Command::ShowCode), Number, Contact, "plain-help-code"),
    row("plain-word-sources", Ask(Command::Sources), Number, Contact, "plain-help-sources"),
    row("plain-word-both", Ask(Command::Both), Number, Contact, "plain-help-both"),
    row("plain-word-called", Ask(Command::Called), Number, Contact, "plain-help-called"),
    row("plain-word-note", Ask(Command::Note), Number, Contact, "plain-help-note"),
    row("plain-word-labels", Ask(Command::Labels), Number, Contact, "plain-help-labels"),
    row("plain-word-hand-over", Ask(Command::HandOver), Number, Contact, "plain-help-hand-over"),
    row("plain-word-pick", Ask(Command::Pick), Number, Contact, "plain-help-pick"),
    row("plain-word-corrections", Ask(Command::Corrections), Nothing, Contact, "plain-help-corrections"),
    row("plain-word-lists", Ask(Command::Lists), Nothing, Contact, "plain-help-lists"),
    row("plain-word-up", Ask(Command::MoveUp), Number, Contact, "plain-help-up"),
    row("plain-word-down", Ask(Command::MoveDown), Number, Contact, "plain-help-down"),
    row("plain-word-own-add", Ask(Command::OwnAdd), Nothing, Contact, "plain-help-own-add"),
    row("plain-word-own-edit", Ask(Command::OwnEdit), Number, Contact, "plain-help-own-edit"),
    row("plain-word-own-remove", Ask(Command::OwnRemove), Number, Contact, "plain-help-own-remove"),
    row("plain-word-undo", Ask(Command::Undo), Nothing, Contact, "plain-help-undo"),
    row("plain-word-redo", Ask(Command::Redo), Nothing, Contact, "plain-help-redo"),
    row("plain-word-settings", Ask(Command::Settings), Nothing, Program, "plain-help-settings"),
    row("plain-word-region", Ask(Command::Region), Words, Program, "plain-help-region"),
    row("plain-word-language", Ask(Command::Language), Nothing, Program, "plain-help-language"),
    row("plain-word-english", Speak(Language::En), Nothing, Program, "plain-help-english"),
    row("plain-word-french", Speak(Language::Fr), Nothing, Program, "plain-help-french"),
    row("plain-word-glossary", Ask(Command::Glossary), Nothing, Program, "plain-help-glossary"),
    row("plain-word-help", Help, Words, Program, "plain-help-help"),
    row("plain-word-clear", Clear, Nothing, Program, "plain-help-clear"),
    row("plain-word-bye", Ask(Command::ClearAndQuit), Nothing, Program, "plain-help-bye"),
    row("plain-word-quit", Ask(Command::Quit), Nothing, Program, "plain-help-quit"),
];

/// Commands of the screen without a word, each with the reason.
pub const WITHOUT_WORD: &[(Command, &str)] = &[
    (Command::PreviousTab, "tabs are opened by their names"),
    (Command::NextTab, "tabs are opened by their names"),
    (Command::ToLeft, "a number or a name chooses a region"),
    (Command::ToRight, "a number or a name chooses a region"),
    (Command::Up, "a number chooses an item"),
    (Command::Down, "a number chooses an item"),
    (Command::PageUp, "what was said stands above"),
    (Command::PageDown, "`more` goes on"),
    (Command::First, "`again` begins anew"),
    (Command::Last, "`last` shows the end"),
    (Command::Open, "a number opens"),
    (Command::Choose(1), "a number answers"),
    (Command::Choose(2), "a number answers"),
    (Command::Choose(3), "a number answers"),
    (Command::Choose(4), "a number answers"),
    (Command::Choose(5), "a number answers"),
    (Command::Choose(6), "a number answers"),
    (Command::Choose(7), "a number answers"),
    (Command::Choose(8), "a number answers"),
    (Command::Choose(9), "a number answers"),
    (Command::Discreet, "a number changes the row"),
    (Command::NextPane, "a number follows a link"),
    (Command::PreviousPane, "a number follows a link"),
    (Command::Search, "`find` searches"),
    (Command::Save, "a form in lines saves with its last answer"),
    (Command::ToResults, "`find` shows them at once"),
    (
        Command::PreviousValue,
        "a number opens the values to choose from",
    ),
    (
        Command::NextValue,
        "a number opens the values to choose from",
    ),
    (Command::CaretLeft, "the terminal edits the line"),
    (Command::CaretRight, "the terminal edits the line"),
    (Command::CaretStart, "the terminal edits the line"),
    (Command::CaretEnd, "the terminal edits the line"),
    (Command::DeleteBefore, "the terminal edits the line"),
    (Command::DeleteAfter, "the terminal edits the line"),
    (Command::DeleteWord, "the terminal edits the line"),
    (Command::ClearField, "the terminal edits the line"),
    (Command::Help, "`help` says the words instead of the keys"),
    (
        Command::Repaint,
        "nothing is painted; `again` says it once more",
    ),
    (
        Command::Suspend,
        "the terminal itself stops the program at Ctrl-Z",
    ),
    (
        Command::Cover,
        "`clear` pushes everything out of the window",
    ),
];

/// Key of the settings; help leaves it out, because it also separates words.
pub(super) const COMMA: &str = ",";

impl Word {
    /// Returns its words in a language, the one to show first at the head.
    pub fn spoken(&self, messages: &Messages) -> Vec<String> {
        let words = messages.text(&self.words);
        let words = words.split(',').map(|word| word.trim().to_owned());
        words
            .filter(|word| !word.is_empty())
            .chain(self.sign().map(ToOwned::to_owned))
            .collect()
    }

    /// Returns the key of the screen with the same effect: no message lists it, because its words
    /// are separated by commas.
    const fn sign(&self) -> Option<&'static str> {
        match self.does {
            Help => Some("?"),
            Find => Some("/"),
            Ask(Command::Settings) => Some(COMMA),
            _ => None,
        }
    }

    /// Returns the word to show in a language.
    pub fn shown(&self, messages: &Messages) -> String {
        shown(&self.words, messages)
    }

    /// Returns true if the word writes the text after it: a note, or labels.
    pub const fn writes(&self) -> bool {
        matches!(self.does, Ask(Command::Note | Command::Labels))
    }

    /// Returns true if the word has an effect at present.
    pub fn serves(&self, app: &App) -> bool {
        match self.does {
            Ask(command) => app.can(command),
            NotThis => app.need_line().is_some(),
            _ => true,
        }
    }
}

/// Returns the first of the words of a message in a language.
pub fn shown(id: &str, messages: &Messages) -> String {
    let words = messages.text(id);
    words
        .split(',')
        .next()
        .unwrap_or_default()
        .trim()
        .to_owned()
}

/// Returns the row of a word: in the worker's language, else in the other one.
pub fn find(text: &str, language: Language) -> Option<&'static Word> {
    [language, language.other()].into_iter().find_map(|known| {
        let messages = Messages::of(known);
        WORDS
            .iter()
            .find(|word| word.spoken(messages).iter().any(|word| same(word, text)))
    })
}

/// Greatest number of words of a command.
const MOST_WORDS: usize = 4;

/// Returns the command at the head of a line, and its argument. The longest one wins: `clear
/// filters` is not `clear`.
pub fn understand(line: &str, language: Language) -> Option<(&'static Word, &str)> {
    let line = line.trim();
    if let Some(rest) = line.strip_prefix('/') {
        return find("/", language).map(|word| (word, rest.trim()));
    }
    let ends = line
        .match_indices(char::is_whitespace)
        .map(|(offset, _)| offset)
        .filter(|offset| !line[..*offset].ends_with(char::is_whitespace))
        .chain([line.len()]);
    let mut ends: Vec<usize> = ends.take(MOST_WORDS).collect();
    ends.reverse();
    ends.into_iter().find_map(|end| {
        let word = find(&line[..end], language)?;
        let rest = line[end..].trim();
        let fits = match word.takes {
            Nothing => rest.is_empty(),
            Number => rest.is_empty() || number(rest).is_some(),
            Words => true,
        };
        fits.then_some((word, rest))
    })
}

/// Parses a number as typed: `3`, `3.`, `#3`.
pub fn number(text: &str) -> Option<usize> {
    let digits = text.trim().trim_start_matches('#').trim_end_matches('.');
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().unwrap_or(usize::MAX))
}

/// Returns true if two words are equal except for case and accents. A single letter is a key of the
/// screen, whose case matters.
fn same(word: &str, typed: &str) -> bool {
    let mut letters = word.chars();
    if letters.next().is_some() && letters.next().is_none() {
        return word == typed;
    }
    folded(word) == folded(typed)
}

/// Returns a text without case and accents.
pub fn folded(text: &str) -> String {
    let folded = fold(text).text;
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
