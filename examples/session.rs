//! The smallest program on `havre::terminal`: a list of lines, with keys that misbehave on purpose.
//!
//! `tests/terminal.rs` drives it; it also shows how `runtime` is meant to use the module.

use std::io;
use std::process::ExitCode;
use std::sync::mpsc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use havre::terminal::{Event, Session, events, panic};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::{Modifier, Style};

/// What the program knows.
#[derive(Default)]
struct List {
    /// The selected line.
    selected: u16,
    /// The last thing that came in, for the tests to see.
    last: String,
    /// Set when the program shall end, with its exit status.
    ended: Option<u8>,
}

fn main() -> ExitCode {
    panic::install_hook("The example stopped.".to_owned());
    match run() {
        Ok(status) => ExitCode::from(status),
        Err(_) => ExitCode::from(4),
    }
}

fn run() -> io::Result<u8> {
    let mut session = Session::enter()?;
    let (sender, inbox) = mpsc::channel::<Event>();
    events::start(&sender)?;
    let mut list = List::default();
    loop {
        session.draw(|buffer| view(&list, buffer))?;
        let Ok(event) = inbox.recv() else {
            return Ok(4);
        };
        for event in std::iter::once(event).chain(inbox.try_iter()) {
            update(&mut list, &mut session, &sender, event)?;
        }
        if let Some(status) = list.ended {
            return Ok(status);
        }
    }
}

fn update(
    list: &mut List,
    session: &mut Session,
    sender: &mpsc::Sender<Event>,
    event: Event,
) -> io::Result<()> {
    match event {
        Event::Key(key) => press(list, session, sender, key)?,
        Event::Paste(text) => list.last = format!("pasted {text:?}"),
        Event::Resize { columns, rows } => session.resize(columns, rows),
        Event::Signal(signal) => list.ended = u8::try_from(128 + signal).ok(),
        Event::HangUp => list.ended = Some(129),
        Event::Resumed => {
            "resumed".clone_into(&mut list.last);
            session.resume()?;
        }
        Event::Panicked => list.ended = Some(101),
    }
    Ok(())
}

fn press(
    list: &mut List,
    session: &mut Session,
    sender: &mpsc::Sender<Event>,
    key: KeyEvent,
) -> io::Result<()> {
    list.last = format!("{:?} {:?}", key.modifiers, key.code);
    match (key.modifiers, key.code) {
        (KeyModifiers::CONTROL, KeyCode::Char('x')) => {
            session.blank_and_leave();
            list.ended = Some(0);
        }
        (KeyModifiers::CONTROL, KeyCode::Char('z')) => session.suspend()?,
        (_, KeyCode::Char('q')) => list.ended = Some(0),
        (_, KeyCode::Char('p')) => misbehave(),
        (_, KeyCode::Char('w')) => events::spawn("worker", sender, |_| misbehave())?,
        (_, KeyCode::Char('y')) => session.copy("1-800-222-8477")?,
        (_, KeyCode::Char('t')) => session.accept_paste(true),
        (_, KeyCode::Char('T')) => session.accept_paste(false),
        (_, KeyCode::Char('r')) => session.resize(session.size().width, session.size().height),
        (_, KeyCode::Down) => list.selected = list.selected.saturating_add(1),
        (_, KeyCode::Up) => list.selected = list.selected.saturating_sub(1),
        _ => {}
    }
    Ok(())
}

#[expect(clippy::panic, reason = "to see what is left on the screen afterwards")]
fn misbehave() {
    panic!("what the worker typed");
}

fn view(list: &List, buffer: &mut Buffer) -> Position {
    let area = buffer.area;
    for row in area.rows() {
        let chosen = row.y == list.selected;
        let marker = if chosen { "> " } else { "  " };
        let mut style = Style::new();
        if chosen {
            style = style.add_modifier(Modifier::REVERSED);
        }
        let text = format!("{marker}line {}", row.y);
        buffer.set_stringn(0, row.y, text, usize::from(area.width), style);
    }
    if let Some(last) = area.rows().next_back() {
        let text = format!("{}x{} {}", area.width, area.height, list.last);
        buffer.set_stringn(0, last.y, text, usize::from(area.width), Style::new());
    }
    Position::new(0, list.selected)
}
