//! Architecture rules: the table of parts in ARCHITECTURE.md (`parts`), and paths and calls that a part
//! or the program must never name.
//!
//! Every path in `src/` is read from the tokens, with `super` and `use` lists resolved.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

mod advisories;
mod cycles;
mod dependencies;
mod doubles;
mod ids;
mod lock;
mod names;
mod parts;
mod paths;
mod reexports;
mod security;
mod tidy;

/// Forbidden everywhere: sockets, other programs, and the one call of crossterm that starts `tput`
/// if the size is unknown.
const NOWHERE: &[&str] = &[
    "std::net",
    "std::os::unix::net",
    "rustix::net",
    "rustix::runtime",
    "process::Command",
    "CommandExt",
    "crossterm::terminal::size",
    "crossterm::cursor::position",
    "ratatui::restore",
    "ratatui::init",
];

/// Only in `files`: havre writes no files except the worker's, and those in one way. Tests may
/// prepare their own files.
const WRITES: &[&str] = &[
    "fs::write",
    "fs::rename",
    "fs::copy",
    "fs::hard_link",
    "fs::remove_file",
    "fs::remove_dir",
    "fs::remove_dir_all",
    "fs::create_dir",
    "fs::create_dir_all",
    "fs::set_permissions",
    "File::create",
    "File::create_new",
    "OpenOptions",
    "DirBuilder",
];

/// File that attempts forbidden actions to check that they are refused; compiled in debug builds
/// only.
const REHEARSAL: &str = "src/runtime/escapes.rs";

/// Only in `confine`: the program is confined in one place.
const LOCKS_IN: &[&str] = &["landlock", "seccompiler", "libc"];

/// Interfaces of Unix, only in the parts that a port to another system rewrites (`docs/porting.md`).
const UNIX: &[&str] = &["std::os::unix", "std::os::fd", "rustix", "signal_hook"];

/// Parts that may name them.
const UNIX_IN: &[&str] = &["terminal", "files", "persistence", "confine"];

/// Crates of the terminal.
const TERMINAL: &[&str] = &["ratatui", "crossterm", "signal_hook"];

/// Disk and clock, which reach the behaviour as actions only.
const WORLD: &[&str] = &[
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "Instant",
    "SystemTime",
    "Zoned::now",
    "Timestamp::now",
    "clock::now",
    "clock::today",
    "rustix",
];

/// Forbidden paths by part, besides the other parts that it may not use (`parts`). A part is a module
/// directly under the crate's root.
const RULES: &[(&str, &[&[&str]])] = &[
    ("app", &[TERMINAL, WORLD]),
    ("assets", &[TERMINAL, &["std::fs"]]),
    ("bookmarks", &[TERMINAL]),
    ("classifier", &[TERMINAL, WORLD]),
    ("confine", &[TERMINAL]),
    ("corrections", &[TERMINAL, WORLD, &["bookmarks::Store"]]),
    ("directory", &[TERMINAL]),
    ("document", &[TERMINAL, WORLD, &["bookmarks::Store"]]),
    ("files", &[TERMINAL]),
    ("guide", &[TERMINAL]),
    ("handout", &[TERMINAL, WORLD]),
    ("i18n", &[TERMINAL, &["std::fs"]]),
    ("interchange", &[TERMINAL]),
    ("needs", &[TERMINAL]),
    ("paths", &[TERMINAL]),
    ("pathways", &[TERMINAL, WORLD]),
    ("persistence", &[TERMINAL]),
    (
        "places",
        &[
            TERMINAL,
            WORLD,
            &["directory::Contact", "directory::Directory"],
        ],
    ),
    ("plain", &[TERMINAL]),
    ("search", &[TERMINAL, &["std::fs"]]),
    ("settings", &[TERMINAL]),
    ("tables", &[TERMINAL, WORLD]),
    ("terminal", &[&["havre"]]),
    ("ui", &[&["crossterm", "signal_hook"], WORLD]),
];

