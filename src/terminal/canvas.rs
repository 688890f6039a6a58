//! The frame on the terminal, the next frame, and the bytes that lead from one to the other.

use std::io;
use std::mem;

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::{ascii, wire};

/// Largest size that is accepted; a mistaken `stty` must not cost gigabytes.
const LARGEST: Size = Size::new(1024, 512);

/// Two buffers. Ratatui's own `Terminal` is unsuitable: it writes 25 bytes when nothing changed,
/// opens `/dev/tty` on every draw and asks for the cursor's position to clear.
#[derive(Debug)]
pub struct Canvas {
    /// Present content of the terminal.
    shown: Buffer,
    /// The next frame.
    next: Buffer,
    /// Present position of the terminal's cursor.
    cursor: Option<Position>,
    /// True if the terminal may differ from `shown`.
    stale: bool,
    /// True if only ASCII may be written.
    ascii: bool,
}

impl Canvas {
    /// Creates a canvas for a terminal in an unknown state.
    pub fn new(size: Size) -> Self {
        let mut canvas = Self {
            shown: Buffer::default(),
            next: Buffer::default(),
            cursor: None,
            stale: true,
            ascii: false,
        };
        canvas.resize(size);
        canvas
    }

    /// Returns the size in character cells.
    pub fn size(&self) -> Size {
        self.next.area.as_size()
    }

    /// Sets the terminal's new size. The next frame is painted whole even if the size did not
    /// change: the terminal may have cut off or moved its content in between.
    pub fn resize(&mut self, size: Size) {
        let width = size.width.min(LARGEST.width);
        let height = size.height.min(LARGEST.height);
        let area = Rect::new(0, 0, width, height);
        self.shown.resize(area);
        self.next.resize(area);
        self.repaint();
    }

    /// Restricts output to ASCII.
    pub fn spell_in_ascii(&mut self) {
        self.ascii = true;
    }

    /// Makes the next frame a complete repaint.
    pub fn repaint(&mut self) {
        self.stale = true;
    }

    /// Draws the next frame and appends the bytes that show it: none when nothing changed.
    ///
    /// `view` draws into an empty buffer and returns the position of the cursor.
    pub fn paint(
        &mut self,
        bytes: &mut Vec<u8>,
        view: impl FnOnce(&mut Buffer) -> Position,
    ) -> io::Result<()> {
        self.next.reset();
        let cursor = within(self.next.area, view(&mut self.next));
        if self.next.area.is_empty() {
            return Ok(());
        }
        if self.ascii {
            self.next.content.iter_mut().for_each(ascii::spell);
        }
        wire::normalize(&mut self.next);
        if self.stale {
            self.shown.reset();
        }
        if self.stale || self.shown.diff_iter(&self.next).next().is_some() {
            self.queue_frame(bytes, cursor)?;
        } else if self.cursor != Some(cursor) {
            queue!(bytes, MoveTo(cursor.x, cursor.y))?;
        }
        mem::swap(&mut self.shown, &mut self.next);
        self.cursor = Some(cursor);
        self.stale = false;
        Ok(())
    }

    /// Hides the cursor during the update; otherwise it would race over the screen on a slow link.
    fn queue_frame(&self, bytes: &mut Vec<u8>, cursor: Position) -> io::Result<()> {
        queue!(bytes, BeginSynchronizedUpdate, Hide)?;
        if self.stale {
            queue!(bytes, Clear(ClearType::All))?;
        }
        wire::encode(bytes, &self.shown, &self.next)?;
        queue!(
            bytes,
            MoveTo(cursor.x, cursor.y),
            Show,
            EndSynchronizedUpdate
        )
    }
}

