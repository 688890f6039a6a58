//! Numbers with an extension, in words.

use crate::directory::phone::parted;
use crate::i18n::Messages;

/// Returns a number with its extension as a word: `418-555-0123 ext. 301`.
pub fn in_words(text: &str, messages: &Messages) -> String {
    match parted(text) {
        (number, Some(extension)) => {
            let words = messages.format("phone-extension", &[("number", extension.into())]);
            format!("{number} {words}")
        }
        (number, None) => number.to_owned(),
    }
}
