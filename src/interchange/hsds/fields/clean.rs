//! Cleaning of texts of other systems: one line, no markup, no invisible characters.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use crate::i18n::folding::fold_into;
use crate::i18n::typography::is_forbidden;
use crate::interchange::hsds::node::Node;

/// Named HTML characters that occur in descriptions.
const ENTITIES: [(&str, &str); 28] = [
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
    ("ecirc", "ê"),
    ("acirc", "â"),
    ("icirc", "î"),
    ("ocirc", "ô"),
    ("ucirc", "û"),
    ("euml", "ë"),
    ("iuml", "ï"),
    ("ugrave", "ù"),
    ("oelig", "œ"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("hellip", "…"),
];

/// Elements that do not separate words.
const INLINE: [&str; 13] = [
    "a", "abbr", "b", "em", "font", "i", "mark", "s", "small", "span", "strong", "sup", "u",
];

/// Returns a field of an object as clean text; empty if missing.
pub fn field<'a>(object: &'a Node<'_>, name: &str) -> Cow<'a, str> {
    object.get(name).map_or(Cow::Borrowed(""), value)
}

/// Returns a value as clean text; numbers and booleans are converted.
pub fn value<'a>(value: &'a Node<'_>) -> Cow<'a, str> {
    match value {
        Node::Text(text) => clean(text),
        Node::Number(number) => Cow::Owned(number.to_string()),
        Node::Flag(true) => Cow::Borrowed("true"),
        Node::Flag(false) => Cow::Borrowed("false"),
        _ => Cow::Borrowed(""),
    }
}

/// Returns the elements of a field: those of a list, or a single object.
pub fn list<'a, 'n>(object: &'a Node<'n>, name: &str) -> &'a [Node<'n>] {
    match object.get(name) {
        Some(Node::List(items)) => items,
        Some(item @ (Node::Record(_) | Node::Text(_))) => std::slice::from_ref(item),
        _ => &[],
    }
}

/// Texts, each once.
#[derive(Debug, Default)]
pub struct Distinct {
    /// The texts in the order of their first occurrence.
    pub all: Vec<String>,
    met: FxHashSet<String>,
}

impl Distinct {
    /// Adds a text unless it was added before.
    pub fn add(&mut self, text: &str) {
        if !self.met.contains(text) {
            self.met.insert(text.to_owned());
            self.all.push(text.to_owned());
        }
    }
}

/// Folds a text: lower case, without accents.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Greatest length of a text that is folded on the stack.
const SHORT: usize = 48;

/// Calls `read` with the folded text. Most names are short and of plain letters, and need no memory.
pub fn with_folded<T>(text: &str, read: impl FnOnce(&str) -> T) -> T {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b' ';
    if text.len() <= SHORT && text.bytes().all(plain) {
        let mut room = [0; SHORT];
        let lower = &mut room[..text.len()];
        lower.copy_from_slice(text.as_bytes());
        lower.make_ascii_lowercase();
        if let Ok(lower) = std::str::from_utf8(lower) {
            return read(lower);
        }
    }
    read(&folded(text))
}

/// Returns the text without markup, on one line, with single spaces and no control characters.
pub fn clean(text: &str) -> Cow<'_, str> {
    if is_clean(text) {
        return Cow::Borrowed(text);
    }
    let plain = if text.contains(['<', '&']) {
        let text = entities(&without_tags(text));
        // Some systems encode their markup once more.
        let is_twice = text.contains("</") || text.contains("/>");
        if is_twice {
            entities(&without_tags(&text))
        } else {
            text
        }
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
    Cow::Owned(out)
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
    let blank = |byte: u8| u8::from(byte == b' ');
    let odd = |byte: u8| {
        u8::from(!matches!(byte, b' '..=b'~')) | u8::from(byte == b'<') | u8::from(byte == b'&')
    };
    // Without an early end, which keeps the compiler from comparing many bytes at once.
    let is_odd = bytes.iter().fold(0, |seen, byte| seen | odd(*byte)) != 0;
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    let twice = pairs.fold(0, |seen, (one, next)| seen | blank(*one) & blank(*next));
    !is_odd && twice == 0 && !bytes.starts_with(b" ") && !bytes.ends_with(b" ")
}

