//! Known defects of the crates in the lock file, from a clone of `RustSec`'s advisory database.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use semver::{Version, VersionReq};

use super::lock::packages;

/// Environment variable with the folder of the clone.
const DATABASE: &str = "ADVISORY_DB";

/// Advisory about a crate.
#[derive(Debug)]
struct Advisory {
    id: String,
    /// True for a notice, or an unmaintained crate: not a defect.
    informational: bool,
    /// Versions without the defect.
    free: Vec<VersionReq>,
}

impl Advisory {
    /// Parses the header of an advisory's file; `None` if it was withdrawn.
    fn read(text: &str) -> Option<Self> {
        let header = text.split("```").nth(1).unwrap_or(text);
        let value = |name: &str| {
            let field = |line: &&str| line.split('=').next().is_some_and(|key| key.trim() == name);
            let line = header.lines().find(field)?;
            line.split('"').nth(1).map(str::to_owned)
        };
        if value("withdrawn").is_some() {
            return None;
        }
        let kind = value("informational");
        Some(Self {
            id: value("id").unwrap(),
            informational: kind.is_some_and(|kind| kind != "unsound"),
            free: [list(header, "patched"), list(header, "unaffected")].concat(),
        })
    }

    fn meets(&self, version: &Version) -> bool {
        !self.free.iter().any(|free| free.matches(version))
    }
}

/// Returns the versions in a list of the header, which may continue over several lines.
fn list(header: &str, name: &str) -> Vec<VersionReq> {
    let start = format!("\n{name} = [");
    let Some((_, rest)) = header.split_once(&start) else {
        return Vec::new();
    };
    let (inside, _) = rest.split_once(']').unwrap();
    let quoted = inside.split('"').skip(1).step_by(2);
    quoted
        .map(|text| VersionReq::parse(text).unwrap())
        .collect()
}

/// Returns the advisories about a crate in the database.
fn about(database: &Path, name: &str) -> Vec<Advisory> {
    let folder = database.join("crates").join(name);
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let files = entries.map(|entry| entry.unwrap().path());
    let texts = files.filter(|file| file.extension().is_some_and(|end| end == "md"));
    texts
        .filter_map(|file| Advisory::read(&std::fs::read_to_string(file).unwrap()))
        .collect()
}

/// Returns the advisories that apply to a lock file: defects, then notices.
fn met(database: &Path, lock: &str) -> [Vec<String>; 2] {
    let mut met = [Vec::new(), Vec::new()];
    for (name, version, _) in packages(lock) {
        let parsed = Version::parse(&version).unwrap();
        for advisory in about(database, &name) {
            if advisory.meets(&parsed) {
                let line = format!("{}: {name} {version}", advisory.id);
                met[usize::from(advisory.informational)].push(line);
            }
        }
    }
    met
}

/// Prints a text even if the test passes.
fn report(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}

#[test]
fn no_crate_has_a_known_defect() {
    let Some(database) = std::env::var_os(DATABASE).map(PathBuf::from) else {
        return report(&format!(
            "NOT CHECKED: {DATABASE} names no advisory database"
        ));
    };
    let crates = std::fs::read_dir(database.join("crates")).unwrap();
    assert!(
        crates.count() > 100,
        "{} is a whole one",
        database.display()
    );
    let [defects, notices] = met(&database, &std::fs::read_to_string("Cargo.lock").unwrap());
    for notice in notices {
        report(&format!("advisory, no defect: {notice}"));
    }
    assert!(defects.is_empty(), "{defects:#?}");
}

#[test]
fn a_defect_is_found_in_the_versions_that_have_it() {
    let database = tempfile::tempdir().unwrap();
    let folder = database.path().join("crates/one");
    std::fs::create_dir_all(&folder).unwrap();
    for (id, kind, versions) in [
        (
            "1",
            "",
            "patched = [\">= 1.2.3\"]\nunaffected = [\n  \"< 1.1.0\",\n]",
        ),
        ("2", "informational = \"unmaintained\"\n", "patched = []"),
        ("3", "withdrawn = \"2026-01-01\"\n", "patched = []"),
        (
            "4",
            "informational = \"unsound\"\n",
            "patched = [\">= 1.3.0, < 2.0.0-a\"]",
        ),
    ] {
        let text = format!(
            "```toml\n[advisory]\nid = \"{id}\"\npackage = \"one\"\n{kind}\n[versions]\n{versions}\n```\n\n# Words\n"
        );
        std::fs::write(folder.join(format!("{id}.md")), text).unwrap();
    }
    for (version, expected) in [
        ("1.0.0", vec!["4"]),
        ("1.2.2", vec!["1", "4"]),
        ("1.2.3", vec!["4"]),
        ("1.3.0", vec![]),
    ] {
        let lock = format!("[[package]]\nname = \"one\"\nversion = \"{version}\"\n");
        let [mut defects, notices] = met(database.path(), &lock);
        defects.sort();
        let lines = |ids: Vec<&str>| -> Vec<String> {
            let line = |id| format!("{id}: one {version}");
            ids.into_iter().map(line).collect()
        };
        assert_eq!(defects, lines(expected));
        assert_eq!(notices, lines(vec!["2"]));
    }
}
