//! Import cycles between files of different folders: none is allowed among imports of items where they
//! are defined. A re-export (`pub use` of a `mod.rs`) counts as an import of that `mod.rs` alone.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::{module_of, paths, sources};

/// Imports of each file, without those of its tests.
type Imports = BTreeMap<PathBuf, BTreeSet<PathBuf>>;

fn imports(sources: &BTreeMap<PathBuf, String>) -> Imports {
    let modules: BTreeMap<Vec<String>, &PathBuf> =
        sources.keys().map(|file| (module_of(file), file)).collect();
    let of_file = |(file, text): (&PathBuf, &String)| {
        let mut found = Vec::new();
        paths::names(text.parse().unwrap(), &module_of(file), &mut found);
        let named = found
            .iter()
            .filter(|named| !named.in_tests && named.path[0] == "crate");
        // The file of the longest prefix that is a module.
        let files = named.filter_map(|named| {
            (2..=named.path.len())
                .rev()
                .find_map(|end| modules.get(&named.path[1..end]))
        });
        let others = files
            .filter(|other| **other != file)
            .map(|other| (*other).clone());
        (file.clone(), others.collect())
    };
    sources.iter().map(of_file).collect()
}

/// Returns the files reachable from a file.
fn reached<'a>(imports: &'a Imports, from: &'a Path) -> BTreeSet<&'a Path> {
    let (mut reached, mut next) = (BTreeSet::new(), vec![from]);
    while let Some(file) = next.pop() {
        for other in imports.get(file).into_iter().flatten() {
            if reached.insert(other.as_path()) {
                next.push(other);
            }
        }
    }
    reached
}

/// Returns imports that are part of a cycle between two folders.
fn circles(imports: &Imports) -> Vec<(&Path, &Path)> {
    let mut found = Vec::new();
    for (file, others) in imports {
        for other in others {
            if file.parent() != other.parent() && reached(imports, other).contains(file.as_path()) {
                found.push((file.as_path(), other.as_path()));
            }
        }
    }
    found
}

#[test]
fn no_import_leads_in_a_circle_between_folders() {
    let imports = imports(&sources());
    assert!(
        imports.values().map(BTreeSet::len).sum::<usize>() > 300,
        "imports are found"
    );
    let circles = circles(&imports);
    assert!(circles.is_empty(), "{circles:#?}");
}

#[test]
fn a_circle_is_seen_between_folders_and_allowed_within_one() {
    let texts = [
        ("src/a/one.rs", "use crate::b::two::X;"),
        (
            "src/b/two.rs",
            "use super::three::Y; mod tests { use crate::c::Z; }",
        ),
        ("src/b/three.rs", "use super::two::X; use crate::a::one::W;"),
        ("src/c/mod.rs", "use crate::b::two::X;"),
    ];
    let texts = texts.map(|(file, text)| (PathBuf::from(file), text.to_owned()));
    let imports = imports(&texts.into());
    let seen = [
        ("src/a/one.rs", "src/b/two.rs"),
        ("src/b/three.rs", "src/a/one.rs"),
    ];
    assert_eq!(
        circles(&imports),
        seen.map(|(file, other)| (Path::new(file), Path::new(other)))
    );
}
