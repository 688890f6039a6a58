//! Check that the tests named in SECURITY.md exist.

use std::path::Path;

const PAGE: &str = include_str!("../../SECURITY.md");

/// Returns the names in code spans of one column of the table with this head.
fn column<'a>(page: &'a str, head: &str) -> Vec<(&'a str, Vec<&'a str>)> {
    let mut rows = Vec::new();
    let mut place = None;
    for line in page.lines() {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        if !line.starts_with('|') {
            place = None;
        } else if let Some(found) = cells.iter().position(|cell| *cell == head) {
            place = Some(found);
        } else if let Some(place) = place.filter(|_| !line.starts_with("|-")) {
            let spans = cells[place].split('`').skip(1).step_by(2);
            rows.push((cells[0], spans.collect()));
        }
    }
    rows
}

/// Returns true if a file (or one of a folder) has a test of this name.
fn has_test(path: &Path, name: &str) -> bool {
    if path.is_dir() {
        let mut inside = std::fs::read_dir(path).unwrap();
        return inside.any(|entry| has_test(&entry.unwrap().path(), name));
    }
    let Ok(text) = std::fs::read_to_string(path) else {
        return false;
    };
    // A property test has arguments after its name.
    let begins = format!("fn {name}(");
    let Some((before, _)) = text.split_once(&begins) else {
        return false;
    };
    // In a module, `fn` is indented.
    let attributes = before
        .trim_end()
        .lines()
        .rev()
        .take_while(|line| !line.trim().is_empty());
    attributes.into_iter().any(|line| line.trim() == "#[test]")
}

/// Returns an error for a name such as `tests/x.rs::name` or a path if it does not exist.
fn is_there(name: &str) -> bool {
    match name.split_once("::") {
        Some((file, test)) => has_test(Path::new(file), test),
        None => Path::new(name).exists(),
    }
}

#[test]
fn every_test_that_security_md_names_is_there() {
    let rows = column(PAGE, "held by");
    assert!(rows.len() >= 18 + 9, "both tables are read: {}", rows.len());
    for (row, names) in rows {
        assert!(!names.is_empty(), "{row}: held by nothing");
        for name in names {
            assert!(is_there(name), "{row}: {name}");
        }
    }
}

#[test]
fn a_name_that_leads_nowhere_is_seen() {
    let page = "| a | held by |\n|---|---|\n| x | `tests/y.rs::z`, words `b` |\n\n| q | `c` |\n";
    assert_eq!(column(page, "held by"), [("x", vec!["tests/y.rs::z", "b"])]);
    let file = "tests/architecture/security.rs";
    assert!(is_there(&format!(
        "{file}::a_name_that_leads_nowhere_is_seen"
    )));
    for name in ["is_there", "none"] {
        assert!(!is_there(&format!("{file}::{name}")), "no test");
    }
    assert!(!is_there("tests/none.rs") && !is_there("tests/none.rs::a"));
}
