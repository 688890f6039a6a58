//! Conversion of a loose JSON object to an item of the list, for files written by hand and fragments
//! of damaged files: an id alone, or an object with an id and optionally a plain note, labels, name
//! and phones.

use jiff::{Timestamp, tz::Offset};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use crate::bookmarks::model::List;
use crate::bookmarks::model::merge;
use crate::bookmarks::model::{Entry, Marked, Own};
use crate::bookmarks::model::{SavedPhone, SavedText};
use crate::directory::{Category, LanguageCode, Region};

/// Length limit of an id.
const MAX_ID: usize = 200;

/// List of the file to which an item belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A bookmark.
    Bookmark,
    /// An own contact.
    Own,
    /// A mark: the result of a call.
    Mark,
}

impl Kind {
    /// Returns the kind of the items under that key.
    pub(super) fn of_key(key: &str) -> Option<Self> {
        match key {
            "bookmarks" => Some(Self::Bookmark),
            "own" => Some(Self::Own),
            "marks" => Some(Self::Mark),
            _ => None,
        }
    }

    /// Returns the kind of an object, by fields that only that kind has.
    fn of_object(object: &Map<String, Value>) -> Option<Self> {
        let has = |names: &[&str]| names.iter().any(|name| object.contains_key(*name));
        if !has(&["id"]) {
            None
        } else if has(&["marked", "reached", "wrong"]) {
            Some(Self::Mark)
        } else if has(&["contact"]) {
            Some(Self::Own)
        } else if has(&["added", "snapshot", "note", "labels"]) {
            Some(Self::Bookmark)
        } else {
            None
        }
    }
}

/// Adds the item in this value to the list, as far as it can be parsed. Returns true if the value
/// is an item; `kind` is the kind of the surrounding list.
pub(super) fn add(list: &mut List, value: &Value, kind: Option<Kind>, now: Timestamp) -> bool {
    let object = match (value, kind) {
        (Value::String(id), Some(Kind::Bookmark)) => Map::from_iter([("id".into(), json!(id))]),
        (Value::Object(object), _) => object.clone(),
        _ => return false,
    };
    let Some(kind) = kind.or_else(|| Kind::of_object(&object)) else {
        return false;
    };
    let Some(id) = object.get("id").and_then(Value::as_str) else {
        return false;
    };
    if id.is_empty() || id.len() > MAX_ID {
        return false;
    }
    let id = id.to_owned();
    match kind {
        Kind::Bookmark => entry(object, now)
            .map(|entry| merge::insert(&mut list.entries, id, entry))
            .is_some(),
        Kind::Own => own(object, now)
            .map(|own| merge::insert(&mut list.own, id, own))
            .is_some(),
        Kind::Mark => marked(object, now)
            .map(|marked| merge::insert(&mut list.marks, id, marked))
            .is_some(),
    }
}

fn entry(mut object: Map<String, Value>, now: Timestamp) -> Option<Entry> {
    let added = time(&object, "added").unwrap_or(now);
    loose_snapshot(&mut object, added);
    wrap(&mut object, "note", "text", added, Value::is_string);
    wrap(&mut object, "labels", "names", added, Value::is_array);
    let parts = ["removed", "snapshot", "note", "labels", "place"];
    let mut entry: Entry = piecewise(object, &[("added", json!(added))], &parts)?;
    entry.settle();
    Some(entry)
}

fn own(mut object: Map<String, Value>, now: Timestamp) -> Option<Own> {
    if let Some(Value::Object(contact)) = object.get_mut("contact") {
        loose_contact(contact);
    }
    let at = time(&object, "at").unwrap_or(now);
    let mut own: Own = piecewise(object, &[("at", json!(at))], &["removed", "contact"])?;
    own.settle();
    (own.contact.is_some() || own.removed.is_some()).then_some(own)
}

fn marked(object: Map<String, Value>, now: Timestamp) -> Option<Marked> {
    let marked = time(&object, "marked").unwrap_or(now);
    let on = object
        .get("on")
        .and_then(|on| serde_json::from_value(on.clone()).ok())
        .unwrap_or_else(|| Offset::UTC.to_datetime(marked).date());
    let required = [("marked", json!(marked)), ("on", json!(on))];
    piecewise(
        object,
        &required,
        &[
            "name", "reached", "tried", "number", "wrong", "text", "earlier",
        ],
    )
}

