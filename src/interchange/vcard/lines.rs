//! Parser of the lines of a vCard file: cards, unfolded properties and their parameters, as bytes.

use memchr::memmem;

use crate::interchange::charset::{Charset, decode};

/// Card as written in the file.
#[derive(Debug, Default)]
pub(super) struct Card {
    /// Properties in order.
    pub properties: Vec<Property>,
    /// True if the file ended, or another card began, before the end of this one.
    pub cut_off: bool,
    /// True if the card declares version 2.1.
    old: bool,
    /// Line that may continue.
    pending: Option<OpenLine>,
}

/// Line that may continue, with what is known of its head: each byte is looked at once.
#[derive(Debug, Default)]
struct OpenLine {
    line: Vec<u8>,
    /// Number of bytes in which the head was looked for.
    seen: usize,
    /// True inside quotes after those bytes.
    is_quoted: bool,
    /// Index of the first colon outside of quotes.
    outside: Option<usize>,
    /// Index of the first colon.
    first: Option<usize>,
    /// Index of the colon behind the last head that was read, and whether it says quoted-printable.
    head: Option<(usize, bool)>,
}

impl OpenLine {
    /// Returns true if a soft line break ends a quoted-printable value so far.
    fn has_soft_break(&mut self) -> bool {
        if !self.line.ends_with(b"=") {
            return false;
        }
        for (at, byte) in self.line.iter().enumerate().skip(self.seen) {
            self.is_quoted ^= *byte == b'"';
            if *byte == b':' {
                self.first.get_or_insert(at);
                if !self.is_quoted {
                    self.outside.get_or_insert(at);
                }
            }
        }
        // The sign of the break goes.
        self.seen = self.line.len() - 1;
        let Some(colon) = self.outside.or(self.first) else {
            return false;
        };
        let is_known = self.head.filter(|(end, _)| *end == colon);
        let (_, is_encoded) = is_known.unwrap_or_else(|| {
            let head = self.line[..colon].to_ascii_uppercase();
            (colon, memmem::find(&head, b"QUOTED-PRINTABLE").is_some())
        });
        self.head = Some((colon, is_encoded));
        is_encoded
    }
}

/// Property of a card.
#[derive(Debug, Default)]
pub(super) struct Property {
    /// Group before its name, in capitals; may be empty.
    pub group: String,
    /// Name in capitals.
    pub name: String,
    /// Parameters: name in capitals, value. One without a name is a `TYPE`.
    pub parameters: Vec<(String, String)>,
    value: Vec<u8>,
}

impl Property {
    /// Returns the value as text, and true if its encoding was guessed.
    pub fn text(&self) -> (String, bool) {
        let charset = self.parameter("CHARSET");
        let known = charset.map(Charset::named);
        let bytes = if self.is_quoted() {
            unquoted(&self.value)
        } else {
            let decoded = self.is_base64().then(|| base64(&self.value)).flatten();
            decoded.unwrap_or_else(|| self.value.clone())
        };
        decode(&bytes, known.flatten())
    }

    /// Returns the first value of a parameter.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let mut found = self.parameters.iter().filter(|(other, _)| other == name);
        found.next().map(|(_, value)| value.as_str())
    }

    /// Returns the types in lower case.
    pub fn types(&self) -> Vec<String> {
        let types = self.parameters.iter().filter(|(name, _)| name == "TYPE");
        let words = types.flat_map(|(_, value)| value.split(','));
        words.map(|word| word.trim().to_lowercase()).collect()
    }

    fn is_encoded(&self, encoding: &str) -> bool {
        self.parameters
            .iter()
            .any(|(_, value)| value.eq_ignore_ascii_case(encoding))
    }

    fn is_quoted(&self) -> bool {
        self.is_encoded("QUOTED-PRINTABLE")
    }

    fn is_base64(&self) -> bool {
        ["BASE64", "B"]
            .iter()
            .any(|encoding| self.is_encoded(encoding))
    }

    /// Returns true for properties with binary values, which are skipped unless they are text.
    pub fn is_binary(&self) -> bool {
        self.is_base64() || ["PHOTO", "LOGO", "SOUND", "KEY"].contains(&self.name.as_str())
    }

    fn parse(line: &[u8]) -> Option<Self> {
        let colon = colon(line)?;
        let head = String::from_utf8_lossy(&line[..colon]).into_owned();
        let mut parts = split_quoted(&head, ';');
        let name = parts.remove(0);
        let (group, name) = name.rsplit_once('.').unwrap_or(("", &name));
        let name = name.trim().to_uppercase();
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        if name.is_empty() || !name.chars().all(is_name) {
            return None;
        }
        Some(Self {
            group: group.trim().to_uppercase(),
            parameters: parts.iter().map(|part| parameter(part)).collect(),
            value: line[colon + 1..].to_vec(),
            name,
        })
    }
}

