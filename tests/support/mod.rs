//! Runs a program in a real pseudo-terminal and reads its screen.
//!
//! Every wait is for a condition, up to [`DEADLINE`]; when it passes, the panic shows the screen.

pub mod process;
mod proof;
mod tools;

use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use filedescriptor::FileDescriptor;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use tempfile::TempDir;

pub use process::{Process, wait_until};
pub use tools::{find_tool, report};

/// Longer than anything takes on a busy machine; only a failure waits for it.
pub const DEADLINE: Duration = Duration::from_secs(30);

/// Interval at which the reader checks for its end.
const A_MOMENT: Timespec = Timespec {
    tv_sec: 0,
    tv_nsec: 10_000_000,
};

/// Program to run, with its terminal and environment.
pub struct Setup {
    command: CommandBuilder,
    columns: u16,
    rows: u16,
    patience: Duration,
    home: TempDir,
}

impl Setup {
    /// Sets up a program in an 80×24 `xterm-256color` with a UTF-8 locale, an empty home of its
    /// own, and nothing else in its environment but `PATH`.
    pub fn of(program: impl AsRef<Path>) -> Self {
        let home = tempfile::tempdir().unwrap();
        let mut command = CommandBuilder::new(program.as_ref());
        command.env_clear();
        command.env("PATH", std::env::var("PATH").unwrap_or_default());
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        command.env("HOME", home.path());
        command.cwd(home.path());
        Self {
            command,
            columns: 80,
            rows: 24,
            patience: DEADLINE,
            home,
        }
    }

    /// Sets the arguments.
    pub fn args<'a>(mut self, arguments: impl IntoIterator<Item = &'a str>) -> Self {
        self.command.args(arguments);
        self
    }

    /// Sets an environment variable.
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// Writes a file below the home.
    pub fn file(self, path: &str, contents: &str) -> Self {
        let path = self.home.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, contents).unwrap();
        self
    }

    /// Sets the size of the terminal; 0×0 is an unknown size.
    pub fn size(mut self, columns: u16, rows: u16) -> Self {
        (self.columns, self.rows) = (columns, rows);
        self
    }

    /// Sets the time limit of waits, for a wait that must fail.
    pub fn patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Starts the program.
    pub fn start(self) -> Terminal {
        Terminal::start(self)
    }
}

/// Terminal with a program in it.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    /// `None` once hung up.
    pty: Option<Pty>,
    shared: Arc<Shared>,
    patience: Duration,
    home: TempDir,
}

/// Side of the pseudo-terminal that a terminal emulator holds.
struct Pty {
    master: Box<dyn MasterPty + Send>,
    keyboard: FileDescriptor,
    reader: JoinHandle<()>,
}

/// State shared by the reader thread and the test.
#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    screen: vt100::Parser,
    /// All output of the program.
    output: Vec<u8>,
    reading: Reading,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Reading {
    #[default]
    Going,
    Stalled,
    Stopped,
}

impl Terminal {
    fn start(setup: Setup) -> Self {
        let pair = native_pty_system()
            .openpty(pty_size(setup.columns, setup.rows))
            .unwrap();
        let child = pair.slave.spawn_command(setup.command).unwrap();
        drop(pair.slave);
        let shared = Arc::<Shared>::default();
        shared.lock().resize(setup.columns, setup.rows);
        let keyboard = FileDescriptor::dup(&pair.master.as_raw_fd().unwrap()).unwrap();
        let output = FileDescriptor::dup(&keyboard).unwrap();
        let reader = thread::spawn({
            let shared = Arc::clone(&shared);
            move || read(output, &shared)
        });
        let pty = Pty {
            master: pair.master,
            keyboard,
            reader,
        };
        Self {
            child,
            pty: Some(pty),
            shared,
            patience: setup.patience,
            home: setup.home,
        }
    }

    /// Returns the program's process.
    pub fn process(&self) -> Process {
        Process::numbered(self.child.process_id().unwrap())
    }

    /// Returns the program's home.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Types bytes, as a keyboard sends them.
    pub fn send(&mut self, keys: &str) {
        let pty = self.pty.as_mut().expect("hung up");
        pty.keyboard.write_all(keys.as_bytes()).unwrap();
    }

    /// Waits until the screen meets a condition, and panics with the screen at the time limit.
    #[track_caller]
    pub fn wait_for(&self, what: &str, condition: impl Fn(&vt100::Screen) -> bool) {
        self.wait(what, |state| condition(state.screen.screen()));
    }

    /// Waits until this text is on the screen.
    #[track_caller]
    pub fn wait_for_text(&self, text: &str) {
        self.wait_for(text, |screen| screen.contents().contains(text));
    }

    /// Waits until the program has written these bytes.
    #[track_caller]
    pub fn wait_for_bytes(&self, bytes: &str) {
        self.wait_for_output(bytes, |output| contains(output, bytes));
    }

    /// Waits until the output of the program meets a condition.
    #[track_caller]
    pub fn wait_for_output(&self, what: &str, condition: impl Fn(&[u8]) -> bool) {
        self.wait(what, |state| condition(&state.output));
    }