/// Returns the nearest position inside the area.
fn within(area: Rect, position: Position) -> Position {
    Position {
        x: position.x.min(area.right().saturating_sub(1)),
        y: position.y.min(area.bottom().saturating_sub(1)),
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::{Modifier, Style};

    use super::*;

    fn paint(canvas: &mut Canvas, view: impl FnOnce(&mut Buffer) -> Position) -> String {
        let mut bytes = Vec::new();
        canvas.paint(&mut bytes, view).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    fn hello(buffer: &mut Buffer) -> Position {
        buffer.set_string(0, 0, "hello", Style::new());
        Position::new(2, 0)
    }

    #[test]
    fn an_unchanged_frame_costs_nothing() {
        let mut canvas = Canvas::new(Size::new(10, 3));
        assert!(paint(&mut canvas, hello).contains("hello"));
        assert_eq!(paint(&mut canvas, hello), "");
    }

    #[test]
    fn a_moved_cursor_costs_the_move_alone() {
        let mut canvas = Canvas::new(Size::new(10, 3));
        paint(&mut canvas, hello);
        let moved = paint(&mut canvas, |buffer| {
            hello(buffer);
            Position::new(4, 0)
        });
        assert_eq!(moved, "\x1b[1;5H");
    }

    #[test]
    fn a_frame_is_one_synchronized_update_and_ends_with_the_cursor_shown_in_its_place() {
        let mut canvas = Canvas::new(Size::new(10, 3));
        let frame = paint(&mut canvas, hello);
        assert!(
            frame.starts_with("\x1b[?2026h\x1b[?25l\x1b[2J"),
            "{frame:?}"
        );
        assert!(
            frame.ends_with("\x1b[1;3H\x1b[?25h\x1b[?2026l"),
            "{frame:?}"
        );
    }

    #[test]
    fn only_changes_are_written() {
        let mut canvas = Canvas::new(Size::new(80, 24));
        paint(&mut canvas, hello);
        let frame = paint(&mut canvas, |buffer| {
            let cursor = hello(buffer);
            buffer.set_string(0, 9, "you", Style::new());
            cursor
        });
        assert!(
            frame.contains("you") && !frame.contains("hello"),
            "{frame:?}"
        );
        assert!(!frame.contains("\x1b[2J"), "no second clearing: {frame:?}");
    }

    #[test]
    fn a_resize_to_the_same_size_still_paints_everything() {
        let mut canvas = Canvas::new(Size::new(10, 3));
        let first = paint(&mut canvas, hello);
        canvas.resize(Size::new(10, 3));
        assert_eq!(paint(&mut canvas, hello), first);
    }

    #[test]
    fn a_terminal_without_size_is_painted_once_it_has_one() {
        for size in [Size::new(0, 0), Size::new(0, 24), Size::new(80, 0)] {
            let mut canvas = Canvas::new(size);
            assert_eq!(paint(&mut canvas, |_| Position::new(7, 7)), "", "{size}");
            canvas.resize(Size::new(80, 24));
            assert!(paint(&mut canvas, hello).contains("hello"), "{size}");
        }
    }

    #[test]
    fn an_ascii_terminal_gets_only_ascii() {
        let mut canvas = Canvas::new(Size::new(20, 1));
        canvas.spell_in_ascii();
        let frame = paint(&mut canvas, |buffer| {
            buffer.set_string(0, 0, "Québec│漢", Style::new());
            Position::ORIGIN
        });
        assert!(frame.contains("Quebec|?"), "{frame:?}");
    }

    #[test]
    fn the_cursor_stays_on_the_screen() {
        let mut canvas = Canvas::new(Size::new(1, 1));
        let frame = paint(&mut canvas, |_| Position::new(40, 40));
        assert!(frame.contains("\x1b[1;1H"), "{frame:?}");
    }

    #[test]
    fn an_absurd_size_is_cut() {
        let canvas = Canvas::new(Size::new(u16::MAX, u16::MAX));
        assert_eq!(canvas.size(), LARGEST);
    }

    #[test]
    fn reverse_video_is_never_followed_by_an_empty_reset_before_its_text() {
        let mut canvas = Canvas::new(Size::new(10, 1));
        let frame = paint(&mut canvas, |buffer| {
            buffer.set_string(
                0,
                0,
                "chosen",
                Style::new().add_modifier(Modifier::REVERSED),
            );
            Position::ORIGIN
        });
        assert!(frame.contains("\x1b[7mchosen"), "{frame:?}");
    }
}
