//! Words after a number, other numbers among them, and digits that may be an extension.

use super::digits::{digits, is_separator, leading, starts_number, vanity};
use super::extension::{Behind, extension, is_certain, is_possible};
use super::scan::LONG;

/// Label of a number, and the text of the next number.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NumberLabel<'a> {
    pub words: &'a str,
    pub next: Option<&'a str>,
}

/// Finds the label in the text after a `number` in digits; `is_labelled` is true if words stand
/// before it, `is_extended` if the number has an extension.
///
/// # Errors
/// If the text may have an extension, or words that may belong to either of two numbers; with the
/// offending character.
pub(super) fn label<'a>(
    behind: &'a str,
    number: &str,
    is_labelled: bool,
    is_extended: bool,
) -> Result<NumberLabel<'a>, Option<char>> {
    let next = behind.trim_start_matches(|c: char| is_separator(c) && c != '(');
    let label = |words, next| Ok(NumberLabel { words, next });
    // Eight or nine digits are no number, and the first of them may be an extension.
    if leading(next) >= LONG && starts_number(next) && !matches!(leading(next), 8 | 9) {
        return label("", Some(next));
    }
    let signless = next.trim_start_matches(|c: char| !c.is_alphanumeric() && !"(+#*".contains(c));
    let signless = signless.strip_prefix('*').unwrap_or(signless);
    if starts_number(signless) && !signless.starts_with('(') && !is_all_day(signless) {
        return Err(signless.chars().find(char::is_ascii_digit));
    }
    // Brackets in a bracket are an explanation, as the directory has them.
    let explained = next
        .strip_prefix('(')
        .and_then(|text| text.trim_end().strip_suffix("))"));
    if explained.is_some_and(|text| text.contains('(') && !text.contains(')')) {
        return label(behind, None);
    }
    if let Some((bracket, rest)) = bracket(next) {
        let digits = bracket.bytes().filter(u8::is_ascii_digit).count();
        // "211 (211)": a service has its number as its name.
        let is_name = bracket == number;
        if digits == bracket.len() && digits > 0 && !is_name {
            return Err(bracket.chars().next());
        }
        if long_number(bracket).is_some() && rest.trim().is_empty() {
            return label("", Some(bracket));
        }
        // The bracket of the first of several numbers.
        let rest = rest.trim_start();
        let is_first = !is_labelled && leading(rest) >= LONG && starts_number(rest);
        if is_first
            && long_number(bracket).is_none()
            && possible_extension(bracket, is_extended).is_none()
        {
            return label(bracket, Some(rest));
        }
    }
    let Some(start) = long_number(behind) else {
        let sign = possible_extension(behind, is_extended);
        return sign.map_or_else(|| label(behind, None), |sign| Err(Some(sign)));
    };
    let words = behind[..start].trim_end_matches(['+', ' ']);
    let (_, after) = digits(&behind[start..]);
    let after = match extension(after) {
        Behind::Extension(_, rest) => rest,
        _ => after,
    };
    // Words before the first of two numbers, or after the last one, show which is whose.
    let is_closed = after.contains(char::is_alphanumeric);
    match (is_labelled, is_closed) {
        _ if words.contains('(') => Err(None),
        (true, false) => label("", Some(next)),
        (false, true) if possible_extension(words, is_extended).is_none() => {
            label(words, Some(&behind[words.len()..]))
        }
        _ => Err(None),
    }
}

/// Returns true for `24/7`, `24 h`, `24 hours`.
fn is_all_day(text: &str) -> bool {
    let rest = text.strip_prefix("24").map(str::trim_start);
    rest.is_some_and(|rest| rest.starts_with(|c: char| c == '/' || c.is_alphabetic()))
}

/// Returns the content of a bracket at the head of a text, and the rest.
fn bracket(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix('(')?.split_once(')')
}

/// Returns the index of the first number that does not begin inside of a word, in digits alone:
/// eight or nine of them are a date.
pub(super) fn long_number(text: &str) -> Option<usize> {
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        if character.is_ascii_digit() && !before.is_alphanumeric() {
            let (known, tail) = digits(&text[at..]);
            let is_number = matches!(known.len(), LONG | 10..);
            if is_number && vanity(&known, tail).is_none() {
                return Some(at);
            }
        }
        if !(before.is_ascii_digit() && is_separator(character)) {
            before = character;
        }
    }
    None
}

/// Returns the first character of an extension that stands among the words of a label.
fn possible_extension(label: &str, is_extended: bool) -> Option<char> {
    let mut rest = label;
    while let Some(start) = rest.find(|c: char| c.is_alphabetic() || c == '#') {
        let text = &rest[start..];
        let end = text.find(|c: char| !c.is_alphabetic());
        let end = end.unwrap_or(text.len()).max(1);
        let (word, after) = text.split_at(end);
        let digits = after.trim_start_matches([' ', ':', '.', '=', '#', '-']);
        if is_possible(word) && digits.starts_with(|c: char| c.is_ascii_digit()) {
            return digits.chars().next();
        }
        if is_certain(word) && !is_extended {
            return word.chars().next();
        }
        rest = after;
    }
    None
}
