//! From the file's bytes to a list.

use std::io;
use std::path::Path;

use jiff::Timestamp;
use serde_json::Value;

use super::document::{Document, List, VERSION};
use crate::files::Files;

/// The largest file that is read, in bytes: a hundred times a list of a thousand bookmarks.
pub const SIZE_LIMIT: u64 = 100 * 1024 * 1024;

/// What the file's bytes are.
#[derive(Debug)]
pub enum Reading {
    /// There is no file.
    Missing,
    /// A list.
    Good(List),
    /// A list of an older version, brought up to this one.
    Older {
        /// The list.
        list: List,
        /// The version that the file has.
        from: u64,
    },
    /// A file of a newer program: what of it is understood here.
    Newer {
        /// What is understood.
        list: List,
        /// The version that the file has.
        version: u64,
    },
    /// A damaged file.
    Damaged {
        /// What could be read of it.
        list: List,
    },
}

/// Reads the file.
///
/// # Errors
/// Whatever the system says, except that there is no such file.
pub fn read(files: &dyn Files, path: &Path, now: Timestamp) -> io::Result<Reading> {
    match files.read(path, SIZE_LIMIT) {
        Ok(bytes) => Ok(understand(&bytes, now)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Reading::Missing),
        Err(error) => Err(error),
    }
}

/// What these bytes are.
pub fn understand(bytes: &[u8], _now: Timestamp) -> Reading {
    let damaged = Reading::Damaged {
        list: List::default(),
    };
    let Ok(value) = serde_json::from_slice::<Value>(bytes) else {
        return damaged;
    };
    let version = value.get("version").and_then(Value::as_u64);
    match (version, serde_json::from_value::<Document>(value)) {
        (Some(VERSION), Ok(document)) => Reading::Good(document.into()),
        (Some(version), Ok(document)) if version > VERSION => Reading::Newer {
            list: document.into(),
            version,
        },
        _ => damaged,
    }
}

impl List {
    /// The list as the file has it.
    pub fn to_bytes(&self) -> Vec<u8> {
        // Strings, numbers and maps with string keys cannot fail.
        let mut bytes = serde_json::to_vec_pretty(&Document::from(self)).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// How many bookmarks, own contacts and marks there are.
    pub fn items(&self) -> usize {
        self.len() + self.own().count() + self.marks().count()
    }
}
