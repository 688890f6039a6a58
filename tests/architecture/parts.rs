//! Dependencies between parts: the table in ARCHITECTURE.md, read by the test.

use std::path::Path;

use super::paths::Named;
use super::{module_of, sources};

const PAGE: &str = include_str!("../../ARCHITECTURE.md");

/// Modules that any test may use: the content of the program, and that for tests.
const IN_TESTS: &[&str] = &["assets", "fixtures"];

/// Returns the names in backticks of a cell.
fn names(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split('`').skip(1).step_by(2)
}

/// Returns the rows of the table: a part, and the cell with the parts that it may use.
fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    let table = PAGE.split("Allowed dependencies").nth(1).unwrap();
    let lines = table.lines().skip_while(|line| !line.starts_with('|'));
    let lines = lines.take_while(|line| line.starts_with('|')).skip(2);
    lines.map(|line| {
        let mut cells = line.trim_matches('|').split('|').map(str::trim);
        let part = names(cells.next().unwrap()).next().unwrap();
        (part, cells.next().unwrap())
    })
}

/// Returns the forbidden part that a path names, as `crate::part`. A part without a row may use all.
pub fn forbidden(part: &str, named: &Named) -> Option<&'static str> {
    let ["crate", other, ..] = named.path.iter().map(String::as_str).collect::<Vec<_>>()[..] else {
        return None;
    };
    let (other, _) = rows().find(|(name, _)| *name == other)?;
    let (_, cell) = rows().find(|(name, _)| *name == part)?;
    let is_allowed = other == part
        || cell == "all"
        || names(cell).any(|name| name == other)
        || (named.in_tests && IN_TESTS.contains(&other));
    (!is_allowed).then(|| &*format!("crate::{other}").leak())
}

#[test]
fn every_part_has_its_row_and_every_row_names_parts() {
    let parts: Vec<&str> = rows().map(|(part, _)| part).collect();
    for (file, _) in sources() {
        let module = module_of(&file);
        let part = module.first().map_or("cli", String::as_str);
        let is_known = parts.contains(&part) || part == "fixtures";
        assert!(is_known, "{}: no row for {part}", file.display());
    }
    for (part, cell) in rows() {
        let is_file = |name: &str| Path::new("src").join(name).with_extension("rs").is_file();
        let is_part = |name: &str| Path::new("src").join(name).is_dir() || is_file(name);
        assert!(is_part(part), "{part}");
        for name in names(cell) {
            assert!(parts.contains(&name), "{part}: {name}");
        }
    }
}
