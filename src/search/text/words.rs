//! Tokens of a text, and the forms under which each is indexed and looked up. Hyphens, slashes and
//! points separate words. An apostrophe may join (*Mi'kmaw*, *O'Chiese*) or separate (*l'enfance*,
//! *women's*): a text is indexed under every reading, a query is read in the one that its spelling
//! suggests.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::i18n::folding::{fold_character, is_apostrophe, is_dash};

/// Returns the byte range of each word of a text, in order. Initials with points are one word
/// (*P.E.I.*, *C.-B.*).
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut offset = 0;
    std::iter::from_fn(move || {
        let start = start_of_word(text, offset)?;
        // Fast path: most words are plain letters up to a space.
        let (end, sure) = end_of_letters(text.as_bytes(), start);
        offset = if sure {
            end
        } else {
            start + end_of_word(&text[start..])
        };
        Some(start..offset)
    })
}

fn start_of_word(text: &str, mut offset: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    loop {
        match KINDS[usize::from(*bytes.get(offset)?)] {
            Kind::Letter => return Some(offset),
            Kind::Parting => offset += 1,
            Kind::Other => {
                let character = character_at(text, offset)?;
                if is_letter(character) {
                    return Some(offset);
                }
                offset += character.len_utf8();
            }
        }
    }
}

/// Returns the end of the run of ASCII and Latin-1 letters from `start`, and true if the word
/// certainly ends there.
fn end_of_letters(bytes: &[u8], start: usize) -> (usize, bool) {
    let mut end = start;
    loop {
        match bytes.get(end).map(|byte| (byte, KINDS[usize::from(*byte)])) {
            None | Some((_, Kind::Parting)) => return (end, true),
            Some((_, Kind::Letter)) => end += 1,
            Some((0xc3, Kind::Other)) if !matches!(bytes[end + 1], 0x97 | 0xb7) => end += 2,
            // A point after several letters joins nothing; after one letter (at most two bytes) it
            // may.
            Some((b'.', Kind::Other)) => return (end, end > start + 2),
            Some((_, Kind::Other)) => return (end, false),
        }
    }
}

/// Class of a byte in tokenizing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A letter or a digit.
    Letter,
    /// Separates words in any context.
    Parting,
    /// Depends on the context.
    Other,
}

const KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Other; 256];
    let mut byte = 0u8;
    while byte.is_ascii() {
        kinds[byte as usize] = if byte.is_ascii_alphanumeric() {
            Kind::Letter
        } else if byte == b'.' || is_apostrophe(byte as char) {
            Kind::Other
        } else {
            Kind::Parting
        };
        byte += 1;
    }
    kinds
};

fn end_of_word(text: &str) -> usize {
    let mut end = 0;
    let mut letters_since_point = 0;
    let mut offset = 0;
    while let Some(character) = character_at(text, offset) {
        let mut after = offset + character.len_utf8();
        if is_letter(character) {
            letters_since_point += 1;
            end = after;
        } else {
            let point = character == '.' && letters_since_point == 1 && !starts_with_digit(text);
            // French initials keep the hyphens of their words (*C.-B.*).
            let hyphen = character_at(text, after).filter(|next| point && is_dash(*next));
            after += hyphen.map_or(0, char::len_utf8);
            let joins = point || is_apostrophe(character);
            if !joins || !character_at(text, after).is_some_and(is_letter) {
                break;
            }
            letters_since_point = 0;
        }
        offset = after;
    }
    end
}

/// Returns the character that begins at a byte offset.
#[inline]
fn character_at(text: &str, offset: usize) -> Option<char> {
    match text.as_bytes().get(offset) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        Some(_) => text[offset..].chars().next(),
        None => None,
    }
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|character: char| character.is_ascii_digit())
}

fn is_letter(character: char) -> bool {
    if character.is_ascii() {
        character.is_ascii_alphanumeric()
    } else {
        (character.is_alphanumeric() || is_combining_mark(character)) && !is_apostrophe(character)
    }
}

/// Folds a word and removes its apostrophes and points (*Mi'kmaw* as `mikmaw`).
pub fn fold_word(word: &str, folded: &mut String) {
    folded.clear();
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        folded.push_str(word);
        folded.make_ascii_lowercase();
        return;
    }
    for character in word.chars() {
        if character.is_ascii_alphanumeric() {
            folded.push(character.to_ascii_lowercase());
        } else if character != '.' && !is_apostrophe(character) {
            fold_character(character, &mut |part| {
                if part.is_alphanumeric() {
                    folded.push(part);
                }
            });
        }
    }
}

/// Calls `each` with every form under which a word is indexed: the whole without apostrophes, and
/// the pieces around them.
pub fn kept_forms(word: &str, folded: &mut String, mut each: impl FnMut(&str)) {
    fold_word(word, folded);
    if folded.is_empty() {
        return;
    }
    each(folded);
    if word.contains(is_apostrophe) {
        for piece in word.split(is_apostrophe) {
            fold_word(piece, folded);
            if folded.len() > 2 {
                each(folded);
            }
        }
    }
}

