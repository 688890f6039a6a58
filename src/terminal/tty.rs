//! File descriptors of the terminal: raw mode, size, output, and hang-up detection.
//!
//! The state is global because the terminal is: the panic hook and the threads that end a stuck
//! program need it without a [`super::Session`].

use std::io::{self, IsTerminal, Write as _};
use std::os::fd::AsFd;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::alarm;
use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcgetwinsize, tcsetattr};

/// Set once the terminal is known to be gone; never cleared.
static GONE: AtomicBool = AtomicBool::new(false);

/// Line settings to restore; `None` while they are in force.
static BEFORE_RAW: Mutex<Option<Termios>> = Mutex::new(None);

/// Last known size of the terminal.
static LAST_SIZE: Mutex<Size> = Mutex::new(Size::ZERO);

/// Events that `poll` reports, requested or not, if the other end is closed.
const CLOSED: PollFlags = PollFlags::HUP.union(PollFlags::ERR);

const AT_ONCE: Timespec = Timespec {
    tv_sec: 0,
    tv_nsec: 0,
};

/// Returns true if both keyboard and screen are a terminal.
pub fn is_terminal() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Returns true if the other end of the terminal is closed.
pub fn is_gone() -> bool {
    if !GONE.load(Ordering::Relaxed) && hung_up(Some(&AT_ONCE)) {
        GONE.store(true, Ordering::Relaxed);
    }
    GONE.load(Ordering::Relaxed)
}

/// Blocks until the other end of the terminal is closed. Returns false if that cannot be watched.
pub fn wait_until_gone() -> bool {
    let gone = hung_up(None);
    GONE.fetch_or(gone, Ordering::Relaxed);
    gone
}

/// Polls for no event: only a hang-up ends the wait.
fn hung_up(timeout: Option<&Timespec>) -> bool {
    let stdin = io::stdin();
    let mut watched = [PollFd::from_borrowed_fd(stdin.as_fd(), PollFlags::empty())];
    loop {
        match poll(&mut watched, timeout) {
            Err(Errno::INTR) => {}
            Err(_) => return false,
            Ok(_) => return watched[0].revents().intersects(CLOSED),
        }
    }
}

/// Blocks until input is available or the terminal is gone.
pub fn wait_for_input() {
    let stdin = io::stdin();
    let mut watched = [PollFd::from_borrowed_fd(stdin.as_fd(), PollFlags::IN)];
    // The next read reports the result.
    let _ = poll(&mut watched, None);
}

/// Result of a wait for the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waited {
    /// Number of bytes read; zero at the end of the input.
    Read(usize),
    /// Nothing came within the limit.
    Nothing,
    /// The alarm went off.
    Alarm,
}

/// Reads input that arrives within `limit`.
///
/// # Errors
/// If the terminal is gone or refuses.
pub fn read(buffer: &mut [u8], limit: Option<Duration>) -> io::Result<Waited> {
    let limit = limit.and_then(|limit| Timespec::try_from(limit).ok());
    let stdin = io::stdin();
    let keyboard = PollFd::from_borrowed_fd(stdin.as_fd(), PollFlags::IN);
    let timer = alarm::fd().map(|timer| PollFd::from_borrowed_fd(timer, PollFlags::IN));
    let mut watched: Vec<_> = [keyboard].into_iter().chain(timer).collect();
    if poll(&mut watched, limit.as_ref())? == 0 {
        return Ok(Waited::Nothing);
    }
    if watched[0].revents().is_empty() {
        alarm::take();
        return Ok(Waited::Alarm);
    }
    match rustix::io::read(&stdin, buffer) {
        Ok(count) => Ok(Waited::Read(count)),
        // Another program that shares the terminal can have made it non-blocking, and read first.
        Err(Errno::AGAIN) => Err(io::ErrorKind::Interrupted.into()),
        Err(error) => Err(error.into()),
    }
}

/// Returns the size in character cells, without opening `/dev/tty` and without starting `tput`.
///
/// # Errors
/// If standard output is no terminal.
pub fn size() -> io::Result<Size> {
    let size = tcgetwinsize(io::stdout())?;
    let size = Size::new(size.ws_col, size.ws_row);
    *LAST_SIZE.lock().unwrap_or_else(PoisonError::into_inner) = size;
    Ok(size)
}

