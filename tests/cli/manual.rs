//! Manual page and help of every command: the contract, in both languages.

use std::ffi::OsString;
use std::io::Write as _;
use std::process::{Command, Stdio};

use havre::app::keymap::help;
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
        for credit in havre::places::credits::lines() {
            says(credit);
        }
        says("~/.local/share/havre/bookmarks.json");
        says(&messages.text("man-status-signal"));
        assert!(!text.contains("--panic"), "what is for tests alone");
    }
}

/// Returns the names of the pages, without the program's own.
fn subcommand_pages() -> Vec<String> {
    let names = havre(Language::En, &["man", "--list"]);
    let names = names
        .lines()
        .filter_map(|name| name.strip_prefix("havre-").map(str::to_owned));
    names.collect()
}

#[test]
fn every_subcommand_has_a_page() {
    let root = cli::command(Messages::of(Language::En));
    let subcommands = root.get_subcommands().map(clap::Command::get_name);
    let subcommands: Vec<&str> = subcommands.collect();
    assert_eq!(subcommand_pages(), subcommands);
    let page = havre(Language::En, &["man"]);
    for name in subcommands {
        assert!(
            page.contains(&format!("\\fBhavre\\-{name}\\fR(1)")),
            "{name}"
        );
    }
}

#[test]
fn the_page_of_a_subcommand_is_a_contract() {
    for language in Language::ALL {
        let page = havre(language, &["man", "bookmarks"]);
        insta::assert_snapshot!(format!("man_bookmarks_{}", language.code()), page);
    }
}

#[test]
fn the_pages_of_subcommands_are_set_without_a_complaint_and_name_every_option() {
    for language in Language::ALL {
        let messages = Messages::of(language);
        let root = cli::command(messages);
        for name in subcommand_pages() {
            let page = havre(language, &["man", &name]);
            assert!(page.is_ascii(), "any locale can read {name}");
            let Some((text, complaints)) = set(&page) else {
                return;
            };
            assert_eq!(complaints, "", "{language:?} {name}");
            let text = flat(&flat(&text).replace('-', " "));
            let command = root.find_subcommand(&name).unwrap();
            let mut wanted = vec![
                format!("havre {name}"),
                command.get_about().unwrap().to_string(),
            ];
            for path in commands(command, &[]) {
                let found = path
                    .iter()
                    .try_fold(command, |at, word| at.find_subcommand(word));
                let own = found.unwrap().get_arguments();
                let own =
                    own.filter(|argument| !argument.is_hide_set() && argument.get_id() != "help");
                wanted.extend(own.map(|argument| argument.get_help().unwrap().to_string()));
                wanted.push(format!("havre {name} {}", path.join(" ")));
            }
            for words in wanted {
                let words = flat(&words.replace('-', " "));
                assert!(text.contains(words.trim()), "no {words:?} in {text}");
            }
        }
    }
}

#[test]
fn a_complaint_would_be_seen() {
    let Some((_, complaints)) = set(".TH X 1\n.SH A\n\\[nonsense]\n") else {
        return;
    };
    assert!(complaints.contains("nonsense"), "{complaints}");
}