    #[track_caller]
    fn wait(&self, what: &str, condition: impl Fn(&State) -> bool) {
        let patience =
            self.shared
                .changed
                .wait_timeout_while(self.shared.lock(), self.patience, |state| !condition(state));
        let (state, waited) = patience.unwrap_or_else(PoisonError::into_inner);
        assert!(
            !waited.timed_out(),
            "waited in vain for {what:?}; the screen:\n{}",
            state.shown()
        );
    }

    /// Returns the text of the screen, one line a row.
    pub fn contents(&self) -> String {
        self.shared.lock().screen.screen().contents()
    }

    /// Returns all output of the program so far.
    pub fn output(&self) -> Vec<u8> {
        self.shared.lock().output.clone()
    }

    /// Waits until no output arrives for a while, and returns the size of all output. For counting
    /// bytes; never to wait for an event.
    pub fn settled(&self) -> usize {
        let mut before = self.shared.lock().output.len();
        loop {
            let (state, _) = self
                .shared
                .changed
                .wait_timeout_while(self.shared.lock(), Duration::from_millis(300), |state| {
                    state.output.len() == before
                })
                .unwrap_or_else(PoisonError::into_inner);
            if state.output.len() == before {
                return before;
            }
            before = state.output.len();
        }
    }

    /// Resizes the terminal.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.shared.lock().resize(columns, rows);
        let pty = self.pty.as_ref().expect("hung up");
        pty.master.resize(pty_size(columns, rows)).unwrap();
    }

    /// Returns the line settings: raw or cooked, echo, special characters.
    pub fn settings(&self) -> String {
        let pty = self.pty.as_ref().expect("hung up");
        format!("{:?}", pty.master.get_termios().unwrap())
    }

    /// Accepts no further output of the program, like a link that stalls without breaking.
    pub fn stall(&self) {
        self.shared.lock().reading = Reading::Stalled;
    }

    /// Stalls, and makes the program write until it blocks. `key` makes it paint.
    pub fn stick(&mut self, process: Process, key: &str) {
        self.stall();
        wait_until("a stuck write", || {
            // A short write ends before it is observed; only a blocked one stays.
            let stuck = (0..100).all(|_| process.is_writing());
            self.send(if stuck { "" } else { key });
            stuck.then_some(())
        });
    }

    /// Closes the terminal, like a closed window or a lost link.
    pub fn hang_up(&mut self) {
        if let Some(pty) = self.pty.take() {
            self.shared.lock().reading = Reading::Stopped;
            pty.reader.join().unwrap();
        }
    }

    /// Waits for the program to end: returns its exit status, or 128 plus the signal that killed
    /// it.
    #[track_caller]
    pub fn wait_for_end(&mut self) -> u32 {
        let start = Instant::now();
        while start.elapsed() < self.patience {
            if let Some(status) = self.child.try_wait().unwrap() {
                assert_eq!(
                    status.signal(),
                    None,
                    "killed; the screen:\n{}",
                    self.contents()
                );
                return status.exit_code();
            }
            thread::sleep(Duration::from_millis(2));
        }
        panic!("still running; the screen:\n{}", self.shared.lock().shown());
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.hang_up();
        // The program may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn resize(&mut self, columns: u16, rows: u16) {
        if let (Some(columns), Some(rows)) = (NonZeroU16::new(columns), NonZeroU16::new(rows)) {
            self.screen.set_size(rows, columns);
        }
    }

    /// Returns the screen in a frame, for a panic message.
    fn shown(&self) -> String {
        let screen = self.screen.screen();
        let columns = screen.size().1.get();
        let mut shown = String::new();
        for row in screen.rows(0, columns) {
            let _ = writeln!(shown, "  |{row}");
        }
        let _ = write!(shown, "  cursor at {:?}", screen.cursor_position());
        shown
    }
}

/// Feeds the screen until the program has closed its side or the test its own.
fn read(mut output: FileDescriptor, shared: &Shared) {
    let mut bytes = [0; 8192];
    loop {
        let ready = readable(&output);
        // WithheldLine while reading, so that nothing is read after `stall`.
        let mut state = shared.lock();
        match state.reading {
            Reading::Stopped => return,
            Reading::Going if ready => match output.read(&mut bytes) {
                Ok(count) if count > 0 => {
                    state.screen.process(&bytes[..count]);
                    state.output.extend_from_slice(&bytes[..count]);
                    shared.changed.notify_all();
                }
                // Linux returns EIO once the last program has closed the terminal.
                _ => return,
            },
            Reading::Going => {}
            Reading::Stalled => {
                drop(state);
                thread::sleep(Duration::from_millis(5));
            }
        }
    }
}

fn readable(output: &FileDescriptor) -> bool {
    let mut watched = [PollFd::new(output, PollFlags::IN)];
    poll(&mut watched, Some(&A_MOMENT)).is_ok_and(|count| count > 0)
}

fn pty_size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

/// Returns true if the output contains the bytes.
pub fn contains(output: &[u8], bytes: &str) -> bool {
    output
        .windows(bytes.len())
        .any(|window| window == bytes.as_bytes())
}
