//! Commands in the documents: every block marked `sh` is run in an empty folder with a home of its own, with
//! the program in its path, unless it is named here with the reason. The blocks marked `console` of the pages
//! on packs and standards are run by `tests/interchange/pages.rs`.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use havre::cli;
use havre::i18n::{Language, Messages};

/// Lines of blocks that are not run, with the reasons.
const NOT_RUN: [(&str, &str); 12] = [
    (
        "groupadd havre",
        "needs root; .ci/try-package runs these lines",
    ),
    ("for worker in alice bob; do", "needs root"),
    (
        "havre --worker coordinator bookmarks export > starter.json",
        "needs root; tests/interchange/team.rs and tests/bookmarks/cli.rs run the commands",
    ),
    ("cargo install --path . --locked", "builds a release"),
    (
        "sha256sum --check --ignore-missing SHA256SUMS",
        "needs a release and root",
    ),
    (
        "apt install ./havre_*.deb",
        "needs root; .ci/try-package installs the package",
    ),
    (
        "apt purge havre",
        "needs root; .ci/try-package purges the package",
    ),
    ("cargo install cargo-fuzz", "needs nightly Rust"),
    ("cd fuzz", "builds for hours"),
    (
        "cargo run -- check --directory assets",
        "builds; tests/content runs the same check",
    ),
    (
        "cargo run --release",
        "opens the screen; tests/terminal runs it",
    ),
    ("cargo test", "is this run; .ci/run ends with it"),
];

/// Returns the documents of the repository.
fn documents() -> Vec<PathBuf> {
    let folders = [".", "docs"].map(|folder| std::fs::read_dir(folder).unwrap());
    let paths = folders
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().path());
    paths
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect()
}

/// Returns the blocks of shell commands in a document.
fn blocks(text: &str) -> Vec<&str> {
    let parts = text.split("\n```sh\n").skip(1);
    parts
        .map(|part| part.split_once("\n```").unwrap().0)
        .collect()
}

/// Runs a block as a whole; a command that fails ends it. A remark may state another exit code than 0.
fn run(document: &Path, block: &str) {
    let lines = block
        .lines()
        .map(|line| match line.split_once("  # ends with ") {
            Some((command, code)) => format!("code=0; {command} || code=$?; test $code = {code}"),
            None => line.to_owned(),
        });
    let script = lines.collect::<Vec<_>>().join("\n");
    let folder = tempfile::tempdir().unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_havre")).parent().unwrap();
    let path = std::env::var("PATH").unwrap_or_default();
    let output = Command::new("sh")
        .args(["-e", "-u", "-c", &script])
        .current_dir(&folder)
        .env_clear()
        .env("PATH", format!("{}:{path}", program.display()))
        .env("HOME", folder.path())
        .env("LANG", "en_CA.UTF-8")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let (out, errors) = (&output.stdout, &output.stderr);
    assert!(
        output.status.success(),
        "{}: {block}\n{}{}",
        document.display(),
        String::from_utf8_lossy(out),
        String::from_utf8_lossy(errors)
    );
}

#[test]
fn every_block_of_commands_works() {
    let mut not_run: Vec<&str> = NOT_RUN.iter().map(|(line, _)| *line).collect();
    let mut count = 0;
    for document in documents() {
        let text = std::fs::read_to_string(&document).unwrap();
        for block in blocks(&text) {
            let is_in = |line: &str| block.lines().any(|one| one == line);
            if NOT_RUN.iter().any(|(line, _)| is_in(line)) {
                not_run.retain(|line| !is_in(line));
            } else {
                run(&document, block);
                count += 1;
            }
        }
    }
    assert!(count >= 8, "the blocks are found");
    assert_eq!(not_run, [""; 0], "no document has these any more");
}

#[test]
fn the_readme_opens_with_the_program_and_the_tests_that_ci_runs() {
    let read = |name: &str| {
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
    };
    let readme = read("README.md");
    assert_eq!(blocks(&readme)[..2], ["cargo run --release", "cargo test"]);
    assert_eq!(read(".ci/run").lines().last(), Some("cargo test"));
}

/// Returns the commands within lines: `havre …` between backquotes, without those that have a placeholder.
fn commands(text: &str) -> Vec<Vec<&str>> {
    let mut in_block = false;
    let lines = text.lines().filter(|line| {
        in_block ^= line.trim_start().starts_with("```");
        !in_block
    });
    let quoted = lines.flat_map(|line| line.split('`').skip(1).step_by(2));
    let commands =
        quoted.filter(|words| words.starts_with("havre ") && !words.contains(['…', '[', '|', '<']));
    let commands = commands.map(|words| words.split_whitespace().collect::<Vec<_>>());
    let is_placeholder =
        |word: &&str| word.len() > 1 && word.bytes().all(|letter| letter.is_ascii_uppercase());
    commands
        .filter(|words| !words.iter().any(is_placeholder))
        .collect()
}

#[test]
fn every_command_that_a_line_names_exists() {
    let mut count = 0;
    for document in documents() {
        let text = std::fs::read_to_string(&document).unwrap();
        for words in commands(&text) {
            let parsed = cli::command(Messages::of(Language::En)).try_get_matches_from(&words);
            let refused = parsed.is_err_and(|error| {
                use clap::error::ErrorKind::{InvalidSubcommand, UnknownArgument, ValueValidation};
                matches!(
                    error.kind(),
                    InvalidSubcommand | UnknownArgument | ValueValidation
                )
            });
            assert!(!refused, "{}: {words:?}", document.display());
            count += 1;
        }
    }
    assert!(count > 20, "the commands are found: {count}");
}

#[test]
fn blocks_and_commands_are_found() {
    let text =
        "a `havre now` and `havre show ID`\n```sh\nx\ny\n```\n`havre a|b`\n\n```sh\nz\n```\n";
    assert_eq!(blocks(text), ["x\ny", "z"]);
    assert_eq!(commands(text), [["havre", "now"]]);
}
