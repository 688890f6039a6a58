//! Cleaning of texts of other systems: one line, no markup, no invisible characters.

use serde_json::Value;

use crate::i18n::typography::is_forbidden;

/// Named HTML characters that occur in descriptions.
const ENTITIES: [(&str, &str); 16] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "’"),
    ("nbsp", " "),
    ("rsquo", "’"),
    ("lsquo", "‘"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("eacute", "é"),
    ("egrave", "è"),
    ("agrave", "à"),
    ("ccedil", "ç"),
];

/// Returns a field of an object as clean text; empty if missing.
pub fn field(object: &Value, name: &str) -> String {
    object.get(name).map_or_else(String::new, value)
}

/// Returns a value as clean text; numbers and booleans are converted.
pub fn value(value: &Value) -> String {
    match value {
        Value::String(text) => clean(text),
        Value::Number(number) => number.to_string(),
        Value::Bool(flag) => flag.to_string(),
        _ => String::new(),
    }
}

/// Returns the elements of a field: those of a list, or a single object.
pub fn list<'a>(object: &'a Value, name: &str) -> &'a [Value] {
    match object.get(name) {
        Some(Value::Array(items)) => items,
        Some(item @ (Value::Object(_) | Value::String(_))) => std::slice::from_ref(item),
        _ => &[],
    }
}

/// Returns the text without markup, on one line, with single spaces and no control characters.
pub fn clean(text: &str) -> String {
    if is_clean(text) {
        return text.to_owned();
    }
    let plain = if text.contains(['<', '&']) {
        entities(&without_tags(text))
    } else {
        text.to_owned()
    };
    let mut out = String::with_capacity(plain.len());
    // The blank before the next character.
    let mut blank = None;
    for character in plain.chars() {
        if character.is_whitespace() || character.is_control() {
            blank = match (blank, character) {
                (None, '\u{a0}' | '\u{202f}') => Some('\u{a0}'),
                _ => Some(' '),
            };
        } else if !is_forbidden(character) {
            out.extend(
                blank
                    .take()
                    .and_then(|blank| between(&out, blank, character)),
            );
            out.push(character);
        }
    }
    out
}

/// Returns the blank to stand between a text and a character: one that must not break stays beside digits
/// and French punctuation, and is a plain one elsewhere, where editors of web pages leave it by accident.
fn between(text: &str, blank: char, next: char) -> Option<char> {
    let last = text.chars().next_back()?;
    let binds = |c: char| c.is_ascii_digit() || "«»:;!?%$".contains(c);
    Some(if binds(last) || binds(next) {
        blank
    } else {
        ' '
    })
}

/// Returns true for plain ASCII on one line, as most fields are.
fn is_clean(text: &str) -> bool {
    let bytes = text.as_bytes();
    let plain = |byte: &u8| matches!(byte, b' '..=b'~') && !matches!(byte, b'<' | b'&');
    bytes.iter().all(plain)
        && !bytes.starts_with(b" ")
        && !bytes.ends_with(b" ")
        && !text.contains("  ")
}

/// A tag opens with a letter, a slash or an exclamation mark: "< 18 years" is none.
fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at(start);
        out.push_str(before);
        let opens = tag[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!".contains(c));
        if let Some(end) = tag.find('>').filter(|_| opens) {
            out.push(' ');
            rest = &tag[end + 1..];
        } else {
            out.push('<');
            rest = &tag[1..];
        }
    }
    out + rest
}

fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        let (before, entity) = rest.split_at(start);
        out.push_str(before);
        let end = entity.find(';');
        let known = end.and_then(|end| Some((end, named(&entity[1..end])?)));
        if let Some((end, character)) = known {
            out.push_str(&character);
            rest = &entity[end + 1..];
        } else {
            out.push('&');
            rest = &entity[1..];
        }
    }
    out + rest
}

fn named(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
            None => number.parse(),
        };
        return Some(char::from_u32(code.ok()?)?.to_string());
    }
    let known = ENTITIES.iter().find(|(known, _)| *known == name);
    known.map(|(_, character)| (*character).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_goes_and_words_stay() {
        for (text, cleaned) in [
            ("  Two\r\n lines\t here ", "Two lines here"),
            ("<p>Help &amp; hope</p><br/>Call", "Help & hope Call"),
            ("people < 18 & > 12", "people < 18 & > 12"),
            ("caf&eacute; &#233; &#x2019;", "café é ’"),
            ("A\u{1b}[2J\u{202e}B\u{feff}", "A [2JB"),
            ("AT&T; a &nonsense; b", "AT&T; a &nonsense; b"),
            ("<", "<"),
            ("24\u{202f}h/24 \u{a0}:", "24\u{a0}h/24 :"),
            ("Aide\u{a0}: appelez\u{a0}nous", "Aide\u{a0}: appelez nous"),
        ] {
            assert_eq!(clean(text), cleaned, "{text:?}");
        }
    }
}
