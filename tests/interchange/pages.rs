//! Commands in the pages on packs and standards: each is run, in order, with the result stated
//! there.

use std::process::Command;

use tempfile::TempDir;

/// Runs every line of the page that begins with `$ havre`, in one folder. A remark after it states
/// an exit code other than 0.
fn run(page: &str) -> usize {
    let folder = TempDir::new().unwrap();
    let text = std::fs::read_to_string(page).unwrap();
    let commands = text
        .lines()
        .filter_map(|line| line.strip_prefix("$ havre "));
    let mut count = 0;
    for command in commands {
        let (words, remark) = command
            .split_once("  # ")
            .unwrap_or((command, "ends with 0"));
        let expected: i32 = remark.trim_start_matches("ends with ").parse().unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_havre"))
            .args(words.split_whitespace())
            .current_dir(&folder)
            .env("HAVRE_DATA_DIR", folder.path().join("data"))
            .env("HAVRE_HOST_DIR", folder.path().join("host"))
            .env("LANG", "en_CA.UTF-8")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(expected), "{words}\n{said}");
        count += 1;
    }
    count
}

#[test]
fn every_command_of_the_page_on_standards_works() {
    assert!(run("docs/standards.md") >= 10);
}

#[test]
fn every_command_of_the_page_on_packs_works() {
    assert!(run("docs/packs.md") >= 6);
}
