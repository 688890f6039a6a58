//! Decoder from bytes of a keyboard to keys and pasted text.
//!
//! Sequences may arrive in parts over slow links, and replies to another program late: no byte of a
//! sequence counts as a key press. CAN (Ctrl-X) ends any sequence and any paste: it always works.

use std::time::{Duration, Instant};

use super::burst::{Burst, is_burst};
use super::sequence;
use crate::keys::{Key, KeyCode};

/// Time limit for the rest of a sequence after a lone ESC; later the ESC is the Escape key.
/// Measured: 0.5 to 10 ms on serial lines, `PuTTY` over bad links and mobile clients.
const ESCAPE_PAUSE: Duration = Duration::from_millis(40);

/// Time limit for the rest of an interrupted sequence.
const SEQUENCE_PAUSE: Duration = Duration::from_secs(1);

/// Pause after which a paste without an end marker is over.
const PASTE_PAUSE: Duration = Duration::from_secs(1);

/// Longest pause between characters of one piece of text: people type slower.
const TEXT_PAUSE: Duration = Duration::from_millis(5);

/// Longest pause within a burst: packets of a slow link.
const BURST_PAUSE: Duration = Duration::from_millis(150);

/// Longest paste in bytes; the rest is dropped. No field takes more.
const LONGEST_PASTE: usize = 1 << 16;

/// Longest text held back until its pause, in bytes.
const LONGEST_TEXT: usize = 1 << 12;

/// Most parameter bytes kept of a sequence; no known sequence is longer.
const LONGEST_SEQUENCE: usize = 32;

const CAN: u8 = 0x18;
const ESC: u8 = 0x1b;
const DEL: u8 = 0x7f;
const END_OF_PASTE: &[u8] = b"\x1b[201~";

/// Decoded input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed, or repeats.
    Key(Key),
    /// Text marked as pasted by the terminal, unchanged.
    Paste(String),
    /// Text that arrived too fast to be typed.
    Burst(Burst),
}

/// Position within a sequence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// Outside sequences.
    #[default]
    Ground,
    /// After an ESC that may begin a sequence.
    Escape,
    /// After an ESC that was reported as the Escape key: the rest of a sequence is dropped.
    LateEscape,
    /// In a control sequence. `dropped` if its ESC was reported as a key.
    Control { dropped: bool },
    /// After `ESC O`.
    Single,
    /// After `ESC [ [`: a function key of the Linux console.
    Console,
    /// In a string (OSC, DCS, SOS, PM, APC), up to its terminator.
    Text,
    /// After an ESC within a string.
    TextEscape,
    /// Within the coordinates of an old mouse report.
    Mouse { left: u8 },
    /// In a paste. `matched` bytes of its end marker were seen; `paused` if a pause reported it.
    Paste { matched: usize, paused: bool },
}

/// Decoder of input. Needs the time of each read, and [`Self::expire`] after [`Self::deadline`].
#[derive(Debug, Default)]
pub struct Decoder {
    state: State,
    /// Parameters of the control sequence.
    parameters: String,
    pasted: Vec<u8>,
    /// Bytes of an incomplete character.
    partial: Vec<u8>,
    /// Text that may continue, not yet reported.
    run: String,
    /// True if the run continues a burst.
    continues: bool,
    /// Time of the last bytes.
    last: Option<Instant>,
    /// End of the last burst, unless another key was pressed since.
    burst_ended: Option<Instant>,
    decoded: Vec<Input>,
}

impl Decoder {
    /// Decodes bytes. `typing` is true if letters go to a field: text is then reported at once.
    pub fn read(&mut self, bytes: &[u8], now: Instant, typing: bool) -> Vec<Input> {
        self.forget_stale(bytes, now);
        self.last = Some(now);
        for byte in bytes {
            self.take(*byte, now);
        }
        if typing || self.run.len() >= LONGEST_TEXT {
            self.tell_run(now);
        }
        std::mem::take(&mut self.decoded)
    }

    /// Returns the delay after the last read at which [`Self::expire`] is due; `None` if nothing is
    /// pending.
    pub fn deadline(&self) -> Option<Duration> {
        match self.state {
            _ if !self.run.is_empty() => Some(TEXT_PAUSE),
            State::Escape => Some(ESCAPE_PAUSE),
            State::Paste { paused: false, .. } => Some(PASTE_PAUSE),
            _ => None,
        }
    }