/// Returns the last result of [`size`].
pub fn last_size() -> Size {
    *LAST_SIZE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Switches to raw mode, and saves the present settings unless some are saved already.
///
/// After a stop by another program (`kill -STOP`) shells restore our own raw settings before they
/// continue the program: saving those would leave the worker with a raw shell at the end.
pub fn enter_raw_mode() -> io::Result<()> {
    let mut before = before_raw();
    let mut settings = match before.as_ref() {
        Some(settings) => settings.clone(),
        None => tcgetattr(io::stdin())?,
    };
    let remembered = settings.clone();
    settings.make_raw();
    tcsetattr(io::stdin(), OptionalActions::Now, &settings)?;
    *before = Some(remembered);
    Ok(())
}

/// Restores the line settings. `Now`, because draining would wait for a stalled link.
pub fn leave_raw_mode() {
    if let Some(settings) = before_raw().take() {
        // After a hang-up there is nothing to restore.
        let _ = tcsetattr(io::stdin(), OptionalActions::Now, &settings);
    }
}

fn before_raw() -> MutexGuard<'static, Option<Termios>> {
    BEFORE_RAW.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Writes all bytes, in one system call unless the terminal accepts only a part; nothing once the
/// terminal is gone.
///
/// Bypasses `Stdout`'s buffer and lock: a thread blocked in a write on a stalled link must not
/// block the panic hook.
pub fn write(bytes: &[u8]) -> io::Result<()> {
    if is_gone() {
        return Ok(());
    }
    match write_to(io::stdout(), bytes) {
        Err(_) if is_gone() => Ok(()),
        written => written,
    }
}

/// Writes all bytes to any descriptor. Another program on the same terminal may have made it
/// non-blocking: then waits until the terminal accepts the rest.
pub fn write_to(output: impl AsFd, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(&output, bytes) {
            Ok(written) => bytes = &bytes[written..],
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) => wait_until_writable(&output)?,
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Writes a few bytes if the terminal accepts them within `limit`, otherwise nothing: a stalled
/// link must not block a thread.
pub fn write_within(bytes: &[u8], limit: Duration) {
    let stdout = io::stdout();
    let mut watched = [PollFd::from_borrowed_fd(stdout.as_fd(), PollFlags::OUT)];
    let limit = Timespec::try_from(limit).unwrap_or(AT_ONCE);
    if poll(&mut watched, Some(&limit)).is_ok_and(|ready| ready > 0) && !is_gone() {
        // A terminal that is ready has room for more than this.
        let _ = rustix::io::write(&stdout, bytes);
    }
}

fn wait_until_writable(output: impl AsFd) -> io::Result<()> {
    let mut watched = [PollFd::from_borrowed_fd(output.as_fd(), PollFlags::OUT)];
    match poll(&mut watched, None) {
        Ok(_) | Err(Errno::INTR) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Writes a line to standard error, ignoring errors; nothing once the terminal is gone.
pub fn say(text: &str) {
    if !is_gone() {
        let _ = io::stderr().write_all(text.as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;
    use std::thread;

    use rustix::fs::{OFlags, fcntl_setfl};

    use super::*;

    #[test]
    fn nothing_is_lost_if_the_output_is_full() {
        let (mut far, near) = io::pipe().unwrap();
        fcntl_setfl(&near, OFlags::NONBLOCK).unwrap();
        // Far more than the system buffers for a slow reader.
        let text = "0123456789abcdef".repeat(1 << 16).into_bytes();
        let written = text.clone();
        let writer = thread::spawn(move || write_to(&near, &written));
        let mut read = Vec::new();
        far.read_to_end(&mut read).unwrap();
        writer.join().unwrap().unwrap();
        assert!(read == text, "{} of {} bytes", read.len(), text.len());
    }

    #[test]
    fn a_closed_reader_is_an_error() {
        let (far, near) = io::pipe().unwrap();
        drop(far);
        let error = write_to(&near, b"text").unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
    }
}
