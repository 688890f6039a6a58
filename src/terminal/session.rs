//! Taking the terminal over, and giving it back on every way out.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::{MoveTo, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::queue;
use crossterm::style::{Attribute, SetAttribute, force_color_output};
use crossterm::terminal::{Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};
use rustix::process::{Signal, kill_current_process_group};

use super::canvas::Canvas;
use super::{events, tty};

/// Whether a session holds the terminal. Whoever clears it, restores.
static HELD: AtomicBool = AtomicBool::new(false);

/// Held while a frame is written: one begun before a panic in another thread must not land on the
/// screen that the hook has given back.
static WRITING: Mutex<()> = Mutex::new(());

/// What a terminal needs whatever state it was left in: close the synchronized update, plain
/// attributes, paste off, blank (where there is no alternate screen the last frame would stay),
/// leave the alternate screen, show the cursor.
const RESET: &[u8] = b"\x1b[?2026l\x1b[0m\x1b[?2004l\x1b[H\x1b[J\x1b[?1049l\x1b[?25h";

/// What a size of zero is taken for at the start: a line that tells no size, such as a serial
/// console, never will.
const CUSTOMARY: Size = Size::new(80, 24);

/// The terminal while havre holds it: raw mode, alternate screen, bracketed paste on request.
/// Never the mouse, never focus events, never a question.
///
/// Dropping it gives everything back; so does the hook of [`super::panic`].
#[derive(Debug)]
pub struct Session {
    canvas: Canvas,
    /// Bytes of the frame under way, kept for their allocation.
    frame: Vec<u8>,
    /// Whether the alternate screen was switched on.
    alternate_screen: bool,
    /// Whether bracketed paste was switched on.
    paste: bool,
    /// Whether bracketed paste shall be on from the next frame.
    paste_wanted: bool,
}

impl Session {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// When standard input or output is no terminal, or a session holds it already.
    pub fn enter() -> io::Result<Self> {
        if !tty::is_terminal() {
            return Err(io::Error::new(io::ErrorKind::Unsupported, "not a terminal"));
        }
        let mut size = tty::size()?;
        if size.width == 0 || size.height == 0 {
            size = CUSTOMARY;
        }
        // With NO_COLOR crossterm writes an empty SGR, which cancels reverse video, and the
        // selected row disappears. Which colours to use is the theme's affair.
        force_color_output(true);
        let mut session = Self {
            canvas: Canvas::new(size),
            frame: Vec::new(),
            alternate_screen: false,
            paste: false,
            paste_wanted: false,
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
        self.alternate_screen = true;
        self.paste = false;
        self.canvas.repaint();
        let mut bytes = Vec::new();
        queue!(bytes, EnterAlternateScreen)?;
        tty::write(&bytes)
    }

    /// The size in character cells.
    pub fn size(&self) -> Size {
        self.canvas.size()
    }

    /// Takes the size that [`super::Event::Resize`] tells; the next frame is painted whole.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.canvas.resize(Size::new(columns, rows));
    }

    /// Spells everything in ASCII from now on, one character for one: for a locale that is not UTF-8
    /// ([`super::Capabilities::utf8`]).
    pub fn spell_in_ascii(&mut self) {
        self.canvas.spell_in_ascii();
    }

    /// Whether pasted text shall arrive as one [`super::Event::Paste`]: while a text field has the
    /// focus. Takes effect with the next [`Self::draw`].
    pub fn accept_paste(&mut self, wanted: bool) {
        self.paste_wanted = wanted;
    }

    /// Draws one frame: one write, or none when nothing changed. `view` draws into an empty buffer
    /// and answers where the cursor belongs. Draws nothing while the terminal is given back.
    ///
    /// # Errors
    /// When the terminal refuses the bytes; a hang-up is none, it comes as an event.
    pub fn draw(&mut self, view: impl FnOnce(&mut Buffer) -> Position) -> io::Result<()> {
        if !HELD.load(Ordering::Acquire) {
            return Ok(());
        }
        self.frame.clear();
        self.queue_paste()?;
        self.canvas.paint(&mut self.frame, view)?;
        let written = write_while_held(&self.frame);
        if written.is_err() {
            self.canvas.repaint();
        }
        written
    }

