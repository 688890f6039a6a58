//! Event loop of plain mode: reads a line, and prints its answer.

use std::io;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc;

use super::{Paper, Plain};
use crate::app::App;
use crate::persistence::Persistence;
use crate::terminal::lines::{self, Next, Typed};
use crate::terminal::{Event, HUNG_UP, PANICKED, events, panic};

/// Columns of a line if neither a window nor the environment states them.
const CUSTOMARY: u16 = 80;

/// Message to the loop.
#[derive(Debug)]
enum Message {
    Terminal(Event),
    Typed(Typed),
    /// The worker's files answered late.
    Files,
}

impl From<Event> for Message {
    fn from(event: Event) -> Self {
        Self::Terminal(event)
    }
}

impl From<Typed> for Message {
    fn from(typed: Typed) -> Self {
        Self::Typed(typed)
    }
}

/// Session in lines, with its output.
struct Session {
    plain: Plain<Persistence>,
    /// True if lines are typed at a terminal, with prompts.
    typed: bool,
    /// True if the cursor is after a prompt.
    prompted: bool,
    /// Columns requested by the environment.
    columns: Option<u16>,
}

/// Runs plain mode until the user quits or the output is closed.
///
/// # Errors
/// If the output cannot be written; a closed pipe is not an error.
pub fn run(
    app: App,
    persistence: Persistence,
    environment: impl Fn(&str) -> Option<String>,
) -> anyhow::Result<ExitCode> {
    panic::install_hook(app.messages().text("panic"));
    let columns = environment("COLUMNS").and_then(|columns| columns.parse().ok());
    let columns = columns.filter(|columns| *columns > 0);
    let mut session = Session {
        plain: Plain::new(app, persistence, paper(columns)),
        typed: lines::is_typed(),
        prompted: false,
        columns,
    };
    let (sender, inbox) = mpsc::channel::<Message>();
    let (ends, late) = (sender.clone(), sender.clone());
    session.plain.saves.start(
        Arc::new(move |work| events::spawn("files", &ends, |_| work())),
        Arc::new(move || {
            // Without a receiver the program is ending.
            let _ = late.send(Message::Files);
        }),
    )?;
    let next = lines::start(&sender)?;
    match session.talk(&inbox, &next) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(_) if lines::is_gone() => Ok(ExitCode::from(HUNG_UP)),
        ended => Ok(ExitCode::from(ended?)),
    }
}

/// Returns the dimensions of the output: those of the window, else of the environment.
fn paper(columns: Option<u16>) -> Paper {
    let window = lines::window();
    Paper {
        width: window
            .map(|window| window.width)
            .or(columns)
            .unwrap_or(CUSTOMARY),
        // Piped input is answered without pages.
        rows: window
            .filter(|_| lines::is_typed())
            .map(|window| window.height),
    }
}

impl Session {
    fn talk(&mut self, inbox: &mpsc::Receiver<Message>, next: &Next) -> io::Result<u8> {
        if !self.typed {
            self.plain.without_questions();
        }
        self.plain.begin();
        self.answer()?;
        loop {
            let message = inbox.recv().map_err(io::Error::other)?;
            let is_line = matches!(message, Message::Typed(_));
            if let Some(status) = self.take(message)? {
                // After a hang-up there is no line to end.
                if status != HUNG_UP {
                    self.end_line()?;
                }
                return Ok(status);
            }
            if is_line {
                next.ask();
            }
        }
    }

    /// Handles a message; returns the exit code if it ends the program.
    fn take(&mut self, message: Message) -> io::Result<Option<u8>> {
        match message {
            Message::Typed(Typed::Line { text, cut }) => {
                // The terminal has echoed Enter.
                self.prompted = false;
                if cut {
                    self.plain.say_cut();
                }
                self.plain.line(&text);
                self.answer()?;
                return Ok(self.plain.has_ended().then(|| self.plain.end()));
            }
            Message::Typed(Typed::End) => {
                let status = self.plain.end();
                self.end_line()?;
                let text = self.plain.take_lines();
                self.write(&text)?;
                return Ok(Some(status));
            }
            Message::Files => {
                if self.plain.catch_late() {
                    self.end_line()?;
                    self.answer()?;
                }
            }
            Message::Terminal(Event::Signal(signal)) => {
                return Ok(Some(u8::try_from(128 + signal).unwrap_or(u8::MAX)));
            }
            Message::Terminal(Event::HangUp) => return Ok(Some(HUNG_UP)),
            Message::Terminal(Event::Panicked) => return Ok(Some(PANICKED)),
            Message::Terminal(Event::Resize { .. }) => self.plain.resize(paper(self.columns)),
            Message::Terminal(Event::Resumed) => {
                // The shell has printed text meanwhile: the prompt must be printed again.
                self.prompted = false;
                self.answer()?;
            }
            // In line mode there are no key events.
            Message::Terminal(Event::Key(_) | Event::Paste(_) | Event::Burst(_) | Event::Idle) => {}
        }
        Ok(None)
    }

    /// Writes the answer, and the next prompt.
    fn answer(&mut self) -> io::Result<()> {
        let mut text = self.plain.take_lines();
        if self.typed && !self.plain.has_ended() && !self.prompted {
            text.push_str(&self.plain.prompt());
            self.prompted = true;
        }
        self.write(&text)
    }

    /// Ends the line, so that the shell's prompt begins a new one.
    fn end_line(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.prompted) {
            self.write("\n")?;
        }
        Ok(())
    }

    fn write(&self, text: &str) -> io::Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        lines::write(text, self.plain.app.is_ascii())
    }
}
