//! Output without control characters; JSON with these escaped.

use std::io::{self, Write};

use serde::Serialize;

use crate::i18n::typography::{escaped_json, is_obeyed, is_selector};

/// Writer that replaces every control character by a space, except line ends and the tabs between
/// cells. All output of the program passes through it.
pub struct Printable<'a> {
    inner: &'a mut dyn Write,
    /// First bytes of an incomplete character.
    begun: Vec<u8>,
}

impl<'a> Printable<'a> {
    /// Wraps a writer.
    pub fn new(inner: &'a mut dyn Write) -> Self {
        Self {
            inner,
            begun: Vec::new(),
        }
    }
}

impl Write for Printable<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut text = std::mem::take(&mut self.begun);
        text.extend_from_slice(bytes);
        let whole = text.len() - unfinished(&text);
        self.begun = text.split_off(whole);
        let text = String::from_utf8_lossy(&text);
        self.inner.write_all(harmless(&text).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// Replaces control characters except tabs, line feeds, and carriage returns before line feeds.
fn harmless(text: &str) -> String {
    let text = text.replace(is_selector, "");
    let lines = text.split("\r\n");
    let lines =
        lines.map(|line| line.replace(|one| !matches!(one, '\n' | '\t') && is_obeyed(one), " "));
    lines.collect::<Vec<_>>().join("\r\n")
}

/// Returns the length of an incomplete character or line ending at the end.
fn unfinished(text: &[u8]) -> usize {
    if text.ends_with(b"\r") {
        return 1;
    }
    let tail = text
        .utf8_chunks()
        .last()
        .map_or(&[][..], |chunk| chunk.invalid());
    match std::str::from_utf8(tail) {
        Err(error) if error.error_len().is_none() => tail.len(),
        _ => 0,
    }
}

/// Formats as JSON on several lines, without control characters.
///
/// # Errors
/// If the value has no JSON form.
pub fn json(value: &impl Serialize) -> serde_json::Result<String> {
    Ok(escaped_json(&serde_json::to_string_pretty(value)?))
}

/// Formats as JSON on one line.
///
/// # Errors
/// Like [`json`].
pub fn json_line(value: &impl Serialize) -> serde_json::Result<String> {
    Ok(escaped_json(&serde_json::to_string(value)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(parts: &[&[u8]]) -> String {
        let mut printed = Vec::new();
        let mut output = Printable::new(&mut printed);
        for part in parts {
            output.write_all(part).unwrap();
        }
        String::from_utf8(printed).unwrap()
    }

    #[test]
    fn no_control_sequence_gets_through() {
        for obeyed in [
            '\u{0}',
            '\u{7}',
            '\r',
            '\u{1b}',
            '\u{7f}',
            '\u{85}',
            '\u{9b}',
            '\u{61c}',
            '\u{200b}',
            '\u{200f}',
            '\u{2028}',
            '\u{2029}',
            '\u{202e}',
            '\u{2060}',
            '\u{2069}',
            '\u{feff}',
            '\u{e0041}',
        ] {
            let text = format!("é{obeyed}x\n");
            assert_eq!(printed(&[text.as_bytes()]), "é x\n", "{obeyed:?}");
            let json = json(&text).unwrap();
            assert!(!json.chars().any(is_obeyed), "{obeyed:?}: {json}");
            assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
            assert_eq!(json_line(&text).unwrap(), json);
        }
    }

    #[test]
    fn a_selector_leaves_no_gap_behind_its_sign() {
        assert_eq!(
            printed(&["\u{2699}\u{fe0f} a\n".as_bytes()]),
            "\u{2699} a\n"
        );
        let json = json_line(&"\u{2699}\u{fe0f}").unwrap();
        assert!(json.contains("\\ufe0f"), "{json}");
    }

    #[test]
    fn tabs_part_cells() {
        assert_eq!(printed(&[b"a\tb\n"]), "a\tb\n");
    }

    #[test]
    fn split_characters_and_invalid_bytes() {
        let text = "é\u{a0}…\u{9b}31m 🙂".as_bytes();
        let parts: Vec<&[u8]> = text.chunks(1).collect();
        assert_eq!(printed(&parts), "é\u{a0}… 31m 🙂");
        assert_eq!(
            printed(&[b"a\r\nb\r", b"\nc\r", b"d\r\r\n"]),
            "a\r\nb\r\nc d \r\n"
        );
        assert_eq!(printed(&[b"a\xffb\xc3", b"c"]), "a\u{fffd}b\u{fffd}c");
    }
}
