//! Encoder of the changes between two pictures, in as few bytes as an old terminal understands.
//!
//! Ratatui's crossterm backend needs about twice as many: twelve for a colour instead of five, a
//! cursor movement where the letters between are shorter, a space for each cell that becomes blank.

use std::io::{self, Write as _};

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use unicode_width::UnicodeWidthStr as _;

use super::look::Look;

/// Erases the rest of the row.
const ERASE_REST: &[u8] = b"\x1b[K";

/// Normalizes a picture for [`encode`]. Blanks that look alike become equal: a colour, boldness or
/// no-break property of a space is invisible. The second half of a wide character becomes different
/// from a blank: terminals differ in how they paint it once the character is gone.
pub fn normalize(buffer: &mut Buffer) {
    let width = usize::from(buffer.area.width.max(1));
    for row in buffer.content.chunks_mut(width) {
        let mut hidden = 0;
        for cell in row {
            if hidden > 0 {
                cell.reset();
                cell.set_symbol("");
                hidden -= 1;
            } else {
                hidden = columns(cell) - 1;
                if is_blank(cell) {
                    cell.reset();
                }
            }
        }
    }
}

fn is_blank(cell: &Cell) -> bool {
    matches!(cell.symbol(), " " | "\u{a0}") && Look::of(cell).is_unseen_on_blanks()
}

/// Appends the changes from `shown` to `next`, both normalized. Starts and ends with plain
/// attributes; the cursor ends anywhere.
pub fn encode(bytes: &mut Vec<u8>, shown: &Buffer, next: &Buffer) -> io::Result<()> {
    let mut pen = Pen {
        bytes: Vec::new(),
        at: None,
        look: Look::PLAIN,
    };
    let changes: Vec<_> = shown.diff_iter(next).collect();
    for row in changes.chunk_by(|one, other| one.1 == other.1) {
        let (mut partly, mut anew) = (pen.lifted(), pen.lifted());
        partly.change(next, row)?;
        anew.write_anew(next, row[0].0, row[0].1)?;
        let shorter = if anew.bytes.len() < partly.bytes.len() {
            anew
        } else {
            partly
        };
        pen.bytes.extend(shorter.bytes);
        (pen.at, pen.look) = (shorter.at, shorter.look);
    }
    pen.set_attributes(Look::PLAIN)?;
    bytes.append(&mut pen.bytes);
    Ok(())
}

/// Returns the column from which a row is plain and blank.
fn blank_from(buffer: &Buffer, y: u16) -> u16 {
    let last = buffer
        .area
        .columns()
        .rev()
        .find(|column| buffer[(column.x, y)] != Cell::EMPTY);
    last.map_or(0, |column| column.x + columns(&buffer[(column.x, y)]))
}

fn columns(cell: &Cell) -> u16 {
    u16::try_from(cell.symbol().width()).unwrap_or(1).max(1)
}

/// Writer of the terminal's output, with its position and attributes.
struct Pen {
    bytes: Vec<u8>,
    /// `None` where terminals disagree: after the last column, and at the start.
    at: Option<Position>,
    look: Look,
}

impl Pen {
    /// Returns an empty pen with the same position and attributes.
    const fn lifted(&self) -> Self {
        Self {
            bytes: Vec::new(),
            at: self.at,
            look: self.look,
        }
    }

    /// Writes the changes of a row.
    fn change(&mut self, next: &Buffer, row: &[(u16, u16, &Cell)]) -> io::Result<()> {
        let end = blank_from(next, row[0].1);
        let within = row.partition_point(|(x, ..)| *x < end);
        let (written, blanked) = row.split_at(within);
        for change in written {
            self.write(next, change)?;
        }
        self.blank(next, blanked)
    }

    /// Erases a row from a column on and writes its content. Shorter than the changes if wide gaps
    /// between columns had letters before.
    fn write_anew(&mut self, next: &Buffer, from: u16, y: u16) -> io::Result<()> {
        self.set_attributes(Look::PLAIN)?;
        self.go(next, Position::new(from, y))?;
        self.bytes.write_all(ERASE_REST)?;
        for x in from..next.area.right() {
            let cell = &next[(x, y)];
            if *cell != Cell::EMPTY && !cell.symbol().is_empty() {
                self.write(next, &(x, y, cell))?;
            }
        }
        Ok(())
    }

