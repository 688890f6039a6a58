//! Report as JSON.

use serde_json::{Value, json};

use super::{Found, Part, Source};

/// Version of the format.
const SCHEMA: u8 = 1;

/// Returns a report as a JSON value; `schema` is the version of its format.
pub fn write(parts: &[Part]) -> Value {
    let parts: Vec<Value> = parts.iter().map(part).collect();
    json!({ "schema": SCHEMA, "packs": parts })
}

fn part(part: &Part) -> Value {
    let (publisher, date) = match &part.source {
        Source::Pack {
            publisher, date, ..
        } => (Some(publisher), Some(date)),
        _ => (None, None),
    };
    json!({
        "pack": part.source.pack(),
        "own": part.source == Source::Own,
        "publisher": publisher,
        "date": date,
        "corrections_to": part.source.address(),
        "corrections": part.found.iter().map(found).collect::<Vec<_>>(),
    })
}

fn found(found: &Found) -> Value {
    json!({
        "id": found.id,
        "name": { "en": found.name.en, "fr": found.name.fr },
        "numbers": found.numbers,
        "reached": found.is_right(),
        "tried": found.tried,
        "number": found.number,
        "wrong": found.wrong,
        "words": found.words,
        "on": found.on,
        "workers": found.workers,
    })
}
