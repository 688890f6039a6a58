//! havre over SSH, on a private server on loopback: its own keys, port and settings.

mod server;

use rustix::process::Signal;

use self::server::{Key, Server};
use super::support::{Terminal, report};

#[track_caller]
fn wait_until_painted(terminal: &Terminal) {
    terminal.wait_for("the program's screen", |screen| {
        screen.alternate_screen() && screen.contents().contains("Immediate danger: call 911")
    });
}

/// Finds the shelter line of this name, and adds or removes its bookmark.
fn bookmark(terminal: &mut Terminal, name: &str) {
    terminal.send("4");
    terminal.wait_for_text("[4 Directory]");
    terminal.send(&format!("{name}\r"));
    terminal.wait_for_text("b bookmark");
    terminal.send("b");
    terminal.wait_for_text("*");
}

#[track_caller]
fn assert_bookmarked(terminal: &mut Terminal, name: &str) {
    terminal.send("5");
    terminal.wait_for(name, |screen| {
        let contents = screen.contents();
        contents.contains("[5 Bookmarks]") && contents.contains(name)
    });
}

const NAME: &str = "Kids Help Phone";

#[test]
fn second_session_finds_the_changes_of_the_first() {
    let Some(server) = Server::start() else {
        return;
    };
    for visit in 1..=2 {
        let mut terminal = server.log_in(Key::Open, &server.command());
        wait_until_painted(&terminal);
        if visit == 1 {
            bookmark(&mut terminal, NAME);
        }
        assert_bookmarked(&mut terminal, NAME);
        terminal.send("q");
        assert_eq!(terminal.wait_for_end(), 0, "visit {visit}");
    }
}

#[test]
fn a_cut_connection_leaves_nothing_running_and_loses_nothing() {
    let Some(server) = Server::start() else {
        return;
    };
    let mut terminal = server.log_in(Key::Open, &server.command());
    wait_until_painted(&terminal);
    bookmark(&mut terminal, NAME);
    assert_eq!(server.programs().len(), 1);
    terminal.send("/halif");
    terminal.process().signal(Signal::KILL);
    server.wait_until_no_program_runs();
    let mut terminal = server.log_in(Key::Open, &server.command());
    wait_until_painted(&terminal);
    assert_bookmarked(&mut terminal, NAME);
}

#[test]
fn a_wrapper_on_the_way_changes_nothing() {
    let Some(server) = Server::start() else {
        return;
    };
    let wrapped = format!("trap '' HUP; {}; true", server.command());
    let terminal = server.log_in(Key::Open, &wrapped);
    wait_until_painted(&terminal);
    terminal.process().signal(Signal::KILL);
    server.wait_until_no_program_runs();
}

#[test]
fn a_forced_command_has_no_way_out_to_a_shell() {
    let Some(server) = Server::start_as_documented() else {
        return;
    };
    let mut terminal = server.log_in(Key::Alice, "echo out-$((40+2)); exec sh");
    wait_until_painted(&terminal);
    for attempt in [
        // Keys that stop, quit, or open a shell in editors and pagers.
        "\x1a",
        "\x1c",
        "\x04",
        "\x0c",
        "!",
        ":",
        "|",
        "!sh\r",
        ":!sh\r",
        "\x1b",
        "\x1b",
        // Shell commands, typed and pasted into the search field.
        "/$(echo out-$((40+2)))\r",
        "/`echo out-$((40+2))`\r",
        "/\x1b[200~; echo out-$((40+2))\r\x1b[201~\r",
        // Answers of terminals to queries, and sequences that could start a program in some
        // terminals.
        "\x1b]0;sh\x07",
        "\x1bP$q\x1b\\",
        "\x1b[21t",
        "\0\x11\x13\x16\x17",
    ] {
        terminal.send(attempt);
        terminal.settled();
        wait_until_painted(&terminal);
    }
    terminal.send("\x03");
    assert_eq!(terminal.wait_for_end(), 0);
    // Only a shell would have evaluated it.
    let output = terminal.output();
    assert!(
        !super::support::contains(&output, "out-42"),
        "{}",
        terminal.contents()
    );
    server.wait_until_no_program_runs();
}

