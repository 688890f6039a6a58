//! Runs the functions of the fuzz targets on their corpus, and on truncated and changed versions of
//! it.

use std::path::Path;

#[path = "../../fuzz/inputs.rs"]
mod inputs;

/// Runs a target on every file of its corpus, and on versions with bytes removed or changed.
fn run(target: &str, holds: fn(&[u8]), changes: usize) {
    let folder = Path::new("fuzz/corpus").join(target);
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        holds(&bytes);
        for change in 0..changes.min(bytes.len()) {
            holds(&changed(&bytes, change));
        }
        seen += 1;
    }
    assert!(seen > 4, "the corpus of {target} is there");
}

/// Returns the bytes with one change, another for each number: truncated, one removed, one
/// replaced, a part doubled.
fn changed(bytes: &[u8], change: usize) -> Vec<u8> {
    // Steps of a prime number reach every position before one repeats.
    let at = change * 7919 % bytes.len();
    let mut changed = bytes.to_vec();
    match change % 4 {
        0 => changed.truncate(at),
        1 => drop(changed.remove(at)),
        2 => changed[at] ^= 1 << (change % 8),
        _ => changed.extend_from_slice(&bytes[at..]),
    }
    changed
}

#[test]
fn bookmarks_read_the_same_once_rescued() {
    run("bookmarks", inputs::bookmarks, 200);
}

#[test]
fn problems_of_the_guide_name_a_line() {
    run("guide", inputs::guide, 100);
}

#[test]
fn hours_are_ranges_of_a_day() {
    run("hours", inputs::hours, 200);
}

#[test]
fn any_bytes_are_decoded_to_keys() {
    run("keys", inputs::keys, 200);
}

#[test]
fn phone_numbers_are_whole() {
    run("phone_numbers", inputs::phone_numbers, 200);
}

#[test]
fn every_query_is_answered() {
    run("query", inputs::query, 20);
}

#[test]
fn each_target_has_its_function_and_corpus() {
    let names = |folder: &str| {
        let entries = std::fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .map(|name| name.trim_end_matches(".rs").to_owned())
            .collect();
        names.sort();
        names
    };
    let targets = names("fuzz/fuzz_targets");
    assert_eq!(targets, names("fuzz/corpus"));
    let inputs = include_str!("../../fuzz/inputs.rs");
    let manifest = include_str!("../../fuzz/Cargo.toml");
    for target in targets {
        assert!(inputs.contains(&format!("pub fn {target}(")), "{target}");
        assert!(
            manifest.contains(&format!("name = \"{target}\"")),
            "{target}"
        );
    }
}
