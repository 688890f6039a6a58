//! Report as rows of a table.

use csv::{Terminator, WriterBuilder};

use super::{Found, Part};
use crate::i18n::Messages;
use crate::interchange::csv::guarded;

/// Headings, the same in both languages.
const HEADINGS: [&str; 9] = [
    "pack",
    "corrections to",
    "id",
    "name",
    "numbers",
    "found",
    "words",
    "date",
    "workers",
];

/// Writes a report as CSV (RFC 4180) with a byte order mark; without it Excel assumes another
/// encoding than UTF-8. No cell is a formula.
pub fn write(parts: &[Part], messages: &Messages) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(b"\xef\xbb\xbf".to_vec());
    // Writing to memory does not fail, and each row has as many cells as the headings.
    let _ = writer.write_record(HEADINGS);
    for part in parts {
        for found in &part.found {
            let _ = writer.write_record(cells(part, found, messages).map(guarded));
        }
    }
    writer.into_inner().unwrap_or_default()
}

fn cells(part: &Part, found: &Found, messages: &Messages) -> [String; HEADINGS.len()] {
    [
        part.source.pack().unwrap_or_default().to_owned(),
        part.source.address().unwrap_or_default().to_owned(),
        found.id.clone(),
        found.name.get(messages.language()).to_owned(),
        found.numbers.join("; "),
        found.in_words(messages),
        found.words.join("; "),
        found.on.to_string(),
        found.workers.to_string(),
    ]
}
