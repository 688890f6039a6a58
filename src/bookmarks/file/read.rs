//! Parses the file's bytes into a list.

use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use super::json::Tree;
use super::{prefix, rescue, times};
use crate::bookmarks::model::list::{Document, List, VERSION};
use crate::files::{Files, RealFiles, followed};

/// Largest file that is read whole, in bytes: twenty times a list of a thousand bookmarks. Of a
/// larger file, this much is searched for items.
pub const SIZE_LIMIT: usize = 16 * 1024 * 1024;

/// Result of reading the file's bytes.
#[derive(Debug, PartialEq)]
pub enum Reading {
    /// No file exists.
    Missing,
    /// A valid list.
    Good(List),
    /// A list with own contacts that lacked the id prefix; they have it now.
    Renamed {
        /// The list.
        list: List,
    },
    /// A file of a newer program.
    Newer {
        /// The part of the list that this program understands.
        list: List,
        /// Version of the file.
        version: u64,
    },
    /// A damaged file.
    Damaged {
        /// The items that could be recovered.
        list: List,
    },
}

impl Reading {
    /// Returns the list, complete or not; `None` if there is no file.
    pub fn into_list(self) -> Option<List> {
        match self {
            Self::Missing => None,
            Self::Good(list)
            | Self::Renamed { list }
            | Self::Newer { list, .. }
            | Self::Damaged { list } => Some(list),
        }
    }

    /// Returns true if the list is all that the file has.
    pub(super) const fn is_whole(&self) -> bool {
        matches!(self, Self::Missing | Self::Good(_) | Self::Renamed { .. })
    }

    fn list_mut(&mut self) -> Option<&mut List> {
        match self {
            Self::Missing => None,
            Self::Good(list)
            | Self::Renamed { list }
            | Self::Newer { list, .. }
            | Self::Damaged { list } => Some(list),
        }
    }
}

/// Reads the list in a file without repairing or writing anything. Returns an empty list if there
/// is no file.
pub fn peek(path: &Path, now: Timestamp) -> List {
    file_of(&RealFiles, path)
        .and_then(|file| read(&RealFiles, &file, now))
        .ok()
        .and_then(Reading::into_list)
        .unwrap_or_default()
}

/// Returns the file of the list at `path`, behind a symbolic link if it leads to a list.
///
/// # Errors
/// Like [`followed`].
pub fn file_of(files: &dyn Files, path: &Path) -> io::Result<PathBuf> {
    followed(files, path, SIZE_LIMIT + 1, is_list)
}

/// Returns true if the bytes are a list, damaged or not: it has one of the fields, or items.
fn is_list(bytes: &[u8]) -> bool {
    let now = Timestamp::UNIX_EPOCH;
    match serde_json::from_slice::<Value>(bytes) {
        Ok(value) => {
            value.get("version").is_some_and(Value::is_u64)
                && ["bookmarks", "own"]
                    .iter()
                    .any(|field| value.get(field).is_some_and(Value::is_array))
        }
        Err(_) => rescue::from_bytes(bytes, now).items() > 0,
    }
}

/// Reads the file.
///
/// # Errors
/// Any error of the system except a missing file.
pub fn read(files: &dyn Files, path: &Path, now: Timestamp) -> io::Result<Reading> {
    match files.read(path, SIZE_LIMIT + 1) {
        Ok(bytes) => Ok(understand(&bytes, now)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Reading::Missing),
        Err(error) => Err(error),
    }
}

/// Parses bytes of any content; terminates and never panics.
pub fn understand(bytes: &[u8], now: Timestamp) -> Reading {
    let mut reading = as_written(bytes, now);
    let mut renamed = 0;
    if let Some(list) = reading.list_mut() {
        times::clamp_future_times(list, now);
        renamed = prefix::enforce(list);
    }
    match reading {
        Reading::Good(list) if renamed > 0 => Reading::Renamed { list },
        reading => reading,
    }
}

/// Parses like [`understand`], with all times as written in the file.
fn as_written(bytes: &[u8], now: Timestamp) -> Reading {
    // Some editors write a byte order mark.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.len() > SIZE_LIMIT {
        return unreadable(&bytes[..SIZE_LIMIT], now);
    }
    match serde_json::from_slice::<Tree>(bytes) {
        Ok(Tree {
            value,
            repeats: false,
        }) => judge(&value, now),
        _ => unreadable(bytes, now),
    }
}

/// Parses bytes that are not JSON, or have a duplicate key.
fn unreadable(bytes: &[u8], now: Timestamp) -> Reading {
    let list = rescue::from_bytes(bytes, now);
    match first_version(bytes) {
        // The file is not repaired: the newer program knows its format better.
        Some(version) if version > VERSION => Reading::Newer { list, version },
        _ => Reading::Damaged { list },
    }
}

fn judge(value: &Value, now: Timestamp) -> Reading {
    match value.get("version").and_then(Value::as_u64) {
        Some(VERSION) => match Document::deserialize(value) {
            Ok(document) => Reading::Good(document.into()),
            Err(_) => Reading::Damaged {
                list: rescue::from_value(value, now),
            },
        },
        Some(version) if version > VERSION => Reading::Newer {
            list: rescue::from_value(value, now),
            version,
        },
        _ => Reading::Damaged {
            list: rescue::from_value(value, now),
        },
    }
}

/// Returns the number after the first `"version":`.
fn first_version(bytes: &[u8]) -> Option<u64> {
    const KEY: &[u8] = b"\"version\"";
    let position = bytes.windows(KEY.len()).position(|window| window == KEY)?;
    let digits: String = bytes[position + KEY.len()..]
        .iter()
        .map(|byte| char::from(*byte))
        .skip_while(|character| character.is_whitespace() || *character == ':')
        .take_while(char::is_ascii_digit)
        .take(20)
        .collect();
    digits.parse().ok()
}

impl List {
    /// Serializes the list in the format of the file.
    pub fn to_bytes(&self) -> Vec<u8> {
        // Strings, numbers and maps with string keys cannot fail.
        let mut bytes = serde_json::to_vec_pretty(&Document::from(self)).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// Returns the number of bookmarks, own contacts and marks.
    pub fn items(&self) -> usize {
        self.len() + self.own().count() + self.marks().count()
    }
}
