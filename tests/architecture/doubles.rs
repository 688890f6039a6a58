//! Names of types: within one part of the program no two types have the same name.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};

use super::{module_of, sources};

/// Collects the names of the types that a module and its inline modules declare, without those of
/// tests.
fn types(tokens: TokenStream, found: &mut Vec<String>) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, tree) in trees.iter().enumerate() {
        let TokenTree::Ident(word) = tree else {
            continue;
        };
        match &trees[at + 1..] {
            [TokenTree::Ident(name), TokenTree::Group(body), ..]
                if word == "mod" && name != "tests" =>
            {
                types(body.stream(), found);
            }
            [TokenTree::Ident(name), ..]
                if ["struct", "enum", "trait", "type", "union"]
                    .iter()
                    .any(|keyword| word == keyword) =>
            {
                found.push(name.to_string());
            }
            _ => {}
        }
    }
}

/// Returns the types of each part with the files that declare them.
fn declared(sources: &BTreeMap<PathBuf, String>) -> BTreeMap<(String, String), Vec<&Path>> {
    let mut all: BTreeMap<_, Vec<&Path>> = BTreeMap::new();
    for (file, text) in sources {
        let module = module_of(file);
        let Some(part) = module
            .first()
            .filter(|_| !module.contains(&"tests".to_owned()))
        else {
            continue;
        };
        let mut names = Vec::new();
        types(text.parse().unwrap(), &mut names);
        for name in names {
            all.entry((part.clone(), name)).or_default().push(file);
        }
    }
    all
}

#[test]
fn no_two_types_of_a_part_have_the_same_name() {
    let sources = sources();
    let all = declared(&sources);
    assert!(all.len() > 500, "the sources are read: {}", all.len());
    let double: Vec<_> = all.iter().filter(|(_, files)| files.len() > 1).collect();
    assert!(double.is_empty(), "{double:#?}");
}

#[test]
fn a_name_is_counted_once_in_each_file_and_apart_from_tests_and_methods() {
    let text = "
        pub struct Row; enum Line { Row } type Table = Row; trait Cell {}
        impl Iterator for Line { type Item = Row; fn f() { struct Inner; } }
        mod rows { pub(super) struct Item; }
        mod tests { struct Line; }";
    let mut found = Vec::new();
    types(text.parse().unwrap(), &mut found);
    assert_eq!(found, ["Row", "Line", "Table", "Cell", "Item"]);
    let files = ["a/mod.rs", "a/b.rs", "a/tests/c.rs", "d.rs"];
    let files = files.map(|file| (Path::new("src").join(file), "struct Row;".to_owned()));
    let files = files.into();
    let counts: Vec<usize> = declared(&files).values().map(Vec::len).collect();
    assert_eq!(counts, [2, 1]);
}
