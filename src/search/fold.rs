//! Folding: what makes two spellings the same word to somebody in a hurry.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text without case, accents, ligatures and typographic marks, and the way back to the original.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For each character of the folded text, the byte of the original character it came from.
    origins: Vec<u32>,
}

impl Folded {
    /// The bytes of the original behind these characters of the folded text, joined where they
    /// touch.
    pub fn spans(&self, original: &str, characters: &[usize]) -> Vec<Range<usize>> {
        let mut spans: Vec<Range<usize>> = Vec::new();
        for start in characters
            .iter()
            .filter_map(|place| self.origins.get(*place))
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

/// Folds a text: small letters, no accents, œ as oe, every apostrophe and hyphen as a space.
pub fn fold(text: &str) -> Folded {
    let mut folded = Folded::default();
    for (start, character) in text.char_indices() {
        let mut push = |folded_character: char| {
            folded.text.push(folded_character);
            folded
                .origins
                .push(u32::try_from(start).unwrap_or(u32::MAX));
        };
        match character {
            'œ' | 'Œ' => "oe".chars().for_each(push),
            'æ' | 'Æ' => "ae".chars().for_each(push),
            '\'' | '’' | '‘' | '-' | '‐' | '‑' | '–' | '—' | '\u{a0}' | '\u{202f}' => {
                push(' ');
            }
            _ => character
                .nfd()
                .filter(|part| !is_combining_mark(*part))
                .flat_map(char::to_lowercase)
                .for_each(push),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_takes_away_what_a_tired_hand_leaves_out() {
        for (original, folded) in [
            ("Éducaloi", "educaloi"),
            ("Cœur de l’Île", "coeur de l ile"),
            ("Awo-Taan", "awo taan"),
            ("ÇA", "ca"),
        ] {
            assert_eq!(fold(original).text, folded);
            assert_eq!(
                fold(&fold(original).text).text,
                folded,
                "folding twice changes nothing"
            );
        }
    }

    #[test]
    fn spans_point_into_the_original() {
        let original = "Cœur";
        let folded = fold(original);
        assert_eq!(folded.text, "coeur");
        assert_eq!(folded.spans(original, &[0, 1]), vec![0..3]);
        assert_eq!(folded.spans(original, &[4]), vec![4..5]);
    }
}
