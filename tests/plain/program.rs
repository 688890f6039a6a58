//! The real program, through a pipe and in a terminal without escape codes.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use havre::assets::Assets;
use havre::guide::PageId;
use havre::i18n::Language;
use rustix::process::Signal;
use unicode_width::UnicodeWidthStr;

use super::support::{Process, Setup, Terminal, contains, wait_until};

/// Path of the program.
const PATH: &str = env!("CARGO_BIN_EXE_havre");

/// Returns the program with only a locale and an empty home in its environment.
fn command(home: &tempfile::TempDir) -> Command {
    let mut command = Command::new(PATH);
    command.env_clear().env("LANG", "C.UTF-8");
    command.env("HOME", home.path()).current_dir(home.path());
    command
}

/// Returns the output for these lines through a pipe.
fn pipe(lines: &str, prepare: impl FnOnce(&mut Command)) -> (Output, tempfile::TempDir) {
    let home = tempfile::tempdir().unwrap();
    let mut command = command(&home);
    prepare(&mut command);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(lines.as_bytes()).unwrap();
    drop(stdin);
    (child.wait_with_output().unwrap(), home)
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn lines_through_a_pipe_are_answered_and_kept() {
    let (output, home) = pipe("find 988\n1\nb\nquit\n", |command| {
        command.arg("--plain");
    });
    assert_eq!(output.status.code(), Some(0));
    let said = said(&output);
    assert!(said.contains("Directory. Search: 988. "), "{said}");
    assert!(said.contains("988 (link"), "{said}");
    let last = said.lines().last().unwrap_or_default();
    assert!(
        last.starts_with("Bookmarked: ") && said.ends_with(&format!("{last}\n")),
        "nobody asks for a line in a pipe: {said}"
    );
    let file = home.path().join(".local/share/havre/bookmarks.json");
    let kept = std::fs::read_to_string(file).unwrap();
    assert!(kept.contains("\"ca-988\""), "{kept}");
}

/// Starts the program between two pipes.
fn piped(home: &tempfile::TempDir) -> std::process::Child {
    command(home)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

#[test]
fn a_pack_in_a_file_is_shown_and_taken_in_lines() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join(".local/share/havre");
    let header = serde_json::json!({
        "havre_pack": 1, "name": "harbour", "publisher": "A", "licence": "B", "date": "2026-11-20",
    });
    std::fs::create_dir_all(data.join("exchange")).unwrap();
    let text = format!("{header}\n{{\"id\": \"ns-211\", \"gone\": true}}\n");
    std::fs::write(data.join("exchange/harbour.jsonl"), text).unwrap();
    let mut child = command(&home)
        .args(["--plain", "--lang", "en", "--region", "NS"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = b"find 211\nb 1\nbookmarks\nlists\n2\n3\n1\nquit\n";
    child.stdin.take().unwrap().write_all(lines).unwrap();
    let said = said(&child.wait_with_output().unwrap());
    let place = |words: &str| {
        said.find(words)
            .unwrap_or_else(|| panic!("{words}: {said}"))
    };
    let page = place("What harbour.jsonl brings");
    assert!(
        page < place("211 Nova Scotia: closed, or taken away."),
        "{said}"
    );
    assert!(page < place("Taken: harbour."), "{said}");
    assert!(data.join("directory.d/harbour.jsonl").exists());
}

#[cfg(debug_assertions)]
#[test]
fn contacts_of_the_team_are_listed_in_lines_and_taken_over_with_their_note() {
    let host = tempfile::tempdir().unwrap();
    let at = "2026-11-01T12:00:00Z";
    let list = serde_json::json!({"version": 1, "name": "Night desk", "bookmarks": [
        {"id": "ca-988", "added": at, "note": {"at": at, "text": "ask for Ann"}},
    ]});
    std::fs::create_dir(host.path().join("lists.d")).unwrap();
    std::fs::write(host.path().join("lists.d/a.json"), list.to_string()).unwrap();
    let lines = "find 211\nb 1\nbookmarks\nb 2\nbookmarks\nquit\n";
    let (output, home) = pipe(lines, |command| {
        command.args(["--plain", "--lang", "en", "--region", "NS"]);
        command.env("HAVRE_HOST_DIR", host.path());
    });
    let said = said(&output);
    let place = |words: &str| {
        said.find(words)
            .unwrap_or_else(|| panic!("{words}: {said}"))
    };
    let heading = place("From your team: Night desk\n2. 9-8-8: Suicide Crisis Helpline");
    assert!(heading < place(", ask for Ann"), "{said}");
    assert!(place("Bookmarked: 9-8-8") < place("3. 9-8-8"), "{said}");
    let file = home.path().join(".local/share/havre/bookmarks.json");
    let kept = std::fs::read_to_string(file).unwrap();
    assert!(kept.contains("ask for Ann"), "{kept}");
}

#[test]
fn a_change_is_on_disk_before_the_line_that_says_so() {
    let home = tempfile::tempdir().unwrap();
    let mut child = piped(&home);
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(b"find crime stoppers\nb 1\n").unwrap();
    let mut lines = std::io::BufRead::lines(std::io::BufReader::new(child.stdout.take().unwrap()));
    while !lines.next().unwrap().unwrap().starts_with("Bookmarked: ") {}
    Process::numbered(child.id()).signal(Signal::KILL);
    child.wait().unwrap();
    let file = home.path().join(".local/share/havre/bookmarks.json");
    let kept = std::fs::read_to_string(file).unwrap();
    assert!(kept.contains("crime-stoppers"), "{kept}");
}

#[test]
fn a_number_never_means_another_contact_than_the_one_said() {
    let home = tempfile::tempdir().unwrap();
    let bookmarks = |arguments: &[&str]| {
        let mut command = command(&home);
        let output = command.arg("bookmarks").args(arguments).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        said(&output)
    };
    for id in ["ca-988", "ca-kids-help-phone", "ca-mcsc"] {
        bookmarks(&["add", id]);
    }
    let mut child = piped(&home);
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(b"bookmarks\n").unwrap();
    let mut lines = std::io::BufRead::lines(std::io::BufReader::new(child.stdout.take().unwrap()));
    while !lines.next().unwrap().unwrap().starts_with("3. Missing") {}
    bookmarks(&["remove", "ca-kids-help-phone"]);
    stdin.write_all(b"b 2\nquit\n").unwrap();
    let rest: Vec<String> = lines.map(Result::unwrap).collect();
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert!(
        rest.iter().any(|line| line.starts_with("2. Missing")),
        "the list is said anew: {rest:#?}"
    );
    let list = bookmarks(&["list"]);
    assert!(list.contains("Missing"), "it was never meant: {list}");
}

#[test]
fn the_end_of_input_ends_it_well() {
    for lines in ["", "find halifax", "add\nNight desk\n"] {
        let (output, home) = pipe(lines, |_| {});
        assert_eq!(output.status.code(), Some(0), "{lines:?}");
        let said = said(&output);
        assert!(said.starts_with("havre. "), "{said}");
        assert!(said.contains("1. Ask me step by step"), "{said}");
        assert!(output.stderr.is_empty(), "{:?}", output.stderr);
        let wrote = home
            .path()
            .join(".local/share/havre/settings.json")
            .exists();
        assert!(!wrote, "nothing was chosen, so nothing is kept");
    }
}

#[test]
fn end_of_input_names_unfinished_work() {
    let data = tempfile::tempdir().unwrap();
    let lock = std::fs::File::create(data.path().join("bookmarks.lock")).unwrap();
    lock.lock().unwrap();
    let (output, _home) = pipe("find 988\n1\nb\n", |command| {
        command.arg("--plain").arg("--data-dir").arg(data.path());
    });
    assert_eq!(output.status.code(), Some(1));
    let said = said(&output);
    let last = said.lines().last().unwrap_or_default();
    assert!(
        last.starts_with("Not done: saving your change to 9-8-8: "),
        "{said}"
    );
}

#[test]
fn closed_pipe_is_no_error() {
    let home = tempfile::tempdir().unwrap();
    let mut child = command(&home)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    // The program may have ended already.
    let _ = stdin.write_all(b"find halifax\n");
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty(), "{:?}", output.stderr);
}

#[test]
fn lines_are_as_wide_as_the_environment_says_and_text_alone() {
    for (columns, width) in [(None, 80), (Some("40"), 40), (Some("nonsense"), 80)] {
        for language in ["en", "fr"] {
            let everything = "3\nback\nhelp all\nfind police\n1\ns\nback\nfilters\nback\nglossary\nregion\nback\nadd\n";
            let (output, _home) = pipe(everything, |command| {
                command.args(["--lang", language, "--region", "NS"]);
                if let Some(columns) = columns {
                    command.env("COLUMNS", columns);
                }
            });
            let said = said(&output);
            let widest = said.lines().map(UnicodeWidthStr::width).max();
            assert!(widest <= Some(width), "{widest:?} columns of {width}");
            let control = |letter: char| letter.is_control() && letter != '\n';
            assert!(!said.contains(control), "only text and ends of lines");
        }
    }
}

#[test]
fn a_locale_without_unicode_gets_ascii_and_is_understood() {
    let (output, _home) = pipe("", |command| {
        command
            .args(["--lang", "fr", "--region", "QC"])
            .env("LANG", "C");
    });
    assert!(output.stdout.is_ascii());
    assert!(said(&output).contains("Danger immediat : 911"));
    let home = tempfile::tempdir().unwrap();
    let mut child = command(&home)
        .args(["--lang", "fr", "--region", "QC"])
        .env("LANG", "fr_CA.ISO-8859-1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(b"r\xe9gion nouvelle-\xe9cosse\n").unwrap();
    drop(stdin);
    child.wait_with_output().unwrap();
    let settings = home.path().join(".local/share/havre/settings.json");
    let settings = std::fs::read_to_string(settings).unwrap();
    assert!(settings.contains("NS"), "{settings}");
}

/// Returns a terminal without escape codes, in English for Nova Scotia.
fn dumb() -> Setup {
    Setup::of(PATH)
        .env("TERM", "dumb")
        .args(["--lang", "en", "--region", "NS"])
}

/// Waits for the prompt.
#[track_caller]
fn wait_for_prompt(terminal: &Terminal) {
    terminal.wait_for("a prompt", |screen| {
        screen.contents().trim_end().ends_with("\n>")
    });
}

#[test]
fn a_dumb_terminal_is_asked_line_by_line() {
    let mut terminal = dumb().start();
    wait_for_prompt(&terminal);
    terminal.send("find 988\n");
    terminal.wait_for_text("1. 9-8-8: Suicide Crisis Helpline, 988");
    wait_for_prompt(&terminal);
    terminal.send("1\n");
    terminal.wait_for_text("988 (link");
    terminal.send("quit\n");
    assert_eq!(terminal.wait_for_end(), 0);
    assert!(!contains(&terminal.output(), "\x1b"), "no escape codes");
}

#[test]
fn plain_mode_is_asked_for_by_argument_environment_and_setting() {
    let screen = || Setup::of(PATH).args(["--lang", "en", "--region", "NS"]);
    let mut by_argument = screen().args(["--plain"]).start();
    wait_for_prompt(&by_argument);
    by_argument.send("settings\n");
    let mut by_environment = screen().env("HAVRE_PLAIN", "1").start();
    wait_for_prompt(&by_environment);
    for terminal in [&mut by_argument, &mut by_environment] {
        terminal.send("q\n");
        assert_eq!(terminal.wait_for_end(), 0);
        assert!(!contains(&terminal.output(), "\x1b"));
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("settings.json"),
        r#"{"version": 1, "language": "en", "region": "NS", "plain": true}"#,
    )
    .unwrap();
    let kept = || Setup::of(PATH).args(["--data-dir", folder.path().to_str().unwrap()]);
    let mut by_setting = kept().start();
    wait_for_prompt(&by_setting);
    by_setting.send("q\n");
    assert_eq!(by_setting.wait_for_end(), 0);
    assert!(!contains(&by_setting.output(), "\x1b"));
    let mut screen_after_all = kept().env("HAVRE_PLAIN", "0").start();
    screen_after_all.wait_for("a screen", vt100::Screen::alternate_screen);
    screen_after_all.send("\x03");
    assert_eq!(screen_after_all.wait_for_end(), 0);
}

#[test]
fn the_first_run_is_asked_at_a_terminal() {
    let mut terminal = Setup::of(PATH).env("TERM", "dumb").start();
    terminal.wait_for_text("Where do you work?");
    terminal.send("français\nnouvelle-écosse\n");
    terminal.wait_for_text("Appeler maintenant");
    terminal.send("quitter\n");
    assert_eq!(terminal.wait_for_end(), 0);
    let settings = terminal.home().join(".local/share/havre/settings.json");
    let settings = std::fs::read_to_string(settings).unwrap();
    assert!(settings.contains("NS") && settings.contains("fr"));
}

#[test]
fn control_d_and_control_c_and_signals_end_it() {
    for (keys, status) in [("\x04", 0), ("\x03", 130), ("\x18\n", 0)] {
        let mut terminal = dumb().start();
        wait_for_prompt(&terminal);
        let before = terminal.settings();
        terminal.send(keys);
        assert_eq!(terminal.wait_for_end(), status, "{keys:?}");
        assert_eq!(terminal.settings(), before, "line settings");
        terminal.wait_for_output("a line of its own for the shell", |output| {
            output.ends_with(b"\n")
        });
    }
    for (signal, status) in [
        (Signal::TERM, 143),
        (Signal::INT, 130),
        (Signal::QUIT, 131),
        (Signal::HUP, 129),
    ] {
        let mut terminal = dumb().start();
        wait_for_prompt(&terminal);
        terminal.process().signal(signal);
        assert_eq!(terminal.wait_for_end(), status);
    }
}

#[test]
fn a_hang_up_ends_it_with_its_status() {
    let mut terminal = dumb().start();
    wait_for_prompt(&terminal);
    terminal.hang_up();
    assert_eq!(terminal.wait_for_end(), 129);
}

#[test]
fn signal_ends_a_session_with_unread_output() {
    let home = tempfile::tempdir().unwrap();
    let mut child = piped(&home);
    let mut stdin = child.stdin.take().unwrap();
    let process = Process::numbered(child.id());
    let words = "help all\n".repeat(200);
    stdin.write_all(words.as_bytes()).unwrap();
    wait_until("a stuck write", || process.is_writing().then_some(()));
    process.signal(Signal::TERM);
    assert_eq!(child.wait().unwrap().code(), Some(143));
}

#[test]
fn a_window_gets_pages_and_its_own_width() {
    let mut terminal = dumb().size(40, 12).start();
    wait_for_prompt(&terminal);
    terminal.send("reporting\n");
    terminal.wait_for_output("the topics", |output| {
        contains(output, "Reporting. Immediate danger")
    });
    wait_for_prompt(&terminal);
    terminal.send("3\n");
    let guide = Assets::embedded().guide(Language::En);
    let (_, title) = guide.outline(PageId::Reporting).topics[2];
    terminal.wait_for("the start of the topic, and no more", |screen| {
        let contents = screen.contents();
        let titled = contents
            .lines()
            .any(|line| line.starts_with(&format!("{title}, ")));
        titled && contents.contains("type more")
    });
    terminal.resize(80, 24);
    // The terminal notifies the program; the next answer has the new width.
    wait_until("the new width", || {
        terminal.send("help find\n");
        terminal.settled();
        let wide = terminal.contents();
        wide.contains(
            "find WORDS, /: search contacts and the guide; without words, list every contact",
        )
        .then_some(())
    });
    terminal.send("clear\n");
    terminal.wait_for("an empty window", |screen| screen.contents().trim() == ">");
    terminal.send("q\n");
    assert_eq!(terminal.wait_for_end(), 0);
}
