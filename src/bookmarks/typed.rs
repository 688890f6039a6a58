//! Phone numbers as people type them: `902-555-0123 ext 4 (night desk), +1 (800) 555 0199`.

use crate::directory::check::is_phone;

/// A number that was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedPhone {
    /// As the directory writes it: `902-555-0123`.
    pub number: String,
    /// Digits of the extension.
    pub extension: Option<String>,
    /// Which line it is, in the words before or behind it; may be empty.
    pub label: String,
}

/// Text that is no phone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAPhone {
    /// The text, as it was typed.
    pub text: String,
    /// The first character that no number has; `None` where there are no digits, too few or too many.
    pub character: Option<char>,
}

/// Words that stand before the digits of an extension, in both languages, the longest first.
const EXTENSIONS: [&str; 7] = ["extension", "poste", "ext.", "ext", "p.", "x", "#"];
/// Words between two numbers, in both languages.
const BETWEEN: [&str; 5] = [" or ", " ou ", " and ", " et ", "/"];

/// Parses every number of a text, in order. Numbers stand apart by a comma, a semicolon, a word such
/// as *or*, or a space.
pub fn phones(text: &str) -> Vec<Result<TypedPhone, NotAPhone>> {
    let mut found = Vec::new();
    for part in parts(text) {
        let mut rest = Some(part.as_str());
        while let Some(text) = rest {
            let (phone, next) = first_phone(text);
            found.push(phone);
            rest = next;
        }
    }
    found
}

/// Writes a number so that [`phones`] reads it back.
pub fn written(number: &str, extension: Option<&str>, label: &str) -> String {
    let mut text = number.to_owned();
    if let Some(extension) = extension {
        text = format!("{text} x{extension}");
    }
    if !label.is_empty() {
        text = format!("{text} ({label})");
    }
    text
}

