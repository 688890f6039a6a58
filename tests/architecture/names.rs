//! Names of tests: a statement with nouns of the trade, without a clause or a pronoun as a noun.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::rust_files;

/// Words that stand for a noun.
const CLAUSES: &[&str] = &[
    "everybody",
    "her",
    "hers",
    "nobody",
    "she",
    "somebody",
    "what",
    "whatever",
    "who",
    "whoever",
    "whom",
    "whose",
];

/// Returns the names of the tests of a file that have such a word.
fn roundabout_names(text: &str) -> Vec<&str> {
    let mut is_test = false;
    let mut found = Vec::new();
    for line in text.lines().map(str::trim) {
        let name = line
            .strip_prefix("fn ")
            .and_then(|rest| rest.split('(').next());
        if let Some(name) = name {
            let has_clause = name.split('_').any(|word| CLAUSES.contains(&word));
            if is_test && has_clause {
                found.push(name);
            }
        }
        is_test = line == "#[test]" || (is_test && line.starts_with("#["));
    }
    found
}

#[test]
fn tests_are_named_after_their_subject() {
    let files: BTreeMap<PathBuf, String> =
        ["src", "tests"].into_iter().flat_map(rust_files).collect();
    let broken: Vec<String> = files
        .iter()
        .flat_map(|(file, text)| {
            let names = roundabout_names(text).into_iter();
            names.map(move |name| format!("{}: {name}", file.display()))
        })
        .collect();
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn roundabout_name_is_found() {
    let text =
        "#[test]\n#[cfg(unix)]\nfn what_is_read() {}\nfn who_calls() {}\n#[test]\nfn reads() {}";
    assert_eq!(roundabout_names(text), ["what_is_read"]);
}
