//! Incremental scan for the end of a JSON value.

use memchr::memchr2;

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
    let breaks = bytes.iter().map(|byte| usize::from(*byte == b'\n'));
    breaks.sum()
}
