//! Writes `build/start.ld`: the functions that a start runs, then those of a usual visit.
//!
//! With valgrind installed, whose Callgrind names every function that ran:
//!
//! ```sh
//! HAVRE_WITHOUT_START_LIST=1 CARGO_PROFILE_BENCH_STRIP=none cargo bench --bench start_order
//! ```
//!
//! Worth doing when `cargo bench --bench terminal` shows that the memory of a session has grown.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a measurement that cannot go on fails"
)]
#![expect(clippy::print_stdout, reason = "it says what it has done")]

#[path = "../../tests/support/mod.rs"]
#[expect(dead_code, unused_imports, reason = "the tests use the rest")]
mod support;

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use support::{Setup, find_tool};

const HAVRE: &str = env!("CARGO_BIN_EXE_havre");

/// Where the linker finds the list.
const LIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/build/start.ld");

/// Under Callgrind everything takes fifty times as long.
const PATIENCE: Duration = Duration::from_secs(300);

/// The answers of a first start.
const FIRST: &[&str] = &["n", "s", "\r"];

/// A usual visit: a topic, a tab, a search, a card and a bookmark.
const VISIT: &[&str] = &[
    "j", "\r", "\x1b[B", "\x1b", "2", "4", "/", "shelter", "\r", "\r", "b", "\x1b", "5",
];

fn main() {
    let valgrind = find_tool("valgrind").expect("valgrind is not installed");
    let folder = tempfile::tempdir().unwrap();
    let run = |keys: &[&str]| functions(&run(&valgrind, folder.path(), keys));
    let first = run(FIRST);
    let start = run(&[]);
    let mut visit = run(VISIT);
    visit.extend(first);
    visit.retain(|function| !start.contains(function));
    println!(
        "{} functions of a start, {} more of a visit",
        start.len(),
        visit.len()
    );
    assert!(
        start.len() > 100,
        "names are missing: see the head of this file"
    );
    std::fs::write(LIST, script(&start, &visit)).unwrap();
}

/// What Callgrind says of havre with these keys.
fn run(valgrind: &Path, folder: &Path, keys: &[&str]) -> String {
    let trace = folder.join("trace");
    let data = folder.join("data");
    let trace_argument = format!("--callgrind-out-file={}", trace.display());
    let mut terminal = Setup::of(valgrind)
        .args(["--tool=callgrind", "--demangle=no", &trace_argument])
        .args([HAVRE, "--data-dir", data.to_str().unwrap()])
        .patience(PATIENCE)
        .start();
    terminal.wait_for_text("911");
    terminal.settled();
    for keys in keys {
        let before = terminal.output().len();
        terminal.send(keys);
        terminal.wait_for_output("an answer", |output| output.len() > before);
        terminal.settled();
    }
    terminal.send("\x18");
    assert_eq!(terminal.wait_for_end(), 0);
    std::fs::read_to_string(trace).unwrap()
}

/// The functions of havre itself in what Callgrind wrote: "ob=" names the file and "fn=" a function
/// that ran in it. A name stands once behind its number, and is the number alone from then on; a call
/// ("cob=", "cfn=") may be its first use.
fn functions(trace: &str) -> BTreeSet<String> {
    let mut names: HashMap<(bool, &str), &str> = HashMap::new();
    let mut ours = false;
    let mut found = BTreeSet::new();
    for line in trace.lines() {
        let Some((kind, value)) = line.split_once('=') else {
            continue;
        };
        let (is_file, is_called) = match kind {
            "ob" => (true, false),
            "cob" => (true, true),
            "fn" => (false, false),
            "cfn" => (false, true),
            _ => continue,
        };
        let (number, name) = value.split_once(' ').unwrap_or((value, ""));
        let name = if name.is_empty() {
            names.get(&(is_file, number)).copied().unwrap_or_default()
        } else {
            names.insert((is_file, number), name);
            name
        };
        if is_called {
            continue;
        }
        if is_file {
            ours = name == HAVRE;
        } else if ours && name.starts_with("_Z") | name.starts_with("_R") {
            found.insert(pattern(name));
        }
    }
    found
}

/// A pattern for a mangled name: without what changes from build to build, that is the hash at the
/// end of `_ZN…17h0123456789abcdefE`, the mark of the module behind it, and the crate's hash in
/// `_RN…Cs0123456789_4core…`.
fn pattern(name: &str) -> String {
    let name = name.split('\'').next().unwrap_or_default();
    if let Some((path, _)) = name.rsplit_once("17h") {
        return format!("{path}17h*");
    }
    let name = name.split(".llvm.").next().unwrap_or_default();
    let mut parts = name.split("Cs");
    let mut pattern = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once('_') {
            Some((hash, rest)) if hash.chars().all(|c| c.is_ascii_alphanumeric()) => {
                pattern += "Cs*_";
                pattern += rest;
            }
            _ => {
                pattern += "Cs";
                pattern += part;
            }
        }
    }
    pattern
}

/// The list as the linker reads it.
fn script(start: &BTreeSet<String>, visit: &BTreeSet<String>) -> String {
    let mut script = String::from(
        "/* The functions that a start of havre runs, then those of a usual visit: side by side, they\n\
        \u{20}  fill few pages (see main.rs here). Written by `cargo bench --bench start_order`. */\n\
         SECTIONS\n{\n  .text.start :\n  {\n",
    );
    for function in start.iter().chain(visit) {
        writeln!(script, "    *(.text.{function} .text.unlikely.{function})").unwrap();
    }
    script + "  }\n}\nINSERT BEFORE .text;\n"
}
