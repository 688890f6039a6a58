//! Package of tables: CSV files joined by ids into records like those of the JSON format.
//!
//! Tables are recognized by `datapackage.json`, or without it by file name; a prefix such as `sample-csv-` is
//! ignored.

mod described;
mod rows;

use std::borrow::Cow;

use rustc_hash::FxHashMap;

pub use self::described::{Described, NAME as DESCRIPTION};
pub use self::rows::Flaw;
use self::rows::Rows;
use super::node::{Fields, Node};

/// Tables that are read, by the ends of their files' names in the plural, with the table that each is.
const TABLES: [(&str, &str); 25] = [
    ("organizations", "organizations"),
    ("services_at_location", "service_at_locations"),
    ("services_at_locations", "service_at_locations"),
    ("service_at_locations", "service_at_locations"),
    ("service_areas", "service_areas"),
    ("services", "services"),
    ("physical_addresses", "addresses"),
    ("addresses", "addresses"),
    ("locations", "locations"),
    ("phones", "phones"),
    ("contacts", "contacts"),
    ("holiday_schedules", "holiday_schedules"),
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
];

/// Tables that belong to others, with the column of the owner; each becomes a list of the owner's
/// record.
const PARTS: [(&str, &str); 7] = [
    ("holiday_schedules", "holiday_schedules"),
    ("phones", "phones"),
    ("schedules", "schedules"),
    ("languages", "languages"),
    ("addresses", "addresses"),
    ("accessibility", "accessibility"),
    ("contacts", "contacts"),
];

/// Tables whose rows are missed if no record has them. Rows of others say something about a number, a place
/// or an organization, and most directories use a part of a taxonomy.
const RECORDS: [&str; 5] = [
    "addresses",
    "contacts",
    "locations",
    "organizations",
    "phones",
];

/// Tables of records, in order of preference.
const MAIN: [&str; 3] = ["services", "locations", "organizations"];

/// Greatest size of all tables of a package in bytes: they are in memory until they are joined.
pub const BUDGET: usize = 160 << 20;

/// Tables of a package.
#[derive(Debug, Default)]
pub struct Package {
    tables: FxHashMap<&'static str, Rows>,
    size: usize,
    /// Names of files with other tables.
    others: Vec<String>,
}

/// Beginnings of names of tables of HSDS 1 that are not read, or are tables of their own: a postal address is
/// no place, and the hours of a holiday are none of a week.
const OTHERS: [&str; 2] = ["postal_", "holiday_"];

/// Joined record.
#[derive(Debug)]
pub struct Joined<'a> {
    /// File of its table.
    pub file: &'a str,
    /// Line of its table, counted from 1.
    pub line: usize,
    /// The record as JSON.
    pub record: Node<'a>,
}

