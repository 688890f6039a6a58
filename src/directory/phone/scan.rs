//! Scanner for the numbers in a text.

use super::digits::{digits, grouped, is_separator, is_service, leading, starts_number, vanity};
use super::extension::{Behind, extension, starts_with};
use super::label::{NumberLabel, label, long_number};
use super::menu::is_choice;
use super::{NotAPhone, TypedPhone};
use crate::directory::check::is_phone;

/// Words between two numbers, in both languages.
const BETWEEN: [&str; 5] = [" or ", " ou ", " and ", " et ", "&"];
/// Address schemes before a number.
const SCHEMES: [&str; 3] = ["tel:", "sms:", "callto:"];
/// Words that add nothing to a number.
const PLAIN_WORDS: [&str; 5] = ["tel", "tél", "telephone", "téléphone", "phone"];
/// Least number of digits of a number that another may follow without a comma.
pub(super) const LONG: usize = 7;

/// Parses every number of a text, in order. Numbers are separated by a comma, a semicolon, a line
/// break, a word such as *or*, or a space. No digit of the text is lost: it is in a number or in a
/// refused text.
pub fn phones(text: &str) -> Vec<Result<TypedPhone, NotAPhone>> {
    if is_plain(text) {
        let phone = TypedPhone {
            number: text.to_owned(),
            extension: None,
            label: String::new(),
        };
        return vec![Ok(phone)];
    }
    let mut found: Vec<Result<TypedPhone, NotAPhone>> = Vec::new();
    for part in parts(&cleaned(text)) {
        if let Some(more) = further_extension(found.last(), &part) {
            found.push(Ok(more));
            continue;
        }
        if let Some(Ok(phone)) = found.last_mut()
            && is_choice(&part)
        {
            let labels = [phone.label.as_str(), part.trim()].into_iter();
            let labels: Vec<&str> = labels.filter(|label| !label.is_empty()).collect();
            phone.label = labels.join(", ");
            continue;
        }
        let is_asked = part.contains('?');
        let mut rest = Some(part.as_str());
        while let Some(text) = rest {
            let (phone, next) = first_phone(text, is_asked);
            found.push(phone);
            rest = next;
        }
    }
    found
}

/// Returns the long numbers in a sentence, in the format of the directory.
pub fn named_in(text: &str) -> Vec<String> {
    let text = cleaned(text);
    let (mut found, mut rest) = (Vec::new(), text.as_str());
    while let Some(start) = long_number(rest) {
        let (known, tail) = digits(&rest[start..]);
        found.push(grouped(&known));
        rest = tail;
    }
    found
}

