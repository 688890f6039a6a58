//! Input thread: reads the keyboard, and handles some keys itself.

use std::io;
use std::sync::mpsc::Sender;
use std::time::Instant;

use signal_hook::consts::signal::SIGHUP;

use super::events::{Event, end_with};
use super::input::{Decoder, Input};
use super::session;
use super::tty::{self, Waited};
use crate::keys::Key;

/// Largest number of bytes in one read: a terminal line.
const AT_ONCE: usize = 4096;

/// Keys that the input thread handles itself, independent of the main thread.
pub struct Urgent {
    /// Blanks the screen, restores the terminal and ends the program.
    pub leave: Key,
    /// Blank the screen; the key is reported as well, and [`super::Session::uncover`] restores the
    /// screen.
    pub covers: &'static [Key],
    /// Called once the terminal is restored, before the program ends. Must return within 20 ms.
    pub before_end: Box<dyn Fn() + Send>,
}

/// Reads until the terminal is gone or the receiver is dropped.
pub(super) fn read_input<Message: From<Event>>(inbox: &Sender<Message>, urgent: &Urgent) {
    let mut decoder = Decoder::default();
    let mut buffer = [0; AT_ONCE];
    let mut last = Instant::now();
    loop {
        let left = decoder
            .deadline()
            .map(|pause| pause.saturating_sub(last.elapsed()));
        let inputs = match tty::read(&mut buffer, left) {
            Ok(Waited::Alarm) => {
                if inbox.send(Event::Idle.into()).is_err() {
                    return;
                }
                continue;
            }
            Ok(Waited::Read(0)) => end_with(inbox, Event::HangUp, 128 + SIGHUP),
            Ok(Waited::Read(count)) => {
                last = Instant::now();
                decoder.read(&buffer[..count], last, session::is_typing())
            }
            Ok(Waited::Nothing) => decoder.expire(Instant::now()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            // Without a keyboard the user cannot quit.
            Err(_) => end_with(inbox, Event::HangUp, 128 + SIGHUP),
        };
        for input in inputs {
            urgent.act_on(&input);
            if inbox.send(event(input).into()).is_err() {
                return;
            }
        }
    }
}

impl Urgent {
    fn act_on(&self, input: &Input) {
        if *input == Input::Key(self.leave) {
            session::clear_and_restore();
            (self.before_end)();
            signal_hook::low_level::exit(0);
        }
        if let Input::Key(key) = input
            && self.covers.contains(key)
        {
            session::blank();
        }
    }
}

fn event(input: Input) -> Event {
    match input {
        Input::Key(key) => Event::Key(key),
        Input::Paste(text) => Event::Paste(text),
        Input::Burst(burst) => Event::Burst(burst),
    }
}