/// Returns requests of a client other than for a screen, each with the output if it were granted.
fn requests(server: &Server) -> [(&'static str, Vec<String>, Vec<String>, &'static str); 3] {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    [
        ("ssh", words(&["-T"]), words(&["echo escaped"]), "escaped"),
        // The server itself is at the other end and would send its version.
        (
            "ssh",
            words(&["-W", &server.address()]),
            Vec::new(),
            "SSH-2.0-",
        ),
        ("sftp", words(&["-b", "-"]), Vec::new(), ""),
    ]
}

#[test]
fn a_forced_command_grants_no_command_no_forwarding_and_no_files() {
    let open = Server::start();
    let documented = Server::start_as_documented();
    let (Some(open), Some(documented)) = (open, documented) else {
        return;
    };
    for (server, key, granted) in [
        (&open, Key::Open, true),
        (&open, Key::Alice, false),
        (&documented, Key::Alice, false),
    ] {
        for (program, before, after, said) in requests(server) {
            let before: Vec<_> = before.iter().map(String::as_str).collect();
            let after: Vec<_> = after.iter().map(String::as_str).collect();
            let (success, text) = server.ask(program, key, &before, &after);
            let got = success && text.contains(said);
            assert_eq!(got, granted, "{before:?} {after:?}: {success}, {text}");
        }
    }
}

#[test]
fn workers_of_one_login_have_lists_of_their_own() {
    let Some(server) = Server::start_as_documented() else {
        return;
    };
    let mut alice = server.log_in(Key::Alice, "havre --worker bob");
    wait_until_painted(&alice);
    bookmark(&mut alice, NAME);
    let mut bob = server.log_in(Key::Bob, "sh");
    wait_until_painted(&bob);
    bob.send("5");
    bob.wait_for_text("[5 Bookmarks]");
    bob.settled();
    assert!(!bob.contents().contains(NAME), "{}", bob.contents());
    assert!(server.files_of("alice").join("bookmarks.json").is_file());
    assert!(!server.files_of("bob").join("bookmarks.json").exists());
}

#[test]
fn two_sessions_of_one_worker_see_the_same_bookmarks() {
    let Some(server) = Server::start() else {
        return;
    };
    let [mut one, mut other] = [(); 2].map(|()| server.log_in(Key::Open, &server.command()));
    wait_until_painted(&one);
    wait_until_painted(&other);
    bookmark(&mut one, NAME);
    assert_bookmarked(&mut other, NAME);
}

#[test]
fn forty_sessions_of_two_workers_at_once() {
    let Some(server) = Server::start_as_documented() else {
        return;
    };
    let mut terminals: Vec<_> = (0..20)
        .flat_map(|_| [Key::Alice, Key::Bob])
        .map(|key| server.log_in(key, "sh"))
        .collect();
    for terminal in &mut terminals {
        wait_until_painted(terminal);
        terminal.send("4halifax\x1b[B");
        terminal.wait_for("the list", |screen| {
            let contents = screen.contents();
            contents.contains("b bookmark") && contents.contains("halifax")
        });
    }
    let programs = server.programs();
    assert_eq!(programs.len(), terminals.len());
    let memory: u64 = programs
        .iter()
        .map(|program| program.memory().shared_in_part)
        .sum();
    let time: u128 = programs
        .iter()
        .filter_map(|program| program.processor_time())
        .map(|time| time.as_millis())
        .sum();
    let count = u64::try_from(programs.len()).unwrap();
    report(&format!(
        "40 sessions: {} kB (PSS) and {} ms of processor time each",
        memory / count,
        time / u128::from(count)
    ));
    terminals[0].send("b");
    terminals[0].wait_for_text("Bookmarked: ");
    for mut terminal in terminals {
        terminal.send("\x03");
        assert_eq!(terminal.wait_for_end(), 0);
    }
    assert!(server.files_of("alice").join("bookmarks.json").is_file());
    assert!(!server.files_of("bob").join("bookmarks.json").exists());
}
