//! Sources of an HSDS import: JSON, tables in a folder, tables in a zip archive.

use std::cell::RefCell;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use crate::cli::arguments::given::Given;
use crate::files::{open_regular, reason};
use crate::i18n::Messages;
use crate::i18n::typography::printable;
use crate::interchange::ForeignKind;
use crate::interchange::hsds::records::{Broken, Records};
use crate::interchange::hsds::tables::{self, DESCRIPTION, Described, Flaw, Package, table_of};
use crate::interchange::hsds::{Converter, HsdsReason, from_utf_16, is_utf_16};
use crate::interchange::zip::{self, Refused};

/// Largest accepted archive, in bytes.
const ARCHIVE: usize = 48 << 20;

/// Reason for the early end of an import.
#[derive(Debug)]
pub enum Stopped {
    /// Unreadable input.
    Input(PathBuf, io::Error),
    /// Broken input.
    Broken(PathBuf, Broken),
    /// File of another program.
    Foreign(PathBuf, ForeignKind),
    /// Refused archive.
    Archive(PathBuf, Refused),
    /// Tables, or an archive, larger than the memory for them.
    TooLarge(PathBuf),
    /// Failed output.
    Output(io::Error),
}

impl Stopped {
    /// Returns the reason in words; `None` for an error of the system.
    pub fn say(&self, messages: &Messages) -> Option<String> {
        let with = |id: &str, words: [(&str, String); 2]| {
            let words = words.map(|(name, text)| (name, text.into()));
            messages.format(id, &words)
        };
        let said = match self {
            Self::Input(..) | Self::Output(_) => return None,
            Self::Broken(path, Broken::Io(source)) => {
                let words = [
                    ("path", path.display().to_string()),
                    ("trouble", reason(source, messages)),
                ];
                with("import-unreadable", words)
            }
            Self::Broken(path, broken) => {
                let (id, line) = match broken {
                    Broken::Io(_) => return None,
                    Broken::CutOff { line } => ("packs-import-cut-off", line),
                    Broken::Unexpected { line } => ("packs-import-unexpected", line),
                    Broken::TooLarge { line } => ("packs-import-too-large", line),
                };
                let at = format!("{}:{line}", path.display());
                messages.format(id, &[("at", at.into())])
            }
            Self::Foreign(path, kind) => {
                let why = messages.text(kind.message_id());
                with(
                    "import-remark",
                    [("place", path.display().to_string()), ("why", why)],
                )
            }
            Self::TooLarge(path) => {
                let path = path.display().to_string();
                let words = [
                    ("path", path.into()),
                    ("limit", (tables::BUDGET >> 20).into()),
                ];
                messages.format("packs-import-large", &words)
            }
            Self::Archive(path, refused) => {
                let (id, text) = match refused {
                    Refused::Damaged(text) => ("zip-damaged", text.clone()),
                    Refused::Outside(name) => ("zip-outside", name.clone()),
                    Refused::Packed(name) => ("zip-packed", name.clone()),
                    Refused::TooLarge => ("zip-too-large", String::new()),
                };
                with(id, [("path", path.display().to_string()), ("text", text)])
            }
        };
        Some(printable(&said))
    }
}

/// Reads a file or a folder. Tables are held until all are read.
pub fn read(
    given: &Given,
    package: &mut Package,
    converter: &mut Converter<'_>,
) -> Result<(), Stopped> {
    let path = given.path.as_path();
    let input = |error| Stopped::Input(path.to_owned(), error);
    if given.is_folder().map_err(input)? {
        return folder(path, package, converter);
    }
    converter.file = path.display().to_string();
    let mut file = given.open().map_err(input)?;
    if let Some(table) = table_of(&converter.file) {
        return hold(path, file, table, package);
    }
    let mut start = [0; zip::SIGNATURE.len()];
    let length = file.read(&mut start).map_err(input)?;
    if start == zip::SIGNATURE {
        let bytes = whole(path, io::Cursor::new(start).chain(file), ARCHIVE)?;
        return archive(path, &bytes, package, converter);
    }
    let rest = io::Cursor::new(start[..length].to_vec()).chain(file);
    match records(path, rest, converter) {
        Err(Stopped::Broken(path, broken)) => Err(match given.foreign() {
            Some(kind) => Stopped::Foreign(given.path.clone(), kind),
            None => Stopped::Broken(path, broken),
        }),
        done => done,
    }
}

