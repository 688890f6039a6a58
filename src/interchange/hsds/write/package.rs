//! Datapackage of services as tables.

use std::collections::HashSet;

use csv::{Terminator, WriterBuilder};
use serde_json::{Value, json};

use super::service::service;
use crate::directory::Contact;
use crate::i18n::Messages;
use crate::interchange::csv::guarded;

/// File of the package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Name without a folder.
    pub name: &'static str,
    /// Content.
    pub bytes: Vec<u8>,
}

/// Layout of a table: name of the resource, file, columns, and the columns that refer to a row of
/// another table.
struct Layout {
    resource: &'static str,
    file: &'static str,
    columns: &'static [&'static str],
}

const SERVICES: Layout = Layout {
    resource: "service",
    file: "services.csv",
    columns: &[
        "id",
        "organization_id",
        "name",
        "alternate_name",
        "description",
        "url",
        "email",
        "status",
        "interpretation_services",
        "fees_description",
        "eligibility_description",
        "assured_date",
        "alert",
    ],
};
const ORGANIZATIONS: Layout = Layout {
    resource: "organization",
    file: "organizations.csv",
    columns: &["id", "name", "description"],
};
const LINKS: Layout = Layout {
    resource: "service_at_location",
    file: "service_at_location.csv",
    columns: &["id", "service_id", "location_id"],
};
const LOCATIONS: Layout = Layout {
    resource: "location",
    file: "locations.csv",
    columns: &["id", "location_type"],
};
const ADDRESSES: Layout = Layout {
    resource: "address",
    file: "addresses.csv",
    columns: &[
        "id",
        "location_id",
        "address_1",
        "city",
        "state_province",
        "postal_code",
        "country",
        "address_type",
    ],
};
const ACCESSIBILITY: Layout = Layout {
    resource: "accessibility",
    file: "accessibility.csv",
    columns: &["id", "location_id", "description"],
};
const TERMS: Layout = Layout {
    resource: "taxonomy_term",
    file: "taxonomy_terms.csv",
    columns: &["id", "code", "name", "description", "taxonomy", "language"],
};
const ATTRIBUTES: Layout = Layout {
    resource: "attribute",
    file: "attributes.csv",
    columns: &[
        "id",
        "link_id",
        "taxonomy_term_id",
        "link_type",
        "link_entity",
        "value",
    ],
};

/// Tables whose rows are a list within the service, by the list's name.
const LISTS: [(&str, Layout); 5] = [
    (
        "phones",
        Layout {
            resource: "phone",
            file: "phones.csv",
            columns: &[
                "id",
                "service_id",
                "number",
                "extension",
                "type",
                "description",
            ],
        },
    ),
    (
        "schedules",
        Layout {
            resource: "schedule",
            file: "schedules.csv",
            columns: &[
                "id",
                "service_id",
                "freq",
                "byday",
                "description",
                "opens_at",
                "closes_at",
            ],
        },
    ),
    (
        "service_areas",
        Layout {
            resource: "service_area",
            file: "service_areas.csv",
            columns: &["id", "service_id", "name"],
        },
    ),
    (
        "languages",
        Layout {
            resource: "language",
            file: "languages.csv",
            columns: &["id", "service_id", "name", "code"],
        },
    ),
    (
        "cost_options",
        Layout {
            resource: "cost_option",
            file: "cost_options.csv",
            columns: &["id", "service_id", "currency", "amount"],
        },
    ),
];

