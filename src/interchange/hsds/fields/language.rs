//! Recognition of languages by names and codes.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::clean::with_folded;
use crate::directory::LanguageCode;
use crate::i18n::folding::fold;
use crate::i18n::{Language, Messages};

/// Codes of three letters (ISO 639-2 and 639-3) of known languages.
const THREE_LETTERS: [(&str, &str); 17] = [
    ("eng", "en"),
    ("fra", "fr"),
    ("fre", "fr"),
    ("ara", "ar"),
    ("cre", "cr"),
    ("spa", "es"),
    ("iku", "iu"),
    ("oji", "oj"),
    ("pan", "pa"),
    ("tgl", "tl"),
    ("fil", "tl"),
    ("urd", "ur"),
    ("zho", "zh"),
    ("chi", "zh"),
    ("pus", "ps"),
    ("som", "so"),
    ("vie", "vi"),
];

/// Codes of two letters that may have a name in the messages.
const LETTERS: std::ops::RangeInclusive<u8> = b'a'..=b'z';

/// Returns the language of a code or a name in either language; `None` for one without a name here.
pub fn code(text: &str) -> Option<LanguageCode> {
    let text = text.trim();
    let short = text.split(['-', '_']).next().unwrap_or_default();
    let of_code = with_folded(short, |short| {
        let long = THREE_LETTERS.iter().find(|(long, _)| *long == short);
        let short = long.map_or(short, |(_, short)| short);
        (short.len() == 2).then(|| codes().get(short).cloned())
    });
    of_code.unwrap_or_else(|| with_folded(text, |name| names().get(name).cloned()))
}

/// Returns the codes with a name in the messages.
fn codes() -> &'static HashMap<String, LanguageCode> {
    static CODES: OnceLock<HashMap<String, LanguageCode>> = OnceLock::new();
    CODES.get_or_init(|| {
        let codes = names().values();
        codes.map(|code| (code.0.clone(), code.clone())).collect()
    })
}

/// Returns the languages with a name in the messages, by that name in either language.
fn names() -> &'static HashMap<String, LanguageCode> {
    static NAMES: OnceLock<HashMap<String, LanguageCode>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let letters = || LETTERS.map(char::from);
        let pairs = letters().flat_map(|first| letters().map(move |second| [first, second]));
        let codes = pairs.map(|pair| LanguageCode(pair.iter().collect()));
        let known = codes.filter(|code| Messages::of(Language::En).has(&code.message_id()));
        known
            .flat_map(|code| {
                Language::ALL.map(|language| {
                    let name = Messages::of(language).text(&code.message_id());
                    (fold(&name).text, code.clone())
                })
            })
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_have_codes_and_names() {
        for (text, expected) in [
            ("fr", Some("fr")),
            ("FR-ca", Some("fr")),
            ("fra", Some("fr")),
            ("Français", Some("fr")),
            (" Punjabi ", Some("pa")),
            ("Klingon", None),
            ("", None),
            ("zz", None),
        ] {
            assert_eq!(code(text).map(|code| code.0).as_deref(), expected, "{text}");
        }
    }
}
