//! Folding of text: removes case, accents, ligatures and typographic marks.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A folded text, with the origin of each character.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// Folded text.
    pub text: String,
    /// For each character of the folded text, the byte offset of its original character.
    origins: Vec<u32>,
}

impl Folded {
    /// Returns the byte ranges of the original for these characters of the folded text, joined if
    /// adjacent.
    pub fn spans(&self, original: &str, characters: &[usize]) -> Vec<Range<usize>> {
        let mut spans: Vec<Range<usize>> = Vec::new();
        for start in characters
            .iter()
            .filter_map(|index| self.origins.get(*index))
        {
            let start = *start as usize;
            let length = original[start..].chars().next().map_or(0, char::len_utf8);
            match spans.last_mut() {
                Some(last) if last.end >= start => last.end = last.end.max(start + length),
                _ => spans.push(start..start + length),
            }
        }
        spans
    }
}

/// Folds a text: lower case, no accents, œ as oe, every apostrophe and hyphen as a space.
pub fn fold(text: &str) -> Folded {
    let mut folded = Folded::default();
    for (start, character) in text.char_indices() {
        fold_character(character, &mut |folded_character| {
            folded.text.push(folded_character);
            folded
                .origins
                .push(u32::try_from(start).unwrap_or(u32::MAX));
        });
    }
    folded
}

/// Appends the folded text to `folded`, without origins.
pub fn fold_into(text: &str, folded: &mut String) {
    for character in text.chars() {
        fold_character(character, &mut |folded_character| {
            folded.push(folded_character);
        });
    }
}

/// Inserts a space where a word begins without one: a capital after a small letter (`WorkFax`), a number
/// (`phone2`).
pub fn parted(text: &str) -> String {
    let mut parted = String::with_capacity(text.len() + 4);
    let mut before = ' ';
    for character in text.chars() {
        if before.is_lowercase() && character.is_uppercase()
            || before.is_numeric() != character.is_numeric()
        {
            parted.push(' ');
        }
        parted.push(character);
        before = character;
    }
    parted
}

/// Splits a text into folded words; `workFax`, `work_fax` and `Work Fax` are the same two.
pub fn words(text: &str) -> Vec<String> {
    let folded = fold_parted(text);
    split_words(&folded).map(str::to_owned).collect()
}

/// Folds a text with a space where a word begins without one: [`split_words`] returns its words.
pub fn fold_parted(text: &str) -> String {
    let parted = parted(text);
    let mut folded = String::with_capacity(parted.len());
    fold_into(&parted, &mut folded);
    folded
}

/// Splits a folded text into words.
pub fn split_words(folded: &str) -> impl Iterator<Item = &str> {
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty())
}

/// Calls `push` with the folded characters of one: none, one, or two for a ligature.
#[inline]
pub fn fold_character(character: char, push: &mut impl FnMut(char)) {
    if character.is_ascii() {
        push(fold_ascii(character));
    } else {
        fold_other(character, push);
    }
}

/// Folds an ASCII character, as [`fold_plain`] does: nearly all are, and with comparisons for ASCII alone
/// the slowest keys (p99, embedded directory) took 0.84 of the time.
const fn fold_ascii(character: char) -> char {
    match character {
        '\'' | '`' | '-' => ' ',
        _ => character.to_ascii_lowercase(),
    }
}

fn fold_other(character: char, push: &mut impl FnMut(char)) {
    // Compatibility forms (ﬁ, ℡, full width) decompose into capitals too, and some lower-case
    // letters have a mark (İ): therefore decompose, strip, lower, and decompose and strip again.
    std::iter::once(character)
        .nfkd()
        .filter(|part| !is_combining_mark(*part))
        .flat_map(char::to_lowercase)
        .nfkd()
        .filter(|part| !is_combining_mark(*part))
        .for_each(|part| fold_plain(part, push));
}

/// Folds a character without accents.
fn fold_plain(character: char, push: &mut impl FnMut(char)) {
    match character {
        'œ' => "oe".chars().for_each(push),
        'æ' => "ae".chars().for_each(push),
        _ if parts_words(character) => push(' '),
        _ => push(character.to_ascii_lowercase()),
    }
}

const fn parts_words(character: char) -> bool {
    is_apostrophe(character) || is_dash(character) || is_space(character)
}

/// Returns true for the apostrophes that keyboards and word processors write.
pub const fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | '‘' | 'ʼ' | '`' | '´')
}

/// Returns true for a hyphen or a dash.
pub const fn is_dash(character: char) -> bool {
    matches!(character, '-' | '‐' | '‑' | '‒' | '–' | '—')
}

const fn is_space(character: char) -> bool {
    matches!(character, '\u{a0}' | '\u{202f}' | '\u{2009}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn folding_removes_accents_case_and_marks() {
        for (original, folded) in [
            ("Éducaloi", "educaloi"),
            ("Cœur de l’Île", "coeur de l ile"),
            ("Awo-Taan", "awo taan"),
            ("ÇA", "ca"),
            ("Nouvelle‑Écosse", "nouvelle ecosse"),
            ("VŒUX ex æquo", "voeux ex aequo"),
            ("e\u{301}", "e"),
            ("ﬁn", "fin"),
            ("İ", "i"),
        ] {
            assert_eq!(fold(original).text, folded);
        }
    }

    #[test]
    fn words_are_parted_by_signs_capitals_and_digits() {
        for text in ["workFax2", "work_fax 2", "Wörk-Fax(2)", "Work  Fax\u{a0}2"] {
            assert_eq!(words(text), ["work", "fax", "2"], "{text}");
        }
        assert_eq!(words("te\u{301}le\u{301}copieur"), ["telecopieur"]);
        assert_eq!(words(" – "), [""; 0]);
    }

    #[test]
    fn spans_point_into_the_original() {
        let original = "Cœur";
        let folded = fold(original);
        assert_eq!(folded.text, "coeur");
        assert_eq!(folded.spans(original, &[0, 1]), vec![0..3]);
        assert_eq!(folded.spans(original, &[4]), vec![4..5]);
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC*") {
            let once = fold(&text).text;
            prop_assert_eq!(&fold(&once).text, &once);
        }

        #[test]
        fn both_ways_of_folding_agree(text in "\\PC*") {
            let mut appended = String::new();
            fold_into(&text, &mut appended);
            prop_assert_eq!(appended, fold(&text).text);
        }
    }
}
