//! All events of the terminal, on one channel.
//!
//! Three threads, each blocked in one system call, so that an idle program costs nothing: one reads
//! keys, one waits for signals, one waits for a hang-up. The last two end the program themselves if
//! the main thread does not within `GRACE`: it may be blocked in a write on a stalled link.

use std::io;
use std::sync::Arc;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use ratatui::layout::Size;
use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH, SIGXFSZ};
use signal_hook::iterator::Signals;

use super::input::Burst;
use super::keyboard::{self, Urgent};
use super::tty;
use crate::keys::Key;

/// Time for the main thread to end by itself once requested. The whole shutdown must take less than
/// a second.
const GRACE: Duration = Duration::from_millis(800);

/// Exit status after the terminal went away: 128 plus SIGHUP.
pub const HUNG_UP: u8 = 129;
/// Exit status of a Rust program that panicked.
pub const PANICKED: u8 = 101;

/// Set by the signal handler itself, before any thread learns of it.
static CONTINUED: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// Event of the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed, or repeats.
    Key(Key),
    /// Pasted text, unchanged: control characters and newlines included.
    Paste(String),
    /// Text arrived too fast to be typed: a paste without brackets, or type-ahead.
    Burst(Burst),
    /// The [`super::alarm`] went off.
    Idle,
    /// The terminal has a new size, in character cells.
    Resize {
        /// The new width.
        columns: u16,
        /// The new height.
        rows: u16,
    },
    /// A signal requests the end: leave, and exit with 128 plus its number.
    Signal(i32),
    /// The terminal is gone: exit with 129. No further output reaches the tty.
    HangUp,
    /// The program was stopped and continued: call [`super::Session::resume`].
    Resumed,
    /// A thread started by [`spawn`] panicked and the message was written: exit with 101.
    Panicked,
}

/// Starts sending events into the channel, until the program ends. Must be called once, after
/// [`super::Session::enter`]. The keys in `urgent` take effect at once.
///
/// # Errors
/// If a thread cannot be started or a signal not be caught.
pub fn start<Message>(inbox: &Sender<Message>, urgent: Urgent) -> io::Result<()>
where
    Message: From<Event> + Send + 'static,
{
    signal_hook::flag::register(SIGCONT, Arc::clone(&CONTINUED))?;
    let signals = Signals::new([SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGCONT, SIGWINCH])?;
    // A terminal without a size often gets one at this moment, before the signal handler is
    // installed.
    if tty::last_size() != tty::size()? {
        let _ = inbox.send(resize()?.into());
    }
    spawn("signals", inbox, |inbox| forward_signals(signals, inbox))?;
    spawn("hang-up", inbox, watch_for_hang_up)?;
    spawn("input", inbox, move |inbox| {
        keyboard::read_input(inbox, &urgent);
    })
}

/// Makes a write beyond the limit of a file's size fail, instead of killing the program with the
/// terminal raw.
///
/// # Errors
/// If the signal cannot be caught.
pub fn survive_size_limit() -> io::Result<()> {
    signal_hook::flag::register(SIGXFSZ, Arc::default()).map(drop)
}

/// Starts a thread whose panic ends the program; the program would otherwise wait for its answer
/// without end.
///
/// # Errors
/// If the system cannot start a thread.
pub fn spawn<Message>(
    name: &str,
    inbox: &Sender<Message>,
    work: impl FnOnce(&Sender<Message>) + Send + 'static,
) -> io::Result<()>
where
    Message: From<Event> + Send + 'static,
{
    let witness = Witness(inbox.clone());
    let thread = thread::Builder::new().name(name.to_owned());
    thread.spawn(move || work(&witness.0)).map(drop)
}

/// Notifies the main thread when its own thread panics.
struct Witness<Message: From<Event>>(Sender<Message>);

impl<Message: From<Event>> Drop for Witness<Message> {
    fn drop(&mut self) {
        if thread::panicking() {
            end_with(&self.0, Event::Panicked, PANICKED.into());
        }
    }
}

/// Requests the end from the main thread, and ends the program if the request is not met.
pub(super) fn end_with<Message: From<Event>>(
    inbox: &Sender<Message>,
    event: Event,
    status: i32,
) -> ! {
    // Without a receiver the main thread is already ending.
    let _ = inbox.send(event.into());
    thread::sleep(GRACE);
    tty::leave_raw_mode();
    // `process::exit` would wait if the main thread is itself stuck in it.
    signal_hook::low_level::exit(status)
}

pub(super) fn forward_signals<Message: From<Event>>(mut signals: Signals, inbox: &Sender<Message>) {
    for signal in &mut signals {
        let event = match signal {
            SIGCONT => Ok(Event::Resumed),
            SIGWINCH => resize(),
            _ => end_with(inbox, Event::Signal(signal), 128 + signal),
        };
        // Without a terminal there is no size, and the hang-up is reported elsewhere.
        if let Ok(event) = event {
            let _ = inbox.send(event.into());
        }
    }
}

fn resize() -> io::Result<Event> {
    let Size {
        width: columns,
        height: rows,
    } = tty::size()?;
    Ok(Event::Resize { columns, rows })
}

/// SIGHUP is not enough: it never arrives if a shell in between ignores it.
pub(super) fn watch_for_hang_up<Message: From<Event>>(inbox: &Sender<Message>) {
    if tty::wait_until_gone() {
        end_with(inbox, Event::HangUp, 128 + SIGHUP);
    }
}

/// Clears the record of a continuation, before a stop.
pub(super) fn forget_continuation() {
    CONTINUED.store(false, Ordering::SeqCst);
}

/// Returns true if the program was continued since [`forget_continuation`], so that an
/// [`Event::Resumed`] follows.
pub(super) fn was_continued() -> bool {
    CONTINUED.load(Ordering::SeqCst)
}