/// Returns the forbidden paths of a source file: (line, rule).
fn offences(file: &Path, source: &str) -> Vec<(usize, &'static str)> {
    let module = module_of(file);
    let mut found = Vec::new();
    paths::names(source.parse().unwrap(), &module, &mut found);
    let part = module.first().map_or("", String::as_str);
    if file == Path::new(REHEARSAL) {
        return rehearsal_offences(source);
    }
    let own = RULES.iter().filter(|(name, _)| *name == part);
    let rules = own
        .flat_map(|(_, lists)| lists.iter().copied())
        .chain([NOWHERE]);
    let rules: Vec<&'static str> = rules.flatten().copied().collect();
    let mut offences = Vec::new();
    for named in &found {
        let broken = rules.iter().filter(|rule| holds(&named.path, rule));
        offences.extend(broken.map(|rule| (named.line, *rule)));
        let other = parts::forbidden(part, named);
        offences.extend(other.map(|rule| (named.line, rule)));
        let writes = WRITES.iter().filter(|rule| holds(&named.path, rule));
        if part != "files" && !named.in_tests {
            offences.extend(writes.map(|rule| (named.line, *rule)));
        }
        let unix = UNIX.iter().filter(|rule| holds(&named.path, rule));
        if !UNIX_IN.contains(&part) && !named.in_tests {
            offences.extend(unix.map(|rule| (named.line, *rule)));
        }
        let locks = LOCKS_IN.iter().filter(|rule| holds(&named.path, rule));
        if part != "confine" {
            offences.extend(locks.map(|rule| (named.line, *rule)));
        }
    }
    offences.dedup();
    offences
}

/// Returns the faults of the rehearsal: it may use every path, and release builds must not contain
/// it.
fn rehearsal_offences(source: &str) -> Vec<(usize, &'static str)> {
    let debug = "#![cfg(debug_assertions)]";
    let missing = !source.lines().any(|line| line == debug);
    missing.then_some((1, debug)).into_iter().collect()
}

/// Returns true if the words of the rule occur in the path one after the other.
fn holds(path: &[String], rule: &str) -> bool {
    let words: Vec<&str> = rule.split("::").collect();
    path.windows(words.len()).any(|window| window == words)
}

/// Returns the module of a file under `src/`: `src/directory/check/mod.rs` is `directory::check`.
fn module_of(file: &Path) -> Vec<String> {
    let inside = file.strip_prefix("src").unwrap_or(file).with_extension("");
    inside
        .iter()
        .map(|part| part.to_str().unwrap().to_owned())
        .filter(|part| !["mod", "lib", "main"].contains(&part.as_str()))
        .collect()
}

/// Returns every Rust file under `src/`, with its text.
fn sources() -> BTreeMap<PathBuf, String> {
    rust_files("src")
}

/// Returns every Rust file under a folder, with its text.
fn rust_files(top: &str) -> BTreeMap<PathBuf, String> {
    let mut folders = vec![PathBuf::from(top)];
    let mut files = BTreeMap::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                files.insert(path, text);
            }
        }
    }
    files
}

#[test]
fn no_part_uses_a_forbidden_path() {
    let sources = sources();
    assert!(sources.len() > 10, "the sources are read");
    let broken: Vec<String> = sources
        .iter()
        .flat_map(|(file, text)| {
            offences(file, text)
                .into_iter()
                .map(move |found| (file, found))
        })
        .map(|(file, (line, rule))| format!("{}:{line}: names {rule}", file.display()))
        .collect();
    assert!(broken.is_empty(), "{broken:#?}");
}

/// One violation a line: file, source, forbidden path.
const BROKEN: &str = r#"src/directory/load.rs | use ratatui::text::Line; | ratatui
src/directory/load.rs | use crate::app::App; | crate::app
src/directory/load.rs | use super::super::app::App; | crate::app
src/directory/mod.rs | use super::app::App; | crate::app
src/directory/mod.rs | mod tests { use super::super::ui; } | crate::ui
src/search/mod.rs | use crate::{i18n::Text, app::{App, State}}; | crate::app
src/paths.rs | use {std::path::Path, crate::{ui as screen}}; | crate::ui
src/i18n/mod.rs | fn f() { let x = crossterm::style::Color::Red; } | crossterm
src/i18n/mod.rs | fn f() { g!("{}", crate::cli::x()); } | crate::cli
src/app/update/mod.rs | use std::{fs, io}; | std::fs
src/app/update/mod.rs | use std::time::{Duration, Instant}; | Instant
src/app/update/mod.rs | fn f() { std::fs::read("x"); } | std::fs
src/app/update/mod.rs | use crate::terminal::Session; | crate::terminal
src/ui/mod.rs | pub use crossterm; | crossterm
src/document/topic/mod.rs | use super::super::super::app::App; | crate::app
src/directory/mod.rs | use crate::document::Row; | crate::document
src/ui/theme.rs | use super::super::terminal as t; | crate::terminal
src/terminal/mod.rs | use crate::i18n::Messages; | crate::i18n
src/runtime/mod.rs | use std::process::{self, Command}; | process::Command
src/runtime/mod.rs | use std::net::TcpStream; | std::net
src/settings/mod.rs | fn f() { fs::write(path, text)?; } | fs::write
src/runtime/mod.rs | use std::fs::{File, OpenOptions}; | OpenOptions
src/main.rs | fn f() { std::process::Command::new("sh"); } | process::Command
src/cli/commands/doctor/files.rs | use std::os::unix::fs::MetadataExt; | std::os::unix
src/directory/packs/pack/file.rs | use rustix::fs::statvfs; | rustix
src/runtime/mod.rs | use signal_hook::consts::SIGHUP; | signal_hook"#;

