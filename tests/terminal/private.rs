//! No socket, no child process, no file except the worker's own, according to the system.

use std::collections::HashMap;

use super::confined::landlock;
use super::program;
use super::support::{Setup, find_tool};

/// Calls that open a way out, and calls that write.
const WATCHED: &str = "trace=%network,%process,open,openat,openat2,creat,rename,renameat,renameat2,\
     link,linkat,mkdir,mkdirat,prctl,landlock_restrict_self";

/// Runs a journey with a bookmark, and returns its system calls and its home.
fn journey() -> Option<(Vec<String>, String)> {
    let strace = find_tool("strace")?;
    let log = tempfile::NamedTempFile::new().unwrap();
    let arguments = [
        "-f",
        // Prints the path of each handle.
        "-y",
        "-e",
        WATCHED,
        "-o",
        log.path().to_str().unwrap(),
        program::PATH,
    ];
    let setup = Setup::of(strace)
        .args(arguments)
        .args(program::ARGUMENTS)
        // Makes the confined program read a time zone.
        .env("TZ", "America/Halifax");
    let mut terminal = program::painted(setup);
    terminal.send("4halifax\r");
    terminal.wait_for_text("b bookmark");
    terminal.send("b");
    terminal.wait_for_text("*");
    for tab in ["1", "2", "3", "5"] {
        terminal.send(tab);
        terminal.wait_for_text(&format!("[{tab} "));
    }
    terminal.resize(100, 40);
    terminal.send("q");
    assert_eq!(terminal.wait_for_end(), 0);
    let log = std::fs::read_to_string(log.path()).unwrap();
    Some((whole_calls(&log), terminal.home().display().to_string()))
}

/// Joins calls that strace wrote in two lines because of another thread.
fn whole_calls(log: &str) -> Vec<String> {
    let mut begun = HashMap::new();
    let mut calls = Vec::new();
    for line in log.lines() {
        let (thread, call) = line.split_once(' ').unwrap_or((line, ""));
        let call = call.trim_start();
        if let Some(start) = call.strip_suffix("<unfinished ...>") {
            begun.insert(thread, start);
        } else if let Some((_, end)) = call
            .strip_prefix("<... ")
            .and_then(|rest| rest.split_once(" resumed>"))
        {
            let start = begun.remove(thread).unwrap_or_default();
            calls.push(format!("{thread} {start}{end}"));
        } else {
            calls.push(line.to_owned());
        }
    }
    // A call that never returned was made, too.
    calls.extend(
        begun
            .iter()
            .map(|(thread, start)| format!("{thread} {start}")),
    );
    calls
}

#[test]
fn a_call_written_in_two_lines_is_one() {
    let log = "7 openat(AT_FDCWD, \"/dev/tty\" <unfinished ...>\n8 exit(0) = ?\n7 <... openat resumed>) = -1 EACCES\n";
    assert_eq!(
        whole_calls(log),
        [
            "8 exit(0) = ?",
            "7 openat(AT_FDCWD, \"/dev/tty\" ) = -1 EACCES"
        ]
    );
}

#[test]
fn session_opens_no_socket_starts_no_program_and_writes_only_its_folder() {
    let Some((calls, home)) = journey() else {
        return;
    };
    let made = |name| {
        calls
            .iter()
            .filter(|call| is_call(call, name))
            .collect::<Vec<_>>()
    };
    for call in ["socket", "connect", "bind", "fork", "vfork", "execveat"] {
        assert!(made(call).is_empty(), "{:?}", made(call));
    }
    assert_eq!(made("execve").len(), 1, "itself");
    for thread in made("clone").iter().chain(&made("clone3")) {
        assert!(thread.contains("CLONE_THREAD"), "{thread}");
    }
    let written: Vec<_> = calls
        .iter()
        .filter(|call| opens_for_writing(call))
        .collect();
    assert!(!written.is_empty(), "the bookmark was written");
    for call in written {
        assert!(call.contains(&home), "{call}");
    }
    let refused: Vec<_> = calls
        .iter()
        // crossterm asks it for its size, and falls back to standard output.
        .filter(|call| call.contains("EACCES") && !call.contains("/dev/tty"))
        .collect();
    assert!(refused.is_empty(), "locked in, it misses {refused:?}");
}

#[test]
fn it_locks_itself_in_before_it_starts_a_thread() {
    let Some((calls, _)) = journey() else {
        return;
    };
    let position = |what: &str, condition: &dyn Fn(&str) -> bool| {
        let found = calls.iter().position(|call| condition(call));
        found.unwrap_or_else(|| panic!("no {what}: {calls:#?}"))
    };
    // The thread before measures the time of the worker's files, and ends before the confinement.
    let is_thread = |call: &str| call.contains("CLONE_THREAD") && !call.contains(" = -1 ");
    let watch = position("watch", &is_thread);
    let thread = watch
        + 1
        + calls[watch + 1..]
            .iter()
            .position(|call| is_thread(call))
            .unwrap();
    let number = calls[watch].rsplit(" = ").next().unwrap();
    let ended = position("the watch's end", &|call| {
        call.starts_with(number) && is_call(call, "exit")
    });
    let privileges = position("PR_SET_NO_NEW_PRIVS", &|call| {
        call.contains("PR_SET_NO_NEW_PRIVS, 1") && call.ends_with("= 0")
    });
    assert!(privileges < watch, "{calls:#?}");
    if landlock().is_none() {
        return;
    }
    let held = |call: &str| is_call(call, "landlock_restrict_self") && call.ends_with("= 0");
    let layers: Vec<_> = calls[..thread].iter().filter(|call| held(call)).collect();
    assert_eq!(layers.len(), 2, "programs, then files: {calls:#?}");
    let files = calls.iter().rposition(|call| held(call)).unwrap();
    assert!(ended < files, "{calls:#?}");
}

/// Returns true if the line, after the thread's number, is this call.
fn is_call(line: &str, name: &str) -> bool {
    let call =
        line.trim_start_matches(|character: char| character.is_ascii_digit() || character == ' ');
    call.strip_prefix(name)
        .is_some_and(|rest| rest.starts_with('('))
}

fn opens_for_writing(call: &str) -> bool {
    ["O_WRONLY", "O_RDWR", "O_CREAT"]
        .iter()
        .any(|flag| call.contains(flag))
}