/// Returns the files of a datapackage of these contacts: `datapackage.json` and one table for each
/// type of record. No file contains the address of a hidden place.
pub fn package<'a>(
    contacts: impl IntoIterator<Item = &'a Contact>,
    messages: &Messages,
) -> Vec<File> {
    let mut services = PackageTable::of(&SERVICES);
    let mut organizations = PackageTable::of(&ORGANIZATIONS);
    let mut lists = LISTS
        .each_ref()
        .map(|(name, layout)| (*name, PackageTable::of(layout)));
    let mut links = PackageTable::of(&LINKS);
    let mut locations = PackageTable::of(&LOCATIONS);
    let mut addresses = PackageTable::of(&ADDRESSES);
    let mut accessibility = PackageTable::of(&ACCESSIBILITY);
    let mut attributes = PackageTable::of(&ATTRIBUTES);
    let mut terms = PackageTable::of(&TERMS);
    for contact in contacts {
        let service = service(contact, messages);
        services.add(&service);
        organizations.add(&service["organization"]);
        for (name, table) in &mut lists {
            each(&service[*name], |row| table.add(row));
        }
        each(&service["service_at_locations"], |link| {
            let location = &link["location"];
            links.add(link);
            locations.add(location);
            each(&location["addresses"], |row| addresses.add(row));
            each(&location["accessibility"], |row| accessibility.add(row));
        });
        each(&service["attributes"], |attribute| {
            let term = &attribute["taxonomy_term"];
            let mut attribute = attribute.clone();
            attribute["taxonomy_term_id"] = term["id"].clone();
            attributes.add(&attribute);
            terms.add(term);
        });
    }
    let tables = [
        services,
        organizations,
        links,
        locations,
        addresses,
        accessibility,
        attributes,
        terms,
    ];
    let lists = lists.into_iter().map(|(_, table)| table);
    let tables: Vec<PackageTable> = tables.into_iter().chain(lists).collect();
    let tables: Vec<PackageTable> = tables
        .into_iter()
        .filter(|table| !table.ids.is_empty())
        .collect();
    let description = File {
        name: "datapackage.json",
        bytes: described(&tables),
    };
    let files = tables.into_iter().map(|table| File {
        name: table.layout.file,
        bytes: table.writer.into_inner().unwrap_or_default(),
    });
    std::iter::once(description).chain(files).collect()
}

fn each<'a>(list: &'a Value, take: impl FnMut(&'a Value)) {
    list.as_array().into_iter().flatten().for_each(take);
}

/// Table under construction.
struct PackageTable {
    layout: &'static Layout,
    writer: csv::Writer<Vec<u8>>,
    /// Ids of its rows, each once.
    ids: HashSet<String>,
}

impl PackageTable {
    fn of(layout: &'static Layout) -> Self {
        let mut writer = WriterBuilder::new()
            .terminator(Terminator::CRLF)
            .from_writer(Vec::new());
        // Writing to memory does not fail, and each row has as many cells as there are columns.
        let _ = writer.write_record(layout.columns);
        Self {
            layout,
            writer,
            ids: HashSet::new(),
        }
    }

    fn add(&mut self, row: &Value) {
        let id = row["id"].as_str().unwrap_or_default();
        if self.ids.insert(id.to_owned()) {
            let cells = self.layout.columns.iter().map(|name| match &row[*name] {
                Value::Null => String::new(),
                Value::String(text) => guarded(text.clone()),
                other => other.to_string(),
            });
            let _ = self.writer.write_record(cells);
        }
    }
}

/// Returns the description of the tables in the format of Frictionless Data.
fn described(tables: &[PackageTable]) -> Vec<u8> {
    let resources: Vec<Value> = tables.iter().map(|table| resource(table, tables)).collect();
    let package = json!({
        "name": "havre",
        "profile": "tabular-data-package",
        "title": "Services, as HSDS 3.0",
        "resources": resources,
    });
    let mut bytes = serde_json::to_vec_pretty(&package).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn resource(table: &PackageTable, tables: &[PackageTable]) -> Value {
    let fields = table.layout.columns.iter().map(|name| {
        let kind = match *name {
            "amount" | "extension" => "number",
            "assured_date" => "date",
            "opens_at" | "closes_at" => "time",
            _ => "string",
        };
        json!({"name": name, "type": kind})
    });
    let fields: Vec<Value> = fields.collect();
    let owners = tables.iter().map(|other| other.layout.resource);
    let keys = owners.filter_map(|resource| {
        let column = format!("{resource}_id");
        let known = table.layout.columns.contains(&column.as_str());
        known
            .then(|| json!({"fields": column, "reference": {"resource": resource, "fields": "id"}}))
    });
    let keys: Vec<Value> = keys.collect();
    json!({
        "name": table.layout.resource,
        "path": table.layout.file,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"primaryKey": "id", "fields": fields, "foreignKeys": keys},
    })
}
