//! Tour of the README: a scripted session of the real App with the real content, as an asciicast
//! (<https://docs.asciinema.org/manual/asciicast/v2/>), at a fixed time. It is played back into a terminal.
//! `HAVRE_PICTURES=draw cargo test --test screens tour` records it again.

use havre::app::{Action, update};
use havre::i18n::Language;
use ratatui::backend::{Backend as _, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use serde_json::{Value, json};

use super::journey::parse;
use super::pictures::{SIZE, app, drawn};

/// Where the tour is kept.
const PATH: &str = "docs/tour.cast";

/// Keys of the session, each with the pause before the next, in milliseconds.
const SESSION: [(&str, u32); 10] = [
    ("", 3000),
    ("/", 800),
    ("he choked her an hour ago", 4000),
    ("<down>", 1000),
    ("<down>", 2000),
    ("<enter>", 5000),
    ("L", 4000),
    ("L", 1500),
    ("<esc>", 1500),
    ("1", 4000),
];

/// Pause between two letters, in milliseconds.
const LETTER: u32 = 90;

/// Frame of the session: its time in milliseconds, the screen and the cursor.
struct Frame {
    time: u32,
    screen: Buffer,
    cursor: Position,
}

/// Plays the session, and returns each frame.
fn frames() -> Vec<Frame> {
    let mut app = app(Language::En);
    let (mut time, mut frames) = (0, Vec::new());
    let mut add = |app: &_, time| {
        let (screen, cursor) = drawn(app);
        frames.push(Frame {
            time,
            screen,
            cursor,
        });
    };
    for (keys, pause) in SESSION {
        let keys = parse(keys);
        for key in &keys {
            update(&mut app, Action::Key(*key));
            add(&app, time);
            time += LETTER;
        }
        if keys.is_empty() {
            add(&app, time);
        }
        time += pause;
    }
    frames
}

/// Returns the codes that change one screen into the next.
fn codes(before: &Buffer, frame: &Frame) -> String {
    let mut bytes = Vec::new();
    let mut backend = CrosstermBackend::new(&mut bytes);
    backend
        .draw(before.diff(&frame.screen).into_iter())
        .unwrap();
    backend.set_cursor_position(frame.cursor).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// Writes the session as an asciicast.
fn cast(frames: &[Frame]) -> String {
    let (width, height) = SIZE;
    let title = "havre: the right number, at this hour";
    let head = json!({"version": 2, "width": width, "height": height, "title": title});
    let mut lines = vec![head.to_string()];
    let mut before = Buffer::empty(frames[0].screen.area);
    for frame in frames {
        let time = f64::from(frame.time) / 1000.0;
        lines.push(json!([time, "o", codes(&before, frame)]).to_string());
        before = frame.screen.clone();
    }
    lines.join("\n") + "\n"
}

/// Returns the rows of a screen as text, without blanks at their ends.
fn rows(screen: &Buffer) -> String {
    let rows = screen.content.chunks(usize::from(screen.area.width));
    let rows = rows.map(|row| row.iter().map(Cell::symbol).collect::<String>());
    let rows: Vec<String> = rows.map(|row| row.trim_end().to_owned()).collect();
    rows.join("\n").trim_end().to_owned()
}

#[test]
fn the_tour_is_the_session_of_today_and_plays_back() {
    // An environment without colours would give another tour.
    crossterm::style::force_color_output(true);
    let frames = frames();
    let recorded = cast(&frames);
    if std::env::var_os("HAVRE_PICTURES").is_some() {
        std::fs::write(PATH, &recorded).unwrap();
    }
    let kept = std::fs::read_to_string(PATH).unwrap_or_default();
    assert!(
        kept == recorded,
        "{PATH} is out of date; look at the new one: HAVRE_PICTURES=draw cargo test --test screens tour"
    );
    let (width, height) = SIZE;
    let mut terminal = vt100::Parser::new(height.try_into().unwrap(), width.try_into().unwrap(), 0);
    let mut time = 0.0;
    let events = kept.lines().skip(1);
    for (event, frame) in events.zip(&frames) {
        let event: Value = serde_json::from_str(event).unwrap();
        assert!(event[0].as_f64() >= Some(time), "time goes on");
        time = event[0].as_f64().unwrap();
        terminal.process(event[2].as_str().unwrap().as_bytes());
        let shown = terminal.screen().contents();
        let shown: Vec<&str> = shown.lines().map(str::trim_end).collect();
        assert_eq!(
            shown.join("\n").trim_end(),
            rows(&frame.screen),
            "at {time} s"
        );
        let cursor = (frame.cursor.y, frame.cursor.x);
        assert_eq!(terminal.screen().cursor_position(), cursor, "at {time} s");
    }
    assert_eq!(kept.lines().count(), frames.len() + 1);
    assert!(std::fs::read_to_string("README.md").unwrap().contains(PATH));
}
