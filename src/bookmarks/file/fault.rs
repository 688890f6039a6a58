//! First fault of a damaged list, for whoever mends the file.

use serde_json::Deserializer;

use crate::bookmarks::model::list::Document;
use crate::i18n::Messages;

/// Place of the first fault in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListFault {
    /// Line, counted from 1.
    pub line: usize,
    /// Field, such as `bookmarks[2].note`; empty if the fault is in none.
    pub field: String,
}

impl ListFault {
    /// Finds the first fault in the bytes of a damaged file.
    pub fn first(bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut deserializer = Deserializer::from_slice(bytes);
        let read = serde_path_to_error::deserialize::<_, Document>(&mut deserializer);
        let (line, path, missing) = match read {
            // Of another version.
            Ok(_) if deserializer.end().is_ok() => (1, String::new(), Some("version".to_owned())),
            Ok(_) => (line_of_end(bytes), String::new(), None),
            Err(error) => {
                let inner = error.inner();
                (inner.line(), error.path().to_string(), named(inner))
            }
        };
        // The parser's signs for the whole and for an unknown part.
        let known = path.split('.').filter(|part| !["", "?"].contains(part));
        let parts: Vec<&str> = known.chain(missing.as_deref()).collect();
        Self {
            line: line.max(1),
            field: parts.join("."),
        }
    }

    /// Returns the place in words: `line 3, at bookmarks[2].note`.
    pub fn place(&self, messages: &Messages) -> String {
        let facts = [
            ("line", self.line.into()),
            ("field", self.field.as_str().into()),
        ];
        let id = if self.field.is_empty() {
            "list-fault-line"
        } else {
            "list-fault-field"
        };
        messages.format(id, &facts)
    }
}

/// Returns the field that an error says is missing or there twice.
fn named(error: &serde_json::Error) -> Option<String> {
    let text = error.to_string();
    let rest = ["missing field `", "duplicate field `"]
        .iter()
        .find_map(|start| text.strip_prefix(start))?;
    rest.split_once('`').map(|(name, _)| name.to_owned())
}

/// Returns the line of the first text after the end of the JSON.
fn line_of_end(bytes: &[u8]) -> usize {
    let mut values = Deserializer::from_slice(bytes).into_iter::<serde::de::IgnoredAny>();
    let _ = values.next();
    let end = values.byte_offset();
    let blanks = bytes[end..].iter();
    let blanks = blanks.take_while(|byte| byte.is_ascii_whitespace()).count();
    let before = bytes[..end + blanks].iter();
    1 + before
        .map(|byte| usize::from(*byte == b'\n'))
        .sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn the_first_fault_has_a_line_and_a_field_where_there_is_one() {
        for (text, place) in [
            ("{{{", "line 1"),
            ("", "line 1"),
            (
                "\u{feff}{\"version\": 1,\n\"bookmarks\": [",
                "line 2, at bookmarks",
            ),
            ("{\"bookmarks\":\n []}", "line 2, at version"),
            ("{\"version\": 0}", "line 1, at version"),
            ("{\"version\": 1}\n\n}", "line 3"),
            (
                "{\"version\": 1,\n\"own\": [],\n\"own\": []}",
                "line 3, at own",
            ),
            (
                "{\"version\": 1, \"bookmarks\": [\n{\"id\": \"ca-211\", \"added\": 7}]}",
                "line 2, at bookmarks[0].added",
            ),
        ] {
            let fault = ListFault::first(text.as_bytes());
            assert_eq!(fault.place(Messages::of(Language::En)), place, "{text}");
        }
    }
}
