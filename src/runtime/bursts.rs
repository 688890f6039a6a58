//! Text that arrived too fast to be typed: typed ahead into a field, or pasted outside of one and
//! to be ignored.

use std::iter::Peekable;
use std::time::Duration;

use super::Message;
use crate::app::keymap::{Command, Context, table};
use crate::app::{Action, App, begins_with_number};
use crate::keys::{Key, KeyCode};
use crate::terminal::Event;
use crate::terminal::input::{Burst, is_burst};

/// Most keys before a search text typed ahead: a tab's number, and `/`.
const WAY_IN: usize = 2;

/// State of bursts: true if the last one was a paste outside a field, which the next may continue.
#[derive(Debug, Default)]
pub(super) struct Bursts {
    ignoring: bool,
}

impl Bursts {
    /// Starts the playback of a burst as actions; each must be carried out before the next is
    /// requested. `None` after the last.
    ///
    /// In a field all of it is text. Elsewhere it is ignored, except where its first keys lead into
    /// the search field, as in `4halifax⏎` typed ahead.
    pub(super) fn begin(&mut self, app: &App, burst: Burst) -> Pending {
        let ignored = burst.more && self.ignoring;
        self.ignoring = ignored;
        let text = if ignored { String::new() } else { burst.text };
        let keys = burst.more && !takes_text(app) && !is_burst(&text);
        Pending {
            text,
            keys,
            way_in: 0,
        }
    }

    /// Returns the next action of a burst.
    pub(super) fn next(&mut self, app: &App, pending: &mut Pending) -> Option<Action> {
        if pending.text.is_empty() {
            return None;
        }
        if app.is_covered() {
            // Does nothing.
            return Some(Action::Paste(std::mem::take(&mut pending.text)));
        }
        if pending.keys {
            return pending.text.pop_front().map(key_of).map(Action::Key);
        }
        let first = pending.text.chars().next().map(key_of)?;
        let leads = pending.way_in < WAY_IN && leads_to_search(app, first);
        let is_way_in = is_first_page(app) && leads && !begins_with_number(&pending.text);
        if app.continues_digits(&pending.text) || (takes_text(app) && !is_way_in) {
            return pending.next_in_field(app);
        }
        if leads {
            pending.way_in += 1;
            pending.text.pop_front();
            return Some(Action::Key(first));
        }
        self.ignoring = true;
        Some(Action::Paste(std::mem::take(&mut pending.text)))
    }
}

/// Longest time between two letters of a typed word.
pub(super) const IN_A_WORD: Duration = Duration::from_millis(350);

/// Returns the letter of a key that may begin a typed text, and would end the program; `None` for any
/// other message.
pub(super) fn first_letter(app: &App, message: &Message) -> Option<char> {
    match message {
        Message::Terminal(Event::Key(key)) if app.may_begin_sentence(*key) => key.letter(),
        _ => None,
    }
}

/// Returns the text that begins with this letter and the letters of the next message; `None` if
/// that brings no letter.
pub(super) fn sentence(first: char, next: &Message) -> Option<String> {
    let rest = match next {
        Message::Terminal(Event::Key(key)) => String::from(key.letter()?),
        Message::Terminal(Event::Burst(burst)) => burst.text.clone(),
        _ => return None,
    };
    let is_word = rest.starts_with(|next: char| next.is_alphabetic() && next != first);
    let goes_on = is_word && !rest.contains(char::is_control);
    goes_on.then(|| format!("{first}{rest}"))
}

/// Rest of a burst, still to be played back.
#[derive(Debug)]
pub(super) struct Pending {
    text: String,
    /// True if the text is to be taken as single keys.
    keys: bool,
    /// Number of its keys that led towards the search field.
    way_in: usize,
}

impl Pending {
    /// Returns the next action in a field: a line is written, and entered if it ends. Line breaks
    /// between lines become spaces: a paste must not save the field.
    fn next_in_field(&mut self, app: &App) -> Option<Action> {
        let text = std::mem::take(&mut self.text);
        let (line, entered) = match text.strip_suffix('\n') {
            Some(line) if !line.contains('\n') => (line, true),
            _ => (text.as_str(), false),
        };
        if entered {
            self.text.push('\n');
            self.keys = true;
        }
        if self.way_in < WAY_IN && line.starts_with('/') {
            // Counts a key for the field that already has the focus.
            self.way_in += 1;
            self.text = text;
            self.keys = false;
            return self.text.pop_front().map(key_of).map(Action::Key);
        }
        if line.is_empty() {
            return self.text.pop_front().map(key_of).map(Action::Key);
        }
        if app.is_typing() || is_first_page(app) || app.continues_digits(line) {
            return Some(Action::Paste(line.to_owned()));
        }
        // Regions are selected letter by letter.
        self.keys = true;
        self.text.insert_str(0, &line.replace('\n', " "));
        self.text.pop_front().map(key_of).map(Action::Key)
    }
}

/// Returns true if letters are written, select a region or begin a search.
fn takes_text(app: &App) -> bool {
    app.takes_letters() || is_first_page(app)
}

fn is_first_page(app: &App) -> bool {
    app.context() == Context::Now
}

fn leads_to_search(app: &App, key: Key) -> bool {
    let command = table::command(app.context(), key);
    matches!(command, Some(Command::Tab(_) | Command::Search))
}

fn key_of(character: char) -> Key {
    match character {
        '\n' => Key::plain(KeyCode::Enter),
        '\t' => Key::plain(KeyCode::Tab),
        _ => Key::character(character),
    }
}

/// Removes and returns the first character.
trait PopFront {
    fn pop_front(&mut self) -> Option<char>;
}

impl PopFront for String {
    fn pop_front(&mut self) -> Option<char> {
        (!self.is_empty()).then(|| self.remove(0))
    }
}

/// Joins queued letters where text is typed, so that they are not processed one by one.
pub(super) fn together(
    app: &App,
    first: Message,
    others: &mut Peekable<impl Iterator<Item = Message>>,
) -> Message {
    if !app.is_typing() || app.is_covered() {
        return first;
    }
    let mut letters = String::new();
    // A slash at the beginning may be the key that moves into the field.
    letters.extend(letter_of(&first).filter(|letter| *letter != '/'));
    if !letters.is_empty() {
        letters.extend(std::iter::from_fn(|| {
            let letter = others.peek().and_then(letter_of)?;
            others.next();
            Some(letter)
        }));
    }
    if letters.chars().nth(1).is_none() {
        return first;
    }
    Message::Terminal(Event::Paste(letters))
}

fn letter_of(message: &Message) -> Option<char> {
    let Message::Terminal(Event::Key(key)) = message else {
        return None;
    };
    key.letter()
}
