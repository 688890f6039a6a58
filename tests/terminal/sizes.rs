//! Window sizes, including none, and many changes in a row.

use super::program;
use super::support::Terminal;

/// Waits until the screen is painted in this width: the region is at the right edge of the head.
#[track_caller]
fn wait_for_width(terminal: &Terminal, columns: usize) {
    terminal.wait_for(&format!("{columns} columns"), |screen| {
        let contents = screen.contents();
        let head = contents.lines().next().unwrap_or_default();
        head.ends_with("Ontario") && head.chars().count() == columns - 1
    });
}

#[test]
fn a_terminal_that_was_told_no_size_is_taken_for_a_customary_one() {
    let mut terminal = program::setup().size(0, 0).start();
    wait_for_width(&terminal, 80);
    terminal.resize(100, 30);
    wait_for_width(&terminal, 100);
    terminal.send("q");
    assert_eq!(terminal.wait_for_end(), 0);
}

#[test]
fn a_storm_of_sizes_ends_with_the_last_one_painted() {
    let mut terminal = program::start();
    let sizes = [
        (0, 0),
        (1, 1),
        (500, 200),
        (0, 24),
        (80, 0),
        (2, 1),
        (1, 50),
        (37, 11),
        (65, 40),
    ];
    for round in 1..20 {
        for (columns, rows) in sizes {
            terminal.resize(columns, rows);
        }
        terminal.resize(80 + round, 24);
        wait_for_width(&terminal, usize::from(80 + round));
    }
    terminal.send("q");
    assert_eq!(terminal.wait_for_end(), 0);
}

#[test]
fn the_smallest_terminals_are_lived_in() {
    for (columns, rows) in [(1, 1), (2, 1), (1, 2)] {
        let mut terminal = program::setup().size(columns, rows).start();
        terminal.wait_for_bytes("\x1b[?2026l");
        terminal.send("\x1b[B\x1b[Bq");
        assert_eq!(terminal.wait_for_end(), 0, "{columns}x{rows}");
    }
}