/// Returns the index of the colon before the value: the first outside of quotes.
fn colon(line: &[u8]) -> Option<usize> {
    let mut quoted = false;
    let outside = line.iter().position(|byte| {
        quoted ^= *byte == b'"';
        *byte == b':' && !quoted
    });
    outside.or_else(|| line.iter().position(|byte| *byte == b':'))
}

fn parameter(part: &str) -> (String, String) {
    let (name, value) = part.split_once('=').unwrap_or(("TYPE", part));
    let value = value.trim().trim_matches('"').to_owned();
    (name.trim().to_uppercase(), value)
}

/// Splits a text at a sign, except inside quotes and after a backslash.
fn split_quoted(text: &str, sign: char) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut quoted = false;
    for character in text.chars() {
        quoted ^= character == '"';
        if character == sign && !quoted {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(character);
        }
    }
    parts
}

/// Decodes quoted-printable (RFC 2045, 6.7). [`cards`] has already joined soft line breaks.
pub(super) fn unquoted(value: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut at = 0;
    while at < value.len() {
        let code = value.get(at + 1..at + 3).filter(|_| value[at] == b'=');
        let code = code.filter(|code| code.iter().all(u8::is_ascii_hexdigit));
        let code = code.and_then(|code| std::str::from_utf8(code).ok());
        let byte = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(byte.unwrap_or(value[at]));
        at += if byte.is_some() { 3 } else { 1 };
    }
    // Remains if the file was truncated.
    bytes.pop_if(|last| *last == b'=');
    bytes
}

/// Decodes base64 (RFC 4648, 4); `None` for other text, to which some programs give this encoding.
fn base64(value: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(value.len());
    let (mut bits, mut length) = (0_u32, 0);
    let digits = value.iter().filter(|byte| !byte.is_ascii_whitespace());
    let digits: Vec<u8> = digits.copied().collect();
    let end = digits
        .iter()
        .rposition(|byte| *byte != b'=')
        .map_or(0, |at| at + 1);
    for digit in &digits[..end] {
        let six = match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(six);
        length += 6;
        if length >= 8 {
            length -= 8;
            bytes.extend(u8::try_from(bits >> length & 0xff));
        }
    }
    // Bare digits are a number that is not encoded.
    let is_text = !bytes.is_empty() && bytes.iter().all(|byte| !byte.is_ascii_control());
    (digits.len().is_multiple_of(4) && is_text && std::str::from_utf8(&bytes).is_ok())
        .then_some(bytes)
}

/// Returns the cards of a file. A nested one (`AGENT`) is a card of its own.
pub(super) fn cards(bytes: &[u8]) -> Vec<Card> {
    let mut found = Vec::new();
    for card in own_cards(bytes) {
        let agents = card.properties.iter().filter(|one| one.name == "AGENT");
        let nested: Vec<Card> = agents
            .flat_map(|agent| own_cards(&broken(&agent.value)))
            .collect();
        found.push(card);
        found.extend(nested);
    }
    found
}

/// Returns a value with its escaped line breaks (RFC 2426, 3.5.4: a card inside of a line).
fn broken(value: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value;
    while let Some((byte, after)) = rest.split_first() {
        let (written, after) = match (byte, after.split_first()) {
            (b'\\', Some((b'n' | b'N', after))) => (b'\n', after),
            (b'\\', Some((escaped, after))) => (*escaped, after),
            _ => (*byte, after),
        };
        bytes.push(written);
        rest = after;
    }
    bytes
}

