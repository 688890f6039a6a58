//! Worker at the keyboard, without a terminal: the real App, a list in memory, and the drawn
//! screen.

#[path = "../fixtures/mod.rs"]
pub mod fixtures;

use std::rc::Rc;

use havre::app::keymap::Context;
use havre::app::notice::Notice;
use havre::app::subject::papers::{Exchange, FoundList, FoundPack, Refused, WrittenFile};
use havre::app::{
    Action, App, Content, DiskEffect, Effect, Key, KeyCode, Outcome, Start, TerminalEffect, update,
};
use havre::assets::Assets;
use havre::bookmarks::{Change, List, ListFault, Reading, TeamList, Trouble, understand};
use havre::directory::Region;
use havre::i18n::{Language, Messages};
use havre::settings::Preferences;
use havre::ui::{Glyphs, Look, Theme, view};
use jiff::Timestamp;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

thread_local! {
    static EMBEDDED: Rc<Content> = Rc::new(Content::new(Assets::embedded()));
    static CONTENT: Rc<Content> = Rc::new(Content::new(fixtures::assets()));
    static CONTENT_WITH_NEEDS: Rc<Content> = Rc::new(Content::new(Assets {
        with_needs: true,
        ..fixtures::assets()
    }));
}

/// Start of a journey.
#[derive(Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each test names the options that it needs"
)]
pub struct From {
    pub language: Language,
    pub region: Region,
    pub size: (u16, u16),
    pub first_run: bool,
    /// True for a screen reader or a magnifier.
    pub reader: bool,
    /// True if a search recognizes needs in its text.
    pub needs: bool,
    /// Number of conflict copies of the list left by a sync tool.
    pub conflicts: usize,
    /// True if the list could not be read.
    pub kept_aside: bool,
    /// True for a terminal with ASCII only.
    pub ascii: bool,
    /// Name of the worker, on a shared login.
    pub worker: Option<&'static str>,
    /// True if the worker sits at another computer.
    pub remote: bool,
}

impl Default for From {
    fn default() -> Self {
        Self::USUAL
    }
}

impl From {
    /// English in Nova Scotia, on a screen of the usual size.
    pub const USUAL: Self = Self {
        language: Language::En,
        region: Region::Ns,
        size: (80, 24),
        first_run: false,
        reader: false,
        needs: false,
        conflicts: 0,
        kept_aside: false,
        ascii: false,
        worker: None,
        remote: false,
    };

    /// Returns a message as shown on the screen.
    pub fn said(self, id: &str) -> String {
        let words = Messages::of(self.language).text(id);
        words.replace('\u{a0}', " ")
    }
}

/// App under test.
pub struct Journey {
    pub app: App,
    pub list: List,
    /// All texts copied to the clipboard.
    pub copied: Vec<String>,
    /// Files handed over: name and text.
    pub files: Vec<(String, String)>,
    /// Answer to reading a pack.
    pub pack: Option<Result<FoundPack, Refused>>,
    /// Packs that were taken.
    pub taken: Vec<FoundPack>,
    /// Settings as last written.
    pub settings: Option<Preferences>,
    /// Reason for settings not being written; `None` if they can be.
    pub disk_trouble: Option<Trouble>,
    /// Effect that ended the program.
    pub ended: Option<TerminalEffect>,
    /// Number of pressed keys.
    pub keys: usize,
    /// Time of the last key.
    pub now: Timestamp,
    /// True if the machine's clock is behind the directory.
    pub clock_is_wrong: bool,
}

/// Returns every size and language that ACCESSIBILITY.md promises to serve.
pub fn everywhere() -> Vec<From> {
    let mut all = Vec::new();
    for language in Language::ALL {
        for size in [(80, 24), (40, 12)] {
            all.push(From {
                language,
                size,
                ..From::default()
            });
        }
    }
    all
}

impl Journey {
    /// Starts on the first page, where searches recognize needs.
    pub fn on_first_page(language: Language, region: Region, size: (u16, u16)) -> Self {
        let mut journey = Self::start(From {
            language,
            region,
            size,
            needs: true,
            ..From::default()
        });
        journey.keys("0");
        journey
    }

    /// Starts on the first page, with the directory and the guide of the program.
    pub fn with_embedded(language: Language, region: Region, size: (u16, u16)) -> Self {
        let from = From {
            language,
            region,
            size,
            ..From::USUAL
        };
        let mut journey = Self::start_with(from, EMBEDDED.with(Rc::clone));
        journey.keys("0");
        journey
    }

