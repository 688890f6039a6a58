//! Attempts to escape the confinement, in debug builds only: a test runs these in the program and
//! checks that each is refused.
#![cfg(debug_assertions)]

use std::fs;
use std::io::{self, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream, UdpSocket};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Command, ExitCode};

use rustix::fs::{MemfdFlags, memfd_create};
use rustix::process::{Signal, getppid, kill_process};

/// Tries each escape from this thread and from a new one, and prints the results.
///
/// `others` is a folder that is not the worker's.
pub fn rehearse(others: &Path) -> anyhow::Result<ExitCode> {
    let here = attempts(others);
    let folder = others.to_owned();
    let there = std::thread::spawn(move || attempts(&folder));
    let there = there
        .join()
        .map_err(|_| anyhow::anyhow!("a thread panicked"))?;
    for (thread, outcomes) in [("main", here), ("other", there)] {
        for (what, outcome) in outcomes {
            writeln!(io::stdout(), "{thread}: {what}: {}", told(&outcome))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn attempts(others: &Path) -> Vec<(&'static str, io::Result<()>)> {
    let mut shell = Command::new("/bin/sh");
    vec![
        ("read a system file", fs::read("/etc/passwd").map(drop)),
        ("list the root", fs::read_dir("/").map(drop)),
        ("list others", fs::read_dir(others).map(drop)),
        ("write elsewhere", fs::write(others.join("planted"), "")),
        ("run a shell", shell.args(["-c", "exit"]).status().map(drop)),
        (
            "listen",
            TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map(drop),
        ),
        (
            "connect",
            TcpStream::connect((Ipv4Addr::LOCALHOST, 9)).map(drop),
        ),
        (
            "send by UDP",
            UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).map(drop),
        ),
        (
            "reach a socket file",
            UnixStream::connect(others.join("socket")).map(drop),
        ),
        (
            "make a program in memory",
            memfd_create("program", MemfdFlags::empty())
                .map(drop)
                .map_err(Into::into),
        ),
        (
            "open to all",
            fs::set_permissions(others, fs::Permissions::from_mode(0o777)),
        ),
        ("signal another", signal_parent()),
    ]
}

/// Sends the parent a signal without effect.
fn signal_parent() -> io::Result<()> {
    let parent = getppid().ok_or(io::ErrorKind::NotFound)?;
    Ok(kill_process(parent, Signal::CONT)?)
}

fn told(outcome: &io::Result<()>) -> String {
    match outcome {
        Ok(()) => "POSSIBLE".to_owned(),
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => "refused".to_owned(),
        Err(error) => format!("failed otherwise: {error}"),
    }
}
