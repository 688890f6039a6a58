//! Package of tables: CSV files joined by ids into records like those of the JSON format.
//!
//! Tables are recognized by file name; a prefix such as `sample-csv-` is ignored, and
//! `datapackage.json` is not needed.

use std::collections::HashMap;

use csv::StringRecord;
use serde_json::{Map, Value};

use crate::interchange::csv::FORMULA;

/// Tables that are read, by the ends of their files' names, with the table that each is.
const TABLES: [(&str, &str); 27] = [
    ("organizations", "organizations"),
    ("services_at_location", "service_at_locations"),
    ("services_at_locations", "service_at_locations"),
    ("service_at_locations", "service_at_locations"),
    ("service_at_location", "service_at_locations"),
    ("service_areas", "service_areas"),
    ("service_area", "service_areas"),
    ("services", "services"),
    ("physical_addresses", "addresses"),
    ("addresses", "addresses"),
    ("locations", "locations"),
    ("phones", "phones"),
    ("contacts", "contacts"),
    ("regular_schedules", "schedules"),
    ("schedules", "schedules"),
    ("languages", "languages"),
    ("accessibility_for_disabilities", "accessibility"),
    ("accessibility", "accessibility"),
    ("cost_options", "cost_options"),
    ("eligibility", "eligibility"),
    ("service_attributes", "attributes"),
    ("other_attributes", "attributes"),
    ("attributes", "attributes"),
    ("service_taxonomy", "attributes"),
    ("taxonomy_terms", "taxonomy_terms"),
    ("taxonomy", "taxonomy_terms"),
    ("organization", "organizations"),
];

/// Tables that belong to others, with the column of the owner; each becomes a list of the owner's
/// record.
const PARTS: [(&str, &str); 6] = [
    ("phones", "phones"),
    ("schedules", "schedules"),
    ("languages", "languages"),
    ("addresses", "addresses"),
    ("accessibility", "accessibility"),
    ("contacts", "contacts"),
];

/// Tables of records, in order of preference.
const MAIN: [&str; 3] = ["services", "locations", "organizations"];

/// Tables of a package.
#[derive(Debug, Default)]
pub struct Package {
    tables: HashMap<&'static str, Table>,
    /// Rows with more or fewer cells than their head: table and line.
    pub ragged: Vec<(String, usize)>,
}

/// Beginnings of names of tables of HSDS 1 that are not read: a postal address is no place, and
/// the hours of a holiday are none of a week.
const OTHERS: [&str; 2] = ["postal_", "holiday_"];

/// Table of a package.
#[derive(Debug, Default)]
struct Table {
    /// Head of each file: two files may have the rows of one table.
    heads: Vec<Vec<String>>,
    /// Rows of all files.
    rows: Vec<Row>,
    /// By column and value: indices of rows.
    by: HashMap<String, HashMap<String, Vec<usize>>>,
    /// Name of the first file.
    file: String,
}

/// Row of a table.
#[derive(Debug)]
struct Row {
    /// Line in its file, counted from 1.
    line: usize,
    /// Index of its file's head.
    head: usize,
    cells: StringRecord,
}

/// Joined record.
#[derive(Debug)]
pub struct Joined {
    /// Line of its table, counted from 1.
    pub line: usize,
    /// The record as JSON.
    pub record: Value,
}

/// Returns the table that a file is, by its name; `None` for one that is not read. macOS puts a file of its
/// own beside each of an archive: `__MACOSX/._services.csv`.
pub fn table_of(file: &str) -> Option<&'static str> {
    let stem = file.rsplit(['/', '\\']).next()?;
    if stem.starts_with("._") {
        return None;
    }
    let stem = stem.to_lowercase();
    let stem = stem.strip_suffix(".csv")?.replace([' ', '.'], "_");
    let ends = |name: &str| {
        let rest = stem.strip_suffix(name);
        rest.is_some_and(|rest| {
            let is_other = OTHERS.iter().any(|other| rest.ends_with(other));
            rest.is_empty() || rest.ends_with(['-', '_']) && !is_other
        })
    };
    TABLES
        .iter()
        .find(|(name, _)| ends(name))
        .map(|(_, table)| *table)
}