    pub fn start(from: From) -> Self {
        let content = if from.needs {
            &CONTENT_WITH_NEEDS
        } else {
            &CONTENT
        };
        Self::start_with(from, content.with(Rc::clone))
    }

    /// Starts with another content, such as one with packs.
    pub fn start_with(from: From, content: Rc<Content>) -> Self {
        let app = App::new(Start {
            preferences: Preferences {
                language: from.language,
                region: from.region,
                reader: from.reader,
                ..Preferences::default()
            },
            first_run: from.first_run,
            worker: from.worker.map(str::to_owned),
            exchange: Exchange {
                folder: "/home/worker/exchange".into(),
                keys: "/media/\"$USER\"/*/",
                is_remote: from.remote,
            },
            conflicts: from.conflicts,
            kept_aside: from.kept_aside,
            ascii: from.ascii,
            ..Start::of(content)
        });
        let now = "2026-11-23T02:00:00Z".parse().unwrap();
        let mut journey = Self {
            app,
            list: List::default(),
            copied: Vec::new(),
            files: Vec::new(),
            pack: None,
            taken: Vec::new(),
            settings: None,
            disk_trouble: None,
            ended: None,
            keys: 0,
            now,
            clock_is_wrong: false,
        };
        let (width, height) = from.size;
        journey.act(Action::Resize { width, height });
        journey.tell_time();
        journey
    }

    /// Adds lists of the team.
    pub fn with_team(mut self, lists: Vec<TeamList>) -> Self {
        self.app = self.app.with_team_lists(lists);
        self
    }

