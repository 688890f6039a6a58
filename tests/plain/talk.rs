//! Worker who types lines and reads the answers: the real App, with a list in memory.

#[path = "../fixtures/mod.rs"]
mod fixtures;

use std::rc::Rc;

use havre::app::subject::PageKind;
use havre::app::subject::papers::WrittenFile;
use havre::app::{Action, App, Content, DiskEffect, Outcome, Start, update};
use havre::assets::Assets;
use havre::bookmarks::List;
use havre::directory::Region;
use havre::i18n::Language;
use havre::plain::{Paper, Plain, Saves};
use havre::settings::Preferences;
use jiff::Timestamp;
use unicode_width::UnicodeWidthStr;

thread_local! {
    static CONTENT: Rc<Content> = Rc::new(Content::new(fixtures::assets()));
    static EMBEDDED: Rc<Content> = Rc::new(Content::new(Assets::embedded()));
}

/// Start of a conversation.
#[derive(Clone, Copy)]
pub struct From {
    pub language: Language,
    pub region: Region,
    pub first_run: bool,
    /// Columns of a line.
    pub width: u16,
    /// Rows of the window; none in a pipe.
    pub rows: Option<u16>,
    /// Number of conflict copies of the list left by a sync tool.
    pub conflicts: usize,
    /// Name of the worker, on a shared login.
    pub worker: Option<&'static str>,
}

impl Default for From {
    fn default() -> Self {
        Self {
            language: Language::En,
            region: Region::Ns,
            first_run: false,
            width: 80,
            rows: None,
            conflicts: 0,
            worker: None,
        }
    }
}

/// Returns both languages, on a screen and on a braille display.
pub fn everywhere() -> Vec<From> {
    let mut all = Vec::new();
    for language in Language::ALL {
        for width in [80, 40] {
            all.push(From {
                language,
                width,
                ..From::default()
            });
        }
    }
    all
}

/// List in memory.
pub struct Memory {
    pub list: List,
    /// Settings as last written.
    pub saved: Option<Preferences>,
    pub merged: bool,
    /// Files handed over.
    pub files: Vec<(String, String)>,
    now: Timestamp,
}

impl Saves for Memory {
    fn carry_out(&mut self, _app: &App, effect: DiskEffect) -> Option<Outcome> {
        self.now = self
            .now
            .checked_add(jiff::SignedDuration::from_secs(1))
            .unwrap();
        match effect {
            DiskEffect::Bookmarks { changes, notice } => {
                for change in changes {
                    self.list.apply(change, self.now);
                }
                let list = Box::new(self.list.clone());
                Some(Outcome::Saved { list, notice })
            }
            DiskEffect::SaveSettings {
                preferences,
                notice,
                ..
            } => {
                self.saved = Some(preferences);
                Some(Outcome::SettingsSaved(notice))
            }
            DiskEffect::WriteFile { name, text } => {
                self.files.push((name.clone(), text));
                let path = format!("/home/worker/exchange/{name}");
                Some(Outcome::Written(Ok(WrittenFile { name, path })))
            }
            DiskEffect::RemoveFile(name) => {
                self.files.retain(|(known, _)| *known != name);
                Some(Outcome::Removed(Ok(name)))
            }
            DiskEffect::FindLists => {
                let names = self.files.iter().map(|(name, _)| name.clone());
                Some(Outcome::ListsFound {
                    folder: "/home/worker/exchange".to_owned(),
                    names: Ok(names.collect()),
                })
            }
            DiskEffect::ReadList(_)
            | DiskEffect::TakeList { .. }
            | DiskEffect::ReadPack(_)
            | DiskEffect::TakePack(_) => None,
            DiskEffect::MergeConflicts => {
                self.merged = true;
                None
            }
        }
    }
}

/// Conversation.
pub struct Talk {
    pub plain: Plain<Memory>,
    /// Answer to the last line.
    pub heard: String,
    /// Number of typed lines.
    pub lines: usize,
    /// All typed text: it may be quoted.
    typed: String,
    width: u16,
}

impl Talk {
    pub fn start(from: From) -> Self {
        Self::start_with(from, |_| {})
    }