/// Returns the form under which a word of a query is looked up: an elided article and a possessive
/// *s* are removed (*l'enfance*, *women's*), any other apostrophe joins (*mi'kmaw*).
pub fn asked_form(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_asked(word, &mut folded);
    folded
}

/// Writes the looked-up form of a word ([`asked_form`]) into an existing string.
pub fn fold_asked(word: &str, folded: &mut String) {
    let meant = match word.split_once(is_apostrophe) {
        Some((article, rest)) if is_elided(article) => rest,
        Some((rest, "s" | "S")) => rest,
        _ => word,
    };
    fold_word(meant, folded);
}

fn is_elided(article: &str) -> bool {
    article.eq_ignore_ascii_case("qu")
        || (article.chars().count() == 1 && !article.eq_ignore_ascii_case("o"))
}

/// Words without a stem, for it would be that of another word: a *refugee* is no *refuge*.
const WHOLE: [&str; 1] = ["refugee"];

/// Returns a light stem, under which *raped*, *rape* and *raping*, or *battue* and *battues*, are
/// equal. Expects a folded word; never shorter than three letters.
pub fn stem(word: &str) -> &str {
    let cut = |word, ending: &str| -> Option<_> {
        str::strip_suffix(word, ending).filter(|left: &&str| left.len() >= 3)
    };
    let word = cut(word, "s").unwrap_or(word);
    if WHOLE.contains(&word) {
        return word;
    }
    let word = cut(word, "ing").or_else(|| cut(word, "ed")).unwrap_or(word);
    let shorter = word.trim_end_matches('e');
    if shorter.len() >= 3 { shorter } else { word }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str) -> Vec<&str> {
        words(text).map(|range| &text[range]).collect()
    }

    fn kept(word: &str) -> Vec<String> {
        let mut forms = Vec::new();
        kept_forms(word, &mut String::new(), |form| forms.push(form.to_owned()));
        forms
    }

    #[test]
    fn hyphens_and_points_separate_words_but_not_initials() {
        assert_eq!(cut("Awo-Taan (24/7)"), ["Awo", "Taan", "24", "7"]);
        assert_eq!(cut("P.E.I. Crime Stoppers"), ["P.E.I", "Crime", "Stoppers"]);
        assert_eq!(cut("C.-B. et T.N.-O."), ["C.-B", "et", "T.N.-O"]);
        assert_eq!(
            cut("Cybertip.ca, plan B. Then"),
            ["Cybertip", "ca", "plan", "B", "Then"]
        );
        assert_eq!(cut("1.5 million"), ["1", "5", "million"]);
        assert_eq!(cut("'quoted' l’Île"), ["quoted", "l’Île"]);
        assert_eq!(cut(" – "), Vec::<&str>::new());
    }

    #[test]
    fn a_word_with_an_apostrophe_is_indexed_whole_and_in_parts() {
        assert_eq!(kept("Women's"), ["womens", "women"]);
        assert_eq!(kept("l’Éclipse"), ["leclipse", "eclipse"]);
        assert_eq!(kept("Mi'kmaw"), ["mikmaw", "kmaw"]);
        assert_eq!(kept("P.E.I"), ["pei"]);
        assert_eq!(kept("C.-B"), ["cb"]);
    }

    #[test]
    fn a_query_word_has_a_single_reading() {
        for (typed, asked) in [
            ("women's", "women"),
            ("l'enfance", "enfance"),
            ("qu'appelle", "appelle"),
            ("mi’kmaw", "mikmaw"),
            ("o'chiese", "ochiese"),
            ("Œuvre", "oeuvre"),
        ] {
            assert_eq!(asked_form(typed), asked);
        }
    }

    #[test]
    fn endings_are_removed_from_long_words_only() {
        for group in [
            &["rape", "raped", "raping", "rapes"][..],
            &["abuse", "abused", "abusing"],
            &["violee", "violees", "viol"],
            &["shelter", "shelters"],
        ] {
            assert!(
                group.iter().all(|word| stem(word) == stem(group[0])),
                "{group:?}"
            );
        }
        for word in ["red", "bus", "see", "dv"] {
            assert_eq!(stem(word), word);
        }
        assert_ne!(stem("refuges"), stem("refugees"));
    }

    proptest! {
        #[test]
        fn fast_path_tokenizes_like_the_slow_one(text in "[a-z0-9é×e\u{301}'’.\\- ]{0,20}") {
            let mut slow = Vec::new();
            let mut offset = 0;
            while let Some(start) = text[offset..].find(is_letter) {
                let start = offset + start;
                offset = start + end_of_word(&text[start..]);
                slow.push(start..offset);
            }
            prop_assert_eq!(words(&text).collect::<Vec<_>>(), slow);
        }
    }
}