    /// Presses keys, written as typed, with the names of others in angle brackets:
    /// `"/halifax<enter>b"`. After each, checks the promises of every screen.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for key in parse(keys) {
            self.keys += 1;
            self.now = self
                .now
                .checked_add(jiff::SignedDuration::from_secs(1))
                .unwrap();
            self.tell_time();
            self.act(Action::Key(key));
            self.check_cursor();
        }
        self
    }

    /// Presses keys again and again until a condition holds.
    ///
    /// # Panics
    /// If it does not hold after 40 times.
    pub fn keys_until(&mut self, keys: &str, holds: impl Fn(&Self) -> bool) -> &mut Self {
        for _ in 0..40 {
            if holds(self) {
                return self;
            }
            self.keys(keys);
        }
        panic!("{keys} 40 times, and at the end:\n{}", self.screen());
    }

    fn tell_time(&mut self) {
        let (now, today) = if self.clock_is_wrong {
            (havre::clock::UNKNOWN, jiff::civil::date(1969, 12, 31))
        } else {
            (self.now, jiff::civil::date(2026, 11, 23))
        };
        self.act(Action::Clock { now, today });
    }

    fn copy(&mut self, text: String, outcome: Outcome) {
        self.copied.push(text);
        self.act(Action::Outcome(outcome));
    }

    pub fn act(&mut self, action: Action) {
        for effect in update(&mut self.app, action) {
            match effect {
                Effect::Disk(DiskEffect::Bookmarks { changes, notice }) => {
                    self.change_all(changes, notice);
                }
                Effect::Disk(DiskEffect::WriteFile { name, text }) => self.write(name, text),
                Effect::Disk(DiskEffect::RemoveFile(name)) => {
                    self.files.retain(|(known, _)| *known != name);
                    self.act(Action::Outcome(Outcome::Removed(Ok(name))));
                }
                Effect::Disk(DiskEffect::SaveSettings {
                    preferences,
                    notice,
                    ..
                }) => self.save(preferences, notice),
                Effect::Terminal(TerminalEffect::Copy(text)) => {
                    self.copy(text.clone(), Outcome::Copied(text));
                }
                Effect::Terminal(TerminalEffect::CopyPage(text)) => {
                    self.copy(text, Outcome::PageCopied);
                }
                Effect::Terminal(
                    effect @ (TerminalEffect::Quit | TerminalEffect::ClearAndQuit),
                ) => self.ended = Some(effect),
                Effect::Disk(DiskEffect::TakeList { list, notice }) => {
                    self.list = havre::bookmarks::merge::join(&self.list, &list);
                    let list = Box::new(self.list.clone());
                    self.act(Action::Outcome(Outcome::Saved { list, notice }));
                }
                Effect::Disk(DiskEffect::FindLists) => {
                    let names = self.files.iter().map(|(name, _)| name.clone());
                    let folder = "/home/worker/exchange".to_owned();
                    let names = Ok(names.collect());
                    self.act(Action::Outcome(Outcome::ListsFound { folder, names }));
                }
                Effect::Disk(DiskEffect::ReadList(name)) => {
                    let file = self.files.iter().find(|(known, _)| *known == name);
                    let bytes = file.unwrap().1.as_bytes();
                    let read = understand(bytes, self.now);
                    let damaged = matches!(read, Reading::Damaged { .. });
                    let fault = damaged.then(|| ListFault::first(bytes));
                    let list = read.into_list().unwrap_or_default();
                    let found = FoundList { name, list, fault };
                    let read = Ok(Some(Box::new(found)));
                    self.act(Action::Outcome(Outcome::ListRead(read)));
                }
                Effect::Disk(DiskEffect::ReadPack(_)) => {
                    let read = self.pack.clone().unwrap().map(Box::new);
                    self.act(Action::Outcome(Outcome::PackRead(read)));
                }
                Effect::Disk(DiskEffect::TakePack(found)) => {
                    let name = found.header.name.clone();
                    self.taken.push(*found);
                    self.act(Action::Outcome(Outcome::PackTaken(Ok(name))));
                }
                Effect::Disk(DiskEffect::MergeConflicts)
                | Effect::Terminal(TerminalEffect::Suspend | TerminalEffect::Repaint) => {}
            }
        }
    }

    /// Writes a file, as the runtime does.
    fn write(&mut self, name: String, text: String) {
        let written = match self.disk_trouble {
            Some(trouble) => Err(trouble),
            None => Ok(WrittenFile {
                path: format!("/home/worker/exchange/{name}"),
                name: name.clone(),
            }),
        };
        if written.is_ok() {
            self.files.push((name, text));
        }
        self.act(Action::Outcome(Outcome::Written(written)));
    }

    /// Writes the settings, as the runtime does.
    fn save(&mut self, preferences: Preferences, notice: Option<Notice>) {
        let outcome = if let Some(trouble) = self.disk_trouble {
            Outcome::SettingsNotSaved(trouble)
        } else {
            self.settings = Some(preferences);
            Outcome::SettingsSaved(notice)
        };
        self.act(Action::Outcome(outcome));
    }

    /// Changes the list in another session.
    pub fn change(&mut self, change: Change) {
        self.apply(vec![change]);
        let list = Box::new(self.list.clone());
        self.act(Action::Outcome(Outcome::Reloaded(list)));
    }

    /// Changes the list, as the store does.
    fn change_all(&mut self, changes: Vec<Change>, notice: Notice) {
        self.apply(changes);
        let list = Box::new(self.list.clone());
        self.act(Action::Outcome(Outcome::Saved { list, notice }));
    }

    fn apply(&mut self, changes: Vec<Change>) {
        self.now = self
            .now
            .checked_add(jiff::SignedDuration::from_secs(1))
            .unwrap();
        for change in changes {
            self.list.apply(change, self.now);
        }
    }

    /// Returns the frame, and the position of the hardware cursor.
    pub fn frame(&self) -> (Buffer, Position) {
        let size = self.app.size();
        let mut buffer = Buffer::empty(Rect::new(0, 0, size.width, size.height));
        let cursor = view(
            &self.app,
            Theme::new(Look::Colours, Glyphs::UNICODE),
            &mut buffer,
        );
        (buffer, cursor)
    }

    /// Returns the rows of the screen as one line.
    pub fn in_one_line(&self) -> String {
        let rows = self.rows().join(" ");
        rows.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Returns the rows of the screen without trailing blanks.
    pub fn rows(&self) -> Vec<String> {
        let (buffer, _) = self.frame();
        let row = |y| {
            (0..buffer.area.width)
                .map(|x| buffer[(x, y)].symbol())
                .collect::<String>()
        };
        (0..buffer.area.height)
            .map(|y| row(y).replace('\u{a0}', " ").trim_end().to_owned())
            .collect()
    }

    /// Returns the screen as one text for snapshots, with the cursor below.
    pub fn screen(&self) -> String {
        let (_, cursor) = self.frame();
        format!(
            "{}\n[cursor {},{}]",
            self.rows().join("\n"),
            cursor.x,
            cursor.y
        )
    }

    /// Panics with the reason unless the screen shows this.
    #[track_caller]
    pub fn sees(&mut self, text: &str, because: &str) -> &mut Self {
        let screen = self.rows().join("\n");
        assert!(screen.contains(text), "{because}: no {text:?} on\n{screen}");
        self
    }

    /// Panics with the reason if the screen shows this.
    #[track_caller]
    pub fn sees_no(&mut self, text: &str, because: &str) -> &mut Self {
        let screen = self.rows().join("\n");
        assert!(
            !screen.contains(text),
            "{because}: {text:?} is on\n{screen}"
        );
        self
    }

    #[track_caller]
    fn check_danger(&self, screen: &str) {
        let number = self.app.region().emergency().number;
        let number = number.rsplit('-').next().unwrap();
        assert!(
            screen.contains(number),
            "{number} is always in view:\n{screen}"
        );
    }

    /// Checks that the cursor is on the first letter of the focused item, or at the caret, and that
    /// a text marker says the same (promise 5); and that the emergency number is visible on every
    /// screen large enough.
    #[track_caller]
    fn check_cursor(&self) {
        let Some(layout) = self.app.layout() else {
            return;
        };
        if self.app.is_covered() {
            return;
        }
        let (buffer, cursor) = self.frame();
        let rows = self.rows();
        let screen = rows.join("\n");
        self.check_danger(&screen);
        let at = |x: u16, y: u16| buffer[(x, y)].symbol();
        assert!(
            buffer.area.contains(cursor),
            "the cursor is on the screen: {cursor:?}\n{screen}"
        );
        let inside = |y: u16| y >= layout.body.y && y < layout.body.y + layout.body.height;
        assert!(
            inside(cursor.y),
            "the cursor is in the body: {cursor:?}\n{screen}"
        );
        match self.app.context() {
            Context::Field if self.app.list_length() > 0 => {
                let marked = (0..buffer.area.height).filter(|y| at(0, *y) == ">");
                assert_eq!(
                    marked.count(),
                    1,
                    "the row that Enter takes is marked:\n{screen}"
                );
            }
            Context::Field => {}
            Context::Editor | Context::OwnForm => {
                assert_eq!(at(0, cursor.y), ">", "what is written is marked:\n{screen}");
            }
            Context::Reading | Context::Help => {
                if let Some(link) = self.app.reader().link {
                    // Before its bracket, or before its row.
                    let mut before = (0..cursor.x).map(|x| at(x, cursor.y));
                    assert!(
                        before.any(|cell| cell == ">"),
                        "link {link} is marked:\n{screen}"
                    );
                }
            }
            _ if self.app.list_length() == 0 => {}
            _ => {
                let before = at(0, cursor.y);
                // On the map and in the second column the marker is directly before the words.
                let marked = [
                    before,
                    at(cursor.x - 2, cursor.y),
                    at(cursor.x.saturating_sub(3), cursor.y),
                ];
                assert!(marked.contains(&">"), "the item is marked:\n{screen}");
                // In a narrow window the sign of a bookmark stands directly before the words.
                let goes_on = at(cursor.x - 1, cursor.y).contains(char::is_alphanumeric);
                let is_first = at(cursor.x, cursor.y) != " " && !goes_on;
                assert!(is_first, "on its first letter:\n{screen}");
            }
        }
    }
}