/// Returns the parts of a text between commas, semicolons and words such as *or*; what stands in
/// brackets stays together.
fn parts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(character) = text[at..].chars().next() {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let between = BETWEEN.iter().find(|word| starts_with(&text[at..], word));
        let word = between
            .filter(|word| depth == 0 && starts_number(text[at + word.len()..].trim_start()));
        let more = extension(&text[at..]).0.is_some();
        if depth == 0 && matches!(character, ',' | ';') && !more {
            parts.push(String::new());
            at += 1;
        } else if let Some(word) = word {
            parts.push(String::new());
            at += word.len();
        } else {
            if let Some(part) = parts.last_mut() {
                part.push(character);
            }
            at += character.len_utf8();
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// Parses the number at the head of a part, and returns the text of another one behind it.
fn first_phone(text: &str) -> (Result<TypedPhone, NotAPhone>, Option<&str>) {
    let start = text.find(|c: char| c.is_ascii_digit() || matches!(c, '#' | '*' | '+'));
    let Some(start) = start else {
        return (Err(refused(text, "")), None);
    };
    let before = text[..start].trim_end_matches(['(', ' ']);
    let (digits, after) = digits(&text[start..]);
    let (extension, behind) = extension(after);
    let number = grouped(&digits);
    let length = text.len() - start - after.len();
    // A short code stands in one piece, and nothing sticks to a number.
    let torn = digits.len() < 7 && length > digits.len();
    let sticks = extension.is_none() && after.starts_with(|c: char| !is_separator(c) && c != ':');
    if torn || sticks || !is_phone(&number) {
        return (Err(refused(text, after)), None);
    }
    let next = behind.trim_start_matches(is_separator);
    // Another number behind this one, without a comma.
    let (label, next) = if starts_number(next) && !behind.is_empty() {
        ("", Some(next))
    } else {
        (behind, None)
    };
    let labels = [before, label].map(bare);
    let labels: Vec<&str> = labels.into_iter().filter(|one| !one.is_empty()).collect();
    let phone = TypedPhone {
        number,
        extension,
        label: labels.join(" "),
    };
    (Ok(phone), next)
}

/// Returns what is wrong with a text whose digits make no number; `behind` is the text after them.
fn refused(text: &str, behind: &str) -> NotAPhone {
    NotAPhone {
        text: text.trim().to_owned(),
        character: behind.chars().find(|c| !is_separator(*c)),
    }
}

/// Returns the digits at the head of a text, with a leading `#` or `*`, and the text behind the last
/// of them. A long number ends with its tenth digit behind the leading 1.
fn digits(text: &str) -> (String, &str) {
    let mut digits = String::new();
    let mut end = 0;
    for (at, character) in text.char_indices() {
        let most = if digits.starts_with('1') { 11 } else { 10 };
        let leads = at == 0 && matches!(character, '#' | '*');
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

/// Returns the extension at the head of a text, and the text behind it.
fn extension(text: &str) -> (Option<String>, &str) {
    let bare = text.trim_start_matches(|c: char| is_separator(c) && c != '(' || c == ',');
    let bare = bare.strip_prefix('(').unwrap_or(bare);
    let word = EXTENSIONS.iter().find(|word| starts_with(bare, word));
    let Some(word) = word else {
        return (None, text);
    };
    let behind = bare[word.len()..].trim_start_matches([' ', '\u{a0}', ':', '.']);
    let length = behind.bytes().take_while(u8::is_ascii_digit).count();
    if length == 0 {
        return (None, text);
    }
    let rest = &behind[length..];
    let rest = rest.strip_prefix(')').unwrap_or(rest);
    (Some(behind[..length].to_owned()), rest)
}

/// Groups digits as the directory writes them.
fn grouped(digits: &str) -> String {
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

/// Returns true if a text begins with a number: a digit, or a sign that may lead one.
fn starts_number(text: &str) -> bool {
    let text = text.trim_start_matches(['(', '+']);
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// Returns true for blanks, dots, brackets and every kind of hyphen.
fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '.' | '(' | ')' | '-' | '\u{2010}'..='\u{2015}' | '\u{2212}'
        )
}

/// Returns true if a text begins with an ASCII word, in any case.
fn starts_with(text: &str, word: &str) -> bool {
    text.get(..word.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(word))
}

/// Returns a label without the signs around it.
fn bare(text: &str) -> &str {
    let text = text.trim_matches(|c: char| c != '(' && c != ')' && is_separator(c) || c == ':');
    let inner = text
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'));
    inner.unwrap_or(text).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let say = |phone: Result<TypedPhone, NotAPhone>| match phone {
            Ok(phone) => written(&phone.number, phone.extension.as_deref(), &phone.label),
            Err(NotAPhone { text, character }) => format!("{text}: {character:?}"),
        };
        phones(text).into_iter().map(say).collect()
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, number) in [
            ("902-555-0123", "902-555-0123"),
            ("902 555 0123", "902-555-0123"),
            ("902.555.0123", "902-555-0123"),
            ("(902) 555-0123", "902-555-0123"),
            ("9025550123", "902-555-0123"),
            ("902\u{2011}555\u{2011}0123", "902-555-0123"),
            ("902\u{a0}555\u{2013}0123", "902-555-0123"),
            ("+1 902 555 0123", "1-902-555-0123"),
            ("+1-902-555-0123", "1-902-555-0123"),
            ("1 (902) 555-0123", "1-902-555-0123"),
            ("19025550123", "1-902-555-0123"),
            ("310-1818", "310-1818"),
            ("3101818", "310-1818"),
            ("911", "911"),
            ("686868", "686868"),
            ("#377", "#377"),
            ("*4141", "*4141"),
        ] {
            assert_eq!(read(text), [number], "{text}");
        }
    }

    #[test]
    fn an_extension_is_read_in_both_languages() {
        for text in [
            "902-555-0123 ext 4",
            "902-555-0123 ext. 4",
            "902-555-0123, ext. 4",
            "902-555-0123 Ext: 4",
            "902-555-0123 extension 4",
            "902-555-0123 poste 4",
            "902-555-0123, poste\u{a0}4",
            "902-555-0123 (poste 4)",
            "902-555-0123 p. 4",
            "902-555-0123 x4",
            "902-555-0123x4",
            "902-555-0123 #4",
        ] {
            assert_eq!(read(text), ["902-555-0123 x4"], "{text}");
        }
    }

    #[test]
    fn words_around_a_number_are_its_label() {
        for text in [
            "902-555-0123 night desk",
            "902-555-0123 (night desk)",
            "902-555-0123 – night desk",
            "night desk: 902-555-0123",
        ] {
            assert_eq!(read(text), ["902-555-0123 (night desk)"], "{text}");
        }
        assert_eq!(
            read("902-555-0123 poste 212 (Anne, le soir)"),
            ["902-555-0123 x212 (Anne, le soir)"]
        );
        assert_eq!(read("811 option 2"), ["811 (option 2)"]);
    }

    #[test]
    fn two_numbers_are_two() {
        for text in [
            "902-555-0123, 902-555-0199",
            "902-555-0123; 902-555-0199",
            "902-555-0123 or 902-555-0199",
            "902-555-0123 ou 902-555-0199",
            "902-555-0123 / 902-555-0199",
            "902-555-0123/902-555-0199",
            "902-555-0123 902-555-0199",
        ] {
            assert_eq!(read(text), ["902-555-0123", "902-555-0199"], "{text}");
        }
        assert_eq!(
            read("902-555-0123 x4, 911 (danger, only)"),
            ["902-555-0123 x4", "911 (danger, only)"]
        );
        assert_eq!(
            read("902-555-0123 x4 902-555-0199"),
            ["902-555-0123 x4", "902-555-0199"]
        );
    }

    #[test]
    fn the_character_that_is_wrong_is_told() {
        for (text, wrong) in [
            ("902-555-O123", "902-555-O123: Some('O')"),
            ("1 800 O-Canada", "1 800 O-Canada: Some('O')"),
            ("call", "call: None"),
            ("902_555_0123", "902_555_0123: Some('_')"),
            ("902-555", "902-555: None"),
            ("102-555-0123", "102-555-0123: None"),
            ("12", "12: None"),
            ("902-555-0123O", "902-555-0123O: Some('O')"),
            ("902-555-01234", "902-555-01234: Some('4')"),
            ("9-1-1", "9-1-1: None"),
            ("902-555-01٢٢", "902-555-01٢٢: Some('٢')"),
        ] {
            assert_eq!(read(text), [wrong], "{text}");
        }
        assert_eq!(read(" , ;"), [""; 0]);
    }
}