/// Returns true for a number of ten digits in the directory's notation, as most are: nothing is to be parsed.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let bytes = bytes.strip_prefix(b"1-").unwrap_or(bytes);
    let is_grouped = bytes.len() == 12
        && bytes.iter().enumerate().all(|(index, byte)| match index {
            3 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    is_grouped && is_phone(text)
}

/// Returns the text without its scheme and the invisible characters that telephones add on copying,
/// with plain spaces.
fn cleaned(text: &str) -> String {
    let invisible = |c: &char| {
        matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    let blank = |c: char| {
        if c.is_whitespace() && c != '\n' {
            ' '
        } else {
            c
        }
    };
    let text: String = text.chars().filter(|c| !invisible(c)).map(blank).collect();
    let text = text.trim();
    match SCHEMES.iter().find(|scheme| starts_with(text, scheme)) {
        Some(scheme) => {
            let number = text[scheme.len()..].trim_start_matches('/');
            number
                .replace("%20", " ")
                .replace("%2B", "+")
                .replace("%23", "#")
        }
        None => text.to_owned(),
    }
}

/// Splits a text at commas, semicolons, line breaks and words such as *or*; brackets are not split.
fn parts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut before = Before::default();
    let mut at = 0;
    while let Some(character) = text[at..].chars().next() {
        match character {
            '(' => before.depth += 1,
            ')' => before.depth = before.depth.saturating_sub(1),
            _ => {}
        }
        if at >= before.decided
            && let Some(length) = boundary(&text[at..], &before)
        {
            parts.push(String::new());
            before.digits = 0;
            at += length;
            continue;
        }
        if matches!(character, ',' | ';') && at >= before.decided {
            let rest = text[at..].trim_start_matches([',', ';']);
            before.decided = text.len() - rest.len();
        }
        before.digits += usize::from(character.is_ascii_digit());
        if let Some(part) = parts.last_mut() {
            part.push(character);
        }
        at += character.len_utf8();
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// Text before a possible separator, as far as it decides.
#[derive(Default)]
struct Before {
    /// Number of open brackets.
    depth: usize,
    /// Number of digits of the part so far.
    digits: usize,
    /// End of a run of commas that belong to an extension.
    decided: usize,
}

/// Returns the length of the separator at the head of `text`, if there is one.
fn boundary(text: &str, before: &Before) -> Option<usize> {
    // A cell may have the extension in a line of its own.
    let is_extension = || before.digits >= LONG && matches!(extension(text), Behind::Extension(..));
    if text.starts_with('|') || text.starts_with('\n') && !is_extension() {
        return Some(1);
    }
    if text.starts_with(":::") {
        return Some(3);
    }
    if before.depth > 0 {
        return None;
    }
    if text.starts_with([',', ';']) {
        return (before.digits == 0 || extension(text) == Behind::Other).then_some(1);
    }
    // Other slashes are within a number, or before an alternative for its last digits.
    let behind = |length: usize| text[length..].trim_start();
    if text.starts_with('/') && before.digits >= LONG {
        // Words of a label may stand before the other number.
        let labelled = behind(1).trim_start_matches(|c: char| !c.is_ascii_digit() && c != '/');
        return (leading(labelled) >= LONG).then_some(1);
    }
    let word = BETWEEN.iter().find(|word| starts_with(text, word))?;
    starts_number(behind(word.len())).then_some(word.len())
}

/// Returns the preceding number with another extension: `ext. 4385, 4500`.
fn further_extension(
    before: Option<&Result<TypedPhone, NotAPhone>>,
    part: &str,
) -> Option<TypedPhone> {
    let before = before?
        .as_ref()
        .ok()
        .filter(|before| before.extension.is_some())?;
    let digits = part.trim();
    let is_extension =
        digits.len() < 6 && digits.bytes().all(|byte| byte.is_ascii_digit()) && !is_service(digits);
    is_extension.then(|| TypedPhone {
        number: before.number.clone(),
        extension: Some(digits.to_owned()),
        label: String::new(),
    })
}

/// Parses the number at the head of a part, and returns the text of a following one. `is_asked` is true for a part
/// with a question mark.
fn first_phone(text: &str, is_asked: bool) -> (Result<TypedPhone, NotAPhone>, Option<&str>) {
    let refused = |character| (Err(refused(text, character)), None);
    let start = text.find(|c: char| c.is_ascii_digit() || matches!(c, '#' | '*' | '+'));
    let Some(start) = start else {
        return refused(None);
    };
    if is_asked {
        return refused(Some('?'));
    }
    let from = &text[start..];
    let (known, tail) = digits(from);
    let lettered =
        vanity(&known, tail).filter(|_| known.len() < LONG || !is_phone(&grouped(&known)));
    let written = lettered
        .as_ref()
        .map(|(_, after)| &from[..from.len() - after.len()]);
    let is_lettered = lettered.is_some();
    let (digits, after) = lettered.unwrap_or((known, tail));
    let is_ours = is_lettered || is_grouped_here(&from[..from.len() - after.len()]);
    if is_abroad(from) {
        return refused(None);
    }
    if !is_dialled(&digits, from, after) {
        return refused(after.chars().find(|c| !is_separator(*c)));
    }
    if !is_ours {
        return refused(None);
    }
    let (extension, behind) = match extension(after) {
        Behind::Extension(digits, behind) => (Some(digits), behind),
        Behind::Other => (None, after),
        Behind::Unclear(character) => return refused(Some(character)),
    };
    if extension.is_none()
        && let Some(character) = sticking(after)
    {
        return refused(Some(character));
    }
    let before = bare(text[..start].trim_end_matches(['(', ' ']));
    let NumberLabel { words, next } =
        match label(behind, &digits, !before.is_empty(), extension.is_some()) {
            Ok(label) => label,
            Err(character) => return refused(character),
        };
    let labels = [before, written.unwrap_or(""), bare(words)];
    let said = |label: &&str| !label.is_empty() && !PLAIN_WORDS.contains(&&*label.to_lowercase());
    let labels: Vec<&str> = labels.into_iter().filter(said).collect();
    let phone = TypedPhone {
        number: grouped(&digits),
        extension,
        label: labels.join(", "),
    };
    (Ok(phone), next)
}

/// Returns true for a number of another country: `+` not followed by 1.
fn is_abroad(from: &str) -> bool {
    let country = from.strip_prefix('+');
    country.is_some_and(|code| !code.trim_start_matches(is_separator).starts_with('1'))
}

/// Returns true if the groups of a long number are those of this country: area code, exchange, and
/// four digits or two pairs. `20 7946 0958` is a number of London.
fn is_grouped_here(written: &str) -> bool {
    let length = written.bytes().filter(u8::is_ascii_digit).count();
    let ends: &[usize] = match length {
        11 => &[0, 1, 4, 7, 9],
        10 => &[0, 3, 6, 8],
        LONG => &[0, 3, 5],
        _ => return true,
    };
    let mut before = 0;
    let mut groups = written.chars().map(|character| {
        before += usize::from(character.is_ascii_digit());
        character.is_ascii_digit() || before == length || ends.contains(&before)
    });
    groups.all(|is_end| is_end)
}

/// Returns true if `digits`, at the head of `from`, are a number of this country. A short code must
/// be written without separators.
fn is_dialled(digits: &str, from: &str, after: &str) -> bool {
    let length = from.len() - after.len();
    let half = from.starts_with('+') && digits.len() != 11;
    let torn = digits.len() < LONG && length > digits.len();
    let service = digits.len() != 3 || is_service(digits);
    is_phone(&grouped(digits)) && !half && !torn && service
}

/// Returns the character directly after a number, if there is one.
fn sticking(after: &str) -> Option<char> {
    after
        .chars()
        .next()
        .filter(|c| !is_separator(*c) && *c != ':')
}

fn refused(text: &str, character: Option<char>) -> NotAPhone {
    NotAPhone {
        text: text.trim().to_owned(),
        character,
    }
}

/// Returns a label without surrounding punctuation.
fn bare(text: &str) -> &str {
    let text =
        text.trim_matches(|c: char| c != '(' && c != ')' && is_separator(c) || ":='\"".contains(c));
    let inner = text
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'));
    inner.unwrap_or(text).trim()
}
