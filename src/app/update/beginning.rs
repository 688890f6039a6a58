//! Texts typed where letters and digits are keys.
//!
//! A digit opens a tab, yet a worker also types "16 year old" or "2 children". The digits typed since
//! the first page are kept until the next key, if it follows soon, tells the two apart.

use jiff::SignedDuration;

use crate::app::keymap::{Command, Context, Key, table};
use crate::app::screens::TabId;
use crate::app::state::App;

/// Characters after a number that only a text has.
const WITHIN: [char; 4] = [' ', '-', '\'', '’'];
/// Most digits before a text: ages, numbers of people.
const MOST: usize = 2;
/// Longest time between two keys of a text. Who reads the tab first means its keys.
const SOON: SignedDuration = SignedDuration::from_secs(3);

impl App {
    /// Takes a key after digits typed on the first page. Returns true if they begin a text, which
    /// the search field then has.
    pub(super) fn begins_text(&mut self, key: Key) -> bool {
        let (mut begun, at) = std::mem::take(&mut self.digits);
        if self.now.duration_since(at) > SOON {
            begun.clear();
        }
        let at_start = self.context() == Context::Now;
        let Some(letter) = key.letter() else {
            return false;
        };
        if letter.is_ascii_digit() {
            if !at_start && begun.is_empty() || self.is_typing() || begun.len() == MOST {
                return false;
            }
            begun.push(letter);
            let opens_tab = TabId::ALL
                .iter()
                .any(|tab| tab.digit().to_string() == letter.to_string());
            if opens_tab {
                self.digits = (begun, self.now);
                return false;
            }
            // A single digit without a tab is a letter already.
            if begun.len() == 1 {
                return false;
            }
        } else {
            let does_nothing = table::command(self.context(), key).is_none();
            let is_word = begun.len() == MOST && does_nothing && !self.is_typing();
            if begun.is_empty() || !(WITHIN.contains(&letter) || is_word) {
                return false;
            }
            begun.push(letter);
        }
        self.search_for(&begun);
        true
    }

    /// Takes the digits typed since the first page if a text that arrives at once continues them.
    pub(super) fn digits_before(&mut self, text: &str) -> Option<String> {
        let continues = self.continues_digits(text);
        let (digits, _) = std::mem::take(&mut self.digits);
        Some(digits).filter(|_| continues)
    }

    /// Returns true if a text that arrives at once continues the digits typed since the first page.
    pub fn continues_digits(&self, text: &str) -> bool {
        let (digits, at) = &self.digits;
        let is_soon = self.now.duration_since(*at) <= SOON;
        let goes_on = |next: char| next.is_ascii_digit() || WITHIN.contains(&next);
        let is_one = !digits.is_empty() && is_soon && text.starts_with(goes_on);
        is_one && begins_with_number(&format!("{digits}{text}"))
    }

    /// Returns true if the key is a letter that would end the program: with another letter right behind
    /// it, which no command could be, it is the beginning of a text. Other letters are commands however
    /// fast they follow each other.
    pub fn may_begin_sentence(&self, key: Key) -> bool {
        let ends = table::command(self.context(), key) == Some(Command::Quit);
        ends && key.letter().is_some() && !self.is_typing() && !self.is_covered()
    }

    /// Searches for a text typed where letters are keys.
    pub(in crate::app) fn search_for(&mut self, text: &str) {
        self.search_from_anywhere();
        self.directory_mut().field.clear();
        self.type_text(text);
    }
}

/// Returns true if a text begins with a number that is not the digit of a tab: an age, a phone number.
pub fn begins_with_number(text: &str) -> bool {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let next = text.chars().nth(digits);
    let is_worded = next.is_some_and(|next| WITHIN.contains(&next));
    let is_word = digits == MOST && next.is_some_and(char::is_alphabetic);
    digits > MOST || (digits > 0 && is_worded) || is_word
}
