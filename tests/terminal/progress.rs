//! Progress display of commands: shown after a delay, erased at the end, and only on terminals.

use super::program;
use super::support::{Setup, Terminal, contains};

/// Runs a shell script with `$havre` for the program; it prints `over` at the end.
fn shell(script: &str, term: &str) -> Terminal {
    let script = format!("havre=$0; {script}; echo over");
    let mut terminal = Setup::of("/bin/sh")
        .args(["-c", &script, program::PATH])
        .env("TERM", term)
        .start();
    terminal.wait_for_text("over");
    terminal.wait_for_end();
    terminal
}

const CHECK: &str = "\"$havre\" check";
const BATCH: &str = "printf '{\"query\":\"shelter\"}\\n' | \"$havre\" search --batch";

#[test]
fn progress_is_shown_and_removed() {
    for (language, told, left) in [
        ("en", "] Checking: 0 of ", "contacts, "),
        (
            "fr",
            "] Vérification\u{a0}: 0 fichiers sur ",
            "ressources, ",
        ),
    ] {
        let command = format!("{CHECK} --lang {language} --patience 0");
        let terminal = shell(&command, "xterm");
        assert!(
            contains(&terminal.output(), told),
            "{}",
            terminal.contents()
        );
        let contents = terminal.contents();
        assert!(contents.contains(left), "{contents}");
        assert!(!contents.contains('['), "erased: {contents}");
    }
}

#[test]
fn a_batch_tells_it_where_its_answers_go_elsewhere() {
    let terminal = shell(&format!("{BATCH} --patience 0 >answers"), "xterm");
    assert!(contains(&terminal.output(), "Searching: 0 queries"));
    assert_eq!(terminal.contents().trim(), "over", "erased");
    let answers = std::fs::read_to_string(terminal.home().join("answers")).unwrap();
    assert!(
        answers.starts_with("{\"schema\":1,\"line\":1,\"hits\":["),
        "{answers}"
    );
    let terminal = shell(&format!("{BATCH} --patience 0"), "xterm");
    assert!(
        !contains(&terminal.output(), "Searching"),
        "the answers themselves show how it goes on"
    );
}

#[test]
fn no_progress_in_a_pipe_on_a_dumb_terminal_or_too_early() {
    let quiet = |script: &str, term: &str| {
        let terminal = shell(script, term);
        let output = terminal.output();
        assert!(
            !contains(&output, "Checking"),
            "{script}: {}",
            terminal.contents()
        );
        assert!(!contains(&output, "\x1b"), "{script}: no escape code");
        assert!(contains(&output, "contacts, "), "{script}: it was done");
    };
    quiet(&format!("{CHECK} --patience 0 2>&1 | cat"), "xterm");
    quiet(&format!("{CHECK} --patience 0 2>errors"), "xterm");
    quiet(&format!("{CHECK} --patience 0"), "dumb");
    quiet(&format!("{CHECK} --patience 600000"), "xterm");
}

#[test]
fn a_merge_tells_it_too() {
    let merge = "\"$havre\" bookmarks add ca-kids-help-phone --data-dir one; \
                 \"$havre\" bookmarks merge one/bookmarks.json --data-dir two --yes --patience 0";
    let terminal = shell(merge, "xterm");
    assert!(contains(&terminal.output(), "Merging the lists"));
    let contents = terminal.contents();
    assert!(
        contents.contains("New bookmark: Kids Help Phone"),
        "{contents}"
    );
    assert!(contents.contains("Merged."), "{contents}");
    assert!(!contents.contains("Merging"), "erased: {contents}");
}