    /// Decodes pending bytes after the time limit.
    pub fn expire(&mut self, now: Instant) -> Vec<Input> {
        if !self.run.is_empty() {
            self.tell_run(now);
        } else if self.state == State::Escape {
            self.press(Key::plain(KeyCode::Escape), now);
            self.state = State::LateEscape;
        } else if let State::Paste { .. } = self.state {
            self.tell_paste();
            self.state = State::Paste {
                matched: 0,
                paused: true,
            };
        }
        std::mem::take(&mut self.decoded)
    }

    /// Drops an unfinished sequence that is too old.
    fn forget_stale(&mut self, bytes: &[u8], now: Instant) {
        let since = self.last.map_or(Duration::MAX, |last| now - last);
        match self.state {
            State::Paste { paused: true, .. } if is_one_key(bytes) => self.state = State::Ground,
            State::Paste { .. } | State::Ground | State::Escape => {}
            _ if since >= SEQUENCE_PAUSE => self.state = State::Ground,
            _ => {}
        }
        if since >= SEQUENCE_PAUSE {
            self.partial.clear();
        }
    }

    fn take(&mut self, byte: u8, now: Instant) {
        if byte == CAN {
            self.pasted.clear();
            self.partial.clear();
            self.state = State::Ground;
            self.press(Key::control('x'), now);
            return;
        }
        self.state = match self.state {
            State::Ground => self.take_on_ground(byte, now),
            State::LateEscape => match byte {
                b'[' => self.begin_control(true),
                b']' => State::Text,
                _ => self.take_on_ground(byte, now),
            },
            State::Control { dropped } => self.take_in_control(byte, dropped, now),
            State::Single => self.take_single(byte, now),
            State::Console => {
                if let b'A'..=b'E' = byte {
                    self.press(Key::plain(KeyCode::Function(byte - b'A' + 1)), now);
                }
                State::Ground
            }
            State::Text => match byte {
                ESC => State::TextEscape,
                0x07 => State::Ground,
                // A control key ends a string without terminator.
                0x00..=0x1f => self.take_on_ground(byte, now),
                _ => State::Text,
            },
            State::TextEscape if byte == b'\\' => State::Ground,
            State::Escape | State::TextEscape => self.take_behind_escape(byte, now),
            State::Mouse { left: 1 } => State::Ground,
            State::Mouse { left } => State::Mouse { left: left - 1 },
            State::Paste { matched, .. } => self.take_pasted(byte, matched),
        };
    }

    fn take_on_ground(&mut self, byte: u8, now: Instant) -> State {
        match byte {
            0x20..=0x7e | 0x80..=0xff => self.take_letter(byte, now),
            b'\r' | b'\n' => self.add('\n', now),
            b'\t' => self.add('\t', now),
            ESC => {
                self.end_partial(now);
                return State::Escape;
            }
            // Many terminals send ^H for the Backspace key.
            0x08 | DEL => self.press(Key::plain(KeyCode::Backspace), now),
            0x00 => self.press(Key::control(' '), now),
            0x01..=0x1a => self.press(Key::control(char::from(byte - 1 + b'a')), now),
            0x1c..=0x1f => self.press(Key::control(char::from(byte - 0x1c + b'4')), now),
        }
        State::Ground
    }

    fn take_behind_escape(&mut self, byte: u8, now: Instant) -> State {
        match byte {
            b'[' => return self.begin_control(false),
            b'O' => return State::Single,
            b']' | b'P' | b'X' | b'^' | b'_' => return State::Text,
            // Shift-Tab of the Linux console.
            b'\t' => self.press(Key::plain(KeyCode::BackTab), now),
            0x00..=0x1f => {
                self.press(Key::plain(KeyCode::Escape), now);
                return self.take_on_ground(byte, now);
            }
            0x20..=0x7e => self.press(Key::alt(KeyCode::Character(char::from(byte))), now),
            _ => {}
        }
        State::Ground
    }

    fn begin_control(&mut self, dropped: bool) -> State {
        self.parameters.clear();
        State::Control { dropped }
    }

    fn take_in_control(&mut self, byte: u8, dropped: bool, now: Instant) -> State {
        match byte {
            0x20..=0x3f => {
                if self.parameters.len() < LONGEST_SEQUENCE {
                    self.parameters.push(char::from(byte));
                }
                State::Control { dropped }
            }
            0x40..=0x7e if dropped => State::Ground,
            0x40..=0x7e => self.end_control(char::from(byte), now),
            // A control key ends a sequence without final byte.
            _ => self.take_on_ground(byte, now),
        }
    }

