//! Recovery of items from a damaged file, one by one.

use jiff::Timestamp;
use serde::Deserialize as _;
use serde_json::{Deserializer, Value};

use super::conflict;
use super::json::Tree;
use super::shape::{self, Kind};
use crate::bookmarks::model::list::{Document, List};
use crate::bookmarks::model::merge;

/// Number of failed attempts to parse an object after which the rest of the text is abandoned.
const PATIENCE: usize = 5_000;
/// Upper bound of the work of the search for objects, in lengths of the text.
const PASSES: usize = 8;

/// Returns the items that can be read from these bytes. Both sides of a git conflict are merged.
pub(super) fn from_bytes(bytes: &[u8], now: Timestamp) -> List {
    let text = decode(bytes);
    match conflict::sides(&text) {
        Some([ours, theirs]) => merge::join(&from_side(&ours, now), &from_side(&theirs, now)),
        None => from_text(&text, now),
    }
}

/// Returns the items of one side of a conflict, which is often a complete list.
fn from_side(text: &str, now: Timestamp) -> List {
    let tree = serde_json::from_str::<Tree>(text).ok();
    let whole = tree.filter(|tree| !tree.repeats);
    match whole.and_then(|tree| Document::deserialize(tree.value).ok()) {
        Some(document) => document.into(),
        None => from_text(text, now),
    }
}

/// Returns the items that can be read from a text without conflicts.
fn from_text(text: &str, now: Timestamp) -> List {
    let mut list = List::default();
    let mut rest = text;
    let mut misses = 0;
    let mut budget = PASSES * text.len() + (1 << 26);
    while let Some(start) = rest.find('{') {
        rest = &rest[start..];
        let (tree, length, looked_at) = first_object(rest);
        let Some(left) = budget.checked_sub(looked_at) else {
            break;
        };
        budget = left;
        if let Some(value) = tree {
            collect(&mut list, &value, None, now);
        } else {
            misses += 1;
            if misses > PATIENCE {
                break;
            }
        }
        rest = &rest[length..];
    }
    list
}

/// Returns the items of a value that is JSON, but not a list of this version.
pub(super) fn from_value(value: &Value, now: Timestamp) -> List {
    let mut list = List::default();
    collect(&mut list, value, None, now);
    if let Value::Object(fields) = value {
        list.rest.clone_from(fields);
        list.rest
            .retain(|name, _| name != "version" && Kind::of_key(name).is_none());
    }
    list
}

/// Collects items at any depth, the outermost first; objects inside an item belong to that item.
fn collect(list: &mut List, value: &Value, kind: Option<Kind>, now: Timestamp) {
    if shape::add(list, value, kind, now) {
        return;
    }
    match value {
        Value::Array(items) => {
            for item in items {
                collect(list, item, kind, now);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                collect(list, field, Kind::of_key(name), now);
            }
        }
        _ => {}
    }
}

/// Parses the object at the head of the text. Returns the value, the number of bytes consumed (all
/// of the object, or one where none can be parsed), and the number of bytes examined.
fn first_object(text: &str) -> (Option<Value>, usize, usize) {
    let mut stream = Deserializer::from_str(text).into_iter::<Tree>();
    match stream.next() {
        Some(Ok(tree)) => (Some(tree.value), stream.byte_offset(), stream.byte_offset()),
        Some(Err(error)) if error.is_eof() => match completed(text) {
            Some(value) => (Some(value), text.len(), text.len()),
            None => (None, 1, 3 * text.len()),
        },
        Some(Err(error)) => (None, 1, place_of(text, &error)),
        None => (None, 1, 1),
    }
}

/// Returns the number of bytes read before the error.
fn place_of(text: &str, error: &serde_json::Error) -> usize {
    let mut lines = text.split_inclusive('\n').map(str::len);
    let before: usize = lines.by_ref().take(error.line().saturating_sub(1)).sum();
    before + error.column()
}

/// Completes a truncated value: cuts it at its last comma and closes everything open there.
fn completed(text: &str) -> Option<Value> {
    let cut = last_comma(text)?;
    let mut open = Vec::new();
    structure(&text[..cut], |_, byte| match byte {
        b'{' => open.push('}'),
        b'[' => open.push(']'),
        b'}' | b']' => {
            open.pop();
        }
        _ => {}
    });
    let closing: String = open.iter().rev().collect();
    let tree: Tree = serde_json::from_str(&format!("{}{closing}", &text[..cut])).ok()?;
    Some(tree.value)
}

fn last_comma(text: &str) -> Option<usize> {
    let mut cut = None;
    structure(text, |offset, byte| {
        if byte == b',' {
            cut = Some(offset);
        }
    });
    cut
}

/// Calls `visit` with each byte outside of strings, and its offset.
fn structure(text: &str, mut visit: impl FnMut(usize, u8)) {
    let (mut in_string, mut escaped) = (false, false);
    for (offset, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            _ => visit(offset, byte),
        }
    }
}

/// Decodes the bytes: UTF-8 with replacement characters for invalid sequences, or UTF-16 as some
/// editors save.
fn decode(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    let wide = |read: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..]
            .as_chunks::<2>()
            .0
            .iter()
            .map(|pair| read(*pair))
            .collect();
        String::from_utf16_lossy(&units).into()
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes),
    }
}
