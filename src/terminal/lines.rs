//! Lines instead of keys: for a terminal that stays as it is, and for pipes. The terminal itself edits
//! the line until Enter.
//!
//! As with keys, each thread is blocked in one system call, and the program ends within a second of a
//! signal or a hang-up whatever the main thread does.

use std::io::{self, BufRead as _, IsTerminal as _, Read as _, Write as _};
use std::sync::LazyLock;
use std::sync::mpsc::Sender;

use ratatui::layout::Size;
use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH};
use signal_hook::iterator::Signals;

use super::ascii;
use super::events::{self, Event};
use super::tty;

/// The longest line that is read, in bytes; what stands behind it is another line.
const LONGEST: u64 = 4096;

/// Something that was typed, or piped in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// A line, without its end.
    Line(String),
    /// There will be no more.
    End,
}

/// Starts to send lines and what happens to the terminal into the channel, until the program ends.
///
/// # Errors
/// When a thread cannot be started or a signal not be caught.
pub fn start<Message>(inbox: &Sender<Message>) -> io::Result<()>
where
    Message: From<Event> + From<Typed> + Send + 'static,
{
    let signals = Signals::new([SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGCONT, SIGWINCH])?;
    events::spawn("signals", inbox, |inbox| {
        events::forward_signals(signals, inbox);
    })?;
    if is_typed() {
        events::spawn("hang-up", inbox, events::watch_for_hang_up)?;
    }
    events::spawn("input", inbox, read_lines)
}

fn read_lines<Message: From<Event> + From<Typed>>(inbox: &Sender<Message>) {
    let mut stdin = io::stdin().lock();
    loop {
        let mut bytes = Vec::new();
        let read = stdin.by_ref().take(LONGEST).read_until(b'\n', &mut bytes);
        let typed = match read {
            Ok(1..) => Typed::Line(text(&bytes)),
            Ok(0) | Err(_) => Typed::End,
        };
        let ended = typed == Typed::End;
        // A pipe whose other end is closed has ended; a terminal's is told elsewhere.
        if ended && is_gone() {
            return;
        }
        if inbox.send(typed.into()).is_err() || ended {
            return;
        }
    }
}

/// The line as text. What is no UTF-8 is taken for Latin-1, the other encoding that terminals in
/// Canada speak.
fn text(line: &[u8]) -> String {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    match str::from_utf8(line) {
        Ok(text) => text.to_owned(),
        Err(_) => line.iter().copied().map(char::from).collect(),
    }
}

/// The size of the window that output goes to; `None` where it goes to no window, or to one that does
/// not say.
pub fn window() -> Option<Size> {
    if !io::stdout().is_terminal() {
        return None;
    }
    tty::size()
        .ok()
        .filter(|size| size.width > 0 && size.height > 0)
}

/// Whether lines are typed at a terminal, rather than piped in.
pub fn is_typed() -> bool {
    // Asked once: past a hang-up a terminal no longer says that it is one.
    static TYPED: LazyLock<bool> = LazyLock::new(|| io::stdin().is_terminal());
    *TYPED
}

/// Whether there is a terminal no more.
pub fn is_gone() -> bool {
    is_typed() && tty::is_gone()
}

/// Writes text, in ASCII alone where the locale shows nothing else.
///
/// # Errors
/// When it cannot be written; [`io::ErrorKind::BrokenPipe`] where nobody reads on. Past a hang-up
/// nothing is written.
pub fn write(text: &str, ascii: bool) -> io::Result<()> {
    if is_gone() {
        return Ok(());
    }
    let spelled = if ascii {
        ascii::spelled(text)
    } else {
        text.to_owned()
    };
    let mut stdout = io::stdout().lock();
    stdout.write_all(spelled.as_bytes())?;
    stdout.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_in_any_way_and_may_be_latin() {
        assert_eq!(text("région\n".as_bytes()), "région");
        assert_eq!(text(b"r\xe9gion\r\n"), "région");
        assert_eq!(text(b"\n"), "");
    }
}
