//! Report as rows of a table.

use super::{Found, Part};
use crate::i18n::Messages;
use crate::interchange::csv::{headings, table};

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

/// Writes a report as a table.
pub fn write(parts: &[Part], messages: &Messages) -> Vec<u8> {
    let found = parts.iter().flat_map(|part| {
        let found = part.found.iter();
        found.map(move |found| cells(part, found, messages).to_vec())
    });
    table(b',', std::iter::once(headings(&HEADINGS)).chain(found))
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
        found.on.map(|on| on.to_string()).unwrap_or_default(),
        found.workers.to_string(),
    ]
}
