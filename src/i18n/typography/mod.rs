//! Rules for texts of the data and the messages: characters that every terminal shows as written,
//! and the typography of Canadian French.

#[cfg(test)]
mod tests;

use super::{Language, Messages};

/// Flaw of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Empty, or only white space.
    Blank,
    /// White space at an end, or two spaces in a row.
    Spaces,
    /// A character that some terminals show differently or not at all; with the character.
    Forbidden(char),
    /// French: the space at this sign is missing, breaks, or does not belong; with the words around
    /// it.
    FrenchSpace(String),
    /// French: a line can break between a number and its unit (`14 ans`, `8 h 30`); with the words
    /// around the space.
    NumberSpace(String),
    /// French: the first day of a month is « 1er »; with the words around it.
    FirstOfMonth(String),
}

impl Flaw {
    /// Returns the message for the flaw.
    pub fn say(&self, messages: &Messages) -> String {
        match self {
            Self::Blank => messages.text("flaw-blank"),
            Self::Spaces => messages.text("flaw-spaces"),
            Self::Forbidden(character) => {
                let code = format!("U+{:04X}", u32::from(*character));
                messages.format("flaw-forbidden", &[("character", code.into())])
            }
            Self::FrenchSpace(words) => {
                messages.format("flaw-french-space", &[("words", words.as_str().into())])
            }
            Self::NumberSpace(words) => {
                messages.format("flaw-number-space", &[("words", words.as_str().into())])
            }
            Self::FirstOfMonth(words) => {
                messages.format("flaw-first-of-month", &[("words", words.as_str().into())])
            }
        }
    }
}

/// Returns all flaws of a text of one line in a language.
pub fn flaws(text: &str, language: Language) -> Vec<Flaw> {
    if text.trim().is_empty() {
        return vec![Flaw::Blank];
    }
    let mut found = Vec::new();
    if text.trim() != text || text.contains("  ") {
        found.push(Flaw::Spaces);
    }
    found.extend(text.chars().find(|c| is_forbidden(*c)).map(Flaw::Forbidden));
    if language == Language::Fr {
        found.extend(french_space(text).map(|words| Flaw::FrenchSpace(words.to_owned())));
        found.extend(number_space(text).map(|words| Flaw::NumberSpace(words.to_owned())));
        found.extend(first_of_month(text).map(|words| Flaw::FirstOfMonth(words.to_owned())));
    }
    found
}

/// Returns true if a character must not occur in data and messages: those that no output contains
/// ([`is_obeyed`]), emoji and pictographs, private-use and replacement characters. The blocks are
/// those of the Unicode standard.
pub fn is_forbidden(character: char) -> bool {
    is_obeyed(character)
        || matches!(
            character,
            '\u{20e3}' | '\u{2300}'..='\u{23ff}' | '\u{2600}'..='\u{27bf}'
            | '\u{2b00}'..='\u{2bff}' | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}'
            | '\u{e000}'..='\u{f8ff}' | '\u{fffc}' | '\u{fffd}' | '\u{1f000}'..='\u{1faff}' | '\u{e0000}'..='\u{10ffff}'
        )
}

/// Returns the words at the first sign without the spacing of Canadian French: a no-break space
/// before a colon and inside « », none before `;`, `!` and `?` (Office québécois de la langue
/// française, « Espacement avant et après les signes de ponctuation »). A colon inside an address
/// or a time has no space after it and is left alone.
fn french_space(text: &str) -> Option<&str> {
    const NO_BREAK: Option<char> = Some('\u{a0}');
    let wrong = |at: usize, sign: char| {
        let before = text[..at].chars().next_back();
        let after = text[at + sign.len_utf8()..].chars().next();
        match sign {
            ':' => {
                let ends_words = after.is_none_or(char::is_whitespace);
                before != NO_BREAK && (ends_words || before == Some(' '))
            }
            '«' => after != NO_BREAK,
            '»' => before != NO_BREAK,
            ';' | '!' | '?' => before.is_some_and(char::is_whitespace),
            _ => false,
        }
    };
    let (at, sign) = text.char_indices().find(|(at, sign)| wrong(*at, *sign))?;
    Some(around(text, at, sign.len_utf8()))
}