/// Elements with contents that are no text.
const NO_TEXT: [&str; 2] = ["script", "style"];

/// A tag opens with a letter, a slash or an exclamation mark: "< 18 years" is none.
fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    // After an element without an end there is no end to be found.
    let mut is_endless = false;
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at(start);
        out.push_str(before);
        let opens = tag[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!".contains(c));
        let end = if opens { tag.find('>') } else { None };
        if opens && end.is_none() {
            // Nor does another tag have an end.
            return out + tag;
        }
        if let Some(end) = end {
            let (name, after) = (&tag[1..end], &tag[end + 1..]);
            // Two numbers must not become one.
            let joins = |c: char| c.is_ascii_digit();
            if !is_inline(name) || out.ends_with(joins) && after.starts_with(joins) {
                out.push(' ');
            }
            let element = (!is_endless).then(|| content_end(name, after));
            is_endless |= element == Some(Err(Endless));
            rest = &after[element.and_then(Result::ok).unwrap_or(0)..];
        } else {
            out.push('<');
            rest = &tag[1..];
        }
    }
    out + rest
}

/// Returns true for a tag that does not separate words.
fn is_inline(tag: &str) -> bool {
    let name = tag.trim_start_matches('/');
    let end = name.find(|c: char| !c.is_ascii_alphanumeric());
    let name = &name[..end.unwrap_or(name.len())];
    INLINE.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// Element whose end is missing.
#[derive(Debug, PartialEq, Eq)]
struct Endless;

/// Returns the end of the content of an element, if that is no text; else 0.
fn content_end(tag: &str, after: &str) -> Result<usize, Endless> {
    let begins = |text: &str, name: &str| {
        let start = text.get(..name.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(name))
    };
    let Some(name) = NO_TEXT.iter().find(|name| begins(tag, name)) else {
        return Ok(0);
    };
    let mut closes = after.match_indices("</");
    let close = closes.find(|(close, _)| begins(&after[close + 2..], name));
    close.map(|(close, _)| close).ok_or(Endless)
}

/// Greatest length of an entity in bytes: `&#x10ffff;`.
const LONGEST_ENTITY: usize = 12;

fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        let (before, entity) = rest.split_at(start);
        out.push_str(before);
        let end = entity
            .bytes()
            .take(LONGEST_ENTITY)
            .position(|one| one == b';');
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
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_text_is_folded_alike_on_the_stack(text in "[A-Za-z0-9 é’-]{0,60}") {
            with_folded(&text, |other| assert_eq!(other, folded(&text)));
        }
    }

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
            ("Call <us & <them", "Call <us & <them"),
            ("<b>Call</b> <us", "Call <us"),
            (
                "<p>Free <b>help</b>.</p><a href=\"x\">Call</a>, now",
                "Free help. Call, now",
            ),
            ("1<b>2</b> <em>a</em>b", "1 2 ab"),
            ("&lt;p&gt;Help &amp;amp; hope&lt;/p&gt;", "Help & hope"),
            (
                "Fen&ecirc;tre &laquo;&nbsp;ici&nbsp;&raquo;&hellip;",
                "Fenêtre « ici »…",
            ),
            (
                "Call<Script src=x>a < b</script>us<style>p{}</style>.",
                "Call us .",
            ),
            ("Call<script>us</b> <script>now", "Call us now"),
            ("24\u{202f}h/24 \u{a0}:", "24\u{a0}h/24 :"),
            ("Aide\u{a0}: appelez\u{a0}nous", "Aide\u{a0}: appelez nous"),
        ] {
            assert_eq!(clean(text), cleaned, "{text:?}");
        }
    }
}