/// Row that belongs to no record.
#[derive(Debug, PartialEq, Eq)]
pub struct UnusedRow<'a> {
    /// File of its table.
    pub file: &'a str,
    /// Line of its table, counted from 1.
    pub line: usize,
    /// Its name, else its number or id.
    pub name: String,
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
    // HSDS 3 names its tables in the plural, other publishers in the singular.
    let forms = ["", "s", "es"].map(|end| format!("{stem}{end}"));
    let ends = |name: &str| {
        let rest = forms.iter().find_map(|form| form.strip_suffix(name));
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
    pub fn add(&mut self, file: &str, bytes: Vec<u8>) -> bool {
        let Some(table) = table_of(file) else {
            self.leave_out(file);
            return false;
        };
        self.add_to(table, file, bytes);
        true
    }

    /// Adds a file as a part of a table.
    pub fn add_to(&mut self, name: &'static str, file: &str, bytes: Vec<u8>) {
        self.size += bytes.len();
        self.tables.entry(name).or_default().add(file, bytes);
    }

    /// Notes a file that is not read, if it is a table.
    pub fn leave_out(&mut self, file: &str) {
        let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
        let ends = std::path::Path::new(name).extension();
        if !name.starts_with('.') && ends.is_some_and(|end| end.eq_ignore_ascii_case("csv")) {
            self.others.push(file.to_owned());
        }
    }

    /// Returns the names of the files with tables that are not read.
    pub fn left_out(&self) -> impl Iterator<Item = &str> {
        self.others.iter().map(String::as_str)
    }

    /// Returns true if no table was added.
    pub fn is_empty(&self) -> bool {
        self.tables.is_empty()
    }

    /// Returns the size of the added files in bytes.
    pub const fn size(&self) -> usize {
        self.size
    }

    /// Returns true if there is a table of records.
    pub fn has_records(&self) -> bool {
        self.main().is_some()
    }

    /// Returns the flaws of all tables: file, line (0 for the file itself), flaw.
    pub fn flaws(&self) -> impl Iterator<Item = (&str, usize, Flaw)> {
        let mut names: Vec<&&str> = self.tables.keys().collect();
        names.sort_unstable();
        let rows = names.into_iter().filter_map(|name| self.tables.get(name));
        rows.flat_map(Rows::flaws)
    }

    /// Returns the name of the table of records.
    fn main(&self) -> Option<&'static str> {
        let count = |name: &str| self.tables.get(name).map_or(0, |rows| rows.count);
        MAIN.into_iter().find(|name| count(name) > 0)
    }

    /// Passes each record to `take`: services; without any, locations; without those,
    /// organizations.
    ///
    /// # Errors
    /// Any error of `take`.
    pub fn each<E>(&mut self, mut take: impl FnMut(Joined<'_>) -> Result<(), E>) -> Result<(), E> {
        self.tables.values_mut().for_each(Rows::index);
        let Some(main) = self.main() else {
            return Ok(());
        };
        let rows = self.tables.get(main).into_iter();
        for (part, row) in rows.inspect(|rows| rows.mark_all()).flat_map(Rows::all) {
            let cells = part.record(row);
            let record = match main {
                "services" => self.service(cells),
                "locations" => {
                    let mut record = self.with_parts(cells, "location_id");
                    self.join_organization(&mut record);
                    record
                }
                _ => self.with_parts(cells, "organization_id"),
            };
            take(Joined {
                file: &part.name,
                line: row.line as usize,
                record: Node::Record(record),
            })?;
        }
        Ok(())
    }

    fn service<'a>(&'a self, row: Fields<'a>) -> Fields<'a> {
        let id = text(&row, "id");
        let mut service = self.with_parts(row, "service_id");
        if text(&service, "organization_id").is_empty() {
            // Ohana: the place names the organization.
            let place = self.row("locations", &text(&service, "location_id"));
            let owner = place.map(|place| text(&place, "organization_id"));
            let owner = Node::Text(owner.unwrap_or_default().into());
            set(&mut service, "organization_id", owner);
        }
        self.join_organization(&mut service);
        let mut links = self.rows("service_at_locations", "service_id", &id);
        // Ohana: the service names its place itself.
        let place = text(&service, "location_id");
        if links.is_empty() && !place.is_empty() {
            let place = (Cow::Borrowed("location_id"), Node::Text(place.into()));
            links.push(vec![place]);
        }
        let links = links.into_iter().map(|link| {
            let place = text(&link, "location_id");
            let mut link = match text(&link, "id") {
                id if id.is_empty() => link,
                _ => self.with_parts(link, "service_at_location_id"),
            };
            if let Some(location) = self.row("locations", &place) {
                let location = self.with_parts(location, "location_id");
                set(&mut link, "location", Node::Record(location));
            }
            Node::Record(link)
        });
        let links = Node::List(links.collect());
        set(&mut service, "service_at_locations", links);
        for name in ["service_areas", "cost_options"] {
            set(
                &mut service,
                name,
                listed(self.rows(name, "service_id", &id)),
            );
        }
        let mut attributes = self.rows("attributes", "link_id", &id);
        attributes.extend(self.rows("attributes", "service_id", &id));
        let attributes = attributes.into_iter().map(|mut attribute| {
            let term = ["taxonomy_term_id", "taxonomy_id"].map(|name| text(&attribute, name));
            let term = term.iter().find_map(|id| self.row("taxonomy_terms", id));
            if let Some(term) = term {
                set(&mut attribute, "taxonomy_term", Node::Record(term));
            }
            Node::Record(attribute)
        });
        let attributes = Node::List(attributes.collect());
        set(&mut service, "attributes", attributes);
        service
    }

    fn join_organization<'a>(&'a self, record: &mut Fields<'a>) {
        let id = text(record, "organization_id");
        if let Some(organization) = self.row("organizations", &id) {
            let organization = self.with_parts(organization, "organization_id");
            set(record, "organization", Node::Record(organization));
        }
    }

    /// Adds the rows that belong to a record by their column `owner`.
    fn with_parts<'a>(&'a self, mut record: Fields<'a>, owner: &str) -> Fields<'a> {
        let id = text(&record, "id");
        for (table, name) in PARTS {
            let mut rows = self.rows(table, owner, &id);
            if table == "contacts" {
                for person in &mut rows {
                    let id = text(person, "id");
                    let phones = self.rows("phones", "contact_id", &id);
                    set(person, "phones", listed(phones));
                }
            }
            // A column of the same name stays if no table has rows.
            if !rows.is_empty() {
                set(&mut record, name, listed(rows));
            }
        }
        record
    }

    /// Returns the rows of a table with a value in a column.
    fn rows(&self, table: &str, column: &str, value: &str) -> Vec<Fields<'_>> {
        let found = self.tables.get(table).filter(|_| !value.is_empty());
        found.map_or_else(Vec::new, |found| found.with(column, value).collect())
    }

    /// Returns the first row of a table with this id.
    fn row(&self, table: &str, id: &str) -> Option<Fields<'_>> {
        let found = self.tables.get(table).filter(|_| !id.is_empty())?;
        found.with("id", id).next()
    }

    /// Returns the rows that belong to none of the records passed on: an organization without a service, a
    /// number of such an organization.
    pub fn unused(&self) -> impl Iterator<Item = UnusedRow<'_>> {
        let rows = RECORDS.iter().filter_map(|name| self.tables.get(name));
        rows.flat_map(Rows::unused).map(|(file, line, row)| {
            let name = ["name", "number", "id"].map(|name| text(&row, name));
            let name = name.into_iter().find(|name| !name.is_empty());
            UnusedRow {
                file,
                line,
                name: name.unwrap_or_default(),
            }
        })
    }
}

/// Returns the text of a cell; empty if missing.
fn text(record: &Fields<'_>, name: &str) -> String {
    let found = record.iter().rev().find(|(other, _)| other == name);
    let found = found.and_then(|(_, value)| value.as_str());
    found.unwrap_or_default().to_owned()
}

fn set<'a>(record: &mut Fields<'a>, name: &'static str, value: Node<'a>) {
    record.push((Cow::Borrowed(name), value));
}

fn listed(rows: Vec<Fields<'_>>) -> Node<'_> {
    Node::List(rows.into_iter().map(Node::Record).collect())
}

#[cfg(test)]
mod tests;
