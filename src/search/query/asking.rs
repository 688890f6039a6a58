//! Words that ask for a number: "number", "call", « numéro », « appeler ».

use crate::search::text::words::{asked_form, words};

/// Words for a number, folded.
const NUMBERS: [&str; 19] = [
    "num",
    "number",
    "numbers",
    "numero",
    "numeros",
    "nums",
    "ph",
    "phone",
    "phones",
    "tel",
    "telephone",
    "telephones",
    "tels",
    "texto",
    "coordonnees",
    "contact",
    "hotline",
    "toll",
    "txt",
];
/// Words for calling one, folded.
const CALLING: [&str; 14] = [
    "answers",
    "appel",
    "appeler",
    "appelle",
    "appelles",
    "call",
    "calling",
    "composer",
    "dial",
    "dialing",
    "joindre",
    "rejoindre",
    "repond",
    "ring",
];

/// Returns true if a folded word asks for a number.
pub fn is_asking(word: &str) -> bool {
    NUMBERS.contains(&word) || CALLING.contains(&word)
}

/// Returns true if a text asks for a number with a word for it, or with its sign.
pub fn asks_for_number(text: &str) -> bool {
    text.contains('#') || words(text).any(|word| NUMBERS.contains(&&*asked_form(&text[word])))
}
