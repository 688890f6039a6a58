//! Rules on files of contacts, and on a contact among others.

use std::collections::HashMap;
use std::path::Path;

use serde_json::value::RawValue;

use super::{Fault, Problem, contact, unknown_places};
use crate::directory::load::DirectoryFile;
use crate::directory::{Contact, Region};

/// Result of a check of directory files.
#[derive(Debug, Default)]
pub struct Report {
    /// Parsed contacts in order, faulty ones included.
    pub contacts: Vec<Contact>,
    /// All faults, file by file in order.
    pub problems: Vec<FileProblem>,
}

/// Fault with its position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileProblem {
    /// Name of the file.
    pub file: String,
    /// First line of the record, or the line that cannot be parsed, counted from 1.
    pub line: usize,
    /// Id of the record, or its position in the file, counted from 1; empty for the file itself.
    pub record: String,
    /// Fault with its field.
    pub problem: Problem,
}

/// Checks every record of these files, by itself and among the others. Names of places are not
/// looked up.
pub fn files<'a>(files: impl IntoIterator<Item = &'a DirectoryFile>) -> Report {
    files_with_places(files, &|_, _| true)
}

/// Like [`files`], and checks that `known` has each place in the region of its contact.
pub fn files_with_places<'a>(
    files: impl IntoIterator<Item = &'a DirectoryFile>,
    known: &dyn Fn(&str, Region) -> bool,
) -> Report {
    let mut checker = FilesChecker {
        report: Report::default(),
        ids: HashMap::new(),
        known,
    };
    for file in files {
        checker.file(file);
    }
    checker.report
}

struct FilesChecker<'k> {
    report: Report,
    /// First position of each id.
    ids: HashMap<String, String>,
    /// Returns true if a place of this name is in the region.
    known: &'k dyn Fn(&str, Region) -> bool,
}

/// Position of a record.
#[derive(Clone)]
struct Place<'a> {
    file: &'a str,
    line: usize,
    record: String,
}

impl FilesChecker<'_> {
    fn file(&mut self, file: &DirectoryFile) {
        let region = region_of(&file.name);
        let mut top = Place {
            file: &file.name,
            line: 1,
            record: String::new(),
        };
        if region.is_none() {
            self.add(&top, "", Fault::FileName);
        }
        match serde_json::from_str::<Vec<&RawValue>>(&file.text) {
            Ok(records) => {
                let mut lines = LineCounter::of(&file.text);
                for (index, raw) in records.into_iter().enumerate() {
                    top.line = lines.of_part(raw.get());
                    top.record = (index + 1).to_string();
                    self.record(region, top.clone(), raw.get());
                }
            }
            Err(error) => {
                top.line = error.line();
                self.add(&top, "", Fault::Unreadable(error.to_string()));
            }
        }
    }

    fn record(&mut self, region: Option<Region>, mut place: Place<'_>, raw: &str) {
        let mut json = serde_json::Deserializer::from_str(raw);
        let read: Contact = match serde_path_to_error::deserialize(&mut json) {
            Ok(read) => read,
            Err(error) => {
                if let Some(id) = id_of(raw) {
                    place.record = id;
                }
                place.line += error.inner().line().saturating_sub(1);
                let field = error.path().to_string();
                let field = if field == "." { "" } else { &field };
                let reason = error.inner().to_string();
                return self.add(&place, field, Fault::Unreadable(reason));
            }
        };
        place.record.clone_from(&read.id);
        self.among_others(&place, region, &read);
        let unknown = unknown_places(&read, self.known);
        for problem in contact(&read).into_iter().chain(unknown) {
            self.add(&place, &problem.field, problem.fault);
        }
        self.report.contacts.push(read);
    }

    fn among_others(&mut self, place: &Place<'_>, region: Option<Region>, contact: &Contact) {
        let here = format!("{}:{}", place.file, place.line);
        if let Some(first) = self.ids.get(&contact.id) {
            let taken = Fault::IdTaken(first.clone());
            self.add(place, "id", taken);
        } else {
            self.ids.insert(contact.id.clone(), here);
        }
        let start = format!("{}-", contact.region.slug());
        if !contact.id.starts_with(&start) {
            self.add(place, "id", Fault::IdRegion(contact.region));
        }
        if let Some(region) = region.filter(|region| *region != contact.region) {
            self.add(place, "region", Fault::FileRegion(region));
        }
    }

    fn add(&mut self, place: &Place<'_>, field: &str, fault: Fault) {
        self.report.problems.push(FileProblem {
            file: place.file.to_owned(),
            line: place.line,
            record: place.record.clone(),
            problem: Problem {
                field: field.to_owned(),
                fault,
            },
        });
    }
}

/// Returns the region of a file's name: `ns.json`, in lower case.
fn region_of(file: &str) -> Option<Region> {
    let stem = Path::new(file).file_stem()?.to_str()?;
    Region::from_code(stem).filter(|region| region.slug() == stem)
}

/// Counter of lines that goes through the text once, so that many parts take no longer than one.
struct LineCounter<'a> {
    text: &'a str,
    /// Number of bytes counted, and of line feeds in them.
    seen: usize,
    feeds: usize,
}

impl<'a> LineCounter<'a> {
    fn of(text: &'a str) -> Self {
        Self {
            text,
            seen: 0,
            feeds: 0,
        }
    }

    /// Returns the first line of a part of the text, counted from 1; parts must come in order.
    fn of_part(&mut self, part: &str) -> usize {
        let start = part.as_ptr() as usize - self.text.as_ptr() as usize;
        self.feeds += self.text[self.seen..start].matches('\n').count();
        self.seen = start;
        self.feeds + 1
    }
}

/// Returns the id of a record that cannot be parsed as a contact.
fn id_of(raw: &str) -> Option<String> {
    let value: serde_json::Value = serde_json::from_str(raw).ok()?;
    Some(value.get("id")?.as_str()?.to_owned())
}