impl Package {
    /// Adds a file of the package; returns false if it is not one of its tables.
    pub fn add(&mut self, file: &str, bytes: &[u8]) -> bool {
        let Some(name) = table_of(file) else {
            return false;
        };
        let text = decoded(bytes);
        let mut reader = csv::ReaderBuilder::new()
            .flexible(true)
            .from_reader(text.as_bytes());
        let head = reader.headers().cloned().unwrap_or_default();
        let table = self.tables.entry(name).or_default();
        if table.heads.is_empty() {
            file.clone_into(&mut table.file);
        }
        let head: Vec<String> = head.iter().map(|name| name.trim().to_lowercase()).collect();
        for row in reader.records().flatten() {
            if row.iter().all(str::is_empty) {
                continue;
            }
            let line = line_of(&row, &text);
            if row.len() != head.len() {
                self.ragged.push((file.to_owned(), line));
            }
            table.rows.push(Row {
                line,
                head: table.heads.len(),
                cells: row,
            });
        }
        table.heads.push(head);
        true
    }

    /// Returns true if no table was added.
    pub fn is_empty(&self) -> bool {
        self.tables.is_empty()
    }

    /// Returns the file of the table of records; empty if there is none.
    pub fn main_file(&self) -> &str {
        let tables = MAIN.iter().filter_map(|name| self.tables.get(name));
        let mut tables = tables.filter(|table| !table.rows.is_empty());
        tables.next().map_or("", |table| &table.file)
    }

    /// Returns true if there is a table of records.
    pub fn has_records(&self) -> bool {
        MAIN.iter().any(|name| {
            self.tables
                .get(name)
                .is_some_and(|table| !table.rows.is_empty())
        })
    }

    /// Passes each record to `take`: services; without any, locations; without those,
    /// organizations.
    ///
    /// # Errors
    /// Any error of `take`.
    pub fn each<E>(&mut self, mut take: impl FnMut(Joined) -> Result<(), E>) -> Result<(), E> {
        self.index();
        let has_rows = |name: &&&str| {
            self.tables
                .get(**name)
                .is_some_and(|one| !one.rows.is_empty())
        };
        let Some(main) = MAIN.iter().find(has_rows) else {
            return Ok(());
        };
        let count = self.tables.get(main).map_or(0, |table| table.rows.len());
        for index in 0..count {
            let Some((line, row)) = self.row(main, index) else {
                continue;
            };
            let record = match *main {
                "services" => self.service(row),
                "locations" => {
                    let mut record = self.with_parts(row, "location_id");
                    self.join_organization(&mut record);
                    record
                }
                _ => self.with_parts(row, "organization_id"),
            };
            take(Joined {
                line,
                record: Value::Object(record),
            })?;
        }
        Ok(())
    }

    fn service(&self, row: Map<String, Value>) -> Map<String, Value> {
        let id = text(&row, "id");
        let mut service = self.with_parts(row, "service_id");
        self.join_organization(&mut service);
        let mut links = self.rows("service_at_locations", "service_id", &id);
        // Ohana: the service names its place itself.
        let place = text(&service, "location_id");
        if links.is_empty() && !place.is_empty() {
            links.push(Map::from_iter([("location_id".to_owned(), place.into())]));
        }
        let links = links.into_iter().map(|link| {
            let place = text(&link, "location_id");
            let mut link = match text(&link, "id") {
                id if id.is_empty() => link,
                _ => self.with_parts(link, "service_at_location_id"),
            };
            let location = self.rows("locations", "id", &place).into_iter().next();
            if let Some(location) = location {
                let location = self.with_parts(location, "location_id");
                link.insert("location".to_owned(), Value::Object(location));
            }
            Value::Object(link)
        });
        service.insert("service_at_locations".to_owned(), links.collect());
        for name in ["service_areas", "cost_options"] {
            let rows = self.rows(name, "service_id", &id).into_iter();
            service.insert(name.to_owned(), rows.map(Value::Object).collect());
        }
        let mut attributes = self.rows("attributes", "link_id", &id);
        attributes.extend(self.rows("attributes", "service_id", &id));
        let attributes = attributes.into_iter().map(|mut attribute| {
            let term = ["taxonomy_term_id", "taxonomy_id"].map(|name| text(&attribute, name));
            let term = term
                .iter()
                .find_map(|id| self.rows("taxonomy_terms", "id", id).into_iter().next());
            if let Some(term) = term {
                attribute.insert("taxonomy_term".to_owned(), Value::Object(term));
            }
            Value::Object(attribute)
        });
        service.insert("attributes".to_owned(), attributes.collect());
        service
    }

