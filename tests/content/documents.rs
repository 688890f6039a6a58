//! Checks that the documents agree with the program.

use std::path::Path;

use havre::app::keymap::help;
use havre::app::keymap::{Command, Section};
use havre::i18n::{Language, Messages};
use havre::plain::words::{WORDS, WordEffect};

/// Returns the paths of all documents.
fn documents() -> Vec<String> {
    let folders = [".", "docs"].map(|folder| std::fs::read_dir(folder).unwrap());
    let files = folders.into_iter().flatten();
    let paths = files.map(|file| file.unwrap().path());
    let pages = paths.filter(|path| path.extension().is_some_and(|one| one == "md"));
    pages
        .map(|path| path.to_str().unwrap().to_owned())
        .collect()
}

fn read(document: &str) -> String {
    std::fs::read_to_string(document).unwrap()
}

/// Returns the content of the fenced block after a marker comment.
fn block<'a>(document: &'a str, marker: &str) -> &'a str {
    let (_, after) = document.split_once(&format!("<!-- {marker} -->")).unwrap();
    let (_, after) = after.split_once("```text\n").unwrap();
    after.split_once("```").unwrap().0
}

#[test]
fn the_readme_lists_the_keys_of_the_table() {
    let messages = Messages::of(Language::En);
    let rows = help::compose(messages, 78, false, None).rows;
    // Under the README's own heading: without the title, the introduction and the last remark.
    let first = messages.text(Section::ALL[0].message_id());
    let remark = rows[rows.len() - 1].block;
    let lines: Vec<String> = rows
        .iter()
        .skip_while(|row| row.text() != first)
        .take_while(|row| row.block != remark)
        .map(|row| row.text().replace('\u{a0}', " ").trim_end().to_owned())
        .collect();
    let expected = lines.join("\n").trim_end().to_owned() + "\n";
    assert_eq!(
        block(&read("README.md"), "keys"),
        expected,
        "the README should have this block:\n{expected}"
    );
}

#[test]
fn the_readme_lists_the_words_of_the_table() {
    let messages = Messages::of(Language::En);
    let sections = havre::plain::help::table(messages);
    // One more tab changes no document.
    let tabs = WORDS
        .iter()
        .filter(|word| matches!(word.does, WordEffect::Ask(Command::Tab(_))));
    let tabs: Vec<String> = tabs.map(|tab| messages.text(&tab.help)).collect();
    let listed = sections.into_iter().map(|(heading, mut sentences)| {
        sentences.retain(|sentence| !tabs.iter().any(|tab| sentence.ends_with(tab)));
        format!("{heading}\n{}\n", sentences.join("\n"))
    });
    let expected = listed.collect::<Vec<_>>().join("\n");
    assert_eq!(
        block(&read("README.md"), "words"),
        expected,
        "the README should have this block:\n{expected}"
    );
}

#[test]
fn every_file_that_a_document_names_is_there() {
    let mut seen = 0;
    for document in documents() {
        let text = read(&document);
        for name in text.split('`').skip(1).step_by(2) {
            let name = name.split("::").next().unwrap_or(name);
            let ours = ["src/", "tests/", "assets/", ".ci/", "benches/", "docs/"];
            if ours.iter().any(|start| name.starts_with(start)) && !name.contains(['*', ' ', '…'])
            {
                assert!(Path::new(name).exists(), "{document} names {name}");
                seen += 1;
            }
        }
    }
    assert!(seen > 10, "the names are found");
}

#[test]
fn the_map_has_every_part() {
    let map = read("ARCHITECTURE.md");
    let library = read("src/lib.rs");
    let parts = library
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    for part in parts {
        let named = [format!("\n{part}/ "), format!("\n{part}.rs ")];
        assert!(
            named.iter().any(|name| map.contains(name)),
            "{part} is not on the map"
        );
    }
}

/// Longest list of the changelog, in lines: more is not read.
const LONGEST_LIST: usize = 20;

#[test]
fn the_changelog_names_this_version_as_the_last_release_and_has_short_lists() {
    let changelog = read("CHANGELOG.md");
    let version = format!("## [{}] - ", env!("CARGO_PKG_VERSION"));
    let mut versions = changelog.lines().filter(|line| line.starts_with("## ["));
    let first = versions.find(|line| *line != "## [Unreleased]");
    assert!(
        first.is_some_and(|line| line.starts_with(&version)),
        "{first:?}"
    );
    let (mut heading, mut lines) = ("", 0);
    for line in changelog.lines() {
        match line {
            heading_line if heading_line.starts_with(['#', '*']) => (heading, lines) = (line, 0),
            "" => {}
            _ => lines += 1,
        }
        assert!(
            lines <= LONGEST_LIST,
            "{heading}: over {LONGEST_LIST} lines"
        );
    }
}

#[test]
fn the_example_for_the_server_is_that_of_its_page() {
    let example = read("packaging/sshd_havre.conf");
    let settings: Vec<&str> = example
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    assert_eq!(
        settings.join("\n") + "\n",
        block(&read("docs/ssh.md"), "sshd_config")
    );
}

#[test]
fn the_settings_of_the_machine_in_the_package_trust_no_key_yet() {
    let keys =
        havre::directory::packs::trust::TrustedKeys::read(Path::new("packaging/settings.json"));
    assert!(keys.is_ok_and(|keys| !keys.are_set()));
}
