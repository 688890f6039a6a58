//! The programs that some tests need beside their own.

use std::env;
use std::io::{self, Write as _};
use std::path::PathBuf;

/// Where that program is. Where it is missing, the test that needs it says so and passes; where `CI`
/// is set, it fails.
#[track_caller]
pub fn find_tool(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    // Servers are often out of an ordinary user's way.
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

/// Says it even when the test passes: what a test prints is else kept from sight.
pub fn report(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}
