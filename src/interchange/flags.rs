//! Cells and fields that are no text: yes or no, and the many ways to write that there is nothing.

use crate::i18n::folding::words;

/// Words for "no".
const NO: [&str; 8] = ["", "false", "no", "non", "0", "n", "f", "faux"];
/// Words for "yes".
const YES: [&str; 9] = ["true", "yes", "oui", "1", "y", "o", "t", "vrai", "x"];
/// Words for nothing, folded.
const NOTHING: [&str; 27] = [
    "n a",
    "na",
    "n d",
    "nd",
    "s o",
    "so",
    "n app",
    "x",
    "xx",
    "xxx",
    "none",
    "nil",
    "null",
    "unknown",
    "tbd",
    "tba",
    "tbc",
    "blank",
    "not applicable",
    "not available",
    "sans objet",
    "non applicable",
    "non disponible",
    "aucun",
    "aucune",
    "inconnu",
    "neant",
];
/// Words for nothing that are no name, either, with their signs.
const NO_TEXT: [&str; 9] = [
    "n/a", "n.a.", "n/d", "n.d.", "s/o", "s.o.", "none", "null", "aucun",
];
/// Values of a status of services that do not operate.
const INACTIVE: [&str; 6] = [
    "inactive",
    "defunct",
    "closed",
    "temporarily closed",
    "deleted",
    "inactif",
];

/// Returns true for "no", and for a text without content.
pub(super) fn is_no(text: &str) -> bool {
    NO.contains(&text.trim().to_lowercase().as_str())
}

/// Returns true for "yes".
pub(super) fn is_yes(text: &str) -> bool {
    YES.contains(&text.trim().to_lowercase().as_str())
}

/// Returns true for the status of a service that does not operate.
pub(super) fn is_inactive(status: &str) -> bool {
    INACTIVE.contains(&status.trim().to_lowercase().as_str())
}

/// Returns true if a text where a number or an extension is expected says that there is none: `N/A`, `x`, `–`.
pub(super) fn says_no_number(text: &str) -> bool {
    let has_digit = || text.contains(|c: char| c.is_ascii_digit());
    // The longest are three words.
    text.len() <= 40 && !has_digit() && NOTHING.contains(&words(text).join(" ").as_str())
        || is_dash(text)
}

/// Returns true if a text says that there is none, where words are expected. Two letters may be a name.
pub(super) fn says_no_text(text: &str) -> bool {
    NO_TEXT.contains(&text.trim().to_lowercase().as_str()) || is_dash(text)
}

/// Returns true for dashes and dots alone.
fn is_dash(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.chars().all(|c| "-–—._/".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_for_nothing_is_no_number() {
        for text in [
            "N/A",
            "n.a.",
            "x",
            "-",
            "—",
            "s.o.",
            "S/O",
            "Néant",
            "not available",
        ] {
            assert!(says_no_number(text), "{text}");
        }
        for text in ["", "911", "see website", "x12", "0", "?", "#"] {
            assert!(!says_no_number(text), "{text}");
        }
        assert!(says_no_text("N/A") && says_no_text("--"));
        assert!(!says_no_text("NA") && !says_no_text("X") && !says_no_text(""));
    }
}
