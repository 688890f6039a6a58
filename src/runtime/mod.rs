//! Event loop: receives messages, updates the App, executes its effects, and draws once. Connects
//! the App to the terminal and has no behaviour of its own.

mod bursts;
#[cfg(debug_assertions)]
mod escapes;
mod opening;
mod rehearsal;
mod searching;
mod theme;
mod timers;

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Instant;

use crate::app::keymap::COVERS;
use crate::app::{Action, App, Effect, Outcome, QuerySession, TerminalEffect, update};
use crate::i18n::typography::copyable;
use crate::keys::Key;
use crate::persistence::{Persistence, ScreenOptions};
use crate::plain;
use crate::search::Hits;
use crate::terminal::input::Burst;
use crate::terminal::keyboard::Urgent;
use crate::terminal::{Capabilities, Event, HUNG_UP, PANICKED, Session, alarm, events, panic};
use crate::ui::view;
use bursts::Bursts;
use rehearsal::Rehearsal;
use searching::Searching;
use theme::theme;
use timers::{Due, Timers};

/// Message to the loop.
#[derive(Debug)]
enum Message {
    /// Event of the terminal.
    Terminal(Event),
    /// Result of a search that continued in its own thread.
    Found {
        /// Query of the search.
        session: Box<QuerySession>,
        /// Hits of the search.
        hits: Hits,
    },
    /// The worker's files answered late.
    Files,
}

impl From<Event> for Message {
    fn from(event: Event) -> Self {
        Self::Terminal(event)
    }
}

/// State of the loop outside the App.
struct Host {
    session: Session,
    capabilities: Capabilities,
    persistence: Persistence,
    searching: Searching,
    bursts: Bursts,
    timers: Timers,
    /// True if the user was asked about unsaved changes.
    asked: bool,
    /// Exit status of the program; `None` while it runs.
    ended: Option<u8>,
    /// Failures that a test asked for.
    rehearsal: Rehearsal,
}

/// Runs the screen or plain mode until the user quits or the terminal is gone.
///
/// # Errors
/// If the worker's files have no path, or the content is damaged.
pub fn run(
    options: &ScreenOptions,
    environment: impl Fn(&str) -> Option<String>,
) -> anyhow::Result<ExitCode> {
    let capabilities = Capabilities::detect();
    let (mut persistence, mut app) = opening::open(options, &environment, capabilities)?;
    persistence.lock_in(&mut app);
    let rehearsal = Rehearsal::of(options);
    if capabilities.plain || options.plain.unwrap_or(app.preferences().plain) {
        if let Some(status) = rehearsal.escape()? {
            return Ok(status);
        }
        return plain::session::run(app, persistence, environment);
    }
    app.set_patience(searching::patience());
    panic::install_hook(app.messages().text("panic"));
    let mut session = Session::enter()?;
    if !capabilities.utf8 {
        session.spell_in_ascii();
    }
    let mut host = Host {
        capabilities,
        session,
        persistence,
        searching: Searching::default(),
        bursts: Bursts::default(),
        timers: Timers::default(),
        asked: false,
        ended: None,
        rehearsal,
    };
    host.run(&mut app)
}

