//! Session: takes over the terminal, and restores it on every exit.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::clipboard::CopyToClipboard;
use crossterm::queue;
use crossterm::style::force_color_output;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};
use rustix::process::{Signal, kill_current_process_group};

use super::canvas::Canvas;
use super::{events, tty};

/// True while a session holds the terminal. The thread that clears it restores the terminal.
static HELD: AtomicBool = AtomicBool::new(false);

/// Held while a frame is written: a frame begun before a panic in another thread must not appear on
/// the screen that the hook has restored.
static WRITING: Mutex<()> = Mutex::new(());

/// True if letters go to a text field.
static TYPING: AtomicBool = AtomicBool::new(false);

/// True from the time the input thread blanks the screen until the main thread has handled the key:
/// nothing is drawn.
static BLANKED: AtomicBool = AtomicBool::new(false);

/// True if the terminal's clipboard holds copied text.
static COPIED: AtomicBool = AtomicBool::new(false);

/// Asks the terminal to clear its clipboard (OSC 52): data that is not base64 clears it.
const FORGET: &[u8] = b"\x1b]52;c;!\x07";

/// Switches to the alternate screen and enables bracketed paste, always: outside a field pasted
/// text must not act as keys.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h";

/// Resets a terminal in any state: ends the synchronized update, resets attributes, disables
/// bracketed paste, clears (without an alternate screen the last frame would stay), leaves the
/// alternate screen, shows the cursor.
const RESET: &[u8] = b"\x1b[?2026l\x1b[0m\x1b[?2004l\x1b[H\x1b[J\x1b[?1049l\x1b[?25h";

/// Like [`RESET`], and clears the scrollback. Some terminals clear only that of the visible screen,
/// so both are cleared.
const RESET_AND_CLEAR: &[u8] =
    b"\x1b[?2026l\x1b[0m\x1b[?2004l\x1b[H\x1b[J\x1b[3J\x1b[?1049l\x1b[3J\x1b[?25h";

/// Ends a sequence that a frame may have left open, and blanks the screen.
const BLANK: &[u8] = b"\x18\x1b[?2026l\x1b[0m\x1b[2J\x1b[H";

/// Time limit of the input thread for the frame that the main thread is writing.
const FRAME: Duration = Duration::from_millis(10);

/// Time limit of the input thread until the terminal accepts output.
const ROOM: Duration = Duration::from_millis(10);

/// Size used in place of zero at the start: a line that reports no size, such as a serial console,
/// never will.
const CUSTOMARY: Size = Size::new(80, 24);

/// Session with the terminal: raw mode, alternate screen, bracketed paste. Never the mouse, focus
/// events, or queries.
///
/// Dropping it restores the terminal; so does the hook of [`super::panic`].
#[derive(Debug)]
pub struct Session {
    canvas: Canvas,
    /// Bytes of the present frame; the allocation is reused.
    frame: Vec<u8>,
}

impl Session {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// If standard input or output is no terminal, or another session holds it.
    pub fn enter() -> io::Result<Self> {
        if !tty::is_terminal() {
            return Err(io::Error::new(io::ErrorKind::Unsupported, "not a terminal"));
        }
        let mut size = tty::size()?;
        if size.width == 0 || size.height == 0 {
            size = CUSTOMARY;
        }
        // With NO_COLOR crossterm writes an empty SGR, which cancels reverse video, and the
        // selected row disappears. The theme chooses the colours.
        force_color_output(true);
        let mut session = Self {
            canvas: Canvas::new(size),
            frame: Vec::new(),
        };
        session.take_over()?;
        Ok(session)
    }

    fn take_over(&mut self) -> io::Result<()> {
        if HELD.swap(true, Ordering::AcqRel) {
            return Err(io::Error::new(io::ErrorKind::AlreadyExists, "held already"));
        }
        self.switch_on()
    }

    fn switch_on(&mut self) -> io::Result<()> {
        tty::enter_raw_mode()?;
        self.canvas.repaint();
        tty::write(ENTER)
    }

    /// Returns the size in character cells.
    pub fn size(&self) -> Size {
        self.canvas.size()
    }

