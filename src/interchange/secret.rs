//! Words by which places that must stay unknown are recognized, in every format.

use crate::i18n::folding::fold_into;

/// Words for a secret address.
const SECRET: [&str; 10] = [
    "confidential",
    "confidentiality",
    "confidentialite",
    "confidentiel",
    "confidentielle",
    "undisclosed",
    "not disclosed",
    "non divulgue",
    "non divulguee",
    "secret",
];

/// Words that mean the same in somebody's own notes; a directory has private rooms and parking, too.
const PRIVATE: [&str; 3] = ["private", "prive", "privee"];

/// Words in names of shelters and of places easily taken for one.
const SHELTERS: [&str; 11] = [
    "shelter",
    "safe house",
    "safehouse",
    "transition house",
    "transition home",
    "second stage",
    "refuge",
    "hebergement",
    "maison sure",
    "maison de transition",
    "women s house",
];

/// Returns true if words say that an address is secret.
pub fn says_secret(text: &str) -> bool {
    has_words(text, &SECRET)
}

/// Returns true if somebody's own words say that an address is secret.
pub fn says_private(text: &str) -> bool {
    says_secret(text) || has_words(text, &PRIVATE)
}

/// Returns true if a name is that of a shelter.
pub fn is_shelter_name(text: &str) -> bool {
    has_words(text, &SHELTERS)
}

fn has_words(text: &str, phrases: &[&str]) -> bool {
    // Most texts hold no first letters of any phrase.
    let starts = |window: &[u8]| {
        let is_start = |phrase: &&str| phrase.as_bytes()[..3].eq_ignore_ascii_case(window);
        b"cunsrhtmwpCUNSRHTMWP".contains(&window[0]) && phrases.iter().any(is_start)
    };
    if text.is_ascii() && !text.as_bytes().windows(3).any(starts) {
        return false;
    }
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    let plain = |c: char| if c.is_alphanumeric() { c } else { ' ' };
    let words: String = folded.chars().map(plain).collect();
    let words: Vec<&str> = words.split_whitespace().collect();
    phrases.iter().any(|phrase| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        // Plurals count, too.
        words.windows(phrase.len()).any(|window| {
            let mut pairs = window.iter().zip(&phrase);
            pairs.all(|(word, wanted)| {
                word.strip_suffix('s').unwrap_or(word) == wanted.strip_suffix('s').unwrap_or(wanted)
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_notes_say_that_an_address_is_private() {
        for text in ["private address", "Adresse privée", "CONFIDENTIALITY"] {
            assert!(says_private(text), "{text}");
        }
        assert!(!says_secret("private parking") && !says_private("deprived"));
    }

    #[test]
    fn shelters_are_known_by_their_names() {
        assert!(is_shelter_name("Emergency Shelters"));
        assert!(is_shelter_name("Maison d’hébergement Quill"));
        assert!(!is_shelter_name("Sheltering Arms Café"));
    }
}