/// Returns the words at the first breaking space between a number and its unit, or within a number:
/// `14 ans`, `8 h 30`, `25 000 $` (Office québécois de la langue française, « Espacement »).
fn number_space(text: &str) -> Option<&str> {
    const UNITS: [&str; 15] = [
        "h", "min", "an", "ans", "mois", "jour", "jours", "heure", "heures", "minute", "minutes",
        "semaine", "semaines", "km", "000",
    ];
    let parts = |at: usize| {
        let before = text[..at].strip_suffix("\u{a0}h").unwrap_or(&text[..at]);
        // Few spaces follow a digit.
        if !before.ends_with(|c: char| c.is_ascii_digit()) {
            return false;
        }
        let after = &text[at + 1..];
        let word = after.split(|c: char| !c.is_alphanumeric()).next();
        let minutes = before.len() < at
            && word.is_some_and(|word| word.len() == 2 && word.bytes().all(|c| c.is_ascii_digit()));
        minutes || after.starts_with(['$', '%']) || UNITS.contains(&word.unwrap_or(""))
    };
    let (at, _) = text.match_indices(' ').find(|(at, _)| parts(*at))?;
    Some(around(text, at, 1))
}

/// Returns the words at the first day of a month written as « 1 » (Office québécois de la langue
/// française, « Écriture de la date »: « le 1er juin »).
fn first_of_month(text: &str) -> Option<&str> {
    const MONTHS: [&str; 12] = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];
    let is_first = |at: usize| {
        let before = text[..at].chars().next_back();
        let word = text[at + 1..].strip_prefix([' ', '\u{a0}']);
        let word = word.and_then(|rest| rest.split(|c: char| !c.is_alphabetic()).next());
        before.is_none_or(char::is_whitespace) && word.is_some_and(|word| MONTHS.contains(&word))
    };
    let (at, _) = text.match_indices('1').find(|(at, _)| is_first(*at))?;
    Some(around(text, at, 1))
}

/// Returns a few characters on both sides of a position, as an excerpt.
fn around(text: &str, at: usize, length: usize) -> &str {
    const REACH: usize = 15;
    let start = text[..at]
        .char_indices()
        .rev()
        .take(REACH)
        .last()
        .map_or(at, |(start, _)| start);
    let rest = at + length;
    let end = text[rest..]
        .char_indices()
        .nth(REACH)
        .map_or(text.len(), |(end, _)| rest + end);
    text[start..end].trim()
}

/// Returns true if the character is a control or invisible for a terminal: controls, direction
/// marks, zero-width and filling characters, separators of lines, variation selectors, tags. No
/// output contains these. (Terminals disagree on the width of a sign with a selector: letters of it
/// stay behind.) They are the default ignorable code points of Unicode
/// (`DerivedCoreProperties.txt`), line separators, interlinear annotations and the empty Braille
/// pattern.
pub fn is_obeyed(character: char) -> bool {
    // Nearly all characters of a text are in these ranges.
    !matches!(character, ' '..='~' | '\u{ae}'..='\u{34e}')
        && (character.is_control()
            || matches!(
            character,
                '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
                    | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                    | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
                    | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
                    | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
            ))
}

/// Returns true for the selector of a sign's variant, which has no width of its own.
pub const fn is_selector(character: char) -> bool {
    matches!(character, '\u{fe00}'..='\u{fe0f}')
}

/// Returns the text without the characters that no output contains: its width on a terminal stays.
pub fn visible(text: &str) -> String {
    text.replace(is_obeyed, "")
}

/// Returns the text on one line, with a space in place of every control character.
pub fn printable(text: &str) -> String {
    text.replace(is_selector, "").replace(is_obeyed, " ")
}

/// Returns the part of a number or an address to copy to the clipboard, safe to paste anywhere: the
/// dialable number, with a pause before the extension; an address without control characters.
pub fn copyable(text: &str) -> String {
    let is_number = |one: char| one == 'x' || !one.is_alphanumeric() || one.is_ascii_digit();
    if text.contains(['@', '/']) || !text.chars().all(is_number) {
        return text.replace(is_obeyed, "");
    }
    let dialled = text.chars().filter_map(|one| match one {
        '0'..='9' | '+' | ',' | ';' | '*' | '#' => Some(one),
        'x' => Some(','),
        _ => None,
    });
    dialled.collect()
}

/// Returns JSON with every control character escaped as `\\u`. Outside of strings JSON has only
/// line feeds.
pub fn escaped_json(json: &str) -> String {
    use std::fmt::Write as _;

    let mut escaped = String::with_capacity(json.len());
    for character in json.chars() {
        if character != '\n' && is_obeyed(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        } else {
            escaped.push(character);
        }
    }
    escaped
}
