//! Packs as a table, for those who keep a directory in a spreadsheet.
//!
//! ```text
//! havre_pack, 1, name, north-shore, publisher, North Shore Society, licence, CC0-1.0, date, 2026-11-15
//! id, gone, name.en, name.fr, …, phones.1.number, phones.1.kind, …
//! ns-quillberry, , Quillberry Centre, , …, 902-555-0101, voice, …
//! ```
//!
//! The first row is the pack's header, the second names the columns by the fields of a contact, and each
//! further row is a contact, or with `yes` under `gone` one that is taken away.

mod layout;
mod open;

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use self::layout::{Kind, columns, kind_of};
pub use self::open::{NotAPack, open};
use super::charset;
use super::csv;
use super::table::{Row, Table};
use crate::directory::Contact;
use crate::directory::packs::{Header, VERSION, write};

/// First cell of the first row.
const HEADER: &str = "havre_pack";
/// Separator of the words of a list.
const BETWEEN: &str = " | ";
/// Lists that every contact has, possibly empty.
const LISTS: [&str; 5] = ["categories", "phones", "languages", "serves", "sources"];
/// Texts in both languages: an empty one repeats the other.
const TEXTS: [&str; 3] = ["area", "hours", "description"];

/// Error in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Not Unicode: the letters would be guessed.
    Encoding,
    /// A quote without an end.
    Unclosed {
        /// Line, counted from 1.
        line: u32,
    },
    /// No column of ids.
    NoColumns,
    /// Unknown column.
    Column(String),
    /// Invalid cell.
    Cell {
        /// Row, counted from 1.
        row: usize,
        /// Column.
        column: String,
        /// Text of the cell.
        text: String,
    },
}

/// Returns true if a file begins like the table of a pack.
pub fn is_sheet(head: &[u8]) -> bool {
    let head = charset::to_utf8(head);
    let head = head.strip_prefix(b"\"").unwrap_or(&head);
    head.starts_with(HEADER.as_bytes())
}

/// Writes a pack as a table, with a byte order mark for Excel. Addresses that must stay secret are
/// left out.
pub fn write<'a>(
    header: &Header,
    contacts: impl IntoIterator<Item = &'a Contact>,
    separator: u8,
) -> Vec<u8> {
    let public = contacts.into_iter().map(|contact| Contact {
        address: contact.public_address().map(str::to_owned),
        ..contact.clone()
    });
    let records: Vec<Value> = public.map(|contact| spread(&contact)).collect();
    let columns = columns(&records);
    let rows = records
        .iter()
        .map(|record| columns.iter().map(|column| cell(record, column)).collect());
    let first = [header_cells(header), columns.clone()].into_iter();
    csv::table(separator, first.chain(rows))
}

fn header_cells(header: &Header) -> Vec<String> {
    let fields = [
        (HEADER, header.version.to_string()),
        ("name", header.name.clone()),
        ("publisher", header.publisher.clone()),
        ("licence", header.licence.clone()),
        ("date", header.date.clone()),
        (
            "corrections_to",
            header.corrections_to.clone().unwrap_or_default(),
        ),
    ];
    let cells = fields
        .into_iter()
        .flat_map(|(name, text)| [name.to_owned(), text]);
    cells.collect()
}

/// Returns the record of a contact, with plain names converted to names in two languages.
fn spread(contact: &Contact) -> Value {
    let mut record = serde_json::to_value(contact).unwrap_or_default();
    for name in ["organization", "website"] {
        if let Some(text) = record[name].as_str().map(str::to_owned) {
            record[name] = json!({"en": text, "fr": text});
        }
    }
    record
}

/// Returns the text of a column: `phones.1.label.en`.
fn cell(record: &Value, column: &str) -> String {
    let mut value = record;
    for step in column.split('.') {
        let next = match step.parse::<usize>() {
            Ok(number) => value.get(number.wrapping_sub(1)),
            Err(_) => value.get(step),
        };
        let Some(next) = next else {
            return String::new();
        };
        value = next;
    }
    match value {
        Value::Null => String::new(),
        Value::Bool(flag) if kind_of(column) == Some(Kind::Flag) => {
            if *flag { "yes" } else { "no" }.to_owned()
        }
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            let words: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            words.join(BETWEEN)
        }
        other => other.to_string(),
    }
}

/// Reads a table as the lines of a pack: a line has the number of its row. `name` replaces the
/// table's own, and `header` a missing first row.
///
/// # Errors
/// The first error in the table.
pub fn read(bytes: &[u8], name: Option<&str>, mut header: Header) -> Result<Vec<u8>, Wrong> {
    let table = Table::of(bytes.to_vec());
    if table.guessed.is_some() {
        return Err(Wrong::Encoding);
    }
    if let Some(row) = table.rows.iter().find(|row| row.is_unclosed) {
        return Err(Wrong::Unclosed { line: row.line });
    }
    let trimmed = |row: &Row| -> Vec<String> {
        let cells = table.cells(*row);
        cells.map(|cell| cell.trim().to_owned()).collect()
    };
    let mut rows = table.rows.iter().map(trimmed);
    let mut columns = rows.next().ok_or(Wrong::NoColumns)?;
    let mut lines = Vec::new();
    let mut first = 2;
    if columns.first().is_some_and(|cell| cell == HEADER) {
        read_header(&columns, &mut header);
        columns = rows.next().ok_or(Wrong::NoColumns)?;
        first = 3;
    }
    if let Some(name) = name {
        name.clone_into(&mut header.name);
    }
    // Writing to memory does not fail.
    let _ = write::line(&header, &mut lines);
    if first == 3 {
        lines.push(b'\n');
    }
    check_columns(&columns)?;
    for (row, cells) in (first..).zip(rows) {
        let record = record(row, &columns, &cells)?;
        if let Some(record) = record {
            let _ = write::line(&record, &mut lines);
        } else {
            lines.push(b'\n');
        }
    }
    Ok(lines)
}

