//! Columns of a pack's table.

use serde_json::Value;

/// Type of the cells of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text.
    Text,
    /// `yes` or `no`.
    Flag,
    /// Whole number.
    Number,
    /// Words separated by vertical bars.
    Words,
    /// JSON.
    Json,
}

/// Columns before the numbers, in order.
const FIRST: [(&str, Kind); 15] = [
    ("id", Kind::Text),
    ("gone", Kind::Flag),
    ("name.en", Kind::Text),
    ("name.fr", Kind::Text),
    ("gloss.fr", Kind::Text),
    ("organization.en", Kind::Text),
    ("organization.fr", Kind::Text),
    ("categories", Kind::Words),
    ("terms", Kind::Words),
    ("region", Kind::Text),
    ("area.en", Kind::Text),
    ("area.fr", Kind::Text),
    ("places", Kind::Words),
    ("serves_km", Kind::Number),
    ("whole_region", Kind::Flag),
];

/// Columns after the numbers.
const SECOND: [(&str, Kind); 18] = [
    ("email", Kind::Text),
    ("website.en", Kind::Text),
    ("website.fr", Kind::Text),
    ("chat", Kind::Text),
    ("address", Kind::Text),
    ("hours.en", Kind::Text),
    ("hours.fr", Kind::Text),
    ("always_open", Kind::Flag),
    ("languages", Kind::Words),
    ("interpretation", Kind::Json),
    ("serves", Kind::Words),
    ("police_report_needed", Kind::Flag),
    ("confidential", Kind::Flag),
    ("free", Kind::Flag),
    ("description.en", Kind::Text),
    ("description.fr", Kind::Text),
    ("checked", Kind::Text),
    ("notes", Kind::Text),
];

/// Columns of each number.
const PHONE: [(&str, Kind); 8] = [
    ("number", Kind::Text),
    ("extension", Kind::Text),
    ("kind", Kind::Text),
    ("label.en", Kind::Text),
    ("label.fr", Kind::Text),
    ("hours.en", Kind::Text),
    ("hours.fr", Kind::Text),
    ("places", Kind::Words),
];

/// Columns of each doubt.
const DOUBT: [(&str, Kind); 2] = [("reason", Kind::Text), ("year", Kind::Number)];

/// Columns of each source.
const SOURCE: [(&str, Kind); 4] = [
    ("url", Kind::Text),
    ("title", Kind::Text),
    ("supports", Kind::Words),
    ("date", Kind::Text),
];

/// Lists of a contact, with the columns of each item.
const GROUPS: [(&str, &[(&str, Kind)]); 3] =
    [("phones", &PHONE), ("doubt", &DOUBT), ("sources", &SOURCE)];

/// Returns the columns for these records; each list has columns for its longest instance.
pub(super) fn columns(records: &[Value]) -> Vec<String> {
    let plain = |columns: &[(&str, Kind)]| -> Vec<String> {
        columns.iter().map(|(name, _)| (*name).to_owned()).collect()
    };
    let group = |(name, columns): (&str, &[(&str, Kind)])| -> Vec<String> {
        let lengths = records
            .iter()
            .map(|record| record[name].as_array().map_or(0, Vec::len));
        let longest = lengths.max().unwrap_or(0).max(1);
        let numbers = 1..=longest;
        let each = numbers.flat_map(|number| {
            let columns = columns.iter();
            columns.map(move |(column, _)| format!("{name}.{number}.{column}"))
        });
        each.collect()
    };
    let [phones, doubt, sources] = GROUPS.map(group);
    [plain(&FIRST), phones, plain(&SECOND), doubt, sources].concat()
}

/// Returns the type of the cells of a column; `None` for an unknown one.
pub(super) fn kind_of(column: &str) -> Option<Kind> {
    let of = |columns: &[(&str, Kind)], column: &str| {
        let mut columns = columns.iter();
        columns
            .find(|(name, _)| *name == column)
            .map(|(_, kind)| *kind)
    };
    if let Some(kind) = of(&FIRST, column).or_else(|| of(&SECOND, column)) {
        return Some(kind);
    }
    let (group, rest) = column.split_once('.')?;
    let (number, column) = rest.split_once('.')?;
    let (_, columns) = GROUPS.iter().find(|(name, _)| *name == group)?;
    number.parse::<u8>().ok().filter(|number| *number > 0)?;
    of(columns, column)
}
