//! Plain mode: the App as numbered lines, for screen readers, braille displays, terminals without
//! escape codes, and pipes.
//!
//! Lines are only appended. Only changes are printed: a place when it is entered, an answer to a
//! line, never the same twice. Lines become the same actions as keys on the screen, so that the
//! behaviour is the same.

mod answer;
mod ask;
mod bookmark;
mod dialled;
mod forms;
pub mod help;
mod linear;
mod list;
mod pages;
mod paper;
mod place;
mod say;
pub mod session;
pub mod words;

use std::collections::VecDeque;

use crate::app::keymap::Command;
use crate::app::{Action, App, DiskEffect, Effect, Outcome, TerminalEffect, update};
use crate::document::extension::in_words;
use crate::persistence::Persistence;
use list::Line;
use paper::Lines;
pub use paper::Paper;
use place::{Numbered, Place};

/// Executes the App's disk effects.
pub trait Saves {
    /// Executes a disk effect; returns its outcome, `None` if there is none.
    fn carry_out(&mut self, app: &App, effect: DiskEffect) -> Option<Outcome>;

    /// Updates the App with the present time and changes of other sessions.
    fn catch_up(&mut self, _app: &mut App) {}

    /// Reports damage of a file to the App.
    fn report(&mut self, _app: &mut App) {}

    /// Returns the outcomes that were too late for [`Self::carry_out`].
    fn late_outcomes(&mut self) -> Vec<Outcome> {
        Vec::new()
    }

    /// Waits for the files, and tries failed work again. Returns, in words, the work that is not done
    /// if the program ends now.
    fn leave(&mut self, _app: &App) -> Vec<String> {
        Vec::new()
    }
}

impl Saves for Persistence {
    fn carry_out(&mut self, app: &App, effect: DiskEffect) -> Option<Outcome> {
        Some(Self::carry_out(self, app, effect))
    }

    fn catch_up(&mut self, app: &mut App) {
        // The meaning of a line depends on the printed lines, not on the focus.
        let _ = Self::catch_up(self, app);
    }

    fn report(&mut self, app: &mut App) {
        Self::report(self, app);
    }

    fn late_outcomes(&mut self) -> Vec<Outcome> {
        Self::late_outcomes(self)
    }

    fn leave(&mut self, app: &App) -> Vec<String> {
        Self::leave(self, app)
    }
}

/// Session of plain mode.
#[derive(Debug)]
pub struct Plain<S> {
    /// State and content.
    pub app: App,
    /// Executor of the changes.
    pub saves: S,
    lines: Lines,
    /// Last printed place; `None` to print the place again.
    place: Option<Place>,
    /// Place before that.
    before: Option<Place>,
    /// Lines of that place's page not printed yet.
    rest_before: VecDeque<String>,
    /// Last printed lines above the list, and the list's lines.
    head: Vec<String>,
    list: Vec<Line>,
    /// Names of the tab's list, in the order of the last printed numbers.
    numbered: Vec<String>,
    /// Number of printed items of the list.
    shown: usize,
    /// First item of the last printed page.
    page: usize,
    /// Printed reasons of the list's items: each is printed once.
    reasons: Vec<String>,
    /// Place reached by an event and not to be printed.
    untold: Option<Place>,
    /// Lines of the page not printed yet.
    rest: VecDeque<String>,
    /// Hints given so far, each once.
    hinted: Vec<&'static str>,
    /// Row of a form with the last question.
    asked_row: Option<usize>,
    /// Last line typed into a field if it is like a command: Enter alone stores it.
    doubted: Option<String>,
    /// Contact whose bookmark the last line changed.
    bookmarked: Option<String>,
    /// True if the end of the present line was cut.
    line_cut: bool,
    /// True if no prompt is written: the questions of a form are lines.
    piped: bool,
    /// True if the user was asked about unsaved changes.
    asked: bool,
    /// Exit status once the session has ended.
    ended: Option<u8>,
}

impl<S: Saves> Plain<S> {
    /// Creates a session.
    pub fn new(app: App, saves: S, paper: Paper) -> Self {
        let mut plain = Self {
            app,
            saves,
            lines: Lines::on(paper),
            place: None,
            before: None,
            rest_before: VecDeque::new(),
            head: Vec::new(),
            list: Vec::new(),
            numbered: Vec::new(),
            shown: 0,
            page: 0,
            reasons: Vec::new(),
            untold: None,
            rest: VecDeque::new(),
            hinted: Vec::new(),
            asked_row: None,
            doubted: None,
            bookmarked: None,
            line_cut: false,
            piped: false,
            asked: false,
            ended: None,
        };
        plain.act(Action::SayInLines);
        // The App lays out an invisible screen.
        plain.act(Action::Resize {
            width: SCREEN.0,
            height: SCREEN.1,
        });
        plain
    }

