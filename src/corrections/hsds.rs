//! Report as records of the HSDS table `metadata`: the changes to be made to the data.

use serde_json::{Value, json};

use super::{Found, Part, Source};
use crate::bookmarks::Wrong;
use crate::interchange::hsds::write::{service_id, uuid};

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
    let on = found.on.map(|on| on.to_string()).unwrap_or_default();
    let after = [after, found.words.join("; ")];
    let after = after.into_iter().filter(|text| !text.is_empty());
    json!({
        "id": uuid(&["correction", &found.id, field, &before, &on]),
        "resource_id": service_id(&found.id),
        "resource_type": "service",
        "last_action_date": found.on,
        "last_action_type": "correction",
        "field_name": field,
        "previous_value": before,
        "replacement_value": after.collect::<Vec<_>>().join(": "),
        "updated_by": UPDATED_BY,
    })
}
