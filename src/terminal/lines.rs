//! Input by lines instead of keys: for a terminal left in its normal mode, and for pipes. The
//! terminal itself edits the line until Enter.
//!
//! As with keys, each thread blocks in one system call, and the program ends within a second of a
//! signal or a hang-up whatever the main thread does.

use std::io::{self, BufRead, IsTerminal as _};
use std::sync::LazyLock;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};

use ratatui::layout::Size;
use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH};
use signal_hook::iterator::Signals;

use super::ascii;
use super::events::{self, Event};
use super::tty;

/// Longest accepted line in bytes; the rest of a longer one is dropped.
const LONGEST: usize = 4096;

/// Typed or piped input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// A line, without its end.
    Line {
        /// Content of the line.
        text: String,
        /// True if the line was too long and `text` is its beginning.
        cut: bool,
    },
    /// End of the input.
    End,
}

/// Requests the next line. A line is read only after the last one is answered: faster input stays
/// in the pipe, not in memory.
#[derive(Debug)]
pub struct Next(SyncSender<()>);

impl Next {
    /// Requests the next line.
    pub fn ask(&self) {
        // The reader may have ended.
        let _ = self.0.try_send(());
    }
}

/// Starts sending events of the terminal into the channel, and the first line; further lines on
/// request, until the program ends.
///
/// # Errors
/// If a thread cannot be started or a signal not be caught.
pub fn start<Message>(inbox: &Sender<Message>) -> io::Result<Next>
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
    let (next, asked) = mpsc::sync_channel(1);
    events::spawn("input", inbox, move |inbox| {
        read_lines(&mut io::stdin().lock(), inbox, &asked);
    })?;
    Ok(Next(next))
}

fn read_lines<Message: From<Typed>>(
    input: &mut impl BufRead,
    inbox: &Sender<Message>,
    asked: &Receiver<()>,
) {
    loop {
        let typed = match read_line(input, tty::wait_for_input) {
            Ok(Some(line)) => line.typed(),
            Ok(None) | Err(_) => Typed::End,
        };
        let ended = typed == Typed::End;
        // A pipe with a closed reader has ended; the end of a terminal is reported elsewhere.
        if ended && is_gone() {
            return;
        }
        if inbox.send(typed.into()).is_err() || ended || asked.recv().is_err() {
            return;
        }
    }
}

/// A line without its end.
#[derive(Debug, Default)]
struct Line {
    bytes: Vec<u8>,
    /// True if the rest of the line was dropped.
    cut: bool,
}

impl Line {
    fn add(&mut self, bytes: &[u8]) {
        let room = LONGEST - self.bytes.len();
        self.cut |= bytes.len() > room;
        self.bytes
            .extend_from_slice(&bytes[..bytes.len().min(room)]);
    }

    fn typed(mut self) -> Typed {
        if self.cut {
            // Removes half a letter at the cut.
            if let Err(error) = str::from_utf8(&self.bytes)
                && error.error_len().is_none()
            {
                self.bytes.truncate(error.valid_up_to());
            }
        }
        Typed::Line {
            text: text(&self.bytes),
            cut: self.cut,
        }
    }
}

/// Reads the next line; `None` at the end of the input. Another program on the same terminal may
/// have made it non-blocking: then `wait` blocks until input is available.
fn read_line(input: &mut impl BufRead, wait: impl Fn()) -> io::Result<Option<Line>> {
    let mut line: Option<Line> = None;
    loop {
        let bytes = match input.fill_buf() {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                wait();
                continue;
            }
            Err(error) => return Err(error),
        };
        if bytes.is_empty() {
            return Ok(line);
        }
        let end = bytes.iter().position(|byte| *byte == b'\n');
        let read = end.unwrap_or(bytes.len());
        line.get_or_insert_default().add(&bytes[..read]);
        input.consume(read + usize::from(end.is_some()));
        if end.is_some() {
            return Ok(line);
        }
    }
}

/// Decodes the line. Bytes that are not UTF-8 are decoded as Latin-1, the other encoding of
/// terminals in Canada.
fn text(line: &[u8]) -> String {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    match str::from_utf8(line) {
        Ok(text) => text.to_owned(),
        Err(_) => line.iter().copied().map(char::from).collect(),
    }
}