#[test]
fn checker_finds_forbidden_paths() {
    for row in BROKEN.lines() {
        let [file, source, rule] = row.split(" | ").collect::<Vec<_>>()[..] else {
            panic!("{row}");
        };
        let found = offences(Path::new(file), source);
        assert!(
            found
                .iter()
                .any(|(line, broken)| *line == 1 && *broken == rule),
            "{file}: {source}: {found:?}"
        );
    }
}

#[test]
fn parts_below_the_search_may_not_name_it() {
    let source = "use crate::search::Index;";
    for part in ["i18n", "directory", "guide", "bookmarks"] {
        let file = format!("src/{part}/mod.rs");
        let found = offences(Path::new(&file), source);
        assert_eq!(found, [(1, "crate::search")], "{file}");
    }
}

#[test]
fn places_know_regions_and_zones_of_the_directory_and_nothing_of_contacts() {
    let broken = |source: &str| offences(Path::new("src/places/mod.rs"), source);
    assert_eq!(broken("use crate::directory::Region;"), []);
    assert_eq!(broken("use crate::directory::hours::Zone;"), []);
    assert_eq!(broken("use crate::search::fold;"), [(1, "crate::search")]);
    let contact = [(1, "directory::Contact")];
    assert_eq!(broken("use crate::directory::{Contact, Region};"), contact);
}

#[test]
fn checker_accepts_allowed_paths() {
    for (file, source) in [
        (
            "src/directory/load.rs",
            "//! Knows no ratatui.\nuse super::{Contact, Region}; // crossterm",
        ),
        ("src/directory/load.rs", "const X: &str = \"crate::app\";"),
        (
            "src/directory/mod.rs",
            "mod tests { use super::*; use super::app; }",
        ),
        (
            "src/app/mod.rs",
            "use std::time::Duration; use crate::search::Index;",
        ),
        ("src/ui/mod.rs", "use ratatui::Frame; use crate::app::App;"),
        (
            "src/terminal/mod.rs",
            "use crossterm::event; use crate::terminal::session::Session; use super::x;",
        ),
        (
            "src/cli/commands/check/mod.rs",
            "use clap::{Command, Arg}; use std::fs;",
        ),
        ("src/runtime/mod.rs", "use crate::{app, terminal, ui};"),
        ("src/main.rs", "use std::process::ExitCode;"),
    ] {
        assert_eq!(offences(Path::new(file), source), [], "{file}: {source}");
    }
}

#[test]
fn needs_know_no_search() {
    let file = Path::new("src/needs/recognize.rs");
    let source = "use crate::{i18n::folding::fold, search::Index};";
    assert_eq!(offences(file, source), [(1, "crate::search")]);
}

#[test]
fn locking_the_program_in_is_one_parts_affair_and_its_rehearsal_stays_here() {
    let broken = |file: &str, source: &str| -> Vec<&str> {
        let found = offences(Path::new(file), source);
        found.into_iter().map(|(_, rule)| rule).collect()
    };
    let paths = "use crate::paths::Paths;";
    assert_eq!(broken("src/confine/mod.rs", paths), ["crate::paths"]);
    let lock = "use landlock::Ruleset;";
    assert_eq!(broken("src/confine/mod.rs", lock), [""; 0]);
    assert_eq!(broken("src/runtime/mod.rs", lock), ["landlock"]);
    let debug = "#![cfg(debug_assertions)]";
    let shell = "use std::process::Command;";
    assert_eq!(broken(REHEARSAL, shell), [debug]);
    let rehearsed = format!("//! A rehearsal.\n{debug}\n{shell}");
    assert_eq!(broken(REHEARSAL, &rehearsed), [""; 0]);
}
