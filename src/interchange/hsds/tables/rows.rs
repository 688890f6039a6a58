//! Rows of a table, from one or several files, found by the ids in them.

use std::borrow::Cow;
use std::cell::Cell;
use std::hash::Hasher as _;

use super::text;
use crate::interchange::hsds::node::{Fields, Node};
use crate::interchange::table::{Row, Table};
use rustc_hash::{FxHashMap, FxHasher};

/// Rows of a table.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// Files with rows of the table, each with a head of its own.
    files: Vec<Part>,
    /// Number of rows of all files.
    pub(super) count: usize,
    /// By column of ids: hash of the value and index of the row, sorted. A row costs a few bytes, and its
    /// text is nowhere twice.
    by: FxHashMap<String, Vec<(u32, u32)>>,
    /// One bit for each row: whether a record has it.
    used: Vec<Cell<u64>>,
}

/// File with rows of a table.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) name: String,
    head: Vec<String>,
    /// Index of its first row among those of all files.
    first: usize,
    table: Table,
}

/// Flaw of a row, or of a whole file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// More or fewer cells than the head.
    Ragged,
    /// A quote has no end: the row is read to the end of its line.
    Unclosed,
    /// The encoding was guessed; with a word to check.
    Guessed(String),
}

impl Rows {
    /// Adds the rows of a file.
    pub(super) fn add(&mut self, file: &str, bytes: Vec<u8>) {
        let mut table = Table::of(bytes);
        let head = table.head();
        let mut rows = std::mem::take(&mut table.rows);
        let mut is_head = true;
        rows.retain(|row| {
            !std::mem::take(&mut is_head) && table.cells(*row).any(|cell| !cell.is_empty())
        });
        rows.shrink_to_fit();
        table.rows = rows;
        let first = self.count;
        self.count += table.rows.len();
        self.files.push(Part {
            name: file.to_owned(),
            head: head.iter().map(|name| name.to_lowercase()).collect(),
            first,
            table,
        });
    }

    /// Returns all rows with their files.
    pub(super) fn all(&self) -> impl Iterator<Item = (&Part, Row)> {
        let rows = |part: &'_ Part| part.table.rows.clone();
        self.files
            .iter()
            .flat_map(move |part| rows(part).into_iter().map(move |row| (part, row)))
    }

    /// Returns the records with a value in a column of ids, and marks each that is taken as used.
    pub(super) fn with<'a, 'q>(
        &'a self,
        column: &'q str,
        value: &'q str,
    ) -> impl Iterator<Item = Fields<'a>> + use<'a, 'q> {
        let ids = self.by.get(column).map_or(&[][..], Vec::as_slice);
        let key = key(value);
        let start = ids.partition_point(|(other, _)| *other < key);
        let same = ids[start..].iter();
        let same = same.take_while(move |(other, _)| *other == key);
        let records = same.filter_map(move |(_, index)| {
            let index = *index as usize;
            Some((index, self.record(index)?))
        });
        // Other values may have the same hash.
        records
            .filter(move |(_, record)| text(record, column) == value)
            .map(move |(index, record)| {
                self.mark(index);
                record
            })
    }

    /// Marks all rows as those of a record.
    pub(super) fn mark_all(&self) {
        self.used.iter().for_each(|bits| bits.set(u64::MAX));
    }

    fn mark(&self, index: usize) {
        if let Some(bits) = self.used.get(index / 64) {
            bits.set(bits.get() | (1 << (index % 64)));
        }
    }

    /// Returns the rows that no record has, with their files and lines.
    pub(super) fn unused(&self) -> impl Iterator<Item = (&str, usize, Fields<'_>)> {
        self.files.iter().flat_map(move |part| {
            let rows = (part.first..).zip(&part.table.rows);
            let unused = rows.filter(|(index, _)| {
                let bits = self.used.get(index / 64).map_or(0, Cell::get);
                bits & (1 << (index % 64)) == 0
            });
            unused.map(|(_, row)| (part.name.as_str(), row.line as usize, part.record(*row)))
        })
    }

    pub(super) fn flaws(&self) -> impl Iterator<Item = (&str, usize, Flaw)> {
        self.files.iter().flat_map(Part::flaws)
    }

    fn record(&self, index: usize) -> Option<Fields<'_>> {
        let part = self.files.iter().rfind(|part| part.first <= index)?;
        let row = part.table.rows.get(index - part.first)?;
        Some(part.record(*row))
    }

    /// Builds the index of every column of ids.
    pub(super) fn index(&mut self) {
        self.used = vec![Cell::new(0); self.count.div_ceil(64)];
        for part in &self.files {
            let is_id = |name: &str| name == "id" || name.ends_with("_id");
            for (index, row) in (part.first..).zip(&part.table.rows) {
                let cells = part.head.iter().zip(part.table.cells(*row));
                let ids = cells.filter(|(name, value)| !value.is_empty() && is_id(name));
                for (name, value) in ids {
                    if !self.by.contains_key(name) {
                        self.by.insert(name.clone(), Vec::new());
                    }
                    let ids = self.by.get_mut(name).into_iter();
                    let index = u32::try_from(index).unwrap_or(u32::MAX);
                    ids.for_each(|ids| ids.push((key(&value), index)));
                }
            }
        }
        for ids in self.by.values_mut() {
            ids.sort_unstable();
            ids.shrink_to_fit();
        }
    }
}

impl Part {
    pub(super) fn record(&self, row: Row) -> Fields<'_> {
        let cells = self.head.iter().zip(self.table.cells(row));
        let cells = cells.filter(|(name, cell)| !name.is_empty() && !cell.is_empty());
        cells
            .map(|(name, cell)| (Cow::Borrowed(name.as_str()), Node::Text(cell)))
            .collect()
    }

    fn flaws(&self) -> impl Iterator<Item = (&str, usize, Flaw)> {
        let guessed = self.table.guessed.iter().cloned();
        let guessed = guessed.map(|word| (self.name.as_str(), 0, Flaw::Guessed(word)));
        let rows = self.table.rows.iter().filter_map(|row| {
            let is_ragged = || self.table.cells(*row).count() != self.head.len();
            let flaw = match row.is_unclosed {
                true => Flaw::Unclosed,
                false if is_ragged() => Flaw::Ragged,
                false => return None,
            };
            Some((self.name.as_str(), row.line as usize, flaw))
        });
        guessed.chain(rows)
    }
}

/// Returns the hash of an id.
fn key(value: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(value.as_bytes());
    // The upper half is the better one.
    u32::try_from(hasher.finish() >> 32).unwrap_or_default()
}