    /// Sets the size of an [`super::Event::Resize`]; the next frame is painted whole.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.canvas.resize(Size::new(columns, rows));
    }

    /// Restricts output to ASCII, one character for one: for a locale other than UTF-8
    /// ([`super::Capabilities::utf8`]).
    pub fn spell_in_ascii(&mut self) {
        self.canvas.spell_in_ascii();
    }

    /// Sets whether letters go to a text field. Outside of one the input thread holds letters back
    /// for a few milliseconds to tell a paste.
    pub fn expect_text(&mut self, expected: bool) {
        TYPING.store(expected, Ordering::Relaxed);
    }

    /// Draws again after the input thread blanked the screen; the next frame is painted whole.
    pub fn uncover(&mut self) {
        if BLANKED.swap(false, Ordering::AcqRel) {
            self.canvas.repaint();
        }
    }

    /// Draws one frame: one write, or none when nothing changed. `view` draws into an empty buffer
    /// and returns the position of the cursor. Draws nothing while the terminal is restored.
    ///
    /// # Errors
    /// If the terminal refuses the bytes. A hang-up is not an error; it is reported as an event.
    pub fn draw(&mut self, view: impl FnOnce(&mut Buffer) -> Position) -> io::Result<()> {
        if !HELD.load(Ordering::Acquire) || BLANKED.load(Ordering::Acquire) {
            return Ok(());
        }
        self.frame.clear();
        self.canvas.paint(&mut self.frame, view)?;
        let written = write_while_held(&self.frame);
        if written.is_err() {
            self.canvas.repaint();
        }
        written
    }

    /// Copies text to the terminal's own clipboard (OSC 52), which may be on the other side of an
    /// SSH link. The terminal does not report success.
    ///
    /// # Errors
    /// If the terminal refuses the bytes.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        let mut bytes = Vec::new();
        queue!(bytes, CopyToClipboard::to_clipboard_from(text))?;
        COPIED.store(true, Ordering::Release);
        write_while_held(&bytes)
    }

    /// Asks the terminal to clear the copied text. There is no confirmation.
    ///
    /// # Errors
    /// If the terminal refuses the bytes.
    pub fn forget_copy(&mut self) -> io::Result<()> {
        if COPIED.swap(false, Ordering::AcqRel) {
            write_while_held(FORGET)?;
        }
        Ok(())
    }

    /// Restores the terminal. Errors are ignored: they cannot be reported.
    pub fn leave(&mut self) {
        give_back(RESET);
    }

    /// Blanks the screen, clears the scrollback and restores the terminal, in one write.
    pub fn blank_and_leave(&mut self) {
        give_back(RESET_AND_CLEAR);
    }

    /// Restores the terminal and stops the program, like Ctrl-Z; returns once it is continued. The
    /// next [`Self::draw`] paints everything.
    ///
    /// # Errors
    /// If the terminal cannot be taken over again.
    pub fn suspend(&mut self) -> io::Result<()> {
        self.leave();
        events::forget_continuation();
        // Stops the whole process group: stopping this process alone hangs a wrapper script that
        // waits for it. SIGSTOP would freeze a program without a shell to continue it (`ssh -t host
        // havre`); the kernel ignores SIGTSTP then.
        kill_current_process_group(Signal::TSTP)?;
        if events::was_continued() {
            // `Event::Resumed` will arrive and lead to `resume`.
            return Ok(());
        }
        self.resume()
    }

    /// Takes the terminal over again after [`super::Event::Resumed`]. Another program may have
    /// changed any setting: modes are set again and the next [`Self::draw`] paints everything.
    ///
    /// # Errors
    /// If the terminal cannot be taken over again.
    pub fn resume(&mut self) -> io::Result<()> {
        HELD.store(true, Ordering::Release);
        self.canvas.resize(tty::size()?);
        self.switch_on()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.leave();
    }
}

/// Writes, unless the terminal was restored or blanked meanwhile.
fn write_while_held(bytes: &[u8]) -> io::Result<()> {
    let _turn = turn();
    if HELD.load(Ordering::Acquire) && !BLANKED.load(Ordering::Acquire) {
        tty::write(bytes)
    } else {
        Ok(())
    }
}

fn turn() -> MutexGuard<'static, ()> {
    WRITING.lock().unwrap_or_else(PoisonError::into_inner)
}

fn give_back(reset: &[u8]) {
    if HELD.swap(false, Ordering::AcqRel) {
        // First, because on a stalled link the write below may never return.
        tty::leave_raw_mode();
        let _ = tty::write(&with_clipboard(reset));
    }
}

/// Returns the bytes, with those that clear the clipboard if it holds copied text.
fn with_clipboard(reset: &[u8]) -> Vec<u8> {
    let forget = COPIED.swap(false, Ordering::AcqRel);
    let forget = if forget { FORGET } else { &[] };
    [reset, forget].concat()
}

/// Restores the terminal without the session, from any thread that panicked.
pub(super) fn abandon() {
    if HELD.swap(false, Ordering::AcqRel) {
        tty::leave_raw_mode();
        let _turn = turn();
        let _ = tty::write(RESET);
    }
}

/// Returns true if letters go to a text field.
pub(super) fn is_typing() -> bool {
    TYPING.load(Ordering::Relaxed)
}

/// Blanks the screen, clears the scrollback and restores the terminal, from the input thread:
/// within [`FRAME`] and [`ROOM`], whatever the main thread does.
pub(super) fn clear_and_restore() {
    HELD.store(false, Ordering::Release);
    tty::leave_raw_mode();
    let _turn = turn_within(FRAME);
    let mut bytes = BLANK.to_vec();
    bytes.extend(with_clipboard(RESET_AND_CLEAR));
    tty::write_within(&bytes, ROOM);
}

/// Blanks the screen from the input thread, within the same limits; [`Session::uncover`] ends it.
pub(super) fn blank() {
    if HELD.load(Ordering::Acquire) && !BLANKED.swap(true, Ordering::AcqRel) {
        let _turn = turn_within(FRAME);
        tty::write_within(BLANK, ROOM);
    }
}

/// Acquires the right to write within a time limit; on a stalled link a frame may never end.
fn turn_within(limit: Duration) -> Option<MutexGuard<'static, ()>> {
    let start = Instant::now();
    loop {
        match WRITING.try_lock() {
            Ok(turn) => return Some(turn),
            Err(TryLockError::Poisoned(error)) => return Some(error.into_inner()),
            Err(TryLockError::WouldBlock) if start.elapsed() >= limit => return None,
            Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(1)),
        }
    }
}
