//! A file given as a pack: lines, or a table from a spreadsheet.

use std::io;
use std::path::{Path, PathBuf};

use super::{Wrong, is_sheet, read};
use crate::directory::packs::{Header, Pack, PackError, VERSION, is_table, name_of};
use crate::i18n::Messages;
use crate::i18n::typography::printable;

/// Reason for not taking a file as a pack.
#[derive(Debug)]
pub enum NotAPack {
    /// The pack is refused.
    Pack(PackError),
    /// The table has an error.
    Table(PathBuf, Wrong),
}

/// Opens a file as a pack; `opened` is the result of reading it as lines. `name` replaces its own; `today` is
/// the date of a table without one. `whole` reads the file.
///
/// # Errors
/// If it is no pack, or cannot be read.
pub fn open(
    file: &Path,
    opened: Result<Pack, PackError>,
    name: Option<&str>,
    today: &str,
    messages: &Messages,
    whole: impl FnOnce() -> io::Result<Vec<u8>>,
) -> Result<Pack, NotAPack> {
    let whole = || {
        let path = file.to_owned();
        whole().map_err(|source| NotAPack::Pack(PackError::Io { path, source }))
    };
    let lines = match (opened, name) {
        (Ok(pack), None) => return Ok(pack),
        (Ok(pack), Some(name)) if pack.header.name == name => return Ok(pack),
        (Ok(pack), Some(name)) => renamed(pack.header, name, &whole()?),
        (Err(error @ PackError::Foreign { .. }), _) => {
            let bytes = whole()?;
            if !is_sheet(&bytes) && !is_table(&file.to_string_lossy()) {
                return Err(NotAPack::Pack(error));
            }
            read(&bytes, name, header(file, today, messages))
                .map_err(|wrong| NotAPack::Table(file.to_owned(), wrong))?
        }
        (Err(error), _) => return Err(NotAPack::Pack(error)),
    };
    Pack::of_bytes(file, lines).map_err(NotAPack::Pack)
}

/// Returns the same lines with another name in the first.
fn renamed(header: Header, name: &str, bytes: &[u8]) -> Vec<u8> {
    let header = Header {
        name: name.to_owned(),
        ..header
    };
    let rest = bytes
        .iter()
        .position(|byte| *byte == b'\n')
        .unwrap_or(bytes.len());
    let mut lines = serde_json::to_vec(&header).unwrap_or_default();
    lines.extend_from_slice(&bytes[rest..]);
    lines
}

/// Returns the header of a table without one.
fn header(file: &Path, today: &str, messages: &Messages) -> Header {
    Header {
        version: VERSION,
        name: name_of(file),
        publisher: messages.text("packs-import-licence"),
        licence: messages.text("packs-import-licence"),
        date: today.to_owned(),
        corrections_to: None,
        imported: None,
    }
}

impl NotAPack {
    /// Returns the message for the user.
    pub fn say(&self, messages: &Messages) -> String {
        let (path, wrong) = match self {
            Self::Pack(error) => return error.say(messages),
            Self::Table(path, wrong) => (path.display().to_string(), wrong),
        };
        let said = match wrong {
            Wrong::Encoding => messages.filled("sheet-encoding", "path", &path),
            Wrong::Unclosed { line } => {
                messages.filled("sheet-unclosed", "at", &format!("{path}:{line}"))
            }
            Wrong::NoColumns => messages.filled("sheet-no-columns", "path", &path),
            Wrong::Column(column) => {
                let words = [("path", path.into()), ("column", column.clone().into())];
                messages.format("sheet-column", &words)
            }
            Wrong::Cell { row, column, text } => {
                let words = [
                    ("at", format!("{path}:{row}").into()),
                    ("column", column.clone().into()),
                    ("text", text.clone().into()),
                ];
                messages.format("sheet-cell", &words)
            }
        };
        printable(&said)
    }
}
