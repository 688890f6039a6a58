//! The same App as numbered lines, for screen readers, braille displays, terminals that understand no
//! escape codes, and pipes.
//!
//! Lines are only ever appended. What is said is what changed: a place when she comes to it, an answer
//! to what she typed, never the same twice. What she types becomes the actions that keys become on the
//! screen, so that the behaviour is one.

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
use crate::persistence::Persistence;
use list::Line;
use paper::Lines;
pub use paper::Paper;
use place::{Numbered, Place};

/// What carries out on the disk what the App asks for.
pub trait Saves {
    /// Carries out an effect on the disk; returns its outcome, `None` where nothing came of it.
    fn carry_out(&mut self, app: &App, effect: DiskEffect) -> Option<Outcome>;

    /// Tells the App what time it is, and what another session of hers changed.
    fn catch_up(&mut self, _app: &mut App) {}

    /// Says in the App what became of a file that was damaged.
    fn report(&mut self, _app: &mut App) {}

    /// Returns the outcomes that came too late to be returned by [`Self::carry_out`].
    fn late_outcomes(&mut self) -> Vec<Outcome> {
        Vec::new()
    }

    /// Tries once more to save what is only in memory, and returns the names of what is lost when the
    /// program ends now.
    fn leave(&mut self, _app: &App) -> Vec<String> {
        Vec::new()
    }
}

impl Saves for Persistence {
    fn carry_out(&mut self, app: &App, effect: DiskEffect) -> Option<Outcome> {
        Some(Self::carry_out(self, app, effect))
    }

    fn catch_up(&mut self, app: &mut App) {
        // What a line means is told apart by all that was said, not by what has the focus.
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

/// A conversation with the App.
#[derive(Debug)]
pub struct Plain<S> {
    /// Everything that there is to say.
    pub app: App,
    /// What carries out the changes.
    pub saves: S,
    lines: Lines,
    /// Where she was when something was last said; `None` has the place said anew.
    place: Option<Place>,
    /// Where she was before that.
    before: Option<Place>,
    /// The lines of what she read there that were not said yet.
    rest_before: VecDeque<String>,
    /// The words above the list, and its lines, as they were last said.
    head: Vec<String>,
    list: Vec<Line>,
    /// The names of the tab's list, in the order that their numbers were last said in.
    numbered: Vec<String>,
    /// So many items of the list were said.
    shown: usize,
    /// The item that the page begins with that was said last.
    page: usize,
    /// The reasons that were said of the list's items: each once.
    reasons: Vec<String>,
    /// The place that what happened led to, of which nothing is to be said.
    untold: Option<Place>,
    /// The lines of what is read that were not said yet.
    rest: VecDeque<String>,
    /// The hints that were given: each once.
    hinted: Vec<&'static str>,
    /// The row of a form that was asked for last.
    asked_row: Option<usize>,
    /// The contact whose bookmark the last line changed.
    bookmarked: Option<String>,
    /// The end of the line that is answered was left out.
    line_cut: bool,
    /// No prompt is written: what a form asks for is said as a line.
    piped: bool,
    /// She knows that changes are lost when she leaves.
    asked: bool,
    /// With which status the conversation ended.
    ended: Option<u8>,
}

impl<S: Saves> Plain<S> {
    /// A conversation that has not begun.
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
            bookmarked: None,
            line_cut: false,
            piped: false,
            asked: false,
            ended: None,
        };
        plain.act(Action::SayInLines);
        // The App lays out a screen that nobody sees.
        plain.act(Action::Resize {
            width: SCREEN.0,
            height: SCREEN.1,
        });
        plain
    }

    /// Lines come through a pipe: prompts are lines, too, and the questions of the first run are left
    /// for a later one, because nobody is there to answer them.
    pub fn without_questions(&mut self) {
        self.piped = true;
        self.act(Action::SkipFirstRun);
    }

    /// Says where she is when the program starts.
    pub fn begin(&mut self) {
        self.saves.catch_up(&mut self.app);
        let about = if self.app.at_tab() {
            self.whereabouts()
        } else {
            // What lies over the tab asks for these.
            self.app.danger() + "."
        };
        self.lines.say(&format!("havre. {about}"));
        self.tell();
    }

    /// Takes a line that she typed, and answers it.
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
        if !self.has_ended() {
            self.tell();
        }
    }

    /// Says of the line that she typed, before its answer, that its end was left out.
    pub fn say_cut(&mut self) {
        self.line_cut = true;
        self.say("plain-line-cut", &[]);
    }

    /// The window has another size now.
    pub const fn resize(&mut self, paper: Paper) {
        self.lines.resize(paper);
    }

    /// What was said since this was last asked.
    pub fn take_lines(&mut self) -> String {
        self.lines.take()
    }

    /// Whether she has left.
    pub const fn has_ended(&self) -> bool {
        self.ended.is_some()
    }

    /// Returns the status to end with: 1 where changes were not saved.
    pub fn end(&mut self) -> u8 {
        self.ended
            .unwrap_or_else(|| u8::from(!self.saves.leave(&self.app).is_empty()))
    }

    /// Says what became of changes that were not saved in time. Answers whether there was any.
    pub fn catch_late(&mut self) -> bool {
        let outcomes = self.saves.late_outcomes();
        let any = !outcomes.is_empty();
        for outcome in outcomes {
            self.act(Action::Outcome(outcome));
        }
        self.saves.report(&mut self.app);
        if any {
            self.tell();
        }
        any
    }

    /// Has the App know what became of everything meanwhile; answers whether what was said last is no
    /// longer what is there.
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
            // Without a clipboard: the number, alone on its line.
            TerminalEffect::Copy(text) => self.lines.alone(&text),
            TerminalEffect::Quit => self.quit(),
            TerminalEffect::ClearAndQuit => {
                self.lines.blank();
                self.ended = Some(0);
            }
            TerminalEffect::Suspend | TerminalEffect::Repaint => {}
        }
    }

    /// Ends the conversation, unless changes are only in memory: then she is asked once.
    fn quit(&mut self) {
        let lost = self.saves.leave(&self.app);
        if lost.is_empty() || std::mem::replace(&mut self.asked, true) {
            self.ended = Some(u8::from(!lost.is_empty()));
        } else {
            self.act(Action::Outcome(Outcome::NotSaved(lost)));
        }
    }

    fn command(&mut self, command: Command) {
        self.act(Action::Command(command));
    }
}

/// The word that the Esc key stands for.
const BACK: &str = "plain-word-back";

/// Whether a line is the Esc key of the screen.
fn is_escape(line: &str) -> bool {
    line.contains('\u{1b}') && line.trim_matches('\u{1b}').trim().is_empty()
}

/// Ctrl-X, as a line of the terminal holds it.
const CLEAR_AND_QUIT: char = '\u{18}';

/// The size of the screen that the App is told.
const SCREEN: (u16, u16) = (80, 24);