/// Parses keys in their written form.
pub fn parse(keys: &str) -> Vec<Key> {
    let mut parsed = Vec::new();
    let mut rest = keys;
    while let Some(first) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
        if let Some((name, after)) = named {
            parsed.push(named_key(name));
            rest = after;
        } else {
            parsed.push(Key::character(first));
            rest = &rest[first.len_utf8()..];
        }
    }
    parsed
}

fn named_key(name: &str) -> Key {
    if let Some(letter) = name.strip_prefix("c-").and_then(|rest| rest.chars().next()) {
        return Key::control(letter);
    }
    if let Some(name) = name.strip_prefix("a-") {
        return Key::alt(named_key(name).code);
    }
    if let Some(number) = name.strip_prefix('f').and_then(|rest| rest.parse().ok()) {
        return Key::plain(KeyCode::Function(number));
    }
    Key::plain(match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Escape,
        "backspace" => KeyCode::Backspace,
        "delete" => KeyCode::Delete,
        "tab" => KeyCode::Tab,
        "backtab" => KeyCode::BackTab,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "pageup" => KeyCode::PageUp,
        "pagedown" => KeyCode::PageDown,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "space" => KeyCode::Character(' '),
        letter if letter.chars().count() == 1 => KeyCode::Character(letter.chars().next().unwrap()),
        other => panic!("no key is called {other:?}"),
    })
}
