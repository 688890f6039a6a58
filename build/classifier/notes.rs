//! Notes about persons and about services: examples for the warning before a note is saved.

use super::corpus::{Example, fold_line, one};

/// Number of classes: notes about a person, notes about a service.
pub const CLASSES: usize = 2;

/// Returns an example for each line of both lists. Lines that begin with `#` are comments.
pub fn examples(persons: &str, services: &str) -> Vec<Example> {
    let lists = [persons, services].into_iter().enumerate();
    lists
        .flat_map(|(class, list)| {
            let notes = list.lines().filter(|line| !line.starts_with('#'));
            notes.map(move |note| one(fold_line(note), class))
        })
        .collect()
}
