//! Other programs that some tests need.

use std::env;
use std::io::{self, Write as _};
use std::path::PathBuf;

/// Returns the path of a program. If it is missing, the test that needs it says so and passes; with
/// `CI` set, it fails.
#[track_caller]
pub fn find_tool(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    // Servers are often outside of an ordinary user's path.
    let folders = env::split_paths(&path).chain(["/usr/sbin".into(), "/usr/local/sbin".into()]);
    let found = folders
        .map(|folder| folder.join(name))
        .find(|tool| tool.is_file());
    if found.is_none() {
        assert!(env::var_os("CI").is_none(), "{name} is missing");
        report(&format!("NOT TESTED: {name} is missing"));
    }
    found
}

/// Prints a text even if the test passes; the output of tests is otherwise captured.
pub fn report(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}