impl Host {
    fn run(&mut self, app: &mut App) -> anyhow::Result<ExitCode> {
        let (sender, inbox) = mpsc::channel::<Message>();
        let (ends, late) = (sender.clone(), sender.clone());
        let rehearsal = self.rehearsal.clone();
        self.persistence.start(
            Arc::new(move |work| {
                let work = rehearsal.wrap(work);
                events::spawn("files", &ends, |_| work())
            }),
            Arc::new(move || {
                // Without a receiver the program is ending.
                let _ = late.send(Message::Files);
            }),
        )?;
        events::start(&sender, urgent(self.persistence.parting()))?;
        let size = self.session.size();
        self.act(
            app,
            Action::Resize {
                width: size.width,
                height: size.height,
            },
        )?;
        self.timers.pressed(app);
        loop {
            self.draw(app)?;
            if let Some(status) = self.rehearsal.after_frame(&mut self.session, &sender)? {
                return Ok(status);
            }
            let Some(message) = self.wait(&inbox)? else {
                match self.timers.due(Instant::now()) {
                    Some(Due::Cover) => self.act(app, Action::Idle)?,
                    Some(Due::Forget) => self.session.forget_copy()?,
                    None => {}
                }
                continue;
            };
            // Messages that arrived while the last frame was written share one frame.
            let mut messages = std::iter::once(message).chain(inbox.try_iter()).peekable();
            while let Some(message) = messages.next() {
                let message = bursts::together(app, message, &mut messages);
                self.take_in_turn(app, message, || {
                    let next = messages.next();
                    next.or_else(|| inbox.recv_timeout(bursts::IN_A_WORD).ok())
                })?;
                if let Some(status) = self.ended {
                    return Ok(ExitCode::from(status));
                }
            }
            self.searching.follow(app, &sender)?;
        }
    }

    /// Returns the next message; `None` if a timer is due.
    fn wait(&self, inbox: &mpsc::Receiver<Message>) -> anyhow::Result<Option<Message>> {
        let Some(left) = self.timers.left(Instant::now()) else {
            return Ok(Some(inbox.recv()?));
        };
        match inbox.recv_timeout(left) {
            Ok(message) => Ok(Some(message)),
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(error @ RecvTimeoutError::Disconnected) => Err(error.into()),
        }
    }

    fn draw(&mut self, app: &App) -> std::io::Result<()> {
        self.session.expect_text(app.is_typing());
        let theme = theme(self.capabilities, app.preferences().theme);
        self.session.draw(|buffer| view(app, theme, buffer))
    }

    /// Handles a message. A letter that would end the program waits for the next message: both
    /// may begin a text.
    fn take_in_turn(
        &mut self,
        app: &mut App,
        message: Message,
        next: impl FnOnce() -> Option<Message>,
    ) -> anyhow::Result<()> {
        let Some(first) = bursts::first_letter(app, &message) else {
            return self.take(app, message);
        };
        let next = next();
        if let Some(text) = next.as_ref().and_then(|next| bursts::sentence(first, next)) {
            return self.act(app, Action::Sentence(text));
        }
        self.take(app, message)?;
        match next {
            Some(next) if self.ended.is_none() => self.take(app, next),
            _ => Ok(()),
        }
    }

    fn take(&mut self, app: &mut App, message: Message) -> anyhow::Result<()> {
        match message {
            Message::Terminal(event) => self.take_event(app, event),
            Message::Found { session, hits } => {
                self.searching.done(&session);
                self.act(app, Action::Outcome(Outcome::Found { session, hits }))
            }
            Message::Files => {
                self.learn_late(app)?;
                self.persistence.report(app);
                Ok(())
            }
        }
    }

    /// Handles an event of the terminal.
    fn take_event(&mut self, app: &mut App, event: Event) -> anyhow::Result<()> {
        // The next frame shows the present time.
        let tells = matches!(
            event,
            Event::Key(_)
                | Event::Paste(_)
                | Event::Burst(_)
                | Event::Resize { .. }
                | Event::Resumed
        );
        let pressed = matches!(event, Event::Key(_) | Event::Paste(_) | Event::Burst(_));
        if pressed {
            // After a long pause, such as the machine's sleep, the screen is covered first: the key
            // then uncovers it.
            self.cover_if_due(app)?;
        }
        let another = tells && self.persistence.catch_up(app);
        match event {
            Event::Key(key) => {
                if COVERS.contains(&key) {
                    self.session.uncover();
                }
                if !(another && app.holds_back(key)) {
                    self.act(app, Action::Key(key))?;
                }
            }
            Event::Paste(text) => self.act(app, Action::Paste(text))?,
            Event::Burst(burst) => self.type_burst(app, burst)?,
            Event::Resize { columns, rows } => {
                self.session.resize(columns, rows);
                self.act(
                    app,
                    Action::Resize {
                        width: columns,
                        height: rows,
                    },
                )?;
            }
            Event::Resumed => {
                self.session.resume()?;
                self.cover_if_due(app)?;
            }
            Event::Idle => self.act(app, Action::Idle)?,
            Event::Signal(signal) => {
                self.persistence.leave_at_once(app);
                self.ended = Some(u8::try_from(128 + signal).unwrap_or(u8::MAX));
            }
            Event::HangUp => {
                self.persistence.leave_at_once(app);
                self.ended = Some(HUNG_UP);
            }
            Event::Panicked => self.ended = Some(PANICKED),
        }
        if pressed {
            self.persistence.report(app);
            self.timers.pressed(app);
        }
        Ok(())
    }

