//! Import cycles between files of different folders: none is allowed. An import is every path to an item,
//! followed through child modules and re-exports to the file that defines the item; a re-export is an
//! import, too.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::reexports::Modules;
use super::sources;

/// Imports of each file, without those of its tests.
type Imports = BTreeMap<PathBuf, BTreeSet<PathBuf>>;

fn imports(sources: &BTreeMap<PathBuf, String>) -> Imports {
    let modules = Modules::of(sources);
    let of_file = |file: &PathBuf| {
        let files = modules.imported_by(file).map(Path::to_owned);
        (file.clone(), files.filter(|other| other != file).collect())
    };
    sources.keys().map(of_file).collect()
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
    let files = imports.keys().map(PathBuf::as_path);
    let reached: BTreeMap<_, _> = files.map(|file| (file, reached(imports, file))).collect();
    let all = imports.iter();
    let all = all.flat_map(|(file, others)| others.iter().map(|other| (&**file, &**other)));
    all.filter(|(file, other)| file.parent() != other.parent() && reached[other].contains(file))
        .collect()
}

#[test]
fn imports_form_no_cycle_between_folders() {
    let imports = imports(&sources());
    assert!(
        imports.values().map(BTreeSet::len).sum::<usize>() > 300,
        "imports are found"
    );
    let circles = circles(&imports);
    assert!(circles.is_empty(), "{circles:#?}");
}

/// Returns the imports that are part of a cycle, as numbers of these files.
fn circles_of(texts: &[(&str, &str)]) -> Vec<(usize, usize)> {
    let sources = texts
        .iter()
        .map(|(file, text)| (file.into(), (*text).into()));
    let imports = imports(&sources.collect());
    let number = |path: &Path| {
        let mut files = texts.iter();
        files.position(|(file, _)| Path::new(file) == path).unwrap()
    };
    let found = circles(&imports);
    found
        .iter()
        .map(|(file, other)| (number(file), number(other)))
        .collect()
}

#[test]
fn cycle_is_seen_between_folders_and_allowed_within_one() {
    let texts = [
        ("src/a/one.rs", "use crate::b::two::X;"),
        (
            "src/b/three.rs",
            "use super::two::X; use crate::a::one::{self as first, W};",
        ),
        (
            "src/b/two.rs",
            "use super::three::Y; mod tests { use crate::c::Z; }",
        ),
        ("src/c/mod.rs", "use crate::b::two::X;"),
        ("src/a/mod.rs", "mod one;"),
        ("src/b/mod.rs", "mod two; mod three;"),
    ];
    assert_eq!(circles_of(&texts), [(0, 2), (1, 0)]);
}

#[test]
fn re_exports_and_child_modules_are_followed() {
    let texts = [
        ("src/a/mod.rs", "mod one; pub use one::One as First;"),
        ("src/a/one.rs", "fn f() { crate::b::Two::new(); }"),
        ("src/b/mod.rs", "mod two; mod leaf; pub use two::Two;"),
        (
            "src/b/two.rs",
            "use crate::a::First; use super::leaf; pub(in crate::c) struct Two;",
        ),
        ("src/b/leaf.rs", ""),
        ("src/c/mod.rs", "mod d; fn f() { d::g(); }"),
        ("src/c/d/mod.rs", "fn g() { super::f(); clap::c(); }"),
    ];
    assert_eq!(circles_of(&texts), [(1, 3), (3, 1), (6, 5), (5, 6)]);
}

#[test]
fn modules_around_a_cycle_are_no_part_of_it() {
    let texts = [
        ("src/a/mod.rs", "mod b; use b::X; pub(super) struct A;"),
        (
            "src/a/b/mod.rs",
            "mod c; pub use c::X; pub(super) struct B;",
        ),
        ("src/a/b/c.rs", "pub(in crate::a) struct X;"),
    ];
    assert_eq!(circles_of(&texts), []);
}
