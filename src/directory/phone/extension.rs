//! Extensions in the notations of both languages and of telephones.

use super::digits::{is_separator, is_service};
use crate::directory::check::is_phone;

/// Words without another meaning: no label has them without digits.
const CERTAIN: [&str; 4] = ["extension", "extn", "ext", "x"];
/// Their plurals.
const CERTAIN_PLURALS: [&str; 2] = ["extensions", "exts"];
/// Word that heads columns of extensions, and is a position, too.
const POSITION: &str = "poste";
/// Words with other meanings elsewhere.
const PLACES: [&str; 3] = ["local", "post", "#"];
/// Abbreviations, which mean an extension directly after a number. The option of a menu is none.
const SHORT: [&str; 4] = ["loc.", "p.", "pst", "p"];
/// Words of labels before digits that may be an extension.
const DOUBTFUL: [&str; 7] = ["postes", "locals", "loc", "int", "interne", "then", "puis"];

/// Returns the words between a number and the digits of its extension.
fn after_number() -> impl Iterator<Item = &'static str> {
    let words = CERTAIN.into_iter().chain([POSITION]);
    words.chain(PLACES).chain(SHORT)
}

/// Returns true if a word of a label has no other meaning.
pub(super) fn is_certain(word: &str) -> bool {
    let mut words = CERTAIN.into_iter().chain(CERTAIN_PLURALS);
    words.any(|known| known.eq_ignore_ascii_case(word))
}

/// Returns true if digits after a word of a label may be an extension.
pub(super) fn is_possible(word: &str) -> bool {
    let mut words = PLACES.into_iter().chain(DOUBTFUL).chain([POSITION]);
    is_certain(word) || words.any(|known| known.eq_ignore_ascii_case(word))
}

/// Returns true if a folded word heads a column or a field of extensions.
pub fn heads_extensions(word: &str) -> bool {
    word == POSITION || word.len() > 1 && CERTAIN.contains(&word)
}

/// Greatest number of digits of an extension.
pub const LONGEST: usize = 7;

/// Text after a number.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Behind<'a> {
    /// The digits of an extension, and the rest of the text.
    Extension(String, &'a str),
    /// No extension.
    Other,
    /// An ambiguous extension, with the character that makes it so.
    Unclear(char),
}

/// Parses the extension at the head of a text.
pub(super) fn extension(text: &str) -> Behind<'_> {
    let bare = text
        .trim_start_matches(|c: char| is_separator(c) && c != '(' || matches!(c, ',' | ';' | '/'));
    if let Some(code) = short_code(&text[..text.len() - bare.len()], bare) {
        return code;
    }
    let bare = bare.strip_prefix('(').unwrap_or(bare);
    let behind = |word: &str| {
        let behind = bare[word.len()..].trim_start_matches([' ', ':', '.', '=', '#', '-']);
        behind
            .starts_with(|c: char| c.is_ascii_digit())
            .then_some(behind)
    };
    match after_number()
        .filter(|word| starts_with(bare, word))
        .find_map(behind)
    {
        Some(digits) => closed(digits),
        None => paused(text),
    }
}

/// Returns the meaning of a code of the mobile networks (`#377`) after a number: another number after a
/// semicolon, and ambiguous after a comma.
fn short_code(signs: &str, text: &str) -> Option<Behind<'static>> {
    let digits = text.strip_prefix('#')?;
    let length = digits.bytes().take_while(u8::is_ascii_digit).count();
    if !is_phone(&text[..=length]) {
        return None;
    }
    match signs.trim() {
        ";" => Some(Behind::Other),
        "" => None,
        _ => Some(Behind::Unclear('#')),
    }
}

/// Parses an extension that a telephone dials by itself after a pause: `,212`, `,,212`, `p212`,
/// `w212`. The digits of a service may be a second number.
fn paused(text: &str) -> Behind<'_> {
    let digits = match text.as_bytes() {
        [b'p' | b'P' | b'w' | b'W', ..] => &text[1..],
        [b',' | b';', ..] => text.trim_start_matches([',', ';']),
        _ => return Behind::Other,
    };
    let length = digits.bytes().take_while(u8::is_ascii_digit).count();
    let is_number = digits[length..].starts_with(is_separator) && length < LONGEST;
    let more = digits[length..].trim_start_matches(is_separator);
    if length == 0
        || length > LONGEST
        || is_number && more.starts_with(|c: char| c.is_ascii_digit())
    {
        return Behind::Other;
    }
    if is_service(&digits[..length]) {
        return Behind::Unclear(',');
    }
    closed(digits)
}

/// Parses the digits of an extension; no letter or digit may follow directly.
fn closed(digits: &str) -> Behind<'_> {
    let length = digits.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &digits[length..];
    if length > LONGEST {
        return Behind::Unclear(digits.chars().nth(LONGEST).unwrap_or('0'));
    }
    if let Some(character) = rest.chars().next().filter(|c| c.is_alphanumeric()) {
        return Behind::Unclear(character);
    }
    let sign = rest.trim_start().chars().next();
    let joined = sign.filter(|c| (is_separator(*c) || *c == '/') && !matches!(c, '(' | ')'));
    let sticks = |sign: &char| {
        let more = rest.trim_start()[sign.len_utf8()..].trim_start();
        more.starts_with(|c: char| c.is_ascii_digit())
    };
    if let Some(sign) = joined.filter(sticks) {
        return Behind::Unclear(sign);
    }
    let rest = rest.strip_prefix(')').unwrap_or(rest);
    Behind::Extension(digits[..length].to_owned(), rest)
}

/// Returns true if a text begins with an ASCII word, in any case.
pub(super) fn starts_with(text: &str, word: &str) -> bool {
    text.get(..word.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(word))
}
