//! The program under test.

use std::path::PathBuf;

use super::support::{Setup, Terminal};

/// Where the program is.
pub fn path() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let profile = test.ancestors().nth(2).unwrap();
    profile.join("examples/session")
}

/// The program by itself.
pub fn setup() -> Setup {
    Setup::of(path())
}

/// The program by itself, once it has painted.
pub fn start() -> Terminal {
    painted(setup())
}

/// A shell that gets these arguments, with the program's path in `$0`.
pub fn shell(arguments: &[&str]) -> Setup {
    Setup::of("/bin/sh")
        .args(arguments.iter().copied())
        .args([path().to_str().unwrap()])
}

/// The program, however it is started, once it has painted.
pub fn painted(setup: Setup) -> Terminal {
    let terminal = setup.start();
    wait_until_painted(&terminal);
    terminal
}

/// Waits until the whole of the screen is there.
#[track_caller]
pub fn wait_until_painted(terminal: &Terminal) {
    terminal.wait_for("the program's screen", |screen| {
        screen.alternate_screen() && screen.contents().starts_with("> line 0")
    });
}
