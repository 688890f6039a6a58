//! Hang-up: the program ends with its terminal, however it was started, and without using the
//! processor.

use std::process::Command;
use std::time::Duration;

use super::program;
use super::support::{Process, Terminal, find_tool};

/// crossterm's reader alone with a dead terminal uses all of a processor.
const LITTLE: Duration = Duration::from_millis(100);

/// Shell that survives the hang-up, like the one between `ssh -t host wrapper` and the program.
const IGNORING: &str = r#"trap '' HUP; "$0" "$@"; sleep 1000"#;

#[track_caller]
fn assert_goes_with_its_terminal(mut terminal: Terminal, program: Process) {
    let before = program.processor_time().unwrap();
    terminal.hang_up();
    let used = program.wait_until_ended().saturating_sub(before);
    assert!(used <= LITTLE, "it used {used:?} since the hang-up");
}

#[test]
fn as_session_leader() {
    let terminal = program::start();
    let process = terminal.process();
    assert_goes_with_its_terminal(terminal, process);
}

#[test]
fn under_a_shell_that_ignores_the_signal() {
    let terminal = program::painted(program::script(IGNORING));
    let process = terminal.process().child();
    assert_goes_with_its_terminal(terminal, process);
}

#[test]
fn with_its_output_stuck() {
    let mut terminal = program::painted(program::script(IGNORING));
    let process = terminal.process().child();
    terminal.stick(process, "\x0c");
    assert_goes_with_its_terminal(terminal, process);
}

#[test]
fn with_the_status_of_the_signal() {
    let status = tempfile::NamedTempFile::new().unwrap();
    let script = format!(
        r#"trap '' HUP; "$0" "$@"; echo $? >{}"#,
        status.path().display()
    );
    let mut terminal = program::painted(program::script(&script));
    terminal.hang_up();
    terminal.process().wait_until_ended();
    assert_eq!(std::fs::read_to_string(status.path()).unwrap(), "129\n");
}

#[test]
fn inside_tmux() {
    if find_tool("tmux").is_none() {
        return;
    }
    let tmux = Tmux::start();
    let process = Process::numbered(
        tmux.ask(&["list-panes", "-F", "#{pane_pid}"])
            .parse()
            .unwrap(),
    );
    super::support::wait_until("the program's screen", || {
        tmux.ask(&["capture-pane", "-p"])
            .contains(program::FIRST)
            .then_some(())
    });
    let before = process.processor_time().unwrap();
    tmux.ask(&["kill-pane"]);
    let used = process.wait_until_ended().saturating_sub(before);
    assert!(used <= LITTLE, "it used {used:?} since the hang-up");
}

/// Private tmux with the program in its only pane.
struct Tmux {
    socket: tempfile::TempDir,
}

impl Tmux {
    fn start() -> Self {
        let tmux = Self {
            socket: tempfile::tempdir().unwrap(),
        };
        // A second window makes the server outlive the pane.
        tmux.ask(&["-f", "/dev/null", "new-session", "-d", "sleep 1000"]);
        let mut window = vec!["new-window", program::PATH];
        window.extend(program::ARGUMENTS);
        tmux.ask(&window);
        tmux
    }

    fn ask(&self, arguments: &[&str]) -> String {
        let mut command = Command::new("tmux");
        command
            .env_remove("TMUX")
            .env("LC_ALL", "C.UTF-8")
            .env("HOME", self.socket.path());
        let output = command
            .arg("-S")
            .arg(self.socket.path().join("s"))
            .args(arguments)
            .output();
        String::from_utf8(output.unwrap().stdout)
            .unwrap()
            .trim_end()
            .to_owned()
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        self.ask(&["kill-server"]);
    }
}