    /// Like [`Self::start`], with a prepared App.
    pub fn start_with(from: From, prepare: impl FnOnce(&mut App)) -> Self {
        Self::start_on(CONTENT.with(Rc::clone), from, prepare)
    }

    /// Starts on the embedded directory and needs.
    pub fn start_on_all(from: From) -> Self {
        Self::start_on(EMBEDDED.with(Rc::clone), from, |_| {})
    }

    fn start_on(content: Rc<Content>, from: From, prepare: impl FnOnce(&mut App)) -> Self {
        let mut app = App::new(Start {
            preferences: Preferences {
                language: from.language,
                region: from.region,
                ..Preferences::default()
            },
            first_run: from.first_run,
            worker: from.worker.map(str::to_owned),
            conflicts: from.conflicts,
            ..Start::of(content)
        });
        prepare(&mut app);
        let now: Timestamp = "2026-11-23T02:00:00Z".parse().unwrap();
        let today = jiff::civil::date(2026, 11, 23);
        update(&mut app, Action::Clock { now, today });
        let memory = Memory {
            list: app.list().clone(),
            saved: None,
            merged: false,
            files: Vec::new(),
            now,
        };
        let paper = Paper {
            width: from.width,
            rows: from.rows,
        };
        let mut plain = Plain::new(app, memory, paper);
        plain.begin();
        let mut talk = Self {
            plain,
            heard: String::new(),
            lines: 0,
            typed: String::new(),
            width: from.width,
        };
        talk.listen();
        talk
    }

    /// Types a line, and reads the answer.
    #[track_caller]
    pub fn types(&mut self, line: &str) -> &mut Self {
        assert!(!self.plain.has_ended(), "she has left");
        self.lines += 1;
        self.typed.push_str(line);
        self.plain.line(line);
        self.listen();
        self
    }

    /// Types a line again and again until a condition holds.
    ///
    /// # Panics
    /// If it does not hold after 40 times.
    #[track_caller]
    pub fn types_until(&mut self, line: &str, holds: impl Fn(&Self) -> bool) -> &mut Self {
        for _ in 0..40 {
            if holds(self) {
                return self;
            }
            self.types(line);
        }
        panic!("{line:?} 40 times, and at the end:\n{}", self.heard);
    }

    /// Returns true if the prompt is that of a command, and not of a field of a form.
    pub fn asks_for_a_command(&self) -> bool {
        self.plain.prompt().starts_with('>')
    }

    /// Opens a page over the tab, and prints it.
    #[track_caller]
    pub fn opens(&mut self, page: PageKind) {
        update(&mut self.plain.app, Action::Open(page));
        self.types("again");
    }

    /// Takes the answer, and checks the promises of every line.
    #[track_caller]
    fn listen(&mut self) {
        self.heard = self.plain.take_lines();
        for line in self.heard.lines() {
            let alone = !line.contains(' ');
            assert!(
                line.width() <= usize::from(self.width) || alone,
                "too wide: {line:?}"
            );
            assert!(!line.contains(char::is_control), "only text: {line:?}");
            for sign in ["│", " · ", "[", "]", "→", "\u{a0}\u{a0}", "  "] {
                let quoted = self.typed.contains(sign);
                assert!(
                    quoted || !line.contains(sign),
                    "{sign:?} is for the eye: {line:?}"
                );
            }
        }
    }

    /// Returns the answer without line ends.
    pub fn said(&self) -> String {
        let words = self.heard.split_whitespace();
        words.collect::<Vec<_>>().join(" ")
    }

    /// Panics with the reason unless this was printed.
    #[track_caller]
    pub fn hears(&mut self, text: &str, because: &str) -> &mut Self {
        assert!(
            self.said().contains(text),
            "{because}: no {text:?} in\n{}",
            self.heard
        );
        self
    }

    /// Panics with the reason if this was printed.
    #[track_caller]
    pub fn hears_no(&mut self, text: &str, because: &str) -> &mut Self {
        assert!(
            !self.said().contains(text),
            "{because}: {text:?} in\n{}",
            self.heard
        );
        self
    }
}
