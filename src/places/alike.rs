//! Names that are spelt almost alike, or sound alike.

use crate::i18n::edits::is_within;

/// Returns letters as they sound: doubled ones as one, `q` and `c` as `k`, `y` as `i`.
pub fn sound(letters: &str) -> impl Iterator<Item = u8> {
    let mut before = None;
    let sounds = letters.bytes().map(|letter| match letter {
        b'q' | b'c' => b'k',
        b'y' => b'i',
        letter => letter,
    });
    sounds.filter(move |letter| before.replace(*letter) != Some(*letter))
}

/// Returns true if two words with the same first letter differ by one edit.
pub fn one_edit(typed: &[u8], name: &[u8]) -> bool {
    typed != name && typed.first() == name.first() && is_within(1, typed, name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_sound_alike_with_doubled_and_other_letters() {
        assert!(sound("kujuak").eq(sound("kuujjuaq")));
        assert!(!sound("halifax").eq(sound("kalifax")));
    }

    #[test]
    fn one_edit_is_one_edit() {
        for (typed, name, expected) in [
            ("drumondville", "drummondville", true),
            ("hallifax", "halifax", true),
            ("halifxa", "halifax", true),
            ("halifex", "halifax", true),
            ("halifax", "halifax", false),
            ("halfix", "halifax", false),
            ("califax", "halifax", false),
            ("yarmout", "yarmouth", true),
        ] {
            assert_eq!(
                one_edit(typed.as_bytes(), name.as_bytes()),
                expected,
                "{typed}"
            );
        }
    }
}