    /// Configures input from a pipe: prompts are lines, too, and the questions of the first run are
    /// deferred, because nobody can answer.
    pub fn without_questions(&mut self) {
        self.piped = true;
        self.act(Action::SkipFirstRun);
    }

    /// Prints the place at the start.
    pub fn begin(&mut self) {
        self.saves.catch_up(&mut self.app);
        let about = if self.app.at_tab() {
            self.whereabouts()
        } else {
            // Shown by an overlay.
            self.app.danger() + "."
        };
        self.lines.say(&format!("havre. {about}"));
        self.tell();
    }

    /// Handles a typed line, and prints the answer.
    pub fn line(&mut self, line: &str) {
        if line.contains(CLEAR_AND_QUIT) {
            self.act(Action::Command(Command::ClearAndQuit));
            return;
        }
        let line = if is_escape(line) {
            words::shown(BACK, self.app.messages())
        } else {
            line.chars().filter(|letter| !letter.is_control()).collect()
        };
        let changed = self.catch_up();
        if self.points(line.trim()) && (changed || !self.numbers_hold()) {
            self.say("plain-changed-meanwhile", &[]);
            self.say_once_more();
        } else {
            self.answer(line.trim());
        }
        self.line_cut = false;
        self.saves.report(&mut self.app);
        if !self.has_ended() {
            self.tell();
        }
    }

    /// Reports, before the answer, that the end of the typed line was cut.
    pub fn say_cut(&mut self) {
        self.line_cut = true;
        self.say("plain-line-cut", &[]);
    }

    /// Sets the size of the window.
    pub const fn resize(&mut self, paper: Paper) {
        self.lines.resize(paper);
    }

    /// Takes the printed lines since the last call.
    pub fn take_lines(&mut self) -> String {
        self.lines.take()
    }

    /// Returns true if the user has quit.
    pub const fn has_ended(&self) -> bool {
        self.ended.is_some()
    }

    /// Returns the exit status: 1 if work on the worker's files is not done. At the end of the input
    /// nobody can be asked about it: it is printed.
    pub fn end(&mut self) -> u8 {
        if let Some(status) = self.ended {
            return status;
        }
        let rest = self.saves.leave(&self.app);
        if !rest.is_empty() {
            self.say("plain-left-undone", &[("rest", rest.join("; ").into())]);
        }
        u8::from(!rest.is_empty())
    }

    /// Reports changes that were not saved in time. Returns true if there were any.
    pub fn catch_late(&mut self) -> bool {
        let outcomes = self.saves.late_outcomes();
        let any = !outcomes.is_empty();
        for outcome in outcomes {
            self.act(Action::Outcome(outcome));
            // The next notice replaces this one.
            self.tell();
        }
        self.saves.report(&mut self.app);
        if any {
            self.tell();
        }
        any
    }

    /// Updates the App; returns true if the last printed lines are no longer valid.
    fn catch_up(&mut self) -> bool {
        let said = Numbered::of(&self.app);
        self.saves.catch_up(&mut self.app);
        Numbered::of(&self.app) != said
    }

    fn act(&mut self, action: Action) {
        for effect in update(&mut self.app, action) {
            match effect {
                Effect::Terminal(effect) => self.carry_out(effect),
                Effect::Disk(effect) => {
                    if let Some(outcome) = self.saves.carry_out(&self.app, effect) {
                        self.act(Action::Outcome(outcome));
                        self.saves.report(&mut self.app);
                    }
                }
            }
        }
    }

    fn carry_out(&mut self, effect: TerminalEffect) {
        match effect {
            // No clipboard: prints the number alone on its line.
            TerminalEffect::Copy(text) | TerminalEffect::CopyPage(text) => {
                self.lines.alone(&in_words(&text, self.app.messages()));
            }
            TerminalEffect::Quit => self.quit(),
            TerminalEffect::ClearAndQuit => {
                self.lines.blank();
                self.ended = Some(0);
            }
            TerminalEffect::Suspend | TerminalEffect::Repaint => {}
        }
    }

    /// Ends the session; asks once first if work on the worker's files is not done.
    fn quit(&mut self) {
        let lost = self.saves.leave(&self.app);
        if lost.is_empty() || std::mem::replace(&mut self.asked, true) {
            self.ended = Some(u8::from(!lost.is_empty()));
        } else {
            self.act(Action::Outcome(Outcome::NotDone(lost)));
        }
    }

    fn command(&mut self, command: Command) {
        self.act(Action::Command(command));
    }
}

/// Word for the Esc key.
const BACK: &str = "plain-word-back";

/// Returns true if a line is the Esc key of the screen.
fn is_escape(line: &str) -> bool {
    line.contains('\u{1b}') && line.trim_matches('\u{1b}').trim().is_empty()
}

/// Ctrl-X, as received in a line.
const CLEAR_AND_QUIT: char = '\u{18}';

/// Size of the App's invisible screen.
const SCREEN: (u16, u16) = (80, 24);