/// Holds a file as a table.
fn hold(
    path: &Path,
    file: impl Read,
    table: &'static str,
    package: &mut Package,
) -> Result<(), Stopped> {
    let bytes = whole(path, file, tables::BUDGET - package.size())?;
    package.add_to(table, &path.display().to_string(), bytes);
    Ok(())
}

fn folder(
    path: &Path,
    package: &mut Package,
    converter: &mut Converter<'_>,
) -> Result<(), Stopped> {
    let input = |error| Stopped::Input(path.to_owned(), error);
    let description = open_regular(&path.join(DESCRIPTION)).ok();
    let description = description.map(|file| whole(path, file, ARCHIVE));
    let described = Described::of(&description.transpose()?.unwrap_or_default(), "");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(path)
        .map_err(input)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.sort();
    let mut is_read = false;
    for path in &paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        match described.table(&name) {
            Some(table) => {
                is_read = true;
                let input = |error| Stopped::Input(path.clone(), error);
                hold(path, open_regular(path).map_err(input)?, table, package)?;
            }
            None => package.leave_out(&path.to_string_lossy()),
        }
    }
    converter.file = path.display().to_string();
    if !is_read {
        converter.about_file(HsdsReason::NoTables);
    }
    Ok(())
}

/// Returns true for a file of records as JSON.
fn is_records(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    let end = Path::new(file).extension().unwrap_or_default();
    let is_json = ["json", "jsonl", "ndjson"]
        .iter()
        .any(|one| end.eq_ignore_ascii_case(one));
    is_json && !file.starts_with('.') && file != DESCRIPTION
}

/// Reads the tables and the JSON of an archive.
fn archive(
    path: &Path,
    bytes: &[u8],
    package: &mut Package,
    converter: &mut Converter<'_>,
) -> Result<(), Stopped> {
    let refused = |why| Stopped::Archive(path.to_owned(), why);
    let is_description = |name: &str| name.rsplit('/').next() == Some(DESCRIPTION);
    let found = zip::read(bytes, is_description, ARCHIVE).map_err(refused)?;
    let described = found.first().map(|entry| {
        let folder = entry.name.strip_suffix(DESCRIPTION).unwrap_or_default();
        Described::of(&entry.bytes, folder)
    });
    let described = described.unwrap_or_default();
    let others = RefCell::new(Vec::new());
    let is_wanted = |name: &str| {
        let is_wanted = described.table(name).is_some() || is_records(name);
        if !is_wanted {
            others
                .borrow_mut()
                .push(format!("{}/{name}", path.display()));
        }
        is_wanted
    };
    let budget = tables::BUDGET - package.size();
    let entries = zip::read(bytes, is_wanted, budget).map_err(refused)?;
    let is_empty = entries.is_empty();
    let has_tables = entries
        .iter()
        .any(|entry| described.table(&entry.name).is_some());
    for entry in entries {
        let name = format!("{}/{}", path.display(), entry.name);
        if let Some(table) = described.table(&entry.name) {
            package.add_to(table, &name, entry.bytes);
            continue;
        }
        converter.file.clone_from(&name);
        let place = Path::new(&name);
        // Beside tables, JSON may be a note or a description of the files.
        if has_tables && !has_services(place, &entry.bytes)? {
            converter.about_file(HsdsReason::NoDirectory);
        } else {
            records(place, entry.bytes.as_slice(), converter)?;
        }
    }
    for name in others.take() {
        package.leave_out(&name);
    }
    if is_empty {
        converter.file = path.display().to_string();
        converter.about_file(HsdsReason::NoTables);
    }
    Ok(())
}

