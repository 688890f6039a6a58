//! Detection of English words left in French text.

/// English words that do not occur in French text.
const WORDS: [&str; 27] = [
    "the", "and", "with", "from", "your", "you", "is", "are", "was", "this", "that", "who", "they",
    "their", "not", "only", "to", "of", "for", "call", "help", "until", "under", "older", "answer",
    "number", "also",
];

/// Returns the first English word outside of quotation marks and of names. A word between two
/// capitals is part of a name (*Child, Family and Community Service Act*).
pub fn first_word(french: &str) -> Option<&str> {
    let words = unquoted(french);
    let capital = |index: Option<usize>| {
        let word = index.and_then(|index| words.get(index));
        word.is_some_and(|word| word.starts_with(char::is_uppercase))
    };
    (0..words.len())
        .find(|index| {
            let bare = words[*index].trim_matches(|c: char| !c.is_alphanumeric());
            let name = || capital(index.checked_sub(1)) && capital(Some(index + 1));
            WORDS.contains(&bare) && !name()
        })
        .map(|index| words[index])
}

/// Returns the words outside of « ».
fn unquoted(french: &str) -> Vec<&str> {
    let mut quoted = false;
    let mut words = Vec::new();
    for word in french.split([' ', '\u{a0}', '(', ')']) {
        quoted |= word.contains('«');
        if !quoted && !word.is_empty() {
            words.push(word);
        }
        quoted &= !word.contains('»');
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_distinguished_from_names_and_quotations() {
        for french in [
            "Aide aux victimes; on répond la nuit.",
            "la loi (Child, Family and Community Service Act)",
            "dites «\u{a0}call the police\u{a0}», puis attendez",
            "",
        ] {
            assert_eq!(first_word(french), None, "{french}");
        }
        for (french, word) in [
            ("Aide until midnight.", "until"),
            ("ligne of crise", "of"),
            ("«\u{a0}oui\u{a0}» and non", "and"),
        ] {
            assert_eq!(first_word(french), Some(word), "{french}");
        }
    }
}
