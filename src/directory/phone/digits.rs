//! Digits, separators between them, and the letters on telephone keys.

/// Returns the digit of a lower-case letter on a telephone keypad (ITU-T E.161), or the digit
/// itself.
pub const fn key(character: char) -> Option<char> {
    Some(match character {
        '0'..='9' => character,
        'a'..='c' => '2',
        'd'..='f' => '3',
        'g'..='i' => '4',
        'j'..='l' => '5',
        'm'..='o' => '6',
        'p'..='s' => '7',
        't'..='v' => '8',
        'w'..='z' => '9',
        _ => return None,
    })
}

/// Returns true for spaces, dots, brackets and every kind of hyphen.
pub(super) fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '.' | '(' | ')' | '-' | '\u{2010}'..='\u{2015}' | '\u{2212}'
        )
}

/// Returns true if a text begins with a number: a digit, or a sign before one.
pub(super) fn starts_number(text: &str) -> bool {
    let text = text.trim_start_matches(['(', '+']);
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// Returns the number of digits at the head of a text, at most those of a number; separators between them do not
/// count.
pub(super) fn leading(text: &str) -> usize {
    let run = text
        .chars()
        .take_while(|c| c.is_ascii_digit() || is_separator(*c) || *c == '+');
    run.filter(char::is_ascii_digit).take(MOST).count()
}

/// Number of digits of a number, without the leading 1. Others may follow it, to the end of a long text.
const MOST: usize = 10;

/// Returns true for the three digits of a service that works from everywhere: `211` to `911`, `988`.
pub(super) fn is_service(digits: &str) -> bool {
    digits == "988" || matches!(digits.as_bytes(), [b'2'..=b'9', b'1', b'1'])
}

/// Splits off the digits at the head of a text, with a leading `#` or `*`. A long number ends with
/// its tenth digit after the leading 1; a bracket opens before the area code or after the number,
/// and a separate word after `310-1818` does not belong to it.
pub(super) fn digits(text: &str) -> (String, &str) {
    let mut digits = String::new();
    let mut end = 0;
    for (at, character) in text.char_indices() {
        let most = if digits.starts_with('1') { 11 } else { 10 };
        let leads = at == 0 && matches!(character, '#' | '*');
        let opens = character == '(' && !digits.is_empty() && digits != "1";
        let whole = digits.len() == 7 && digits.starts_with("310");
        if opens || whole && is_separator(character) {
            break;
        }
        if leads || character.is_ascii_digit() && digits.len() < most {
            digits.push(character);
            end = at + 1;
        } else if character.is_ascii_digit()
            || !(is_separator(character) || character == '+' && at == 0)
        {
            break;
        }
    }
    (digits, &text[end..])
}

/// Returns the digits of a number that ends in letters (`1-800-SUICIDE`, `310-RCMP`), and the rest
/// of the text. `known` are the digits before the letters, `after` is the text from the letters on.
///
/// The words must complete the number exactly, be separate from its digits and begin with a
/// capital: otherwise a typing error (`902-555-O123`) or a label would be dialled.
pub(super) fn vanity<'a>(known: &str, after: &'a str) -> Option<(String, &'a str)> {
    let most = match known.as_bytes() {
        [b'1', ..] => 11,
        _ if is_service(known) => return None,
        b"310" => 7,
        [_, _, _, ..] => 10,
        _ => return None,
    };
    let mut digits = known.to_owned();
    let mut letters = 0;
    let mut rest = after;
    while digits.len() < most {
        rest = rest.trim_start_matches(|c: char| is_separator(c) && c != '(');
        let length = rest
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(rest.len());
        let word = &rest[..length];
        let is_word = word.starts_with(|c: char| c.is_ascii_uppercase())
            && word.bytes().all(|byte| byte.is_ascii_alphabetic());
        if !is_word && (word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_digit())) {
            return None;
        }
        letters += if is_word { length } else { 0 };
        digits.extend(word.chars().filter_map(|c| key(c.to_ascii_lowercase())));
        rest = &rest[length..];
    }
    (digits.len() == most && letters >= FEWEST_LETTERS).then_some((digits, rest))
}

/// Least number of letters in such a number: the last group of digits.
const FEWEST_LETTERS: usize = 4;

/// Groups digits in the notation of the directory.
pub(super) fn grouped(digits: &str) -> String {
    let groups: &[usize] = match digits.len() {
        11 => &[1, 3, 3, 4],
        10 => &[3, 3, 4],
        7 => &[3, 4],
        _ => return digits.to_owned(),
    };
    let mut rest = digits;
    let mut parts = Vec::new();
    for length in groups {
        let (group, behind) = rest.split_at(*length);
        parts.push(group);
        rest = behind;
    }
    parts.join("-")
}