    fn type_burst(&mut self, app: &mut App, burst: Burst) -> anyhow::Result<()> {
        let mut pending = self.bursts.begin(app, burst);
        while self.ended.is_none()
            && let Some(action) = self.bursts.next(app, &mut pending)
        {
            self.act(app, action)?;
        }
        Ok(())
    }

    fn cover_if_due(&mut self, app: &mut App) -> anyhow::Result<()> {
        if alarm::is_due() {
            self.act(app, Action::Idle)?;
        }
        Ok(())
    }

    fn act(&mut self, app: &mut App, action: Action) -> anyhow::Result<()> {
        for effect in update(app, action) {
            let outcome = match effect {
                Effect::Disk(effect) => Some(self.persistence.carry_out(app, effect)),
                Effect::Terminal(effect) => self.carry_out(app, effect)?,
            };
            if let Some(outcome) = outcome {
                self.act(app, Action::Outcome(outcome))?;
                self.persistence.report(app);
            }
        }
        Ok(())
    }

    /// Applies the outcomes that were too late for their effects.
    fn learn_late(&mut self, app: &mut App) -> anyhow::Result<()> {
        for outcome in self.persistence.late_outcomes() {
            self.act(app, Action::Outcome(outcome))?;
        }
        Ok(())
    }

    /// Ends the program; asks once first if work on the worker's files is not done.
    fn quit(&mut self, app: &App) -> Option<Outcome> {
        let lost = self.persistence.leave(app);
        if lost.is_empty() {
            self.ended = Some(0);
        } else if std::mem::replace(&mut self.asked, true) {
            self.ended = Some(UNSAVED);
        } else {
            return Some(Outcome::NotDone(lost));
        }
        None
    }

    /// Executes an effect on the terminal.
    fn carry_out(
        &mut self,
        app: &mut App,
        effect: TerminalEffect,
    ) -> anyhow::Result<Option<Outcome>> {
        let outcome = match effect {
            TerminalEffect::Copy(text) => {
                self.copy(&copyable(&text))?;
                Some(Outcome::Copied(text))
            }
            TerminalEffect::CopyPage(text) => {
                self.copy(&text)?;
                Some(Outcome::PageCopied)
            }
            TerminalEffect::Quit => {
                let asked = self.quit(app);
                // What arrived meanwhile must not take the place of the question.
                self.learn_late(app)?;
                asked
            }
            TerminalEffect::ClearAndQuit => {
                self.session.blank_and_leave();
                self.ended = Some(0);
                None
            }
            TerminalEffect::Suspend => {
                self.session.suspend()?;
                self.cover_if_due(app)?;
                None
            }
            TerminalEffect::Repaint => {
                let size = self.session.size();
                self.session.resize(size.width, size.height);
                None
            }
        };
        Ok(outcome)
    }

    fn copy(&mut self, text: &str) -> anyhow::Result<()> {
        self.session.copy(text)?;
        self.timers.copied(Instant::now());
        Ok(())
    }
}

/// Key that ends the session. The input thread handles it and `COVERS` at once; `app::keymap` has it in
/// every context.
const LEAVE: Key = Key::control('x');

fn urgent(before_end: Box<dyn Fn() + Send>) -> Urgent {
    Urgent {
        leave: LEAVE,
        covers: &COVERS,
        before_end,
    }
}

/// Exit status if the user quit with unsaved changes.
const UNSAVED: u8 = 1;