    fn put(&mut self, cell: &Cell) -> io::Result<()> {
        if !self.suits(cell) {
            self.set_attributes(Look::of(cell))?;
        }
        self.bytes.write_all(cell.symbol().as_bytes())?;
        if let Some(at) = &mut self.at {
            at.x += columns(cell);
        }
        Ok(())
    }

    /// Returns true if the cell can be painted with the present attributes: blanks between two
    /// words need no change.
    fn suits(&self, cell: &Cell) -> bool {
        Look::of(cell) == self.look || (*cell == Cell::EMPTY && self.look.is_unseen_on_blanks())
    }

    /// Moves the cursor by the shortest way, possibly by rewriting unchanged letters.
    fn go(&mut self, next: &Buffer, to: Position) -> io::Result<()> {
        let from = self.at.filter(|at| at.x < next.area.right());
        self.at = Some(to);
        let way = match from {
            Some(from) if from == to => return Ok(()),
            Some(from) if from.y == to.y && from.x < to.x => self
                .letters_between(next, from, to.x)
                .unwrap_or_else(|| forward(to.x - from.x)),
            Some(from) if from.y + 1 == to.y => {
                let start = Position::new(0, to.y);
                let letters = self.letters_between(next, start, to.x);
                let way = letters.unwrap_or_else(|| forward(to.x));
                shorter(format!("\r\n{way}"), jump(to))
            }
            _ => jump(to),
        };
        self.bytes.write_all(way.as_bytes())
    }

    /// Returns the letters between, if rewriting them is shorter than moving over them.
    fn letters_between(&self, next: &Buffer, from: Position, to: u16) -> Option<String> {
        if usize::from(to - from.x) > forward(to - from.x).len() {
            return None;
        }
        let cells = (from.x..to).map(|x| &next[(x, from.y)]);
        let mut letters = String::new();
        for cell in cells {
            if cell.symbol().len() != 1 || !self.suits(cell) {
                return None;
            }
            letters.push_str(cell.symbol());
        }
        Some(letters)
    }

    /// Blanks the cells at the end of a row.
    fn blank(&mut self, next: &Buffer, cells: &[(u16, u16, &Cell)]) -> io::Result<()> {
        let (Some(first), Some(last)) = (cells.first(), cells.last()) else {
            return Ok(());
        };
        if usize::from(last.0 - first.0) < ERASE_REST.len() {
            return cells.iter().try_for_each(|change| self.write(next, change));
        }
        // Plain attributes: many terminals erase with the present ones.
        self.set_attributes(Look::PLAIN)?;
        self.go(next, Position::new(first.0, first.1))?;
        self.bytes.write_all(ERASE_REST)
    }

    fn write(&mut self, next: &Buffer, (x, y, cell): &(u16, u16, &Cell)) -> io::Result<()> {
        self.go(next, Position::new(*x, *y))?;
        self.put(cell)
    }

    /// Changes the attributes by the shorter of two ways: the differences, or a reset with
    /// everything.
    fn set_attributes(&mut self, look: Look) -> io::Result<()> {
        if look == self.look {
            return Ok(());
        }
        write!(self.bytes, "\x1b[{}m", look.codes_after(self.look))?;
        self.look = look;
        Ok(())
    }
}

fn shorter(one: String, other: String) -> String {
    if other.len() < one.len() { other } else { one }
}

fn forward(columns: u16) -> String {
    match columns {
        0 => String::new(),
        1 => "\x1b[C".to_owned(),
        _ => format!("\x1b[{columns}C"),
    }
}

fn jump(to: Position) -> String {
    match (to.x, to.y) {
        (0, 0) => "\x1b[H".to_owned(),
        (0, y) => format!("\x1b[{}H", y + 1),
        (x, y) => format!("\x1b[{};{}H", y + 1, x + 1),
    }
}

#[cfg(test)]
mod tests;