    fn join_organization(&self, record: &mut Map<String, Value>) {
        let id = text(record, "organization_id");
        let found = self.rows("organizations", "id", &id).into_iter().next();
        if let Some(organization) = found {
            let organization = self.with_parts(organization, "organization_id");
            record.insert("organization".to_owned(), Value::Object(organization));
        }
    }

    /// Adds the rows that belong to a record by their column `owner`.
    fn with_parts(&self, mut record: Map<String, Value>, owner: &str) -> Map<String, Value> {
        let id = text(&record, "id");
        for (table, name) in PARTS {
            let mut rows = self.rows(table, owner, &id);
            if table == "contacts" {
                for person in &mut rows {
                    let id = text(person, "id");
                    let phones = self.rows("phones", "contact_id", &id).into_iter();
                    person.insert("phones".to_owned(), phones.map(Value::Object).collect());
                }
            }
            // A column of the same name stays if no table has rows.
            if !rows.is_empty() {
                record.insert(
                    name.to_owned(),
                    rows.into_iter().map(Value::Object).collect(),
                );
            }
        }
        record
    }

    /// Returns the rows of a table with a value in a column.
    fn rows(&self, table: &str, column: &str, value: &str) -> Vec<Map<String, Value>> {
        let found = self.tables.get(table).filter(|_| !value.is_empty());
        let rows = found.and_then(|found| found.by.get(column)?.get(value));
        let rows = rows.into_iter().flatten();
        rows.filter_map(|index| Some(self.row(table, *index)?.1))
            .collect()
    }

    fn row(&self, table: &str, index: usize) -> Option<(usize, Map<String, Value>)> {
        let table = self.tables.get(table)?;
        let Row { line, head, cells } = table.rows.get(index)?;
        let cells = table.heads.get(*head)?.iter().zip(cells);
        let cells = cells.filter(|(name, cell)| !name.is_empty() && !cell.is_empty());
        // A sign that keeps a spreadsheet from taking the cell for a formula.
        let plain = |cell: &'_ str| match cell.strip_prefix('\'') {
            Some(rest) if rest.starts_with(FORMULA) => Value::from(rest),
            _ => Value::from(cell),
        };
        let cells = cells.map(|(name, cell)| (name.clone(), plain(cell)));
        Some((*line, cells.collect()))
    }

    /// Builds an index of rows by id, for every column with ids.
    fn index(&mut self) {
        for table in self.tables.values_mut() {
            for (index, row) in table.rows.iter().enumerate() {
                let head = table.heads.get(row.head).into_iter().flatten();
                let ids = head.zip(&row.cells).filter(|(name, value)| {
                    !value.is_empty() && (*name == "id" || name.ends_with("_id"))
                });
                for (name, value) in ids {
                    let values = table.by.entry(name.clone()).or_default();
                    values.entry(value.to_owned()).or_default().push(index);
                }
            }
        }
    }
}

/// Returns the first line of a row, counted from 1: the reader's position is before the skipped
/// line breaks.
fn line_of(row: &StringRecord, text: &str) -> usize {
    let Some(position) = row.position() else {
        return 0;
    };
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(start..).unwrap_or_default();
    let breaks = rest.iter().take_while(|byte| b"\r\n".contains(byte));
    let skipped = breaks.filter(|byte| **byte == b'\n').count();
    usize::try_from(position.line())
        .unwrap_or(usize::MAX)
        .saturating_add(skipped)
}

fn text(record: &Map<String, Value>, name: &str) -> String {
    let value = record.get(name).and_then(Value::as_str);
    value.unwrap_or_default().to_owned()
}

/// Decodes the text of a table: UTF-8, else ISO 8859-1.
fn decoded(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().copied().map(char::from).collect(),
    }
}

#[cfg(test)]
mod tests;
