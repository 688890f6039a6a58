//! Alphabetical order of names in English and French: É sorts with E, œ with oe, and case is
//! ignored.

use std::cmp::Ordering;

use super::folding::fold_into;

/// Compares two names alphabetically; names with the same key compare byte by byte.
pub fn by_name(left: &str, right: &str) -> Ordering {
    key(left).cmp(&key(right)).then_with(|| left.cmp(right))
}

/// Returns the sort key of a name: its folded text.
pub fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    fold_into(name, &mut key);
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_ligatures_and_case_do_not_separate_names() {
        let mut names = ["Zone", "Éclair", "ecole", "Œuvre", "Odette", "École", "Fil"];
        names.sort_by(|left, right| by_name(left, right));
        assert_eq!(
            names,
            ["Éclair", "ecole", "École", "Fil", "Odette", "Œuvre", "Zone"]
        );
    }
}