    fn end_control(&mut self, last: char, now: Instant) -> State {
        match (self.parameters.as_str(), last) {
            ("", '[') => return State::Console,
            ("", 'M') => return State::Mouse { left: 3 },
            ("200", '~') => {
                self.tell_run(now);
                return State::Paste {
                    matched: 0,
                    paused: false,
                };
            }
            (parameters, last) => {
                if let Some(key) = sequence::key(parameters, last) {
                    self.press(key, now);
                }
            }
        }
        State::Ground
    }

    fn take_single(&mut self, byte: u8, now: Instant) -> State {
        match byte {
            b'0'..=b'9' | b';' => State::Single,
            0x20..=0x7e => {
                if let Some(code) = sequence::of_letter(char::from(byte)) {
                    self.press(Key::plain(code), now);
                }
                State::Ground
            }
            _ => self.take_on_ground(byte, now),
        }
    }

    fn take_pasted(&mut self, byte: u8, matched: usize) -> State {
        let matched = if byte == END_OF_PASTE[matched] {
            matched + 1
        } else {
            self.keep_pasted(&END_OF_PASTE[..matched]);
            let begins = usize::from(byte == ESC);
            self.keep_pasted(&[byte][begins..]);
            begins
        };
        if matched == END_OF_PASTE.len() {
            self.tell_paste();
            return State::Ground;
        }
        State::Paste {
            matched,
            paused: false,
        }
    }

    fn keep_pasted(&mut self, bytes: &[u8]) {
        if self.pasted.len() < LONGEST_PASTE {
            self.pasted.extend_from_slice(bytes);
        }
    }

    fn tell_paste(&mut self) {
        let text = std::mem::take(&mut self.pasted);
        self.burst_ended = None;
        if !text.is_empty() {
            let text = String::from_utf8_lossy(&text).into_owned();
            self.decoded.push(Input::Paste(text));
        }
    }

    /// Takes a byte of a printable character: UTF-8, else Latin-1.
    fn take_letter(&mut self, byte: u8, now: Instant) {
        self.partial.push(byte);
        match str::from_utf8(&self.partial) {
            Ok(text) => {
                let character = text.chars().next();
                self.partial.clear();
                if let Some(character) = character {
                    self.add(character, now);
                }
            }
            Err(error) if error.error_len().is_none() => {}
            Err(_) => {
                self.partial.pop();
                let waited = !self.partial.is_empty();
                self.end_partial(now);
                if waited {
                    self.take_letter(byte, now);
                } else {
                    self.add(char::from(byte), now);
                }
            }
        }
    }

    /// Decodes bytes that are not UTF-8 as Latin-1, the other encoding of terminals in Canada.
    fn end_partial(&mut self, now: Instant) {
        for byte in std::mem::take(&mut self.partial) {
            self.add(char::from(byte), now);
        }
    }

    fn add(&mut self, character: char, now: Instant) {
        self.end_partial(now);
        if character.is_control() && !matches!(character, '\n' | '\t') {
            return;
        }
        if self.run.is_empty() {
            self.continues = self
                .burst_ended
                .is_some_and(|ended| now - ended < BURST_PAUSE);
        }
        self.run.push(character);
    }

    fn press(&mut self, key: Key, now: Instant) {
        self.end_partial(now);
        self.tell_run(now);
        self.burst_ended = None;
        self.decoded.push(Input::Key(key));
    }

    fn tell_run(&mut self, now: Instant) {
        let text = std::mem::take(&mut self.run);
        let more = std::mem::take(&mut self.continues);
        if text.is_empty() {
            return;
        }
        if more || is_burst(&text) {
            self.burst_ended = Some(self.last.unwrap_or(now));
            self.decoded.push(Input::Burst(Burst { text, more }));
            return;
        }
        let keys = text.chars().map(|character| {
            Key::plain(match character {
                '\n' => KeyCode::Enter,
                '\t' => KeyCode::Tab,
                _ => KeyCode::Character(character),
            })
        });
        self.decoded.extend(keys.map(Input::Key));
    }
}

/// Returns true if one read looks like one key press: one character, or one sequence.
fn is_one_key(bytes: &[u8]) -> bool {
    match bytes {
        [ESC, rest @ ..] => !rest.contains(&ESC) && rest.len() <= LONGEST_SEQUENCE,
        _ => bytes.len() <= 4 && String::from_utf8_lossy(bytes).chars().count() == 1,
    }
}
