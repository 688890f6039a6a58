//! Limits on lengths, and names of files that must exist.

use std::path::{Path, PathBuf};

use super::{RULES, sources};

/// Longest file under `src/`, in lines; about 200 are intended. Files of tests alone may be longer.
/// Clippy refuses long functions (`clippy.toml`).
const LONGEST_FILE: usize = 400;

#[test]
fn no_file_is_too_long_to_read() {
    let long: Vec<(usize, PathBuf)> = sources()
        .into_iter()
        .map(|(file, text)| (text.lines().count(), file))
        .filter(|(lines, file)| *lines > LONGEST_FILE && !file.ends_with("tests.rs"))
        .collect();
    assert!(long.is_empty(), "{long:?}");
}

#[test]
fn every_rule_names_a_part_that_there_is() {
    let is_part = |name: &str| {
        Path::new("src").join(name).is_dir()
            || Path::new("src").join(name).with_extension("rs").is_file()
    };
    for (part, _) in RULES {
        assert!(is_part(part), "{part}");
    }
}

/// Collects the code and all texts of the repository for people.
fn texts(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let is_text = [".rs", ".md", ".toml", ".ftl"]
            .iter()
            .any(|end| name.ends_with(end));
        if path.is_dir() && !["target", ".git", "corpus"].contains(&name.as_str()) {
            texts(&path, found);
        } else if is_text || path.parent() == Some(Path::new("./.ci")) {
            found.push(path);
        }
    }
}

/// Returns names of documents in capitals that the repository does not have, and numbers of issues.
fn dead_references(text: &str) -> Vec<&str> {
    let words =
        text.split(|character: char| !(character.is_alphanumeric() || "._#".contains(character)));
    let words: Vec<&str> = words
        .map(|word| word.trim_matches('.'))
        .filter(|word| !word.is_empty())
        .collect();
    let in_capitals = |stem: &str| {
        stem.len() > 2
            && stem
                .chars()
                .all(|letter| letter.is_ascii_uppercase() || letter == '_')
    };
    let documents = words.iter().copied().filter(|word| {
        word.strip_suffix(".md").is_some_and(in_capitals) && !Path::new(word).exists()
    });
    let issues = words.windows(2).filter_map(|pair| {
        let number = pair[1].trim_start_matches('#');
        let is_number = !number.is_empty() && number.chars().all(|digit| digit.is_ascii_digit());
        (["issue", "Issue"].contains(&pair[0]) && is_number).then_some(pair[1])
    });
    documents.chain(issues).collect()
}

#[test]
fn no_text_refers_to_a_missing_document_or_an_issue() {
    let mut files = Vec::new();
    texts(Path::new("."), &mut files);
    assert!(files.len() > 100, "the files are found");
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let dead = dead_references(&text);
        assert!(dead.is_empty(), "{}: {dead:?}", file.display());
    }
}

#[test]
fn a_dead_reference_is_seen() {
    let missing = ["NO", "WHERE.", "md"].concat();
    assert_eq!(
        dead_references(&format!("see {missing}, \"Input\"")),
        [missing]
    );
    assert_eq!(dead_references(&["as iss", "ue 3 asks"].concat()), ["3"]);
    assert_eq!(
        dead_references("README.md says; an issue of three pages; a.md"),
        [""; 0]
    );
}

/// First words of clauses that stand for a noun: a doc comment names its item or begins with a verb.
const CLAUSES: &[&str] = &[
    "How", "Nobody", "So that", "Somebody", "There", "What", "When", "Where", "Whether", "Who",
    "Whom", "Whose", "Why",
];

/// Returns the lines of doc comments that begin with a clause: first lines, and those after an empty
/// one. Lines of a code block do not count.
fn roundabout(text: &str) -> Vec<usize> {
    let mut in_code = false;
    let mut continued = false;
    let mut found = Vec::new();
    for (line, number) in text.lines().map(str::trim).zip(1..) {
        let words = ["///", "//!"]
            .iter()
            .find_map(|sign| line.strip_prefix(sign));
        let words = words.map(str::trim).filter(|words| !words.is_empty());
        let is_fence = words.is_some_and(|words| words.starts_with("```"));
        in_code ^= is_fence;
        let begins = |clause: &&str| {
            let rest = words.and_then(|words| words.strip_prefix(*clause));
            rest.is_some_and(|rest| rest.starts_with([' ', ',']))
        };
        if !continued && !in_code && CLAUSES.iter().any(begins) {
            found.push(number);
        }
        continued = words.is_some_and(|words| !words.starts_with('#')) && !is_fence;
    }
    found
}

#[test]
fn doc_comments_name_their_item() {
    let broken: Vec<String> = sources()
        .iter()
        .flat_map(|(file, text)| {
            let lines = roundabout(text).into_iter();
            lines.map(move |line| format!("{}:{line}", file.display()))
        })
        .collect();
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn a_roundabout_comment_is_seen() {
    let clause = "/// Whether a key counts.\nfn f() {}";
    assert_eq!(roundabout(clause), [1]);
    let error = "/// Writes.\n///\n/// # Errors\n/// When it fails.";
    assert_eq!(roundabout(error), [4]);
    let plain = "/// Returns true\n/// Where it stands.\n//! ```text\n//! What  a child\n//! ```";
    assert_eq!(roundabout(plain), [0; 0]);
    assert_eq!(roundabout("//! Whereabouts in an argument."), [0; 0]);
}