fn own_cards(bytes: &[u8]) -> Vec<Card> {
    let mut done = Vec::new();
    let mut open: Vec<Card> = Vec::new();
    for line in physical(bytes) {
        let is_agent = is(line, b"AGENT:BEGIN:VCARD");
        if let Some(card) = open.last_mut().filter(|_| is_agent) {
            card.add(b"AGENT:");
        }
        if is_agent || is(line, b"BEGIN:VCARD") {
            if let Some(card) = open.last_mut() {
                card.settle();
            }
            let inside = |card: &Card| {
                card.properties
                    .last()
                    .is_some_and(|last| last.name == "AGENT")
            };
            if open.last().is_some_and(|card| !inside(card)) {
                done.extend(open.pop().map(|card| closed(card, true)));
            }
            open.push(Card::default());
        } else if is(line, b"END:VCARD") {
            done.extend(open.pop().map(|card| closed(card, false)));
        } else if let Some(card) = open.last_mut() {
            card.add(line);
        }
    }
    done.extend(open.into_iter().map(|card| closed(card, true)));
    done
}

fn closed(mut card: Card, cut_off: bool) -> Card {
    card.settle();
    card.cut_off = cut_off;
    card
}

fn is(line: &[u8], words: &[u8]) -> bool {
    line.trim_ascii().eq_ignore_ascii_case(words)
}

/// Splits a file into lines at any line ending: LF, CR LF, CR CR LF, or CR alone, also mixed. A byte order
/// mark begins each file of several that were joined.
fn physical(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let lines = bytes.split(|byte| *byte == b'\n').flat_map(|mut line| {
        while let [rest @ .., b'\r'] = line {
            line = rest;
        }
        line.split(|byte| *byte == b'\r')
    });
    lines.map(|line| line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line))
}

impl Card {
    /// Adds a line: a property, or a continuation of the one before.
    fn add(&mut self, line: &[u8]) {
        let old = self.old;
        let is_broken = self.pending.as_mut().is_some_and(OpenLine::has_soft_break);
        match (line, &mut self.pending) {
            (_, Some(pending)) if is_broken && !is_well_known(line) => {
                // Some programs put an empty line after a soft break.
                if !line.is_empty() {
                    pending.line.pop();
                    pending.line.extend(line);
                }
            }
            ([], _) => {}
            ([b' ' | b'\t', rest @ ..], Some(pending)) => {
                // A fold of version 2.1 is at a space, which is part of the text.
                pending.line.extend(if old { line } else { rest });
            }
            _ if begins_property(line) => {
                self.settle();
                self.old |= line.to_ascii_uppercase().starts_with(b"VERSION:2");
                self.pending = Some(OpenLine {
                    line: line.to_vec(),
                    ..OpenLine::default()
                });
            }
            // A fold that lost its space.
            (_, Some(pending)) => {
                pending.line.push(b' ');
                pending.line.extend(line);
            }
            (_, None) => {}
        }
    }

    /// Parses the completed line. A line that is not a property belongs to the one before.
    fn settle(&mut self) {
        let Some(OpenLine { line, .. }) = self.pending.take() else {
            return;
        };
        match (Property::parse(&line), self.properties.last_mut()) {
            (Some(property), _) => self.properties.push(property),
            (None, Some(last)) if !last.is_binary() => {
                last.value.push(b' ');
                last.value.extend(line);
            }
            (None, _) => {}
        }
    }
}

/// Returns true if a line may be the head of a property: a name with a colon, or with parameters
/// that may continue after a fold.
fn begins_property(line: &[u8]) -> bool {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_. ".contains(byte);
    let end = line.iter().position(|byte| !is_name(byte));
    end.is_some_and(|end| end > 0 && matches!(line[end], b':' | b';'))
}

/// Returns true for the head of a property that every card has: no text begins like it, and a
/// broken encoding before it must not swallow a number.
fn is_well_known(line: &[u8]) -> bool {
    const NAMES: [&[u8]; 10] = [
        b"N", b"FN", b"TEL", b"EMAIL", b"ORG", b"ADR", b"URL", b"TITLE", b"NOTE", b"UID",
    ];
    let end = line.iter().position(|byte| b":;".contains(byte));
    end.is_some_and(|end| NAMES.contains(&&line[..end]))
}