/// Reads a whole file of limited size.
fn whole(path: &Path, source: impl Read, budget: usize) -> Result<Vec<u8>, Stopped> {
    let mut bytes = Vec::new();
    let read = source.take(budget as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| Stopped::Input(path.to_owned(), error))?;
    if bytes.len() > budget {
        return Err(Stopped::TooLarge(path.to_owned()));
    }
    Ok(bytes)
}

/// Returns a reader of the records of JSON in UTF-8 or UTF-16.
fn reader<'a>(
    path: &Path,
    mut source: impl Read + 'a,
) -> Result<Records<BufReader<Box<dyn Read + 'a>>>, Stopped> {
    let mut start = Vec::new();
    let head = source.by_ref().take(zip::SIGNATURE.len() as u64);
    let head = { head }.read_to_end(&mut start);
    head.map_err(|error| Stopped::Input(path.to_owned(), error))?;
    let is_wide = is_utf_16(&start);
    let source = io::Cursor::new(start).chain(source);
    let source: Box<dyn Read + 'a> = if is_wide {
        let bytes = whole(path, source, tables::BUDGET)?;
        Box::new(io::Cursor::new(from_utf_16(&bytes)))
    } else {
        Box::new(source)
    };
    Ok(Records::of(BufReader::with_capacity(256 * 1024, source)))
}

/// Returns true if JSON can be read to its end, and has a service or an organization with services.
fn has_services(path: &Path, bytes: &[u8]) -> Result<bool, Stopped> {
    let mut records = reader(path, bytes)?;
    let mut is_found = false;
    loop {
        match records.next_record() {
            Ok(Some(raw)) => is_found = is_found || is_service(raw.json),
            Ok(None) => return Ok(is_found),
            Err(_) => return Ok(false),
        }
    }
}

fn is_service(json: &[u8]) -> bool {
    let text = String::from_utf8_lossy(json);
    let record: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
    let is_named = record["name"].as_str().is_some_and(|name| !name.is_empty());
    is_named
        || record["services"]
            .as_array()
            .is_some_and(|all| !all.is_empty())
}

fn records(path: &Path, source: impl Read, converter: &mut Converter<'_>) -> Result<(), Stopped> {
    let mut records = reader(path, source)?;
    let mut count = 0;
    loop {
        let next = records.next_record();
        match next.map_err(|broken| Stopped::Broken(path.to_owned(), broken))? {
            Some(raw) => {
                count = raw.number;
                let taken = converter.json(raw.number, raw.json);
                taken.map_err(Stopped::Output)?;
            }
            None => break,
        }
    }
    if let Some(all) = records.total.filter(|all| *all != count as u64) {
        converter.about_file(HsdsReason::Page { here: count, all });
    }
    Ok(())
}

/// Converts the held tables to contacts.
pub fn tables(mut package: Package, converter: &mut Converter<'_>) -> io::Result<()> {
    for (file, line, flaw) in package.flaws() {
        file.clone_into(&mut converter.file);
        converter.about_row(
            line,
            match flaw {
                Flaw::Ragged => HsdsReason::Ragged,
                Flaw::Unclosed => HsdsReason::Unclosed,
                Flaw::Guessed(word) => HsdsReason::Guessed(word),
            },
        );
    }
    for file in package.left_out() {
        file.clone_into(&mut converter.file);
        converter.about_file(HsdsReason::Unread);
    }
    if package.is_empty() {
        return Ok(());
    }
    if !package.has_records() {
        converter.about_file(HsdsReason::Alone);
        return Ok(());
    }
    package.each(|joined| {
        if converter.file != joined.file {
            joined.file.clone_into(&mut converter.file);
        }
        converter.record(joined.line, &joined.record)
    })?;
    for unused in package.unused() {
        unused.file.clone_into(&mut converter.file);
        converter.about_named(unused.line, &unused.name, HsdsReason::Unjoined);
    }
    Ok(())
}
