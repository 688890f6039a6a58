//! Report as records of the HSDS table `metadata`: the changes to be made to the data.

use serde_json::{Value, json};

use super::{Found, Part, Source};
use crate::bookmarks::Wrong;

/// Value of the field for the person who modified the data.
const UPDATED_BY: &str = "havre corrections";

/// Returns a record for each error found in a directory or a pack.
pub fn write(parts: &[Part]) -> Value {
    let shared = parts.iter().filter(|part| part.source != Source::Own);
    let found = shared.flat_map(|part| part.found.iter());
    let records = found.filter_map(|found| Some(record(found, found.wrong?)));
    Value::Array(records.collect())
}

fn record(found: &Found, wrong: Wrong) -> Value {
    let (field, before, after) = match wrong {
        Wrong::NumberDead if !found.number.is_empty() => {
            ("phones", found.number.clone(), String::new())
        }
        Wrong::NumberDead => ("phones", found.numbers.join("; "), String::new()),
        Wrong::HoursChanged => ("schedules", found.hours.clone(), String::new()),
        Wrong::Closed => ("status", "active".to_owned(), "inactive".to_owned()),
        Wrong::Other => ("description", String::new(), String::new()),
    };
    let after = [after, found.words.join("; ")];
    let after = after.into_iter().filter(|text| !text.is_empty());
    json!({
        "id": uuid(&format!("{}\u{0}{field}\u{0}{}", found.id, found.on)),
        "resource_id": uuid(&found.id),
        "resource_type": "service",
        "last_action_date": found.on,
        "last_action_type": "correction",
        "field_name": field,
        "previous_value": before,
        "replacement_value": after.collect::<Vec<_>>().join(": "),
        "updated_by": UPDATED_BY,
    })
}

/// Returns the UUID (RFC 9562, version 8) of a text: equal for equal texts.
fn uuid(text: &str) -> String {
    // FNV-1a, 128 bits.
    let hash = text.bytes().fold(
        0x6c62_272e_07bb_0142_62b8_2175_6295_c58d_u128,
        |hash, byte| {
            (hash ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b)
        },
    );
    let version = hash & !(0xf << 76) | 0x8 << 76;
    let variant = version & !(0x3 << 62) | 0x2 << 62;
    let digits = format!("{variant:032x}");
    let parts = [0..8, 8..12, 12..16, 16..20, 20..32];
    parts.map(|part| digits[part].to_owned()).join("-")
}
