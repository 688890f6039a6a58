//! The order of names in each language's alphabet: É with E, œ with oe, case apart.

use std::cmp::Ordering;
use std::sync::OnceLock;

use super::fold::fold_into;
use super::index::Documents;
use crate::i18n::Language;

/// Compares two names as the alphabet has them.
pub fn by_name(left: &str, right: &str) -> Ordering {
    key(left).cmp(&key(right)).then_with(|| left.cmp(right))
}

fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    fold_into(name, &mut key);
    key
}

/// The place of each document's name among all names, in English and in French: made when a list is
/// first asked for.
#[derive(Debug, Default)]
pub(super) struct Alphabet([OnceLock<Box<[u32]>>; 2]);

impl Alphabet {
    /// The places, by document.
    pub(super) fn places(&self, documents: &Documents, language: Language) -> &[u32] {
        self.0[language as usize].get_or_init(|| {
            let count = documents.count();
            let mut order: Vec<u32> = (0..count).collect();
            order.sort_by_cached_key(|document| key(documents.name(*document, language)));
            let mut places = vec![0; count as usize];
            for (place, document) in (0..count).zip(order) {
                places[document as usize] = place;
            }
            places.into()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_ligatures_and_case_do_not_part_names() {
        let mut names = ["Zone", "Éclair", "ecole", "Œuvre", "Odette", "École", "Fil"];
        names.sort_by(|left, right| by_name(left, right));
        assert_eq!(
            names,
            ["Éclair", "ecole", "École", "Fil", "Odette", "Œuvre", "Zone"]
        );
    }
}
