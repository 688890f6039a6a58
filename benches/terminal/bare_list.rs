//! Minimal list with ratatui: its names, and a selected row.

use std::io;
use std::path::Path;

use crossterm::event::{Event, KeyCode, read};
use ratatui::style::Style;
use ratatui::widgets::{List, ListState};

/// Environment variable that makes the benchmark this program: path of the file of names, one a
/// line.
pub const NAMES: &str = "HAVRE_BENCH_NAMES";

/// Shows the names until `q`.
pub fn run(names: &Path) -> io::Result<()> {
    let names = std::fs::read_to_string(names)?;
    let mut terminal = ratatui::try_init()?;
    let mut state = ListState::default().with_selected(Some(0));
    loop {
        terminal.draw(|frame| {
            let list = List::new(names.lines()).highlight_style(Style::new().reversed());
            frame.render_stateful_widget(list, frame.area(), &mut state);
        })?;
        if let Event::Key(key) = read()? {
            match key.code {
                KeyCode::Char('q') => return ratatui::try_restore(),
                KeyCode::Down => state.select_next(),
                KeyCode::Up => state.select_previous(),
                _ => {}
            }
        }
    }
}