/// Returns the size of the window that shows the output; `None` without a window, or if it reports
/// no size.
pub fn window() -> Option<Size> {
    if !io::stdout().is_terminal() {
        return None;
    }
    tty::size()
        .ok()
        .filter(|size| size.width > 0 && size.height > 0)
}

/// Returns true if lines are typed at a terminal, false if they come from a pipe.
pub fn is_typed() -> bool {
    // Cached: after a hang-up a terminal is no longer reported as one.
    static TYPED: LazyLock<bool> = LazyLock::new(|| io::stdin().is_terminal());
    *TYPED
}

/// Returns true if the terminal is gone.
pub fn is_gone() -> bool {
    is_typed() && tty::is_gone()
}

/// Writes text; only ASCII if the locale requires it.
///
/// # Errors
/// If the output cannot be written; [`io::ErrorKind::BrokenPipe`] if the reader is gone. After a
/// hang-up nothing is written.
pub fn write(text: &str, ascii: bool) -> io::Result<()> {
    if is_gone() {
        return Ok(());
    }
    let spelled = if ascii {
        ascii::spelled(text)
    } else {
        text.to_owned()
    };
    tty::write_to(io::stdout(), spelled.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the lines of an input; the last one requests no further line.
    fn read(input: impl io::Read, asked: usize) -> Vec<Typed> {
        let (inbox, lines) = mpsc::channel();
        let (next, answered) = mpsc::sync_channel(asked);
        for _ in 0..asked {
            next.send(()).unwrap();
        }
        drop(next);
        read_lines(&mut io::BufReader::new(input), &inbox, &answered);
        lines.try_iter().collect()
    }

    fn line(text: &str) -> Typed {
        Typed::Line {
            text: text.to_owned(),
            cut: false,
        }
    }

    #[test]
    fn lines_end_in_any_way_and_may_be_latin() {
        let lines = "région\n\n".bytes().chain(*b"r\xe9gion\r\nend");
        let expected = ["région", "", "région", "end"].map(line);
        let lines: Vec<u8> = lines.collect();
        assert_eq!(read(&lines[..], 9)[..4], expected);
        assert_eq!(read(&lines[..], 9)[4..], [Typed::End]);
    }

    #[test]
    fn no_line_is_read_before_it_is_requested() {
        assert_eq!(read(&b"1\n2\n3\n"[..], 0), [line("1")]);
        assert_eq!(read(&b"1\n2\n3\n"[..], 1), [line("1"), line("2")]);
    }

    #[test]
    fn the_rest_of_a_line_that_is_too_long_is_not_a_command() {
        // The last letter has two bytes, and one byte is left.
        let long = "a".repeat(LONGEST - 1) + "é\u{e9}quit";
        let lines = format!("{long}\n{}\nb\n", "c".repeat(LONGEST));
        let cut = Typed::Line {
            text: "a".repeat(LONGEST - 1),
            cut: true,
        };
        let expected = [cut, line(&"c".repeat(LONGEST)), line("b"), Typed::End];
        assert_eq!(read(lines.as_bytes(), 9), expected);
    }

    /// Input that interrupts each read once.
    struct Hindered<'a>(&'a [u8], Vec<io::ErrorKind>);

    impl io::Read for Hindered<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            match self.1.pop() {
                Some(kind) => Err(kind.into()),
                None => self.0.read(buffer),
            }
        }
    }

    #[test]
    fn a_nonblocking_input_has_not_ended() {
        use io::ErrorKind::{Interrupted, Other, WouldBlock};
        let waited = std::cell::Cell::new(0);
        let wait = || waited.set(waited.get() + 1);
        let read = |hindrances: &[io::ErrorKind]| {
            let input = Hindered(b"halifax\n", hindrances.to_vec());
            let line = read_line(&mut io::BufReader::new(input), wait);
            line.map(|line| line.unwrap_or_default().bytes)
        };
        let line = read(&[WouldBlock, Interrupted, WouldBlock]).unwrap();
        assert_eq!((line.as_slice(), waited.get()), (&b"halifax"[..], 2));
        assert!(read(&[Other]).is_err(), "anything else ends it");
    }
}