    fn queue_paste(&mut self) -> io::Result<()> {
        match (self.paste, self.paste_wanted) {
            (false, true) => queue!(self.frame, EnableBracketedPaste)?,
            (true, false) => queue!(self.frame, DisableBracketedPaste)?,
            _ => {}
        }
        self.paste = self.paste_wanted;
        Ok(())
    }

    /// Sends the text to the terminal's own clipboard (OSC 52), which may be on the other side of
    /// an SSH link. Whether the terminal took it cannot be known.
    ///
    /// # Errors
    /// When the terminal refuses the bytes.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        let mut bytes = Vec::new();
        queue!(bytes, CopyToClipboard::to_clipboard_from(text))?;
        write_while_held(&bytes)
    }

    /// Gives the terminal back. Errors are ignored: there is nobody left to tell.
    pub fn leave(&mut self) {
        self.give_back(&[]);
    }

    /// Blanks the screen, clears the scrollback and gives the terminal back, in one write.
    pub fn blank_and_leave(&mut self) {
        // Some terminals clear the scrollback of the screen that is showing: ask on both.
        self.give_back(&[Clear(ClearType::Purge)]);
    }

    fn give_back(&mut self, clearing: &[Clear]) {
        if !HELD.swap(false, Ordering::AcqRel) {
            return;
        }
        // First, because on a stalled link the write below may never return.
        tty::leave_raw_mode();
        let mut bytes = Vec::new();
        if self.queue_end(&mut bytes, clearing).is_ok() {
            let _ = tty::write(&bytes);
        }
        self.alternate_screen = false;
        self.paste = false;
    }

    fn queue_end(&self, bytes: &mut Vec<u8>, clearing: &[Clear]) -> io::Result<()> {
        if self.paste {
            queue!(bytes, DisableBracketedPaste)?;
        }
        if self.alternate_screen {
            // Blank first: where there is no alternate screen, the last frame would stay.
            queue!(bytes, SetAttribute(Attribute::Reset), MoveTo(0, 0))?;
            queue!(bytes, Clear(ClearType::FromCursorDown))?;
            for clear in clearing {
                queue!(bytes, clear)?;
            }
            queue!(bytes, LeaveAlternateScreen)?;
            for clear in clearing {
                queue!(bytes, clear)?;
            }
            queue!(bytes, Show)?;
        }
        Ok(())
    }

    /// Gives the terminal back and stops the program, as Ctrl-Z does elsewhere; returns once it is
    /// continued. The next [`Self::draw`] paints everything.
    ///
    /// # Errors
    /// When the terminal cannot be taken over again.
    pub fn suspend(&mut self) -> io::Result<()> {
        self.leave();
        events::forget_continuation();
        // The whole process group: stopping this process alone hangs a wrapper script that waits
        // for it. Not SIGSTOP: without a shell to continue it (`ssh -t host havre`) that freezes
        // for ever, while SIGTSTP is then ignored by the kernel.
        kill_current_process_group(Signal::TSTP)?;
        if events::was_continued() {
            // `Event::Resumed` is on its way, and `resume` with it.
            return Ok(());
        }
        self.resume()
    }

    /// Takes the terminal over again after [`super::Event::Resumed`]. Whoever had it meanwhile may
    /// have changed anything: modes are switched on anew and the next [`Self::draw`] paints
    /// everything.
    ///
    /// # Errors
    /// When the terminal cannot be taken over again.
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

/// Writes, unless the terminal has been given back meanwhile.
fn write_while_held(bytes: &[u8]) -> io::Result<()> {
    let _turn = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    if HELD.load(Ordering::Acquire) {
        tty::write(bytes)
    } else {
        Ok(())
    }
}

/// Gives the terminal back without the session, from whatever thread panicked.
pub(super) fn abandon() {
    if HELD.swap(false, Ordering::AcqRel) {
        tty::leave_raw_mode();
        let _turn = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = tty::write(RESET);
    }
}
