//! Words by which places that must stay unknown are recognized, in packs, in files and in own contacts.

use std::sync::OnceLock;

use memchr::memmem::Finder;

use crate::i18n::folding::fold_into;

/// Words for a secret address.
const SECRET: [&str; 14] = [
    "confidential",
    "confidentiality",
    "confidentialite",
    "confidentiel",
    "confidentielle",
    "undisclosed",
    "not disclosed",
    "non divulgue",
    "non divulguee",
    "pas divulgue",
    "pas divulguee",
    "secret",
    "secrete",
    "withheld",
];

/// Parts of those words, in the case of each, by which most texts are passed over.
const STEMS: [&str; 10] = [
    "onfid", "ONFID", "isclos", "ISCLOS", "ivulg", "IVULG", "ecr", "ECR", "ithh", "ITHH",
];

/// Words for a place that can be secret.
const PLACES: [&str; 9] = [
    "address",
    "addresse",
    "adresse",
    "location",
    "emplacement",
    "lieu",
    "lieux",
    "endroit",
    "whereabout",
];

/// Words for houses, which are secret only directly behind the word for it.
const HOUSES: [&str; 9] = [
    "house",
    "home",
    "shelter",
    "site",
    "maison",
    "refuge",
    "residence",
    "facility",
    "hebergement",
];

/// Words before the verb "address".
const VERB: [&str; 9] = [
    "to", "we", "they", "that", "who", "and", "help", "helps", "can",
];

/// Words for a house of which nobody may know where it is.
const SAFE_HOUSES: [&str; 3] = ["safe house", "safehouse", "maison sure"];

/// Words that tell where a place is, in somebody's own notes.
const LOCATED: [&str; 3] = ["located", "situe", "situee"];

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

/// Returns true if a name or a note of somebody's own means that the place is secret.
pub fn means_secret_place(text: &str) -> bool {
    says_private(text) || is_shelter_name(text)
}

/// Returns true if somebody's own description says that the place is secret.
pub fn describes_secret_place(text: &str) -> bool {
    says_secret_place(text) || says_secret(text) && has_words(text, &LOCATED)
}

/// Returns true if a name is that of a shelter.
pub fn is_shelter_name(text: &str) -> bool {
    has_words(text, &SHELTERS)
}

/// Returns true if a text is about a safe house.
pub fn is_safe_house(text: &str) -> bool {
    has_words(text, &SAFE_HOUSES)
}

/// Returns true if a sentence says that a place is secret, and not only what is said there: "the address is
/// confidential", "undisclosed location".
pub fn says_secret_place(text: &str) -> bool {
    may_be_secret(text) && text.split(['.', '!', '?', ';', '\n']).any(is_secret_place)
}

fn is_secret_place(sentence: &str) -> bool {
    let words = folded_words(sentence);
    let words: Vec<&str> = words.split_whitespace().collect();
    let plain = |at: usize| words[at].strip_suffix('s').unwrap_or(words[at]);
    let is_place = |at: usize| {
        let verb = at > 0 && words[at] == "address" && VERB.contains(&words[at - 1]);
        !verb && (PLACES.contains(&words[at]) || PLACES.contains(&plain(at)))
    };
    let secrets = SECRET.iter().flat_map(|phrase| {
        let length = phrase.split(' ').count();
        let starts = (0..words.len().saturating_sub(length - 1)).map(move |at| (at, at + length));
        starts.filter(|(start, end)| {
            let same = words[*start..*end].iter().zip(phrase.split(' '));
            same.into_iter()
                .all(|(word, wanted)| word.trim_end_matches('s') == wanted.trim_end_matches('s'))
        })
    });
    secrets.into_iter().any(|(start, end)| {
        (start.saturating_sub(7)..start).any(is_place)
            || (end..words.len().min(end + 3)).any(is_place)
            || end < words.len() && HOUSES.contains(&plain(end))
    })
}

/// Returns true unless a text surely has no word for a secret.
fn may_be_secret(text: &str) -> bool {
    static FINDERS: OnceLock<[Finder<'static>; 10]> = OnceLock::new();
    let finders = FINDERS.get_or_init(|| STEMS.map(Finder::new));
    finders
        .iter()
        .any(|stem| stem.find(text.as_bytes()).is_some())
}

fn folded_words(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    let plain = |c: char| if c.is_alphanumeric() { c } else { ' ' };
    folded.chars().map(plain).collect()
}

fn has_words(text: &str, phrases: &[&str]) -> bool {
    // Most texts hold no first letters of any phrase.
    let starts = |window: &[u8]| {
        let is_start = |phrase: &&str| phrase.as_bytes()[..3].eq_ignore_ascii_case(window);
        b"cunsrhtmwplCUNSRHTMWPL".contains(&window[0]) && phrases.iter().any(is_start)
    };
    if text.is_ascii() && !text.as_bytes().windows(3).any(starts) {
        return false;
    }
    let words = folded_words(text);
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
    fn a_sentence_says_that_a_place_is_secret() {
        for text in [
            "The address is confidential.",
            "Confidential location – do not publish",
            "CONFIDENTIAL ADDRESS",
            "Our locations are not disclosed.",
            "The location of the house is kept secret",
            "Location: undisclosed",
            "Address withheld",
            "Adresse confidentielle",
            "L’adresse n’est pas divulguée.",
            "Un lieu tenu secret",
            "A confidential shelter",
        ] {
            assert!(says_secret_place(text), "{text}");
        }
        for text in [
            "Free, confidential counselling. Our office is at the mall.",
            "We address trauma in a confidential setting.",
            "The shelter offers confidential support",
            "Confidential testing",
            "The location is near the school",
            "Secretary at our address",
            "",
        ] {
            assert!(!says_secret_place(text), "{text}");
        }
    }

    #[test]
    fn a_secret_place_is_not_confidential_help() {
        for text in [
            "Confidential address: ask",
            "Lieu confidentiel",
            "Confidential, located uptown",
        ] {
            assert!(describes_secret_place(text), "{text}");
        }
        assert!(!describes_secret_place("Free confidential counselling"));
        assert!(means_secret_place("Quill Shelter") && !means_secret_place("Quill Centre"));
    }

    #[test]
    fn shelters_are_known_by_their_names() {
        assert!(is_shelter_name("Emergency Shelters"));
        assert!(is_shelter_name("Maison d’hébergement Quill"));
        assert!(!is_shelter_name("Sheltering Arms Café"));
    }
}