fn time(object: &Map<String, Value>, name: &str) -> Option<Timestamp> {
    serde_json::from_value(object.get(name)?.clone()).ok()
}

/// Wraps a plain value into a part with a time.
fn wrap(
    object: &mut Map<String, Value>,
    name: &str,
    inner: &str,
    at: Timestamp,
    is_plain: fn(&Value) -> bool,
) {
    if let Some(value) = object.get_mut(name).filter(|value| is_plain(value)) {
        *value = json!({ "at": at, inner: value.take() });
    }
}

/// Collects name and phones from anywhere in the object. A malformed phone is skipped, the others
/// are kept.
fn loose_snapshot(object: &mut Map<String, Value>, added: Timestamp) {
    if !object.contains_key("snapshot") && object.contains_key("phones") {
        let (name, phones) = (object.remove("name"), object.remove("phones"));
        object.insert("snapshot".into(), json!({ "name": name, "phones": phones }));
    }
    let Some(Value::Object(snapshot)) = object.get_mut("snapshot") else {
        return;
    };
    if time(snapshot, "at").is_none() {
        snapshot.insert("at".into(), json!(added));
    }
    match snapshot.get("name").cloned() {
        Some(Value::Object(_)) => {}
        Some(Value::String(name)) => {
            snapshot.insert("name".into(), json!({ "en": name, "fr": name }));
        }
        _ => {
            snapshot.insert("name".into(), json!({}));
        }
    }
    keep_phones(snapshot);
    keep_if::<Option<SavedText>>(snapshot, "hours", Value::Null);
}

/// Normalizes an own contact: the number is kept even if, for example, the category is unknown to
/// this program.
fn loose_contact(contact: &mut Map<String, Value>) {
    for text in ["name", "place", "hours", "website", "description"] {
        if contact.get(text).is_some_and(|value| !value.is_string()) {
            contact.remove(text);
        }
    }
    let languages = contact.get("languages").cloned();
    let read = languages.map(serde_json::from_value::<Vec<LanguageCode>>);
    if read.is_some_and(|read| read.is_err()) {
        contact.remove("languages");
    }
    contact.entry("name").or_insert_with(|| json!(""));
    keep_if::<Category>(contact, "category", json!(Category::Directory));
    keep_if::<Region>(contact, "region", json!(Region::Ca));
    keep_phones(contact);
}

/// Keeps a field of the expected type; replaces any other value by `fallback`.
fn keep_if<T: DeserializeOwned>(object: &mut Map<String, Value>, name: &str, fallback: Value) {
    let value = object.get(name).cloned().unwrap_or_default();
    if serde_json::from_value::<T>(value).is_err() {
        object.insert(name.to_owned(), fallback);
    }
}

/// Keeps the phones that can be parsed.
fn keep_phones(object: &mut Map<String, Value>) {
    let phones = match object.get_mut("phones").map(Value::take) {
        Some(Value::Array(phones)) => phones.into_iter().filter(is_phone).collect(),
        _ => Vec::new(),
    };
    object.insert("phones".into(), Value::Array(phones));
}

fn is_phone(value: &Value) -> bool {
    serde_json::from_value::<SavedPhone>(value.clone()).is_ok()
}

/// Deserializes an object field by field: invalid fields are left out, unknown fields are kept.
fn piecewise<T: DeserializeOwned>(
    mut object: Map<String, Value>,
    required: &[(&str, Value)],
    parts: &[&str],
) -> Option<T> {
    for (name, value) in required {
        object.insert((*name).to_owned(), value.clone());
    }
    let mut least: Map<String, Value> = required
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.clone()))
        .collect();
    least.insert("id".into(), object.get("id")?.clone());
    for part in parts {
        let Some(value) = object.get(*part) else {
            continue;
        };
        let mut alone = least.clone();
        alone.insert((*part).to_owned(), value.clone());
        if serde_json::from_value::<T>(Value::Object(alone)).is_err() {
            object.remove(*part);
        }
    }
    serde_json::from_value(Value::Object(object)).ok()
}
