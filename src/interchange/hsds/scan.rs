//! Incremental scan for the end of a JSON value.

use memchr::{memchr, memchr_iter, memchr2};

use crate::interchange::charset::to_utf8;

/// Character before each value of a sequence (RFC 7464), which no value has.
const SEPARATOR: u8 = 0x1e;

/// Returns true for white space between values.
pub(super) const fn is_blank(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == SEPARATOR
}

/// Removes the separators of a line.
pub(super) fn without_separators(line: &mut Vec<u8>) {
    if memchr(SEPARATOR, line).is_some() {
        line.retain(|byte| *byte != SEPARATOR);
    }
}

/// Returns true if a file begins like JSON, in any encoding of it.
pub fn is_json(head: &[u8]) -> bool {
    let head = to_utf8(head);
    let first = head.iter().find(|byte| !is_blank(**byte));
    first.is_some_and(|byte| matches!(byte, b'{' | b'['))
}

/// Returns true if a file begins like UTF-16.
pub const fn is_utf_16(head: &[u8]) -> bool {
    match head {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => true,
        [first, second, ..] => (*first == 0) != (*second == 0),
        _ => false,
    }
}

/// Converts a file in UTF-16 to UTF-8.
pub fn from_utf_16(bytes: &[u8]) -> Vec<u8> {
    to_utf8(bytes)
}

/// State of a scan over a value.
#[derive(Default)]
pub(super) struct Scan {
    depth: usize,
    at: At,
    has_begun: bool,
}

/// Innermost structure around the scan's position.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum At {
    /// Brackets, or nothing.
    #[default]
    Brackets,
    /// A string.
    Text,
    /// In a string, after a backslash.
    Escape,
    /// A bare number or word, which is the whole value.
    Word,
}

impl Scan {
    /// Returns true if the value so far is a bare number or word.
    pub(super) fn is_at_word(&self) -> bool {
        self.at == At::Word
    }

    /// Returns true if a byte of the value was seen.
    pub(super) const fn has_begun(&self) -> bool {
        self.has_begun
    }

    /// Continues the scan. Returns the number of bytes that belong to the value, and true at its
    /// end.
    pub(super) fn over(&mut self, bytes: &[u8]) -> (usize, bool) {
        let mut index = 0;
        while index < bytes.len() {
            let byte = bytes[index];
            match self.at {
                At::Escape => {
                    self.at = At::Text;
                    index += 1;
                    continue;
                }
                At::Text => {
                    let rest = &bytes[index..];
                    let stop = memchr2(b'"', b'\\', rest);
                    let Some(stop) = stop else {
                        return (bytes.len(), false);
                    };
                    index += stop + 1;
                    self.at = match rest[stop] {
                        b'"' => At::Brackets,
                        _ => At::Escape,
                    };
                    if self.at == At::Brackets && self.depth == 0 {
                        return (index, true);
                    }
                    continue;
                }
                At::Brackets | At::Word => {}
            }
            let ends = match byte {
                b'"' | b'{' | b'[' => self.at == At::Word,
                b'}' | b']' | b',' | b':' => self.depth == 0,
                _ => self.depth == 0 && byte.is_ascii_whitespace(),
            };
            if ends {
                return (index, true);
            }
            match byte {
                b'"' => self.at = At::Text,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' if self.depth == 1 => return (index + 1, true),
                b'}' | b']' => self.depth -= 1,
                _ if self.depth == 0 => self.at = At::Word,
                _ => {}
            }
            self.has_begun = true;
            index += 1;
        }
        (bytes.len(), false)
    }
}

/// Returns the number of line breaks.
pub(super) fn breaks(bytes: &[u8]) -> usize {
    memchr_iter(b'\n', bytes).count()
}