fn read_header(cells: &[String], header: &mut Header) {
    for pair in cells.chunks(2) {
        let [name, text] = pair else { continue };
        match name.as_str() {
            HEADER => header.version = text.parse().unwrap_or(VERSION),
            "name" => header.name.clone_from(text),
            "publisher" => header.publisher.clone_from(text),
            "licence" => header.licence.clone_from(text),
            "date" => header.date.clone_from(text),
            "corrections_to" => {
                header.corrections_to = Some(text.clone()).filter(|text| !text.is_empty());
            }
            _ => {}
        }
    }
}

fn check_columns(columns: &[String]) -> Result<(), Wrong> {
    if !columns.iter().any(|column| column == "id") {
        return Err(Wrong::NoColumns);
    }
    let mut named = columns.iter().filter(|column| !column.is_empty());
    let mut met = HashSet::new();
    match named.find(|column| kind_of(column).is_none() || !met.insert(*column)) {
        Some(unknown) => Err(Wrong::Column(unknown.clone())),
        None => Ok(()),
    }
}

/// Returns the record of a row; `None` for an empty one.
fn record(row: usize, columns: &[String], cells: &[String]) -> Result<Option<Value>, Wrong> {
    let mut record = json!({});
    for (index, text) in cells
        .iter()
        .enumerate()
        .filter(|(_, text)| !text.is_empty())
    {
        let column = columns.get(index).map_or("", String::as_str);
        let wrong = || Wrong::Cell {
            row,
            column: column.to_owned(),
            text: text.clone(),
        };
        let kind = kind_of(column).ok_or_else(wrong)?;
        let value = value(kind, text).ok_or_else(wrong)?;
        put(&mut record, column, value);
    }
    let is_empty = record.as_object().is_some_and(Map::is_empty);
    if is_empty {
        return Ok(None);
    }
    if record["gone"] == json!(true) {
        return Ok(Some(json!({"id": record["id"], "gone": true})));
    }
    complete(&mut record);
    Ok(Some(record))
}

fn value(kind: Kind, text: &str) -> Option<Value> {
    Some(match kind {
        Kind::Text => json!(text),
        Kind::Number => json!(text.parse::<u32>().ok()?),
        Kind::Json => serde_json::from_str(text).ok()?,
        Kind::Words => {
            let words = text.split('|').map(str::trim);
            words.filter(|word| !word.is_empty()).collect()
        }
        Kind::Flag => match text.to_lowercase().as_str() {
            "yes" | "oui" | "true" | "vrai" | "1" | "x" => json!(true),
            "no" | "non" | "false" | "faux" | "0" => json!(false),
            _ => return None,
        },
    })
}

/// Sets the value of a column. Lists are objects by number until [`complete`].
fn put(record: &mut Value, column: &str, value: Value) {
    let mut place = record;
    for step in column.split('.') {
        if !place.is_object() {
            *place = json!({});
        }
        place = &mut place[step];
    }
    *place = value;
}

/// Converts numbered objects to lists, and adds the values of empty cells.
fn complete(record: &mut Value) {
    let Some(fields) = record.as_object_mut() else {
        return;
    };
    // "No" is the default.
    fields.remove("gone");
    for name in ["phones", "doubt", "sources"] {
        let Some(Value::Object(numbered)) = fields.get_mut(name).map(Value::take) else {
            continue;
        };
        let mut items: Vec<(usize, Value)> = numbered
            .into_iter()
            .map(|(number, item)| (number.parse().unwrap_or(0), item))
            .collect();
        items.sort_by_key(|(number, _)| *number);
        fields.insert(
            name.to_owned(),
            items.into_iter().map(|(_, item)| item).collect(),
        );
    }
    for name in LISTS {
        let empty = if name == "serves" {
            json!(["all"])
        } else {
            json!([])
        };
        fields.entry(name).or_insert(empty);
    }
    fields.entry("always_open").or_insert(json!(false));
    for name in TEXTS {
        if let Some(text) = fields.get_mut(name) {
            repeat(text);
        }
    }
    for phone in fields["phones"].as_array_mut().into_iter().flatten() {
        for name in ["label", "hours"] {
            if let Some(text) = phone.get_mut(name) {
                repeat(text);
            }
        }
        if phone["kind"].is_null() {
            phone["kind"] = json!("voice");
        }
    }
    for source in fields["sources"].as_array_mut().into_iter().flatten() {
        if source["supports"].is_null() {
            source["supports"] = json!([]);
        }
    }
}

/// Fills an empty language with the other one.
fn repeat(text: &mut Value) {
    for (one, other) in [("en", "fr"), ("fr", "en")] {
        if text[one].is_null() {
            text[one] = text[other].clone();
        }
    }
}

#[cfg(test)]
mod tests;
