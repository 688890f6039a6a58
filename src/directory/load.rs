//! Loading of directories: the embedded one, and folders of JSON files.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::{Contact, Region};
use crate::files;

/// Largest accepted file of content, in bytes.
const SIZE_LIMIT: usize = 64 * 1024 * 1024;

/// File of a directory, not yet parsed.
#[derive(Clone, Debug)]
pub struct DirectoryFile {
    /// Name shown in errors (`ns.json`, or a path).
    pub name: String,
    /// Text of the file: one JSON array of contacts.
    pub text: std::borrow::Cow<'static, str>,
}

macro_rules! embedded {
    ($($region:ident $file:literal),* $(,)?) => {
        [$((Region::$region, $file, include_str!(concat!("../../assets/directory/", $file)))),*]
    };
}

/// Embedded directory: one file for each region.
const EMBEDDED: [(Region, &str, &str); 14] = embedded![
    Ca "ca.json", Bc "bc.json", Ab "ab.json", Sk "sk.json", Mb "mb.json", On "on.json", Qc "qc.json",
    Nb "nb.json", Ns "ns.json", Pe "pe.json", Nl "nl.json", Yt "yt.json", Nt "nt.json", Nu "nu.json",
];

/// Reason for a directory not being loaded.
#[derive(Debug, Error)]
pub enum LoadError {
    /// The folder or a file in it could not be opened.
    #[error("{}: {source}", path.display())]
    Io {
        /// Path that could not be opened.
        path: PathBuf,
        /// Error of the system.
        source: io::Error,
    },
    /// A record is not a contact.
    #[error("{file}: record {record}, field {field}: {message}")]
    Record {
        /// Name of the file.
        file: String,
        /// Id of the record, or its position in the array, counted from 1.
        record: String,
        /// Path of the field inside the record (`phones[0].number`).
        field: String,
        /// Description of the error.
        message: String,
    },
    /// The file is not a JSON array.
    #[error("{file}: line {line}: {message}")]
    Syntax {
        /// Name of the file.
        file: String,
        /// Line of the error, counted from 1.
        line: usize,
        /// Description of the error.
        message: String,
    },
}

/// Returns the files of the embedded directory.
pub fn embedded_files() -> Vec<DirectoryFile> {
    EMBEDDED
        .iter()
        .map(|(_, name, text)| DirectoryFile {
            name: (*name).to_owned(),
            text: std::borrow::Cow::Borrowed(text),
        })
        .collect()
}

/// Returns the `*.json` files of a folder, by name.
///
/// # Errors
/// If the folder or a file in it cannot be read.
pub fn files_in(folder: &Path) -> Result<Vec<DirectoryFile>, LoadError> {
    let io = |path: &Path| {
        let path = path.to_path_buf();
        move |source| LoadError::Io { path, source }
    };
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .map_err(io(folder))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let text = read_text(&path).map_err(io(&path))?;
            Ok(DirectoryFile {
                name: path.display().to_string(),
                text: text.into(),
            })
        })
        .collect()
}

/// Reads a file of the content: a regular file of limited size.
///
/// # Errors
/// Any error of the system; a FIFO, a device and an endless file are refused.
pub fn read_text(path: &Path) -> io::Result<String> {
    files::read_text(path, SIZE_LIMIT)
}

/// Parses the contacts of one file.
///
/// # Errors
/// The file, record and field of the first value that is not a contact.
pub fn parse(file: &DirectoryFile) -> Result<Vec<Contact>, LoadError> {
    // Fast path first: a valid file, as every released one is.
    if let Ok(contacts) = serde_json::from_str::<Vec<Contact>>(&file.text) {
        return Ok(contacts);
    }
    let values: Vec<serde_json::Value> =
        serde_json::from_str(&file.text).map_err(|error| LoadError::Syntax {
            file: file.name.clone(),
            line: error.line(),
            message: error.to_string(),
        })?;
    values
        .into_iter()
        .enumerate()
        .map(|(index, value)| parse_record(&file.name, index, value))
        .collect()
}

/// Parses a contact from a JSON value; the error names its record and field.
///
/// # Errors
/// If the value is not a contact.
pub fn parse_record(
    file: &str,
    index: usize,
    value: serde_json::Value,
) -> Result<Contact, LoadError> {
    let record = value
        .get("id")
        .and_then(|id| id.as_str())
        .map_or_else(|| (index + 1).to_string(), ToOwned::to_owned);
    serde_path_to_error::deserialize(value).map_err(|error| LoadError::Record {
        file: file.to_owned(),
        record,
        field: error.path().to_string(),
        message: error.into_inner().to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_record_is_named_by_file_id_and_field() {
        let text = include_str!("../../assets/directory/yt.json").replacen(
            "\"kind\": \"voice\"",
            "\"kind\": \"pigeon\"",
            1,
        );
        let file = DirectoryFile {
            name: "yt.json".into(),
            text: text.into(),
        };
        let error = parse(&file).unwrap_err().to_string();
        assert!(error.starts_with("yt.json: record yt-"), "{error}");
        assert!(error.contains("phones[0].kind"), "{error}");
        assert!(error.contains("pigeon"), "{error}");
    }

    #[test]
    fn a_json_error_names_file_and_line() {
        let file = DirectoryFile {
            name: "x.json".into(),
            text: "[\n{]".into(),
        };
        assert!(
            parse(&file)
                .unwrap_err()
                .to_string()
                .starts_with("x.json: line 2")
        );
    }
}
