//! Manual page and help of every command: the contract, in both languages.

use std::ffi::OsString;
use std::io::Write as _;
use std::process::{Command, Stdio};

use havre::app::help;
use havre::cli::{self, Exit, Invocation};
use havre::i18n::{Language, Messages};

fn havre(language: Language, words_after: &[&str]) -> String {
    let words = ["havre", "--lang", language.code()].into_iter();
    let words = words.chain(words_after.iter().copied());
    let mut stdout = Vec::new();
    let ended = cli::run(
        words.map(OsString::from),
        &|_| None,
        &mut stdout,
        &mut Vec::new(),
    );
    assert_eq!(ended, Invocation::Finished(Exit::Done));
    String::from_utf8(stdout).unwrap()
}

/// Returns the names of every command, including nested ones.
fn commands(command: &clap::Command, path: &[String]) -> Vec<Vec<String>> {
    let mut all = vec![path.to_vec()];
    for inner in command.get_subcommands() {
        let path = [path, &[inner.get_name().to_owned()]].concat();
        all.extend(commands(inner, &path));
    }
    all
}

#[test]
fn the_help_of_every_command_is_a_contract() {
    for language in Language::ALL {
        let root = cli::command(Messages::of(language));
        let mut text = String::new();
        for path in commands(&root, &[]) {
            let mut words: Vec<&str> = path.iter().map(String::as_str).collect();
            words.push("--help");
            let help = havre(language, &words);
            text.extend(["$ havre ", &words.join(" "), "\n", &help, "\n"]);
        }
        insta::assert_snapshot!(format!("help_{}", language.code()), text);
    }
}

#[test]
fn the_readme_names_every_command() {
    let readme = include_str!("../../README.md");
    for command in cli::command(Messages::of(Language::En)).get_subcommands() {
        let name = command.get_name();
        assert!(readme.contains(&format!("`havre {name}")), "{name}");
    }
}

#[test]
fn the_manual_page_has_every_word_of_plain_mode() {
    for language in Language::ALL {
        let page = havre(language, &["man"]);
        let messages = Messages::of(language);
        for word in havre::plain::words::WORDS.iter() {
            // The page escapes hyphens and accents; the first letters of a word are enough to find
            // it.
            let (typed, _) = havre::plain::help::entry(word, messages);
            let letters = typed.split(|letter: char| !letter.is_ascii_alphanumeric());
            let longest = letters.max_by_key(|part| part.len()).unwrap();
            assert!(page.contains(longest), "{typed}");
        }
    }
}

#[test]
fn the_manual_page_is_a_contract() {
    for language in Language::ALL {
        let page = havre(language, &["man"]);
        assert!(page.is_ascii(), "any locale can read it");
        // The README is the contract for the keys; the next test checks that the page has all of
        // them.
        let heading = |id| format!(".SH {}\n", Messages::of(language).text(id).to_uppercase());
        let (before, after) = page.split_once(&heading("man-keys")).unwrap();
        let (_, after) = after.split_once(&heading("man-files")).unwrap();
        let rest = format!("{before}(the keys)\n{}{after}", heading("man-files"));
        insta::assert_snapshot!(format!("man_{}", language.code()), rest);
    }
}

/// Returns the formatted page, and the warnings of the formatter.
fn set(page: &str) -> Option<(String, String)> {
    let groff = super::tools::find_tool("groff")?;
    let mut groff = Command::new(groff)
        .args([
            "-man", "-Tutf8", "-ww", "-P-c", "-P-b", "-P-u", "-P-o", "-rLL=78n",
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = groff.stdin.take().expect("a pipe");
    input.write_all(page.as_bytes()).unwrap();
    drop(input);
    let output = groff.wait_with_output().unwrap();
    Some((
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    ))
}

/// Joins the lines and spaces of a formatted page.
fn flat(text: &str) -> String {
    let text = text.replace(['\u{a0}', '\u{2010}', '\u{2212}'], " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn it_is_set_without_a_complaint_and_says_everything() {
    for language in Language::ALL {
        let Some((text, complaints)) = set(&havre(language, &["man"])) else {
            return;
        };
        assert_eq!(complaints, "", "{language:?}");
        let messages = Messages::of(language);
        let text = flat(&text);
        let says = |words: &str| {
            let words = flat(&words.replace('-', " "));
            assert!(
                text.replace('-', " ").contains(&words),
                "no {words:?} in {text}"
            );
        };
        for row in help::rows(messages, false) {
            says(&row.keys);
            says(&messages.text(row.sentence));
        }
        for path in commands(&cli::command(messages), &[]) {
            says(&format!("havre {}", path.join(" ")));
        }
        says("HAVRE_DATA_DIR");
        says("~/.local/share/havre/bookmarks.json");
        says(&messages.text("man-status-signal"));
        assert!(!text.contains("--panic"), "what is for tests alone");
    }
}

#[test]
fn a_complaint_would_be_seen() {
    let Some((_, complaints)) = set(".TH X 1\n.SH A\n\\[nonsense]\n") else {
        return;
    };
    assert!(complaints.contains("nonsense"), "{complaints}");
}
